export const id = 184;
export const ids = [184];
export const modules = {

/***/ 5184:
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

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/policy.js
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

;// CONCATENATED MODULE: ./lib/domain/config/compared-metric.js


/** What every provider that can compare knows by itself. */
const KNOWN_METRICS = ['latency', 'errors'];
const compared_metric_name = config_text/* Slug */.Mw.describe('Name in reports. Instead of a table the item may be `latency` or `errors`, which every provider knows; both are compared unless others are named.');
const Queried = schemas/* strictObject */.rej({
    name: compared_metric_name,
    kind: schemas/* enum */.k5n(['gauge', 'lag', 'restarts'])
        .describe('`gauge`: a level above 0, such as a saturation. `lag`: a queue, 0 or more. `restarts`: a counter.'),
    query: schemas/* string */.YjP()
        .min(1)
        .max(4096)
        .describe('PromQL with `{version}` (and `{window}`, a look): one value, and more is worse; of `restarts` the selector of a counter, a series for each instance.'),
});
/** A name and matchers, in any of PromQL's quotes: what may stand before a range in brackets. */
const SELECTOR = /^(?=[^ ])(?:[a-zA-Z_:][a-zA-Z0-9_:]*)?(?: *\{(?:[^"'`{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})?$/;
const Selector = schemas/* string */.YjP()
    .min(1)
    .max(4096)
    .regex(SELECTOR, 'is no selector of a counter, such as crashes_total{version="{version}"}, without functions and sums');
const Sessions = schemas/* strictObject */.rej({
    name: compared_metric_name,
    kind: schemas/* literal */.euz('sessions')
        .describe('Sessions that crashed, of those that began; a crash may be reported late.'),
    query: Selector.describe('PromQL selector, with `{version}`, of the counter of crashed sessions. A version that has none beside one that has counts as without crashes; where neither has one, nothing is compared.'),
    total: Selector.describe('The same of the counter of sessions that began.'),
});
/** One metric of a comparison. */
const ComparedMetricConfig = schemas/* union */.KCZ([
    schemas/* enum */.k5n(KNOWN_METRICS),
    schemas/* discriminatedUnion */.gMt('kind', [Queried, Sessions]),
]);
/** The metric as a plan freezes it. */
function toComparedMetric(one) {
    return typeof one === 'string' ? { name: one, kind: one, query: null } : one;
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
;// CONCATENATED MODULE: ./lib/domain/config/ratio.js

const GRAMMAR = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/;
/**
 * A share between 0 and 1, written `1%` or `0.01`. A bare number above 1 is refused, because nobody knows whether it
 * means percent. Undefined when it does not parse.
 */
function ratio_parseRatio(text) {
    const [, digits, percent] = GRAMMAR.exec(text) ?? [];
    if (digits === undefined)
        return undefined;
    // The point is moved in the text: 99.9 / 100 is not 0.999, and 999 of 1000 would fall short of 99.9%.
    const value = Number(percent === '%' ? `${digits}e-2` : digits);
    return value <= 1 ? value : undefined;
}
/** A ratio as percent for people: at most two decimals, for example `0.4 %`. */
function ratio_formatRatio(ratio) {
    return `${Number((ratio * 100).toFixed(2))} %`;
}
/** A ratio in the config; its value stays text, `parseRatio` reads it. */
const Ratio = schemas/* string */.YjP()
    .refine((text) => ratio_parseRatio(text) !== undefined, {
    error: 'must be a ratio such as 1% or 0.01',
})
    .meta({ id: 'Ratio', pattern: GRAMMAR.source, examples: ['1%', '0.01'] });

;// CONCATENATED MODULE: ./lib/domain/config/comparison.js





/** Two scrapes a second apart: no provider tells apart what comes sooner. */
const SHORTEST_MS = 1000;
/** How the new version is compared with the one that serves beside it. */
const ComparisonConfig = schemas/* strictObject */.rej({
    metrics: schemas/* array */.YOg(ComparedMetricConfig)
        .min(1)
        .max(8)
        .default([...KNOWN_METRICS])
        .describe('What is compared; `latency` and `errors` are known to every provider.'),
    look: duration/* Duration */.dw.default('1m').describe('Length of a look: what happened in one is held against each other. At least 1s, with the prober `looks.interval`, and with Prometheus better not below its scrape interval.'),
    'max-looks': schemas/* int */.Whr()
        .min(10)
        .max(120)
        .default(DEFAULT_POLICY.maxLooks)
        .describe('A bake that is longer than so many looks has longer ones.'),
    alpha: Ratio.default('1%').describe('Chance to stop a healthy release, whatever its stages and looks.'),
    'min-effect': Ratio.default('5%').describe('Rises of a level up to this share need not be found.'),
    'warm-up': duration/* Duration */.dw.default('2m').describe('Begin of each stage in which a higher level of the new version is expected; errors are not excused.'),
    'min-requests': schemas/* int */.Whr()
        .min(1)
        .max(1_000_000)
        .default(DEFAULT_POLICY.minRequests)
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
        ratio_parseRatio(alpha) === 0 ? ['alpha', 'must be above 0'] : undefined,
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/domain/rollout/conditions.js

/** What a release waits for before its first weight, and with `checkpoints` also before its end. Absent: for nothing. */
const conditions_Conditions = schemas/* strictObject */.rej({
    /** A person with the duty `approve` approves this very plan; `signed`: the entry carries a signature. */
    approval: schemas/* enum */.k5n(['recorded', 'signed']).optional(),
    /** Who planned the release does not approve it. */
    fourEyes: schemas/* literal */.euz(true).optional(),
    /** A person with the duty `accept` accepts what is new. */
    acceptance: schemas/* literal */.euz(true).optional(),
    /** Shortest time between the delivery of the notice and the first weight, milliseconds. */
    notice: schemas/* int */.Whr().positive().optional(),
    /** No weight before this time, ISO 8601 in UTC. */
    notBefore: iso/* datetime */.w$().optional(),
    /** The four checkpoints are complete, each before the next phase begins. */
    checkpoints: schemas/* literal */.euz(true).optional(),
    /** A backup was made. */
    backup: schemas/* literal */.euz(true).optional(),
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
const OVERRIDABLE = (/* unused pure expression or super */ null && ([
    'prepared',
    'notice',
    'backup',
    'pre-checked',
    'not-before',
    'post-checked',
]));

;// CONCATENATED MODULE: ./lib/domain/config/conditions.js



/** What every release of the product waits for. `none` and `false` take back what lies below, in a profile. */
const ConditionsConfig = schemas/* strictObject */.rej({
    approval: schemas/* enum */.k5n(['none', 'recorded', 'signed'])
        .optional()
        .describe('A person who may `approve` approves each plan before its first weight; `signed` needs the ledger key.'),
    'four-eyes': schemas/* boolean */.zMY().optional().describe('Who planned a release does not approve it.'),
    acceptance: schemas/* boolean */.zMY()
        .optional()
        .describe('A person who may `accept`, the product owner, accepts what is new.'),
    notice: schemas/* union */.KCZ([schemas/* literal */.euz('none'), duration/* Duration */.dw])
        .optional()
        .describe('Shortest time between the delivery of `notification.maintenance.scheduled` and the first weight, such as `24h`.'),
    checkpoints: schemas/* boolean */.zMY()
        .optional()
        .describe('The checkpoints `prepared` and `pre-checked` before the first weight, `post-checked` before the end, `closed` after it.'),
    backup: schemas/* boolean */.zMY().optional().describe('A backup is recorded before the first weight.'),
});
/** How long all of the traffic is watched before the end. */
const CompletingConfig = schemas/* strictObject */.rej({
    watch: duration/* Duration */.dw.default('30m').describe('How long the objectives stay armed after the last stage, before the release has completed.'),
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
function thumbprint(x, digest) {
    const hex = digest(canonical({ crv: 'Ed25519', kty: 'OKP', x })).slice('sha256:'.length);
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

;// CONCATENATED MODULE: ./lib/domain/config/ledger.js


/** What is asked of the signatures in the ledger. The same for every profile: there is one ledger. */
const LedgerConfig = schemas/* strictObject */.rej({
    keys: schemas/* array */.YOg(PublicKey)
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

;// CONCATENATED MODULE: ./lib/domain/judging/objective.js


/** What a breach does to a rollout, from the mildest on. */
const ON_BREACH = ['notify', 'page', 'pause', 'stop', 'rollback'];
/** Which values are good. At the limit itself only the first two are. */
const DIRECTIONS = ['at-most', 'at-least', 'below', 'above'];
/** Metric: requests a second that a version has served in the window. */
const THROUGHPUT = 'throughput';
/** The limit of a config text in its unit: `1%`, `250ms`, `1000`. Undefined when the text does not fit the unit. */
function objective_parseLimit(text, unit) {
    if (unit === 'ratio')
        return ratio_parseRatio(text);
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
    by: Ratio.optional().describe(`With \`versus\`: so much worse it may be; \`${objective_policy_BY}\` unless named.`),
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
    if (metric !== THROUGHPUT)
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
    const isGood = limit !== undefined && objective_parseLimit(limit, unit) !== undefined;
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

;// CONCATENATED MODULE: ./lib/domain/config/source-access.js

/** Name of a secret that the action is given; its value never stands in the config. */
const SecretName = schemas/* string */.YjP()
    .regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'must be the name of a secret, such as KPI_TOKEN');
/** Headers by which somebody is let in, or that the transport sets itself. */
const REFUSED = /^(?:authorization|proxy-.*|cookie|x-api-key|x-auth-.*|.*-token|host|content-length|transfer-encoding|connection|te|upgrade)$/i;
const HeaderName = schemas/* string */.YjP().regex(/^[A-Za-z0-9-]{1,100}$/, 'must be the name of a header');
/** How a source lets the suite in. What is secret stands here by its name only. */
const Access = {
    token: SecretName.optional().describe('Name of the secret that is sent as bearer token.'),
    username: schemas/* string */.YjP()
        .regex(/^[\x21-\x39\x3b-\x7e]{1,256}$/, 'must be one word without a colon')
        .optional()
        .describe('User of basic authentication; needs `password`.'),
    password: SecretName.optional().describe('Name of the secret with the password of `username`.'),
    headers: schemas/* record */.g1P(HeaderName, schemas/* string */.YjP().regex(/^[\x20-\x7e]{1,1000}$/, 'must be one line of ASCII'))
        .refine((headers) => !Object.keys(headers).some((name) => REFUSED.test(name)), {
        error: 'hold one that is not for the config: name its secret under secret-headers',
    })
        .optional()
        .describe('Headers that hold no secret, such as the tenant.'),
    'secret-headers': schemas/* record */.g1P(HeaderName, SecretName)
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

;// CONCATENATED MODULE: ./lib/domain/config/objective.js






/** One SLO in the config. */
const ObjectiveConfig = schemas/* strictObject */.rej({
    name: config_text/* Slug */.Mw,
    metric: schemas/* enum */.k5n(['error-rate', 'latency-p95', THROUGHPUT, 'custom']),
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
    direction: schemas/* enum */.k5n(DIRECTIONS).default('at-most'),
    'on-breach': schemas/* enum */.k5n(ON_BREACH)
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
    ...Access,
    'requests-metric': schemas/* string */.YjP()
        .default('http_requests_total')
        .describe('Counter with the labels `version` and `code`.'),
    'duration-metric': schemas/* string */.YjP()
        .default('http_request_duration_seconds')
        .describe('Histogram with the label `version`.'),
})
    .refine(hasOneLogin, ONE_LOGIN);
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

;// CONCATENATED MODULE: ./lib/domain/judging/world-evidence.js
/** Name of the evidence that the router has the weights of the stage. */
const WEIGHTS = 'weights';
/** Name of the evidence that the new version answers in its slot. */
const VERSION = 'version';
/** Name of the evidence that Sentry knows the release. */
const SENTRY_RELEASE = 'sentry-release';
/** Ends the name of a limit by input whose metric's name is that of an objective. */
const BY_INPUT = '-by-input';

;// CONCATENATED MODULE: ./lib/domain/rollout/compared-stage.js
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

;// CONCATENATED MODULE: ./lib/domain/config/objective-names.js


/** What else is judged beside the objectives. */
const TAKEN = [VERSION, WEIGHTS, SENTRY_RELEASE, COMPARISON];
/** Evidence is told apart by its name: one objective would be held by what another says of its breach. */
function objectiveNames({ objectives }, check) {
    if (objectives === 'none')
        return;
    const names = objectives.map(({ name }) => name);
    for (const [index, name] of names.entries()) {
        const path = ['objectives', index, 'name'];
        if (TAKEN.includes(name) || name.endsWith(BY_INPUT))
            check.addIssue({
                code: 'custom',
                path,
                message: 'is what the suite calls evidence of its own',
            });
        else if (names.indexOf(name) !== index)
            check.addIssue({ code: 'custom', path, message: 'is the name of another objective' });
    }
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

;// CONCATENATED MODULE: ./lib/domain/config/roles.js




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
    ...CHECKPOINTS.map(checkpointDuty),
    'notice',
    'backup',
    'override',
];
const Member = schemas/* string */.YjP()
    .regex(/^(?:role:[a-z][a-z0-9-]{0,62}|[A-Za-z0-9][A-Za-z0-9-]{0,38}|@[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9_-]{1,255})$/, "must be a login, a role of the repository such as role:maintain, or a team such as '@acme/release-managers', in quotes");
const Role = schemas/* strictObject */.rej({
    members: schemas/* array */.YOg(Member)
        .min(1)
        .max(100)
        .describe('Logins, deputies included, roles of the repository such as `role:maintain`, and teams of its organisation such as `@acme/release-managers`, in quotes.'),
    may: schemas/* array */.YOg(schemas/* enum */.k5n(DUTIES))
        .max(DUTIES.length)
        .default([])
        .describe('What they do by hand. `checkpoint` is all four phases, `checkpoint-prepared` one of them.'),
})
    .meta({ id: 'Role' });
/** Who does what by hand. A duty that no role names is anybody's who has write access. */
const Roles = schemas/* record */.g1P(config_text/* Slug */.Mw, Role);
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
    'error-rate': Ratio,
    'success-rate': Ratio,
})
    .partial()
    .meta({ id: 'Depth' });

;// CONCATENATED MODULE: ./lib/domain/metrics/sentry-question.js
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
            return metric === THROUGHPUT
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
    const question = parseSentryQuestion(query);
    if (question === undefined)
        return ['query', `must be ${SENTRY_QUESTIONS}`];
    const wanted = isShare(question) ? 'ratio' : 'count';
    return unit === wanted ? undefined : ['unit', `must be ${wanted} for ${query}`];
}
function valueProblem(query, names) {
    if (query !== undefined && names.includes(query))
        return undefined;
    return ['query', `must name one of the values of the source: ${names.join(', ')}`];
}

;// CONCATENATED MODULE: ./lib/domain/metrics/json-pointer.js
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

;// CONCATENATED MODULE: ./lib/domain/config/source-value.js



const Pointer = schemas/* string */.YjP()
    .max(1000)
    .refine(isPointer, { error: 'must be a JSON pointer (RFC 6901), such as /data/0/value' });
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
    'access-key-id': SecretName.default('AWS_ACCESS_KEY_ID').describe('Name of the secret with the id of the key; it needs `cloudwatch:GetMetricData`.'),
    'secret-access-key': SecretName.default('AWS_SECRET_ACCESS_KEY').describe('Name of the secret with the key.'),
    'session-token': SecretName.optional().describe('Name of the secret with the session token of a role. Left out: there is none.'),
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
    token: SecretName.default('GITHUB_TOKEN').describe('Name of the secret with the token. `GITHUB_TOKEN` is the token of the action; it needs `issues: read` or `actions: read`.'),
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
    token: SecretName.default('SENTRY_AUTH_TOKEN').describe('Name of the secret with the token; it needs the scopes `org:read`, `project:read` and `event:read`.'),
});

;// CONCATENATED MODULE: ./lib/domain/config/sources.js








const HttpJsonSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('http-json').describe('Any JSON that is read by GET.'),
    url: config_text/* HttpUrl */.oA.describe('Address that every path below begins with.'),
    ...Access,
    values: valuesOf(schemas/* strictObject */.rej({
        path: schemas/* string */.YjP()
            .max(2000)
            .regex(/^\/(?!\/)[\x21-\x7e]*$/, 'must begin with one slash and be ASCII without spaces')
            .regex(/^[^#\\]*$/, 'must not hold # or a backslash')
            .describe('Path and query, with `{version}`, `{window}`, `{from}`, `{to}` and `{release-start}`.'),
        ...JsonValue,
    })).describe('What an objective may ask for, by the name that it gives as `query`.'),
})
    .refine(hasOneLogin, ONE_LOGIN);
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
    ...Access,
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
    .refine(hasOneLogin, ONE_LOGIN);
/** One more source of values. */
const Source = schemas/* discriminatedUnion */.gMt('provider', [
    PrometheusSource,
    ProberSource,
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

;// CONCATENATED MODULE: ./lib/domain/rollout/audience.js


const Tenant = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be letters, digits, dots, hyphens and underscores, 64 at most');
/** To whom a stage shows the new version: the weight is what this makes of all the traffic. */
const Audience = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({
        tenants: schemas/* array */.YOg(Tenant)
            .min(1)
            .max(200)
            .refine((all) => new Set(all).size === all.length, { error: 'names a tenant twice' })
            .describe('Either these customers, by the ids that the router knows them by,'),
    }),
    schemas/* strictObject */.rej({ ring: config_text/* Slug */.Mw.describe('or this update channel, such as `internal`.') }),
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

;// CONCATENATED MODULE: ./lib/domain/config/audience.js


/** The audience of a stage in the config. */
const StageAudience = Audience.describe('To whom the stage shows the new version; `weight` is what they make of all the traffic. Left out: everybody. Each stage has all that the one before it has, and the last one everybody. Needs `traffic.provider: command`.');
/** Adds an issue where stages take the new version away from somebody who has it. */
function growingAudiences(stages, context) {
    const weighed = stages.map((s) => ({ ...s, weight: ratio_parseRatio(s.weight) ?? 0 }));
    const fault = shrinkingAt(weighed);
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
    weight: Ratio.describe('Share of the traffic that the new version gets.'),
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
    objectives: schemas/* union */.KCZ([schemas/* literal */.euz('none'), schemas/* array */.YOg(ObjectiveConfig).min(1).max(50)])
        .describe('What a stage is judged by; `none` must be said aloud.'),
    score: ScoreConfig.optional().describe('Objectives are weighed against each other instead of all having to pass. Left out: every one must.'),
    metrics: Metrics.optional(),
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
    conditions: ConditionsConfig.optional().describe('What a release waits for before its first weight, and before its end. Left out: for nothing.'),
    completing: CompletingConfig.optional().describe('A watch over all of the traffic before the release has completed; `completing: {}` is 30 minutes. Left out: none.'),
    looks: schemas/* strictObject */.rej({ interval: duration/* Duration */.dw.default('30s') })
        .prefault({})
        .describe('How often a stage is looked at while it bakes.'),
    deployments: DeploymentsConfig.prefault({}).describe("GitHub's page of deployments shows every stage; `none`: it does not. What cannot be shown is a warning and changes no verdict."),
    notifications: Notifications.prefault({}).describe('Who is told how a release ended, what is frozen and what an objective has found; `slack: {}` is enough. What cannot be told is a warning and changes no verdict.'),
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
    roles: Roles.default({}).describe('[Who does what by hand](../roles.md). What no role names is left to everybody with write access.'),
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
    const { path, key, message } = complaintOf(issue);
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


/***/ })

};
