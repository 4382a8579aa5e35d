export const id = 556;
export const ids = [556];
export const modules = {

/***/ 62338:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const SemVer = __webpack_require__(7163)

const inc = (version, release, options, identifier, identifierBase) => {
  if (typeof (options) === 'string') {
    identifierBase = identifier
    identifier = options
    options = undefined
  }

  try {
    return new SemVer(
      version instanceof SemVer ? version.version : version,
      options
    ).inc(release, identifier, identifierBase).version
  } catch (er) {
    return null
  }
}
module.exports = inc


/***/ }),

/***/ 18638:
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
var domain_failure = __webpack_require__(27550);
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
                throw new domain_failure/* Failure */.HR('bad-answer', `GitHub did not store the artifact ${name}`);
        },
        async download(name, wanted) {
            const client = await artifactClient();
            const { artifact } = await asked(() => client.getArtifact(name));
            if (artifact.digest === undefined)
                throw new domain_failure/* Failure */.HR('digest-mismatch', `the artifact ${name} has no digest to check it by`);
            if (artifact.size > LARGEST_ARCHIVE)
                throw new domain_failure/* Failure */.HR('bad-archive', `the artifact ${name} has ${artifact.size} bytes`);
            const folder = await files.temporaryFolder();
            // Unpacked here: the client would put on disk whatever is in it.
            const options = { path: folder, expectedHash: artifact.digest, skipDecompress: true };
            const { digestMismatch } = await named(client.downloadArtifact(artifact.id, options));
            // The client only reports it.
            if (digestMismatch !== false)
                throw new domain_failure/* Failure */.HR('digest-mismatch', `the artifact ${name} is not what was uploaded`);
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
        throw new domain_failure/* Failure */.HR('bad-answer', 'GitHub answered with no archive');
    return (0,promises_.readFile)((0,external_node_path_.join)(folder, name));
}
async function patiently(ask, clock) {
    for (const pause of PAUSES_MS) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR && error.code === 'connection'))
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
            throw new domain_failure/* Failure */.HR('absent', line, 'Run the job that uploads it first', { cause });
        if (line.includes('(409)'))
            throw new domain_failure/* Failure */.HR('taken', line, 'Run the job again: each attempt has its own name', {
                cause,
            });
        const [, lost] = UNREACHED.exec(line) ?? [];
        if (lost !== undefined)
            throw new domain_failure/* Failure */.HR('connection', `the artifact service: ${lost}`, '', { cause });
        throw new domain_failure/* Failure */.HR('artifact', `the artifact service: ${line}`, '', { cause });
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
                throw new domain_failure/* Failure */.HR('bad-name', 'a file name must be letters, digits, dots and hyphens');
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
        throw new domain_failure/* Failure */.HR('absent', `the file ${path} does not exist`, '', { cause });
    });
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
        throw outside(path);
    // NOFOLLOW: the path was resolved, what is a link now was put there since. NONBLOCK: a FIFO must not hold the job.
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    const handle = await (0,promises_.open)(real, flags).catch((cause) => {
        throw new domain_failure/* Failure */.HR('absent', `the file ${path} cannot be read`, '', { cause });
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
        throw new domain_failure/* Failure */.HR('too-large', `the file ${path} is larger than ${maxBytes} bytes`);
    return buffer.toString('utf8', 0, length);
}
function outside(path) {
    return new domain_failure/* Failure */.HR('outside', `${path} is no file inside the workspace`, 'Name a file of it');
}

;// CONCATENATED MODULE: ./lib/domain/judging/well-formed.js
/** Half a character from outside has no canonical form: what holds one could never be written. */
function wellFormed(evidence) {
    const { question, answer, limit } = evidence;
    return {
        ...evidence,
        question: question.toWellFormed(),
        answer: answer.toWellFormed(),
        limit: limit.toWellFormed(),
    };
}

// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var ledger_canonical = __webpack_require__(46766);
// EXTERNAL MODULE: ./lib/domain/instant.js
var instant = __webpack_require__(85593);
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
    return before !== undefined && (0,instant/* instantOf */.B)(before) <= (0,instant/* instantOf */.B)(time) ? before : time;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/state.js

/** Stage of a shift that takes all traffic back. */
const state_BACK = -1;
/** Fold the entries since the last plan. Undefined when nothing was planned. */
function state_rolloutOf(entries) {
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
    if (intent.stage !== state_BACK)
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

// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var judging_verdict = __webpack_require__(19534);
;// CONCATENATED MODULE: ./lib/domain/rollout/weigh.js

/** Name of the evidence that the score is: no objective has a space in its name. */
const SCORE = 'score of objectives';
/**
 * The verdict over one look: the worst of what binds, where an objective that only notifies binds nothing, and where
 * there is a score those that are not critical bind by their weight together.
 */
function weigh_weigh(evidence, weighing) {
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/domain/ledger/freeze.js

/** What the marker of an open freeze holds: where the freeze was written. */
const freeze_FreezeMarker = schemas/* strictObject */.rej({
    version: schemas/* string */.YjP(),
    seq: schemas/* int */.Whr().positive(),
    time: iso/* datetime */.w$(),
});
/** Stands in the body of a scope's freeze issue: the identity of the issue, never its title. */
function freeze_freezeMarkerText({ product, channel }) {
    return `<!-- release-actions:freeze ${product}/${channel} -->`;
}
/** Stands in the body of a release's tracking issue. */
function freeze_trackingMarkerText(product, version) {
    return `<!-- release-actions:release ${product}/${version} -->`;
}

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
    const value = Header.safeParse(jsonOf(header)).data;
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
    return base64url((0,ledger_canonical/* canonical */.$)({ alg: 'EdDSA', kid }));
}
/** What is signed: the header, and the canonical entry as it was before it was signed. */
function signingInput(header, entry) {
    return `${header}.${base64url((0,ledger_canonical/* canonical */.$)({ ...entry, signature: null }))}`;
}
function base64url(text) {
    const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
function jsonOf(header) {
    try {
        return JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/')));
    }
    catch {
        return undefined;
    }
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
    throw new domain_failure/* Failure */.HR('unsigned', `entry ${unsigned.seq} of ${product} ${channel} ${version} is unsigned, and ledger.require-signature is true`, 'See docs/ledger.md#switching-signatures-on');
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
    return new domain_failure/* Failure */.HR('unsigned', `${why}, and this run has no key`, 'Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key');
}
/** Who signed a chain, for people: key ids or `unsigned`. */
function signersText(chain, show = (kid) => kid) {
    const kids = chain.flatMap(({ signature }) => signature?.kid ?? []);
    if (kids.length === 0)
        return 'unsigned';
    const part = kids.length === chain.length ? '' : `${kids.length} of ${chain.length} entries `;
    return `${part}signed by ${[...new Set(kids)].map(show).join(', ')}`;
}

// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var rollout_audience = __webpack_require__(58850);
;// CONCATENATED MODULE: ./lib/domain/report/tracking-issue.js





function tracking_issue_trackingTitle({ version, product }) {
    return `Release ${product} ${spoken(version)}`;
}
/**
 * The exact command that takes the release back.
 * @param isOneOfSeveral The config describes several products: then the workflow has an input that says which is meant.
 */
function rollbackCommand({ product, version, baseline, profile }, isOneOfSeveral) {
    return [
        'gh workflow run release-rollback.yml',
        ...(isOneOfSeveral ? [`-f product=${product}`] : []),
        `-f rollback_version=${baseline}`,
        `-f rollback_reason="roll back ${version}"`,
        '-f pypi_action=leave-as-is',
        // Without it the traffic of another environment would move.
        ...(profile === '' ? [] : [`-f environment=${profile}`]),
    ].join(' \\\n  ');
}
/** Body of the tracking issue, rendered anew from the facts each time it changes. */
function tracking_issue_trackingBody(facts) {
    const { plan, planHash, runUrl, jobs, note, before = '', isOneOfSeveral } = facts;
    const stages = plan.stages.map((s) => `${s.weight} %${forAudience(s.audience)}`).join(' → ');
    const standing = before.split('\n');
    const boxes = CHECKLIST.map(([job, label]) => {
        const outcome = jobs.find((j) => j.job === job);
        const why = outcome === undefined || outcome.note === '' ? '' : ` (${inert(outcome.note)})`;
        const isTicked = outcome?.good === true || (jobs.length === 0 && standing.includes(`- [x] ${label}`));
        return `- [${isTicked ? 'x' : ' '}] ${label}${why}`;
    });
    return [
        trackingMarkerText(plan.product, plan.version),
        table(['', ''], [
            ['Version', raw(`\`${spoken(plan.version)}\` after \`${spoken(plan.baseline)}\``)],
            ...(plan.type === undefined ? [] : [['Type', plan.type]]),
            ['Strategy', `${plan.strategy}: ${stages}`],
            ['Plan', raw(`\`${planHash}\``)],
            ['Workflow run', raw(runUrl)],
        ]),
        boxes.join('\n'),
        ...(note === '' ? [] : [inert(note, 2000)]),
        '### Roll back',
        fenced(rollbackCommand(plan, isOneOfSeveral), 'bash'),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(46427);
// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(34356);
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
    direction: schemas/* enum */.k5n(judging_objective/* DIRECTIONS */.X),
    onBreach: schemas/* enum */.k5n(judging_objective/* ON_BREACH */.UJ),
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
    audience: rollout_audience/* Audience */.ln.optional(),
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
function plan_plannedDuration(plan) {
    return plan.stages.reduce((sum, stage) => sum + stage.bake, 0);
}

;// CONCATENATED MODULE: ./lib/domain/rollout/clock.js



const HOUR = 3_600_000;
/** Longest rollout that stays in one run: a job ends after 6 hours. */
const LONGEST_RUN = 5.5 * HOUR;
/** GitHub starts a scheduled run up to so late, or drops it (measured gaps: a minute to 12 hours). */
const LATEST_START = 12 * HOUR;
/** So long a watch that is handed over may wait for its runner, and an old one for GitHub. */
const NEXT_WATCH = (/* unused pure expression or super */ null && (15 * 60_000));
/** How often the example's cron looks. */
const SCHEDULE = 6 * HOUR;
/** Dollars for a started minute of a Linux runner with two cores in a private repository, since January 2026. */
const DOLLARS = 0.006;
/** The clock that a config asks for; undefined for `inline`. */
function clock_clockOf({ kind, unattended, overdue }) {
    if (kind === 'inline')
        return undefined;
    return { kind, unattended: parseDuration(unattended) ?? 0, overdue };
}
/** @throws Failure `needs-clock` for a plan that its clock cannot keep. */
function clock_assertKept(plan) {
    const { clock } = plan;
    const all = plannedDuration(plan);
    if (clock === undefined && all > LONGEST_RUN)
        throw new Failure('needs-clock', `the rollout takes ${formatDuration(all)}, and a run that watches it ends after 5h30m`, 'Shorten the bakes, or name a clock in the config: clock: { kind: watch }, schedule or external');
    if (clock?.kind === 'watch' && clock.unattended < NEXT_WATCH)
        throw new Failure('needs-clock', `clock.unattended is ${formatDuration(clock.unattended)}, and the next watch may wait 15m for a runner`, 'Give at least 15m');
    if (clock?.kind !== 'schedule')
        return;
    if (clock.unattended < LATEST_START)
        throw new Failure('needs-clock', `clock.unattended is ${formatDuration(clock.unattended)}, and GitHub starts a schedule up to 12h late`, 'Give at least 12h, or use clock: { kind: external }');
    const short = plan.stages.find(({ bake }) => bake < SCHEDULE);
    if (short !== undefined)
        throw new Failure('needs-clock', `the stage of ${short.weight} % bakes for ${formatDuration(short.bake)}, and a schedule looks every 6h at best`, 'Give each stage 6h or more, or use clock: { kind: external } or inline');
}
/** What drives the stages, what it can promise, and what it costs, in a line. */
function clockLine(plan) {
    const { clock, stages, interval } = plan;
    const all = plannedDuration(plan);
    if (clock === undefined)
        return `Clock: inline: one run watches every stage for ${formatDuration(all)}; ${cost(all / 60_000)}.`;
    const late = `a stage that nobody looks at for ${formatDuration(clock.unattended)} after its bake: ${clock.overdue}`;
    if (clock.kind === 'external')
        return `Clock: external: release-tick moves a stage when it is dispatched after its bake; ${late}; ${cost(stages.length)}, and as much for each tick that comes early.`;
    if (clock.kind === 'watch')
        return `Clock: watch: release-watch looks every ${formatDuration(interval)}, run after run of ${formatDuration(LONGEST_RUN)}; ${late}; ${cost(all / 60_000)}.`;
    const ticks = stages.reduce((sum, { bake }) => sum + Math.ceil(bake / SCHEDULE), 0);
    return `Clock: schedule: release-tick every 6h; GitHub starts it up to 12h late; ${late}; ${cost(ticks)}.`;
}
/** A job is billed by the started minute. */
function cost(minutes) {
    const started = Math.max(1, Math.ceil(minutes));
    const dollars = (started * DOLLARS).toFixed(2);
    return `about ${started} runner ${started === 1 ? 'minute' : 'minutes'}, $${dollars} in a private repository`;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/downtime-ahead.js

/** Length of a time to the second: so far all times of the suite are written alike. */
const SECONDS = '2000-01-01T00:00:00'.length;
/** @param now ISO 8601, UTC. @throws Failure `bad-config` where the downtime that was declared is over. */
function downtime_ahead_proveAhead({ version, downtime }, now) {
    if (downtime === undefined || downtime.to.slice(0, SECONDS) > now.slice(0, SECONDS))
        return;
    throw new Failure('bad-config', `the downtime that is declared for ${version} was over at ${downtime.to}`, 'Declare another one under types in the config, or remove it');
}

;// CONCATENATED MODULE: ./lib/domain/rollout/probed.js

/** How often a tick looks again at a stage whose bake is over, where nobody can tell. */
const LOOKS = 10;
/**
 * A tick knows no probes but its own; a watch is one tick after another.
 * @throws Failure `bad-config` for a stage that waits for more requests than the prober of one tick sends: it would never pass.
 */
function probed_assertProbed({ stages, clock }, config) {
    if (clock === undefined)
        return;
    const most = (1 + LOOKS) * fewestProbes(config);
    const never = stages.find(({ minRequests }) => minRequests > most);
    if (never === undefined)
        return;
    throw new Failure('bad-config', `the stage of ${never.weight} % has min-requests ${never.minRequests}, and with clock ${clock.kind} the prober sends at most ${most} while a tick looks: it would never pass`, 'Lower min-requests, raise requests-per-look, or take the values from a source that remembers');
}
/** Requests a look of the prober that sends the fewest; endless where no objective asks one. */
function fewestProbes({ metrics, sources = {}, objectives, }) {
    if (objectives === 'none')
        return Number.POSITIVE_INFINITY;
    const asked = objectives.map(({ source }) => (source === undefined ? metrics : sources[source]));
    const probes = asked.map((from) => from?.provider === 'prober' ? from['requests-per-look'] : Number.POSITIVE_INFINITY);
    return Math.min(...probes);
}

;// CONCATENATED MODULE: ./lib/domain/rollout/staged.js



/**
 * What comes after another profile begins where that one has completed: the same version, of the same commit, with the same
 * files. Its last release there counts, and whether it was taken back since.
 * @param entries The whole chain of the version.
 * @throws Failure `not-staged` saying what is missing.
 */
function staged_assertStaged(plan, entries) {
    const { version, profile, after } = plan;
    if (after === undefined)
        return;
    const why = faultOf(plan, lastUnder(after, entries));
    if (why === undefined)
        return;
    throw new Failure('not-staged', `${version} ${why} under ${after}, and ${profile === '' ? 'this release' : profile} comes after it`, `Release it there first: environment ${after}`);
}
/** The rollout of the last plan under a profile, as it ended. */
function lastUnder(profile, entries) {
    const isPlan = (entry) => entry.kind === 'plan';
    const from = entries.findLastIndex((entry) => entry.kind === 'plan' && entry.payload.plan.profile === profile);
    if (from < 0)
        return undefined;
    const next = entries.findIndex((entry, index) => index > from && isPlan(entry));
    return rolloutOf(entries.slice(from, next < 0 ? undefined : next));
}
function faultOf(plan, before) {
    if (before === undefined)
        return 'was not released';
    if (before.result === undefined)
        return 'is still open';
    if (before.result === 'rolled-back')
        return 'was rolled back';
    if (before.result === 'failed')
        return 'has failed';
    if (before.plan.commit !== plan.commit)
        return 'was released from another commit';
    const isSame = canonical(before.plan.artefacts) === canonical(plan.artefacts);
    return isSame ? undefined : 'was released with other files';
}

;// CONCATENATED MODULE: ./lib/domain/report/freeze-issue.js



const freeze_issue_FREEZE_LABELS = (/* unused pure expression or super */ null && (['release-freeze', 'incident', 'priority:high']));
/** Marker of the very freeze: closing an older issue lifts nothing. */
function freeze_issue_freezeEntryMarker(version, seq) {
    return `<!-- release-actions:freeze-entry ${version}/${seq} -->`;
}
function freeze_issue_freezeTitle({ version, gate }) {
    return `Release freeze: ${inertTitle(gate)} failed for ${spoken(version)}`;
}
/** The issue people see: what happened, what to do, what lifts it. */
function freeze_issue_freezeBody(facts) {
    const { scope, version, buildType, commit, runUrl, reason } = facts;
    const rows = [
        ['Version', raw(`\`${spoken(version)}\``)],
        ['Build type', buildType],
        ['Product', `${scope.product}, channel ${scope.channel}`],
        ...(commit === undefined ? [] : [['Commit', raw(`\`${commit}\``)]]),
        ['Workflow run', raw(runUrl)],
        ['Reason', reason],
    ];
    return [
        freezeMarkerText(scope),
        freeze_issue_freezeEntryMarker(version, facts.seq),
        `No release of ${inert(scope.product)} on ${inert(scope.channel)} goes out while this freeze is open.`,
        table(['', ''], rows),
        '### Required actions',
        '1. Stop promotion: do not start another release of this channel.',
        '2. Assess the health of the release in Sentry and in the metrics.',
        '3. Decide: roll back with `release-rollback.yml`, or publish a hotfix.',
        '### What lifts the freeze',
        'A person with write access closes this issue. The next release records who did.',
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/config/roles.js
var config_roles = __webpack_require__(47582);
;// CONCATENATED MODULE: ./lib/domain/config/team.js
/** The team that a member of a role is; undefined for a login and a role of the repository. */
function teamOf(member) {
    const [, organisation, slug] = /^@([^/]+)\/([^/]+)$/.exec(member) ?? [];
    return organisation === undefined || slug === undefined ? undefined : { organisation, slug };
}
/** As it stands in the config. */
function teamText({ organisation, slug }) {
    return `@${organisation}/${slug}`;
}
/** GitHub takes logins, organisations and teams for equal whatever their case. */
function isSameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/app/team-authority.js


/** What a person sets right; anything else that goes wrong may pass by itself. */
const SETTING = ['no-token', 'unauthorised', 'forbidden', 'absent', 'bad-team'];
/**
 * The first role whose team a person is in. A team of which nobody can tell lets nobody in, and is no reason to leave
 * out the next one.
 * @throws Failure of GitHub that may pass, where no other team let the person in.
 */
async function byTeam(login, named, teams) {
    const failures = [];
    const said = [];
    for (const { role, team } of namedTeams(named)) {
        const heard = await ask(team, login, teams);
        if (heard === 'active')
            return { role, said: [] };
        if (heard === 'pending')
            said.push(`${login} has not accepted the invitation to ${teamText(team)}`);
        if (!(heard instanceof domain_failure/* Failure */.HR))
            continue;
        failures.push(heard);
        said.push(`nobody can tell who is in ${teamText(team)}: ${heard.message}`);
    }
    const passing = failures.find(({ code }) => !SETTING.includes(code));
    if (passing !== undefined)
        throw passing;
    const [first] = failures;
    return { said, ...(first === undefined ? {} : { remedy: first.remedy }) };
}
async function ask(team, login, teams) {
    try {
        assertOwn(team, teams);
        return await teams.membership(team, login);
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR)
            return error;
        throw error;
    }
}
/** @throws Failure `bad-team` for a team of another organisation than the one that owns the repository. */
function assertOwn(team, { owner }) {
    if (isSameName(team.organisation, owner))
        return;
    throw new domain_failure/* Failure */.HR('bad-team', `${teamText(team)} is a team of ${team.organisation}, and the repository belongs to ${owner}`, `Name a team of ${owner} in roles of the config on the default branch, or the logins themselves`);
}
function namedTeams(named) {
    return named.flatMap(([role, { members }]) => members.flatMap((member) => {
        const team = teamOf(member);
        return team === undefined ? [] : [{ role, team }];
    }));
}

;// CONCATENATED MODULE: ./lib/app/authority.js




/**
 * The role by which a person may do something; undefined where the config leaves it to everybody with write access.
 * Names are looked at first, then the role in the repository; teams are asked only for who has neither.
 * @throws Failure `refused` for anybody else, also where nobody can tell who is in a team; any other failure of GitHub.
 */
async function authority_authorise(duty, login, { roles, repository, teams }) {
    const named = (0,config_roles/* rolesFor */.ZI)(duty, roles);
    if (named.length === 0)
        return undefined;
    const own = byName(login, named) ?? (await byRole(login, named, repository));
    if (own !== undefined)
        return own;
    const asked = await byTeam(login, named, teams);
    if (asked.role !== undefined)
        return asked.role;
    const who = named.map(([name, { members }]) => `${name} (${members.join(', ')})`).join(' or ');
    throw new domain_failure/* Failure */.HR('refused', [`${login} may not ${duty}: the config leaves that to ${who}`, ...asked.said].join('; '), asked.remedy ?? 'Ask one of them, or change roles in the config on the default branch');
}
function byName(login, named) {
    return named.find(([, { members }]) => members.some((member) => isSameName(member, login)))?.[0];
}
async function byRole(login, named, repository) {
    const isRole = (member) => member.startsWith('role:');
    if (!named.some(([, { members }]) => members.some(isRole)))
        return undefined;
    const own = `role:${await repository.role(login)}`;
    return named.find(([, { members }]) => members.includes(own))?.[0];
}

;// CONCATENATED MODULE: ./lib/app/open-end.js

/** What leaves open whether a write was carried out. */
const OPEN_ENDS = ['connection', 'timeout', 'server-error', 'unreachable', 'bad-answer'];
/** A write that failed so may have been carried out all the same. */
function hasOpenEnd(error) {
    return error instanceof domain_failure/* Failure */.HR && OPEN_ENDS.includes(error.code);
}
/** The same, and an answer came or the connection broke: who was silent once is not waited for again. */
function hasQuickEnd(error) {
    return hasOpenEnd(error) && !(error instanceof domain_failure/* Failure */.HR && error.code === 'timeout');
}

;// CONCATENATED MODULE: ./lib/app/one-issue.js


/** Two runs that create at once both see both after this time. */
const SETTLE_MS = 2000;
/** A request whose answer is lost may be carried out late: how long an issue of it is looked for, in steps. */
const LOST_MS = [2000, 5000, 10_000, 20_000];
/** What an issue answers that was deleted or transferred. */
const LOST = ['absent', 'gone', 'moved'];
/**
 * Exactly one open issue with the marker, however often and however many at once run this: create, settle, list, keep
 * the lowest, close the rest. The marker must stand in the issue's body; the filter must let such an issue through.
 */
async function one_issue_oneIssue(marker, content, { issues, clock, assertWanted }, filter = {}) {
    const look = () => openWith(marker, filter, issues);
    const existing = await stillOpen(await look(), issues);
    if (existing.length === 0)
        await assertWanted?.();
    const created = existing.length === 0 ? await create(content, look, { issues, clock }) : undefined;
    if (created !== undefined)
        await clock.sleep(SETTLE_MS);
    const known = created === undefined ? existing : [created, ...(await others(created, await look(), issues))];
    const lowest = known.reduce((a, b) => (b.number < a.number ? b : a));
    // Doubles that a run left behind which died before it could close them go as well.
    const doubles = new Set(known.map((i) => i.number).filter((n) => n !== lowest.number));
    for (const number of doubles) {
        await issues.comment(number, `Closed: the same as issue ${lowest.number}.`);
        await issues.update(number, { state: 'closed' });
    }
    return { issue: lowest, created: lowest.number === created?.number };
}
/** A list may show as open what was closed, deleted or transferred minutes ago. */
async function stillOpen(listed, issues) {
    const now = await one_issue_asTheyAre(listed, issues);
    return now.filter((i) => i.state === 'open');
}
/** Open issues beside an own new one. */
function others({ number }, listed, issues) {
    return stillOpen(listed.filter((i) => i.number !== number), issues);
}
/** Listed issues read one by one; what the repository does not have any more is left out. */
async function one_issue_asTheyAre(listed, issues) {
    const numbers = [...new Set(listed.map((i) => i.number))];
    const now = await Promise.all(numbers.map((number) => unlessLost(issues.get(number))));
    return now.filter((i) => i !== undefined);
}
async function unlessLost(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && LOST.includes(error.code))
            return undefined;
        throw error;
    }
}
/** A list of many pages, and a filter, may be behind by minutes; the newest issues are seen all the same. */
async function openWith(marker, filter, issues) {
    const listed = await issues.withMarker(marker, 'open', filter);
    const newest = await issues.newest(marker);
    return [...listed, ...newest.filter((i) => i.state === 'open')];
}
/** Sent once more only when the first request has left no issue for so long that it will leave none. */
async function create(content, look, { issues, clock }) {
    try {
        return await issues.create(content);
    }
    catch (error) {
        if (!hasOpenEnd(error))
            throw error;
        // Who was silent for twenty seconds has had most of that time, and is not asked a second time.
        const isSilent = !hasQuickEnd(error);
        const found = await lookAgain(isSilent ? LOST_MS.slice(0, 2) : LOST_MS, look, clock);
        if (found !== undefined)
            return found;
        if (isSilent)
            throw error;
        return issues.create(content);
    }
}
/** The first issue that is seen after one of the pauses. */
async function lookAgain(pauses, look, clock) {
    for (const pause of pauses) {
        await clock.sleep(pause);
        const [found] = await look();
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/**
 * Issues that belong to a ledger entry are younger than it. An hour is left for clocks of runners and of GitHub that
 * differ.
 */
function one_issue_sinceEntry(time) {
    return new Date(Date.parse(time) - 3_600_000);
}

;// CONCATENATED MODULE: ./lib/app/freeze-state.js






/**
 * Frozen = an open ledger entry or an open issue with our marker. Without an entry only labelled issues are looked for:
 * an issue that could not be labelled has an entry, which is written first.
 */
async function freeze_state_readFreeze(scope, ports) {
    const marker = await freeze_state_openMarker(scope, ports.ledger);
    if (marker === undefined) {
        const [open] = await withMarker(scope, 'open', ports.issues, { label: FREEZE_LABELS[0] });
        return open === undefined ? { frozen: false } : { frozen: true, reason: frozenBy(open, scope) };
    }
    const issues = await issuesSince(marker, scope, ports.issues);
    const open = issues.find((i) => i.state === 'open');
    if (open !== undefined)
        return { frozen: true, reason: frozenBy(open, scope) };
    const own = issues.find((i) => i.body.includes(freezeEntryMarker(marker.version, marker.seq)));
    if (own === undefined)
        return {
            frozen: true,
            reason: `${freeze_state_scopeName(scope)} is frozen since ${marker.time}; it has no issue: run auto-freeze-issue again, with issues switched on, then close its issue`,
        };
    return closedBy(own, { ...scope, version: marker.version }, marker.seq, ports);
}
/** As they are now, one by one: a list may be behind with a new issue, and with one that was closed or reopened. */
async function issuesSince({ time }, scope, issues) {
    const listed = await withMarker(scope, 'all', issues, { since: sinceEntry(time) });
    const newest = await unlessGone(issues.newest(freezeMarkerText(scope)));
    return asTheyAre([...listed, ...newest], issues);
}
async function closedBy({ number, closedBy: by }, release, seq, ports) {
    const permission = by === undefined ? 'none' : await ports.repository.permission(by);
    if (by !== undefined && ['admin', 'write'].includes(permission)) {
        const refusal = await refusalOf(by, ports);
        if (refusal === undefined)
            return { frozen: false, lift: { release, seq, by, issue: number } };
        return { frozen: true, reason: `${freeze_state_scopeName(release)} is frozen: ${refusal}` };
    }
    const reason = `${freeze_state_scopeName(release)} is frozen: issue ${number} was not closed by a person with write access; reopen it and have such a person close it`;
    return { frozen: true, reason };
}
/** Why a person may not lift a freeze; undefined where they may. */
async function refusalOf(login, ports) {
    try {
        await authorise('lift', login, ports);
        return undefined;
    }
    catch (error) {
        if (error instanceof Failure && error.code === 'refused')
            return failureLine(error);
        throw error;
    }
}
/** The marker of the freeze that holds a scope; undefined when none does. @throws Failure `bad-ledger`. */
async function freeze_state_openMarker(scope, ledger) {
    const path = openFreezePath(scope);
    const text = (await ledger.markers(path)).get(path);
    if (text === undefined)
        return undefined;
    try {
        return FreezeMarker.parse(JSON.parse(text));
    }
    catch {
        throw new Failure('bad-ledger', `the freeze marker ${path} cannot be read, which counts as frozen`, 'Correct it on the branch release-ledger');
    }
}
function withMarker(scope, state, issues, filter) {
    return unlessGone(issues.withMarker(freezeMarkerText(scope), state, filter));
}
/** Issues may be switched off: then the ledger alone says what is frozen. */
async function unlessGone(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof Failure && error.code === 'gone')
            return [];
        throw error;
    }
}
function frozenBy({ number, url }, scope) {
    return `${freeze_state_scopeName(scope)} is frozen by issue ${number} (${url}); the freeze is lifted when a person with write access closes that issue`;
}
/** A scope for people. */
function freeze_state_scopeName({ product, channel }) {
    return `${product} ${channel}`;
}

;// CONCATENATED MODULE: ./lib/app/freeze.js






/**
 * Record who lifted a freeze and remove its marker; nothing where another run has done so.
 * @throws Failure `frozen` when the scope was frozen anew meanwhile.
 */
async function freeze_recordLift({ release, seq, by, issue }, ledger) {
    await ledger.append(release, async () => {
        const marker = await openMarker(release, ledger);
        if (marker === undefined)
            return undefined;
        if (marker.version !== release.version || marker.seq !== seq)
            throw new Failure('frozen', `${scopeName(release)} was frozen anew`, 'Run the job again');
        return {
            draft: { kind: 'lift', payload: { by, reason: `issue ${issue} was closed`, issue } },
            planHash: null,
            close: [openFreezePath(release)],
        };
    });
}
/**
 * Freeze a scope: ledger first, then exactly one issue. Repeatable: a scope that is frozen stays frozen once.
 * @throws Failure; one about a right names both that are needed.
 */
async function freeze(request, ports) {
    try {
        return await writeBoth(request, ports);
    }
    catch (error) {
        if (!(error instanceof Failure && ['forbidden', 'refused'].includes(error.code)))
            throw error;
        throw new Failure(error.code, failureLine(error), RIGHTS, { cause: error });
    }
}
/** GitHub names only the right that its first refusal was about. */
const RIGHTS = 'A freeze needs contents: write and issues: write, and the runs of forks and of Dependabot have neither';
/** How often a freeze is begun anew that people lift as fast as it is written. */
const TRIES = 3;
async function writeBoth(request, ports, { tries, ...before } = { tries: TRIES }) {
    const { ledger } = ports;
    await closeLifted(request.scope, ports);
    const { marker, isOwn, sent } = await writeFreeze(request, ledger, before);
    const since = sinceEntry(marker.time);
    const chain = await ledger.history({ ...request.scope, version: marker.version });
    const facts = factsOf(request, marker, chain);
    const content = { title: freezeTitle(facts), body: freezeBody(facts), labels: FREEZE_LABELS };
    const assertWanted = isOwn || tries <= 1 ? undefined : () => assertNotLifted(request.scope, ports);
    try {
        const { issue, created } = await oneIssue(freezeMarkerText(request.scope), content, { ...ports, assertWanted }, { since });
        const labels = issue.labels.map((l) => l.toLowerCase());
        const missingLabels = FREEZE_LABELS.filter((l) => !labels.includes(l));
        return { entry: marker, issue, created, missingLabels, chain };
    }
    catch (error) {
        if (error instanceof Failure && error.code === 'lifted')
            return writeBoth(request, ports, { tries: tries - 1, over: marker, sent });
        if (!(error instanceof Failure && error.code === 'gone'))
            throw error;
        return { entry: marker, issue: undefined, created: false, missingLabels: [], chain };
    }
}
/**
 * A freeze whose issue was closed is over, though nobody wrote it down yet: a new one needs its own entry, which
 * overtakes whoever is about to go on. Where that cannot be known, what stands stays frozen.
 */
async function closeLifted(scope, ports) {
    try {
        const lift = await liftOf(scope, ports);
        if (lift !== undefined && lift !== UNKNOWN)
            await freeze_recordLift(lift, ports.ledger);
    }
    catch (error) {
        if (!(error instanceof Failure))
            throw error;
    }
}
const UNKNOWN = 'unknown';
/** Who has lifted the freeze that stands in the record; undefined where nobody has, unknown where nobody can tell. */
async function liftOf(scope, ports) {
    try {
        if ((await openMarker(scope, ports.ledger)) === undefined)
            return undefined;
        const state = await readFreeze(scope, ports);
        return 'lift' in state ? state.lift : undefined;
    }
    catch (error) {
        if (!(error instanceof Failure))
            throw error;
        return UNKNOWN;
    }
}
/**
 * An issue for the entry of another run would freeze without the record, where a person has closed the one that it had,
 * or may have.
 * @throws Failure `lifted`.
 */
async function assertNotLifted(scope, ports) {
    if ((await liftOf(scope, ports)) !== undefined)
        throw new Failure('lifted', `the freeze of ${scopeName(scope)} may have been lifted meanwhile`);
}
/** Another version may have been frozen before: then its issue is written, with what its entry knows. */
function factsOf(request, { version, seq }, chain) {
    if (version === request.version)
        return { ...request, seq };
    const entry = chain.find((e) => e.seq === seq);
    const reason = entry?.kind === 'freeze' ? entry.payload.reason : request.reason;
    return { ...request, version, seq, reason, commit: undefined };
}
/** The entry and its marker in one commit; the marker that stands already where another run was faster. */
async function writeFreeze({ scope, version, reason }, ledger, { over, sent: before = [] }) {
    const release = { ...scope, version };
    let marker;
    let isOwn = false;
    const sent = [...before];
    await ledger.append(release, async (entries) => {
        marker = await openMarker(scope, ledger);
        const isSent = sent.some((one) => isSame(marker, one));
        isOwn = marker === undefined || isSent || isSame(marker, over);
        if (!isOwn || isSent)
            return undefined;
        return {
            draft: { kind: 'freeze', payload: { reason } },
            planHash: entries.at(-1)?.planHash ?? null,
            open: ({ seq, time }) => {
                marker = { version, seq, time };
                sent.push(marker);
                return { path: openFreezePath(scope), text: JSON.stringify(marker) };
            },
        };
    });
    if (marker !== undefined)
        return { marker, isOwn, sent };
    throw new Failure('unexpected', 'the freeze was not written', 'Run the job again');
}
function isSame(one, other) {
    return (one !== undefined &&
        one.version === other?.version &&
        one.seq === other.seq &&
        one.time === other.time);
}

// EXTERNAL MODULE: ./lib/domain/release/image-digests.js
var image_digests = __webpack_require__(6287);
;// CONCATENATED MODULE: ./lib/app/inspect-images.js


/**
 * Have every planned image looked for by its digest, its manifest read and hashed.
 * @throws Failure when a registry cannot be asked; an image that is missing is a verdict.
 */
async function inspectImages(planned, config, registry) {
    const evidence = [];
    for (const image of imagesOf(config.artefacts)) {
        const digest = planned.find(({ kind, name }) => kind === 'image' && name === image.name)?.digest;
        evidence.push(digest === undefined ? unplanned(image.name) : await inspect(image, digest, registry));
    }
    return evidence;
}
async function inspect(image, digest, registry) {
    const size = await registry.manifestSize(image, digest);
    return {
        name: image.name,
        verdict: size === undefined ? 'fail' : 'pass',
        question: `${image.name}@${digest}`,
        answer: size === undefined ? 'not in the registry' : `manifest of ${size} bytes`,
        limit: 'bytes of its digest',
    };
}
/** What nobody handed over nobody can look for. */
const unplanned = (name) => ({
    name,
    verdict: 'inconclusive',
    question: `the plan of the version, image ${name}`,
    answer: 'names no digest',
    limit: 'names one',
});
/** @throws Failure `absent` for the first planned image that its registry does not have. */
async function inspect_images_proveImages(planned, config, registry) {
    const evidence = await inspectImages(planned, config, registry);
    const missing = evidence.find(({ verdict }) => verdict !== 'pass');
    if (missing !== undefined)
        throw new Failure('absent', `${missing.question}: ${missing.answer}`, 'Push it before this run');
}

// EXTERNAL MODULE: ./lib/domain/config/conditions.js
var config_conditions = __webpack_require__(28289);
// EXTERNAL MODULE: ./lib/domain/config/objective.js + 1 modules
var objective = __webpack_require__(44436);
// EXTERNAL MODULE: ./lib/domain/judging/comparison/policy.js
var policy = __webpack_require__(11967);
// EXTERNAL MODULE: ./lib/domain/config/compared-metric.js
var compared_metric = __webpack_require__(87499);
// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(70292);
;// CONCATENATED MODULE: ./lib/domain/config/planned-comparison.js






/** Looks after the warm-up without which a stage could only ever be inconclusive. */
const LEAST_LOOKS = 3;
/**
 * The comparison as a plan freezes it; undefined where none is configured, or the stages leave nothing to compare.
 * @param clock Who looks at the stages.
 * @throws Failure `bad-config` for a stage that is too short to be compared, and for who looks without knowing what was before.
 */
function planned_comparison_plannedComparison({ comparison: config, metrics }, stages, clock) {
    if (config === undefined || config === 'none' || !stages.some(isCompared))
        return undefined;
    if (metrics?.provider === 'prober' && clock !== 'inline')
        throw new Failure('bad-config', `the prober cannot compare where the clock is ${clock}: it knows nothing of the looks before its own`, 'Use the provider prometheus, the clock inline, or comparison: none');
    const { relaxed, healthy } = DEFAULT_POLICY;
    const comparison = {
        metrics: config.metrics.map(toComparedMetric),
        look: parseDuration(config.look) ?? 0,
        maxLooks: config['max-looks'],
        alpha: parseRatio(config.alpha) ?? 0,
        relaxed,
        minEffect: parseRatio(config['min-effect']) ?? 0,
        warmUp: parseDuration(config['warm-up']) ?? 0,
        minRequests: config['min-requests'],
        healthy,
        onBreach: config['on-breach'],
    };
    for (const index of stages.keys())
        assertLongEnough(comparison, [...stages], index);
    return comparison;
}
function assertLongEnough(comparison, stages, index) {
    const compared = comparedStage({ comparison, stages }, index);
    if (compared === undefined)
        return;
    const { looks, look, policy } = compared;
    if (looks >= policy.warmupMinutes + LEAST_LOOKS)
        return;
    const [bake, least] = [stages[index]?.bake ?? 0, (policy.warmupMinutes + LEAST_LOOKS) * look];
    throw new Failure('bad-config', `stage ${index + 1} bakes for ${formatDuration(bake)}, and its comparison needs ${formatDuration(least)}`, 'Let it bake longer, or shorten look and warm-up of the section comparison');
}

;// CONCATENATED MODULE: ./lib/domain/observability/thresholds.js

const ERROR_RATE = { metric: 'error-rate', unit: 'ratio', direction: 'at-most' };
const LATENCY = { metric: 'latency-p95', unit: 'milliseconds', direction: 'at-most' };
const SUCCESS_RATE = { metric: 'success-rate', unit: 'ratio', direction: 'at-least' };
/**
 * The objectives with the limits given by hand laid over them: each replaces the limit of every objective of its
 * metric, and stands as an objective of its own where the config has none.
 */
function thresholds_withThresholds(objectives, { errorRate, responseTime, successRate }) {
    return [
        { kind: ERROR_RATE, limit: share(errorRate) },
        { kind: LATENCY, limit: responseTime },
        { kind: SUCCESS_RATE, limit: share(successRate) },
    ].reduce((list, { kind, limit }) => (limit === undefined ? list : laid(list, kind, limit)), objectives);
}
function laid(objectives, kind, limit) {
    const isOne = (o) => o.versus === undefined &&
        o.metric === kind.metric &&
        o.unit === kind.unit &&
        o.direction === kind.direction;
    if (objectives.some(isOne))
        return objectives.map((o) => (isOne(o) ? { ...o, limit } : o));
    // The config may have an objective of that name which is held otherwise: evidence is told apart by its name.
    const isTaken = objectives.some(({ name }) => name === kind.metric);
    const added = {
        ...kind,
        name: isTaken ? `${kind.metric}${BY_INPUT}` : kind.metric,
        query: null,
        limit,
        onBreach: 'rollback',
        minSamples: 50,
    };
    return [...objectives, added];
}
function share(percent) {
    // Rounded as `99.9%` in the config is: 99.9 / 100 is not 0.999.
    return percent === undefined ? undefined : Number((percent / 100).toFixed(12));
}

;// CONCATENATED MODULE: ./lib/domain/release/checksums.js

/** Larger files are no list of checksums. */
const LARGEST = 1024 * 1024;
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
    return new domain_failure/* Failure */.HR('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
}

// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(63291);
// EXTERNAL MODULE: ./node_modules/semver/functions/parse.js
var functions_parse = __webpack_require__(16353);
;// CONCATENATED MODULE: ./lib/domain/packages/python-version.js

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
function python_version_toPythonVersion(version) {
    const parsed = parse(version);
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

;// CONCATENATED MODULE: ./lib/app/declared-file.js



/**
 * The file of an artefact as the checksums name it: with the release's version; that of a Python package also with
 * Python's spelling (`1.4.0b2` for `1.4.0-beta.2`).
 * @param list Name of the checksum file, for the message.
 * @throws Failure `absent`.
 */
function declared_file_declaredFile(artefact, version, list, sums) {
    const names = namesOf(artefact, version);
    for (const name of names) {
        const sha256 = sums.get(name);
        if (sha256 !== undefined)
            return { name, sha256 };
    }
    throw new Failure('absent', `${list} has no line for ${names.at(-1)}`, 'Build the checksums again');
}
function namesOf(artefact, version) {
    if (artefact.kind === 'release-asset')
        return [fill(artefact.name, { version })];
    const python = toPythonVersion(version);
    const spellings = python === undefined || python === version ? [version] : [version, python];
    return spellings.map((spelling) => fill(artefact.file, { version: spelling }));
}

// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(48994);
// EXTERNAL MODULE: ./lib/domain/release/template.js
var template = __webpack_require__(68366);
;// CONCATENATED MODULE: ./lib/app/inspect-asset.js



/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = ['bad-asset', 'bad-checksums'];
/**
 * Have the bytes of a declared asset measured, and hold them against its line of the checksums and GitHub's own digest.
 * A draft will do. What is wrong with the release is an answer; that it could not be asked is a Failure.
 * @param measure Downloads the asset, and says what else is wanted of it.
 */
async function inspectAsset(declared, version, release, releases, measure) {
    const name = (0,template/* fill */.G)(declared.name, { version });
    try {
        const asset = presentAsset(release, name);
        const list = presentAsset(release, (0,template/* fill */.G)(declared.checksums, { version }));
        const checksums = checksums_parseChecksums(new TextDecoder().decode(await releases.download(list)));
        const file = await measure(asset);
        assertSame(asset, file, checksums);
        return { kind: 'sound', name, file };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR) || !UNSOUND.includes(error.code))
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
    return new domain_failure/* Failure */.HR('bad-asset', problem);
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
    const release = await fetch_asset_releaseOf(version, config['tag-prefix'], ports.releases);
    const found = await inspectAsset(declared, version, release, ports.releases, whole(ports));
    if (found.kind === 'unsound')
        throw new domain_failure/* Failure */.HR('bad-asset', found.problem, 'Build and upload the release again');
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
    throw new domain_failure/* Failure */.HR('absent', `the asset ${name} is not declared`, 'List it under artefacts as a release-asset with its checksums');
}
/** The release of a version, drafts included. @throws Failure `absent`. */
async function fetch_asset_releaseOf(version, tagPrefix, releases) {
    const tag = (0,release_version/* tagOf */.cO)(version, tagPrefix);
    const release = await releases.byTag(tag);
    if (release !== undefined)
        return release;
    throw new domain_failure/* Failure */.HR('absent', `there is no release ${tag}`, 'Build and draft it before this run; a draft is shown only to a token with contents: write');
}

;// CONCATENATED MODULE: ./lib/app/version-commit.js

/** The commit of a version: that of its tag, or itself. Undefined where there is none, and for a digest, which names none. */
async function version_commit_versionCommit(version, config, repository) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const tag = scheme.tag(version);
    if (tag !== undefined)
        return repository.tagCommit(tag);
    return scheme.name === 'git-sha' ? repository.commit(version) : undefined;
}

;// CONCATENATED MODULE: ./lib/app/make-plan.js















/** Everything a plan freezes, read from the config and from what already exists. @throws Failure */
async function make_plan_makePlan(request, config, ports) {
    const commit = await commitOf(request, config, ports.repository);
    const clock = clockOf({ ...config.clock, kind: request.clock });
    const conditions = conditionsOf(config.conditions, request.notBefore, request.terms.conditions);
    const completing = parseDuration(config.completing?.watch ?? '');
    const comparison = plannedComparison(config, request.stages, request.clock);
    return {
        schema: 1,
        product: config.product,
        channel: request.channel,
        version: request.version,
        baseline: request.baseline,
        commit,
        ...request.terms,
        strategy: request.strategy,
        profile: request.profile,
        ...orderOf(request.profile, config),
        stages: withCompleting(request.stages, completing),
        ...(clock === undefined ? {} : { clock }),
        ...(conditions === undefined ? {} : { conditions }),
        ...(completing === undefined ? {} : { completing }),
        interval: parseDuration(config.looks.interval) ?? 30_000,
        ...(comparison === undefined ? {} : { comparison }),
        objectives: [...withThresholds(objectivesOf(config), request.thresholds)],
        ...(config.score === undefined ? {} : { score: config.score.pass }),
        artefacts: [
            ...(await filesOf(request.version, config, ports.releases)),
            ...plannedImages(config.artefacts, request.digests, request.version),
        ],
        desktopRolloutPercentage: request.desktopRolloutPercentage,
    };
}
/** @throws Failure `absent` where nothing stands for the version. */
async function commitOf({ version, sha }, config, repository) {
    const scheme = schemeOf(config);
    const commit = scheme.name === 'digest'
        ? await repository.commit(sha)
        : await versionCommit(version, config, repository);
    if (commit !== undefined)
        return commit;
    const tag = scheme.tag(version);
    throw tag === undefined
        ? new Failure('absent', `the repository has no commit ${version}`, 'Push it first')
        : new Failure('absent', `tag ${tag} does not exist`, 'Tag the commit and build it before the pipeline starts');
}
/** Where the profile stands among the others. None comes after itself: what it inherits is meant for the others. */
function orderOf(profile, { after, publishes }) {
    return {
        ...(after === undefined || after === profile ? {} : { after }),
        ...(publishes === false ? { publishes } : {}),
    };
}
function objectivesOf({ objectives }) {
    return objectives === 'none' ? [] : objectives.map(toObjective);
}
/** The declared files with the digests that the release's own checksum files name. */
async function filesOf(version, config, releases) {
    // What has no tag has no GitHub release, and the config declares no file of one.
    if (schemeOf(config).tag(version) === undefined)
        return [];
    const release = await releaseOf(version, config['tag-prefix'], releases);
    const sums = new Map();
    const planned = [];
    for (const artefact of config.artefacts.filter((a) => a.kind !== 'image')) {
        const list = fill(artefact.checksums, { version });
        const known = sums.get(list) ?? (await checksums(list, release, releases));
        sums.set(list, known);
        const { name, sha256 } = declaredFile(artefact, version, `${list} of ${release.tag}`, known);
        planned.push({ kind: artefact.kind, name, digest: `sha256:${sha256}` });
    }
    return planned;
}
async function checksums(name, release, releases) {
    const asset = release.assets.find((a) => a.name === name);
    if (asset === undefined)
        throw new Failure('absent', `release ${release.tag} has no asset ${name}`, 'Upload it to the draft release');
    return parseChecksums(new TextDecoder().decode(await releases.download(asset)));
}

;// CONCATENATED MODULE: ./lib/app/rollback-target.js



/**
 * Which slot serves: the one that has the weight, or, while a canary runs, the one that answers with the baseline.
 * @throws Failure `no-target` when the version to go back to does not answer: nothing may move then.
 */
async function rollback_target_findSlots(baseline, traffic) {
    const weights = await traffic.weights();
    const names = Object.keys(weights).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    let trouble;
    for (const stable of names) {
        const answer = await answerIn(stable, traffic);
        if (answer instanceof Failure)
            trouble = answer;
        const candidate = names.find((n) => n !== stable);
        if (answer === baseline && candidate !== undefined)
            return { stable, candidate };
    }
    if (trouble !== undefined)
        throw trouble;
    throw new Failure('no-target', `no slot answers with the rollback target ${baseline}`, 'Start that version first, or name the version that serves as baseline');
}
/**
 * A new release starts from a baseline that has all the traffic: the idle slot is about to be replaced.
 * @throws Failure `no-target` when another version has some of it.
 */
async function rollback_target_proveServing(baseline, { stable }, traffic) {
    const weight = (await traffic?.weights())?.[stable];
    if (weight === 100)
        return;
    throw new Failure('no-target', `the baseline ${baseline} has ${weight} % of the traffic`, 'Name the version that serves as baseline, or take all traffic back to it with release-rollback');
}
/** The version in a slot, or why it cannot be asked: a version that hangs must not bar the way back to the other. */
async function answerIn(slot, traffic) {
    try {
        return await traffic.versionIn(slot);
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR)
            return error;
        throw error;
    }
}
/**
 * The rollback target was released: its GitHub release exists with every file it would need. Where versions have none, its
 * record or a slot says so.
 * @returns Its GitHub release, where it has one.
 * @throws Failure `no-target`.
 */
async function rollback_target_proveReleased(baseline, config, ports) {
    const tag = (0,release_scheme/* schemeOf */.wW)(config).tag(baseline);
    if (tag !== undefined)
        return proveRelease(tag, baseline, config, ports.releases);
    const release = { product: config.product, channel: 'stable', version: baseline };
    const result = state_rolloutOf(await ports.ledger.history(release))?.result;
    if (result === 'completed' || (await serves(baseline, ports.traffic)))
        return undefined;
    throw new domain_failure/* Failure */.HR('no-target', `nothing says that the rollback target ${baseline} was released: no record, and no slot answers with it`, 'Name a version that was released');
}
async function serves(version, traffic) {
    if (traffic === undefined)
        return false;
    const slots = Object.keys(await traffic.weights());
    const answers = await Promise.all(slots.map((slot) => answerIn(slot, traffic)));
    return answers.includes(version);
}
async function proveRelease(tag, baseline, config, releases) {
    const release = await releases.byTag(tag);
    if (release === undefined)
        throw new domain_failure/* Failure */.HR('no-target', `the rollback target ${tag} has no GitHub release`, 'Name a baseline that was released');
    const wanted = config.artefacts
        .filter((a) => a.kind === 'release-asset')
        .map((a) => a.name.replaceAll('{version}', baseline));
    const missing = wanted.filter((name) => !release.assets.some((a) => a.name === name && a.state === 'uploaded'));
    if (missing.length > 0)
        throw new domain_failure/* Failure */.HR('no-target', `the rollback target ${tag} lacks ${missing.join(', ')}`, 'Upload it before releasing');
    return release;
}
/**
 * A canary of the bytes that serve already compares nothing and proves nothing: the build of another version was taken.
 * Only files whose digest GitHub gives are compared.
 * @throws Failure `same-bytes` when no file of the plan differs from the baseline's.
 */
function rollback_target_proveChanged(plan, baseline) {
    if (baseline === undefined)
        return;
    const { tag, assets } = baseline;
    const isSame = ({ kind, digest }) => kind === 'release-asset' && assets.some((asset) => asset.digest === digest);
    if (plan.artefacts.length > 0 && plan.artefacts.every(isSame))
        throw new Failure('same-bytes', `every artefact of ${plan.version} has the bytes of its baseline ${tag}`, 'Build the new version, and name it inside the build');
}

;// CONCATENATED MODULE: ./lib/app/routable.js


/**
 * Whether the router of the config can be told to whom each stage shows the new version.
 * @throws Failure `bad-config` naming the stage and what it needs.
 */
function routable_assertRoutable(stages, { traffic }) {
    const index = stages.findIndex(({ audience }) => audience !== undefined);
    const audience = stages[index]?.audience;
    if (audience === undefined)
        return;
    const stage = `stage ${index + 1} is for ${audienceText(audience)}`;
    const kind = 'ring' in audience ? 'ring' : 'tenants';
    if (traffic?.provider !== 'command') {
        const router = traffic === undefined ? 'there is no router' : `traffic.provider is ${traffic.provider}`;
        throw new Failure('bad-config', `${stage}, and ${router}, which takes weights only`, `Use traffic.provider: command with {${kind}} in traffic.set, or leave the audience out`);
    }
    const isTold = traffic.set.some((part) => part.includes('{audience}') || part.includes(`{${kind}}`));
    if (!isTold)
        throw new Failure('bad-config', `${stage}, and traffic.set is never told: it names no {${kind}}`, `Give it the argument {${kind}} or {audience}`);
}

;// CONCATENATED MODULE: ./lib/app/held.js

/** Weights in words, in the order of the slots' names: `blue 90 %, green 10 %`. */
function held_weightsText(weights) {
    const names = Object.keys(weights).sort();
    return names.map((name) => `${name} ${weights[name]} %`).join(', ');
}
/** What a router shall hold, in words: the weights, and for whom they are where that is not everybody. */
function held_routingText(weights, audience) {
    return held_weightsText(weights) + (0,rollout_audience/* forAudience */.kO)(audience);
}
/** What a router holds; one that knows weights only has them for everybody. @throws Failure when it cannot be asked. */
async function held_heldBy(traffic) {
    if (traffic.held !== undefined)
        return traffic.held();
    return { weights: await traffic.weights(), audience: undefined };
}
/** The same in words, as `routingText`. @throws Failure when it cannot be asked. */
async function held_heldText(traffic) {
    const { weights, audience } = await held_heldBy(traffic);
    return held_routingText(weights, audience);
}

;// CONCATENATED MODULE: ./lib/app/shift-traffic.js




/** The router has no lock: a run whose intent took longer than this to be written leaves the traffic alone. */
const PROMPT_MS = 15_000;
/** After this a shift that was intended has happened, or never will. */
const shift_traffic_IN_FLIGHT_MS = 30_000;
const LOOK_MS = 5000;
/** How long a router may take to hold what it was given. */
const CONVERGE_MS = 45_000;
const CONVERGING_MS = 2000;
/**
 * Write what happened, whatever others wrote meanwhile.
 * @throws Failure `overtaken` when the release was planned anew: what happened belongs to no other plan.
 */
async function shift_traffic_record({ release, rollout }, draft, { ledger }, close = []) {
    return ledger.append(release, (entries) => {
        shift_traffic_assertSamePlan(entries, rollout);
        return { draft, planHash: rollout.planHash, close };
    });
}
/** @throws Failure `overtaken` when another plan holds by now, or the same one anew. */
function shift_traffic_assertSamePlan(entries, { plan, planSeq }) {
    if (rolloutOf(entries)?.planSeq === planSeq)
        return;
    throw new Failure('overtaken', `${plan.product} ${plan.version} was planned anew meanwhile`, 'Run the job again where the new plan is meant');
}
/**
 * Write what was decided, but only while the release still stands where it was decided.
 * @throws Failure `overtaken` when another run has moved it.
 */
async function recordDecision({ release, rollout }, draft, { ledger }, { stillAllowed = async () => undefined, files = [] } = {}) {
    let isFirst = true;
    await ledger.append(release, async (entries) => {
        if (!isFirst)
            await stillAllowed();
        isFirst = false;
        if (stands(rollout, entries, draft.kind === 'verdict'))
            return { draft, planHash: rollout.planHash, files };
        throw overtaken(release);
    });
}
function overtaken({ product, version }) {
    return new Failure('overtaken', `another run has moved ${product} ${version} meanwhile`, 'Let it end, then run this job again');
}
/**
 * The release is where it was. What lags behind may know nothing of it yet.
 * @param evenIfHeld Whether a person has paused it meanwhile does not matter: what was seen was seen.
 */
function stands(rollout, entries, evenIfHeld = false) {
    const now = rolloutOf(entries);
    if (now === undefined)
        return false;
    const { held } = evenIfHeld ? rollout : now;
    // What is met stays met, whatever people add to it.
    return canonical({ ...now, held, met: rollout.met }) === canonical(rollout);
}
/** Give the new version its weight in a stage: intent, effect, outcome. */
async function shiftForward(hand, { stage, weight }, { stable, candidate }, ports, stillAllowed) {
    const to = { [stable]: 100 - weight, [candidate]: weight };
    const before = await heldBy(ports.traffic);
    const from = before.weights;
    await assertHeld(from, hand, ports);
    const reason = `stage ${stage + 1}`;
    const whom = audienceOf(hand.rollout, stage);
    const asked = ports.clock.now().getTime();
    await recordDecision(hand, { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to, ...whom } }, ports, { stillAllowed });
    if (ports.clock.now().getTime() - asked > PROMPT_MS)
        throw new Failure('too-slow', 'the ledger was slow: no traffic was moved', 'Run the job again');
    await shiftUntilHeld(to, whom.audience, ports);
    const outcome = { effect: 'shift', stage, weights: to };
    try {
        await shift_traffic_record(hand, { kind: 'outcome', payload: outcome }, ports);
    }
    catch (error) {
        // Later another run may have settled this step, and judge it.
        if (ports.clock.now().getTime() - asked < shift_traffic_IN_FLIGHT_MS)
            await undo(before, { weights: to, audience: whom.audience }, ports);
        throw error;
    }
    return routingText(to, whom.audience);
}
/** To whom a stage shows the new version, as part of an intent: without the key where it is everybody. */
function audienceOf({ plan }, stage) {
    const audience = plan.stages[stage]?.audience;
    return audience === undefined ? {} : { audience };
}
/**
 * What a person has set at the router is not overwritten unseen. What another run has set there it has announced before:
 * then the release does not stand any more where the step was decided.
 */
async function assertHeld(from, hand, { ledger }) {
    const { release, rollout } = hand;
    const { weights = from } = rollout;
    if (weightsText(from) === weightsText(weights))
        return;
    ledger.refresh();
    if (!stands(rollout, await ledger.entries(release)))
        throw overtaken(release);
    throw new Failure('moved', `the router has ${weightsText(from)}, the record ${weightsText(weights)}: no traffic was moved`, 'Run the job again: it judges what stands, and takes it back where it is not what was recorded');
}
/**
 * A weight that nobody is going to judge is taken away again; the next run finds the step not done. Has somebody else
 * moved the traffic meanwhile, it is theirs.
 */
async function undo(before, set, { traffic, log }) {
    try {
        if (await hasLeft(set.weights, { traffic }, set.audience))
            return;
        await traffic.shift(before.weights, before.audience);
        const now = routingText(before.weights, before.audience);
        log.info(`the step could not be recorded: ${now} again`);
    }
    catch (error) {
        if (!(error instanceof Failure))
            throw error;
        log.warning(`the step could not be recorded, and the traffic stays: ${error.message}`);
    }
}
/** Whether the router has other weights than these, or has them for others. */
async function hasLeft(to, { traffic }, audience) {
    return (await held_heldText(traffic)) !== held_routingText(to, audience);
}
/** A router may take a while until it holds what it was given: a stage begins when it does. */
async function shiftUntilHeld(to, audience, { traffic, clock, log }) {
    try {
        await traffic.shift(to, audience);
    }
    catch (error) {
        if (!(error instanceof Failure && error.code === 'not-held'))
            throw error;
        log.info(`${error.message}: waiting`);
        for (let waited = 0; await hasLeft(to, { traffic }, audience); waited += CONVERGING_MS) {
            if (waited >= CONVERGE_MS)
                throw error;
            await clock.sleep(CONVERGING_MS);
        }
    }
}
/**
 * Wait until an interrupted shift of another run can have no effect any more. True when the release has moved
 * meanwhile: then there is nothing to settle.
 */
async function outlast({ release, rollout }, { ledger, clock, log }) {
    const { pending } = rollout;
    if (pending === undefined || pending.run === ledger.run)
        return false;
    log.info(`run ${pending.run} has begun a step: waiting for its end`);
    for (let waited = 0; waited < shift_traffic_IN_FLIGHT_MS; waited += LOOK_MS) {
        await clock.sleep(LOOK_MS);
        ledger.refresh();
        if (!stands(rollout, await ledger.entries(release)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/app/plan.js





















/** Rules that forbid the job's push to the ledger's branch: GITHUB_TOKEN can never bypass a ruleset. */
const FORBIDDING = (/* unused pure expression or super */ null && ([
    'update',
    'pull_request',
    'required_status_checks',
    'required_deployments',
    'merge_queue',
    'workflows',
    'code_scanning',
]));
/**
 * Plan one release: everything that could stop it later is asked first, and nothing is written before the last
 * question. @throws Failure naming what stands in the way and what removes it.
 */
async function planRelease(request, config, ports, run) {
    const scope = { product: config.product, channel: request.channel };
    const freeze = await readFreeze(scope, ports);
    if (freeze.frozen)
        throw new Failure('frozen', freeze.reason);
    await checkRules(ports);
    const plan = await makePlan(request, config, ports);
    assertPossible(plan, config, ports);
    await proveImages(plan.artefacts, config, ports.registry);
    proveChanged(plan, await proveReleased(plan.baseline, config, ports));
    const slots = ports.traffic && (await findSlots(plan.baseline, ports.traffic));
    const planHash = ports.digest(canonical(plan));
    const resumed = await checkOpen(plan, planHash, ports);
    if (!resumed)
        proveAhead(plan, ports.clock.now().toISOString());
    assertStaged(plan, await ports.ledger.entries(keyOf(plan)));
    if (!resumed && slots !== undefined)
        await proveServing(plan.baseline, slots, ports.traffic);
    const lift = 'lift' in freeze ? freeze.lift : undefined;
    const planned = { plan, planHash, resumed, liftedBy: lift?.by };
    if (run.dryRun)
        return { ...planned, issue: 0, entries: [] };
    if (lift !== undefined)
        await recordLift(lift, ports.ledger);
    const entries = await plan_record(plan, planHash, ports);
    const since = sinceEntry(entries[0]?.time ?? ports.clock.now().toISOString());
    const isOneOfSeveral = config.products !== undefined;
    const issue = await track(plan, planHash, { runUrl: run.url, since, isOneOfSeveral }, ports);
    return { ...planned, issue, entries };
}
/** @throws Failure for what no clock keeps, nobody could sign, or the router cannot be told. */
function assertPossible(plan, config, { ledger }) {
    assertKept(plan);
    assertProbed(plan, config);
    if (plan.conditions?.approval === 'signed' && !ledger.canSign)
        throw noKey('conditions.approval is signed');
    assertRoutable(plan.stages, config);
}
async function checkRules({ repository }) {
    const rules = await repository.branchRules('release-ledger');
    const forbidding = rules.filter((type) => FORBIDDING.includes(type));
    if (forbidding.length > 0)
        throw new Failure('refused', `the rules ${forbidding.join(', ')} hold for the branch release-ledger`, 'Exclude that branch from the ruleset; deletion and non_fast_forward may stay');
}
/** One release of a channel at a time; the same plan goes on where it stopped. */
async function checkOpen(plan, planHash, { ledger, clock }) {
    const own = openReleasePath(plan);
    const folder = own.slice(0, own.lastIndexOf('/') + 1);
    const open = [...(await ledger.markers(folder)).keys()];
    const other = open.find((path) => path !== own);
    if (other !== undefined)
        throw new Failure('busy', `another release is open: ${other}`, 'Let it end, or roll it back');
    const entries = await ledger.entries(keyOf(plan));
    const rollout = rolloutOf(entries);
    if (rollout?.result !== undefined && isMoving(rollout, entries, clock.now()))
        throw new Failure('busy', `run ${rollout.pending?.run} is moving the traffic of ${plan.version}`, 'Let it end; has it died, take the release back once more');
    const resumed = open.includes(own) && rollout !== undefined && rollout.result === undefined;
    if (resumed && rollout.planHash !== planHash)
        throw new Failure('other-plan', `release ${plan.version} is open with another plan (${rollout.planHash})`, 'Roll it back before planning it anew');
    return resumed;
}
/** A way back is gone to its end however late; any other step has happened soon, or never will. */
function isMoving({ pending }, entries, now) {
    if (pending === undefined || pending.stage === BACK)
        return pending !== undefined;
    const begun = entries.findLast(({ kind }) => kind === 'intent')?.time ?? '';
    return now.getTime() - Date.parse(begun) < IN_FLIGHT_MS;
}
function keyOf({ product, channel, version }) {
    return { product, channel, version };
}
/** Whoever was faster is asked for again: the release may be open by now, or another one. */
async function plan_record(plan, planHash, ports) {
    return ports.ledger.append(keyOf(plan), async (entries) => {
        if (await checkOpen(plan, planHash, ports))
            return undefined;
        assertStaged(plan, entries);
        return {
            draft: { kind: 'plan', payload: { plan } },
            planHash,
            open: ({ seq, time }) => ({
                path: openReleasePath(plan),
                text: JSON.stringify({ seq, time, planHash }),
            }),
        };
    });
}
/** The tracking issue: a new one, or the one of an earlier attempt begun anew. 0 where issues are switched off. */
async function track(plan, planHash, { runUrl, since, isOneOfSeveral }, ports) {
    const content = {
        title: trackingTitle(plan),
        body: trackingBody({ plan, planHash, runUrl, jobs: [], note: '', isOneOfSeveral }),
        labels: [...TRACKING_LABELS, spoken(plan.version)],
    };
    const marker = trackingMarkerText(plan.product, plan.version);
    try {
        const { issue, created } = await oneIssue(marker, content, ports, { since });
        if (!created)
            await ports.issues.update(issue.number, content);
        return issue.number;
    }
    catch (error) {
        if (error instanceof Failure && error.code === 'gone')
            return 0;
        throw error;
    }
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
function path_openReleasePath(release) {
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
    return [path_openReleasePath(release), openNoticePath(release)].includes(path) ? release : undefined;
}
function path_openFreezePath({ product, channel }) {
    return `open/freezes/${pathPart(product)}/${pathPart(channel)}.json`;
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

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(86602);
;// CONCATENATED MODULE: ./lib/app/notify.js


/** The channels that have to be told of an event. */
function meantBy(event, { channels }) {
    return channels.filter(({ events }) => events.includes(event));
}
/**
 * The report with a line for every channel that had to be told, of what no entry stands for. Never throws and changes
 * nothing else: what cannot be told is a warning, because a release does not fail for a message.
 */
async function withNotice(report, notice, ports) {
    const names = meantBy(notice.event, ports).map(({ name }) => name);
    return withLines(report, (await tellAll(notice, names, ports)).lines);
}
/** The report with more lines in its summary. */
function withLines(report, lines) {
    return { ...report, summary: [...(report.summary ?? []), ...lines] };
}
/** Tell channels by their names: a line for each, and which of them have taken it. Never throws. */
async function tellAll(notice, names, { channels, log }) {
    const meant = channels.filter(({ name }) => names.includes(name));
    const answers = await Promise.all(meant.map((channel) => told(channel, notice, log)));
    return {
        lines: answers.map(({ line }) => line),
        told: answers.flatMap(({ name, isTold }) => (isTold ? [name] : [])),
    };
}
async function told({ name, secret, notifier }, notice, log) {
    try {
        if (notifier === undefined)
            throw new domain_failure/* Failure */.HR('absent', `the secret ${secret} is empty`, 'Set it and pass it by name');
        await notifier.tell(notice);
        return { name, isTold: true, line: `${name} was told: ${notice.event}.` };
    }
    catch (error) {
        const line = `${name} was not told: ${(0,domain_failure/* lineOf */.cA)(error)}`;
        log.warning(line);
        return { name, isTold: false, line: (0,markdown/* inert */.tJ)(line) };
    }
}

;// CONCATENATED MODULE: ./lib/app/tell-once.js




/** The run that has written what is to be told has so long to tell it, milliseconds. */
const OWN_MS = 60_000;
/**
 * The report with a line for every channel that had to be told. A channel that was told is recorded, and not told again
 * by a later run; one that was not, or of which nobody can say it, is told by the next run. Never throws and changes
 * nothing else.
 */
async function tellOnce(report, notice, about, ports) {
    const meant = meantBy(notice.event, ports.notices).map(({ name }) => name);
    if (meant.length === 0)
        return withLines(report, []);
    const standing = await standingOf(notice, about, meant, ports);
    if (standing === undefined)
        return withLines(report, []);
    const { entry, before } = standing;
    const said = before.map((name) => `${name} was told before: ${notice.event}.`);
    const left = meant.filter((name) => !before.includes(name));
    if (left.length === 0)
        return withLines(report, said);
    const other = entry === undefined ? undefined : teller(entry, ports);
    if (other !== undefined)
        return withLines(report, [...said, `Run ${other} tells ${left.join(', ')}: ${notice.event}.`]);
    const { lines, told } = await tellAll({ ...notice, entry: entry?.seq }, left, ports.notices);
    const isAll = told.length === left.length;
    if (entry !== undefined && told.length > 0)
        await tell_once_record({ notice, about, entry, told, isAll }, ports);
    return withLines(report, [...said, ...lines]);
}
/** Whether this process has been at it before. */
function isTried({ event }, { chain }, entry, { tried }) {
    if (entry === undefined)
        return false;
    const key = JSON.stringify([event, chain, entry.seq]);
    if (tried.has(key))
        return true;
    tried.add(key);
    return false;
}
/**
 * As the record has it now, or had it a moment ago; undefined where this process has been at it before. Where it cannot
 * be read at all, nobody was told: twice is better than never.
 */
async function standingOf(notice, about, meant, { ledger, notices }) {
    const { event } = notice;
    const look = async () => {
        const entries = await ledger.history(about.chain);
        const entry = about.entry(entries);
        const told = entry === undefined ? [] : toldOf(entries, event, entry.seq);
        return { entry, before: meant.filter((name) => told.includes(name)) };
    };
    let known = { entry: undefined, before: [] };
    try {
        known = await look();
        if (isTried(notice, about, known.entry, notices))
            return undefined;
        if (known.before.length === meant.length)
            return known;
        ledger.refresh();
        return await look();
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        notices.log.warning(`who was told of ${event} cannot be read: ${(0,domain_failure/* failureLine */.Pu)(error)}`);
        return known;
    }
}
/** The other run that is about to tell, because it wrote the entry a moment ago. */
function teller({ run, time }, { ledger, clock }) {
    const age = clock.now().getTime() - Date.parse(time);
    return run.id !== ledger.run && age < OWN_MS ? run.id : undefined;
}
async function tell_once_record({ notice: { event }, about: { chain }, entry: { seq, kind }, told, isAll }, { ledger, notices: { log } }) {
    const close = isAll && kind === 'outcome' ? [openNoticePath(chain)] : [];
    try {
        await ledger.append(chain, (entries) => {
            const before = toldOf(entries, event, seq);
            const channels = told.filter((name) => !before.includes(name));
            if (channels.length === 0)
                return undefined;
            const payload = { event, about: seq, channels };
            return { draft: { kind: 'told', payload }, planHash: entries.at(-1)?.planHash ?? null, close };
        });
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        const who = told.join(', ');
        log.warning(`that ${who} was told is not recorded, and may be told again: ${(0,domain_failure/* failureLine */.Pu)(error)}`);
    }
}

;// CONCATENATED MODULE: ./lib/app/alarm.js







/** Tells nobody. */
const NO_ALARM = {
    notes: [],
    look: async () => undefined,
    page: async () => undefined,
};
/** @param runUrl Page of the run that looks. */
function alarmOf(runUrl, ports) {
    const notes = [];
    const known = new Set();
    const tell = async (event, plan, reason, entry) => {
        const time = ports.clock.now().getTime();
        const chain = keyOf(plan);
        const notice = { event, release: chain, reason, runUrl, issueUrl: undefined, time };
        const { summary } = await tellOnce({}, notice, { chain, entry }, ports);
        notes.push(...summary);
    };
    const look = async ({ plan, index }, evidence) => {
        const key = ({ name }) => JSON.stringify([keyOf(plan), index, name]);
        const found = toBeTold(evidence, plan).filter((e) => !known.has(key(e)));
        if (found.length === 0)
            return;
        for (const e of found)
            known.add(key(e));
        for (const { evidence: news, seq } of await recorded(found, { plan, index }, ports))
            await tell('breached', plan, news.map((e) => line(e, plan)).join('; '), ofSeq(seq));
    };
    return { notes, look, page: (plan, reason) => tell('paged', plan, reason, lastPage) };
}
/** Somebody still has to decide: who was asked in vain, because the run died or nobody could be told, is asked again. */
async function pageAgain({ plan, decideBy, result, reason }, alarm) {
    if (decideBy !== undefined && result === undefined)
        await alarm.page(plan, reason);
}
const ofSeq = (seq) => (entries) => entries.find((e) => e.seq === seq);
function lastPage(entries) {
    return entries.findLast((e) => e.kind === 'verdict' && e.payload.breach === 'page');
}
function line({ name, answer, limit }, { objectives }) {
    const who = objectives.find((o) => o.name === name)?.who;
    return `${who === undefined ? '' : `for ${who}: `}${name}: ${answer}, wanted ${limit}`;
}
/** What is found in this stage, as the record has it; what no run has recorded is recorded now. */
async function recorded(found, { plan, index }, { ledger, notices: { log } }) {
    try {
        const entries = await ledger.append(keyOf(plan), (chain) => {
            const alarms = alarmsOf(chain, { plan, index });
            const news = found.filter((e) => !alarms?.some((alarm) => names(alarm, e)));
            if (alarms === undefined || news.length === 0)
                return undefined;
            const payload = { stage: index, evidence: news.map(wellFormed) };
            const planHash = state_rolloutOf(chain)?.planHash ?? null;
            return { draft: { kind: 'alarm', payload }, planHash };
        });
        const alarms = alarmsOf(entries, { plan, index }) ?? [];
        return alarms.filter((alarm) => found.some((e) => names(alarm, e)));
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        log.warning(`the alarm is not recorded: ${(0,domain_failure/* failureLine */.Pu)(error)}`);
        return [{ evidence: found, seq: undefined }];
    }
}
const names = ({ evidence }, { name }) => evidence.some((e) => e.name === name);
/** The alarms of a stage. Undefined where another plan holds by now: what was seen is no business of it. */
function alarmsOf(entries, { plan, index }) {
    const now = state_rolloutOf(entries);
    if (now === undefined || (0,ledger_canonical/* canonical */.$)(now.plan) !== (0,ledger_canonical/* canonical */.$)(plan))
        return undefined;
    return entries.flatMap((e) => {
        const isOwn = e.kind === 'alarm' && e.seq > now.planSeq && e.payload.stage === index;
        return isOwn ? [{ evidence: e.payload.evidence, seq: e.seq }] : [];
    });
}

;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function key_releaseKey(input, text, config) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const parsed = scheme.read(text);
    if (parsed === undefined)
        throw new domain_failure/* Failure */.HR('bad-input', `input ${input}: must be ${scheme.examples}`);
    return { product: config.product, ...parsed };
}
/** The part of it that names a chain. */
function chainOf({ product, channel, version }) {
    return { product, channel, version };
}

;// CONCATENATED MODULE: ./lib/domain/release/spoken.js
/** A version as people write it: `v1.4.0`; a commit or a digest as it stands. */
function spoken_spoken(version) {
    return /^\d+\./.test(version) ? `v${version}` : version;
}

;// CONCATENATED MODULE: ./lib/domain/release/hotfix-branch.js

/**
 * The branch on which a version is repaired, which two products of one repository never share.
 * @param tag That of the version, where it has one.
 */
function hotfixBranchOf(version, tag) {
    // Git takes no colon, and a digest has one.
    return `hotfix/rollback-to-${tag ?? spoken_spoken(version).replace(':', '-')}`;
}

// EXTERNAL MODULE: ./lib/domain/release/outcome.js
var outcome = __webpack_require__(25038);
;// CONCATENATED MODULE: ./lib/domain/report/rollback-issue.js


const ROLLBACK_LABELS = ['rollback', 'emergency', 'priority-critical'];
/** Stands in the body of a rollback's tracking issue. */
function rollbackMarkerText({ product, current, target }) {
    return `<!-- release-actions:rollback ${product}/${current}/${target} -->`;
}
function rollbackTitle({ product, current, target }) {
    return `Rollback of ${product} from ${spoken_spoken(current)} to ${spoken_spoken(target)}`;
}
function rollbackBody(facts) {
    const rows = [
        ['From', (0,markdown/* raw */.lS)(`\`${spoken_spoken(facts.current)}\``)],
        ['To', (0,markdown/* raw */.lS)(`\`${spoken_spoken(facts.target)}\``)],
        ['Reason', facts.reason],
        ['Packages', facts.pypiAction],
        ['Workflow run', (0,markdown/* raw */.lS)(facts.runUrl)],
    ];
    return [rollbackMarkerText(facts), (0,markdown/* table */.tp)(['', ''], rows)].join('\n\n');
}
/** What a person does on the package index: it has no API for it. */
function packageSteps(action, packages, version) {
    const names = packages.map((p) => `\`${(0,markdown/* inert */.tJ)(p)}\``).join(', ');
    if (action === 'leave-as-is')
        return `${names} ${(0,markdown/* inert */.tJ)(version)} stays on the index.`;
    const verb = action === 'yank' ? 'Yank' : 'Delete';
    const note = action === 'yank'
        ? ''
        : ' A deleted file name can never be used again, and whoever pinned it breaks: yank where that is enough.';
    return [
        `The index has no API for this. A maintainer does it by hand:`,
        `1. Open the page of the project (${names}) on the index and choose *Manage*, then *Releases*.`,
        `2. ${verb} the release ${(0,markdown/* inert */.tJ)(version)}.${note}`,
        '3. Check that the version is marked or gone:',
        (0,markdown/* fenced */.OF)(packages.map((p) => `python3 -m pip download --no-deps "${p}==${version}"`).join('\n'), 'bash'),
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/app/rollback-route.js
var rollback_route = __webpack_require__(66139);
;// CONCATENATED MODULE: ./lib/app/rollback-after.js











/** A branch from the target's tag, or from the commit that it was planned with. Where the token may not make it, the commands do: the traffic is back already. */
async function hotfixBranch(route, inputs, config, ports) {
    const tag = (0,release_scheme/* schemeOf */.wW)(config).tag(route.target);
    const branch = hotfixBranchOf(route.target, tag);
    const commit = (await version_commit_versionCommit(route.target, config, ports.repository)) ??
        (tag === undefined ? await plannedCommit(route, ports) : undefined);
    if (commit === undefined)
        throw new domain_failure/* Failure */.HR('absent', tag === undefined
            ? `no record says the commit of ${route.target}`
            : `tag ${tag} does not exist`, tag === undefined
            ? 'Branch by hand from the commit that it was built of'
            : 'Name a released version');
    const [what, start] = tag === undefined ? [commit, commit] : [`tag ${tag}`, tag];
    const commands = `git fetch origin ${what}\ngit switch -c ${branch} ${start}\ngit push -u origin ${branch}`;
    const made = inputs['dry-run'] ? 'dry run' : await ports.repository.createBranch(branch, commit);
    const reason = made === 'refused'
        ? `GitHub refuses the branch ${branch}: push it by hand`
        : `branch ${branch}: ${made}`;
    return { verdict: (0,judging_verdict/* passed */.bF)(reason), outputs: (0,rollback_route/* base */.E)(route), summary: [(0,markdown/* fenced */.OF)(commands, 'bash')] };
}
/** A digest names no commit, its plan does. */
async function plannedCommit({ product, target }, { ledger }) {
    const entries = await ledger.entries({ product, channel: 'stable', version: target });
    return state_rolloutOf(entries)?.plan.commit;
}
/** The index has no API: the summary tells a maintainer what to do. */
function rollback_after_packages(route, { pypi_action: action }, config) {
    const names = config.artefacts.flatMap((a) => (a.kind === 'python-package' ? [a.name] : []));
    if (names.length === 0)
        return { verdict: (0,judging_verdict/* passed */.bF)('nothing declared'), outputs: (0,rollback_route/* base */.E)(route) };
    const reason = action === 'leave-as-is'
        ? 'the packages stay'
        : `a maintainer has to ${action} ${names.join(', ')} by hand, see the summary`;
    return {
        verdict: (0,judging_verdict/* passed */.bF)(reason),
        outputs: (0,rollback_route/* base */.E)(route),
        summary: [packageSteps(action, names, route.current)],
    };
}
/** Judge the jobs; the tracking issue is closed only when all of them are done. */
async function finalizeRollback(route, inputs, ports) {
    if (inputs.jobs === undefined)
        throw new domain_failure/* Failure */.HR('bad-input', 'input jobs: is required with operation finalize');
    const verdict = (0,judging_verdict/* overall */.Me)((0,outcome/* evidenceOfJobs */.j9)((0,outcome/* judgeJobs */.e)(inputs.jobs, [])));
    const facts = {
        ...route,
        reason: inputs.rollback_reason,
        pypiAction: inputs.pypi_action,
        runUrl: ports.run.url,
    };
    const [issue] = await ports.issues.withMarker(rollbackMarkerText(facts), 'open');
    if (issue !== undefined && !inputs['dry-run']) {
        const done = verdict.verdict === 'pass';
        await ports.issues.comment(issue.number, done ? `Rolled back to ${spoken_spoken(route.target)}.` : `Not complete: ${(0,markdown/* inert */.tJ)(verdict.reason)}`);
        if (done)
            await ports.issues.update(issue.number, { state: 'closed' });
    }
    return { verdict, outputs: { ...(0,rollback_route/* base */.E)(route), issue_number: String(issue?.number ?? '') } };
}

;// CONCATENATED MODULE: ./lib/app/rollback-before.js









/** The rollback target stands, with version, digest and command, in an artefact before anybody needs it. */
async function readiness(route, inputs, config, ports) {
    await rollback_target_proveReleased(route.target, config, ports);
    const command = commandOf(route, inputs, config);
    const configuration = {
        product: route.product,
        current: route.current,
        target: route.target,
        assets: await targetAssets(route.target, config, ports.releases),
        triggers: { 'error-rate': '10 %', 'response-time': '5000 ms', availability: '95 %' },
        command,
    };
    const suffix = ports.run.attempt === 1 ? '' : `-attempt-${ports.run.attempt}`;
    const name = `rollback-configuration${suffix}`;
    if (!inputs['dry-run'])
        await ports.artifacts.upload(name, {
            'rollback-configuration.json': `${JSON.stringify(configuration, null, 2)}\n`,
        });
    const outputs = { ...(0,rollback_route/* base */.E)(route), command, 'artifact-name': name };
    return {
        verdict: (0,judging_verdict/* passed */.bF)(`${spoken_spoken(route.target)} can take over at once`),
        outputs,
        summary: [(0,markdown/* fenced */.OF)(command, 'bash')],
    };
}
async function targetAssets(target, config, releases) {
    const tag = (0,release_scheme/* schemeOf */.wW)(config).tag(target);
    const release = tag === undefined ? undefined : await releases.byTag(tag);
    return (release?.assets ?? []).map(({ name, digest }) => ({ name, digest }));
}
function commandOf({ product, target, current }, { pypi_action: action, environment }, { products }) {
    const which = products === undefined ? '' : ` -f product=${product}`;
    const profile = environment === undefined ? '' : ` -f environment=${environment}`;
    return `gh workflow run release-rollback.yml${which} -f rollback_version=${target} -f rollback_reason="roll back ${current}" -f pypi_action=${action}${profile}`;
}
/** The target can take over: say so in a tracking issue before anything moves. */
async function validate(route, inputs, config, ports) {
    await rollback_target_proveReleased(route.target, config, ports);
    const outputs = { ...(0,rollback_route/* base */.E)(route), can_rollback: 'true' };
    if (inputs['dry-run'])
        return { verdict: (0,judging_verdict/* passed */.bF)(`dry run: ${spoken_spoken(route.target)} is a valid target`), outputs };
    const facts = {
        ...route,
        reason: inputs.rollback_reason,
        pypiAction: inputs.pypi_action,
        runUrl: ports.run.url,
    };
    const content = {
        title: rollbackTitle(facts),
        body: rollbackBody(facts),
        labels: [...ROLLBACK_LABELS],
    };
    const issue = await trackingIssue(rollbackMarkerText(facts), content, ports);
    return {
        verdict: (0,judging_verdict/* passed */.bF)(`from ${spoken_spoken(route.current)} to ${spoken_spoken(route.target)}${issue.note}`),
        outputs: { ...outputs, issue_number: issue.number },
    };
}
/** People want the issue, but traffic comes first: that it cannot be opened is said and stops nothing. */
async function trackingIssue(marker, content, ports) {
    try {
        const { issue } = await one_issue_oneIssue(marker, content, ports);
        return { number: String(issue.number), note: '' };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        const note = `the tracking issue could not be opened: ${(0,domain_failure/* failureLine */.Pu)(error)}`;
        ports.log.warning(note);
        return { number: '', note: `; ${note}` };
    }
}

// EXTERNAL MODULE: ./node_modules/semver/functions/inc.js
var inc = __webpack_require__(62338);
;// CONCATENATED MODULE: ./lib/domain/release/next-version.js



/**
 * The first version after `version` that no tag of the product has: the next patch, for a prerelease the next one of its
 * kind, so that the channel stays. A tag that differs in build metadata alone has taken it: index and semver see no
 * difference.
 * @param version Parsed before.
 * @param tags Tags that exist, of any product, in any order.
 * @throws Failure `no-version` where the numbers end.
 */
function nextFreeVersion(version, tags, tagPrefix) {
    const existing = tags.map((tag) => (0,release_version/* versionOfTag */.mx)(tag, tagPrefix)?.version);
    const taken = new Set(existing.filter((v) => v !== undefined).map(withoutBuild));
    let next = bumped(version);
    while (taken.has(next))
        next = bumped(next);
    return next;
}
function bumped(version) {
    const parsed = (0,release_version/* parseVersion */.ot)(version, '');
    const kind = parsed?.prerelease === true ? 'prerelease' : 'patch';
    const next = (0,release_version/* parseVersion */.ot)(inc(version, kind) ?? '', '');
    // Past the largest whole number that a double holds, a version is none any more or stays what it was.
    if (next !== undefined && (0,release_version/* compareVersions */.Zy)(next.version, version) > 0)
        return next.version;
    throw new domain_failure/* Failure */.HR('no-version', `there is no version after ${version}`, 'Name the next version by hand');
}
function withoutBuild(version) {
    return version.replace(/\+.*$/, '');
}

;// CONCATENATED MODULE: ./lib/app/rollback-next-version.js







/** Tags without a release that are asked for one by one. */
const MOST_TAGS = 50;
/**
 * The version that the emergency release gets: the next one after the version that is left which no release, no record
 * and no tag has. It is not reserved: whoever publishes it makes its tag.
 */
async function nextVersion(route, config, ports) {
    if ((0,release_scheme/* tagPrefixOf */.OX)(config) === undefined)
        return {
            verdict: (0,judging_verdict/* passed */.bF)('versions of the product are not numbered: what main gives next is the next one'),
            outputs: { ...(0,rollback_route/* base */.E)(route), next_version: '' },
        };
    const next = await freeVersion(route, config['tag-prefix'], ports);
    return {
        verdict: (0,judging_verdict/* passed */.bF)(`the next free version after ${route.current} is ${next}`),
        outputs: { ...(0,rollback_route/* base */.E)(route), next_version: next },
        summary: [`${spoken_spoken(route.target)} goes out again as \`${next}\`.`],
    };
}
async function freeVersion({ product, current }, tagPrefix, { ledger, releases, repository }) {
    const channel = (0,release_version/* parseVersion */.ot)(current, '')?.channel ?? '';
    const published = (await releases.published()).map(({ tag }) => tag);
    const recorded = (await ledger.versions({ product, channel })).map((v) => (0,release_version/* tagOf */.cO)(v, tagPrefix));
    const tags = [...published, ...recorded];
    for (let asked = 0; asked < MOST_TAGS; asked++) {
        const next = nextFreeVersion(current, tags, tagPrefix);
        const tag = (0,release_version/* tagOf */.cO)(next, tagPrefix);
        if ((await repository.tagCommit(tag)) === undefined)
            return next;
        tags.push(tag);
    }
    throw new domain_failure/* Failure */.HR('no-version', `${MOST_TAGS} tags after ${(0,release_version/* tagOf */.cO)(current, tagPrefix)} exist without a release`, 'Remove those that nobody needs, or name the version by hand');
}

;// CONCATENATED MODULE: ./lib/app/insist.js

/** Pauses between two tries, milliseconds. */
const PAUSES = [1000, 2000, 4000, 8000];
/** After this no other try begins: who is silent is not asked again. */
const LONGEST_MS = 10_000;
/** What may be over at the next try. */
const PASSING = new Set(['connection', 'timeout', 'bad-answer', 'not-held', 'refused']);
/** The way back is worth more than one try: a router in trouble is asked again, at most five times in 25 s. */
async function insist_insist(work, { clock, log }) {
    const from = clock.now().getTime();
    for (const pause of PAUSES) {
        try {
            return await work();
        }
        catch (error) {
            const isOver = clock.now().getTime() - from >= LONGEST_MS;
            if (!(error instanceof domain_failure/* Failure */.HR && PASSING.has(error.code)) || isOver)
                throw error;
            log.warning(`${error.message}: trying again`);
            await clock.sleep(pause);
        }
    }
    return work();
}

;// CONCATENATED MODULE: ./lib/app/roll-back.js







/** All traffic to the old version, and the end of the release in the record. */
async function rollBack(reason, hand, ports) {
    const to = await insist(() => allBack(hand, ports), ports);
    const from = await ports.traffic.weights();
    const stage = BACK;
    const { planHash } = hand.rollout;
    const draft = { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } };
    const entries = await ports.ledger.append(hand.release, (chain) => {
        assertSamePlan(chain, hand.rollout);
        const result = rolloutOf(chain)?.result;
        if (result === 'rolled-back')
            return undefined;
        if (result !== 'completed')
            return { draft, planHash };
        throw new Failure('ended', 'the release has completed meanwhile', 'Use release-rollback for a completed release');
    });
    // A second way back would reach the router late, when the next plan is under way.
    if (rolloutOf(entries)?.result === 'rolled-back')
        return 'another run has rolled back';
    await setBack(from, to, ports);
    await holdBack(to, entries, ports);
    await record(hand, { kind: 'outcome', payload: { effect: 'shift', stage, weights: to } }, ports);
    await record(hand, { kind: 'outcome', payload: { effect: 'release', result: 'rolled-back', reason } }, ports, [openReleasePath(hand.release)]);
    return `rolled back: ${weightsText(to)}: ${reason}`;
}
/** What is back already, or was set and not confirmed, is looked at before it is set again. */
async function setBack(from, to, ports) {
    let isOff = held_weightsText(from) !== held_weightsText(to);
    await insist_insist(async () => {
        if (!isOff && !(await hasLeft(to, ports)))
            return;
        isOff = false;
        await ports.traffic.shift(to);
    }, ports);
}
/** A shift forward of another run that was on its way must not have the last word. */
async function holdBack(to, entries, { traffic, ledger, clock, log }) {
    const other = pendingForward(entries);
    if (other === undefined || other.run === ledger.run)
        return;
    log.info(`run ${other.run} was about to move traffic: it is held at ${held_weightsText(to)}`);
    await clock.sleep(shift_traffic_IN_FLIGHT_MS);
    if (await hasLeft(to, { traffic }))
        await traffic.shift(to);
}
/**
 * A step forward that nobody has settled. Not what stands last in the record: a way back may have begun after it, and
 * still be waiting.
 */
function pendingForward(entries) {
    return state_rolloutOf(entries.filter((e) => !isOfWayBack(e)))?.pending;
}
function isOfWayBack({ kind, payload }) {
    return (kind === 'intent' || kind === 'outcome') && 'stage' in payload && payload.stage === state_BACK;
}
/** The weights that give all traffic to the old version. */
async function allBack(hand, ports) {
    const { stable, candidate } = await slotsOf(hand, ports);
    return { [stable]: 100, [candidate]: 0 };
}
/** The slots as the record of the last shift has them, so that a dead version cannot hide where the old one is. */
async function slotsOf({ rollout: { plan, weights } }, { traffic }) {
    const slots = await findSlots(plan.baseline, traffic);
    if (weights !== undefined && !(slots.stable in weights))
        throw new Failure('bad-ledger', 'the recorded weights are not those of the configured slots');
    return slots;
}

;// CONCATENATED MODULE: ./lib/app/switch-back.js









/**
 * All traffic to the slot that runs the target, which is started first where it does not run any more. Intent and
 * outcome stand in the chain of the version that is left.
 */
async function switchBack({ current, target }, reason, config, ports) {
    const lines = [];
    const from = await ports.traffic.weights();
    const [serving, other] = slotsByWeight(from);
    if (serving === undefined || other === undefined)
        throw new domain_failure/* Failure */.HR('bad-answer', 'the router does not name two slots');
    const inOther = await answerIn(other, ports.traffic);
    const inServing = await answerIn(serving, ports.traffic);
    const slot = inServing === target ? serving : other;
    if (slot === other && inOther !== target) {
        await ports.start(target, other);
        lines.push(`started ${spoken_spoken(target)} in ${other}`);
    }
    const to = { [serving]: slot === serving ? 100 : 0, [other]: slot === other ? 100 : 0 };
    const release = chainOf(key_releaseKey('current_version', current, config));
    const write = (draft, close = []) => ports.ledger.append(release, (entries) => ({
        draft,
        planHash: entries.at(-1)?.planHash ?? null,
        close,
    }));
    const entries = await write({
        kind: 'intent',
        payload: { effect: 'shift', stage: state_BACK, reason, from, to },
    });
    ports.mirror.begin(entries);
    await setBack(from, to, ports);
    await holdBack(to, entries, ports);
    await write({ kind: 'outcome', payload: { effect: 'shift', stage: state_BACK, weights: to } });
    const ended = { effect: 'release', result: 'rolled-back', reason };
    const recorded = await write({ kind: 'outcome', payload: ended }, [path_openReleasePath(release)]);
    await ports.mirror.show(recorded);
    lines.push(`recorded, ${signersText(recorded)}`);
    return [...lines, `all traffic is on ${spoken_spoken(target)}: ${held_weightsText(to)}`];
}
function slotsByWeight(weights) {
    return Object.keys(weights).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
}

;// CONCATENATED MODULE: ./lib/app/version-to-leave.js





/**
 * The version that a rollback leaves. While a canary runs two versions have traffic: it is the newer one. A version
 * that has traffic and does not answer is the one that most needs a way back: then the record says which it is.
 * @throws Failure `absent`.
 */
async function versionToLeave(scope, { traffic, ledger }) {
    const slots = Object.entries(await traffic.weights()).filter(([, weight]) => weight > 0);
    const answers = await Promise.all(slots.map(([slot]) => answerIn(slot, traffic)));
    const versions = answers.filter((answer) => typeof answer === 'string');
    const served = { versions, silent: versions.length < slots.length };
    const { compare } = scope.scheme;
    const found = compare === undefined
        ? await byRecord(served, scope, ledger)
        : await byOrder(served, { ...scope, compare }, ledger);
    if (found !== undefined)
        return found;
    throw new domain_failure/* Failure */.HR('absent', served.silent
        ? 'a slot that has traffic does not answer, and the ledger knows no newer version that was given traffic'
        : 'the slots do not say which version is the newer one, and the ledger knows no open release', 'Name it in the input current_version');
}
async function byOrder({ versions, silent }, scope, ledger) {
    const { compare, target } = scope;
    const [newest] = versions.toSorted((a, b) => compare(b, a));
    if (newest !== undefined && (!silent || compare(newest, target) > 0))
        return newest;
    return lastShifted(scope, ledger);
}
/** The newest version after the target that was given traffic and not taken back. */
async function lastShifted({ product, target, compare }, ledger) {
    const channel = (0,release_version/* parseVersion */.ot)(target, '')?.channel ?? '';
    const recorded = await ledger.versions({ product, channel });
    const newer = recorded
        .filter((version) => compare(version, target) > 0)
        .sort((a, b) => compare(b, a));
    for (const version of newer) {
        const rollout = state_rolloutOf(await ledger.history({ product, channel, version }));
        if (isShifted(rollout) && rollout?.result !== 'rolled-back')
            return version;
    }
    return undefined;
}
/** Versions without an order: the open release is the newer one, else the one that is not the target. */
async function byRecord({ versions, silent }, { product, target }, ledger) {
    const others = versions.filter((version) => version !== target);
    const [other, ...more] = others;
    if (!silent && more.length === 0)
        return other ?? versions[0];
    const markers = await ledger.markers(OPEN_RELEASES);
    const open = [...markers.keys()]
        .map(releaseOfMarker)
        .filter((release) => release?.product === product);
    for (const release of open)
        if (release !== undefined && isShifted(state_rolloutOf(await ledger.history(release))))
            return release.version;
    return undefined;
}
function isShifted(rollout) {
    return rollout?.weights !== undefined || rollout?.pending !== undefined;
}

;// CONCATENATED MODULE: ./lib/app/release-rollback.js













/** What the others do follows from these. */
const BY_A_PERSON = ['validate', 'traffic'];
/** One step of taking a completed release back; each job of the workflow is one. */
async function releaseRollback(inputs, config, ports) {
    const route = await routeOf(inputs, config, ports);
    if (BY_A_PERSON.includes(inputs.operation))
        await authority_authorise('roll-back', ports.context.actor, ports);
    const operations = {
        readiness: () => readiness(route, inputs, config, ports),
        validate: () => validate(route, inputs, config, ports),
        traffic: () => traffic(route, inputs, config, ports),
        'hotfix-branch': () => hotfixBranch(route, inputs, config, ports),
        'next-version': () => nextVersion(route, config, ports),
        packages: async () => rollback_after_packages(route, inputs, config),
        finalize: () => finalizeRollback(route, inputs, ports),
    };
    return operations[inputs.operation]();
}
async function routeOf(inputs, config, ports) {
    const target = key_releaseKey('rollback_version', inputs.rollback_version, config).version;
    const named = inputs.current_version;
    const current = named === undefined
        ? await versionToLeave({ product: config.product, target, scheme: (0,release_scheme/* schemeOf */.wW)(config) }, ports)
        : key_releaseKey('current_version', named, config).version;
    const { compare } = (0,release_scheme/* schemeOf */.wW)(config);
    const isOlder = compare === undefined ? target !== current : compare(target, current) < 0;
    if (!isOlder)
        throw new domain_failure/* Failure */.HR('bad-input', `input rollback_version: ${target} is not older than ${current}, the newest version that serves`, 'Name the version to go back to');
    return { product: config.product, current, target };
}
async function traffic(route, inputs, config, ports) {
    if (inputs['dry-run'])
        return {
            verdict: (0,judging_verdict/* passed */.bF)(`dry run: all traffic would go to ${spoken_spoken(route.target)}`),
            outputs: (0,rollback_route/* base */.E)(route),
        };
    const lines = await switchBack(route, inputs.rollback_reason, config, ports);
    return {
        verdict: (0,judging_verdict/* passed */.bF)(lines.at(-1) ?? ''),
        outputs: (0,rollback_route/* base */.E)(route),
        summary: [lines.map((l) => `1. ${(0,markdown/* inert */.tJ)(l)}`).join('\n')],
    };
}

;// CONCATENATED MODULE: ./lib/app/rollback-notice.js

/** What people are told at the end of a rollback: about the version that was left. */
function rollbackNotice({ verdict, outputs }, { rollback_version: target, rollback_reason: why }, config, { runUrl, clock }) {
    const done = verdict.verdict === 'pass';
    return {
        event: done ? 'rolled-back' : 'failed',
        release: chainOf(key_releaseKey('current_version', outputs?.current_version ?? '', config)),
        reason: done ? `to ${target}: ${why}` : `rollback to ${target}: ${verdict.reason}`,
        runUrl,
        issueUrl: undefined,
        time: clock.now().getTime(),
    };
}

// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js
var network_policy = __webpack_require__(77330);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(90507);
;// CONCATENATED MODULE: ./lib/adapters/prober/find-slot.js

/** Looks for a version in the slots of the config, by asking each of them. */
function findSlotBy(config, traffic) {
    return async (version) => {
        if (config === undefined)
            throw new domain_failure/* Failure */.HR('absent', 'the prober needs the section traffic of the config', 'Name the slots there');
        for (const [name, { url }] of Object.entries(config.slots))
            if ((await traffic().versionIn(name)) === version)
                return { name, url };
        return undefined;
    };
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/answer.js

/**
 * The JSON of a 200, checked.
 * @throws Failure `bad-answer` naming who answered; the answer itself is not repeated.
 */
function readAnswer(answer, schema, who) {
    if (answer.status !== 200)
        throw new domain_failure/* Failure */.HR('bad-answer', `${who} answered ${answer.status}`);
    const parsed = schema.safeParse(json(answer.body, who));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the whole';
    throw new domain_failure/* Failure */.HR('bad-answer', `${who} answered JSON of an unknown shape (${where})`);
}
function json(body, who) {
    try {
        return JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        throw new domain_failure/* Failure */.HR('bad-answer', `${who} answered something that is no JSON`);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/slots.js





const TIMEOUT_MS = 10_000;
const Version = schemas/* looseObject */._H3({ version: schemas/* string */.YjP() });
/**
 * The version that answers in a slot, asked past the router. Undefined only when nothing listens there: every other
 * trouble is a Failure, because a slot that cannot be asked is not an empty one.
 */
async function versionIn(config, slot, http) {
    const base = config.slots[slot]?.url;
    if (base === undefined)
        throw new domain_failure/* Failure */.HR('absent', `there is no slot ${slot}`, 'Name one of traffic.slots');
    const url = base.replace(/\/$/, '') + config['version-path'];
    try {
        const answer = await http.send({ method: 'GET', url, timeoutMs: TIMEOUT_MS });
        const { version } = readAnswer(answer, Version, `the slot ${slot}`);
        const parsed = (0,release_version/* parseVersion */.ot)(version, 'v') ?? (0,release_scheme/* untaggedVersion */.aH)(version);
        if (parsed !== undefined)
            return parsed.version;
        throw new domain_failure/* Failure */.HR('bad-answer', `the slot ${slot} answers a version that is none`);
    }
    catch (error) {
        if (isRefused(error))
            return undefined;
        throw error;
    }
}
function isRefused(error) {
    if (!(error instanceof domain_failure/* Failure */.HR) || error.code !== 'connection')
        return false;
    const { cause } = error;
    return (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED');
}
/** @throws Failure `bad-weights` unless every slot has a whole percent and they sum to 100. */
function assertWeights(weights, slots) {
    const values = slots.map((slot) => weights[slot] ?? Number.NaN);
    const whole = values.every((v) => Number.isInteger(v) && v >= 0 && v <= 100);
    const sum = values.reduce((total, v) => total + v, 0);
    if (!whole || sum !== 100 || Object.keys(weights).length !== slots.length)
        throw new domain_failure/* Failure */.HR('bad-weights', `weights must be whole percents of ${slots.join(' and ')} that sum to 100`);
}
/** @throws Failure `not-held` when the router does not hold what it was told. */
function slots_assertSame(wanted, held) {
    const off = Object.keys(wanted).filter((slot) => wanted[slot] !== held[slot]);
    if (off.length === 0)
        return;
    const text = off.map((slot) => `${slot} ${held[slot]} instead of ${wanted[slot]}`).join(', ');
    throw new domain_failure/* Failure */.HR('not-held', `the router holds other weights than it was given: ${text}`);
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/command.js





/** A step that was interrupted has happened or never will 30 s after its intent: who moves traffic has no more time. */
const command_TIMEOUT_MS = 10_000;
const Answer = schemas/* strictObject */.rej({
    weights: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().min(0).max(100)),
    /** Absent or empty: everybody. */
    audience: schemas/* union */.KCZ([rollout_audience/* Audience */.ln, schemas/* strictObject */.rej({}).transform(() => undefined)]).optional(),
});
/** A router behind two commands of the consumer: `set` moves the traffic, `get` prints as JSON what the router holds. */
function commandTraffic(config, command, http) {
    const slots = Object.keys(config.slots);
    const run = async (key, argv) => {
        // The arguments stay unsaid: they, and what the command prints on its way, may hold what is nobody's business.
        const name = `traffic.${key} (${argv[0]})`;
        const { exit, stdout } = await command_named(key, () => command.run(argv, { timeoutMs: command_TIMEOUT_MS }));
        if (exit === 0)
            return { name, stdout };
        const end = exit === null ? 'by a signal' : `with ${exit}`;
        throw new domain_failure/* Failure */.HR('refused', `${name} ended ${end}`, 'Run it by hand: it says why');
    };
    const held = async () => {
        const { name, stdout } = await run('get', config.get);
        return toHeld(stdout, name, slots);
    };
    return {
        held,
        weights: async () => (await held()).weights,
        async shift(wanted, audience) {
            assertWeights(wanted, slots);
            await run('set', filled(config.set, wanted, audience));
            const now = await held();
            slots_assertSame(wanted, now.weights);
            assertSameAudience(audience, now.audience);
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
/** What stops a command does not know whose it is. */
async function command_named(key, run) {
    try {
        return await run();
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        throw new domain_failure/* Failure */.HR(error.code, `traffic.${key}: ${error.message}`, error.remedy, {
            cause: error,
        });
    }
}
/** One pass over each argument: what a value holds is not read again, and no shell reads any of it. */
function filled(argv, weights, audience) {
    const bySlot = Object.entries(weights).map(([slot, w]) => [`weight:${slot}`, String(w)]);
    const values = {
        ...Object.fromEntries(bySlot),
        weights: JSON.stringify(weights),
        audience: JSON.stringify(audience ?? {}),
        tenants: audience !== undefined && 'tenants' in audience ? audience.tenants.join(',') : '',
        ring: audience !== undefined && 'ring' in audience ? audience.ring : '',
    };
    return argv.map((part) => (0,template/* fill */.G)(part, values));
}
function toHeld(stdout, name, slots) {
    const { data, error } = Answer.safeParse(command_json(stdout, name));
    if (data === undefined) {
        const where = error.issues[0]?.path.join('.') || 'the whole';
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed JSON of an unknown shape (${where})`);
    }
    const { weights, audience } = data;
    const names = Object.keys(weights);
    if (names.length !== slots.length || !slots.every((slot) => names.includes(slot)))
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed other slots than ${slots.join(' and ')}`);
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed weights that sum to ${sum}, not 100`);
    return { weights, audience };
}
function command_json(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed something that is no JSON`);
    }
}
/** @throws Failure `not-held` */
function assertSameAudience(wanted, held) {
    if ((0,rollout_audience/* isSameAudience */.nT)(wanted, held))
        return;
    const said = (audience) => (0,rollout_audience/* audienceText */.a6)(audience) || 'everybody';
    throw new domain_failure/* Failure */.HR('not-held', `the router holds another audience than it was given: ${said(held)} instead of ${said(wanted)}`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/adapters/traffic/runtime-socket.js


const runtime_socket_TIMEOUT_MS = 5000;
const runtime_socket_LARGEST = 64 * 1024;
/**
 * Send one line to a HAProxy runtime API and read its answer: it closes the connection after each line.
 * @param socket `tcp://host:port` or `unix:/path`.
 * @throws Failure `connection`, `timeout`, `too-large`.
 */
function askRuntime(socket, line) {
    return new Promise((resolve, reject) => {
        let text = '';
        const peer = (0,external_node_net_.connect)(address(socket), () => peer.write(`${line}\n`));
        const fail = (failure) => {
            peer.destroy();
            reject(failure);
        };
        peer.setEncoding('utf8');
        peer.setTimeout(runtime_socket_TIMEOUT_MS, () => fail(new domain_failure/* Failure */.HR('timeout', 'the HAProxy runtime API did not answer in time')));
        peer.on('data', (chunk) => {
            text += chunk;
            if (text.length > runtime_socket_LARGEST)
                fail(new domain_failure/* Failure */.HR('too-large', 'the answer of the HAProxy runtime API is larger than 64 KiB'));
        });
        peer.on('error', (error) => fail(unreachable(error)));
        peer.on('end', () => resolve(text));
    });
}
function address(socket) {
    if (socket.startsWith('unix:'))
        return { path: socket.slice('unix:'.length) };
    const url = URL.canParse(socket) ? new URL(socket) : undefined;
    const port = Number(url?.port);
    if (url === undefined || !(port > 0))
        throw new domain_failure/* Failure */.HR('bad-config', 'traffic.socket must be tcp://host:port or unix:/path');
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}
function unreachable(error) {
    const code = 'code' in error ? ` (${String(error.code)})` : '';
    const remedy = 'Check traffic.socket and that HAProxy is up';
    return new domain_failure/* Failure */.HR('connection', `the HAProxy runtime API: the connection failed${code}`, remedy, {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/haproxy.js



/**
 * HAProxy by its runtime API: the backend has one server a slot, of the same name. Absolute weights, because a percent
 * there is relative to the weight of the configuration file; they last until a restart.
 */
function haproxyTraffic(config, http) {
    const slots = Object.keys(config.slots);
    const server = (slot) => `${config.backend}/${slot}`;
    const weights = async () => {
        const answers = slots.map(async (slot) => {
            const text = await askRuntime(config.socket, `get weight ${server(slot)}`);
            return [slot, weightOf(text)];
        });
        return toShares(Object.fromEntries(await Promise.all(answers)));
    };
    return {
        weights,
        async shift(wanted) {
            assertWeights(wanted, slots);
            const commands = slots.map((slot) => `set server ${server(slot)} weight ${wanted[slot]}`);
            // One line for all servers: no traffic is split by half a change.
            const answer = await askRuntime(config.socket, commands.join(';'));
            if (answer.trim() !== '')
                throw refused(answer);
            slots_assertSame(wanted, await weights());
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
/** Answers are text for people: `10 (initial 100)`, or a sentence when something is wrong. */
function weightOf(text) {
    const [, digits] = /^(\d{1,3}) \(initial \d{1,3}\)\s*$/.exec(text) ?? [];
    if (digits === undefined)
        throw refused(text);
    return Number(digits);
}
/** HAProxy splits by weight over sum, so 1 and 1 are 50 % each. */
function toShares(raw) {
    const sum = Object.values(raw).reduce((total, w) => total + w, 0);
    if (sum === 0)
        throw new domain_failure/* Failure */.HR('bad-answer', 'every server of the HAProxy backend has weight 0');
    return Object.fromEntries(Object.entries(raw).map(([slot, w]) => [slot, (w * 100) / sum]));
}
function refused(text) {
    const [first = ''] = text.trim().split('\n');
    const shown = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200);
    return new domain_failure/* Failure */.HR('refused', `HAProxy refuses: ${shown === '' ? 'no answer' : shown}`);
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/router.js




const router_TIMEOUT_MS = 10_000;
const Backends = schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), weight: schemas/* number */.aig().min(0).max(100) }));
/** A router with the admin API `GET /backends` and `PUT /backends {"blue":10,"green":90}`. */
function routerTraffic(config, http) {
    const url = `${config.url.replace(/\/$/, '')}/backends`;
    const slots = Object.keys(config.slots);
    const weights = async () => {
        const answer = await http.send({ method: 'GET', url, timeoutMs: router_TIMEOUT_MS });
        return toWeights(readAnswer(answer, Backends, 'the router'), slots);
    };
    return {
        weights,
        async shift(wanted) {
            assertWeights(wanted, slots);
            const body = JSON.stringify(wanted);
            const headers = { 'content-type': 'application/json' };
            const answer = await http.send({ method: 'PUT', url, body, headers, timeoutMs: router_TIMEOUT_MS });
            readAnswer(answer, Backends, 'the router');
            slots_assertSame(wanted, await weights());
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
function toWeights(backends, slots) {
    const weights = Object.fromEntries(backends.map((b) => [b.name, b.weight]));
    const known = slots.every((slot) => weights[slot] !== undefined);
    if (!known || backends.length !== slots.length)
        throw new domain_failure/* Failure */.HR('bad-answer', `the router has other backends than ${slots.join(' and ')}`, 'Give its backends the names of traffic.slots');
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new domain_failure/* Failure */.HR('bad-answer', `the weights of the router sum to ${sum}, not 100`);
    return weights;
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/traffic-of.js




/**
 * The router that the config describes.
 * @param command Runs the consumer's commands, for a router that is reached by them.
 * @throws Failure `absent` when the config describes none.
 */
function trafficOf(config, http, command) {
    if (config === undefined)
        throw new domain_failure/* Failure */.HR('absent', 'the config has no section traffic', 'Describe the router there');
    if (config.provider === 'command')
        return commandTraffic(config, command, http);
    return config.provider === 'router' ? routerTraffic(config, http) : haproxyTraffic(config, http);
}

;// CONCATENATED MODULE: ./lib/domain/report/last-line.js
/**
 * The last line of what a program printed, which mostly says what went wrong; at most 300 characters. Of an error that
 * nobody caught in Node.js it is the error: its stack and the version of Node.js come after it.
 */
function lastLine(text) {
    const lines = text.trim().split('\n');
    const stack = lines.findIndex((line) => /^ {4}at /.test(line));
    const isUncaught = stack > 0 && /^Node\.js v\d/.test(lines.at(-1) ?? '');
    return lines.at(isUncaught ? stack - 1 : -1)?.slice(0, 300) ?? '';
}

;// CONCATENATED MODULE: ./lib/app/start-version.js






/**
 * Start a version by the consumer's own command, from its verified file, in a slot that nobody uses.
 * @throws Failure `busy-slot` when the slot has weight, `not-started` when the command fails or another version answers.
 */
async function startVersion(version, slot, config, ports) {
    const { deploy } = config;
    if (deploy === undefined)
        throw new domain_failure/* Failure */.HR('not-started', `${version} does not run in ${slot}`, 'Start it, or give the config a section deploy');
    const weight = (await ports.traffic.weights())[slot] ?? 0;
    if (weight > 0)
        throw new domain_failure/* Failure */.HR('busy-slot', `slot ${slot} has ${weight} % of the traffic`, 'Only a slot without weight is started anew');
    const values = await valuesOf({ version, slot }, deploy, config, ports);
    const argv = deploy.command.map((part) => (0,template/* fill */.G)(part, values));
    const result = await ports.command.run(argv, {
        timeoutMs: (0,duration/* parseDuration */.E9)(deploy.timeout) ?? 600_000,
    });
    if (result.exit !== 0)
        throw new domain_failure/* Failure */.HR('not-started', `the deploy command ended with ${result.exit ?? 'a signal'}: ${lastLine(result.stderr)}`);
    const answers = await ports.traffic.versionIn(slot);
    if (answers !== version)
        throw new domain_failure/* Failure */.HR('not-started', `slot ${slot} answers with ${answers ?? 'nothing'}, not with ${version}`);
}
/** What the command may name in braces. @throws Failure */
async function valuesOf(wanted, deploy, config, ports) {
    const { version } = wanted;
    const asset = deploy.asset && (await fetchAsset(deploy.asset, version, config, ports));
    const hasImages = (0,image_digests/* imagesOf */.IC)(config.artefacts).length > 0;
    return {
        ...wanted,
        ...(asset ? { asset: asset.path } : {}),
        ...(hasImages ? { images: await start_version_plannedImages(version, ports) } : {}),
    };
}
/** @throws Failure `no-plan` where no record says which images a version is. */
async function start_version_plannedImages(version, { planned }) {
    const images = (0,image_digests/* imageReferences */.Ef)((await planned(version)) ?? []);
    if (images !== '')
        return images;
    throw new domain_failure/* Failure */.HR('no-plan', `no plan in the ledger names the images of ${version}`, 'Start that version by hand');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
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
        const tooLarge = () => give(new domain_failure/* Failure */.HR('too-large', `${program} prints more than ${maxBytes} bytes`));
        const late = () => give(new domain_failure/* Failure */.HR('timeout', `${program} did not end within ${timeoutMs} ms`));
        const cancelled = () => give(new domain_failure/* Failure */.HR('cancelled', 'the job was cancelled'));
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
        return new domain_failure/* Failure */.HR('absent', `the program ${program} does not exist`, 'Install it in the job');
    return new domain_failure/* Failure */.HR('not-started', `the program ${program} could not be started (${code})`);
}

;// CONCATENATED MODULE: ./lib/actions/consumer-command.js

/**
 * The consumer's commands in the checkout of the job, which is that of the default branch. Not tied to the cancellation of
 * the job: making the world safe comes after it.
 */
function consumerCommand({ context }) {
    return nodeCommand({ cwd: context.workspace, maxBytes: 1_000_000 });
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
    throw new domain_failure/* Failure */.HR('bad-input', 'input ledger-key: is no private Ed25519 key', 'Make one with openssl genpkey -algorithm ed25519, and give all lines of its file');
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
;// CONCATENATED MODULE: ./lib/domain/rollout/judge-stage.js


/** What a verdict can lead to, from the mildest on. */
const BREACHES = ['none', 'page', 'pause', 'stop', 'rollback'];
/** The objectives that a stage is held against: it may want more requests than an objective by itself. */
function judge_stage_stageObjectives({ stages, objectives }, index) {
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
        audience: rollout_audience/* Audience */.ln.optional(),
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
        return (0,ledger_canonical/* canonical */.$)(entry) === text ? undefined : 'it is not in canonical form';
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
    throw new domain_failure/* Failure */.HR('broken-chain', `the ledger of ${name} is broken at entry ${broken.seq}: ${broken.why}`, 'Restore the branch release-ledger from before the change, see docs/ledger.md');
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
        .sort(audit_byName)
        .map(([folder, texts]) => audit(folder, texts, digest, keys));
    return { chains, strangers };
}
const audit_byName = ([a], [b]) => a < b ? -1 : 1;
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
            hash = digest((0,ledger_canonical/* canonical */.$)(entry.payload.plan));
        if (entry.planHash === hash || (entry.kind !== 'plan' && entry.planHash === null))
            return [];
        return [{ index, why: `it names the plan ${entry.planHash}, the chain holds ${hash}` }];
    });
}
function resultOf(entries) {
    const rollout = state_rolloutOf(entries);
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
const begin_branch_LOST = ['connection', 'server-error', 'unreachable', 'bad-answer'];
/** Make the ledger's branch. Sent again when the answer is lost: a branch that stands is taken as it is. */
async function beginBranch({ store, clock, }) {
    for (const pause of begin_branch_PAUSES_MS) {
        try {
            return await store.create();
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR && begin_branch_LOST.includes(error.code)))
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
function ledger_texts_commitOf(entry, { open, close, files }, head) {
    const { release, seq, kind } = entry;
    return {
        expectedHead: head.commit,
        message: `${kind} ${seq} of ${release.product} ${release.version} [skip ci]`,
        additions: [{ path: entryPath(release, seq, kind), text: (0,ledger_canonical/* canonical */.$)(entry) }, ...open],
        deletions: close.filter((path) => head.open.has(path)),
        ...(files.length === 0 ? {} : { files }),
    };
}

;// CONCATENATED MODULE: ./lib/app/ledger.js









const ledger_TRIES = 8;
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
            if (own.length === 0 && head?.open.has(path_openReleasePath(release)) === true)
                throw new domain_failure/* Failure */.HR('broken-chain', `${release.version} is open and has no entries`, RESTORE);
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
        for (let tries = 1; tries <= ledger_TRIES; tries++) {
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
        throw new domain_failure/* Failure */.HR('contended', `the ledger entry was overtaken ${ledger_TRIES} times`, 'Run the job again');
    }
    #entry(release, chain, { draft, planHash }) {
        const last = chain.at(-1);
        const { run, actor, suite } = this.#writer;
        const nonce = Math.floor(this.#ports.random() * 2 ** 48).toString(16);
        const entry = {
            schema: 1,
            id: `${run.id}.${run.attempt}.${nonce}`,
            seq: chain.length + 1,
            previous: last === undefined ? null : this.#ports.digest((0,ledger_canonical/* canonical */.$)(last)),
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
        const commit = ledger_texts_commitOf(entry, { open: markers, close, files }, head);
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
            throw new domain_failure/* Failure */.HR('timeout', result.reason, 'Run the job again');
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
    for (const part of (0,secret_spellings/* tellingParts */.QV)(key ?? ''))
        runner.mask(part);
    const signing = signingOf(config, key);
    if (signing.required && key === undefined)
        throw trust_noKey('ledger.require-signature is true');
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
        throw new domain_failure/* Failure */.HR('bad-input', `input ledger-key: its public key ${signer.kid} is not among ledger.keys of the config`, 'Add it there on the default branch: what it signs would be read by nobody');
    return { keys, required: ledger['require-signature'], signer };
}
/** Page of the run that is going on. */
function runUrl({ context }) {
    const { serverUrl, owner, repository, runId, runAttempt } = context;
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}

;// CONCATENATED MODULE: ./lib/domain/config/source-secrets.js
/** The name that stands for the token of the action itself. */
const source_secrets_JOB_TOKEN = 'GITHUB_TOKEN';
/** Names of the secrets that a source needs, each once. */
function secretsOf(source) {
    return [...new Set(source_secrets_namesOf(source).filter((name) => name !== undefined))];
}
function source_secrets_namesOf(source) {
    switch (source.provider) {
        case 'prometheus':
        case 'http-json':
        case 'loki':
            return accessNames(source);
        case 'cloudwatch':
            return [source['access-key-id'], source['secret-access-key'], source['session-token']];
        case 'sentry-health':
        case 'github':
            return [source.token];
        case 'prober':
        case 'file':
            return [];
    }
}
const accessNames = ({ token, password, 'secret-headers': headers = {} }) => [
    token,
    password,
    ...Object.values(headers),
];

// EXTERNAL MODULE: ./lib/adapters/http/patient-reads.js
var patient_reads = __webpack_require__(97008);
// EXTERNAL MODULE: ./lib/adapters/http/same-origin-redirects.js
var same_origin_redirects = __webpack_require__(24026);
;// CONCATENATED MODULE: ./lib/domain/observability/quantile.js
/**
 * The quantile of a histogram by linear interpolation inside a bucket, as PromQL's `histogram_quantile` has it, with one
 * difference: an observation above the largest finite bound has no known size, so the answer is then that bound *and*
 * `atLeast` is true, where PromQL silently answers the bound. NaN without observations or without the infinite bucket.
 */
function bucketQuantile(quantile, buckets) {
    const sorted = monotone(buckets.toSorted((a, b) => a.bound - b.bound));
    const total = sorted.at(-1);
    if (total === undefined || total.bound !== Number.POSITIVE_INFINITY || !(total.count > 0))
        return { value: Number.NaN, atLeast: false };
    const rank = quantile * total.count;
    const at = sorted.findIndex((bucket) => bucket.count >= rank);
    const { bound, count } = sorted[at] ?? total;
    const below = sorted[at - 1] ?? { bound: 0, count: 0 };
    if (bound === Number.POSITIVE_INFINITY)
        return { value: below.bound, atLeast: true };
    // A first bucket at or below zero has no lower edge to interpolate from.
    if (bound <= 0)
        return { value: bound, atLeast: false };
    const share = count === below.count ? 1 : (rank - below.count) / (count - below.count);
    return { value: below.bound + (bound - below.bound) * share, atLeast: false };
}
/** Scrapes and extrapolation make a cumulative count dip by rounding; it never does in truth. */
function monotone(buckets) {
    let highest = 0;
    return buckets.map(({ bound, count }) => {
        highest = Math.max(highest, count);
        return { bound, count: highest };
    });
}
/** The nearest-rank quantile: the smallest value with at least that share at or below it. NaN of nothing. */
function nearestRank(quantile, values) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? Number.NaN;
}

;// CONCATENATED MODULE: ./lib/adapters/prober/probe.js

const AT_ONCE = 4;
const probe_TIMEOUT_MS = 5000;
const probe_LOOK_MS = 30_000;
/** Failures that are the service's own; all others say that it could not be asked. */
const SERVICE_FAILURES = ['timeout', 'connection', 'too-large'];
/**
 * One look: the configured number of requests to each address, in turns, four at a time, for at most 30 seconds.
 * @returns What each address answered, in their order.
 */
async function probe(bases, config, { http, clock }) {
    const targets = bases.map((base) => ({
        url: base.replace(/\/$/, '') + config.path,
        probes: [],
    }));
    const turns = Array.from({ length: config['requests-per-look'] }, () => targets).flat();
    const end = clock.now().getTime() + probe_LOOK_MS;
    let next = 0;
    const work = async () => {
        while (clock.now().getTime() < end) {
            const turn = turns[next++];
            if (turn === undefined)
                return;
            turn.probes.push(await send(turn.url, config, http, clock.now().getTime()));
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return targets.map(({ probes }) => probes);
}
/** Whether an answer says that the service failed; a connection that fails does too. */
function isFailed({ status }) {
    return status === 0 || status >= 500;
}
/** @throws Failure where a path never answers 2xx nor fails: it is the wrong one, and nothing of the service was measured. */
function assertAnswers(probes, { method, path }) {
    const [first] = probes;
    if (first === undefined)
        return;
    if (probes.some((p) => isFailed(p) || (p.status >= 200 && p.status < 300)))
        return;
    throw new domain_failure/* Failure */.HR('bad-answer', `${method} ${path} answered ${first.status} every time`, 'Correct method, path, headers and body of the section metrics');
}
async function send(url, config, http, at) {
    const { method, body } = config;
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { ...type, 'user-agent': 'release-actions', ...lowerCase(config.headers) };
    const request = { method, url, headers, timeoutMs: probe_TIMEOUT_MS };
    try {
        const answer = await http.send(body === undefined ? request : { ...request, body });
        return { at, status: answer.status, elapsedMs: answer.elapsedMs };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR) || !SERVICE_FAILURES.includes(error.code))
            throw error;
        return { at, status: 0, elapsedMs: error.code === 'timeout' ? probe_TIMEOUT_MS : Number.NaN };
    }
}
function lowerCase(headers) {
    return Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]));
}

;// CONCATENATED MODULE: ./lib/adapters/prober/slot.js

/** A version that no slot answers with. */
function nowhere(version) {
    return new domain_failure/* Failure */.HR('absent', `version ${version} runs in no slot`, 'Deploy it to a slot first');
}

;// CONCATENATED MODULE: ./lib/adapters/prober/groups.js



/** Milliseconds, which is what a probe is measured in: ten a decade from 10 ms on, never two that are the same. */
const BOUNDS = [
    ...[1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 63, 79, 100, 126, 158, 200, 251, 316],
    ...[398, 501, 631, 794, 1000, 1259, 1585, 1995, 2512, 3162, 3981, 5012],
];
/**
 * Holds two versions against each other by asking the slots of both in turns, so that whatever both share hits both. It has seen what this process asked:
 * looks in which it did not ask are empty.
 */
function groupProber(config, ports) {
    const seen = new Map();
    return {
        async looks(metrics, groups) {
            for (const metric of metrics)
                assertKnown(metric);
            const versions = [groups.baseline, groups.canary];
            const key = JSON.stringify(versions);
            const all = seen.get(key) ?? { baseline: [], canary: [] };
            seen.set(key, all);
            const bases = await Promise.all(versions.map((version) => baseOf(version, ports.slotOf)));
            const [baseline = [], canary = []] = await probe(bases, config, ports);
            all.baseline.push(...baseline);
            all.canary.push(...canary);
            assertAnswers(all.baseline, config);
            assertAnswers(all.canary, config);
            return looksOf(metrics, groups, all);
        },
    };
}
async function baseOf(version, slotOf) {
    const slot = await slotOf(version);
    if (slot === undefined)
        throw nowhere(version);
    return slot.url;
}
function assertKnown({ name, kind }) {
    if (kind === 'latency' || kind === 'errors')
        return;
    throw new domain_failure/* Failure */.HR('bad-config', `the prober cannot compare ${name}`, 'It knows latency and errors; use the provider prometheus for queries');
}
/** Looks that are over, by when the probes were sent. */
function looksOf(metrics, { from, to, look, looks }, all) {
    const begin = from.getTime();
    const count = Math.min(looks, Math.floor((to.getTime() - begin) / look));
    const within = (probes, i) => probes.filter(({ at }) => Math.floor((at - begin) / look) === i);
    return Array.from({ length: Math.max(0, count) }, (_, i) => {
        const sides = { baseline: within(all.baseline, i), canary: within(all.canary, i) };
        return { minute: i + 1, metrics: metrics.map(({ name, kind }) => metricOf(name, kind, sides)) };
    });
}
function metricOf(name, kind, { baseline, canary }) {
    if (kind === 'latency')
        return { name, kind, bounds: BOUNDS, baseline: timed(baseline), canary: timed(canary) };
    return { name, kind: 'errors', baseline: counted(baseline), canary: counted(canary) };
}
function timed(probes) {
    const times = probes.map(({ elapsedMs }) => elapsedMs).filter(Number.isFinite);
    if (times.length === 0)
        return null;
    const buckets = new Array(BOUNDS.length + 1).fill(0);
    for (const time of times) {
        const index = BOUNDS.findIndex((bound) => time <= bound);
        const at = index < 0 ? BOUNDS.length : index;
        buckets[at] = buckets[at] + 1;
    }
    return { buckets };
}
function counted(probes) {
    return probes.length === 0 ? null : { bad: probes.filter(isFailed).length, total: probes.length };
}

;// CONCATENATED MODULE: ./lib/adapters/prober/prober.js





/**
 * The built-in source of values: asks the slot of a version itself and keeps what it saw, so that a stage is judged on
 * all looks since its start. Objectives that are read for the same end of a window share one look, and a window that ended
 * before the last one is answered by what was kept.
 */
function prober(config, ports) {
    const versions = new Map();
    const since = ports.clock.now().getTime();
    return {
        comparable: groupProber(config, ports),
        async read(objective, window) {
            prober_assertKnown(objective);
            const record = versions.get(window.version) ?? { probes: [], look: undefined };
            versions.set(window.version, record);
            const to = window.to.getTime();
            if (record.look === undefined || record.look.to < to)
                record.look = { to, done: look(record, config, window, ports) };
            const slot = await record.look.done;
            const probes = record.probes.filter((p) => p.at >= window.from.getTime() && p.to <= to);
            assertAnswers(probes, config);
            const question = `${config.method} ${config.path} on slot ${slot.name}`;
            const newest = probes.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
            return { ...reduce(objective.metric, probes), question, at: newest, since };
        },
    };
}
async function look(record, config, { version, to }, ports) {
    const slot = await ports.slotOf(version);
    if (slot === undefined)
        throw nowhere(version);
    const [probes = []] = await probe([slot.url], config, ports);
    record.probes = [...record.probes, ...probes.map((p) => ({ ...p, to: to.getTime() }))];
    return slot;
}
function reduce(metric, probes) {
    if (metric === 'latency-p95') {
        const timed = probes.map((p) => p.elapsedMs).filter(Number.isFinite);
        return { value: nearestRank(0.95, timed), samples: timed.length };
    }
    const failed = probes.filter(isFailed).length;
    const counted = metric === 'error-rate' ? failed : probes.length - failed;
    return { value: counted / probes.length, samples: probes.length };
}
function prober_assertKnown({ metric, query, name }) {
    if (query === null && ['error-rate', 'success-rate', 'latency-p95'].includes(metric))
        return;
    throw new domain_failure/* Failure */.HR('bad-config', `the prober has no value for the objective ${name}`, 'It knows error-rate and latency-p95; use the provider prometheus for queries');
}

// EXTERNAL MODULE: ./lib/adapters/prometheus/answer.js
var prometheus_answer = __webpack_require__(50375);
;// CONCATENATED MODULE: ./lib/adapters/prometheus/buckets.js

/** More buckets than this tell nothing more. */
const MOST_BOUNDS = 40;
/** The series of a histogram by their bounds; two spellings of one bound are one. @throws Failure `bad-answer` */
function cumulative(series) {
    const rows = new Map();
    for (const { labels, values } of series) {
        const bound = milliseconds(labels.le ?? '');
        const before = rows.get(bound);
        rows.set(bound, before === undefined ? values : values.map((n, i) => sum(n, before[i])));
    }
    return rows;
}
const sum = (a, b = Number.NaN) => Number.isNaN(a) || Number.isNaN(b) ? (Number.isNaN(a) ? b : a) : a + b;
function milliseconds(le) {
    const bound = /^\+?Inf$/i.test(le) ? Number.POSITIVE_INFINITY : Number(le || Number.NaN);
    if (Number.isNaN(bound))
        throw new domain_failure/* Failure */.HR('bad-answer', 'Prometheus answered a histogram bucket without its bound');
    // 0.035 s are 35 ms, and not 35.00000000000001.
    return Number((bound * 1000).toPrecision(12));
}
/**
 * The bounds that both groups have; those of the only one that has any.
 * @throws Failure `bad-answer` where they have too few in common to compare anything.
 */
function commonBounds(baseline, canary) {
    const all = baseline.size === 0 ? canary : baseline;
    const others = canary.size === 0 ? all : canary;
    const common = [...all.keys()].filter((n) => n > 0 && Number.isFinite(n) && others.has(n));
    if (common.length < 2 && all.size > 0)
        throw new domain_failure/* Failure */.HR('bad-answer', 'the latency histograms of both versions have fewer than two bounds in common', 'Give both the same buckets');
    const stride = Math.ceil(common.length / MOST_BOUNDS);
    return common.sort((a, b) => a - b).filter((_, i) => i % stride === 0);
}
/** The requests of one look by bucket; null where there were none, or nobody counted all of them. */
function timedAt(rows, bounds, look) {
    const upTo = [...bounds, Number.POSITIVE_INFINITY].map((bound) => rows.get(bound)?.[look] ?? 0);
    const total = upTo.at(-1) ?? 0;
    if (!(total > 0 && Number.isFinite(total)))
        return null;
    let below = 0;
    const buckets = upTo.map((n) => {
        // It never dips in truth, and no bucket has more than all.
        const now = Math.min(total, Math.max(below, Number.isFinite(n) ? n : 0));
        const own = now - below;
        below = now;
        return own;
    });
    return { buckets };
}

// EXTERNAL MODULE: ./lib/adapters/prometheus/promql.js
var promql = __webpack_require__(67846);
;// CONCATENATED MODULE: ./lib/adapters/prometheus/range.js



/** Puts range queries over these steps to the API at an address. */
function rangeAt(base, steps, { http, headers }) {
    const { first, length, count } = steps;
    const seconds = (ms) => (ms / 1000).toFixed(3);
    return async (query) => {
        const parameters = new URLSearchParams({
            query,
            start: seconds(first),
            end: seconds(first + (count - 1) * length),
            step: seconds(length),
            // VictoriaMetrics moves the steps, and fills the newest ones, unless it is told not to.
            nocache: '1',
            latency_offset: '1ms',
        });
        const url = `${base.replace(/\/$/, '')}/api/v1/query_range?${parameters}`;
        return readSeries(await http.send({ method: 'GET', url, headers }), steps);
    };
}
/**
 * How many of the steps, from the first on, are answered as they are. Where they are shorter than a minute VictoriaMetrics repeats an older value in the newest
 * ones (`-search.latencyOffset`), before version 1.86 whatever it is told; it repeats the time as well, and so tells on itself.
 * @throws Failure what the question of the time came to.
 */
async function stepsAsTheyAre(ask, { first, length }) {
    const [clock] = await ask('time()');
    if (clock === undefined)
        throw new domain_failure/* Failure */.HR('bad-answer', 'Prometheus answered nothing to the question of the time');
    const isOther = (seconds, step) => !(Math.abs(seconds * 1000 - first - step * length) < 2);
    const other = clock.values.findIndex(isOther);
    return other < 0 ? clock.values.length : other;
}
/** Of all series in one step; 0 where none has a value. */
function sumAt(series, step) {
    return series.reduce((sum, { values }) => {
        const value = values[step];
        return Number.isNaN(value) ? sum : sum + value;
    }, 0);
}
const Range = schemas/* object */.Ikc({
    resultType: schemas/* literal */.euz('matrix'),
    result: schemas/* array */.YOg(schemas/* object */.Ikc({ metric: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()), values: schemas/* array */.YOg(prometheus_answer/* Point */.bR).max(11_000) })),
});
function readSeries(answer, steps) {
    return (0,prometheus_answer/* dataOf */.qu)(answer, Range).result.map(({ metric, values: points }) => {
        const values = new Array(steps.count).fill(Number.NaN);
        for (const { time, value } of points)
            values[stepOf(time * 1000, steps)] = value;
        return { labels: metric, values };
    });
}
/** @throws Failure `stale` for a time that is none of the steps: what it belongs to nobody knows. */
function stepOf(time, { first, length, count }) {
    const step = Math.round((time - first) / length);
    if (step >= 0 && step < count && Math.abs(first + step * length - time) < 2)
        return step;
    throw new domain_failure/* Failure */.HR('stale', 'Prometheus answered values of other times than those asked for', 'Check for a cache in front of it');
}

;// CONCATENATED MODULE: ./lib/adapters/prometheus/sessions.js


/**
 * Sessions that began and crashes that were reported, of each version in each look. A version is missing where its counter of sessions was not scraped, and never
 * because of what it counted: looks that are left out when there are few crashes would let the others look worse than they are. Without a counter of
 * crashes in either version nobody counts them, which is no service without crashes.
 */
async function sessionsOf({ query, total }, { groups, ask, count }) {
    const countersOf = async (version) => {
        const selectorOf = (template = '') => (0,promql/* customQuery */._B)(template, { version, windowMs: groups.look });
        const began = await ask((0,promql/* growthPerStep */.D)(selectorOf(total), groups.look));
        const crashed = await ask((0,promql/* growthPerStep */.D)(selectorOf(query ?? ''), groups.look));
        return { began, crashed, seen: await ask((0,promql/* instancesSeen */.uk)(selectorOf(total), groups.look)) };
    };
    const baseline = await countersOf(groups.baseline);
    const canary = await countersOf(groups.canary);
    const areCounted = baseline.crashed.length + canary.crashed.length > 0;
    const eventsOf = ({ began, crashed, seen }) => Array.from({ length: count }, (_, i) => {
        const events = { bad: Math.max(0, sumAt(crashed, i)), total: Math.max(0, sumAt(began, i)) };
        const isSeen = areCounted && sumAt(seen, i) > 0;
        return isSeen && Number.isFinite(events.bad + events.total) ? events : null;
    });
    return { baseline: eventsOf(baseline), canary: eventsOf(canary) };
}

;// CONCATENATED MODULE: ./lib/adapters/prometheus/looks.js





/** A scrape may take so long to be seen: a look that has only just ended would be read differently later, milliseconds. */
const SETTLED_MS = 5000;
/** The looks of both versions by range queries, one for each metric and version, and one that asks what can be read already. */
async function prometheusLooks(metrics, groups, config, api) {
    (0,promql/* assertMetricName */.Q7)(config['requests-metric']);
    (0,promql/* assertMetricName */.Q7)(config['duration-metric']);
    const { from, to, look: length, looks } = groups;
    const settled = to.getTime() - from.getTime() - Math.min(SETTLED_MS, length);
    const over = Math.min(looks, Math.floor(settled / length));
    if (over < 1)
        return [];
    const steps = { first: from.getTime() + length, length, count: over };
    const count = await stepsAsTheyAre(rangeAt(config.url, steps, api), steps);
    if (count < 1)
        return [];
    const question = { groups, config, ask: rangeAt(config.url, { ...steps, count }, api), count };
    const columns = [];
    for (const metric of metrics)
        columns.push(await columnOf(metric, question));
    return Array.from({ length: count }, (_, i) => ({
        minute: i + 1,
        metrics: columns.map((column) => column[i]),
    }));
}
async function columnOf(metric, question) {
    switch (metric.kind) {
        case 'latency':
            return latency(metric.name, question);
        case 'errors':
            return counts(metric.name, 'errors', (version) => failures(version, question), question);
        case 'sessions':
            return columnOfEvents(metric.name, 'sessions', await sessionsOf(metric, question));
        case 'restarts':
            return counts(metric.name, 'restarts', (v) => restarts(metric, v, question), question);
        default:
            return readings(metric, metric.kind, question);
    }
}
async function latency(name, { ask, config, groups, count }) {
    const rowsOf = async (version) => {
        const selector = (0,promql/* bucketsOf */.HP)(config['duration-metric'], version);
        return cumulative(await ask((0,promql/* growthPerStep */.D)(selector, groups.look, 'le')));
    };
    const baseline = await rowsOf(groups.baseline);
    const canary = await rowsOf(groups.canary);
    const bounds = commonBounds(baseline, canary);
    return Array.from({ length: count }, (_, i) => ({
        ...{ name, kind: 'latency', bounds },
        ...{ baseline: timedAt(baseline, bounds, i), canary: timedAt(canary, bounds, i) },
    }));
}
async function counts(name, kind, eventsOf, { groups }) {
    const baseline = await eventsOf(groups.baseline);
    return columnOfEvents(name, kind, { baseline, canary: await eventsOf(groups.canary) });
}
function columnOfEvents(name, kind, { baseline, canary }) {
    return baseline.map((side, i) => ({ name, kind, baseline: side, canary: canary[i] ?? null }));
}
/** Requests and those of them that failed come from one answer: they are of the same scrapes. */
async function failures(version, { ask, config, groups, count }) {
    const selector = (0,promql/* requestsOf */.uD)(config['requests-metric'], version);
    const series = await ask((0,promql/* growthPerStep */.D)(selector, groups.look, 'code'));
    const failed = series.filter(({ labels }) => labels.code?.startsWith('5') === true);
    return Array.from({ length: count }, (_, i) => events(sumAt(failed, i), sumAt(series, i)));
}
/** Of each instance that there is in a look. */
async function restarts({ query }, version, { ask, groups, count }) {
    const scope = { version, windowMs: groups.look };
    const selector = (0,promql/* customQuery */._B)(query ?? '', scope);
    const restarted = await ask((0,promql/* growthPerStep */.D)(selector, groups.look));
    const instances = await ask((0,promql/* instancesSeen */.uk)(selector, groups.look));
    return Array.from({ length: count }, (_, i) => events(sumAt(restarted, i), sumAt(instances, i)));
}
function events(bad, total) {
    return total > 0 && Number.isFinite(total + bad) ? { bad: Math.max(0, bad), total } : null;
}
async function readings(metric, kind, { ask, groups, count }) {
    const valuesOf = async (version) => {
        const scope = { version, windowMs: groups.look };
        return only(await ask((0,promql/* customQuery */._B)(metric.query ?? '', scope)), metric.name);
    };
    const baseline = await valuesOf(groups.baseline);
    const canary = await valuesOf(groups.canary);
    // A gauge of 0 measures nothing: it has no level that could rise by a share.
    const fits = (value) => Number.isFinite(value) && (kind === 'lag' ? value >= 0 : value > 0);
    const sideOf = (value = Number.NaN) => (fits(value) ? { values: [value] } : null);
    return Array.from({ length: count }, (_, i) => ({
        ...{ name: metric.name, kind, baseline: sideOf(baseline[i]), canary: sideOf(canary[i]) },
    }));
}
function only(series, name) {
    if (series.length > 1)
        throw new domain_failure/* Failure */.HR('bad-answer', `Prometheus answered ${series.length} series for ${name} where one is meant`, 'Aggregate the query, for example with sum() or max()');
    return series[0]?.values ?? [];
}

// EXTERNAL MODULE: ./lib/adapters/prometheus/one-series.js
var one_series = __webpack_require__(21723);
;// CONCATENATED MODULE: ./lib/adapters/prometheus/prometheus.js







/** The shortest window that is asked for: two scrapes a second apart. Fewer points show no growth at all. */
const SHORTEST_MS = 2000;
/**
 * The objectives' values from Prometheus, or from what speaks its API: instant queries at the end of the window. Two versions are compared by range
 * queries.
 */
function prometheus(config, http, headers = {}) {
    return {
        comparable: {
            looks: (metrics, groups) => prometheusLooks(metrics, groups, config, { http, headers }),
        },
        async read(objective, window) {
            (0,promql/* assertMetricName */.Q7)(config['requests-metric']);
            (0,promql/* assertMetricName */.Q7)(config['duration-metric']);
            const scope = scopeOf(window);
            const ask = async (query) => {
                const url = queryUrl(config.url, query, window.to);
                return (0,prometheus_answer/* readSamples */.aM)(await http.send({ method: 'GET', url, headers }), window.to);
            };
            const reading = await readValue(objective, scope, config, ask);
            const { maxAge } = objective;
            // Only who wants to know how old it is pays for the question.
            if (maxAge === undefined)
                return reading;
            const query = (0,promql/* newestSample */.vf)(prometheus_metricOf(objective, config), window.version, maxAge);
            const newest = (0,one_series/* oneSeries */.U)(await ask(query));
            return newest === undefined ? reading : { ...reading, at: newest * 1000 };
        },
    };
}
function readValue(objective, scope, config, ask) {
    const { query, metric } = objective;
    if (query !== null)
        return custom(query, scope, config, ask);
    if (metric === 'latency-p95')
        return prometheus_latency(objective, scope, config, ask);
    if (metric === 'error-rate' || metric === 'success-rate')
        return shareOf(metric, scope, config, ask);
    if (metric === judging_objective/* THROUGHPUT */.V1)
        return throughput(scope, config, ask);
    throw new domain_failure/* Failure */.HR('bad-config', `Prometheus needs a query for the metric ${metric}`);
}
/** Whose samples tell how old a value is: a query of its own goes by the requests, as its number of samples does. */
function prometheus_metricOf({ query, metric }, config) {
    const isLatency = query === null && metric === 'latency-p95';
    return isLatency ? `${config['duration-metric']}_bucket` : config['requests-metric'];
}
function scopeOf({ version, from, to }) {
    return { version, windowMs: Math.max(SHORTEST_MS, to.getTime() - from.getTime()) };
}
function queryUrl(base, query, at) {
    return `${base.replace(/\/$/, '')}/api/v1/query?${(0,promql/* atTime */.po)(query, at)}`;
}
async function shareOf(metric, scope, config, ask) {
    const failedQuery = (0,promql/* requestCount */.jt)(config['requests-metric'], scope, '5..');
    const allQuery = (0,promql/* requestCount */.jt)(config['requests-metric'], scope);
    const [failed, all] = [
        count((0,one_series/* oneSeries */.U)(await ask(failedQuery))),
        count((0,one_series/* oneSeries */.U)(await ask(allQuery))),
    ];
    const requests = all ?? 0;
    // No series of failed requests beside requests that were seen is a service without failures.
    const errors = failed ?? 0;
    const share = (metric === 'error-rate' ? errors : requests - errors) / requests;
    return {
        value: finite(share),
        samples: countOf(requests),
        question: `${metric === 'error-rate' ? '' : '1 - '}${failedQuery} / ${allQuery}`,
    };
}
async function prometheus_latency({ direction, limit }, scope, config, ask) {
    const query = (0,promql/* bucketCounts */.r2)(config['duration-metric'], scope);
    const buckets = (await ask(query)).map(toBucket);
    const { value, atLeast } = bucketQuantile(0.95, buckets);
    const ms = finite(value * 1000);
    // Beyond the last bound only "more than this" is known: enough to break a limit, never to keep one.
    const decides = !atLeast || ((0,judging_objective/* isUpperLimit */.kA)({ direction }) && ms > limit);
    const observed = buckets.find((bucket) => bucket.bound === Number.POSITIVE_INFINITY)?.count;
    return {
        value: decides ? ms : Number.NaN,
        samples: countOf(observed ?? 0),
        question: `histogram_quantile(0.95, ${query})`,
    };
}
/** Requests a second; of a version that nobody has seen there is no value. */
async function throughput(scope, config, ask) {
    const query = (0,promql/* requestCount */.jt)(config['requests-metric'], scope);
    const requests = count((0,one_series/* oneSeries */.U)(await ask(query)));
    const seconds = scope.windowMs / 1000;
    return {
        value: finite((requests ?? Number.NaN) / seconds),
        samples: countOf(requests ?? 0),
        question: `(${query}) / ${seconds}`,
    };
}
async function custom(template, scope, config, ask) {
    const query = (0,promql/* customQuery */._B)(template, scope);
    const value = (0,one_series/* oneSeries */.U)(await ask(query));
    const requests = (0,one_series/* oneSeries */.U)(await ask((0,promql/* requestCount */.jt)(config['requests-metric'], scope)));
    return {
        value: finite(value ?? Number.NaN),
        samples: value === undefined ? 0 : countOf(requests ?? 0),
        question: query,
    };
}
/** As it is, unless it is no count. @throws Failure for less than none: a rate of it would keep every limit. */
function count(value) {
    if (value === undefined || !(value < 0))
        return value;
    throw new domain_failure/* Failure */.HR('bad-answer', 'Prometheus answered a number of requests below 0');
}
function toBucket({ labels, value }) {
    const le = labels.le ?? '';
    const bound = /^\+?Inf$/i.test(le) ? Number.POSITIVE_INFINITY : Number(le || Number.NaN);
    if (Number.isNaN(bound) || !Number.isFinite(value))
        throw new domain_failure/* Failure */.HR('bad-answer', 'Prometheus answered a histogram bucket without its bound');
    return { bound, count: count(value) ?? 0 };
}
/** A value that is no finite number decides nothing, whatever the direction of the limit. */
function finite(value) {
    return Number.isFinite(value) ? value : Number.NaN;
}
function countOf(value) {
    return Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0;
}

// EXTERNAL MODULE: ./lib/adapters/secrets/without-echo.js
var without_echo = __webpack_require__(40926);
;// CONCATENATED MODULE: ./lib/adapters/sources/access.js
/** The headers by which a source lets the suite in, in lower case. Every secret that the config names is there. */
function accessHeaders(access, secrets) {
    const { headers = {}, 'secret-headers': secret = {} } = access;
    const plain = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const hidden = Object.entries(secret).map(([name, of]) => [name.toLowerCase(), secrets[of] ?? '']);
    return {
        accept: 'application/json',
        'user-agent': 'release-actions',
        ...Object.fromEntries(plain),
        ...Object.fromEntries(hidden),
        ...login(access, secrets),
    };
}
function login({ token, username, password }, secrets) {
    if (token !== undefined)
        return { authorization: `Bearer ${secrets[token] ?? ''}` };
    if (username === undefined)
        return {};
    const pair = `${username}:${secrets[password ?? ''] ?? ''}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

;// CONCATENATED MODULE: ./lib/adapters/metrics.js








/**
 * The source of the objectives' values that the config names. Without one, or without its address, every read is a
 * Failure, so that objectives that nobody can measure are inconclusive.
 */
function metricsOf(config, ports) {
    return config === undefined ? unavailable(NO_PROVIDER) : sourceOf('metrics', config, ports);
}
/**
 * A source by its config. What it needs and does not have makes it unavailable; its code is loaded by the first read.
 * @param name As the config has it.
 */
function sourceOf(name, config, ports) {
    // A probe is a measurement: repeating one that failed would hide the failure.
    if (config.provider === 'prober')
        return prober(config, ports);
    const missing = secretsOf(config).filter((secret) => !ports.secrets[secret]);
    if (missing.length > 0)
        return unavailable(withoutSecrets(name, missing));
    const values = secretsOf(config).map((secret) => ports.secrets[secret] ?? '');
    const http = (0,without_echo/* withoutEcho */.m)(metrics_patiently(ports, config), ...values);
    if (config.provider === 'prometheus')
        return config.url === undefined
            ? unavailable(NO_ADDRESS)
            : prometheus({ ...config, url: config.url }, http, accessHeaders(config, ports.secrets));
    return lazily(() => loaded(config, { ...ports, http }));
}
/** GetMetricData is a POST that only reads. */
function metrics_patiently({ http, clock }, { provider }) {
    if (provider === 'cloudwatch')
        return (0,patient_reads/* patientReads */.t)(http, clock, () => true);
    return (0,patient_reads/* patientReads */.t)((0,same_origin_redirects/* sameOriginRedirects */.U)(http, [301, 302, 307, 308]), clock);
}
async function loaded(config, ports) {
    const { http, secrets } = ports;
    const secret = (name) => secrets[name ?? ''] ?? '';
    switch (config.provider) {
        case 'http-json': {
            const { httpJson } = await __webpack_require__.e(/* import() */ 531).then(__webpack_require__.bind(__webpack_require__, 51531));
            return httpJson(config, http, accessHeaders(config, secrets));
        }
        case 'file': {
            const { jsonFile } = await __webpack_require__.e(/* import() */ 115).then(__webpack_require__.bind(__webpack_require__, 80115));
            return jsonFile(config, ports.files);
        }
        case 'loki': {
            const { loki } = await __webpack_require__.e(/* import() */ 739).then(__webpack_require__.bind(__webpack_require__, 35739));
            return loki(config, http, accessHeaders(config, secrets));
        }
        case 'sentry-health': {
            const { sentryHealth } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 92454));
            return sentryHealth(config, ports.product, http, secret(config.token));
        }
        case 'cloudwatch': {
            const { cloudWatch } = await __webpack_require__.e(/* import() */ 743).then(__webpack_require__.bind(__webpack_require__, 28743));
            const token = config['session-token'];
            const credentials = {
                accessKeyId: secret(config['access-key-id']),
                secretAccessKey: secret(config['secret-access-key']),
                sessionToken: token === undefined ? undefined : secret(token),
            };
            return cloudWatch(config, credentials, { http, clock: ports.clock });
        }
        case 'github': {
            const { githubTallies } = await __webpack_require__.e(/* import() */ 164).then(__webpack_require__.bind(__webpack_require__, 25164));
            return githubTallies(config, await ports.github(secret(config.token), config.repository));
        }
    }
}
const NO_PROVIDER = new domain_failure/* Failure */.HR('absent', 'the config has no section metrics', 'Name the provider prometheus or prober there');
const NO_ADDRESS = new domain_failure/* Failure */.HR('absent', 'Prometheus has no address: metrics.url is not in the config, and the secret or variable PROMETHEUS_URL is empty', 'Set PROMETHEUS_URL and pass it by name, or name metrics.url');
function withoutSecrets(name, missing) {
    const where = name === 'metrics' ? 'metrics' : `the source ${name}`;
    const which = missing.length === 1 ? 'the secret' : 'the secrets';
    return new domain_failure/* Failure */.HR('absent', `${where} needs ${which} ${missing.join(', ')}, and METRIC_SECRETS has none of that name`, 'Give it a line NAME=value there, and pass METRIC_SECRETS by name');
}
/** A source of which every read fails. */
function unavailable(failure) {
    return {
        unavailable: () => failure,
        async read() {
            throw failure;
        },
    };
}
function lazily(load) {
    let loading;
    return {
        async read(objective, window) {
            loading ??= load();
            return (await loading).read(objective, window);
        },
    };
}
/** For a dry run: probes are requests to the service, so none is sent. */
const noProbes = {
    async read() {
        throw new domain_failure/* Failure */.HR('dry-run', 'a dry run sends no probes');
    },
};

;// CONCATENATED MODULE: ./lib/adapters/secrets/unnamed-origin.js

/**
 * A transport for an address that is a secret: what goes wrong there is told by the secret's name, because evidence,
 * ledger and issues are no log in which the runner would hide it.
 */
function unnamedOrigin(http, address, name) {
    return {
        async send(request) {
            try {
                return await http.send(request);
            }
            catch (error) {
                throw error instanceof domain_failure/* Failure */.HR ? withoutHost(error, address, name) : error;
            }
        },
    };
}
function withoutHost(failure, address, name) {
    const url = URL.parse(address);
    const parts = url === null ? [] : [url.origin, url.host, url.hostname];
    const hide = (text) => [address, ...parts].reduce((all, part) => all.replaceAll(part, name), text);
    const { code, message, remedy } = failure;
    return new domain_failure/* Failure */.HR(code, hide(message), hide(remedy), { cause: failure });
}

;// CONCATENATED MODULE: ./lib/adapters/sources/by-source.js

/** All sources of a config as one: each objective is read from the source that it names, else from the first. */
function bySource(first, named) {
    const of = ({ source }) => {
        if (source === undefined)
            return first;
        const found = Object.hasOwn(named, source) ? named[source] : undefined;
        return found ?? unknown(source);
    };
    return {
        ...(first.comparable === undefined ? {} : { comparable: first.comparable }),
        // Without an objective it is the comparison that asks.
        unavailable: (objectives) => objectives.length === 0
            ? first.unavailable?.([])
            : objectives
                .map((objective) => of(objective).unavailable?.([objective]))
                .find((failure) => failure !== undefined),
        read: async (objective, window) => of(objective).read(objective, window),
    };
}
/** The config has changed since the plan. */
function unknown(source) {
    const failure = new domain_failure/* Failure */.HR('absent', `the config has no source ${source}`, 'Name it under sources, or plan the release anew');
    return {
        unavailable: () => failure,
        async read() {
            throw failure;
        },
    };
}

;// CONCATENATED MODULE: ./lib/domain/observability/gate.js






/** Lay the request over the config. @throws Failure `bad-input` for a tag of another product. */
function planGate(request, config) {
    const release = releaseKey('version', request.version, config);
    const { version } = release;
    const channel = request.channel ?? release.channel;
    const serving = request.baseline && releaseKey('baseline_version', request.baseline, config).version;
    const declared = config.objectives === 'none' ? [] : config.objectives.map(toObjective);
    const all = withThresholds(declared, request);
    const isAsked = ({ versus }) => request.subject === 'new' || versus === undefined;
    return {
        version,
        channel,
        enforced: isEnforced(channel, config.channels, request.enforce),
        objectives: all.filter(isAsked),
        skipped: all.filter((o) => !isAsked(o)).map(({ name }) => name),
        score: config.score?.pass,
        stepMs: parseDuration(config.looks.interval) ?? 30_000,
        sentry: sentryQuestion(request, version, config),
        windowMs: request.windowMs,
        measured: request.subject === 'new' ? version : serving,
        baseline: request.subject === 'new' ? serving : undefined,
    };
}
/** Only a provider that the config names is asked; what the config leaves open of it the inputs say. */
function sentryQuestion(request, version, { sentry, product }) {
    if (sentry === undefined)
        return undefined;
    const organization = sentry.organization ?? request.sentryOrganization;
    const project = sentry.project ?? request.sentryProject;
    const release = fill(request.sentryRelease ?? '{product}@{version}', { product, version });
    return { url: sentry.url, organization, project, release, finalized: sentry.finalized };
}
/** A source of values, at the address that is given where the config names Prometheus without one. */
function metricsAt(source, url) {
    return url !== undefined && needsAddress(source) ? { ...source, url } : source;
}
/** Whether a source is a Prometheus whose address is left to the secret. */
function needsAddress(source) {
    return source?.provider === 'prometheus' && source.url === undefined;
}
/** Inputs that say what the config leaves open. */
const BEHIND_CONFIG = (/* unused pure expression or super */ null && (['prometheus-url', 'sentry-org', 'sentry-project']));
/** Given for what the config says itself, or for a provider that it does not name: the names, as inputs. */
function unusedInputs(given, { metrics, sources = {}, sentry }) {
    const used = {
        'prometheus-url': [metrics, ...Object.values(sources)].some(needsAddress),
        'sentry-org': sentry !== undefined && sentry.organization === undefined,
        'sentry-project': sentry !== undefined && sentry.project === undefined,
    };
    return BEHIND_CONFIG.filter((name) => given[name] !== undefined && !used[name]);
}

;// CONCATENATED MODULE: ./lib/actions/metrics-source.js







/** What the inputs of an action give. The token of the action itself goes by the name that GitHub has for it. */
function givenTo(inputs) {
    const sentry = inputs['sentry-auth-token'];
    return {
        prometheusUrl: inputs['prometheus-url'],
        secrets: {
            [JOB_TOKEN]: inputs.token,
            ...(sentry === undefined ? {} : { SENTRY_AUTH_TOKEN: sentry }),
            ...inputs['metric-secrets'],
        },
    };
}
/** All sources of the config; an address comes from the secret PROMETHEUS_URL where the config leaves it out. */
function connectMetrics(config, { prometheusUrl, secrets, dry = false }, runner, { http, slotOf }) {
    for (const secret of [prometheusUrl, ...Object.values(secrets)])
        if (secret !== undefined)
            runner.mask(secret);
    const ports = {
        ...{ clock: runner.clock, slotOf, secrets },
        product: config.product,
        files: jobFiles(runner.context),
        github: async (token, repository) => {
            const { repositoryClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 31026));
            return repositoryClient(token, runner, repository);
        },
    };
    const one = (source, make) => {
        if (dry && source?.provider === 'prober')
            return noProbes;
        const at = metricsAt(source, prometheusUrl);
        const isSecret = at !== source && prometheusUrl !== undefined;
        const quiet = isSecret ? unnamed(http, prometheusUrl) : http;
        return make(at, { ...ports, http: quiet });
    };
    const named = Object.entries(config.sources ?? {}).map(([name, source]) => {
        return [name, one(source, (at, own) => sourceOf(name, at, own))];
    });
    return bySource(one(config.metrics, metricsOf), Object.fromEntries(named));
}
function unnamed(http, address) {
    return unnamedOrigin((0,without_echo/* withoutEcho */.m)(http, address), address, 'PROMETHEUS_URL');
}

;// CONCATENATED MODULE: ./lib/domain/rollout/stage-status.js

/**
 * What is to be shown of a rollout as its record stands. Undefined while there is nothing new to show: no stage has begun,
 * the next one has not yet, or traffic is about to move.
 */
function stageStatus(entries) {
    const rollout = state_rolloutOf(entries);
    if (rollout === undefined)
        return undefined;
    const own = entries.filter(({ seq }) => seq > rollout.planSeq);
    const begun = lastBegun(own);
    if (begun === undefined)
        return undefined;
    const name = `stage ${begun + 1}/${rollout.plan.stages.length}`;
    return rollout.result === undefined ? underWay(rollout, name) : ended(own, rollout, name);
}
/** Index of the last stage that has had its weight. */
function lastBegun(entries) {
    const begun = entries.flatMap(({ kind, payload }) => kind === 'outcome' && payload.effect === 'shift' && payload.stage >= 0 ? [payload.stage] : []);
    return begun.at(-1);
}
function underWay(rollout, name) {
    const { plan, stage, shifted, pending, breach, held } = rollout;
    const isLeaving = breach === 'rollback' || breach === 'stop';
    if (!shifted || pending !== undefined || isLeaving)
        return undefined;
    const paused = held !== undefined || breach === 'pause' ? ', paused' : '';
    return { state: 'in_progress', text: `${name}: ${plan.stages[stage]?.weight} %${paused}` };
}
function ended(entries, { plan, result }, name) {
    const count = plan.stages.length;
    if (result === 'completed')
        return {
            state: 'success',
            text: count === 1 ? 'its stage passed' : `all ${count} stages passed`,
        };
    if (result === 'failed')
        return { state: 'failure', text: `ended without success at ${name}` };
    const wasOut = entries.some(({ kind, payload }) => kind === 'outcome' && payload.effect === 'release' && payload.result === 'completed');
    // What has served everybody did not fail to be deployed: it is just not active any more.
    if (wasOut)
        return { state: 'inactive', text: 'taken back after its completion' };
    return { state: 'failure', text: `rolled back at ${name}` };
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/log-gamma.js
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/** ln Γ(x) for x > 0, relative error below 1e-12: Stirling's series from 10 on (Abramowitz, Stegun 6.1.40), the recurrence below. */
function logGamma(x) {
    let product = 1;
    let at = x;
    for (; at < 10; at++)
        product *= at;
    const inverse = 1 / at;
    const square = inverse * inverse;
    const series = inverse *
        (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
    return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + series - Math.log(product);
}
/** ln of x(x + 1)…(x + k − 1), for k ≥ 0 whole and x > 0. */
function log_gamma_logRising(x, k) {
    return k === 0 ? 0 : logGamma(x + k) - logGamma(x);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/count-evidence.js


/** A beta distribution of more than this size is a point. */
const MOST_CERTAIN = 1e6;
/**
 * Evidence that the canary's risk rose, from the events of both groups in one look. Given k events in all, those of the canary are, at a ratio
 * θ, at most Binomial(k, wθ/(wθ + 1 − w)) in convex order, whatever the shared risk of the look is (sampling without replacement is less variable: Hoeffding
 * 1963, §6), so the likelihood ratio of a larger θ against the allowed one has mean ≤ 1 for every smaller θ. The product over looks, mixed over ratios
 * and first looks, is an e-process: Wald (1945); Shafer (2021), Testing by betting, JRSS A 184.
 */
class count_evidence_CountEvidence {
    #ratios;
    #running;
    #startsLater;
    #unstarted = 1;
    #started = false;
    #logE = 0;
    /** @param startsLater Chance a look that a fault begins there, after the first look, which has a half of all. */
    constructor(ratios, startsLater) {
        this.#ratios = ratios;
        this.#running = ratios.map(() => -Infinity);
        this.#startsLater = startsLater;
    }
    /** Natural logarithm of the e-value now. */
    get logE() {
        return this.#logE;
    }
    add(look, wander) {
        const begins = this.#unstarted * (this.#started ? this.#startsLater : 0.5);
        this.#started = true;
        this.#unstarted -= begins;
        if (look.canary + look.baseline > 0)
            this.#bet(look, wander, Math.log(begins));
        else
            for (const i of this.#running.keys())
                this.#running[i] = this.#joined(i, Math.log(begins));
        this.#logE = logSum([
            Math.log(this.#unstarted),
            ...this.#running.map((value, i) => value + Math.log(this.#ratios[i]?.weight ?? 0)),
        ]);
    }
    #bet(look, wander, begins) {
        const q = 1 / (1 + ((1 - look.share) / look.share) * Math.exp(-wander.middle));
        const healthy = logLikelihood(look, q, wander);
        for (const [i, { ratio }] of this.#ratios.entries()) {
            const middle = wander.middle + Math.log(ratio);
            const faulty = logLikelihood(look, q, { ...wander, middle });
            this.#running[i] = this.#joined(i, begins) + faulty - healthy;
        }
    }
    #joined(i, begins) {
        return logAdd(this.#running[i] ?? -Infinity, begins);
    }
}
/** Without the binomial coefficient, which all share. */
function logLikelihood(look, healthy, { middle, deviation }) {
    const { canary, baseline } = look;
    const odds = Math.log(look.share / (1 - look.share)) + middle;
    const q = 1 / (1 + Math.exp(-odds));
    // The beta distribution whose logit has this deviation around the healthy middle.
    const size = 1 / (healthy * (1 - healthy) * deviation * deviation) - 1;
    if (!(size < MOST_CERTAIN))
        return -canary * softplus(-odds) - baseline * softplus(odds);
    return logRising(Math.max(size, 1) * q, canary) + logRising(Math.max(size, 1) * (1 - q), baseline);
}
/** ln(1 + eˣ). */
function softplus(x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/events.js


const RATIOS = [
    { ratio: 2, weight: 0.15 },
    { ratio: 4, weight: 0.25 },
    { ratio: 8, weight: 0.25 },
    { ratio: 20, weight: 0.2 },
    { ratio: 80, weight: 0.15 },
];
/** Bad events among requests, sessions or pods: the ratio of the canary's risk to the baseline's. */
class events_EventEvidence {
    #policy;
    #counts;
    #exposure = new ReportedLater();
    #bad = { baseline: 0, canary: 0 };
    #total = { baseline: 0, canary: 0 };
    #looks = 0;
    #silent = 0;
    constructor(policy) {
        this.#policy = policy;
        this.#counts = new CountEvidence(RATIOS, 1 / policy.maxLooks);
    }
    add({ baseline, canary, kind }) {
        const totals = { baseline: baseline?.total ?? 0, canary: canary?.total ?? 0 };
        const late = this.#exposure.next(totals);
        this.#total.canary += totals.canary;
        this.#silent += 1;
        if (baseline === null || canary === null)
            return;
        this.#total.baseline += totals.baseline;
        const share = kind === 'sessions' ? late : totals.canary / (totals.baseline + totals.canary);
        if (!(share > 0 && share < 1))
            return;
        this.#looks += 1;
        this.#silent = 0;
        this.#bad.baseline += baseline.bad;
        this.#bad.canary += canary.bad;
        const middle = Math.log1p(this.#policy.minEffect);
        this.#counts.add({ canary: canary.bad, baseline: baseline.bad, share }, { middle, deviation: 0 });
    }
    standing() {
        const [c, b] = [this.#bad.canary + 0.5, this.#bad.baseline + 0.5];
        const { canary, baseline } = this.#total;
        return {
            logE: this.#counts.logE,
            effect: canary > 0 && baseline > 0 ? c / canary / (b / baseline) : 1,
            information: 1 / (1 / c + 1 / b),
            n: canary,
            looks: this.#looks,
            silent: this.#silent,
        };
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/normal-bound.js
const normal_bound_HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/**
 * A lower bound of ln Φ(x), at most 0.23 below it and close to it in both tails. A bound on this side keeps an
 * alternative's likelihood from being overstated, and costs two square roots.
 *
 * Below 0: Birnbaum (1942), An inequality for Mill's ratio, Ann. Math. Stat. 13. Above: Sampford (1953), Some inequalities on Mill's
 * ratio, Ann. Math. Stat. 24.
 */
function normal_bound_logNormalBound(x) {
    const logDensity = -normal_bound_HALF_LOG_TWO_PI - (x * x) / 2;
    if (x <= 0)
        return logDensity + Math.log(2 / (Math.sqrt(x * x + 4) - x));
    return Math.log1p(-Math.min(0.5, Math.exp(logDensity) * (4 / (3 * x + Math.sqrt(x * x + 8)))));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-evidence.js




/** As high from its first look on as ever. */
const level_evidence_step = () => 1;
/** How likely a healthy canary is held to have one level throughout, and to have come back from a better one. */
const [LOG_STEADY, LOG_RETURNED] = [Math.log(0.98), Math.log(0.02)];
/**
 * Evidence that a level rose, from one difference (canary − baseline) a look. The e-value at each look is
 *
 *   Σ noises p · (Σ faults w · likelihood)  /  Σ noises p · (max over levels ≤ `offset` of likelihood)
 *
 * so for a service whose noise is drawn from the grid by p, with any level up to the allowed offset, an improvement however large
 * included, it lies below a non-negative martingale that starts at 1 (up to the 0.98 of STEADY), and reaches 1/α at any look with a chance of at
 * most α (Ville 1939). For one given noise of the grid that bound is α/p, for a canary that was better and comes back α/0.02. Dividing by
 * the largest likelihood: Wasserman, Ramdas, Balakrishnan (2020), Universal inference, PNAS 117, §8. Mixing over sizes: Robbins (1970),
 * Ann. Math. Stat. 41.
 */
class level_evidence_LevelEvidence {
    #settings;
    #filters;
    #heights;
    #age = 0;
    #used = 0;
    #logE = 0;
    constructor(settings) {
        this.#settings = settings;
        this.#filters = settings.noises.map((noise) => new LevelFilter(noise, settings.onsets.length));
        this.#heights = new Float64Array(settings.onsets.length);
    }
    /** Looks with a value. */
    get used() {
        return this.#used;
    }
    /** Natural logarithm of the e-value now. */
    get logE() {
        return this.#logE;
    }
    /** One look. @param v Sampling variance of `y`, above 0. */
    add(y, v) {
        const { onsets } = this.#settings;
        for (const [i, { at, shape }] of onsets.entries())
            this.#heights[i] = this.#age < at ? 0 : shape(this.#age - at);
        for (const filter of this.#filters)
            filter.add(y, v, this.#heights);
        this.#age += 1;
        this.#used += 1;
        this.#logE = this.#faulty() - this.#healthy();
    }
    /** A look in which one of the groups has no value. */
    miss() {
        for (const filter of this.#filters)
            filter.miss();
        this.#age += 1;
    }
    /** The likeliest constant difference, and its information, under the noise that explains the data best. */
    get estimate() {
        const best = this.#filters.reduce((a, b) => (peak(b) > peak(a) ? b : a));
        const { score, information } = best;
        return { value: information > 0 ? score / information : 0, information };
    }
    #healthy() {
        const { offset } = this.#settings;
        return logSum(this.#filters.flatMap((filter) => {
            const noise = Math.log(filter.noise.weight);
            const returned = peakReturned(filter, offset, this.#returns());
            return [noise + LOG_STEADY + peak(filter, offset), noise + LOG_RETURNED + returned];
        }));
    }
    /** Indices of the steps that have begun after the first look. */
    #returns() {
        const { onsets } = this.#settings;
        return [...onsets.keys()].filter((i) => {
            const { at, shape } = onsets[i];
            return at > 0 && at < this.#age && shape === level_evidence_step;
        });
    }
    #faulty() {
        return logSum(this.#filters.map((filter) => faultyUnder(filter, this.#settings, this.#age)));
    }
}
/** Log likelihood of the best constant mean up to a bound. */
function peak({ logLikelihood, score, information }, bound = Infinity) {
    const mean = information > 0 ? Math.min(bound, score / information) : 0;
    return logLikelihood + score * mean - (information * mean * mean) / 2;
}
/** The alternatives under one noise, the placement a ~ N(0, placement²) integrated out. */
function faultyUnder(filter, settings, age) {
    const { logLikelihood, score, information, noise } = filter;
    const narrow = 1 / (settings.placement ** -2 + information);
    const base = logLikelihood + (Math.log(narrow / settings.placement ** 2) + narrow * score * score) / 2;
    const terms = [0];
    let idle = 1;
    for (const [i, onset] of settings.onsets.entries()) {
        if (onset.at >= age)
            continue;
        const crossed = filter.crossed[i];
        const s = filter.scores[i] - narrow * crossed * score;
        const v = filter.informations[i] - narrow * crossed * crossed;
        const share = Math.log(onset.weight / settings.sizes.length);
        for (const size of settings.sizes)
            terms.push(share + factor(s, v, settings.smallest, size));
        idle -= onset.weight;
    }
    terms[0] = Math.log(Math.max(idle, 1e-9));
    return Math.log(noise.weight) + base + logSum(terms);
}
/** ln ∫ exp(s·d − v·d²/2) over d = smallest + a half normal of this size. */
function factor(s, v, smallest, size) {
    const left = s - v * smallest;
    const wide = 1 + size * size * v;
    const half = Math.LN2 +
        ((size * size * left * left) / wide - Math.log(wide)) / 2 +
        logNormalBound((size * left) / Math.sqrt(wide));
    return s * smallest - (v * smallest * smallest) / 2 + half;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-settings.js

/** Not more first looks of a fault than this are told apart. */
const MOST_STARTS = 24;
/** Weights of faults there from the first look, of those that come later, and of those that grow; the rest stays with none. */
const level_settings_WEIGHTS = { first: 0.45, later: 0.3, growing: 0.2 };
/** A shift of latency may be read so much too large, because what a rank is worth is learned from buckets. */
const OVERREAD = 1.12;
/** As high as a step after this many looks. */
const GROWN = 20;
const growing = (k) => (k + 1) / GROWN;
/** A share of the level, whatever the noise of the service is within what is called healthy. */
function level_settings_latencySettings(policy) {
    const { offset, ownNoise, memory } = policy.healthy;
    const greatest = OVERREAD * ownNoise * Math.SQRT2;
    return {
        offset: OVERREAD * Math.log1p(offset),
        noises: noisesOf([0.12, 0.35, 0.6, 0.8, 1].map((part) => part * greatest), [0, 0.6 * memory, memory]),
        onsets: onsetsOf(policy, [growing]),
        smallest: Math.log1p(policy.minEffect),
        sizes: [0.08, 0.5],
        placement: 0.01,
    };
}
/** Saturations are noisier than latencies: up to twice. */
function level_settings_gaugeSettings(policy) {
    const { offset, ownNoise, memory } = policy.healthy;
    const greatest = 2 * ownNoise * Math.SQRT2;
    return {
        ...level_settings_latencySettings(policy),
        offset: Math.log1p(2 * offset),
        noises: noisesOf([0.2, 0.5, 0.8, 1].map((part) => part * greatest), [0, 0.6 * memory, memory]),
        sizes: [0.15, 0.6],
        placement: 0.02,
    };
}
/** A queue wanders by a multiple of itself, and what is wrong with it grows. */
function level_settings_lagSettings(policy) {
    const growths = [0.1, 0.3].map((rate) => (k) => Math.log1p(rate * (k + 1)));
    return {
        offset: Math.log(1.25),
        noises: noisesOf([0.15, 0.3, 0.42, 0.56], [0, 0.6 * policy.healthy.memory, policy.healthy.memory]),
        onsets: onsetsOf(policy, growths),
        smallest: Math.log(1.25),
        sizes: [0.5, 1.5],
        placement: 0.1,
    };
}
function noisesOf(deviations, memories) {
    const weight = 1 / (deviations.length * memories.length);
    return deviations.flatMap((deviation) => memories.map((memory) => ({ deviation, memory, weight })));
}
function onsetsOf({ maxLooks }, growths) {
    const stride = Math.max(2, Math.ceil(maxLooks / MOST_STARTS));
    const later = Array.from({ length: Math.ceil(maxLooks / stride) - 1 }, (_, i) => (i + 1) * stride);
    const starts = [0, 1, 2, 3].map((part) => Math.round((part * maxLooks) / 6));
    const share = level_settings_WEIGHTS.growing / (starts.length * growths.length);
    return [
        { at: 0, shape: step, weight: level_settings_WEIGHTS.first },
        ...later.map((at) => ({ at, shape: step, weight: level_settings_WEIGHTS.later / later.length })),
        ...growths.flatMap((shape) => starts.map((at) => ({ at, shape, weight: share }))),
    ];
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/tail.js


const tail_RATIOS = [1.5, 2.5, 5, 12, 30].map((ratio) => ({ ratio, weight: 0.2 }));
/** No cut has a greater share of the past requests above it. */
const MOST = 0.1;
/** Evidence that more of the canary's requests are slower than a bound that about this share of the baseline's exceed. */
class tail_TailEvidence {
    #share;
    #counts;
    constructor(share, startsLater) {
        this.#share = share;
        this.#counts = new CountEvidence(tail_RATIOS, startsLater);
    }
    get logE() {
        return this.#counts.logE;
    }
    /** One look. @param past Baseline requests before it; the cut is chosen from them alone. */
    add(sides, past, density, healthy) {
        const cut = cutOf(past, this.#share);
        const [nb, nc] = [totalOf(sides.baseline), totalOf(sides.canary)];
        if (cut === undefined || nb === 0 || nc === 0)
            return;
        const [baseline, canary] = [above(sides.baseline, cut), above(sides.canary, cut)];
        const share = Math.min(MOST, (baseline + canary + 1) / (nb + nc + 1 / this.#share));
        const wander = wanderOf(density.at(1 - share) / share, healthy);
        this.#counts.add({ baseline, canary, share: nc / (nb + nc) }, wander);
    }
}
/**
 * A healthy shift δ changes the share above a cut by the factor exp(slope·δ). The own noise of both groups counts as if it were new in each look, with a
 * deviation that gives sums over looks the variance that its memory gives them, (1 + φ)/(1 − φ) times as much.
 */
function wanderOf(slope, { offset, ownNoise, memory }) {
    const deviation = ownNoise * Math.sqrt((2 * (1 + memory)) / (1 - memory));
    return { middle: slope * offset, deviation: slope * deviation };
}
/** The first bucket above the bound whose share of the past is nearest to `share`; undefined where none is small enough. */
function cutOf(past, share) {
    const total = totalOf(past);
    let [best, distance] = [undefined, Infinity];
    for (let cut = 1; cut < past.length && total > 0; cut++) {
        const beyond = above(past, cut) / total;
        const off = Math.abs(Math.log((beyond + 1e-6) / share));
        if (beyond <= MOST && off < distance)
            [best, distance] = [cut, off];
    }
    return best;
}
function above(counts, cut) {
    let sum = 0;
    for (let i = cut; i < counts.length; i++)
        sum += counts[i];
    return sum;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/latency.js









/** How much of the metric's alpha each view of it has. */
const latency_WEIGHTS = { ranks: 0.14, efficient: 0.26, tail: 0.2 };
const TAILS = (/* unused pure expression or super */ null && ([0.05, 0.015, 0.004]));
/** A look that lies so far back counts half: 1 − ln 2 / 23. */
const KEPT = 0.97;
/** Latency: its level by two scores, and its tail at three cuts. */
class latency_LatencyEvidence {
    #policy;
    #levels;
    #tails;
    #jump = new SharedJump();
    #bounds;
    #past;
    #requests = 0;
    #silent = 0;
    constructor(policy) {
        this.#policy = policy;
        const settings = latencySettings(policy);
        this.#levels = { ranks: new LevelEvidence(settings), efficient: new LevelEvidence(settings) };
        this.#tails = TAILS.map((share) => new TailEvidence(share, 1 / policy.maxLooks));
    }
    add(look, minute) {
        const { baseline, canary, bounds } = look;
        this.#bounds ??= bounds;
        if (bounds.some((bound, i) => bound !== this.#bounds?.[i]))
            throw new Failure('bad-input', `${look.name} has other buckets at minute ${minute} than before`);
        const past = this.#past ?? bounds.map(() => 0).concat(0);
        this.#requests += totalOf(canary?.buckets ?? []);
        this.#silent += 1;
        const jump = baseline === null ? 0 : this.#jump.next(meanLog(bounds, baseline.buckets));
        if (minute > this.#policy.warmupMinutes) {
            if (baseline === null || canary === null)
                this.#miss();
            else
                this.#bet({ baseline: baseline.buckets, canary: canary.buckets }, { bounds, past, jump });
        }
        if (baseline !== null)
            this.#past = past.map((n, i) => KEPT * n + baseline.buckets[i]);
    }
    standing() {
        const { ranks, efficient } = this.#levels;
        const logE = logSum([
            Math.log(latency_WEIGHTS.ranks) + ranks.logE,
            Math.log(latency_WEIGHTS.efficient) + efficient.logE,
            ...this.#tails.map((tail) => Math.log(latency_WEIGHTS.tail) + tail.logE),
        ]);
        const { value, information } = ranks.estimate;
        const [n, silent] = [this.#requests, this.#silent];
        return { logE, effect: Math.exp(value), information, n, looks: ranks.used, silent };
    }
    #bet(sides, { bounds, past, jump }) {
        const density = new DensityQuantile(bounds, past);
        for (const scores of ['ranks', 'efficient']) {
            const shift = shiftOf(sides, past, density, scores);
            if (shift === undefined)
                this.#levels[scores].miss();
            else {
                this.#levels[scores].add(shift.y, shift.v + jump);
                this.#silent = 0;
            }
        }
        for (const tail of this.#tails)
            tail.add(sides, past, density, this.#policy.healthy);
    }
    #miss() {
        for (const level of Object.values(this.#levels))
            level.miss();
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/readings.js



/** Variance of one reading around the level of its look, before any was seen, and how many readings that counts as. */
const BEFORE = { variance: 0.0025, readings: 10 };
/** A gauge or a lag, by the logarithm of its readings. */
class readings_ReadingsEvidence {
    #policy;
    #level;
    #jump = new SharedJump();
    #floor;
    #squares = BEFORE.variance * BEFORE.readings;
    #degrees = BEFORE.readings;
    #readings = 0;
    #silent = 0;
    constructor(policy, kind) {
        this.#policy = policy;
        this.#level = new LevelEvidence(kind === 'lag' ? lagSettings(policy) : gaugeSettings(policy));
        // Half a message; a gauge has no smallest step.
        this.#floor = kind === 'lag' ? 0.5 : 1e-9;
    }
    add({ baseline, canary }, minute) {
        const [b, c] = [this.#logs(baseline), this.#logs(canary)];
        this.#readings += c.length;
        this.#silent += 1;
        const jump = this.#jump.next(mean(b));
        if (minute > this.#policy.warmupMinutes) {
            const v = (this.#squares / this.#degrees) * (1 / b.length + 1 / c.length);
            if (b.length === 0 || c.length === 0)
                this.#level.miss();
            else {
                this.#level.add(mean(c) - mean(b), v + jump);
                this.#silent = 0;
            }
        }
        for (const logs of [b, c])
            this.#learn(logs);
    }
    standing() {
        const { value, information } = this.#level.estimate;
        const [n, looks, silent] = [this.#readings, this.#level.used, this.#silent];
        return { logE: this.#level.logE, effect: Math.exp(value), information, n, looks, silent };
    }
    #logs(side) {
        const readings = (side?.values ?? []).filter((value) => value !== null && Number.isFinite(value));
        return readings.map((value) => Math.log(Math.max(value, this.#floor)));
    }
    #learn(logs) {
        const middle = mean(logs);
        for (const log of logs)
            this.#squares += (log - middle) ** 2;
        this.#degrees += Math.max(0, logs.length - 1);
    }
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/weights.js
/**
 * How much of alpha a metric has beside others: most where faults are hardest to tell from noise. A crash loop or a full pool is seen in a few
 * looks with next to none of it.
 */
const weights_WEIGHTS = {
    latency: 6,
    errors: 3.5,
    lag: 1.5,
    sessions: 1.2,
    gauge: 0.3,
    restarts: 0.1,
};
/** The share of alpha that each metric has, in the order given; together 1. */
function weights_sharesOf(metrics) {
    const all = metrics.reduce((sum, { kind }) => sum + weights_WEIGHTS[kind], 0);
    return metrics.map(({ kind }) => weights_WEIGHTS[kind] / all);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/comparison.js







/**
 * Judges a canary against the baseline that runs beside it, look by look. The same looks give the same verdicts, a verdict depends on the looks
 * up to it alone, and once `fail` it stays so.
 */
class Comparison {
    #policy;
    #watched;
    #failed;
    constructor(policy) {
        this.#policy = policy;
    }
    /**
     * The verdict after one more look.
     * @throws Failure for a look whose metrics are not those of the first: how alpha is split is settled there.
     */
    next({ minute, metrics }) {
        if (this.#failed !== undefined)
            return this.#failed;
        this.#watched ??= watch(metrics, this.#policy);
        const looks = comparison_byName(metrics);
        for (const { name, kind, add } of this.#watched) {
            const look = looks.get(name);
            if (look?.kind !== kind || looks.size !== this.#watched.length)
                throw new Failure('bad-input', `minute ${minute} has other metrics than the first look`);
            add(look, minute);
        }
        const findings = this.#watched.map(({ name, kind, share, standing }) => findingOf({ name, kind, share }, standing(), this.#policy));
        const verdict = verdictOf(minute, findings, this.#policy);
        if (verdict.verdict === 'fail')
            this.#failed = verdict;
        return verdict;
    }
}
/** The verdict at each look. */
function comparison_compare(policy, looks) {
    const comparison = new Comparison(policy);
    return looks.map((look) => comparison.next(look));
}
/** In an order of their own, so that the order in which metrics are given changes nothing. */
function watch(metrics, policy) {
    const sorted = [...comparison_byName(metrics).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const shares = sharesOf(sorted);
    return sorted.map((first, i) => {
        const { name, kind } = first;
        return { name, kind, share: shares[i], ...evidenceOf(first, policy) };
    });
}
function comparison_byName(metrics) {
    const named = new Map(metrics.map((metric) => [metric.name, metric]));
    if (named.size !== metrics.length || named.size === 0)
        throw new Failure('bad-input', 'a look needs metrics, each with a name of its own');
    return named;
}
function evidenceOf(first, policy) {
    if (first.kind === 'latency')
        return fed(new LatencyEvidence(policy), isLatency);
    if (isReadings(first))
        return fed(new ReadingsEvidence(policy, first.kind), isReadings);
    return fed(new EventEvidence(policy), isCounts);
}
function fed(evidence, fits) {
    return {
        add: (look, minute) => {
            if (fits(look))
                evidence.add(look, minute);
        },
        standing: () => evidence.standing(),
    };
}
const isLatency = (look) => look.kind === 'latency';
const isReadings = (look) => look.kind === 'gauge' || look.kind === 'lag';
const isCounts = (look) => !isLatency(look) && !isReadings(look);

;// CONCATENATED MODULE: ./lib/domain/rollout/comparison-evidence.js





/** Evidence beyond this is not told apart: it says no more. */
const comparison_evidence_MOST = 10;
/** What the looks of a stage say of the new version, by the judge of comparisons: the same looks always say the same. */
function comparison_evidence_comparisonEvidence(stage, versions, looks) {
    const judged = compare(stage.policy, looks).at(-1);
    const base = question(stage, versions);
    const length = formatDuration(stage.look);
    if (judged === undefined)
        return {
            ...{ ...base, verdict: 'inconclusive', value: 0, samples: 0 },
            answer: `no look is over yet, and each takes ${length}`,
        };
    const findings = stage.metrics.map((metric) => comparison_evidence_findingOf(metric, judged, looks));
    const value = Number(Math.min(comparison_evidence_MOST, judged.strength).toPrecision(3));
    const texts = findings.filter(({ name }) => name !== namedIn(judged)).map(findingText);
    return {
        ...{ ...base, verdict: judged.verdict, findings, samples: servedIn(findings) },
        ...(isBlind(findings, looks.length - stage.policy.warmupMinutes) ? {} : { value }),
        answer: [
            judged.reason,
            texts.join(', '),
            `${looks.length} looks of ${length}`,
            END[judged.verdict],
        ]
            .filter((part) => part !== '')
            .join('; '),
    };
}
/** What would change a verdict, where its reason does not say it. */
const END = { pass: '', inconclusive: '', fail: 'no later look changes it' };
/** The metric whose figures the reason of a failure has. */
function namedIn({ verdict, findings }) {
    if (verdict !== 'fail')
        return undefined;
    return findings.toSorted((a, b) => b.strength - a.strength)[0]?.name;
}
/** Looks after the warm-up in which a metric of both versions has to be seen once. */
const PATIENCE = 5;
/** What has never been compared for so long was not measured: nobody should have to wait for the end of the bake to learn it. */
function isBlind(findings, looks) {
    return looks > PATIENCE && findings.some((one) => one.looks === 0);
}
/** The evidence of a comparison that could not be made. @param why One line. */
function comparison_evidence_uncompared(stage, versions, why) {
    return { ...question(stage, versions), verdict: 'inconclusive', answer: why };
}
function question({ metrics }, { version, baseline }) {
    const names = metrics.map(({ name }) => name).join(', ');
    return {
        name: COMPARISON,
        question: `${names} of ${version} against ${baseline}`,
        limit: 'evidence below 100 % of what stops',
    };
}
function comparison_evidence_findingOf({ name, kind }, { findings }, looks) {
    const found = findings.find((one) => one.name === name);
    const { baseline, canary } = levelsOf(name, looks);
    const seen = found !== undefined && found.looks > 0 ? found : undefined;
    return {
        ...{ name, kind, baseline: figure(baseline), canary: figure(canary) },
        ...interval(seen),
        ...{ n: Math.round(found?.n ?? 0), looks: found?.looks ?? 0 },
    };
}
function interval(found) {
    const [low = Number.NaN, high] = found?.interval ?? [];
    return { ratio: figure(found?.effect), low: figure(low < 1 / ANY ? 0 : low), high: figure(high) };
}
/** A ratio that may be so large may be any. */
const ANY = 100;
/** Four digits; null for what is no number, which JSON has not. */
function figure(value = Number.NaN) {
    return Number.isFinite(value) ? Number(value.toPrecision(4)) : null;
}
/** `latency 1.02 times the baseline (0.97 to 1.08)`. */
function findingText({ name, ratio, low, high }) {
    if (ratio === null)
        return `${name} not compared`;
    return `${name} ${comparison_evidence_short(ratio)} times the baseline (${intervalText({ low, high })})`;
}
/** `0.97 to 1.08`. */
function intervalText({ low, high }) {
    const [from, to] = [comparison_evidence_short(low ?? 0), high === null || high > ANY ? 'any' : comparison_evidence_short(high)];
    return `${from} to ${to}`;
}
const comparison_evidence_short = (value) => String(Number(value.toPrecision(3)));

;// CONCATENATED MODULE: ./lib/app/compare-stage.js



/**
 * Hold the new version against the old one over all looks since a stage began: whoever asks, and however often somebody has asked before. Undefined where
 * the plan compares nothing in this stage. Never throws: what cannot be read is inconclusive.
 */
async function compare_stage_compareStage({ plan, index }, times, { comparable }) {
    const stage = comparedStage(plan, index);
    if (stage === undefined)
        return undefined;
    try {
        if (comparable === undefined)
            throw incomparable();
        const { look, looks: most } = stage;
        const groups = { baseline: plan.baseline, canary: plan.version, look, looks: most, ...times };
        const looks = await comparable.looks(stage.metrics, groups);
        return { evidence: comparisonEvidence(stage, plan, looks), looks };
    }
    catch (error) {
        return { evidence: uncompared(stage, plan, lineOf(error)), looks: [] };
    }
}
/** Why a source does not compare, and what would. */
function incomparable() {
    return new Failure('bad-config', 'the source of the metrics cannot compare two versions', 'Use the provider prometheus or prober, or leave out the section comparison');
}

;// CONCATENATED MODULE: ./lib/domain/judging/against-baseline.js


/** A false stop has this probability at most, over all looks at one stage. */
const ALPHA = 0.01;
/** How many times worse than allowed a bad version may be: tried equally. */
const SUSPECTED = (/* unused pure expression or super */ null && ([1.5, 2, 4, 8, 32]));
/** Whether a value is a share of the samples, so that what lies behind it can be counted. */
function against_baseline_isCounted({ unit, query }) {
    return unit === 'ratio' && query === null;
}
/** The last value that is not worse than the baseline by more than the bound; NaN where the baseline has none. */
function against_baseline_allowedBeside(objective, { baseline }) {
    const value = baseline?.value ?? Number.NaN;
    // Of a value below zero the same share is allowed, in the same direction.
    const room = objective.limit * Math.abs(value);
    return isUpperLimit(objective) ? value + room : value - room;
}
/**
 * Not worse than the baseline by more than the bound. A share of requests is worse when the evidence for it reaches
 * 100 to 1, however often it is looked at; of any other value only the two numbers are known.
 */
function against_baseline_againstBaseline(objective, seen) {
    if (against_baseline_isCounted(objective))
        return against_baseline_evidenceAgainst(objective, seen) < 1 / ALPHA ? 'pass' : 'fail';
    const { value } = seen;
    return isWithin(value, objective.direction, against_baseline_allowedBeside(objective, seen)) ? 'pass' : 'fail';
}
/**
 * How many times likelier what was counted is where the new version is worse than allowed. Over windows that grow from one
 * start, with the traffic split as it is, this is the evidence of all looks so far.
 */
function against_baseline_evidenceAgainst(objective, seen) {
    const mine = rateOf(seen);
    const theirs = rateOf(seen.baseline ?? { samples: 0 });
    if (mine.exposure === 0 || theirs.exposure === 0)
        return 1;
    const isWorseAbove = isUpperLimit(objective);
    const [first, second] = isWorseAbove ? [mine, theirs] : [theirs, mine];
    const allowed = isWorseAbove ? 1 + objective.limit : 1 / (1 - objective.limit);
    // A share may fall by all that it is: nothing is worse than that.
    if (!Number.isFinite(allowed))
        return 0;
    const suspected = SUSPECTED.map((times) => times * allowed);
    return Math.exp(sequentialRates([{ first, second }], { allowed, suspected }));
}
const rateOf = ({ value = 0, samples, }) => ({
    events: Math.round(value * samples),
    exposure: samples,
});

;// CONCATENATED MODULE: ./lib/domain/judging/doubt.js


/** A share that two sums of the same series give may lie so far beyond 1. */
const ROUNDING = 1e-6;
/** The policies for what is no proper value, in their order; undefined where there is nothing to doubt. */
function doubt_doubtOf(objective, seen) {
    return (otherUnit(objective, seen) ??
        tooFew(objective, seen) ??
        noNumber(objective, seen) ??
        noShare(objective, seen) ??
        stale(objective, seen) ??
        partial(objective, seen) ??
        noBaseline(objective, seen) ??
        unsure(objective, seen));
}
function otherUnit({ unit }, seen) {
    if (seen.unit === undefined || seen.unit === unit)
        return undefined;
    return {
        text: `, in ${seen.unit} where ${unit} is meant`,
        remedy: `an answer in ${unit}`,
    };
}
function tooFew({ minSamples, must }, { samples }) {
    if (samples >= minSamples || must === 'grow')
        return undefined;
    const missing = Number.isFinite(samples) ? minSamples - samples : minSamples;
    return {
        text: ` from ${samples} of ${minSamples} samples`,
        remedy: missing === 1 ? '1 more sample' : `${missing} more samples`,
    };
}
/** An endless value is beyond every limit, but neither growth nor comparable with another one. */
function noNumber({ must, versus }, { value }) {
    const isLimit = must === undefined && versus === undefined;
    if (Number.isFinite(value) || (isLimit && !Number.isNaN(value)))
        return undefined;
    return { text: '', remedy: 'a value that is a number' };
}
/** What lies outside of 0..1 may be percent, or no ratio at all. */
function noShare({ unit }, { value }) {
    if (unit === 'count' || !Number.isFinite(value))
        return undefined;
    if (value >= 0 && (unit === 'milliseconds' || value <= 1 + ROUNDING))
        return undefined;
    return unit === 'ratio'
        ? { text: ', outside of 0 % to 100 %', remedy: 'a ratio from 0 to 1, not percent' }
        : { text: ', less than no time', remedy: 'milliseconds from 0 on' };
}
function stale({ maxAge }, { age }) {
    if (maxAge === undefined || (age !== undefined && age <= maxAge))
        return undefined;
    const remedy = `a sample of the last ${formatDuration(maxAge)}`;
    if (age === undefined)
        return { text: ', and the source does not say how old it is', remedy };
    return { text: `, newest sample ${formatDuration(age)} old`, remedy };
}
/** Only a window of its own has to be whole: that of a stage begins with it. */
function partial({ window }, { covered }) {
    if (window === undefined || covered === undefined || covered >= window)
        return undefined;
    return {
        text: `, over ${formatDuration(covered)} of ${formatDuration(window)}`,
        remedy: `a source that remembers ${formatDuration(window)}`,
    };
}
function noBaseline(objective, { baseline }) {
    if (objective.versus === undefined)
        return undefined;
    const { minSamples, unit } = objective;
    const { value, samples } = baseline ?? { samples: 0 };
    const remedy = `a baseline with ${minSamples} samples`;
    if (samples < minSamples)
        return { text: `, baseline with ${samples} of ${minSamples} samples`, remedy };
    if (value !== undefined && Number.isFinite(value))
        return undefined;
    return { text: `, baseline with ${formatValue(Number.NaN, unit)}`, remedy };
}
/**
 * The value keeps its limit, and the samples leave open whether the true one does. A value beyond the limit is never unsure: that is what was seen.
 */
function unsure(objective, { value, interval }) {
    if (interval === undefined || objective.must !== undefined || objective.versus !== undefined)
        return undefined;
    const { direction, limit } = objective;
    const mayBreak = isWithin(value, direction, limit) && !isWithin(worstIn(interval, objective), direction, limit);
    return mayBreak ? { text: '', remedy: 'more samples' } : undefined;
}

// EXTERNAL MODULE: ./lib/domain/statistics/wilson.js + 2 modules
var wilson = __webpack_require__(16934);
;// CONCATENATED MODULE: ./lib/domain/judging/explain.js




/** How sure an interval is. */
const CONFIDENCE = 0.95;
const WORDS = {
    'at-most': 'at most',
    'at-least': 'at least',
    below: 'below',
    above: 'above',
};
/** The limit of an objective for people; with the baseline's value where it was seen. */
function explain_limitText(objective, seen) {
    const { must, versus, direction, limit, unit } = objective;
    if (must === 'grow')
        return 'growth';
    if (versus === undefined)
        return `${WORDS[direction]} ${formatValue(limit, unit)}`;
    const side = isUpperLimit(objective) ? '+' : '-';
    const bound = `the baseline ${side} ${formatRatio(limit)}`;
    const allowed = seen === undefined ? Number.NaN : allowedBeside(objective, seen);
    if (!Number.isFinite(allowed))
        return `${WORDS[direction]} ${bound}`;
    return `${WORDS[direction]} ${formatValue(allowed, unit)}, ${bound}`;
}
/** What the source is sure of, for people; empty where it does not say. */
function explain_sureText(objective, { interval }) {
    if (interval === undefined)
        return '';
    const word = isUpperLimit(objective) ? 'at most' : 'at least';
    return `, surely ${word} ${formatValue(worstIn(interval, objective), objective.unit)}`;
}
/** Where the true value lies: as the source says, else with 95 % by Wilson; undefined where nothing was counted. */
function explain_intervalOf(objective, { value, samples, interval }) {
    if (interval !== undefined)
        return interval;
    const isShare = value >= 0 && value <= 1 && samples > 0 && Number.isFinite(samples);
    if (!isCounted(objective) || !isShare)
        return undefined;
    const { lower, upper } = wilsonInterval({ hits: value * samples, trials: samples }, CONFIDENCE);
    return { lower, upper: Math.min(1, upper) };
}
/** What would change the verdict, for people; undefined where that is nobody's to say. */
function explain_hintOf(objective, seen, doubt, found) {
    if (doubt !== undefined)
        return `decides with ${doubt.remedy}`;
    if (objective.must === 'grow')
        return found === 'pass' ? 'fails without growth' : 'passes as soon as it grows';
    if (found === 'inconclusive')
        return undefined;
    const verb = found === 'pass' ? 'fails' : 'passes';
    if (objective.versus !== undefined && isCounted(objective))
        return `${verb} where the evidence that it is worse ${found === 'pass' ? 'reaches' : 'is below'} 100 to 1, now ${ratioText(evidenceAgainst(objective, seen))}`;
    return `${verb} ${turningPoint(objective, seen, found)}`;
}
/** How a bound is spoken of where crossing it turns a pass or a failure into the other one. */
const TURNS = {
    'at-most': { pass: 'above', fail: 'up to' },
    'at-least': { pass: 'below', fail: 'from' },
    below: { pass: 'from', fail: 'below' },
    above: { pass: 'down to', fail: 'above' },
};
function turningPoint(objective, seen, found) {
    const { direction, limit, unit, versus } = objective;
    const bound = versus === undefined ? limit : allowedBeside(objective, seen);
    const text = `${TURNS[direction][found]} ${formatValue(bound, unit)}`;
    if (!isCounted(objective) || !Number.isFinite(seen.value))
        return text;
    return `${text}; ${Math.round(seen.value * seen.samples)} of ${seen.samples} were counted`;
}
function ratioText(evidence) {
    return evidence >= 1000 ? 'more than 1000 to 1' : `${Number(evidence.toPrecision(2))} to 1`;
}

;// CONCATENATED MODULE: ./lib/domain/judging/judge-objective.js




/**
 * Hold one look against its objective. A value beyond the limit fails as soon as there are enough samples, or enough
 * looks in a row; what raises a doubt decides nothing.
 */
function judge_objective_judgeObjective(objective, seen) {
    const { value, samples, question, ...facts } = seen;
    const doubt = doubtOf(objective, seen);
    const found = doubt === undefined ? against(objective, seen) : 'inconclusive';
    const streak = found === 'fail' ? streakOf(objective, seen) : undefined;
    const hint = hintOf(objective, seen, doubt, found);
    const interval = intervalOf(objective, seen);
    return {
        name: objective.name,
        verdict: streak === undefined ? found : 'inconclusive',
        question,
        answer: `${formatValue(value, objective.unit)}${sureText(objective, seen)}${doubt?.text ?? streak ?? ''}`,
        limit: limitText(objective, seen),
        samples,
        // JSON has no other number.
        ...(Number.isFinite(value) ? { value } : {}),
        ...(Object.keys(facts).length === 0 ? {} : { look: facts }),
        ...(interval === undefined ? {} : { interval }),
        ...(hint === undefined ? {} : { hint }),
    };
}
/** What is said of a breach that has not lasted yet; undefined where it has. */
function streakOf({ consecutive = 1 }, { breaches = 1 }) {
    return breaches < consecutive ? `, breach ${breaches} of ${consecutive} in a row` : undefined;
}
function against(objective, seen) {
    const { direction, limit, must, versus } = objective;
    const otherwise = seen.early ? 'inconclusive' : 'fail';
    if (must === 'grow')
        return seen.value > 0 ? 'pass' : otherwise;
    if (versus === 'baseline')
        return againstBaseline(objective, seen);
    const within = isWithin(seen.value, direction, limit);
    // Beyond every limit is a failure; an infinite value within one was never measured.
    if (within && !Number.isFinite(seen.value))
        return 'inconclusive';
    return within ? 'pass' : otherwise;
}

;// CONCATENATED MODULE: ./lib/app/observe.js



/**
 * Look once: read every objective for one version over one window and judge it. Never throws: what cannot be read is
 * inconclusive evidence of that objective, with the reason as its answer.
 */
async function observe_observe(objectives, look, metrics) {
    const evidence = [];
    // One after the other: a source with a rate limit is asked gently, and objectives of one look share its probes.
    for (const objective of objectives)
        evidence.push(await observe_judged(objective, look, metrics));
    return evidence;
}
async function observe_judged(objective, look, metrics) {
    try {
        const seen = await seenBy(objective, look, look.to, metrics);
        if (objective.consecutive === undefined)
            return judgeObjective(objective, seen);
        const breaches = await breachesInARow(objective, seen, look, metrics);
        return judgeObjective(objective, breaches === 0 ? seen : { ...seen, breaches });
    }
    catch (error) {
        return unread(objective, look, lineOf(error));
    }
}
/**
 * How many looks in a row breach, this one included. The looks before it are looked at again, over what they saw then,
 * so that it does not matter which run has taken them.
 */
async function breachesInARow(objective, seen, look, metrics) {
    const wanted = objective.consecutive ?? 1;
    const fails = (one) => judgeObjective({ ...objective, consecutive: undefined }, one).verdict === 'fail';
    if (!fails(seen))
        return 0;
    for (let breaches = 1; breaches < wanted; breaches++) {
        const to = new Date(look.to.getTime() - breaches * look.step);
        const isOver = objective.window === undefined && to <= look.from;
        if (isOver || !fails(await seenBy(objective, look, to, metrics)))
            return breaches;
    }
    return wanted;
}
/** What the source has of an objective at a time. @throws Failure */
async function seenBy(objective, look, to, metrics) {
    const window = windowUntil(to, objective, look);
    const { value, samples, question, ...reading } = await metrics.read(boundless(objective), window);
    const length = Math.max(0, to.getTime() - window.from.getTime());
    const isEarly = isOfTheWhole(objective) && to.getTime() - look.from.getTime() < wholeOf(look);
    const facts = {
        window: length,
        ...ageOf(reading, to),
        ...coverOf(reading, window),
        ...(reading.unit === undefined ? {} : { unit: reading.unit }),
        ...(reading.interval === undefined ? {} : { interval: reading.interval }),
        ...(isEarly ? { early: true } : {}),
        ...(await baselineOf(objective, look, window, metrics)),
    };
    return { value, samples, question, ...facts };
}
/** What has to happen in a window may still happen while it lasts. */
const isOfTheWhole = ({ must, metric }) => must === 'grow' || metric === THROUGHPUT;
const wholeOf = ({ length = 0 }) => length;
function windowUntil(to, { window }, look) {
    const { version, from, releasedAt } = look;
    return {
        ...{ version, to, releasedAt },
        from: window === undefined ? from : new Date(to.getTime() - window),
    };
}
/** A value of which only a bound is known is compared with no other one. */
function boundless(objective) {
    if (objective.versus === undefined)
        return objective;
    return { ...objective, limit: Number.POSITIVE_INFINITY };
}
function ageOf({ at }, to) {
    return at === undefined || !Number.isFinite(at) ? {} : { age: Math.max(0, to.getTime() - at) };
}
function coverOf({ since }, { from, to }) {
    if (since === undefined || !Number.isFinite(since))
        return {};
    const begin = Math.max(since, from.getTime());
    return { covered: Math.max(0, to.getTime() - begin) };
}
/** The same window of the baseline; one as long before the stage where it serves nobody in it. */
async function baselineOf(objective, { baseline, isAlone = false, from: begun }, { from, to }, metrics) {
    if (objective.versus === undefined || baseline === undefined)
        return {};
    const before = new Date(begun.getTime() - (to.getTime() - from.getTime()));
    const window = isAlone ? { from: before, to: begun } : { from, to };
    const { value, samples } = await metrics.read(boundless(objective), {
        ...window,
        version: baseline,
    });
    return { baseline: Number.isFinite(value) ? { value, samples } : { samples } };
}
/** The evidence of an objective that could not be read. */
function unread(objective, window, why) {
    const question = objective.query ?? `${objective.metric} of ${window.version}`;
    const nothing = judgeObjective(objective, { value: Number.NaN, samples: 0, question });
    const hint = 'decides with an answer of its source';
    return { ...nothing, verdict: 'inconclusive', answer: why, hint };
}

;// CONCATENATED MODULE: ./lib/app/observe-stage.js










/** The answer of a slot that is silent. */
const NO_ANSWER = 'no answer';
/** What a stage says when the job ends under it. */
const CANCELLED = 'the job was cancelled';
/**
 * Watch a stage until its bake is over. A failure ends it at once; a pass needs evidence over the whole bake; what is
 * inconclusive at the end stays so, but for looks in a row that breach: their last one is waited for. A cancelled job has
 * no time for another look, nor for the end of one.
 */
async function observeStage(hand, ports) {
    const stage = hand.plan.stages[hand.index];
    if (stage === undefined)
        return overall([]);
    const from = ports.clock.now();
    const end = from.getTime() + stage.bake;
    for (;;) {
        const left = end - ports.clock.now().getTime();
        await ports.clock.sleep(Math.min(hand.plan.interval, left > 0 ? left : hand.plan.interval));
        const to = ports.clock.now();
        const look = () => lookAt(hand, stage, { from, to, isBake: true }, ports);
        const seen = await unlessCancelled(look, ports.signal);
        if (seen === undefined)
            return inconclusive(CANCELLED);
        const verdict = await weighed(hand, seen, ports);
        ports.log.info(timelineLine(hand, stage, to.getTime() - from.getTime(), verdict));
        const isOver = to.getTime() >= end + streakMs(hand.plan, verdict);
        if (verdict.verdict === 'fail' || isOver)
            return verdict;
    }
}
/**
 * Look once more at a release that has waited at a stage, before it moves on: what was good when it was judged may have
 * turned since. The first look has all of the last bake where the source remembers it; others follow until one passes
 * or fails, for as long as the stage was baked, and ten at least.
 */
async function observe_stage_lookAgain(hand, ports) {
    const stage = hand.plan.stages[hand.index];
    if (stage === undefined)
        return overall([]);
    const now = ports.clock.now().getTime();
    const until = now + Math.max(stage.bake, 10 * hand.plan.interval);
    return lookUntilSure(hand, { from: now - stage.bake, until, isBake: false }, ports);
}
/**
 * Look at a stage, and again until a look passes or fails.
 * @param times `from`: what is judged begins here; `until`: no look after this one; milliseconds since 1970. `isBake`: it begins with the bake of the
 * stage, and so both versions are compared.
 */
async function lookUntilSure(hand, times, ports) {
    const stage = hand.plan.stages[hand.index];
    if (stage === undefined)
        return overall([]);
    const from = new Date(times.from);
    for (;;) {
        const to = ports.clock.now();
        const look = () => lookAt(hand, stage, { from, to, isBake: times.isBake }, ports);
        const seen = await unlessCancelled(look, ports.signal);
        if (seen === undefined)
            return inconclusive(CANCELLED);
        const verdict = await weighed(hand, seen, ports);
        ports.log.info(timelineLine(hand, stage, to.getTime() - times.from, verdict));
        if (verdict.verdict !== 'inconclusive' || to.getTime() >= times.until)
            return verdict;
        await ports.clock.sleep(Math.min(hand.plan.interval, times.until - to.getTime()));
    }
}
/** What a look comes to; who is told of something is told at once. */
async function weighed(hand, { evidence, looks }, { alarm }) {
    await alarm.look(hand, evidence);
    return { ...weigh(evidence, hand.plan), looks };
}
/** How much longer than its bake a stage is watched: until looks in a row have decided, milliseconds. */
function streakMs({ objectives, interval }, { evidence }) {
    const isOn = evidence.some((e) => e.verdict === 'inconclusive' && e.look?.breaches !== undefined);
    if (!isOn)
        return 0;
    return interval * (Math.max(...objectives.map(({ consecutive = 1 }) => consecutive)) - 1);
}
/** What the work comes to; undefined where the job is cancelled before or meanwhile: then nobody waits for it. */
async function unlessCancelled(work, signal) {
    if (signal.aborted)
        return undefined;
    const { promise: cancelled, resolve } = Promise.withResolvers();
    const stop = () => resolve(undefined);
    signal.addEventListener('abort', stop);
    try {
        return await Promise.race([work(), cancelled]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}
async function lookAt({ plan, index, candidate, weights, begun }, stage, { from, to, isBake }, ports) {
    const world = [
        await asked(VERSION, plan.version, async () => (await ports.traffic.versionIn(candidate)) ?? NO_ANSWER),
        await asked(WEIGHTS, routingText(weights, stage.audience), () => heldText(ports.traffic)),
    ];
    // Nobody uses a side without weight: there is no traffic to judge, only whether it stands.
    if (stage.weight === 0)
        return { evidence: world };
    const releasedAt = begun === undefined ? undefined : new Date(begun);
    const look = {
        ...{ version: plan.version, from, to, releasedAt, baseline: plan.baseline },
        ...{ isAlone: stage.weight === 100, step: plan.interval, length: stage.bake },
    };
    const kept = await observe(stageObjectives(plan, index), look, ports.metrics);
    const compared = isBake
        ? await compareStage({ plan, index }, { from, to }, ports.metrics)
        : undefined;
    const evidence = compared === undefined ? [] : [compared.evidence];
    return { evidence: [...world, ...kept, ...evidence], looks: compared?.looks };
}
/** A question about the world whose answer must be one text; inconclusive where it cannot be asked. */
async function asked(name, wanted, ask) {
    try {
        const answer = await ask();
        return {
            name,
            verdict: answer === wanted ? 'pass' : 'fail',
            question: name,
            answer,
            limit: wanted,
        };
    }
    catch (error) {
        const answer = error instanceof Error ? error.message : NO_ANSWER;
        return { name, verdict: 'inconclusive', question: name, answer, limit: wanted };
    }
}
/** What was found, in few words: of a comparison only how far it is from what stops. */
function seenText({ name, answer, value }) {
    if (name !== COMPARISON || value === undefined)
        return answer;
    return `${Number((100 * value).toPrecision(2))} % of what stops`;
}
/** One line of the live timeline: stage, weight, time, objectives, verdict. */
function timelineLine({ plan, index }, stage, elapsed, verdict) {
    const values = verdict.evidence
        .filter((e) => e.samples !== undefined)
        .map((e) => `${e.name} ${seenText(e)}`);
    const time = `${formatDuration(Math.round(elapsed / 100) * 100)} of ${formatDuration(stage.bake)}`;
    return [
        `stage ${index + 1}/${plan.stages.length}`,
        `weight ${stage.weight} %${forAudience(stage.audience)}`,
        time,
        ...values,
        verdict.verdict,
    ].join(' | ');
}

;// CONCATENATED MODULE: ./lib/app/one-deployment.js




/**
 * Id of the one deployment of a plan, which is made where there is none. What another run has made in the same moment is
 * found by the next one that looks: the first stays, the others go.
 * @throws Failure
 */
async function oneDeployment(environment, entries, { deployments, digest }) {
    const rollout = state_rolloutOf(entries);
    if (rollout === undefined)
        throw new domain_failure/* Failure */.HR('no-plan', 'there is no plan to show');
    const { plan } = rollout;
    const place = {
        commit: plan.commit,
        environment: environment ?? (plan.profile === '' ? 'production' : plan.profile),
    };
    const own = async () => (await deployments.of(place)).filter((one) => one_deployment_isOf(rollout, one));
    const [first, ...doubles] = await own();
    for (const { id } of doubles)
        await takeAway(id, deployments);
    if (first !== undefined)
        return first.id;
    const wanted = {
        ...place,
        description: `${plan.product} ${plan.version}`.slice(0, LONGEST),
        payload: payloadOf(rollout, entries, digest),
        isProduction: plan.profile === '' || place.environment === 'production',
    };
    return (await one_deployment_create(wanted, own, deployments)).id;
}
/** Where the answer was lost it is looked for, and made by the next run that shows something. */
async function one_deployment_create(wanted, own, deployments) {
    try {
        return await deployments.create(wanted);
    }
    catch (error) {
        if (!hasQuickEnd(error))
            throw error;
        const [found] = await own();
        if (found === undefined)
            throw error;
        return found;
    }
}
/** Characters of GitHub's longest description. */
const LONGEST = 140;
/** What tells the deployments of one commit apart: another plan of the same version is another rollout. */
function identityOf({ plan, planHash, planSeq }) {
    const { product, channel, version } = plan;
    return { product, channel, version, plan: planHash, 'plan-seq': planSeq };
}
/** The head of the chain as it was: a branch that is written anew has another one. */
function payloadOf(rollout, entries, digest) {
    const head = entries.at(-1);
    return {
        ...identityOf(rollout),
        seq: entries.length,
        head: head === undefined ? '' : digest((0,ledger_canonical/* canonical */.$)(head)),
    };
}
function one_deployment_isOf(rollout, { payload }) {
    if (typeof payload !== 'object' || payload === null)
        return false;
    const said = payload;
    return Object.entries(identityOf(rollout)).every(([name, value]) => said[name] === value);
}
/** GitHub keeps what is active. */
async function takeAway(id, deployments) {
    await deployments.report(id, { state: 'inactive', description: 'made twice' }, '');
    await deployments.remove(id);
}

;// CONCATENATED MODULE: ./lib/app/mirror-stage.js






/** Shows nothing. */
const NO_MIRROR = { begin: () => undefined, show: async () => undefined };
/**
 * Mirror one release on GitHub's page of deployments: a deployment a plan, a status a stage, and one for its end.
 * @param environment As the config has it; undefined: the profile of the plan, without one `production`.
 */
function mirrorStages(environment, runUrl, ports) {
    const { deployments, log, signal } = ports;
    let known;
    let id;
    let isOff = false;
    const post = async (status, entries) => {
        id ??= await oneDeployment(environment, entries, ports);
        const said = described(status, entries, ports.digest);
        const isShown = known === undefined && mirror_stage_isSame(await deployments.latest(id), status);
        if (!isShown)
            await report(id, said, runUrl, deployments);
        known = status.text;
    };
    const tried = async (status, entries) => {
        try {
            await post(status, entries);
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR))
                throw error;
            id = undefined;
            isOff = error.code === 'forbidden';
            log.warning(`not shown among the deployments: ${status.text}: ${(0,domain_failure/* failureLine */.Pu)(error)}`);
        }
    };
    return {
        begin(entries) {
            known = stageStatus(entries)?.text ?? '';
        },
        async show(entries) {
            const status = stageStatus(entries);
            if (isOff || status === undefined || status.text === known)
                return;
            // A cancelled job has seconds, and traffic to take back.
            if (status.state === 'in_progress')
                await unlessCancelled(() => tried(status, entries), signal);
            else
                await tried(status, entries);
        },
    };
}
/** The chain's head beside it: a branch that is written anew cannot change what was shown before. */
function described({ state, text }, entries, digest) {
    const head = entries.at(-1);
    const hash = head === undefined ? '' : digest((0,ledger_canonical/* canonical */.$)(head));
    return { state, description: `${text}${MARK}${head?.seq} ${hash}` };
}
const MARK = ' | record ';
function mirror_stage_isSame(shown, { state, text }) {
    return shown?.state === state && shown.description.startsWith(`${text}${MARK}`);
}
/** Said once more only where the first time was lost. */
async function report(id, status, runUrl, deployments) {
    try {
        await deployments.report(id, status, runUrl);
    }
    catch (error) {
        if (!hasQuickEnd(error))
            throw error;
        const shown = await deployments.latest(id);
        if (shown?.description === status.description && shown.state === status.state)
            return;
        await deployments.report(id, status, runUrl);
    }
}

;// CONCATENATED MODULE: ./lib/actions/mirror.js



/** GitHub's page of deployments, for one release; nothing where the config wants none. */
function connectMirror({ deployments: config }, { deployments }, runner) {
    if (config === 'none')
        return NO_MIRROR;
    return mirrorStages(config.environment, runUrl(runner), { ...runner, deployments, digest: digest/* digest */.br });
}

;// CONCATENATED MODULE: ./lib/actions/delivery.js













/** @param given For who measures. */
function connectDelivery(config, github, runner, given = { secrets: {} }) {
    const { context, signal } = runner;
    const rule = (0,network_policy/* publicOnly */.qr)(config['allow-private']);
    const limits = { timeoutMs: 10_000, maxBytes: 4_000_000 };
    // Not tied to the cancellation of the job: making the world safe comes after it. Looking ends with the job.
    const http = (0,node_http/* nodeHttp */.L)(limits, rule);
    const looks = (0,node_http/* nodeHttp */.L)({ ...limits, signal }, rule);
    const command = consumerCommand(runner);
    const traffic = trafficOf(config.traffic, http, command);
    const slotOf = findSlotBy(config.traffic, () => traffic);
    const ports = {
        releases: github.releases,
        files: jobFiles(context),
        digest: digest/* sha256 */.sc,
        command,
        traffic,
        async planned(version) {
            const release = chainOf(key_releaseKey('version', version, config));
            const entries = await connectReader(github.ledger, runner, config).history(release);
            return state_rolloutOf(entries)?.plan.artefacts;
        },
    };
    return {
        traffic,
        metrics: connectMetrics(config, given, runner, { http: looks, slotOf }),
        start: (version, slot) => startVersion(version, slot, config, ports),
        mirror: connectMirror(config, github, runner),
    };
}

;// CONCATENATED MODULE: ./lib/domain/report/notice.js
const notice_WORDS = {
    completed: 'released',
    'rolled-back': 'rolled back',
    failed: 'failed',
    frozen: 'the channel is frozen',
    breached: 'an objective is broken',
    paged: 'a decision is needed',
};
/** `checkout 1.4.0 (stable): released`. Made of names that the config and semver allow, and of nothing else. */
function noticeTitle({ event, release }) {
    return `${release.product} ${release.version} (${release.channel}): ${notice_WORDS[event]}`;
}
/** Characters: Slack takes 3000, and `withoutMarkup` makes five of one. */
const LONGEST_REASON = 600;
/** The reason in one line. */
function noticeReason({ reason }) {
    const line = reason
        .toWellFormed()
        .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
        .trim();
    if (line.length <= LONGEST_REASON)
        return line;
    // Half a character is none.
    return `${line.slice(0, LONGEST_REASON - 1).replace(/\p{Cs}$/u, '')}…`;
}
/** `&`, `<` and `>` as references: what Slack and Grafana give a meaning to. */
function withoutMarkup(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

;// CONCATENATED MODULE: ./lib/adapters/grafana/grafana.js



const Listed = schemas/* array */.YOg(schemas/* looseObject */._H3({ tags: schemas/* array */.YOg(schemas/* string */.YjP()), text: schemas/* string */.YjP() }));
const Added = schemas/* looseObject */._H3({ id: schemas/* int */.Whr().positive(), message: schemas/* string */.YjP() });
/** Grafana by its HTTP API: each notice is an annotation of the organisation, which any dashboard can show by its tags. */
function grafana(url, token, http) {
    const address = `${url.replace(/\/$/, '')}/api/annotations`;
    const headers = {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'user-agent': 'release-actions',
    };
    const look = (query) => http.send({ method: 'GET', url: `${address}?${query}`, headers });
    return {
        async tell(notice) {
            if (await grafana_stands(notice, look))
                return;
            const answer = await http.send({
                method: 'POST',
                url: address,
                headers: { ...headers, 'content-type': 'application/json' },
                body: JSON.stringify(annotation(notice)),
            });
            assertAdded(answer);
        },
    };
}
/** Product, version and event, and the entry of the record, by which an annotation is known again. */
function tagsOf({ release, event, entry }) {
    const tags = [release.product, release.version, event];
    return entry === undefined ? tags : [...tags, `entry:${entry}`];
}
/**
 * Whether an earlier run has added it, whose record of that is lost. Where that cannot be seen it is added: better twice. Other repositories and
 * channels may have the same product, version and entry in the same Grafana: the text tells them apart.
 */
async function grafana_stands(notice, look) {
    if (notice.entry === undefined)
        return false;
    const tags = tagsOf(notice);
    const query = new URLSearchParams([...tags.map((tag) => ['tags', tag]), ['limit', '100']]);
    try {
        const { status, body } = await look(query);
        const found = status === 200 ? (Listed.safeParse(toJson(body)).data ?? []) : [];
        const [repository = ''] = notice.runUrl.split('/actions/runs/');
        const said = [noticeTitle(notice), `${repository}/`].map(withoutMarkup);
        return found.some((one) => tags.every((tag) => one.tags.includes(tag)) &&
            said.every((part) => one.text.includes(part)));
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR)
            return false;
        throw error;
    }
}
/** Grafana shows the text as HTML. */
function annotation(notice) {
    const { runUrl, issueUrl, time } = notice;
    const lines = [noticeTitle(notice), noticeReason(notice), runUrl, issueUrl ?? ''];
    return {
        time,
        tags: tagsOf(notice),
        text: withoutMarkup(lines.filter((line) => line !== '').join('\n')),
    };
}
function assertAdded({ status, body }) {
    const said = `Grafana answered ${status}`;
    if (status === 200 && Added.safeParse(toJson(body)).success)
        return;
    if (status === 200)
        throw new domain_failure/* Failure */.HR('bad-answer', `${said} without an id`, CHECK_URL);
    if (status === 401)
        throw new domain_failure/* Failure */.HR('unauthorised', said, 'Store a service account token as GRAFANA_API_KEY');
    if (status === 403)
        throw new domain_failure/* Failure */.HR('forbidden', said, 'Give the service account annotations:create');
    if (status === 404 || (status >= 300 && status < 400))
        throw new domain_failure/* Failure */.HR('bad-answer', said, CHECK_URL);
    throw new domain_failure/* Failure */.HR(status >= 500 ? 'server-error' : 'refused', said);
}
const CHECK_URL = 'Check notifications.grafana.url';
function toJson(body) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/slack/message.js

/**
 * The message as Slack's incoming webhooks take it. What may quote the world stands in plain text; Slack reads mentions
 * and links only in `mrkdwn`, which is `verbatim` here and holds nothing but our own words and addresses.
 */
function slackMessage(notice) {
    const title = withoutMarkup(noticeTitle(notice));
    const reason = withoutMarkup(noticeReason(notice));
    return {
        text: title,
        blocks: [
            section({ type: 'mrkdwn', verbatim: true, text: `*${title}*` }),
            ...(reason === '' ? [] : [section({ type: 'plain_text', emoji: false, text: reason })]),
            { type: 'context', elements: [{ type: 'mrkdwn', verbatim: true, text: linksOf(notice) }] },
        ],
    };
}
function section(text) {
    return { type: 'section', text };
}
function linksOf({ runUrl, issueUrl }) {
    const run = `<${message_address(runUrl)}|run>`;
    return issueUrl === undefined ? run : `${run}, <${message_address(issueUrl)}|issue>`;
}
/** An address must not end its link early. */
function message_address(url) {
    return withoutMarkup(url.replaceAll('|', '%7C'));
}

;// CONCATENATED MODULE: ./lib/adapters/slack/slack.js




const SECRET = 'SLACK_WEBHOOK_URL';
/** Slack by an incoming webhook, whose address is the secret. */
function slack(webhook, http) {
    // The last part of the path is what nobody else knows.
    const key = webhook.split('/').at(-1) ?? '';
    const quiet = unnamedOrigin((0,without_echo/* withoutEcho */.m)(http, webhook, key), webhook, SECRET);
    return {
        async tell(notice) {
            if (!/^https?:$/.test(URL.parse(webhook)?.protocol ?? ''))
                throw new domain_failure/* Failure */.HR('bad-secret', `the secret ${SECRET} is no address`, RENEW);
            const answer = await quiet.send({
                method: 'POST',
                url: webhook,
                headers: { 'content-type': 'application/json', 'user-agent': 'release-actions' },
                body: JSON.stringify(slackMessage(notice)),
            });
            assertTaken(answer);
        },
    };
}
const RENEW = `Make a new incoming webhook and store it as ${SECRET}`;
/** Slack says `ok`, or a word for what is wrong; a page of somebody else says neither. */
function assertTaken({ status, headers, body }) {
    const text = new TextDecoder().decode(body).trim();
    if (status === 200 && text === 'ok')
        return;
    const word = /^[a-z_]{1,60}$/.test(text) ? ` ${text}` : '';
    const said = `Slack answered ${status}${word}`;
    if (status === 429) {
        const wait = /^\d{1,6}$/.test(headers['retry-after'] ?? '') ? headers['retry-after'] : 'a few';
        throw new domain_failure/* Failure */.HR('rate-limited', said, `It takes messages again after ${wait} seconds`);
    }
    if ([403, 404, 410].includes(status))
        throw new domain_failure/* Failure */.HR('refused', said, RENEW);
    if (status === 200)
        throw new domain_failure/* Failure */.HR('bad-answer', `${said} without ok`, RENEW);
    throw new domain_failure/* Failure */.HR(status >= 500 ? 'server-error' : 'refused', said);
}

;// CONCATENATED MODULE: ./lib/actions/notice-channels.js




/** Nobody waits longer for a message to be taken. */
const LIMITS = { timeoutMs: 5000, maxBytes: 100_000 };
/**
 * The channels that the config names, each with its secret where there is one.
 * @param tried What this process has tried to tell already, for one that looks at several configs, or again and again.
 */
function noticePorts(inputs, config, { log, mask, signal }, tried = new Set()) {
    const http = (0,node_http/* nodeHttp */.L)({ ...LIMITS, signal }, (0,network_policy/* publicOnly */.qr)(config['allow-private']));
    const { slack: toSlack, grafana: toGrafana } = config.notifications;
    const webhook = inputs['slack-webhook-url'];
    const token = inputs['grafana-api-key'];
    for (const secret of [webhook, token])
        if (secret !== undefined)
            mask(secret);
    const channels = [];
    if (toSlack !== undefined)
        channels.push({
            name: 'Slack',
            events: toSlack.events,
            secret: 'SLACK_WEBHOOK_URL',
            notifier: webhook === undefined ? undefined : slack(webhook, http),
        });
    if (toGrafana !== undefined)
        channels.push({
            name: 'Grafana',
            events: toGrafana.events,
            secret: 'GRAFANA_API_KEY',
            notifier: token === undefined ? undefined : grafana(toGrafana.url, token, http),
        });
    return { channels, tried, log };
}

// EXTERNAL MODULE: ./lib/adapters/github/connect.js + 22 modules
var github_connect = __webpack_require__(31026);
// EXTERNAL MODULE: ./lib/adapters/github/repository.js
var repository = __webpack_require__(77164);
;// CONCATENATED MODULE: ./lib/adapters/github/teams.js




const MembershipAnswer = schemas/* object */.Ikc({ state: schemas/* enum */.k5n(['active', 'pending']) });
const TeamAnswer = schemas/* object */.Ikc({ slug: schemas/* string */.YjP() });
/** What a token needs that asks for teams. */
const RIGHT = 'of a GitHub App or a fine-grained personal access token with the organisation permission Members: read';
/**
 * Teams with a token that may read members. "Team members will include the members of child teams", and 404 is said of
 * who is in none, but also of a team that the token does not see: https://docs.github.com/rest/teams/members
 */
function githubTeams(client, owner) {
    const assertSeen = async (team) => {
        const route = 'GET /orgs/{org}/teams/{team_slug}';
        const seen = await (0,repository/* unlessAbsent */.QY)(asking(client.get(TeamAnswer, route, parametersOf(team))));
        if (seen === undefined)
            throw unseen(team);
    };
    return {
        owner,
        canAsk: true,
        assertSeen,
        async membership(team, username) {
            const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
            const parameters = { ...parametersOf(team), username };
            const found = await (0,repository/* unlessAbsent */.QY)(asking(client.get(MembershipAnswer, route, parameters)));
            if (found !== undefined)
                return found.state;
            await assertSeen(team);
            return 'none';
        },
    };
}
/** Teams without a token: nobody is known to be in one. */
function unaskedTeams(owner) {
    const refuse = async () => {
        throw new domain_failure/* Failure */.HR('no-token', 'the token of a job may not ask for teams, and roles-token is empty', `Pass the secret RELEASE_ROLES_TOKEN by name, or as input roles-token: a token ${RIGHT}`);
    };
    return { owner, canAsk: false, membership: refuse, assertSeen: refuse };
}
function parametersOf({ organisation, slug }) {
    return { org: organisation, team_slug: slug };
}
/** A job can be granted none of this: the remedy is another token. */
async function asking(request) {
    try {
        return await request;
    }
    catch (error) {
        const isOfToken = error instanceof domain_failure/* Failure */.HR && ['unauthorised', 'forbidden'].includes(error.code);
        if (!isOfToken)
            throw error;
        throw new domain_failure/* Failure */.HR(error.code, error.message, `Give as roles-token one ${RIGHT}`, {
            cause: error,
        });
    }
}
function unseen(team) {
    return new domain_failure/* Failure */.HR('absent', `${teamText(team)} is no team that roles-token sees`, `Correct its name in roles of the config, or give a token of ${team.organisation} with the permission Members: read`);
}

;// CONCATENATED MODULE: ./lib/actions/teams.js


/** The teams of GitHub, with the token that may read members where there is one. */
function connectTeams({ 'roles-token': token }, runner) {
    const { owner } = runner.context;
    return token === undefined
        ? unaskedTeams(owner)
        : githubTeams((0,github_connect.repositoryClient)(token, runner), owner);
}

;// CONCATENATED MODULE: ./lib/actions/release-rollback/run.js












async function run(inputs, config, github, runner) {
    // The other jobs of the workflow only look, and get no key. Without one the last job tells, and records it where it can.
    const isWriter = inputs.operation === 'traffic' ||
        (inputs.operation === 'finalize' && inputs['ledger-key'] !== undefined);
    const ledger = isWriter
        ? connectWriter(github.ledger, runner, config, inputs['ledger-key'])
        : connectReader(github.ledger, runner, config);
    const artifacts = runArtifacts(jobFiles(runner.context), runner.clock);
    const delivery = connectDelivery(config, github, runner);
    const run = { url: runUrl(runner), attempt: runner.context.runAttempt };
    const { roles } = config;
    const teams = connectTeams(inputs, runner);
    const notices = noticePorts(inputs, config, runner);
    const alarm = alarmOf(run.url, { ...runner, ledger, notices });
    const ports = {
        ...github,
        ...delivery,
        ...runner,
        ledger,
        roles,
        teams,
        artifacts,
        run,
        alarm,
        digest: digest/* digest */.br,
    };
    const report = await releaseRollback(inputs, config, ports);
    if (inputs.operation !== 'finalize' || inputs['dry-run'])
        return report;
    const notice = rollbackNotice(report, inputs, config, { runUrl: run.url, ...runner });
    const about = { chain: notice.release, entry: lastEnd };
    return tellOnce(report, notice, about, { ledger, clock: runner.clock, notices });
}


/***/ }),

/***/ 31328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ jsonBody)
/* harmony export */ });
/** The body of an answer as JSON; undefined where it is none. */
function jsonBody({ body }) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 50375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aM: () => (/* binding */ readSamples),
/* harmony export */   bR: () => (/* binding */ Point),
/* harmony export */   qu: () => (/* binding */ dataOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _http_json_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31328);
/* harmony import */ var _sources_answered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68378);




/** Milliseconds. A value that was computed for another moment than this much around the one asked for is an old answer. */
const LARGEST_DRIFT_MS = 60_000;
/** `[seconds since 1970, "value"]`; anything that is no number in Prometheus's spelling is refused. */
const Point = zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^(?:NaN|[+-]?Inf|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i)])
    .transform(([time, text]) => ({ time, value: Number(text.replace(/Inf$/i, 'Infinity')) }));
const Instant = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('resultType', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        resultType: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('vector'),
        result: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ metric: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), value: Point })),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ resultType: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('scalar') }),
]);
const Refusal = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('error'), error: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/**
 * The samples of an instant query at a time.
 * @param who What answered, as people know it: Prometheus, or what has its answers.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`; `partial` where it
 * warns that it could not see everything, because a part is not the whole; `stale` where a value is one of another time.
 */
function readSamples(answer, at, who = 'Prometheus') {
    const data = dataOf(answer, Instant, who);
    if (data.resultType === 'scalar')
        throw scalar(who);
    return data.result.map(({ metric, value: { time, value } }) => {
        assertFresh(time, at, who);
        return { labels: metric, value };
    });
}
/**
 * What an answer holds that is whole.
 * @param who As above.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`, `partial`.
 */
function dataOf(answer, Data, who = 'Prometheus') {
    const json = (0,_http_json_body_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonBody */ .J)(answer);
    (0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .assertAnswered */ .mG)(answer, who, said(answer, json));
    const parsed = wholeOf(Data).safeParse(json);
    if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') || 'the whole';
        const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered ${what}`);
    }
    const { data, warnings, isPartial } = parsed.data;
    const [warning = isPartial ? 'isPartial' : undefined] = warnings ?? [];
    if (warning !== undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('partial', `${who} could not see everything: ${(0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(warning)}`);
    return data;
}
function wholeOf(Data) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('success'),
        data: Data,
        warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
        /** VictoriaMetrics says so where one of its stores did not answer. */
        isPartial: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    });
}
/** A scalar has no series behind it: it is a number somebody wrote, or hides that there is none. */
function scalar(who) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered a scalar where a series is meant`, 'Leave scalar() out of the query, and aggregate, for example with sum() or max()');
}
/** An instant query is answered for the moment it names: another one comes from a cache. */
function assertFresh(time, at, who) {
    const drift = Math.abs(time * 1000 - at.getTime());
    if (drift <= LARGEST_DRIFT_MS)
        return;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('stale', `${who} answered a value of another time, ${Math.round(drift / 1000)} s from the one asked for`, 'Check for a cache in front of it');
}
/** What is said about a refusal: by Prometheus in JSON, by Loki in a line of text. */
function said({ headers, body }, json) {
    const refusal = Refusal.safeParse(json);
    if (refusal.success)
        return (0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(refusal.data.error);
    const isText = /^text\/plain/.test(headers['content-type'] ?? '');
    return isText ? (0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(new TextDecoder().decode(body.subarray(0, 1000))) : '';
}


/***/ }),

/***/ 21723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ oneSeries)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** The only value of an answer; undefined for an empty one. @throws Failure for several. */
function oneSeries(samples, who = 'Prometheus') {
    if (samples.length > 1)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered ${samples.length} series where one is meant`, 'Aggregate the query, for example with sum() or max()');
    return samples[0]?.value;
}


/***/ }),

/***/ 67846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ growthPerStep),
/* harmony export */   HP: () => (/* binding */ bucketsOf),
/* harmony export */   Jn: () => (/* binding */ promDuration),
/* harmony export */   Q7: () => (/* binding */ assertMetricName),
/* harmony export */   _B: () => (/* binding */ customQuery),
/* harmony export */   jt: () => (/* binding */ requestCount),
/* harmony export */   po: () => (/* binding */ atTime),
/* harmony export */   r2: () => (/* binding */ bucketCounts),
/* harmony export */   uD: () => (/* binding */ requestsOf),
/* harmony export */   uk: () => (/* binding */ instancesSeen),
/* harmony export */   vf: () => (/* binding */ newestSample)
/* harmony export */ });
/* unused harmony export labelText */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_release_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68366);


/** A window in PromQL's grammar: whole seconds where it is whole, else milliseconds. */
function promDuration(ms) {
    const whole = Math.max(1, Math.round(ms));
    return whole % 1000 === 0 ? `${whole / 1000}s` : `${whole}ms`;
}
/** The parameters of an instant query. */
function atTime(query, at) {
    return new URLSearchParams({ query, time: (at.getTime() / 1000).toFixed(3) });
}
/** Text inside the quotes of a label matcher: it ends neither double nor single ones, nor backticks. */
function labelText(text) {
    return text
        .replaceAll('\\', '\\\\')
        .replaceAll('"', '\\"')
        .replaceAll('\n', '\\n')
        .replaceAll("'", '\\x27')
        .replaceAll('`', '\\x60');
}
/**
 * How much the counters grew in the window. A series that did not exist before the window counts with its whole value:
 * `increase` drops what a series was born with, and the first errors of a release are exactly that.
 */
function growth(selector, windowMs) {
    const window = promDuration(windowMs);
    return `(${selector} unless ${selector} offset ${window}) or increase(${selector}[${window}])`;
}
/**
 * Requests of a version whose `code` matches. The default asks for any status code, so that a counter without that
 * label is no data instead of a service without errors.
 */
function requestCount(metric, scope, code = '[1-5]..') {
    const selector = `${metric}{version="${labelText(scope.version)}",code=~"${code}"}`;
    return `sum(${growth(selector, scope.windowMs)})`;
}
/** Observations of a version by bucket of a histogram. */
function bucketCounts(metric, scope) {
    const selector = `${metric}_bucket{version="${labelText(scope.version)}"}`;
    return `sum by (le) (${growth(selector, scope.windowMs)})`;
}
/** Series that were not scraped for so long count as new ones when they come back. */
const REMEMBERED = '1h';
/** Selects the requests of a version, whatever status code they had. */
function requestsOf(metric, version) {
    return `${metric}{version="${labelText(version)}",code=~"[1-5].."}`;
}
/** Selects the buckets of a version's histogram. */
function bucketsOf(metric, version) {
    return `${metric}_bucket{version="${labelText(version)}"}`;
}
/**
 * How much the selected counters grew in each step of a range query, by a label or all together: between the last scrapes before its ends, so that the
 * steps are whole numbers that add up to what happened, where `increase` would extrapolate. A counter that fell was set back to 0.
 */
function growthPerStep(selector, stepMs, label = '') {
    const now = `last_over_time(${selector}[${REMEMBERED}])`;
    const before = `last_over_time(${selector}[${REMEMBERED}] offset ${promDuration(stepMs)})`;
    return `sum by (${label}) (${now} - ${before} >= 0 or ${now})`;
}
/** One lost scrape a minute is no instance that has gone, milliseconds. */
const SHORTEST_SIGHT_MS = 120_000;
/**
 * How many of the selected series were scraped in the step before each time of a range query, or in 2 minutes where it is shorter. A selector alone looks back
 * as long as the server likes: Prometheus 5 minutes, VictoriaMetrics about two scrapes.
 */
function instancesSeen(selector, stepMs) {
    return `count(last_over_time(${selector}[${promDuration(Math.max(SHORTEST_SIGHT_MS, stepMs))}]))`;
}
/**
 * When the newest sample of a version was scraped, seconds since 1970, to a twentieth of the age that is allowed; nothing
 * where it is more than twice as old as that.
 */
function newestSample(metric, version, maxAge) {
    const selector = `${metric}{version="${labelText(version)}"}`;
    const step = promDuration(Math.max(1000, maxAge / 20));
    return `max(max_over_time(timestamp(${selector})[${promDuration(2 * maxAge)}:${step}]))`;
}
/** A query of the config with `{version}` and `{window}` filled in. */
function customQuery(template, scope) {
    return (0,_domain_release_template_js__WEBPACK_IMPORTED_MODULE_1__/* .fill */ .G)(template, {
        version: labelText(scope.version),
        window: promDuration(scope.windowMs),
    });
}
/** @throws Failure `bad-config`: a metric name with anything else in it would be another query. */
function assertMetricName(name) {
    if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', 'metrics: requests-metric and duration-metric must be names of metrics', 'Give a name such as http_requests_total, or a custom objective with a query');
}


/***/ }),

/***/ 68378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mG: () => (/* binding */ assertAnswered),
/* harmony export */   os: () => (/* binding */ shortText),
/* harmony export */   sr: () => (/* binding */ answeredJson)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _http_json_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31328);


/** What a person can do about an answer of 403. */
const LET_IN = 'Let its secret read this';
/**
 * The JSON of an answer of 200.
 * @param who The source, as people know it.
 * @param rights What to do about an answer of 403.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`.
 */
function answeredJson(answer, who, rights = LET_IN) {
    assertAnswered(answer, who, '', rights);
    const json = (0,_http_json_body_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonBody */ .J)(answer);
    if (json === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered something that is no JSON`);
    return json;
}
/** @param said What the server says about it, in one line. */
function assertAnswered({ status, headers }, who, said = '', rights = LET_IN) {
    if (status === 200)
        return;
    const text = `${who} answered ${status}${said === '' ? '' : `: ${said}`}`;
    if (status === 401)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unauthorised', text, 'Check its secret');
    if (status === 403)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unauthorised', text, rights);
    if (status === 404)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('absent', text, 'Check its address, path and names');
    if (status === 429)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('rate-limited', text, 'Try again after the limit has passed');
    if (status >= 300 && status < 400 && status !== 304)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${text} with a redirect to ${hostOf(headers.location)}`);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(status >= 500 ? 'server-error' : 'refused', text);
}
function hostOf(location) {
    return URL.parse(location ?? '')?.host || 'somewhere else';
}
/** A text of a server as part of one line. */
function shortText(text) {
    return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}


/***/ }),

/***/ 85593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ instantOf)
/* harmony export */ });
/* unused harmony export instantText */
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


/***/ }),

/***/ 68366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fill)
/* harmony export */ });
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function fill(template, values) {
    return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}


/***/ }),

/***/ 16934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ wilsonInterval)
});

;// CONCATENATED MODULE: ./lib/domain/statistics/normal.js
/** Probability that a standard normal variable is greater than `z`; relative accuracy better than 1e-12. */
function normalTail(z) {
    if (z < 0)
        return 1 - normalTail(-z);
    return z < 3 ? 0.5 - normalMiddle(z) : density(z) * millsRatio(z);
}
/** Probability that it is at most `z`: the tail on the other side. */
function normalCdf(z) {
    return normalTail(-z);
}
/** Probability that it lies between 0 and `z`, for 0 ≤ z < 8: keeps its digits where z is small. */
function normalMiddle(z) {
    return density(z) * series(z);
}
/** Logarithm of the tail for z ≥ 0: finite far beyond where the tail itself is too small for a number. */
function logNormalTail(z) {
    if (z < 3)
        return Math.log(normalTail(z));
    return Math.log(millsRatio(z)) - (z * z) / 2 - Math.log(2 * Math.PI) / 2;
}
const density = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
/** z + z³/3 + z⁵/15 + …: converges fast near 0, and would cancel in the far tail. */
function series(z) {
    let sum = 0;
    let term = z;
    for (let n = 1; term > sum * 1e-17; n += 2) {
        sum += term;
        term *= (z * z) / (n + 2);
    }
    return sum;
}
/** 1 / (z + 1 / (z + 2 / (z + 3 / …))), from the inside out. */
function millsRatio(z) {
    let inner = z;
    for (let n = 120; n >= 1; n--)
        inner = z + n / inner;
    return 1 / inner;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/normal-quantile.js

/**
 * The z below which a standard normal variable lies with probability `p`; −∞ at 0, ∞ at 1, NaN outside. Relative error
 * below 1e-12. Newton's method from the rational start of Abramowitz and Stegun, "Handbook of Mathematical Functions",
 * 26.2.23.
 */
function normalQuantile(p) {
    if (!(p >= 0 && p <= 1))
        return Number.NaN;
    return p < 0.5 ? -above(p, 0.5 - p) : above(1 - p, p - 0.5);
}
/** z from the probability beyond it and from the one between 0 and it: whichever of the two has the digits. */
function above(tail, middle) {
    if (middle === 0)
        return 0;
    if (tail === 0)
        return Number.POSITIVE_INFINITY;
    let z = middle < 0.1 ? middle * ROOT_TWO_PI : start(tail);
    for (let i = 0; i < 5; i++)
        z -= middle < 0.25 ? fromMiddle(z, middle) : fromTail(z, tail);
    return z;
}
function start(tail) {
    const t = Math.sqrt(-2 * Math.log(tail));
    const above = 2.515517 + t * (0.802853 + t * 0.010328);
    return t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}
function fromMiddle(z, middle) {
    return (normalMiddle(z) - middle) * ROOT_TWO_PI * Math.exp((z * z) / 2);
}
/** On the log scale, where a tail is nearly straight in z². */
function fromTail(z, tail) {
    const logTail = logNormalTail(z);
    const slope = -Math.exp(-(z * z) / 2 - Math.log(ROOT_TWO_PI) - logTail);
    return (logTail - Math.log(tail)) / slope;
}
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

;// CONCATENATED MODULE: ./lib/domain/statistics/wilson.js

/**
 * Confidence interval of a share of hits, 0 to 1: E. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927. Holds also without a hit, where the lower bound is exactly 0. NaN without a trial.
 */
function wilsonInterval({ hits, trials }, confidence) {
    const z = -normalQuantile((1 - confidence) / 2);
    return {
        lower: lowerBound(hits, trials, z),
        upper: 1 - lowerBound(trials - hits, trials, z),
    };
}
/** The smaller root over the larger one: their difference would lose the digits of a small share. */
function lowerBound(hits, trials, z) {
    const share = hits / trials;
    const shift = (z * z) / trials;
    const reach = z * Math.sqrt((share * (1 - share)) / trials + shift / trials / 4);
    return share ** 2 / (share + shift / 2 + reach);
}


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
