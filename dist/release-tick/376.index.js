export const id = 376;
export const ids = [376];
export const modules = {

/***/ 6738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(7690);
// EXTERNAL MODULE: ./lib/app/read-config.js
var read_config = __webpack_require__(9990);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var judging_verdict = __webpack_require__(9534);
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
function openFreezePath({ product, channel }) {
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

// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(3291);
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
function decide_decide(state, now = Number.NEGATIVE_INFINITY) {
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
var ledger_canonical = __webpack_require__(6766);
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
    const { verdict, reason } = nothing ? NOTHING_BINDS : (0,judging_verdict/* overall */.Me)(pieces);
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
const tracking_TRACKING_LABELS = ['release-pipeline', 'in-progress'];

// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var rollout_audience = __webpack_require__(8850);
// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/report/tracking-issue.js





function tracking_issue_trackingTitle({ version, product }) {
    return `Release ${product} ${spoken(version)}`;
}
/**
 * The exact command that takes the release back.
 * @param isOneOfSeveral The config describes several products: then the workflow has an input that says which is meant.
 */
function tracking_issue_rollbackCommand({ product, version, baseline, profile }, isOneOfSeveral) {
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
    const stages = plan.stages.map((s) => `${s.weight} %${(0,rollout_audience/* forAudience */.kO)(s.audience)}`).join(' → ');
    const standing = before.split('\n');
    const boxes = CHECKLIST.map(([job, label]) => {
        const outcome = jobs.find((j) => j.job === job);
        const why = outcome === undefined || outcome.note === '' ? '' : ` (${(0,markdown/* inert */.tJ)(outcome.note)})`;
        const isTicked = outcome?.good === true || (jobs.length === 0 && standing.includes(`- [x] ${label}`));
        return `- [${isTicked ? 'x' : ' '}] ${label}${why}`;
    });
    return [
        freeze_trackingMarkerText(plan.product, plan.version),
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
        (0,markdown/* fenced */.OF)(tracking_issue_rollbackCommand(plan, isOneOfSeveral), 'bash'),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(4356);
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



const FREEZE_LABELS = ['release-freeze', 'incident', 'priority:high'];
/** Marker of the very freeze: closing an older issue lifts nothing. */
function freezeEntryMarker(version, seq) {
    return `<!-- release-actions:freeze-entry ${version}/${seq} -->`;
}
function freezeTitle({ version, gate }) {
    return `Release freeze: ${(0,markdown/* inertTitle */.lJ)(gate)} failed for ${spoken_spoken(version)}`;
}
/** The issue people see: what happened, what to do, what lifts it. */
function freezeBody(facts) {
    const { scope, version, buildType, commit, runUrl, reason } = facts;
    const rows = [
        ['Version', (0,markdown/* raw */.lS)(`\`${spoken_spoken(version)}\``)],
        ['Build type', buildType],
        ['Product', `${scope.product}, channel ${scope.channel}`],
        ...(commit === undefined ? [] : [['Commit', (0,markdown/* raw */.lS)(`\`${commit}\``)]]),
        ['Workflow run', (0,markdown/* raw */.lS)(runUrl)],
        ['Reason', reason],
    ];
    return [
        freezeMarkerText(scope),
        freezeEntryMarker(version, facts.seq),
        `No release of ${(0,markdown/* inert */.tJ)(scope.product)} on ${(0,markdown/* inert */.tJ)(scope.channel)} goes out while this freeze is open.`,
        (0,markdown/* table */.tp)(['', ''], rows),
        '### Required actions',
        '1. Stop promotion: do not start another release of this channel.',
        '2. Assess the health of the release in Sentry and in the metrics.',
        '3. Decide: roll back with `release-rollback.yml`, or publish a hotfix.',
        '### What lifts the freeze',
        'A person with write access closes this issue. The next release records who did.',
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/config/roles.js
var config_roles = __webpack_require__(7582);
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
    const marker = await openMarker(scope, ports.ledger);
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
            reason: `${scopeName(scope)} is frozen since ${marker.time}; it has no issue: run auto-freeze-issue again, with issues switched on, then close its issue`,
        };
    return closedBy(own, { ...scope, version: marker.version }, marker.seq, ports);
}
/** As they are now, one by one: a list may be behind with a new issue, and with one that was closed or reopened. */
async function issuesSince({ time }, scope, issues) {
    const listed = await withMarker(scope, 'all', issues, { since: one_issue_sinceEntry(time) });
    const newest = await unlessGone(issues.newest(freezeMarkerText(scope)));
    return asTheyAre([...listed, ...newest], issues);
}
async function closedBy({ number, closedBy: by }, release, seq, ports) {
    const permission = by === undefined ? 'none' : await ports.repository.permission(by);
    if (by !== undefined && ['admin', 'write'].includes(permission)) {
        const refusal = await refusalOf(by, ports);
        if (refusal === undefined)
            return { frozen: false, lift: { release, seq, by, issue: number } };
        return { frozen: true, reason: `${scopeName(release)} is frozen: ${refusal}` };
    }
    const reason = `${scopeName(release)} is frozen: issue ${number} was not closed by a person with write access; reopen it and have such a person close it`;
    return { frozen: true, reason };
}
/** Why a person may not lift a freeze; undefined where they may. */
async function refusalOf(login, ports) {
    try {
        await authorise('lift', login, ports);
        return undefined;
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && error.code === 'refused')
            return (0,domain_failure/* failureLine */.Pu)(error);
        throw error;
    }
}
/** The marker of the freeze that holds a scope; undefined when none does. @throws Failure `bad-ledger`. */
async function openMarker(scope, ledger) {
    const path = openFreezePath(scope);
    const text = (await ledger.markers(path)).get(path);
    if (text === undefined)
        return undefined;
    try {
        return FreezeMarker.parse(JSON.parse(text));
    }
    catch {
        throw new domain_failure/* Failure */.HR('bad-ledger', `the freeze marker ${path} cannot be read, which counts as frozen`, 'Correct it on the branch release-ledger');
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
        if (error instanceof domain_failure/* Failure */.HR && error.code === 'gone')
            return [];
        throw error;
    }
}
function frozenBy({ number, url }, scope) {
    return `${scopeName(scope)} is frozen by issue ${number} (${url}); the freeze is lifted when a person with write access closes that issue`;
}
/** A scope for people. */
function scopeName({ product, channel }) {
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
            throw new domain_failure/* Failure */.HR('frozen', `${scopeName(release)} was frozen anew`, 'Run the job again');
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
        if (!(error instanceof domain_failure/* Failure */.HR && ['forbidden', 'refused'].includes(error.code)))
            throw error;
        throw new domain_failure/* Failure */.HR(error.code, (0,domain_failure/* failureLine */.Pu)(error), RIGHTS, { cause: error });
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
    const since = one_issue_sinceEntry(marker.time);
    const chain = await ledger.history({ ...request.scope, version: marker.version });
    const facts = factsOf(request, marker, chain);
    const content = { title: freezeTitle(facts), body: freezeBody(facts), labels: FREEZE_LABELS };
    const assertWanted = isOwn || tries <= 1 ? undefined : () => assertNotLifted(request.scope, ports);
    try {
        const { issue, created } = await one_issue_oneIssue(freezeMarkerText(request.scope), content, { ...ports, assertWanted }, { since });
        const labels = issue.labels.map((l) => l.toLowerCase());
        const missingLabels = FREEZE_LABELS.filter((l) => !labels.includes(l));
        return { entry: marker, issue, created, missingLabels, chain };
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && error.code === 'lifted')
            return writeBoth(request, ports, { tries: tries - 1, over: marker, sent });
        if (!(error instanceof domain_failure/* Failure */.HR && error.code === 'gone'))
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
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
    }
}
const UNKNOWN = 'unknown';
/** Who has lifted the freeze that stands in the record; undefined where nobody has, unknown where nobody can tell. */
async function liftOf(scope, ports) {
    try {
        if ((await openMarker(scope, ports.ledger)) === undefined)
            return undefined;
        const state = await freeze_state_readFreeze(scope, ports);
        return 'lift' in state ? state.lift : undefined;
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
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
        throw new domain_failure/* Failure */.HR('lifted', `the freeze of ${scopeName(scope)} may have been lifted meanwhile`);
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
    throw new domain_failure/* Failure */.HR('unexpected', 'the freeze was not written', 'Run the job again');
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
var config_conditions = __webpack_require__(8289);
// EXTERNAL MODULE: ./lib/domain/config/objective.js + 1 modules
var objective = __webpack_require__(4436);
// EXTERNAL MODULE: ./lib/domain/judging/comparison/policy.js
var policy = __webpack_require__(1967);
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

// EXTERNAL MODULE: ./node_modules/semver/functions/parse.js
var functions_parse = __webpack_require__(6353);
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
var release_version = __webpack_require__(8994);
// EXTERNAL MODULE: ./lib/domain/release/template.js
var template = __webpack_require__(8366);
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
    const scheme = schemeOf(config);
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
        if (answer instanceof domain_failure/* Failure */.HR)
            trouble = answer;
        const candidate = names.find((n) => n !== stable);
        if (answer === baseline && candidate !== undefined)
            return { stable, candidate };
    }
    if (trouble !== undefined)
        throw trouble;
    throw new domain_failure/* Failure */.HR('no-target', `no slot answers with the rollback target ${baseline}`, 'Start that version first, or name the version that serves as baseline');
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
    const tag = schemeOf(config).tag(baseline);
    if (tag !== undefined)
        return proveRelease(tag, baseline, config, ports.releases);
    const release = { product: config.product, channel: 'stable', version: baseline };
    const result = rolloutOf(await ports.ledger.history(release))?.result;
    if (result === 'completed' || (await serves(baseline, ports.traffic)))
        return undefined;
    throw new Failure('no-target', `nothing says that the rollback target ${baseline} was released: no record, and no slot answers with it`, 'Name a version that was released');
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
        throw new Failure('no-target', `the rollback target ${tag} has no GitHub release`, 'Name a baseline that was released');
    const wanted = config.artefacts
        .filter((a) => a.kind === 'release-asset')
        .map((a) => a.name.replaceAll('{version}', baseline));
    const missing = wanted.filter((name) => !release.assets.some((a) => a.name === name && a.state === 'uploaded'));
    if (missing.length > 0)
        throw new Failure('no-target', `the rollback target ${tag} lacks ${missing.join(', ')}`, 'Upload it before releasing');
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
function weightsText(weights) {
    const names = Object.keys(weights).sort();
    return names.map((name) => `${name} ${weights[name]} %`).join(', ');
}
/** What a router shall hold, in words: the weights, and for whom they are where that is not everybody. */
function routingText(weights, audience) {
    return weightsText(weights) + (0,rollout_audience/* forAudience */.kO)(audience);
}
/** What a router holds; one that knows weights only has them for everybody. @throws Failure when it cannot be asked. */
async function heldBy(traffic) {
    if (traffic.held !== undefined)
        return traffic.held();
    return { weights: await traffic.weights(), audience: undefined };
}
/** The same in words, as `routingText`. @throws Failure when it cannot be asked. */
async function heldText(traffic) {
    const { weights, audience } = await heldBy(traffic);
    return routingText(weights, audience);
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
async function record({ release, rollout }, draft, { ledger }, close = []) {
    return ledger.append(release, (entries) => {
        assertSamePlan(entries, rollout);
        return { draft, planHash: rollout.planHash, close };
    });
}
/** @throws Failure `overtaken` when another plan holds by now, or the same one anew. */
function assertSamePlan(entries, { plan, planSeq }) {
    if (state_rolloutOf(entries)?.planSeq === planSeq)
        return;
    throw new domain_failure/* Failure */.HR('overtaken', `${plan.product} ${plan.version} was planned anew meanwhile`, 'Run the job again where the new plan is meant');
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
    return new domain_failure/* Failure */.HR('overtaken', `another run has moved ${product} ${version} meanwhile`, 'Let it end, then run this job again');
}
/**
 * The release is where it was. What lags behind may know nothing of it yet.
 * @param evenIfHeld Whether a person has paused it meanwhile does not matter: what was seen was seen.
 */
function stands(rollout, entries, evenIfHeld = false) {
    const now = state_rolloutOf(entries);
    if (now === undefined)
        return false;
    const { held } = evenIfHeld ? rollout : now;
    // What is met stays met, whatever people add to it.
    return (0,ledger_canonical/* canonical */.$)({ ...now, held, met: rollout.met }) === (0,ledger_canonical/* canonical */.$)(rollout);
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
        throw new domain_failure/* Failure */.HR('too-slow', 'the ledger was slow: no traffic was moved', 'Run the job again');
    await shiftUntilHeld(to, whom.audience, ports);
    const outcome = { effect: 'shift', stage, weights: to };
    try {
        await record(hand, { kind: 'outcome', payload: outcome }, ports);
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
    throw new domain_failure/* Failure */.HR('moved', `the router has ${weightsText(from)}, the record ${weightsText(weights)}: no traffic was moved`, 'Run the job again: it judges what stands, and takes it back where it is not what was recorded');
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
        if (!(error instanceof domain_failure/* Failure */.HR))
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
        if (!(error instanceof domain_failure/* Failure */.HR && error.code === 'not-held'))
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

// EXTERNAL MODULE: ./lib/domain/judging/world-evidence.js
var world_evidence = __webpack_require__(6157);
;// CONCATENATED MODULE: ./lib/domain/release/outcome.js
const FREEZE_JOB = 'auto-freeze-on-observability-failure';
/**
 * Judge the jobs of a workflow: everything that is not a success is a failure, a skip too, unless it is expected.
 * Freezing is skipped as expected when nothing had to be frozen.
 */
function judgeJobs(results, expectedSkips) {
    const passed = (job) => results.get(job) === 'success';
    const calm = passed('observability-gate') && passed('deploy-release');
    const notes = new Map(expectedSkips.map((job) => [job, 'skipped because asked']));
    if (calm)
        notes.set(FREEZE_JOB, 'nothing to freeze');
    return [...results].map(([job, result]) => {
        const skip = result === 'skipped' ? (notes.get(job) ?? '') : '';
        return outcome(job, result, skip);
    });
}
function outcome(job, result, skip) {
    // That the channel had to be frozen is never good news, however well the freezing went.
    const froze = job === FREEZE_JOB && result === 'success';
    const good = (result === 'success' && !froze) || skip !== '';
    const bad = froze ? 'the channel was frozen' : result === '' ? 'no result' : result;
    return { job, result, good, note: good ? skip : bad };
}
/** Each job as evidence: the pipeline's verdict is the worst of them. */
function evidenceOfJobs(jobs) {
    return jobs.map(({ job, result, good, note }) => ({
        name: job,
        verdict: good ? 'pass' : 'fail',
        question: 'result of the job',
        answer: note === '' ? result : note,
        limit: '',
    }));
}
const WORDS = (/* unused pure expression or super */ null && (['success', 'failure', 'cancelled', 'skipped', '']));
/** Read lines `job=result`. Undefined when a line is not one, a job comes twice, or there is none. */
function parseJobResults(text) {
    const lines = text
        .split('\n')
        .map((l) => l.trim())
        .filter((l) => l !== '');
    const pairs = lines.map((l) => /^([a-z0-9-]+)=([a-z]*)$/.exec(l));
    const results = new Map();
    for (const [, job, result] of pairs.map((p) => p ?? [])) {
        if (job === undefined || !isResult(result) || results.has(job))
            return undefined;
        results.set(job, result);
    }
    return results.size === 0 ? undefined : results;
}
function isResult(word) {
    return word !== undefined && WORDS.includes(word);
}

;// CONCATENATED MODULE: ./lib/domain/rollout/record-gaps.js
/**
 * What the record of a release whose stages have passed lacks: of each stage, unless a person skipped it, the intent of
 * its weight, then the outcome, then the pass. A chain may be whole and still say that a stage has passed which never had
 * its weight. Empty: nothing is lacking.
 */
function recordGaps(entries, { plan, planSeq }) {
    const own = entries.filter(({ seq }) => seq > planSeq);
    return plan.stages.flatMap((_, stage) => {
        const lacking = lackingOf(own, stage);
        return lacking === undefined ? [] : [`stage ${stage + 1} has no ${lacking}`];
    });
}
function lackingOf(own, stage) {
    const pass = own.findLastIndex((e) => e.kind === 'verdict' && isPass(e.payload, stage));
    const verdict = own[pass];
    if (verdict?.kind !== 'verdict')
        return 'pass';
    if (verdict.payload.gate === 'operator')
        return undefined;
    const outcome = own.slice(0, pass).findLastIndex((e) => e.kind === 'outcome' && record_gaps_isOf(e, stage));
    if (outcome < 0)
        return 'outcome';
    const isIntended = own.slice(0, outcome).some((e) => e.kind === 'intent' && record_gaps_isOf(e, stage));
    return isIntended ? undefined : 'intent';
}
function isPass({ stage: of, verdict, breach }, stage) {
    return of === stage && verdict === 'pass' && breach === 'none';
}
function record_gaps_isOf({ payload }, stage) {
    return 'stage' in payload && payload.stage === stage;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/waiting.js


/**
 * What an open release waits for, where no run is at it: a person, a condition, or its clock. Undefined where it has
 * ended, where the run that moves it goes on by itself, and before its gates have spoken.
 */
function waiting_waiting(state) {
    const step = decide_decide(state);
    if (step.kind === 'paused')
        return step.reason;
    if (state.weights === undefined && state.met.handedOver !== undefined)
        return waitsForFirst(step);
    if (step.kind === 'await')
        return waiting_isOut(state) ? step.reason : undefined;
    return waitsForClock(step, state.plan);
}
function waitsForClock(step, { clock, stages }) {
    if (clock === undefined || (step.kind !== 'analyse' && step.kind !== 'shift'))
        return undefined;
    const name = `stage ${step.stage + 1} of ${stages.length}`;
    if (step.kind === 'shift')
        return step.stage === 0 ? undefined : `${name} is next`;
    const next = clock.kind === 'watch' ? 'release-watch' : 'release-tick';
    return `${name} bakes for ${(0,duration/* formatDuration */.a3)(stages[step.stage]?.bake ?? 0)}; ${next} goes on`;
}
/** The gates have spoken: once the conditions are met, the first weight is for whoever comes next. */
function waitsForFirst(step) {
    if (step.kind === 'await')
        return step.reason;
    return step.kind === 'shift' ? 'every condition is met; the first weight is next' : undefined;
}
/** Every stage has passed. */
function waiting_isOut({ stage, plan }) {
    return stage === plan.stages.length;
}

;// CONCATENATED MODULE: ./lib/app/end-tracking.js




/** Bring the tracking issue up to date, and close it when the release is out. Without one there is nothing to do. */
async function updateTracking(ending, issues) {
    const { plan, planHash, runUrl, jobs, verdict, wait, since, isOneOfSeveral } = ending;
    const [issue] = await listed(freeze_trackingMarkerText(plan.product, plan.version), since, issues);
    if (issue === undefined)
        return;
    const note = noteOf(verdict, wait);
    const isOut = verdict.verdict === 'pass' && wait === undefined;
    const stand = wait !== undefined ? tracking_TRACKING_LABELS[1] : isOut ? 'completed' : 'failed';
    await issues.update(issue.number, {
        body: tracking_issue_trackingBody({ plan, planHash, runUrl, jobs, note, before: issue.body, isOneOfSeveral }),
        labels: [...issue.labels.filter((label) => !STANDS.includes(label)), stand],
        state: isOut ? 'closed' : 'open',
    });
}
const STANDS = [tracking_TRACKING_LABELS[1], 'completed', 'failed'];
function noteOf({ verdict, reason }, wait) {
    if (wait !== undefined)
        return `The release waits: ${wait}`;
    return verdict === 'pass'
        ? 'The release is complete.'
        : `The release did not go through: ${reason}`;
}
async function listed(marker, since, issues) {
    try {
        return await issues.withMarker(marker, 'open', { since });
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && error.code === 'gone')
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/domain/rollout/compared-stage.js
var compared_stage = __webpack_require__(1478);
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
    if (name === compared_stage/* COMPARISON */.AZ && comparison !== undefined)
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
        const score = location_scoreOf(scores, { below, above, flow: flowBelow - flowAbove });
        values.push(score);
        slope += score * (flowBelow - flowAbove);
        square += share * score * score;
        mean += share * score;
        [below, flowBelow] = [above, flowAbove];
    }
    return { values, slope, variance: square - mean * mean };
}
function location_scoreOf(scores, { below, above, flow }) {
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
            throw new domain_failure/* Failure */.HR('bad-input', `${look.name} has other buckets at minute ${minute} than before`);
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

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/verdict.js
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
    return `${name}: ${verdict_factor(effect)} times the baseline (${verdict_factor(low)} to ${verdict_factor(high)}) in ${looks} looks, ${n} of the canary; ${evidence(strength)}`;
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
function verdict_factor(ratio) {
    return String(Number(ratio.toPrecision(3)));
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
        const looks = comparison_byName(metrics);
        for (const { name, kind, add } of this.#watched) {
            const look = looks.get(name);
            if (look?.kind !== kind || looks.size !== this.#watched.length)
                throw new domain_failure/* Failure */.HR('bad-input', `minute ${minute} has other metrics than the first look`);
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
function compare(policy, looks) {
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
        throw new domain_failure/* Failure */.HR('bad-input', 'a look needs metrics, each with a name of its own');
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
            return both((side) => compared_levels_mean(own, side));
        default:
            return both((side) => compared_levels_share(own, side));
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
function compared_levels_mean(looks, side) {
    const values = looks.flatMap((look) => look[side]?.values ?? []).filter((one) => one !== null);
    return sum(values) / values.length;
}
function compared_levels_share(looks, side) {
    return (sum(looks.map((look) => look[side]?.bad ?? 0)) /
        sum(looks.map((look) => look[side]?.total ?? 0)));
}
const sum = (values) => values.reduce((all, value) => all + value, 0);

;// CONCATENATED MODULE: ./lib/domain/rollout/comparison-evidence.js





/** Evidence beyond this is not told apart: it says no more. */
const comparison_evidence_MOST = 10;
/** What the looks of a stage say of the new version, by the judge of comparisons: the same looks always say the same. */
function comparisonEvidence(stage, versions, looks) {
    const judged = compare(stage.policy, looks).at(-1);
    const base = question(stage, versions);
    const length = (0,duration/* formatDuration */.a3)(stage.look);
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
        name: compared_stage/* COMPARISON */.AZ,
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
async function compareStage({ plan, index }, times, { comparable }) {
    const stage = (0,compared_stage/* comparedStage */.gU)(plan, index);
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
        return { evidence: uncompared(stage, plan, (0,domain_failure/* lineOf */.cA)(error)), looks: [] };
    }
}
/** Why a source does not compare, and what would. */
function incomparable() {
    return new domain_failure/* Failure */.HR('bad-config', 'the source of the metrics cannot compare two versions', 'Use the provider prometheus or prober, or leave out the section comparison');
}

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

;// CONCATENATED MODULE: ./lib/domain/judging/doubt.js


/** A share that two sums of the same series give may lie so far beyond 1. */
const ROUNDING = 1e-6;
/** The policies for what is no proper value, in their order; undefined where there is nothing to doubt. */
function doubtOf(objective, seen) {
    return (otherUnit(objective, seen) ??
        doubt_tooFew(objective, seen) ??
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
function doubt_tooFew({ minSamples, must }, { samples }) {
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

// EXTERNAL MODULE: ./lib/domain/statistics/wilson.js + 2 modules
var wilson = __webpack_require__(6934);
;// CONCATENATED MODULE: ./lib/domain/judging/explain.js




/** How sure an interval is. */
const CONFIDENCE = 0.95;
const explain_WORDS = {
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
        return `${explain_WORDS[direction]} ${(0,judging_objective/* formatValue */.Fl)(limit, unit)}`;
    const side = (0,judging_objective/* isUpperLimit */.kA)(objective) ? '+' : '-';
    const bound = `the baseline ${side} ${(0,ratio/* formatRatio */.B0)(limit)}`;
    const allowed = seen === undefined ? Number.NaN : allowedBeside(objective, seen);
    if (!Number.isFinite(allowed))
        return `${explain_WORDS[direction]} ${bound}`;
    return `${explain_WORDS[direction]} ${(0,judging_objective/* formatValue */.Fl)(allowed, unit)}, ${bound}`;
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

;// CONCATENATED MODULE: ./lib/app/observe.js



/**
 * Look once: read every objective for one version over one window and judge it. Never throws: what cannot be read is
 * inconclusive evidence of that objective, with the reason as its answer.
 */
async function observe(objectives, look, metrics) {
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
        return unread(objective, look, (0,domain_failure/* lineOf */.cA)(error));
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
const isOfTheWhole = ({ must, metric }) => must === 'grow' || metric === judging_objective/* THROUGHPUT */.V1;
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
        return (0,judging_verdict/* overall */.Me)([]);
    const from = ports.clock.now();
    const end = from.getTime() + stage.bake;
    for (;;) {
        const left = end - ports.clock.now().getTime();
        await ports.clock.sleep(Math.min(hand.plan.interval, left > 0 ? left : hand.plan.interval));
        const to = ports.clock.now();
        const look = () => lookAt(hand, stage, { from, to, isBake: true }, ports);
        const seen = await unlessCancelled(look, ports.signal);
        if (seen === undefined)
            return (0,judging_verdict/* inconclusive */.Ni)(CANCELLED);
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
        return (0,judging_verdict/* overall */.Me)([]);
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
        return (0,judging_verdict/* overall */.Me)([]);
    const from = new Date(times.from);
    for (;;) {
        const to = ports.clock.now();
        const look = () => lookAt(hand, stage, { from, to, isBake: times.isBake }, ports);
        const seen = await unlessCancelled(look, ports.signal);
        if (seen === undefined)
            return (0,judging_verdict/* inconclusive */.Ni)(CANCELLED);
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
        await asked(world_evidence/* VERSION */.xv, plan.version, async () => (await ports.traffic.versionIn(candidate)) ?? NO_ANSWER),
        await asked(world_evidence/* WEIGHTS */.Y0, routingText(weights, stage.audience), () => heldText(ports.traffic)),
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
    if (name !== compared_stage/* COMPARISON */.AZ || value === undefined)
        return answer;
    return `${Number((100 * value).toPrecision(2))} % of what stops`;
}
/** One line of the live timeline: stage, weight, time, objectives, verdict. */
function timelineLine({ plan, index }, stage, elapsed, verdict) {
    const values = verdict.evidence
        .filter((e) => e.samples !== undefined)
        .map((e) => `${e.name} ${seenText(e)}`);
    const time = `${(0,duration/* formatDuration */.a3)(Math.round(elapsed / 100) * 100)} of ${(0,duration/* formatDuration */.a3)(stage.bake)}`;
    return [
        `stage ${index + 1}/${plan.stages.length}`,
        `weight ${stage.weight} %${(0,rollout_audience/* forAudience */.kO)(stage.audience)}`,
        time,
        ...values,
        verdict.verdict,
    ].join(' | ');
}

;// CONCATENATED MODULE: ./lib/app/insist.js

/** Pauses between two tries, milliseconds. */
const PAUSES = [1000, 2000, 4000, 8000];
/** After this no other try begins: who is silent is not asked again. */
const LONGEST_MS = 10_000;
/** What may be over at the next try. */
const PASSING = new Set(['connection', 'timeout', 'bad-answer', 'not-held', 'refused']);
/** The way back is worth more than one try: a router in trouble is asked again, at most five times in 25 s. */
async function insist(work, { clock, log }) {
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
    const stage = state_BACK;
    const { planHash } = hand.rollout;
    const draft = { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } };
    const entries = await ports.ledger.append(hand.release, (chain) => {
        assertSamePlan(chain, hand.rollout);
        const result = state_rolloutOf(chain)?.result;
        if (result === 'rolled-back')
            return undefined;
        if (result !== 'completed')
            return { draft, planHash };
        throw new domain_failure/* Failure */.HR('ended', 'the release has completed meanwhile', 'Use release-rollback for a completed release');
    });
    // A second way back would reach the router late, when the next plan is under way.
    if (state_rolloutOf(entries)?.result === 'rolled-back')
        return 'another run has rolled back';
    await setBack(from, to, ports);
    await holdBack(to, entries, ports);
    await record(hand, { kind: 'outcome', payload: { effect: 'shift', stage, weights: to } }, ports);
    await record(hand, { kind: 'outcome', payload: { effect: 'release', result: 'rolled-back', reason } }, ports, [path_openReleasePath(hand.release)]);
    return `rolled back: ${weightsText(to)}: ${reason}`;
}
/** What is back already, or was set and not confirmed, is looked at before it is set again. */
async function setBack(from, to, ports) {
    let isOff = weightsText(from) !== weightsText(to);
    await insist(async () => {
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
    log.info(`run ${other.run} was about to move traffic: it is held at ${weightsText(to)}`);
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
    const slots = await rollback_target_findSlots(plan.baseline, traffic);
    if (weights !== undefined && !(slots.stable in weights))
        throw new domain_failure/* Failure */.HR('bad-ledger', 'the recorded weights are not those of the configured slots');
    return slots;
}

;// CONCATENATED MODULE: ./lib/app/record-end.js





/** Record how a release ended, where it has ended and nobody has done so. The chain as it is afterwards. */
async function recordEnd({ plan, planHash }, judge, ledger) {
    const release = keyOf(plan);
    return ledger.append(release, async (entries) => {
        const rollout = state_rolloutOf(entries);
        if (rollout?.planHash !== planHash)
            return undefined;
        // Another run is moving the traffic at this moment: the end is not for this one to write.
        if (rollout.pending !== undefined && rollout.pending.run !== ledger.run)
            return undefined;
        // Its own way back has died over such a step: who goes it to its end waits for that step, and ends the release.
        const isBack = rollout.pending?.stage === state_BACK;
        if (isBack && isOfAnother(pendingForward(entries), ledger))
            return undefined;
        const verdict = await judge(entries);
        const result = resultOf(rollout, verdict);
        if (result === undefined)
            return undefined;
        const payload = { effect: 'release', result, reason: verdict.reason };
        return { draft: { kind: 'outcome', payload }, planHash, close: [path_openReleasePath(release)] };
    });
}
function isOfAnother(step, { run }) {
    return step !== undefined && step.run !== run;
}
/** The end that is to be written; undefined while there is none, and where it stands already. */
function resultOf(rollout, { verdict }) {
    // It goes on: with its clock, or when a person says so.
    if (waiting_waiting(rollout) !== undefined)
        return undefined;
    // What nobody can tell now the next tick may.
    if (rollout.plan.clock !== undefined && verdict === 'inconclusive')
        return undefined;
    // A job that failed and was run again may turn a failed end into a good one; nothing else is said twice.
    if (verdict === 'pass' && rollout.result === 'failed')
        return 'completed';
    if (rollout.result !== undefined)
        return undefined;
    return verdict === 'pass' ? 'completed' : 'failed';
}

;// CONCATENATED MODULE: ./lib/app/served.js


/**
 * What a router holds, in words; where that is what it should hold, with each slot that gives users another version:
 * the same weights may be those of a later release.
 * @throws Failure when the router cannot be asked, or nothing answers in a slot that has traffic.
 */
async function servedText(version, weights, traffic) {
    const held = await heldText(traffic);
    if (held !== weightsText(weights))
        return held;
    const others = [];
    for (const slot of Object.keys(weights).filter((name) => (weights[name] ?? 0) > 0)) {
        const running = await traffic.versionIn(slot);
        if (running === undefined)
            throw new domain_failure/* Failure */.HR('silent', `nothing answers in the slot ${slot}`);
        if (running !== version)
            others.push(`${slot} runs ${running}`);
    }
    return [held, ...others].join(', ');
}

;// CONCATENATED MODULE: ./lib/app/finalize.js
















/**
 * End a pipeline: judge its jobs, record the end in the ledger, publish the draft when all is well, bring the tracking
 * issue up to date. A release that was rolled back stays rolled back, and nothing is published that the record does not
 * call complete.
 */
async function finalize(request, ports) {
    let world = [];
    const jobsOf = (entries) => judgeJobs(request.results, expectedSkips(request, state_rolloutOf(entries)));
    const judge = (entries) => (0,judging_verdict/* overall */.Me)([...evidenceOfJobs(jobsOf(entries)), evidenceOfRollout(state_rolloutOf(entries)), ...world]);
    const lookAndJudge = async (entries) => {
        const rollout = state_rolloutOf(entries);
        world = await evidenceOfWorld(entries, ports);
        const found = judge(entries);
        // A tick looks at open releases only: what it has recorded as complete it does not publish another time.
        const isByTick = rollout?.plan.clock !== undefined && waiting_waiting(rollout) === undefined;
        // The looks take seconds, in which a person may begin a way back. The entry is decided anew where the record has grown.
        const stands = async () => {
            ports.ledger.refresh();
            return (await ports.ledger.history(keyOf(request.plan))) === entries;
        };
        if (found.verdict === 'pass' && isByTick)
            await publish(request, ports.releases, stands);
        return found;
    };
    const entries = await recordEnd(request, lookAndJudge, ports.ledger);
    const [jobs, verdict] = [jobsOf(entries), judge(entries)];
    const after = state_rolloutOf(entries);
    const wait = after === undefined ? undefined : waiting_waiting(after);
    if (verdict.verdict === 'pass' && wait === undefined)
        await publish(request, ports.releases, async () => true);
    const since = one_issue_sinceEntry(entries[0]?.time ?? '');
    await updateTracking({ ...request, jobs, verdict, wait, since }, ports.issues);
    return { verdict, jobs, entries };
}
/** What looks at all of the traffic has nothing to look at while the release goes on. */
function expectedSkips({ expectedSkips: asked }, rollout) {
    const isWaiting = rollout !== undefined && waiting_waiting(rollout) !== undefined;
    return isWaiting ? [...asked, 'post-deployment-validation'] : asked;
}
/** Jobs may be green and the release still not out: the record decides. */
function evidenceOfRollout(rollout) {
    const base = { name: 'rollout', question: 'entries of the release', limit: 'every stage passed' };
    if (rollout === undefined)
        return { ...base, verdict: 'inconclusive', answer: 'no plan' };
    const { result, stage, plan, breach } = rollout;
    const passed = `${stage} of ${plan.stages.length} stages passed`;
    if (result === 'rolled-back')
        return { ...base, verdict: 'fail', answer: `rolled back, ${passed}: ${rollout.reason}` };
    const wait = waiting_waiting(rollout);
    if (wait !== undefined)
        return { ...base, verdict: breach === undefined ? 'pass' : 'inconclusive', answer: wait };
    return { ...base, verdict: allStagesPassed(rollout) ? 'pass' : 'inconclusive', answer: passed };
}
/** Router and record, as they are when the end is about to be written. */
async function evidenceOfWorld(entries, { traffic, ledger }) {
    return [
        ...(await evidenceOfTraffic(state_rolloutOf(entries), traffic)),
        ...(await evidenceOfLedger(entries, ledger)),
    ];
}
/**
 * The record may be older than the router: a run that takes traffic back does so before it writes, and may have been
 * unable to write. Looked at with each state of the record that may be the last: the first may lag behind.
 */
async function evidenceOfTraffic(rollout, traffic) {
    const weights = rollout?.weights;
    if (rollout === undefined || weights === undefined || traffic === undefined)
        return [];
    // What has ended well may have been followed by the next release.
    if (!isEnding(rollout))
        return [];
    const look = () => servedText(rollout.plan.version, weights, traffic);
    // The last stage is for everybody.
    return [await asked(world_evidence/* WEIGHTS */.Y0, weightsText(weights), look)];
}
/** What completes has a record that stands and tells the whole story: asked while the end is not written yet. */
async function evidenceOfLedger(entries, ledger) {
    const rollout = state_rolloutOf(entries);
    if (rollout === undefined || !isEnding(rollout))
        return [];
    const fault = await ledger.fault(keyOf(rollout.plan));
    const lacking = fault === undefined ? recordGaps(entries, rollout) : [`${fault.path}: ${fault.why}`];
    const question = 'verify-ledger of this release, and the steps of its stages';
    const base = { name: 'ledger', question, limit: 'no fault' };
    if (lacking.length === 0)
        return [{ ...base, verdict: 'pass', answer: 'no fault' }];
    return [{ ...base, verdict: 'inconclusive', answer: lacking.join('; ') }];
}
/** All stages have passed, and that it is well is not written yet. */
function isEnding(rollout) {
    const { result } = rollout;
    return result !== 'completed' && result !== 'rolled-back' && allStagesPassed(rollout);
}
/** Whether or not an end is recorded: a job that failed after the last stage may be run again. */
function allStagesPassed(rollout) {
    return decide_decide({ ...rollout, result: undefined }).kind === 'complete';
}
/** @param stands Asked last: what is published cannot be taken back. */
async function publish({ plan, tagPrefix }, releases, stands) {
    // Another profile comes after this one, or there is no GitHub release.
    if (plan.publishes === false || tagPrefix === undefined)
        return;
    const release = await fetch_asset_releaseOf(plan.version, tagPrefix, releases);
    if (release.draft && (await stands()))
        await releases.publish(release);
}
/** What a person does next, for the summary. */
function recommendations({ plan, isOneOfSeveral }, verdict, rolledBack) {
    if (verdict.verdict === 'pass')
        return 'Nothing to do.';
    const state = rolledBack
        ? 'All traffic is back on the old version.'
        : 'Look at the weights; roll back by hand if the new version still has traffic:';
    return `${state}\n\n\`\`\`bash\n${rollbackCommand(plan, isOneOfSeveral)}\n\`\`\``;
}

;// CONCATENATED MODULE: ./lib/domain/report/record.js

/** How much the ledger holds of a release and who signed it, in Markdown: `3 entries, unsigned`. */
function recordText(chain) {
    const many = chain.length === 1 ? '1 entry' : `${chain.length} entries`;
    return `${many}, ${signersText(chain, (kid) => `\`${kid}\``)}`;
}

;// CONCATENATED MODULE: ./lib/domain/report/freeze.js




/** Report of a freeze; without a result it was a dry run. */
function freezeReport(request, frozen) {
    const { product, channel } = request.scope;
    const scope = `${product} ${channel}`;
    if (frozen === undefined)
        return {
            verdict: (0,judging_verdict/* passed */.bF)(`dry run: ${scope} would be frozen`),
            summary: ['The issue would be:', freezeBody({ ...request, seq: 0 })],
        };
    const { issue, created, missingLabels, chain } = frozen;
    const where = issue === undefined
        ? 'issues are switched off, the ledger holds it'
        : `issue ${issue.number}${created ? '' : ' was open already'}`;
    const outputs = {
        issue_number: issue === undefined ? '' : String(issue.number),
        issue_url: issue?.url ?? '',
        created: String(created),
    };
    const labels = missingLabels.length === 0
        ? []
        : [`Labels that the token may not set: ${(0,markdown/* inert */.tJ)(missingLabels.join(', '))}.`];
    const link = issue === undefined
        ? []
        : [`Lifted when a person with write access closes [issue ${issue.number}](${issue.url}).`];
    return {
        verdict: (0,judging_verdict/* passed */.bF)(`${scope} is frozen: ${where}`),
        outputs,
        summary: [...link, ...labels, `Ledger: ${recordText(chain)}.`],
    };
}

;// CONCATENATED MODULE: ./lib/app/freeze-notice.js





/**
 * Freeze a scope, and tell people. A freeze that could not be completed is told as a failure: who waits for its issue
 * would wait in vain. @throws Failure what the freeze throws.
 */
async function freezeAndTell(request, ports, notices) {
    const { scope, version, gate, runUrl } = request;
    const reason = `${gate}: ${request.reason}`;
    const time = ports.clock.now().getTime();
    const notice = { release: { ...scope, version }, runUrl, time, issueUrl: undefined };
    try {
        const frozen = await freeze(request, ports);
        const done = { ...notice, event: 'frozen', reason, issueUrl: frozen.issue?.url };
        const { version: first, seq } = frozen.entry;
        const about = {
            chain: { ...scope, version: first },
            entry: (entries) => entries.find((e) => e.seq === seq),
        };
        return await tellOnce(freezeReport(request, frozen), done, about, { ...ports, notices });
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        const why = `the freeze is not complete: ${(0,domain_failure/* failureLine */.Pu)(error)}; ${reason}`;
        await withNotice({}, { ...notice, event: 'failed', reason: why }, notices);
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/app/freeze-once.js



function freezeOnce(release, runUrl, ports) {
    const notes = [];
    let isFrozen = false;
    const now = async () => {
        const entries = await ports.ledger.entries(release);
        const rollout = state_rolloutOf(entries);
        // A person who takes a release back freezes nothing.
        if (isFrozen || rollout === undefined || !isJudgedBad(entries))
            return;
        const { product, channel, version, commit } = rollout.plan;
        const facts = { scope: { product, channel }, version, buildType: channel, commit, runUrl };
        const request = { ...facts, reason: rollout.reason, gate: 'stage' };
        const { summary } = await freezeAndTell(request, ports, ports.notices);
        isFrozen = true;
        notes.push(...summary);
    };
    const tried = async () => {
        try {
            await now();
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR))
                throw error;
            ports.log.warning(`the channel is not frozen yet: ${error.message}`);
        }
    };
    return { notes, now, tried };
}
function isJudgedBad(entries) {
    const planned = entries.findLastIndex(({ kind }) => kind === 'plan');
    return entries
        .slice(planned)
        .some((e) => e.kind === 'verdict' && e.payload.stage !== null && e.payload.breach !== 'none');
}

;// CONCATENATED MODULE: ./lib/app/tell-ends.js






/** How long it is tried to tell of an end, milliseconds. */
const tell_ends_LONGEST_MS = 86_400_000;
/**
 * Tell of the ends that somebody is still to be told of, because the run that wrote them died, or could not tell. Never
 * throws a `Failure`.
 */
async function tellEnds(wanted, ports) {
    if (wanted.dryRun)
        return;
    try {
        for (const path of [...(await ports.ledger.markers(OPEN_NOTICES)).keys()].sort()) {
            const release = releaseOfMarker(path);
            const isOthers = wanted.product !== undefined && release?.product !== wanted.product;
            if (release !== undefined && !isOthers)
                await tellEnd(release, wanted, ports);
        }
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        ports.log.warning(`not everybody was told of every end: ${(0,domain_failure/* failureLine */.Pu)(error)}`);
    }
}
async function tellEnd(release, { profile, runUrl }, ports) {
    const entries = await ports.ledger.history(release);
    const [rollout, entry] = [state_rolloutOf(entries), lastEnd(entries)];
    // What was planned anew tells of its own end.
    if (rollout?.result === undefined || entry === undefined)
        return;
    if (profile !== '' && rollout.plan.profile !== profile)
        return;
    const { result: event, reason } = rollout;
    const { notices } = await ports.connect(rollout.plan);
    const now = ports.clock.now().getTime();
    const isLate = now - Date.parse(entry.time) > tell_ends_LONGEST_MS;
    if (isLate || meantBy(event, notices).length === 0)
        return giveUp(release, event, entry, ports);
    const notice = { event, release, reason, runUrl, issueUrl: undefined, time: now };
    const { summary } = await tellOnce({}, notice, { chain: release, entry: lastEnd }, { ...ports, notices });
    for (const line of summary)
        ports.log.info(line);
}
/** Nobody is interested any more. */
async function giveUp(release, event, { seq }, { ledger }) {
    await ledger.append(release, (entries) => {
        if (lastEnd(entries)?.seq !== seq)
            return undefined;
        return {
            draft: { kind: 'told', payload: { event, about: seq, channels: [] } },
            planHash: entries.at(-1)?.planHash ?? null,
            close: [openNoticePath(release)],
        };
    });
}

;// CONCATENATED MODULE: ./lib/domain/rollout/due.js
/** So long after the end of a bake the run that watches it has written its verdict, or is dead, milliseconds. */
const DEAD_MS = 30 * 60_000;
/**
 * How far the bake of the stage in hand is.
 * @param from When the stage got its weight, and `now`: milliseconds since 1970.
 */
function bakeOf({ plan, stage }, from, now) {
    const end = from + (plan.stages[stage]?.bake ?? 0);
    const unattended = plan.clock?.unattended ?? DEAD_MS;
    if (now > end + unattended)
        return { from, end, due: 'overdue' };
    // What a run watches itself is not judged by another one, only taken over.
    return { from, end, due: now < end || plan.clock === undefined ? 'baking' : 'due' };
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
    return (0,ledger_canonical/* canonical */.$)({ schema: 1, looks: looks.length, metrics: columns });
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
    const { data } = LooksFile.safeParse(looks_file_jsonOf(text));
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
function looks_file_jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/app/keep-looks.js



/**
 * The evidence of a stage, its comparison with the digest of the looks behind it: with them anybody can judge again. The most metrics, looks and buckets
 * that a config can ask for are below the 256 KiB that the ledger takes.
 */
function keepLooks({ evidence, looks = [] }, stage, digest) {
    if (looks.length === 0)
        return { evidence, files: [] };
    const text = looksText(looks);
    const bytes = new TextEncoder().encode(text);
    const name = `${compared_stage/* COMPARISON */.AZ}-stage-${stage + 1}.json`;
    const named = digest(text);
    const place = { ledger: attachmentPath(named) };
    const attachment = { name, size: bytes.length, digest: named, place };
    return {
        evidence: evidence.map((e) => (e.name === compared_stage/* COMPARISON */.AZ ? { ...e, attachment } : e)),
        files: [{ path: place.ledger, bytes }],
    };
}

;// CONCATENATED MODULE: ./lib/app/make-safe.js






/**
 * Users first: the traffic goes back before anything is written, because a cancelled job has seconds and the record may
 * be out of reach. Where moving it fails the recorded way back is tried all the same. Has another run completed the
 * release meanwhile, its weights are set again: the record has the last word.
 * @param why In words for the log.
 */
async function safeFirst(why, hand, ports, write) {
    const takeBack = async () => {
        const to = await allBack(hand, ports);
        await ports.traffic.shift(to);
        ports.log.info(`${weightsText(to)}: ${why}`);
    };
    const isBack = await tried('the traffic is not back yet', ports, takeBack);
    try {
        return await write();
    }
    catch (error) {
        if (!isBack)
            await tried('the traffic is not back', ports, () => insist(takeBack, ports));
        await tried('the recorded weights are not set again', ports, () => asCompleted(hand, ports));
        throw error;
    }
}
/** Whether it could be done. */
async function tried(what, { log }, work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        log.warning(`${what}: ${error.message}`);
        return false;
    }
}
/** Written before it is done, because only a write is sure to see a plan made anew that a read does not show yet. */
async function asCompleted({ release }, ports) {
    const { traffic, log } = ports;
    const completed = await longerRecord(release, ports);
    const rollout = state_rolloutOf(completed);
    if (rollout?.result !== 'completed' || rollout.weights === undefined)
        return;
    const { weights: to, stage } = rollout;
    const from = await traffic.weights();
    if (weightsText(from) === weightsText(to))
        return;
    const reason = 'another run has completed the release';
    const draft = { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } };
    await ports.ledger.append(release, (entries) => {
        // What lags behind is refused by GitHub, and read again.
        if (entries.length >= completed.length)
            assertSamePlan(entries, rollout);
        return { draft, planHash: rollout.planHash };
    });
    await traffic.shift(to);
    log.info(`${reason}: ${weightsText(to)}`);
    const outcome = { effect: 'shift', stage, weights: to };
    await record({ release, rollout }, { kind: 'outcome', payload: outcome }, ports);
}
/** An answer may lag behind the one that has told of an end; a record only grows. */
async function longerRecord(release, { ledger }) {
    const known = await ledger.entries(release);
    ledger.refresh();
    const fresh = await ledger.entries(release);
    return fresh.length < known.length ? known : fresh;
}

;// CONCATENATED MODULE: ./lib/app/page.js


/** Who has to decide, and until when; the reason as it is where nobody is asked. */
function paged(verdict, breach, plan, clock) {
    const { reason } = verdict;
    if (breach !== 'page')
        return { reason };
    const decideBy = (0,instant/* instantText */.X)(clock.now().getTime() + decideWithin(verdict, plan));
    const roles = rolesAsked(verdict, plan);
    const who = roles.length === 0 ? 'who may resume' : roles.join(', ');
    return {
        reason: `${reason}; ${who} decides until ${decideBy}: resume, skip or roll-back`,
        decideBy,
    };
}

;// CONCATENATED MODULE: ./lib/app/judge-stage.js















/** Judge the stage in hand over its bake, and record it. What must go back goes before it is recorded. */
async function analyse(index, hand, ports) {
    const { plan, weights = {}, begun } = hand.rollout;
    const { candidate } = await slotsOf(hand, ports);
    const verdict = await observeStage({ plan, index, candidate, weights, begun }, ports);
    return recordVerdict({ gate: 'stage', stage: index }, verdict, hand, ports);
}
/**
 * Look at a stage that another run has begun. A failure ends it at once; a pass needs a look over the whole bake; what
 * nobody can tell is left to the next look.
 * @returns Whether the verdict was recorded, which ends the stage.
 */
async function attend(index, bake, hand, ports) {
    const { plan, weights = {}, begun } = hand.rollout;
    const { candidate } = await slotsOf(hand, ports);
    const now = ports.clock.now().getTime();
    const until = bake.due === 'due' ? now + LOOKS * plan.interval : now;
    const verdict = await lookUntilSure({ plan, index, candidate, weights, begun }, 
    // The machine that began it may have been seconds ahead of this one: no stage begins in the future.
    { from: Math.min(bake.from, now), until, isBake: true }, ports);
    const isOver = verdict.verdict === 'fail' || (verdict.verdict === 'pass' && bake.due === 'due');
    if (isOver)
        await recordVerdict({ gate: 'stage', stage: index }, verdict, hand, ports);
    return { verdict, isOver };
}
/**
 * Look at a release that must not move on: what turns bad goes back all the same. Undefined: nothing was decided.
 * @param stage Index of the stage that it waits for.
 */
async function judge_stage_watch(stage, hand, ports) {
    const { plan, weights = {}, begun } = hand.rollout;
    const { candidate } = await slotsOf(hand, ports);
    if ((weights[candidate] ?? 0) === 0)
        return undefined;
    const now = ports.clock.now().getTime();
    const from = now - (plan.stages[stage - 1]?.bake ?? 0);
    const waiting = { plan, index: seenStage(stage, hand.rollout), candidate, weights, begun };
    const verdict = await lookUntilSure(waiting, { from, until: now, isBake: false }, ports);
    if (verdict.verdict !== 'fail')
        return undefined;
    return recordVerdict({ gate: 'before-stage', stage }, verdict, hand, ports);
}
/** Nobody looked at a stage for too long: it waits for a person or goes back, as the plan says. */
async function overdue(index, bake, hand, ports) {
    const { clock } = hand.rollout.plan;
    const late = ports.clock.now().getTime() - bake.end;
    const reason = `nobody looked for ${(0,duration/* formatDuration */.a3)(Math.round(late / 1000) * 1000)} after the bake`;
    const breach = clock?.overdue ?? 'rollback';
    return recordVerdict({ gate: 'clock', stage: index, breach }, (0,judging_verdict/* inconclusive */.Ni)(reason), hand, ports);
}
/**
 * A release that another run left at a stage is looked at before it moves: what turned bad goes back, what nobody can
 * tell stays where it is. Undefined: it may move.
 */
async function again(stage, candidate, hand, ports) {
    const { plan, weights = {}, begun } = hand.rollout;
    // Before the first stage nothing was judged that could have turned.
    if (stage === 0 || (weights[candidate] ?? 0) === 0)
        return undefined;
    // The freeze was asked for already: nothing may be written between its answer and the step.
    const silent = { ...ports, alarm: NO_ALARM };
    const index = seenStage(stage, hand.rollout);
    const verdict = await observe_stage_lookAgain({ plan, index, candidate, weights, begun }, silent);
    if (verdict.verdict === 'pass')
        return undefined;
    if (verdict.verdict === 'fail' || ports.signal.aborted)
        return recordVerdict({ gate: 'before-stage', stage }, verdict, hand, ports);
    throw new domain_failure/* Failure */.HR('unsure', `before stage ${stage + 1}: ${verdict.reason}`, 'No traffic was moved: run this again when there is enough to judge, or take the release back');
}
/** Users whom a stage without weight has all the same, because a person sent them, are looked at as those of the next one. */
function seenStage(stage, { plan, served = stage - 1 }) {
    return plan.stages[served]?.weight === 0 ? stage : served;
}
async function recordVerdict({ gate, stage, breach }, verdict, hand, ports) {
    const { plan } = hand.rollout;
    const { evidence, files } = keepLooks(verdict, stage, ports.digest);
    const leadsTo = breach ?? breachOf(verdict, plan);
    const { reason, ...deadline } = paged(verdict, leadsTo, plan, ports.clock);
    const payload = {
        gate,
        stage,
        verdict: verdict.verdict,
        reason: reason.toWellFormed(),
        evidence: evidence.map(wellFormed),
        breach: leadsTo,
        ...deadline,
    };
    const draft = { kind: 'verdict', payload };
    const write = () => recordDecision(hand, draft, ports, { files });
    const goesBack = payload.breach === 'rollback' && !isMovedByAnother(verdict, plan);
    const isUrgent = verdict.verdict === 'fail' || ports.signal.aborted;
    if (goesBack)
        await (isUrgent ? backFirst : recordFirst)(write, payload.reason, hand, ports);
    else
        await write();
    if (leadsTo === 'page')
        await ports.alarm.page(plan, payload.reason);
    const which = gate === 'before-stage' ? 'before stage' : 'stage';
    return {
        line: `${which} ${stage + 1}/${plan.stages.length}: ${verdict.verdict}: ${verdict.reason}`,
        verdict,
    };
}
/**
 * All that counts against it are the weights, or that the slot runs another version: another run may have passed this
 * stage, or ended this release and begun the next one, which the record tells.
 */
function isMovedByAnother({ verdict, evidence }, plan) {
    const failed = breached(evidence, plan);
    const isReplaced = ({ name, answer }) => name === world_evidence/* VERSION */.xv && answer !== NO_ANSWER;
    return verdict === 'fail' && failed.every((e) => e.name === world_evidence/* WEIGHTS */.Y0 || isReplaced(e));
}
/**
 * What nobody can tell is no reason to undo what another run has completed, which only writing shows: the way back
 * follows the verdict. Where the verdict cannot be written the traffic goes back without it.
 */
async function recordFirst(write, reason, hand, ports) {
    try {
        await write();
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && error.code === 'overtaken')
            throw error;
        await safeFirst(reason, hand, ports, () => Promise.reject(error));
    }
}
/** The traffic is back before the verdict is written. Where another run was faster the way back itself is recorded. */
async function backFirst(write, reason, hand, ports) {
    await safeFirst(reason, hand, ports, async () => {
        try {
            await write();
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR && error.code === 'overtaken'))
                throw error;
            await rollBack(reason, hand, ports);
        }
    });
}

;// CONCATENATED MODULE: ./lib/app/planned-rollout.js


/**
 * Where a planned release stands.
 * @param planHash The plan that the caller was given; undefined where the ledger's is the one that holds.
 * @throws Failure `no-plan`, `other-plan`.
 */
function planned_rollout_plannedRollout(entries, release, planHash) {
    const rollout = state_rolloutOf(entries);
    if (rollout === undefined)
        throw new domain_failure/* Failure */.HR('no-plan', `there is no plan for ${release.product} ${release.version}`, 'Run the action plan first');
    if (planHash !== undefined && rollout.planHash !== planHash)
        throw new domain_failure/* Failure */.HR('other-plan', `the ledger holds the plan ${rollout.planHash}, not ${planHash}`, 'Start the pipeline again');
    return rollout;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/gate-pass.js


/** Gates whose recorded pass the first weight may need. */
const GATES = (/* unused pure expression or super */ null && (['observability-gate']));
/** Age from which a pass opens nothing any more, milliseconds. */
const STALE_MS = (/* unused pure expression or super */ null && (24 * 3_600_000));
/**
 * Why a gate does not open the first weight; undefined where it does: the newest verdict of all under the plan, and the
 * newest of this very attempt, are a pass, and that is not a day old. "Re-run failed jobs" keeps the outputs of the
 * attempt before, and whoever waits for an approval waits for days.
 * @param planSeq Seq of the plan's entry: what was said before it was said of another plan.
 * @param now Milliseconds since 1970.
 */
function gate_pass_unopened(entries, planSeq, { gate, run }, now) {
    const said = entries.flatMap((e) => e.kind === 'verdict' && e.seq > planSeq && e.payload.gate === gate ? [e] : []);
    const last = said.at(-1);
    if (last === undefined)
        return `${gate} has not spoken under this plan`;
    const { verdict, reason } = last.payload;
    if (verdict !== 'pass')
        return `${gate}: ${verdict}: ${reason}`;
    const own = said.findLast((e) => e.run.id === run.id && e.run.attempt === run.attempt);
    if (own === undefined)
        return `the pass of ${gate} is of ${textOf(last.run)}, and this is ${textOf(run)}`;
    if (own.payload.verdict !== 'pass')
        return `${gate}: ${own.payload.verdict} in this attempt`;
    const age = now - instantOf(own.time);
    if (age < STALE_MS)
        return undefined;
    const [old, most] = [Math.floor(age / 60_000) * 60_000, STALE_MS].map(formatDuration);
    return `the pass of ${gate} is ${old} old, and ${most} is the most`;
}
function textOf({ id, attempt }) {
    return `run ${id}, attempt ${attempt}`;
}

;// CONCATENATED MODULE: ./lib/app/prove-gate.js


/**
 * Before the first weight, and before it is left to others, the gate must have passed in this very attempt. What has
 * traffic already is judged by its stages.
 * @param need Undefined: no gate is asked for.
 * @param now Milliseconds since 1970.
 * @throws Failure `stale`.
 */
function prove_gate_proveGate(step, { begun, planSeq }, { entries, need, now, }) {
    if (need === undefined || begun !== undefined)
        return;
    if (step.kind !== 'shift' && step.kind !== 'await')
        return;
    const why = unopened(entries, planSeq, need, now);
    if (why === undefined)
        return;
    throw new Failure('stale', `no traffic was moved: ${why}`, 'Run all jobs of the run again');
}

;// CONCATENATED MODULE: ./lib/app/stop-release.js





/**
 * The end of a release that stops where it stands, in the record: no traffic moves.
 * @throws Failure `overtaken` when it was planned anew.
 */
async function stopRelease(reason, hand, { ledger }) {
    const { planHash, weights = {} } = hand.rollout;
    const payload = { effect: 'release', result: 'failed', reason: `stopped: ${reason}` };
    await ledger.append(hand.release, (entries) => {
        assertSamePlan(entries, hand.rollout);
        const now = state_rolloutOf(entries);
        // Another run was faster, or a person takes it back.
        if (now === undefined || decide_decide(now).kind !== 'stop')
            return undefined;
        return {
            draft: { kind: 'outcome', payload },
            planHash,
            close: [path_openReleasePath(hand.release)],
        };
    });
    return `stopped, the traffic stays at ${weightsText(weights)}: ${reason}`;
}

;// CONCATENATED MODULE: ./lib/app/advance.js
















/**
 * Move a release along its plan: each turn asks the record what is next, does that one thing, and records it. A killed
 * run is continued by the next one. Ends at the last stage, at a pause, or with all traffic back on the old version.
 */
async function advance({ release, planHash, stages, need }, ports) {
    const steps = [];
    let verdict = inconclusive('nothing was judged');
    // The stage that this run has judged last, and so a moment ago.
    let judged;
    for (;;) {
        const entries = await ports.ledger.entries(release);
        const rollout = plannedRollout(entries, release, planHash);
        const now = ports.clock.now().getTime();
        const step = decide(rollout, now);
        await ports.mirror.show(entries);
        const end = ending(step, rollout, verdict);
        if (end !== undefined)
            return { rollout, verdict: end, steps };
        if (stages === 'one' && verdict.verdict === 'pass')
            return { rollout, verdict, steps };
        proveGate(step, rollout, { entries, need, now });
        // What it judged bad a person may skip at once: it is looked at again, as by every other run.
        const isJudged = step.kind === 'shift' && step.stage - 1 === judged && verdict.verdict === 'pass';
        const done = await take(step, { release, rollout, isJudged }, ports);
        if (step.kind === 'analyse')
            judged = step.stage;
        steps.push(done.line);
        ports.log.info(done.line);
        verdict = done.verdict ?? verdict;
    }
}
/** With what a run ends that has nothing more to do; undefined while there is. */
function ending(step, rollout, verdict) {
    if (step.kind === 'complete')
        return completed(verdict, '', rollout);
    if (step.kind === 'await')
        return awaiting(step.reason, rollout, verdict);
    // What a clock or a person moves on is no business of this run any more, and no failure.
    const isPaused = step.kind === 'paused' && rollout.breach === undefined;
    const isClocked = step.kind === 'analyse' && rollout.plan.clock !== undefined;
    if (isPaused || isClocked)
        return passed(`handed over: ${waiting(rollout)}`);
    return step.kind === 'ended' || step.kind === 'paused'
        ? notPassed(verdict, step.reason)
        : undefined;
}
/** Who meets the condition goes on; that this run came to it is recorded before. */
function awaiting(reason, rollout, verdict) {
    if (isOut(rollout))
        return completed(verdict, `; ${reason}`, rollout);
    return rollout.met.handedOver === undefined ? undefined : passed(`handed over: ${reason}`);
}
/** Do one step, and say what was done. */
async function take(step, hand, ports) {
    if (step.kind === 'settle')
        return settle(hand, ports);
    if (step.kind === 'shift')
        return ports.signal.aborted ? halt(hand, ports) : forward(step, hand, ports);
    if (step.kind === 'analyse')
        return analyse(step.stage, hand, ports);
    if (step.kind === 'stop')
        return { line: await stopRelease(step.reason, hand, ports) };
    if (step.kind === 'roll-back')
        return { line: await rollBack(step.reason, hand, ports) };
    if (step.kind === 'await')
        return handOver(step.reason, hand, ports);
    throw new domain_failure/* Failure */.HR('unexpected', `nothing to do for ${step.kind}`);
}
/** The gates before the first weight have spoken, and it waits for a condition: who meets it may go on. */
async function handOver(reason, hand, { ledger }) {
    const { planHash } = hand.rollout;
    await ledger.append(hand.release, (entries) => {
        assertSamePlan(entries, hand.rollout);
        const now = state_rolloutOf(entries);
        if (now === undefined || now.met.handedOver !== undefined)
            return undefined;
        if (decide_decide(now).kind !== 'await')
            return undefined;
        return { draft: { kind: 'handover', payload: { reason } }, planHash };
    });
    return { line: `handed over: ${reason}` };
}
/** Cancelled between two stages: nothing moves forward any more. */
async function halt(hand, ports) {
    if (hand.rollout.weights === undefined)
        throw new domain_failure/* Failure */.HR('cancelled', CANCELLED);
    const line = await safeFirst(CANCELLED, hand, ports, () => rollBack(CANCELLED, hand, ports));
    return { line, verdict: (0,judging_verdict/* inconclusive */.Ni)(CANCELLED) };
}
/** The world says what an interrupted shift did; a way back that was interrupted is gone to its end. */
async function settle(hand, ports) {
    const { pending: intent } = hand.rollout;
    if (intent?.stage === state_BACK)
        return { line: await rollBack(intent.reason, hand, ports) };
    if (await outlast(hand, ports))
        return { line: 'another run has ended its step' };
    // A cancelled job has not waited: whoever began the step ends it, or the next run does.
    if (ports.signal.aborted && intent?.run !== ports.ledger.run)
        throw new domain_failure/* Failure */.HR('cancelled', CANCELLED);
    const weights = await ports.traffic.weights();
    // For whom they are is seen by the look that follows.
    const done = intent !== undefined && weightsText(weights) === weightsText(intent.to);
    // A stage of no plan: the shift did not happen, so the same stage is decided again.
    const stage = done ? intent.stage : state_BACK - 1;
    await recordDecision(hand, { kind: 'outcome', payload: { effect: 'shift', stage, weights } }, ports);
    return { line: `settled an interrupted step: the router has ${weightsText(weights)}` };
}
async function forward(step, hand, ports) {
    const { plan } = hand.rollout;
    ports.ledger.refresh();
    const unlessFrozen = async () => {
        const freeze = await freeze_state_readFreeze(hand.release, ports);
        if (freeze.frozen)
            throw new domain_failure/* Failure */.HR('frozen', freeze.reason);
    };
    await unlessFrozen();
    const slots = await rollback_target_findSlots(plan.baseline, ports.traffic);
    if ((await ports.traffic.versionIn(slots.candidate)) !== plan.version) {
        if ((hand.rollout.weights?.[slots.candidate] ?? 0) > 0)
            return gone(hand, ports);
        await ports.start(plan.version, slots.candidate);
    }
    const stays = hand.isJudged ? undefined : await again(step.stage, slots.candidate, hand, ports);
    if (stays !== undefined)
        return stays;
    const weights = await shiftForward(hand, step, slots, ports, unlessFrozen);
    return { line: `stage ${step.stage + 1}/${plan.stages.length}: ${weights}` };
}
/** Between two stages it stopped answering, and users reach it: nothing to start, only to take back. */
async function gone(hand, ports) {
    const reason = `${hand.rollout.plan.version} does not answer any more`;
    const line = await rollBack(reason, hand, ports);
    return { line, verdict: { verdict: 'fail', reason, evidence: [] } };
}
function completed(verdict, wait, { plan }) {
    const reason = `all ${plan.stages.length} stages passed${wait}`;
    return { verdict: 'pass', reason, evidence: verdict.evidence };
}
function notPassed(verdict, reason) {
    const kind = verdict.verdict === 'pass' ? 'inconclusive' : verdict.verdict;
    return {
        verdict: kind,
        reason: `${reason}${verdict.verdict === 'pass' ? '' : `: ${verdict.reason}`}`,
        evidence: verdict.evidence,
    };
}

;// CONCATENATED MODULE: ./lib/app/tick-release.js









/**
 * Move one open release by at most one stage: what a dead run left is settled or taken back, a stage that bakes is looked
 * at, one whose bake is over is judged, and after a pass the next one gets its weight. What a run watches itself, and the
 * first stage, which comes after the gates, are left alone.
 */
async function tickRelease(release, ports) {
    const steps = [];
    let verdict;
    for (;;) {
        const rollout = planned_rollout_plannedRollout(await ports.ledger.entries(release), release, undefined);
        // What it judged bad a person may skip at once: it is looked at again, as by every other run.
        const isJudged = verdict?.verdict === 'pass';
        const did = await turn({ release, rollout, isJudged }, ports);
        if (did === undefined)
            return { verdict: verdict ?? (0,judging_verdict/* passed */.bF)(stand(rollout)), steps };
        steps.push(did.line);
        ports.log.info(did.line);
        verdict = did.verdict ?? verdict;
        if (did.isLast)
            return { verdict: verdict ?? (0,judging_verdict/* passed */.bF)(did.line), steps };
    }
}
/** One turn; undefined where there is nothing to do for a tick. */
async function turn(hand, ports) {
    const { rollout } = hand;
    const now = ports.clock.now().getTime();
    const step = decide_decide(rollout, now);
    const bake = bakeOf(rollout, Date.parse(rollout.since ?? ''), now);
    if (!isForTick(step, bake, rollout))
        return undefined;
    if (ports.signal.aborted)
        return { line: CANCELLED, verdict: (0,judging_verdict/* inconclusive */.Ni)(CANCELLED), isLast: true };
    if (step.kind === 'analyse')
        return judge(step.stage, bake, hand, ports);
    if (step.kind === 'paused' || step.kind === 'await')
        return watched(hand, ports);
    if (step.kind === 'shift')
        return tick_release_forward(step, hand, ports);
    if (step.kind === 'roll-back' || step.kind === 'stop')
        await ports.beforeBack();
    return { ...(await take(step, hand, ports)), isLast: false };
}
/** A release that turned bad before the step goes back in this tick, also while a freeze holds it. */
async function tick_release_forward(step, hand, ports) {
    try {
        const done = await take(step, hand, ports);
        return { ...done, isLast: done.verdict === undefined };
    }
    catch (error) {
        const isFrozen = error instanceof domain_failure/* Failure */.HR && error.code === 'frozen';
        const did = isFrozen ? await watched(hand, ports) : undefined;
        if (did === undefined)
            throw error;
        return did;
    }
}
async function watched(hand, ports) {
    const done = await judge_stage_watch(hand.rollout.stage, hand, ports);
    return done === undefined ? undefined : { ...done, isLast: false };
}
/** What other runs do themselves is theirs until they must be dead. */
function isForTick(step, bake, { plan, breach, stage, met }) {
    if (['settle', 'roll-back', 'stop'].includes(step.kind))
        return true;
    if (step.kind === 'paused' || step.kind === 'await')
        return plan.clock !== undefined && breach === undefined && stage > 0;
    if (step.kind === 'analyse')
        return plan.clock !== undefined || bake.due === 'overdue';
    if (step.kind !== 'shift' || plan.clock === undefined)
        return false;
    return step.stage > 0 || met.handedOver !== undefined;
}
async function judge(stage, bake, hand, ports) {
    if (bake.due === 'overdue')
        return { ...(await overdue(stage, bake, hand, ports)), isLast: false };
    const { verdict, isOver } = await attend(stage, bake, hand, ports);
    const name = `stage ${stage + 1}/${hand.rollout.plan.stages.length}`;
    if (isOver)
        return { line: `${name}: ${verdict.verdict}: ${verdict.reason}`, verdict, isLast: false };
    const isDue = bake.due === 'due';
    const end = new Date(bake.end).toISOString().slice(0, 19);
    const line = `${name} ${isDue ? 'was due at' : 'bakes until'} ${end}Z: ${verdict.reason}`;
    return isDue || tick_release_isBlind(verdict) ? { line, verdict, isLast: true } : { line, isLast: true };
}
/** Before its end a bake may have seen too little, but not nothing. */
function tick_release_isBlind({ evidence }) {
    return evidence.some((e) => e.verdict === 'inconclusive' && e.value === undefined);
}
/** Why nothing was done. */
function stand(rollout) {
    const step = decide_decide(rollout);
    if (step.kind === 'complete')
        return 'every stage has passed';
    return waiting_waiting(rollout) ?? ('reason' in step ? step.reason : `a run is at it: ${step.kind}`);
}

;// CONCATENATED MODULE: ./lib/app/tick.js













/**
 * Look at every open release once, each by itself: what goes wrong with one of them does not keep the others waiting.
 * Without an open release it costs one look at the ledger.
 */
async function tick(request, ports) {
    const markers = await ports.ledger.markers(OPEN_RELEASES);
    const attended = [];
    const strangers = [];
    for (const path of [...markers.keys()].sort()) {
        const release = releaseOfMarker(path);
        const isOthers = request.product !== undefined && release?.product !== request.product;
        const one = release === undefined || isOthers ? undefined : await tick_attend(release, request, ports);
        if (release === undefined)
            strangers.push(path);
        if (one !== undefined)
            attended.push(one);
    }
    await tellEnds(request, ports);
    if (strangers.length === 0)
        return attended;
    throw new domain_failure/* Failure */.HR('bad-ledger', `${strangers.join(', ')} on the branch release-ledger stands for no release`, 'Remove it; every other release was looked at');
}
async function tick_attend(release, request, ports) {
    const nothing = { release, steps: [], rollout: undefined, notes: [] };
    try {
        const before = state_rolloutOf(await ports.ledger.entries(release));
        if (before === undefined)
            throw new domain_failure/* Failure */.HR('bad-ledger', 'its marker stands for no plan');
        if (request.profile !== '' && before.plan.profile !== request.profile)
            return undefined;
        if (request.dryRun)
            return {
                ...nothing,
                verdict: (0,judging_verdict/* passed */.bF)(`dry run: next is ${decide_decide(before).kind}`),
                rollout: before,
            };
        return await moveOrLookAgain(release, before, request, ports);
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        return { ...nothing, verdict: troubled(error), rollout: await tick_stand(release, ports) };
    }
}
/** A freeze is no trouble: what it holds is looked at all the same. */
function troubled(error) {
    const line = (0,domain_failure/* failureLine */.Pu)(error);
    return error.code === 'frozen' ? (0,judging_verdict/* passed */.bF)(`nothing was moved: ${line}`) : (0,judging_verdict/* inconclusive */.Ni)(line);
}
/** How often another run may be faster: a step of a stage is four entries. */
const tick_TRIES = 5;
/** Where another run was faster, what it left is looked at once more. */
async function moveOrLookAgain(release, before, request, ports) {
    for (let tries = 1, now = before;; tries++) {
        try {
            return await move(release, now, request, ports);
        }
        catch (error) {
            const isOvertaken = error instanceof domain_failure/* Failure */.HR && error.code === 'overtaken';
            if (!isOvertaken || tries === tick_TRIES)
                throw error;
            ports.log.info((0,domain_failure/* failureLine */.Pu)(error));
            ports.ledger.refresh();
            now = state_rolloutOf(await ports.ledger.entries(release)) ?? before;
        }
    }
}
async function tick_stand(release, { ledger }) {
    try {
        return state_rolloutOf(await ledger.entries(release));
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        return undefined;
    }
}
async function move(release, before, request, ports) {
    const { config, delivery, notices } = await ports.connect(before.plan);
    delivery.mirror.begin(await ports.ledger.entries(release));
    const freezing = freezeOnce(release, request.runUrl, { ...ports, notices });
    const alarm = alarmOf(request.runUrl, { ...ports, notices });
    const { verdict, steps } = await tickRelease(release, {
        ...ports,
        ...delivery,
        alarm,
        beforeBack: freezing.tried,
    });
    const entries = await ports.ledger.entries(release);
    const after = state_rolloutOf(entries) ?? before;
    if (before.breach === undefined && after.breach !== undefined)
        await freezing.now();
    await pageAgain(after, alarm);
    await delivery.mirror.show(entries);
    const one = {
        release,
        verdict,
        steps,
        rollout: after,
        notes: [...freezing.notes, ...alarm.notes],
    };
    const isOut = decide_decide(after).kind === 'complete' && after.plan.clock !== undefined;
    if (!isOut && after.result === undefined)
        return one;
    const { plan, planHash } = after;
    // No job has a result here: the record alone tells.
    const jobs = { results: new Map(), expectedSkips: [] };
    const own = { tagPrefix: (0,release_scheme/* tagPrefixOf */.OX)(config), isOneOfSeveral: config.products !== undefined };
    const end = await finalize({ plan, planHash, ...own, ...jobs, runUrl: request.runUrl }, { ...ports, traffic: delivery.traffic });
    await delivery.mirror.show(end.entries);
    const rollout = state_rolloutOf(end.entries) ?? after;
    const verdictOf = isOut ? end.verdict : verdict;
    return tick_told({ ...one, rollout, verdict: verdictOf }, request, { ...ports, notices });
}
/** People hear of an end in the tick that wrote it. */
async function tick_told(one, { runUrl }, ports) {
    const { release, rollout, verdict } = one;
    if (rollout?.result === undefined)
        return one;
    const time = ports.clock.now().getTime();
    const notice = { event: rollout.result, release, reason: verdict.reason, runUrl, time };
    const about = { chain: release, entry: lastEnd };
    const { summary } = await tellOnce({}, { ...notice, issueUrl: undefined }, about, ports);
    return { ...one, notes: [...one.notes, ...summary] };
}

;// CONCATENATED MODULE: ./lib/app/watch.js




/** Between two looks at the ledger's head, milliseconds. */
const HEAD_MS = 120_000;
/** Between two looks where no stage bakes: a freeze or a person holds it. */
const IDLE_MS = 300_000;
/** How long a watch goes on that could not start its successor. */
const GRACE_MS = 600_000;
/**
 * Look at every open release again and again, until none is open whose clock is `watch`, or until the time is over: then
 * another run is started. Two watches at once do no harm: the ledger lets only one of them take a step.
 */
async function watch_watch(request, ports) {
    const { clock } = ports;
    const seen = new Map();
    const begun = clock.now().getTime();
    const end = begun + request.duration;
    let open = await look(request, seen, ports);
    for (let headAt = begun;;) {
        const ending = await endingOf(open, end, request, ports);
        if (ending !== undefined)
            return { attended: [...seen.values()], ...ending };
        await clock.sleep(pause(open, end - clock.now().getTime()));
        headAt = headSince(headAt, ports);
        open = (await watch_tried(() => look(request, seen, ports), ports)) ?? open;
    }
}
/** How a watch ends at this moment; undefined where it goes on. */
async function endingOf(open, end, request, ports) {
    if (ports.signal.aborted)
        return { successor: undefined, trouble: cancelled() };
    if (open.length === 0 || request.dryRun)
        return { successor: undefined, trouble: undefined };
    const late = ports.clock.now().getTime() - end;
    return late < 0 ? undefined : watch_handOver(request, late >= GRACE_MS, ports);
}
/** What is left to watch after one more look. */
async function look(request, seen, ports) {
    const attended = await tick(request, ports);
    for (const one of attended)
        remember(one, seen);
    return attended.filter(isWatched);
}
/** Undefined where it failed, which the next one may not. */
async function watch_tried(work, { log, ledger }) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        log.warning((0,domain_failure/* failureLine */.Pu)(error));
        ledger.refresh();
        return undefined;
    }
}
/** What others have written is seen two minutes later at most. */
function headSince(before, { clock, ledger }) {
    const now = clock.now().getTime();
    if (now - before < HEAD_MS)
        return before;
    ledger.refresh();
    return now;
}
function isWatched({ rollout }) {
    return rollout?.result === undefined && rollout?.plan.clock?.kind === 'watch';
}
/** Looks that changed nothing leave no line, and what stopped a release is told as long as it stops it. */
function remember(now, seen) {
    const { product, channel, version } = now.release;
    const key = `${product}/${channel}/${version}`;
    const before = seen.get(key);
    if (before === undefined) {
        seen.set(key, now);
        return;
    }
    const stands = standOf(before) === standOf(now);
    const isStopped = [before, now].every(({ rollout }) => rollout?.breach !== undefined);
    seen.set(key, {
        ...now,
        verdict: isStopped ? before.verdict : now.verdict,
        steps: stands ? before.steps : [...before.steps, ...now.steps],
        notes: [...before.notes, ...now.notes],
    });
}
function standOf({ rollout }) {
    if (rollout === undefined)
        return '';
    const { plan, ...state } = rollout;
    return JSON.stringify(state);
}
/**
 * As often as the plan says while a stage bakes; a stage that waits for others is looked at now and then.
 * @param left Milliseconds until the time of this run is over; none once it is.
 */
function pause(open, left) {
    const baking = open.flatMap(({ rollout }) => rollout !== undefined && decide_decide(rollout).kind === 'analyse' ? [rollout.plan.interval] : []);
    const usual = Math.min(baking.length === 0 ? IDLE_MS : HEAD_MS, ...baking);
    return left > 0 ? Math.min(usual, left) : usual;
}
/** Undefined: it is tried again, because GitHub may only have been busy. */
async function watch_handOver({ successor, profile, product }, isLast, { workflows, log }) {
    try {
        const inputs = { environment: profile, ...(product === undefined ? {} : { product }) };
        const page = await workflows.dispatch(successor, inputs);
        return { successor: page ?? successor, trouble: undefined };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        const mayPass = error.code === 'rate-limited' || hasOpenEnd(error);
        if (!mayPass || isLast)
            return { successor: undefined, trouble: notHandedOver(successor, error) };
        log.warning(`not handed over yet: ${(0,domain_failure/* failureLine */.Pu)(error)}`);
        return undefined;
    }
}
function notHandedOver(file, error) {
    return new domain_failure/* Failure */.HR('not-handed-over', `nobody watches any more: ${(0,domain_failure/* failureLine */.Pu)(error)}`, `Start the next watch: gh workflow run ${file}. Until then release-tick only repairs`);
}
function cancelled() {
    return new domain_failure/* Failure */.HR('cancelled', 'the watch was cancelled', 'Start it again while a release is open');
}

;// CONCATENATED MODULE: ./lib/domain/rollout/completing.js
/**
 * The stages with one more that watches all of the traffic once the last has passed.
 * @param watch Its length in milliseconds; undefined: there is none.
 */
function completing_withCompleting(stages, watch) {
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
    const step = decide_decide(state, now);
    switch (step.kind) {
        case 'settle':
            return state.pending?.stage === state_BACK ? 'rolling back' : 'advancing';
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

// EXTERNAL MODULE: ./lib/domain/report/verdict.js
var report_verdict = __webpack_require__(2178);
;// CONCATENATED MODULE: ./lib/domain/report/tick.js





/** Verdict, outputs and summary of a tick: as bad as the worst release that it looked at. */
function tickReport(attended) {
    const open = attended.filter(({ rollout }) => rollout?.result === undefined);
    const outputs = { open: String(open.length), releases: JSON.stringify(attended.map(facts)) };
    if (attended.length === 0)
        return { verdict: (0,judging_verdict/* passed */.bF)('no release is open'), outputs, summary: ['No release is open.'] };
    const evidence = attended.map(({ release, verdict }) => ({
        name: `${release.product} ${release.version}`,
        verdict: verdict.verdict,
        question: 'the release after this tick',
        answer: verdict.reason,
        limit: '',
    }));
    const verdict = (0,judging_verdict/* overall */.Me)(evidence);
    const all = attended.length === 1 ? '1 release' : `${attended.length} releases`;
    const reason = verdict.verdict === 'pass' ? calm(attended, all) : verdict.reason;
    return { verdict: { ...verdict, reason }, outputs, summary: summary(attended) };
}
function calm(attended, all) {
    const [only, ...others] = attended;
    return only !== undefined && others.length === 0
        ? `${only.release.product} ${only.release.version}: ${only.verdict.reason}`
        : `${all} looked at, nothing to object`;
}
function facts({ release, verdict, rollout }) {
    const { product, channel, version } = release;
    return {
        product,
        channel,
        version,
        verdict: verdict.verdict,
        stand: report_tick_stand(rollout),
        state: stateText(rollout),
    };
}
/** Where it stands, in a word for people. */
function stateText(rollout) {
    return rollout === undefined ? 'unreadable' : stateName(rollout);
}
/** The result, or the next step. */
function report_tick_stand(rollout) {
    if (rollout === undefined)
        return 'unreadable';
    return rollout.result ?? decide_decide(rollout).kind;
}
function summary(attended) {
    const rows = attended.map(({ release, verdict, rollout }) => [
        `${release.product} ${release.version}`,
        release.channel,
        (0,markdown/* raw */.lS)(traffic(rollout)),
        stage(rollout),
        (0,markdown/* raw */.lS)((0,report_verdict/* verdictMark */.v)(verdict.verdict)),
        verdict.reason,
    ]);
    const steps = attended.flatMap(({ release, steps: done }) => done.map((line) => `1. ${(0,markdown/* inert */.tJ)(`${release.version}: ${line}`)}`));
    return [
        (0,markdown/* table */.tp)(['Release', 'Channel', 'Traffic', 'Stage', '', ''], rows),
        ...(steps.length === 0 ? [] : [steps.join('\n')]),
        ...attended.flatMap(({ notes }) => notes),
    ];
}
function stage(rollout) {
    if (rollout === undefined)
        return '';
    if (rollout.result !== undefined)
        return rollout.result;
    const { length } = rollout.plan.stages;
    return `${Math.min(rollout.stage + 1, length)} of ${length}, ${stateName(rollout)}`;
}
/** The weight that the record gives the new version. */
function traffic(rollout) {
    if (rollout === undefined)
        return '';
    const { plan, stage: at, shifted, result } = rollout;
    const index = shifted ? at : at - 1;
    const weight = result === 'rolled-back' ? 0 : (plan.stages[index]?.weight ?? 0);
    return `${(0,markdown/* bar */.M0)(weight / 100)} ${weight} %`;
}

;// CONCATENATED MODULE: ./lib/domain/report/watch.js



/** Verdict, outputs and summary of a watch: that of its last look at each release, and who goes on. */
function watchReport({ attended, successor, trouble }) {
    const report = tickReport(attended);
    const outputs = { ...report.outputs, successor: successor ?? '' };
    const { evidence } = report.verdict;
    if (trouble !== undefined)
        return { ...report, outputs, verdict: (0,judging_verdict/* inconclusive */.Ni)((0,domain_failure/* failureLine */.Pu)(trouble), evidence) };
    if (successor === undefined)
        return { ...report, outputs };
    const reason = `${report.verdict.reason}; handed over to ${successor}`;
    return { ...report, outputs, verdict: { ...report.verdict, reason } };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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

// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js
var network_policy = __webpack_require__(7330);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(507);
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
        const { exit, stdout } = await named(key, () => command.run(argv, { timeoutMs: command_TIMEOUT_MS }));
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
async function named(key, run) {
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
var external_node_net_ = __webpack_require__(7030);
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
var notifications = __webpack_require__(3191);
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
    return { release, entries, head, result: audit_resultOf(entries), fault };
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
function audit_resultOf(entries) {
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

// EXTERNAL MODULE: ./lib/adapters/http/patient-reads.js
var patient_reads = __webpack_require__(7008);
// EXTERNAL MODULE: ./lib/adapters/http/same-origin-redirects.js
var same_origin_redirects = __webpack_require__(4026);
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
                record.look = { to, done: prober_look(record, config, window, ports) };
            const slot = await record.look.done;
            const probes = record.probes.filter((p) => p.at >= window.from.getTime() && p.to <= to);
            assertAnswers(probes, config);
            const question = `${config.method} ${config.path} on slot ${slot.name}`;
            const newest = probes.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
            return { ...reduce(objective.metric, probes), question, at: newest, since };
        },
    };
}
async function prober_look(record, config, { version, to }, ports) {
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
var prometheus_answer = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/adapters/prometheus/buckets.js

/** More buckets than this tell nothing more. */
const MOST_BOUNDS = 40;
/** The series of a histogram by their bounds; two spellings of one bound are one. @throws Failure `bad-answer` */
function cumulative(series) {
    const rows = new Map();
    for (const { labels, values } of series) {
        const bound = milliseconds(labels.le ?? '');
        const before = rows.get(bound);
        rows.set(bound, before === undefined ? values : values.map((n, i) => buckets_sum(n, before[i])));
    }
    return rows;
}
const buckets_sum = (a, b = Number.NaN) => Number.isNaN(a) || Number.isNaN(b) ? (Number.isNaN(a) ? b : a) : a + b;
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
var promql = __webpack_require__(7846);
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
        columns.push(await looks_columnOf(metric, question));
    return Array.from({ length: count }, (_, i) => ({
        minute: i + 1,
        metrics: columns.map((column) => column[i]),
    }));
}
async function looks_columnOf(metric, question) {
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
var one_series = __webpack_require__(1723);
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
var without_echo = __webpack_require__(926);
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
    const http = (0,without_echo/* withoutEcho */.m)(patiently(ports, config), ...values);
    if (config.provider === 'prometheus')
        return config.url === undefined
            ? unavailable(NO_ADDRESS)
            : prometheus({ ...config, url: config.url }, http, accessHeaders(config, ports.secrets));
    return lazily(() => loaded(config, { ...ports, http }));
}
/** GetMetricData is a POST that only reads. */
function patiently({ http, clock }, { provider }) {
    if (provider === 'cloudwatch')
        return (0,patient_reads/* patientReads */.t)(http, clock, () => true);
    return (0,patient_reads/* patientReads */.t)((0,same_origin_redirects/* sameOriginRedirects */.U)(http, [301, 302, 307, 308]), clock);
}
async function loaded(config, ports) {
    const { http, secrets } = ports;
    const secret = (name) => secrets[name ?? ''] ?? '';
    switch (config.provider) {
        case 'http-json': {
            const { httpJson } = await __webpack_require__.e(/* import() */ 531).then(__webpack_require__.bind(__webpack_require__, 1531));
            return httpJson(config, http, accessHeaders(config, secrets));
        }
        case 'file': {
            const { jsonFile } = await __webpack_require__.e(/* import() */ 115).then(__webpack_require__.bind(__webpack_require__, 115));
            return jsonFile(config, ports.files);
        }
        case 'loki': {
            const { loki } = await __webpack_require__.e(/* import() */ 739).then(__webpack_require__.bind(__webpack_require__, 5739));
            return loki(config, http, accessHeaders(config, secrets));
        }
        case 'sentry-health': {
            const { sentryHealth } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 2454));
            return sentryHealth(config, ports.product, http, secret(config.token));
        }
        case 'cloudwatch': {
            const { cloudWatch } = await __webpack_require__.e(/* import() */ 743).then(__webpack_require__.bind(__webpack_require__, 8743));
            const token = config['session-token'];
            const credentials = {
                accessKeyId: secret(config['access-key-id']),
                secretAccessKey: secret(config['secret-access-key']),
                sessionToken: token === undefined ? undefined : secret(token),
            };
            return cloudWatch(config, credentials, { http, clock: ports.clock });
        }
        case 'github': {
            const { githubTallies } = await __webpack_require__.e(/* import() */ 164).then(__webpack_require__.bind(__webpack_require__, 5164));
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
            const { repositoryClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 8836));
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

// EXTERNAL MODULE: ./lib/adapters/github/connect.js + 36 modules
var github_connect = __webpack_require__(8836);
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

;// CONCATENATED MODULE: ./lib/actions/release-tick/run.js











async function run(inputs, config, github, runner) {
    const profile = inputs.environment ?? '';
    const configOf = configReader(github, { product: config.product, profile }, config);
    const tried = new Set();
    const connect = async (planned) => {
        const own = await configOf(planned);
        const delivery = connectDelivery(own, github, runner, givenTo(inputs));
        return { config: own, delivery, notices: noticePorts(inputs, own, runner, tried) };
    };
    const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key']);
    const { product } = inputs;
    const request = { product, profile, runUrl: runUrl(runner), dryRun: inputs['dry-run'] };
    const { roles } = config;
    const teams = connectTeams(inputs, runner);
    const ports = { ...github, ...runner, ledger, roles, teams, connect, digest: digest/* digest */.br };
    const { watch: duration, successor } = inputs;
    if (duration === undefined)
        return tickReport(await tick(request, ports));
    return watchReport(await watch_watch({ ...request, duration, successor }, ports));
}
/** Each config is read once, however many of its releases are open. @param config That of `first`. */
function configReader({ repository }, first, config) {
    const name = ({ product, profile }) => `${product}/${profile}`;
    const known = new Map([[name(first), Promise.resolve(config)]]);
    return (planned) => {
        const { product, profile } = planned;
        const reading = known.get(name(planned)) ?? (0,read_config/* readConfig */.X)(repository, profile, { product });
        known.set(name(planned), reading);
        return reading;
    };
}


/***/ }),

/***/ 1328:
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

/***/ 375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aM: () => (/* binding */ readSamples),
/* harmony export */   bR: () => (/* binding */ Point),
/* harmony export */   qu: () => (/* binding */ dataOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _http_json_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1328);
/* harmony import */ var _sources_answered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8378);




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

/***/ 1723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ oneSeries)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);

/** The only value of an answer; undefined for an empty one. @throws Failure for several. */
function oneSeries(samples, who = 'Prometheus') {
    if (samples.length > 1)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered ${samples.length} series where one is meant`, 'Aggregate the query, for example with sum() or max()');
    return samples[0]?.value;
}


/***/ }),

/***/ 7846:
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
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _domain_release_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8366);


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

/***/ 8378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mG: () => (/* binding */ assertAnswered),
/* harmony export */   os: () => (/* binding */ shortText),
/* harmony export */   sr: () => (/* binding */ answeredJson)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _http_json_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1328);


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

/***/ 8366:
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

/***/ 6934:
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


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);



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
