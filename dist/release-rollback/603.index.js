export const id = 603;
export const ids = [603];
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

/***/ 52603:
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
                throw new domain_failure/* Failure */.H('bad-answer', `GitHub did not store the artifact ${name}`);
        },
        async download(name, wanted) {
            const client = await artifactClient();
            const { artifact } = await asked(() => client.getArtifact(name));
            if (artifact.digest === undefined)
                throw new domain_failure/* Failure */.H('digest-mismatch', `the artifact ${name} has no digest to check it by`);
            if (artifact.size > LARGEST_ARCHIVE)
                throw new domain_failure/* Failure */.H('bad-archive', `the artifact ${name} has ${artifact.size} bytes`);
            const folder = await files.temporaryFolder();
            // Unpacked here: the client would put on disk whatever is in it.
            const options = { path: folder, expectedHash: artifact.digest, skipDecompress: true };
            const { digestMismatch } = await named(client.downloadArtifact(artifact.id, options));
            // The client only reports it.
            if (digestMismatch !== false)
                throw new domain_failure/* Failure */.H('digest-mismatch', `the artifact ${name} is not what was uploaded`);
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
        throw new domain_failure/* Failure */.H('bad-answer', 'GitHub answered with no archive');
    return (0,promises_.readFile)((0,external_node_path_.join)(folder, name));
}
async function patiently(ask, clock) {
    for (const pause of PAUSES_MS) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.H && error.code === 'connection'))
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
            throw new domain_failure/* Failure */.H('absent', line, 'Run the job that uploads it first', { cause });
        if (line.includes('(409)'))
            throw new domain_failure/* Failure */.H('taken', line, 'Run the job again: each attempt has its own name', {
                cause,
            });
        const [, lost] = UNREACHED.exec(line) ?? [];
        if (lost !== undefined)
            throw new domain_failure/* Failure */.H('connection', `the artifact service: ${lost}`, '', { cause });
        throw new domain_failure/* Failure */.H('artifact', `the artifact service: ${line}`, '', { cause });
    }
}

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
                throw new domain_failure/* Failure */.H('bad-name', 'a file name must be letters, digits, dots and hyphens');
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
        throw new domain_failure/* Failure */.H('absent', `the file ${path} does not exist`, '', { cause });
    });
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
        throw outside(path);
    // NOFOLLOW: the path was resolved, what is a link now was put there since. NONBLOCK: a FIFO must not hold the job.
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    const handle = await (0,promises_.open)(real, flags).catch((cause) => {
        throw new domain_failure/* Failure */.H('absent', `the file ${path} cannot be read`, '', { cause });
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
        throw new domain_failure/* Failure */.H('too-large', `the file ${path} is larger than ${maxBytes} bytes`);
    return buffer.toString('utf8', 0, length);
}
function outside(path) {
    return new domain_failure/* Failure */.H('outside', `${path} is no file inside the workspace`, 'Name a file of it');
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(86602);
;// CONCATENATED MODULE: ./lib/app/notify.js


/**
 * The report with a line for every channel that had to be told. Never throws and changes nothing else: what cannot be
 * told is a warning, because a release does not fail for a message.
 */
async function withNotice(report, notice, { channels, log }) {
    const meant = channels.filter(({ events }) => events.includes(notice.event));
    const lines = await Promise.all(meant.map((channel) => told(channel, notice, log)));
    return { ...report, summary: [...(report.summary ?? []), ...lines] };
}
async function told({ name, secret, notifier }, notice, log) {
    try {
        if (notifier === undefined)
            throw new domain_failure/* Failure */.H('absent', `the secret ${secret} is empty`, 'Set it and pass it by name');
        await notifier.tell(notice);
        return `${name} was told: ${notice.event}.`;
    }
    catch (error) {
        const line = `${name} was not told: ${lineOf(error)}`;
        log.warning(line);
        return (0,markdown/* inert */.tJ)(line);
    }
}
function lineOf(error) {
    if (error instanceof domain_failure/* Failure */.H)
        return (0,domain_failure/* failureLine */.P)(error);
    return `unexpected: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}

// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var judging_verdict = __webpack_require__(19534);
// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(63291);
;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function key_releaseKey(input, text, config) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const parsed = scheme.read(text);
    if (parsed === undefined)
        throw new domain_failure/* Failure */.H('bad-input', `input ${input}: must be ${scheme.examples}`);
    return { product: config.product, ...parsed };
}
/** The part of it that names a chain. */
function chainOf({ product, channel, version }) {
    return { product, channel, version };
}

;// CONCATENATED MODULE: ./lib/domain/release/spoken.js
/** A version as people write it: `v1.4.0`; a commit or a digest as it stands. */
function spoken(version) {
    return /^\d+\./.test(version) ? `v${version}` : version;
}

// EXTERNAL MODULE: ./lib/domain/config/roles.js
var config_roles = __webpack_require__(47582);
;// CONCATENATED MODULE: ./lib/app/authority.js


/**
 * The role by which a person may do something; undefined where the config leaves it to everybody with write access.
 * @throws Failure `refused` for anybody else.
 */
async function authorise(duty, login, { roles, repository }) {
    const named = (0,config_roles/* rolesFor */.ZI)(duty, roles);
    if (named.length === 0)
        return undefined;
    const asked = named.some(([, { members }]) => members.some((member) => member.startsWith('role:')));
    const own = asked ? `role:${await repository.role(login)}` : undefined;
    // GitHub takes logins for equal whatever their case.
    const isMember = (member) => member === own || member.toLowerCase() === login.toLowerCase();
    const role = named.find(([, { members }]) => members.some(isMember));
    if (role !== undefined)
        return role[0];
    const who = named.map(([name, { members }]) => `${name} (${members.join(', ')})`).join(' or ');
    throw new domain_failure/* Failure */.H('refused', `${login} may not ${duty}: the config leaves that to ${who}`, 'Ask one of them, or change roles in the config on the default branch');
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
    return `Rollback of ${product} from ${spoken(current)} to ${spoken(target)}`;
}
function rollbackBody(facts) {
    const rows = [
        ['From', (0,markdown/* raw */.lS)(`\`${spoken(facts.current)}\``)],
        ['To', (0,markdown/* raw */.lS)(`\`${spoken(facts.target)}\``)],
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
;// CONCATENATED MODULE: ./lib/app/version-commit.js

/** The commit of a version: that of its tag, or itself. Undefined where there is none, and for a digest, which names none. */
async function versionCommit(version, config, repository) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const tag = scheme.tag(version);
    if (tag !== undefined)
        return repository.tagCommit(tag);
    return scheme.name === 'git-sha' ? repository.commit(version) : undefined;
}

;// CONCATENATED MODULE: ./lib/app/rollback-after.js









/** A branch from the target's tag. Where the token may not make it, the commands do: the traffic is back already. */
async function hotfixBranch(route, inputs, config, ports) {
    const branch = `hotfix/rollback-to-${spoken(route.target)}`;
    const tag = (0,release_scheme/* schemeOf */.wW)(config).tag(route.target);
    const commit = await versionCommit(route.target, config, ports.repository);
    if (commit === undefined)
        throw new domain_failure/* Failure */.H('absent', tag === undefined ? `${route.target} names no commit` : `tag ${tag} does not exist`, 'Name a released version');
    const [what, start] = tag === undefined ? [commit, commit] : [`tag ${tag}`, tag];
    const commands = `git fetch origin ${what}\ngit switch -c ${branch} ${start}\ngit push -u origin ${branch}`;
    const made = inputs['dry-run'] ? 'dry run' : await ports.repository.createBranch(branch, commit);
    const reason = made === 'refused'
        ? `GitHub refuses the branch ${branch}: push it by hand`
        : `branch ${branch}: ${made}`;
    return { verdict: (0,judging_verdict/* passed */.bF)(reason), outputs: (0,rollback_route/* base */.E)(route), summary: [(0,markdown/* fenced */.OF)(commands, 'bash')] };
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
        throw new domain_failure/* Failure */.H('bad-input', 'input jobs: is required with operation finalize');
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
        await ports.issues.comment(issue.number, done ? `Rolled back to ${spoken(route.target)}.` : `Not complete: ${(0,markdown/* inert */.tJ)(verdict.reason)}`);
        if (done)
            await ports.issues.update(issue.number, { state: 'closed' });
    }
    return { verdict, outputs: { ...(0,rollback_route/* base */.E)(route), issue_number: String(issue?.number ?? '') } };
}

;// CONCATENATED MODULE: ./lib/app/open-end.js

/** What leaves open whether a write was carried out. */
const OPEN_ENDS = ['connection', 'timeout', 'server-error', 'unreachable', 'bad-answer'];
/** A write that failed so may have been carried out all the same. */
function hasOpenEnd(error) {
    return error instanceof domain_failure/* Failure */.H && OPEN_ENDS.includes(error.code);
}
/** The same, and an answer came or the connection broke: who was silent once is not waited for again. */
function hasQuickEnd(error) {
    return hasOpenEnd(error) && !(error instanceof domain_failure/* Failure */.H && error.code === 'timeout');
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
async function oneIssue(marker, content, { issues, clock }, filter = {}) {
    const look = () => openWith(marker, filter, issues);
    const existing = await stillOpen(await look(), issues);
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
        if (error instanceof domain_failure/* Failure */.H && LOST.includes(error.code))
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
    if (intent.stage !== state_BACK)
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
async function proveServing(baseline, { stable }, traffic) {
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
        if (error instanceof domain_failure/* Failure */.H)
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
    throw new domain_failure/* Failure */.H('no-target', `nothing says that the rollback target ${baseline} was released: no record, and no slot answers with it`, 'Name a version that was released');
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
        throw new domain_failure/* Failure */.H('no-target', `the rollback target ${tag} has no GitHub release`, 'Name a baseline that was released');
    const wanted = config.artefacts
        .filter((a) => a.kind === 'release-asset')
        .map((a) => a.name.replaceAll('{version}', baseline));
    const missing = wanted.filter((name) => !release.assets.some((a) => a.name === name && a.state === 'uploaded'));
    if (missing.length > 0)
        throw new domain_failure/* Failure */.H('no-target', `the rollback target ${tag} lacks ${missing.join(', ')}`, 'Upload it before releasing');
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
        throw new Failure('same-bytes', `every artefact of ${plan.version} has the bytes of its baseline ${tag}`, 'Build the new version, and name it inside the build');
}

;// CONCATENATED MODULE: ./lib/app/rollback-before.js









/** The rollback target stands, with version, digest and command, in an artefact before anybody needs it. */
async function readiness(route, inputs, config, ports) {
    await proveReleased(route.target, config, ports);
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
        verdict: (0,judging_verdict/* passed */.bF)(`${spoken(route.target)} can take over at once`),
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
    await proveReleased(route.target, config, ports);
    const outputs = { ...(0,rollback_route/* base */.E)(route), can_rollback: 'true' };
    if (inputs['dry-run'])
        return { verdict: (0,judging_verdict/* passed */.bF)(`dry run: ${spoken(route.target)} is a valid target`), outputs };
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
        verdict: (0,judging_verdict/* passed */.bF)(`from ${spoken(route.current)} to ${spoken(route.target)}${issue.note}`),
        outputs: { ...outputs, issue_number: issue.number },
    };
}
/** People want the issue, but traffic comes first: that it cannot be opened is said and stops nothing. */
async function trackingIssue(marker, content, ports) {
    try {
        const { issue } = await oneIssue(marker, content, ports);
        return { number: String(issue.number), note: '' };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        const note = `the tracking issue could not be opened: ${(0,domain_failure/* failureLine */.P)(error)}`;
        ports.log.warning(note);
        return { number: '', note: `; ${note}` };
    }
}

// EXTERNAL MODULE: ./node_modules/semver/functions/inc.js
var inc = __webpack_require__(62338);
// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(48994);
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
    throw new domain_failure/* Failure */.H('no-version', `there is no version after ${version}`, 'Name the next version by hand');
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
        summary: [`${spoken(route.target)} goes out again as \`${next}\`.`],
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
    throw new domain_failure/* Failure */.H('no-version', `${MOST_TAGS} tags after ${(0,release_version/* tagOf */.cO)(current, tagPrefix)} exist without a release`, 'Remove those that nobody needs, or name the version by hand');
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
    return path_openReleasePath(release) === path ? release : undefined;
}
function openFreezePath({ product, channel }) {
    return `open/freezes/${pathPart(product)}/${pathPart(channel)}.json`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var ledger_canonical = __webpack_require__(46766);
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
    throw new domain_failure/* Failure */.H('unsigned', `entry ${unsigned.seq} of ${product} ${channel} ${version} is unsigned, and ledger.require-signature is true`, 'See docs/ledger.md#switching-signatures-on');
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
    return new domain_failure/* Failure */.H('unsigned', `${why}, and this run has no key`, 'Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key');
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
            if (!(error instanceof domain_failure/* Failure */.H && PASSING.has(error.code)) || isOver)
                throw error;
            log.warning(`${error.message}: trying again`);
            await clock.sleep(pause);
        }
    }
    return work();
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
 * @param stillAllowed Asked again when anybody was faster; throws when the step may not be taken any more.
 * @throws Failure `overtaken` when another run has moved it.
 */
async function recordDecision({ release, rollout }, draft, { ledger }, stillAllowed = async () => undefined) {
    let isFirst = true;
    await ledger.append(release, async (entries) => {
        if (!isFirst)
            await stillAllowed();
        isFirst = false;
        if (stands(rollout, entries, draft.kind === 'verdict'))
            return { draft, planHash: rollout.planHash };
        throw new Failure('overtaken', `another run has moved ${release.product} ${release.version} meanwhile`, 'Let it end, then run this job again');
    });
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
    assertHeld(from, hand);
    const reason = `stage ${stage + 1}`;
    const whom = audienceOf(hand.rollout, stage);
    const asked = ports.clock.now().getTime();
    await recordDecision(hand, { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to, ...whom } }, ports, stillAllowed);
    if (ports.clock.now().getTime() - asked > PROMPT_MS)
        throw new Failure('too-slow', 'the ledger was slow: no traffic was moved', 'Run the job again');
    await shiftUntilHeld(to, whom.audience, ports);
    const outcome = { effect: 'shift', stage, weights: to };
    try {
        await shift_traffic_record(hand, { kind: 'outcome', payload: outcome }, ports);
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
/** What a person has set at the router, or another run is about to record, is not overwritten unseen. */
function assertHeld(from, { rollout: { weights = from } }) {
    if (weightsText(from) === weightsText(weights))
        return;
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
    for (let waited = 0; waited < IN_FLIGHT_MS; waited += LOOK_MS) {
        await clock.sleep(LOOK_MS);
        ledger.refresh();
        if (!stands(rollout, await ledger.entries(release)))
            return true;
    }
    return false;
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
    // Not what stands last in the record: another way back may have begun before this one, and still be waiting.
    const other = state_rolloutOf(entries.filter((e) => !isOfWayBack(e)))?.pending;
    if (other === undefined || other.run === ledger.run)
        return;
    log.info(`run ${other.run} was about to move traffic: it is held at ${held_weightsText(to)}`);
    await clock.sleep(IN_FLIGHT_MS);
    if (await hasLeft(to, { traffic }))
        await traffic.shift(to);
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
        throw new domain_failure/* Failure */.H('bad-answer', 'the router does not name two slots');
    const inOther = await answerIn(other, ports.traffic);
    const inServing = await answerIn(serving, ports.traffic);
    const slot = inServing === target ? serving : other;
    if (slot === other && inOther !== target) {
        await ports.start(target, other);
        lines.push(`started ${spoken(target)} in ${other}`);
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
    return [...lines, `all traffic is on ${spoken(target)}: ${held_weightsText(to)}`];
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
    throw new domain_failure/* Failure */.H('absent', served.silent
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
        await authorise('roll-back', ports.context.actor, ports);
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
        throw new domain_failure/* Failure */.H('bad-input', `input rollback_version: ${target} is not older than ${current}, the newest version that serves`, 'Name the version to go back to');
    return { product: config.product, current, target };
}
async function traffic(route, inputs, config, ports) {
    if (inputs['dry-run'])
        return {
            verdict: (0,judging_verdict/* passed */.bF)(`dry run: all traffic would go to ${spoken(route.target)}`),
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

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(67690);
// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js
var network_policy = __webpack_require__(77330);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(90507);
;// CONCATENATED MODULE: ./lib/adapters/prober/find-slot.js

/** Looks for a version in the slots of the config, by asking each of them. */
function findSlotBy(config, traffic) {
    return async (version) => {
        if (config === undefined)
            throw new domain_failure/* Failure */.H('absent', 'the prober needs the section traffic of the config', 'Name the slots there');
        for (const [name, { url }] of Object.entries(config.slots))
            if ((await traffic().versionIn(name)) === version)
                return { name, url };
        return undefined;
    };
}

;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function template_fill(template, values) {
    return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/answer.js

/**
 * The JSON of a 200, checked.
 * @throws Failure `bad-answer` naming who answered; the answer itself is not repeated.
 */
function readAnswer(answer, schema, who) {
    if (answer.status !== 200)
        throw new domain_failure/* Failure */.H('bad-answer', `${who} answered ${answer.status}`);
    const parsed = schema.safeParse(json(answer.body, who));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the whole';
    throw new domain_failure/* Failure */.H('bad-answer', `${who} answered JSON of an unknown shape (${where})`);
}
function json(body, who) {
    try {
        return JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        throw new domain_failure/* Failure */.H('bad-answer', `${who} answered something that is no JSON`);
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
        throw new domain_failure/* Failure */.H('absent', `there is no slot ${slot}`, 'Name one of traffic.slots');
    const url = base.replace(/\/$/, '') + config['version-path'];
    try {
        const answer = await http.send({ method: 'GET', url, timeoutMs: TIMEOUT_MS });
        const { version } = readAnswer(answer, Version, `the slot ${slot}`);
        const parsed = (0,release_version/* parseVersion */.ot)(version, 'v') ?? (0,release_scheme/* untaggedVersion */.aH)(version);
        if (parsed !== undefined)
            return parsed.version;
        throw new domain_failure/* Failure */.H('bad-answer', `the slot ${slot} answers a version that is none`);
    }
    catch (error) {
        if (isRefused(error))
            return undefined;
        throw error;
    }
}
function isRefused(error) {
    if (!(error instanceof domain_failure/* Failure */.H) || error.code !== 'connection')
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
        throw new domain_failure/* Failure */.H('bad-weights', `weights must be whole percents of ${slots.join(' and ')} that sum to 100`);
}
/** @throws Failure `not-held` when the router does not hold what it was told. */
function assertSame(wanted, held) {
    const off = Object.keys(wanted).filter((slot) => wanted[slot] !== held[slot]);
    if (off.length === 0)
        return;
    const text = off.map((slot) => `${slot} ${held[slot]} instead of ${wanted[slot]}`).join(', ');
    throw new domain_failure/* Failure */.H('not-held', `the router holds other weights than it was given: ${text}`);
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
        throw new domain_failure/* Failure */.H('refused', `${name} ended ${end}`, 'Run it by hand: it says why');
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
async function command_named(key, run) {
    try {
        return await run();
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        throw new domain_failure/* Failure */.H(error.code, `traffic.${key}: ${error.message}`, error.remedy, {
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
        throw new domain_failure/* Failure */.H('bad-answer', `${name} printed JSON of an unknown shape (${where})`);
    }
    const { weights, audience } = data;
    const names = Object.keys(weights);
    if (names.length !== slots.length || !slots.every((slot) => names.includes(slot)))
        throw new domain_failure/* Failure */.H('bad-answer', `${name} printed other slots than ${slots.join(' and ')}`);
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new domain_failure/* Failure */.H('bad-answer', `${name} printed weights that sum to ${sum}, not 100`);
    return { weights, audience };
}
function command_json(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new domain_failure/* Failure */.H('bad-answer', `${name} printed something that is no JSON`);
    }
}
/** @throws Failure `not-held` */
function assertSameAudience(wanted, held) {
    if ((0,rollout_audience/* isSameAudience */.nT)(wanted, held))
        return;
    const said = (audience) => (0,rollout_audience/* audienceText */.a6)(audience) || 'everybody';
    throw new domain_failure/* Failure */.H('not-held', `the router holds another audience than it was given: ${said(held)} instead of ${said(wanted)}`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
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
        peer.setTimeout(runtime_socket_TIMEOUT_MS, () => fail(new domain_failure/* Failure */.H('timeout', 'the HAProxy runtime API did not answer in time')));
        peer.on('data', (chunk) => {
            text += chunk;
            if (text.length > LARGEST)
                fail(new domain_failure/* Failure */.H('too-large', 'the answer of the HAProxy runtime API is larger than 64 KiB'));
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
        throw new domain_failure/* Failure */.H('bad-config', 'traffic.socket must be tcp://host:port or unix:/path');
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}
function unreachable(error) {
    const code = 'code' in error ? ` (${String(error.code)})` : '';
    const remedy = 'Check traffic.socket and that HAProxy is up';
    return new domain_failure/* Failure */.H('connection', `the HAProxy runtime API: the connection failed${code}`, remedy, {
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
        throw new domain_failure/* Failure */.H('bad-answer', 'every server of the HAProxy backend has weight 0');
    return Object.fromEntries(Object.entries(raw).map(([slot, w]) => [slot, (w * 100) / sum]));
}
function refused(text) {
    const [first = ''] = text.trim().split('\n');
    const shown = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200);
    return new domain_failure/* Failure */.H('refused', `HAProxy refuses: ${shown === '' ? 'no answer' : shown}`);
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
        throw new domain_failure/* Failure */.H('bad-answer', `the router has other backends than ${slots.join(' and ')}`, 'Give its backends the names of traffic.slots');
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new domain_failure/* Failure */.H('bad-answer', `the weights of the router sum to ${sum}, not 100`);
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
        throw new domain_failure/* Failure */.H('absent', 'the config has no section traffic', 'Describe the router there');
    if (config.provider === 'command')
        return commandTraffic(config, command, http);
    return config.provider === 'router' ? routerTraffic(config, http) : haproxyTraffic(config, http);
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(46427);
// EXTERNAL MODULE: ./lib/domain/release/image-digests.js
var image_digests = __webpack_require__(6287);
;// CONCATENATED MODULE: ./lib/domain/release/checksums.js

/** Larger files are no list of checksums. */
const checksums_LARGEST = 1024 * 1024;
const LINE = /^([0-9a-f]{64}) {2}(\S(?:.{0,253}\S)?)$/;
/**
 * Read lines `<64 hex>  <file>` as `sha256sum` writes them. Strict, because a line that is skipped is a file that
 * nobody checked.
 * @throws Failure `bad-checksums` naming the line.
 */
function parseChecksums(text) {
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
    return new domain_failure/* Failure */.H('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
}

;// CONCATENATED MODULE: ./lib/app/inspect-asset.js



/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = ['bad-asset', 'bad-checksums'];
/**
 * Have the bytes of a declared asset measured, and hold them against its line of the checksums and GitHub's own digest.
 * A draft will do. What is wrong with the release is an answer; that it could not be asked is a Failure.
 * @param measure Downloads the asset, and says what else is wanted of it.
 */
async function inspectAsset(declared, version, release, releases, measure) {
    const name = template_fill(declared.name, { version });
    try {
        const asset = presentAsset(release, name);
        const list = presentAsset(release, template_fill(declared.checksums, { version }));
        const checksums = parseChecksums(new TextDecoder().decode(await releases.download(list)));
        const file = await measure(asset);
        inspect_asset_assertSame(asset, file, checksums);
        return { kind: 'sound', name, file };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H) || !UNSOUND.includes(error.code))
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
    return new domain_failure/* Failure */.H('bad-asset', problem);
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
        throw new domain_failure/* Failure */.H('bad-asset', found.problem, 'Build and upload the release again');
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
    throw new domain_failure/* Failure */.H('absent', `the asset ${name} is not declared`, 'List it under artefacts as a release-asset with its checksums');
}
/** The release of a version, drafts included. @throws Failure `absent`. */
async function releaseOf(version, tagPrefix, releases) {
    const tag = (0,release_version/* tagOf */.cO)(version, tagPrefix);
    const release = await releases.byTag(tag);
    if (release !== undefined)
        return release;
    throw new domain_failure/* Failure */.H('absent', `there is no release ${tag}`, 'Build and draft it before this run; a draft is shown only to a token with contents: write');
}

;// CONCATENATED MODULE: ./lib/app/start-version.js





/**
 * Start a version by the consumer's own command, from its verified file, in a slot that nobody uses.
 * @throws Failure `busy-slot` when the slot has weight, `not-started` when the command fails or another version answers.
 */
async function startVersion(version, slot, config, ports) {
    const { deploy } = config;
    if (deploy === undefined)
        throw new domain_failure/* Failure */.H('not-started', `${version} does not run in ${slot}`, 'Start it, or give the config a section deploy');
    const weight = (await ports.traffic.weights())[slot] ?? 0;
    if (weight > 0)
        throw new domain_failure/* Failure */.H('busy-slot', `slot ${slot} has ${weight} % of the traffic`, 'Only a slot without weight is started anew');
    const values = await valuesOf({ version, slot }, deploy, config, ports);
    const argv = deploy.command.map((part) => template_fill(part, values));
    const result = await ports.command.run(argv, {
        timeoutMs: (0,duration/* parseDuration */.E9)(deploy.timeout) ?? 600_000,
    });
    if (result.exit !== 0)
        throw new domain_failure/* Failure */.H('not-started', `the deploy command ended with ${result.exit ?? 'a signal'}: ${lastLine(result.stderr)}`);
    const answers = await ports.traffic.versionIn(slot);
    if (answers !== version)
        throw new domain_failure/* Failure */.H('not-started', `slot ${slot} answers with ${answers ?? 'nothing'}, not with ${version}`);
}
/** What the command may name in braces. @throws Failure */
async function valuesOf(wanted, deploy, config, ports) {
    const { version } = wanted;
    const asset = deploy.asset && (await fetchAsset(deploy.asset, version, config, ports));
    const hasImages = (0,image_digests/* imagesOf */.IC)(config.artefacts).length > 0;
    return {
        ...wanted,
        ...(asset ? { asset: asset.path } : {}),
        ...(hasImages ? { images: await plannedImages(version, ports) } : {}),
    };
}
/** @throws Failure `no-plan` where no record says which images a version is. */
async function plannedImages(version, { planned }) {
    const images = (0,image_digests/* imageReferences */.Ef)((await planned(version)) ?? []);
    if (images !== '')
        return images;
    throw new domain_failure/* Failure */.H('no-plan', `no plan in the ledger names the images of ${version}`, 'Start that version by hand');
}
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
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
        const tooLarge = () => give(new domain_failure/* Failure */.H('too-large', `${program} prints more than ${maxBytes} bytes`));
        const late = () => give(new domain_failure/* Failure */.H('timeout', `${program} did not end within ${timeoutMs} ms`));
        const cancelled = () => give(new domain_failure/* Failure */.H('cancelled', 'the job was cancelled'));
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
        return new domain_failure/* Failure */.H('absent', `the program ${program} does not exist`, 'Install it in the job');
    return new domain_failure/* Failure */.H('not-started', `the program ${program} could not be started (${code})`);
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
    throw new domain_failure/* Failure */.H('bad-input', 'input ledger-key: is no private Ed25519 key', 'Make one with openssl genpkey -algorithm ed25519, and give all lines of its file');
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
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

;// CONCATENATED MODULE: ./lib/domain/rollout/checkpoints.js
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
        checkpoint: schemas/* enum */.k5n(CHECKPOINTS),
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
        breach: schemas/* enum */.k5n(['none', 'pause', 'rollback']),
    }),
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
    throw new domain_failure/* Failure */.H('broken-chain', `the ledger of ${name} is broken at entry ${broken.seq}: ${broken.why}`, 'Restore the branch release-ledger from before the change, see docs/ledger.md');
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
            if (!(error instanceof domain_failure/* Failure */.H && begin_branch_LOST.includes(error.code)))
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
            if (own.length === 0 && head?.open.has(path_openReleasePath(release)) === true)
                throw new domain_failure/* Failure */.H('broken-chain', `${release.version} is open and has no entries`, RESTORE);
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
        throw new domain_failure/* Failure */.H('contended', `the ledger entry was overtaken ${TRIES} times`, 'Run the job again');
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
        const path = entryPath(release, entry.seq, entry.kind);
        const commit = {
            expectedHead: head.commit,
            message: `${entry.kind} ${entry.seq} of ${release.product} ${release.version} [skip ci]`,
            additions: [{ path, text: (0,ledger_canonical/* canonical */.$)(entry) }, ...(open === undefined ? [] : [open(entry)])],
            deletions: close.filter((p) => head.open.has(p)),
            ...(files.length === 0 ? {} : { files }),
        };
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
            throw new domain_failure/* Failure */.H('timeout', result.reason, 'Run the job again');
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
        throw noKey('ledger.require-signature is true');
    return connect(store, runner, signing);
}
function connect(store, { clock, context }, signing) {
    const { actor, runId, runAttempt, suite } = context;
    return new Ledger({ store, clock, digest: digest/* digest */.br, random: Math.random, signing }, { actor, run: { id: runId, attempt: runAttempt }, suite });
}
function signingOf({ ledger }, key) {
    const keys = ledger.keys.map((one) => knownKey((0,public_key/* xOf */.OH)(one)));
    const signer = key === undefined ? undefined : signerOf(key);
    if (signer !== undefined && keys.length > 0 && !keys.some(({ kid }) => kid === signer.kid))
        throw new domain_failure/* Failure */.H('bad-input', `input ledger-key: its public key ${signer.kid} is not among ledger.keys of the config`, 'Add it there on the default branch: what it signs would be read by nobody');
    return { keys, required: ledger['require-signature'], signer };
}
/** Page of the run that is going on. */
function runUrl({ context }) {
    const { serverUrl, owner, repository, runId, runAttempt } = context;
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}

// EXTERNAL MODULE: ./lib/adapters/http/patient-reads.js
var patient_reads = __webpack_require__(97008);
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
/** One look: the configured number of requests, four at a time, for at most 30 seconds. */
async function probe(base, config, { http, clock }) {
    const url = base.replace(/\/$/, '') + config.path;
    const end = clock.now().getTime() + probe_LOOK_MS;
    const probes = [];
    let left = config['requests-per-look'];
    const work = async () => {
        while (left > 0 && clock.now().getTime() < end) {
            left -= 1;
            probes.push(await send(url, config, http, clock.now().getTime()));
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return probes;
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
        if (!(error instanceof domain_failure/* Failure */.H) || !SERVICE_FAILURES.includes(error.code))
            throw error;
        return { at, status: 0, elapsedMs: error.code === 'timeout' ? probe_TIMEOUT_MS : Number.NaN };
    }
}
function lowerCase(headers) {
    return Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]));
}

;// CONCATENATED MODULE: ./lib/adapters/prober/prober.js



/**
 * The built-in source of values: asks the slot of a version itself and keeps what it saw, so that a stage is judged on
 * all looks since its start. Objectives that are read for the same end of a window share one look.
 */
function prober(config, ports) {
    const versions = new Map();
    return {
        async read(objective, window) {
            assertKnown(objective);
            const record = versions.get(window.version) ?? { probes: [], look: undefined };
            versions.set(window.version, record);
            if (record.look?.to !== window.to.getTime())
                record.look = { to: window.to.getTime(), done: look(record, config, window, ports) };
            const slot = await record.look.done;
            const probes = record.probes.filter(({ at }) => at >= window.from.getTime());
            assertAnswers(probes, config);
            const question = `${config.method} ${config.path} on slot ${slot.name}`;
            return { ...reduce(objective.metric, probes), question };
        },
    };
}
async function look(record, config, { version }, ports) {
    const slot = await ports.slotOf(version);
    if (slot === undefined)
        throw new domain_failure/* Failure */.H('absent', `version ${version} runs in no slot`, 'Deploy it to a slot first');
    record.probes = [...record.probes, ...(await probe(slot.url, config, ports))];
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
function isFailed({ status }) {
    return status === 0 || status >= 500;
}
function assertKnown({ metric, query, name }) {
    if (query === null && ['error-rate', 'success-rate', 'latency-p95'].includes(metric))
        return;
    throw new domain_failure/* Failure */.H('bad-config', `the prober has no value for the objective ${name}`, 'It knows error-rate and latency-p95; use the provider prometheus for queries');
}
/** A path that never answers 2xx nor fails is the wrong path: nothing of the service was measured. */
function assertAnswers(probes, { method, path }) {
    const [first] = probes;
    if (first === undefined)
        return;
    if (probes.some((p) => isFailed(p) || (p.status >= 200 && p.status < 300)))
        return;
    throw new domain_failure/* Failure */.H('bad-answer', `${method} ${path} answered ${first.status} every time`, 'Correct method, path, headers and body of the section metrics');
}

;// CONCATENATED MODULE: ./lib/adapters/prometheus/answer.js


/** Milliseconds. A value that was computed for another moment than this much around the one asked for is an old answer. */
const LARGEST_DRIFT_MS = 60_000;
/** `[seconds since 1970, "value"]`; anything that is no number in Prometheus's spelling is refused. */
const Point = schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* string */.YjP().regex(/^(?:NaN|[+-]?Inf|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i)])
    .transform(([time, text]) => ({ time, value: Number(text.replace(/Inf$/i, 'Infinity')) }));
const answer_Answer = schemas/* object */.Ikc({
    status: schemas/* literal */.euz('success'),
    data: schemas/* discriminatedUnion */.gMt('resultType', [
        schemas/* object */.Ikc({
            resultType: schemas/* literal */.euz('vector'),
            result: schemas/* array */.YOg(schemas/* object */.Ikc({ metric: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()), value: Point })),
        }),
        schemas/* object */.Ikc({ resultType: schemas/* literal */.euz('scalar') }),
    ]),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const Refusal = schemas/* object */.Ikc({ status: schemas/* literal */.euz('error'), error: schemas/* string */.YjP() });
/**
 * The samples of an instant query at a time.
 * @throws Failure `unauthorised`, `server-error`, `refused`, `bad-answer`; `partial` where Prometheus warns that it
 * could not see everything, because a part is not the whole; `stale` where a value is one of another time.
 */
function readSamples(answer, at) {
    const json = toJson(answer.body);
    if (answer.status !== 200)
        throw statusFailure(answer.status, json);
    const parsed = answer_Answer.safeParse(json);
    if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') || 'the whole';
        const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`;
        throw new domain_failure/* Failure */.H('bad-answer', `Prometheus answered ${what}`);
    }
    const { data, warnings = [] } = parsed.data;
    if (warnings.length > 0)
        throw new domain_failure/* Failure */.H('partial', `Prometheus could not see everything: ${answer_short(warnings[0] ?? '')}`);
    if (data.resultType === 'scalar')
        throw scalar();
    return data.result.map(({ metric, value: { time, value } }) => {
        assertFresh(time, at);
        return { labels: metric, value };
    });
}
/** A scalar has no series behind it: it is a number somebody wrote, or hides that there is none. */
function scalar() {
    return new domain_failure/* Failure */.H('bad-answer', 'Prometheus answered a scalar where a series is meant', 'Leave scalar() out of the query, and aggregate, for example with sum() or max()');
}
/** An instant query is answered for the moment it names: another one comes from a cache. */
function assertFresh(time, at) {
    const drift = Math.abs(time * 1000 - at.getTime());
    if (drift <= LARGEST_DRIFT_MS)
        return;
    throw new domain_failure/* Failure */.H('stale', `Prometheus answered a value of another time, ${Math.round(drift / 1000)} s from the one asked for`, 'Check for a cache in front of it');
}
function statusFailure(status, json) {
    if (status === 401 || status === 403)
        return new domain_failure/* Failure */.H('unauthorised', `Prometheus answered ${status}`, 'Let the runner in');
    const refusal = Refusal.safeParse(json);
    const said = refusal.success ? `: ${answer_short(refusal.data.error)}` : '';
    const code = status >= 500 ? 'server-error' : 'refused';
    return new domain_failure/* Failure */.H(code, `Prometheus answered ${status}${said}`);
}
function toJson(body) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}
function answer_short(text) {
    return text.replaceAll(/\s+/g, ' ').slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/adapters/prometheus/promql.js


/** A window in PromQL's grammar: whole seconds where it is whole, else milliseconds. */
function promDuration(ms) {
    const whole = Math.max(1, Math.round(ms));
    return whole % 1000 === 0 ? `${whole / 1000}s` : `${whole}ms`;
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
/** A query of the config with `{version}` and `{window}` filled in. */
function customQuery(template, scope) {
    return template_fill(template, {
        version: labelText(scope.version),
        window: promDuration(scope.windowMs),
    });
}
/** @throws Failure `bad-config`: a metric name with anything else in it would be another query. */
function assertMetricName(name) {
    if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
        throw new domain_failure/* Failure */.H('bad-config', 'metrics: requests-metric and duration-metric must be names of metrics', 'Give a name such as http_requests_total, or a custom objective with a query');
}

;// CONCATENATED MODULE: ./lib/adapters/prometheus/prometheus.js




/** The shortest window that is asked for: two scrapes a second apart. Fewer points show no growth at all. */
const SHORTEST_MS = 2000;
/** The objectives' values from Prometheus, or from what speaks its API: instant queries at the end of the window. */
function prometheus(config, http) {
    return {
        async read(objective, window) {
            assertMetricName(config['requests-metric']);
            assertMetricName(config['duration-metric']);
            const scope = scopeOf(window);
            const ask = async (query) => {
                const url = queryUrl(config.url, query, window.to);
                return readSamples(await http.send({ method: 'GET', url }), window.to);
            };
            if (objective.query !== null)
                return custom(objective.query, scope, config, ask);
            if (objective.metric === 'latency-p95')
                return latency(objective, scope, config, ask);
            if (objective.metric === 'error-rate' || objective.metric === 'success-rate')
                return shareOf(objective.metric, scope, config, ask);
            throw new domain_failure/* Failure */.H('bad-config', `Prometheus needs a query for the metric ${objective.metric}`);
        },
    };
}
function scopeOf({ version, from, to }) {
    return { version, windowMs: Math.max(SHORTEST_MS, to.getTime() - from.getTime()) };
}
function queryUrl(base, query, at) {
    const parameters = new URLSearchParams({ query, time: (at.getTime() / 1000).toFixed(3) });
    return `${base.replace(/\/$/, '')}/api/v1/query?${parameters}`;
}
async function shareOf(metric, scope, config, ask) {
    const failedQuery = requestCount(config['requests-metric'], scope, '5..');
    const allQuery = requestCount(config['requests-metric'], scope);
    const [failed, all] = [count(one(await ask(failedQuery))), count(one(await ask(allQuery)))];
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
async function latency({ direction, limit }, scope, config, ask) {
    const query = bucketCounts(config['duration-metric'], scope);
    const buckets = (await ask(query)).map(toBucket);
    const { value, atLeast } = bucketQuantile(0.95, buckets);
    const ms = finite(value * 1000);
    // Beyond the last bound only "more than this" is known: enough to break a limit, never to keep one.
    const decides = !atLeast || (direction === 'at-most' && ms > limit);
    const observed = buckets.find((bucket) => bucket.bound === Number.POSITIVE_INFINITY)?.count;
    return {
        value: decides ? ms : Number.NaN,
        samples: countOf(observed ?? 0),
        question: `histogram_quantile(0.95, ${query})`,
    };
}
async function custom(template, scope, config, ask) {
    const query = customQuery(template, scope);
    const value = one(await ask(query));
    const requests = one(await ask(requestCount(config['requests-metric'], scope)));
    return {
        value: finite(value ?? Number.NaN),
        samples: value === undefined ? 0 : countOf(requests ?? 0),
        question: query,
    };
}
/** The only value of an answer; undefined for an empty one. @throws Failure for several. */
function one(samples) {
    if (samples.length > 1)
        throw new domain_failure/* Failure */.H('bad-answer', `Prometheus answered ${samples.length} series where one is meant`, 'Aggregate the query, for example with sum() or max()');
    return samples[0]?.value;
}
/** As it is, unless it is no count. @throws Failure for less than none: a rate of it would keep every limit. */
function count(value) {
    if (value === undefined || !(value < 0))
        return value;
    throw new domain_failure/* Failure */.H('bad-answer', 'Prometheus answered a number of requests below 0');
}
function toBucket({ labels, value }) {
    const le = labels.le ?? '';
    const bound = /^\+?Inf$/i.test(le) ? Number.POSITIVE_INFINITY : Number(le || Number.NaN);
    if (Number.isNaN(bound) || !Number.isFinite(value))
        throw new domain_failure/* Failure */.H('bad-answer', 'Prometheus answered a histogram bucket without its bound');
    return { bound, count: count(value) ?? 0 };
}
/** A value that is no finite number decides nothing, whatever the direction of the limit. */
function finite(value) {
    return Number.isFinite(value) ? value : Number.NaN;
}
function countOf(value) {
    return Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0;
}

;// CONCATENATED MODULE: ./lib/adapters/metrics.js




/**
 * The source of the objectives' values that the config names. Without one, or without its address, every read is a
 * Failure, so that objectives that nobody can measure are inconclusive.
 */
function metricsOf(config, ports) {
    if (config === undefined)
        return unavailable(NO_PROVIDER);
    // A probe is a measurement: repeating one that failed would hide the failure.
    if (config.provider === 'prober')
        return prober(config, ports);
    if (config.url === undefined)
        return unavailable(NO_ADDRESS);
    return prometheus({ ...config, url: config.url }, (0,patient_reads/* patientReads */.t)(ports.http, ports.clock));
}
const NO_PROVIDER = new domain_failure/* Failure */.H('absent', 'the config has no section metrics', 'Name the provider prometheus or prober there');
const NO_ADDRESS = new domain_failure/* Failure */.H('absent', 'Prometheus has no address: metrics.url is not in the config, and the secret or variable PROMETHEUS_URL is empty', 'Set PROMETHEUS_URL and pass it by name, or name metrics.url');
function unavailable(failure) {
    return {
        unavailable: failure,
        async read() {
            throw failure;
        },
    };
}
/** For a dry run: probes are requests to the service, so none is sent. */
const noProbes = {
    async read() {
        throw new domain_failure/* Failure */.H('dry-run', 'a dry run sends no probes');
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
                throw error instanceof domain_failure/* Failure */.H ? withoutHost(error, address, name) : error;
            }
        },
    };
}
function withoutHost(failure, address, name) {
    const url = URL.parse(address);
    const parts = url === null ? [] : [url.origin, url.host, url.hostname];
    const hide = (text) => [address, ...parts].reduce((all, part) => all.replaceAll(part, name), text);
    const { code, message, remedy } = failure;
    return new domain_failure/* Failure */.H(code, hide(message), hide(remedy), { cause: failure });
}

// EXTERNAL MODULE: ./lib/adapters/secrets/without-echo.js
var without_echo = __webpack_require__(40926);
// EXTERNAL MODULE: ./lib/domain/config/objective.js
var objective = __webpack_require__(85876);
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
    const isOne = (o) => o.metric === kind.metric && o.unit === kind.unit && o.direction === kind.direction;
    if (objectives.some(isOne))
        return objectives.map((o) => (isOne(o) ? { ...o, limit } : o));
    const added = {
        ...kind,
        name: kind.metric,
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

;// CONCATENATED MODULE: ./lib/domain/observability/gate.js





/** Lay the request over the config. @throws Failure `bad-input` for a tag of another product. */
function planGate(request, config) {
    const release = releaseKey('version', request.version, config);
    const { version } = release;
    const channel = request.channel ?? release.channel;
    const serving = request.baseline && releaseKey('baseline_version', request.baseline, config).version;
    const declared = config.objectives === 'none' ? [] : config.objectives.map(toObjective);
    return {
        version,
        channel,
        enforced: isEnforced(channel, config.channels, request.enforce),
        objectives: withThresholds(declared, request),
        sentry: sentryQuestion(request, version, config),
        windowMs: request.windowMs,
        measured: request.subject === 'new' ? version : serving,
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
/** The source of the values, at the address that is given where the config names Prometheus without one. */
function metricsAt(metrics, url) {
    return url !== undefined && needsAddress(metrics) ? { ...metrics, url } : metrics;
}
/** Whether the config names Prometheus and leaves its address to the secret. */
function needsAddress(metrics) {
    return metrics?.provider === 'prometheus' && metrics.url === undefined;
}
/** Inputs that say what the config leaves open. */
const BEHIND_CONFIG = (/* unused pure expression or super */ null && (['prometheus-url', 'sentry-org', 'sentry-project']));
/** Given for what the config says itself, or for a provider that it does not name: the names, as inputs. */
function unusedInputs(given, { metrics, sentry }) {
    const used = {
        'prometheus-url': needsAddress(metrics),
        'sentry-org': sentry !== undefined && sentry.organization === undefined,
        'sentry-project': sentry !== undefined && sentry.project === undefined,
    };
    return BEHIND_CONFIG.filter((name) => given[name] !== undefined && !used[name]);
}

;// CONCATENATED MODULE: ./lib/actions/metrics-source.js




/** The source of the config; its address comes from the secret PROMETHEUS_URL where the config leaves it out. */
function connectMetrics(config, secretAddress, { clock, mask }, { http, slotOf }) {
    if (secretAddress !== undefined)
        mask(secretAddress);
    const source = metricsAt(config.metrics, secretAddress);
    const isSecret = secretAddress !== undefined && source !== config.metrics;
    const quiet = isSecret
        ? unnamedOrigin((0,without_echo/* withoutEcho */.m)(http, secretAddress), secretAddress, 'PROMETHEUS_URL')
        : http;
    return metricsOf(source, { http: quiet, clock, slotOf });
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
    if (!shifted || pending !== undefined || breach === 'rollback')
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

// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(34356);
;// CONCATENATED MODULE: ./lib/app/observe.js


/**
 * Look once: read every objective for one version over one window and judge it. Never throws: what cannot be read is
 * inconclusive evidence of that objective, with the reason as its answer.
 */
async function observe_observe(objectives, window, metrics) {
    const evidence = [];
    // One after the other: a source with a rate limit is asked gently, and objectives of one look share its probes.
    for (const objective of objectives)
        evidence.push(await observe_judged(objective, window, metrics));
    return evidence;
}
async function observe_judged(objective, window, metrics) {
    try {
        return judgeObjective(objective, await metrics.read(objective, window));
    }
    catch (error) {
        return unread(objective, window, observe_lineOf(error));
    }
}
/** The evidence of an objective that could not be read. */
function unread(objective, window, why) {
    const question = objective.query ?? `${objective.metric} of ${window.version}`;
    const nothing = judgeObjective(objective, { value: Number.NaN, samples: 0, question });
    return { ...nothing, verdict: 'inconclusive', answer: why };
}
function observe_lineOf(error) {
    if (error instanceof Failure)
        return failureLine(error);
    return `unexpected: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}

;// CONCATENATED MODULE: ./lib/app/observe-stage.js






/** Name of the evidence that the router has the weights of the stage. */
const WEIGHTS = 'weights';
/** Name of the evidence that the new version answers in its slot, and the answer of a slot that is silent. */
const VERSION = 'version';
const NO_ANSWER = 'no answer';
/** What a stage says when the job ends under it. */
const CANCELLED = 'the job was cancelled';
/**
 * Watch a stage until its bake is over. A failure ends it at once; a pass needs evidence over the whole bake; what is
 * inconclusive at the end stays so. A cancelled job has no time for another look, nor for the end of one.
 */
async function observeStage(hand, ports) {
    const stage = hand.plan.stages[hand.index];
    if (stage === undefined)
        return overall([]);
    const from = ports.clock.now();
    const end = from.getTime() + stage.bake;
    for (;;) {
        const left = end - ports.clock.now().getTime();
        await ports.clock.sleep(Math.min(hand.plan.interval, Math.max(0, left)));
        const to = ports.clock.now();
        const look = () => lookAt(hand, stage, { from, to }, ports);
        const evidence = await unlessCancelled(look, ports.signal);
        if (evidence === undefined)
            return inconclusive(CANCELLED);
        const verdict = overall(evidence);
        ports.log.info(timelineLine(hand, stage, to.getTime() - from.getTime(), verdict));
        if (verdict.verdict === 'fail' || to.getTime() >= end)
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
    return lookUntilSure(hand, { from: now - stage.bake, until }, ports);
}
/**
 * Look at a stage, and again until a look passes or fails.
 * @param times `from`: what is judged begins here; `until`: no look after this one; milliseconds since 1970.
 */
async function lookUntilSure(hand, times, ports) {
    const stage = hand.plan.stages[hand.index];
    if (stage === undefined)
        return overall([]);
    const from = new Date(times.from);
    for (;;) {
        const to = ports.clock.now();
        const evidence = await unlessCancelled(() => lookAt(hand, stage, { from, to }, ports), ports.signal);
        if (evidence === undefined)
            return inconclusive(CANCELLED);
        const verdict = overall(evidence);
        ports.log.info(timelineLine(hand, stage, to.getTime() - times.from, verdict));
        if (verdict.verdict !== 'inconclusive' || to.getTime() >= times.until)
            return verdict;
        await ports.clock.sleep(Math.min(hand.plan.interval, times.until - to.getTime()));
    }
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
async function lookAt({ plan, index, candidate, weights }, stage, { from, to }, ports) {
    const world = [
        await asked(VERSION, plan.version, async () => (await ports.traffic.versionIn(candidate)) ?? NO_ANSWER),
        await asked(WEIGHTS, routingText(weights, stage.audience), () => heldText(ports.traffic)),
    ];
    // Nobody uses a side without weight: there is no traffic to judge, only whether it stands.
    if (stage.weight === 0)
        return world;
    const window = { version: plan.version, from, to };
    return [...world, ...(await observe(stageObjectives(plan, index), window, ports.metrics))];
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
/** One line of the live timeline: stage, weight, time, objectives, verdict. */
function timelineLine({ plan, index }, stage, elapsed, verdict) {
    const values = verdict.evidence
        .filter((e) => e.samples !== undefined)
        .map((e) => `${e.name} ${e.answer}`);
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
        throw new domain_failure/* Failure */.H('no-plan', 'there is no plan to show');
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
        const isShown = known === undefined && isSame(await deployments.latest(id), status);
        if (!isShown)
            await report(id, said, runUrl, deployments);
        known = status.text;
    };
    const tried = async (status, entries) => {
        try {
            await post(status, entries);
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.H))
                throw error;
            id = undefined;
            isOff = error.code === 'forbidden';
            log.warning(`not shown among the deployments: ${status.text}: ${(0,domain_failure/* failureLine */.P)(error)}`);
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
function isSame(shown, { state, text }) {
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













/** @param prometheusUrl Secret address of Prometheus, for who measures. */
function connectDelivery(config, github, runner, prometheusUrl) {
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
        metrics: connectMetrics(config, prometheusUrl, runner, { http: looks, slotOf }),
        start: (version, slot) => startVersion(version, slot, config, ports),
        mirror: connectMirror(config, github, runner),
    };
}

;// CONCATENATED MODULE: ./lib/domain/report/notice.js
const WORDS = {
    completed: 'released',
    'rolled-back': 'rolled back',
    failed: 'failed',
    frozen: 'the channel is frozen',
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



const Added = schemas/* looseObject */._H3({ id: schemas/* int */.Whr().positive(), message: schemas/* string */.YjP() });
/** Grafana by its HTTP API: each notice is an annotation of the organisation, which any dashboard can show by its tags. */
function grafana(url, token, http) {
    return {
        async tell(notice) {
            const answer = await http.send({
                method: 'POST',
                url: `${url.replace(/\/$/, '')}/api/annotations`,
                headers: {
                    accept: 'application/json',
                    authorization: `Bearer ${token}`,
                    'content-type': 'application/json',
                    'user-agent': 'release-actions',
                },
                body: JSON.stringify(annotation(notice)),
            });
            assertAdded(answer);
        },
    };
}
/** Grafana shows the text as HTML. */
function annotation(notice) {
    const { release, event, runUrl, issueUrl, time } = notice;
    const lines = [noticeTitle(notice), noticeReason(notice), runUrl, issueUrl ?? ''];
    return {
        time,
        tags: [release.product, release.version, event],
        text: withoutMarkup(lines.filter((line) => line !== '').join('\n')),
    };
}
function assertAdded({ status, body }) {
    const said = `Grafana answered ${status}`;
    if (status === 200 && Added.safeParse(grafana_toJson(body)).success)
        return;
    if (status === 200)
        throw new domain_failure/* Failure */.H('bad-answer', `${said} without an id`, CHECK_URL);
    if (status === 401)
        throw new domain_failure/* Failure */.H('unauthorised', said, 'Store a service account token as GRAFANA_API_KEY');
    if (status === 403)
        throw new domain_failure/* Failure */.H('forbidden', said, 'Give the service account annotations:create');
    if (status === 404 || (status >= 300 && status < 400))
        throw new domain_failure/* Failure */.H('bad-answer', said, CHECK_URL);
    throw new domain_failure/* Failure */.H(status >= 500 ? 'server-error' : 'refused', said);
}
const CHECK_URL = 'Check notifications.grafana.url';
function grafana_toJson(body) {
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
                throw new domain_failure/* Failure */.H('bad-secret', `the secret ${SECRET} is no address`, RENEW);
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
        throw new domain_failure/* Failure */.H('rate-limited', said, `It takes messages again after ${wait} seconds`);
    }
    if ([403, 404, 410].includes(status))
        throw new domain_failure/* Failure */.H('refused', said, RENEW);
    if (status === 200)
        throw new domain_failure/* Failure */.H('bad-answer', `${said} without ok`, RENEW);
    throw new domain_failure/* Failure */.H(status >= 500 ? 'server-error' : 'refused', said);
}

;// CONCATENATED MODULE: ./lib/actions/notice-channels.js




/** Nobody waits longer for a message to be taken. */
const LIMITS = { timeoutMs: 5000, maxBytes: 100_000 };
/** The channels that the config names, each with its secret where there is one. */
function noticePorts(inputs, config, { log, mask, signal }) {
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
    return { channels, log };
}

;// CONCATENATED MODULE: ./lib/actions/release-rollback/run.js








async function run(inputs, config, github, runner) {
    // The other jobs of the workflow only look, and get no key.
    const ledger = inputs.operation === 'traffic'
        ? connectWriter(github.ledger, runner, config, inputs['ledger-key'])
        : connectReader(github.ledger, runner, config);
    const artifacts = runArtifacts(jobFiles(runner.context), runner.clock);
    const delivery = connectDelivery(config, github, runner);
    const run = { url: runUrl(runner), attempt: runner.context.runAttempt };
    const { roles } = config;
    const ports = { ...github, ...delivery, ...runner, ledger, roles, artifacts, run };
    const report = await releaseRollback(inputs, config, ports);
    if (inputs.operation !== 'finalize' || inputs['dry-run'])
        return report;
    const notice = rollbackNotice(report, inputs, config, { runUrl: run.url, ...runner });
    return withNotice(report, notice, noticePorts(inputs, config, runner));
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

/***/ 85876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ Metrics),
/* harmony export */   y3: () => (/* binding */ ObjectiveConfig)
/* harmony export */ });
/* unused harmony export toObjective */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _judging_objective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34356);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67936);



/** One SLO in the config. */
const ObjectiveConfig = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: _text_js__WEBPACK_IMPORTED_MODULE_1__/* .Slug */ .Mw,
    metric: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['error-rate', 'latency-p95', 'custom']),
    query: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .min(1)
        .max(4096)
        .optional()
        .describe('Query with `{version}` and `{window}`.'),
    unit: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['ratio', 'milliseconds', 'count']),
    limit: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('With its unit: `1%`, `250ms`, `1000`.'),
    direction: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['at-most', 'at-least']).default('at-most'),
    'on-breach': zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['pause', 'rollback']).default('rollback'),
    'min-samples': zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1).max(1_000_000).default(50),
})
    .check((ctx) => {
    const { limit, unit, metric, query } = ctx.value;
    if ((0,_judging_objective_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLimit */ .Fv)(limit, unit) === undefined)
        ctx.issues.push({
            code: 'custom',
            input: limit,
            path: ['limit'],
            message: `must be a limit in ${unit}, such as ${{ ratio: '1%', milliseconds: '250ms', count: '1000' }[unit]}`,
        });
    if (metric === 'custom' && query === undefined)
        ctx.issues.push({
            code: 'custom',
            input: query,
            path: ['query'],
            message: 'is required for the metric `custom`',
        });
})
    .meta({ id: 'Objective' });
/** Where the values of the objectives come from. */
const Metrics = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('provider', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('prometheus'),
        url: _text_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpUrl */ .oA.optional().describe('Address of the Prometheus API. Left out: the secret or variable `PROMETHEUS_URL`.'),
        'requests-metric': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .default('http_requests_total')
            .describe('Counter with the labels `version` and `code`.'),
        'duration-metric': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .default('http_request_duration_seconds')
            .describe('Histogram with the label `version`.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('prober').describe('Built in: asks the slot itself and measures.'),
        method: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['GET', 'POST']).default('GET'),
        path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^\//).default('/'),
        body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(10_000).optional(),
        headers: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).default({}),
        'requests-per-look': zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1).max(1000).default(50),
    }),
])
    .meta({ id: 'Metrics' });
/** The objective as a plan freezes it: numbers in base units. */
function toObjective(config) {
    return {
        name: config.name,
        metric: config.metric,
        query: config.query ?? null,
        unit: config.unit,
        limit: parseLimit(config.limit, config.unit) ?? Number.NaN,
        direction: config.direction,
        onBreach: config['on-breach'],
        minSamples: config['min-samples'],
    };
}


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

/***/ 47582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YK: () => (/* binding */ Roles),
/* harmony export */   ZI: () => (/* binding */ rolesFor)
/* harmony export */ });
/* unused harmony export DUTIES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67936);


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
    'notice',
    'backup',
    'override',
];
const Member = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^(?:role:[a-z][a-z0-9-]{0,62}|[A-Za-z0-9][A-Za-z0-9-]{0,38})$/, 'must be a login, or a role of the repository such as role:maintain; a team cannot be asked for with the token of a job');
const Role = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    members: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Member)
        .min(1)
        .max(100)
        .describe('Logins, deputies included, and roles of the repository such as `role:maintain`.'),
    may: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(DUTIES)).max(DUTIES.length).default([]).describe('What they do by hand.'),
})
    .meta({ id: 'Role' });
/** Who does what by hand. A duty that no role names is anybody's who has write access. */
const Roles = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(_text_js__WEBPACK_IMPORTED_MODULE_0__/* .Slug */ .Mw, Role);
/** The roles that may do something by hand; empty where nobody is named. */
function rolesFor(duty, roles) {
    return Object.entries(roles).filter(([, { may }]) => may.includes(duty));
}


/***/ }),

/***/ 34356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ parseLimit)
/* harmony export */ });
/* unused harmony exports formatValue, judgeObjective */
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46427);
/* harmony import */ var _config_ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70292);


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
/* harmony export */   a6: () => (/* binding */ audienceText),
/* harmony export */   kO: () => (/* binding */ forAudience),
/* harmony export */   ln: () => (/* binding */ Audience),
/* harmony export */   nT: () => (/* binding */ isSameAudience)
/* harmony export */ });
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
