export const id = 764;
export const ids = [764];
export const modules = {

/***/ 5764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSimpleHtml: () => (/* binding */ parseSimpleHtml)
/* harmony export */ });
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1600);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _file_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1678);
/* harmony import */ var _page_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1787);
/* harmony import */ var _simple_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6835);





/**
 * A project page in the HTML form (PEP 503, 592, 792). `address` is the page's own URL. A page that neither declares
 * itself as one nor lists a file, such as a login form, is no answer.
 * @throws Failure `bad-answer`.
 */
function parseSimpleHtml(text, address) {
    const { anchors, base, meta } = readPage(text);
    const from = base === undefined ? address : (0,_simple_json_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveUrl */ .O)(base, address);
    const files = anchors.flatMap((anchor) => toFile(anchor, from));
    if (files.length === 0 && meta['pypi:repository-version'] === undefined)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', 'the index answered HTML that is no package page');
    const said = [meta['pypi:project-status'], meta['pypi:project-status-state']];
    return { files, ...(0,_page_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .pageFacts */ .P)(meta['pypi:repository-version'], said) };
}
function readPage(html) {
    const anchors = [];
    const meta = {};
    let base;
    let open;
    const parser = new htmlparser2__WEBPACK_IMPORTED_MODULE_4__/* .Parser */ .i({
        onopentag(tag, attributes) {
            if (tag === 'meta' && attributes.name !== undefined)
                meta[attributes.name] = attributes.content ?? '';
            if (tag === 'base')
                base ??= attributes.href;
            if (tag !== 'a')
                return;
            // PEP 592: the attribute alone yanks the file, an empty reason too.
            const yanked = attributes['data-yanked'] !== undefined;
            const metadata = attributes['data-core-metadata'];
            open = { href: attributes.href ?? '', yanked, metadata, text: '' };
            anchors.push(open);
        },
        ontext(text) {
            if (open !== undefined)
                open.text += text;
        },
        onclosetag(tag) {
            if (tag === 'a')
                open = undefined;
        },
    });
    parser.end(html);
    return { anchors, base, meta };
}
/** An anchor is a file when its text is the last part of its path, as PEP 503 demands; anything else is decoration. */
function toFile({ href, yanked, metadata, text }, base) {
    const name = text.trim();
    if (!(0,_file_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isDistribution */ .R)(name))
        return [];
    const url = new URL((0,_simple_json_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveUrl */ .O)(href, base));
    if (lastPart(url) !== name)
        return [];
    const sha256 = digestIn(/^#(?:.*&)?sha256=([0-9a-f]{64})(?:&|$)/i, url.hash);
    url.hash = '';
    const served = metadata === undefined || metadata === 'false' ? undefined : metadata;
    const announced = served === undefined ? undefined : { sha256: digestIn(METADATA, served) };
    return [{ name, url: url.href, sha256, yanked, size: undefined, metadata: announced }];
}
const METADATA = /^sha256=([0-9a-f]{64})$/i;
function digestIn(pattern, text) {
    return pattern.exec(text)?.[1]?.toLowerCase();
}
function lastPart(url) {
    const part = url.pathname.split('/').at(-1) ?? '';
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


/***/ })

};
