export const id = 79;
export const ids = [79];
export const modules = {

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

/***/ 9079:
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
;// CONCATENATED MODULE: ./lib/domain/config/profile.js
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/config/text.js
var config_text = __webpack_require__(7936);
;// CONCATENATED MODULE: ./lib/domain/config/artefact.js


const checksums = schemas/* string */.YjP()
    .min(1)
    .describe('Release asset with lines `<sha256>  <file>`, with `{version}` where the name has it.');
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
])
    .meta({ id: 'Artefact' });

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
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

;// CONCATENATED MODULE: ./lib/domain/config/notifications.js


/** What people are told about: the three ends of a release, and a freeze. */
const NOTICE_EVENTS = ['completed', 'rolled-back', 'failed', 'frozen'];
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
        events: events('Events that become an annotation, with the tags product, version and event.'),
    })
        .optional(),
})
    .meta({ id: 'Notifications' });

// EXTERNAL MODULE: ./lib/domain/config/objective.js
var objective = __webpack_require__(5876);
// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/domain/config/roles.js
var roles = __webpack_require__(7582);
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
])
    .meta({ id: 'Traffic' });

;// CONCATENATED MODULE: ./lib/domain/config/schema.js











const Stage = schemas/* strictObject */.rej({
    weight: ratio/* Ratio */.wj.describe('Share of the traffic that the new version gets.'),
    bake: duration/* Duration */.dw.describe('How long the stage is watched before the next one.'),
    'min-requests': schemas/* int */.Whr().nonnegative().default(0),
})
    .meta({ id: 'Stage' });
const Strategies = schemas/* strictObject */.rej({
    direct: schemas/* strictObject */.rej({ bake: duration/* Duration */.dw.default('15m') }).prefault({}),
    canary: schemas/* strictObject */.rej({
        stages: schemas/* array */.YOg(Stage).min(1).max(20),
        'first-bake': duration/* Duration */.dw.default('2h').describe('Shortest first stage of canary-deployment.'),
    })
        .prefault({
        stages: [
            { weight: '10%', bake: '15m' },
            { weight: '25%', bake: '15m' },
            { weight: '50%', bake: '30m' },
            { weight: '100%', bake: '15m' },
        ],
    }),
    'blue-green': schemas/* strictObject */.rej({
        bake: duration/* Duration */.dw.default('15m').describe('Watch after the switch; the old version stays up.'),
    })
        .prefault({}),
});
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
    command: config_text/* Argv */.f2.describe('Starts `{version}` from `{asset}` in `{slot}` at weight 0; repeatable.'),
    asset: schemas/* string */.YjP().min(1),
    timeout: duration/* Duration */.dw.default('10m'),
});
const Verification = schemas/* strictObject */.rej({
    platforms: schemas/* array */.YOg(schemas/* strictObject */.rej({ runner: schemas/* string */.YjP().min(1), python: schemas/* string */.YjP().min(1) }))
        .min(1)
        .max(64)
        .optional(),
});
const Clock = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['inline', 'schedule', 'external'])
        .default('inline')
        .describe('Who looks at a stage while it bakes. `inline`: the run that began it, 5h30m in all. `schedule`: `release-tick`, started by cron. `external`: `release-tick`, started by whoever sends `repository_dispatch`.'),
    unattended: duration/* Duration */.dw.default('24h').describe('Longest time after the end of a bake in which `release-tick` must have looked.'),
    overdue: schemas/* enum */.k5n(['pause', 'rollback'])
        .default('pause')
        .describe('What becomes of a stage that nobody looked at in time.'),
});
/** Every section that a profile may override. */
const sections = {
    strategies: Strategies.prefault({}),
    channels: schemas/* record */.g1P(config_text/* Slug */.Mw, schemas/* strictObject */.rej({ 'enforce-observability': schemas/* boolean */.zMY() }))
        .default({ stable: { 'enforce-observability': true } }),
    objectives: schemas/* union */.KCZ([schemas/* literal */.euz('none'), schemas/* array */.YOg(objective/* ObjectiveConfig */.y3).min(1).max(50)])
        .describe('What a stage is judged by; `none` must be said aloud.'),
    metrics: objective/* Metrics */.K1.optional(),
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
    looks: schemas/* strictObject */.rej({ interval: duration/* Duration */.dw.default('30s') })
        .prefault({})
        .describe('How often a stage is looked at while it bakes.'),
    notifications: Notifications.prefault({}).describe('Who is told how a release ended and what is frozen; `slack: {}` is enough. What cannot be told is a warning and changes no verdict.'),
    'allow-private': schemas/* array */.YOg(config_text/* Origin */.$e)
        .max(50)
        .default([])
        .describe('Origins that may be plain http or private. Nothing else lifts the rule.'),
};
/** One profile: any section again; what it names replaces the value above it. */
const Profile = schemas/* strictObject */.rej({
    strategies: schemas/* looseObject */._H3({}),
    channels: schemas/* looseObject */._H3({}),
    objectives: sections.objectives,
    metrics: schemas/* looseObject */._H3({}),
    sentry: schemas/* looseObject */._H3({}),
    traffic: schemas/* looseObject */._H3({}),
    deploy: schemas/* looseObject */._H3({}),
    artefacts: schemas/* array */.YOg(Artefact),
    index: schemas/* looseObject */._H3({}),
    smoke: schemas/* looseObject */._H3({}),
    performance: schemas/* looseObject */._H3({}),
    verification: schemas/* looseObject */._H3({}),
    clock: schemas/* looseObject */._H3({}),
    looks: schemas/* looseObject */._H3({}),
    notifications: schemas/* looseObject */._H3({}),
    'allow-private': schemas/* array */.YOg(config_text/* Origin */.$e),
})
    .partial();
/** `.github/release-actions.yml` of a consumer: its release process, described once. */
const Config = schemas/* strictObject */.rej({
    product: config_text/* Slug */.Mw.describe('Name of the product in the ledger.'),
    'tag-prefix': schemas/* string */.YjP()
        .max(40)
        .regex(/^[A-Za-z0-9._/-]*$/)
        .default('v'),
    roles: roles/* Roles */.YK.default({}).describe('Who promotes, pauses, resumes, rolls back and lifts freezes by hand. What no role names is left to everybody with write access.'),
    ledger: LedgerConfig.prefault({}).describe('Who signs the [ledger](../ledger.md#signatures). No profile overrides it: there is one ledger.'),
    ...sections,
    profiles: schemas/* record */.g1P(config_text/* Slug */.Mw, Profile).default({}).describe('Overrides by environment.'),
})
    .meta({ id: 'ReleaseActions', title: 'release-actions configuration' });

;// CONCATENATED MODULE: ./lib/domain/config/load.js






/** The environments that the workflows offer: without a profile of that name the config holds as it stands. */
const ENVIRONMENTS = ['production', 'staging', 'canary'];
/** Duplicate keys are looked for pairwise: 64 KiB keeps the parse under a second. */
const LARGEST = 64 * 1024;
const REMEDY = 'Correct it, see docs/reference/config.md';
/**
 * Parse and check the config, with the profile laid over it where one is named.
 * @throws Failure `bad-config`: one line with file, line, column, the problem and the remedy.
 */
function loadConfig(text, profile) {
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
        throw bad(broken.message.split('\n')[0] ?? 'is no YAML', { line, col }, 'Correct the YAML');
    }
    const base = checked(toData(document), document, lines, []);
    const isKnown = Object.hasOwn(base.profiles, profile);
    if (profile === '' || (!isKnown && ENVIRONMENTS.includes(profile)))
        return base;
    if (!isKnown) {
        const known = Object.keys(base.profiles).join(', ') || 'none';
        throw bad(`has no profile "${profile}"`, undefined, `Name one of its profiles: ${known}`);
    }
    return checked(withProfile(toData(document), profile), document, lines, ['profiles', profile]);
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
function checked(data, document, lines, below) {
    const parsed = Config.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    if (issue === undefined)
        throw bad('is not valid', undefined, REMEDY);
    const { path, key, message } = (0,complaint/* complaintOf */.N)(issue);
    const full = [...path, ...key];
    const place = locate(document, [...below, ...full], lines) ?? locate(document, full, lines);
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
    return new failure/* Failure */.H('bad-config', `${path/* CONFIG_PATH */.t}:${line}:${col}: ${problem}`, remedy);
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ Metrics),
/* harmony export */   y3: () => (/* binding */ ObjectiveConfig)
/* harmony export */ });
/* unused harmony export toObjective */
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
        limit: parseLimit(config.limit, config.unit) ?? Number.NaN,
        direction: config.direction,
        onBreach: config['on-breach'],
        minSamples: config['min-samples'],
    };
}


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
/* harmony export */   YK: () => (/* binding */ Roles)
/* harmony export */ });
/* unused harmony exports DUTIES, rolesFor */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7936);


/** What a person does by hand. */
const DUTIES = ['promote', 'pause', 'resume', 'roll-back', 'lift'];
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

/***/ 4356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ parseLimit)
/* harmony export */ });
/* unused harmony exports formatValue, judgeObjective */
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


/***/ })

};
