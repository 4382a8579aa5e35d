export const id = 629;
export const ids = [629];
export const modules = {

/***/ 6629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadConfig: () => (/* binding */ loadConfig)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/config/complaint.js
var complaint = __webpack_require__(8310);
// EXTERNAL MODULE: ./lib/domain/config/path.js
var path = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/domain/release/version.js
var version = __webpack_require__(8994);
;// CONCATENATED MODULE: ./lib/domain/config/profile.js
/** Whether a value is a mapping. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * Lay a profile over the config: objects are merged key by key, everything else is replaced. A section whose
 * `provider` or `kind` changes is replaced whole, because the keys of the other one would not fit.
 */
function withProfile(data, name) {
    if (!isObject(data) || !isObject(data.profiles))
        return data;
    const overlay = data.profiles[name];
    return isObject(overlay) ? merge(data, overlay) : data;
}
/** Objects are merged key by key, everything else is replaced. */
function merge(base, overlay) {
    const entries = Object.entries(overlay).map(([key, value]) => {
        const before = base[key];
        const deep = isObject(before) && isObject(value) && sameVariant(before, value);
        return [key, deep ? merge(before, value) : value];
    });
    return { ...base, ...Object.fromEntries(entries) };
}
function sameVariant(before, after) {
    return after.provider === undefined || after.provider === before.provider;
}

;// CONCATENATED MODULE: ./lib/domain/config/product.js


/** Names of the products where the config describes several; undefined where it describes one. */
function productsOf(data) {
    if (!isObject(data) || data.products === undefined)
        return undefined;
    return isObject(data.products) ? Object.keys(data.products) : [];
}
/** The product that is meant: by its name, else by a tag that only it has, else the only one there is. */
function pickProduct(data, names, which) {
    const list = names.join(', ') || 'none';
    const { product, tags = [], any = false } = which;
    if (product !== undefined)
        return names.includes(product)
            ? { product }
            : { problem: `has no product "${product}"`, remedy: `Name one of its products: ${list}` };
    const prefixes = names.map((name) => ({ name, prefix: tagPrefixOf(withProduct(data, name)) }));
    const named = prefixes.filter(({ prefix = '' }) => prefix !== '' && tags.some((tag) => hasTag(tag, prefix)));
    const [first, ...others] = named.length > 0 ? named : prefixes;
    if (first !== undefined && (any || others.length === 0))
        return { product: first.name };
    if (names.length === 0)
        return { problem: 'products: names none', remedy: 'Name at least one' };
    return {
        problem: `describes several products: ${list}`,
        remedy: 'Name one in the input product, or give a tag with its prefix',
    };
}
/** Lay what the config says of a product over what it says for all; the product has that name then. */
function withProduct(data, name) {
    if (!isObject(data) || !isObject(data.products))
        return data;
    const overlay = data.products[name];
    return { ...(isObject(overlay) ? merge(data, overlay) : data), product: name };
}
/** Two products whose releases would have the same tags; undefined where all differ. */
function sameTags(data, names) {
    const prefixOf = (name) => tagPrefixOf(withProduct(data, name));
    return names
        .filter((name) => prefixOf(name) !== undefined)
        .map((name) => names.filter((other) => prefixOf(other) === prefixOf(name)))
        .find((alike) => alike.length > 1);
}
const hasTag = (tag, prefix) => (0,version/* versionOfTag */.mx)(tag, prefix) !== undefined;
/** Undefined where versions have no tags. The schema has not spoken yet: what is no text counts as left out. */
function tagPrefixOf(data) {
    if (!isObject(data))
        return undefined;
    const { 'version-scheme': scheme = 'semver', 'tag-prefix': prefix = 'v' } = data;
    if (scheme !== 'semver')
        return undefined;
    return typeof prefix === 'string' ? prefix : 'v';
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/config/text.js
var config_text = __webpack_require__(7936);
;// CONCATENATED MODULE: ./lib/domain/config/artefact.js


const checksums = schemas/* string */.YjP()
    .min(1)
    .describe('Release asset with lines `<sha256>  <file>`, with `{version}` where the name has it.');
/** Registry and repository, as the distribution specification writes them: no tag, no digest. */
const ImageName = schemas/* string */.YjP()
    .max(255)
    .regex(/^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9.-]+(?=:))(?::\d{1,5})?(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)+$/, 'must be registry and repository such as ghcr.io/acme/checkout, without tag and digest');
/** What a release consists of, so that it can be verified: built and uploaded before the pipeline starts. */
const Artefact = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('release-asset'),
        name: schemas/* string */.YjP()
            .min(1)
            .max(255)
            .describe('File name on the GitHub release, with `{version}`.'),
        checksums,
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('python-package'),
        name: schemas/* string */.YjP().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/),
        file: schemas/* string */.YjP().min(1).max(255).describe('File name on the index, with `{version}`.'),
        import: schemas/* string */.YjP()
            .regex(/^[A-Za-z_][\w.]*$/)
            .describe('Module whose `__version__` must be the version.'),
        scripts: schemas/* array */.YOg(config_text/* Slug */.Mw).max(20).default([]).describe('Console scripts that must start.'),
        checksums,
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('image'),
        name: ImageName.describe('Registry and repository, such as `ghcr.io/acme/checkout`. The digest comes with the input `digests` of the action `plan`.'),
        registry: config_text/* HttpUrl */.oA.optional().describe('Address of the registry. Left out: https at the host of the name.'),
        'token-origin': config_text/* Origin */.$e.optional().describe('Origin that hands out tokens for the registry, where it is another one: the login is sent there too.'),
    }),
])
    .meta({ id: 'Artefact' });

// EXTERNAL MODULE: ./lib/domain/judging/comparison/policy.js
var policy = __webpack_require__(1967);
// EXTERNAL MODULE: ./lib/domain/config/compared-metric.js
var compared_metric = __webpack_require__(7499);
// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
;// CONCATENATED MODULE: ./lib/domain/config/comparison.js





/** Two scrapes a second apart: no provider tells apart what comes sooner. */
const SHORTEST_MS = 1000;
/** How the new version is compared with the one that serves beside it. */
const ComparisonConfig = schemas/* strictObject */.rej({
    metrics: schemas/* array */.YOg(compared_metric/* ComparedMetricConfig */.k6)
        .min(1)
        .max(8)
        .default([...compared_metric/* KNOWN_METRICS */.yX])
        .describe('What is compared; `latency` and `errors` are known to every provider.'),
    look: duration/* Duration */.dw.default('1m').describe('Length of a look: what happened in one is held against each other. At least 1s, with the prober `looks.interval`, and with Prometheus better not below its scrape interval.'),
    'max-looks': schemas/* int */.Whr()
        .min(10)
        .max(120)
        .default(policy/* DEFAULT_POLICY */.z.maxLooks)
        .describe('A bake that is longer than so many looks has longer ones.'),
    alpha: ratio/* Ratio */.wj.default('1%').describe('Chance to stop a healthy release, whatever its stages and looks.'),
    'min-effect': ratio/* Ratio */.wj.default('5%').describe('Rises of a level up to this share need not be found.'),
    'warm-up': duration/* Duration */.dw.default('2m').describe('Begin of each stage in which a higher level of the new version is expected; errors are not excused.'),
    'min-requests': schemas/* int */.Whr()
        .min(1)
        .max(1_000_000)
        .default(policy/* DEFAULT_POLICY */.z.minRequests)
        .describe('Fewer requests of the new version are inconclusive.'),
    'on-breach': schemas/* enum */.k5n(['pause', 'rollback'])
        .default('rollback')
        .describe('What becomes of a rollout whose new version is worse.'),
})
    .meta({ id: 'Comparison' });
/** Adds an issue for what cannot be compared, or could not be told apart in a report. */
function comparable(config, context) {
    const { comparison } = config;
    if (comparison === undefined || comparison === 'none')
        return;
    for (const [key, message] of [
        ...lookComplaints(comparison, config),
        ...metricComplaints(comparison, config),
    ])
        context.addIssue({ code: 'custom', path: ['comparison', key], message });
}
function lookComplaints({ look, alpha }, { metrics, looks }) {
    const ms = (0,duration/* parseDuration */.E9)(look) ?? 0;
    const isProber = metrics?.provider === 'prober';
    const complaints = [
        ms < SHORTEST_MS ? ['look', 'is shorter than 1s'] : undefined,
        isProber && ms < ((0,duration/* parseDuration */.E9)(looks.interval) ?? 0)
            ? ['look', 'is shorter than looks.interval: some looks would have no probes']
            : undefined,
        (0,ratio/* parseRatio */.LO)(alpha) === 0 ? ['alpha', 'must be above 0'] : undefined,
    ];
    return complaints.filter((one) => one !== undefined);
}
/** Whether it counts what the new version has served: without that nobody knows when enough was seen. */
function isServed(metric) {
    return typeof metric === 'string' || metric.kind === 'sessions';
}
function metricComplaints({ metrics }, config) {
    const names = metrics.map((one) => (typeof one === 'string' ? one : one.name));
    const queried = metrics.find((one) => typeof one !== 'string');
    const complaints = [
        new Set(names).size === names.length ? undefined : ['metrics', 'has a name twice'],
        metrics.some(isServed)
            ? undefined
            : ['metrics', 'has none that counts requests or sessions: nothing could pass'],
        config.metrics?.provider === 'prober' && queried !== undefined
            ? ['metrics', `has ${queried.name}, and the prober knows latency and errors alone`]
            : undefined,
    ];
    return complaints.filter((one) => one !== undefined);
}

// EXTERNAL MODULE: ./lib/domain/config/conditions.js
var conditions = __webpack_require__(8289);
;// CONCATENATED MODULE: ./lib/domain/config/deployments.js

/** Where GitHub's page of deployments shows a rollout, or that it does not. */
const DeploymentsConfig = schemas/* union */.KCZ([
    schemas/* literal */.euz('none'),
    schemas/* strictObject */.rej({
        environment: schemas/* string */.YjP()
            .max(100)
            .regex(/^[A-Za-z0-9](?:[A-Za-z0-9 ._/-]*[A-Za-z0-9])?$/, 'must be the name of an environment')
            .optional()
            .describe('Environment under which the deployment is shown. Left out: the name of the profile, without one `production`.'),
    }),
])
    .meta({ id: 'Deployments' });

// EXTERNAL MODULE: ./lib/domain/ledger/public-key.js
var public_key = __webpack_require__(1993);
;// CONCATENATED MODULE: ./lib/domain/config/ledger.js


/** What is asked of the signatures in the ledger. The same for every profile: there is one ledger. */
const LedgerConfig = schemas/* strictObject */.rej({
    keys: schemas/* array */.YOg(public_key/* PublicKey */.J3)
        .max(20)
        .default([])
        .describe('Public Ed25519 keys, each a PEM text (SPKI) or a JWK: what is signed must be signed with one of them.'),
    'require-signature': schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether a release is acted on only while each entry of its record is signed. Needs `keys`.'),
})
    .refine((ledger) => !ledger['require-signature'] || ledger.keys.length > 0, {
    path: ['keys'],
    error: 'names no key, and require-signature is true',
});

// EXTERNAL MODULE: ./lib/domain/config/notifications.js
var notifications = __webpack_require__(3191);
// EXTERNAL MODULE: ./lib/domain/config/objective.js + 1 modules
var objective = __webpack_require__(4436);
// EXTERNAL MODULE: ./lib/domain/judging/world-evidence.js
var world_evidence = __webpack_require__(6157);
// EXTERNAL MODULE: ./lib/domain/rollout/compared-stage.js
var compared_stage = __webpack_require__(1478);
;// CONCATENATED MODULE: ./lib/domain/config/objective-names.js


/** What else is judged beside the objectives. */
const TAKEN = [world_evidence/* VERSION */.xv, world_evidence/* WEIGHTS */.Y0, world_evidence/* SENTRY_RELEASE */.mi, compared_stage/* COMPARISON */.AZ];
/** Evidence is told apart by its name: one objective would be held by what another says of its breach. */
function objectiveNames({ objectives }, check) {
    if (objectives === 'none')
        return;
    const names = objectives.map(({ name }) => name);
    for (const [index, name] of names.entries()) {
        const path = ['objectives', index, 'name'];
        if (TAKEN.includes(name) || name.endsWith(world_evidence/* BY_INPUT */.BN))
            check.addIssue({
                code: 'custom',
                path,
                message: 'is what the suite calls evidence of its own',
            });
        else if (names.indexOf(name) !== index)
            check.addIssue({ code: 'custom', path, message: 'is the name of another objective' });
    }
}

// EXTERNAL MODULE: ./lib/domain/config/roles.js
var roles = __webpack_require__(7582);
;// CONCATENATED MODULE: ./lib/domain/config/score.js

/** From when on objectives pass together. */
const ScoreConfig = schemas/* strictObject */.rej({
    pass: schemas/* number */.aig()
        .positive()
        .max(100)
        .describe('Percent of the weight of the objectives that are not `critical`.'),
})
    .meta({ id: 'Score' });

;// CONCATENATED MODULE: ./lib/domain/config/smoke.js




/** The one suite whose commands may get a secret: it publishes. */
const PUBLISHING_SUITE = 'rollback-publish';
/** Secrets that a command may ask for. */
const CommandSecret = schemas/* enum */.k5n(['PYPI_API_TOKEN']);
/** One check of a suite. `{version}`, `{next-version}` and `{slot-url}` are replaced in strings. */
const Check = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('http'),
        name: config_text/* Slug */.Mw,
        url: config_text/* HttpUrl */.oA.optional().describe('Absolute; without it `path` of the slot under test.'),
        path: schemas/* string */.YjP().regex(/^\//).default('/'),
        method: schemas/* enum */.k5n(['GET', 'POST']).default('GET'),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
        body: schemas/* string */.YjP().max(10_000).optional(),
        status: schemas/* int */.Whr().min(100).max(599).default(200),
        json: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^\//), schemas/* string */.YjP())
            .default({})
            .describe('JSON pointer → expected text.'),
        contains: schemas/* string */.YjP().optional().describe('Text that the answer must hold.'),
        'max-response-time': duration/* Duration */.dw.default('2s'),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('command'),
        name: config_text/* Slug */.Mw,
        argv: config_text/* Argv */.f2,
        timeout: duration/* Duration */.dw.default('5m'),
        'max-duration': duration/* Duration */.dw.optional(),
        secrets: schemas/* array */.YOg(CommandSecret)
            .max(1)
            .default([])
            .describe('Secrets that the command gets as environment variables; without them nothing of the suite runs. Only in the suite `rollback-publish`.'),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('load'),
        name: config_text/* Slug */.Mw,
        path: schemas/* string */.YjP().regex(/^\//).default('/'),
        method: schemas/* enum */.k5n(['GET', 'POST']).default('GET'),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
        body: schemas/* string */.YjP().max(10_000).optional(),
    }),
])
    .meta({ id: 'Check' });
/** Suites by name. A secret is for the suite that publishes, and for nobody else. */
const Suites = schemas/* record */.g1P(config_text/* Slug */.Mw, schemas/* array */.YOg(Check).max(50)).check((ctx) => {
    for (const [name, checks] of Object.entries(ctx.value))
        for (const [index, check] of checks.entries())
            if (name !== PUBLISHING_SUITE && check.kind === 'command' && check.secrets.length > 0)
                ctx.issues.push({
                    code: 'custom',
                    input: check.secrets,
                    path: [name, index, 'secrets'],
                    message: `only commands of the suite ${PUBLISHING_SUITE} get secrets`,
                });
});
/** How hard a depth tests; the built-in table is the default of each field. */
const Depth = schemas/* strictObject */.rej({
    seconds: schemas/* int */.Whr().min(1).max(7200),
    users: schemas/* int */.Whr().min(1).max(1000),
    iterations: schemas/* int */.Whr().min(1).max(100_000),
    'response-time': duration/* Duration */.dw,
    'error-rate': ratio/* Ratio */.wj,
    'success-rate': ratio/* Ratio */.wj,
})
    .partial()
    .meta({ id: 'Depth' });

// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(4356);
// EXTERNAL MODULE: ./lib/domain/metrics/sentry-question.js
var sentry_question = __webpack_require__(1240);
;// CONCATENATED MODULE: ./lib/domain/config/source-queries.js


/** Every objective names a source that there is, and asks it what it can answer. */
function objectiveSources({ objectives, sources = {} }, check) {
    if (objectives === 'none')
        return;
    objectives.forEach((objective, index) => {
        const [key, message] = problemOf(objective, sources) ?? [];
        if (key !== undefined && message !== undefined)
            check.addIssue({ code: 'custom', path: ['objectives', index, key], message });
    });
}
function problemOf(objective, sources) {
    const { source: name } = objective;
    if (name === undefined)
        return undefined;
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    if (source === undefined) {
        const known = Object.keys(sources).join(', ') || 'none';
        return ['source', `is no source of the config; name one of them: ${known}`];
    }
    return queryProblem(objective, source);
}
function queryProblem(objective, source) {
    const { query, metric } = objective;
    switch (source.provider) {
        case 'prober':
            return metric === judging_objective/* THROUGHPUT */.V1
                ? ['metric', 'is known to Prometheus: the prober only sees requests of its own']
                : undefined;
        case 'prometheus':
            return undefined;
        case 'loki':
            return query === undefined && metric !== 'error-rate'
                ? ['query', 'is required: Loki knows the metric error-rate only, all else is LogQL']
                : undefined;
        case 'sentry-health':
            return sentryProblem(objective);
        default:
            return valueProblem(query, Object.keys(source.values));
    }
}
function sentryProblem({ query = '', unit }) {
    const question = (0,sentry_question/* parseSentryQuestion */.dp)(query);
    if (question === undefined)
        return ['query', `must be ${sentry_question/* SENTRY_QUESTIONS */.KM}`];
    const wanted = (0,sentry_question/* isShare */.GS)(question) ? 'ratio' : 'count';
    return unit === wanted ? undefined : ['unit', `must be ${wanted} for ${query}`];
}
function valueProblem(query, names) {
    if (query !== undefined && names.includes(query))
        return undefined;
    return ['query', `must name one of the values of the source: ${names.join(', ')}`];
}

// EXTERNAL MODULE: ./lib/domain/config/source-access.js
var source_access = __webpack_require__(9545);
// EXTERNAL MODULE: ./lib/domain/metrics/json-pointer.js
var json_pointer = __webpack_require__(2490);
;// CONCATENATED MODULE: ./lib/domain/config/source-value.js



const Pointer = schemas/* string */.YjP()
    .max(1000)
    .refine(json_pointer/* isPointer */._, { error: 'must be a JSON pointer (RFC 6901), such as /data/0/value' });
const Word = schemas/* union */.KCZ([schemas/* string */.YjP().max(200), schemas/* boolean */.zMY(), schemas/* number */.aig()]);
/** Where a value stands in a JSON document, and what it means. */
const JsonValue = {
    value: Pointer.describe('JSON pointer (RFC 6901) to the value.'),
    unit: schemas/* enum */.k5n(['ratio', 'percent', 'milliseconds', 'seconds', 'count', 'yes-no'])
        .describe('Unit in which the document gives it. `yes-no`: 1 for yes, 0 for no, for an objective in `count`.'),
    yes: schemas/* array */.YOg(Word).min(1).max(20).optional().describe('What means yes. Left out: `true`.'),
    no: schemas/* array */.YOg(Word).min(1).max(20).optional().describe('What means no. Left out: `false`.'),
    samples: Pointer.optional().describe('JSON pointer to the number of observations behind it. Left out: it is one.'),
    time: Pointer.optional().describe('JSON pointer to the time of the value, ISO 8601 or a number of seconds or milliseconds since 1970. One outside the window is no answer.'),
};
/** The values of a source by the names that objectives give as `query`. */
const valuesOf = (value) => schemas/* record */.g1P(config_text/* Slug */.Mw, value)
    .refine((values) => Object.keys(values).length > 0, { error: 'must name one value at least' });

;// CONCATENATED MODULE: ./lib/domain/config/cloudwatch-source.js




const cloudwatch_source_text = (max) => schemas/* string */.YjP()
    .min(1)
    .max(max)
    .regex(/^[\x20-\x7e]+$/, 'must be ASCII');
/** A metric as CloudWatch names it. */
const Metric = schemas/* strictObject */.rej({
    namespace: cloudwatch_source_text(255).describe('Namespace of the metric.'),
    name: cloudwatch_source_text(255).describe('Name of the metric.'),
    dimensions: schemas/* record */.g1P(cloudwatch_source_text(255), cloudwatch_source_text(1024))
        .optional()
        .describe('Dimensions, all of them, with `{version}`.'),
    statistic: schemas/* string */.YjP()
        .regex(/^(?:Average|Sum|Minimum|Maximum|SampleCount|p(?:100|\d{1,2}(?:\.\d{1,3})?))$/, {
        error: 'must be Average, Sum, Minimum, Maximum, SampleCount or a percentile such as p95',
    })
        .describe('`Average`, `Sum`, `Minimum`, `Maximum`, `SampleCount` or a percentile such as `p95`.'),
});
const Value = schemas/* strictObject */.rej({
    metric: Metric,
    per: Metric.optional().describe('Metric that it is divided by, such as all requests; it is the number of samples then.'),
    unit: schemas/* enum */.k5n(['ratio', 'percent', 'milliseconds', 'seconds', 'count'])
        .describe('Unit in which CloudWatch has it.'),
});
/** Metrics of Amazon CloudWatch. */
const CloudWatchSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('cloudwatch').describe('Amazon CloudWatch, by `GetMetricData`.'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'must be a region such as eu-central-1')
        .describe('Region of the metrics.'),
    url: config_text/* HttpUrl */.oA.optional().describe('Another endpoint than that of the region.'),
    'access-key-id': source_access/* SecretName */._x.default('AWS_ACCESS_KEY_ID').describe('Name of the secret with the id of the key; it needs `cloudwatch:GetMetricData`.'),
    'secret-access-key': source_access/* SecretName */._x.default('AWS_SECRET_ACCESS_KEY').describe('Name of the secret with the key.'),
    'session-token': source_access/* SecretName */._x.optional().describe('Name of the secret with the session token of a role. Left out: there is none.'),
    values: valuesOf(Value).describe('What an objective may ask for, by the name that it gives as `query`.'),
});

;// CONCATENATED MODULE: ./lib/domain/config/github-source.js



const Label = schemas/* string */.YjP()
    .min(1)
    .max(200)
    .regex(/^[^,\p{Cc}]+$/u, 'must be one label without a comma');
const github_source_Value = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('open-issues').describe('How many issues are open now.'),
        labels: schemas/* array */.YOg(Label)
            .min(1)
            .max(20)
            .describe('Labels that an issue has, all of them, with `{version}`.'),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('failed-runs')
            .describe('How many runs of a workflow began in the window and failed.'),
        workflow: schemas/* string */.YjP()
            .regex(/^[\w.-]{1,200}\.ya?ml$/, 'must be the file name of a workflow')
            .describe('File name of the workflow.'),
        branch: schemas/* string */.YjP()
            .regex(/^[^\s\p{Cc}~^:?*[\\]{1,250}$/u, 'must be the name of a branch')
            .optional()
            .describe('Only runs of this branch. Left out: of all.'),
    }),
]);
/** Issues and runs of a repository on GitHub. */
const GitHubSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('github').describe('Issues and workflow runs on GitHub.'),
    repository: schemas/* string */.YjP()
        .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'must be owner/name')
        .optional()
        .describe('Left out: the repository of the config.'),
    token: source_access/* SecretName */._x.default('GITHUB_TOKEN').describe('Name of the secret with the token. `GITHUB_TOKEN` is the token of the action; it needs `issues: read` or `actions: read`.'),
    values: valuesOf(github_source_Value).describe('What an objective may ask for, by the name that it gives as `query`.'),
});

;// CONCATENATED MODULE: ./lib/domain/config/sentry-health-source.js



/** Release health, issues and events of Sentry. */
const SentryHealthSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('sentry-health').describe('Release health, issues and events of Sentry.'),
    url: config_text/* HttpUrl */.oA.default('https://sentry.io').describe('Address of Sentry.'),
    organization: config_text/* Slug */.Mw.describe('Slug of the organisation.'),
    projects: schemas/* array */.YOg(config_text/* Slug */.Mw)
        .min(1)
        .max(20)
        .describe('Slugs of the projects. Of several the worst counts.'),
    environment: schemas/* string */.YjP()
        .regex(/^[^\s/\p{Cc}"*]{1,64}$/u, 'must be the name of an environment')
        .optional()
        .describe('Environment at Sentry. Left out: all of them.'),
    release: schemas/* string */.YjP()
        .min(1)
        .max(200)
        .default('{product}@{version}')
        .describe('Name of the release at Sentry, with `{product}` and `{version}`.'),
    deployed: schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether a release without a deploy in the environment is no answer.'),
    confidence: schemas/* number */.aig()
        .min(0.5)
        .max(0.9999)
        .default(0.95)
        .describe('Confidence of the interval (Wilson) that a share must keep within its limit.'),
    token: source_access/* SecretName */._x.default('SENTRY_AUTH_TOKEN').describe('Name of the secret with the token; it needs the scopes `org:read`, `project:read` and `event:read`.'),
});

;// CONCATENATED MODULE: ./lib/domain/config/sources.js








const HttpJsonSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('http-json').describe('Any JSON that is read by GET.'),
    url: config_text/* HttpUrl */.oA.describe('Address that every path below begins with.'),
    ...source_access/* Access */.vs,
    values: valuesOf(schemas/* strictObject */.rej({
        path: schemas/* string */.YjP()
            .max(2000)
            .regex(/^\/(?!\/)[\x21-\x7e]*$/, 'must begin with one slash and be ASCII without spaces')
            .regex(/^[^#\\]*$/, 'must not hold # or a backslash')
            .describe('Path and query, with `{version}`, `{window}`, `{from}`, `{to}` and `{release-start}`.'),
        ...JsonValue,
    })).describe('What an objective may ask for, by the name that it gives as `query`.'),
})
    .refine(source_access/* hasOneLogin */.Qm, source_access/* ONE_LOGIN */.$J);
const FileSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('file').describe('JSON files of the workspace.'),
    values: valuesOf(schemas/* strictObject */.rej({
        file: schemas/* string */.YjP()
            .min(1)
            .max(500)
            .describe('Path of the file inside the workspace, with `{version}`.'),
        ...JsonValue,
    })).describe('What an objective may ask for, by the name that it gives as `query`.'),
});
const LokiSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('loki').describe('Log lines, counted by Loki.'),
    url: config_text/* HttpUrl */.oA.describe('Address of Loki.'),
    ...source_access/* Access */.vs,
    tenant: schemas/* string */.YjP()
        .regex(/^[\w!.*'()|-]{1,150}$/, 'must be a tenant of Loki')
        .optional()
        .describe('Tenant, sent as `X-Scope-OrgID`.'),
    lines: schemas/* string */.YjP()
        .min(2)
        .max(4096)
        .describe('LogQL that selects the log lines of a version, with `{version}`. Their number is the samples of every objective.'),
    errors: schemas/* string */.YjP()
        .min(2)
        .max(4096)
        .default('|~ "(?i)\\\\b(error|fatal|panic)\\\\b"')
        .describe('Filter behind `lines` that leaves the error lines, for the metric `error-rate`.'),
})
    .refine(source_access/* hasOneLogin */.Qm, source_access/* ONE_LOGIN */.$J);
/** One more source of values. */
const Source = schemas/* discriminatedUnion */.gMt('provider', [
    objective/* PrometheusSource */.yw,
    objective/* ProberSource */.Oo,
    SentryHealthSource,
    HttpJsonSource,
    FileSource,
    LokiSource,
    CloudWatchSource,
    GitHubSource,
]);
/** Sources by the names that objectives give as `source`. */
const Sources = schemas/* record */.g1P(config_text/* Slug */.Mw, Source);

;// CONCATENATED MODULE: ./lib/domain/config/staging-order.js


/** Which profile a version goes through before another one. */
const StagingOrder = {
    after: config_text/* Slug */.Mw.optional().describe('Profile under which the same version must have completed, with the same commit and artefacts, before it is planned here. That profile itself is exempt, and says `publishes: false`.'),
    publishes: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether the end of a release publishes its draft; `false` where another profile comes `after`. Left out: it does.'),
};
/** Adds an issue where a profile comes after one that does not exist, or that publishes before its turn. */
function inOrder(config, context) {
    const { profiles } = config;
    const named = [
        { after: config.after, path: ['after'] },
        ...Object.entries(profiles).map(([name, { after }]) => ({
            after,
            path: ['profiles', name, 'after'],
        })),
    ];
    for (const { after, path } of named) {
        if (after === undefined)
            continue;
        const before = Object.hasOwn(profiles, after) ? profiles[after] : undefined;
        if (before === undefined)
            context.addIssue({ code: 'custom', path, message: `names no profile: ${after}` });
        else if (before.publishes !== false)
            context.addIssue({
                code: 'custom',
                path,
                message: `comes after ${after}, whose end publishes the draft: give that profile publishes: false`,
            });
    }
}

// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var audience = __webpack_require__(8850);
;// CONCATENATED MODULE: ./lib/domain/config/audience.js


/** The audience of a stage in the config. */
const StageAudience = audience/* Audience */.ln.describe('To whom the stage shows the new version; `weight` is what they make of all the traffic. Left out: everybody. Each stage has all that the one before it has, and the last one everybody. Needs `traffic.provider: command`.');
/** Adds an issue where stages take the new version away from somebody who has it. */
function growingAudiences(stages, context) {
    const weighed = stages.map((s) => ({ ...s, weight: (0,ratio/* parseRatio */.LO)(s.weight) ?? 0 }));
    const fault = (0,audience/* shrinkingAt */.VS)(weighed);
    if (fault === undefined)
        return;
    context.addIssue({
        code: 'custom',
        path: [fault.index, 'audience'],
        message: `is no larger audience: ${fault.why}`,
    });
}

;// CONCATENATED MODULE: ./lib/domain/config/stage.js




/** One stage of a strategy in the config. */
const Stage = schemas/* strictObject */.rej({
    weight: ratio/* Ratio */.wj.describe('Share of the traffic that the new version gets.'),
    bake: duration/* Duration */.dw.describe('How long the stage is watched before the next one.'),
    'min-requests': schemas/* int */.Whr()
        .nonnegative()
        .default(0)
        .describe('Requests that the new version must have had before the stage may pass.'),
    audience: StageAudience.optional(),
})
    .meta({ id: 'Stage' });
/** All stages of a strategy, in their order. */
const Stages = schemas/* array */.YOg(Stage).min(1).max(20).superRefine(growingAudiences);

;// CONCATENATED MODULE: ./lib/domain/config/strategies.js



const Canary = schemas/* strictObject */.rej({
    stages: Stages,
    'first-bake': duration/* Duration */.dw.default('2h').describe('Shortest first stage of canary-deployment.'),
});
const BlueGreen = schemas/* strictObject */.rej({
    bake: duration/* Duration */.dw.default('15m').describe('Watch after the switch; the old version stays up.'),
    stages: Stages.optional().describe('All stages of the green side: `0%`, the shares that it takes before the switch, `100%`. Left out: `0%` and `100%`, each for `bake`.'),
});
const Rolling = schemas/* strictObject */.rej({
    steps: schemas/* int */.Whr()
        .min(2)
        .max(20)
        .default(4)
        .describe('Number of equal steps to 100 %; 4 are 25, 50, 75 and 100 %.'),
    bake: duration/* Duration */.dw.default('2m').describe('Watch after each step.'),
});
const Stepwise = schemas/* strictObject */.rej({
    stages: Stages.describe('The steps of a migration. The first one is `0%`, in which both sides run and the old one serves alone.'),
});
/** The stages of each strategy. */
const Strategies = schemas/* strictObject */.rej({
    direct: schemas/* strictObject */.rej({ bake: duration/* Duration */.dw.default('15m') }).prefault({}),
    canary: Canary.prefault({
        stages: [
            { weight: '10%', bake: '15m' },
            { weight: '25%', bake: '15m' },
            { weight: '50%', bake: '30m' },
            { weight: '100%', bake: '15m' },
        ],
    }),
    'blue-green': BlueGreen.prefault({}),
    rolling: Rolling.prefault({}),
    stepwise: Stepwise.prefault({
        stages: [
            { weight: '0%', bake: '30m' },
            { weight: '10%', bake: '30m' },
            { weight: '50%', bake: '30m' },
            { weight: '100%', bake: '30m' },
        ],
    }),
});

;// CONCATENATED MODULE: ./lib/domain/config/traffic.js


const slots = schemas/* record */.g1P(config_text/* Slug */.Mw, schemas/* strictObject */.rej({ url: config_text/* HttpUrl */.oA.describe('Reaches this slot alone, past the router.') }))
    .refine((s) => Object.keys(s).length === 2, {
    error: 'must name exactly two slots, such as blue and green',
});
const common = {
    slots,
    'version-path': schemas/* string */.YjP()
        .regex(/^\//)
        .default('/version')
        .describe('Answers JSON with `version`.'),
    endpoint: config_text/* HttpUrl */.oA.optional().describe('Where users reach the service.'),
};
/** The router that splits the traffic between two slots. */
const Traffic = schemas/* discriminatedUnion */.gMt('provider', [
    schemas/* strictObject */.rej({ provider: schemas/* literal */.euz('router'), url: config_text/* HttpUrl */.oA, ...common }),
    schemas/* strictObject */.rej({
        provider: schemas/* literal */.euz('haproxy'),
        socket: schemas/* string */.YjP()
            .regex(/^(?:unix:\/|tcp:\/\/)/)
            .describe('`tcp://host:port` or `unix:/path` of the runtime API.'),
        backend: config_text/* Slug */.Mw,
        ...common,
    }),
    schemas/* strictObject */.rej({
        provider: schemas/* literal */.euz('command'),
        set: config_text/* Argv */.f2.describe('Moves the traffic: `{weights}` is the JSON `{"blue":90,"green":10}`, `{weight:blue}` the percent of one slot; `{audience}` is the JSON of the stage\'s audience, `{tenants}` its tenants with commas between them, `{ring}` its ring, all three empty for everybody. Repeatable; it has 10 s.'),
        get: config_text/* Argv */.f2.describe('Prints what the router holds as JSON: `{"weights":{"blue":90,"green":10},"audience":{"tenants":["a"]}}`, the audience left out for everybody. It has 10 s.'),
        ...common,
    }),
])
    .superRefine((traffic, context) => {
    if (traffic.provider !== 'command')
        return;
    const silent = unsaidWeight(traffic.set, Object.keys(traffic.slots));
    if (silent !== undefined)
        context.addIssue({ code: 'custom', path: ['set'], message: `names no ${silent}` });
})
    .meta({ id: 'Traffic' });
/** The placeholder of a weight that a command never gets; undefined where it gets all of them. */
function unsaidWeight(argv, slots) {
    const says = (name) => argv.some((part) => part.includes(`{${name}}`));
    if (says('weights'))
        return undefined;
    const silent = slots.filter((slot) => !says(`weight:${slot}`));
    return silent.length === 0 ? undefined : '{weights}';
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/domain/release/types.js
const stage = (weight, bake) => ({ weight, bake });
/** The one table of release types: config, plan and docs/strategies.md are made from it. */
const TYPES = {
    patch: {
        bump: 'patch',
        strategies: ['canary', 'rolling'],
        strategy: 'canary',
        stages: { canary: [stage('10%', '15m'), stage('100%', '15m')] },
        downtime: 'none',
        approval: 'recorded',
        notice: undefined,
        backup: false,
    },
    minor: {
        bump: 'minor',
        strategies: ['canary', 'blue-green'],
        strategy: 'canary',
        stages: { canary: [stage('10%', '15m'), stage('50%', '30m'), stage('100%', '15m')] },
        downtime: 'declared-lock',
        approval: 'recorded',
        notice: '24h',
        backup: false,
    },
    major: {
        bump: 'major',
        strategies: ['blue-green'],
        strategy: 'blue-green',
        // The green side takes the stages of a canary before it takes all.
        stages: {
            'blue-green': [
                stage('0%', '15m'),
                stage('10%', '15m'),
                stage('50%', '30m'),
                stage('100%', '15m'),
            ],
        },
        downtime: 'declared-window',
        approval: 'signed',
        notice: '24h',
        backup: false,
    },
    migration: {
        bump: 'any',
        strategies: ['stepwise'],
        strategy: 'stepwise',
        stages: {},
        downtime: 'none',
        approval: 'signed',
        notice: undefined,
        backup: true,
    },
};
/** The row of a type. */
function ruleOf(type) {
    return TYPES[type];
}

;// CONCATENATED MODULE: ./lib/domain/config/types.js




const time = (meaning) => iso/* datetime */.w$({ precision: 0, error: 'must be a time in UTC such as 2026-11-22T02:00:00Z' })
    .describe(meaning);
const DowntimeOf = (what) => schemas/* strictObject */.rej({
    version: schemas/* string */.YjP()
        .refine((text) => (0,version/* parseVersion */.ot)(text, '')?.version === text, {
        error: 'must be a version such as 2.0.0',
    })
        .describe(`The release that the ${what} is declared for; every other one has none.`),
    from: time('When it begins, in UTC; the rollout does not begin before.'),
    to: time('When it ends, in UTC.'),
    reason: schemas/* string */.YjP()
        .min(1)
        .max(500)
        .regex(/^\P{Cc}+$/u, 'must be one line')
        .describe('What it is for, as people are told.'),
})
    .refine(({ from, to }) => from < to, { path: ['to'], error: 'is not after from' })
    .optional();
const Approval = schemas/* enum */.k5n(['none', 'recorded', 'signed'])
    .default('recorded')
    .describe('Whether a person approves a release before it begins. `none` leaves that to whoever protects the environment.');
const STRATEGY = 'The strategy where nobody names one.';
/** One stage alone would be no strategy but a switch. */
const own = (least, error) => schemas/* array */.YOg(Stage)
    .min(least, { error })
    .max(20)
    .optional()
    .describe('Its stages, where it is rolled out by its `strategy`. Left out: those of the table, else those of `strategies`.');
const Steps = own(2, 'must have a stage before the one of 100%');
const Patch = schemas/* strictObject */.rej({
    strategy: schemas/* enum */.k5n(TYPES.patch.strategies)
        .default(TYPES.patch.strategy)
        .describe(`${STRATEGY} A hotfix is a patch too.`),
    stages: Steps,
    approval: Approval,
});
const Minor = schemas/* strictObject */.rej({
    strategy: schemas/* enum */.k5n(TYPES.minor.strategies).default(TYPES.minor.strategy).describe(STRATEGY),
    stages: Steps,
    approval: Approval,
    downtime: DowntimeOf('lock'),
});
const Major = schemas/* strictObject */.rej({
    stages: own(3, 'must have a stage of the green side between those of 0% and 100%'),
    downtime: DowntimeOf('window'),
});
const Migration = schemas/* strictObject */.rej({ stages: Steps });
/** What a repository makes of the table of release types. What has to be signed stays so. */
const Types = schemas/* strictObject */.rej({
    patch: Patch.prefault({}),
    minor: Minor.prefault({}),
    major: Major.prefault({}),
    migration: Migration.prefault({}),
});

// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var scheme = __webpack_require__(3291);
;// CONCATENATED MODULE: ./lib/domain/config/versions.js


/** What stands before a version in its tag. */
const TagPrefix = schemas/* string */.YjP()
    .max(40)
    .regex(/^[A-Za-z0-9._/-]*$/);
/** The kind of version that a product has. */
const SchemeName = schemas/* enum */.k5n(scheme/* SCHEMES */.dz)
    .describe('What a version is. `semver`: a version that a tag and a GitHub release have. `git-sha`: the commit that is deployed; it needs neither. `digest`: that of the image.');

;// CONCATENATED MODULE: ./lib/domain/config/schema.js





















const Sentry = schemas/* strictObject */.rej({
    url: config_text/* HttpUrl */.oA.default('https://sentry.io'),
    organization: config_text/* Slug */.Mw.optional().describe('Organisation at Sentry. Left out: the secret or variable `SENTRY_ORG`.'),
    project: config_text/* Slug */.Mw.optional().describe('Project that the release must belong to. Left out: the secret or variable `SENTRY_PROJECT`.'),
    finalized: schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether only a release that is finalised at Sentry passes. An archived one never does.'),
});
const Performance = schemas/* strictObject */.rej({
    command: config_text/* Argv */.f2.describe('Measures one version once and prints one JSON line; `{asset}` is its verified file, `{version}` the version.'),
    asset: schemas/* string */.YjP().min(1).describe('Name of the release asset to measure, with `{version}`.'),
    'warm-up': schemas/* int */.Whr().min(0).max(50).default(1),
    iterations: schemas/* int */.Whr().min(4).max(1000).default(10),
    timeout: duration/* Duration */.dw.default('60s'),
});
const Deploy = schemas/* strictObject */.rej({
    command: config_text/* Argv */.f2.describe('Starts `{version}` from `{asset}` in `{slot}` at weight 0; repeatable. `{images}` are the planned images as `name@sha256:…`, parted by commas.'),
    asset: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Name of the release asset that is verified and handed over, with `{version}`. Left out: the command gets none.'),
    timeout: duration/* Duration */.dw.default('10m'),
});
const Verification = schemas/* strictObject */.rej({
    platforms: schemas/* array */.YOg(schemas/* strictObject */.rej({ runner: schemas/* string */.YjP().min(1), python: schemas/* string */.YjP().min(1) }))
        .min(1)
        .max(64)
        .optional(),
});
const Clock = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['inline', 'watch', 'schedule', 'external'])
        .default('inline')
        .describe('Who looks at a stage while it bakes. `inline`: the run that began it, 5h30m in all. `watch`: `release-watch`, run after run without a gap. `schedule`: `release-tick`, started by cron. `external`: `release-tick`, started by whoever sends `repository_dispatch`.'),
    unattended: duration/* Duration */.dw.default('24h').describe('Longest time after the end of a bake in which `release-tick` must have looked.'),
    overdue: schemas/* enum */.k5n(['pause', 'rollback'])
        .default('pause')
        .describe('What becomes of a stage that nobody looked at in time.'),
});
/** Every section that a profile may override. */
const sections = {
    strategies: Strategies.prefault({}),
    types: Types.optional().describe('Releases have [types](../strategies.md#types): a table says what each may do and asks for. `types: {}` switches it on as it stands; left out, no release has a type.'),
    channels: schemas/* record */.g1P(config_text/* Slug */.Mw, schemas/* strictObject */.rej({ 'enforce-observability': schemas/* boolean */.zMY() }))
        .default({ stable: { 'enforce-observability': true } }),
    objectives: schemas/* union */.KCZ([schemas/* literal */.euz('none'), schemas/* array */.YOg(objective/* ObjectiveConfig */.y3).min(1).max(50)])
        .describe('What a stage is judged by; `none` must be said aloud.'),
    score: ScoreConfig.optional().describe('Objectives are weighed against each other instead of all having to pass. Left out: every one must.'),
    metrics: objective/* Metrics */.K1.optional(),
    comparison: schemas/* union */.KCZ([schemas/* literal */.euz('none'), ComparisonConfig])
        .optional()
        .describe('Holds the new version against the one that serves beside it, [look by look](../judging.md), while a stage bakes; `comparison: {}` compares latency and errors. Left out, or `none`: only limits hold.'),
    sources: Sources.optional().describe('More [sources of values](../metrics.md) by name; an objective names one as `source`.'),
    sentry: Sentry.optional(),
    traffic: Traffic.optional(),
    deploy: Deploy.optional(),
    artefacts: schemas/* array */.YOg(Artefact).max(50).default([]),
    index: schemas/* strictObject */.rej({ url: config_text/* HttpUrl */.oA.optional(), wait: duration/* Duration */.dw.default('30m') })
        .prefault({})
        .describe('The package index; without a URL the one that pip is configured for.'),
    smoke: schemas/* strictObject */.rej({
        suites: Suites.default({}),
        depths: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['basic', 'standard', 'comprehensive', 'stress']), Depth)
            .default({}),
    })
        .prefault({}),
    performance: Performance.optional(),
    verification: Verification.prefault({}),
    clock: Clock.prefault({}),
    conditions: conditions/* ConditionsConfig */.$$.optional().describe('What a release waits for before its first weight, and before its end. Left out: for nothing.'),
    completing: conditions/* CompletingConfig */.jY.optional().describe('A watch over all of the traffic before the release has completed; `completing: {}` is 30 minutes. Left out: none.'),
    looks: schemas/* strictObject */.rej({ interval: duration/* Duration */.dw.default('30s') })
        .prefault({})
        .describe('How often a stage is looked at while it bakes.'),
    deployments: DeploymentsConfig.prefault({}).describe("GitHub's page of deployments shows every stage; `none`: it does not. What cannot be shown is a warning and changes no verdict."),
    notifications: notifications/* Notifications */.$.prefault({}).describe('Who is told how a release ended, what is frozen and what an objective has found; `slack: {}` is enough. What cannot be told is a warning and changes no verdict.'),
    ...StagingOrder,
    'allow-private': schemas/* array */.YOg(config_text/* Origin */.$e)
        .max(50)
        .default([])
        .describe('Origins that may be plain http or private. Nothing else lifts the rule.'),
};
/** One profile: any section again; what it names replaces the value above it. */
const Profile = schemas/* strictObject */.rej({
    strategies: schemas/* looseObject */._H3({}),
    types: schemas/* looseObject */._H3({}),
    channels: schemas/* looseObject */._H3({}),
    objectives: sections.objectives,
    score: schemas/* looseObject */._H3({}),
    metrics: schemas/* looseObject */._H3({}),
    comparison: schemas/* union */.KCZ([schemas/* literal */.euz('none'), schemas/* looseObject */._H3({})]),
    sources: schemas/* looseObject */._H3({}),
    sentry: schemas/* looseObject */._H3({}),
    traffic: schemas/* looseObject */._H3({}),
    deploy: schemas/* looseObject */._H3({}),
    artefacts: schemas/* array */.YOg(Artefact),
    index: schemas/* looseObject */._H3({}),
    smoke: schemas/* looseObject */._H3({}),
    performance: schemas/* looseObject */._H3({}),
    verification: schemas/* looseObject */._H3({}),
    clock: schemas/* looseObject */._H3({}),
    conditions: schemas/* looseObject */._H3({}),
    completing: schemas/* looseObject */._H3({}),
    looks: schemas/* looseObject */._H3({}),
    deployments: schemas/* union */.KCZ([schemas/* literal */.euz('none'), schemas/* looseObject */._H3({})]),
    notifications: schemas/* looseObject */._H3({}),
    ...StagingOrder,
    'allow-private': schemas/* array */.YOg(config_text/* Origin */.$e),
})
    .partial();
const profiles = schemas/* record */.g1P(config_text/* Slug */.Mw, Profile).describe('Overrides by environment.');
/** One product of several: what it names replaces what the file says for all, as a profile does. */
const Product = Profile.extend({
    'tag-prefix': TagPrefix,
    'version-scheme': SchemeName,
    profiles,
}).partial();
const shape = schemas/* strictObject */.rej({
    product: config_text/* Slug */.Mw.describe('Name of the product in the ledger. Required where `products` is left out.'),
    products: schemas/* record */.g1P(config_text/* Slug */.Mw, Product)
        .optional()
        .describe('Several products of one repository by their names in the ledger, each with what it overrides: any section, `tag-prefix`, `version-scheme` and `profiles`. Stands in the place of `product`.'),
    'tag-prefix': TagPrefix.default('v'),
    'version-scheme': SchemeName.default('semver'),
    roles: roles/* Roles */.YK.default({}).describe('[Who does what by hand](../roles.md). What no role names is left to everybody with write access.'),
    ledger: LedgerConfig.prefault({}).describe('Who signs the [ledger](../ledger.md#signatures). No profile and no product overrides it: there is one ledger.'),
    ...sections,
    profiles: profiles.default({}),
});
/** The config of one product: what its actions go by. */
const Config = shape
    .superRefine(inOrder)
    .superRefine(comparable)
    .superRefine(objectiveNames)
    .superRefine(objectiveSources)
    .refine(hasReleases, {
    path: ['artefacts'],
    error: 'hold a file of a GitHub release, and only versions of the scheme semver have one',
});
/** `.github/release-actions.yml` of a consumer: its release process, described once. What is missing here a product says. */
const ConfigFile = shape.partial({ product: true, objectives: true }).meta({
    id: 'ReleaseActions',
    title: 'release-actions configuration',
});
/** What is declared is found beside a tag, or needs none. */
function hasReleases(config) {
    return config['version-scheme'] === 'semver' || config.artefacts.every((a) => a.kind === 'image');
}

;// CONCATENATED MODULE: ./lib/domain/config/load.js







/** The environments that the workflows offer: without a profile of that name the config holds as it stands. */
const ENVIRONMENTS = ['production', 'staging', 'canary'];
/** Duplicate keys are looked for pairwise: 64 KiB keeps the parse under a second. */
const LARGEST = 64 * 1024;
const REMEDY = 'Correct it, see docs/reference/config.md';
/**
 * Parse and check the config of one product, with the profile laid over it where one is named.
 * @throws Failure `bad-config`: one line with file, line, column, the problem and the remedy.
 */
function loadConfig(text, profile, which = {}) {
    if (text.length > LARGEST)
        throw bad('is larger than 64 KiB', undefined, 'Split the process');
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        uniqueKeys: true,
        merge: true,
        logLevel: 'error',
    });
    const [broken] = document.errors;
    if (broken !== undefined) {
        const { line, col } = lines.linePos(broken.pos[0]);
        const remedy = broken.code === 'BAD_SCALAR_START' ? 'Put the text in quotes' : 'Correct the YAML';
        throw bad(broken.message.split('\n')[0] ?? 'is no YAML', { line, col }, remedy);
    }
    const { data, below } = ofProduct(toData(document), which);
    const base = checked(data, document, lines, below);
    const isKnown = Object.hasOwn(base.profiles, profile);
    if (profile === '' || (!isKnown && ENVIRONMENTS.includes(profile)))
        return base;
    if (!isKnown) {
        const known = Object.keys(base.profiles).join(', ') || 'none';
        throw bad(`has no profile "${profile}"`, undefined, `Name one of its profiles: ${known}`);
    }
    const own = ['profiles', profile];
    return checked(withProfile(data, profile), document, lines, [...below, ...own], own, below);
}
/** What the config says of one product, and where it says it. @throws Failure `bad-config` where none is meant. */
function ofProduct(data, which) {
    const names = productsOf(data);
    if (names === undefined) {
        assertProduct(data, which);
        return { data, below: [] };
    }
    if (isObject(data) && data.product !== undefined)
        throw bad('product: stands beside products', undefined, 'Leave one of them out');
    const alike = sameTags(data, names);
    if (alike !== undefined)
        throw bad(`products: ${alike.join(' and ')} have the same tag-prefix`, undefined, 'Give each its own, such as edge/v');
    const picked = pickProduct(data, names, which);
    if ('problem' in picked)
        throw bad(picked.problem, undefined, picked.remedy);
    return { data: withProduct(data, picked.product), below: ['products', picked.product] };
}
/** The one product needs no name; another one is not described. */
function assertProduct(data, { product }) {
    const own = isObject(data) ? data.product : undefined;
    if (product === undefined || typeof own !== 'string' || product === own)
        return;
    throw bad(`describes the product "${own}", not "${product}"`, undefined, 'Name that one, or none');
}
/** Aliases and merges are followed only here. */
function toData(document) {
    try {
        return document.toJS({ maxAliasCount: 20 });
    }
    catch (error) {
        const problem = error instanceof Error ? error.message.split('\n')[0] : undefined;
        throw bad(problem ?? 'is no YAML', undefined, 'Correct its aliases and merges');
    }
}
/** @param below Where the config says what lies on top, the topmost first: a problem has its place there. */
function checked(data, document, lines, ...below) {
    const parsed = Config.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    if (issue === undefined)
        throw bad('is not valid', undefined, REMEDY);
    const { path, key, message } = (0,complaint/* complaintOf */.N)(issue);
    const full = [...path, ...key];
    const over = below.find((lying) => document.hasIn([...lying, full[0]])) ?? [];
    const place = locate(document, [...over, ...full], lines) ?? locate(document, below[0] ?? [], lines);
    const where = path.length === 0 ? 'the file' : path.join('.');
    throw bad(`${where}: ${message}`, place, REMEDY);
}
/** The position of the deepest part of the path that the document has. */
function locate(document, path, lines) {
    for (let depth = path.length; depth > 0; depth--) {
        const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
        const key = path[depth - 1];
        const pair = (0,dist/* isMap */.jh)(parent)
            ? parent.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === key)
            : undefined;
        const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
        const start = isNode(node) ? node.range?.[0] : undefined;
        if (start !== undefined)
            return lines.linePos(start);
    }
    return undefined;
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'range' in value;
}
/** Where no place is known the file as a whole is wrong. */
function bad(problem, place, remedy) {
    const { line, col } = place ?? { line: 1, col: 1 };
    return new failure/* Failure */.HR('bad-config', `${path/* CONFIG_PATH */.t}:${line}:${col}: ${problem}`, remedy);
}


/***/ }),

/***/ 2490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ isPointer),
/* harmony export */   c: () => (/* binding */ resolvePointer)
/* harmony export */ });
/** Whether a text is a JSON pointer (RFC 6901): empty, or segments that begin with `/`. */
function isPointer(text) {
    return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
}
/**
 * What a JSON pointer (RFC 6901) leads to; undefined where it leads nowhere. Members are those of the document itself,
 * never what objects inherit; `-`, the place behind the last item of a list, holds nothing.
 */
function resolvePointer(document, pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce(step, document);
}
function step(node, name) {
    if (Array.isArray(node))
        return /^(?:0|[1-9]\d{0,9})$/.test(name) ? node[Number(name)] : undefined;
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name))
        return undefined;
    return node[name];
}


/***/ }),

/***/ 1240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ isShare),
/* harmony export */   KM: () => (/* binding */ SENTRY_QUESTIONS),
/* harmony export */   dp: () => (/* binding */ parseSentryQuestion)
/* harmony export */ });
const WORDS = [
    'crash-free-sessions',
    'crash-free-users',
    'crashed-sessions',
    'crashed-users',
    'sessions',
    'users',
    'adoption',
    'new-issues',
];
/** Those that are a share, 0 to 1. */
const SHARES = [
    'crash-free-sessions',
    'crash-free-users',
    'crashed-sessions',
    'crashed-users',
    'adoption',
];
/** The grammar, for people. */
const SENTRY_QUESTIONS = `${WORDS.join(', ')} or events:TEXT`;
/** Reads the `query` of an objective; undefined where it is no such question. */
function parseSentryQuestion(query) {
    const [, message] = /^events:\s*([^"*\\\p{Cc}]{3,200})$/u.exec(query) ?? [];
    if (message !== undefined)
        return { kind: 'events', message: message.trim() };
    const kind = WORDS.find((word) => word === query);
    return kind === undefined ? undefined : { kind };
}
/** Whether the answer is a share; else it is a number of something. */
function isShare({ kind }) {
    return SHARES.includes(kind);
}


/***/ })

};
