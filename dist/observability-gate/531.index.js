export const id = 531;
export const ids = [531];
export const modules = {

/***/ 1531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpJson: () => (/* binding */ httpJson)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _domain_metrics_json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2010);
/* harmony import */ var _domain_release_template_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8366);
/* harmony import */ var _prometheus_promql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7846);
/* harmony import */ var _sources_answered_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8378);
/* harmony import */ var _sources_span_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2521);
/* harmony import */ var _sources_value_named_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7032);







/** Values out of the JSON that a service answers to GET. */
function httpJson(config, http, headers) {
    return {
        async read(objective, window) {
            const spec = (0,_sources_value_named_js__WEBPACK_IMPORTED_MODULE_4__/* .valueNamed */ .N)(config.values, objective);
            const path = filledPath(spec.path, window);
            const url = addressOf(config.url, path);
            const answer = await http.send({ method: 'GET', url, headers });
            const json = (0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_3__/* .answeredJson */ .sr)(answer, new URL(url).host);
            return {
                ...(0,_domain_metrics_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonValue */ .m)(json, spec, objective.unit, (0,_sources_span_js__WEBPACK_IMPORTED_MODULE_5__/* .spanOf */ .e)(window)),
                question: `GET ${path} at ${spec.value || 'its root'}`,
            };
        },
    };
}
/** @throws Failure `bad-config` for a path that asks for the start of a release where nobody knows it. */
function filledPath(template, { version, from, to, releasedAt }) {
    if (releasedAt === undefined && template.includes('{release-start}'))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', 'nobody knows here when the release began, and the path has {release-start}', 'Judge it in a stage of the rollout, or leave it out');
    const values = {
        version,
        window: (0,_prometheus_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .promDuration */ .Jn)(to.getTime() - from.getTime()),
        from: from.toISOString(),
        to: to.toISOString(),
        'release-start': releasedAt?.toISOString() ?? '',
    };
    const encoded = Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]);
    return (0,_domain_release_template_js__WEBPACK_IMPORTED_MODULE_6__/* .fill */ .G)(template, Object.fromEntries(encoded));
}
/** @throws Failure `bad-config` where the path leads out of the address. */
function addressOf(base, path) {
    const root = base.replace(/\/$/, '');
    const url = new URL(root + path);
    const { pathname } = new URL(root);
    const isInside = `${url.pathname}/`.startsWith(pathname === '/' ? '/' : `${pathname}/`);
    if (url.origin === new URL(base).origin && isInside)
        return url.href;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', 'the path leads out of the url of the source', 'Correct the path');
}


/***/ }),

/***/ 2521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ spanOf)
/* harmony export */ });
/** The time of a window as numbers. */
function spanOf({ from, to }) {
    return { from: from.getTime(), to: to.getTime() };
}


/***/ }),

/***/ 7032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ valueNamed)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);

/**
 * The value of a source that an objective asks for.
 * @throws Failure `bad-config` where the config has none: it may have changed since the plan.
 */
function valueNamed(values, { query }) {
    const name = query ?? '';
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined)
        return value;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', `the source has no value ${name === '' ? 'without a name' : name}`, `Name one of them as query: ${Object.keys(values).join(', ')}`);
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

/***/ 2010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readJsonValue)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5593);
/* harmony import */ var _json_pointer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2490);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3397);





/** Milliseconds by which a value may lie outside its window: clocks differ. */
const TOLERANCE_MS = 60_000;
/**
 * The value of a JSON document at the places that the config names.
 * @throws Failure `bad-answer` where something else stands there, or nothing; `stale` for a value of another time;
 * `bad-config` for a unit that does not fit.
 */
function readJsonValue(document, spec, unit, window) {
    if (spec.time !== undefined)
        assertInside(timeAt(document, spec.time), window);
    const value = (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .inUnit */ .I)(valueAt(document, spec), spec.unit, unit);
    if (Number.isNaN(value))
        return { value, samples: 0 };
    return { value, samples: spec.samples === undefined ? 1 : countAt(document, spec.samples) };
}
function valueAt(document, spec) {
    const found = (0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_2__/* .resolvePointer */ .c)(document, spec.value);
    if (found === undefined)
        throw nothingAt(spec.value);
    if (found === null)
        return Number.NaN;
    if ((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .isYesNo */ .r)(spec.unit))
        return answerOf(found, spec);
    const number = toNumber(found);
    if (number === undefined)
        throw wrong(spec.value, 'a number');
    return number;
}
/** What is neither yes nor no is not known. */
function answerOf(found, { yes = [true], no = [false], value }) {
    if (yes.some((word) => word === found))
        return 1;
    if (no.some((word) => word === found))
        return 0;
    throw wrong(value, 'what the config calls yes or no');
}
function countAt(document, pointer) {
    const found = (0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_2__/* .resolvePointer */ .c)(document, pointer);
    if (found === undefined)
        throw nothingAt(pointer);
    if (found === null)
        return 0;
    const number = toNumber(found) ?? Number.NaN;
    if (!(number >= 0) || !Number.isFinite(number))
        throw wrong(pointer, 'a number of observations');
    return Math.floor(number);
}
/** A number, or a text in plain decimal digits. */
function toNumber(found) {
    if (typeof found === 'number')
        return found;
    const isDecimal = typeof found === 'string' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(found);
    return isDecimal ? Number(found) : undefined;
}
const Instant = zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$({ offset: true });
/** Beyond this a number of seconds lies in the year 5138: it is one of milliseconds. */
const LARGEST_SECONDS = 100_000_000_000;
function timeAt(document, pointer) {
    const found = (0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_2__/* .resolvePointer */ .c)(document, pointer);
    if (found === undefined)
        throw nothingAt(pointer);
    if (typeof found === 'string' && Instant.safeParse(found).success)
        return (0,_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .instantOf */ .B)(found);
    const number = toNumber(found);
    if (number === undefined)
        throw wrong(pointer, 'a time with its zone');
    return number < LARGEST_SECONDS ? number * 1000 : number;
}
function assertInside(time, { from, to }) {
    if (time >= from - TOLERANCE_MS && time <= to + TOLERANCE_MS)
        return;
    const [off, side] = time < from ? [from - time, 'older'] : [time - to, 'later'];
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('stale', `the value is ${Math.round(off / 1000)} s ${side} than the window`, 'Check the clocks, and for a cache in front of the source');
}
const nothingAt = (pointer) => new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `the document has nothing at ${pointer || 'its root'}`);
const wrong = (pointer, wanted) => new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `what the document has at ${pointer || 'its root'} is not ${wanted}`);


/***/ }),

/***/ 3397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ inUnit),
/* harmony export */   r: () => (/* binding */ isYesNo)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);

/** Units in which sources give values, with the unit of an objective that each becomes. */
const BASE = {
    ratio: 'ratio',
    percent: 'ratio',
    milliseconds: 'milliseconds',
    seconds: 'milliseconds',
    count: 'count',
    'yes-no': 'count',
};
/** Whether the value is a word instead of a number. */
const isYesNo = (unit) => unit === 'yes-no';
/**
 * A value in the unit of its objective. NaN stays NaN.
 * @throws Failure `bad-config` where the units do not fit; `bad-answer` for what cannot be in its unit: a share above 1
 * is percent that somebody called a share, and less than nothing keeps every limit.
 */
function inUnit(value, from, to) {
    if (BASE[from] !== to)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', `the source gives the value in ${from}, and the objective has the unit ${to}`, 'Correct one of them');
    if (value < 0)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `the value is below 0, in ${from}`);
    const most = { ratio: 1, percent: 100 }[String(from)] ?? Number.POSITIVE_INFINITY;
    if (value > most)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `the value is above ${most}, in ${from}`, 'Correct the unit of the value in the config');
    if (from === 'percent')
        return value / 100;
    return from === 'seconds' ? value * 1000 : value;
}


/***/ })

};
