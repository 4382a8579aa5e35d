export const id = 739;
export const ids = [739];
export const modules = {

/***/ 5739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loki: () => (/* binding */ loki)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _prometheus_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(375);
/* harmony import */ var _prometheus_one_series_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1723);
/* harmony import */ var _prometheus_promql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7846);




/** The shortest window that is asked for, milliseconds. */
const SHORTEST_MS = 1000;
/** Log lines of a version, counted by Loki: instant queries at the end of the window. */
function loki(config, http, headers) {
    const tenant = config.tenant === undefined ? {} : { 'x-scope-orgid': config.tenant };
    const ask = async (query, at) => {
        const url = `${config.url.replace(/\/$/, '')}/loki/api/v1/query?${(0,_prometheus_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .atTime */ .po)(query, at)}`;
        const answer = await http.send({ method: 'GET', url, headers: { ...headers, ...tenant } });
        return (0,_prometheus_one_series_js__WEBPACK_IMPORTED_MODULE_2__/* .oneSeries */ .U)((0,_prometheus_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .readSamples */ .aM)(answer, at, 'Loki'), 'Loki');
    };
    return {
        async read({ query, metric }, { version, from, to }) {
            const windowMs = Math.max(SHORTEST_MS, to.getTime() - from.getTime());
            const scope = { version, windowMs };
            const lines = countOf(await ask(linesQuery(config.lines, scope), to));
            if (query !== null) {
                const question = (0,_prometheus_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .customQuery */ ._B)(query, scope);
                const value = (await ask(question, to)) ?? Number.NaN;
                return { value: finite(value), samples: Number.isNaN(value) ? 0 : lines, question };
            }
            if (metric !== 'error-rate')
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', `Loki needs a query for the metric ${metric}`);
            const question = linesQuery(`${config.lines} ${config.errors}`, scope);
            // No series of error lines beside lines that were seen is a service that logs no errors.
            const errors = countOf(await ask(question, to));
            return { value: finite(errors / lines), samples: lines, question: `${question} / all lines` };
        },
    };
}
function linesQuery(selection, scope) {
    return `sum(count_over_time(${(0,_prometheus_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .customQuery */ ._B)(selection, scope)} [${(0,_prometheus_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .promDuration */ .Jn)(scope.windowMs)}]))`;
}
/** @throws Failure `bad-answer` for what is no number of lines: a rate of it would keep every limit. */
function countOf(value) {
    if (value === undefined)
        return 0;
    if (Number.isFinite(value) && value >= 0)
        return Math.round(value);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', 'Loki answered a number of lines that is none');
}
/** A value that is no finite number decides nothing, whatever the direction of the limit. */
function finite(value) {
    return Number.isFinite(value) ? value : Number.NaN;
}


/***/ })

};
