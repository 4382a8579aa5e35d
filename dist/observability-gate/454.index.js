export const id = 454;
export const ids = [454];
export const modules = {

/***/ 2454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sentryHealth: () => (/* binding */ sentryHealth)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/metrics/sentry-question.js
var sentry_question = __webpack_require__(1240);
// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(4356);
;// CONCATENATED MODULE: ./lib/domain/metrics/worst-of.js

/** The worst value, as far as the least known part can lie from it, and the fewest samples. NaN where one has no value. */
function worstOf(parts, objective) {
    const worst = (0,judging_objective/* isUpperLimit */.kA)(objective) ? Math.max : Math.min;
    const intervals = parts.map(({ interval }) => interval).filter((each) => each !== undefined);
    return {
        value: worst(...parts.map(({ value }) => value)),
        samples: Math.min(...parts.map(({ samples }) => samples)),
        ...(intervals.length === 0
            ? {}
            : {
                interval: {
                    lower: Math.min(...intervals.map(({ lower }) => lower)),
                    upper: Math.max(...intervals.map(({ upper }) => upper)),
                },
            }),
    };
}

// EXTERNAL MODULE: ./lib/domain/statistics/wilson.js + 2 modules
var wilson = __webpack_require__(6934);
// EXTERNAL MODULE: ./lib/adapters/http/path-segment.js
var path_segment = __webpack_require__(5502);
// EXTERNAL MODULE: ./lib/adapters/sources/answered.js
var answered = __webpack_require__(8378);
;// CONCATENATED MODULE: ./lib/adapters/sentry-health/next-cursor.js
/**
 * The cursor of the next page, from Sentry's `link` header; undefined where it has no results. The address in the header
 * is not followed: it could lead elsewhere.
 */
function nextCursor(link) {
    const next = (link ?? '').split(/,\s*(?=<)/).find((part) => /;\s*rel="next"/.test(part));
    if (next === undefined || !/;\s*results="true"/.test(next))
        return undefined;
    return /;\s*cursor="([\w:.-]+)"/.exec(next)?.[1];
}

;// CONCATENATED MODULE: ./lib/adapters/sentry-health/client.js




const SCOPES = 'Give the token the scopes org:read, project:read and event:read';
/** Pages of a list that are read. */
const PAGES = 10;
function sentryClient({ url, organization }, token, http) {
    const headers = {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'user-agent': 'release-actions',
    };
    const ask = async (path, query) => {
        const text = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
        const address = `${url.replace(/\/$/, '')}/api/0/${path}${text === '' ? '' : `?${text}`}`;
        return http.send({ method: 'GET', url: address, headers });
    };
    return {
        get: async (schema, path, query = []) => checked(schema, (0,answered/* answeredJson */.sr)(await ask(path, query), 'Sentry', SCOPES)),
        async list(item, path, query) {
            const found = [];
            let cursor;
            for (let page = 0; page < PAGES; page++) {
                const answer = await ask(path, cursor ? [...query, ['cursor', cursor]] : query);
                found.push(...checked(item.array(), (0,answered/* answeredJson */.sr)(answer, 'Sentry', SCOPES)));
                cursor = nextCursor(answer.headers.link);
                if (cursor === undefined)
                    return found;
            }
            throw new failure/* Failure */.HR('too-many', `Sentry lists more than ${PAGES} pages`);
        },
        organization: (...rest) => `organizations/${segments([organization, ...rest])}/`,
        project: (slug) => `projects/${segments([organization, slug])}/`,
    };
}
const segments = (names) => names.map(path_segment/* pathSegment */.p).join('/');
function checked(schema, json) {
    const parsed = schema.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') || 'the whole';
    throw new failure/* Failure */.HR('bad-answer', `Sentry answered an unknown shape (${where})`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/adapters/sentry-health/incidents.js


const Events = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* object */.Ikc({ 'count()': schemas/* number */.aig().int().nonnegative() })).length(1),
});
const Outcomes = schemas/* object */.Ikc({
    groups: schemas/* array */.YOg(schemas/* object */.Ikc({
        by: schemas/* object */.Ikc({ outcome: schemas/* string */.YjP() }),
        totals: schemas/* object */.Ikc({ 'sum(quantity)': schemas/* number */.aig().nonnegative() }),
    })),
});
const Deploy = schemas/* object */.Ikc({ environment: schemas/* string */.YjP() });
/** Events that Sentry was sent and did not keep. `invalid` ones and those of old clients are no errors of the release. */
const LOST = ['rate_limited', 'abuse', 'cardinality_limited'];
/** Issues that were first seen in the release. */
async function newIssues(client, scope) {
    const issues = await client.list(schemas/* object */.Ikc({ id: schemas/* string */.YjP() }), client.organization('issues'), [
        ['query', `firstRelease:"${scope.release}"`],
        ...scope.project,
        ...scope.environment,
        ...scope.period,
        ['limit', '100'],
    ]);
    return new Set(issues.map(({ id }) => id)).size;
}
/** Events of the release whose message holds a text. */
async function eventCount(client, scope, message) {
    const { data } = await client.get(Events, client.organization('events'), [
        ['dataset', 'errors'],
        ['field', 'count()'],
        ['query', `release:"${scope.release}" message:"*${message}*"`],
        ...scope.project,
        ...scope.environment,
        ...scope.period,
    ]);
    return data[0]?.['count()'] ?? Number.NaN;
}
/** @throws Failure `partial` where Sentry dropped events of the project in the window: a count of the rest is no count. */
async function assertNoneLost(client, scope) {
    const { groups } = await client.get(Outcomes, client.organization('stats_v2'), [
        ['field', 'sum(quantity)'],
        ['groupBy', 'outcome'],
        ['category', 'error'],
        ['interval', '1h'],
        ...scope.project,
        ...scope.period,
    ]);
    const lost = groups
        .filter(({ by }) => LOST.includes(by.outcome))
        .reduce((sum, { totals }) => sum + totals['sum(quantity)'], 0);
    if (lost === 0)
        return;
    throw new failure/* Failure */.HR('partial', `Sentry dropped ${lost} events of ${scope.place} in the window (quota or spike protection)`, 'Raise the quota, or judge a window without it');
}
/** @throws Failure `absent` where nobody recorded a deploy of the release to the environment. */
async function assertDeployed(client, { release, place }, environment) {
    const path = client.organization('releases', release, 'deploys');
    const deploys = await client.list(Deploy, path, []);
    const isThere = deploys.some((d) => environment === undefined || d.environment === environment);
    if (isThere)
        return;
    throw new failure/* Failure */.HR('absent', `Sentry has no deploy of ${release} in ${place}`, 'Record it with sentry-cli deploys new, or set deployed to false');
}

// EXTERNAL MODULE: ./lib/domain/release/template.js
var template = __webpack_require__(8366);
;// CONCATENATED MODULE: ./lib/adapters/sentry-health/scope.js



const HOUR_MS = 3_600_000;
const Project = schemas/* object */.Ikc({ id: schemas/* string */.YjP().regex(/^\d{1,20}$/), slug: schemas/* string */.YjP() });
/**
 * The scopes of a release, one a project, by ids: Sentry knows no slugs in a query.
 * @throws Failure `absent` for a project of another name, `too-short` for a window in which no hour begins.
 */
async function scopesOf(config, product, window, client) {
    const release = (0,template/* fill */.G)(config.release, { product, version: window.version });
    if (/["*\\\p{Cc}]/u.test(release))
        throw new failure/* Failure */.HR('bad-config', 'the name of the release cannot be asked for at Sentry');
    const from = firstHour(window);
    const { environment } = config;
    const shared = {
        release,
        from,
        period: [
            ['start', from.toISOString()],
            ['end', window.to.toISOString()],
        ],
        environment: environment === undefined ? [] : [['environment', environment]],
    };
    const scopes = [];
    // One after the other: Sentry limits how much is asked at the same time.
    for (const slug of config.projects) {
        const id = await projectId(client, slug);
        const place = environment === undefined ? slug : `${slug}, environment ${environment}`;
        scopes.push({ ...shared, project: [['project', id]], place });
    }
    return scopes;
}
/** Sentry counts by the hour, and rounds a start down: what is asked for begins with the first whole one. */
function firstHour({ from, to }) {
    const start = Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS;
    if (start < to.getTime())
        return new Date(start);
    throw new failure/* Failure */.HR('too-short', 'Sentry counts by the hour, and no hour begins in the window', 'Give the objective a window of an hour or more');
}
/** A renamed project answers under its old name too, with the new one. */
async function projectId(client, slug) {
    const project = await client.get(Project, client.project(slug));
    if (project.slug === slug)
        return project.id;
    throw new failure/* Failure */.HR('absent', `Sentry has no project ${slug}`, 'Name it as Sentry does now');
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/domain/metrics/sessions.js
/**
 * The number of hits behind a share that was given as a number between 0 and 1. Undefined where the share is none, or
 * is no share of so many.
 */
function hitsOf(share, trials) {
    if (share === null || !(share >= 0 && share <= 1))
        return undefined;
    return Math.round(share * trials);
}
/** How sure it has to be that a service which was used until then is not just quiet. */
const LARGEST_CHANCE = 1e-6;
/**
 * Whether what counts sessions stopped before the end of a window: none in the last intervals, though there were so many
 * before that a pause of this length is no chance (Poisson, one in a million).
 * @param series Sessions of each interval, in order.
 */
function hasStopped(series) {
    const last = series.findLastIndex((count) => count > 0);
    const silent = series.length - 1 - last;
    if (last < 0 || silent === 0)
        return false;
    const mean = series.slice(0, last + 1).reduce((sum, count) => sum + count, 0) / (last + 1);
    // The interval at the end has only begun: it does not count as a silent one.
    return Math.exp(-mean * (silent - 1)) < LARGEST_CHANCE;
}

;// CONCATENATED MODULE: ./lib/adapters/sentry-health/sessions.js



const Count = schemas/* number */.aig().int().nonnegative();
const Share = schemas/* number */.aig().nullable();
const Totals = schemas/* object */.Ikc({
    'sum(session)': Count,
    'count_unique(user)': Count,
    'crash_free_rate(session)': Share,
    'crash_free_rate(user)': Share,
});
const Answer = schemas/* object */.Ikc({
    start: iso/* datetime */.w$({ offset: true }),
    intervals: schemas/* array */.YOg(schemas/* string */.YjP()),
    groups: schemas/* array */.YOg(schemas/* object */.Ikc({
        by: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])),
        totals: Totals,
        series: schemas/* object */.Ikc({ 'sum(session)': schemas/* array */.YOg(Count) }),
    })),
});
/** Rates are never asked for by status: Sentry refuses that. */
const FIELDS = Object.keys(Totals.shape).map((field) => ['field', field]);
/**
 * Sessions of one release in one project. One release a question: asked for many at once, Sentry leaves some out.
 * @throws Failure `no-data` where there are none, `stopped` where they end before the window does.
 */
async function sessionsOf(client, scope) {
    const { groups, start } = await ask(client, scope, [
        ['query', `release:"${scope.release}"`],
        ['groupBy', 'release'],
    ]);
    assertNotBefore(start, scope);
    const group = groups.find(({ by }) => by.release === scope.release);
    const { totals, series } = group ?? {};
    if (totals === undefined || totals['sum(session)'] === 0)
        throw new failure/* Failure */.HR('no-data', `Sentry has no session of ${scope.release} in ${scope.place}`, 'Check the names of release, project and environment, and wait until somebody uses it');
    if (series !== undefined && hasStopped(series['sum(session)']))
        throw new failure/* Failure */.HR('stopped', `Sentry has no more sessions of ${scope.release} in ${scope.place} in the last hours of the window`, 'Check that the release still reports');
    const [sessions, users] = [totals['sum(session)'], totals['count_unique(user)']];
    const healthy = hits(totals['crash_free_rate(session)'], sessions, 'sessions');
    const happy = users === 0 ? 0 : hits(totals['crash_free_rate(user)'], users, 'users');
    return { sessions, crashedSessions: sessions - healthy, users, crashedUsers: users - happy };
}
/** Sessions of all releases of one project. @throws Failure */
async function allSessions(client, scope) {
    const { groups, start } = await ask(client, scope, []);
    assertNotBefore(start, scope);
    return groups.reduce((sum, { totals }) => sum + totals['sum(session)'], 0);
}
function ask(client, { period, project, environment }, more) {
    return client.get(Answer, client.organization('sessions'), [
        ...FIELDS,
        ...more,
        ...project,
        ...environment,
        ...period,
        ['interval', '1h'],
    ]);
}
/** A rate of nothing is null, and says nothing. */
function hits(share, trials, of) {
    const found = hitsOf(share, trials);
    if (found !== undefined)
        return found;
    throw new failure/* Failure */.HR('no-data', `Sentry has no rate of ${of} without a crash`);
}
/** What Sentry rounds to an hour before the window may hold what came before the release. */
function assertNotBefore(start, { from }) {
    if (Date.parse(start) >= from.getTime())
        return;
    throw new failure/* Failure */.HR('bad-answer', `Sentry answered from ${start} on, before the window`);
}

;// CONCATENATED MODULE: ./lib/adapters/sentry-health/sentry-health.js








/** Release health of one release by Sentry's REST API. Of several projects the worst counts. */
function sentryHealth(config, product, http, token) {
    const client = sentryClient(config, token, http);
    return {
        async read(objective, window) {
            const { query } = objective;
            const question = (0,sentry_question/* parseSentryQuestion */.dp)(query ?? '');
            if (question === undefined)
                throw new failure/* Failure */.HR('bad-config', `Sentry is asked for ${sentry_question/* SENTRY_QUESTIONS */.KM}`);
            const parts = [];
            const scopes = await scopesOf(config, product, window, client);
            for (const scope of scopes) {
                if (config.deployed)
                    await assertDeployed(client, scope, config.environment);
                parts.push(await answer(question, config.confidence, client, scope));
            }
            const { value, samples, interval } = worstOf(parts, objective);
            return { value, samples, interval, question: asked(query ?? '', scopes) };
        },
    };
}
function asked(query, scopes) {
    const places = scopes.map(({ place }) => place).join('; ');
    return `${query} of ${scopes[0]?.release} since ${scopes[0]?.from.toISOString()} in ${places}`;
}
/** The samples of every answer are sessions, or users: without any a number of errors says nothing. */
async function answer(question, confidence, client, scope) {
    const seen = await sessionsOf(client, scope);
    const share = (hits, trials) => ({
        value: hits / trials,
        samples: trials,
        interval: trials === 0 ? undefined : (0,wilson/* wilsonInterval */.Y)({ hits, trials }, confidence),
    });
    switch (question.kind) {
        case 'adoption':
            return share(seen.sessions, Math.max(seen.sessions, await allSessions(client, scope)));
        case 'new-issues':
            await assertNoneLost(client, scope);
            return { value: await newIssues(client, scope), samples: seen.sessions };
        case 'events':
            await assertNoneLost(client, scope);
            return {
                value: await eventCount(client, scope, question.message),
                samples: seen.sessions,
            };
        default:
            return ofSessions(question.kind, seen, share);
    }
}
function ofSessions(kind, { sessions, crashedSessions, users, crashedUsers }, share) {
    switch (kind) {
        case 'crash-free-sessions':
            return share(sessions - crashedSessions, sessions);
        case 'crash-free-users':
            return share(users - crashedUsers, users);
        case 'crashed-sessions':
            return share(crashedSessions, sessions);
        case 'crashed-users':
            return share(crashedUsers, users);
        case 'sessions':
            return { value: sessions, samples: sessions };
        case 'users':
            return { value: users, samples: users };
    }
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
