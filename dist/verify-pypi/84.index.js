export const id = 84;
export const ids = [84];
export const modules = {

/***/ 8084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/packages/file-name.js
var file_name = __webpack_require__(1678);
// EXTERNAL MODULE: ./lib/domain/packages/name.js
var packages_name = __webpack_require__(2389);
// EXTERNAL MODULE: ./lib/domain/packages/python-version.js
var python_version = __webpack_require__(905);
// EXTERNAL MODULE: ./lib/domain/release/checksums.js
var checksums = __webpack_require__(6158);
;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function template_fill(template, values) {
    return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

;// CONCATENATED MODULE: ./lib/app/declared-file.js



/**
 * The file of an artefact as the checksums name it: with the release's version; that of a Python package also with
 * Python's spelling (`1.4.0b2` for `1.4.0-beta.2`).
 * @param list Name of the checksum file, for the message.
 * @throws Failure `absent`.
 */
function declaredFile(artefact, version, list, sums) {
    const names = namesOf(artefact, version);
    for (const name of names) {
        const sha256 = sums.get(name);
        if (sha256 !== undefined)
            return { name, sha256 };
    }
    throw new failure/* Failure */.HR('absent', `${list} has no line for ${names.at(-1)}`, 'Build the checksums again');
}
function namesOf(artefact, version) {
    if (artefact.kind === 'release-asset')
        return [template_fill(artefact.name, { version })];
    const python = (0,python_version/* toPythonVersion */.Y)(version);
    const spellings = python === undefined || python === version ? [version] : [version, python];
    return spellings.map((spelling) => template_fill(artefact.file, { version: spelling }));
}

// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(8994);
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

;// CONCATENATED MODULE: ./lib/app/expected-packages.js








/**
 * What the index must have: the declared files with their digests, by project. Empty when nothing is declared. A
 * project that is not declared is expected with the files given by hand, else with any file.
 * @throws Failure `bad-input`, `absent`, `bad-checksums`.
 */
async function expectedPackages(request, config, releases) {
    const declared = config.artefacts.filter((a) => a.kind === 'python-package');
    const wanted = request.project === undefined ? declared : declared.filter(isOf(request.project));
    if (wanted.length === 0 && request.project === undefined)
        return [];
    const python = pythonVersionOf(request.version);
    if (request.sums !== undefined || wanted.length === 0)
        return byHand(request, wanted, python, request.sums ?? new Map());
    const release = await releaseOf(request.version, config['tag-prefix'], releases);
    const lists = new Map();
    const files = [];
    for (const artefact of wanted) {
        const list = template_fill(artefact.checksums, { version: request.version });
        const sums = lists.get(list) ?? download(list, release, releases);
        lists.set(list, sums);
        const { name, sha256 } = declaredFile(artefact, request.version, list, await sums);
        files.push({ project: (0,packages_name/* normaliseName */.G)(artefact.name), file: [name, sha256] });
    }
    return [...Map.groupBy(files, ({ project }) => project)].map(([project, of]) => ({
        project,
        versionKey: keyOf(python),
        files: new Map(of.map(({ file }) => file)),
    }));
}
function isOf(project) {
    return ({ name }) => (0,packages_name/* normaliseName */.G)(name) === (0,packages_name/* normaliseName */.G)(project);
}
function byHand({ project, version }, declared, python, sums) {
    const projects = new Set((project === undefined ? declared.map((a) => a.name) : [project]).map(packages_name/* normaliseName */.G));
    return [...projects].map((name) => {
        const files = [...sums].filter(([file]) => (0,file_name/* versionInFileName */.N)(file, name) === keyOf(python));
        if (sums.size > 0 && files.length === 0)
            throw new failure/* Failure */.HR('bad-input', `input expected-sha256s: names no file of ${name} ${version}`, 'Give the names as they stand on the index');
        return { project: name, versionKey: keyOf(python), files: new Map(files) };
    });
}
async function download(name, release, releases) {
    const asset = release.assets.find((a) => a.name === name);
    if (asset === undefined)
        throw new failure/* Failure */.HR('absent', `release ${release.tag} has no asset ${name}`, 'Upload it to the release, or give expected-sha256s');
    return (0,checksums/* parseChecksums */.y)(new TextDecoder().decode(await releases.download(asset)));
}
function pythonVersionOf(version) {
    const python = (0,python_version/* toPythonVersion */.Y)(version);
    if (python?.includes('+'))
        throw new failure/* Failure */.HR('bad-input', `input version: ${version} is a local version`, 'An index for others takes none: publish without what follows the +');
    if (python !== undefined)
        return python;
    throw new failure/* Failure */.HR('bad-input', `input version: ${version} has no Python spelling`, 'Packages know the prereleases alpha, beta, rc and dev only');
}
function keyOf(python) {
    return (0,python_version/* pythonVersionKey */.E)(python) ?? python;
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var judging_verdict = __webpack_require__(9534);
;// CONCATENATED MODULE: ./lib/domain/packages/core-metadata.js


/** Evidence that the metadata, by which pip resolves without the wheel, are of the same name and version as its file. */
function judgeMetadata(file, { project, versionKey }, { text, sha256 }, question) {
    const [name, version] = [headerOf(text, 'Name'), headerOf(text, 'Version')];
    const announced = file.metadata?.sha256;
    const problems = [
        ...(announced === undefined || announced === sha256 ? [] : ["not of the index's digest"]),
        ...((0,packages_name/* normaliseName */.G)(name) === (0,packages_name/* normaliseName */.G)(project) ? [] : [`of the project ${name}`]),
        ...((0,python_version/* pythonVersionKey */.E)(version) === versionKey ? [] : [`of the version ${version}`]),
    ];
    return {
        name: `${file.name} metadata`,
        verdict: problems.length === 0 ? 'pass' : 'fail',
        question,
        answer: problems.length === 0 ? `${name} ${version}` : problems.join(', '),
        limit: 'the name and version of the file',
    };
}
/** A header of the head, which ends with an empty line; `unnamed` where there is none. */
function headerOf(text, header) {
    const [head = ''] = text.split(/\r?\n\r?\n/, 1);
    const line = head.split(/\r?\n/).find((each) => each.startsWith(`${header}:`));
    return (line
        ?.slice(header.length + 1)
        .trim()
        .slice(0, 128) || 'unnamed');
}

;// CONCATENATED MODULE: ./lib/domain/packages/expectation.js

/** The files of a listing that belong to the version. */
function filesOfVersion({ project, versionKey }, files) {
    return files.filter((file) => (0,file_name/* versionInFileName */.N)(file.name, project) === versionKey);
}
/**
 * Names of the files of a local version (`1.2.0+cpu`): pip takes one for the version itself, before the files that were
 * published.
 */
function localFiles({ project, versionKey }, files) {
    return files
        .map((file) => file.name)
        .filter((name) => (0,file_name/* versionInFileName */.N)(name, project)?.startsWith(`${versionKey}+`));
}
/** Names of the files that are no wheel and no source archive of the project; nobody installs them. */
function unknownFiles({ project }, files) {
    return files
        .map((file) => file.name)
        .filter((name) => (0,file_name/* versionInFileName */.N)(name, project) === undefined);
}
/** Names of the declared files that a listing lacks. Files appear one by one: an upload is not atomic. */
function missingFiles(expectation, files) {
    const there = new Set(filesOfVersion(expectation, files).map((file) => file.name));
    return [...expectation.files.keys()].filter((name) => !there.has(name));
}
/** Names of the version's files that nobody declared; none where nothing is declared at all. */
function undeclaredFiles(expectation, files) {
    if (expectation.files.size === 0)
        return [];
    return filesOfVersion(expectation, files)
        .map((file) => file.name)
        .filter((name) => !expectation.files.has(name));
}
/** The version is there and nothing declared is missing. */
function isComplete(expectation, files) {
    return (filesOfVersion(expectation, files).length > 0 && missingFiles(expectation, files).length === 0);
}

;// CONCATENATED MODULE: ./lib/domain/packages/judge-files.js

/** Evidence about the files that an index lists for a version: complete, not yanked, nothing undeclared. */
function judgeListed(expectation, listed, question) {
    const { project } = expectation;
    const files = filesOfVersion(expectation, listed);
    const missing = missingFiles(expectation, listed);
    const yanked = files.filter((file) => file.yanked).map((file) => file.name);
    const extra = undeclaredFiles(expectation, listed);
    const local = localFiles(expectation, listed);
    const complete = files.length > 0 && [...missing, ...extra, ...local].length === 0;
    return [
        {
            name: `${project} files`,
            verdict: complete ? 'pass' : 'fail',
            question,
            answer: [
                ...(missing.length === 0 ? [] : [`missing ${missing.join(', ')}`]),
                ...(extra.length === 0 ? [] : [`undeclared ${extra.join(', ')}`]),
                ...(local.length === 0 ? [] : [`of a local version ${local.join(', ')}`]),
                ...(complete ? [files.map((file) => file.name).join(', ')] : []),
            ].join('; '),
            limit: expectation.files.size === 0 ? 'at least one file' : 'exactly the declared files',
            samples: files.length,
        },
        {
            name: `${project} yanked`,
            verdict: yanked.length === 0 ? 'pass' : 'fail',
            question,
            answer: yanked.length === 0 ? 'no' : yanked.join(', '),
            limit: 'no file yanked',
        },
    ];
}
/** Evidence about one file: what the index says, what was declared and what its bytes are must be one digest and size. */
function judgeBytes(file, declared, { sha256: bytes, size }, question) {
    const differing = [
        ...(declared === undefined || declared === bytes ? [] : ['the declared']),
        ...(file.sha256 === undefined || file.sha256 === bytes ? [] : ["the index's"]),
    ];
    const sized = file.size === undefined || file.size === size;
    const compared = [declared, file.sha256].some((digest) => digest !== undefined);
    return {
        name: `${file.name} sha256`,
        verdict: sized ? verdictOf(differing, compared) : 'fail',
        question,
        answer: [
            compared ? answerOf(bytes, differing) : `${bytes}, with nothing to compare it with`,
            ...(sized ? [] : [`${size} bytes, not the ${file.size} that the index names`]),
        ].join('; '),
        limit: declared ?? file.sha256 ?? 'a declared digest',
    };
}
function verdictOf(differing, compared) {
    if (differing.length > 0)
        return 'fail';
    return compared ? 'pass' : 'inconclusive';
}
function answerOf(bytes, differing) {
    return differing.length === 0 ? bytes : `${bytes} is not ${differing.join(' nor ')} digest`;
}

;// CONCATENATED MODULE: ./lib/app/await-version.js


const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const CONFIRM_MS = 1000;
/** Waiting cures none of these. */
const FINAL = ['unauthorised', 'forbidden-origin', 'cancelled'];
/**
 * Read the index until the version is complete on two reads in a row, or until the wait is over: then the last read
 * stands. The pause doubles from half a second to half a minute. Each read is fresh; one that failed counts as nothing.
 */
async function awaitVersion(expectation, wait, { index, clock }) {
    const elapsed = () => clock.now().getTime() - wait.from;
    let firstMs;
    for (let pause = FIRST_PAUSE_MS;; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        const seen = await look(expectation, index, elapsed);
        if (seen.kind === 'visible') {
            // Caches in front of an index answer differently from read to read: one look is luck.
            if (firstMs !== undefined)
                return { ...seen, afterMs: firstMs };
            firstMs = seen.afterMs;
            await clock.sleep(CONFIRM_MS);
            continue;
        }
        firstMs = undefined;
        const left = wait.ms - elapsed();
        if (left <= 0 || isFinal(seen))
            return ended(seen);
        await clock.sleep(Math.min(pause, left));
    }
}
async function look(expectation, index, elapsed) {
    try {
        const listing = await index.read(expectation.project);
        if (listing === undefined)
            return { kind: 'absent', answer: 'the index has no such project' };
        if (listing.quarantined)
            return { kind: 'quarantined' };
        if (isComplete(expectation, listing.files))
            return { kind: 'visible', listing, afterMs: elapsed() };
        return { kind: 'absent', answer: lacking(expectation, listing.files) };
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            return { kind: 'trouble', failure: error };
        throw error;
    }
}
function lacking(expectation, files) {
    if (filesOfVersion(expectation, files).length === 0)
        return 'not visible';
    const extra = undeclaredFiles(expectation, files);
    return [
        `incomplete, missing ${missingFiles(expectation, files).join(', ')}`,
        ...(extra.length === 0 ? [] : [`undeclared ${extra.join(', ')}`]),
    ].join('; ');
}
function isFinal(seen) {
    if (seen.kind === 'quarantined')
        return true;
    return seen.kind === 'trouble' && FINAL.includes(seen.failure.code);
}
function ended(seen) {
    return seen.kind === 'quarantined'
        ? { kind: 'absent', answer: 'the index has quarantined the project' }
        : seen;
}

;// CONCATENATED MODULE: ./lib/app/verify-package.js







/**
 * Verify what is declared; the index is opened only if something is. Nothing declared is a pass that says so.
 */
async function verifyDeclared(expectations, version, wait, open, clock) {
    if (expectations.length > 0)
        return verifyPackages(expectations, version, wait, { index: await open(), clock });
    const verdict = { verdict: 'pass', reason: 'nothing declared', evidence: [] };
    const nothing = { available: undefined, delayMs: undefined, warnings: [], ignored: [] };
    return { verdict, index: '', ...nothing };
}
/**
 * Wait for every package on the index, then check its files: complete, not yanked, and bytes, index and declaration
 * agree on one digest.
 */
async function verifyPackages(expectations, version, wait, ports) {
    const from = ports.clock.now().getTime();
    const evidence = [];
    const outcomes = [];
    const warnings = [];
    const ignored = [];
    for (const expectation of expectations) {
        const question = `page of ${expectation.project} on ${ports.index.host}`;
        const outcome = await awaitVersion(expectation, { from, ms: wait.ms }, ports);
        outcomes.push(outcome);
        evidence.push(visibility(outcome, `${expectation.project} ${version}`, question, wait));
        if (outcome.kind !== 'visible')
            continue;
        const { files, warnings: said } = outcome.listing;
        evidence.push(...(await judgeFiles(expectation, files, question, ports.index)));
        warnings.push(...said.map((line) => `${expectation.project}: ${line}`));
        ignored.push(...unknownFiles(expectation, files));
    }
    const { host, quiet } = ports.index;
    const said = { warnings: warnings.map(quiet), ignored: ignored.map(quiet) };
    const verdict = (0,judging_verdict/* overall */.Me)(evidence.map((each) => quietly(each, quiet)));
    return { verdict, index: host, ...availability(outcomes), ...said };
}
/** Names of files, versions and hosts are the index's own words. */
function quietly(evidence, quiet) {
    const { name, question, answer, limit } = evidence;
    return {
        ...evidence,
        name: quiet(name),
        question: quiet(question),
        answer: quiet(answer),
        limit: quiet(limit),
    };
}
function availability(outcomes) {
    if (outcomes.some((o) => o.kind === 'absent'))
        return { available: false, delayMs: undefined };
    if (outcomes.some((o) => o.kind === 'trouble'))
        return { available: undefined, delayMs: undefined };
    const delays = outcomes.flatMap((o) => (o.kind === 'visible' ? [o.afterMs] : []));
    return { available: true, delayMs: Math.max(0, ...delays) };
}
function visibility(outcome, what, question, wait) {
    const base = { name: `${what} visible`, question, limit: 'complete on two reads in a row' };
    const after = wait.ms === 0 ? 'now' : `after ${(0,duration/* formatDuration */.a3)(wait.ms)}`;
    switch (outcome.kind) {
        case 'visible':
            return { ...base, verdict: 'pass', answer: `yes, after ${(0,duration/* formatDuration */.a3)(outcome.afterMs)}` };
        case 'absent':
            return {
                ...base,
                verdict: 'fail',
                answer: `${outcome.answer} ${after}; to ask again: ${wait.retry}`,
            };
        case 'trouble':
            return { ...base, verdict: 'inconclusive', answer: (0,failure/* failureLine */.Pu)(outcome.failure) };
    }
}
async function judgeFiles(expectation, listed, question, index) {
    const files = filesOfVersion(expectation, listed);
    const evidence = [...judgeListed(expectation, listed, question)];
    for (const file of files) {
        evidence.push(await bytesOf(file, expectation, index));
        if (file.metadata !== undefined)
            evidence.push(await metadataOf(file, expectation, index));
    }
    return evidence;
}
async function metadataOf(file, expectation, index) {
    const question = `metadata of ${file.name} from ${new URL(file.url).host}`;
    try {
        return judgeMetadata(file, expectation, await index.metadata(file), question);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        const answer = (0,failure/* failureLine */.Pu)(error);
        return { name: `${file.name} metadata`, verdict: 'inconclusive', question, answer, limit: '' };
    }
}
async function bytesOf(file, { files }, index) {
    const question = `bytes of ${file.name} from ${new URL(file.url).host}`;
    const declared = files.get(file.name);
    try {
        return judgeBytes(file, declared, await index.measure(file), question);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        return {
            name: `${file.name} sha256`,
            verdict: error.code === 'other-size' ? 'fail' : 'inconclusive',
            question,
            answer: (0,failure/* failureLine */.Pu)(error),
            limit: declared ?? file.sha256 ?? '',
        };
    }
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/packages/blocks.js


/** More names than these help nobody. */
const NAMED = 5;
/** The blocks of a package verification's summary. */
function packageBlocks(found, version, overridden) {
    const available = found.available === undefined ? 'unknown' : found.available ? 'yes' : 'no';
    const delay = found.delayMs === undefined ? '' : (0,duration/* formatDuration */.a3)(found.delayMs);
    const facts = (0,markdown/* table */.tp)(['Version', 'Index', 'Available', 'Visible after'], [[version, found.index === '' ? 'not asked' : found.index, available, delay]]);
    const inputs = overridden.map((name) => `\`${name}\``).join(', ');
    return [
        facts,
        ...found.warnings.map((line) => `Warning: ${(0,markdown/* inert */.tJ)(line)}.`),
        ...ignoredBlock(found.ignored),
        ...(overridden.length === 0 ? [] : [`Set by input instead of the config: ${inputs}.`]),
    ];
}
function ignoredBlock(names) {
    if (names.length === 0)
        return [];
    const shown = names.slice(0, NAMED).map((name) => (0,markdown/* inert */.tJ)(name));
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
    return [`Ignored, no wheel or source archive of the package: ${shown.join(', ')}${more}.`];
}

// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(3291);
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

// EXTERNAL MODULE: ./lib/actions/verify-pypi/inputs.js + 1 modules
var verify_pypi_inputs = __webpack_require__(9003);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/adapters/runner/command-environment.js
/**
 * Variables that no configured command gets: our inputs (the token is one), the runner's own tokens and addresses, and
 * the files by which a step speaks to the runner. A command that needs a secret gets it by `env` of the job.
 */
const OURS = /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/i;
/** The environment of a configured command, with the variables given on top. */
function commandEnvironment(more = {}, own = process.env) {
    const kept = Object.entries(own).filter(([name]) => !OURS.test(name));
    return { ...Object.fromEntries(kept), ...more };
}

;// CONCATENATED MODULE: ./lib/adapters/command/node-command.js



/** Commands as child processes, each the leader of its own process group so that it ends with all it started. */
function nodeCommand(limits) {
    return {
        async run([program = '', ...argv], { timeoutMs, env }) {
            const child = (0,external_node_child_process_.spawn)(program, argv, {
                cwd: limits.cwd,
                env: commandEnvironment(env),
                stdio: ['ignore', 'pipe', 'pipe'],
                detached: process.platform !== 'win32',
                shell: false,
            });
            return supervise(child, program, timeoutMs, limits);
        },
    };
}
function supervise(child, program, timeoutMs, { maxBytes, signal }) {
    const started = performance.now();
    return new Promise((resolve, reject) => {
        const give = (failure) => {
            endGroup(child);
            settle(() => reject(failure));
        };
        const tooLarge = () => give(new failure/* Failure */.HR('too-large', `${program} prints more than ${maxBytes} bytes`));
        const late = () => give(new failure/* Failure */.HR('timeout', `${program} did not end within ${timeoutMs} ms`));
        const cancelled = () => give(new failure/* Failure */.HR('cancelled', 'the job was cancelled'));
        const timer = setTimeout(late, timeoutMs);
        const settle = (act) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            act();
        };
        if (signal?.aborted)
            cancelled();
        signal?.addEventListener('abort', cancelled);
        const stdout = collect(child.stdout, maxBytes, tooLarge);
        const stderr = collect(child.stderr, maxBytes, tooLarge);
        child.once('error', (error) => settle(() => reject(notStarted(program, error))));
        child.once('close', (exit) => {
            const elapsedMs = Math.round(performance.now() - started);
            settle(() => resolve({ exit, stdout: stdout(), stderr: stderr(), elapsedMs }));
        });
    });
}
/** Gather a stream's text; the result is asked for when it has ended. */
function collect(stream, maxBytes, tooLarge) {
    const chunks = [];
    let bytes = 0;
    stream?.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > maxBytes)
            tooLarge();
        else
            chunks.push(chunk);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}
function endGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill('SIGKILL');
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // Gone already.
    }
}
function notStarted(program, error) {
    const code = error.code ?? '';
    if (code === 'ENOENT')
        return new failure/* Failure */.HR('absent', `the program ${program} does not exist`, 'Install it in the job');
    return new failure/* Failure */.HR('not-started', `the program ${program} could not be started (${code})`);
}

// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js + 1 modules
var network_policy = __webpack_require__(9771);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(507);
;// CONCATENATED MODULE: ./lib/adapters/pypi/configured-index.js

const PIP = ['python3', '-m', 'pip', '--disable-pip-version-check'];
const TIMEOUT_MS = 30_000;
/** pip reads its environment before its files, and a command's section before the general one. */
const PLACES = [':env:.index-url', 'install.index-url', 'global.index-url'];
/**
 * The index that pip on this machine is configured for, else pip's own default.
 * @throws Failure `absent` when there is no pip to ask.
 */
async function configuredIndex(command) {
    const settings = await ask(command, ['config', 'list']);
    const lines = settings.split(/\r?\n/);
    for (const place of PLACES) {
        const line = lines.find((l) => l.startsWith(`${place}=`));
        const value = unquoted(line?.slice(place.length + 1).trim() ?? '');
        if (value !== '')
            return value;
    }
    // pip says its default only in the help of a command that takes an index.
    const help = await ask(command, ['--isolated', 'install', '--help']);
    const flat = help.replaceAll(/\s+/g, ' ');
    const [, address] = /--index-url <url> [^(]*\(default:? (https?:\/\/[^\s)]+)\)/.exec(flat) ?? [];
    if (address !== undefined)
        return address;
    throw unknown('pip does not say which index it uses');
}
async function ask(command, args) {
    // A narrow terminal would break an address over two lines.
    const env = { COLUMNS: '1000' };
    const result = await command.run([...PIP, ...args], { timeoutMs: TIMEOUT_MS, env });
    if (result.exit === 0)
        return result.stdout;
    throw unknown(`python3 -m pip ${args.join(' ')} ended with ${result.exit ?? 'a signal'}`);
}
/** pip prints values as Python would: in single or double quotes. */
function unquoted(text) {
    return /^(['"])(.*)\1$/.exec(text)?.[2] ?? text;
}
function unknown(problem) {
    return new failure/* Failure */.HR('absent', problem, 'Give index-url, or index.url in .github/release-actions.yml');
}

;// CONCATENATED MODULE: ./lib/adapters/pypi/index-address.js

/** @throws Failure `bad-input` for anything that is no http(s) URL; the text is not repeated, it may hold a password. */
function parseIndexUrl(text) {
    const url = URL.parse(text);
    if (url === null || !['http:', 'https:'].includes(url.protocol))
        throw new failure/* Failure */.HR('bad-input', 'the address of the package index is no http(s) URL', 'Give one such as https://index.example/simple as index-url');
    const user = decoded(url.username);
    const password = decoded(url.password);
    url.username = '';
    url.password = '';
    url.search = '';
    url.hash = '';
    const credentials = Buffer.from(`${user}:${password}`).toString('base64');
    return {
        url: url.href.replace(/\/+$/, ''),
        authorization: user + password === '' ? '' : `Basic ${credentials}`,
        secret: password === '' ? user : password,
    };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./lib/domain/packages/simple-json.js
var simple_json = __webpack_require__(6835);
// EXTERNAL MODULE: ./lib/domain/secret-spellings.js
var secret_spellings = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(7690);
;// CONCATENATED MODULE: ./lib/adapters/pypi/simple-index.js





const PAGE_MS = 30_000;
const FILE_MS = 300_000;
/** The pages of the largest projects have tens of MiB. */
const PAGE_BYTES = 128 * 1024 * 1024;
const METADATA_BYTES = 4 * 1024 * 1024;
/** Large wheels exist; larger ones than this are not looked into. */
const FILE_BYTES = 512 * 1024 * 1024;
const REFUSAL_BYTES = 64 * 1024;
const REDIRECTS = 3;
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const ACCEPT = `${JSON_TYPE}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1`;
/**
 * A package index over the simple repository API: JSON where it is spoken, HTML else. `http` gives a transport that reads
 * no answer of more bytes.
 */
function simpleIndex(address, http) {
    const newest = new Map();
    const get = (url, maxBytes, how) => follow(url, address, how, http(maxBytes));
    return {
        host: new URL(address.url).host,
        quiet: (0,secret_spellings/* concealing */.si)([address.secret]),
        async read(project) {
            const url = `${address.url}/${(0,packages_name/* normaliseName */.G)(project)}/`;
            const page = await get(url, PAGE_BYTES, { timeoutMs: PAGE_MS, accept: ACCEPT });
            if (page.status === 404)
                return undefined;
            assertOk(page);
            assertFresh(page, project, newest);
            return parse(page, project);
        },
        async measure(file) {
            const { size = FILE_BYTES } = file;
            // A refusal is no file, and may be larger than a small one.
            const most = Math.min(Math.max(size, REFUSAL_BYTES), FILE_BYTES);
            const hash = (0,digest/* hashing */.zE)();
            const how = { timeoutMs: FILE_MS, receiver: () => hash.take };
            const answer = await get(file.url, most, how).catch((error) => {
                throw size < FILE_BYTES ? asOtherSize(error, size) : error;
            });
            assertOk(answer);
            return hash.done();
        },
        async metadata({ url }) {
            const beside = new URL(url);
            beside.pathname += '.metadata';
            const answer = await get(beside.href, METADATA_BYTES, { timeoutMs: PAGE_MS });
            assertOk(answer);
            const text = new TextDecoder().decode(answer.body);
            return { sha256: (0,digest/* sha256 */.sc)(answer.body).replace('sha256:', ''), text };
        },
    };
}
function asOtherSize(error, size) {
    if (!(error instanceof failure/* Failure */.HR && error.code === 'too-large'))
        return error;
    return new failure/* Failure */.HR('other-size', `more than the ${size} bytes that the index names`);
}
/** Redirects are followed by hand: each target passes the network policy, and credentials stay at the index's origin. */
async function follow(start, { url: base, authorization }, { accept = '*/*', ...how }, http) {
    let url = start;
    for (let hop = 0; hop <= REDIRECTS; hop++) {
        const own = authorization !== '' && new URL(url).origin === new URL(base).origin;
        const headers = {
            accept,
            // Caches in between answer for minutes with what was true before the upload.
            'cache-control': 'no-cache',
            'user-agent': 'release-actions',
            ...(own ? { authorization } : {}),
        };
        const answer = await http.send({ method: 'GET', url, headers, ...how });
        const target = redirectOf(answer, url);
        if (target === undefined)
            return { ...answer, url };
        url = target;
    }
    throw new failure/* Failure */.HR('bad-answer', 'the index redirects in circles');
}
function redirectOf({ status, headers }, url) {
    if (![301, 302, 303, 307, 308].includes(status))
        return undefined;
    const target = URL.parse(headers.location ?? '', url);
    if (target === null || !/^https?:$/.test(target.protocol))
        throw new failure/* Failure */.HR('bad-answer', 'the index redirects to no address');
    target.username = '';
    target.password = '';
    return target.href;
}
function assertOk({ status, url }) {
    if (status === 200)
        return;
    const said = `${new URL(url).host} answered ${status}`;
    if (status === 401 || status === 403)
        throw new failure/* Failure */.HR('unauthorised', said, 'Put user and token into index-url, from a secret');
    throw new failure/* Failure */.HR(status >= 500 ? 'server-error' : 'refused', said);
}
/** An index that goes back in time is a stale cache: what it says is not counted. */
function assertFresh({ headers }, project, newest) {
    const serial = Number(headers['x-pypi-last-serial'] ?? Number.NaN);
    if (!Number.isSafeInteger(serial))
        return;
    const before = newest.get(project) ?? serial;
    if (serial < before)
        throw new failure/* Failure */.HR('stale', 'the index answered with an older state than before');
    newest.set(project, serial);
}
async function parse({ headers, body, url }, project) {
    const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    const text = new TextDecoder().decode(body);
    if (type === JSON_TYPE || type === 'application/json')
        return (0,simple_json/* parseSimpleJson */.S)(text, url, project);
    if (type !== 'text/html' && type !== 'application/vnd.pypi.simple.v1+html')
        throw new failure/* Failure */.HR('bad-answer', 'the index answered neither JSON nor HTML');
    const { parseSimpleHtml } = await Promise.all(/* import() */[__webpack_require__.e(600), __webpack_require__.e(764)]).then(__webpack_require__.bind(__webpack_require__, 5764));
    return parseSimpleHtml(text, url);
}

;// CONCATENATED MODULE: ./lib/actions/verify-pypi/ports.js






/** The index of the input, else of the config, else of pip. @throws Failure */
async function openIndex(inputs, config, { context, signal, mask }) {
    const command = nodeCommand({ cwd: context.workspace, maxBytes: 1024 * 1024, signal });
    const text = inputs['index-url'] ?? config.index.url ?? (await configuredIndex(command));
    const address = parseIndexUrl(text);
    if (address.secret !== '')
        mask(address.secret);
    const rule = (0,network_policy/* publicOnly */.qr)(config['allow-private']);
    return simpleIndex(address, (maxBytes) => (0,node_http/* nodeHttp */.L)({ timeoutMs: 30_000, maxBytes, signal }, rule));
}

;// CONCATENATED MODULE: ./lib/actions/verify-pypi/run.js







async function run(inputs, config, github, runner) {
    const { version } = releaseKey('version', inputs.version, config);
    const request = { version, project: inputs.package, sums: inputs['expected-sha256s'] };
    const expected = await expectedPackages(request, config, github.releases);
    const ms = inputs['dry-run'] ? 0 : (inputs.wait ?? (0,duration/* parseDuration */.E9)(config.index.wait) ?? 0);
    const retry = `gh run rerun ${runner.context.runId} --failed`;
    const open = () => openIndex(inputs, config, runner);
    const verified = await verifyDeclared(expected, version, { ms, retry }, open, runner.clock);
    for (const line of verified.warnings)
        runner.log.warning(line);
    return {
        verdict: verified.verdict,
        outputs: { ...(0,verify_pypi_inputs/* toOutputs */.Iu)(verified), version },
        summary: packageBlocks(verified, version, (0,verify_pypi_inputs/* overriding */.S5)(inputs)),
    };
}


/***/ }),

/***/ 1678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ versionInFileName),
/* harmony export */   R: () => (/* binding */ isDistribution)
/* harmony export */ });
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2389);
/* harmony import */ var _python_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(905);


const WHEEL = /^(?<name>[^-]+)-(?<version>[^-]+)(?:-\d[^-]*)?-(?<python>[^-]+)-(?<abi>[^-]+)-(?<platform>[^-]+)\.whl$/;
const SDIST = /^(?<stem>.+)\.(?:tar\.gz|zip|tar\.bz2|tgz)$/;
/**
 * The version that a wheel or source archive of `project` holds, as `pythonVersionKey` spells it. Undefined for a file
 * of another project or of another kind.
 */
function versionInFileName(file, project) {
    const wheel = WHEEL.exec(file)?.groups;
    if (wheel !== undefined)
        return sameProject(wheel.name, project) ? (0,_python_version_js__WEBPACK_IMPORTED_MODULE_0__/* .pythonVersionKey */ .E)(wheel.version ?? '') : undefined;
    const stem = SDIST.exec(file)?.groups?.stem ?? '';
    // The name itself may hold hyphens, so every hyphen could be the one between name and version.
    const cuts = [...stem.matchAll(/-/g)].map((hyphen) => hyphen.index);
    const cut = cuts.find((at) => sameProject(stem.slice(0, at), project));
    return cut === undefined ? undefined : (0,_python_version_js__WEBPACK_IMPORTED_MODULE_0__/* .pythonVersionKey */ .E)(stem.slice(cut + 1));
}
function sameProject(name, project) {
    return name !== undefined && (0,_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseName */ .G)(name) === (0,_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseName */ .G)(project);
}
/** True for the names that a package page lists: wheels, source archives and the old installers. */
function isDistribution(file) {
    return /\.(?:whl|tar\.gz|zip|tar\.bz2|tgz|egg|exe)$/.test(file);
}


/***/ }),

/***/ 2389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ normaliseName)
/* harmony export */ });
/** The one spelling of a project name (PEP 503): lower case, runs of `-`, `_` and `.` are one hyphen. */
function normaliseName(name) {
    return name.replaceAll(/[-_.]+/g, '-').toLowerCase();
}


/***/ }),

/***/ 1787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ pageFacts)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);

/** Minor version of the simple API that is known whole (PEP 792). */
const KNOWN_MINOR = 4;
/** What a status means for a version that is there; one that is not listed here is not understood. */
const STATUS = {
    active: '',
    archived: 'the index calls the project archived: its owners publish nothing more there',
    deprecated: 'the index calls the project deprecated',
    quarantined: '',
};
/**
 * What a project page says of itself: the version of its form (PEP 629, 691) and the project's status (PEP 792).
 * @param said The status, from each place where pages have it.
 * @throws Failure `bad-answer` for another major version, and for a status that nobody knows: it may forbid the use.
 */
function pageFacts(version, said) {
    const notes = said.filter((status) => status !== undefined).map(statusNote);
    const warnings = [versionNote(version), ...notes].filter((each) => each !== '');
    return { quarantined: said.includes('quarantined'), warnings };
}
function statusNote(status) {
    const note = Object.hasOwn(STATUS, status) ? STATUS[status] : undefined;
    if (note !== undefined)
        return note;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', 'the index gives the project a status that is not known');
}
/** Pages of before there were versions say none. */
function versionNote(version = '1.0') {
    const [, minor] = /^1\.(\d{1,4})$/.exec(version) ?? [];
    if (minor === undefined)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', 'the index speaks another version of its API than 1.x');
    if (Number(minor) <= KNOWN_MINOR)
        return '';
    return `the index speaks version ${version} of its API, known is 1.${KNOWN_MINOR}: what is new in it is not read`;
}


/***/ }),

/***/ 905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ pythonVersionKey),
/* harmony export */   Y: () => (/* binding */ toPythonVersion)
/* harmony export */ });
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6353);

const PRE = {
    a: 'a',
    alpha: 'a',
    b: 'b',
    beta: 'b',
    c: 'rc',
    rc: 'rc',
    pre: 'rc',
    preview: 'rc',
};
const GRAMMAR = /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preN>\d*))?(?:-(?<postBare>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postN>\d*))?(?:[-_.]?(?<dev>dev)[-_.]?(?<devN>\d*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
/**
 * The one spelling of a Python version (PEP 440), trailing zeros of the release dropped, so that equal versions are
 * equal texts: `1.0-Beta_2` and `1.0.0b2` are both `1b2`. Undefined for what is no version.
 */
function pythonVersionKey(text) {
    const groups = text.length > 128 ? undefined : GRAMMAR.exec(text.toLowerCase())?.groups;
    if (groups === undefined)
        return undefined;
    const { epoch = '0', release = '', pre, preN, local } = groups;
    const parts = [
        number(epoch) === '0' ? '' : `${number(epoch)}!`,
        release
            .split('.')
            .map(number)
            .join('.')
            .replace(/(?:\.0)+$/, ''),
        pre === undefined ? '' : `${PRE[pre]}${number(preN)}`,
        postOf(groups),
        groups.dev === undefined ? '' : `.dev${number(groups.devN)}`,
        local === undefined ? '' : `+${local.split(/[-_.]/).map(localPart).join('.')}`,
    ];
    return parts.join('');
}
function postOf({ post, postN, postBare }) {
    if (postBare !== undefined)
        return `.post${number(postBare)}`;
    return post === undefined ? '' : `.post${number(postN)}`;
}
/** Without leading zeros; a missing number is 0. */
function number(digits = '') {
    return digits.replace(/^0+(?=\d)/, '') || '0';
}
function localPart(part) {
    return /^\d+$/.test(part) ? number(part) : part;
}
/**
 * A release version (semver) as Python writes it: `1.4.0-beta.2` is `1.4.0b2`. Undefined where Python has no such
 * version, for example `1.4.0-canary.1`.
 */
function toPythonVersion(version) {
    const parsed = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_0__(version);
    if (parsed === null)
        return undefined;
    const { major, minor, patch, prerelease, build } = parsed;
    const suffix = suffixOf(prerelease);
    if (suffix === undefined)
        return undefined;
    const local = build.length === 0 ? '' : `+${build.join('.').replaceAll('-', '.').toLowerCase()}`;
    return `${major}.${minor}.${patch}${suffix}${local}`;
}
function suffixOf(prerelease) {
    const [, word, digits] = /^([a-z]+)\.?(\d*)$/i.exec(prerelease.join('.')) ?? [];
    if (word === undefined)
        return prerelease.length === 0 ? '' : undefined;
    if (word.toLowerCase() === 'dev')
        return `.dev${number(digits)}`;
    const letter = PRE[word.toLowerCase()];
    return letter === undefined ? undefined : `${letter}${number(digits)}`;
}


/***/ }),

/***/ 6835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ resolveUrl),
/* harmony export */   S: () => (/* binding */ parseSimpleJson)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2389);
/* harmony import */ var _page_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1787);




const Sha256 = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/i);
const File = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    filename: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(1024),
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(8192),
    hashes: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ sha256: Sha256.optional() }),
    yanked: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()]).default(false),
    size: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative().optional(),
    'core-metadata': zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ sha256: Sha256.optional() })]).optional(),
});
/** PEP 792 calls the field `state` in its text and `status` in its example; both are out there. */
const ProjectStatus = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(), state: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() });
const Page = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    meta: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ 'api-version': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    files: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(File).max(100_000),
    'project-status': ProjectStatus.optional(),
});
/**
 * The page of a project in the JSON form (PEP 691). `base` is the page's own URL: file URLs may be relative.
 * @throws Failure `bad-answer`, also for the page of another project.
 */
function parseSimpleJson(text, base, project) {
    const page = Page.safeParse(toJson(text));
    if (!page.success) {
        const where = page.error.issues[0]?.path.join('.') || 'the whole';
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `the index answered JSON of an unknown shape (${where})`);
    }
    const { name = project, meta, 'project-status': status } = page.data;
    if ((0,_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normaliseName */ .G)(name) !== (0,_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normaliseName */ .G)(project))
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', 'the index answered with the page of another project');
    return {
        ...(0,_page_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .pageFacts */ .P)(meta['api-version'], [status?.status, status?.state]),
        files: page.data.files.map((file) => ({
            name: file.filename,
            url: resolveUrl(file.url, base),
            sha256: file.hashes.sha256?.toLowerCase(),
            // An empty reason is a reason: only `false` means that the file is not yanked.
            yanked: file.yanked !== false,
            size: file.size,
            metadata: metadataOf(file['core-metadata']),
        })),
    };
}
/** The key is there with a digest, or says only that there are some (PEP 714). */
function metadataOf(said) {
    if (said === undefined || typeof said === 'boolean')
        return said === true ? { sha256: undefined } : undefined;
    return { sha256: said.sha256?.toLowerCase() };
}
function toJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', 'the index answered something that is no JSON');
    }
}
/** @throws Failure `bad-answer` when it is no URL. */
function resolveUrl(url, base) {
    const resolved = URL.parse(url, base);
    if (resolved === null)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', 'the index names a file URL that is none');
    return resolved.href;
}


/***/ })

};
