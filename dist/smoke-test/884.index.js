export const id = 884;
export const ids = [884];
export const modules = {

/***/ 4142:
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
var judging_verdict = __webpack_require__(9534);
// EXTERNAL MODULE: ./lib/domain/smoke/depth.js
var smoke_depth = __webpack_require__(4463);
;// CONCATENATED MODULE: ./lib/domain/smoke/platform.js
const FAMILIES = [
    [/^(?:ubuntu|linux)/, 'linux'],
    [/^(?:macos|mac|darwin)/, 'macos'],
    [/^windows/, 'windows'],
];
/**
 * Whether a job runs on the system that it was asked for, by the names of runner labels (`ubuntu-latest`) or systems
 * (`Linux`). Not so, it says nothing about that system.
 * @param actual RUNNER_OS.
 */
function osEvidence(wanted, actual) {
    return platformEvidence('os', 'RUNNER_OS', wanted, actual, family(wanted) === family(actual));
}
/** Whether the interpreter is of the version asked for: `3.11` fits every 3.11.x, `3.x` every 3. */
function pythonEvidence(wanted, actual, question) {
    const series = wanted.replace(/\.x$/, '');
    const fits = actual === series || actual.startsWith(`${series}.`);
    return platformEvidence('python', question, wanted, actual, fits);
}
function platformEvidence(name, question, limit, actual, fits) {
    const answer = actual === '' ? 'unknown' : actual;
    return { name, verdict: fits && actual !== '' ? 'pass' : 'inconclusive', question, answer, limit };
}
function family(text) {
    const name = text.toLowerCase();
    return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/smoke/report.js

/** The head of the summary: what was tested, and how many of the checks passed. */
function smokeBlocks(facts, { evidence }) {
    const passed = evidence.filter((e) => e.verdict === 'pass').length;
    const share = evidence.length === 0 ? 0 : passed / evidence.length;
    const rows = [
        ['Version', facts.version],
        ['Suite', facts.suite],
        ['Depth', facts.depth === '' ? 'none' : facts.depth],
        ['Target', facts.target],
        ['Passed', `${(0,markdown/* bar */.M0)(share)} ${passed} of ${evidence.length}`],
    ];
    return [(0,markdown/* table */.tp)(['Smoke test', ''], rows)];
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

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/release/template.js
var template = __webpack_require__(8366);
// EXTERNAL MODULE: ./lib/domain/secret-spellings.js
var secret_spellings = __webpack_require__(6988);
;// CONCATENATED MODULE: ./lib/domain/smoke/http-check.js


/** Hold an answer against its check. Everything that is wrong is named, not the first thing only. */
function judgeHttp(check, answer, question, values) {
    const limitMs = (0,duration/* parseDuration */.E9)(check['max-response-time']) ?? 2000;
    const problems = [
        ...(answer.status === check.status ? [] : [`status ${answer.status}`]),
        ...(answer.elapsedMs <= limitMs ? [] : [`${answer.elapsedMs} ms`]),
        ...jsonProblems(check, answer.body, values),
        ...textProblem(check, answer.body, values),
    ];
    return {
        name: check.name,
        verdict: problems.length === 0 ? 'pass' : 'fail',
        question,
        answer: problems.length === 0 ? `${answer.status} in ${answer.elapsedMs} ms` : problems.join(', '),
        limit: wanted(check, limitMs, values),
    };
}
function wanted({ status, json, contains }, limitMs, values) {
    const fields = Object.entries(json).map(([pointer, text]) => `${pointer} = ${(0,template/* fill */.G)(text, values)}`);
    const text = contains === undefined ? [] : [`the text "${(0,template/* fill */.G)(contains, values)}"`];
    return [`${status} within ${limitMs} ms`, ...fields, ...text].join(', ');
}
function textProblem({ contains }, body, values) {
    const missing = contains !== undefined && !body.includes((0,template/* fill */.G)(contains, values));
    return missing ? ['the text is missing'] : [];
}
function jsonProblems({ json }, body, values) {
    const pointers = Object.entries(json);
    if (pointers.length === 0)
        return [];
    const data = parsed(body);
    if (data === undefined)
        return ['no JSON'];
    return pointers.flatMap(([pointer, text]) => {
        const seen = textOf(at(data.value, pointer));
        return seen === (0,template/* fill */.G)(text, values) ? [] : [`${pointer} = ${seen ?? 'nothing'}`];
    });
}
function parsed(body) {
    try {
        return { value: JSON.parse(body) };
    }
    catch {
        return undefined;
    }
}
/** The value at a JSON pointer (RFC 6901); undefined where there is none. */
function at(value, pointer) {
    return pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce((inner, key) => {
        const holds = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key);
        return holds ? inner[key] : undefined;
    }, value);
}
/** A scalar as text; what is no scalar equals no text. */
function textOf(value) {
    if (typeof value === 'string')
        return value;
    if (value === undefined)
        return undefined;
    return JSON.stringify(value);
}

// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
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

;// CONCATENATED MODULE: ./lib/domain/smoke/load.js


/**
 * Hold the requests of a load check against the limits of its depth: how many were sent, errors, the 95th percentile
 * and success. Numbers are compared as numbers; what was not sent decides nothing.
 */
function judgeLoad(name, shots, limits, question) {
    return findings(shots, limits).map(({ what, verdict, answer, limit }) => ({
        name: `${name} ${what}`,
        verdict: shots.length === 0 ? 'inconclusive' : verdict,
        question,
        answer: shots.length === 0 ? 'no request was sent' : answer,
        limit,
        samples: shots.length,
    }));
}
function findings(shots, limits) {
    const planned = limits.users * limits.iterations;
    const times = shots.map((s) => s.elapsedMs);
    const p95 = nearestRank(0.95, times);
    const errors = share(shots, (s) => !s.ok);
    const success = share(shots, (s) => s.ok && s.elapsedMs <= limits.responseMs);
    return [
        {
            what: 'requests',
            verdict: shots.length === planned ? 'pass' : 'inconclusive',
            answer: `${shots.length} sent`,
            limit: `${planned} within ${limits.seconds} s`,
        },
        {
            what: 'error-rate',
            verdict: held(errors <= limits.errorRate),
            answer: (0,ratio/* formatRatio */.B0)(errors),
            limit: `at most ${(0,ratio/* formatRatio */.B0)(limits.errorRate)}`,
        },
        {
            what: 'latency-p95',
            verdict: held(p95 <= limits.responseMs),
            answer: `${p95} ms`,
            limit: `at most ${limits.responseMs} ms`,
        },
        {
            what: 'success-rate',
            verdict: held(success >= limits.successRate),
            answer: (0,ratio/* formatRatio */.B0)(success),
            limit: `at least ${(0,ratio/* formatRatio */.B0)(limits.successRate)}`,
        },
    ];
}
function held(holds) {
    return holds ? 'pass' : 'fail';
}
function share(shots, holds) {
    return shots.filter(holds).length / shots.length;
}

;// CONCATENATED MODULE: ./lib/app/send-load.js

/** What the service did wrong, in contrast to what stops the test. */
const ERRORS = ['connection', 'timeout', 'too-large'];
/**
 * Send `iterations` requests for each of `users` at once, one after the other, until the time of the depth is over.
 * Nothing is repeated: an error is what is looked for. @throws Failure for what is not the service's fault.
 */
async function sendLoad(request, { users, iterations, seconds }, { http, clock }) {
    const end = clock.now().getTime() + seconds * 1000;
    const user = async () => {
        const shots = [];
        while (shots.length < iterations && clock.now().getTime() < end)
            shots.push(await shoot(request, http, clock));
        return shots;
    };
    return (await Promise.all(Array.from({ length: users }, user))).flat();
}
async function shoot(request, http, clock) {
    const started = clock.now().getTime();
    try {
        const { status, elapsedMs } = await http.send(request);
        return { ok: status < 400, elapsedMs };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR) || !ERRORS.includes(error.code))
            throw error;
        return { ok: false, elapsedMs: clock.now().getTime() - started };
    }
}

;// CONCATENATED MODULE: ./lib/app/smoke-checks.js








/** No request takes longer; a check's own limit is held against the answer. */
const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;
const PAUSE_MS = 500;
/** Run one check. Whatever happens becomes evidence: a check that could not run is inconclusive, never absent. */
async function runCheck(check, context, ports) {
    try {
        if (context.next === undefined && JSON.stringify(check).includes('{next-version}'))
            throw new domain_failure/* Failure */.HR('absent', 'the check needs {next-version} and there is none');
        if (check.kind === 'http')
            return [await httpCheck(check, context, ports)];
        if (check.kind === 'command')
            return [await commandCheck(check, context, ports)];
        return await loadCheck(check, context, ports);
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        return [notRun(check.name, (0,domain_failure/* failureLine */.Pu)(error))];
    }
}
/** Evidence of a check that did not run. */
function notRun(name, reason) {
    return { name, verdict: 'inconclusive', question: '', answer: `not run: ${reason}`, limit: '' };
}
async function httpCheck(check, context, ports) {
    const values = placeholders(context);
    const request = requestOf(check, context, check.url);
    const question = `${request.method} ${request.url}`;
    try {
        const { status, body, elapsedMs } = await sendPatiently(request, ports);
        const answer = { status, body: new TextDecoder().decode(body), elapsedMs };
        return judgeHttp(check, answer, question, values);
    }
    catch (error) {
        const own = error instanceof domain_failure/* Failure */.HR && ['connection', 'timeout'].includes(error.code);
        if (!own)
            throw error;
        return {
            name: check.name,
            verdict: 'fail',
            question,
            answer: error.message,
            limit: String(check.status),
        };
    }
}
/** A GET that found nobody is asked again, at most twice; an answer always stands, whatever it is. */
async function sendPatiently(request, { http, clock }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await http.send(request);
        }
        catch (error) {
            const lost = error instanceof domain_failure/* Failure */.HR && error.code === 'connection';
            if (!lost || request.method !== 'GET' || attempt === ATTEMPTS)
                throw error;
            await clock.sleep(PAUSE_MS * attempt);
        }
    }
}
async function commandCheck(check, context, { command }) {
    if (context.slotUrl === undefined && check.argv.some((part) => part.includes('{slot-url}')))
        throw needsTarget();
    const argv = check.argv.map((part) => (0,template/* fill */.G)(part, placeholders(context)));
    const question = argv.join(' ');
    try {
        const timeoutMs = (0,duration/* parseDuration */.E9)(check.timeout) ?? 300_000;
        const env = secretsOf(check, context);
        const result = await command.run(argv, { timeoutMs, env });
        return judgeCommand(check, { ...result, stderr: without(env, result.stderr) }, question);
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR) || error.code !== 'timeout')
            throw error;
        const { name, timeout: limit } = check;
        return { name, verdict: 'fail', question, answer: error.message, limit };
    }
}
function secretsOf({ secrets }, context) {
    const given = secrets.map((name) => [name, context.secrets[name]]);
    return Object.fromEntries(given.filter((pair) => !!pair[1]));
}
/** What a command prints is shown to people: its secrets are taken out of it. */
function without(secrets, text) {
    return Object.entries(secrets).reduce((all, [name, value]) => (0,secret_spellings/* concealing */.si)([value])(all.replaceAll(value, name)), text);
}
function judgeCommand(check, result, question) {
    const limitMs = (0,duration/* parseDuration */.E9)(check['max-duration'] ?? '') ?? Number.POSITIVE_INFINITY;
    const ended = `exit ${result.exit ?? 'by a signal'} after ${result.elapsedMs} ms`;
    return {
        name: check.name,
        verdict: result.exit === 0 && result.elapsedMs <= limitMs ? 'pass' : 'fail',
        question,
        answer: result.exit === 0 ? ended : `${ended}: ${lastLine(result.stderr)}`,
        limit: limitMs === Number.POSITIVE_INFINITY ? 'exit 0' : `exit 0 within ${limitMs} ms`,
    };
}
async function loadCheck(check, context, ports) {
    const { limits } = context;
    if (limits === undefined)
        throw new domain_failure/* Failure */.HR('absent', 'a load check needs a depth');
    const request = requestOf(check, context, undefined);
    const question = `${request.method} ${request.url}, ${limits.users} users`;
    return judgeLoad(check.name, await sendLoad(request, limits, ports), limits, question);
}
function requestOf(check, context, absolute) {
    const values = placeholders(context);
    if (absolute === undefined && context.slotUrl === undefined)
        throw needsTarget();
    const url = absolute ?? `${context.slotUrl}${check.path}`;
    const headers = Object.entries(check.headers).map(([k, v]) => [k, (0,template/* fill */.G)(v, values)]);
    return {
        method: check.method,
        url: (0,template/* fill */.G)(url, values),
        headers: Object.fromEntries(headers),
        timeoutMs: TIMEOUT_MS,
        ...(check.body === undefined ? {} : { body: (0,template/* fill */.G)(check.body, values) }),
    };
}
function placeholders({ version, next, slotUrl }) {
    return {
        version,
        ...(next === undefined ? {} : { 'next-version': next }),
        ...(slotUrl === undefined ? {} : { 'slot-url': slotUrl }),
    };
}
function needsTarget() {
    return new domain_failure/* Failure */.HR('absent', 'the check addresses a slot and there is no target');
}

;// CONCATENATED MODULE: ./lib/app/python-packages.js




/** Name of the built-in suite. */
const PYTHON_PACKAGES = 'python-packages';
const INSTALL_MS = 600_000;
const START_MS = 60_000;
const IMPORT = 'import importlib, sys; print(importlib.import_module(sys.argv[1]).__version__, end="")';
/** Packages that the config declares. */
function declaredPackages({ artefacts }) {
    return artefacts.filter((a) => a.kind === 'python-package');
}
/**
 * Install each declared package from the index into a folder of its own, import it, hold its `__version__` against the
 * version, and start its console scripts with `--version`. What could not run because of an earlier step is listed too.
 * @throws Failure `forbidden-origin` for an index that the config does not allow.
 */
async function testPackages(version, config, ports) {
    if (config.index.url !== undefined)
        ports.allow(new URL(config.index.url));
    const evidence = [];
    for (const declared of declaredPackages(config))
        evidence.push(...(await testPackage(declared, version, config.index.url, ports)));
    return evidence;
}
/** The version of the interpreter, for example `3.11.9`. @throws Failure */
async function pythonVersion({ command, python, }) {
    const code = 'import platform; print(platform.python_version(), end="")';
    const { exit, stdout } = await command.run([python, '-c', code], { timeoutMs: START_MS });
    return exit === 0 ? stdout.trim() : '';
}
async function testPackage(declared, version, index, ports) {
    const folder = await ports.files.temporaryFolder();
    const wanted = toPythonVersion(version);
    const later = [`import ${declared.import}`, ...declared.scripts.map((s) => `script ${s}`)];
    const name = `install ${declared.name}`;
    if (wanted === undefined)
        return [name, ...later].map((n) => notRun(n, `${version} has no Python spelling`));
    const from = index === undefined ? [] : ['--index-url', index];
    const pip = [ports.python, '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
    const argv = [...pip, '--target', folder, ...from, `${declared.name}==${wanted}`];
    const installed = await python_packages_step({ name, argv, timeoutMs: INSTALL_MS }, ports);
    if (installed.verdict !== 'pass')
        return [installed, ...later.map((n) => notRun(n, 'the package is not installed'))];
    const env = { PYTHONPATH: folder };
    const imported = await importStep(declared, wanted, env, ports);
    const scripts = [];
    for (const script of declared.scripts)
        scripts.push(await scriptStep(script, folder, env, ports));
    return [installed, imported, ...scripts];
}
async function importStep(declared, wanted, env, ports) {
    const name = `import ${declared.import}`;
    const argv = [ports.python, '-c', IMPORT, declared.import];
    const problem = ({ stdout }) => pythonVersionKey(stdout.trim()) === pythonVersionKey(wanted)
        ? undefined
        : `__version__ is ${stdout.trim().slice(0, 60) || 'empty'}`;
    const found = await python_packages_step({ name, argv, env, timeoutMs: START_MS, problem }, ports);
    return { ...found, question: `__version__ of ${declared.import}`, limit: wanted };
}
/** A script that is not there is the package's fault, where a missing interpreter is the machine's. */
function scriptStep(script, folder, env, ports) {
    const argv = [ports.scriptPath(folder, script), '--version'];
    const name = `script ${script}`;
    return python_packages_step({ name, argv, env, timeoutMs: START_MS, whenAbsent: 'fail' }, ports);
}
async function python_packages_step({ name, argv, timeoutMs, env = {}, whenAbsent = 'inconclusive', problem }, { command }) {
    const base = { name, question: argv.join(' '), limit: 'exit 0' };
    try {
        const result = await command.run(argv, { timeoutMs, env });
        const wrong = result.exit === 0 ? problem?.(result) : failed(result);
        const answer = wrong ?? `done in ${result.elapsedMs} ms`;
        return { ...base, verdict: wrong === undefined ? 'pass' : 'fail', answer };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        const verdict = error.code === 'absent' ? whenAbsent : 'inconclusive';
        return { ...base, verdict, answer: (0,domain_failure/* failureLine */.Pu)(error) };
    }
}
function failed({ exit, stderr }) {
    return `exit ${exit ?? 'by a signal'}: ${lastLine(stderr)}`;
}

;// CONCATENATED MODULE: ./lib/domain/smoke/target.js
/**
 * The slot that a test of `version` addresses: for `version` the one that runs it, else an idle one; for `serving` one
 * with weight; for `idle-slot` the one without weight or, while a rollout gives weight to both, the one that runs the
 * version. Undefined when no slot fits.
 */
function chooseSlot(kind, version, slots) {
    const running = slots.filter((s) => s.version === version);
    const heaviest = slots.toSorted((a, b) => b.weight - a.weight)[0];
    const idle = slots.find((s) => s.weight === 0);
    if (kind === 'version')
        return running[0] ?? idle;
    if (kind === 'serving')
        return running.find((s) => s.weight > 0) ?? heaviest;
    return idle ?? running[0];
}

;// CONCATENATED MODULE: ./lib/app/smoke-target.js


const NO_TARGET = { url: undefined, text: 'none', evidence: undefined };
/**
 * Find the slot, start the version there where that is asked for, and ask the slot itself for its version. A slot that
 * has traffic is never started anew.
 * @throws Failure when router, slots or the deploy command refuse.
 */
async function findTarget(request, config, ports) {
    const { kind, version } = request;
    if (kind === 'none')
        return NO_TARGET;
    const chosen = chooseSlot(kind, version, await slotStates(request, ports.traffic));
    if (chosen === undefined)
        throw new domain_failure/* Failure */.HR('busy-slot', `no slot is idle, and none runs ${version}`, 'End the rollout that has the traffic first');
    const starts = request.prepare && (chosen.weight === 0 || chosen.version !== version);
    if (starts)
        await ports.start(version, chosen.slot);
    const answers = starts ? await ports.traffic.versionIn(chosen.slot) : chosen.version;
    return target({ ...chosen, version: answers }, version, config);
}
/**
 * The slots that come into question, with weight and version. What runs in an idle slot is not asked when it is about
 * to be replaced: it may be the broken one of last time. @throws Failure for another slot that cannot be asked.
 */
async function slotStates({ kind, prepare }, traffic) {
    const all = Object.entries(await traffic.weights());
    const idle = kind === 'idle-slot' ? all.filter(([, weight]) => weight === 0) : [];
    const states = (idle.length === 0 ? all : idle).map(async ([slot, weight]) => {
        const replaced = prepare && weight === 0;
        return { slot, weight, version: replaced ? undefined : await traffic.versionIn(slot) };
    });
    return Promise.all(states);
}
function target({ slot, weight, version }, wanted, config) {
    const { traffic } = config;
    const own = traffic?.slots[slot]?.url;
    // With all of the traffic the slot is tested the way its users reach it.
    const url = weight === 100 ? (traffic?.endpoint ?? own) : own;
    return {
        url: url?.replace(/\/$/, ''),
        text: `slot ${slot} at ${weight} %`,
        evidence: {
            name: 'version',
            verdict: version === wanted ? 'pass' : 'fail',
            question: `version of slot ${slot}`,
            answer: version ?? 'nothing answers',
            limit: wanted,
        },
    };
}

;// CONCATENATED MODULE: ./lib/app/smoke-test.js








/** Run one suite against one version. @throws Failure for what keeps all of it from running. */
async function smokeTest(request, config, ports) {
    const { suite, whenUndeclared } = request;
    const names = declaredNames(suite, config);
    // A suite that only has to start the version needs no checks of its own: that it answers is one.
    if (names.length === 0 && !request.prepare) {
        if (whenUndeclared === 'pass')
            return { verdict: { verdict: 'pass', reason: 'nothing declared', evidence: [] } };
        return { verdict: (0,judging_verdict/* inconclusive */.Ni)(`the config declares nothing for the suite ${suite}`) };
    }
    const absent = absentSecrets(request, config);
    if (absent.length > 0)
        return {
            verdict: (0,judging_verdict/* inconclusive */.Ni)(`the suite ${suite} needs ${absent.join(', ')}, which is empty: nothing was run. Set the secret and pass it by name`),
        };
    if (request.dryRun)
        return { verdict: (0,judging_verdict/* inconclusive */.Ni)(`dry run: nothing was tested, would run ${names.join(', ')}`) };
    const place = await smoke_test_platformEvidence(request, ports);
    if (place.some((e) => e.verdict !== 'pass'))
        return report(request, NO_TARGET, [...place, ...names.map((n) => notRun(n, 'wrong platform'))]);
    const target = await targetOf(request, config, ports);
    const version = target.evidence === undefined ? [] : [target.evidence];
    const evidence = version.some((e) => e.verdict !== 'pass')
        ? names.map((name) => notRun(name, 'the version is not there'))
        : await runSuite(request, config, target, ports);
    return report(request, target, [...place, ...version, ...evidence]);
}
/** Asked before anything runs: a suite that publishes must not stop half way. */
function absentSecrets({ suite, secrets }, config) {
    const named = checksOf(suite, config).flatMap((c) => (c.kind === 'command' ? c.secrets : []));
    return [...new Set(named)].filter((name) => !secrets[name]);
}
/** Names of everything that the suite would run. */
function declaredNames(suite, config) {
    return suite === PYTHON_PACKAGES
        ? declaredPackages(config).map((p) => p.name)
        : checksOf(suite, config).map((c) => c.name);
}
function checksOf(suite, { smoke }) {
    return Object.hasOwn(smoke.suites, suite) ? (smoke.suites[suite] ?? []) : [];
}
/** A suite of packages addresses no slot, whatever the target says. */
async function targetOf({ suite, target: kind, version, prepare }, config, ports) {
    if (suite === PYTHON_PACKAGES || kind === 'none')
        return NO_TARGET;
    try {
        return await findTarget({ kind, version, prepare }, config, ports.delivery());
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        return { ...NO_TARGET, evidence: notRun('target', (0,domain_failure/* failureLine */.Pu)(error)) };
    }
}
async function runSuite({ suite, version, depth, next, secrets }, config, { url: slotUrl }, ports) {
    if (suite === PYTHON_PACKAGES)
        return testPackages(version, config, ports);
    const limits = depth === undefined ? undefined : (0,smoke_depth/* depthLimits */.O)(depth, config.smoke);
    const context = { version, next, secrets, slotUrl, limits };
    const evidence = [];
    for (const check of checksOf(suite, config))
        evidence.push(...(await runCheck(check, context, ports)));
    return evidence;
}
/** A leg that runs elsewhere than it was asked to says nothing about that place. */
async function smoke_test_platformEvidence({ expectOs, expectPython, os }, ports) {
    const evidence = expectOs === undefined ? [] : [osEvidence(expectOs, os)];
    if (expectPython === undefined)
        return evidence;
    const question = `${ports.python} --version`;
    return [...evidence, pythonEvidence(expectPython, await pythonVersion(ports), question)];
}
function report({ version, suite, depth }, target, evidence) {
    const verdict = (0,judging_verdict/* overall */.Me)(evidence);
    const passed = evidence.filter((e) => e.verdict === 'pass').length;
    return {
        verdict,
        outputs: {
            passed: String(passed),
            total: String(evidence.length),
            endpoint: target.url ?? '',
        },
        summary: smokeBlocks({ version, suite, depth: depth ?? '', target: target.text }, verdict),
    };
}

// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(3291);
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

// EXTERNAL MODULE: ./lib/actions/smoke-test/inputs.js
var smoke_test_inputs = __webpack_require__(3763);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/adapters/command/python.js

/** The interpreter by the name it has on this system. */
function pythonProgram(os) {
    return os === 'Windows' ? 'python' : 'python3';
}
/** Where `pip install --target` puts a console script. */
function scriptPathOn(os) {
    return (folder, script) => (0,external_node_path_.join)(folder, 'bin', os === 'Windows' ? `${script}.exe` : script);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
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
// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(7690);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var rollout_audience = __webpack_require__(8850);
// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(8994);
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





const slots_TIMEOUT_MS = 10_000;
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
        const answer = await http.send({ method: 'GET', url, timeoutMs: slots_TIMEOUT_MS });
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
function assertSame(wanted, held) {
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
        peer.setTimeout(runtime_socket_TIMEOUT_MS, () => fail(new domain_failure/* Failure */.HR('timeout', 'the HAProxy runtime API did not answer in time')));
        peer.on('data', (chunk) => {
            text += chunk;
            if (text.length > LARGEST)
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
            assertSame(wanted, await weights());
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
    return new domain_failure/* Failure */.HR('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
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
    const name = (0,template/* fill */.G)(declared.name, { version });
    try {
        const asset = presentAsset(release, name);
        const list = presentAsset(release, (0,template/* fill */.G)(declared.checksums, { version }));
        const checksums = parseChecksums(new TextDecoder().decode(await releases.download(list)));
        const file = await measure(asset);
        inspect_asset_assertSame(asset, file, checksums);
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
    const release = await releaseOf(version, config['tag-prefix'], ports.releases);
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
async function releaseOf(version, tagPrefix, releases) {
    const tag = (0,release_version/* tagOf */.cO)(version, tagPrefix);
    const release = await releases.byTag(tag);
    if (release !== undefined)
        return release;
    throw new domain_failure/* Failure */.HR('absent', `there is no release ${tag}`, 'Build and draft it before this run; a draft is shown only to a token with contents: write');
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
        ...(hasImages ? { images: await plannedImages(version, ports) } : {}),
    };
}
/** @throws Failure `no-plan` where no record says which images a version is. */
async function plannedImages(version, { planned }) {
    const images = (0,image_digests/* imageReferences */.Ef)((await planned(version)) ?? []);
    if (images !== '')
        return images;
    throw new domain_failure/* Failure */.HR('no-plan', `no plan in the ledger names the images of ${version}`, 'Start that version by hand');
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

// EXTERNAL MODULE: ./lib/domain/ledger/canonical.js
var canonical = __webpack_require__(6766);
// EXTERNAL MODULE: ./lib/domain/config/complaint.js
var complaint = __webpack_require__(8310);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/domain/config/notifications.js
var notifications = __webpack_require__(3191);
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
const PAUSES_MS = [1000, 3000];
/** What leaves open whether a request was carried out. */
const LOST = ['connection', 'server-error', 'unreachable', 'bad-answer'];
/** Make the ledger's branch. Sent again when the answer is lost: a branch that stands is taken as it is. */
async function beginBranch({ store, clock, }) {
    for (const pause of PAUSES_MS) {
        try {
            return await store.create();
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR && LOST.includes(error.code)))
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
        throw new domain_failure/* Failure */.HR('contended', `the ledger entry was overtaken ${TRIES} times`, 'Run the job again');
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
function source_secrets_secretsOf(source) {
    return [...new Set(namesOf(source).filter((name) => name !== undefined))];
}
function namesOf(source) {
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
const LOOK_MS = 30_000;
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
    const end = clock.now().getTime() + LOOK_MS;
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
    const missing = source_secrets_secretsOf(config).filter((secret) => !ports.secrets[secret]);
    if (missing.length > 0)
        return unavailable(withoutSecrets(name, missing));
    const values = source_secrets_secretsOf(config).map((secret) => ports.secrets[secret] ?? '');
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

// EXTERNAL MODULE: ./lib/domain/config/objective.js + 1 modules
var objective = __webpack_require__(4436);
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
        { kind: ERROR_RATE, limit: thresholds_share(errorRate) },
        { kind: LATENCY, limit: responseTime },
        { kind: SUCCESS_RATE, limit: thresholds_share(successRate) },
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
function thresholds_share(percent) {
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
            const { repositoryClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6664));
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
    const rollout = rolloutOf(entries);
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

;// CONCATENATED MODULE: ./lib/app/held.js

/** Weights in words, in the order of the slots' names: `blue 90 %, green 10 %`. */
function weightsText(weights) {
    const names = Object.keys(weights).sort();
    return names.map((name) => `${name} ${weights[name]} %`).join(', ');
}
/** What a router shall hold, in words: the weights, and for whom they are where that is not everybody. */
function held_routingText(weights, audience) {
    return weightsText(weights) + forAudience(audience);
}
/** What a router holds; one that knows weights only has them for everybody. @throws Failure when it cannot be asked. */
async function heldBy(traffic) {
    if (traffic.held !== undefined)
        return traffic.held();
    return { weights: await traffic.weights(), audience: undefined };
}
/** The same in words, as `routingText`. @throws Failure when it cannot be asked. */
async function held_heldText(traffic) {
    const { weights, audience } = await heldBy(traffic);
    return held_routingText(weights, audience);
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
var wilson = __webpack_require__(6934);
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
async function lookAgain(hand, ports) {
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

;// CONCATENATED MODULE: ./lib/app/one-deployment.js




/**
 * Id of the one deployment of a plan, which is made where there is none. What another run has made in the same moment is
 * found by the next one that looks: the first stays, the others go.
 * @throws Failure
 */
async function oneDeployment(environment, entries, { deployments, digest }) {
    const rollout = rolloutOf(entries);
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
    return (await create(wanted, own, deployments)).id;
}
/** Where the answer was lost it is looked for, and made by the next run that shows something. */
async function create(wanted, own, deployments) {
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
        head: head === undefined ? '' : digest((0,canonical/* canonical */.$)(head)),
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
            await mirror_stage_report(id, said, runUrl, deployments);
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
    const hash = head === undefined ? '' : digest((0,canonical/* canonical */.$)(head));
    return { state, description: `${text}${MARK}${head?.seq} ${hash}` };
}
const MARK = ' | record ';
function isSame(shown, { state, text }) {
    return shown?.state === state && shown.description.startsWith(`${text}${MARK}`);
}
/** Said once more only where the first time was lost. */
async function mirror_stage_report(id, status, runUrl, deployments) {
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
            return rolloutOf(entries)?.plan.artefacts;
        },
    };
    return {
        traffic,
        metrics: connectMetrics(config, given, runner, { http: looks, slotOf }),
        start: (version, slot) => startVersion(version, slot, config, ports),
        mirror: connectMirror(config, github, runner),
    };
}

;// CONCATENATED MODULE: ./lib/actions/smoke-test/ports.js






/** What the checks of the config may reach. */
function smokePorts(config, github, runner) {
    const { context, signal, clock } = runner;
    const rule = (0,network_policy/* publicOnly */.qr)(config['allow-private']);
    return {
        http: (0,node_http/* nodeHttp */.L)({ timeoutMs: 30_000, maxBytes: 4_000_000, signal }, rule),
        command: nodeCommand({ cwd: context.workspace, maxBytes: 4_000_000, signal }),
        clock,
        allow: rule,
        files: jobFiles(context),
        python: pythonProgram(context.os),
        scriptPath: scriptPathOn(context.os),
        delivery: () => connectDelivery(config, github, runner),
    };
}

;// CONCATENATED MODULE: ./lib/actions/smoke-test/run.js




async function run(inputs, config, github, runner) {
    const versionOf = (input, text) => key_releaseKey(input, text, config).version;
    const { next_version: next, 'pypi-api-token': token } = inputs;
    if (token !== undefined)
        runner.mask(token);
    const request = {
        ...(0,smoke_test_inputs/* toRequest */.d_)(inputs),
        version: versionOf('version_to_test', inputs.version_to_test),
        next: next === undefined ? undefined : versionOf('next_version', next),
        secrets: token === undefined ? {} : { PYPI_API_TOKEN: token },
        os: runner.context.os,
    };
    return smokeTest(request, config, smokePorts(config, github, runner));
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
