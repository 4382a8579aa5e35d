export const id = 124;
export const ids = [124];
export const modules = {

/***/ 1124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgebench: () => (/* binding */ judgebench)
});

// EXTERNAL MODULE: ./lib/domain/judging/comparison/comparison.js + 19 modules
var comparison = __webpack_require__(2481);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
;// CONCATENATED MODULE: ./lib/adapters/judgebench/document.js


const Count = schemas/* number */.aig().int().min(0);
const Id = schemas/* string */.YjP().regex(/^[\w.:-]{1,100}$/, 'is no plain name');
const Events = schemas/* object */.Ikc({ count: Count, total: Count }).nullable();
const Readings = schemas/* object */.Ikc({ values: schemas/* array */.YOg(schemas/* number */.aig().nullable()).max(100) }).nullable();
const Requests = schemas/* object */.Ikc({ count: Count, hist: schemas/* array */.YOg(Count).max(200) }).nullable();
const head = {
    name: schemas/* string */.YjP().min(1).max(200),
    unit: schemas/* string */.YjP(),
    direction: schemas/* literal */.euz('increase'),
};
const Latency = schemas/* object */.Ikc({
    ...head,
    kind: schemas/* literal */.euz('latency'),
    le: schemas/* array */.YOg(schemas/* number */.aig().positive()).min(2).max(199),
    baseline: Requests,
    canary: Requests,
})
    .refine(({ le }) => le.every((bound, i) => i === 0 || bound > (le[i - 1] ?? 0)), {
    error: 'bounds do not rise',
})
    .refine(({ le, baseline, canary }) => [baseline, canary].every((side) => fits(side, le)), {
    error: 'the buckets do not fit the bounds or the count',
});
function fits(side, le) {
    if (side === null)
        return true;
    return side.hist.length === le.length + 1 && side.hist.reduce((a, b) => a + b, 0) === side.count;
}
const Metric = schemas/* discriminatedUnion */.gMt('kind', [
    Latency,
    schemas/* object */.Ikc({
        ...head,
        kind: schemas/* enum */.k5n(['errors', 'sessions']),
        baseline: Events,
        canary: Events,
    }),
    schemas/* object */.Ikc({ ...head, kind: schemas/* enum */.k5n(['gauge', 'lag']), baseline: Readings, canary: Readings }),
]);
const Case = schemas/* object */.Ikc({
    id: Id,
    policy: schemas/* object */.Ikc({
        maxLooks: schemas/* number */.aig().int().min(1).max(500),
        alpha: schemas/* number */.aig().gt(0).lt(1),
        minEffect: schemas/* number */.aig().min(0).lt(10),
        warmupMinutes: schemas/* number */.aig().min(0),
    }),
    // As many as fit into one line of the answer.
    looks: schemas/* array */.YOg(schemas/* object */.Ikc({ minute: schemas/* number */.aig().int().min(1), metrics: schemas/* array */.YOg(Metric).min(1).max(1000) }))
        .max(500),
});
const Document = schemas/* object */.Ikc({ protocol: schemas/* literal */.euz('judgebench/1'), cases: schemas/* array */.YOg(Case) });
/**
 * The cases of a document of the protocol judgebench/1.
 * @throws Failure `bad-input` that names the first field which is not as the protocol says, or an id that is there twice.
 */
function parseDocument(text) {
    const parsed = Document.safeParse(jsonOf(text));
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw bad(`${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'is not valid'}`);
    }
    const { cases } = parsed.data;
    const seen = new Set();
    for (const { id } of cases) {
        if (seen.has(id))
            throw bad(`the id ${id} is there twice`);
        seen.add(id);
    }
    return cases;
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw bad('it is no JSON');
    }
}
function bad(what) {
    return new failure/* Failure */.HR('bad-input', `judgebench/1: ${what}`, 'See docs/judging.md for the document');
}

;// CONCATENATED MODULE: ./lib/adapters/judgebench/decisions.js



const WORDS = {
    pass: 'continue',
    fail: 'stop',
    inconclusive: 'inconclusive',
};
/** The answer to a document of the protocol judgebench/1, a case a line. @throws Failure `bad-input` */
function judgebench(text) {
    const results = parseDocument(text).map((one) => JSON.stringify({ id: one.id, decisions: decisionsOf(one) }));
    const comma = (line, i) => (i < results.length - 1 ? `${line},` : line);
    return ['{"protocol":"judgebench/1","results":[', ...results.map(comma), ']}'];
}
function decisionsOf({ policy, looks }) {
    const verdicts = (0,comparison/* compare */.B)({ ...DEFAULT_POLICY, ...policy }, looks.map(lookOf));
    return verdicts.map(({ verdict }) => WORDS[verdict]);
}
function lookOf({ minute, metrics }) {
    return { minute, metrics: metrics.map(metricOf) };
}
function metricOf(metric) {
    const { name } = metric;
    switch (metric.kind) {
        case 'latency': {
            const { le: bounds, baseline, canary } = metric;
            const sides = { baseline: bucketsOf(baseline), canary: bucketsOf(canary) };
            return { name, kind: 'latency', bounds, ...sides };
        }
        case 'errors':
        case 'sessions': {
            const kind = metric.unit === 'pod-minutes' ? 'restarts' : metric.kind;
            return { name, kind, baseline: eventsOf(metric.baseline), canary: eventsOf(metric.canary) };
        }
        default:
            return { name, kind: metric.kind, baseline: metric.baseline, canary: metric.canary };
    }
}
function bucketsOf(side) {
    return side === null ? null : { buckets: side.hist };
}
function eventsOf(side) {
    return side === null ? null : { bad: side.count, total: side.total };
}


/***/ })

};
