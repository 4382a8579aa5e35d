export const id = 184;
export const ids = [184];
export const modules = {

/***/ 8184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Agent: () => (/* binding */ Agent),
/* harmony export */   ProxyAgent: () => (/* binding */ ProxyAgent),
/* harmony export */   fetch: () => (/* binding */ fetch)
/* harmony export */ });
// Stands in for undici inside @actions/*: loading the real one costs 40 ms and 1 MB a bundle, and we bring our own transport.
class Agent {}
class ProxyAgent {
  constructor() {
    throw new Error('proxies are handled by src/adapters/http')
  }
}
const fetch = globalThis.fetch


/***/ })

};
