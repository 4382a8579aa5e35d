export const id = 807;
export const ids = [807];
export const modules = {

/***/ 7807:
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
/** The last line of what a program printed, which mostly says what went wrong; at most 300 characters. */
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function template_fill(template, values) {
    return template.replaceAll(/\{([a-z-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

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
    const fields = Object.entries(json).map(([pointer, text]) => `${pointer} = ${template_fill(text, values)}`);
    const text = contains === undefined ? [] : [`the text "${template_fill(contains, values)}"`];
    return [`${status} within ${limitMs} ms`, ...fields, ...text].join(', ');
}
function textProblem({ contains }, body, values) {
    const missing = contains !== undefined && !body.includes(template_fill(contains, values));
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
        return seen === template_fill(text, values) ? [] : [`${pointer} = ${seen ?? 'nothing'}`];
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
        if (!(error instanceof domain_failure/* Failure */.H) || !ERRORS.includes(error.code))
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
            throw new domain_failure/* Failure */.H('absent', 'the check needs {next-version} and there is none');
        if (check.kind === 'http')
            return [await httpCheck(check, context, ports)];
        if (check.kind === 'command')
            return [await commandCheck(check, context, ports)];
        return await loadCheck(check, context, ports);
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        return [notRun(check.name, (0,domain_failure/* failureLine */.P)(error))];
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
        const own = error instanceof domain_failure/* Failure */.H && ['connection', 'timeout'].includes(error.code);
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
            const lost = error instanceof domain_failure/* Failure */.H && error.code === 'connection';
            if (!lost || request.method !== 'GET' || attempt === ATTEMPTS)
                throw error;
            await clock.sleep(PAUSE_MS * attempt);
        }
    }
}
async function commandCheck(check, context, { command }) {
    if (context.slotUrl === undefined && check.argv.some((part) => part.includes('{slot-url}')))
        throw needsTarget();
    const argv = check.argv.map((part) => template_fill(part, placeholders(context)));
    const question = argv.join(' ');
    try {
        const timeoutMs = (0,duration/* parseDuration */.E9)(check.timeout) ?? 300_000;
        const env = secretsOf(check, context);
        const result = await command.run(argv, { timeoutMs, env });
        return judgeCommand(check, { ...result, stderr: without(env, result.stderr) }, question);
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H) || error.code !== 'timeout')
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
        throw new domain_failure/* Failure */.H('absent', 'a load check needs a depth');
    const request = requestOf(check, context, undefined);
    const question = `${request.method} ${request.url}, ${limits.users} users`;
    return judgeLoad(check.name, await sendLoad(request, limits, ports), limits, question);
}
function requestOf(check, context, absolute) {
    const values = placeholders(context);
    if (absolute === undefined && context.slotUrl === undefined)
        throw needsTarget();
    const url = absolute ?? `${context.slotUrl}${check.path}`;
    const headers = Object.entries(check.headers).map(([k, v]) => [k, template_fill(v, values)]);
    return {
        method: check.method,
        url: template_fill(url, values),
        headers: Object.fromEntries(headers),
        timeoutMs: TIMEOUT_MS,
        ...(check.body === undefined ? {} : { body: template_fill(check.body, values) }),
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
    return new domain_failure/* Failure */.H('absent', 'the check addresses a slot and there is no target');
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
    const installed = await step({ name, argv, timeoutMs: INSTALL_MS }, ports);
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
    const found = await step({ name, argv, env, timeoutMs: START_MS, problem }, ports);
    return { ...found, question: `__version__ of ${declared.import}`, limit: wanted };
}
/** A script that is not there is the package's fault, where a missing interpreter is the machine's. */
function scriptStep(script, folder, env, ports) {
    const argv = [ports.scriptPath(folder, script), '--version'];
    const name = `script ${script}`;
    return step({ name, argv, env, timeoutMs: START_MS, whenAbsent: 'fail' }, ports);
}
async function step({ name, argv, timeoutMs, env = {}, whenAbsent = 'inconclusive', problem }, { command }) {
    const base = { name, question: argv.join(' '), limit: 'exit 0' };
    try {
        const result = await command.run(argv, { timeoutMs, env });
        const wrong = result.exit === 0 ? problem?.(result) : failed(result);
        const answer = wrong ?? `done in ${result.elapsedMs} ms`;
        return { ...base, verdict: wrong === undefined ? 'pass' : 'fail', answer };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        const verdict = error.code === 'absent' ? whenAbsent : 'inconclusive';
        return { ...base, verdict, answer: (0,domain_failure/* failureLine */.P)(error) };
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
        throw new domain_failure/* Failure */.H('busy-slot', `no slot is idle, and none runs ${version}`, 'End the rollout that has the traffic first');
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
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        return { ...NO_TARGET, evidence: notRun('target', (0,domain_failure/* failureLine */.P)(error)) };
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

// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(8994);
;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function key_releaseKey(input, text, config) {
    const parsed = (0,release_version/* readVersion */.$4)(text, config['tag-prefix']);
    if (parsed === undefined)
        throw new domain_failure/* Failure */.H('bad-input', `input ${input}: must be a version such as 1.4.0 or ${config['tag-prefix']}1.4.0`);
    return { product: config.product, ...parsed };
}
/** The part of it that names a chain. */
function chainOf({ product, channel, version }) {
    return { product, channel, version };
}

// EXTERNAL MODULE: ./lib/actions/smoke-test/inputs.js + 1 modules
var smoke_test_inputs = __webpack_require__(9867);
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
                throw new domain_failure/* Failure */.H('bad-name', 'a file name must be letters, digits, dots and hyphens');
            const path = (0,external_node_path_.join)(await temporaryFolder(), name);
            await (0,promises_.writeFile)(path, bytes, { flag: 'wx', mode: 0o600 });
            return path;
        },
        read: (path, maxBytes) => readInside(folders.workspace, path, maxBytes),
    };
}
async function readInside(workspace, path, maxBytes) {
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
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
async function readBounded(handle, path, maxBytes) {
    if (!(await handle.stat()).isFile())
        throw outside(path);
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
            throw new domain_failure/* Failure */.H('absent', 'the prober needs the section traffic of the config', 'Name the slots there');
        for (const [name, { url }] of Object.entries(config.slots))
            if ((await traffic().versionIn(name)) === version)
                return { name, url };
        return undefined;
    };
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
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




const slots_TIMEOUT_MS = 10_000;
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
        const answer = await http.send({ method: 'GET', url, timeoutMs: slots_TIMEOUT_MS });
        const { version } = readAnswer(answer, Version, `the slot ${slot}`);
        const parsed = (0,release_version/* parseVersion */.ot)(version, 'v');
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



/** The router that the config describes. @throws Failure `absent` when it describes none. */
function trafficOf(config, http) {
    if (config === undefined)
        throw new domain_failure/* Failure */.H('absent', 'the config has no section traffic', 'Describe the router there');
    return config.provider === 'router' ? routerTraffic(config, http) : haproxyTraffic(config, http);
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
    const asset = await fetchAsset(deploy.asset, version, config, ports);
    const argv = deploy.command.map((part) => template_fill(part, { version, slot, asset: asset.path }));
    const result = await ports.command.run(argv, {
        timeoutMs: (0,duration/* parseDuration */.E9)(deploy.timeout) ?? 600_000,
    });
    if (result.exit !== 0)
        throw new domain_failure/* Failure */.H('not-started', `the deploy command ended with ${result.exit ?? 'a signal'}: ${start_version_lastLine(result.stderr)}`);
    const answers = await ports.traffic.versionIn(slot);
    if (answers !== version)
        throw new domain_failure/* Failure */.H('not-started', `slot ${slot} answers with ${answers ?? 'nothing'}, not with ${version}`);
}
function start_version_lastLine(text) {
    return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}

// EXTERNAL MODULE: ./lib/adapters/http/patient-reads.js
var patient_reads = __webpack_require__(7008);
;// CONCATENATED MODULE: ./lib/adapters/prober/probe.js

const AT_ONCE = 4;
const probe_TIMEOUT_MS = 5000;
const LOOK_MS = 30_000;
/** Failures that are the service's own; all others say that it could not be asked. */
const SERVICE_FAILURES = ['timeout', 'connection', 'too-large'];
/** One look: the configured number of requests, four at a time, for at most 30 seconds. */
async function probe(base, config, { http, clock }) {
    const url = base.replace(/\/$/, '') + config.path;
    const end = clock.now().getTime() + LOOK_MS;
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
const Answer = schemas/* object */.Ikc({
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
    const parsed = Answer.safeParse(json);
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
var without_echo = __webpack_require__(926);
// EXTERNAL MODULE: ./lib/domain/config/objective.js + 1 modules
var objective = __webpack_require__(8275);
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

;// CONCATENATED MODULE: ./lib/actions/delivery.js









/** @param prometheusUrl Secret address of Prometheus, for who measures. */
function connectDelivery(config, github, runner, prometheusUrl) {
    const { context, signal } = runner;
    const rule = (0,network_policy/* publicOnly */.qr)(config['allow-private']);
    const limits = { timeoutMs: 10_000, maxBytes: 4_000_000 };
    // Not tied to the cancellation of the job: making the world safe comes after it. Looking ends with the job.
    const http = (0,node_http/* nodeHttp */.L)(limits, rule);
    const looks = (0,node_http/* nodeHttp */.L)({ ...limits, signal }, rule);
    const traffic = trafficOf(config.traffic, http);
    const slotOf = findSlotBy(config.traffic, () => traffic);
    const ports = {
        releases: github.releases,
        files: jobFiles(context),
        digest: digest/* sha256 */.sc,
        command: nodeCommand({ cwd: context.workspace, maxBytes: 1_000_000 }),
        traffic,
    };
    return {
        traffic,
        metrics: connectMetrics(config, prometheusUrl, runner, { http: looks, slotOf }),
        start: (version, slot) => startVersion(version, slot, config, ports),
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

/***/ 8275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K1: () => (/* binding */ Metrics),
  y3: () => (/* binding */ ObjectiveConfig)
});

// UNUSED EXPORTS: toObjective

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
;// CONCATENATED MODULE: ./lib/domain/judging/objective.js


/** The limit of a config text in its unit: `1%`, `250ms`, `1000`. Undefined when the text does not fit the unit. */
function objective_parseLimit(text, unit) {
    if (unit === 'ratio')
        return (0,ratio/* parseRatio */.LO)(text);
    if (unit === 'milliseconds')
        return (0,duration/* parseDuration */.E9)(text);
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

// EXTERNAL MODULE: ./lib/domain/config/text.js
var config_text = __webpack_require__(7936);
;// CONCATENATED MODULE: ./lib/domain/config/objective.js



/** One SLO in the config. */
const ObjectiveConfig = schemas/* strictObject */.rej({
    name: config_text/* Slug */.Mw,
    metric: schemas/* enum */.k5n(['error-rate', 'latency-p95', 'custom']),
    query: schemas/* string */.YjP()
        .min(1)
        .max(4096)
        .optional()
        .describe('Query with `{version}` and `{window}`.'),
    unit: schemas/* enum */.k5n(['ratio', 'milliseconds', 'count']),
    limit: schemas/* string */.YjP().describe('With its unit: `1%`, `250ms`, `1000`.'),
    direction: schemas/* enum */.k5n(['at-most', 'at-least']).default('at-most'),
    'on-breach': schemas/* enum */.k5n(['pause', 'rollback']).default('rollback'),
    'min-samples': schemas/* int */.Whr().min(1).max(1_000_000).default(50),
})
    .check((ctx) => {
    const { limit, unit, metric, query } = ctx.value;
    if (objective_parseLimit(limit, unit) === undefined)
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
const Metrics = schemas/* discriminatedUnion */.gMt('provider', [
    schemas/* strictObject */.rej({
        provider: schemas/* literal */.euz('prometheus'),
        url: config_text/* HttpUrl */.oA.optional().describe('Address of the Prometheus API. Left out: the secret or variable `PROMETHEUS_URL`.'),
        'requests-metric': schemas/* string */.YjP()
            .default('http_requests_total')
            .describe('Counter with the labels `version` and `code`.'),
        'duration-metric': schemas/* string */.YjP()
            .default('http_request_duration_seconds')
            .describe('Histogram with the label `version`.'),
    }),
    schemas/* strictObject */.rej({
        provider: schemas/* literal */.euz('prober').describe('Built in: asks the slot itself and measures.'),
        method: schemas/* enum */.k5n(['GET', 'POST']).default('GET'),
        path: schemas/* string */.YjP().regex(/^\//).default('/'),
        body: schemas/* string */.YjP().max(10_000).optional(),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
        'requests-per-look': schemas/* int */.Whr().min(1).max(1000).default(50),
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


/***/ })

};
