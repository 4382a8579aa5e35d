export const id = 936;
export const ids = [936];
export const modules = {

/***/ 7499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k6: () => (/* binding */ ComparedMetricConfig),
/* harmony export */   yX: () => (/* binding */ KNOWN_METRICS)
/* harmony export */ });
/* unused harmony export toComparedMetric */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7936);


/** What every provider that can compare knows by itself. */
const KNOWN_METRICS = ['latency', 'errors'];
const name = _text_js__WEBPACK_IMPORTED_MODULE_0__/* .Slug */ .Mw.describe('Name in reports. Instead of a table the item may be `latency` or `errors`, which every provider knows; both are compared unless others are named.');
const Queried = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['gauge', 'lag', 'restarts'])
        .describe('`gauge`: a level above 0, such as a saturation. `lag`: a queue, 0 or more. `restarts`: a counter.'),
    query: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .min(1)
        .max(4096)
        .describe('PromQL with `{version}` (and `{window}`, a look): one value, and more is worse; of `restarts` the selector of a counter, a series for each instance.'),
});
/** A name and matchers, in any of PromQL's quotes: what may stand before a range in brackets. */
const SELECTOR = /^(?=[^ ])(?:[a-zA-Z_:][a-zA-Z0-9_:]*)?(?: *\{(?:[^"'`{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})?$/;
const Selector = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .min(1)
    .max(4096)
    .regex(SELECTOR, 'is no selector of a counter, such as crashes_total{version="{version}"}, without functions and sums');
const Sessions = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('sessions')
        .describe('Sessions that crashed, of those that began; a crash may be reported late.'),
    query: Selector.describe('PromQL selector, with `{version}`, of the counter of crashed sessions. A version that has none beside one that has counts as without crashes; where neither has one, nothing is compared.'),
    total: Selector.describe('The same of the counter of sessions that began.'),
});
/** One metric of a comparison. */
const ComparedMetricConfig = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(KNOWN_METRICS),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [Queried, Sessions]),
]);
/** The metric as a plan freezes it. */
function toComparedMetric(one) {
    return typeof one === 'string' ? { name: one, kind: one, query: null } : one;
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

/***/ 8289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ ConditionsConfig),
/* harmony export */   jY: () => (/* binding */ CompletingConfig)
/* harmony export */ });
/* unused harmony export conditionsOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _rollout_conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4742);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6427);



/** What every release of the product waits for. `none` and `false` take back what lies below, in a profile. */
const ConditionsConfig = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    approval: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['none', 'recorded', 'signed'])
        .optional()
        .describe('A person who may `approve` approves each plan before its first weight; `signed` needs the ledger key.'),
    'four-eyes': zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional().describe('Who planned a release does not approve it.'),
    acceptance: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .optional()
        .describe('A person who may `accept`, the product owner, accepts what is new.'),
    notice: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('none'), _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .Duration */ .dw])
        .optional()
        .describe('Shortest time between the delivery of `notification.maintenance.scheduled` and the first weight, such as `24h`.'),
    checkpoints: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .optional()
        .describe('The checkpoints `prepared` and `pre-checked` before the first weight, `post-checked` before the end, `closed` after it.'),
    backup: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional().describe('A backup is recorded before the first weight.'),
});
/** How long all of the traffic is watched before the end. */
const CompletingConfig = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    watch: _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .Duration */ .dw.default('30m').describe('How long the objectives stay armed after the last stage, before the release has completed.'),
});
/**
 * The conditions of a plan: the config's lie over those that go without saying. Undefined where there are none.
 * @param notBefore No weight before this time, ISO 8601 in UTC.
 * @param given Those that the kind of release brings with it.
 */
function conditionsOf(config, notBefore, given = {}) {
    const { notice, 'four-eyes': fourEyes, ...asked } = config ?? {};
    const all = {
        ...{ ...given, ...asked },
        approval: given.approval === 'signed' ? given.approval : (asked.approval ?? given.approval),
        fourEyes: fourEyes ?? given.fourEyes,
        notice: notice === 'none' ? notice : (parseDuration(notice ?? '') ?? given.notice),
        notBefore: [notBefore ?? [], given.notBefore ?? []].flat().toSorted().at(-1),
    };
    const isAsked = (value) => value !== undefined && value !== false && value !== 'none';
    const set = Object.entries(all).filter(([, value]) => isAsked(value));
    return set.length === 0 ? undefined : Conditions.parse(Object.fromEntries(set));
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

/***/ 4436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K1: () => (/* binding */ Metrics),
  y3: () => (/* binding */ ObjectiveConfig),
  Oo: () => (/* binding */ ProberSource),
  yw: () => (/* binding */ PrometheusSource)
});

// UNUSED EXPORTS: toObjective

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var objective = __webpack_require__(4356);
// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/domain/config/text.js
var config_text = __webpack_require__(7936);
;// CONCATENATED MODULE: ./lib/domain/config/objective-policy.js





/** So much worse than the baseline a value may be that names no bound. */
const objective_policy_BY = '10%';
/** So long people have for a decision where nothing is said. */
const DECIDE_WITHIN = '1h';
/** How an objective is judged, beyond its limit. Each is left out of a plan where it is left out of the config. */
const PolicyFields = {
    window: duration/* Duration */.dw.optional().describe('Time that the value is over. Left out: the time since the stage began, or the window of the gate.'),
    'max-age': duration/* Duration */.dw.optional().describe('A newest sample that is older is inconclusive, as is one whose age nobody knows. Left out: any age.'),
    consecutive: schemas/* int */.Whr()
        .min(1)
        .max(10)
        .optional()
        .describe('So many looks in a row must breach before it fails; fewer are inconclusive.'),
    must: schemas/* literal */.euz('grow')
        .optional()
        .describe('A counter that must have grown: the query gives its increase over `{window}`. Stands in the place of `limit`; `min-samples` does not matter.'),
    versus: schemas/* literal */.euz('baseline')
        .optional()
        .describe('Held against the version that it replaces. Stands in the place of `limit`.'),
    by: ratio/* Ratio */.wj.optional().describe(`With \`versus\`: so much worse it may be; \`${objective_policy_BY}\` unless named.`),
    'decide-within': duration/* Duration */.dw.optional().describe(`With \`page\`: how long people have, then \`clock.overdue\` holds; \`${DECIDE_WITHIN}\` unless named.`),
    who: config_text/* Slug */.Mw.optional().describe('Role that is told, or asked for a decision.'),
    critical: schemas/* literal */.euz(true)
        .optional()
        .describe('With `score`: it must be kept, whatever the score is.'),
    weight: schemas/* number */.aig()
        .positive()
        .max(1000)
        .optional()
        .describe('With `score`: its part in it; 1 unless named.'),
};
const EXAMPLE = { ratio: '1%', milliseconds: '250ms', count: '1000' };
/** What does not fit together in one objective. */
function complaintsOf(objective) {
    const { metric, query, must, versus, by } = objective;
    return [
        ...limitComplaints(objective),
        ...complaint(metric === 'custom' && query === undefined, 'query', REQUIRED),
        ...complaint(must === 'grow' && metric !== 'custom', 'must', 'is for the metric `custom`'),
        ...throughputComplaints(objective),
        ...complaint(must !== undefined && versus !== undefined, 'versus', 'stands beside `must`'),
        ...complaint(by !== undefined && versus === undefined, 'by', 'is for `versus: baseline`'),
        ...complaint(objective['decide-within'] !== undefined && objective['on-breach'] !== 'page', 'decide-within', 'is for `on-breach: page`'),
    ];
}
/** Each version has its own share of the traffic, and so its own throughput. */
function throughputComplaints({ metric, unit, versus }) {
    if (metric !== objective/* THROUGHPUT */.V1)
        return [];
    return [
        ...complaint(unit !== 'count', 'unit', 'must be `count`: requests a second'),
        ...complaint(versus !== undefined, 'versus', 'is not for the metric `throughput`'),
    ];
}
const REQUIRED = 'is required for the metric `custom`';
function limitComplaints({ limit, unit, must, versus }) {
    const other = must === undefined ? versus && '`versus`' : '`must`';
    if (other !== undefined)
        return complaint(limit !== undefined, 'limit', `has no meaning beside ${other}`);
    const isGood = limit !== undefined && (0,objective/* parseLimit */.Fv)(limit, unit) !== undefined;
    return complaint(!isGood, 'limit', `must be a limit in ${unit}, such as ${EXAMPLE[unit]}`);
}
function complaint(isWrong, path, message) {
    return isWrong ? [{ path, message }] : [];
}
/** The fields as a plan has them: only those that somebody asked for. */
function objective_policy_policyOf(config) {
    const { window, 'max-age': maxAge, consecutive, must, versus, who, critical, weight } = config;
    const within = config['on-breach'] === 'page' ? (config['decide-within'] ?? DECIDE_WITHIN) : '';
    const fields = {
        window: parseDuration(window ?? ''),
        maxAge: parseDuration(maxAge ?? ''),
        consecutive: consecutive === 1 ? undefined : consecutive,
        must,
        versus,
        decideWithin: parseDuration(within),
        who,
        critical,
        weight,
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./lib/domain/config/source-access.js
var source_access = __webpack_require__(9545);
;// CONCATENATED MODULE: ./lib/domain/config/objective.js






/** One SLO in the config. */
const ObjectiveConfig = schemas/* strictObject */.rej({
    name: config_text/* Slug */.Mw,
    metric: schemas/* enum */.k5n(['error-rate', 'latency-p95', objective/* THROUGHPUT */.V1, 'custom']),
    query: schemas/* string */.YjP()
        .min(1)
        .max(4096)
        .optional()
        .describe('Query with `{version}` and `{window}`, in the language of the source.'),
    source: config_text/* Slug */.Mw.optional().describe('Name of one of the `sources`. Left out: the source under `metrics`.'),
    unit: schemas/* enum */.k5n(['ratio', 'milliseconds', 'count']),
    limit: schemas/* string */.YjP()
        .optional()
        .describe('With its unit: `1%`, `250ms`, `1000`. Required without `must` and `versus`.'),
    direction: schemas/* enum */.k5n(objective/* DIRECTIONS */.X).default('at-most'),
    'on-breach': schemas/* enum */.k5n(objective/* ON_BREACH */.UJ)
        .default('rollback')
        .describe('What a breach does to the rollout: `notify` tells people and holds nothing, `page` pauses and asks for a decision, `pause` waits for a person, `stop` ends the release where it stands, `rollback` takes the traffic back. See [objectives](../judging.md#objectives).'),
    'min-samples': schemas/* int */.Whr().min(1).max(1_000_000).default(50),
    ...PolicyFields,
})
    .check(({ value, issues }) => {
    for (const { path, message } of complaintsOf(value))
        issues.push({ code: 'custom', input: value, path: [path], message });
})
    .meta({ id: 'Objective' });
/** Prometheus, VictoriaMetrics, and what else speaks their API. */
const PrometheusSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('prometheus'),
    url: config_text/* HttpUrl */.oA.optional().describe('Address of the Prometheus API. Left out: the secret or variable `PROMETHEUS_URL`.'),
    ...source_access/* Access */.vs,
    'requests-metric': schemas/* string */.YjP()
        .default('http_requests_total')
        .describe('Counter with the labels `version` and `code`.'),
    'duration-metric': schemas/* string */.YjP()
        .default('http_request_duration_seconds')
        .describe('Histogram with the label `version`.'),
})
    .refine(source_access/* hasOneLogin */.Qm, source_access/* ONE_LOGIN */.$J);
/** The suite itself asks the slot of a version. */
const ProberSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('prober').describe('Built in: asks the slot itself and measures.'),
    method: schemas/* enum */.k5n(['GET', 'POST']).default('GET'),
    path: schemas/* string */.YjP().regex(/^\//).default('/'),
    body: schemas/* string */.YjP().max(10_000).optional(),
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    'requests-per-look': schemas/* int */.Whr().min(1).max(1000).default(50),
});
/** Where the values of the objectives come from that name no source. */
const Metrics = schemas/* discriminatedUnion */.gMt('provider', [PrometheusSource, ProberSource])
    .meta({ id: 'Metrics' });
/** The objective as a plan freezes it: numbers in base units, and nothing that nobody asked for. */
function toObjective(config) {
    return {
        name: config.name,
        metric: config.metric,
        query: config.query ?? null,
        unit: config.unit,
        limit: limitOf(config),
        direction: config.direction,
        onBreach: config['on-breach'],
        minSamples: config['min-samples'],
        ...policyOf(config),
        ...(config.source === undefined ? {} : { source: config.source }),
    };
}
function limitOf({ must, versus, by, limit = '', unit }) {
    if (must === 'grow')
        return 0;
    if (versus === 'baseline')
        return parseRatio(by ?? BY) ?? Number.NaN;
    return parseLimit(limit, unit) ?? Number.NaN;
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

/***/ 7582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YK: () => (/* binding */ Roles),
/* harmony export */   ZI: () => (/* binding */ rolesFor),
/* harmony export */   db: () => (/* binding */ checkpointDuty)
/* harmony export */ });
/* unused harmony exports DUTIES, teamsIn */
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

/***/ 9545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ ONE_LOGIN),
/* harmony export */   Qm: () => (/* binding */ hasOneLogin),
/* harmony export */   _x: () => (/* binding */ SecretName),
/* harmony export */   vs: () => (/* binding */ Access)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** Name of a secret that the action is given; its value never stands in the config. */
const SecretName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'must be the name of a secret, such as KPI_TOKEN');
/** Headers by which somebody is let in, or that the transport sets itself. */
const REFUSED = /^(?:authorization|proxy-.*|cookie|x-api-key|x-auth-.*|.*-token|host|content-length|transfer-encoding|connection|te|upgrade)$/i;
const HeaderName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[A-Za-z0-9-]{1,100}$/, 'must be the name of a header');
/** How a source lets the suite in. What is secret stands here by its name only. */
const Access = {
    token: SecretName.optional().describe('Name of the secret that is sent as bearer token.'),
    username: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[\x21-\x39\x3b-\x7e]{1,256}$/, 'must be one word without a colon')
        .optional()
        .describe('User of basic authentication; needs `password`.'),
    password: SecretName.optional().describe('Name of the secret with the password of `username`.'),
    headers: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(HeaderName, zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[\x20-\x7e]{1,1000}$/, 'must be one line of ASCII'))
        .refine((headers) => !Object.keys(headers).some((name) => REFUSED.test(name)), {
        error: 'hold one that is not for the config: name its secret under secret-headers',
    })
        .optional()
        .describe('Headers that hold no secret, such as the tenant.'),
    'secret-headers': zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(HeaderName, SecretName)
        .optional()
        .describe('Headers whose values are secrets, each with the name of its secret.'),
};
/** One way in: a token, or a user with a password. */
function hasOneLogin({ token, username, password }) {
    const isWhole = (username === undefined) === (password === undefined);
    return isWhole && (token === undefined || username === undefined);
}
/** What `hasOneLogin` asks for, in words. */
const ONE_LOGIN = {
    path: ['token'],
    error: 'is one way in: give token, or username and password, or neither',
};


/***/ }),

/***/ 1967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ DEFAULT_POLICY)
/* harmony export */ });
/** What a rollout is judged by unless its plan says otherwise. */
const DEFAULT_POLICY = {
    alpha: 0.01,
    relaxed: 4,
    maxLooks: 60,
    minEffect: 0.05,
    warmupMinutes: 2,
    minRequests: 100,
    healthy: { offset: 0.02, ownNoise: 0.025, memory: 0.8 },
};


/***/ }),

/***/ 4356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ worstIn),
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   Fv: () => (/* binding */ parseLimit),
/* harmony export */   UJ: () => (/* binding */ ON_BREACH),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   V1: () => (/* binding */ THROUGHPUT),
/* harmony export */   X: () => (/* binding */ DIRECTIONS),
/* harmony export */   kA: () => (/* binding */ isUpperLimit)
/* harmony export */ });
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

/***/ 6157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ BY_INPUT),
/* harmony export */   Y0: () => (/* binding */ WEIGHTS),
/* harmony export */   mi: () => (/* binding */ SENTRY_RELEASE),
/* harmony export */   xv: () => (/* binding */ VERSION)
/* harmony export */ });
/** Name of the evidence that the router has the weights of the stage. */
const WEIGHTS = 'weights';
/** Name of the evidence that the new version answers in its slot. */
const VERSION = 'version';
/** Name of the evidence that Sentry knows the release. */
const SENTRY_RELEASE = 'sentry-release';
/** Ends the name of a limit by input whose metric's name is that of an objective. */
const BY_INPUT = '-by-input';


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
/* harmony export */   a6: () => (/* binding */ audienceText),
/* harmony export */   kO: () => (/* binding */ forAudience),
/* harmony export */   ln: () => (/* binding */ Audience),
/* harmony export */   nT: () => (/* binding */ isSameAudience)
/* harmony export */ });
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


/***/ })

};
