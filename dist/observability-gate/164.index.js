export const id = 164;
export const ids = [164];
export const modules = {

/***/ 5164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubTallies: () => (/* binding */ githubTallies)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _domain_release_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8366);
/* harmony import */ var _sources_value_named_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7032);




const Issue = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(), pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional() });
const Runs = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    total_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    workflow_runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(), conclusion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable() })),
});
/** Conclusions of a run that did not do its work. One that a person cancelled is none. */
const FAILED = ['failure', 'timed_out', 'startup_failure'];
/** Pages of runs that are read: GitHub gives no more than a thousand of a search. */
const PAGES = 10;
/** Numbers of issues and of failed runs of a repository. */
function githubTallies(config, client) {
    return {
        async read(objective, window) {
            if (objective.unit !== 'count')
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', 'GitHub counts: the unit of the objective must be count');
            const value = (0,_sources_value_named_js__WEBPACK_IMPORTED_MODULE_1__/* .valueNamed */ .N)(config.values, objective);
            return value.kind === 'open-issues'
                ? openIssues(value, window.version, client)
                : failedRuns(value, window, client);
        },
    };
}
/** The whole list was read: it is one observation. */
async function openIssues({ labels }, version, client) {
    const wanted = labels.map((label) => (0,_domain_release_template_js__WEBPACK_IMPORTED_MODULE_3__/* .fill */ .G)(label, { version })).join(',');
    const query = { state: 'open', labels: wanted };
    const found = await client.list(Issue, 'GET /repos/{owner}/{repo}/issues', query);
    const issues = found.filter((each) => (each.pull_request ?? null) === null);
    const value = new Set(issues.map(({ number }) => number)).size;
    return { value, samples: 1, question: `open issues with the labels ${wanted}` };
}
async function failedRuns({ workflow, branch }, { from, to }, client) {
    const created = `${seconds(from)}..${seconds(to)}`;
    const ended = new Map();
    for (let page = 1; page <= PAGES; page++) {
        const { workflow_runs: runs } = await client.get(Runs, 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
            ...{ workflow_id: workflow, status: 'completed', created, per_page: 100, page },
            ...(branch === undefined ? {} : { branch }),
        });
        for (const { id, conclusion } of runs)
            ended.set(id, conclusion ?? '');
        if (runs.length < 100)
            return tally(ended, `failed runs of ${workflow} begun in ${created}`);
    }
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('too-many', `GitHub lists more than ${PAGES * 100} runs of ${workflow}`);
}
function tally(ended, question) {
    const failed = [...ended.values()].filter((conclusion) => FAILED.includes(conclusion));
    return { value: failed.length, samples: ended.size, question };
}
const seconds = (time) => time.toISOString().replace(/\.\d{3}Z$/, 'Z');


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


/***/ })

};
