export const id = 577;
export const ids = [577];
export const modules = {

/***/ 577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var verdict = __webpack_require__(9534);
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

;// CONCATENATED MODULE: ./lib/domain/release/spoken.js
/** A version as people write it: `v1.4.0`; a commit or a digest as it stands. */
function spoken(version) {
    return /^\d+\./.test(version) ? `v${version}` : version;
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/report/freeze-issue.js



const FREEZE_LABELS = ['release-freeze', 'incident', 'priority:high'];
/** Marker of the very freeze: closing an older issue lifts nothing. */
function freezeEntryMarker(version, seq) {
    return `<!-- release-actions:freeze-entry ${version}/${seq} -->`;
}
function freezeTitle({ version, gate }) {
    return `Release freeze: ${(0,markdown/* inertTitle */.lJ)(gate)} failed for ${spoken(version)}`;
}
/** The issue people see: what happened, what to do, what lifts it. */
function freezeBody(facts) {
    const { scope, version, buildType, commit, runUrl, reason } = facts;
    const rows = [
        ['Version', (0,markdown/* raw */.lS)(`\`${spoken(version)}\``)],
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

// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var canonical = __webpack_require__(6766);
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
        throw noKey('ledger.require-signature is true');
    if (chain.at(-1)?.signature)
        throw noKey(`the chain of ${release.version} is signed`);
}
/** A run that would have to sign and cannot. */
function noKey(why) {
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
            verdict: (0,verdict/* passed */.bF)(`dry run: ${scope} would be frozen`),
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
        verdict: (0,verdict/* passed */.bF)(`${scope} is frozen: ${where}`),
        outputs,
        summary: [...link, ...labels, `Ledger: ${recordText(chain)}.`],
    };
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
async function oneIssue(marker, content, { issues, clock, assertWanted }, filter = {}) {
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
function sinceEntry(time) {
    return new Date(Date.parse(time) - 3_600_000);
}

;// CONCATENATED MODULE: ./lib/app/freeze-state.js






/**
 * Frozen = an open ledger entry or an open issue with our marker. Without an entry only labelled issues are looked for:
 * an issue that could not be labelled has an entry, which is written first.
 */
async function readFreeze(scope, ports) {
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
async function recordLift({ release, seq, by, issue }, ledger) {
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
            await recordLift(lift, ports.ledger);
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
        const state = await readFreeze(scope, ports);
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
        await record({ notice, about, entry, told, isAll }, ports);
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
async function record({ notice: { event }, about: { chain }, entry: { seq, kind }, told, isAll }, { ledger, notices: { log } }) {
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

// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(3291);
;// CONCATENATED MODULE: ./lib/app/version-commit.js

/** The commit of a version: that of its tag, or itself. Undefined where there is none, and for a digest, which names none. */
async function versionCommit(version, config, repository) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const tag = scheme.tag(version);
    if (tag !== undefined)
        return repository.tagCommit(tag);
    return scheme.name === 'git-sha' ? repository.commit(version) : undefined;
}

;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function releaseKey(input, text, config) {
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

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(7690);
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

// EXTERNAL MODULE: ./lib/domain/config/complaint.js
var complaint = __webpack_require__(8310);
// EXTERNAL MODULE: ./lib/domain/config/notifications.js
var notifications = __webpack_require__(3191);
// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var audience = __webpack_require__(8850);
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

// EXTERNAL MODULE: ./lib/domain/rollout/conditions.js
var conditions = __webpack_require__(4742);
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
var checkpoints = __webpack_require__(7577);
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
        throw new domain_failure/* Failure */.HR('bad-input', `input ledger-key: its public key ${signer.kid} is not among ledger.keys of the config`, 'Add it there on the default branch: what it signs would be read by nobody');
    return { keys, required: ledger['require-signature'], signer };
}
/** Page of the run that is going on. */
function runUrl({ context }) {
    const { serverUrl, owner, repository, runId, runAttempt } = context;
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}

;// CONCATENATED MODULE: ./lib/domain/report/notice.js
const WORDS = {
    completed: 'released',
    'rolled-back': 'rolled back',
    failed: 'failed',
    frozen: 'the channel is frozen',
    breached: 'an objective is broken',
    paged: 'a decision is needed',
};
/** `checkout 1.4.0 (stable): released`. Made of names that the config and semver allow, and of nothing else. */
function noticeTitle({ event, release }) {
    return `${release.product} ${release.version} (${release.channel}): ${WORDS[event]}`;
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
            if (await stands(notice, look))
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
async function stands(notice, look) {
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

// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js + 1 modules
var network_policy = __webpack_require__(9771);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(507);
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

// EXTERNAL MODULE: ./lib/adapters/secrets/without-echo.js
var without_echo = __webpack_require__(926);
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
    const run = `<${address(runUrl)}|run>`;
    return issueUrl === undefined ? run : `${run}, <${address(issueUrl)}|issue>`;
}
/** An address must not end its link early. */
function address(url) {
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

// EXTERNAL MODULE: ./lib/adapters/github/connect.js + 39 modules
var github_connect = __webpack_require__(9683);
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
        : githubTeams((0,github_connect/* repositoryClient */.c)(token, runner), owner);
}

;// CONCATENATED MODULE: ./lib/actions/auto-freeze-issue/run.js







async function run(inputs, config, github, runner) {
    const { product, channel, version } = releaseKey('version', inputs.version, config);
    const own = () => versionCommit(version, config, github.repository);
    const request = {
        scope: { product, channel },
        version,
        buildType: inputs['build-type'] ?? channel,
        commit: inputs.commit ?? (await own()) ?? runner.context.sha,
        runUrl: runUrl(runner),
        reason: inputs.reason,
        gate: inputs.gate,
    };
    const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key']);
    if (inputs['dry-run'])
        return freezeReport(request, undefined);
    const teams = connectTeams(inputs, runner);
    const ports = { ...github, ledger, roles: config.roles, teams, clock: runner.clock };
    return freezeAndTell(request, ports, noticePorts(inputs, config, runner));
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

/***/ 3191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Notifications),
/* harmony export */   X: () => (/* binding */ NOTICE_EVENTS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7936);


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

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   wj: () => (/* binding */ Ratio)
/* harmony export */ });
/* unused harmony export formatRatio */
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

/***/ 7582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YK: () => (/* binding */ Roles),
/* harmony export */   ZI: () => (/* binding */ rolesFor)
/* harmony export */ });
/* unused harmony exports checkpointDuty, DUTIES, teamsIn */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _rollout_checkpoints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7577);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7936);




/** The duty of one phase alone; `checkpoint` is that of all four. */
const checkpointDuty = (name) => `checkpoint-${name}`;
/** What a person does by hand. */
const DUTIES = [
    'promote',
    'pause',
    'resume',
    'roll-back',
    'lift',
    'approve',
    'accept',
    'skip',
    'checkpoint',
    ..._rollout_checkpoints_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKPOINTS */ .Y.map(checkpointDuty),
    'notice',
    'backup',
    'override',
];
const Member = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^(?:role:[a-z][a-z0-9-]{0,62}|[A-Za-z0-9][A-Za-z0-9-]{0,38}|@[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9_-]{1,255})$/, "must be a login, a role of the repository such as role:maintain, or a team such as '@acme/release-managers', in quotes");
const Role = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    members: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Member)
        .min(1)
        .max(100)
        .describe('Logins, deputies included, roles of the repository such as `role:maintain`, and teams of its organisation such as `@acme/release-managers`, in quotes.'),
    may: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(DUTIES))
        .max(DUTIES.length)
        .default([])
        .describe('What they do by hand. `checkpoint` is all four phases, `checkpoint-prepared` one of them.'),
})
    .meta({ id: 'Role' });
/** Who does what by hand. A duty that no role names is anybody's who has write access. */
const Roles = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(_text_js__WEBPACK_IMPORTED_MODULE_1__/* .Slug */ .Mw, Role);
/** The roles that may do something by hand; empty where nobody is named. */
function rolesFor(duty, roles) {
    const asked = duty.startsWith('checkpoint-') ? [duty, 'checkpoint'] : [duty];
    return Object.entries(roles).filter(([, { may }]) => may.some((own) => asked.includes(own)));
}
/** The teams that roles name, each once. */
function teamsIn(roles) {
    const named = new Set(Object.values(roles).flatMap(({ members }) => members));
    return [...named].flatMap((member) => teamOf(member) ?? []);
}


/***/ }),

/***/ 4356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ parseLimit),
/* harmony export */   UJ: () => (/* binding */ ON_BREACH),
/* harmony export */   V1: () => (/* binding */ THROUGHPUT),
/* harmony export */   X: () => (/* binding */ DIRECTIONS)
/* harmony export */ });
/* unused harmony exports formatValue, isWithin, worstIn, isUpperLimit */
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

/***/ 1993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J3: () => (/* binding */ PublicKey),
/* harmony export */   O1: () => (/* binding */ thumbprint),
/* harmony export */   OH: () => (/* binding */ xOf)
/* harmony export */ });
/* unused harmony export publicKeysIn */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6766);



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

/***/ 8850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VS: () => (/* binding */ shrinkingAt),
/* harmony export */   ln: () => (/* binding */ Audience)
/* harmony export */ });
/* unused harmony exports audienceText, forAudience, isSameAudience */
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
