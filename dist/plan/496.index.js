export const id = 496;
export const ids = [496];
export const modules = {

/***/ 2338:
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

/***/ 9682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/adapters/digest.js
var adapters_digest = __webpack_require__(7690);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function template_fill(template, values) {
    return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var rollout_audience = __webpack_require__(8850);
// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(3291);
// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(8994);
;// CONCATENATED MODULE: ./lib/adapters/traffic/answer.js

/**
 * The JSON of a 200, checked.
 * @throws Failure `bad-answer` naming who answered; the answer itself is not repeated.
 */
function readAnswer(answer, schema, who) {
    if (answer.status !== 200)
        throw new failure/* Failure */.HR('bad-answer', `${who} answered ${answer.status}`);
    const parsed = schema.safeParse(json(answer.body, who));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the whole';
    throw new failure/* Failure */.HR('bad-answer', `${who} answered JSON of an unknown shape (${where})`);
}
function json(body, who) {
    try {
        return JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        throw new failure/* Failure */.HR('bad-answer', `${who} answered something that is no JSON`);
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
        throw new failure/* Failure */.HR('absent', `there is no slot ${slot}`, 'Name one of traffic.slots');
    const url = base.replace(/\/$/, '') + config['version-path'];
    try {
        const answer = await http.send({ method: 'GET', url, timeoutMs: TIMEOUT_MS });
        const { version } = readAnswer(answer, Version, `the slot ${slot}`);
        const parsed = (0,release_version/* parseVersion */.ot)(version, 'v') ?? (0,release_scheme/* untaggedVersion */.aH)(version);
        if (parsed !== undefined)
            return parsed.version;
        throw new failure/* Failure */.HR('bad-answer', `the slot ${slot} answers a version that is none`);
    }
    catch (error) {
        if (isRefused(error))
            return undefined;
        throw error;
    }
}
function isRefused(error) {
    if (!(error instanceof failure/* Failure */.HR) || error.code !== 'connection')
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
        throw new failure/* Failure */.HR('bad-weights', `weights must be whole percents of ${slots.join(' and ')} that sum to 100`);
}
/** @throws Failure `not-held` when the router does not hold what it was told. */
function assertSame(wanted, held) {
    const off = Object.keys(wanted).filter((slot) => wanted[slot] !== held[slot]);
    if (off.length === 0)
        return;
    const text = off.map((slot) => `${slot} ${held[slot]} instead of ${wanted[slot]}`).join(', ');
    throw new failure/* Failure */.HR('not-held', `the router holds other weights than it was given: ${text}`);
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
        const { exit, stdout } = await named(key, () => command.run(argv, { timeoutMs: command_TIMEOUT_MS }));
        if (exit === 0)
            return { name, stdout };
        const end = exit === null ? 'by a signal' : `with ${exit}`;
        throw new failure/* Failure */.HR('refused', `${name} ended ${end}`, 'Run it by hand: it says why');
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
            assertSame(wanted, now.weights);
            assertSameAudience(audience, now.audience);
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
/** What stops a command does not know whose it is. */
async function named(key, run) {
    try {
        return await run();
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        throw new failure/* Failure */.HR(error.code, `traffic.${key}: ${error.message}`, error.remedy, {
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
    return argv.map((part) => template_fill(part, values));
}
function toHeld(stdout, name, slots) {
    const { data, error } = Answer.safeParse(command_json(stdout, name));
    if (data === undefined) {
        const where = error.issues[0]?.path.join('.') || 'the whole';
        throw new failure/* Failure */.HR('bad-answer', `${name} printed JSON of an unknown shape (${where})`);
    }
    const { weights, audience } = data;
    const names = Object.keys(weights);
    if (names.length !== slots.length || !slots.every((slot) => names.includes(slot)))
        throw new failure/* Failure */.HR('bad-answer', `${name} printed other slots than ${slots.join(' and ')}`);
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new failure/* Failure */.HR('bad-answer', `${name} printed weights that sum to ${sum}, not 100`);
    return { weights, audience };
}
function command_json(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new failure/* Failure */.HR('bad-answer', `${name} printed something that is no JSON`);
    }
}
/** @throws Failure `not-held` */
function assertSameAudience(wanted, held) {
    if ((0,rollout_audience/* isSameAudience */.nT)(wanted, held))
        return;
    const said = (audience) => (0,rollout_audience/* audienceText */.a6)(audience) || 'everybody';
    throw new failure/* Failure */.HR('not-held', `the router holds another audience than it was given: ${said(held)} instead of ${said(wanted)}`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/adapters/traffic/runtime-socket.js


const runtime_socket_TIMEOUT_MS = 5000;
const LARGEST = 64 * 1024;
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
        peer.setTimeout(runtime_socket_TIMEOUT_MS, () => fail(new failure/* Failure */.HR('timeout', 'the HAProxy runtime API did not answer in time')));
        peer.on('data', (chunk) => {
            text += chunk;
            if (text.length > LARGEST)
                fail(new failure/* Failure */.HR('too-large', 'the answer of the HAProxy runtime API is larger than 64 KiB'));
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
        throw new failure/* Failure */.HR('bad-config', 'traffic.socket must be tcp://host:port or unix:/path');
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}
function unreachable(error) {
    const code = 'code' in error ? ` (${String(error.code)})` : '';
    const remedy = 'Check traffic.socket and that HAProxy is up';
    return new failure/* Failure */.HR('connection', `the HAProxy runtime API: the connection failed${code}`, remedy, {
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
            assertSame(wanted, await weights());
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
        throw new failure/* Failure */.HR('bad-answer', 'every server of the HAProxy backend has weight 0');
    return Object.fromEntries(Object.entries(raw).map(([slot, w]) => [slot, (w * 100) / sum]));
}
function refused(text) {
    const [first = ''] = text.trim().split('\n');
    const shown = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200);
    return new failure/* Failure */.HR('refused', `HAProxy refuses: ${shown === '' ? 'no answer' : shown}`);
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
            assertSame(wanted, await weights());
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
function toWeights(backends, slots) {
    const weights = Object.fromEntries(backends.map((b) => [b.name, b.weight]));
    const known = slots.every((slot) => weights[slot] !== undefined);
    if (!known || backends.length !== slots.length)
        throw new failure/* Failure */.HR('bad-answer', `the router has other backends than ${slots.join(' and ')}`, 'Give its backends the names of traffic.slots');
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new failure/* Failure */.HR('bad-answer', `the weights of the router sum to ${sum}, not 100`);
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
        throw new failure/* Failure */.HR('absent', 'the config has no section traffic', 'Describe the router there');
    if (config.provider === 'command')
        return commandTraffic(config, command, http);
    return config.provider === 'router' ? routerTraffic(config, http) : haproxyTraffic(config, http);
}

// EXTERNAL MODULE: ./lib/domain/config/roles.js
var config_roles = __webpack_require__(7582);
// EXTERNAL MODULE: ./lib/domain/config/team.js
var config_team = __webpack_require__(5070);
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
            said.push(`${login} has not accepted the invitation to ${(0,config_team/* teamText */.BP)(team)}`);
        if (!(heard instanceof failure/* Failure */.HR))
            continue;
        failures.push(heard);
        said.push(`nobody can tell who is in ${(0,config_team/* teamText */.BP)(team)}: ${heard.message}`);
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
        if (error instanceof failure/* Failure */.HR)
            return error;
        throw error;
    }
}
/** @throws Failure `bad-team` for a team of another organisation than the one that owns the repository. */
function assertOwn(team, { owner }) {
    if ((0,config_team/* isSameName */.yS)(team.organisation, owner))
        return;
    throw new failure/* Failure */.HR('bad-team', `${(0,config_team/* teamText */.BP)(team)} is a team of ${team.organisation}, and the repository belongs to ${owner}`, `Name a team of ${owner} in roles of the config on the default branch, or the logins themselves`);
}
function namedTeams(named) {
    return named.flatMap(([role, { members }]) => members.flatMap((member) => {
        const team = (0,config_team/* teamOf */.Ld)(member);
        return team === undefined ? [] : [{ role, team }];
    }));
}

;// CONCATENATED MODULE: ./lib/app/inspect-teams.js


/**
 * Before a release begins: every team that may do something by hand is one of the organisation, and there. Without a
 * token only the first is seen here.
 * @throws Failure naming the team and the remedy.
 */
async function inspectTeams(roles, teams) {
    for (const team of (0,config_roles/* teamsIn */.ON)(roles)) {
        assertOwn(team, teams);
        if (teams.canAsk)
            await teams.assertSeen(team);
    }
}

// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var ledger_canonical = __webpack_require__(6766);
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
function freeze_freezeMarkerText({ product, channel }) {
    return `<!-- release-actions:freeze ${product}/${channel} -->`;
}
/** Stands in the body of a release's tracking issue. */
function trackingMarkerText(product, version) {
    return `<!-- release-actions:release ${product}/${version} -->`;
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
function path_openFreezePath({ product, channel }) {
    return `open/freezes/${pathPart(product)}/${pathPart(channel)}.json`;
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
        throw noKey('ledger.require-signature is true');
    if (chain.at(-1)?.signature)
        throw noKey(`the chain of ${release.version} is signed`);
}
/** A run that would have to sign and cannot. */
function noKey(why) {
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

;// CONCATENATED MODULE: ./lib/domain/release/spoken.js
/** A version as people write it: `v1.4.0`; a commit or a digest as it stands. */
function spoken_spoken(version) {
    return /^\d+\./.test(version) ? `v${version}` : version;
}

;// CONCATENATED MODULE: ./lib/domain/release/tracking.js
/** The checklist of the tracking issue: job of the pipeline → what it means to people, in order. */
const CHECKLIST = [
    ['pre-flight-validation', 'Pre-flight validation'],
    ['performance-regression-check', 'Performance comparison'],
    ['enhanced-smoke-tests', 'Smoke tests of the new version'],
    ['release-verification', 'Release verification'],
    ['observability-gate', 'Observability gate'],
    ['deploy-release', 'Deployment'],
    ['post-deployment-validation', 'Post-deployment validation'],
    ['setup-rollback-readiness', 'Rollback readiness'],
];
const TRACKING_LABELS = ['release-pipeline', 'in-progress'];

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/report/tracking-issue.js





function trackingTitle({ version, product }) {
    return `Release ${product} ${spoken_spoken(version)}`;
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
function trackingBody(facts) {
    const { plan, planHash, runUrl, jobs, note, before = '', isOneOfSeveral } = facts;
    const stages = plan.stages.map((s) => `${s.weight} %${(0,rollout_audience/* forAudience */.kO)(s.audience)}`).join(' → ');
    const standing = before.split('\n');
    const boxes = CHECKLIST.map(([job, label]) => {
        const outcome = jobs.find((j) => j.job === job);
        const why = outcome === undefined || outcome.note === '' ? '' : ` (${(0,markdown/* inert */.tJ)(outcome.note)})`;
        const isTicked = outcome?.good === true || (jobs.length === 0 && standing.includes(`- [x] ${label}`));
        return `- [${isTicked ? 'x' : ' '}] ${label}${why}`;
    });
    return [
        trackingMarkerText(plan.product, plan.version),
        (0,markdown/* table */.tp)(['', ''], [
            ['Version', (0,markdown/* raw */.lS)(`\`${spoken_spoken(plan.version)}\` after \`${spoken_spoken(plan.baseline)}\``)],
            ...(plan.type === undefined ? [] : [['Type', plan.type]]),
            ['Strategy', `${plan.strategy}: ${stages}`],
            ['Plan', (0,markdown/* raw */.lS)(`\`${planHash}\``)],
            ['Workflow run', (0,markdown/* raw */.lS)(runUrl)],
        ]),
        boxes.join('\n'),
        ...(note === '' ? [] : [(0,markdown/* inert */.tJ)(note, 2000)]),
        '### Roll back',
        (0,markdown/* fenced */.OF)(rollbackCommand(plan, isOneOfSeveral), 'bash'),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var config_duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/rollout/plan.js + 2 modules
var rollout_plan = __webpack_require__(5715);
;// CONCATENATED MODULE: ./lib/domain/rollout/clock.js



const HOUR = 3_600_000;
/** Longest rollout that stays in one run: a job ends after 6 hours. */
const LONGEST_RUN = 5.5 * HOUR;
/** GitHub starts a scheduled run up to so late, or drops it (measured gaps: a minute to 12 hours). */
const LATEST_START = 12 * HOUR;
/** So long a watch that is handed over may wait for its runner, and an old one for GitHub. */
const NEXT_WATCH = 15 * 60_000;
/** How often the example's cron looks. */
const SCHEDULE = 6 * HOUR;
/** Dollars for a started minute of a Linux runner with two cores in a private repository, since January 2026. */
const DOLLARS = 0.006;
/** The clock that a config asks for; undefined for `inline`. */
function clockOf({ kind, unattended, overdue }) {
    if (kind === 'inline')
        return undefined;
    return { kind, unattended: (0,config_duration/* parseDuration */.E9)(unattended) ?? 0, overdue };
}
/** @throws Failure `needs-clock` for a plan that its clock cannot keep. */
function assertKept(plan) {
    const { clock } = plan;
    const all = (0,rollout_plan/* plannedDuration */.tU)(plan);
    if (clock === undefined && all > LONGEST_RUN)
        throw new failure/* Failure */.HR('needs-clock', `the rollout takes ${(0,config_duration/* formatDuration */.a3)(all)}, and a run that watches it ends after 5h30m`, 'Shorten the bakes, or name a clock in the config: clock: { kind: watch }, schedule or external');
    if (clock?.kind === 'watch' && clock.unattended < NEXT_WATCH)
        throw new failure/* Failure */.HR('needs-clock', `clock.unattended is ${(0,config_duration/* formatDuration */.a3)(clock.unattended)}, and the next watch may wait 15m for a runner`, 'Give at least 15m');
    if (clock?.kind !== 'schedule')
        return;
    if (clock.unattended < LATEST_START)
        throw new failure/* Failure */.HR('needs-clock', `clock.unattended is ${(0,config_duration/* formatDuration */.a3)(clock.unattended)}, and GitHub starts a schedule up to 12h late`, 'Give at least 12h, or use clock: { kind: external }');
    const short = plan.stages.find(({ bake }) => bake < SCHEDULE);
    if (short !== undefined)
        throw new failure/* Failure */.HR('needs-clock', `the stage of ${short.weight} % bakes for ${(0,config_duration/* formatDuration */.a3)(short.bake)}, and a schedule looks every 6h at best`, 'Give each stage 6h or more, or use clock: { kind: external } or inline');
}
/** What drives the stages, what it can promise, and what it costs, in a line. */
function clockLine(plan) {
    const { clock, stages, interval } = plan;
    const all = (0,rollout_plan/* plannedDuration */.tU)(plan);
    if (clock === undefined)
        return `Clock: inline: one run watches every stage for ${(0,config_duration/* formatDuration */.a3)(all)}; ${cost(all / 60_000)}.`;
    const late = `a stage that nobody looks at for ${(0,config_duration/* formatDuration */.a3)(clock.unattended)} after its bake: ${clock.overdue}`;
    if (clock.kind === 'external')
        return `Clock: external: release-tick moves a stage when it is dispatched after its bake; ${late}; ${cost(stages.length)}, and as much for each tick that comes early.`;
    if (clock.kind === 'watch')
        return `Clock: watch: release-watch looks every ${(0,config_duration/* formatDuration */.a3)(interval)}, run after run of ${(0,config_duration/* formatDuration */.a3)(LONGEST_RUN)}; ${late}; ${cost(all / 60_000)}.`;
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
function proveAhead({ version, downtime }, now) {
    if (downtime === undefined || downtime.to.slice(0, SECONDS) > now.slice(0, SECONDS))
        return;
    throw new failure/* Failure */.HR('bad-config', `the downtime that is declared for ${version} was over at ${downtime.to}`, 'Declare another one under types in the config, or remove it');
}

;// CONCATENATED MODULE: ./lib/domain/rollout/probed.js

/** How often a tick looks again at a stage whose bake is over, where nobody can tell. */
const LOOKS = 10;
/**
 * A tick knows no probes but its own; a watch is one tick after another.
 * @throws Failure `bad-config` for a stage that waits for more requests than the prober of one tick sends: it would never pass.
 */
function assertProbed({ stages, clock }, config) {
    if (clock === undefined)
        return;
    const most = (1 + LOOKS) * fewestProbes(config);
    const never = stages.find(({ minRequests }) => minRequests > most);
    if (never === undefined)
        return;
    throw new failure/* Failure */.HR('bad-config', `the stage of ${never.weight} % has min-requests ${never.minRequests}, and with clock ${clock.kind} the prober sends at most ${most} while a tick looks: it would never pass`, 'Lower min-requests, raise requests-per-look, or take the values from a source that remembers');
}
/** Requests a look of the prober that sends the fewest; endless where no objective asks one. */
function fewestProbes({ metrics, sources = {}, objectives, }) {
    if (objectives === 'none')
        return Number.POSITIVE_INFINITY;
    const asked = objectives.map(({ source }) => (source === undefined ? metrics : sources[source]));
    const probes = asked.map((from) => from?.provider === 'prober' ? from['requests-per-look'] : Number.POSITIVE_INFINITY);
    return Math.min(...probes);
}

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

;// CONCATENATED MODULE: ./lib/domain/rollout/staged.js



/**
 * What comes after another profile begins where that one has completed: the same version, of the same commit, with the same
 * files. Its last release there counts, and whether it was taken back since.
 * @param entries The whole chain of the version.
 * @throws Failure `not-staged` saying what is missing.
 */
function assertStaged(plan, entries) {
    const { version, profile, after } = plan;
    if (after === undefined)
        return;
    const why = faultOf(plan, lastUnder(after, entries));
    if (why === undefined)
        return;
    throw new failure/* Failure */.HR('not-staged', `${version} ${why} under ${after}, and ${profile === '' ? 'this release' : profile} comes after it`, `Release it there first: environment ${after}`);
}
/** The rollout of the last plan under a profile, as it ended. */
function lastUnder(profile, entries) {
    const isPlan = (entry) => entry.kind === 'plan';
    const from = entries.findLastIndex((entry) => entry.kind === 'plan' && entry.payload.plan.profile === profile);
    if (from < 0)
        return undefined;
    const next = entries.findIndex((entry, index) => index > from && isPlan(entry));
    return state_rolloutOf(entries.slice(from, next < 0 ? undefined : next));
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
    const isSame = (0,ledger_canonical/* canonical */.$)(before.plan.artefacts) === (0,ledger_canonical/* canonical */.$)(plan.artefacts);
    return isSame ? undefined : 'was released with other files';
}

;// CONCATENATED MODULE: ./lib/domain/report/freeze-issue.js



const freeze_issue_FREEZE_LABELS = ['release-freeze', 'incident', 'priority:high'];
/** Marker of the very freeze: closing an older issue lifts nothing. */
function freezeEntryMarker(version, seq) {
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
        freezeEntryMarker(version, facts.seq),
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

;// CONCATENATED MODULE: ./lib/app/authority.js




/**
 * The role by which a person may do something; undefined where the config leaves it to everybody with write access.
 * Names are looked at first, then the role in the repository; teams are asked only for who has neither.
 * @throws Failure `refused` for anybody else, also where nobody can tell who is in a team; any other failure of GitHub.
 */
async function authorise(duty, login, { roles, repository, teams }) {
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
    throw new failure/* Failure */.HR('refused', [`${login} may not ${duty}: the config leaves that to ${who}`, ...asked.said].join('; '), asked.remedy ?? 'Ask one of them, or change roles in the config on the default branch');
}
function byName(login, named) {
    return named.find(([, { members }]) => members.some((member) => (0,config_team/* isSameName */.yS)(member, login)))?.[0];
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
    return error instanceof failure/* Failure */.HR && OPEN_ENDS.includes(error.code);
}
/** The same, and an answer came or the connection broke: who was silent once is not waited for again. */
function hasQuickEnd(error) {
    return hasOpenEnd(error) && !(error instanceof failure/* Failure */.HR && error.code === 'timeout');
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
    const now = await asTheyAre(listed, issues);
    return now.filter((i) => i.state === 'open');
}
/** Open issues beside an own new one. */
function others({ number }, listed, issues) {
    return stillOpen(listed.filter((i) => i.number !== number), issues);
}
/** Listed issues read one by one; what the repository does not have any more is left out. */
async function asTheyAre(listed, issues) {
    const numbers = [...new Set(listed.map((i) => i.number))];
    const now = await Promise.all(numbers.map((number) => unlessLost(issues.get(number))));
    return now.filter((i) => i !== undefined);
}
async function unlessLost(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && LOST.includes(error.code))
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
        const [open] = await withMarker(scope, 'open', ports.issues, { label: freeze_issue_FREEZE_LABELS[0] });
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
    const listed = await withMarker(scope, 'all', issues, { since: one_issue_sinceEntry(time) });
    const newest = await unlessGone(issues.newest(freeze_freezeMarkerText(scope)));
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
        if (error instanceof failure/* Failure */.HR && error.code === 'refused')
            return (0,failure/* failureLine */.Pu)(error);
        throw error;
    }
}
/** The marker of the freeze that holds a scope; undefined when none does. @throws Failure `bad-ledger`. */
async function freeze_state_openMarker(scope, ledger) {
    const path = path_openFreezePath(scope);
    const text = (await ledger.markers(path)).get(path);
    if (text === undefined)
        return undefined;
    try {
        return FreezeMarker.parse(JSON.parse(text));
    }
    catch {
        throw new failure/* Failure */.HR('bad-ledger', `the freeze marker ${path} cannot be read, which counts as frozen`, 'Correct it on the branch release-ledger');
    }
}
function withMarker(scope, state, issues, filter) {
    return unlessGone(issues.withMarker(freeze_freezeMarkerText(scope), state, filter));
}
/** Issues may be switched off: then the ledger alone says what is frozen. */
async function unlessGone(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && error.code === 'gone')
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
async function recordLift({ release, seq, by, issue }, ledger) {
    await ledger.append(release, async () => {
        const marker = await freeze_state_openMarker(release, ledger);
        if (marker === undefined)
            return undefined;
        if (marker.version !== release.version || marker.seq !== seq)
            throw new failure/* Failure */.HR('frozen', `${freeze_state_scopeName(release)} was frozen anew`, 'Run the job again');
        return {
            draft: { kind: 'lift', payload: { by, reason: `issue ${issue} was closed`, issue } },
            planHash: null,
            close: [path_openFreezePath(release)],
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
            await recordLift(lift, ports.ledger);
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
    for (const image of (0,image_digests/* imagesOf */.IC)(config.artefacts)) {
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
async function proveImages(planned, config, registry) {
    const evidence = await inspectImages(planned, config, registry);
    const missing = evidence.find(({ verdict }) => verdict !== 'pass');
    if (missing !== undefined)
        throw new failure/* Failure */.HR('absent', `${missing.question}: ${missing.answer}`, 'Push it before this run');
}

// EXTERNAL MODULE: ./lib/domain/config/conditions.js
var config_conditions = __webpack_require__(8289);
// EXTERNAL MODULE: ./lib/domain/config/objective.js + 1 modules
var objective = __webpack_require__(4436);
// EXTERNAL MODULE: ./lib/domain/judging/comparison/policy.js
var policy = __webpack_require__(1967);
// EXTERNAL MODULE: ./lib/domain/rollout/compared-stage.js
var compared_stage = __webpack_require__(1478);
// EXTERNAL MODULE: ./lib/domain/config/compared-metric.js
var compared_metric = __webpack_require__(7499);
// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
;// CONCATENATED MODULE: ./lib/domain/config/planned-comparison.js






/** Looks after the warm-up without which a stage could only ever be inconclusive. */
const LEAST_LOOKS = 3;
/**
 * The comparison as a plan freezes it; undefined where none is configured, or the stages leave nothing to compare.
 * @param clock Who looks at the stages.
 * @throws Failure `bad-config` for a stage that is too short to be compared, and for who looks without knowing what was before.
 */
function plannedComparison({ comparison: config, metrics }, stages, clock) {
    if (config === undefined || config === 'none' || !stages.some(compared_stage/* isCompared */.uQ))
        return undefined;
    if (metrics?.provider === 'prober' && clock !== 'inline')
        throw new failure/* Failure */.HR('bad-config', `the prober cannot compare where the clock is ${clock}: it knows nothing of the looks before its own`, 'Use the provider prometheus, the clock inline, or comparison: none');
    const { relaxed, healthy } = policy/* DEFAULT_POLICY */.z;
    const comparison = {
        metrics: config.metrics.map(compared_metric/* toComparedMetric */.TH),
        look: (0,config_duration/* parseDuration */.E9)(config.look) ?? 0,
        maxLooks: config['max-looks'],
        alpha: (0,ratio/* parseRatio */.LO)(config.alpha) ?? 0,
        relaxed,
        minEffect: (0,ratio/* parseRatio */.LO)(config['min-effect']) ?? 0,
        warmUp: (0,config_duration/* parseDuration */.E9)(config['warm-up']) ?? 0,
        minRequests: config['min-requests'],
        healthy,
        onBreach: config['on-breach'],
    };
    for (const index of stages.keys())
        assertLongEnough(comparison, [...stages], index);
    return comparison;
}
function assertLongEnough(comparison, stages, index) {
    const compared = (0,compared_stage/* comparedStage */.gU)({ comparison, stages }, index);
    if (compared === undefined)
        return;
    const { looks, look, policy } = compared;
    if (looks >= policy.warmupMinutes + LEAST_LOOKS)
        return;
    const [bake, least] = [stages[index]?.bake ?? 0, (policy.warmupMinutes + LEAST_LOOKS) * look];
    throw new failure/* Failure */.HR('bad-config', `stage ${index + 1} bakes for ${(0,config_duration/* formatDuration */.a3)(bake)}, and its comparison needs ${(0,config_duration/* formatDuration */.a3)(least)}`, 'Let it bake longer, or shorten look and warm-up of the section comparison');
}

// EXTERNAL MODULE: ./lib/domain/judging/world-evidence.js
var world_evidence = __webpack_require__(6157);
;// CONCATENATED MODULE: ./lib/domain/observability/thresholds.js

const ERROR_RATE = { metric: 'error-rate', unit: 'ratio', direction: 'at-most' };
const LATENCY = { metric: 'latency-p95', unit: 'milliseconds', direction: 'at-most' };
const SUCCESS_RATE = { metric: 'success-rate', unit: 'ratio', direction: 'at-least' };
/**
 * The objectives with the limits given by hand laid over them: each replaces the limit of every objective of its
 * metric, and stands as an objective of its own where the config has none.
 */
function withThresholds(objectives, { errorRate, responseTime, successRate }) {
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
        name: isTaken ? `${kind.metric}${world_evidence/* BY_INPUT */.BN}` : kind.metric,
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
const checksums_LARGEST = 1024 * 1024;
const LINE = /^([0-9a-f]{64}) {2}(\S(?:.{0,253}\S)?)$/;
/**
 * Read lines `<64 hex>  <file>` as `sha256sum` writes them. Strict, because a line that is skipped is a file that
 * nobody checked.
 * @throws Failure `bad-checksums` naming the line.
 */
function checksums_parseChecksums(text) {
    if (text.length > checksums_LARGEST)
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
    return new failure/* Failure */.HR('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
}

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
function completing_stageText(plan, index) {
    return isCompleting(plan, index) ? `${index + 1} completing` : String(index + 1);
}

// EXTERNAL MODULE: ./node_modules/semver/functions/parse.js
var parse = __webpack_require__(6353);
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
function toPythonVersion(version) {
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
    const python = toPythonVersion(version);
    const spellings = python === undefined || python === version ? [version] : [version, python];
    return spellings.map((spelling) => template_fill(artefact.file, { version: spelling }));
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
        inspect_asset_assertSame(asset, file, checksums);
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
function inspect_asset_assertSame(asset, { sha256, size }, checksums) {
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

;// CONCATENATED MODULE: ./lib/app/version-commit.js

/** The commit of a version: that of its tag, or itself. Undefined where there is none, and for a digest, which names none. */
async function versionCommit(version, config, repository) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const tag = scheme.tag(version);
    if (tag !== undefined)
        return repository.tagCommit(tag);
    return scheme.name === 'git-sha' ? repository.commit(version) : undefined;
}

;// CONCATENATED MODULE: ./lib/app/make-plan.js















/** Everything a plan freezes, read from the config and from what already exists. @throws Failure */
async function makePlan(request, config, ports) {
    const commit = await commitOf(request, config, ports.repository);
    const clock = clockOf({ ...config.clock, kind: request.clock });
    const conditions = (0,config_conditions/* conditionsOf */.yb)(config.conditions, request.notBefore, request.terms.conditions);
    const completing = (0,config_duration/* parseDuration */.E9)(config.completing?.watch ?? '');
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
        interval: (0,config_duration/* parseDuration */.E9)(config.looks.interval) ?? 30_000,
        ...(comparison === undefined ? {} : { comparison }),
        objectives: [...withThresholds(objectivesOf(config), request.thresholds)],
        ...(config.score === undefined ? {} : { score: config.score.pass }),
        artefacts: [
            ...(await filesOf(request.version, config, ports.releases)),
            ...(0,image_digests/* plannedImages */.JD)(config.artefacts, request.digests, request.version),
        ],
        desktopRolloutPercentage: request.desktopRolloutPercentage,
    };
}
/** @throws Failure `absent` where nothing stands for the version. */
async function commitOf({ version, sha }, config, repository) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const commit = scheme.name === 'digest'
        ? await repository.commit(sha)
        : await versionCommit(version, config, repository);
    if (commit !== undefined)
        return commit;
    const tag = scheme.tag(version);
    throw tag === undefined
        ? new failure/* Failure */.HR('absent', `the repository has no commit ${version}`, 'Push it first')
        : new failure/* Failure */.HR('absent', `tag ${tag} does not exist`, 'Tag the commit and build it before the pipeline starts');
}
/** Where the profile stands among the others. None comes after itself: what it inherits is meant for the others. */
function orderOf(profile, { after, publishes }) {
    return {
        ...(after === undefined || after === profile ? {} : { after }),
        ...(publishes === false ? { publishes } : {}),
    };
}
function objectivesOf({ objectives }) {
    return objectives === 'none' ? [] : objectives.map(objective/* toObjective */.tl);
}
/** The declared files with the digests that the release's own checksum files name. */
async function filesOf(version, config, releases) {
    // What has no tag has no GitHub release, and the config declares no file of one.
    if ((0,release_scheme/* schemeOf */.wW)(config).tag(version) === undefined)
        return [];
    const release = await releaseOf(version, config['tag-prefix'], releases);
    const sums = new Map();
    const planned = [];
    for (const artefact of config.artefacts.filter((a) => a.kind !== 'image')) {
        const list = template_fill(artefact.checksums, { version });
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
        throw new failure/* Failure */.HR('absent', `release ${release.tag} has no asset ${name}`, 'Upload it to the draft release');
    return checksums_parseChecksums(new TextDecoder().decode(await releases.download(asset)));
}

;// CONCATENATED MODULE: ./lib/app/rollback-target.js



/**
 * Which slot serves: the one that has the weight, or, while a canary runs, the one that answers with the baseline.
 * @throws Failure `no-target` when the version to go back to does not answer: nothing may move then.
 */
async function findSlots(baseline, traffic) {
    const weights = await traffic.weights();
    const names = Object.keys(weights).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    let trouble;
    for (const stable of names) {
        const answer = await answerIn(stable, traffic);
        if (answer instanceof failure/* Failure */.HR)
            trouble = answer;
        const candidate = names.find((n) => n !== stable);
        if (answer === baseline && candidate !== undefined)
            return { stable, candidate };
    }
    if (trouble !== undefined)
        throw trouble;
    throw new failure/* Failure */.HR('no-target', `no slot answers with the rollback target ${baseline}`, 'Start that version first, or name the version that serves as baseline');
}
/**
 * A new release starts from a baseline that has all the traffic: the idle slot is about to be replaced.
 * @throws Failure `no-target` when another version has some of it.
 */
async function proveServing(baseline, { stable }, traffic) {
    const weight = (await traffic?.weights())?.[stable];
    if (weight === 100)
        return;
    throw new failure/* Failure */.HR('no-target', `the baseline ${baseline} has ${weight} % of the traffic`, 'Name the version that serves as baseline, or take all traffic back to it with release-rollback');
}
/** The version in a slot, or why it cannot be asked: a version that hangs must not bar the way back to the other. */
async function answerIn(slot, traffic) {
    try {
        return await traffic.versionIn(slot);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
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
async function proveReleased(baseline, config, ports) {
    const tag = (0,release_scheme/* schemeOf */.wW)(config).tag(baseline);
    if (tag !== undefined)
        return proveRelease(tag, baseline, config, ports.releases);
    const release = { product: config.product, channel: 'stable', version: baseline };
    const result = state_rolloutOf(await ports.ledger.history(release))?.result;
    if (result === 'completed' || (await serves(baseline, ports.traffic)))
        return undefined;
    throw new failure/* Failure */.HR('no-target', `nothing says that the rollback target ${baseline} was released: no record, and no slot answers with it`, 'Name a version that was released');
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
        throw new failure/* Failure */.HR('no-target', `the rollback target ${tag} has no GitHub release`, 'Name a baseline that was released');
    const wanted = config.artefacts
        .filter((a) => a.kind === 'release-asset')
        .map((a) => a.name.replaceAll('{version}', baseline));
    const missing = wanted.filter((name) => !release.assets.some((a) => a.name === name && a.state === 'uploaded'));
    if (missing.length > 0)
        throw new failure/* Failure */.HR('no-target', `the rollback target ${tag} lacks ${missing.join(', ')}`, 'Upload it before releasing');
    return release;
}
/**
 * A canary of the bytes that serve already compares nothing and proves nothing: the build of another version was taken.
 * Only files whose digest GitHub gives are compared.
 * @throws Failure `same-bytes` when no file of the plan differs from the baseline's.
 */
function proveChanged(plan, baseline) {
    if (baseline === undefined)
        return;
    const { tag, assets } = baseline;
    const isSame = ({ kind, digest }) => kind === 'release-asset' && assets.some((asset) => asset.digest === digest);
    if (plan.artefacts.length > 0 && plan.artefacts.every(isSame))
        throw new failure/* Failure */.HR('same-bytes', `every artefact of ${plan.version} has the bytes of its baseline ${tag}`, 'Build the new version, and name it inside the build');
}

;// CONCATENATED MODULE: ./lib/app/routable.js


/**
 * Whether the router of the config can be told to whom each stage shows the new version.
 * @throws Failure `bad-config` naming the stage and what it needs.
 */
function assertRoutable(stages, { traffic }) {
    const index = stages.findIndex(({ audience }) => audience !== undefined);
    const audience = stages[index]?.audience;
    if (audience === undefined)
        return;
    const stage = `stage ${index + 1} is for ${(0,rollout_audience/* audienceText */.a6)(audience)}`;
    const kind = 'ring' in audience ? 'ring' : 'tenants';
    if (traffic?.provider !== 'command') {
        const router = traffic === undefined ? 'there is no router' : `traffic.provider is ${traffic.provider}`;
        throw new failure/* Failure */.HR('bad-config', `${stage}, and ${router}, which takes weights only`, `Use traffic.provider: command with {${kind}} in traffic.set, or leave the audience out`);
    }
    const isTold = traffic.set.some((part) => part.includes('{audience}') || part.includes(`{${kind}}`));
    if (!isTold)
        throw new failure/* Failure */.HR('bad-config', `${stage}, and traffic.set is never told: it names no {${kind}}`, `Give it the argument {${kind}} or {audience}`);
}

;// CONCATENATED MODULE: ./lib/app/held.js

/** Weights in words, in the order of the slots' names: `blue 90 %, green 10 %`. */
function held_weightsText(weights) {
    const names = Object.keys(weights).sort();
    return names.map((name) => `${name} ${weights[name]} %`).join(', ');
}
/** What a router shall hold, in words: the weights, and for whom they are where that is not everybody. */
function held_routingText(weights, audience) {
    return held_weightsText(weights) + forAudience(audience);
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
const IN_FLIGHT_MS = 30_000;
const LOOK_MS = 5000;
/** How long a router may take to hold what it was given. */
const CONVERGE_MS = 45_000;
const CONVERGING_MS = 2000;
/**
 * Write what happened, whatever others wrote meanwhile.
 * @throws Failure `overtaken` when the release was planned anew: what happened belongs to no other plan.
 */
async function record({ release, rollout }, draft, { ledger }, close = []) {
    return ledger.append(release, (entries) => {
        assertSamePlan(entries, rollout);
        return { draft, planHash: rollout.planHash, close };
    });
}
/** @throws Failure `overtaken` when another plan holds by now, or the same one anew. */
function assertSamePlan(entries, { plan, planSeq }) {
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
        await record(hand, { kind: 'outcome', payload: outcome }, ports);
    }
    catch (error) {
        // Later another run may have settled this step, and judge it.
        if (ports.clock.now().getTime() - asked < IN_FLIGHT_MS)
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
    return (await heldText(traffic)) !== routingText(to, audience);
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
    for (let waited = 0; waited < IN_FLIGHT_MS; waited += LOOK_MS) {
        await clock.sleep(LOOK_MS);
        ledger.refresh();
        if (!stands(rollout, await ledger.entries(release)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/app/plan.js





















/** Rules that forbid the job's push to the ledger's branch: GITHUB_TOKEN can never bypass a ruleset. */
const FORBIDDING = [
    'update',
    'pull_request',
    'required_status_checks',
    'required_deployments',
    'merge_queue',
    'workflows',
    'code_scanning',
];
/**
 * Plan one release: everything that could stop it later is asked first, and nothing is written before the last
 * question. @throws Failure naming what stands in the way and what removes it.
 */
async function planRelease(request, config, ports, run) {
    const scope = { product: config.product, channel: request.channel };
    const freeze = await freeze_state_readFreeze(scope, ports);
    if (freeze.frozen)
        throw new failure/* Failure */.HR('frozen', freeze.reason);
    await checkRules(ports);
    const plan = await makePlan(request, config, ports);
    assertPossible(plan, config, ports);
    await proveImages(plan.artefacts, config, ports.registry);
    proveChanged(plan, await proveReleased(plan.baseline, config, ports));
    const slots = ports.traffic && (await findSlots(plan.baseline, ports.traffic));
    const planHash = ports.digest((0,ledger_canonical/* canonical */.$)(plan));
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
    const since = one_issue_sinceEntry(entries[0]?.time ?? ports.clock.now().toISOString());
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
        throw new failure/* Failure */.HR('refused', `the rules ${forbidding.join(', ')} hold for the branch release-ledger`, 'Exclude that branch from the ruleset; deletion and non_fast_forward may stay');
}
/** One release of a channel at a time; the same plan goes on where it stopped. */
async function checkOpen(plan, planHash, { ledger, clock }) {
    const own = openReleasePath(plan);
    const folder = own.slice(0, own.lastIndexOf('/') + 1);
    const open = [...(await ledger.markers(folder)).keys()];
    const other = open.find((path) => path !== own);
    if (other !== undefined)
        throw new failure/* Failure */.HR('busy', `another release is open: ${other}`, 'Let it end, or roll it back');
    const entries = await ledger.entries(keyOf(plan));
    const rollout = state_rolloutOf(entries);
    if (rollout?.result !== undefined && isMoving(rollout, entries, clock.now()))
        throw new failure/* Failure */.HR('busy', `run ${rollout.pending?.run} is moving the traffic of ${plan.version}`, 'Let it end; has it died, take the release back once more');
    const resumed = open.includes(own) && rollout !== undefined && rollout.result === undefined;
    if (resumed && rollout.planHash !== planHash)
        throw new failure/* Failure */.HR('other-plan', `release ${plan.version} is open with another plan (${rollout.planHash})`, 'Roll it back before planning it anew');
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
        labels: [...TRACKING_LABELS, spoken_spoken(plan.version)],
    };
    const marker = trackingMarkerText(plan.product, plan.version);
    try {
        const { issue, created } = await one_issue_oneIssue(marker, content, ports, { since });
        if (!created)
            await ports.issues.update(issue.number, content);
        return issue.number;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && error.code === 'gone')
            return 0;
        throw error;
    }
}

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

// EXTERNAL MODULE: ./lib/domain/release/strategy.js
var release_strategy = __webpack_require__(5685);
// EXTERNAL MODULE: ./lib/domain/release/types.js
var release_types = __webpack_require__(3371);
;// CONCATENATED MODULE: ./lib/domain/rollout/stages.js





/** The stages of a strategy: the config's, in percent and milliseconds. @throws Failure when they do not ascend. */
function stagesOf(strategy, strategies) {
    const { direct, canary, rolling, stepwise, 'blue-green': blueGreen } = strategies;
    const stages = {
        direct: () => [stage(100, direct.bake)],
        // The green side is looked at before the switch; the old version stays up, so switching back is one step.
        'blue-green': () => blueGreen.stages?.map(planned) ?? [stage(0, blueGreen.bake), stage(100, blueGreen.bake)],
        canary: () => canary.stages.map(planned),
        rolling: () => Array.from({ length: rolling.steps }, (_, i) => stage(Math.round((100 * (i + 1)) / rolling.steps), rolling.bake)),
        stepwise: () => stepwise.stages.map(planned),
    }[strategy]();
    return fitting(stages, strategy, `strategies.${strategy}.stages`);
}
/** The stages of a type: its own where it has some for the strategy, else those of the strategy. @throws Failure */
function typedStages(type, strategy, types, strategies) {
    const named = strategy === (0,release_strategy/* preferred */.yl)(type, types) ? types[type].stages : undefined;
    const own = named ?? (0,release_types/* ruleOf */.Y)(type).stages[strategy];
    if (own === undefined)
        return stagesOf(strategy, strategies);
    return fitting(own.map(planned), strategy, `types.${type}.stages`);
}
function planned({ weight, bake, audience, ...more }) {
    const known = stage(((0,ratio/* parseRatio */.LO)(weight) ?? 0) * 100, bake, more['min-requests']);
    return audience === undefined ? known : { ...known, audience };
}
function stage(weight, bake, minRequests = 0) {
    return { weight: Number(weight.toFixed(4)), bake: (0,config_duration/* parseDuration */.E9)(bake) ?? 0, minRequests };
}
/** What begins with the new side beside the old one, without traffic. */
const FROM_ZERO = ['blue-green', 'stepwise'];
function fitting(stages, strategy, key) {
    const first = stages[0]?.weight;
    if (FROM_ZERO.includes(strategy) && first !== 0)
        throw new failure/* Failure */.HR('bad-config', `${strategy} begins with ${first} % of the traffic on the new side`, `Begin ${key} with 0%, so that the new side is looked at before anybody uses it`);
    return ascending(stages, key);
}
function ascending(stages, key = 'strategies.canary.stages') {
    const broken = stages.find((s) => !Number.isInteger(s.weight));
    if (broken !== undefined)
        throw new failure/* Failure */.HR('bad-config', `the weight ${broken.weight} % is no whole percent`, 'Routers take whole percents only');
    const rising = stages.every((s, i) => i === 0 || s.weight > (stages[i - 1]?.weight ?? 0));
    if (rising && stages.at(-1)?.weight === 100)
        return stages;
    throw new failure/* Failure */.HR('bad-config', `the stages ${stages.map((s) => `${s.weight} %`).join(' → ')} do not ascend to 100 %`, `Order ${key} by weight and end with 100%`);
}
const stages_HOUR = 3_600_000;
/** Share of the whole duration that each stage of a canary deployment gets (seed 003's process). */
const SHARES = [0.3, 0.3, 0.2, 0.2];
/**
 * The stages of `canary-deployment`: the first percentage, then those of 25, 50 and 100 above it. The duration is
 * divided 30/30/20/20, renormalised when a stage drops out; the first lasts at least `floor`.
 * @throws Failure `bad-config` for a part of a percent.
 */
function canaryDeploymentStages(percentage, duration, floor = 2 * stages_HOUR) {
    const weights = [percentage, ...[25, 50, 100].filter((w) => w > percentage)];
    const shares = SHARES.slice(0, weights.length);
    const sum = shares.reduce((a, b) => a + b, 0);
    const stages = weights.map((weight, i) => {
        const bake = Math.round((duration * (shares[i] ?? 0)) / sum);
        return { weight, bake: Math.max(i === 0 ? floor : 1, bake), minRequests: 0 };
    });
    return ascending(stages);
}

;// CONCATENATED MODULE: ./lib/app/newer-version.js


/**
 * What is released is newer than what serves. A commit is, unless git's history says that it came before: what went out
 * from another branch is no ancestor of anything, and the newest plan is the newest release. Of digests nothing is known
 * but that they differ.
 * @throws Failure `bad-input`.
 */
async function proveNewer({ version, baseline }, config, repository) {
    const { name, compare } = (0,release_scheme/* schemeOf */.wW)(config);
    const isOlder = compare !== undefined
        ? compare(version, baseline) <= 0
        : version === baseline ||
            (name === 'git-sha' && (await cameBefore(version, baseline, repository)));
    if (isOlder)
        throw new failure/* Failure */.HR('bad-input', `input release_version: ${version} is not newer than baseline_version ${baseline}`, 'To go back use release-rollback');
}
async function cameBefore(version, baseline, repository) {
    const relation = await repository.relation(baseline, version);
    return relation === 'behind' || relation === 'identical';
}

// EXTERNAL MODULE: ./node_modules/semver/functions/inc.js
var inc = __webpack_require__(2338);
;// CONCATENATED MODULE: ./lib/domain/release/bump.js


/** How each is written in the table of release types. */
const BUMP_FORMS = {
    patch: 'X.Y.Z+1',
    minor: 'X.Y+1.0',
    major: 'X+1.0.0',
    any: 'any later version',
};
/** Versions that may be passed over: each of them is asked for. */
const MOST_SKIPPED = 20;
/** The version without prerelease and build: a prerelease counts as the version that it leads to. */
function coreOf(version) {
    return version.replace(/[-+].*$/, '');
}
/** The version that a baseline is followed by; undefined for `any`, and where the numbers end. */
function nextOf(bump, baseline) {
    if (bump === 'any')
        return undefined;
    return (0,release_version/* parseVersion */.ot)(inc(coreOf(baseline), bump) ?? '', '')?.version;
}
/**
 * The versions between a baseline and a later version that is reached by such steps alone: none where it is the next one.
 * Undefined where it is not reached, or only beyond more versions than anybody passes over.
 * @param baseline A parsed version, older than `version`; of the same core it is its prerelease.
 */
function skipped(bump, baseline, version) {
    if (bump === 'any')
        return [];
    const [from, to] = [coreOf(baseline), coreOf(version)];
    if (from === to)
        return bumpOfCore(to) === bump ? [] : undefined;
    const passed = [];
    for (let next = nextOf(bump, from); next !== undefined; next = nextOf(bump, next)) {
        if (next === to)
            return passed;
        if ((0,release_version/* compareVersions */.Zy)(next, to) > 0 || passed.push(next) > MOST_SKIPPED)
            return undefined;
    }
    return undefined;
}
/** What a version is where it comes after its own prereleases. */
function bumpOfCore(core) {
    if (/\.0\.0$/.test(core))
        return 'major';
    return core.endsWith('.0') ? 'minor' : 'patch';
}

// EXTERNAL MODULE: ./lib/domain/release/type.js
var release_type = __webpack_require__(8580);
;// CONCATENATED MODULE: ./lib/domain/release/misfit.js




/** The types that a version tells by itself. */
const TOLD_BY_VERSION = release_type/* RELEASE_TYPES */._E.filter((type) => (0,release_types/* ruleOf */.Y)(type).bump !== 'any');
/** The type that follows from baseline and version; undefined where none does. */
function typeByVersion(baseline, version) {
    return TOLD_BY_VERSION.find((type) => fits(type, baseline, version));
}
/** Whether the version goes up as the type wants it; what was passed over on the way is not looked at. */
function fits(type, baseline, version) {
    return skipped((0,release_types/* ruleOf */.Y)(type).bump, baseline, version) !== undefined;
}
/** Why a version is not of a type, or of none at all. */
function misfit(asked, baseline, version) {
    const step = `input release_version: ${baseline} → ${version}`;
    const nextBy = (type) => nextOf((0,release_types/* ruleOf */.Y)(type).bump, baseline) ?? 'no version';
    if (asked === undefined) {
        const wanted = TOLD_BY_VERSION.map((type) => `${type} (${nextBy(type)})`).join(', ');
        return new failure/* Failure */.HR('bad-input', `${step} is of no release type; after ${baseline} come ${wanted}`, 'Release one of these, or give release_type: migration where data moves to it in steps');
    }
    const other = typeByVersion(baseline, version);
    return new failure/* Failure */.HR('bad-input', `${step} is no ${asked} release, which wants ${BUMP_FORMS[(0,release_types/* ruleOf */.Y)(asked).bump]}: ${nextBy(asked)}`, other === undefined
        ? `Release ${nextBy(asked)}`
        : `Give release_type: ${other}, or release ${nextBy(asked)}`);
}

;// CONCATENATED MODULE: ./lib/domain/release/terms.js


/** What the table and the config ask of the release of a version. */
function termsOf(type, types, version) {
    const downtime = downtimeOf(type, types, version);
    const conditions = conditionsOf(type, types, downtime);
    return {
        type,
        ...(downtime === undefined ? {} : { downtime }),
        ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
    };
}
/** Only what was declared for this very version. */
function downtimeOf(type, types, version) {
    const settings = types[type];
    const declared = 'downtime' in settings ? settings.downtime : undefined;
    if (declared?.version !== version)
        return undefined;
    const { from, to, reason } = declared;
    const kind = (0,release_types/* ruleOf */.Y)(type).downtime === 'declared-lock' ? 'lock' : 'window';
    return { kind, from, to, reason };
}
function conditionsOf(type, types, downtime) {
    const { approval: asked, notice, backup } = (0,release_types/* ruleOf */.Y)(type);
    const settings = types[type];
    const approval = 'approval' in settings ? settings.approval : asked;
    const lead = notice === undefined ? undefined : (0,config_duration/* parseDuration */.E9)(notice);
    return {
        ...(approval === 'none' ? {} : { approval }),
        ...(downtime === undefined ? {} : { notBefore: downtime.from }),
        ...(downtime === undefined || lead === undefined ? {} : { notice: lead }),
        ...(backup ? { backup } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/app/typed-release.js








/**
 * The type of a release: the one that was asked for, else the one that its version tells; undefined where the config has
 * no types. A version may pass over others, such as one that was taken back, if each of them was made.
 * @throws Failure `bad-input` for a version that does not fit.
 */
async function releaseType(word = 'by-version', step, config, history) {
    const asked = (0,release_type/* typeNamed */.wo)(word);
    if (config.types === undefined) {
        if (asked === undefined)
            return undefined;
        throw new failure/* Failure */.HR('bad-input', `input release_type: ${word}, and the config has no section types`, 'Leave it out, or add types: {} to the config on the default branch');
    }
    const { baseline, version } = step;
    const type = asked ?? typeByVersion(baseline, version);
    if (type === undefined || !fits(type, baseline, version))
        throw misfit(asked, baseline, version);
    await proveMade(skipped((0,release_types/* ruleOf */.Y)(type).bump, baseline, version) ?? [], step, config, history);
    return type;
}
async function proveMade(versions, { baseline, version, channel }, config, { ledger, repository }) {
    if (versions.length === 0)
        return;
    const recorded = (await ledger.versions({ product: config.product, channel })).map(coreOf);
    for (const passed of versions.filter((one) => !recorded.includes(one)))
        if ((await repository.tagCommit((0,release_version/* tagOf */.cO)(passed, config['tag-prefix']))) === undefined)
            throw new failure/* Failure */.HR('bad-input', `input release_version: ${baseline} → ${version} passes over ${passed}, which was never tagged nor planned`, `Release ${passed}`);
}
/**
 * What a plan says of a type.
 * @param key Private key of the run; undefined where it has none.
 * @throws Failure `unsigned` where a signature will be asked for that nobody could give or check.
 */
function provenTerms(type, version, { types, ledger }, key) {
    const terms = types === undefined ? {} : termsOf(type, types, version);
    if (terms.conditions?.approval !== 'signed')
        return terms;
    const why = `a ${type} release asks for a signed approval`;
    if (ledger.keys.length === 0)
        throw new failure/* Failure */.HR('unsigned', `${why}, and ledger.keys of the config names no key`, 'Make one, see docs/ledger.md#make-a-key');
    if (key === undefined)
        throw noKey(why);
    return terms;
}

;// CONCATENATED MODULE: ./lib/app/plan-request.js







/**
 * Inputs and config together: what to plan.
 * @param sha Commit of the run.
 * @throws Failure `bad-input`, `bad-config`.
 */
async function planRequest(inputs, config, serving, history, sha = '') {
    const release = releaseKey('release_version', inputs.release_version, config);
    const baseline = releaseKey('baseline_version', inputs.baseline_version ?? (await serving()), config);
    const { version, channel } = release;
    const step = { version, channel, baseline: baseline.version };
    await proveNewer(step, config, history.repository);
    const type = await releaseType(inputs.release_type, step, config, history);
    const strategy = strategyOf(type, inputs, config);
    return {
        ...step,
        terms: type === undefined ? {} : provenTerms(type, version, config, inputs['ledger-key']),
        strategy,
        profile: inputs.environment ?? '',
        stages: stages(type, strategy, inputs, config),
        clock: inputs.clock ?? config.clock.kind,
        notBefore: inputs.not_before,
        thresholds: {
            errorRate: inputs.error_rate_threshold,
            responseTime: inputs.response_time_threshold,
            successRate: inputs.success_rate_minimum,
        },
        desktopRolloutPercentage: Math.round(inputs['desktop-rollout-percentage']),
        sha,
        digests: inputs.digests ?? new Map(),
    };
}
function strategyOf(type, { deployment_strategy: asked }, { types }) {
    return type === undefined || types === undefined
        ? (0,release_strategy/* untypedStrategy */.XC)(asked)
        : (0,release_strategy/* typedStrategy */.Yu)(type, asked, types);
}
function stages(type, strategy, inputs, { types, strategies }) {
    const { canary_percentage: percentage, rollout_duration: duration } = inputs;
    if (percentage === undefined || duration === undefined)
        return type === undefined || types === undefined
            ? stagesOf(strategy, strategies)
            : typedStages(type, strategy, types, strategies);
    if (strategy !== 'canary')
        throw new failure/* Failure */.HR('bad-input', `input canary_percentage: is for the strategy canary, and this one is ${strategy}`, 'Leave it out with rollout_duration, or give deployment_strategy: canary');
    assertForEverybody(strategies);
    const floor = (0,config_duration/* parseDuration */.E9)(strategies.canary['first-bake']) ?? 0;
    return canaryDeploymentStages(percentage, duration, floor);
}
/** @throws Failure `bad-input`: percentages of a run name nobody, and would show the version to everybody. */
function assertForEverybody({ canary }) {
    if (canary.stages.every(({ audience }) => audience === undefined))
        return;
    throw new failure/* Failure */.HR('bad-input', 'input canary_percentage: the stages of the config have audiences, which a percentage does not name', 'Leave canary_percentage and rollout_duration out: the stages of the config hold');
}

;// CONCATENATED MODULE: ./lib/app/serving-version.js

/** The version behind most of the traffic. @throws Failure when the router or the slot cannot say. */
async function servingVersion(traffic) {
    const weights = Object.entries(await traffic.weights()).sort(([, a], [, b]) => b - a);
    const [slot] = weights[0] ?? [];
    const version = slot === undefined ? undefined : await traffic.versionIn(slot);
    if (version !== undefined)
        return version;
    throw new failure/* Failure */.HR('absent', 'the slot that has the traffic does not answer with its version', 'Name the version that serves as baseline_version');
}

;// CONCATENATED MODULE: ./lib/domain/config/source-secrets.js
/** The name that stands for the token of the action itself. */
const JOB_TOKEN = 'GITHUB_TOKEN';
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

;// CONCATENATED MODULE: ./lib/domain/config/needed-secrets.js


/** The names that the thin files must pass, as far as the config alone can say. */
function neededSecrets(config) {
    const { sentry, notifications, smoke } = config;
    const checks = Object.values(smoke.suites).flat();
    const commands = checks.flatMap((check) => (check.kind === 'command' ? check.secrets : []));
    const sources = allSources(config);
    const asked = {
        PROMETHEUS_URL: sources.some((s) => s.provider === 'prometheus' && s.url === undefined),
        METRIC_SECRETS: sources.flatMap(secretsOf).some((name) => name !== JOB_TOKEN),
        SENTRY_AUTH_TOKEN: sentry !== undefined,
        SENTRY_ORG: sentry !== undefined && sentry.organization === undefined,
        SENTRY_PROJECT: sentry !== undefined && sentry.project === undefined,
        PYPI_API_TOKEN: commands.includes('PYPI_API_TOKEN'),
    };
    const told = {
        SLACK_WEBHOOK_URL: notifications.slack !== undefined,
        GRAFANA_API_KEY: notifications.grafana !== undefined,
    };
    const teams = { RELEASE_ROLES_TOKEN: (0,config_roles/* teamsIn */.ON)(config.roles).length > 0 };
    return { gates: needed_secrets_namesOf(asked), notices: needed_secrets_namesOf(told), teams: needed_secrets_namesOf(teams) };
}
/** The sources that a config describes, the one under `metrics` first. */
function allSources({ metrics, sources = {} }) {
    return [...(metrics === undefined ? [] : [metrics]), ...Object.values(sources)];
}
function needed_secrets_namesOf(needed) {
    return Object.keys(needed).filter((name) => needed[name]);
}

;// CONCATENATED MODULE: ./lib/domain/statistics/normal-quantile.js

/**
 * The z below which a standard normal variable lies with probability `p`; −∞ at 0, ∞ at 1, NaN outside. Relative error
 * below 1e-12. Newton's method from the rational start of Abramowitz and Stegun, "Handbook of Mathematical Functions",
 * 26.2.23.
 */
function normal_quantile_normalQuantile(p) {
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
function wilson_wilsonInterval({ hits, trials }, confidence) {
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

// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(4356);
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
    return (0,judging_objective/* isUpperLimit */.kA)(objective) ? value + room : value - room;
}
/**
 * Not worse than the baseline by more than the bound. A share of requests is worse when the evidence for it reaches
 * 100 to 1, however often it is looked at; of any other value only the two numbers are known.
 */
function againstBaseline(objective, seen) {
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
    const allowed = seen === undefined ? Number.NaN : against_baseline_allowedBeside(objective, seen);
    if (!Number.isFinite(allowed))
        return `${WORDS[direction]} ${bound}`;
    return `${WORDS[direction]} ${(0,judging_objective/* formatValue */.Fl)(allowed, unit)}, ${bound}`;
}
/** What the source is sure of, for people; empty where it does not say. */
function sureText(objective, { interval }) {
    if (interval === undefined)
        return '';
    const word = isUpperLimit(objective) ? 'at most' : 'at least';
    return `, surely ${word} ${formatValue(worstIn(interval, objective), objective.unit)}`;
}
/** Where the true value lies: as the source says, else with 95 % by Wilson; undefined where nothing was counted. */
function intervalOf(objective, { value, samples, interval }) {
    if (interval !== undefined)
        return interval;
    const isShare = value >= 0 && value <= 1 && samples > 0 && Number.isFinite(samples);
    if (!isCounted(objective) || !isShare)
        return undefined;
    const { lower, upper } = wilsonInterval({ hits: value * samples, trials: samples }, CONFIDENCE);
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
    const text = `${TURNS[direction][found]} ${formatValue(bound, unit)}`;
    if (!isCounted(objective) || !Number.isFinite(seen.value))
        return text;
    return `${text}; ${Math.round(seen.value * seen.samples)} of ${seen.samples} were counted`;
}
function ratioText(evidence) {
    return evidence >= 1000 ? 'more than 1000 to 1' : `${Number(evidence.toPrecision(2))} to 1`;
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
const WEIGHTS = { first: 0.45, later: 0.3, growing: 0.2 };
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
    const share = WEIGHTS.growing / (starts.length * growths.length);
    return [
        { at: 0, shape: step, weight: WEIGHTS.first },
        ...later.map((at) => ({ at, shape: step, weight: WEIGHTS.later / later.length })),
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
        const [baseline, canary] = [tail_above(sides.baseline, cut), tail_above(sides.canary, cut)];
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
        const beyond = tail_above(past, cut) / total;
        const off = Math.abs(Math.log((beyond + 1e-6) / share));
        if (beyond <= MOST && off < distance)
            [best, distance] = [cut, off];
    }
    return best;
}
function tail_above(counts, cut) {
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
function comparisonEvidence(stage, versions, looks) {
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
function uncompared(stage, versions, why) {
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
    return `${name} ${comparison_evidence_short(ratio)} times the baseline (${comparison_evidence_intervalText({ low, high })})`;
}
/** `0.97 to 1.08`. */
function comparison_evidence_intervalText({ low, high }) {
    const [from, to] = [comparison_evidence_short(low ?? 0), high === null || high > ANY ? 'any' : comparison_evidence_short(high)];
    return `${from} to ${to}`;
}
const comparison_evidence_short = (value) => String(Number(value.toPrecision(3)));

// EXTERNAL MODULE: ./lib/domain/report/verdict.js
var verdict = __webpack_require__(2178);
;// CONCATENATED MODULE: ./lib/domain/report/comparison.js









/** In which unit the level of each kind is shown. */
const UNITS = {
    latency: 'milliseconds',
    errors: 'ratio',
    restarts: 'ratio',
    sessions: 'ratio',
    gauge: 'count',
    lag: 'count',
};
/** How a plan compares, in a line for people; nothing where it does not. */
function comparisonLine({ comparison, stages, baseline }) {
    if (comparison === undefined)
        return [];
    const { metrics, look, alpha, onBreach } = comparison;
    const names = metrics.map(({ name }) => name).join(', ');
    const count = stages.filter(compared_stage/* isCompared */.uQ).length;
    const part = count === 1 ? '' : `, ${(0,ratio/* formatRatio */.B0)(alpha / count)} in each of ${count} stages`;
    const text = `Compared with ${baseline} while both serve: ${names}, in looks of ${(0,config_duration/* formatDuration */.a3)(look)} or longer; alpha ${(0,ratio/* formatRatio */.B0)(alpha)}${part}; breach ${onBreach}.`;
    return [(0,markdown/* inert */.tJ)(text)];
}
/** Table of both versions in every stage that was compared, and a picture of the last one; nothing where none was. */
function comparisonBlocks(plan, entries) {
    const stages = plan.stages.flatMap((_, stage) => comparedIn(stage, entries) ?? []);
    const last = stages.at(-1);
    if (last === undefined)
        return [];
    const header = ['Stage', 'Compared', plan.baseline, plan.version, 'Times', '', 'Looks', ''];
    const rows = stages.flatMap(({ stage, verdict, findings }) => findings.map((one) => [
        stageText(plan, stage),
        one.name,
        level(one, one.baseline),
        level(one, one.canary),
        one.ratio === null ? 'not compared' : String(Number(one.ratio.toPrecision(3))),
        one.ratio === null ? '' : intervalText(one),
        String(one.looks),
        raw(verdictMark(verdict)),
    ]));
    return [
        `Compared with ${inert(plan.baseline)}:`,
        table(header, rows),
        picture(plan, last),
    ].filter((block) => block !== '');
}
function comparedIn(stage, entries) {
    const judged = entries.findLast(({ kind, payload }) => kind === 'verdict' && payload.gate === 'stage' && payload.stage === stage);
    if (judged?.kind !== 'verdict')
        return undefined;
    const evidence = judged.payload.evidence.find(({ findings }) => findings !== undefined);
    const { verdict, findings } = evidence ?? {};
    return verdict === undefined || findings === undefined ? undefined : { stage, verdict, findings };
}
function level({ kind }, value) {
    return formatValue(value ?? Number.NaN, UNITS[kind]);
}
/** Both versions side by side: units differ, so the new one is shown in percent of the old one. */
function picture({ baseline, version }, { findings }) {
    const shown = findings.filter((one) => (one.baseline ?? 0) > 0 && one.canary !== null);
    if (shown.length === 0)
        return '';
    const percent = shown.map((one) => Math.round((1000 * (one.canary ?? 0)) / (one.baseline ?? 1)) / 10);
    return barChart({
        title: `${version} in percent of ${baseline}`,
        names: shown.map(({ name }) => name),
        values: percent,
        unit: 'percent',
        top: Math.ceil(Math.max(100, ...percent) / 10 + 1) * 10,
        sideways: true,
        mark: 100,
    });
}

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
            reason: `awaiting notice since ${plannedAt}: ${NOTICE} has to be delivered ${formatDuration(lead)} before the rollout; who may notice records it with the operation notice`,
        };
    const from = instantOf(met.noticed) + lead;
    if (now >= from)
        return undefined;
    const reason = `awaiting notice: ${NOTICE} was delivered at ${met.noticed}, the rollout may begin at ${instantText(from)}; sooner by the operation override`;
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
    if (from === undefined || now >= instantOf(from))
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
    return `, due at ${instantText(instantOf(from) - PRE_CHECK_LEAD)}`;
}

;// CONCATENATED MODULE: ./lib/domain/report/conditions.js





/** What a release waits for and what of it is met; nothing where its plan has no conditions. */
function conditionBlocks(entries) {
    const state = state_rolloutOf(entries);
    const rows = state === undefined ? [] : rowsOf(state);
    return rows.length === 0 ? [] : [(0,markdown/* table */.tp)(['Condition', 'Stand'], rows)];
}
function rowsOf(state) {
    const { plan, met } = state;
    const asked = plan.conditions ?? {};
    const open = (value) => value ?? 'open';
    const lists = asked.checkpoints ? checkpoints/* CHECKPOINTS */.Y : [];
    const rows = [
        ['acceptance', asked.acceptance === true, open(met.accepted)],
        ['approval', asked.approval !== undefined, open(met.approved)],
        ['notice', asked.notice !== undefined, open(met.noticed)],
        ['backup', asked.backup === true, open(met.backedUp)],
        ['not-before', asked.notBefore !== undefined, asked.notBefore ?? ''],
        ...lists.map((name) => [name, true, checked(name, state)]),
    ];
    return rows.flatMap(([name, isAsked, stand]) => {
        if (!isAsked)
            return [];
        const isOverridden = met.overridden.some((condition) => condition === name);
        return [[conditionText(name, plan), isOverridden ? `overridden (${stand})` : stand]];
    });
}
function checked(name, state) {
    const all = (0,checkpoints/* itemsOf */.S)(name, state.result === 'rolled-back').length;
    const missing = missingItems(name, state);
    const count = `${all - missing.length} of ${all}`;
    return missing.length === 0 ? `complete, ${count}` : `${count}, missing ${missing.join(', ')}`;
}
function conditionText(name, { conditions = {} }) {
    switch (name) {
        case 'approval':
            return conditions.approval === 'signed' ? 'approval, signed' : 'approval';
        case 'notice':
            return `notice, ${(0,config_duration/* formatDuration */.a3)(conditions.notice ?? 0)} before`;
        case 'acceptance':
        case 'backup':
        case 'not-before':
            return name;
        default:
            return `checkpoint ${name}`;
    }
}

;// CONCATENATED MODULE: ./lib/domain/report/record.js

/** How much the ledger holds of a release and who signed it, in Markdown: `3 entries, unsigned`. */
function recordText(chain) {
    const many = chain.length === 1 ? '1 entry' : `${chain.length} entries`;
    return `${many}, ${signersText(chain, (kid) => `\`${kid}\``)}`;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/strategy-guide.js
/** When to take which strategy: what every plan and docs/strategies.md say. */
const STRATEGY_GUIDE = {
    direct: {
        does: 'all traffic goes over at once, and is watched',
        suits: 'minor updates and patches',
    },
    canary: {
        does: 'the new version gets a growing share of the traffic, judged at each stage',
        suits: 'major feature releases',
    },
    'blue-green': {
        does: 'the green side is looked at without traffic, takes shares where the config says so, and then all of it; the old side stays up, so that the way back is one step',
        suits: 'critical system updates',
    },
    rolling: {
        does: 'the traffic goes over in equal steps, each watched for a short time',
        suits: 'patches and hotfixes that all users need soon',
    },
    stepwise: {
        does: 'both sides run: the old one serves alone at first, and a part until the last step',
        suits: 'migrations of data',
    },
};

;// CONCATENATED MODULE: ./lib/domain/report/release-type.js





/** What each kind of downtime means where none was declared. */
const DOWNTIME_RULES = {
    none: 'none',
    'declared-lock': 'none, unless a lock is declared',
    'declared-window': 'none, unless a window is declared',
};
/** What a plan says of the type of its release and what that asks for; nothing without a type. */
function typeBlocks({ type, downtime, conditions = {} }) {
    if (type === undefined)
        return [];
    const rule = (0,release_types/* ruleOf */.Y)(type);
    const { approval, notice, notBefore, backup } = conditions;
    const asks = [
        ...(approval === undefined
            ? []
            : [approval === 'signed' ? 'a signed approval' : 'an approval on record']),
        ...(notice === undefined ? [] : [`a notice ${(0,config_duration/* formatDuration */.a3)(notice)} ahead`]),
        ...(notBefore === undefined ? [] : [`no traffic before ${notBefore}`]),
        ...(backup === undefined ? [] : ['the proof of a backup first']),
    ];
    const away = downtime === undefined
        ? DOWNTIME_RULES[rule.downtime]
        : `a ${downtime.kind} from ${downtime.from} to ${downtime.to}: ${(0,markdown/* inert */.tJ)(downtime.reason)}`;
    return [
        `Release type **${type}** (${BUMP_FORMS[rule.bump]}). Asks for: ${asks.join(', ') || 'nothing'}. Downtime: ${away}.`,
    ];
}
/** When to take which strategy, beginning with the one of the plan. */
function strategyBlock({ strategy }) {
    const { does, suits } = STRATEGY_GUIDE[strategy];
    const others = Object.entries(STRATEGY_GUIDE)
        .filter(([name]) => name !== strategy)
        .map(([name, guide]) => `${name} ${guide.suits}`);
    return `Strategy **${strategy}**: ${does}. It suits ${suits}; ${others.join('; ')}.`;
}

;// CONCATENATED MODULE: ./lib/domain/report/stage-cell.js


/** The traffic of a stage for a table: a bar, the percent, and for whom. */
function stageCell({ weight, audience }) {
    const share = `${(0,markdown/* bar */.M0)(weight / 100)} ${weight} %`;
    return (0,markdown/* raw */.lS)(audience === undefined ? share : `${share}, ${(0,markdown/* inert */.tJ)((0,rollout_audience/* audienceText */.a6)(audience))}`);
}

;// CONCATENATED MODULE: ./lib/domain/report/plan.js














/** Verdict, outputs and summary of a plan that stands. */
function planReport(planned, config, dryRun) {
    const { plan, planHash, issue } = planned;
    const word = dryRun ? 'would be planned' : planned.resumed ? 'goes on' : 'is planned';
    const reason = `${plan.product} ${plan.version} ${word}: ${typeText(plan)}${plan.strategy}, ${plan.stages.length} stages, ${(0,config_duration/* formatDuration */.a3)((0,rollout_plan/* plannedDuration */.tU)(plan))}`;
    const verdict = { verdict: 'pass', reason, evidence: [] };
    const outputs = {
        release_version: plan.version,
        baseline_version: plan.baseline,
        deployment_strategy: plan.strategy,
        product: plan.product,
        release_type: plan.type ?? '',
        channel: plan.channel,
        can_proceed: 'true',
        plan_hash: planHash,
        issue_number: issue === 0 ? '' : String(issue),
        endpoint: config.traffic?.endpoint ?? '',
    };
    return {
        verdict,
        outputs,
        summary: [...planBlocks(planned), ...secretBlocks(neededSecrets(config))],
    };
}
const typeText = ({ type }) => (type === undefined ? '' : `${type} release, `);
/** No job can see which secrets another one gets: what is needed is said before anything begins. */
function secretBlocks({ gates, notices, teams }) {
    const named = (names) => names.map((name) => `\`${name}\``).join(', ');
    return [
        ...(gates.length === 0
            ? []
            : [`Needed as secret or variable, else its gate is inconclusive: ${named(gates)}.`]),
        ...(notices.length === 0 ? [] : [`Needed as secret, else nobody is told: ${named(notices)}.`]),
        ...(teams.length === 0
            ? []
            : [`Needed as secret, else no team of \`roles\` may anything: ${named(teams)}.`]),
    ];
}
function planBlocks({ plan, planHash, liftedBy, entries }) {
    const stages = (0,markdown/* table */.tp)(['Stage', 'Traffic', 'Bake', 'Least requests'], plan.stages.map((s, i) => [
        completing_stageText(plan, i),
        stageCell(s),
        (0,config_duration/* formatDuration */.a3)(s.bake),
        String(s.minRequests),
    ]));
    const objectives = (0,markdown/* table */.tp)(['Objective', 'Limit', 'Breach', 'Samples'], plan.objectives.map((o) => [o.name, limitText(o), o.onBreach, String(o.minSamples)]));
    const artefacts = (0,markdown/* table */.tp)(['Artefact', 'Kind', 'Digest'], plan.artefacts.map((a) => [a.name, a.kind, (0,markdown/* raw */.lS)(`\`${a.digest}\``)]));
    return [
        ...unlimited(plan),
        `${(0,markdown/* inert */.tJ)(plan.product)} \`${spoken_spoken(plan.version)}\` after \`${spoken_spoken(plan.baseline)}\`, channel ${(0,markdown/* inert */.tJ)(plan.channel)}; plan \`${planHash}\`${entries.length === 0 ? '' : `, ${recordText(entries)}`}`,
        ...(liftedBy === undefined ? [] : [`The freeze was lifted by ${(0,markdown/* inert */.tJ)(liftedBy)}.`]),
        ...typeBlocks(plan),
        strategyBlock(plan),
        ...orderBlocks(plan),
        timeline(plan),
        stages,
        (0,markdown/* inert */.tJ)(clockLine(plan)),
        ...conditionBlocks(entries),
        ...(plan.objectives.length === 0 ? [] : [objectives]),
        ...comparisonLine(plan),
        ...(plan.artefacts.length === 0 ? [] : [artefacts]),
    ];
}
/** Said first: nothing is held against a limit. */
function unlimited({ objectives, comparison }) {
    if (objectives.length > 0)
        return [];
    return comparison === undefined
        ? ['**objectives: none** — nothing but the health of the new version is judged.']
        : ['**objectives: none** — the new version is held against the old one, and against no limit.'];
}
/** Where the profile stands among the others. */
function orderBlocks({ version, profile, after, publishes }) {
    return [
        ...(after === undefined ? [] : [`v${version} has completed under \`${after}\`.`]),
        ...(publishes === false
            ? [`The end of this release publishes nothing: others come after \`${profile}\`.`]
            : []),
    ];
}
/** A time without a zone: the axis begins at zero wherever it is looked at. */
const MIDNIGHT = '2000-01-01 00:00:00';
/** The stages as GitHub can draw them: one bar a stage, in the order and length of the plan. */
function timeline(plan) {
    const seconds = (ms) => Math.max(1, Math.round(ms / 1000));
    const bars = plan.stages.map((s, i) => `  ${isCompleting(plan, i) ? 'completing' : `${s.weight} percent${(0,rollout_audience/* forAudience */.kO)(s.audience).replaceAll(',', '')}`} :s${i}, ${i === 0 ? MIDNIGHT : `after s${i - 1}`}, ${seconds(s.bake)}s`);
    return [
        '```mermaid',
        'gantt',
        '  dateFormat YYYY-MM-DD HH:mm:ss',
        '  axisFormat %H:%M:%S',
        `  section ${plan.strategy}`,
        ...bars,
        '```',
    ].join('\n');
}

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

;// CONCATENATED MODULE: ./lib/actions/consumer-command.js

/**
 * The consumer's commands in the checkout of the job, which is that of the default branch. Not tied to the cancellation of
 * the job: making the world safe comes after it.
 */
function consumerCommand({ context }) {
    return nodeCommand({ cwd: context.workspace, maxBytes: 1_000_000 });
}

// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js
var network_policy = __webpack_require__(7330);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(507);
// EXTERNAL MODULE: ./lib/adapters/http/patient-reads.js
var patient_reads = __webpack_require__(7008);
;// CONCATENATED MODULE: ./lib/adapters/registry/challenge.js
/** One challenge in the grammar of RFC 9110; undefined for another scheme and for none. */
function parseChallenge(header) {
    const [, scheme = '', rest = ''] = /^\s*([a-z]+)(?:\s+(.*))?$/i.exec(header ?? '') ?? [];
    const known = scheme.toLowerCase();
    if (known !== 'basic' && known !== 'bearer')
        return undefined;
    const pairs = [...rest.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)];
    const parameters = pairs.map(([, name = '', quoted, bare = '']) => [name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, '$1') ?? bare]);
    return { scheme: known, parameters: Object.fromEntries(parameters) };
}

;// CONCATENATED MODULE: ./lib/adapters/registry/credentials.js



const Token = schemas/* union */.KCZ([
    schemas/* looseObject */._H3({ token: schemas/* string */.YjP().min(1).max(16_384) }),
    schemas/* looseObject */._H3({ access_token: schemas/* string */.YjP().min(1).max(16_384) }),
]);
/**
 * The header that answers a 401: of a login itself, or of a token that it was changed for. Without a login a token is asked
 * for all the same, because public images need one. Undefined where the registry wants a login and there is none.
 * @throws Failure
 */
async function authorization(refusal, pull, login, ports) {
    const challenge = parseChallenge(refusal.headers['www-authenticate']);
    if (challenge === undefined)
        throw new failure/* Failure */.HR('bad-answer', `${hostOf(pull)} does not say how it is logged in to`);
    if (challenge.scheme === 'basic')
        return login && basic(login);
    return `Bearer ${await token(challenge, pull, login, ports)}`;
}
/** The way of the distribution specification: the registry names who hands out tokens. */
async function token({ parameters }, pull, login, { http, mask }) {
    const realm = URL.parse(parameters.realm ?? '');
    if (realm === null)
        throw new failure/* Failure */.HR('bad-answer', `${hostOf(pull)} names nobody who hands out tokens`);
    if (parameters.service !== undefined)
        realm.searchParams.set('service', parameters.service);
    realm.searchParams.set('scope', `repository:${pull.repository}:pull`);
    // A registry could name anybody: a login goes to itself and to whom the config names.
    const isTrusted = realm.origin === pull.origin || realm.origin === pull.tokenOrigin;
    if (login !== undefined && !isTrusted)
        throw new failure/* Failure */.HR('forbidden-origin', `${hostOf(pull)} sends its login on to ${realm.origin}`, 'Give the artefact that token-origin if it is meant');
    const headers = login === undefined ? {} : { authorization: basic(login) };
    const answer = await http.send({ method: 'GET', url: realm.href, headers });
    if (answer.status !== 200)
        throw credentials_refused(answer, realm.host);
    const read = Token.safeParse(credentials_jsonOf(answer.body)).data;
    if (read === undefined)
        throw new failure/* Failure */.HR('bad-answer', `${realm.host} answers no token`);
    const text = String('token' in read ? read.token : read.access_token);
    mask(text);
    return text;
}
/** Why somebody did not answer what was asked. */
function credentials_refused({ status }, host) {
    if (status === 401 || status === 403)
        return new failure/* Failure */.HR('unauthorised', `${host} answers ${status}: the login may not read the image, or there is none`, 'Give registry-username and registry-password of somebody who may');
    if (status === 429)
        return new failure/* Failure */.HR('rate-limited', `${host} answers 429`, 'Try again later');
    if (status >= 500)
        return new failure/* Failure */.HR('server-error', `${host} answers ${status}`);
    return new failure/* Failure */.HR('bad-answer', `${host} answers ${status}`);
}
const hostOf = ({ origin }) => new URL(origin).host;
const basic = ({ username, password }) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
function credentials_jsonOf(body) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/registry/registry.js



/** Every form of manifest that a digest may name: of one platform or of several, by the OCI or by Docker. */
const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** A registry asked over its own API. @param mask The runner hides this text from now on. */
function ociRegistry(http, login, mask) {
    return {
        async manifestSize(image, digest) {
            const pull = pullOf(image);
            const url = `${pull.origin}/v2/${pull.repository}/manifests/${digest}`;
            const ask = (headers) => http.send({ method: 'GET', url, headers: { accept: MANIFESTS, ...headers } });
            const first = await ask({});
            const header = first.status === 401 ? await authorization(first, pull, login, { http, mask }) : undefined;
            const answer = header === undefined ? first : await ask({ authorization: header });
            if (answer.status === 404)
                return undefined;
            if (answer.status !== 200)
                throw credentials_refused(answer, new URL(url).host);
            return sizeOf(answer, digest, new URL(url).host);
        },
    };
}
function pullOf({ name, registry, 'token-origin': tokenOrigin }) {
    const slash = name.indexOf('/');
    const origin = registry?.replace(/\/+$/, '') ?? `https://${name.slice(0, slash)}`;
    return { origin, tokenOrigin, repository: name.slice(slash + 1) };
}
/** Whoever stands between may answer anything: the bytes themselves are hashed. */
function sizeOf({ body, headers }, digest, host) {
    const said = headers['docker-content-digest'] ?? digest;
    if (said === digest && (0,adapters_digest/* sha256 */.sc)(body) === digest)
        return body.length;
    throw new failure/* Failure */.HR('bad-answer', `${host} answers ${digest} with other bytes`);
}

;// CONCATENATED MODULE: ./lib/actions/image-registry.js





/** Largest manifest that registries take. */
const LIMITS = { timeoutMs: 15_000, maxBytes: 4 * 1024 * 1024 };
/** The registries of the declared images. @throws Failure for half a login. */
function connectRegistry(inputs, config, { clock, mask, signal }) {
    const { 'registry-username': username, 'registry-password': password } = inputs;
    if (password !== undefined)
        mask(password);
    if ((username === undefined) !== (password === undefined))
        throw new failure/* Failure */.HR('bad-input', 'inputs registry-username and registry-password: one of them is empty', 'Give both, or none for public images');
    const login = username === undefined || password === undefined ? undefined : { username, password };
    const http = (0,node_http/* nodeHttp */.L)({ ...LIMITS, signal }, (0,network_policy/* publicOnly */.qr)(config['allow-private']));
    return ociRegistry((0,patient_reads/* patientReads */.t)(http, clock), login, mask);
}

// EXTERNAL MODULE: ./lib/domain/ledger/public-key.js
var public_key = __webpack_require__(1993);
;// CONCATENATED MODULE: ./lib/adapters/ed25519.js



/** Loaded by who has a key: see `digest.ts`. */
const ed25519_crypto = () => process.getBuiltinModule('node:crypto');
/** @param x The public key, 32 bytes in base64url. */
function knownKey(x) {
    const { createPublicKey, verify } = ed25519_crypto();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return {
        kid: (0,public_key/* thumbprint */.O1)(x, adapters_digest/* sha256 */.sc),
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
        kid: (0,public_key/* thumbprint */.O1)(x, adapters_digest/* sha256 */.sc),
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
var notifications = __webpack_require__(3191);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var judging_verdict = __webpack_require__(9534);
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
    plan: schemas/* strictObject */.rej({ plan: rollout_plan/* Plan */.cw }),
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
    throw new failure/* Failure */.HR('broken-chain', `the ledger of ${name} is broken at entry ${broken.seq}: ${broken.why}`, 'Restore the branch release-ledger from before the change, see docs/ledger.md');
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
const PAUSES_MS = [1000, 3000];
/** What leaves open whether a request was carried out. */
const begin_branch_LOST = ['connection', 'server-error', 'unreachable', 'bad-answer'];
/** Make the ledger's branch. Sent again when the answer is lost: a branch that stands is taken as it is. */
async function beginBranch({ store, clock, }) {
    for (const pause of PAUSES_MS) {
        try {
            return await store.create();
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR && begin_branch_LOST.includes(error.code)))
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
        throw new failure/* Failure */.HR('contended', `the ledger entry was overtaken ${ledger_TRIES} times`, 'Run the job again');
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
var secret_spellings = __webpack_require__(6988);
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
        throw noKey('ledger.require-signature is true');
    return connect(store, runner, signing, toldEvents(config));
}
function connect(store, { clock, context }, signing, told = []) {
    const { actor, runId, runAttempt, suite } = context;
    const marker = (entry) => noticeMarker(entry, told);
    return new Ledger({ store, clock, digest: adapters_digest/* digest */.br, random: Math.random, signing, marker }, { actor, run: { id: runId, attempt: runAttempt }, suite });
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

;// CONCATENATED MODULE: ./lib/actions/router-http.js


/** For who only asks the router and the slots behind it. */
function routerHttp(config) {
    return (0,node_http/* nodeHttp */.L)({ timeoutMs: 10_000, maxBytes: 1_000_000 }, (0,network_policy/* publicOnly */.qr)(config['allow-private']));
}

// EXTERNAL MODULE: ./lib/adapters/github/connect.js + 38 modules
var github_connect = __webpack_require__(4911);
// EXTERNAL MODULE: ./lib/adapters/github/repository.js
var repository = __webpack_require__(7164);
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
        throw new failure/* Failure */.HR('no-token', 'the token of a job may not ask for teams, and roles-token is empty', `Pass the secret RELEASE_ROLES_TOKEN by name, or as input roles-token: a token ${RIGHT}`);
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
        const isOfToken = error instanceof failure/* Failure */.HR && ['unauthorised', 'forbidden'].includes(error.code);
        if (!isOfToken)
            throw error;
        throw new failure/* Failure */.HR(error.code, error.message, `Give as roles-token one ${RIGHT}`, {
            cause: error,
        });
    }
}
function unseen(team) {
    return new failure/* Failure */.HR('absent', `${(0,config_team/* teamText */.BP)(team)} is no team that roles-token sees`, `Correct its name in roles of the config, or give a token of ${team.organisation} with the permission Members: read`);
}

;// CONCATENATED MODULE: ./lib/actions/teams.js


/** The teams of GitHub, with the token that may read members where there is one. */
function connectTeams({ 'roles-token': token }, runner) {
    const { owner } = runner.context;
    return token === undefined
        ? unaskedTeams(owner)
        : githubTeams((0,github_connect/* repositoryClient */.c)(token, runner), owner);
}

;// CONCATENATED MODULE: ./lib/actions/plan/run.js












async function run(inputs, config, github, runner) {
    const router = () => trafficOf(config.traffic, routerHttp(config), consumerCommand(runner));
    const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key']);
    const traffic = config.traffic === undefined ? undefined : router();
    const { roles } = config;
    const teams = connectTeams(inputs, runner);
    const registry = connectRegistry(inputs, config, runner);
    const ports = { ...github, ledger, roles, teams, traffic, digest: adapters_digest/* digest */.br, registry, clock: runner.clock };
    const run = { url: runUrl(runner), dryRun: inputs['dry-run'] };
    const serving = () => servingVersion(router());
    await inspectTeams(roles, teams);
    const request = await planRequest(inputs, config, serving, ports, runner.context.sha);
    const planned = await planRelease(request, config, ports, run);
    return planReport(planned, config, run.dryRun);
}


/***/ }),

/***/ 8799:
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


/***/ })

};
