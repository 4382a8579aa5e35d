export const id = 563;
export const ids = [563];
export const modules = {

/***/ 16563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/adapters/artifact/run-artifacts.js



const LARGEST_FILE = 16 * 1024 * 1024;
/** Packed. */
const LARGEST_ARCHIVE = 32 * 1024 * 1024;
/** Milliseconds between five attempts, as the client itself pauses after an error of the service. */
const PAUSES_MS = [3000, 4500, 6750, 10_125];
/**
 * Artifacts of this run by GitHub's own client, which is loaded only when one is asked for: it costs 100 ms. The client
 * repeats what the service answered with an error, but not what did not reach it.
 */
function runArtifacts(files, clock) {
    const asked = (ask) => patiently(() => named(ask()), clock);
    return {
        async upload(name, texts) {
            const folder = await files.temporaryFolder();
            const paths = await Promise.all(Object.entries(texts).map(([file, text]) => save((0,external_node_path_.join)(folder, file), text)));
            const client = await artifactClient();
            const answer = await asked(() => client.uploadArtifact(name, paths, folder));
            if (answer.id === undefined)
                throw new failure/* Failure */.HR('bad-answer', `GitHub did not store the artifact ${name}`);
        },
        async download(name, wanted) {
            const client = await artifactClient();
            const { artifact } = await asked(() => client.getArtifact(name));
            if (artifact.digest === undefined)
                throw new failure/* Failure */.HR('digest-mismatch', `the artifact ${name} has no digest to check it by`);
            if (artifact.size > LARGEST_ARCHIVE)
                throw new failure/* Failure */.HR('bad-archive', `the artifact ${name} has ${artifact.size} bytes`);
            const folder = await files.temporaryFolder();
            // Unpacked here: the client would put on disk whatever is in it.
            const options = { path: folder, expectedHash: artifact.digest, skipDecompress: true };
            const { digestMismatch } = await named(client.downloadArtifact(artifact.id, options));
            // The client only reports it.
            if (digestMismatch !== false)
                throw new failure/* Failure */.HR('digest-mismatch', `the artifact ${name} is not what was uploaded`);
            const { textsOf } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(17)]).then(__webpack_require__.bind(__webpack_require__, 59017));
            return textsOf(await onlyFile(folder), wanted, LARGEST_FILE);
        },
    };
}
async function artifactClient() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(735), __webpack_require__.e(75), __webpack_require__.e(184)]).then(__webpack_require__.bind(__webpack_require__, 53075));
    return new DefaultArtifactClient();
}
async function save(path, text) {
    await (0,promises_.writeFile)(path, text, { flag: 'wx' });
    return path;
}
/** The archive, under whatever name the service gave it. */
async function onlyFile(folder) {
    const [name, ...others] = await (0,promises_.readdir)(folder);
    if (name === undefined || others.length > 0)
        throw new failure/* Failure */.HR('bad-answer', 'GitHub answered with no archive');
    return (0,promises_.readFile)((0,external_node_path_.join)(folder, name));
}
async function patiently(ask, clock) {
    for (const pause of PAUSES_MS) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR && error.code === 'connection'))
                throw error;
        }
        await clock.sleep(pause);
    }
    return ask();
}
/** The client goes on with advice about runners of one's own. */
const UNREACHED = /^(.*Unable to make request: \w+)/;
async function named(answer) {
    try {
        return await answer;
    }
    catch (cause) {
        const { name = '', message = '' } = cause;
        const line = message.replaceAll(/\s+/g, ' ').slice(0, 300);
        if (name === 'ArtifactNotFoundError')
            throw new failure/* Failure */.HR('absent', line, 'Run the job that uploads it first', { cause });
        if (line.includes('(409)'))
            throw new failure/* Failure */.HR('taken', line, 'Run the job again: each attempt has its own name', {
                cause,
            });
        const [, lost] = UNREACHED.exec(line) ?? [];
        if (lost !== undefined)
            throw new failure/* Failure */.HR('connection', `the artifact service: ${lost}`, '', { cause });
        throw new failure/* Failure */.HR('artifact', `the artifact service: ${line}`, '', { cause });
    }
}

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(67690);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/adapters/files/job-files.js




/** Files below the runner's temporary folder and, to read, below the workspace. */
function jobFiles(folders) {
    const temporaryFolder = () => (0,promises_.mkdtemp)((0,external_node_path_.join)(folders.temp, 'release-actions-'));
    return {
        temporaryFolder,
        async writeTemporary(name, bytes) {
            if (!/^[\w.+-]+$/.test(name) || /^\.+$/.test(name))
                throw new failure/* Failure */.HR('bad-name', 'a file name must be letters, digits, dots and hyphens');
            const path = (0,external_node_path_.join)(await temporaryFolder(), name);
            await (0,promises_.writeFile)(path, bytes, { flag: 'wx', mode: 0o600 });
            return path;
        },
        read: (path, maxBytes) => readInside(folders.workspace, path, maxBytes),
    };
}
async function readInside(workspace, path, maxBytes) {
    const handle = await openInside(workspace, path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** Open a regular file inside the workspace, to read; the caller closes it. @throws Failure `absent` or `outside`. */
async function openInside(workspace, path) {
    const root = await (0,promises_.realpath)(workspace);
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch((cause) => {
        throw new failure/* Failure */.HR('absent', `the file ${path} does not exist`, '', { cause });
    });
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
        throw outside(path);
    // NOFOLLOW: the path was resolved, what is a link now was put there since. NONBLOCK: a FIFO must not hold the job.
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    const handle = await (0,promises_.open)(real, flags).catch((cause) => {
        throw new failure/* Failure */.HR('absent', `the file ${path} cannot be read`, '', { cause });
    });
    if ((await handle.stat()).isFile())
        return handle;
    await handle.close();
    throw outside(path);
}
async function readBounded(handle, path, maxBytes) {
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
        read = (await handle.read(buffer, length, buffer.length - length)).bytesRead;
    if (length > maxBytes)
        throw new failure/* Failure */.HR('too-large', `the file ${path} is larger than ${maxBytes} bytes`);
    return buffer.toString('utf8', 0, length);
}
function outside(path) {
    return new failure/* Failure */.HR('outside', `${path} is no file inside the workspace`, 'Name a file of it');
}

// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var verdict = __webpack_require__(19534);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var canonical = __webpack_require__(46766);
// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(86602);
;// CONCATENATED MODULE: ./lib/domain/release/spoken.js
/** A version as people write it: `v1.4.0`; a commit or a digest as it stands. */
function spoken(version) {
    return /^\d+\./.test(version) ? `v${version}` : version;
}

;// CONCATENATED MODULE: ./lib/domain/release/go-no-go.js




/** The initial decision on a release: workflow artifact and release asset `release-go-no-go.json`. */
const GoNoGo = schemas/* object */.Ikc({
    version: schemas/* string */.YjP(),
    buildType: schemas/* string */.YjP(),
    gitShortHash: schemas/* string */.YjP(),
    generatedAt: iso/* datetime */.w$(),
    planHash: schemas/* string */.YjP(),
    releaseInputs: schemas/* object */.Ikc({
        releaseVersion: schemas/* string */.YjP(),
        baselineVersion: schemas/* string */.YjP(),
        deploymentStrategy: schemas/* string */.YjP(),
        /** Text, as servers that read the asset expect it. */
        desktopRolloutPercentage: schemas/* string */.YjP().regex(/^(?:[1-9]\d?|100)$/),
    }),
    gates: schemas/* object */.Ikc({
        canaryGatePassed: schemas/* boolean */.zMY(),
        status: schemas/* enum */.k5n(['go', 'no-go']),
    }),
});
/**
 * Made from the plan and its time alone, so that a repeated run writes the same bytes.
 * @param plannedAt time of the plan's ledger entry
 */
function goNoGo(plan, { planHash, plannedAt, go }) {
    return {
        version: plan.version,
        buildType: plan.channel,
        gitShortHash: plan.commit.slice(0, 7),
        generatedAt: plannedAt,
        planHash,
        releaseInputs: {
            releaseVersion: plan.version,
            baselineVersion: plan.baseline,
            deploymentStrategy: plan.strategy,
            desktopRolloutPercentage: String(plan.desktopRolloutPercentage),
        },
        gates: { canaryGatePassed: go, status: go ? 'go' : 'no-go' },
    };
}
/** Canonical JSON with a final line break: the bytes of the asset. */
function goNoGoJson(decision) {
    return `${(0,canonical/* canonical */.$)(decision)}\n`;
}
function goNoGoMarkdown(decision) {
    const { gates, releaseInputs } = decision;
    return [
        `# ${gates.status === 'go' ? 'Go' : 'No-go'}: ${(0,markdown/* inert */.tJ)(spoken(decision.version))}`,
        (0,markdown/* table */.tp)(['', ''], [
            ['Build type', decision.buildType],
            ['Commit', (0,markdown/* raw */.lS)(`\`${decision.gitShortHash}\``)],
            ['Baseline', releaseInputs.baselineVersion],
            ['Strategy', releaseInputs.deploymentStrategy],
            ['Desktop rollout', `${releaseInputs.desktopRolloutPercentage} %`],
        ]),
        (0,markdown/* fenced */.OF)(goNoGoJson(decision).trimEnd(), 'json'),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(63291);
;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function releaseKey(input, text, config) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const parsed = scheme.read(text);
    if (parsed === undefined)
        throw new failure/* Failure */.HR('bad-input', `input ${input}: must be ${scheme.examples}`);
    return { product: config.product, ...parsed };
}
/** The part of it that names a chain. */
function chainOf({ product, channel, version }) {
    return { product, channel, version };
}

// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(48994);
;// CONCATENATED MODULE: ./lib/domain/release/checksums.js

/** Larger files are no list of checksums. */
const LARGEST = (/* unused pure expression or super */ null && (1024 * 1024));
const LINE = /^([0-9a-f]{64}) {2}(\S(?:.{0,253}\S)?)$/;
/**
 * Read lines `<64 hex>  <file>` as `sha256sum` writes them. Strict, because a line that is skipped is a file that
 * nobody checked.
 * @throws Failure `bad-checksums` naming the line.
 */
function checksums_parseChecksums(text) {
    if (text.length > LARGEST)
        throw bad('the file is larger than 1 MiB');
    const found = new Map();
    for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
        const [, hex, file] = LINE.exec(line) ?? [];
        if (hex === undefined || file === undefined)
            throw bad(`line ${index + 1} is none`);
        if (found.has(file))
            throw bad(`line ${index + 1} names a file again`);
        found.set(file, hex);
    }
    return found;
}
function bad(problem) {
    return new Failure('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
}

;// CONCATENATED MODULE: ./lib/app/inspect-asset.js



/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = (/* unused pure expression or super */ null && (['bad-asset', 'bad-checksums']));
/**
 * Have the bytes of a declared asset measured, and hold them against its line of the checksums and GitHub's own digest.
 * A draft will do. What is wrong with the release is an answer; that it could not be asked is a Failure.
 * @param measure Downloads the asset, and says what else is wanted of it.
 */
async function inspect_asset_inspectAsset(declared, version, release, releases, measure) {
    const name = fill(declared.name, { version });
    try {
        const asset = presentAsset(release, name);
        const list = presentAsset(release, fill(declared.checksums, { version }));
        const checksums = parseChecksums(new TextDecoder().decode(await releases.download(list)));
        const file = await measure(asset);
        assertSame(asset, file, checksums);
        return { kind: 'sound', name, file };
    }
    catch (error) {
        if (!(error instanceof Failure) || !UNSOUND.includes(error.code))
            throw error;
        return { kind: 'unsound', name, problem: error.message };
    }
}
function presentAsset(release, name) {
    const asset = release.assets.find((a) => a.name === name);
    if (asset === undefined)
        throw unsound(`${name} is not on the release ${release.tag}`);
    if (asset.state !== 'uploaded')
        throw unsound(`${name} is ${asset.state}, not uploaded`);
    return asset;
}
function assertSame(asset, { sha256, size }, checksums) {
    const listed = checksums.get(asset.name);
    if (size !== asset.size)
        throw unsound(`${asset.name} has ${size} bytes, not ${asset.size}`);
    if (asset.digest !== '' && asset.digest !== `sha256:${sha256}`)
        throw unsound(`${asset.name} has not the digest that GitHub says`);
    if (listed === undefined)
        throw unsound(`${asset.name} has no line in the checksums`);
    if (listed !== sha256)
        throw unsound(`${asset.name} has not the digest of its checksums line`);
}
function unsound(problem) {
    return new Failure('bad-asset', problem);
}

;// CONCATENATED MODULE: ./lib/app/fetch-asset.js



/**
 * Download an asset of a version to a temporary file, verified against its line of the checksums. The release may be a
 * draft.
 * @param name As the config writes it, with `{version}`; an artefact of kind release-asset of that name says where
 * its checksums are.
 * @throws Failure `absent` for an undeclared asset or a missing release, `bad-asset` for wrong or missing bytes.
 */
async function fetchAsset(name, version, config, ports) {
    const declared = declaredAsset(name, config);
    const release = await releaseOf(version, config['tag-prefix'], ports.releases);
    const found = await inspectAsset(declared, version, release, ports.releases, whole(ports));
    if (found.kind === 'unsound')
        throw new Failure('bad-asset', found.problem, 'Build and upload the release again');
    const { bytes, sha256 } = found.file;
    const path = await ports.files.writeTemporary(found.name, bytes);
    return { name: found.name, path, sha256, bytes: bytes.length };
}
/** An asset with its bytes, for those who need them. */
function whole({ releases, digest }) {
    return async (asset) => {
        const bytes = await releases.download(asset);
        return { bytes, sha256: digest(bytes).replace(/^sha256:/, ''), size: bytes.length };
    };
}
function declaredAsset(name, { artefacts }) {
    for (const artefact of artefacts)
        if (artefact.kind === 'release-asset' && artefact.name === name)
            return artefact;
    throw new Failure('absent', `the asset ${name} is not declared`, 'List it under artefacts as a release-asset with its checksums');
}
/** The release of a version, drafts included. @throws Failure `absent`. */
async function releaseOf(version, tagPrefix, releases) {
    const tag = (0,release_version/* tagOf */.cO)(version, tagPrefix);
    const release = await releases.byTag(tag);
    if (release !== undefined)
        return release;
    throw new failure/* Failure */.HR('absent', `there is no release ${tag}`, 'Build and draft it before this run; a draft is shown only to a token with contents: write');
}

;// CONCATENATED MODULE: ./lib/app/publish-artifact.js

/** Another decision in the same attempt, and the names that lost answers took, hardly make more. */
const NAMES = 5;
/** What an artifact says that holds something else. */
const ELSE = ['absent', 'bad-archive'];
/**
 * One artifact of these files, however often this runs. A name is taken for good, also by an upload whose answer was
 * lost or by one that was cut: what stands under it decides, else the next name (`<name>-2`) is tried.
 * @returns The name under which the files are. @throws Failure `taken` when all names are.
 */
async function publishArtifact(name, files, artifacts) {
    for (let turn = 1; turn <= NAMES; turn++) {
        const own = turn === 1 ? name : `${name}-${turn}`;
        if (await stored(own, files, artifacts))
            return own;
    }
    throw new failure/* Failure */.HR('taken', `the artifacts ${name} to ${name}-${NAMES} hold something else`);
}
async function stored(name, files, artifacts) {
    try {
        await artifacts.upload(name, files);
        return true;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR && error.code === 'taken'))
            throw error;
        return holds(name, files, artifacts);
    }
}
async function holds(name, files, artifacts) {
    try {
        const present = await artifacts.download(name, Object.keys(files));
        return Object.entries(files).every(([file, text]) => present[file] === text);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && ELSE.includes(error.code))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/app/publish-asset.js

/** Pauses after an upload that came to nothing, milliseconds: GitHub holds the name of a cut one for a while. */
const publish_asset_PAUSES_MS = [1000, 5000];
/**
 * Exactly one asset of these bytes on the release, however often this runs: what stands there after each attempt
 * decides, whatever was answered. A published immutable release keeps what it has. Own bytes that did not arrive whole
 * are removed from a draft.
 * @throws Failure when three uploads came to nothing, the release is gone, or what stands must stay.
 */
async function publishAsset(listed, asset, ports) {
    const release = await ports.releases.now(listed);
    if (release === undefined)
        throw new failure/* Failure */.HR('absent', `the release ${listed.tag} is gone`);
    if (await publish_asset_holds(release, asset, ports))
        return 'same';
    if (release.immutable && !release.draft)
        return 'immutable';
    const other = release.assets.find((a) => a.name === asset.name && a.state === 'uploaded');
    if (other !== undefined)
        asset.prove(await ports.releases.download(other));
    await uploadUntilHeld(release, asset, ports, publish_asset_PAUSES_MS);
    return other === undefined ? 'uploaded' : 'replaced';
}
async function uploadUntilHeld(release, asset, ports, [pause, ...pauses]) {
    const failure = await uploadOver(release, asset, ports.releases);
    if (failure === undefined)
        return;
    const standing = await ports.releases.now(release);
    if (standing !== undefined && (await publish_asset_holds(standing, asset, ports)))
        return;
    if (standing === undefined || pause === undefined || isFinal(failure)) {
        if (standing?.draft && failure.code === 'bad-upload')
            await withdraw(standing, asset, ports);
        throw failure;
    }
    await ports.clock.sleep(pause);
    await uploadUntilHeld(standing, asset, ports, pauses);
}
/** Half of what was sent is nothing to publish a draft with. That it could not be removed is no news: the upload failed. */
async function withdraw({ assets }, { name }, { releases }) {
    try {
        for (const own of assets.filter((a) => a.name === name))
            await releases.remove(own);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
    }
}
/** Undefined when the asset is up. What has the name, another decision or half an upload, goes first. */
async function uploadOver(release, { name, bytes, type }, releases) {
    try {
        for (const old of release.assets.filter((a) => a.name === name))
            await remove(old, releases);
        await releases.upload(release, name, bytes, type);
        return undefined;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            return error;
        throw error;
    }
}
/** Another run may have been faster. */
async function remove(asset, releases) {
    try {
        await releases.remove(asset);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR && error.code === 'absent'))
            throw error;
    }
}
/** A missing right does not come by waiting, and who was silent once is not waited for three times. */
function isFinal({ code }) {
    const final = ['unauthorised', 'forbidden', 'absent', 'rate-limited', 'cancelled', 'timeout'];
    return final.includes(code);
}
/** By its digest; where GitHub gives none (older servers), by its bytes. */
async function publish_asset_holds({ assets }, { name, bytes }, { digest, releases }) {
    const standing = assets.find((a) => a.name === name && a.state === 'uploaded');
    if (standing === undefined || standing.size !== bytes.length)
        return false;
    const stored = standing.digest === '' ? `sha256:${(await releases.measure(standing)).sha256}` : standing.digest;
    return stored === digest(bytes);
}

;// CONCATENATED MODULE: ./lib/app/left-behind.js

/**
 * What the jobs of a run have found out is of the plan that they were run under. Was the release planned anew since, be
 * it with the same plan, then a job of that run which is run again says nothing of it.
 * @param run Id of the run that acts.
 * @throws Failure `overtaken` where the run has written before that plan, and nothing since.
 */
function proveNotLeftBehind(entries, { plan, planSeq }, run) {
    const last = entries.findLast((e) => e.run.id === run);
    if (last === undefined || last.seq >= planSeq)
        return;
    const planner = entries.find(({ seq }) => seq === planSeq)?.run.id;
    throw new failure/* Failure */.HR('overtaken', `run ${planner} has planned ${plan.product} ${plan.version} anew, and what run ${run} knows is older`, 'Run all jobs of the run again, or leave the release to the other one');
}

;// CONCATENATED MODULE: ./lib/domain/instant.js
/** Moments as text and as milliseconds since 1970, by the Gregorian calendar; the domain asks no clock. */
const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-]\d\d):(\d\d))$/;
const MINUTE = 60_000;
const DAY = 86_400_000;
/** Days of four centuries, and from the first of March of the year 0 to the first day of 1970. */
const ERA = 146_097;
const EPOCH = 719_468;
/** Milliseconds of an ISO 8601 text with its zone; NaN where it is none. */
function instantOf(text) {
    const found = FORM.exec(text);
    if (found === null)
        return Number.NaN;
    const [, year, month, day, hour, minute, second, fraction = '', zone = '+00', more] = found;
    const offset = Number(zone) * 60 + Number(`${zone.slice(0, 1)}${more ?? '00'}`);
    const minutes = Number(hour) * 60 + Number(minute) - offset;
    const ms = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
    const days = daysOf(Number(year), Number(month), Number(day));
    return days * DAY + minutes * MINUTE + Number(second ?? 0) * 1000 + ms;
}
/** ISO 8601 in UTC with milliseconds, for the years 0 to 9999. */
function instantText(time) {
    const days = Math.floor(time / DAY);
    const rest = time - days * DAY;
    const [year, month, day] = dateOf(days);
    const two = (value) => String(Math.floor(value)).padStart(2, '0');
    const clock = `${two(rest / 3_600_000)}:${two((rest / MINUTE) % 60)}:${two((rest / 1000) % 60)}`;
    const ms = String(Math.floor(rest % 1000)).padStart(3, '0');
    return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}.${ms}Z`;
}
/** The year begins in March, so that the leap day is its last. */
function daysOf(year, month, day) {
    const y = month <= 2 ? year - 1 : year;
    const era = Math.floor(y / 400);
    const inEra = y - era * 400;
    const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
    return era * ERA + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - EPOCH;
}
function dateOf(days) {
    const era = Math.floor((days + EPOCH) / ERA);
    const inEra = days + EPOCH - era * ERA;
    const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / (ERA - 1));
    const year = Math.floor((inEra - leaps) / 365);
    const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
    const month = Math.floor((5 * inYear + 2) / 153);
    const day = inYear - Math.floor((153 * month + 2) / 5) + 1;
    const isNext = month >= 10;
    return [era * 400 + year + (isNext ? 1 : 0), isNext ? month - 9 : month + 3, day];
}

;// CONCATENATED MODULE: ./lib/domain/rollout/met.js

/** A plan that nobody has said anything about. */
const NOTHING_MET = {
    approved: undefined,
    accepted: undefined,
    noticed: undefined,
    backedUp: undefined,
    done: { prepared: [], 'pre-checked': [], 'post-checked': [], closed: [] },
    overridden: [],
    handedOver: undefined,
};
/** What is met after one more entry. */
function meet(met, { conditions }, entry) {
    switch (entry.kind) {
        case 'approval':
            return approved(met, entry, conditions?.approval === 'signed');
        case 'checkpoint':
            return done(met, entry.payload);
        case 'notice-delivered':
            return { ...met, noticed: earlier(met.noticed, entry.payload.delivered) };
        case 'backup':
            return { ...met, backedUp: entry.payload.made };
        case 'override':
            return { ...met, overridden: [...met.overridden, entry.payload.condition] };
        case 'handover':
            return { ...met, handedOver: met.handedOver ?? entry.time };
        default:
            return met;
    }
}
function approved(met, entry, isSigned) {
    const { decision, by } = entry.payload;
    if (decision === 'accept')
        return { ...met, accepted: met.accepted ?? by };
    if (isSigned && entry.signature === null)
        return met;
    return { ...met, approved: met.approved ?? by };
}
function done(met, payload) {
    const before = met.done[payload.checkpoint];
    const all = [...new Set([...before, ...payload.done])];
    return { ...met, done: { ...met.done, [payload.checkpoint]: all } };
}
function earlier(before, time) {
    return before !== undefined && instantOf(before) <= instantOf(time) ? before : time;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/state.js

/** Stage of a shift that takes all traffic back. */
const BACK = -1;
/** Fold the entries since the last plan. Undefined when nothing was planned. */
function rolloutOf(entries) {
    let state;
    for (const entry of entries) {
        if (entry.kind === 'plan')
            state = begin(entry);
        else if (state !== undefined)
            state = { ...apply(state, entry), met: meet(state.met, state.plan, entry) };
    }
    return state;
}
function begin({ payload, planHash, seq, time }) {
    return {
        plan: payload.plan,
        planHash: planHash ?? '',
        planSeq: seq,
        plannedAt: time,
        stage: 0,
        shifted: false,
        breach: undefined,
        decideBy: undefined,
        reason: '',
        pending: undefined,
        begun: undefined,
        since: undefined,
        held: undefined,
        met: NOTHING_MET,
        weights: undefined,
        served: undefined,
        result: undefined,
    };
}
function apply(state, entry) {
    if (entry.kind === 'intent')
        return intended(state, { ...entry.payload, run: entry.run.id });
    if (entry.kind === 'verdict')
        return judged(state, entry.payload);
    if (entry.kind === 'outcome')
        return settled(state, entry.payload, entry.time);
    if (entry.kind === 'decision')
        return decided(state, entry);
    return state;
}
const UNJUDGED = { breach: undefined, decideBy: undefined };
function decided(state, { payload, time }) {
    if (payload.decision === 'pause')
        return { ...state, held: `paused by ${payload.by}: ${payload.reason}` };
    const goesOn = { ...state, held: undefined };
    // A stage that paused by itself is judged anew, from now on.
    return state.breach === 'pause' ? { ...goesOn, ...UNJUDGED, since: time } : goesOn;
}
/** A way back that has begun is gone to its end, also when the run that began it died after the shift. */
function intended(state, intent) {
    if (intent.stage !== BACK)
        return { ...state, pending: intent };
    return { ...state, pending: intent, breach: 'rollback', reason: intent.reason };
}
/** Where a release stands when a stage has passed. */
const NEXT = { ...UNJUDGED, shifted: false, since: undefined, reason: '' };
function judged(state, verdict) {
    // Nothing that is judged later turns a way back around, or goes on with what was stopped.
    if (verdict.stage !== state.stage || state.breach === 'rollback')
        return state;
    if (state.breach === 'stop')
        return state;
    if (verdict.breach === 'none' && verdict.verdict === 'pass')
        return { ...state, ...NEXT, stage: state.stage + 1 };
    const { breach, reason, decideBy } = verdict;
    return { ...state, breach: breach === 'page' ? 'pause' : breach, reason, decideBy };
}
function settled(state, outcome, time) {
    if (outcome.effect === 'release')
        return { ...state, result: outcome.result, reason: outcome.reason };
    const forward = outcome.stage === state.stage;
    const since = forward ? time : undefined;
    const begun = state.begun ?? since;
    const served = outcome.stage < 0 ? state.served : outcome.stage;
    const { weights } = outcome;
    return { ...state, pending: undefined, weights, served, shifted: forward, begun, since };
}

;// CONCATENATED MODULE: ./lib/app/planned-rollout.js


/**
 * Where a planned release stands.
 * @param planHash The plan that the caller was given; undefined where the ledger's is the one that holds.
 * @throws Failure `no-plan`, `other-plan`.
 */
function plannedRollout(entries, release, planHash) {
    const rollout = rolloutOf(entries);
    if (rollout === undefined)
        throw new failure/* Failure */.HR('no-plan', `there is no plan for ${release.product} ${release.version}`, 'Run the action plan first');
    if (planHash !== undefined && rollout.planHash !== planHash)
        throw new failure/* Failure */.HR('other-plan', `the ledger holds the plan ${rollout.planHash}, not ${planHash}`, 'Start the pipeline again');
    return rollout;
}

;// CONCATENATED MODULE: ./lib/app/publish-decision.js




/**
 * The decision that follows from the ledger's plan. @throws Failure `no-plan`, `other-plan`, `overtaken`; `contradicted`
 * for a go after the release was taken back.
 */
async function decisionOf(release, wanted, ledger) {
    const entries = await ledger.entries(release);
    const rollout = plannedRollout(entries, release, wanted.planHash);
    const { plan, planHash, result } = rollout;
    proveNotLeftBehind(entries, rollout, ledger.run);
    if (wanted.go && result === 'rolled-back')
        throw new failure/* Failure */.HR('contradicted', `the ledger says that ${plan.version} was rolled back`, 'Publish no-go');
    const plans = entries.filter((e) => e.kind === 'plan');
    const plannedAt = plans.at(-1)?.time ?? '';
    return {
        decision: goNoGo(plan, { planHash, plannedAt, go: wanted.go }),
        commit: plan.commit,
        planHashes: new Set(plans.map((e) => e.planHash ?? '')),
    };
}
/**
 * A go is for one commit: whoever follows the tag must come to it. A no-go stops, wherever the tag is.
 * @throws Failure `contradicted` when the tag is somewhere else by now, or gone.
 */
async function proveTag({ decision, commit }, tag, repository) {
    if (decision.gates.status === 'no-go')
        return;
    const now = await repository.tagCommit(tag);
    if (now === commit)
        return;
    const where = now === undefined ? 'is gone' : `is at ${now.slice(0, 7)}`;
    throw new failure/* Failure */.HR('contradicted', `the tag ${tag} ${where}, and ${commit.slice(0, 7)} was planned`, 'Put the tag back, or roll the release back and plan it anew');
}
/**
 * What stands on the release gives way to a decision that came after it, of a plan of this ledger. What is no decision
 * at all gives way as well.
 * @throws Failure `contradicted` for a newer decision, and for one that this repository never planned.
 */
function proveOlder(standing, { decision, planHashes }) {
    const old = GoNoGo.safeParse(jsonOf(standing)).data;
    if (old === undefined)
        return;
    if (Date.parse(old.generatedAt) > Date.parse(decision.generatedAt))
        throw refusal(`is of a newer plan (${old.generatedAt})`, 'Publish the decision of that plan');
    if (old.version !== decision.version || !planHashes.has(old.planHash))
        throw refusal('is of a plan that this ledger does not have', 'Look who put it there, delete it');
}
function refusal(what, remedy) {
    return new failure/* Failure */.HR('contradicted', `the decision that stands on the release ${what}`, remedy);
}
function jsonOf(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/app/publish-metadata.js








const GO_NO_GO_ASSET = 'release-go-no-go.json';
/** Publish the decision on a release as workflow artifact and as release asset. */
async function publishMetadata(request, config, ports) {
    const key = releaseKey('version', request.version, config);
    const wanted = { planHash: request['plan-hash'], go: request.decision === 'go' };
    const decided = await decisionOf(chainOf(key), wanted, ports.ledger);
    const { decision } = decided;
    const json = goNoGoJson(decision);
    const outputs = {
        asset: GO_NO_GO_ASSET,
        'artifact-name': artifactName(key.version, request.attempt),
        digest: ports.digest(json),
        'desktop-rollout-percentage': decision.releaseInputs.desktopRolloutPercentage,
    };
    const summary = [goNoGoMarkdown(decision)];
    if (request['dry-run'])
        return { verdict: (0,verdict/* passed */.bF)(`dry run: ${request.decision} would be published`), outputs, summary };
    const asset = await publishDecision(decided, config, ports);
    const files = { [GO_NO_GO_ASSET]: json, 'release-go-no-go.md': summary.join('') };
    if (request.artifact)
        outputs['artifact-name'] = await publishArtifact(outputs['artifact-name'], files, ports.artifacts);
    const where = WHERE[asset];
    return { verdict: (0,verdict/* passed */.bF)(`${request.decision} for ${key.version}, ${where}`), outputs, summary };
}
/** What became of the asset, for people. */
const WHERE = {
    uploaded: 'asset uploaded',
    same: 'asset same',
    replaced: 'asset replaced',
    immutable: 'the release is immutable: only the ledger and the artifact carry it',
    none: 'versions have no GitHub release: only the ledger and the artifact carry it',
};
/** The decision as release asset, where versions have a release. */
async function publishDecision(decided, config, ports) {
    const tagPrefix = (0,release_scheme/* tagPrefixOf */.OX)(config);
    if (tagPrefix === undefined)
        return 'none';
    const release = await releaseOf(decided.decision.version, tagPrefix, ports.releases);
    await proveTag(decided, release.tag, ports.repository);
    const asset = {
        name: GO_NO_GO_ASSET,
        bytes: new TextEncoder().encode(goNoGoJson(decided.decision)),
        type: 'application/json',
        prove: (standing) => proveOlder(standing, decided),
    };
    return publishAsset(release, asset, ports);
}
function artifactName(version, attempt) {
    // GitHub refuses a colon in a name.
    return `release-go-no-go-${version.replace(':', '-')}${attempt === 1 ? '' : `-attempt-${attempt}`}`;
}

// EXTERNAL MODULE: ./lib/domain/ledger/public-key.js
var public_key = __webpack_require__(21993);
;// CONCATENATED MODULE: ./lib/adapters/ed25519.js



/** Loaded by who has a key: see `digest.ts`. */
const ed25519_crypto = () => process.getBuiltinModule('node:crypto');
/** @param x The public key, 32 bytes in base64url. */
function knownKey(x) {
    const { createPublicKey, verify } = ed25519_crypto();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return {
        kid: (0,public_key/* thumbprint */.O1)(x, digest/* sha256 */.sc),
        verify: (data, signature) => verify(null, Buffer.from(data), key, Buffer.from(signature, 'base64url')),
    };
}
/**
 * @param text PKCS#8 PEM, or JWK.
 * @throws Failure `bad-input` that shows nothing of the text.
 */
function signerOf(text) {
    const { createPublicKey, sign } = ed25519_crypto();
    const key = privateKeyOf(text);
    const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
    return {
        kid: (0,public_key/* thumbprint */.O1)(x, digest/* sha256 */.sc),
        sign: (data) => sign(null, Buffer.from(data), key).toString('base64url'),
    };
}
function privateKeyOf(text) {
    const key = readable(text);
    if (key?.asymmetricKeyType === 'ed25519')
        return key;
    throw new failure/* Failure */.HR('bad-input', 'input ledger-key: is no private Ed25519 key', 'Make one with openssl genpkey -algorithm ed25519, and give all lines of its file');
}
function readable(text) {
    const { createPrivateKey, createPublicKey } = ed25519_crypto();
    try {
        if (!text.startsWith('{'))
            return createPrivateKey(text);
        const jwk = JSON.parse(text);
        const key = createPrivateKey({ key: jwk, format: 'jwk' });
        // Node makes the public half of the private one and does not compare.
        return createPublicKey(key).export({ format: 'jwk' }).x === jwk.x ? key : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/domain/grouped.js
/** Items by the key of each, in the order of their first. The command line runs where `Map.groupBy` is unknown. */
function grouped(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}

// EXTERNAL MODULE: ./lib/domain/config/complaint.js
var complaint = __webpack_require__(8310);
// EXTERNAL MODULE: ./lib/domain/config/notifications.js
var notifications = __webpack_require__(83191);
// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var audience = __webpack_require__(58850);
;// CONCATENATED MODULE: ./lib/domain/rollout/weigh.js

/** Name of the evidence that the score is: no objective has a space in its name. */
const SCORE = 'score of objectives';
/**
 * The verdict over one look: the worst of what binds, where an objective that only notifies binds nothing, and where
 * there is a score those that are not critical bind by their weight together.
 */
function weigh(evidence, weighing) {
    const those = (part) => evidence.filter((e) => partOf(e, weighing) === part);
    const [binding, scored, told] = [those('binding'), those('scored'), those('told')];
    const score = scored.length === 0 ? [] : [scoreOf(scored, weighing)];
    const pieces = [...binding, ...score];
    const nothing = told.length > 0 && pieces.length === 0;
    const { verdict, reason } = nothing ? NOTHING_BINDS : overall(pieces);
    return {
        verdict,
        reason: [reason, ...told.filter(({ verdict: v }) => v === 'fail').map(toldText)].join('; '),
        evidence: [...evidence, ...score],
    };
}
const NOTHING_BINDS = { verdict: 'pass', reason: 'nothing may hold it' };
function toldText({ name, answer, limit }) {
    return `told, and goes on: ${name}: ${answer}, wanted ${limit}`;
}
function partOf({ name }, { objectives, score }) {
    const objective = objectives.find((o) => o.name === name);
    if (objective?.onBreach === 'notify')
        return 'told';
    return objective === undefined || score === undefined || objective.critical ? 'binding' : 'scored';
}
/** What is not known may still pass or fail: only what is certain either way decides. */
function scoreOf(scored, { objectives, score = 100 }) {
    const weightOf = ({ name }) => objectives.find((o) => o.name === name)?.weight ?? 1;
    const sum = (kinds) => scored.reduce((all, e) => all + (kinds.includes(e.verdict) ? weightOf(e) : 0), 0);
    const all = sum(['pass', 'fail', 'inconclusive']);
    const least = (100 * sum(['pass'])) / all;
    const most = (100 * sum(['pass', 'inconclusive'])) / all;
    const verdict = least >= score ? 'pass' : most < score ? 'fail' : 'inconclusive';
    const bad = scored.filter((e) => e.verdict !== 'pass').map((e) => `${e.name} ${e.answer}`);
    return {
        name: SCORE,
        verdict,
        question: scored.map((e) => `${e.name} × ${weightOf(e)}`).join(' + '),
        answer: [`${Number(least.toFixed(2))} of 100`, ...bad].join(', '),
        limit: `at least ${score}`,
    };
}
/** The pieces of evidence that count against a release: those that bind and fail. */
function weigh_breached(evidence, weighing) {
    const isScoreBad = evidence.some((e) => e.name === SCORE && e.verdict === 'fail');
    const counts = { binding: true, scored: isScoreBad, told: false };
    return evidence.filter((e) => e.verdict === 'fail' && e.name !== SCORE && counts[partOf(e, weighing)]);
}
/** The pieces of evidence whose objective only notifies, and which are beyond their limit. */
function toBeTold(evidence, weighing) {
    return evidence.filter((e) => e.verdict === 'fail' && partOf(e, weighing) === 'told');
}

;// CONCATENATED MODULE: ./lib/domain/rollout/judge-stage.js


/** What a verdict can lead to, from the mildest on. */
const BREACHES = ['none', 'page', 'pause', 'stop', 'rollback'];
/** The objectives that a stage is held against: it may want more requests than an objective by itself. */
function stageObjectives({ stages, objectives }, index) {
    const minRequests = stages[index]?.minRequests ?? 0;
    return objectives.map((o) => ({ ...o, minSamples: Math.max(o.minSamples, minRequests) }));
}
/** What the plan says of an objective, or of the comparison; undefined for a question about the world. */
function onBreachOf(name, { objectives, comparison }) {
    if (name === COMPARISON && comparison !== undefined)
        return comparison.onBreach;
    return objectives.find((o) => o.name === name)?.onBreach;
}
/** The hardest of what is said of what is broken; anything else that is no pass takes the traffic back. */
function breachOf({ verdict, evidence }, plan) {
    if (verdict === 'pass')
        return 'none';
    const said = breached(evidence, plan).map((e) => onBreachOf(e.name, plan) ?? 'rollback');
    return BREACHES.findLast((breach) => said.some((one) => one === breach)) ?? 'rollback';
}
/** Milliseconds in which people have to decide about a breach that pages: the shortest of those that page. */
function decideWithin({ evidence }, plan) {
    return Math.min(...pages(evidence, plan).map((o) => o.decideWithin ?? Number.POSITIVE_INFINITY));
}
/** The roles that are asked about a breach that pages; empty where the objectives name none. */
function rolesAsked({ evidence }, plan) {
    return [...new Set(pages(evidence, plan).flatMap((o) => o.who ?? []))];
}
function pages(evidence, plan) {
    const names = breached(evidence, plan).map(({ name }) => name);
    return plan.objectives.filter((o) => o.onBreach === 'page' && names.includes(o.name));
}

// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var objective = __webpack_require__(34356);
;// CONCATENATED MODULE: ./lib/domain/release/type.js
/** The types of a release, smallest first. */
const RELEASE_TYPES = ['patch', 'minor', 'major', 'migration'];
/** What a type may be called; `by-version`: the one that follows from baseline and version. */
const TYPE_WORDS = (/* unused pure expression or super */ null && (['by-version', 'patch', 'hotfix', 'minor', 'major', 'migration']));
/** The type that a word names; undefined for `by-version`. A hotfix is a patch in a hurry: the same is asked of it. */
function typeNamed(word) {
    if (word === 'by-version')
        return undefined;
    return word === 'hotfix' ? 'patch' : word;
}

// EXTERNAL MODULE: ./lib/domain/rollout/conditions.js
var conditions = __webpack_require__(44742);
;// CONCATENATED MODULE: ./lib/domain/rollout/downtime.js

/** A downtime that was declared for a release: whole seconds, in UTC. */
const Downtime = schemas/* strictObject */.rej({
    /** `lock`: data is locked. `window`: the service may be away. */
    kind: schemas/* enum */.k5n(['lock', 'window']),
    from: iso/* datetime */.w$({ precision: 0 }),
    to: iso/* datetime */.w$({ precision: 0 }),
    reason: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./lib/domain/rollout/planned-comparison.js

/** Kinds of metrics that a source can give for both versions, as the judge of comparisons names them. */
const COMPARED_KINDS = ['latency', 'errors', 'restarts', 'sessions', 'gauge', 'lag'];
const ComparedMetric = schemas/* strictObject */.rej({
    /** Unique within a comparison. */
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(COMPARED_KINDS),
    /** Template with `{version}` and `{window}`; null for the metrics that the provider knows. */
    query: schemas/* string */.YjP().nullable(),
    /** Of sessions: what counts those that began, where `query` counts those that crashed. */
    total: schemas/* string */.YjP().optional(),
});
/** How the new version is compared with the old one while a stage bakes: all that its verdict depends on beside what was seen. */
const PlannedComparison = schemas/* strictObject */.rej({
    metrics: schemas/* array */.YOg(ComparedMetric).min(1),
    /** Shortest look, milliseconds. */
    look: schemas/* int */.Whr().positive(),
    /** A bake that is longer than so many looks has longer ones. */
    maxLooks: schemas/* int */.Whr().positive(),
    /** Of the whole release: the chance to stop a healthy one. */
    alpha: schemas/* number */.aig(),
    /** How much less evidence than 1/alpha stops. */
    relaxed: schemas/* number */.aig(),
    minEffect: schemas/* number */.aig(),
    /** Milliseconds. */
    warmUp: schemas/* int */.Whr().positive(),
    minRequests: schemas/* int */.Whr().positive(),
    /** What healthy groups may differ by, as shares of the level. */
    healthy: schemas/* strictObject */.rej({ offset: schemas/* number */.aig(), ownNoise: schemas/* number */.aig(), memory: schemas/* number */.aig() }),
    onBreach: schemas/* enum */.k5n(['pause', 'rollback']),
});

;// CONCATENATED MODULE: ./lib/domain/rollout/planned-policy.js

/** How an objective is judged, beyond its limit; each absent where nobody asked for it. Times are milliseconds. */
const PlannedPolicy = {
    window: schemas/* int */.Whr().positive().optional(),
    maxAge: schemas/* int */.Whr().positive().optional(),
    consecutive: schemas/* int */.Whr().min(2).optional(),
    must: schemas/* literal */.euz('grow').optional(),
    versus: schemas/* literal */.euz('baseline').optional(),
    decideWithin: schemas/* int */.Whr().positive().optional(),
    who: schemas/* string */.YjP().optional(),
    critical: schemas/* literal */.euz(true).optional(),
    weight: schemas/* number */.aig().positive().optional(),
};

;// CONCATENATED MODULE: ./lib/domain/rollout/plan.js








/** The strategies are the same state machine with other stages. */
const STRATEGIES = ['direct', 'canary', 'blue-green', 'rolling', 'stepwise'];
/** An objective as a plan freezes it. */
const PlannedObjective = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    metric: schemas/* string */.YjP(),
    query: schemas/* string */.YjP().nullable(),
    /** Name of the source; absent: that of `metrics`. */
    source: schemas/* string */.YjP().optional(),
    unit: schemas/* enum */.k5n(['ratio', 'milliseconds', 'count']),
    limit: schemas/* number */.aig(),
    direction: schemas/* enum */.k5n(objective/* DIRECTIONS */.X),
    onBreach: schemas/* enum */.k5n(objective/* ON_BREACH */.UJ),
    minSamples: schemas/* int */.Whr().positive(),
    ...PlannedPolicy,
});
const PlannedStage = schemas/* strictObject */.rej({
    /** Percent of the traffic, 0 to 100. */
    weight: schemas/* number */.aig().min(0).max(100),
    /** Milliseconds. */
    bake: schemas/* int */.Whr().positive(),
    /** Fewest requests that the new version must have served in the stage. */
    minRequests: schemas/* int */.Whr().nonnegative(),
    /** To whom it is shown; absent: everybody. */
    audience: audience/* Audience */.ln.optional(),
});
const PlannedArtefact = schemas/* strictObject */.rej({
    kind: schemas/* string */.YjP(),
    /** File name. */
    name: schemas/* string */.YjP(),
    /** `sha256:<hex>`. */
    digest: schemas/* string */.YjP(),
});
/** Who looks at a stage while it bakes, where it is not the run that began it. */
const PlannedClock = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['watch', 'schedule', 'external']),
    /** Longest time after the end of a bake in which somebody must have looked, milliseconds. */
    unattended: schemas/* int */.Whr().positive(),
    /** What becomes of a stage that nobody looked at in time. */
    overdue: schemas/* enum */.k5n(['pause', 'rollback']),
});
/** What will happen to one release. Holds no time and no run: planned again from the same facts, it is the same plan. */
const Plan = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    product: schemas/* string */.YjP(),
    channel: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
    baseline: schemas/* string */.YjP(),
    /** Commit of the version's tag. */
    commit: schemas/* string */.YjP(),
    /** Absent where the config has no types. */
    type: schemas/* enum */.k5n(RELEASE_TYPES).optional(),
    strategy: schemas/* enum */.k5n(STRATEGIES),
    /** Profile of the config; empty for none. */
    profile: schemas/* string */.YjP(),
    /** Profile under which the version has completed before; absent where none comes before. */
    after: schemas/* string */.YjP().optional(),
    /** Absent: the end of the release publishes its draft. */
    publishes: schemas/* literal */.euz(false).optional(),
    stages: schemas/* array */.YOg(PlannedStage).min(1),
    /** Absent: the run that begins a stage watches it to its end. */
    clock: PlannedClock.optional(),
    /** Absent: nobody has declared any. */
    downtime: Downtime.optional(),
    /** What it waits for; absent: for nothing. */
    conditions: conditions/* Conditions */.Xo.optional(),
    /** Milliseconds of the last stage, which watches all of the traffic once more. Absent: there is no such stage. */
    completing: schemas/* int */.Whr().positive().optional(),
    /** Milliseconds between two looks. */
    interval: schemas/* int */.Whr().positive(),
    /** Empty only where the config says `objectives: none`. */
    objectives: schemas/* array */.YOg(PlannedObjective),
    /** Absent: the new version is compared with nothing. */
    comparison: PlannedComparison.optional(),
    /** Percent of the weight of the objectives that must pass; absent: every objective must. */
    score: schemas/* number */.aig().positive().max(100).optional(),
    artefacts: schemas/* array */.YOg(PlannedArtefact),
    /** Percent of desktop clients, 1 to 100. */
    desktopRolloutPercentage: schemas/* int */.Whr().min(1).max(100),
});
/** Milliseconds from the first weight to the end of the last bake. */
function plannedDuration(plan) {
    return plan.stages.reduce((sum, stage) => sum + stage.bake, 0);
}

;// CONCATENATED MODULE: ./lib/domain/ledger/attachment.js

/** Bytes that fit into the ledger itself; what is larger lies where the release keeps its files. */
const LARGEST_IN_LEDGER = (/* unused pure expression or super */ null && (256 * 1024));
/** Folder of the ledger's branch that holds attached bytes, with the final slash. */
const ATTACHMENTS = 'attachments/';
/** A name that is safe in paths, tables and logs. */
const AttachmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][\w.+-]{0,99}$/, { error: 'must be letters, digits, dots, hyphens' });
/** Evidence beside the record: what it is called, its bytes by their digest, and where they lie. */
const Attachment = schemas/* strictObject */.rej({
    name: AttachmentName,
    /** Bytes. */
    size: schemas/* int */.Whr().nonnegative(),
    digest: schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/),
    place: schemas/* union */.KCZ([
        /** Path on the ledger's branch, named by the digest. */
        schemas/* strictObject */.rej({ ledger: schemas/* string */.YjP() }),
        /** Asset of the GitHub release of this tag. */
        schemas/* strictObject */.rej({ asset: schemas/* string */.YjP(), tag: schemas/* string */.YjP() }),
    ]),
});
/** Where the ledger's branch holds bytes of a digest `sha256:<hex>`. */
function attachmentPath(digest) {
    const hex = digest.slice('sha256:'.length);
    return `${ATTACHMENTS}${hex.slice(0, 2)}/${hex}`;
}
/** Where an attachment lies, for people. */
function placeText({ place }) {
    return 'ledger' in place ? 'in the ledger' : `asset ${place.asset} of ${place.tag}`;
}

// EXTERNAL MODULE: ./lib/domain/rollout/checkpoints.js
var checkpoints = __webpack_require__(17577);
;// CONCATENATED MODULE: ./lib/domain/ledger/by-hand.js



/** The login, and the role that the config asks for. */
const by = schemas/* string */.YjP();
const reason = schemas/* string */.YjP();
/** What people record about the conditions of a plan, by the kind of its entry. */
const BY_HAND = {
    /** Bound to the plan that the entry names. `accept`: what is new is accepted. */
    approval: schemas/* strictObject */.rej({ decision: schemas/* enum */.k5n(['approve', 'accept']), by, reason }),
    /** `done`: ids of the items that are done since. */
    checkpoint: schemas/* strictObject */.rej({
        checkpoint: schemas/* enum */.k5n(checkpoints/* CHECKPOINTS */.Y),
        done: schemas/* array */.YOg(schemas/* string */.YjP()).min(1),
        by,
        reason,
    }),
    'notice-delivered': schemas/* strictObject */.rej({
        notice: schemas/* literal */.euz(conditions/* NOTICE */.XJ),
        delivered: iso/* datetime */.w$(),
        by,
        reason,
    }),
    /** `reason` says where it lies. */
    backup: schemas/* strictObject */.rej({ made: iso/* datetime */.w$(), by, reason }),
    /** It goes on without this condition. */
    override: schemas/* strictObject */.rej({ condition: schemas/* enum */.k5n(conditions/* OVERRIDABLE */.cu), by, reason }),
    /** A run came to the first weight and met a condition: who meets it may go on. */
    handover: schemas/* strictObject */.rej({ reason }),
};

;// CONCATENATED MODULE: ./lib/domain/judging/compared-finding.js


const Figure = schemas/* number */.aig().nullable();
/** What a comparison found of one metric, in figures for people; null is what nobody knows. */
const ComparedFinding = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(COMPARED_KINDS),
    /** Level over all looks: the median latency in milliseconds, the share of what failed, the mean of a gauge or lag. */
    baseline: Figure,
    canary: Figure,
    /** Of the new version over the old one, and where it lies with a chance of 1 − alpha of the stage. */
    ratio: Figure,
    low: Figure,
    high: Figure,
    /** Requests, instances, sessions or readings of the new version. */
    n: schemas/* number */.aig(),
    /** In which both could be compared. */
    looks: schemas/* int */.Whr().nonnegative(),
});

;// CONCATENATED MODULE: ./lib/domain/judging/look-facts.js

/** What a look tells about a value beside it: with the value, the samples and the plan all that a verdict follows from. */
const LookFacts = schemas/* strictObject */.rej({
    /** Milliseconds that the value is over. */
    window: schemas/* number */.aig().nonnegative().optional(),
    /** Milliseconds from the newest sample to the end of the window; absent where the source does not say. */
    age: schemas/* number */.aig().nonnegative().optional(),
    /** Milliseconds of the window that the source remembers; absent where it does not say. */
    covered: schemas/* number */.aig().nonnegative().optional(),
    /** Unit of the source, where it says so. */
    unit: schemas/* enum */.k5n(['ratio', 'milliseconds', 'count']).optional(),
    /** Where the true value lies, as the source says. */
    interval: schemas/* strictObject */.rej({ lower: schemas/* number */.aig(), upper: schemas/* number */.aig() }).optional(),
    /** What the version before it has; without a value where there is no number. */
    baseline: schemas/* strictObject */.rej({ value: schemas/* number */.aig().optional(), samples: schemas/* number */.aig() }).optional(),
    /** Looks in a row that breach, this one included. */
    breaches: schemas/* int */.Whr().positive().optional(),
    /** Not all of the window is over: what has to happen in it may still happen. */
    early: schemas/* literal */.euz(true).optional(),
});

;// CONCATENATED MODULE: ./lib/domain/ledger/evidence-record.js




/** A verdict as the ledger writes it. */
const VerdictWord = schemas/* enum */.k5n(['pass', 'fail', 'inconclusive']);
/** Evidence as the ledger keeps it. */
const EvidenceRecord = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    verdict: VerdictWord,
    question: schemas/* string */.YjP(),
    answer: schemas/* string */.YjP(),
    limit: schemas/* string */.YjP(),
    /** As it was measured, in the unit of the objective. */
    value: schemas/* number */.aig().optional(),
    samples: schemas/* number */.aig().optional(),
    /** Of a comparison, metric by metric. */
    findings: schemas/* array */.YOg(ComparedFinding).readonly().optional(),
    /** What was seen, where the record has no room for it. */
    attachment: Attachment.optional(),
    look: LookFacts.optional(),
    interval: schemas/* object */.Ikc({ lower: schemas/* number */.aig(), upper: schemas/* number */.aig() }).optional(),
    hint: schemas/* string */.YjP().optional(),
});

;// CONCATENATED MODULE: ./lib/domain/ledger/signature.js


/** Who signed an entry, and the signature: a compact JWS (RFC 7515) whose payload is left out (its appendix F). */
const Signature = schemas/* strictObject */.rej({
    /** Thumbprint (RFC 7638) of the public key. */
    kid: schemas/* string */.YjP().regex(/^[\w-]{43}$/),
    jws: schemas/* string */.YjP()
        .max(1000)
        .regex(/^[\w-]*\.\.[\w-]*$/),
});
/** 64 bytes in base64url, of which there is one spelling. */
const ED25519 = /^[\w-]{85}[AQgw]$/;
/** The same entry, signed where somebody signs. */
function signed(entry, signer) {
    if (signer === undefined)
        return entry;
    const { kid, sign } = signer;
    const header = headerOf(kid);
    const jws = `${header}..${sign(signingInput(header, entry))}`;
    return { ...entry, signature: { kid, jws } };
}
/** Whether the signature is the key's and of these very contents. Its form is looked at before, by `formFault`. */
function isOf(entry, key) {
    const [header = '', signature = ''] = entry.signature?.jws.split('..') ?? [];
    return key.verify(signingInput(header, entry), signature);
}
/** Exactly one header is right for a key: what is wrong with another one, in words. */
function formFault({ kid, jws }) {
    const [header = '', signature = ''] = jws.split('..');
    if (header !== headerOf(kid))
        return headerFault(header, kid);
    return ED25519.test(signature) ? undefined : 'its signature is not 64 bytes of base64url';
}
function headerFault(header, kid) {
    const value = Header.safeParse(signature_jsonOf(header)).data;
    if (value === undefined)
        return 'the header of its signature cannot be read';
    if (value.alg !== 'EdDSA')
        return `its signature has the alg ${shown(value.alg)}, not EdDSA`;
    if (value.kid !== kid)
        return 'the header of its signature names another key';
    return 'the header of its signature does not hold just alg and kid';
}
const Header = schemas/* looseObject */._H3({ alg: schemas/* unknown */.L5J(), kid: schemas/* unknown */.L5J() });
const shown = (alg) => typeof alg === 'string' && /^[\w-]{1,20}$/.test(alg) ? alg : 'unknown';
/** The protected header (RFC 8037): nothing in it can be chosen. */
function headerOf(kid) {
    return base64url((0,canonical/* canonical */.$)({ alg: 'EdDSA', kid }));
}
/** What is signed: the header, and the canonical entry as it was before it was signed. */
function signingInput(header, entry) {
    return `${header}.${base64url((0,canonical/* canonical */.$)({ ...entry, signature: null }))}`;
}
function base64url(text) {
    const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
function signature_jsonOf(header) {
    try {
        return JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/')));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/domain/ledger/entry.js









const WeightMap = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().min(0).max(100));
const payloads = {
    plan: schemas/* strictObject */.rej({ plan: Plan }),
    /** Written before an outside effect. `from` are the weights it starts from. */
    intent: schemas/* strictObject */.rej({
        effect: schemas/* literal */.euz('shift'),
        stage: schemas/* int */.Whr(),
        reason: schemas/* string */.YjP(),
        from: WeightMap,
        to: WeightMap,
        /** To whom `to` applies; absent: everybody. */
        audience: audience/* Audience */.ln.optional(),
    }),
    /** Written after it; or the end of the release. */
    outcome: schemas/* discriminatedUnion */.gMt('effect', [
        schemas/* strictObject */.rej({ effect: schemas/* literal */.euz('shift'), stage: schemas/* int */.Whr(), weights: WeightMap }),
        schemas/* strictObject */.rej({
            effect: schemas/* literal */.euz('release'),
            result: schemas/* enum */.k5n(['completed', 'rolled-back', 'failed']),
            reason: schemas/* string */.YjP(),
        }),
    ]),
    /** `stage` is the index of the judged stage; null for a gate before the rollout. */
    verdict: schemas/* strictObject */.rej({
        gate: schemas/* string */.YjP(),
        stage: schemas/* int */.Whr().nullable(),
        verdict: VerdictWord,
        reason: schemas/* string */.YjP(),
        evidence: schemas/* array */.YOg(EvidenceRecord),
        breach: schemas/* enum */.k5n(BREACHES),
        /** With the breach `page`: until when somebody decides. */
        decideBy: iso/* datetime */.w$().optional(),
    }),
    /** Objectives that only notify were beyond their limits in a stage; people are told once. */
    alarm: schemas/* strictObject */.rej({ stage: schemas/* int */.Whr(), evidence: schemas/* array */.YOg(EvidenceRecord).min(1) }),
    /** What a person decided about a rollout. `by`: the login, and the role that the config asks for. */
    decision: schemas/* strictObject */.rej({
        decision: schemas/* enum */.k5n(['pause', 'resume']),
        by: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
    }),
    /** Files that are kept as evidence. */
    attachments: schemas/* strictObject */.rej({ attachments: schemas/* array */.YOg(Attachment).min(1).max(20) }),
    freeze: schemas/* strictObject */.rej({ reason: schemas/* string */.YjP() }),
    lift: schemas/* strictObject */.rej({ by: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), issue: schemas/* int */.Whr() }),
    /** People were told of an event of an entry before, each channel by its name. */
    told: schemas/* strictObject */.rej({
        event: schemas/* enum */.k5n(notifications/* NOTICE_EVENTS */.X),
        /** Seq of that entry. */
        about: schemas/* int */.Whr().positive(),
        /** None: for a day nobody could be told, and it is not tried any more. */
        channels: schemas/* array */.YOg(schemas/* string */.YjP()),
    }),
    ...BY_HAND,
};
/** Whose chain an entry belongs to. */
const ReleaseKey = schemas/* strictObject */.rej({
    product: schemas/* string */.YjP(),
    channel: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
});
const head = {
    schema: schemas/* literal */.euz(1),
    /** Unique for one attempt to write: how a writer whose answer was lost finds its own entry. */
    id: schemas/* string */.YjP(),
    seq: schemas/* int */.Whr().positive(),
    /** `sha256:<hex>` of the canonical entry before; null for the first. */
    previous: schemas/* string */.YjP().nullable(),
    time: iso/* datetime */.w$(),
    release: ReleaseKey,
    /** Null before there is a plan. */
    planHash: schemas/* string */.YjP().nullable(),
    actor: schemas/* string */.YjP(),
    run: schemas/* strictObject */.rej({ id: schemas/* int */.Whr(), attempt: schemas/* int */.Whr() }),
    /** Commit of release-actions; empty where the platform does not say. */
    suite: schemas/* string */.YjP(),
    /** Null: unsigned, which is said aloud. */
    signature: Signature.nullable(),
};
const entryOf = (kind) => schemas/* strictObject */.rej({ ...head, kind: schemas/* literal */.euz(kind), payload: payloads[kind] });
/** One line of the record. */
const Entry = schemas/* discriminatedUnion */.gMt('kind', [
    entryOf('plan'),
    entryOf('intent'),
    entryOf('outcome'),
    entryOf('verdict'),
    entryOf('decision'),
    entryOf('attachments'),
    entryOf('freeze'),
    entryOf('lift'),
    entryOf('approval'),
    entryOf('checkpoint'),
    entryOf('notice-delivered'),
    entryOf('backup'),
    entryOf('override'),
    entryOf('handover'),
    entryOf('alarm'),
    entryOf('told'),
]);

;// CONCATENATED MODULE: ./lib/domain/ledger/entry-fault.js



/** The newest form of an entry that this version reads. */
const SCHEMA = 1;
/** A run reads a chain again after every wait, and a text always says the same. */
const known = new Map();
/** Texts that are remembered, for whoever reads chain after chain. */
const MOST_KNOWN = 500;
/** Read one entry of a chain: canonical, of the known form, of this release, at this place, after that entry. */
function judgeEntry(text, expected) {
    const judged = judgeText(text);
    const fault = 'entry' in judged ? placeFault(judged.entry, expected) : undefined;
    return fault === undefined ? judged : { fault };
}
/** What can be said of an entry wherever it stands: it is canonical and of the known form. */
function judgeText(text) {
    const judged = known.get(text) ?? judgeForm(text);
    if (known.size >= MOST_KNOWN)
        known.clear();
    known.set(text, judged);
    return judged;
}
function judgeForm(text) {
    const value = entry_fault_jsonOf(text);
    if (value === undefined)
        return { fault: 'it is no JSON' };
    const { data: entry, error } = Entry.safeParse(value);
    if (entry === undefined)
        return { fault: shapeFault(value, error?.issues[0]) };
    const fault = canonicalFault(entry, text);
    return fault === undefined ? { entry } : { fault };
}
function entry_fault_jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function shapeFault(value, issue) {
    const schema = typeof value === 'object' && value !== null && 'schema' in value && value.schema;
    if (typeof schema === 'number' && schema > SCHEMA)
        return `it was written by a newer version (schema ${schema}): use that version`;
    const path = issue === undefined ? [] : (0,complaint/* complaintOf */.N)(issue).path;
    return `it has an unknown form (${(path.join('.') || 'the whole').slice(0, 100)})`;
}
/** Half of a surrogate pair has no canonical form. */
function canonicalFault(entry, text) {
    try {
        return (0,canonical/* canonical */.$)(entry) === text ? undefined : 'it is not in canonical form';
    }
    catch {
        return 'it has no canonical form';
    }
}
function placeFault(entry, { release, seq, previous }) {
    const { product, channel, version } = entry.release;
    if (product !== release.product || channel !== release.channel || version !== release.version)
        return `it belongs to ${product} ${channel} ${version}`;
    if (entry.seq !== seq)
        return `its seq is ${entry.seq}`;
    if (entry.previous === previous)
        return undefined;
    return previous === null
        ? 'it follows an entry that is not there'
        : `it does not follow entry ${seq - 1}: that one has another hash`;
}

;// CONCATENATED MODULE: ./lib/domain/ledger/trust.js


/** Nothing is signed, and nothing is asked. */
const UNSIGNED = { keys: [], required: false, signer: undefined };
/** What is wrong with the signature of an entry, after these ones. */
function signatureFault(entry, before, keys) {
    const { signature } = entry;
    if (signature === null)
        return before.at(-1)?.signature ? 'it is unsigned, and the one before it is signed' : undefined;
    const fault = formFault(signature);
    if (fault !== undefined || keys.length === 0)
        return fault;
    const key = keys.find(({ kid }) => kid === signature.kid);
    if (key === undefined)
        return `it is signed with the key ${signature.kid}, which is not among the trusted ones (ledger.keys, --key)`;
    if (isOf(entry, key))
        return undefined;
    const owner = before.find((other) => other.signature?.jws === signature.jws);
    return owner === undefined
        ? 'its signature is not of this content'
        : `it carries the signature of entry ${owner.seq}`;
}
/** The first entry without signature. */
function firstUnsigned(chain) {
    return chain.find(({ signature }) => signature === null);
}
/** The chain as it is. @throws Failure `unsigned` where signatures are required and an entry has none. */
function proveSigned(chain, { product, channel, version }, { required }) {
    const unsigned = required ? firstUnsigned(chain) : undefined;
    if (unsigned === undefined)
        return chain;
    throw new failure/* Failure */.HR('unsigned', `entry ${unsigned.seq} of ${product} ${channel} ${version} is unsigned, and ledger.require-signature is true`, 'See docs/ledger.md#switching-signatures-on');
}
/** What stops a release may always be written, whatever the chain holds, and what ends that too. */
const STOPPING = ['freeze', 'lift'];
/** @throws Failure `unsigned` where an entry of this kind would not be read again, or be acted on. */
function proveWritable(kind, chain, release, signing) {
    if (!STOPPING.includes(kind))
        proveSigned(chain, release, signing);
    if (signing.signer !== undefined)
        return;
    if (signing.required)
        throw trust_noKey('ledger.require-signature is true');
    if (chain.at(-1)?.signature)
        throw trust_noKey(`the chain of ${release.version} is signed`);
}
/** A run that would have to sign and cannot. */
function trust_noKey(why) {
    return new failure/* Failure */.HR('unsigned', `${why}, and this run has no key`, 'Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key');
}
/** Who signed a chain, for people: key ids or `unsigned`. */
function signersText(chain, show = (kid) => kid) {
    const kids = chain.flatMap(({ signature }) => signature?.kid ?? []);
    if (kids.length === 0)
        return 'unsigned';
    const part = kids.length === chain.length ? '' : `${kids.length} of ${chain.length} entries `;
    return `${part}signed by ${[...new Set(kids)].map(show).join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/domain/ledger/chain.js



/**
 * Walk a chain from its texts in order, up to the first that is wrong.
 * @param keys Who may have signed; empty where nobody's key is known.
 */
function walkChain(texts, release, digest, keys = []) {
    const entries = [];
    let head = null;
    for (const text of texts) {
        const seq = entries.length + 1;
        const judged = judgeEntry(text, { release, seq, previous: head });
        if ('fault' in judged)
            return { entries, head, broken: { seq, why: judged.fault } };
        const why = signatureFault(judged.entry, entries, keys);
        if (why !== undefined)
            return { entries, head, broken: { seq, why } };
        entries.push(judged.entry);
        head = digest(text);
    }
    return { entries, head, broken: undefined };
}
/**
 * Read a chain from its texts in order: every entry is canonical and has its schema, its seq, its release, the hash of the
 * one before, and a signature of one of the keys or none.
 * @throws Failure `broken-chain` naming the first bad entry, and why it is bad.
 */
function readChain(texts, release, digest, keys = []) {
    const { entries, broken } = walkChain(texts, release, digest, keys);
    if (broken === undefined)
        return entries;
    const name = `${release.product} ${release.channel} ${release.version}`;
    throw new failure/* Failure */.HR('broken-chain', `the ledger of ${name} is broken at entry ${broken.seq}: ${broken.why}`, 'Restore the branch release-ledger from before the change, see docs/ledger.md');
}

;// CONCATENATED MODULE: ./lib/domain/ledger/path.js
/**
 * One part of a path in `[a-z0-9.%_-]`: every other byte of its UTF-8 form is percent-encoded, and so are the dots of
 * `.` and `..`. Different texts never share a part, also on a case-blind file system.
 */
function pathPart(text) {
    const other = /^\.+$/.test(text) ? /\./g : /[^a-z0-9._-]/gu;
    return text.replaceAll(other, (char) => [...new TextEncoder().encode(char)]
        .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
        .join(''));
}
function keyPath({ product, channel, version }) {
    return [product, channel, version].map(pathPart).join('/');
}
/** Folder of a release's chain, with the final slash. */
function path_chainFolder(release) {
    return `releases/${keyPath(release)}/`;
}
/** Folder of all chains of a product's channel, with the final slash. */
function scopeFolder({ product, channel }) {
    return `releases/${pathPart(product)}/${pathPart(channel)}/`;
}
function entryPath(release, seq, kind) {
    return `${path_chainFolder(release)}${String(seq).padStart(6, '0')}-${kind}.json`;
}
/** Marker of a release that is not finished: what is open is found without walking what is done. */
function openReleasePath(release) {
    return `open/releases/${keyPath(release)}.json`;
}
/** Folder of the markers of open releases, with the final slash. */
const OPEN_RELEASES = 'open/releases/';
/** Marker of an end that somebody is still to be told of. */
function openNoticePath(release) {
    return `open/notices/${keyPath(release)}.json`;
}
/** Folder of these markers, with the final slash. */
const OPEN_NOTICES = 'open/notices/';
/** Whose marker a path of one of these folders is; undefined for anything else that lies there. */
function releaseOfMarker(path) {
    const [, parts] = /^open\/(?:releases|notices)\/(.+)\.json$/.exec(path) ?? [];
    const [product, channel, version, ...rest] = (parts ?? '').split('/');
    if (product === undefined || channel === undefined || version === undefined || rest.length > 0)
        return undefined;
    const release = {
        product: decodeURIComponent(product),
        channel: decodeURIComponent(channel),
        version: decodeURIComponent(version),
    };
    return [openReleasePath(release), openNoticePath(release)].includes(path) ? release : undefined;
}
function openFreezePath({ product, channel }) {
    return `open/freezes/${pathPart(product)}/${pathPart(channel)}.json`;
}

;// CONCATENATED MODULE: ./lib/domain/ledger/audit.js






const ENTRY = /^(releases\/[^/]+\/[^/]+\/[^/]+\/)\d{6}-[a-z-]+\.json$/;
/**
 * Every chain of a ledger, by its folder; whatever else lies below `releases/` is a fault of its own.
 * @param keys Who may have signed; empty where nobody's key is known.
 */
function auditChains(files, digest, keys = []) {
    const own = files.filter(({ path }) => path.startsWith('releases/'));
    const strangers = own
        .filter(({ path }) => !ENTRY.test(path))
        .map(({ path }) => ({ path, why: 'it is no entry' }));
    const folders = grouped(own.flatMap((file) => {
        const folder = ENTRY.exec(file.path)?.[1];
        return folder === undefined ? [] : [{ ...file, folder }];
    }), ({ folder }) => folder);
    const chains = [...folders]
        .sort(byName)
        .map(([folder, texts]) => audit(folder, texts, digest, keys));
    return { chains, strangers };
}
const byName = ([a], [b]) => a < b ? -1 : 1;
function audit(folder, files, digest, keys) {
    const release = releaseIn(folder);
    const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const unread = sorted.findIndex(({ text }) => text === undefined);
    const readable = unread < 0 ? sorted : sorted.slice(0, unread);
    const { entries, head, broken } = walkChain(readable.map(({ text }) => text ?? ''), release, digest, keys);
    const at = (index, why) => ({ path: sorted[index]?.path ?? folder, why });
    const faults = [
        ...(broken === undefined ? [] : [at(broken.seq - 1, broken.why)]),
        ...misplaced(entries, sorted),
        ...foreignPlans(entries, digest).map(({ index, why }) => at(index, why)),
        ...(unread < 0 ? [] : [at(unread, 'it is no UTF-8')]),
    ];
    const [fault] = faults.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { release, entries, head, result: resultOf(entries), fault };
}
/** The name of the folder says whose chain it is. */
function releaseIn(folder) {
    const [, product = '', channel = '', version = ''] = folder.split('/').map(decoded);
    return { product, channel, version };
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
/** Entries whose file is not where their content belongs. */
function misplaced(entries, files) {
    return entries.flatMap((entry, index) => {
        const path = files[index]?.path ?? '';
        const wanted = entryPath(entry.release, entry.seq, entry.kind);
        return path === wanted ? [] : [{ path, why: `it belongs to ${wanted}` }];
    });
}
/** A plan's hash is that of its content, and what follows names the plan that it was decided by. */
function foreignPlans(entries, digest) {
    let hash = null;
    return entries.flatMap((entry, index) => {
        if (entry.kind === 'plan')
            hash = digest((0,canonical/* canonical */.$)(entry.payload.plan));
        if (entry.planHash === hash || (entry.kind !== 'plan' && entry.planHash === null))
            return [];
        return [{ index, why: `it names the plan ${entry.planHash}, the chain holds ${hash}` }];
    });
}
function resultOf(entries) {
    const rollout = rolloutOf(entries);
    if (rollout === undefined)
        return 'unplanned';
    return rollout.result ?? 'open';
}
/** The chain of a version. @throws Failure `absent`, or `ambiguous` where several products have it. */
function chainOfVersion(chains, { version, product, channel }) {
    const found = chains.filter(({ release }) => release.version === version &&
        (product === undefined || release.product === product) &&
        (channel === undefined || release.channel === channel));
    const [first, ...others] = found;
    if (first === undefined)
        throw new Failure('absent', `the ledger has no release ${version}`, 'See release-actions status --all');
    if (others.length === 0)
        return first;
    const names = found.map(({ release }) => chainFolder(release)).join(', ');
    throw new Failure('ambiguous', `${version} is ${names}`, 'Name it with --product and --channel');
}

;// CONCATENATED MODULE: ./lib/app/begin-branch.js

/** Before the second attempt, and before the third. */
const begin_branch_PAUSES_MS = [1000, 3000];
/** What leaves open whether a request was carried out. */
const LOST = ['connection', 'server-error', 'unreachable', 'bad-answer'];
/** Make the ledger's branch. Sent again when the answer is lost: a branch that stands is taken as it is. */
async function beginBranch({ store, clock, }) {
    for (const pause of begin_branch_PAUSES_MS) {
        try {
            return await store.create();
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR && LOST.includes(error.code)))
                throw error;
            await clock.sleep(pause);
        }
    }
    await store.create();
}

;// CONCATENATED MODULE: ./lib/app/ledger-texts.js


/** What the own write leaves open: the next read starts from it. */
function markersAfter({ additions, deletions }, { open }) {
    const after = new Map(open);
    for (const path of deletions)
        after.delete(path);
    for (const { path, text } of additions)
        if (path.startsWith('open/'))
            after.set(path, text);
    return after;
}
/** Texts of the files of one folder, by their names. */
function inOrder(texts, folder) {
    const own = [...texts].filter(([path]) => path.startsWith(folder));
    return own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}
/** The commit of an entry: of what is to be closed only that which is open. */
function commitOf(entry, { open, close, files }, head) {
    const { release, seq, kind } = entry;
    return {
        expectedHead: head.commit,
        message: `${kind} ${seq} of ${release.product} ${release.version} [skip ci]`,
        additions: [{ path: entryPath(release, seq, kind), text: (0,canonical/* canonical */.$)(entry) }, ...open],
        deletions: close.filter((path) => head.open.has(path)),
        ...(files.length === 0 ? {} : { files }),
    };
}

;// CONCATENATED MODULE: ./lib/app/ledger.js









const TRIES = 8;
const RESTORE = 'Restore the branch release-ledger from before the change, see docs/ledger.md';
/** The ledger of one repository, as one writer sees it. What it wrote itself is not read again. */
class Ledger {
    #ports;
    #writer;
    #signing;
    #snapshot;
    /** Whether the snapshot may have been overtaken, and the head is asked for before it is used. */
    #isOld = false;
    constructor(ports, writer) {
        this.#ports = ports;
        this.#writer = writer;
        this.#signing = ports.signing ?? UNSIGNED;
    }
    /** Id of the run that writes. */
    get run() {
        return this.#writer.run.id;
    }
    /** Whether what it writes is signed. */
    get canSign() {
        return this.#signing.signer !== undefined;
    }
    /**
     * The chain of a release that is acted on, checked; empty when nothing is written yet.
     * @throws Failure `broken-chain`, `unsigned`.
     */
    async entries(release) {
        return proveSigned(await this.history(release), release, this.#signing);
    }
    /** The same for who only looks something up: it may be older than the signatures. @throws Failure `broken-chain`. */
    async history(release) {
        const [chain = []] = await this.chains([release]);
        return chain;
    }
    /** The chains of releases, in their order, as `entries`: all that are not known yet are read at once. */
    async chains(releases) {
        const { head, chains } = await this.#look();
        const wanted = releases.filter((release) => !chains.has(path_chainFolder(release)));
        const folders = wanted.map(path_chainFolder);
        const texts = head === undefined || folders.length === 0
            ? new Map()
            : await this.#ports.store.files(head.commit, folders);
        for (const release of wanted) {
            const own = inOrder(texts, path_chainFolder(release));
            // A marker is made and removed with an entry: what is open has a chain.
            if (own.length === 0 && head?.open.has(openReleasePath(release)) === true)
                throw new failure/* Failure */.HR('broken-chain', `${release.version} is open and has no entries`, RESTORE);
            chains.set(path_chainFolder(release), readChain(own, release, this.#ports.digest, this.#signing.keys));
        }
        return releases.map((release) => chains.get(path_chainFolder(release)) ?? []);
    }
    /** What `verify-ledger` finds first in a chain, read anew; undefined where it is whole. */
    async fault(release) {
        const { head } = await this.#look();
        if (head === undefined)
            return undefined;
        const texts = await this.#ports.store.files(head.commit, [path_chainFolder(release)]);
        const files = [...texts].map(([path, text]) => ({ path, text }));
        const { chains } = auditChains(files, this.#ports.digest, this.#signing.keys);
        return chains[0]?.fault;
    }
    /** Versions of a scope that have a chain, in no order. The only read that grows with what is finished. */
    async versions(scope) {
        const { head } = await this.#look();
        if (head === undefined)
            return [];
        const names = await this.#ports.store.names(head.commit, scopeFolder(scope));
        return names.map(decodeURIComponent);
    }
    /** Texts of all markers below a folder of `open/`, by path. */
    async markers(folder) {
        const { head } = await this.#look();
        return new Map([...(head?.open ?? [])].filter(([path]) => path.startsWith(folder)));
    }
    /**
     * Append what `decide` makes of the chain as it is now; it is called again when somebody was faster. Undefined means
     * that there is nothing to write. @throws Failure `refused`, `timeout`, `unsigned`, or `contended` after 8 tries.
     */
    async append(release, decide) {
        const sent = new Set();
        for (let tries = 1; tries <= TRIES; tries++) {
            const chain = await this.history(release);
            // The answer was lost, and the second look came before GitHub showed the entry.
            if (chain.some((e) => sent.has(e.id)))
                return chain;
            const decision = await decide(chain);
            if (decision === undefined)
                return chain;
            proveWritable(decision.draft.kind, chain, release, this.#signing);
            const entry = this.#entry(release, chain, decision);
            sent.add(entry.id);
            const written = await this.#write(entry, chain, decision);
            if (written)
                return [...chain, entry];
            await this.#ports.clock.sleep(50 * 2 ** tries * (0.5 + this.#ports.random()));
        }
        throw new failure/* Failure */.HR('contended', `the ledger entry was overtaken ${TRIES} times`, 'Run the job again');
    }
    #entry(release, chain, { draft, planHash }) {
        const last = chain.at(-1);
        const { run, actor, suite } = this.#writer;
        const nonce = Math.floor(this.#ports.random() * 2 ** 48).toString(16);
        const entry = {
            schema: 1,
            id: `${run.id}.${run.attempt}.${nonce}`,
            seq: chain.length + 1,
            previous: last === undefined ? null : this.#ports.digest((0,canonical/* canonical */.$)(last)),
            time: this.#ports.clock.now().toISOString(),
            release,
            planHash,
            actor,
            run,
            suite,
            signature: null,
            ...draft,
        };
        return signed(entry, this.#signing.signer);
    }
    /** True when the entry stands in the ledger, also when only a second look could tell. */
    async #write(entry, chain, { open, close = [], files = [] }) {
        const { release } = entry;
        const snapshot = await this.#look();
        const { head } = snapshot;
        if (head === undefined) {
            await beginBranch(this.#ports);
            this.refresh();
            // Another run may have made the branch and written to it: decided again on what stands there.
            return false;
        }
        // Somebody looked anew while it was decided: the entry follows a chain that may have grown.
        if (snapshot.chains.get(path_chainFolder(release)) !== chain)
            return false;
        const markers = [open?.(entry), this.#ports.marker?.(entry)].filter((one) => one !== undefined);
        const commit = commitOf(entry, { open: markers, close, files }, head);
        const result = await this.#ports.store.commit(commit);
        if (result.kind === 'committed') {
            const chains = new Map([...snapshot.chains, [path_chainFolder(release), [...chain, entry]]]);
            this.#snapshot = { head: { commit: result.head, open: markersAfter(commit, head) }, chains };
            return true;
        }
        this.refresh();
        if (result.kind === 'stale')
            return false;
        const stands = (await this.history(release)).some((e) => e.id === entry.id);
        // Who was silent once is not waited for eight times.
        if (result.kind === 'silent' && !stands)
            throw new failure/* Failure */.HR('timeout', result.reason, 'Run the job again');
        return stands;
    }
    /** A head that is still the same leaves all that was read of it as it is. */
    async #look() {
        const known = this.#snapshot;
        if (known !== undefined && !this.#isOld)
            return known;
        const head = await this.#ports.store.head();
        const isSame = known !== undefined && known.head?.commit === head?.commit;
        const snapshot = isSame ? known : { head, chains: new Map() };
        this.#snapshot = snapshot;
        this.#isOld = false;
        return snapshot;
    }
    /** The next read asks GitHub again: for whoever decides after a wait. */
    refresh() {
        this.#isOld = true;
    }
}

;// CONCATENATED MODULE: ./lib/domain/ledger/told.js

/** The channels that were told of this event of that entry. @param about Seq of the entry. */
function toldOf(entries, event, about) {
    return entries.flatMap((e) => e.kind === 'told' && e.payload.event === event && e.payload.about === about
        ? e.payload.channels
        : []);
}
/** The end of a release that stands; its last plan where none does. */
function lastEnd(entries) {
    const planned = entries.findLast(({ kind }) => kind === 'plan');
    const end = entries.findLast((e) => e.kind === 'outcome' && e.payload.effect === 'release');
    return end !== undefined && end.seq > (planned?.seq ?? 0) ? end : planned;
}
/**
 * The marker that an end leaves while somebody is still to be told of it; undefined where nobody is.
 * @param events What people are told of.
 */
function noticeMarker({ kind, payload, release, seq, time }, events) {
    const isTold = kind === 'outcome' && payload.effect === 'release' && events.includes(payload.result);
    if (!isTold)
        return undefined;
    const marker = { version: release.version, seq, time };
    return { path: openNoticePath(release), text: JSON.stringify(marker) };
}

// EXTERNAL MODULE: ./lib/domain/secret-spellings.js
var secret_spellings = __webpack_require__(86988);
;// CONCATENATED MODULE: ./lib/actions/ledger.js








/** The ledger of the repository for who writes nothing into it. */
function connectReader(store, runner, config) {
    return connect(store, runner, signingOf(config, undefined));
}
/**
 * The ledger of the repository, written in the name of this run and signed with its key where it has one.
 * @param key Private key, PEM or JWK.
 * @throws Failure where the key is none, is none of those that the config names, or is missing where it must not be.
 */
function connectWriter(store, runner, config, key) {
    for (const part of tellingParts(key ?? ''))
        runner.mask(part);
    const signing = signingOf(config, key);
    if (signing.required && key === undefined)
        throw noKey('ledger.require-signature is true');
    return connect(store, runner, signing, toldEvents(config));
}
function connect(store, { clock, context }, signing, told = []) {
    const { actor, runId, runAttempt, suite } = context;
    const marker = (entry) => noticeMarker(entry, told);
    return new Ledger({ store, clock, digest: digest/* digest */.br, random: Math.random, signing, marker }, { actor, run: { id: runId, attempt: runAttempt }, suite });
}
/** What some channel of the config is told of. */
function toldEvents({ notifications: { slack, grafana } }) {
    return [...(slack?.events ?? []), ...(grafana?.events ?? [])];
}
function signingOf({ ledger }, key) {
    const keys = ledger.keys.map((one) => knownKey((0,public_key/* xOf */.OH)(one)));
    const signer = key === undefined ? undefined : signerOf(key);
    if (signer !== undefined && keys.length > 0 && !keys.some(({ kid }) => kid === signer.kid))
        throw new failure/* Failure */.HR('bad-input', `input ledger-key: its public key ${signer.kid} is not among ledger.keys of the config`, 'Add it there on the default branch: what it signs would be read by nobody');
    return { keys, required: ledger['require-signature'], signer };
}
/** Page of the run that is going on. */
function runUrl({ context }) {
    const { serverUrl, owner, repository, runId, runAttempt } = context;
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}

;// CONCATENATED MODULE: ./lib/actions/publish-rollout-metadata/run.js





async function run(inputs, config, github, runner) {
    const ledger = connectReader(github.ledger, runner, config);
    const artifacts = runArtifacts(jobFiles(runner.context), runner.clock);
    const attempt = runner.context.runAttempt;
    return publishMetadata({ ...inputs, attempt }, config, {
        ...github,
        ledger,
        artifacts,
        clock: runner.clock,
        digest: digest/* sha256 */.sc,
    });
}


/***/ }),

/***/ 8310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ complaintOf)
/* harmony export */ });
/** Of the alternatives of a value the one is meant that it comes closest to: whose complaint lies deepest. */
function complaintOf(issue) {
    const path = issue.path.map(String);
    const closest = issue.code === 'invalid_union' ? deepest(issue.errors) : undefined;
    if (closest !== undefined) {
        const inner = complaintOf(closest);
        return { ...inner, path: [...path, ...inner.path] };
    }
    const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return { path, key, message: missing(issue) ? 'is missing' : issue.message };
}
/** JSON and YAML have no undefined: it is what the schema sees of a key that is not there. */
function missing(issue) {
    return issue.code === 'invalid_type' && / received undefined$/.test(issue.message);
}
function deepest(branches) {
    const [first, ...others] = branches.flatMap((issues) => issues.slice(0, 1));
    return others.reduce((a, b) => (a !== undefined && a.path.length > b.path.length ? a : b), first);
}


/***/ }),

/***/ 83191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Notifications),
/* harmony export */   X: () => (/* binding */ NOTICE_EVENTS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67936);


/**
 * What people are told about: the three ends of a release, a freeze, an objective that only notifies, and a breach that
 * asks for a decision.
 */
const NOTICE_EVENTS = [
    'completed',
    'rolled-back',
    'failed',
    'frozen',
    'breached',
    'paged',
];
const events = (what) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(NOTICE_EVENTS))
    .min(1)
    .max(NOTICE_EVENTS.length)
    .default([...NOTICE_EVENTS])
    .describe(`${what} All of them unless named.`);
/** Who is told. What is left out is told nothing. */
const Notifications = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    slack: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        events: events('Events that become a message, by the incoming webhook in the secret `SLACK_WEBHOOK_URL`.'),
    })
        .optional(),
    grafana: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        url: _text_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpUrl */ .oA.describe('Address of Grafana; the token is the secret `GRAFANA_API_KEY`.'),
        events: events('Events that become an annotation, with the tags product, version, event and `entry:<seq>` of the ledger.'),
    })
        .optional(),
})
    .meta({ id: 'Notifications' });


/***/ }),

/***/ 70292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   wj: () => (/* binding */ Ratio)
/* harmony export */ });
/* unused harmony export formatRatio */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const GRAMMAR = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/;
/**
 * A share between 0 and 1, written `1%` or `0.01`. A bare number above 1 is refused, because nobody knows whether it
 * means percent. Undefined when it does not parse.
 */
function parseRatio(text) {
    const [, digits, percent] = GRAMMAR.exec(text) ?? [];
    if (digits === undefined)
        return undefined;
    // The point is moved in the text: 99.9 / 100 is not 0.999, and 999 of 1000 would fall short of 99.9%.
    const value = Number(percent === '%' ? `${digits}e-2` : digits);
    return value <= 1 ? value : undefined;
}
/** A ratio as percent for people: at most two decimals, for example `0.4 %`. */
function formatRatio(ratio) {
    return `${Number((ratio * 100).toFixed(2))} %`;
}
/** A ratio in the config; its value stays text, `parseRatio` reads it. */
const Ratio = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine((text) => parseRatio(text) !== undefined, {
    error: 'must be a ratio such as 1% or 0.01',
})
    .meta({ id: 'Ratio', pattern: GRAMMAR.source, examples: ['1%', '0.01'] });


/***/ }),

/***/ 34356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ parseLimit),
/* harmony export */   UJ: () => (/* binding */ ON_BREACH),
/* harmony export */   V1: () => (/* binding */ THROUGHPUT),
/* harmony export */   X: () => (/* binding */ DIRECTIONS)
/* harmony export */ });
/* unused harmony exports formatValue, isWithin, worstIn, isUpperLimit */
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46427);
/* harmony import */ var _config_ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70292);


/** What a breach does to a rollout, from the mildest on. */
const ON_BREACH = ['notify', 'page', 'pause', 'stop', 'rollback'];
/** Which values are good. At the limit itself only the first two are. */
const DIRECTIONS = ['at-most', 'at-least', 'below', 'above'];
/** Metric: requests a second that a version has served in the window. */
const THROUGHPUT = 'throughput';
/** The limit of a config text in its unit: `1%`, `250ms`, `1000`. Undefined when the text does not fit the unit. */
function parseLimit(text, unit) {
    if (unit === 'ratio')
        return (0,_config_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRatio */ .LO)(text);
    if (unit === 'milliseconds')
        return (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text);
    return /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}
/** A value with its unit, for people. */
function formatValue(value, unit) {
    if (!Number.isFinite(value))
        return 'no value';
    if (unit === 'ratio')
        return formatRatio(value);
    const rounded = Number(value.toPrecision(4));
    return unit === 'milliseconds' ? `${rounded} ms` : String(rounded);
}
/** Whether a value is on the good side of a limit. */
function isWithin(value, direction, limit) {
    if (direction === 'at-most')
        return value <= limit;
    if (direction === 'at-least')
        return value >= limit;
    return direction === 'below' ? value < limit : value > limit;
}
/** The bad end of an interval. */
function worstIn({ lower, upper }, objective) {
    return isUpperLimit(objective) ? upper : lower;
}
/** Whether more of it is worse. */
function isUpperLimit({ direction }) {
    return direction === 'at-most' || direction === 'below';
}


/***/ }),

/***/ 46766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical)
/* harmony export */ });
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98799);

/** Canonical JSON (RFC 8785): one text for one value, so that a hash means the value. */
function canonical(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('no canonical form');
    return text;
}


/***/ }),

/***/ 21993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J3: () => (/* binding */ PublicKey),
/* harmony export */   O1: () => (/* binding */ thumbprint),
/* harmony export */   OH: () => (/* binding */ xOf)
/* harmony export */ });
/* unused harmony export publicKeysIn */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46766);



/** 32 bytes in base64url, of which there is one spelling. */
const X = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
/** SPKI (RFC 8410): what stands before the 32 bytes of the key is always the same. */
const PEM = /^\s*-----BEGIN PUBLIC KEY-----\s+MCowBQYDK2VwAyEA([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048])=\s+-----END PUBLIC KEY-----\s*$/;
const WANTED = 'must be a public Ed25519 key, as PEM (SPKI) or as JWK with kty OKP, crv Ed25519 and x, and never the private one';
const PublicJwk = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    kty: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('OKP', { error: WANTED }),
    crv: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('Ed25519', { error: WANTED }),
    x: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: WANTED }).regex(X, { error: WANTED }),
    use: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('sig').optional(),
    alg: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['EdDSA', 'Ed25519']).optional(),
    kid: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(200).optional(),
}, { error: WANTED });
/** A public Ed25519 key (RFC 8037, RFC 8410). The `kid` of a JWK is not looked at: the thumbprint is. */
const PublicKey = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: WANTED }).max(300).regex(PEM, { error: WANTED }),
    PublicJwk,
]);
/** The member `x` of the key's JWK: its 32 bytes in base64url. */
function xOf(key) {
    if (typeof key !== 'string')
        return key.x;
    return (PEM.exec(key)?.[1] ?? '').replaceAll('+', '-').replaceAll('/', '_');
}
/** Id of a key: the thumbprint of RFC 7638, SHA-256 in base64url. */
function thumbprint(x, digest) {
    const hex = digest((0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$)({ crv: 'Ed25519', kty: 'OKP', x })).slice('sha256:'.length);
    const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number(`0x${pair}`)));
    return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
const Keys = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    PublicKey.transform((key) => [key]),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ keys: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(PublicKey).min(1) }).transform(({ keys }) => keys),
]);
/**
 * The `x` of every key in a text: PEM, JWK or JWK set.
 * @throws Failure `bad-input` that shows nothing of the text.
 */
function publicKeysIn(text, name) {
    const { data: keys } = Keys.safeParse(text.trimStart().startsWith('{') ? jsonOf(text) : text);
    if (keys !== undefined)
        return keys.map(xOf);
    throw new Failure('bad-input', `${name} holds no public Ed25519 key`, 'Make it of the private one: openssl pkey -in ledger-key.pem -pubout');
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 58850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VS: () => (/* binding */ shrinkingAt),
/* harmony export */   ln: () => (/* binding */ Audience)
/* harmony export */ });
/* unused harmony exports audienceText, forAudience, isSameAudience */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67936);


const Tenant = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be letters, digits, dots, hyphens and underscores, 64 at most');
/** To whom a stage shows the new version: the weight is what this makes of all the traffic. */
const Audience = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        tenants: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Tenant)
            .min(1)
            .max(200)
            .refine((all) => new Set(all).size === all.length, { error: 'names a tenant twice' })
            .describe('Either these customers, by the ids that the router knows them by,'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ ring: _config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .Slug */ .Mw.describe('or this update channel, such as `internal`.') }),
])
    .meta({ id: 'Audience' });
/** Of a long list of tenants so many are shown. */
const SHOWN = 5;
/** An audience in words: `tenants pilot-1, pilot-2`, `ring internal`; empty for everybody. */
function audienceText(audience) {
    if (audience === undefined)
        return '';
    if ('ring' in audience)
        return `ring ${audience.ring}`;
    const { tenants } = audience;
    const more = tenants.length > SHOWN ? ` and ${tenants.length - SHOWN} more` : '';
    return `${tenants.length === 1 ? 'tenant' : 'tenants'} ${tenants.slice(0, SHOWN).join(', ')}${more}`;
}
/** The same as what stands behind a weight: ` for tenant pilot-1`; empty for everybody. */
function forAudience(audience) {
    return audience === undefined ? '' : ` for ${audienceText(audience)}`;
}
/** Whether both show the new version to the same, in whatever order they name them. */
function isSameAudience(a, b) {
    return keyOf(a) === keyOf(b);
}
function keyOf(audience) {
    if (audience === undefined)
        return '';
    return 'ring' in audience ? `ring ${audience.ring}` : audience.tenants.toSorted().join();
}
/** Where a list of stages shows the new version to somebody and takes it away again, and why; undefined where nowhere. */
function shrinkingAt(stages) {
    // Without weight nobody has it yet.
    const first = stages.findIndex(({ weight }) => weight > 0);
    for (const [index, { audience }] of stages.entries()) {
        const why = index > first ? shrinks(stages[index - 1]?.audience, audience) : undefined;
        if (why !== undefined)
            return { index, why };
    }
    const last = stages.length - 1;
    const isForSome = stages[last]?.audience !== undefined;
    return isForSome ? { index: last, why: 'the last stage is for everybody' } : undefined;
}
function shrinks(before, after) {
    if (after === undefined)
        return undefined;
    if (before === undefined)
        return 'the stage before it is for everybody';
    // Rings lie in each other as they are written.
    if ('ring' in before && 'ring' in after)
        return undefined;
    if ('ring' in before || 'ring' in after)
        return 'nobody can tell whether tenants and a ring contain each other';
    const lost = before.tenants.find((tenant) => !after.tenants.includes(tenant));
    return lost === undefined ? undefined : `it lacks ${lost}, whom the stage before it has`;
}


/***/ }),

/***/ 17577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ CHECKPOINTS)
/* harmony export */ });
/* unused harmony export itemsOf */
/** The checklists of a release, one idea a line: what people have to have seen to before the next phase begins. */
/** In their order: each is complete before the next one begins. */
const CHECKPOINTS = ['prepared', 'pre-checked', 'post-checked', 'closed'];
const list = (since, items) => Object.entries(items).map(([id, text]) => ({ id, text, since }));
const PREPARED = list('planned', {
    changelog: 'The changelog is complete',
    version: 'The version is right: Git tag and image',
    tests: 'All tests pass: unit, integration, end to end',
    'rollback-plan': 'The rollback plan is ready',
    'stakeholders-informed': 'Stakeholders are informed, 24 h before',
    'draft-recorded': 'Audit: the release is recorded as a draft',
});
const PRE_CHECKED = list('planned', {
    migrations: 'Database migrations are checked by a dry run',
    'schema-breaks': 'Breaking changes of the schema are documented',
});
const DURING = list('first-weight', {
    'health-green': 'Health checks are green',
    'monitoring-active': 'Monitoring is active: error rate, latency, lag',
    'stages-as-planned': 'The stages follow the plan',
    'logs-watched': 'Logs are watched for errors and warnings',
    'progress-told': 'Notifications are sent: start and progress',
    'stages-recorded': 'Audit: every stage is recorded',
});
const AFTER = list('all-traffic', {
    'smoke-tests': 'Smoke tests are done',
    'kpi-comparison': 'The comparison of the figures is analysed',
    integrity: 'The integrity check has passed',
});
const CLOSED = list('completed', {
    'notes-published': 'The release notes are published',
    'success-told': 'Stakeholders know of the success',
    'completion-recorded': 'Audit: the release is recorded as completed',
    'retrospective-planned': 'The retrospective is planned',
});
const CLOSED_AFTER_ROLLBACK = list('rolled-back', {
    'reason-documented': 'The reason of the rollback is documented',
    'down-migrations': 'Down migrations are done',
    'flags-off': 'Feature flags are off',
    'incident-report': 'The incident report is written',
    'rollback-told': 'Stakeholders know of the rollback',
    'rollback-recorded': 'Audit: the rollback is recorded',
    'post-mortem-planned': 'The post-mortem is planned',
});
/** The items of a checkpoint; those of the last one follow from how the release ended. */
function itemsOf(checkpoint, isRolledBack) {
    if (checkpoint === 'prepared')
        return PREPARED;
    if (checkpoint === 'pre-checked')
        return PRE_CHECKED;
    if (checkpoint === 'post-checked')
        return [...DURING, ...AFTER];
    return isRolledBack ? CLOSED_AFTER_ROLLBACK : CLOSED;
}


/***/ }),

/***/ 44742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XJ: () => (/* binding */ NOTICE),
/* harmony export */   Xo: () => (/* binding */ Conditions),
/* harmony export */   cu: () => (/* binding */ OVERRIDABLE)
/* harmony export */ });
/* unused harmony export CONDITIONS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);

/** What a release waits for before its first weight, and with `checkpoints` also before its end. Absent: for nothing. */
const Conditions = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** A person with the duty `approve` approves this very plan; `signed`: the entry carries a signature. */
    approval: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['recorded', 'signed']).optional(),
    /** Who planned the release does not approve it. */
    fourEyes: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(true).optional(),
    /** A person with the duty `accept` accepts what is new. */
    acceptance: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(true).optional(),
    /** Shortest time between the delivery of the notice and the first weight, milliseconds. */
    notice: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    /** No weight before this time, ISO 8601 in UTC. */
    notBefore: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().optional(),
    /** The four checkpoints are complete, each before the next phase begins. */
    checkpoints: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(true).optional(),
    /** A backup was made. */
    backup: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(true).optional(),
});
/** The notice that people get before a rollout. */
const NOTICE = 'notification.maintenance.scheduled';
/** Conditions by the names that people write, in the order in which they are told. */
const CONDITIONS = (/* unused pure expression or super */ null && ([
    'prepared',
    'acceptance',
    'approval',
    'notice',
    'backup',
    'pre-checked',
    'not-before',
    'post-checked',
]));
/** What a recorded override stands in for. Nothing stands in for a person's approval. */
const OVERRIDABLE = [
    'prepared',
    'notice',
    'backup',
    'pre-checked',
    'not-before',
    'post-checked',
];


/***/ }),

/***/ 98799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ canonicalize)
/* harmony export */ });
function serializeString (value) {
  if (!value.isWellFormed()) {
    throw new Error('Lone surrogate is not allowed');
  }
  return JSON.stringify(value);
}

function serializePrimitive (value) {
  switch (typeof value) {
    case 'number':
      if (isNaN(value)) {
        throw new Error('NaN is not allowed');
      }
      if (!isFinite(value)) {
        throw new Error('Infinity is not allowed');
      }
      // For finite numbers String(value) would give identical output, but
      // JSON.stringify benchmarks faster on V8.
      return JSON.stringify(value);
    case 'string':
      return serializeString(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      // null, or values JSON.stringify maps to undefined (undefined,
      // functions, symbols).
      return JSON.stringify(value);
  }
}

// Resolves a value to either its serialized primitive form (a string — or
// undefined, for values JSON.stringify drops) or a frame describing the
// container to descend into. Callers distinguish the two cases with
// `typeof result !== 'object'`.
//
// toJSON results are unwrapped here, and the wrapper objects stay in `seen`
// until the resolved subtree is fully serialized, so cycles introduced via
// toJSON are still detected.
function enterValue (value, seen) {
  let wrappers = null;
  while (value !== null && typeof value === 'object' && typeof value.toJSON === 'function') {
    if (seen.has(value)) {
      throw new Error('Circular reference detected');
    }
    seen.add(value);
    (wrappers ??= []).push(value);
    value = value.toJSON();
  }

  // Boxed Number/String/Boolean objects serialize as their primitive values,
  // mirroring how JSON.stringify treats them.
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    value = value.valueOf();
  }

  if (value === null || typeof value !== 'object') {
    if (wrappers !== null) {
      for (const wrapper of wrappers) seen.delete(wrapper);
    }
    return serializePrimitive(value);
  }

  if (seen.has(value)) {
    throw new Error('Circular reference detected');
  }
  seen.add(value);

  return {
    container: value,
    // null marks an array frame; object frames carry their sorted keys.
    // `sort()`'s default comparator orders by UTF-16 code unit, which is the
    // order JCS requires.
    keys: Array.isArray(value) ? null : Object.keys(value).sort(),
    // Next child to serialize; the frame resumes here after a nested
    // container's subtree completes.
    index: 0,
    // Whether no member has been emitted yet (controls comma placement).
    first: true,
    // toJSON wrappers to release from `seen` when this frame completes.
    wrappers
  };
}

function canonicalize (object) {
  if (object === null || typeof object !== 'object') {
    return serializePrimitive(object);
  }

  const seen = new Set();
  const root = enterValue(object, seen);
  if (typeof root !== 'object') {
    // A toJSON chain resolved the input to a primitive.
    return root;
  }

  let result = root.keys === null ? '[' : '{';
  const stack = [root];

  // Depth-first serialization with an explicit stack instead of recursion, so
  // nesting depth is bounded by heap size rather than call-stack size. The top
  // frame is the container currently being serialized: primitive children are
  // appended inline, while a nested container pushes a new frame and jumps
  // back to the outer loop. Because frame.index was already advanced, the
  // parent resumes at its next child once the subtree is done. Opening
  // brackets are emitted when a frame is pushed, closing brackets when it
  // completes.
  outer:
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    const container = frame.container;

    // keys === null marks an array frame; otherwise keys holds the object's
    // sorted property names. Either way the iteration counter lives on the
    // frame itself (frame.index), so when a frame is resumed after a nested
    // container completes, the while condition continues at the first
    // unserialized child instead of restarting from the beginning.
    if (frame.keys === null) {
      while (frame.index < container.length) {
        const i = frame.index++;
        if (i > 0) {
          result += ',';
        }
        const element = container[i];
        // Inside arrays, JSON.stringify serializes values with no JSON
        // representation (undefined, symbols, functions) as null.
        const value = element === undefined || typeof element === 'symbol' || typeof element === 'function' ? null : element;
        if (value === null || typeof value !== 'object') {
          result += serializePrimitive(value);
          continue;
        }
        const child = enterValue(value, seen);
        if (typeof child !== 'object') {
          // A toJSON chain resolved the child to an already-serialized
          // primitive — or, when child is undefined, to a value with no JSON
          // representation, which becomes null inside arrays.
          result += child === undefined ? 'null' : child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += ']';
    } else {
      const keys = frame.keys;
      while (frame.index < keys.length) {
        const key = keys[frame.index++];
        const value = container[key];
        // Inside objects, JSON.stringify omits properties whose value has no
        // JSON representation (undefined, symbols, functions).
        if (value === undefined || typeof value === 'symbol' || typeof value === 'function') {
          continue;
        }
        if (value === null || typeof value !== 'object') {
          // Commas are tracked with a flag rather than the key index: a
          // skipped key must not leave a stray comma behind.
          if (frame.first) {
            frame.first = false;
          } else {
            result += ',';
          }
          result += serializeString(key) + ':' + serializePrimitive(value);
          continue;
        }
        // The child must be resolved before the key is emitted: a toJSON
        // returning a value with no JSON representation drops the whole
        // property.
        const child = enterValue(value, seen);
        if (child === undefined) {
          continue;
        }
        if (frame.first) {
          frame.first = false;
        } else {
          result += ',';
        }
        result += serializeString(key) + ':';
        if (typeof child !== 'object') {
          result += child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += '}';
    }

    // Frame complete. The container leaves `seen` so that a later, sibling
    // reference to the same object is not mistaken for a cycle.
    seen.delete(container);
    if (frame.wrappers !== null) {
      for (const wrapper of frame.wrappers) seen.delete(wrapper);
    }
    stack.pop();
  }

  return result;
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
