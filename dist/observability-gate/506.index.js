export const id = 506;
export const ids = [506];
export const modules = {

/***/ 5506:
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
// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(4356);
;// CONCATENATED MODULE: ./lib/app/observe.js


/**
 * Look once: read every objective for one version over one window and judge it. Never throws: what cannot be read is
 * inconclusive evidence of that objective, with the reason as its answer.
 */
async function observe(objectives, window, metrics) {
    const evidence = [];
    // One after the other: a source with a rate limit is asked gently, and objectives of one look share its probes.
    for (const objective of objectives)
        evidence.push(await judged(objective, window, metrics));
    return evidence;
}
async function judged(objective, window, metrics) {
    try {
        return (0,judging_objective/* judgeObjective */.tl)(objective, await metrics.read(objective, window));
    }
    catch (error) {
        return unread(objective, window, lineOf(error));
    }
}
/** The evidence of an objective that could not be read. */
function unread(objective, window, why) {
    const question = objective.query ?? `${objective.metric} of ${window.version}`;
    const nothing = (0,judging_objective/* judgeObjective */.tl)(objective, { value: Number.NaN, samples: 0, question });
    return { ...nothing, verdict: 'inconclusive', answer: why };
}
function lineOf(error) {
    if (error instanceof domain_failure/* Failure */.H)
        return (0,domain_failure/* failureLine */.P)(error);
    return `unexpected: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}

;// CONCATENATED MODULE: ./lib/app/observability-gate.js



/**
 * Ask what the plan names: the Sentry release of the new version, and the objectives of the version that is measured.
 * Only providers that are named are asked; one that cannot be asked is inconclusive.
 */
async function observabilityGate(plan, ports) {
    if (!plan.enforced)
        return unasked(`not enforced for ${plan.channel}`);
    if (plan.objectives.length === 0 && plan.sentry === undefined)
        return unasked('nothing declared: objectives are none and Sentry is not configured');
    const release = plan.sentry === undefined ? [] : [await releaseExists(plan.sentry, ports.sentry)];
    const { evidence, measured } = await measure(plan, ports);
    return { verdict: (0,verdict/* overall */.Me)([...release, ...evidence]), measured };
}
/** A gate that nobody asked for is open, and says why. */
function unasked(reason) {
    return { verdict: { verdict: 'pass', reason, evidence: [] }, measured: '' };
}
async function measure(plan, { clock, metrics, serving }) {
    if (plan.objectives.length === 0)
        return { evidence: [], measured: '' };
    const to = clock.now();
    const window = { from: new Date(to.getTime() - plan.windowMs), to };
    try {
        const version = plan.measured ?? (await serving());
        const evidence = await observe(plan.objectives, { ...window, version }, metrics);
        return { evidence, measured: version };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        const why = (0,domain_failure/* failureLine */.P)(error);
        const nobody = { ...window, version: 'the version that serves' };
        return { evidence: plan.objectives.map((o) => unread(o, nobody, why)), measured: '' };
    }
}
async function releaseExists(question, sentry) {
    const { organization = '', project = '', release } = question;
    const base = {
        name: 'sentry-release',
        question: `release ${release} of ${organization || 'nobody'}`,
        limit: project === '' ? 'exists' : `exists in ${project}`,
    };
    const missing = missingParts(question, sentry);
    if (sentry === undefined || missing.length > 0)
        return { ...base, verdict: 'inconclusive', answer: missing.join('; ') };
    try {
        const found = await sentry.release(organization, release);
        if (found === undefined)
            return { ...base, verdict: 'fail', answer: 'does not exist' };
        return { ...base, ...observability_gate_judged(found, project, question.finalized) };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        return { ...base, verdict: 'inconclusive', answer: (0,domain_failure/* failureLine */.P)(error) };
    }
}
const FINALISE = 'finalise it, or set sentry.finalized to false';
/** An archived release, or one that nobody has finished, is there and says nothing yet. */
function observability_gate_judged({ projects, isArchived, isFinalized }, project, finalized) {
    if (!projects.includes(project))
        return { verdict: 'fail', answer: `exists, but not in ${project}` };
    if (isArchived)
        return { verdict: 'inconclusive', answer: 'exists, but is archived' };
    if (finalized && !isFinalized)
        return { verdict: 'inconclusive', answer: `exists, but is not finalised: ${FINALISE}` };
    return { verdict: 'pass', answer: 'exists' };
}
/** What keeps Sentry from being asked. */
function missingParts(question, sentry) {
    return [
        ...(question.organization === undefined ? [unnamed('organization', 'SENTRY_ORG')] : []),
        ...(question.project === undefined ? [unnamed('project', 'SENTRY_PROJECT')] : []),
        ...(sentry === undefined ? ['the secret SENTRY_AUTH_TOKEN is empty'] : []),
    ];
}
function unnamed(key, secret) {
    return `sentry.${key} is not in the config, and the secret or variable ${secret} is empty`;
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/observability/blocks.js


/** The blocks of an observability gate's summary: a missing objective first, then what was asked and what was overridden. */
function gateBlocks(plan, measured, { overridden, unused }) {
    const none = plan.objectives.length === 0 ? ['**Objectives: none.**'] : [];
    const facts = (0,markdown/* table */.tp)(['Release', 'Channel', 'Enforced', 'Measured', 'Window'], [
        [
            plan.version,
            plan.channel,
            plan.enforced ? 'yes' : 'no',
            measured === '' ? 'nothing' : measured,
            (0,duration/* formatDuration */.a3)(plan.windowMs),
        ],
    ]);
    return [
        ...none,
        facts,
        ...listed('Set by input instead of the config', overridden),
        ...listed('Not used, because the config says it or does not name the provider', unused),
    ];
}
function listed(what, names) {
    return names.length === 0 ? [] : [`${what}: ${names.map((name) => `\`${name}\``).join(', ')}.`];
}

// EXTERNAL MODULE: ./lib/domain/config/objective.js
var objective = __webpack_require__(5876);
// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(3291);
;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function releaseKey(input, text, config) {
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

;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function fill(template, values) {
    return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

;// CONCATENATED MODULE: ./lib/domain/observability/enforcement.js
/**
 * Whether a gate is enforced for a channel: the channels given by hand where there are any, else the config's word for
 * the channel; `stable` is enforced unless the config says otherwise.
 */
function isEnforced(channel, channels, byHand) {
    if (byHand !== undefined)
        return byHand.includes(channel);
    return channels[channel]?.['enforce-observability'] ?? channel === 'stable';
}

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
    const declared = config.objectives === 'none' ? [] : config.objectives.map(objective/* toObjective */.tl);
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
const BEHIND_CONFIG = ['prometheus-url', 'sentry-org', 'sentry-project'];
/** Given for what the config says itself, or for a provider that it does not name: the names, as inputs. */
function unusedInputs(given, { metrics, sentry }) {
    const used = {
        'prometheus-url': needsAddress(metrics),
        'sentry-org': sentry !== undefined && sentry.organization === undefined,
        'sentry-project': sentry !== undefined && sentry.project === undefined,
    };
    return BEHIND_CONFIG.filter((name) => given[name] !== undefined && !used[name]);
}

// EXTERNAL MODULE: ./lib/actions/observability-gate/inputs.js
var observability_gate_inputs = __webpack_require__(3858);
// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js
var network_policy = __webpack_require__(7330);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(507);
// EXTERNAL MODULE: ./lib/adapters/http/patient-reads.js
var patient_reads = __webpack_require__(7008);
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
const TIMEOUT_MS = 5000;
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
    const request = { method, url, headers, timeoutMs: TIMEOUT_MS };
    try {
        const answer = await http.send(body === undefined ? request : { ...request, body });
        return { at, status: answer.status, elapsedMs: answer.elapsedMs };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H) || !SERVICE_FAILURES.includes(error.code))
            throw error;
        return { at, status: 0, elapsedMs: error.code === 'timeout' ? TIMEOUT_MS : Number.NaN };
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
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
    return fill(template, {
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

// EXTERNAL MODULE: ./lib/adapters/secrets/without-echo.js
var without_echo = __webpack_require__(926);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/domain/observability/sentry-token.js
var sentry_token = __webpack_require__(2691);
// EXTERNAL MODULE: ./lib/adapters/http/path-segment.js
var path_segment = __webpack_require__(5502);
;// CONCATENATED MODULE: ./lib/adapters/sentry/sentry.js




const sentry_TIMEOUT_MS = 10_000;
const ReleaseAnswer = schemas/* looseObject */._H3({
    version: schemas/* string */.YjP(),
    projects: schemas/* array */.YOg(schemas/* looseObject */._H3({ slug: schemas/* string */.YjP() })).min(1),
    status: schemas/* enum */.k5n(['open', 'archived']).default('open'),
    dateReleased: iso/* datetime */.w$({ offset: true }).nullish(),
});
/** Sentry itself says so; a 404 of anything else, such as a proxy's page, says nothing about the release. */
const Absent = schemas/* looseObject */._H3({ detail: schemas/* unknown */.L5J() }).refine(({ detail }) => detail !== undefined);
/**
 * Sentry's REST API: the command line tool exits with 1 for absent, unauthorised and down alike. The address is always
 * the one given; what the token says of its region only explains a refusal.
 */
function sentry(url, token, http) {
    const hint = hintFor((0,sentry_token/* tokenForm */.q)(token), url);
    return {
        async release(organization, version) {
            const path = `/api/0/organizations/${(0,path_segment/* pathSegment */.p)(organization)}/releases/${(0,path_segment/* pathSegment */.p)(version)}/`;
            const answer = await http.send({
                method: 'GET',
                url: url.replace(/\/$/, '') + path,
                headers: {
                    accept: 'application/json',
                    authorization: `Bearer ${token}`,
                    'user-agent': 'release-actions',
                },
                timeoutMs: sentry_TIMEOUT_MS,
            });
            const json = sentry_toJson(answer.body);
            const why = hint(answer.status);
            if (why !== undefined)
                throw new domain_failure/* Failure */.H('unauthorised', `Sentry answered ${answer.status}`, why);
            if (answer.status === 404 && Absent.safeParse(json).success)
                return undefined;
            assertOk(answer);
            return read(json, version);
        },
    };
}
function read(json, version) {
    const parsed = ReleaseAnswer.safeParse(json);
    if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') || 'the whole';
        const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`;
        throw new domain_failure/* Failure */.H('bad-answer', `Sentry answered ${what}`, CHECK_URL);
    }
    if (parsed.data.version !== version)
        throw new domain_failure/* Failure */.H('bad-answer', 'Sentry answered with another release than it was asked for');
    const { projects, status, dateReleased } = parsed.data;
    return {
        projects: projects.map(({ slug }) => slug),
        isArchived: status === 'archived',
        isFinalized: typeof dateReleased === 'string',
    };
}
/**
 * What may be wrong with a token where this address refuses it with a status; undefined where it looks right. The main
 * address of Sentry knows the releases of all regions: what it does not find there is not there.
 */
function hintFor({ kind, homes }, url) {
    const origin = URL.parse(url)?.origin ?? '';
    const [region] = homes;
    return (status) => {
        if (kind === 'broken organisation' && status === 401)
            return 'SENTRY_AUTH_TOKEN begins as an organisation token and does not go on as one: copy it whole';
        const isStrange = status === 404 ? !homes.includes(origin) : origin !== region && [401, 403].includes(status);
        if (region === undefined || !isStrange)
            return undefined;
        return `SENTRY_AUTH_TOKEN is of ${region}: set sentry.url to it, or give a token of this address`;
    };
}
const CHECK_URL = 'Check sentry.url: organisations live at sentry.io, us.sentry.io or de.sentry.io';
/** Sentry's 401 and 403 differ: a token that is none, and one that lacks a scope or the organisation. */
function assertOk({ status, headers }) {
    if (status === 200)
        return;
    const said = `Sentry answered ${status}`;
    if (status === 401)
        throw new domain_failure/* Failure */.H('unauthorised', said, 'Check SENTRY_AUTH_TOKEN and its region (sentry.url)');
    if (status === 403)
        throw new domain_failure/* Failure */.H('forbidden', said, 'Give the token the scope org:ci or project:releases in this organisation');
    if (status === 404)
        throw new domain_failure/* Failure */.H('bad-answer', `${said} that is not Sentry's own`, CHECK_URL);
    if (status === 429)
        throw new domain_failure/* Failure */.H('rate-limited', said, 'Try again after the limit has passed');
    if (status >= 300 && status < 400)
        throw new domain_failure/* Failure */.H('bad-answer', `${said} with a redirect to ${hostOf(headers.location)}`, CHECK_URL);
    throw new domain_failure/* Failure */.H(status >= 500 ? 'server-error' : 'refused', said);
}
function hostOf(location) {
    return URL.parse(location ?? '')?.host || 'somewhere else';
}
function sentry_toJson(body) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}

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
const command_Answer = schemas/* strictObject */.rej({
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
async function named(key, run) {
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
    return argv.map((part) => fill(part, values));
}
function toHeld(stdout, name, slots) {
    const { data, error } = command_Answer.safeParse(command_json(stdout, name));
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

;// CONCATENATED MODULE: ./lib/app/serving-version.js

/** The version behind most of the traffic. @throws Failure when the router or the slot cannot say. */
async function servingVersion(traffic) {
    const weights = Object.entries(await traffic.weights()).sort(([, a], [, b]) => b - a);
    const [slot] = weights[0] ?? [];
    const version = slot === undefined ? undefined : await traffic.versionIn(slot);
    if (version !== undefined)
        return version;
    throw new domain_failure/* Failure */.H('absent', 'the slot that has the traffic does not answer with its version', 'Name the version that serves as baseline_version');
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

;// CONCATENATED MODULE: ./lib/actions/observability-gate/ports.js











const LIMITS = { timeoutMs: 15_000, maxBytes: 8 * 1024 * 1024 };
/** The world of the gate: every address obeys the network policy of the config. */
function gatePorts(inputs, config, plan, { clock, signal, mask, context }) {
    const http = (0,node_http/* nodeHttp */.L)({ ...LIMITS, signal }, (0,network_policy/* publicOnly */.qr)(config['allow-private']));
    const traffic = () => trafficOf(config.traffic, http, consumerCommand({ context }));
    const slotOf = findSlotBy(config.traffic, traffic);
    const dry = inputs['dry-run'] && config.metrics?.provider === 'prober';
    const token = inputs['sentry-auth-token'];
    if (token !== undefined)
        mask(token);
    return {
        clock,
        metrics: dry
            ? noProbes
            : connectMetrics(config, inputs['prometheus-url'], { clock, mask }, { http, slotOf }),
        sentry: token === undefined || plan.sentry === undefined
            ? undefined
            : sentry(plan.sentry.url, token, (0,without_echo/* withoutEcho */.m)((0,patient_reads/* patientReads */.t)(http, clock), token)),
        serving: () => servingVersion(traffic()),
    };
}

;// CONCATENATED MODULE: ./lib/actions/observability-gate/run.js





async function run(inputs, config, _github, runner) {
    const plan = planGate((0,observability_gate_inputs/* toRequest */.d_)(inputs), config);
    const ports = gatePorts(inputs, config, plan, runner);
    const { verdict, measured } = await observabilityGate(plan, ports);
    return {
        verdict,
        outputs: {
            channel: plan.channel,
            enforced: String(plan.enforced),
            measured_version: measured,
        },
        summary: gateBlocks(plan, measured, {
            overridden: (0,observability_gate_inputs/* overriding */.S5)(inputs),
            unused: unusedInputs(inputs, config),
        }),
    };
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ Metrics),
/* harmony export */   tl: () => (/* binding */ toObjective),
/* harmony export */   y3: () => (/* binding */ ObjectiveConfig)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _judging_objective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4356);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7936);



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
        limit: (0,_judging_objective_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLimit */ .Fv)(config.limit, config.unit) ?? Number.NaN,
        direction: config.direction,
        onBreach: config['on-breach'],
        minSamples: config['min-samples'],
    };
}


/***/ }),

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ formatRatio),
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   wj: () => (/* binding */ Ratio)
/* harmony export */ });
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

/***/ 4356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ parseLimit),
/* harmony export */   tl: () => (/* binding */ judgeObjective)
/* harmony export */ });
/* unused harmony export formatValue */
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6427);
/* harmony import */ var _config_ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(292);


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
        return (0,_config_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRatio */ .B0)(value);
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

/***/ 8850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VS: () => (/* binding */ shrinkingAt),
/* harmony export */   a6: () => (/* binding */ audienceText),
/* harmony export */   ln: () => (/* binding */ Audience),
/* harmony export */   nT: () => (/* binding */ isSameAudience)
/* harmony export */ });
/* unused harmony export forAudience */
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
