export const id = 623;
export const ids = [623];
export const modules = {

/***/ 7690:
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

/***/ 5113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   SC: () => (/* binding */ readLedger),
/* harmony export */   V_: () => (/* binding */ readAttachments),
/* harmony export */   io: () => (/* binding */ readBytes)
/* harmony export */ });
/* harmony import */ var _domain_ledger_attachment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6151);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7690);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7863);



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
/** The bytes of one file of a commit; undefined where it has none of that path. @param blobs As above. */
function readBytes(folder, blobs, path) {
    const blob = blobs.get(path);
    return blob === undefined ? undefined : (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$)(folder, ['cat-file', 'blob', blob]);
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

/***/ 7863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ git)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7550);


const LARGEST = 1024 * 1024 * 1024;
/** Run git in a folder and give what it prints. @throws Failure `absent`, or `refused` with git's first line. */
function git(folder, args, input = '') {
    const { status, stdout, stderr, error } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', ['-C', folder, ...args], {
        input,
        maxBuffer: LARGEST,
    });
    if (error !== undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('absent', `git cannot be started (${error.message})`, 'Install git');
    if (status === 0)
        return stdout;
    const [first = ''] = stderr.toString('utf8').trim().split('\n');
    const said = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('refused', `git ${args[0]}: ${said}`);
}


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {

/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8532);

// A process that checks each schema once gains nothing from code that is generated for it. A schema looks at this when
// it is made, so whoever imports this does it first.
zod__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W({ jitless: true });


/***/ }),

/***/ 2546:
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
 * What of a secret tells it: all of it, its lines, what they say behind `NAME=`, and the long words in them, of which the `d` of
 * a private JWK is one. A line of braces is none.
 */
function tellingParts(secret) {
    const words = secret.match(/[\w+/=-]{40,}/g) ?? [];
    const lines = secret.split(/[\r\n]+/);
    const values = lines.map((line) => line.replace(/^\s*[A-Z][A-Z0-9_]*=\s*/, '').trim());
    return [...new Set([secret, ...lines, ...values, ...words])].filter((part) => part.length >= SHORTEST);
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

/***/ 2677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7550);



const PROTOCOL = 'judgebench/1';
const USAGE = `--input FILE | --dialect kayenta|keptn --config FILE --input FILE | --protocol ${PROTOCOL} < FILE`;
const CODES = { pass: 0, fail: 1, inconclusive: 2 };
/** Judges samples, or rollouts look by look. What it needs is loaded when it is asked for: no other command needs it. */
const judge = {
    name: 'judge',
    usage: USAGE,
    summary: 'judge a canary by samples, or rollouts look by look: JSON in, JSON out',
    options: {
        protocol: { type: 'string' },
        input: { type: 'string' },
        dialect: { type: 'string' },
        config: { type: 'string' },
    },
    async run({ values, positionals }) {
        const { protocol, input, dialect, config } = values;
        if (positionals.length > 0)
            throw misused('judge takes options only');
        if (protocol !== undefined) {
            if ((input ?? dialect ?? config) !== undefined)
                throw misused('--protocol goes with no other option');
            return rollouts(protocol);
        }
        if (input === undefined)
            throw misused('neither input nor protocol is given');
        if (dialect !== undefined)
            return inDialect(dialect, config, input);
        if (config !== undefined)
            throw misused('--config goes with --dialect');
        const { samples } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 6091));
        const { verdict, lines } = samples(fileText(input));
        return { code: CODES[verdict], lines };
    },
};
async function rollouts(protocol) {
    if (protocol !== PROTOCOL)
        throw misused('unknown protocol');
    const { judgebench } = await __webpack_require__.e(/* import() */ 124).then(__webpack_require__.bind(__webpack_require__, 1124));
    return { code: 0, lines: judgebench(await stdin()) };
}
async function inDialect(dialect, config, input) {
    if (config === undefined)
        throw misused('a dialect needs --config FILE');
    const { DIALECTS } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(91), __webpack_require__.e(718)]).then(__webpack_require__.bind(__webpack_require__, 1718));
    const read = Object.hasOwn(DIALECTS, dialect) ? DIALECTS[dialect] : undefined;
    if (read === undefined)
        throw misused('unknown dialect');
    const { verdict, lines } = read(fileText(config), fileText(input));
    return { code: CODES[verdict], lines };
}
function fileText(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('bad-input', `judge: the file ${file} cannot be read`);
    }
}
async function stdin() {
    try {
        return await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(process.stdin);
    }
    catch {
        throw misused('stdin cannot be read');
    }
}
function misused(problem) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('bad-input', `judge: ${problem}`, `Usage: release-actions judge ${USAGE}`);
}


/***/ }),

/***/ 5129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xK: () => (/* binding */ SOURCE_OPTIONS),
  Vb: () => (/* binding */ nameOf),
  CA: () => (/* binding */ withLedger)
});

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(7690);
// EXTERNAL MODULE: ./lib/adapters/git/git-ledger.js
var git_ledger = __webpack_require__(5113);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/adapters/git/git.js
var git = __webpack_require__(7863);
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
    throw new failure/* Failure */.HR('absent', `${folder} has no ${names.join(' and no ')}`, `Fetch it: git fetch origin ${BRANCH}:refs/remotes/origin/${BRANCH}`);
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
        throw new failure/* Failure */.HR('absent', `there is no file ${file}`);
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
            throw new failure/* Failure */.HR('absent', `${file} holds no branch ${BRANCH}`, `Make it with git bundle create FILE ${BRANCH}`);
        const [, ref = ''] = REFS;
        (0,git/* git */.$)(folder, ['fetch', '--quiet', bundle, `${name}:${ref}`]);
        return { ...fromClone(folder, ref), [Symbol.dispose]: dispose };
    }
    catch (error) {
        dispose();
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/domain/ledger/audit.js + 7 modules
var audit = __webpack_require__(9408);
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

/***/ 3731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ log)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/ledger/audit.js + 7 modules
var audit = __webpack_require__(9408);
// EXTERNAL MODULE: ./lib/domain/ledger/trust.js
var trust = __webpack_require__(5238);
// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/ledger/attachment.js
var attachment = __webpack_require__(6151);
// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var rollout_audience = __webpack_require__(8850);
// EXTERNAL MODULE: ./lib/domain/rollout/state.js + 1 modules
var state = __webpack_require__(3049);
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
        case 'alarm':
            return entry.payload.evidence
                .map(({ name, answer, limit }) => `told of ${name}: ${answer}, wanted ${limit}`)
                .join('; ');
        case 'told':
            return `told of ${entry.payload.event} (entry ${entry.payload.about}): ${entry.payload.channels.join(', ') || 'nobody'}`;
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
var ledger = __webpack_require__(5129);
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
            throw new failure/* Failure */.HR('bad-input', 'log: the version is missing', 'release-actions log 1.2.0');
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

/***/ 3637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ replay_replay)
});

// EXTERNAL MODULE: ./lib/adapters/digest.js
var adapters_digest = __webpack_require__(7690);
// EXTERNAL MODULE: ./lib/adapters/git/git-ledger.js
var git_ledger = __webpack_require__(5113);
;// CONCATENATED MODULE: ./lib/domain/statistics/sequential-rates.js
/**
 * ln of the evidence, after all looks so far, that the first group's rate of events is more than `allowed` times the
 * second's. While it is not, the evidence exceeds 1/alpha at *any* look with probability alpha at most, whatever the common
 * rate does from look to look (a shared incident, the night) and however rare events are: given the events of both groups
 * in a look, the first group's share of them no longer depends on the rate, and each suspected multiple is a likelihood
 * ratio of binomials. Their mean is a mixture SPRT (H. Robbins, "Statistical methods related to the law of the iterated
 * logarithm", Annals of Mathematical Statistics 41, 1970), and by Ville's inequality a test at every look.
 *
 * Exact for Poisson counts. For hits among trials the events fall as in a hypergeometric, which lies closer together, so
 * the evidence is smaller than it may be, never greater (W. Hoeffding, "Probability inequalities for sums of bounded random
 * variables", JASA 58, 1963, theorem 4). For the other direction swap the groups. 0 without an event.
 */
function sequentialRates(looks, question) {
    const { allowed, suspected } = question;
    const evidence = suspected.map((multiple) => looks.reduce((log, look) => log + logRatio(look, multiple, allowed), 0));
    return logMean(evidence);
}
/** ln of the likelihood ratio of two multiples, given the events of both groups. */
function logRatio({ first, second }, multiple, allowed) {
    const events = first.events + second.events;
    if (events === 0)
        return 0;
    const share = first.exposure / (first.exposure + second.exposure);
    // Of the first group's share of events under either multiple only the quotient counts.
    const common = Math.log1p(share * (multiple - 1)) - Math.log1p(share * (allowed - 1));
    return first.events * Math.log(multiple / allowed) - events * common;
}
function logMean(logs) {
    const highest = Math.max(...logs);
    if (!Number.isFinite(highest))
        return highest;
    const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0);
    return highest + Math.log(total / logs.length);
}

// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(4356);
;// CONCATENATED MODULE: ./lib/domain/judging/against-baseline.js


/** A false stop has this probability at most, over all looks at one stage. */
const ALPHA = 0.01;
/** How many times worse than allowed a bad version may be: tried equally. */
const SUSPECTED = [1.5, 2, 4, 8, 32];
/** Whether a value is a share of the samples, so that what lies behind it can be counted. */
function isCounted({ unit, query }) {
    return unit === 'ratio' && query === null;
}
/** The last value that is not worse than the baseline by more than the bound; NaN where the baseline has none. */
function allowedBeside(objective, { baseline }) {
    const value = baseline?.value ?? Number.NaN;
    // Of a value below zero the same share is allowed, in the same direction.
    const room = objective.limit * Math.abs(value);
    return (0,judging_objective/* isUpperLimit */.kA)(objective) ? value + room : value - room;
}
/**
 * Not worse than the baseline by more than the bound. A share of requests is worse when the evidence for it reaches
 * 100 to 1, however often it is looked at; of any other value only the two numbers are known.
 */
function againstBaseline(objective, seen) {
    if (isCounted(objective))
        return evidenceAgainst(objective, seen) < 1 / ALPHA ? 'pass' : 'fail';
    const { value } = seen;
    return (0,judging_objective/* isWithin */.UO)(value, objective.direction, allowedBeside(objective, seen)) ? 'pass' : 'fail';
}
/**
 * How many times likelier what was counted is where the new version is worse than allowed. Over windows that grow from one
 * start, with the traffic split as it is, this is the evidence of all looks so far.
 */
function evidenceAgainst(objective, seen) {
    const mine = rateOf(seen);
    const theirs = rateOf(seen.baseline ?? { samples: 0 });
    if (mine.exposure === 0 || theirs.exposure === 0)
        return 1;
    const isWorseAbove = (0,judging_objective/* isUpperLimit */.kA)(objective);
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

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
;// CONCATENATED MODULE: ./lib/domain/judging/doubt.js


/** A share that two sums of the same series give may lie so far beyond 1. */
const ROUNDING = 1e-6;
/** The policies for what is no proper value, in their order; undefined where there is nothing to doubt. */
function doubtOf(objective, seen) {
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
    const remedy = `a sample of the last ${(0,duration/* formatDuration */.a3)(maxAge)}`;
    if (age === undefined)
        return { text: ', and the source does not say how old it is', remedy };
    return { text: `, newest sample ${(0,duration/* formatDuration */.a3)(age)} old`, remedy };
}
/** Only a window of its own has to be whole: that of a stage begins with it. */
function partial({ window }, { covered }) {
    if (window === undefined || covered === undefined || covered >= window)
        return undefined;
    return {
        text: `, over ${(0,duration/* formatDuration */.a3)(covered)} of ${(0,duration/* formatDuration */.a3)(window)}`,
        remedy: `a source that remembers ${(0,duration/* formatDuration */.a3)(window)}`,
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
    return { text: `, baseline with ${(0,judging_objective/* formatValue */.Fl)(Number.NaN, unit)}`, remedy };
}
/**
 * The value keeps its limit, and the samples leave open whether the true one does. A value beyond the limit is never unsure: that is what was seen.
 */
function unsure(objective, { value, interval }) {
    if (interval === undefined || objective.must !== undefined || objective.versus !== undefined)
        return undefined;
    const { direction, limit } = objective;
    const mayBreak = (0,judging_objective/* isWithin */.UO)(value, direction, limit) && !(0,judging_objective/* isWithin */.UO)((0,judging_objective/* worstIn */.BP)(interval, objective), direction, limit);
    return mayBreak ? { text: '', remedy: 'more samples' } : undefined;
}

// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/domain/statistics/wilson.js
var wilson = __webpack_require__(3980);
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
function limitText(objective, seen) {
    const { must, versus, direction, limit, unit } = objective;
    if (must === 'grow')
        return 'growth';
    if (versus === undefined)
        return `${WORDS[direction]} ${(0,judging_objective/* formatValue */.Fl)(limit, unit)}`;
    const side = (0,judging_objective/* isUpperLimit */.kA)(objective) ? '+' : '-';
    const bound = `the baseline ${side} ${(0,ratio/* formatRatio */.B0)(limit)}`;
    const allowed = seen === undefined ? Number.NaN : allowedBeside(objective, seen);
    if (!Number.isFinite(allowed))
        return `${WORDS[direction]} ${bound}`;
    return `${WORDS[direction]} ${(0,judging_objective/* formatValue */.Fl)(allowed, unit)}, ${bound}`;
}
/** What the source is sure of, for people; empty where it does not say. */
function sureText(objective, { interval }) {
    if (interval === undefined)
        return '';
    const word = (0,judging_objective/* isUpperLimit */.kA)(objective) ? 'at most' : 'at least';
    return `, surely ${word} ${(0,judging_objective/* formatValue */.Fl)((0,judging_objective/* worstIn */.BP)(interval, objective), objective.unit)}`;
}
/** Where the true value lies: as the source says, else with 95 % by Wilson; undefined where nothing was counted. */
function intervalOf(objective, { value, samples, interval }) {
    if (interval !== undefined)
        return interval;
    const isShare = value >= 0 && value <= 1 && samples > 0 && Number.isFinite(samples);
    if (!isCounted(objective) || !isShare)
        return undefined;
    const { lower, upper } = (0,wilson/* wilsonInterval */.Y)({ hits: value * samples, trials: samples }, CONFIDENCE);
    return { lower, upper: Math.min(1, upper) };
}
/** What would change the verdict, for people; undefined where that is nobody's to say. */
function hintOf(objective, seen, doubt, found) {
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
    const text = `${TURNS[direction][found]} ${(0,judging_objective/* formatValue */.Fl)(bound, unit)}`;
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
function judgeObjective(objective, seen) {
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
        answer: `${(0,judging_objective/* formatValue */.Fl)(value, objective.unit)}${sureText(objective, seen)}${doubt?.text ?? streak ?? ''}`,
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
    const within = (0,judging_objective/* isWithin */.UO)(seen.value, direction, limit);
    // Beyond every limit is a failure; an infinite value within one was never measured.
    if (within && !Number.isFinite(seen.value))
        return 'inconclusive';
    return within ? 'pass' : otherwise;
}

;// CONCATENATED MODULE: ./lib/domain/judging/judge-again.js

/** The evidence of an objective judged again, by what was measured. Without a value it is taken as it stands, but never for a pass. */
function judgeAgain(objective, recorded) {
    const { value, samples = 0, question, look } = recorded;
    if (value === undefined)
        return recorded.verdict === 'pass' ? doubtful(recorded) : recorded;
    return judgeObjective(objective, { ...look, value, samples, question });
}
/** What cannot be judged again is no pass any more. */
function doubtful(recorded) {
    return { ...recorded, verdict: 'inconclusive' };
}

// EXTERNAL MODULE: ./lib/domain/rollout/compared-stage.js
var compared_stage = __webpack_require__(1478);
// EXTERNAL MODULE: ./lib/domain/rollout/judge-stage.js
var judge_stage = __webpack_require__(5066);
// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var ledger_canonical = __webpack_require__(6766);
// EXTERNAL MODULE: ./lib/domain/judging/comparison/comparison.js + 19 modules
var comparison = __webpack_require__(2481);
// EXTERNAL MODULE: ./lib/domain/judging/comparison/verdict.js
var verdict = __webpack_require__(2628);
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

;// CONCATENATED MODULE: ./lib/domain/rollout/compared-levels.js

/** The level of a metric: the median latency, the share of what failed, the mean of readings. */
function levelsOf(name, looks) {
    const own = looks.flatMap(({ metrics }) => metrics.filter((metric) => metric.name === name));
    const both = (of) => ({
        baseline: of('baseline'),
        canary: of('canary'),
    });
    switch (own[0]?.kind) {
        case undefined:
            return { baseline: Number.NaN, canary: Number.NaN };
        case 'latency':
            return both((side) => median(own, side));
        case 'gauge':
        case 'lag':
            return both((side) => mean(own, side));
        default:
            return both((side) => share(own, side));
    }
}
function median(looks, side) {
    const bounds = looks[0]?.bounds ?? [];
    let count = 0;
    const buckets = [...bounds, Number.POSITIVE_INFINITY].map((bound, i) => {
        count += sum(looks.map((look) => look[side]?.buckets[i] ?? 0));
        return { bound, count };
    });
    return bucketQuantile(0.5, buckets).value;
}
function mean(looks, side) {
    const values = looks.flatMap((look) => look[side]?.values ?? []).filter((one) => one !== null);
    return sum(values) / values.length;
}
function share(looks, side) {
    return (sum(looks.map((look) => look[side]?.bad ?? 0)) /
        sum(looks.map((look) => look[side]?.total ?? 0)));
}
const sum = (values) => values.reduce((all, value) => all + value, 0);

;// CONCATENATED MODULE: ./lib/domain/rollout/comparison-evidence.js





/** Evidence beyond this is not told apart: it says no more. */
const MOST = 10;
/** What the looks of a stage say of the new version, by the judge of comparisons: the same looks always say the same. */
function comparisonEvidence(stage, versions, looks) {
    const judged = (0,comparison/* compare */.B)(stage.policy, looks).at(-1);
    const base = question(stage, versions);
    const length = (0,duration/* formatDuration */.a3)(stage.look);
    if (judged === undefined)
        return {
            ...{ ...base, verdict: 'inconclusive', value: 0, samples: 0 },
            answer: `no look is over yet, and each takes ${length}`,
        };
    const findings = stage.metrics.map((metric) => findingOf(metric, judged, looks));
    const value = Number(Math.min(MOST, judged.strength).toPrecision(3));
    const texts = findings.filter(({ name }) => name !== namedIn(judged)).map(findingText);
    return {
        ...{ ...base, verdict: judged.verdict, findings, samples: (0,verdict/* servedIn */.N)(findings) },
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
function uncompared(stage, versions, why) {
    return { ...question(stage, versions), verdict: 'inconclusive', answer: why };
}
function question({ metrics }, { version, baseline }) {
    const names = metrics.map(({ name }) => name).join(', ');
    return {
        name: compared_stage/* COMPARISON */.AZ,
        question: `${names} of ${version} against ${baseline}`,
        limit: 'evidence below 100 % of what stops',
    };
}
function findingOf({ name, kind }, { findings }, looks) {
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/domain/rollout/looks-file.js


const looks_file_name = schemas/* string */.YjP();
const Count = schemas/* number */.aig().nonnegative();
const bothOf = (Look) => {
    const looks = schemas/* array */.YOg(Look.nullable());
    return { baseline: looks, canary: looks };
};
/** Column by column, which takes half the bytes of look by look. */
const Column = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({
        ...{ name: looks_file_name, kind: schemas/* literal */.euz('latency'), bounds: schemas/* array */.YOg(schemas/* number */.aig().positive()) },
        ...bothOf(schemas/* array */.YOg(Count)),
    }),
    schemas/* strictObject */.rej({
        ...{ name: looks_file_name, kind: schemas/* enum */.k5n(['errors', 'restarts', 'sessions']) },
        ...bothOf(schemas/* tuple */.PVZ([Count, Count])),
    }),
    schemas/* strictObject */.rej({
        ...{ name: looks_file_name, kind: schemas/* enum */.k5n(['gauge', 'lag']) },
        ...bothOf(schemas/* array */.YOg(schemas/* number */.aig().nullable())),
    }),
]);
const LooksFile = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    looks: schemas/* int */.Whr().nonnegative(),
    metrics: schemas/* array */.YOg(Column),
});
/** The looks of a comparison as the ledger keeps them: canonical JSON, one text for the same looks. */
function looksText(looks) {
    const names = looks[0]?.metrics.map((metric) => metric.name) ?? [];
    const columns = names.map((own) => columnOf(looks.flatMap(({ metrics }) => metrics.filter((metric) => metric.name === own))));
    return canonical({ schema: 1, looks: looks.length, metrics: columns });
}
function columnOf(looks) {
    const [first] = looks;
    const bounds = first?.kind === 'latency' ? { bounds: first.bounds } : {};
    const sides = {
        baseline: looks.map(({ baseline }) => cellOf(baseline)),
        canary: looks.map(({ canary }) => cellOf(canary)),
    };
    return { name: first?.name, kind: first?.kind, ...bounds, ...sides };
}
function cellOf(side) {
    if (side === null)
        return null;
    if ('buckets' in side)
        return side.buckets;
    return 'values' in side ? side.values : [side.bad, side.total];
}
/** The looks that such a text holds; undefined where it holds none. */
function looksIn(text) {
    const { data } = LooksFile.safeParse(jsonOf(text));
    if (data === undefined)
        return undefined;
    const { looks, metrics } = data;
    const fits = ({ baseline, canary }) => baseline.length === looks && canary.length === looks;
    if (!metrics.every(fits))
        return undefined;
    return Array.from({ length: looks }, (_, i) => ({
        minute: i + 1,
        metrics: metrics.map((column) => metricAt(column, i)),
    }));
}
function metricAt(column, i) {
    const { name: own } = column;
    switch (column.kind) {
        case 'latency': {
            const side = (buckets = null) => buckets && { buckets };
            const sides = { baseline: side(column.baseline[i]), canary: side(column.canary[i]) };
            return { name: own, kind: column.kind, bounds: column.bounds, ...sides };
        }
        case 'gauge':
        case 'lag': {
            const side = (values = null) => values && { values };
            const sides = { baseline: side(column.baseline[i]), canary: side(column.canary[i]) };
            return { name: own, kind: column.kind, ...sides };
        }
        default: {
            const side = (one = null) => one && { bad: one[0], total: one[1] };
            const sides = { baseline: side(column.baseline[i]), canary: side(column.canary[i]) };
            return { name: own, kind: column.kind, ...sides };
        }
    }
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/domain/rollout/replay-comparison.js




/** Judge the comparison of a stage again, from the looks that were kept. Without them it is no pass any more. */
function recompare(recorded, plan, index, read) {
    const { attachment } = recorded;
    const doubtful = { ...recorded, verdict: 'inconclusive' };
    // What was never read was never judged.
    if (attachment === undefined)
        return {
            evidence: doubtful,
            fault: recorded.verdict === 'inconclusive' ? undefined : 'names no file',
        };
    const found = read(attachment);
    if ('fault' in found)
        return { evidence: doubtful, fault: `${attachment.name}: ${found.fault}` };
    const stage = (0,compared_stage/* comparedStage */.gU)(plan, index);
    const looks = looksIn(found.text);
    if (stage === undefined || looks === undefined)
        return { evidence: doubtful, fault: `${attachment.name}: it holds no looks of this stage` };
    const evidence = comparisonEvidence(stage, plan, looks);
    const isSame = figures(evidence) === figures(recorded);
    return { evidence, fault: isSame ? undefined : `${attachment.name}: it gives other figures` };
}
/** Without the words, which another version may choose otherwise. */
function figures({ verdict, value = 0, samples = 0, findings = [] }) {
    return (0,ledger_canonical/* canonical */.$)({ verdict, value, samples, findings });
}

;// CONCATENATED MODULE: ./lib/domain/observability/gate-entry.js
/** Gate of the verdicts of the observability gate, and name of their evidence. */
const OBSERVABILITY = 'observability-gate';
/** What the ledger says of a gate before the rollout: its verdict, and the file that it follows from. It moves no stage. */
function gateDraft({ verdict, reason, evidence }, version, attachment) {
    const names = evidence.map(({ name }) => name).join(', ') || 'nothing';
    const piece = { name: OBSERVABILITY, verdict, answer: reason, limit: 'pass', attachment };
    return {
        kind: 'verdict',
        payload: {
            ...{ gate: OBSERVABILITY, stage: null, verdict, reason, breach: 'none' },
            evidence: [{ ...piece, question: `${names} before ${version}` }],
        },
    };
}
/** The file behind a verdict of the observability gate; undefined for any other entry. */
function gateFileOf(entry) {
    if (entry.kind !== 'verdict' || entry.payload.gate !== OBSERVABILITY)
        return undefined;
    return entry.payload.evidence.find(({ name }) => name === OBSERVABILITY)?.attachment;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/domain/ledger/evidence-record.js + 2 modules
var evidence_record = __webpack_require__(7199);
// EXTERNAL MODULE: ./lib/domain/rollout/plan.js + 3 modules
var plan = __webpack_require__(7221);
;// CONCATENATED MODULE: ./lib/domain/observability/gate-file.js




const Answer = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({
        projects: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
        isArchived: schemas/* boolean */.zMY(),
        isFinalized: schemas/* boolean */.zMY(),
    }),
    schemas/* null */.chJ(),
    schemas/* string */.YjP(),
]);
/** What an observability gate was asked and what it saw: its verdict follows from this and nothing else. */
const GateRecord = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    version: schemas/* string */.YjP(),
    channel: schemas/* string */.YjP(),
    enforced: schemas/* boolean */.zMY(),
    /** Version whose objectives were read; empty when none was. */
    measured: schemas/* string */.YjP(),
    /** Milliseconds until `to` in which they were read, where they have no window of their own. */
    window: schemas/* int */.Whr().positive(),
    /** When they were read, ISO 8601. */
    to: iso/* datetime */.w$(),
    objectives: schemas/* array */.YOg(plan/* PlannedObjective */.op),
    /** Percent of the weight of the objectives that must pass; absent: all of it. */
    score: schemas/* number */.aig().positive().max(100).optional(),
    /** Absent: nobody asked Sentry. */
    sentry: schemas/* strictObject */.rej({
        question: schemas/* strictObject */.rej({
            url: schemas/* string */.YjP(),
            organization: schemas/* string */.YjP().optional(),
            project: schemas/* string */.YjP().optional(),
            release: schemas/* string */.YjP(),
            finalized: schemas/* boolean */.zMY(),
        }),
        answer: Answer,
    })
        .optional(),
    evidence: schemas/* array */.YOg(evidence_record/* EvidenceRecord */.d),
});
/** The file of a gate as the ledger keeps it: canonical JSON, one text for the same record. */
function gateText(record) {
    return canonical(record);
}
/** The record that such a text holds; undefined where it holds none. */
function gateIn(text) {
    try {
        return GateRecord.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/domain/rollout/weigh.js + 1 modules
var weigh = __webpack_require__(2110);
;// CONCATENATED MODULE: ./lib/domain/judging/world-evidence.js
/** Name of the evidence that the router has the weights of the stage. */
const WEIGHTS = 'weights';
/** Name of the evidence that the new version answers in its slot. */
const VERSION = 'version';
/** Name of the evidence that Sentry knows the release. */
const SENTRY_RELEASE = 'sentry-release';
/** Ends the name of a limit by input whose metric's name is that of an objective. */
const BY_INPUT = '-by-input';

;// CONCATENATED MODULE: ./lib/domain/observability/sentry-release.js

/** The evidence that a release exists, by the answer alone: the same answer always gives the same. */
function sentryEvidence(question, answer) {
    const { organization = '', project = '', release } = question;
    return {
        name: SENTRY_RELEASE,
        question: `release ${release} of ${organization || 'nobody'}`,
        limit: project === '' ? 'exists' : `exists in ${project}`,
        ...judged(question, answer),
    };
}
const FINALISE = 'finalise it, or set sentry.finalized to false';
/** An archived release, or one that nobody has finished, is there and says nothing yet. */
function judged({ project = '', finalized }, answer) {
    if (typeof answer === 'string')
        return { verdict: 'inconclusive', answer };
    if (answer === null)
        return { verdict: 'fail', answer: 'does not exist' };
    if (!answer.projects.includes(project))
        return { verdict: 'fail', answer: `exists, but not in ${project}` };
    if (answer.isArchived)
        return { verdict: 'inconclusive', answer: 'exists, but is archived' };
    if (finalized && !answer.isFinalized)
        return { verdict: 'inconclusive', answer: `exists, but is not finalised: ${FINALISE}` };
    return { verdict: 'pass', answer: 'exists' };
}

;// CONCATENATED MODULE: ./lib/domain/observability/judge-gate.js



/** A gate that nobody asked for is open, and says why; undefined where it was asked for something. */
function unasked({ enforced, channel, objectives, sentry }) {
    if (!enforced)
        return judge_gate_open(`not enforced for ${channel}`);
    if (objectives.length === 0 && sentry === undefined)
        return judge_gate_open('nothing declared: objectives are none and Sentry is not configured');
    return undefined;
}
const judge_gate_open = (reason) => ({ verdict: 'pass', reason, evidence: [] });
/** The verdict that a record gives: every piece judged again, and one that is missing is no pass. */
function judgeGate(record) {
    const nothing = unasked(record);
    if (nothing !== undefined)
        return nothing;
    const { sentry, objectives, score } = record;
    const release = sentry === undefined ? [] : [sentryEvidence(sentry.question, sentry.answer)];
    const recorded = new Map(record.evidence.map((e) => [e.name, e]));
    const pieces = objectives.map((objective) => {
        const piece = recorded.get(objective.name);
        return piece === undefined ? missing(objective.name) : judgeAgain(objective, piece);
    });
    return (0,weigh/* weigh */.vi)([...release, ...pieces], { objectives, score });
}
function missing(name) {
    return { name, verdict: 'inconclusive', question: '', answer: 'is not recorded', limit: '' };
}
/** Names of pieces of evidence that the record says otherwise than they are judged again. */
function differing({ evidence }, again) {
    const words = (pieces) => new Map(pieces.filter(({ name }) => name !== weigh/* SCORE */.N0).map((e) => [e.name, e.verdict]));
    const [recorded, found] = [words(evidence), words(again.evidence)];
    const names = new Set([...recorded.keys(), ...found.keys()]);
    return [...names].filter((name) => recorded.get(name) !== found.get(name));
}

;// CONCATENATED MODULE: ./lib/domain/rollout/replay-gate.js



/** Whether an entry is the verdict of an observability gate. */
function isGate(entry) {
    return entry.payload.gate === OBSERVABILITY;
}
/** Judge an observability gate again, from the file that its entry names. Without it, it is no pass any more. */
function replayGate(entry, read) {
    const { seq, payload, release } = entry;
    const recorded = `${payload.verdict} (${payload.breach})`;
    const lost = (fault) => ({
        ...{ seq, recorded, recomputed: `inconclusive (${payload.breach})` },
        ...{ unmeasured: [], faults: [fault] },
    });
    const attachment = gateFileOf(entry);
    if (attachment === undefined)
        return lost('names no file');
    const found = read(attachment);
    if ('fault' in found)
        return lost(`${attachment.name}: ${found.fault}`);
    const record = gateIn(found.text);
    if (record === undefined || record.version !== release.version)
        return lost(`${attachment.name}: it holds no gate of this release`);
    const again = judgeGate(record);
    return {
        ...{ seq, recorded, recomputed: `${again.verdict} (none)` },
        unmeasured: record.evidence.flatMap(({ name, value }) => value === undefined && record.objectives.some((o) => o.name === name) ? [name] : []),
        faults: differing(record, again).map((name) => `${attachment.name}: ${name} is judged otherwise`),
    };
}

;// CONCATENATED MODULE: ./lib/domain/rollout/replay.js






/** Before a stage the one before it is judged. */
const GATES = ['stage', 'before-stage'];
/** Judge every stage of a chain again, and the gate before it. A person who skips stages gives no evidence: there is nothing to recompute. */
function replay(entries, read) {
    let plan;
    return entries.flatMap((entry) => {
        if (entry.kind === 'plan')
            plan = entry.payload.plan;
        if (entry.kind === 'verdict' && isGate(entry))
            return [replayGate(entry, read)];
        if (entry.kind !== 'verdict' || !GATES.includes(entry.payload.gate) || plan === undefined)
            return [];
        return [again(entry, plan, read)];
    });
}
function again({ seq, payload }, plan, read) {
    const { gate, stage, verdict, breach } = payload;
    const index = gate === 'before-stage' ? (stage ?? 0) - 1 : (stage ?? 0);
    const objectives = (0,judge_stage/* stageObjectives */.bN)(plan, index);
    const asked = payload.evidence.filter(({ name }) => name !== weigh/* SCORE */.N0);
    const pieces = asked.map((e) => e.name === compared_stage/* COMPARISON */.AZ && plan.comparison !== undefined
        ? recompare(e, plan, index, read)
        : { evidence: piece(e, objectives), fault: undefined });
    const evidence = pieces.map((one) => one.evidence);
    const found = (0,weigh/* weigh */.vi)(evidence, plan);
    const isCut = payload.evidence.length === 0 && verdict === 'inconclusive';
    return {
        seq,
        recorded: `${verdict} (${breach})`,
        recomputed: isCut ? 'inconclusive (rollback)' : `${found.verdict} (${(0,judge_stage/* breachOf */.LH)(found, plan)})`,
        unmeasured: payload.evidence
            .filter(({ name, value }) => value === undefined && objectives.some((o) => o.name === name))
            .map(({ name }) => name),
        faults: [...pieces.flatMap(({ fault }) => fault ?? []), ...replay_uncompared(payload, plan, index)],
    };
}
function piece(e, objectives) {
    const objective = objectives.find(({ name }) => name === e.name);
    return objective === undefined ? asWanted(e) : judgeAgain(objective, e);
}
/** What the plan compares does not pass without its comparison. */
function replay_uncompared({ gate, verdict, evidence }, plan, index) {
    if (gate !== 'stage' || verdict !== 'pass' || (0,compared_stage/* comparedStage */.gU)(plan, index) === undefined)
        return [];
    return evidence.some(({ name }) => name === compared_stage/* COMPARISON */.AZ) ? [] : ['it has no comparison'];
}
/** A question about the world passes when the answer is the one that was wanted. */
function asWanted(e) {
    if (e.verdict === 'inconclusive')
        return e;
    return { ...e, verdict: e.answer === e.limit ? 'pass' : 'fail' };
}

// EXTERNAL MODULE: ./lib/cli/ledger.js + 1 modules
var cli_ledger = __webpack_require__(5129);
;// CONCATENATED MODULE: ./lib/cli/replay.js




/** Judges every stage of the record again, and recorded gates, from the evidence that stands in it. */
const replay_replay = {
    name: 'replay',
    usage: '[--repository DIR] [--ref REF] [--bundle FILE] [--json]',
    summary: 'judge every stage again from its recorded evidence, and compare',
    options: { ...cli_ledger/* SOURCE_OPTIONS */.xK, json: { type: 'boolean', default: false } },
    run({ values }) {
        return (0,cli_ledger/* withLedger */.CA)(values, (ledger) => {
            const { chains } = ledger;
            const rows = chains.flatMap((chain) => replay(chain.entries, reader(ledger)).map((row) => ({ name: (0,cli_ledger/* nameOf */.Vb)(chain), ...row })));
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
const isOther = ({ recorded, recomputed, faults }) => recorded !== recomputed || faults.length > 0;
/** Reads the files behind the evidence, of which the entries name place and digest. */
function reader({ source, blobs }) {
    return ({ digest, place }) => {
        const bytes = 'ledger' in place ? (0,git_ledger/* readBytes */.io)(source.folder, blobs, place.ledger) : undefined;
        if (bytes === undefined)
            return { fault: 'its bytes are missing' };
        if ((0,adapters_digest/* sha256 */.sc)(bytes) !== digest)
            return { fault: 'its bytes have another digest' };
        return { text: new TextDecoder().decode(bytes) };
    };
}
function lineOf(row) {
    const { seq, recorded, recomputed, unmeasured, faults } = row;
    const without = unmeasured.length === 0 ? '' : `, without a value: ${unmeasured.join(', ')}`;
    const note = [without, ...faults].join('; ');
    return isOther(row)
        ? `DIFFERS  entry ${seq}: ${recorded} is recorded, the evidence gives ${recomputed}${note}`
        : `same  entry ${seq}: ${recorded}${note}`;
}
function brokenLine(chain) {
    return `BROKEN  ${(0,cli_ledger/* nameOf */.Vb)(chain)}: judged up to ${chain.fault?.path}, ${chain.fault?.why}`;
}


/***/ }),

/***/ 623:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _adapters_runner_jitless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6673);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var _adapters_runner_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2546);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7550);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2677);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3731);
/* harmony import */ var _replay_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3637);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8113);
/* harmony import */ var _verify_ledger_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9477);









const COMMANDS = [_status_js__WEBPACK_IMPORTED_MODULE_7__/* .status */ .h, _log_js__WEBPACK_IMPORTED_MODULE_5__/* .log */ .R, _verify_ledger_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyLedger */ .x, _replay_js__WEBPACK_IMPORTED_MODULE_6__/* .replay */ .e, _judge_js__WEBPACK_IMPORTED_MODULE_4__/* .judge */ .S];
/** Nothing was judged: what was asked for cannot be. */
const BAD_INPUT = 3;
// Whoever reads may have read enough, as `head` has: the exit code still tells the verdict.
process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
        throw error;
});
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
        if (!(error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
            throw error;
        process.stderr.write(`${(0,_adapters_runner_log_js__WEBPACK_IMPORTED_MODULE_2__/* .safeLine */ .om)((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failureLine */ .Pu)(error))}\n`);
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
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('bad-input', `${command.name}: ${problem}`, `Usage: release-actions ${command.name} ${command.usage}`);
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

/***/ 8113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./lib/domain/instant.js
var instant = __webpack_require__(5593);
// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/rollout/checkpoints.js
var checkpoints = __webpack_require__(7577);
// EXTERNAL MODULE: ./lib/domain/rollout/conditions.js
var conditions = __webpack_require__(4742);
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
        return undecided(state, now);
    if (state.breach === 'stop')
        return { kind: 'stop', reason: state.reason };
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
/** Somebody was asked to decide, and when that time is over the plan says what becomes of it. */
function undecided({ plan, reason, decideBy }, now) {
    const isOver = decideBy !== undefined && now > (0,instant/* instantOf */.B)(decideBy);
    if (!isOver)
        return { kind: 'paused', reason };
    const late = `nobody decided until ${decideBy}: ${reason}`;
    // Without a clock there is nobody who would look after it.
    return {
        kind: (plan.clock?.overdue ?? 'rollback') === 'pause' ? 'paused' : 'roll-back',
        reason: late,
    };
}
function unlessUnmet(step, state, now) {
    const [first, ...others] = unmet(state, now);
    if (first === undefined)
        return step;
    const reason = [first, ...others].map((one) => one.reason).join('; ');
    return { kind: 'await', condition: first.condition, reason };
}

// EXTERNAL MODULE: ./lib/domain/rollout/state.js + 1 modules
var rollout_state = __webpack_require__(3049);
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
        case 'stop':
        case 'ended':
            return 'stopped';
    }
}

// EXTERNAL MODULE: ./lib/cli/ledger.js + 1 modules
var ledger = __webpack_require__(5129);
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

/***/ 9477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ verifyLedger)
});

// EXTERNAL MODULE: ./lib/adapters/git/git-ledger.js
var git_ledger = __webpack_require__(5113);
// EXTERNAL MODULE: ./lib/domain/ledger/attachment.js
var attachment = __webpack_require__(6151);
// EXTERNAL MODULE: ./lib/domain/ledger/path.js
var ledger_path = __webpack_require__(9177);
;// CONCATENATED MODULE: ./lib/domain/ledger/audit-attachments.js


/** Compare every attachment whose bytes are at hand; what the branch shall hold must be there. */
function auditAttachments(chains, atHand) {
    const named = chains.flatMap(({ entries }) => entries.flatMap((entry) => {
        const path = (0,ledger_path/* entryPath */.s3)(entry.release, entry.seq, entry.kind);
        return attachmentsOf(entry).map((one) => ({ ...one, entry: path }));
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
/** The files that an entry names: those that somebody attached, and what the evidence of a verdict rests on. */
function attachmentsOf(entry) {
    if (entry.kind === 'attachments')
        return entry.payload.attachments;
    if (entry.kind !== 'verdict')
        return [];
    return entry.payload.evidence.flatMap(({ attachment }) => attachment ?? []);
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
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
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
        const named = NAMING.find(({ folder }) => path.startsWith(folder));
        const why = named === undefined
            ? releaseFault(expected.get(path))
            : namingFault(path, text, named, chains);
        return why === undefined ? [] : [{ path, why }];
    });
    return [...missing, ...wrong];
}
function releaseFault(chain) {
    if (chain === undefined)
        return 'it stands for no release';
    return chain.result === 'open' ? undefined : `its release is ${chain.result}`;
}
const NAMING = [
    {
        ...{ folder: 'open/freezes/', pathOf: ledger_path/* openFreezePath */.HX, what: 'freeze' },
        isMeant: ({ kind }) => kind === 'freeze',
    },
    {
        ...{ folder: ledger_path/* OPEN_NOTICES */.fM, pathOf: ledger_path/* openNoticePath */.Iy, what: 'end' },
        isMeant: ({ kind, payload }) => kind === 'outcome' && payload.effect === 'release',
    },
];
function namingFault(path, text, { pathOf, what, isMeant }, chains) {
    const marker = FreezeMarker.safeParse(jsonOf(text)).data;
    if (marker === undefined)
        return 'it cannot be read';
    const chain = chains.find(({ release }) => pathOf(release) === path && release.version === marker.version);
    const entry = chain?.entries[marker.seq - 1];
    return entry !== undefined && isMeant(entry) && entry.time === marker.time
        ? undefined
        : `it names no ${what}: entry ${marker.seq} of ${marker.version}`;
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
var trust = __webpack_require__(5238);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var canonical = __webpack_require__(6766);
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
    throw new failure/* Failure */.HR('bad-input', `${name} holds no public Ed25519 key`, 'Make it of the private one: openssl pkey -in ledger-key.pem -pubout');
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
var digest = __webpack_require__(7690);
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
        throw new failure/* Failure */.HR('absent', `the key ${file} cannot be read`);
    }
}

// EXTERNAL MODULE: ./lib/cli/ledger.js + 1 modules
var ledger = __webpack_require__(5129);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
        throw new failure/* Failure */.HR('absent', `the folder ${folder} cannot be read`, '', { cause });
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

/***/ 6427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* unused harmony exports parseDuration, Duration */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

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

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ formatRatio)
/* harmony export */ });
/* unused harmony exports parseRatio, Ratio */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

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

/***/ 7936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ Slug),
/* harmony export */   oA: () => (/* binding */ HttpUrl)
/* harmony export */ });
/* unused harmony exports Argv, Origin */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** A name that is safe in paths, labels and file names. */
const Slug = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .max(64)
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');
/** A command as an argv array; no shell ever sees it. */
const Argv = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(4096).refine(isPassable, { error: 'must not hold NUL' }))
    .min(1)
    .max(64)
    .meta({ id: 'Argv' });
/** An absolute http(s) URL without user, password, query or fragment, whose host is written as it is looked up. */
const HttpUrl = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(2048).refine(isPlainUrl, {
    error: 'must be an absolute http(s) URL in ASCII, without credentials, query or fragment, and without a dot behind its host',
});
/** Scheme, host and port, nothing else. */
const Origin = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
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


/***/ }),

/***/ 5593:
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

/***/ 2481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ compare)
});

// UNUSED EXPORTS: Comparison

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
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
function logRising(x, k) {
    return k === 0 ? 0 : logGamma(x + k) - logGamma(x);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/log-sum.js
/** ln(eᵃ + eᵇ + …) without overflow; −∞ of nothing. */
function logSum(terms) {
    const top = Math.max(...terms);
    if (top === -Infinity)
        return top;
    let sum = 0;
    for (const term of terms)
        sum += Math.exp(term - top);
    return top + Math.log(sum);
}
/** Of two. */
function logAdd(a, b) {
    const top = Math.max(a, b);
    return top === -Infinity ? top : top + Math.log1p(Math.exp(Math.min(a, b) - top));
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
class CountEvidence {
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

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/exposure.js
/** Looks by which an event may be reported late, in the mean. */
const DELAYS = [0, 2, 6, 15];
/**
 * The canary's share of what an event reported now may have happened to, where nobody knows how late events are reported: the largest share over several
 * mean delays, so that a ramp of traffic does not read as a fault.
 */
class ReportedLater {
    #sums = DELAYS.map(() => ({ baseline: 0, canary: 0 }));
    /** @returns 0…1; NaN before anything could have happened. */
    next(totals) {
        let most = Number.NaN;
        for (const [i, sum] of this.#sums.entries()) {
            const kept = DELAYS[i] / (DELAYS[i] + 1);
            sum.baseline = kept * sum.baseline + totals.baseline;
            sum.canary = kept * sum.canary + totals.canary;
            const share = sum.canary / (sum.baseline + sum.canary);
            if (!(share <= most))
                most = Number.isNaN(share) ? most : share;
        }
        return most;
    }
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
class EventEvidence {
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

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/finding.js
/** A ratio of this size is not surprising: the scale of the mixture that the interval comes from. */
const TYPICAL = 0.1;
function findingOf({ name, kind, share }, { logE, effect, information, n, looks, silent }, policy) {
    const half = halfWidth(information, policy.alpha);
    const interval = looks > 0 ? [effect * Math.exp(-half), effect * Math.exp(half)] : null;
    const strength = Math.exp(Math.min(logE, MOST)) * share * policy.alpha * policy.relaxed;
    return { name, kind, effect, interval, n, looks, silent, strength };
}
/** Evidence beyond this is not told apart: it could not be written as a number. */
const MOST = 500;
/** Half width of Robbins' confidence sequence for a normal mean, of ln(effect): Howard, Ramdas, McAuliffe, Sekhon (2021), Ann. Stat. 49, eq. 14. */
function halfWidth(information, alpha) {
    const scaled = TYPICAL * TYPICAL * information;
    return Math.sqrt(((1 + 1 / scaled) * (Math.log1p(scaled) + 2 * Math.log(1 / alpha))) / information);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/histogram.js
/** Widths of the buckets in ln(latency); the first and the last, which have one end, are as wide as their neighbours. */
function widthsOf(bounds) {
    const inner = bounds.slice(1).map((bound, i) => Math.log(bound / bounds[i]));
    const [first = Math.LN2] = inner;
    return [first, ...inner, inner.at(-1) ?? first];
}
/** Mean of ln(latency), each request in the middle of its bucket; NaN of nothing. */
function meanLog(bounds, counts) {
    const widths = widthsOf(bounds);
    let [sum, total] = [0, 0];
    for (const [i, n] of counts.entries()) {
        const upper = Math.log(bounds[Math.min(i, bounds.length - 1)]);
        const half = widths[i] / 2;
        sum += n * (i < bounds.length ? upper - half : upper + half);
        total += n;
    }
    return sum / total;
}
/** How many there are. */
function totalOf(counts) {
    return counts.reduce((sum, n) => sum + n, 0);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/density.js

/** So many requests of the logistic shape stand beside those that were seen, until they outweigh it. */
const PRIOR = 100;
/**
 * The density of ln(latency) as a function of the share of requests below, f(F⁻¹(u)), learned from buckets. It says what a shift of all
 * latencies does to a rank, whatever the level of the moment is: moving by δ takes δ·f(F⁻¹(u)) of the requests across the point u.
 * Hájek, Šidák (1967), Theory of rank tests, §I.2.4.
 */
class DensityQuantile {
    #at;
    #density;
    /** @param counts Requests in each bucket, any number of them. */
    constructor(bounds, counts) {
        const widths = widthsOf(bounds);
        const total = counts.reduce((sum, n) => sum + n, 0);
        const share = counts.map((n) => (total > 0 ? n / total : 1 / counts.length));
        const logistic = 1 / scaleOf(bounds, share);
        const trust = total / (total + PRIOR);
        const heights = share.map((p, i) => p / widths[i]);
        let below = 0;
        this.#at = [0, ...share.map((p) => (below += p))];
        this.#density = this.#at.map((u, i) => {
            if (i === 0 || i === share.length)
                return 0;
            return trust * edge(heights, widths, i) + (1 - trust) * u * (1 - u) * logistic;
        });
    }
    /** The density where this share of the requests lies below. */
    at(u) {
        const above = this.#at.findIndex((point) => point >= u);
        if (above <= 0)
            return 0;
        const from = this.#at[above - 1];
        const to = this.#at[above];
        const part = to > from ? (u - from) / (to - from) : 1;
        return ((1 - part) * this.#density[above - 1] + part * this.#density[above]);
    }
}
/** The density at the edge below bucket i, from the mean densities around it: exact for a cubic where the widths are equal. */
function edge(heights, widths, i) {
    const [before, after] = [heights[i - 1], heights[i]];
    const [left, right] = [widths[i - 1], widths[i]];
    const linear = (right * before + left * after) / (left + right);
    const outer = (heights[i - 2] ?? 0) + (heights[i + 1] ?? 0);
    const even = Math.abs(left - right) < 0.01 * (left + right);
    const cubic = (7 * (before + after) - outer) / 12;
    return even ? Math.max(cubic, linear / 2) : linear;
}
/** Scale of the logistic distribution with the variance of these buckets; of ln(latency). */
function scaleOf(bounds, share) {
    const widths = widthsOf(bounds);
    const middles = share.map((_, i) => middleOf(bounds, widths, i));
    const mean = share.reduce((sum, p, i) => sum + p * middles[i], 0);
    const variance = share.reduce((sum, p, i) => sum + p * (middles[i] - mean) ** 2, 0);
    const typical = (widths[1] ?? widths[0] ?? 1) ** 2 / 12;
    return Math.sqrt((3 * Math.max(variance, typical)) / Math.PI ** 2);
}
function middleOf(bounds, widths, i) {
    const half = widths[i] / 2;
    return i < bounds.length
        ? Math.log(bounds[i]) - half
        : Math.log(bounds.at(-1) ?? 1) + half;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-filter.js
/**
 * Kalman filter of y = mean + u + e, u an AR(1) process of this noise, e ~ N(0, v) with v known at each look. It whitens the data and, beside
 * it, a constant and each shape of a fault, so that the likelihood of every mean a + d·shape is a quadratic in a and d.
 * Source: Harvey (1989), Forecasting, structural time series models and the Kalman filter, §3.
 */
class LevelFilter {
    noise;
    #variance;
    #spread;
    #data = 0;
    #constant = 0;
    #shapes;
    /** Log likelihood of the mean 0, up to a constant that all noises share. */
    logLikelihood = 0;
    /** Score and information of a constant mean. */
    score = 0;
    information = 0;
    /** The same of each shape, and its product with the constant. */
    scores;
    informations;
    crossed;
    constructor(noise, shapes) {
        this.noise = noise;
        this.#variance = noise.deviation ** 2;
        this.#spread = this.#variance;
        this.#shapes = new Float64Array(shapes);
        this.scores = new Float64Array(shapes);
        this.informations = new Float64Array(shapes);
        this.crossed = new Float64Array(shapes);
    }
    /** One look: the difference, its sampling variance, and the height of each shape now. */
    add(y, v, heights) {
        const { memory } = this.noise;
        const total = this.#spread + v;
        const gain = this.#spread / total;
        const off = y - this.#data;
        const one = 1 - this.#constant;
        this.logLikelihood -= (Math.log(total) + (off * off) / total) / 2;
        this.score += (one * off) / total;
        this.information += (one * one) / total;
        this.#data = memory * (this.#data + gain * off);
        this.#constant = memory * (this.#constant + gain * one);
        for (let i = 0; i < heights.length; i++) {
            const before = this.#shapes[i];
            const own = heights[i] - before;
            if (own === 0)
                continue;
            this.scores[i] = this.scores[i] + (own * off) / total;
            this.informations[i] = this.informations[i] + (own * own) / total;
            this.crossed[i] = this.crossed[i] + (own * one) / total;
            this.#shapes[i] = memory * (before + gain * own);
        }
        this.#age(this.#spread * (1 - gain));
    }
    /** A look without a value. */
    miss() {
        const { memory } = this.noise;
        this.#data *= memory;
        this.#constant *= memory;
        for (let i = 0; i < this.#shapes.length; i++)
            this.#shapes[i] = memory * this.#shapes[i];
        this.#age(this.#spread);
    }
    #age(spread) {
        const kept = this.noise.memory ** 2;
        this.#spread = kept * spread + (1 - kept) * this.#variance;
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-returned.js
/**
 * Log likelihood of the best level that changes once, at one of these steps, and lies at or below the bound before and after: a canary that was better for a
 * while and is as good as its baseline again. Without it such a return would look like a fault to a judge that knows one level only. −∞ without steps.
 */
function peakReturned(filter, bound, steps) {
    let best = -Infinity;
    for (const i of steps)
        best = Math.max(best, twoLevels(quadraticOf(filter, i), bound));
    return filter.logLikelihood + best;
}
function quadraticOf(filter, i) {
    const { score, information } = filter;
    const [t, w, crossed] = [filter.scores, filter.informations, filter.crossed].map((of) => of[i]);
    const [after, both] = [w, crossed];
    return {
        s: score - t,
        t: t,
        v: information - 2 * both + after,
        w: after,
        c: both - after,
    };
}
/** The greatest value with p and q at most the bound. */
function twoLevels(quadratic, bound) {
    const { s, t, v, w, c } = quadratic;
    const value = (p, q) => s * p + t * q - (v * p * p + 2 * c * p * q + w * q * q) / 2;
    const det = v * w - c * c;
    const [p, q] = [(w * s - c * t) / det, (v * t - c * s) / det];
    if (det > 0 && p <= bound && q <= bound)
        return value(p, q);
    const alone = (score, information) => information > 0 ? Math.min(bound, (score - c * bound) / information) : bound;
    return Math.max(value(bound, alone(t, w)), value(alone(s, v), bound));
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
function logNormalBound(x) {
    const logDensity = -normal_bound_HALF_LOG_TWO_PI - (x * x) / 2;
    if (x <= 0)
        return logDensity + Math.log(2 / (Math.sqrt(x * x + 4) - x));
    return Math.log1p(-Math.min(0.5, Math.exp(logDensity) * (4 / (3 * x + Math.sqrt(x * x + 8)))));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-evidence.js




/** As high from its first look on as ever. */
const step = () => 1;
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
class LevelEvidence {
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
            return at > 0 && at < this.#age && shape === step;
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
const WEIGHTS = { first: 0.45, later: 0.3, growing: 0.2 };
/** A shift of latency may be read so much too large, because what a rank is worth is learned from buckets. */
const OVERREAD = 1.12;
/** As high as a step after this many looks. */
const GROWN = 20;
const growing = (k) => (k + 1) / GROWN;
/** A share of the level, whatever the noise of the service is within what is called healthy. */
function latencySettings(policy) {
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
function gaugeSettings(policy) {
    const { offset, ownNoise, memory } = policy.healthy;
    const greatest = 2 * ownNoise * Math.SQRT2;
    return {
        ...latencySettings(policy),
        offset: Math.log1p(2 * offset),
        noises: noisesOf([0.2, 0.5, 0.8, 1].map((part) => part * greatest), [0, 0.6 * memory, memory]),
        sizes: [0.15, 0.6],
        placement: 0.02,
    };
}
/** A queue wanders by a multiple of itself, and what is wrong with it grows. */
function lagSettings(policy) {
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
    const share = WEIGHTS.growing / (starts.length * growths.length);
    return [
        { at: 0, shape: step, weight: WEIGHTS.first },
        ...later.map((at) => ({ at, shape: step, weight: WEIGHTS.later / later.length })),
        ...growths.flatMap((shape) => starts.map((at) => ({ at, shape, weight: share }))),
    ];
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/location.js

/** Requests of the past that stand beside those of the look, so that the ranks of a few requests mean something. */
const PAST = 30;
/** Below so many requests' worth of score there is no scale to measure a shift with. */
const LEAST_SLOPE = 1e-3;
/**
 * The shift of one look by a linear rank statistic: the difference of mean scores over the change of it that a shift of 1 makes. Both groups are measured
 * in the same buckets, and the ranks are those of this look, so that nothing that both groups share moves it.
 * Undefined where a group has no requests or all are in one bucket.
 */
function shiftOf(sides, past, density, scores) {
    const [nb, nc] = [totalOf(sides.baseline), totalOf(sides.canary)];
    if (nb === 0 || nc === 0)
        return undefined;
    const weight = PAST / Math.max(totalOf(past), PAST);
    const pooled = sides.baseline.map((n, i) => n + sides.canary[i] + weight * past[i]);
    const { values, slope, variance } = scored(pooled, density, scores);
    if (slope < LEAST_SLOPE)
        return undefined;
    const difference = meanOf(sides.canary, values, nc) - meanOf(sides.baseline, values, nb);
    return { y: difference / slope, v: (variance * (1 / nb + 1 / nc)) / slope ** 2 };
}
function scored(pooled, density, scores) {
    const all = totalOf(pooled);
    const values = [];
    let [below, flowBelow, slope, square, mean] = [0, 0, 0, 0, 0];
    for (const n of pooled) {
        const share = n / all;
        const above = below + share;
        const flowAbove = density.at(Math.min(above, 1));
        const score = scoreOf(scores, { below, above, flow: flowBelow - flowAbove });
        values.push(score);
        slope += score * (flowBelow - flowAbove);
        square += share * score * score;
        mean += share * score;
        [below, flowBelow] = [above, flowAbove];
    }
    return { values, slope, variance: square - mean * mean };
}
function scoreOf(scores, { below, above, flow }) {
    if (scores === 'ranks')
        return (below + above) / 2;
    return above - below > 1e-9 ? flow / (above - below) : 0;
}
function meanOf(counts, values, total) {
    return counts.reduce((sum, n, i) => sum + n * values[i], 0) / total;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/shared-jump.js
/** Own noise that comes with a change that both groups share, as a share of the change. */
const UNEVEN = 0.05;
const KEPT = 0.8;
/**
 * Variance that a look has because the service as a whole has just changed: an incident or a noisy neighbour hits two groups slightly unevenly. Read from
 * the baseline alone, so that a faulty canary cannot hide behind its own fault.
 */
class SharedJump {
    #usual = Number.NaN;
    /** @param level Logarithm of the baseline's level; NaN where it has none. */
    next(level) {
        if (Number.isNaN(level))
            return 0;
        const jump = Number.isNaN(this.#usual) ? 0 : level - this.#usual;
        this.#usual = Number.isNaN(this.#usual) ? level : KEPT * this.#usual + (1 - KEPT) * level;
        return (UNEVEN * jump) ** 2;
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/tail.js


const tail_RATIOS = [1.5, 2.5, 5, 12, 30].map((ratio) => ({ ratio, weight: 0.2 }));
/** No cut has a greater share of the past requests above it. */
const tail_MOST = 0.1;
/** Evidence that more of the canary's requests are slower than a bound that about this share of the baseline's exceed. */
class TailEvidence {
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
        const share = Math.min(tail_MOST, (baseline + canary + 1) / (nb + nc + 1 / this.#share));
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
        if (beyond <= tail_MOST && off < distance)
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
const TAILS = [0.05, 0.015, 0.004];
/** A look that lies so far back counts half: 1 − ln 2 / 23. */
const latency_KEPT = 0.97;
/** Latency: its level by two scores, and its tail at three cuts. */
class LatencyEvidence {
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
            throw new failure/* Failure */.HR('bad-input', `${look.name} has other buckets at minute ${minute} than before`);
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
            this.#past = past.map((n, i) => latency_KEPT * n + baseline.buckets[i]);
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
class ReadingsEvidence {
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

// EXTERNAL MODULE: ./lib/domain/judging/comparison/verdict.js
var comparison_verdict = __webpack_require__(2628);
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
function sharesOf(metrics) {
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
        const looks = byName(metrics);
        for (const { name, kind, add } of this.#watched) {
            const look = looks.get(name);
            if (look?.kind !== kind || looks.size !== this.#watched.length)
                throw new failure/* Failure */.HR('bad-input', `minute ${minute} has other metrics than the first look`);
            add(look, minute);
        }
        const findings = this.#watched.map(({ name, kind, share, standing }) => findingOf({ name, kind, share }, standing(), this.#policy));
        const verdict = (0,comparison_verdict/* verdictOf */.V)(minute, findings, this.#policy);
        if (verdict.verdict === 'fail')
            this.#failed = verdict;
        return verdict;
    }
}
/** The verdict at each look. */
function compare(policy, looks) {
    const comparison = new Comparison(policy);
    return looks.map((look) => comparison.next(look));
}
/** In an order of their own, so that the order in which metrics are given changes nothing. */
function watch(metrics, policy) {
    const sorted = [...byName(metrics).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const shares = sharesOf(sorted);
    return sorted.map((first, i) => {
        const { name, kind } = first;
        return { name, kind, share: shares[i], ...evidenceOf(first, policy) };
    });
}
function byName(metrics) {
    const named = new Map(metrics.map((metric) => [metric.name, metric]));
    if (named.size !== metrics.length || named.size === 0)
        throw new failure/* Failure */.HR('bad-input', 'a look needs metrics, each with a name of its own');
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


/***/ }),

/***/ 2628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ servedIn),
/* harmony export */   V: () => (/* binding */ verdictOf)
/* harmony export */ });
/** Looks that a metric may be silent before nothing is promoted on it. */
const SILENT = 5;
function verdictOf(minute, findings, policy) {
    const strength = findings.reduce((sum, finding) => sum + finding.strength, 0);
    if (strength >= 1) {
        const worst = findings.reduce((a, b) => (b.strength > a.strength ? b : a));
        return { verdict: 'fail', reason: failed(worst, strength), minute, strength, findings };
    }
    const missing = findings.filter(isMissing).map(missed);
    const few = tooFew(findings, policy);
    const lacks = few === undefined ? missing : [few, ...missing];
    if (lacks.length > 0)
        return { verdict: 'inconclusive', reason: lacks.join('; '), minute, strength, findings };
    const reason = `nothing against the canary: ${evidence(strength)}, and stops at 100 %`;
    return { verdict: 'pass', reason, minute, strength, findings };
}
function failed(worst, strength) {
    const { name, effect, interval, looks, n } = worst;
    const [low, high] = interval ?? [0, Infinity];
    return `${name}: ${factor(effect)} times the baseline (${factor(low)} to ${factor(high)}) in ${looks} looks, ${n} of the canary; ${evidence(strength)}`;
}
/** The least that the canary must have served is asked of its busiest metric that counts requests; where none does, of its sessions. */
function tooFew(findings, { minRequests }) {
    const areSessions = findings.some(countsSessions) && !findings.some(countsRequests);
    const [n, what] = [servedIn(findings), areSessions ? 'sessions' : 'requests'];
    return n < minRequests ? `${n} ${what} of the canary, ${minRequests} are needed` : undefined;
}
/** Requests of the canary that its busiest metric counts; its sessions where no metric counts requests. */
function servedIn(findings) {
    const requests = findings.filter(countsRequests);
    const counted = requests.length > 0 ? requests : findings.filter(countsSessions);
    return Math.max(0, ...counted.map(({ n }) => n));
}
function countsSessions({ kind }) {
    return kind === 'sessions';
}
function countsRequests({ kind }) {
    return kind === 'latency' || kind === 'errors';
}
function isMissing({ looks, silent }) {
    return looks === 0 || silent > SILENT;
}
function missed({ name, silent }) {
    return `${name}: no value of both groups for ${silent} looks`;
}
function evidence(strength) {
    return `evidence ${strength >= 10 ? 'over 1000' : Number((100 * strength).toPrecision(2))} % of what stops`;
}
function factor(ratio) {
    return String(Number(ratio.toPrecision(3)));
}


/***/ }),

/***/ 4356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ worstIn),
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   UJ: () => (/* binding */ ON_BREACH),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   X: () => (/* binding */ DIRECTIONS),
/* harmony export */   kA: () => (/* binding */ isUpperLimit)
/* harmony export */ });
/* unused harmony exports THROUGHPUT, parseLimit */
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6427);
/* harmony import */ var _config_ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(292);


/** What a breach does to a rollout, from the mildest on. */
const ON_BREACH = ['notify', 'page', 'pause', 'stop', 'rollback'];
/** Which values are good. At the limit itself only the first two are. */
const DIRECTIONS = ['at-most', 'at-least', 'below', 'above'];
/** Metric: requests a second that a version has served in the window. */
const THROUGHPUT = 'throughput';
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
        return (0,_config_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRatio */ .B0)(value);
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

/***/ 6151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ ATTACHMENTS),
/* harmony export */   L0: () => (/* binding */ attachmentPath),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   o3: () => (/* binding */ Attachment)
/* harmony export */ });
/* unused harmony exports LARGEST_IN_LEDGER, AttachmentName */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

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

/***/ 9408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ auditChains),
  P: () => (/* binding */ chainOfVersion)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
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
var state = __webpack_require__(3049);
// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var canonical = __webpack_require__(6766);
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
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/domain/config/text.js
var config_text = __webpack_require__(7936);
;// CONCATENATED MODULE: ./lib/domain/config/notifications.js


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
const events = (what) => schemas/* array */.YOg(schemas/* enum */.k5n(NOTICE_EVENTS))
    .min(1)
    .max(NOTICE_EVENTS.length)
    .default([...NOTICE_EVENTS])
    .describe(`${what} All of them unless named.`);
/** Who is told. What is left out is told nothing. */
const Notifications = schemas/* strictObject */.rej({
    slack: schemas/* strictObject */.rej({
        events: events('Events that become a message, by the incoming webhook in the secret `SLACK_WEBHOOK_URL`.'),
    })
        .optional(),
    grafana: schemas/* strictObject */.rej({
        url: config_text/* HttpUrl */.oA.describe('Address of Grafana; the token is the secret `GRAFANA_API_KEY`.'),
        events: events('Events that become an annotation, with the tags product, version, event and `entry:<seq>` of the ledger.'),
    })
        .optional(),
})
    .meta({ id: 'Notifications' });

// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var audience = __webpack_require__(8850);
// EXTERNAL MODULE: ./lib/domain/rollout/judge-stage.js
var judge_stage = __webpack_require__(5066);
// EXTERNAL MODULE: ./lib/domain/rollout/plan.js + 3 modules
var plan = __webpack_require__(7221);
// EXTERNAL MODULE: ./lib/domain/ledger/attachment.js
var attachment = __webpack_require__(6151);
// EXTERNAL MODULE: ./lib/domain/rollout/checkpoints.js
var checkpoints = __webpack_require__(7577);
// EXTERNAL MODULE: ./lib/domain/rollout/conditions.js
var conditions = __webpack_require__(4742);
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

// EXTERNAL MODULE: ./lib/domain/ledger/evidence-record.js + 2 modules
var evidence_record = __webpack_require__(7199);
// EXTERNAL MODULE: ./lib/domain/ledger/signature.js
var signature = __webpack_require__(9982);
;// CONCATENATED MODULE: ./lib/domain/ledger/entry.js









const WeightMap = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().min(0).max(100));
const payloads = {
    plan: schemas/* strictObject */.rej({ plan: plan/* Plan */.cw }),
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
        verdict: evidence_record/* VerdictWord */.E,
        reason: schemas/* string */.YjP(),
        evidence: schemas/* array */.YOg(evidence_record/* EvidenceRecord */.d),
        breach: schemas/* enum */.k5n(judge_stage/* BREACHES */.M9),
        /** With the breach `page`: until when somebody decides. */
        decideBy: iso/* datetime */.w$().optional(),
    }),
    /** Objectives that only notify were beyond their limits in a stage; people are told once. */
    alarm: schemas/* strictObject */.rej({ stage: schemas/* int */.Whr(), evidence: schemas/* array */.YOg(evidence_record/* EvidenceRecord */.d).min(1) }),
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
    /** People were told of an event of an entry before, each channel by its name. */
    told: schemas/* strictObject */.rej({
        event: schemas/* enum */.k5n(NOTICE_EVENTS),
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
var trust = __webpack_require__(5238);
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
var ledger_path = __webpack_require__(9177);
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
        throw new failure/* Failure */.HR('absent', `the ledger has no release ${version}`, 'See release-actions status --all');
    if (others.length === 0)
        return first;
    const names = found.map(({ release }) => (0,ledger_path/* chainFolder */.Cz)(release)).join(', ');
    throw new failure/* Failure */.HR('ambiguous', `${version} is ${names}`, 'Name it with --product and --channel');
}


/***/ }),

/***/ 6766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical)
/* harmony export */ });
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8799);

/** Canonical JSON (RFC 8785): one text for one value, so that a hash means the value. */
function canonical(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('no canonical form');
    return text;
}


/***/ }),

/***/ 7199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ EvidenceRecord),
  E: () => (/* binding */ VerdictWord)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/rollout/planned-comparison.js
var planned_comparison = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/domain/judging/compared-finding.js


const Figure = schemas/* number */.aig().nullable();
/** What a comparison found of one metric, in figures for people; null is what nobody knows. */
const ComparedFinding = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(planned_comparison/* COMPARED_KINDS */.A),
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

// EXTERNAL MODULE: ./lib/domain/ledger/attachment.js
var attachment = __webpack_require__(6151);
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
    attachment: attachment/* Attachment */.o3.optional(),
    look: LookFacts.optional(),
    interval: schemas/* object */.Ikc({ lower: schemas/* number */.aig(), upper: schemas/* number */.aig() }).optional(),
    hint: schemas/* string */.YjP().optional(),
});


/***/ }),

/***/ 9177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ chainFolder),
/* harmony export */   HX: () => (/* binding */ openFreezePath),
/* harmony export */   Iy: () => (/* binding */ openNoticePath),
/* harmony export */   b$: () => (/* binding */ openReleasePath),
/* harmony export */   fM: () => (/* binding */ OPEN_NOTICES),
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


/***/ }),

/***/ 9982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ formFault),
/* harmony export */   to: () => (/* binding */ Signature),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* unused harmony export signed */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6766);


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

/***/ 5238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MO: () => (/* binding */ firstUnsigned),
/* harmony export */   jY: () => (/* binding */ signatureFault),
/* harmony export */   l3: () => (/* binding */ signersText)
/* harmony export */ });
/* unused harmony exports UNSIGNED, proveSigned, proveWritable, noKey */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9982);


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

/***/ 8850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kO: () => (/* binding */ forAudience),
/* harmony export */   ln: () => (/* binding */ Audience)
/* harmony export */ });
/* unused harmony exports audienceText, isSameAudience, shrinkingAt */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7936);


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

/***/ 7577:
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

/***/ 1478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ COMPARISON),
/* harmony export */   gU: () => (/* binding */ comparedStage)
/* harmony export */ });
/* unused harmony export isCompared */
/** Name of the evidence of a comparison: no objective beside one may have it. */
const COMPARISON = 'comparison';
/** Whether both versions serve in a stage: where one of them has no traffic there is nothing to compare. */
function isCompared({ weight }) {
    return weight > 0 && weight < 100;
}
/** How a stage of the plan is compared; undefined where it is not. Each compared stage has an equal part of alpha. */
function comparedStage({ comparison, stages }, index) {
    const stage = stages[index];
    if (comparison === undefined || stage === undefined || !isCompared(stage))
        return undefined;
    const { metrics, maxLooks, relaxed, minEffect, healthy } = comparison;
    const look = Math.max(comparison.look, Math.ceil(stage.bake / maxLooks));
    const looks = Math.max(1, Math.floor(stage.bake / look));
    const policy = {
        alpha: comparison.alpha / stages.filter(isCompared).length,
        relaxed,
        maxLooks: looks,
        minEffect,
        warmupMinutes: Math.ceil(comparison.warmUp / look),
        minRequests: Math.max(comparison.minRequests, stage.minRequests),
        healthy,
    };
    return { metrics, look, looks, policy };
}


/***/ }),

/***/ 4742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XJ: () => (/* binding */ NOTICE),
/* harmony export */   Xo: () => (/* binding */ Conditions),
/* harmony export */   cu: () => (/* binding */ OVERRIDABLE)
/* harmony export */ });
/* unused harmony export CONDITIONS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4377);

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

/***/ 5066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ breachOf),
/* harmony export */   M9: () => (/* binding */ BREACHES),
/* harmony export */   bN: () => (/* binding */ stageObjectives)
/* harmony export */ });
/* unused harmony exports decideWithin, rolesAsked */
/* harmony import */ var _compared_stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1478);
/* harmony import */ var _weigh_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2110);


/** What a verdict can lead to, from the mildest on. */
const BREACHES = ['none', 'page', 'pause', 'stop', 'rollback'];
/** The objectives that a stage is held against: it may want more requests than an objective by itself. */
function stageObjectives({ stages, objectives }, index) {
    const minRequests = stages[index]?.minRequests ?? 0;
    return objectives.map((o) => ({ ...o, minSamples: Math.max(o.minSamples, minRequests) }));
}
/** What the plan says of an objective, or of the comparison; undefined for a question about the world. */
function onBreachOf(name, { objectives, comparison }) {
    if (name === _compared_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPARISON */ .AZ && comparison !== undefined)
        return comparison.onBreach;
    return objectives.find((o) => o.name === name)?.onBreach;
}
/** The hardest of what is said of what is broken; anything else that is no pass takes the traffic back. */
function breachOf({ verdict, evidence }, plan) {
    if (verdict === 'pass')
        return 'none';
    const said = (0,_weigh_js__WEBPACK_IMPORTED_MODULE_0__/* .breached */ .hM)(evidence, plan).map((e) => onBreachOf(e.name, plan) ?? 'rollback');
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


/***/ }),

/***/ 7221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cw: () => (/* binding */ Plan),
  op: () => (/* binding */ PlannedObjective)
});

// UNUSED EXPORTS: STRATEGIES, plannedDuration

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var objective = __webpack_require__(4356);
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

// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var audience = __webpack_require__(8850);
// EXTERNAL MODULE: ./lib/domain/rollout/conditions.js
var conditions = __webpack_require__(4742);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/domain/rollout/downtime.js

/** A downtime that was declared for a release: whole seconds, in UTC. */
const Downtime = schemas/* strictObject */.rej({
    /** `lock`: data is locked. `window`: the service may be away. */
    kind: schemas/* enum */.k5n(['lock', 'window']),
    from: iso/* datetime */.w$({ precision: 0 }),
    to: iso/* datetime */.w$({ precision: 0 }),
    reason: schemas/* string */.YjP(),
});

// EXTERNAL MODULE: ./lib/domain/rollout/planned-comparison.js
var planned_comparison = __webpack_require__(220);
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
    comparison: planned_comparison/* PlannedComparison */.M.optional(),
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


/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ COMPARED_KINDS),
/* harmony export */   M: () => (/* binding */ PlannedComparison)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** Kinds of metrics that a source can give for both versions, as the judge of comparisons names them. */
const COMPARED_KINDS = ['latency', 'errors', 'restarts', 'sessions', 'gauge', 'lag'];
const ComparedMetric = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Unique within a comparison. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(COMPARED_KINDS),
    /** Template with `{version}` and `{window}`; null for the metrics that the provider knows. */
    query: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Of sessions: what counts those that began, where `query` counts those that crashed. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
/** How the new version is compared with the old one while a stage bakes: all that its verdict depends on beside what was seen. */
const PlannedComparison = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    metrics: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ComparedMetric).min(1),
    /** Shortest look, milliseconds. */
    look: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    /** A bake that is longer than so many looks has longer ones. */
    maxLooks: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    /** Of the whole release: the chance to stop a healthy one. */
    alpha: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** How much less evidence than 1/alpha stops. */
    relaxed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    minEffect: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** Milliseconds. */
    warmUp: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    minRequests: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    /** What healthy groups may differ by, as shares of the level. */
    healthy: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ offset: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), ownNoise: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), memory: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }),
    onBreach: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pause', 'rollback']),
});


/***/ }),

/***/ 3049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ BACK),
  Z: () => (/* binding */ rolloutOf)
});

// EXTERNAL MODULE: ./lib/domain/instant.js
var instant = __webpack_require__(5593);
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


/***/ }),

/***/ 2110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N0: () => (/* binding */ SCORE),
  hM: () => (/* binding */ breached),
  vi: () => (/* binding */ weigh)
});

// UNUSED EXPORTS: toBeTold

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
function breached(evidence, weighing) {
    const isScoreBad = evidence.some((e) => e.name === SCORE && e.verdict === 'fail');
    const counts = { binding: true, scored: isScoreBad, told: false };
    return evidence.filter((e) => e.verdict === 'fail' && e.name !== SCORE && counts[partOf(e, weighing)]);
}
/** The pieces of evidence whose objective only notifies, and which are beyond their limit. */
function toBeTold(evidence, weighing) {
    return evidence.filter((e) => e.verdict === 'fail' && partOf(e, weighing) === 'told');
}


/***/ }),

/***/ 9633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ normalQuantile)
/* harmony export */ });
/* harmony import */ var _normal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4939);

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
    return ((0,_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .normalMiddle */ .vy)(z) - middle) * ROOT_TWO_PI * Math.exp((z * z) / 2);
}
/** On the log scale, where a tail is nearly straight in z². */
function fromTail(z, tail) {
    const logTail = (0,_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .logNormalTail */ .IL)(z);
    const slope = -Math.exp(-(z * z) / 2 - Math.log(ROOT_TWO_PI) - logTail);
    return (logTail - Math.log(tail)) / slope;
}
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);


/***/ }),

/***/ 4939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ logNormalTail),
/* harmony export */   WI: () => (/* binding */ normalTail),
/* harmony export */   vy: () => (/* binding */ normalMiddle)
/* harmony export */ });
/* unused harmony export normalCdf */
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


/***/ }),

/***/ 3980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ wilsonInterval)
/* harmony export */ });
/* harmony import */ var _normal_quantile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9633);

/**
 * Confidence interval of a share of hits, 0 to 1: E. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927. Holds also without a hit, where the lower bound is exactly 0. NaN without a trial.
 */
function wilsonInterval({ hits, trials }, confidence) {
    const z = -(0,_normal_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .normalQuantile */ .Z)((1 - confidence) / 2);
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


/***/ })

};
