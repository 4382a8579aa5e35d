export const id = 17;
export const ids = [17];
export const modules = {

/***/ 59017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   textsOf: () => (/* binding */ textsOf)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20663);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);




const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const TYPE_BITS = 0o170000;
const REGULAR = 0o100000;
/** Names stay bytes: decoded, they would be cleaned into others, and errors would repeat them. */
const OPTIONS = { decodeStrings: false };
/**
 * Texts of the files of a zip archive, which may hold nothing else: no other name, no name twice, no link. All is read in
 * memory, so that no name is ever a path, and no further than it was announced.
 * @param largest Bytes of one file, unpacked.
 * @throws Failure `bad-archive`; `absent` for a file that is not in it.
 */
async function textsOf(archive, wanted, largest) {
    try {
        const zip = await (0,yauzl__WEBPACK_IMPORTED_MODULE_2__/* .fromBufferPromise */ .SY)(archive, OPTIONS);
        const entries = await listed(zip, wanted.length);
        for (const entry of entries)
            prove(entry, wanted, largest);
        if (new Set(entries.map(nameOf)).size < entries.length)
            throw bad('it holds a file twice');
        const texts = {};
        for (const name of wanted)
            texts[name] = await text(zip, entries, name);
        return texts;
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        throw bad('it is no zip archive that can be unpacked', error);
    }
}
/** The list of contents, which is what every reader of archives goes by. */
async function listed(zip, most) {
    if (zip.comment.length > 0)
        throw bad('it does not end as a zip archive');
    if (zip.entryCount > most)
        throw bad(`it holds more than ${most} files`);
    const entries = [];
    for await (const entry of zip.eachEntry())
        entries.push(entry);
    return entries;
}
function prove(entry, wanted, largest) {
    const { compressionMethod: method, uncompressedSize: size } = entry;
    if (method !== STORED && method !== DEFLATED)
        throw bad('it is packed in an unknown way');
    if (entry.isEncrypted())
        throw bad('it is encrypted');
    if (!wanted.includes(nameOf(entry)))
        throw bad('it holds a file that nobody asked for');
    if (!isFile(entry))
        throw bad('it holds something that is no plain file');
    if (size > largest)
        throw bad(`it holds more than ${largest} bytes in one file`);
}
function nameOf({ fileNameRaw }) {
    return fileNameRaw.toString('utf8');
}
function isFile({ versionMadeBy, externalFileAttributes }) {
    const type = (externalFileAttributes >>> 16) & TYPE_BITS;
    return versionMadeBy >> 8 !== UNIX || type === 0 || type === REGULAR;
}
/** A file that unpacks to more or less than it announced ends with an error, not with the memory. */
async function text(zip, entries, name) {
    const entry = entries.find((each) => nameOf(each) === name);
    if (entry === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('absent', `the artifact has no file ${name}`);
    const bytes = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await zip.openReadStreamPromise(entry));
    // The library leaves this to its callers.
    if ((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(bytes) !== entry.crc32)
        throw bad('a file is not what it announces');
    return bytes.toString('utf8');
}
function bad(problem, cause) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('bad-archive', `the archive is refused: ${problem}`, '', { cause });
}


/***/ })

};
