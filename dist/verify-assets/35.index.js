export const id = 35;
export const ids = [35];
export const modules = {

/***/ 2035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var verdict = __webpack_require__(9534);
;// CONCATENATED MODULE: ./lib/domain/release/platforms.js
/** Where a package is installed by default: three systems, three interpreters. */
const RUNNERS = ['ubuntu-latest', 'macos-latest', 'windows-latest'];
const PYTHONS = ['3.10', '3.11', '3.12'];
/** The legs of the config, or the nine defaults. */
function platformsOf({ verification }) {
    return (verification.platforms ??
        RUNNERS.flatMap((runner) => PYTHONS.map((python) => ({ runner, python }))));
}

// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(8994);
// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/release/checksums.js

/** Larger files are no list of checksums. */
const LARGEST = 1024 * 1024;
const LINE = /^([0-9a-f]{64}) {2}(\S(?:.{0,253}\S)?)$/;
/**
 * Read lines `<64 hex>  <file>` as `sha256sum` writes them. Strict, because a line that is skipped is a file that
 * nobody checked.
 * @throws Failure `bad-checksums` naming the line.
 */
function parseChecksums(text) {
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
    return new failure/* Failure */.H('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
}

;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function fill(template, values) {
    return template.replaceAll(/\{([a-z-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

;// CONCATENATED MODULE: ./lib/app/inspect-asset.js



/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = ['bad-asset', 'bad-checksums'];
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
        if (!(error instanceof failure/* Failure */.H) || !UNSOUND.includes(error.code))
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
    return new failure/* Failure */.H('bad-asset', problem);
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
    throw new failure/* Failure */.H('absent', `there is no release ${tag}`, 'Build and draft it before this run; a draft is shown only to a token with contents: write');
}

;// CONCATENATED MODULE: ./lib/app/verify-assets.js







/**
 * Verify every release asset that the config declares: present, complete, and its bytes those of its checksums line and
 * of GitHub's digest. A draft will do.
 * @param wanted A version, a tag, or `latest`: the newest published release by semver.
 * @throws Failure when GitHub cannot be asked; what is wrong with the release is a verdict.
 */
async function verifyAssets(wanted, config, releases) {
    const prefix = config['tag-prefix'];
    const version = await resolveVersion(wanted, prefix, releases);
    const declared = config.artefacts.filter((a) => a.kind === 'release-asset');
    const outputs = {
        version: version.version,
        is_prerelease: String(version.prerelease),
        tag: (0,release_version/* tagOf */.cO)(version.version, prefix),
        platforms: JSON.stringify(platformsOf(config)),
    };
    if (declared.length === 0)
        return { verdict: nothingDeclared, outputs, summary: [] };
    const release = await findRelease(version.version, prefix, releases);
    if (release === undefined)
        return { verdict: (0,verdict/* overall */.Me)([noRelease(outputs.tag)]), outputs, summary: [] };
    const evidence = [];
    for (const artefact of declared) {
        const found = await inspect_asset_inspectAsset(artefact, version.version, release, releases, releases.measure);
        const sound = found.kind === 'sound';
        evidence.push({
            name: found.name,
            verdict: sound ? 'pass' : 'fail',
            question: `release ${release.tag}, asset ${found.name}`,
            answer: sound ? `${found.file.size} bytes, sha256 ${found.file.sha256}` : found.problem,
            limit: 'bytes of its checksums line and digest',
        });
    }
    return { verdict: (0,verdict/* overall */.Me)(evidence), outputs, summary: summaryOf(release, evidence) };
}
const nothingDeclared = { verdict: 'pass', reason: 'nothing declared', evidence: [] };
async function findRelease(version, prefix, releases) {
    try {
        return await releaseOf(version, prefix, releases);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H && error.code === 'absent')
            return undefined;
        throw error;
    }
}
function noRelease(tag) {
    const question = `release ${tag}`;
    return { name: 'release', verdict: 'fail', question, answer: 'does not exist', limit: 'exists' };
}
async function resolveVersion(wanted, prefix, releases) {
    if (wanted === 'latest')
        return latest(await releases.published(), prefix);
    const version = (0,release_version/* readVersion */.$4)(wanted, prefix);
    if (version !== undefined)
        return version;
    throw new failure/* Failure */.H('bad-input', 'input version_to_verify: is no version, no tag of this product and not latest', `Give one such as 1.4.0, ${(0,release_version/* tagOf */.cO)('1.4.0', prefix)} or latest`);
}
/** By semver, not by date: a patch of an old line may be the last one published. */
function latest(published, prefix) {
    const versions = published.map((r) => (0,release_version/* versionOfTag */.mx)(r.tag, prefix)).filter((v) => v !== undefined);
    const [newest] = versions.toSorted((a, b) => (0,release_version/* compareVersions */.Zy)(b.version, a.version));
    if (newest !== undefined)
        return newest;
    throw new failure/* Failure */.H('absent', `no release with a tag ${prefix}… is published`, 'Name a version');
}
function summaryOf(release, evidence) {
    const sound = evidence.filter((e) => e.verdict === 'pass').length;
    const state = release.draft ? 'draft' : 'published';
    const rows = [
        ['Release', `${release.tag} (${state})`],
        ['Verified', `${(0,markdown/* bar */.M0)(sound / evidence.length)} ${sound} of ${evidence.length} assets`],
    ];
    return [(0,markdown/* table */.tp)(['Release assets', ''], rows)];
}

;// CONCATENATED MODULE: ./lib/actions/verify-assets/run.js

async function run(inputs, config, { releases }) {
    // It only reads, so a dry run is the same run.
    return verifyAssets(inputs.version_to_verify, config, releases);
}


/***/ })

};
