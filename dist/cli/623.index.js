export const id = 623;
export const ids = [623];
export const modules = {

/***/ 690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   zE: () => (/* binding */ hashing)
/* harmony export */ });
/** Loaded by the first digest: it takes 4 ms, for which the first request need not wait. */
const crypto = () => process.getBuiltinModule('node:crypto');
/** SHA-256 of text or bytes as `sha256:<hex>`. */
function sha256(data) {
    return `sha256:${crypto().createHash('sha256').update(data).digest('hex')}`;
}
const digest = sha256;
/** A digest that is being made. */
function hashing() {
    const hash = crypto().createHash('sha256');
    let size = 0;
    return {
        take(piece) {
            hash.update(piece);
            size += piece.length;
        },
        done: () => ({ sha256: hash.digest('hex'), size }),
    };
}


/***/ }),

/***/ 113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   SC: () => (/* binding */ readLedger),
/* harmony export */   V_: () => (/* binding */ readAttachments)
/* harmony export */ });
/* harmony import */ var _domain_ledger_attachment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(151);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(690);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(863);



/** All files at a commit, with their texts. @throws Failure where git cannot read them. */
function readLedger(folder, commit) {
    const blobs = blobsAt(folder, commit);
    const own = [...blobs].filter(([path]) => !path.startsWith(_domain_ledger_attachment_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTACHMENTS */ .DP));
    const texts = textsOf(folder, [...new Set(own.map(([, blob]) => blob))]);
    const files = own.map(([path, blob]) => ({ path, text: texts.get(blob) }));
    const time = (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(folder, ['show', '-s', '--format=%cI', commit]).toString().trim();
    return { commit, time, blobs, files };
}
function blobsAt(folder, commit) {
    const lines = (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(folder, ['ls-tree', '-r', '-z', '--full-tree', commit]).toString().split('\0');
    const rows = lines.flatMap((line) => {
        const [, blob, path] = /^\d{6} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
        return blob === undefined || path === undefined ? [] : [[path, blob]];
    });
    return new Map(rows);
}
/** Texts by the name of their content, all by one process; without those that are no UTF-8. */
function textsOf(folder, blobs) {
    const texts = new Map();
    for (const [blob, bytes] of contentsOf(folder, blobs)) {
        const text = utf8(bytes);
        if (text !== undefined)
            texts.set(blob, text);
    }
    return texts;
}
/** What the attached files of a commit are, by path. @param blobs Git's name of each content, by path. */
function readAttachments(folder, blobs) {
    const own = [...blobs].filter(([path]) => path.startsWith(_domain_ledger_attachment_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTACHMENTS */ .DP));
    const measured = new Map();
    for (const [blob, bytes] of contentsOf(folder, [...new Set(own.map(([, name]) => name))])) {
        const hash = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .hashing */ .zE)();
        hash.take(bytes);
        measured.set(blob, hash.done());
    }
    return new Map(own.flatMap(([path, blob]) => {
        const one = measured.get(blob);
        return one === undefined ? [] : [[path, one]];
    }));
}
function* contentsOf(folder, blobs) {
    const answer = (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(folder, ['cat-file', '--batch'], blobs.map((blob) => `${blob}\n`).join(''));
    for (let at = 0; at < answer.length;) {
        const end = answer.indexOf(0x0a, at);
        const [blob = '', , size = ''] = answer.toString('latin1', at, end).split(' ');
        const next = end + 1 + Number(size);
        yield [blob, answer.subarray(end + 1, next)];
        at = next + 1;
    }
}
function utf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** Every commit up to this one, from the root on, with what it changed. */
function readHistory(folder, commit) {
    const ids = (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(folder, ['rev-list', '--reverse', '--topo-order', '--parents', commit]).toString();
    const parents = new Map(ids
        .trim()
        .split('\n')
        .map((line) => line.split(' '))
        .map(([id = '', ...own]) => [id, own]));
    const changes = changesOf(folder, [...parents.keys()]);
    return [...parents].map(([id, own]) => ({ id, parents: own, changes: changes.get(id) ?? [] }));
}
function changesOf(folder, ids) {
    const args = ['diff-tree', '--stdin', '-r', '-z', '--root', '--no-renames'];
    const fields = (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(folder, args, ids.map((id) => `${id}\n`).join(''))
        .toString()
        .split('\0');
    const found = new Map();
    let own = [];
    for (let i = 0; i < fields.length; i++) {
        const field = fields[i] ?? '';
        const [, blob, status] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(field) ?? [];
        if (blob !== undefined && status !== undefined)
            own.push({ path: fields[++i] ?? '', status, blob });
        else if (field !== '') {
            own = [];
            found.set(field.trim(), own);
        }
    }
    return found;
}


/***/ }),

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ git)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(421);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(550);


const LARGEST = 1024 * 1024 * 1024;
/** Run git in a folder and give what it prints. @throws Failure `absent`, or `refused` with git's first line. */
function git(folder, args, input = '') {
    const { status, stdout, stderr, error } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', ['-C', folder, ...args], {
        input,
        maxBuffer: LARGEST,
    });
    if (error !== undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('absent', `git cannot be started (${error.message})`, 'Install git');
    if (status === 0)
        return stdout;
    const [first = ''] = stderr.toString('utf8').trim().split('\n');
    const said = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('refused', `git ${args[0]}: ${said}`);
}


/***/ }),

/***/ 673:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {

/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532);

// A process that checks each schema once gains nothing from code that is generated for it. A schema looks at this when
// it is made, so whoever imports this does it first.
zod__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W({ jitless: true });


/***/ }),

/***/ 546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  om: () => (/* binding */ safeLine)
});

// UNUSED EXPORTS: maskCommands, runnerLog

;// CONCATENATED MODULE: ./lib/domain/secret-spellings.js
/** Characters. What is shorter stands in texts by chance. */
const SHORTEST = 6;
/**
 * The ways in which a secret is written where it comes back: as it is, backwards, in hex, base64 at each of the three
 * offsets in a longer text, percent-encoded, in JSON, HTML and quoted-printable. To be found whatever the case.
 */
function secret_spellings_spellings(secret) {
    const bytes = new TextEncoder().encode(secret);
    const base64 = [0, 1, 2].map((offset) => base64At(bytes, offset));
    const all = [
        secret,
        [...secret].reverse().join(''),
        [...bytes].map(hex).join(''),
        [...bytes].map((byte) => `%${hex(byte)}`).join(''),
        ...base64,
        ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
        encodeURIComponent(secret.toWellFormed()),
        new URLSearchParams([['', secret]]).toString().slice(1),
        markup(secret, '&#39;'),
        markup(secret, '&#x27;'),
        [...bytes].map(quoted).join(''),
    ];
    // Each of them may stand in JSON.
    const both = all.flatMap((text) => [text, inJson(text), inJson(inJson(text))]);
    return [...new Set(both)].filter((text) => text.length >= SHORTEST);
}
/**
 * What of a secret tells it: all of it, its lines, and the long words in them, of which the `d` of a private JWK is one. A line of
 * braces is none.
 */
function tellingParts(secret) {
    const words = secret.match(/[\w+/=-]{40,}/g) ?? [];
    return [...new Set([secret, ...secret.split(/[\r\n]+/), ...words])].filter((part) => part.length >= SHORTEST);
}
/** Takes these secrets out of a text, in whatever spelling; `***` stands in their place. */
function concealing(secrets) {
    const longestFirst = secrets.flatMap(secret_spellings_spellings).sort((a, b) => b.length - a.length);
    if (longestFirst.length === 0)
        return (text) => text;
    const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const any = new RegExp(longestFirst.map(literal).join('|'), 'gi');
    return (text) => text.replaceAll(any, '***');
}
const inJson = (text) => JSON.stringify(text).slice(1, -1);
const hex = (byte) => byte.toString(16).padStart(2, '0');
/** The characters that are the secret's alone when so many bytes stand before it. */
function base64At(bytes, offset) {
    const text = '\0'.repeat(offset) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    return btoa(text).slice(Math.ceil((offset * 8) / 6), whole);
}
const REFERENCES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
};
function markup(text, apostrophe) {
    return text.replaceAll(/[&<>"']/g, (char) => REFERENCES[char] ?? apostrophe);
}
function quoted(byte) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    return plain ? String.fromCharCode(byte) : `=${hex(byte)}`;
}

;// CONCATENATED MODULE: ./lib/adapters/runner/log.js

/**
 * Make text harmless on a runner's log: one line, no control characters, and neither `::command::` at its start nor
 * `##[command]` anywhere (the runner matches both).
 */
function safeLine(text) {
    return shortened(text)
        .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\p{Bidi_Control}]+/gu, ' ')
        .replaceAll('##[', '#​#[')
        .replace(/^\s*::/, ' :​:');
}
/** Characters. A longer line is nothing that a person reads. */
const LONGEST = 8000;
/** Half a character at the cut is taken out with the other ones. */
function shortened(text) {
    return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
/** Escaping of the data part of a workflow command, as the runner decodes it. */
function data(text) {
    return safeLine(text).replaceAll('%', '%25');
}
/**
 * The commands after which the runner hides a secret: as it is, each of its lines, and in the spellings in which programs
 * and answers repeat it. To the runner each text is exactly this one, unlike a line of the log.
 */
function maskCommands(secret) {
    const lines = secret.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    const texts = new Set([secret, ...lines].flatMap((text) => [text, ...spellings(text)]));
    return [...texts].map((text) => `::add-mask::${escaped(text)}\n`).join('');
}
const escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** The log of a step. Warnings and errors become annotations. */
function runnerLog(write) {
    return {
        info: (line) => write(`${safeLine(line)}\n`),
        warning: (line) => write(`::warning::${data(line)}\n`),
        error: (line) => write(`::error::${data(line)}\n`),
    };
}


/***/ }),

/***/ 677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(321);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(550);


const PROTOCOL = 'judgebench/1';
/** Judges rollouts that come in at stdin, with the judge of the gates. */
const judge = {
    name: 'judge',
    usage: `--protocol ${PROTOCOL} < FILE`,
    summary: 'judge canaries against their baselines, look by look: JSON in, JSON out',
    options: { protocol: { type: 'string' } },
    async run({ values: { protocol } }) {
        if (protocol !== PROTOCOL)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('bad-input', protocol === undefined ? 'judge: the protocol is missing' : 'judge: unknown protocol', `release-actions judge --protocol ${PROTOCOL}`);
        // Nobody else needs it.
        const { judgebench } = await __webpack_require__.e(/* import() */ 296).then(__webpack_require__.bind(__webpack_require__, 296));
        return { code: 0, lines: judgebench(await stdin()) };
    },
};
async function stdin() {
    try {
        return await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(process.stdin);
    }
    catch {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('bad-input', 'judge: stdin cannot be read', `Usage: release-actions judge ${judge.usage}`);
    }
}


/***/ }),

/***/ 129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xK: () => (/* binding */ SOURCE_OPTIONS),
  Vb: () => (/* binding */ nameOf),
  CA: () => (/* binding */ withLedger)
});

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(690);
// EXTERNAL MODULE: ./lib/adapters/git/git-ledger.js
var git_ledger = __webpack_require__(113);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(550);
// EXTERNAL MODULE: ./lib/adapters/git/git.js
var git = __webpack_require__(863);
;// CONCATENATED MODULE: ./lib/adapters/git/ledger-source.js





const BRANCH = 'release-ledger';
/** What was fetched comes before a local branch, which may be old. */
const REFS = [`refs/remotes/origin/${BRANCH}`, `refs/heads/${BRANCH}`];
/** A clone, its own or a bare one. @throws Failure `absent` where the branch is not there. */
function fromClone(folder, ref) {
    const names = ref === undefined ? REFS : [ref];
    for (const name of names) {
        const commit = commitOf(folder, name);
        if (commit !== undefined)
            return { folder, ref: name, commit, [Symbol.dispose]: () => undefined };
    }
    throw new failure/* Failure */.H('absent', `${folder} has no ${names.join(' and no ')}`, `Fetch it: git fetch origin ${BRANCH}:refs/remotes/origin/${BRANCH}`);
}
function commitOf(folder, ref) {
    (0,git/* git */.$)(folder, ['rev-parse', '--git-dir']);
    try {
        return (0,git/* git */.$)(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
            .toString()
            .trim();
    }
    catch {
        return undefined;
    }
}
/** A file that `git bundle create` made. @throws Failure `absent`, `refused`. */
function fromBundle(file) {
    if (!(0,external_node_fs_.existsSync)(file))
        throw new failure/* Failure */.H('absent', `there is no file ${file}`);
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ledger-'));
    const dispose = () => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    try {
        const bundle = (0,external_node_path_.resolve)(file);
        (0,git/* git */.$)(folder, ['init', '--quiet', '--bare']);
        const heads = (0,git/* git */.$)(folder, ['bundle', 'list-heads', bundle]).toString().split('\n');
        const name = heads
            .map((line) => line.split(' ')[1] ?? '')
            .find((ref) => ref.endsWith(`/${BRANCH}`));
        if (name === undefined)
            throw new failure/* Failure */.H('absent', `${file} holds no branch ${BRANCH}`, `Make it with git bundle create FILE ${BRANCH}`);
        const [, ref = ''] = REFS;
        (0,git/* git */.$)(folder, ['fetch', '--quiet', bundle, `${name}:${ref}`]);
        return { ...fromClone(folder, ref), [Symbol.dispose]: dispose };
    }
    catch (error) {
        dispose();
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/domain/ledger/audit.js + 9 modules
var audit = __webpack_require__(374);
;// CONCATENATED MODULE: ./lib/cli/ledger.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/** Options that say where the ledger is. */
const SOURCE_OPTIONS = {
    repository: { type: 'string', default: '.' },
    ref: { type: 'string' },
    bundle: { type: 'string' },
};
/**
 * Read the ledger of a clone or a bundle, hand it on, and leave nothing behind.
 * @param keys Who may have signed; empty where nobody's key is known.
 * @throws Failure
 */
function withLedger(values, use, keys = []) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const source = __addDisposableResource(env_1, values.bundle === undefined
            ? fromClone(values.repository, values.ref)
            : fromBundle(values.bundle), false);
        const read = (0,git_ledger/* readLedger */.SC)(source.folder, source.commit);
        return use({ ...read, source, ...(0,audit/* auditChains */.w)(read.files, digest/* digest */.br, keys) });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** `shop stable 1.2.0`. */
function nameOf({ release }) {
    return `${release.product} ${release.channel} ${release.version}`;
}


/***/ }),

/***/ 731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ log)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(550);
// EXTERNAL MODULE: ./lib/domain/ledger/audit.js + 9 modules
var audit = __webpack_require__(374);
// EXTERNAL MODULE: ./lib/domain/ledger/trust.js
var trust = __webpack_require__(238);
// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(427);
// EXTERNAL MODULE: ./lib/domain/ledger/attachment.js
var attachment = __webpack_require__(151);
// EXTERNAL MODULE: ./lib/domain/rollout/audience.js + 1 modules
var rollout_audience = __webpack_require__(45);
// EXTERNAL MODULE: ./lib/domain/rollout/state.js + 1 modules
var state = __webpack_require__(49);
;// CONCATENATED MODULE: ./lib/domain/report/recorded.js
/** What a person has recorded about a condition, in a line. */
function recordedText(entry) {
    const { payload, kind } = entry;
    const why = payload.reason === '' ? '' : `: ${payload.reason}`;
    switch (kind) {
        case 'approval': {
            const what = payload.decision === 'approve' ? 'plan approved' : 'features accepted';
            return `${what} by ${payload.by}${why}`;
        }
        case 'checkpoint':
            return `checkpoint ${payload.checkpoint}: ${payload.done.join(', ')}, by ${payload.by}${why}`;
        case 'notice-delivered':
            return `${payload.notice} delivered at ${payload.delivered}, says ${payload.by}${why}`;
        case 'backup':
            return `backup made at ${payload.made}, says ${payload.by}${why}`;
        case 'override':
            return `${payload.condition} overridden by ${payload.by}${why}`;
        case 'handover':
            return `handed over${why}`;
    }
}

;// CONCATENATED MODULE: ./lib/domain/report/story.js





/** What happened to a release, a line an entry, for an operator's terminal. */
function story(entries) {
    return entries.map((entry) => {
        const { seq, time, actor, run } = entry;
        const who = `${actor}, run ${run.id}${run.attempt > 1 ? ` attempt ${run.attempt}` : ''}`;
        return `${String(seq).padStart(3)}  ${time.slice(0, 19)}Z  ${entry.kind.padEnd(7)}  ${happened(entry)}  (${who})`;
    });
}
function happened(entry) {
    switch (entry.kind) {
        case 'plan':
            return planned(entry.payload);
        case 'intent':
            return intended(entry.payload);
        case 'outcome':
            return ended(entry.payload);
        case 'verdict':
            return judged(entry.payload);
        case 'decision':
            return `${entry.payload.decision} by ${entry.payload.by}: ${entry.payload.reason}`;
        case 'attachments':
            return entry.payload.attachments.map(attached).join(', ');
        case 'freeze':
            return `frozen: ${entry.payload.reason}`;
        case 'lift':
            return `freeze lifted by ${entry.payload.by}, who closed issue ${entry.payload.issue}`;
        default:
            return recordedText(entry);
    }
}
function attached(one) {
    return `${one.name}, ${one.size} bytes, ${(0,attachment/* placeText */.Z9)(one)}`;
}
function planned({ plan }) {
    const stages = plan.stages.map(({ weight, bake, audience }) => `${weight} % ${(0,duration/* formatDuration */.a3)(bake)}${(0,rollout_audience/* forAudience */.kO)(audience)}`);
    return `${plan.strategy} from ${plan.baseline}: ${stages.join(', ')}`;
}
/** The reason of a step forward is its stage. */
function intended({ stage, reason, to, audience }) {
    const way = stage === state/* BACK */.I ? 'way back: ' : '';
    return `${way}${reason}: about to set ${weights(to)}${(0,rollout_audience/* forAudience */.kO)(audience)}`;
}
function ended(payload) {
    return payload.effect === 'release'
        ? `${payload.result}: ${payload.reason}`
        : `${stageName(payload.stage)}: the router has ${weights(payload.weights)}`;
}
function judged({ gate, stage, verdict, reason }) {
    return `${stage === null ? gate : stageName(stage)}: ${verdict}: ${reason}`;
}
/** A settled step that did not happen has a stage of no plan. */
function stageName(stage) {
    if (stage >= 0)
        return `stage ${stage + 1}`;
    return stage === state/* BACK */.I ? 'way back' : 'no stage';
}
function weights(of) {
    return Object.entries(of)
        .map(([slot, weight]) => `${slot} ${weight} %`)
        .join(', ');
}

// EXTERNAL MODULE: ./lib/cli/ledger.js + 1 modules
var ledger = __webpack_require__(129);
;// CONCATENATED MODULE: ./lib/cli/log.js





/** Tells what happened to one release. */
const log = {
    name: 'log',
    usage: 'VERSION [--product NAME] [--channel NAME] [--repository DIR] [--ref REF] [--bundle FILE] [--json]',
    summary: 'tell what happened to a release, entry by entry',
    options: {
        ...ledger/* SOURCE_OPTIONS */.xK,
        product: { type: 'string' },
        channel: { type: 'string' },
        json: { type: 'boolean', default: false },
    },
    run({ values, positionals: [version] }) {
        if (version === undefined)
            throw new failure/* Failure */.H('bad-input', 'log: the version is missing', 'release-actions log 1.2.0');
        return (0,ledger/* withLedger */.CA)(values, ({ chains }) => {
            const chain = (0,audit/* chainOfVersion */.P)(chains, { version, ...scopeOf(values) });
            const { entries, fault } = chain;
            const broken = fault === undefined ? [] : [`BROKEN ${fault.path}: ${fault.why}`];
            const signers = (0,trust/* signersText */.l3)(entries);
            const told = [
                `${(0,ledger/* nameOf */.Vb)(chain)}: ${chain.result}, ${signers}${signers === 'unsigned' ? '' : ' (unchecked)'}`,
                ...story(entries),
                ...broken,
            ];
            const lines = values.json === true ? entries.map((entry) => JSON.stringify(entry)) : told;
            return { code: fault === undefined ? 0 : 1, lines };
        });
    },
};
function scopeOf({ product, channel }) {
    return {
        ...(typeof product === 'string' ? { product } : {}),
        ...(typeof channel === 'string' ? { channel } : {}),
    };
}


/***/ }),

/***/ 871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ replay_replay)
});

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(427);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(857);
;// CONCATENATED MODULE: ./lib/domain/config/ratio.js

const GRAMMAR = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/;
/**
 * A share between 0 and 1, written `1%` or `0.01`. A bare number above 1 is refused, because nobody knows whether it
 * means percent. Undefined when it does not parse.
 */
function ratio_parseRatio(text) {
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
const Ratio = schemas/* string */.YjP()
    .refine((text) => ratio_parseRatio(text) !== undefined, {
    error: 'must be a ratio such as 1% or 0.01',
})
    .meta({ id: 'Ratio', pattern: GRAMMAR.source, examples: ['1%', '0.01'] });

;// CONCATENATED MODULE: ./lib/domain/judging/objective.js


/** The limit of a config text in its unit: `1%`, `250ms`, `1000`. Undefined when the text does not fit the unit. */
function parseLimit(text, unit) {
    if (unit === 'ratio')
        return parseRatio(text);
    if (unit === 'milliseconds')
        return parseDuration(text);
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
/**
 * Hold one reading against its objective. A value beyond the limit fails as soon as there are enough samples; a value
 * that is no number, or too few samples, decides nothing.
 */
function judgeObjective(objective, reading) {
    const word = objective.direction === 'at-most' ? 'at most' : 'at least';
    const enough = reading.samples >= objective.minSamples;
    const answer = formatValue(reading.value, objective.unit);
    return {
        name: objective.name,
        verdict: enough ? against(objective, reading.value) : 'inconclusive',
        question: reading.question,
        answer: enough
            ? answer
            : `${answer} from ${reading.samples} of ${objective.minSamples} samples`,
        limit: `${word} ${formatValue(objective.limit, objective.unit)}`,
        samples: reading.samples,
        // JSON has no other number.
        ...(Number.isFinite(reading.value) ? { value: reading.value } : {}),
    };
}
function against({ direction, limit }, value) {
    if (Number.isNaN(value))
        return 'inconclusive';
    const within = direction === 'at-most' ? value <= limit : value >= limit;
    // Beyond every limit is a failure; an infinite value within one was never measured.
    if (within && !Number.isFinite(value))
        return 'inconclusive';
    return within ? 'pass' : 'fail';
}

;// CONCATENATED MODULE: ./lib/domain/judging/verdict.js
const RANK = { pass: 0, inconclusive: 1, fail: 2 };
/**
 * The verdict over several pieces of evidence: the worst of them. No evidence at all is `inconclusive`.
 * The reason names every piece that is not a pass.
 */
function overall(evidence) {
    if (evidence.length === 0)
        return { verdict: 'inconclusive', reason: 'nothing was judged', evidence };
    const verdict = evidence.reduce((worst, e) => (RANK[e.verdict] > RANK[worst] ? e.verdict : worst), 'pass');
    const notPassed = evidence.filter((e) => e.verdict !== 'pass').map(sentence);
    const reason = notPassed.length === 0 ? `all ${evidence.length} passed` : notPassed.join('; ');
    return { verdict, reason, evidence };
}
function sentence({ name, answer, limit }) {
    return limit === '' ? `${name}: ${answer}` : `${name}: ${answer}, wanted ${limit}`;
}
/** A verdict without evidence of its own: the question could not be put. */
function inconclusive(reason, evidence = []) {
    return { verdict: 'inconclusive', reason, evidence };
}
/** A pass that needs no evidence of its own: something was done, and this is what. */
function passed(reason) {
    return { verdict: 'pass', reason, evidence: [] };
}

;// CONCATENATED MODULE: ./lib/domain/rollout/judge-stage.js
/** The objectives that a stage is held against: it may want more requests than an objective by itself. */
function stageObjectives({ stages, objectives }, index) {
    const minRequests = stages[index]?.minRequests ?? 0;
    return objectives.map((o) => ({ ...o, minSamples: Math.max(o.minSamples, minRequests) }));
}
/** Only a breach of objectives that all say `pause` pauses; anything else that is no pass takes the traffic back. */
function breachOf({ verdict, evidence }, plan) {
    if (verdict === 'pass')
        return 'none';
    const breached = evidence.filter((e) => e.verdict === 'fail');
    const pauses = breached.every((e) => plan.objectives.find((o) => o.name === e.name)?.onBreach === 'pause');
    return breached.length > 0 && pauses ? 'pause' : 'rollback';
}

;// CONCATENATED MODULE: ./lib/domain/rollout/replay.js



/** Before a stage the one before it is judged. */
const GATES = ['stage', 'before-stage'];
/** Judge every stage of a chain again. A person who skips stages gives no evidence: there is nothing to recompute. */
function replay(entries) {
    let plan;
    return entries.flatMap((entry) => {
        if (entry.kind === 'plan')
            plan = entry.payload.plan;
        if (entry.kind !== 'verdict' || !GATES.includes(entry.payload.gate) || plan === undefined)
            return [];
        return [again(entry, plan)];
    });
}
function again({ seq, payload }, plan) {
    const { gate, stage, verdict, breach } = payload;
    const index = gate === 'before-stage' ? (stage ?? 0) - 1 : (stage ?? 0);
    const objectives = stageObjectives(plan, index);
    const evidence = payload.evidence.map((e) => {
        const { value, samples = 0, question } = e;
        const objective = objectives.find(({ name }) => name === e.name);
        if (objective === undefined)
            return asWanted(e);
        if (value === undefined)
            return e.verdict === 'pass' ? doubtful(e) : e;
        return judgeObjective(objective, { value, samples, question });
    });
    const found = overall(evidence);
    const isCut = payload.evidence.length === 0 && verdict === 'inconclusive';
    return {
        seq,
        recorded: `${verdict} (${breach})`,
        recomputed: isCut ? 'inconclusive (rollback)' : `${found.verdict} (${breachOf(found, plan)})`,
        unmeasured: payload.evidence
            .filter(({ name, value }) => value === undefined && objectives.some((o) => o.name === name))
            .map(({ name }) => name),
    };
}
/** A question about the world passes when the answer is the one that was wanted. */
function asWanted(e) {
    if (e.verdict === 'inconclusive')
        return e;
    return { ...e, verdict: e.answer === e.limit ? 'pass' : 'fail' };
}
const doubtful = (e) => ({ ...e, verdict: 'inconclusive' });

// EXTERNAL MODULE: ./lib/cli/ledger.js + 1 modules
var ledger = __webpack_require__(129);
;// CONCATENATED MODULE: ./lib/cli/replay.js


/** Judges every stage of the record again, from the evidence that stands in it. */
const replay_replay = {
    name: 'replay',
    usage: '[--repository DIR] [--ref REF] [--bundle FILE] [--json]',
    summary: 'judge every stage again from its recorded evidence, and compare',
    options: { ...ledger/* SOURCE_OPTIONS */.xK, json: { type: 'boolean', default: false } },
    run({ values }) {
        return (0,ledger/* withLedger */.CA)(values, ({ chains }) => {
            const rows = chains.flatMap((chain) => replay(chain.entries).map((row) => ({ name: (0,ledger/* nameOf */.Vb)(chain), ...row })));
            const other = rows.filter(isOther);
            const broken = chains.filter(({ fault }) => fault !== undefined);
            const lines = [
                ...rows.map((row) => `${row.name}  ${lineOf(row)}`),
                ...broken.map(brokenLine),
                `${other.length + broken.length === 0 ? 'pass' : 'fail'}: ${rows.length} verdicts judged again, ${other.length} differ`,
            ];
            const code = other.length + broken.length === 0 ? 0 : 1;
            return { code, lines: values.json === true ? [JSON.stringify(rows)] : lines };
        });
    },
};
const isOther = ({ recorded, recomputed }) => recorded !== recomputed;
function lineOf(row) {
    const { seq, recorded, recomputed, unmeasured } = row;
    const note = unmeasured.length === 0 ? '' : `, without a value: ${unmeasured.join(', ')}`;
    return isOther(row)
        ? `DIFFERS  entry ${seq}: ${recorded} is recorded, the evidence gives ${recomputed}${note}`
        : `same  entry ${seq}: ${recorded}${note}`;
}
function brokenLine(chain) {
    return `BROKEN  ${(0,ledger/* nameOf */.Vb)(chain)}: judged up to ${chain.fault?.path}, ${chain.fault?.why}`;
}


/***/ }),

/***/ 623:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _adapters_runner_jitless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(673);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(975);
/* harmony import */ var _adapters_runner_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(546);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(550);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(677);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(731);
/* harmony import */ var _replay_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(871);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(494);
/* harmony import */ var _verify_ledger_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(477);









const COMMANDS = [_status_js__WEBPACK_IMPORTED_MODULE_7__/* .status */ .h, _log_js__WEBPACK_IMPORTED_MODULE_5__/* .log */ .R, _verify_ledger_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyLedger */ .x, _replay_js__WEBPACK_IMPORTED_MODULE_6__/* .replay */ .e, _judge_js__WEBPACK_IMPORTED_MODULE_4__/* .judge */ .S];
/** Nothing was judged: what was asked for cannot be. */
const BAD_INPUT = 3;
process.exitCode = await main(process.argv.slice(2));
async function main([name = '', ...args]) {
    try {
        const command = COMMANDS.find((one) => one.name === name);
        if (command === undefined)
            return help(name);
        const { code, lines } = await command.run(parsed(command, args));
        for (const line of lines)
            process.stdout.write(`${(0,_adapters_runner_log_js__WEBPACK_IMPORTED_MODULE_2__/* .safeLine */ .om)(line)}\n`);
        return code;
    }
    catch (error) {
        if (!(error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H))
            throw error;
        process.stderr.write(`${(0,_adapters_runner_log_js__WEBPACK_IMPORTED_MODULE_2__/* .safeLine */ .om)((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failureLine */ .P)(error))}\n`);
        return BAD_INPUT;
    }
}
function parsed(command, args) {
    try {
        const { values, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.parseArgs)({
            args: [...args],
            options: command.options,
            allowPositionals: true,
            strict: true,
        });
        return { values: values, positionals };
    }
    catch (error) {
        const [problem] = error instanceof Error ? error.message.split('. ') : [];
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('bad-input', `${command.name}: ${problem}`, `Usage: release-actions ${command.name} ${command.usage}`);
    }
}
function help(name) {
    const isAsked = ['', 'help', '--help', '-h'].includes(name);
    const lines = [
        ...(isAsked ? [] : [`there is no command ${(0,_adapters_runner_log_js__WEBPACK_IMPORTED_MODULE_2__/* .safeLine */ .om)(name)}`, '']),
        'release-actions COMMAND',
        '',
        ...COMMANDS.flatMap(({ name: own, usage, summary }) => [
            `  ${own} ${usage}`,
            `      ${summary}`,
        ]),
        '',
        'Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 bad input.',
    ];
    const out = isAsked && name !== '' ? process.stdout : process.stderr;
    out.write(`${lines.join('\n')}\n`);
    return isAsked && name !== '' ? 0 : BAD_INPUT;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(427);
// EXTERNAL MODULE: ./lib/domain/instant.js
var instant = __webpack_require__(593);
// EXTERNAL MODULE: ./lib/domain/rollout/checkpoints.js
var checkpoints = __webpack_require__(577);
// EXTERNAL MODULE: ./lib/domain/rollout/conditions.js
var conditions = __webpack_require__(742);
;// CONCATENATED MODULE: ./lib/domain/rollout/unmet.js




/** So long before `not-before` the pre-checks fall due, milliseconds. */
const PRE_CHECK_LEAD = 3_600_000;
/**
 * What keeps a release from its first weight, or from its end; nothing in between.
 * @param now Milliseconds since 1970.
 */
function unmet(state, now) {
    if (state.plan.conditions === undefined)
        return [];
    const isOut = state.stage >= state.plan.stages.length;
    if (!isOut && state.weights !== undefined)
        return [];
    const asked = isOut ? [checklist('post-checked', state)] : beforeTheFirst(state, now);
    return asked
        .filter((one) => one !== undefined)
        .filter(({ condition }) => !state.met.overridden.includes(condition));
}
function beforeTheFirst(state, now) {
    return [
        checklist('prepared', state),
        acceptance(state),
        approval(state),
        notice(state, now),
        backup(state),
        checklist('pre-checked', state),
        time(state, now),
    ];
}
function acceptance({ plan, met, plannedAt, planHash }) {
    if (plan.conditions?.acceptance === undefined || met.accepted !== undefined)
        return undefined;
    const reason = `awaiting acceptance since ${plannedAt}: who may accept uses the operation accept and names the plan ${planHash}`;
    return { condition: 'acceptance', reason };
}
function approval({ plan, met, plannedAt, planHash }) {
    const asked = plan.conditions?.approval;
    if (asked === undefined || met.approved !== undefined)
        return undefined;
    const what = asked === 'signed' ? 'signed approval' : 'approval';
    const reason = `awaiting ${what} since ${plannedAt}: who may approve uses the operation approve and names the plan ${planHash}`;
    return { condition: 'approval', reason };
}
function notice({ plan, met, plannedAt }, now) {
    const lead = plan.conditions?.notice;
    if (lead === undefined)
        return undefined;
    const condition = 'notice';
    if (met.noticed === undefined)
        return {
            condition,
            reason: `awaiting notice since ${plannedAt}: ${conditions/* NOTICE */.XJ} has to be delivered ${(0,duration/* formatDuration */.a3)(lead)} before the rollout; who may notice records it with the operation notice`,
        };
    const from = (0,instant/* instantOf */.B)(met.noticed) + lead;
    if (now >= from)
        return undefined;
    const reason = `awaiting notice: ${conditions/* NOTICE */.XJ} was delivered at ${met.noticed}, the rollout may begin at ${(0,instant/* instantText */.X)(from)}; sooner by the operation override`;
    return { condition, reason };
}
function backup({ plan, met, plannedAt }) {
    if (plan.conditions?.backup === undefined || met.backedUp !== undefined)
        return undefined;
    const reason = `awaiting backup since ${plannedAt}: who may backup makes one and records it with the operation backup`;
    return { condition: 'backup', reason };
}
function time({ plan }, now) {
    const from = plan.conditions?.notBefore;
    if (from === undefined || now >= (0,instant/* instantOf */.B)(from))
        return undefined;
    const reason = `awaiting not-before: the rollout may begin at ${from}; sooner by the operation override`;
    return { condition: 'not-before', reason };
}
function checklist(checkpoint, state) {
    const missing = missingItems(checkpoint, state);
    if (state.plan.conditions?.checkpoints === undefined || missing.length === 0)
        return undefined;
    const reason = `awaiting checkpoint ${checkpoint}${dueText(checkpoint, state)}: missing ${missing.join(', ')}; who may checkpoint records them with the operation checkpoint`;
    return { condition: checkpoint, reason };
}
/** Ids of the items of a checkpoint that nobody has recorded. */
function missingItems(checkpoint, { met, result }) {
    const done = met.done[checkpoint];
    const items = (0,checkpoints/* itemsOf */.S)(checkpoint, result === 'rolled-back');
    return items.map(({ id }) => id).filter((id) => !done.includes(id));
}
function dueText(checkpoint, { plan, plannedAt }) {
    const from = plan.conditions?.notBefore;
    if (checkpoint === 'post-checked')
        return '';
    if (checkpoint === 'prepared' || from === undefined)
        return ` since ${plannedAt}`;
    return `, due at ${(0,instant/* instantText */.X)((0,instant/* instantOf */.B)(from) - PRE_CHECK_LEAD)}`;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/decide.js

const ENDINGS = {
    completed: 'the release has completed',
    'rolled-back': 'the release has rolled back',
    failed: 'the release has failed: start the pipeline anew to go on',
};
/**
 * The one state machine: every strategy is a list of stages. Decides from the record alone.
 * @param now Milliseconds since 1970. Left out: what waits for a time waits, whatever the time is.
 */
function decide(state, now = Number.NEGATIVE_INFINITY) {
    if (state.result !== undefined)
        return { kind: 'ended', reason: ENDINGS[state.result] };
    if (state.pending !== undefined)
        return { kind: 'settle' };
    if (state.breach === 'pause')
        return { kind: 'paused', reason: state.reason };
    if (state.breach !== undefined)
        return { kind: 'roll-back', reason: state.reason };
    const stage = state.plan.stages[state.stage];
    if (stage === undefined)
        return unlessUnmet({ kind: 'complete' }, state, now);
    // A person who pauses holds what comes next; the stage in hand is judged all the same.
    if (state.shifted)
        return { kind: 'analyse', stage: state.stage };
    if (state.held !== undefined)
        return { kind: 'paused', reason: state.held };
    return unlessUnmet({ kind: 'shift', stage: state.stage, weight: stage.weight }, state, now);
}
function unlessUnmet(step, state, now) {
    const [first, ...others] = unmet(state, now);
    if (first === undefined)
        return step;
    const reason = [first, ...others].map((one) => one.reason).join('; ');
    return { kind: 'await', condition: first.condition, reason };
}

// EXTERNAL MODULE: ./lib/domain/rollout/state.js + 1 modules
var rollout_state = __webpack_require__(49);
;// CONCATENATED MODULE: ./lib/domain/rollout/completing.js
/**
 * The stages with one more that watches all of the traffic once the last has passed.
 * @param watch Its length in milliseconds; undefined: there is none.
 */
function withCompleting(stages, watch) {
    if (watch === undefined)
        return [...stages];
    return [...stages, { weight: 100, bake: watch, minRequests: 0 }];
}
/** Whether a stage is the watch before the end. @param index Of the stage. */
function isCompleting({ stages, completing }, index) {
    return completing !== undefined && index === stages.length - 1;
}
/** A stage by its number, from 1. */
function stageText(plan, index) {
    return isCompleting(plan, index) ? `${index + 1} completing` : String(index + 1);
}

;// CONCATENATED MODULE: ./lib/domain/rollout/state-name.js



const ENDS = {
    completed: 'completed',
    'rolled-back': 'rolled back',
    failed: 'stopped',
};
/**
 * Where a release stands, in a word or two for people.
 * @param now Milliseconds since 1970; left out: what waits for a time waits.
 */
function stateName(state, now) {
    if (state.result !== undefined)
        return ENDS[state.result];
    const step = decide(state, now);
    switch (step.kind) {
        case 'settle':
            return state.pending?.stage === rollout_state/* BACK */.I ? 'rolling back' : 'advancing';
        case 'shift':
            return state.weights === undefined ? 'planned' : 'advancing';
        case 'analyse':
            return isCompleting(state.plan, state.stage) ? 'completing' : 'baking';
        case 'await':
            return `awaiting ${step.condition}`;
        case 'paused':
            return 'paused';
        case 'roll-back':
            return 'rolling back';
        case 'complete':
            return 'completing';
        case 'ended':
            return 'stopped';
    }
}

// EXTERNAL MODULE: ./lib/cli/ledger.js + 1 modules
var ledger = __webpack_require__(129);
;// CONCATENATED MODULE: ./lib/cli/status.js




/** Shows where releases stand, as the ledger knows it. */
const status_status = {
    name: 'status',
    usage: '[--all] [--repository DIR] [--ref REF] [--bundle FILE] [--json]',
    summary: 'show all open releases and freezes; --all shows the ended ones as well',
    options: {
        ...ledger/* SOURCE_OPTIONS */.xK,
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
    },
    run({ values }) {
        return (0,ledger/* withLedger */.CA)(values, ({ chains, files, source, time }) => {
            const shown = chains.filter(({ result, fault }) => values.all === true || result === 'open' || fault !== undefined);
            const frozen = files
                .filter(({ path }) => path.startsWith('open/freezes/'))
                .map(({ path }) => path.slice('open/freezes/'.length, -'.json'.length).replace('/', ' '));
            const broken = shown.some(({ fault }) => fault !== undefined);
            const lines = [
                `${source.ref} at ${source.commit.slice(0, 7)} of ${time}`,
                ...frozen.map((scope) => `FROZEN  ${scope}: close its freeze issue to lift it`),
                ...shown.map((chain) => `${(0,ledger/* nameOf */.Vb)(chain)}  ${stand(chain)}`),
                ...(shown.length === 0 ? ['no release is open'] : []),
            ];
            const json = { commit: source.commit, frozen, releases: shown.map(facts) };
            return { code: broken ? 1 : 0, lines: values.json === true ? [JSON.stringify(json)] : lines };
        });
    },
};
function facts(chain) {
    const { release, entries, result, fault } = chain;
    return { ...release, result, entries: entries.length, stand: stand(chain), fault: fault?.why };
}
function stand({ entries, fault, result }) {
    if (fault !== undefined)
        return `BROKEN: ${fault.why}`;
    const rollout = (0,rollout_state/* rolloutOf */.Z)(entries);
    const last = entries.at(-1)?.time.slice(0, 19) ?? '';
    if (rollout === undefined)
        return 'not planned';
    if (result !== 'open')
        return `${result} ${last}Z: ${rollout.reason}`;
    const { plan, stage, weights } = rollout;
    const step = decide(rollout);
    const share = weights === undefined
        ? 'no traffic yet'
        : Object.entries(weights)
            .map(([slot, weight]) => `${slot} ${weight} %`)
            .join(', ');
    const why = 'reason' in step ? `: ${step.reason}` : '';
    return `${stateName(rollout)}: ${plan.strategy} stage ${Math.min(stage + 1, plan.stages.length)} of ${plan.stages.length}, ${share}; next: ${step.kind}${why}; last entry ${last}Z`;
}


/***/ }),

/***/ 477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ verifyLedger)
});

// EXTERNAL MODULE: ./lib/adapters/git/git-ledger.js
var git_ledger = __webpack_require__(113);
// EXTERNAL MODULE: ./lib/domain/ledger/attachment.js
var attachment = __webpack_require__(151);
// EXTERNAL MODULE: ./lib/domain/ledger/path.js
var ledger_path = __webpack_require__(177);
;// CONCATENATED MODULE: ./lib/domain/ledger/audit-attachments.js


/** Compare every attachment whose bytes are at hand; what the branch shall hold must be there. */
function auditAttachments(chains, atHand) {
    const named = chains.flatMap(({ entries }) => entries.flatMap((entry) => {
        if (entry.kind !== 'attachments')
            return [];
        const path = (0,ledger_path/* entryPath */.s3)(entry.release, entry.seq, entry.kind);
        return entry.payload.attachments.map((one) => ({ ...one, entry: path }));
    }));
    const faults = named.flatMap((one) => {
        const why = faultOf(one, atHand);
        return why === undefined ? [] : [{ path: one.entry, why: `${one.name}: ${why}` }];
    });
    const paths = new Set(named.map(({ digest }) => (0,attachment/* attachmentPath */.L0)(digest)));
    const strangers = [...atHand.ledger.keys()]
        .filter((path) => path.startsWith(attachment/* ATTACHMENTS */.DP) && !paths.has(path))
        .map((path) => ({ path, why: 'no entry names it' }));
    return {
        named: named.length,
        checked: named.filter((one) => bytesOf(one, atHand) !== undefined).length,
        faults: [...faults, ...strangers],
    };
}
function faultOf(one, atHand) {
    const { place, digest, size } = one;
    if ('ledger' in place && place.ledger !== (0,attachment/* attachmentPath */.L0)(digest))
        return 'its place is not that of its digest';
    const bytes = bytesOf(one, atHand);
    if (bytes === undefined)
        return 'ledger' in place ? 'its bytes are missing' : undefined;
    if (`sha256:${bytes.sha256}` !== digest)
        return 'its bytes have another digest';
    return bytes.size === size ? undefined : `it has ${bytes.size} bytes, not ${size}`;
}
function bytesOf({ place }, { ledger, folder }) {
    return 'ledger' in place ? ledger.get(place.ledger) : folder.get(place.asset);
}

;// CONCATENATED MODULE: ./lib/domain/ledger/history.js
/**
 * The branch is append-only: one root, one commit an entry, no entry changed or removed. What was changed and has its
 * first bytes again was repaired, which is worth a note.
 * @param commits From the root on.
 * @param files Git's name of each content at the head, by path.
 */
function auditHistory(commits, files) {
    const first = new Map();
    const touched = [];
    const faults = [];
    for (const [index, { id, parents, changes }] of commits.entries()) {
        const short = id.slice(0, 7);
        if (index > 0 && parents.length !== 1)
            faults.push({
                path: short,
                why: `it has ${parents.length} parents: the branch was rewritten`,
            });
        const entries = changes.filter(({ path }) => path.startsWith('releases/'));
        const added = entries.filter(({ path, status }) => status === 'A' && !first.has(path));
        if (added.length > 1)
            faults.push({
                path: short,
                why: `it adds ${added.length} entries: each has a commit of its own`,
            });
        for (const { path, blob } of added)
            first.set(path, blob);
        for (const change of entries.filter((c) => !added.includes(c)))
            touched.push(touch(change, short, first, files));
    }
    return {
        faults: [...faults, ...touched.filter(({ isWhole }) => !isWhole).map(plain)],
        notes: touched.filter(({ isWhole }) => isWhole).map(plain),
    };
}
const WORDS = { D: 'removed', A: 'put back' };
function touch({ path, status }, commit, first, files) {
    const isWhole = first.get(path) === files.get(path);
    const end = isWhole ? ', and has its first bytes again' : '';
    return { path, why: `it was ${WORDS[status] ?? 'changed'} by ${commit}${end}`, isWhole };
}
const plain = ({ path, why }) => ({ path, why });

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(377);
;// CONCATENATED MODULE: ./lib/domain/ledger/freeze.js

/** What the marker of an open freeze holds: where the freeze was written. */
const FreezeMarker = schemas/* strictObject */.rej({
    version: schemas/* string */.YjP(),
    seq: schemas/* int */.Whr().positive(),
    time: iso/* datetime */.w$(),
});
/** Stands in the body of a scope's freeze issue: the identity of the issue, never its title. */
function freezeMarkerText({ product, channel }) {
    return `<!-- release-actions:freeze ${product}/${channel} -->`;
}
/** Stands in the body of a release's tracking issue. */
function trackingMarkerText(product, version) {
    return `<!-- release-actions:release ${product}/${version} -->`;
}

;// CONCATENATED MODULE: ./lib/domain/ledger/markers.js


/** The markers are an index of what is open: each stands for something, and nothing that is open lacks its own. */
function auditMarkers(files, chains) {
    const markers = new Map(files.filter(({ path }) => path.startsWith('open/')).map((f) => [f.path, f.text ?? '']));
    const expected = new Map(chains.filter(({ fault }) => fault === undefined).map((c) => [(0,ledger_path/* openReleasePath */.b$)(c.release), c]));
    const missing = [...expected]
        .filter(([path, { result }]) => result === 'open' && !markers.has(path))
        .map(([path]) => ({ path, why: 'it is missing: the release is open' }));
    const wrong = [...markers].flatMap(([path, text]) => {
        const why = path.startsWith('open/freezes/')
            ? freezeFault(path, text, chains)
            : releaseFault(expected.get(path));
        return why === undefined ? [] : [{ path, why }];
    });
    return [...missing, ...wrong];
}
function releaseFault(chain) {
    if (chain === undefined)
        return 'it stands for no release';
    return chain.result === 'open' ? undefined : `its release is ${chain.result}`;
}
function freezeFault(path, text, chains) {
    const marker = FreezeMarker.safeParse(jsonOf(text)).data;
    if (marker === undefined)
        return 'it cannot be read';
    const chain = chains.find(({ release }) => (0,ledger_path/* openFreezePath */.HX)(release) === path && release.version === marker.version);
    const entry = chain?.entries[marker.seq - 1];
    return entry?.kind === 'freeze' && entry.time === marker.time
        ? undefined
        : `it names no freeze: entry ${marker.seq} of ${marker.version}`;
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/domain/ledger/trust.js
var trust = __webpack_require__(238);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(550);
// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var canonical = __webpack_require__(766);
;// CONCATENATED MODULE: ./lib/domain/ledger/public-key.js



/** 32 bytes in base64url, of which there is one spelling. */
const X = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
/** SPKI (RFC 8410): what stands before the 32 bytes of the key is always the same. */
const PEM = /^\s*-----BEGIN PUBLIC KEY-----\s+MCowBQYDK2VwAyEA([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048])=\s+-----END PUBLIC KEY-----\s*$/;
const WANTED = 'must be a public Ed25519 key, as PEM (SPKI) or as JWK with kty OKP, crv Ed25519 and x, and never the private one';
const PublicJwk = schemas/* strictObject */.rej({
    kty: schemas/* literal */.euz('OKP', { error: WANTED }),
    crv: schemas/* literal */.euz('Ed25519', { error: WANTED }),
    x: schemas/* string */.YjP({ error: WANTED }).regex(X, { error: WANTED }),
    use: schemas/* literal */.euz('sig').optional(),
    alg: schemas/* enum */.k5n(['EdDSA', 'Ed25519']).optional(),
    kid: schemas/* string */.YjP().max(200).optional(),
}, { error: WANTED });
/** A public Ed25519 key (RFC 8037, RFC 8410). The `kid` of a JWK is not looked at: the thumbprint is. */
const PublicKey = schemas/* union */.KCZ([
    schemas/* string */.YjP({ error: WANTED }).max(300).regex(PEM, { error: WANTED }),
    PublicJwk,
]);
/** The member `x` of the key's JWK: its 32 bytes in base64url. */
function xOf(key) {
    if (typeof key !== 'string')
        return key.x;
    return (PEM.exec(key)?.[1] ?? '').replaceAll('+', '-').replaceAll('/', '_');
}
/** Id of a key: the thumbprint of RFC 7638, SHA-256 in base64url. */
function public_key_thumbprint(x, digest) {
    const hex = digest((0,canonical/* canonical */.$)({ crv: 'Ed25519', kty: 'OKP', x })).slice('sha256:'.length);
    const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number(`0x${pair}`)));
    return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
const Keys = schemas/* union */.KCZ([
    PublicKey.transform((key) => [key]),
    schemas/* strictObject */.rej({ keys: schemas/* array */.YOg(PublicKey).min(1) }).transform(({ keys }) => keys),
]);
/**
 * The `x` of every key in a text: PEM, JWK or JWK set.
 * @throws Failure `bad-input` that shows nothing of the text.
 */
function publicKeysIn(text, name) {
    const { data: keys } = Keys.safeParse(text.trimStart().startsWith('{') ? public_key_jsonOf(text) : text);
    if (keys !== undefined)
        return keys.map(xOf);
    throw new failure/* Failure */.H('bad-input', `${name} holds no public Ed25519 key`, 'Make it of the private one: openssl pkey -in ledger-key.pem -pubout');
}
function public_key_jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(690);
;// CONCATENATED MODULE: ./lib/adapters/ed25519.js



/** Loaded by who has a key: see `digest.ts`. */
const ed25519_crypto = () => process.getBuiltinModule('node:crypto');
/** @param x The public key, 32 bytes in base64url. */
function knownKey(x) {
    const { createPublicKey, verify } = ed25519_crypto();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return {
        kid: public_key_thumbprint(x, digest/* sha256 */.sc),
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
        kid: thumbprint(x, sha256),
        sign: (data) => sign(null, Buffer.from(data), key).toString('base64url'),
    };
}
function privateKeyOf(text) {
    const key = readable(text);
    if (key?.asymmetricKeyType === 'ed25519')
        return key;
    throw new Failure('bad-input', 'input ledger-key: is no private Ed25519 key', 'Make one with openssl genpkey -algorithm ed25519, and give all lines of its file');
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

;// CONCATENATED MODULE: ./lib/cli/key-files.js




/** The public keys of these files: PEM, JWK or JWK set. @throws Failure naming the file. */
function keysOf(files) {
    return files.flatMap((file) => publicKeysIn(textOf(file), file).map(knownKey));
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        throw new failure/* Failure */.H('absent', `the key ${file} cannot be read`);
    }
}

// EXTERNAL MODULE: ./lib/cli/ledger.js + 1 modules
var ledger = __webpack_require__(129);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./lib/cli/measured-files.js




const PIECE = 1024 * 1024;
/** The files that lie directly in a folder, by name; none without a folder. @throws Failure `absent`. */
function measuredIn(folder) {
    if (folder === undefined)
        return new Map();
    try {
        const files = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).filter((one) => one.isFile());
        return new Map(files.map(({ name }) => [name, measured((0,external_node_path_.join)(folder, name))]));
    }
    catch (cause) {
        throw new failure/* Failure */.H('absent', `the folder ${folder} cannot be read`, '', { cause });
    }
}
function measured(path) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const hash = (0,digest/* hashing */.zE)();
        const buffer = Buffer.alloc(PIECE);
        for (let read = -1; read !== 0; hash.take(buffer.subarray(0, read)))
            read = (0,external_node_fs_.readSync)(file, buffer, 0, PIECE, null);
        return hash.done();
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./lib/cli/verify-ledger.js









/** Checks a ledger offline, and names what is wrong and why. */
const verifyLedger = {
    name: 'verify-ledger',
    usage: '[--key FILE]… [--require-signature] [--attachments DIR] [--repository DIR] [--ref REF] [--bundle FILE] [--json]',
    summary: 'check a ledger offline: every entry, hash, signature, plan, marker and attachment, and that nothing was changed',
    options: {
        ...ledger/* SOURCE_OPTIONS */.xK,
        key: { type: 'string', multiple: true },
        'require-signature': { type: 'boolean', default: false },
        attachments: { type: 'string' },
        json: { type: 'boolean', default: false },
    },
    run({ values }) {
        const { 'require-signature': required, json } = values;
        const folder = measuredIn(values.attachments);
        const keys = keysOf(values.key ?? []);
        const answer = (ledger) => {
            const found = inspect(ledger, { keys, required: required === true, folder });
            return {
                code: found.faults.length === 0 ? 0 : 1,
                lines: json === true ? [JSON.stringify(found)] : linesOf(ledger, found),
            };
        };
        return (0,ledger/* withLedger */.CA)(values, answer, keys);
    },
};
function inspect(ledger, { keys, required, folder }) {
    const { chains, files, blobs, source, strangers } = ledger;
    const history = auditHistory((0,git_ledger/* readHistory */.Lu)(source.folder, source.commit), blobs);
    const entries = chains.flatMap((chain) => chain.entries);
    const held = (0,git_ledger/* readAttachments */.V_)(source.folder, blobs);
    const { named, checked, faults } = auditAttachments(chains, { ledger: held, folder });
    const signers = entries.flatMap(({ signature }) => signature?.kid ?? []);
    return {
        commit: source.commit,
        releases: chains.length,
        entries: entries.length,
        signed: signers.length,
        signers: [...new Set(signers)],
        keys: keys.map(({ kid }) => kid),
        ...(named === 0 ? {} : { attachments: { named, checked } }),
        faults: [
            ...chains.flatMap(({ fault }) => fault ?? []),
            ...strangers,
            ...history.faults,
            ...auditMarkers(files, chains),
            ...faults,
            ...(required ? chains.flatMap((chain) => unproved(chain, keys)) : []),
        ],
        notes: history.notes,
    };
}
/** What is missing of a chain where each entry must be signed by somebody who is known. */
function unproved({ entries: chain }, keys) {
    const entry = (0,trust/* firstUnsigned */.MO)(chain) ?? chain[0];
    if (entry === undefined || (entry.signature !== null && keys.length > 0))
        return [];
    const why = entry.signature === null ? 'it is unsigned' : 'it is signed, and no key was given';
    return [{ path: (0,ledger_path/* entryPath */.s3)(entry.release, entry.seq, entry.kind), why }];
}
function linesOf({ chains, source, time }, found) {
    const { faults, notes, releases, entries } = found;
    return [
        `${source.ref} at ${source.commit.slice(0, 7)} of ${time}`,
        ...chains.map(chainLine),
        ...notes.map(({ path, why }) => `note    ${path}: ${why}`),
        ...faults.map(({ path, why }) => `FAILED  ${path}: ${why}`),
        `${faults.length === 0 ? 'pass' : 'fail'}: ${releases} releases, ${entries} entries, ${signaturesText(found)}${attachmentsText(found)}; ${faults.length} faults`,
    ];
}
function attachmentsText({ attachments }) {
    if (attachments === undefined)
        return '';
    const { named, checked } = attachments;
    const rest = checked === named ? '' : `, ${named - checked} not at hand`;
    return `, ${named} attachments, ${checked} checked${rest}`;
}
function chainLine(chain) {
    const { entries, head, result, fault } = chain;
    const mark = fault === undefined ? 'ok    ' : 'BROKEN';
    return `${mark}  ${(0,ledger/* nameOf */.Vb)(chain)}  ${entries.length} entries  ${result}  ${head ?? 'no whole entry'}  ${(0,trust/* signersText */.l3)(entries)}`;
}
function signaturesText({ signed, entries, signers, keys }) {
    if (signed === 0)
        return 'unsigned';
    const many = signed === entries ? 'all' : String(signed);
    return keys.length === 0
        ? `${many} signed by ${signers.join(', ')}, unchecked: nobody's key was given`
        : `${many} signed, checked with ${keys.length} ${keys.length === 1 ? 'key' : 'keys'}`;
}


/***/ }),

/***/ 427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* unused harmony exports parseDuration, Duration */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_MS = 366 * 86_400_000;
const GRAMMAR = /^(?:\d{1,6}d)?(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?(?:\d{1,9}ms)?$/;
/**
 * Milliseconds of a duration such as `15m`, `48h`, `1h30m` or `500ms`: units descend, each at most once.
 * Undefined for a missing unit, nothing, zero and anything above 366 days.
 */
function parseDuration(text) {
    if (text === '' || !GRAMMAR.test(text))
        return undefined;
    const parts = text.matchAll(/(\d+)(ms|[smhd])/g);
    const ms = [...parts].reduce((sum, [, n, unit]) => sum + Number(n) * (UNITS[unit ?? ''] ?? 0), 0);
    return ms > 0 && ms <= LONGEST_MS ? ms : undefined;
}
/** The shortest duration text of so many milliseconds (a whole number ≥ 1), for example `1h30m`. */
function formatDuration(ms) {
    const [text] = Object.entries(UNITS)
        .sort((a, b) => b[1] - a[1])
        .reduce(([done, rest], [unit, size]) => {
        const n = Math.floor(rest / size);
        return n === 0 ? [done, rest] : [`${done}${n}${unit}`, rest - n * size];
    }, ['', Math.round(ms)]);
    return text === '' ? '0ms' : text;
}
/** A duration in the config; its value stays text so that the schema can be published, `parseDuration` reads it. */
const Duration = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine((text) => parseDuration(text) !== undefined, {
    error: 'must be a duration with its unit, such as 500ms, 30s, 15m, 48h or 1h30m',
})
    .meta({ id: 'Duration', pattern: GRAMMAR.source, examples: ['30s', '15m', '48h'] });


/***/ }),

/***/ 593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ instantOf),
/* harmony export */   X: () => (/* binding */ instantText)
/* harmony export */ });
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

/***/ 151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ ATTACHMENTS),
/* harmony export */   L0: () => (/* binding */ attachmentPath),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   o3: () => (/* binding */ Attachment)
/* harmony export */ });
/* unused harmony exports LARGEST_IN_LEDGER, AttachmentName */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);

/** Bytes that fit into the ledger itself; what is larger lies where the release keeps its files. */
const LARGEST_IN_LEDGER = (/* unused pure expression or super */ null && (256 * 1024));
/** Folder of the ledger's branch that holds attached bytes, with the final slash. */
const ATTACHMENTS = 'attachments/';
/** A name that is safe in paths, tables and logs. */
const AttachmentName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9][\w.+-]{0,99}$/, { error: 'must be letters, digits, dots, hyphens' });
/** Evidence beside the record: what it is called, its bytes by their digest, and where they lie. */
const Attachment = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: AttachmentName,
    /** Bytes. */
    size: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/),
    place: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        /** Path on the ledger's branch, named by the digest. */
        zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ledger: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
        /** Asset of the GitHub release of this tag. */
        zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ asset: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), tag: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
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


/***/ }),

/***/ 374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ auditChains),
  P: () => (/* binding */ chainOfVersion)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(550);
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

// EXTERNAL MODULE: ./lib/domain/rollout/state.js + 1 modules
var state = __webpack_require__(49);
// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var canonical = __webpack_require__(766);
;// CONCATENATED MODULE: ./lib/domain/config/complaint.js
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(377);
// EXTERNAL MODULE: ./lib/domain/rollout/audience.js + 1 modules
var audience = __webpack_require__(45);
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
var conditions = __webpack_require__(742);
;// CONCATENATED MODULE: ./lib/domain/rollout/downtime.js

/** A downtime that was declared for a release: whole seconds, in UTC. */
const Downtime = schemas/* strictObject */.rej({
    /** `lock`: data is locked. `window`: the service may be away. */
    kind: schemas/* enum */.k5n(['lock', 'window']),
    from: iso/* datetime */.w$({ precision: 0 }),
    to: iso/* datetime */.w$({ precision: 0 }),
    reason: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./lib/domain/rollout/plan.js





/** The strategies are the same state machine with other stages. */
const STRATEGIES = ['direct', 'canary', 'blue-green', 'rolling', 'stepwise'];
const PlannedObjective = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    metric: schemas/* string */.YjP(),
    query: schemas/* string */.YjP().nullable(),
    unit: schemas/* enum */.k5n(['ratio', 'milliseconds', 'count']),
    limit: schemas/* number */.aig(),
    direction: schemas/* enum */.k5n(['at-most', 'at-least']),
    onBreach: schemas/* enum */.k5n(['pause', 'rollback']),
    minSamples: schemas/* int */.Whr().positive(),
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
    artefacts: schemas/* array */.YOg(PlannedArtefact),
    /** Percent of desktop clients, 1 to 100. */
    desktopRolloutPercentage: schemas/* int */.Whr().min(1).max(100),
});
/** Milliseconds from the first weight to the end of the last bake. */
function plannedDuration(plan) {
    return plan.stages.reduce((sum, stage) => sum + stage.bake, 0);
}

// EXTERNAL MODULE: ./lib/domain/ledger/attachment.js
var attachment = __webpack_require__(151);
// EXTERNAL MODULE: ./lib/domain/rollout/checkpoints.js
var checkpoints = __webpack_require__(577);
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

// EXTERNAL MODULE: ./lib/domain/ledger/signature.js
var signature = __webpack_require__(982);
;// CONCATENATED MODULE: ./lib/domain/ledger/entry.js






const VerdictWord = schemas/* enum */.k5n(['pass', 'fail', 'inconclusive']);
const WeightMap = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().min(0).max(100));
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
});
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
        breach: schemas/* enum */.k5n(['none', 'pause', 'rollback']),
    }),
    /** What a person decided about a rollout. `by`: the login, and the role that the config asks for. */
    decision: schemas/* strictObject */.rej({
        decision: schemas/* enum */.k5n(['pause', 'resume']),
        by: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
    }),
    /** Files that are kept as evidence. */
    attachments: schemas/* strictObject */.rej({ attachments: schemas/* array */.YOg(attachment/* Attachment */.o3).min(1).max(20) }),
    freeze: schemas/* strictObject */.rej({ reason: schemas/* string */.YjP() }),
    lift: schemas/* strictObject */.rej({ by: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), issue: schemas/* int */.Whr() }),
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
    signature: signature/* Signature */.to.nullable(),
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
    const value = jsonOf(text);
    if (value === undefined)
        return { fault: 'it is no JSON' };
    const { data: entry, error } = Entry.safeParse(value);
    if (entry === undefined)
        return { fault: shapeFault(value, error?.issues[0]) };
    const fault = canonicalFault(entry, text);
    return fault === undefined ? { entry } : { fault };
}
function jsonOf(text) {
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
    const path = issue === undefined ? [] : complaintOf(issue).path;
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

// EXTERNAL MODULE: ./lib/domain/ledger/trust.js
var trust = __webpack_require__(238);
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
        const why = (0,trust/* signatureFault */.jY)(judged.entry, entries, keys);
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
    throw new Failure('broken-chain', `the ledger of ${name} is broken at entry ${broken.seq}: ${broken.why}`, 'Restore the branch release-ledger from before the change, see docs/ledger.md');
}

// EXTERNAL MODULE: ./lib/domain/ledger/path.js
var ledger_path = __webpack_require__(177);
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
        const wanted = (0,ledger_path/* entryPath */.s3)(entry.release, entry.seq, entry.kind);
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
    const rollout = (0,state/* rolloutOf */.Z)(entries);
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
        throw new failure/* Failure */.H('absent', `the ledger has no release ${version}`, 'See release-actions status --all');
    if (others.length === 0)
        return first;
    const names = found.map(({ release }) => (0,ledger_path/* chainFolder */.Cz)(release)).join(', ');
    throw new failure/* Failure */.H('ambiguous', `${version} is ${names}`, 'Name it with --product and --channel');
}


/***/ }),

/***/ 766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical)
/* harmony export */ });
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(799);

/** Canonical JSON (RFC 8785): one text for one value, so that a hash means the value. */
function canonical(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('no canonical form');
    return text;
}


/***/ }),

/***/ 177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ chainFolder),
/* harmony export */   HX: () => (/* binding */ openFreezePath),
/* harmony export */   b$: () => (/* binding */ openReleasePath),
/* harmony export */   s3: () => (/* binding */ entryPath)
/* harmony export */ });
/* unused harmony exports pathPart, scopeFolder, OPEN_RELEASES, releaseOfMarker */
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
function chainFolder(release) {
    return `releases/${keyPath(release)}/`;
}
/** Folder of all chains of a product's channel, with the final slash. */
function scopeFolder({ product, channel }) {
    return `releases/${pathPart(product)}/${pathPart(channel)}/`;
}
function entryPath(release, seq, kind) {
    return `${chainFolder(release)}${String(seq).padStart(6, '0')}-${kind}.json`;
}
/** Marker of a release that is not finished: what is open is found without walking what is done. */
function openReleasePath(release) {
    return `open/releases/${keyPath(release)}.json`;
}
/** Folder of the markers of open releases, with the final slash. */
const OPEN_RELEASES = 'open/releases/';
/** Whose marker a path of that folder is; undefined for anything else that lies there. */
function releaseOfMarker(path) {
    const [, parts] = /^open\/releases\/(.+)\.json$/.exec(path) ?? [];
    const [product, channel, version, ...rest] = (parts ?? '').split('/');
    if (product === undefined || channel === undefined || version === undefined || rest.length > 0)
        return undefined;
    const release = {
        product: decodeURIComponent(product),
        channel: decodeURIComponent(channel),
        version: decodeURIComponent(version),
    };
    return openReleasePath(release) === path ? release : undefined;
}
function openFreezePath({ product, channel }) {
    return `open/freezes/${pathPart(product)}/${pathPart(channel)}.json`;
}


/***/ }),

/***/ 982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ formFault),
/* harmony export */   to: () => (/* binding */ Signature),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* unused harmony export signed */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(766);


/** Who signed an entry, and the signature: a compact JWS (RFC 7515) whose payload is left out (its appendix F). */
const Signature = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Thumbprint (RFC 7638) of the public key. */
    kid: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[\w-]{43}$/),
    jws: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
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
const Header = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ alg: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J(), kid: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J() });
const shown = (alg) => typeof alg === 'string' && /^[\w-]{1,20}$/.test(alg) ? alg : 'unknown';
/** The protected header (RFC 8037): nothing in it can be chosen. */
function headerOf(kid) {
    return base64url((0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)({ alg: 'EdDSA', kid }));
}
/** What is signed: the header, and the canonical entry as it was before it was signed. */
function signingInput(header, entry) {
    return `${header}.${base64url((0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)({ ...entry, signature: null }))}`;
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


/***/ }),

/***/ 238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MO: () => (/* binding */ firstUnsigned),
/* harmony export */   jY: () => (/* binding */ signatureFault),
/* harmony export */   l3: () => (/* binding */ signersText)
/* harmony export */ });
/* unused harmony exports UNSIGNED, proveSigned, proveWritable, noKey */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(550);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(982);


/** Nothing is signed, and nothing is asked. */
const UNSIGNED = { keys: [], required: false, signer: undefined };
/** What is wrong with the signature of an entry, after these ones. */
function signatureFault(entry, before, keys) {
    const { signature } = entry;
    if (signature === null)
        return before.at(-1)?.signature ? 'it is unsigned, and the one before it is signed' : undefined;
    const fault = (0,_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .formFault */ .$L)(signature);
    if (fault !== undefined || keys.length === 0)
        return fault;
    const key = keys.find(({ kid }) => kid === signature.kid);
    if (key === undefined)
        return `it is signed with the key ${signature.kid}, which is not among the trusted ones (ledger.keys, --key)`;
    if ((0,_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isOf */ .yW)(entry, key))
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
    throw new Failure('unsigned', `entry ${unsigned.seq} of ${product} ${channel} ${version} is unsigned, and ledger.require-signature is true`, 'See docs/ledger.md#switching-signatures-on');
}
/** What stops a release may always be written, whatever the chain holds, and what ends that too. */
const STOPPING = (/* unused pure expression or super */ null && (['freeze', 'lift']));
/** @throws Failure `unsigned` where an entry of this kind would not be read again, or be acted on. */
function proveWritable(kind, chain, release, signing) {
    if (!STOPPING.includes(kind))
        proveSigned(chain, release, signing);
    if (signing.signer !== undefined)
        return;
    if (signing.required)
        throw noKey('ledger.require-signature is true');
    if (chain.at(-1)?.signature)
        throw noKey(`the chain of ${release.version} is signed`);
}
/** A run that would have to sign and cannot. */
function noKey(why) {
    return new Failure('unsigned', `${why}, and this run has no key`, 'Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key');
}
/** Who signed a chain, for people: key ids or `unsigned`. */
function signersText(chain, show = (kid) => kid) {
    const kids = chain.flatMap(({ signature }) => signature?.kid ?? []);
    if (kids.length === 0)
        return 'unsigned';
    const part = kids.length === chain.length ? '' : `${kids.length} of ${chain.length} entries `;
    return `${part}signed by ${[...new Set(kids)].map(show).join(', ')}`;
}


/***/ }),

/***/ 45:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ln: () => (/* binding */ Audience),
  kO: () => (/* binding */ forAudience)
});

// UNUSED EXPORTS: audienceText, isSameAudience, shrinkingAt

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(857);
;// CONCATENATED MODULE: ./lib/domain/config/text.js

/** A name that is safe in paths, labels and file names. */
const Slug = schemas/* string */.YjP()
    .max(64)
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');
/** A command as an argv array; no shell ever sees it. */
const Argv = schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(4096).refine(isPassable, { error: 'must not hold NUL' }))
    .min(1)
    .max(64)
    .meta({ id: 'Argv' });
/** An absolute http(s) URL without user, password, query or fragment, whose host is written as it is looked up. */
const HttpUrl = schemas/* string */.YjP().max(2048).refine(isPlainUrl, {
    error: 'must be an absolute http(s) URL in ASCII, without credentials, query or fragment, and without a dot behind its host',
});
/** Scheme, host and port, nothing else. */
const Origin = schemas/* string */.YjP()
    .max(300)
    .refine((text) => isPlainUrl(text) && new URL(text).origin === text, {
    error: 'must be an origin such as https://prometheus.example or http://127.0.0.1:9090',
});
/** The system ends an argument at NUL. */
function isPassable(text) {
    return !text.includes('\0');
}
/** A letter of another script may look like one of ours, and a host with a dot at its end is another origin. */
function isPlainUrl(text) {
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol))
        return false;
    const isAsWritten = /^[\x21-\x5b\x5d-\x7e]+$/.test(text) && !url.hostname.endsWith('.');
    return isAsWritten && url.username + url.password + url.search + url.hash === '';
}

;// CONCATENATED MODULE: ./lib/domain/rollout/audience.js


const Tenant = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be letters, digits, dots, hyphens and underscores, 64 at most');
/** To whom a stage shows the new version: the weight is what this makes of all the traffic. */
const Audience = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({
        tenants: schemas/* array */.YOg(Tenant)
            .min(1)
            .max(200)
            .refine((all) => new Set(all).size === all.length, { error: 'names a tenant twice' })
            .describe('Either these customers, by the ids that the router knows them by,'),
    }),
    schemas/* strictObject */.rej({ ring: Slug.describe('or this update channel, such as `internal`.') }),
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

/***/ 577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ itemsOf),
/* harmony export */   Y: () => (/* binding */ CHECKPOINTS)
/* harmony export */ });
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

/***/ 742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XJ: () => (/* binding */ NOTICE),
/* harmony export */   Xo: () => (/* binding */ Conditions),
/* harmony export */   cu: () => (/* binding */ OVERRIDABLE)
/* harmony export */ });
/* unused harmony export CONDITIONS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(377);

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

/***/ 49:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ BACK),
  Z: () => (/* binding */ rolloutOf)
});

// EXTERNAL MODULE: ./lib/domain/instant.js
var instant = __webpack_require__(593);
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
        reason: '',
        pending: undefined,
        since: undefined,
        held: undefined,
        met: NOTHING_MET,
        weights: undefined,
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
function decided(state, { payload, time }) {
    if (payload.decision === 'pause')
        return { ...state, held: `paused by ${payload.by}: ${payload.reason}` };
    const goesOn = { ...state, held: undefined };
    // A stage that paused by itself is judged anew, from now on.
    return state.breach === 'pause' ? { ...goesOn, breach: undefined, since: time } : goesOn;
}
/** A way back that has begun is gone to its end, also when the run that began it died after the shift. */
function intended(state, intent) {
    if (intent.stage !== BACK)
        return { ...state, pending: intent };
    return { ...state, pending: intent, breach: 'rollback', reason: intent.reason };
}
/** Where a release stands when a stage has passed. */
const NEXT = { shifted: false, since: undefined, breach: undefined, reason: '' };
function judged(state, verdict) {
    // Nothing that is judged later turns a way back around.
    if (verdict.stage !== state.stage || state.breach === 'rollback')
        return state;
    if (verdict.breach === 'none' && verdict.verdict === 'pass')
        return { ...state, ...NEXT, stage: state.stage + 1 };
    return { ...state, breach: verdict.breach, reason: verdict.reason };
}
function settled(state, outcome, time) {
    if (outcome.effect === 'release')
        return { ...state, result: outcome.result, reason: outcome.reason };
    const forward = outcome.stage === state.stage;
    const since = forward ? time : undefined;
    return { ...state, pending: undefined, weights: outcome.weights, shifted: forward, since };
}


/***/ })

};
