export const id = 440;
export const ids = [440];
export const modules = {

/***/ 97440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/adapters/artifact/run-artifacts.js



const LARGEST_FILE = 16 * 1024 * 1024;
/** Packed. */
const LARGEST_ARCHIVE = 32 * 1024 * 1024;
/** Milliseconds between five attempts, as the client itself pauses after an error of the service. */
const PAUSES_MS = [3000, 4500, 6750, 10_125];
/**
 * Artifacts of this run by GitHub's own client, which is loaded only when one is asked for: it costs 100 ms. The client
 * repeats what the service answered with an error, but not what did not reach it.
 */
function runArtifacts(files, clock) {
    const asked = (ask) => patiently(() => named(ask()), clock);
    return {
        async upload(name, texts) {
            const folder = await files.temporaryFolder();
            const paths = await Promise.all(Object.entries(texts).map(([file, text]) => save((0,external_node_path_.join)(folder, file), text)));
            const client = await artifactClient();
            const answer = await asked(() => client.uploadArtifact(name, paths, folder));
            if (answer.id === undefined)
                throw new failure/* Failure */.HR('bad-answer', `GitHub did not store the artifact ${name}`);
        },
        async download(name, wanted) {
            const client = await artifactClient();
            const { artifact } = await asked(() => client.getArtifact(name));
            if (artifact.digest === undefined)
                throw new failure/* Failure */.HR('digest-mismatch', `the artifact ${name} has no digest to check it by`);
            if (artifact.size > LARGEST_ARCHIVE)
                throw new failure/* Failure */.HR('bad-archive', `the artifact ${name} has ${artifact.size} bytes`);
            const folder = await files.temporaryFolder();
            // Unpacked here: the client would put on disk whatever is in it.
            const options = { path: folder, expectedHash: artifact.digest, skipDecompress: true };
            const { digestMismatch } = await named(client.downloadArtifact(artifact.id, options));
            // The client only reports it.
            if (digestMismatch !== false)
                throw new failure/* Failure */.HR('digest-mismatch', `the artifact ${name} is not what was uploaded`);
            const { textsOf } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(17)]).then(__webpack_require__.bind(__webpack_require__, 59017));
            return textsOf(await onlyFile(folder), wanted, LARGEST_FILE);
        },
    };
}
async function artifactClient() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(735), __webpack_require__.e(75), __webpack_require__.e(184)]).then(__webpack_require__.bind(__webpack_require__, 53075));
    return new DefaultArtifactClient();
}
async function save(path, text) {
    await (0,promises_.writeFile)(path, text, { flag: 'wx' });
    return path;
}
/** The archive, under whatever name the service gave it. */
async function onlyFile(folder) {
    const [name, ...others] = await (0,promises_.readdir)(folder);
    if (name === undefined || others.length > 0)
        throw new failure/* Failure */.HR('bad-answer', 'GitHub answered with no archive');
    return (0,promises_.readFile)((0,external_node_path_.join)(folder, name));
}
async function patiently(ask, clock) {
    for (const pause of PAUSES_MS) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR && error.code === 'connection'))
                throw error;
        }
        await clock.sleep(pause);
    }
    return ask();
}
/** The client goes on with advice about runners of one's own. */
const UNREACHED = /^(.*Unable to make request: \w+)/;
async function named(answer) {
    try {
        return await answer;
    }
    catch (cause) {
        const { name = '', message = '' } = cause;
        const line = message.replaceAll(/\s+/g, ' ').slice(0, 300);
        if (name === 'ArtifactNotFoundError')
            throw new failure/* Failure */.HR('absent', line, 'Run the job that uploads it first', { cause });
        if (line.includes('(409)'))
            throw new failure/* Failure */.HR('taken', line, 'Run the job again: each attempt has its own name', {
                cause,
            });
        const [, lost] = UNREACHED.exec(line) ?? [];
        if (lost !== undefined)
            throw new failure/* Failure */.HR('connection', `the artifact service: ${lost}`, '', { cause });
        throw new failure/* Failure */.HR('artifact', `the artifact service: ${line}`, '', { cause });
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/adapters/runner/command-environment.js
/**
 * Variables that no configured command gets: our inputs (the token is one), the runner's own tokens and addresses, and
 * the files by which a step speaks to the runner. A command that needs a secret gets it by `env` of the job.
 */
const OURS = /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/i;
/** The environment of a configured command, with the variables given on top. */
function commandEnvironment(more = {}, own = process.env) {
    const kept = Object.entries(own).filter(([name]) => !OURS.test(name));
    return { ...Object.fromEntries(kept), ...more };
}

;// CONCATENATED MODULE: ./lib/adapters/command/node-command.js



/** Commands as child processes, each the leader of its own process group so that it ends with all it started. */
function nodeCommand(limits) {
    return {
        async run([program = '', ...argv], { timeoutMs, env }) {
            const child = (0,external_node_child_process_.spawn)(program, argv, {
                cwd: limits.cwd,
                env: commandEnvironment(env),
                stdio: ['ignore', 'pipe', 'pipe'],
                detached: process.platform !== 'win32',
                shell: false,
            });
            return supervise(child, program, timeoutMs, limits);
        },
    };
}
function supervise(child, program, timeoutMs, { maxBytes, signal }) {
    const started = performance.now();
    return new Promise((resolve, reject) => {
        const give = (failure) => {
            endGroup(child);
            settle(() => reject(failure));
        };
        const tooLarge = () => give(new failure/* Failure */.HR('too-large', `${program} prints more than ${maxBytes} bytes`));
        const late = () => give(new failure/* Failure */.HR('timeout', `${program} did not end within ${timeoutMs} ms`));
        const cancelled = () => give(new failure/* Failure */.HR('cancelled', 'the job was cancelled'));
        const timer = setTimeout(late, timeoutMs);
        const settle = (act) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            act();
        };
        if (signal?.aborted)
            cancelled();
        signal?.addEventListener('abort', cancelled);
        const stdout = collect(child.stdout, maxBytes, tooLarge);
        const stderr = collect(child.stderr, maxBytes, tooLarge);
        child.once('error', (error) => settle(() => reject(notStarted(program, error))));
        child.once('close', (exit) => {
            const elapsedMs = Math.round(performance.now() - started);
            settle(() => resolve({ exit, stdout: stdout(), stderr: stderr(), elapsedMs }));
        });
    });
}
/** Gather a stream's text; the result is asked for when it has ended. */
function collect(stream, maxBytes, tooLarge) {
    const chunks = [];
    let bytes = 0;
    stream?.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > maxBytes)
            tooLarge();
        else
            chunks.push(chunk);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}
function endGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill('SIGKILL');
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // Gone already.
    }
}
function notStarted(program, error) {
    const code = error.code ?? '';
    if (code === 'ENOENT')
        return new failure/* Failure */.HR('absent', `the program ${program} does not exist`, 'Install it in the job');
    return new failure/* Failure */.HR('not-started', `the program ${program} could not be started (${code})`);
}

// EXTERNAL MODULE: ./lib/adapters/digest.js
var digest = __webpack_require__(67690);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/adapters/files/job-files.js




/** Files below the runner's temporary folder and, to read, below the workspace. */
function jobFiles(folders) {
    const temporaryFolder = () => (0,promises_.mkdtemp)((0,external_node_path_.join)(folders.temp, 'release-actions-'));
    return {
        temporaryFolder,
        async writeTemporary(name, bytes) {
            if (!/^[\w.+-]+$/.test(name) || /^\.+$/.test(name))
                throw new failure/* Failure */.HR('bad-name', 'a file name must be letters, digits, dots and hyphens');
            const path = (0,external_node_path_.join)(await temporaryFolder(), name);
            await (0,promises_.writeFile)(path, bytes, { flag: 'wx', mode: 0o600 });
            return path;
        },
        read: (path, maxBytes) => readInside(folders.workspace, path, maxBytes),
    };
}
async function readInside(workspace, path, maxBytes) {
    const handle = await openInside(workspace, path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** Open a regular file inside the workspace, to read; the caller closes it. @throws Failure `absent` or `outside`. */
async function openInside(workspace, path) {
    const root = await (0,promises_.realpath)(workspace);
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch((cause) => {
        throw new failure/* Failure */.HR('absent', `the file ${path} does not exist`, '', { cause });
    });
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
        throw outside(path);
    // NOFOLLOW: the path was resolved, what is a link now was put there since. NONBLOCK: a FIFO must not hold the job.
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    const handle = await (0,promises_.open)(real, flags).catch((cause) => {
        throw new failure/* Failure */.HR('absent', `the file ${path} cannot be read`, '', { cause });
    });
    if ((await handle.stat()).isFile())
        return handle;
    await handle.close();
    throw outside(path);
}
async function readBounded(handle, path, maxBytes) {
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
        read = (await handle.read(buffer, length, buffer.length - length)).bytesRead;
    if (length > maxBytes)
        throw new failure/* Failure */.HR('too-large', `the file ${path} is larger than ${maxBytes} bytes`);
    return buffer.toString('utf8', 0, length);
}
function outside(path) {
    return new failure/* Failure */.HR('outside', `${path} is no file inside the workspace`, 'Name a file of it');
}

// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(70292);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var verdict = __webpack_require__(19534);
;// CONCATENATED MODULE: ./lib/domain/performance/judge.js


/** The verdict over all metrics but the new ones: the worst of them; no metric at all is inconclusive. */
function judgePerformance(comparisons, limits) {
    return (0,verdict/* overall */.Me)(comparisons.flatMap((c) => toEvidence(c, limits)));
}
function toEvidence(comparison, { threshold, alpha }) {
    const { name, verdict, samples, direction, problem } = comparison;
    if (verdict === 'new')
        return [];
    const worse = direction === 'lower' ? 'more' : 'less';
    const evidence = {
        name,
        verdict,
        question: `rank test of ${samples[1]} values against ${samples[0]}, p at most ${alpha}, Holm over all metrics`,
        answer: problem === '' ? changeText(comparison) : problem,
        limit: `at most ${(0,ratio/* formatRatio */.B0)(threshold)} ${worse}`,
        samples: samples[0] + samples[1],
    };
    return [evidence];
}
/** `+18.2 % (p 0.0004)`. */
function changeText({ shift, p }) {
    if (Number.isNaN(shift))
        return 'no shift';
    const sign = shift > 0 ? '+' : '';
    return `${sign}${(0,ratio/* formatRatio */.B0)(shift)} (p ${Number(p.toPrecision(2))})`;
}
/** Outside the advised 10 to 20 % a threshold is either noise or blindness. Undefined when it is inside. */
function thresholdNotice(threshold) {
    if (threshold >= 0.1 && threshold <= 0.2)
        return undefined;
    const why = threshold < 0.1 ? 'may call noise a regression' : 'lets real regressions pass';
    return `a threshold of ${(0,ratio/* formatRatio */.B0)(threshold)} ${why}: 10 to 20 % is advised`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/config/complaint.js
var complaint = __webpack_require__(8310);
// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var scheme = __webpack_require__(63291);
// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(48994);
;// CONCATENATED MODULE: ./lib/domain/performance/json-loss.js
/** A string, with the colon behind it where it is a key; or a number. Strings are passed over whole. */
const TOKENS = /"(?:[^"\\]|\\.)*"\s*(?<colon>:)?|(?<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/gi;
/**
 * What was lost when a valid JSON text was read: the first value of a key that stands twice, or the last digits of a
 * whole number beyond 2^53. Undefined where nothing was. `value` is what was read of it, some levels deep.
 */
function lossOf(text, value) {
    const groups = [...text.matchAll(TOKENS)].map((match) => match.groups ?? {});
    const written = groups.filter(({ colon }) => colon !== undefined);
    if (written.length !== keysIn(value))
        return 'a key stands twice in one object, or cannot be one';
    const isExact = ({ number = '0' }) => !/^-?\d+$/.test(number) || Number.isSafeInteger(+number);
    return groups.every(isExact) ? undefined : 'a whole number is beyond 2^53';
}
function keysIn(value) {
    if (typeof value !== 'object' || value === null)
        return 0;
    const own = Array.isArray(value) ? 0 : Object.keys(value).length;
    return Object.values(value).reduce((sum, part) => sum + keysIn(part), own);
}

;// CONCATENATED MODULE: ./lib/domain/performance/result-file.js






const MetricName = schemas/* string */.YjP().regex(/^[A-Za-z][\w.-]{0,63}$/, 'must be letters, digits, _ . -');
const Unit = schemas/* string */.YjP().regex(/^[A-Za-z%µ][A-Za-z0-9%µ/^ -]{0,15}$/, 'must be a short unit');
const Direction = schemas/* enum */.k5n(['lower', 'higher']);
const Metric = schemas/* strictObject */.rej({
    unit: Unit,
    /** Which way is better. */
    direction: Direction,
    /** JSON has no NaN: a value that could not be measured is null. */
    values: schemas/* array */.YOg(schemas/* number */.aig().nullable()).max(1000),
});
/** What was measured of one version: the file of the action `perf-regression`. */
const ResultFile = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    version: schemas/* string */.YjP()
        .refine((text) => ((0,release_version/* parseVersion */.ot)(text, '') ?? (0,scheme/* untaggedVersion */.aH)(text)) !== undefined, {
        error: 'must be a version such as 1.4.0',
    }),
    metrics: schemas/* record */.g1P(MetricName, Metric).refine(atMost200, { error: 'holds more than 200 metrics' }),
});
/** What a measuring command prints: one value of each metric. */
const Sample = schemas/* strictObject */.rej({
    metrics: schemas/* record */.g1P(MetricName, schemas/* strictObject */.rej({ unit: Unit, direction: Direction, value: schemas/* number */.aig().nullable() }))
        .refine(atMost200, { error: 'holds more than 200 metrics' }),
});
function atMost200(metrics) {
    return Object.keys(metrics).length <= 200;
}
/** @throws Failure `bad-result` naming the file and the field. */
function parseResultFile(text, name) {
    return parseJson(ResultFile, text, name);
}
/** The last line that is not empty. @throws Failure `bad-result` naming the field. */
function parseSample(stdout, name) {
    return parseJson(Sample, stdout.trim().split('\n').at(-1) ?? '', name);
}
function parseJson(schema, text, name) {
    const parsed = schema.safeParse(toJson(text, name));
    if (parsed.success) {
        const loss = lossOf(text, parsed.data);
        if (loss !== undefined)
            throw bad(name, loss);
        return parsed.data;
    }
    const [issue] = parsed.error.issues;
    const { path, message } = issue === undefined ? { path: [], message: 'is not valid' } : (0,complaint/* complaintOf */.N)(issue);
    throw bad(name, `${path.join('.') || 'the whole'}: ${message}`);
}
function toJson(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw bad(name, 'it is no JSON');
    }
}
function bad(name, problem) {
    return new failure/* Failure */.HR('bad-result', `${name} is no performance result: ${problem}`);
}

;// CONCATENATED MODULE: ./lib/domain/statistics/pairs.js
/** The values in ascending order, for functions that need them so. NaN goes last. */
function ascending(values) {
    return Float64Array.from(values).sort();
}
/** In one walk through both samples, each sorted upwards; NaN where a value is. */
function comparePairs(x, y) {
    let [above, equal, tieTerm] = [0, 0, 0];
    let [i, j] = [0, 0];
    while (i < x.length || j < y.length) {
        const value = i < x.length && !(at(y, j) < at(x, i)) ? at(x, i) : at(y, j);
        if (Number.isNaN(value))
            return { above: value, equal: value, tieTerm: value };
        const inX = runOf(x, i, value);
        const inY = runOf(y, j, value);
        above += inX * j;
        equal += inX * inY;
        tieTerm += (inX + inY) ** 3 - (inX + inY);
        i += inX;
        j += inY;
    }
    return { above, equal, tieTerm };
}
/** How many values from `start` on are `value`. */
function runOf(sorted, start, value) {
    let end = start;
    while (end < sorted.length && at(sorted, end) === value)
        end++;
    return end - start;
}
const at = (values, i) => values[i] ?? Number.POSITIVE_INFINITY;

;// CONCATENATED MODULE: ./lib/domain/statistics/select-difference.js
/** Below so many candidates they are sorted rather than divided further. */
const FEW = 1000;
const GUESSES = 256;
/** How many guesses the pivots lie away from the place: it is nearly always between them. */
const MARGIN = 4;
/**
 * The difference x − y at one place in the ascending order of all pairs' differences, counted from 0, without making
 * them all; NaN where there is no such place or a value is infinite or no number. `x` and `y` are sorted upwards, so a row of differences x[i] − y is sorted
 * too, and one walk along the rows counts how many lie below a value: D. Johnson, T. Mizoguchi, "Selecting the Kth element
 * in X + Y", SIAM J. Computing 7, 1978. The pivots are two of a few candidates, so O(n log n) is expected, not certain.
 */
function differenceAt(x, y, place) {
    if (!(place >= 0 && place < x.length * y.length && isAllFinite(x) && isAllFinite(y)))
        return Number.NaN;
    const rows = { x, y: y.toReversed() };
    let span = { low: start(x.length, 0), high: start(x.length, y.length) };
    for (let round = 1; sizeOf(span) > FEW; round++) {
        for (const pivot of around(rows, span, place, round)) {
            const rest = narrowed(rows, span, place, pivot);
            if (rest === undefined)
                return pivot;
            span = rest;
        }
    }
    return candidates(rows, span)[place - span.low.count] ?? Number.NaN;
}
/** The difference after the one at `place`, which has the value `difference`; Infinity after the last. */
function differenceAfter(x, y, place, difference) {
    const rows = { x, y: y.toReversed() };
    const upTo = borderOf(rows, difference, true);
    if (upTo.count > place + 1)
        return difference;
    let next = Number.POSITIVE_INFINITY;
    for (const [i, end] of upTo.ends.entries())
        if (end < y.length)
            next = Math.min(next, differenceIn(rows, i, end));
    return next;
}
/** Sorted upwards, so what is not finite stands at an end. */
function isAllFinite(sorted) {
    return Number.isFinite(sorted[0]) && Number.isFinite(sorted.at(-1));
}
const differenceIn = ({ x, y }, i, j) => (x[i] ?? Number.NaN) - (y[j] ?? Number.NaN);
const start = (rows, end) => ({
    at: Number.NaN,
    ends: new Int32Array(rows).fill(end),
    count: rows * end,
});
const sizeOf = ({ low, high }) => high.count - low.count;
/**
 * The candidates on the side of the pivot where the place is; undefined where the pivot itself is the answer. What equals the pivot stays
 * with what is above it, so that one walk is enough, unless nothing lies below.
 */
function narrowed(rows, span, place, pivot) {
    const below = borderOf(rows, pivot, false);
    if (place < below.count)
        return { low: span.low, high: below };
    if (below.count > span.low.count)
        return { low: below, high: span.high };
    const upTo = borderOf(rows, pivot, true);
    return place < upTo.count ? undefined : { low: upTo, high: span.high };
}
/** Before the border lies what is below the pivot, or up to it where `inclusive`: rows further down hold less of it. */
function borderOf({ x, y }, pivot, inclusive) {
    const ends = new Int32Array(x.length);
    let count = 0;
    let j = y.length;
    for (let i = 0; i < ends.length; i++) {
        const value = x[i] ?? Number.NaN;
        while (j > 0) {
            const last = value - (y[j - 1] ?? Number.NaN);
            if (last < pivot || (inclusive && last === pivot))
                break;
            j--;
        }
        ends[i] = j;
        count += j;
    }
    return { at: pivot, ends, count };
}
/**
 * One value a little below the place and one a little above: of some candidates, spread over all of them; once two values are known to enclose
 * few of all, on the straight line between these.
 */
function around(rows, span, place, round) {
    const line = round === 2 ? onLine(span, place) : [];
    if (line.length > 0)
        return line;
    const found = spread(rows, span, round).sort();
    const middle = ((place - span.low.count) / sizeOf(span)) * GUESSES;
    const pick = (k) => found[Math.min(GUESSES - 1, Math.max(0, Math.floor(k)))] ?? Number.NaN;
    return [...new Set([pick(middle - MARGIN), pick(middle + MARGIN)])];
}
/** As far from the place as counts of so many candidates scatter around a line; none before both ends have a value. */
function onLine(span, place) {
    const { low, high } = span;
    const slope = (high.at - low.at) / sizeOf(span);
    const middle = low.at + (place - low.count) * slope;
    const reach = 2 * Math.sqrt(sizeOf(span)) * slope;
    return reach > 0 && Number.isFinite(reach) ? [middle - reach, middle + reach] : [];
}
/** Candidates at even distances; the golden ratio moves them a little further each round. */
function spread(rows, { low, high }, round) {
    const step = (high.count - low.count) / GUESSES;
    const first = ((round * 0.6180339887498949) % 1) * step;
    const found = new Float64Array(GUESSES);
    let [k, seen] = [0, 0];
    for (let i = 0; i < rows.x.length; i++) {
        const end = high.ends[i] ?? 0;
        seen += end - (low.ends[i] ?? 0);
        while (k < GUESSES && Math.floor(first + k * step) < seen) {
            found[k] = differenceIn(rows, i, end - (seen - Math.floor(first + k * step)));
            k++;
        }
    }
    return found;
}
function candidates(rows, span) {
    const { low, high } = span;
    const found = new Float64Array(sizeOf(span));
    let k = 0;
    for (let i = 0; i < rows.x.length; i++)
        for (let j = low.ends[i] ?? 0; j < (high.ends[i] ?? 0); j++)
            found[k++] = differenceIn(rows, i, j);
    return found.sort();
}

;// CONCATENATED MODULE: ./lib/domain/statistics/hodgeslehmann.js


/**
 * How far the first sample lies above the second: the median of all differences x − y, in their unit. One outlier
 * moves it hardly, where it would move a difference of means. NaN where a sample is empty or a value is no number.
 * J. Hodges, E. Lehmann, "Estimates of location based on rank tests", Annals of Mathematical Statistics 34, 1963.
 */
function hodgesLehmannShift(x, y) {
    return shiftOfSorted(ascending(x), ascending(y));
}
/** The same on the log scale: the factor between the samples; NaN unless all values are above 0. */
function hodgesLehmannRatio(x, y) {
    if (![...x, ...y].every((v) => v > 0))
        return Number.NaN;
    return Math.exp(hodgesLehmannShift(x.map(Math.log), y.map(Math.log)));
}
/** The shift of samples that are sorted upwards. */
function shiftOfSorted(x, y) {
    const pairs = x.length * y.length;
    const place = Math.floor((pairs - 1) / 2);
    const lower = differenceAt(x, y, place);
    if (pairs % 2 === 1)
        return lower;
    return (lower + differenceAfter(x, y, place, lower)) / 2;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/holm.js
/**
 * Holm's adjustment of p values for asking several questions at once, in the order given: the chance that any of the
 * questions is answered wrongly stays below alpha when each adjusted p is held against it. S. Holm, "A simple sequentially
 * rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979.
 */
function holm(p) {
    const order = p.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
    const adjusted = [...p];
    let highest = 0;
    for (const [rank, { value, index }] of order.entries()) {
        highest = Math.max(highest, Math.min(1, value * (p.length - rank)));
        adjusted[index] = highest;
    }
    return adjusted;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/alternative.js
/** The p of the alternative from both tails; two-sided is twice the smaller one, at most 1. */
function pickTail(tails, alternative) {
    const { greater, less } = tails;
    return Math.min(1, alternative === 'two-sided' ? 2 * Math.min(greater, less) : tails[alternative]);
}

;// CONCATENATED MODULE: ./lib/domain/statistics/midranks.js
function midranks(x, y) {
    const sorted = [...x, ...y].sort((a, b) => a - b);
    const rank = new Map();
    let tieTerm = 0;
    for (let start = 0; start < sorted.length;) {
        const value = sorted[start] ?? Number.NaN;
        const next = sorted.findIndex((other, i) => i > start && other !== value);
        const end = next === -1 ? sorted.length : next;
        const size = end - start;
        rank.set(value, start + 1 + end);
        tieTerm += size ** 3 - size;
        start = end;
    }
    const doubled = (values) => values.map((v) => rank.get(v) ?? Number.NaN);
    return { doubled: doubled(x), all: doubled([...x, ...y]), tieTerm };
}

;// CONCATENATED MODULE: ./lib/domain/statistics/normal.js
/** Probability that a standard normal variable is greater than `z`; relative accuracy better than 1e-12. */
function normalTail(z) {
    if (z < 0)
        return 1 - normalTail(-z);
    return z < 3 ? 0.5 - normalMiddle(z) : density(z) * millsRatio(z);
}
/** Probability that it is at most `z`: the tail on the other side. */
function normalCdf(z) {
    return normalTail(-z);
}
/** Probability that it lies between 0 and `z`, for 0 ≤ z < 8: keeps its digits where z is small. */
function normalMiddle(z) {
    return density(z) * series(z);
}
/** Logarithm of the tail for z ≥ 0: finite far beyond where the tail itself is too small for a number. */
function logNormalTail(z) {
    if (z < 3)
        return Math.log(normalTail(z));
    return Math.log(millsRatio(z)) - (z * z) / 2 - Math.log(2 * Math.PI) / 2;
}
const density = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
/** z + z³/3 + z⁵/15 + …: converges fast near 0, and would cancel in the far tail. */
function series(z) {
    let sum = 0;
    let term = z;
    for (let n = 1; term > sum * 1e-17; n += 2) {
        sum += term;
        term *= (z * z) / (n + 2);
    }
    return sum;
}
/** 1 / (z + 1 / (z + 2 / (z + 3 / …))), from the inside out. */
function millsRatio(z) {
    let inner = z;
    for (let n = 120; n >= 1; n--)
        inner = z + n / inner;
    return 1 / inner;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/mannwhitney.js




/** Beyond so many values together the exact distribution costs more than it gives. */
const EXACT_UP_TO = 60;
/**
 * Mann–Whitney's rank test of two samples of finite numbers, neither empty. Exact over all splits of the values that
 * were seen, ties included, up to 60 values; the normal approximation beyond.
 */
function mannWhitney(x, y, alternative) {
    const exact = x.length + y.length <= EXACT_UP_TO;
    return exact ? exactTest(x, y, alternative) : approximateTest(x, y, alternative);
}
/** The smallest one-sided p that samples of these sizes can reach: one split of all that are possible. */
function smallestP(n, m) {
    let splits = 1;
    for (let i = 1; i <= Math.min(n, m); i++)
        splits *= (n + m - Math.min(n, m) + i) / i;
    return 1 / splits;
}
/** Both tails of `mannWhitney` at once, of samples that are sorted upwards. */
function rankTails(x, y) {
    const isExact = x.length + y.length <= EXACT_UP_TO;
    return isExact ? exactTails([...x], [...y]) : approximateTails(x, y, true);
}
/** Every split of the ranks into groups of these sizes is equally likely: count those at least as extreme. */
function exactTest(x, y, alternative) {
    const { u, ...tails } = exactTails(x, y);
    return { u, p: pickTail(tails, alternative) };
}
function exactTails(x, y) {
    const { doubled, all } = midranks(x, y);
    const seen = doubled.reduce((sum, r) => sum + r, 0);
    const counts = splitsBySum(all, x.length);
    const total = counts.reduce((sum, c) => sum + c, 0);
    const share = (from, to) => counts.slice(from, to).reduce((sum, c) => sum + c, 0) / total;
    const u = uOf(seen / 2, x.length);
    return { u, greater: share(seen, counts.length), less: share(0, seen + 1) };
}
/** How many ways there are to take `size` of the ranks with each sum: index = sum. */
function splitsBySum(ranks, size) {
    const total = ranks.reduce((sum, r) => sum + r, 0);
    const ways = Array.from({ length: size + 1 }, () => new Float64Array(total + 1));
    const largest = Array.from({ length: size + 1 }, () => 0);
    const none = ways[0];
    if (none !== undefined)
        none[0] = 1;
    for (const [seen, rank] of ranks.toSorted((a, b) => a - b).entries()) {
        // So few as can still become `size` with those that are left, from the largest sum that there is yet.
        const least = Math.max(1, size - (ranks.length - seen - 1));
        for (let k = Math.min(size, seen + 1); k >= least; k--) {
            const upTo = (largest[k - 1] ?? 0) + rank;
            addShifted(ways[k], ways[k - 1], rank, upTo);
            largest[k] = upTo;
        }
    }
    return ways[size] ?? new Float64Array(0);
}
function addShifted(target, source, by = 0, upTo = 0) {
    if (target === undefined || source === undefined)
        return;
    for (let sum = by; sum <= upTo; sum++)
        target[sum] = (target[sum] ?? 0) + (source[sum - by] ?? 0);
}
/** The normal approximation, with the variance corrected for ties and a continuity correction of one half. */
function approximateTest(x, y, alternative, continuity = true) {
    const { u, ...tails } = approximateTails(ascending(x), ascending(y), continuity);
    return { u, p: pickTail(tails, alternative) };
}
function approximateTails(x, y, continuity) {
    const { above, equal, tieTerm } = comparePairs(x, y);
    const u = above + equal / 2;
    const pairs = x.length * y.length;
    const n = x.length + y.length;
    const sigma = Math.sqrt((pairs / 12) * (n + 1 - tieTerm / (n * (n - 1))));
    const half = continuity ? 0.5 : 0;
    // All values equal: nothing tells the samples apart.
    const tail = (distance) => (sigma === 0 ? 1 : normalTail((distance - half) / sigma));
    return { u, greater: tail(u - pairs / 2), less: tail(pairs / 2 - u) };
}
function uOf(rankSum, n) {
    return rankSum - (n * (n + 1)) / 2;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/median.js

/** The middle value, or the mean of the two middle ones; NaN of nothing. The order of `values` does not matter. */
function median(values) {
    return medianOfSorted(ascending(values));
}
/** The same of values that are sorted upwards. */
function medianOfSorted(sorted) {
    const middle = sorted.length >> 1;
    const upper = sorted[middle] ?? Number.NaN;
    return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

;// CONCATENATED MODULE: ./lib/domain/performance/compare.js




/** Fewer values a side decide nothing. */
const FEWEST = 4;
/**
 * Compare every metric that either file has. A regression is both: a difference that the rank test sees, and a shift
 * in the bad direction beyond the threshold. A metric that is gone is one too: renaming it would hide any. What cannot be
 * told is inconclusive, never a pass.
 */
function compareResults(baseline, current, limits) {
    const names = [...new Set([...Object.keys(baseline.metrics), ...Object.keys(current.metrics)])];
    const facts = names.sort().map((name) => measure(name, baseline, current));
    const testable = facts.filter((f) => f.problem === '');
    const adjusted = holm(testable.map((f) => f.p));
    return facts.map((fact) => {
        const place = testable.indexOf(fact);
        return place === -1
            ? fact
            : judge({ ...fact, p: adjusted[place] ?? Number.NaN }, testable.length, limits);
    });
}
/** The facts of one metric; `p` is not adjusted yet. */
function measure(name, { metrics: a }, { metrics: b }) {
    const [before, after] = [a[name], b[name]];
    const [x, y] = [finite(after), finite(before)];
    const some = before ?? after;
    const fact = {
        name,
        verdict: undecided(before, after),
        unit: some?.unit ?? '',
        direction: some?.direction ?? 'lower',
        baseline: median(y),
        current: median(x),
        samples: [y.length, x.length],
        shift: Number.NaN,
        p: Number.NaN,
    };
    const shift = relativeShift(x, y);
    const problem = problemOf(before, after) || (Number.isNaN(shift) ? 'the baseline is 0' : '');
    if (problem !== '')
        return { ...fact, problem };
    const worse = fact.direction === 'lower' ? 'greater' : 'less';
    return { ...fact, shift, p: mannWhitney(x, y, worse).p, problem };
}
/** What is to be said where the values are not compared. */
function undecided(before, after) {
    if (before === undefined)
        return 'new';
    return after === undefined ? 'fail' : 'inconclusive';
}
function problemOf(before, after) {
    if (before === undefined)
        return 'the baseline does not have it';
    if (after === undefined)
        return 'the current version does not have it';
    if (before.unit !== after.unit || before.direction !== after.direction)
        return 'unit or direction differ';
    const values = [...before.values, ...after.values];
    const missing = values.filter((v) => v === null).length;
    if (missing > 0)
        return `${missing} of ${values.length} values are no numbers`;
    const fewest = Math.min(before.values.length, after.values.length);
    return fewest < FEWEST ? `${fewest} values on a side, at least ${FEWEST} are needed` : '';
}
/** A shift needs something to be relative to: a baseline around 0 has none, unless nothing moved at all. */
function relativeShift(x, y) {
    const ratio = hodgesLehmannRatio(x, y);
    if (!Number.isNaN(ratio))
        return ratio - 1;
    const shift = hodgesLehmannShift(x, y);
    if (shift === 0)
        return 0;
    const base = median(y);
    return base > 0 ? shift / base : Number.NaN;
}
function judge(fact, metrics, { threshold, alpha }) {
    const reachable = smallestP(...fact.samples) * metrics;
    if (reachable > alpha) {
        const [n, m] = fact.samples;
        const problem = `${n} and ${m} values of ${metrics} metrics cannot reach p ${alpha}`;
        return { ...fact, problem };
    }
    const bad = fact.direction === 'lower' ? fact.shift : -fact.shift;
    const worse = fact.p <= alpha && bad > threshold;
    return { ...fact, verdict: worse ? 'fail' : 'pass' };
}
function finite(metric) {
    return (metric?.values ?? []).filter((v) => v !== null);
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(86602);
;// CONCATENATED MODULE: ./lib/domain/report/chart.js

/** Mermaid's own first colour is nearly that of the page; the second one is that of the mark. */
const COLOURS = '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2f6feb, #8b949e"}}}}%%';
/** With longer names beside the bars Mermaid leaves out all of them. */
const LONGEST_NAME = 32;
/** A bar chart as GitHub draws it. A line would not do: with one value it has no length. */
function barChart({ title, names, values, unit, top, sideways, mark }) {
    const lines = [
        COLOURS,
        `xychart-beta${sideways === true ? ' horizontal' : ''}`,
        `  title "${title}"`,
        `  x-axis [${names.map((name, i) => `"${shortened(name, i)}"`).join(', ')}]`,
        `  y-axis "${unit}" 0 --> ${top}`,
        `  bar [${values.join(', ')}]`,
        ...(mark === undefined ? [] : [`  line [${values.map(() => mark).join(', ')}]`]),
    ];
    return (0,markdown/* fenced */.OF)(lines.join('\n'), 'mermaid');
}
/** Names stay different: Mermaid draws two bars of one name on top of each other. */
const shortened = (name, index) => name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 6)}… (${index + 1})`;

// EXTERNAL MODULE: ./lib/domain/report/verdict.js
var report_verdict = __webpack_require__(42178);
;// CONCATENATED MODULE: ./lib/domain/performance/report.js




/** A chart with more bars cannot be read. */
const LARGEST_CHART = 20;
/** Table and chart of a comparison, as Markdown blocks. Nothing compared gives no blocks. */
function performanceBlocks(comparisons, versions) {
    if (comparisons.length === 0)
        return [];
    return [medianTable(comparisons, versions), ...chart(comparisons, versions)];
}
function medianTable(comparisons, versions) {
    const header = ['', 'Metric', `${versions.baseline}`, `${versions.current}`, 'Change', 'Better'];
    return (0,markdown/* table */.tp)(header, comparisons.map((c) => {
        const top = Math.max(c.baseline, c.current);
        return [
            (0,markdown/* raw */.lS)(c.verdict === 'new' ? 'new' : (0,report_verdict/* verdictMark */.v)(c.verdict)),
            c.name,
            medianCell(c.baseline, top, c.unit),
            medianCell(c.current, top, c.unit),
            c.problem === '' ? changeText(c) : c.problem,
            c.direction,
        ];
    }));
}
function medianCell(value, top, unit) {
    if (!Number.isFinite(value))
        return 'no value';
    const share = top > 0 ? value / top : 0;
    return `${(0,markdown/* bar */.M0)(share)} ${Number(value.toPrecision(4))} ${unit}`;
}
/** Medians of the current version in percent of the baseline's, because units differ. */
function chart(comparisons, { baseline, current }) {
    const shown = comparisons
        .filter((c) => c.baseline > 0 && Number.isFinite(c.current) && c.current >= 0)
        .slice(0, LARGEST_CHART);
    if (shown.length === 0)
        return [];
    const percent = shown.map((c) => Math.round((c.current / c.baseline) * 1000) / 10);
    const top = Math.ceil(Math.max(100, ...percent) / 10 + 1) * 10;
    return [
        barChart({
            title: `Medians of ${current} in percent of ${baseline}`,
            names: shown.map((c) => c.name),
            values: percent,
            unit: 'percent',
            top,
            sideways: true,
            mark: 100,
        }),
    ];
}
/** One line for the output `regression_summary`. */
function summaryLine(comparisons, versions) {
    const parts = comparisons.map((c) => {
        const text = c.problem === '' ? changeText(c) : c.problem;
        return `${c.name} ${c.verdict}: ${text}`;
    });
    const text = parts.length === 0 ? 'nothing was compared' : parts.join('; ');
    return `${versions.current} against ${versions.baseline}: ${text}`.slice(0, 4000);
}

;// CONCATENATED MODULE: ./lib/domain/performance/issue.js



const REGRESSION_LABELS = ['performance-regression', 'bug', 'priority-high'];
/** Stands in the body of the issue of one pair of versions: by it the issue is found again. */
function regressionMarker({ baseline, current }) {
    return `<!-- release-actions:performance-regression ${current} ${baseline} -->`;
}
/** Title, body and labels of the issue about a regression. */
function regressionIssue({ versions, comparisons, limits, run }) {
    const { current, baseline } = versions;
    const failed = comparisons.filter((c) => c.verdict === 'fail');
    const slower = failed.filter((c) => c.problem === '');
    const gone = failed.filter((c) => c.problem !== '');
    const body = [
        regressionMarker(versions),
        ...sentence(`${(0,markdown/* inert */.tJ)(current)} is worse than ${(0,markdown/* inert */.tJ)(baseline)} by more than ${(0,ratio/* formatRatio */.B0)(limits.threshold)} in`, slower),
        ...sentence(`${(0,markdown/* inert */.tJ)(current)} does not have what was measured of ${(0,markdown/* inert */.tJ)(baseline)}`, gone),
        ...performanceBlocks(comparisons, versions),
        `Measured in ${run}.`,
        'Correct it and release a new version, or close this issue with the reason why it is accepted.',
    ];
    return {
        title: `Performance regression in ${current}`,
        body: body.join('\n\n'),
        labels: REGRESSION_LABELS,
    };
}
/** The sentence about some metrics; none where there are none. */
function sentence(start, metrics) {
    if (metrics.length === 0)
        return [];
    return [`${start}: ${metrics.map(({ name }) => (0,markdown/* inert */.tJ)(name)).join(', ')}.`];
}

;// CONCATENATED MODULE: ./lib/app/open-end.js

/** What leaves open whether a write was carried out. */
const OPEN_ENDS = ['connection', 'timeout', 'server-error', 'unreachable', 'bad-answer'];
/** A write that failed so may have been carried out all the same. */
function hasOpenEnd(error) {
    return error instanceof failure/* Failure */.HR && OPEN_ENDS.includes(error.code);
}
/** The same, and an answer came or the connection broke: who was silent once is not waited for again. */
function hasQuickEnd(error) {
    return hasOpenEnd(error) && !(error instanceof failure/* Failure */.HR && error.code === 'timeout');
}

;// CONCATENATED MODULE: ./lib/app/one-issue.js


/** Two runs that create at once both see both after this time. */
const SETTLE_MS = 2000;
/** A request whose answer is lost may be carried out late: how long an issue of it is looked for, in steps. */
const LOST_MS = [2000, 5000, 10_000, 20_000];
/** What an issue answers that was deleted or transferred. */
const LOST = ['absent', 'gone', 'moved'];
/**
 * Exactly one open issue with the marker, however often and however many at once run this: create, settle, list, keep
 * the lowest, close the rest. The marker must stand in the issue's body; the filter must let such an issue through.
 */
async function oneIssue(marker, content, { issues, clock, assertWanted }, filter = {}) {
    const look = () => openWith(marker, filter, issues);
    const existing = await stillOpen(await look(), issues);
    if (existing.length === 0)
        await assertWanted?.();
    const created = existing.length === 0 ? await create(content, look, { issues, clock }) : undefined;
    if (created !== undefined)
        await clock.sleep(SETTLE_MS);
    const known = created === undefined ? existing : [created, ...(await others(created, await look(), issues))];
    const lowest = known.reduce((a, b) => (b.number < a.number ? b : a));
    // Doubles that a run left behind which died before it could close them go as well.
    const doubles = new Set(known.map((i) => i.number).filter((n) => n !== lowest.number));
    for (const number of doubles) {
        await issues.comment(number, `Closed: the same as issue ${lowest.number}.`);
        await issues.update(number, { state: 'closed' });
    }
    return { issue: lowest, created: lowest.number === created?.number };
}
/** A list may show as open what was closed, deleted or transferred minutes ago. */
async function stillOpen(listed, issues) {
    const now = await asTheyAre(listed, issues);
    return now.filter((i) => i.state === 'open');
}
/** Open issues beside an own new one. */
function others({ number }, listed, issues) {
    return stillOpen(listed.filter((i) => i.number !== number), issues);
}
/** Listed issues read one by one; what the repository does not have any more is left out. */
async function asTheyAre(listed, issues) {
    const numbers = [...new Set(listed.map((i) => i.number))];
    const now = await Promise.all(numbers.map((number) => unlessLost(issues.get(number))));
    return now.filter((i) => i !== undefined);
}
async function unlessLost(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && LOST.includes(error.code))
            return undefined;
        throw error;
    }
}
/** A list of many pages, and a filter, may be behind by minutes; the newest issues are seen all the same. */
async function openWith(marker, filter, issues) {
    const listed = await issues.withMarker(marker, 'open', filter);
    const newest = await issues.newest(marker);
    return [...listed, ...newest.filter((i) => i.state === 'open')];
}
/** Sent once more only when the first request has left no issue for so long that it will leave none. */
async function create(content, look, { issues, clock }) {
    try {
        return await issues.create(content);
    }
    catch (error) {
        if (!hasOpenEnd(error))
            throw error;
        // Who was silent for twenty seconds has had most of that time, and is not asked a second time.
        const isSilent = !hasQuickEnd(error);
        const found = await lookAgain(isSilent ? LOST_MS.slice(0, 2) : LOST_MS, look, clock);
        if (found !== undefined)
            return found;
        if (isSilent)
            throw error;
        return issues.create(content);
    }
}
/** The first issue that is seen after one of the pauses. */
async function lookAgain(pauses, look, clock) {
    for (const pause of pauses) {
        await clock.sleep(pause);
        const [found] = await look();
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/**
 * Issues that belong to a ledger entry are younger than it. An hour is left for clocks of runners and of GitHub that
 * differ.
 */
function sinceEntry(time) {
    return new Date(Date.parse(time) - 3_600_000);
}

;// CONCATENATED MODULE: ./lib/app/compare-performance.js







/**
 * Compare two result files.
 * @param wanted Versions that the files must be of, where they are known.
 * @throws Failure `bad-result` when a file is of another version.
 */
function comparePerformance({ baseline, current }, wanted, limits) {
    const versions = { baseline: baseline.version, current: current.version };
    for (const side of ['baseline', 'current'])
        if (wanted[side] !== undefined && wanted[side] !== versions[side])
            throw new failure/* Failure */.HR('bad-result', `the ${side} file is of ${versions[side]}, not of ${wanted[side]}`);
    const comparisons = compareResults(baseline, current, limits);
    return { verdict: judgePerformance(comparisons, limits), versions, comparisons, limits };
}
/** Outputs and summary of a comparison. */
function performanceReport({ verdict, versions, comparisons, limits }) {
    const has = { pass: 'false', fail: 'true', inconclusive: '' }[verdict.verdict];
    const notice = thresholdNotice(limits.threshold);
    return {
        verdict,
        outputs: { has_regression: has, regression_summary: summaryLine(comparisons, versions) },
        summary: [
            ...(notice === undefined ? [] : [`Notice: ${notice}.`]),
            ...performanceBlocks(comparisons, versions),
        ],
    };
}
/**
 * One open issue about a regression, however often it is found. That it cannot be opened is said and changes nothing:
 * the verdict stands.
 */
async function reportRegression({ versions, comparisons, limits }, run, ports) {
    try {
        const content = regressionIssue({ versions, comparisons, limits, run });
        const { issue } = await oneIssue(regressionMarker(versions), content, ports);
        return { number: String(issue.number), text: `Issue ${issue.number}: ${issue.url}` };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        const line = `the issue about the regression could not be opened: ${(0,failure/* failureLine */.Pu)(error)}`;
        ports.log.warning(line);
        return { number: '', text: (0,markdown/* inert */.tJ)(line) };
    }
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(46427);
;// CONCATENATED MODULE: ./lib/domain/performance/gather.js

/**
 * Put the samples of one version together, in the order they were taken.
 * @throws Failure `bad-result` when they differ in their metrics, units or directions.
 */
function gather(version, samples) {
    const [first] = samples;
    const shape = shapeOf(first);
    if (samples.some((sample) => shapeOf(sample) !== shape))
        throw new failure/* Failure */.HR('bad-result', `the runs of ${version} measured different metrics`, 'Print the same metrics on every run');
    const metrics = Object.entries(first?.metrics ?? {}).map(([name, { unit, direction }]) => {
        const values = samples.map((sample) => sample.metrics[name]?.value ?? null);
        return [name, { unit, direction, values }];
    });
    return { schema: 1, version, metrics: Object.fromEntries(metrics) };
}
function shapeOf(sample) {
    const metrics = Object.entries(sample?.metrics ?? {});
    return JSON.stringify(metrics.map(([name, m]) => [name, m.unit, m.direction]).sort());
}
/**
 * The order of the runs: A B B A A B B A …, so that a machine that slows down or speeds up meanwhile does it to both.
 * @param rounds Runs of each side.
 */
function interleaved(rounds) {
    return Array.from({ length: rounds }, (_, round) => round % 2 === 0 ? ['baseline', 'current'] : ['current', 'baseline']).flat();
}

;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function fill(template, values) {
    return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

;// CONCATENATED MODULE: ./lib/domain/report/last-line.js
/**
 * The last line of what a program printed, which mostly says what went wrong; at most 300 characters. Of an error that
 * nobody caught in Node.js it is the error: its stack and the version of Node.js come after it.
 */
function lastLine(text) {
    const lines = text.trim().split('\n');
    const stack = lines.findIndex((line) => /^ {4}at /.test(line));
    const isUncaught = stack > 0 && /^Node\.js v\d/.test(lines.at(-1) ?? '');
    return lines.at(isUncaught ? stack - 1 : -1)?.slice(0, 300) ?? '';
}

;// CONCATENATED MODULE: ./lib/domain/release/checksums.js

/** Larger files are no list of checksums. */
const LARGEST = 1024 * 1024;
const LINE = /^([0-9a-f]{64}) {2}(\S(?:.{0,253}\S)?)$/;
/**
 * Read lines `<64 hex>  <file>` as `sha256sum` writes them. Strict, because a line that is skipped is a file that
 * nobody checked.
 * @throws Failure `bad-checksums` naming the line.
 */
function parseChecksums(text) {
    if (text.length > LARGEST)
        throw checksums_bad('the file is larger than 1 MiB');
    const found = new Map();
    for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
        const [, hex, file] = LINE.exec(line) ?? [];
        if (hex === undefined || file === undefined)
            throw checksums_bad(`line ${index + 1} is none`);
        if (found.has(file))
            throw checksums_bad(`line ${index + 1} names a file again`);
        found.set(file, hex);
    }
    return found;
}
function checksums_bad(problem) {
    return new failure/* Failure */.HR('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
}

;// CONCATENATED MODULE: ./lib/app/inspect-asset.js



/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = ['bad-asset', 'bad-checksums'];
/**
 * Have the bytes of a declared asset measured, and hold them against its line of the checksums and GitHub's own digest.
 * A draft will do. What is wrong with the release is an answer; that it could not be asked is a Failure.
 * @param measure Downloads the asset, and says what else is wanted of it.
 */
async function inspectAsset(declared, version, release, releases, measure) {
    const name = fill(declared.name, { version });
    try {
        const asset = presentAsset(release, name);
        const list = presentAsset(release, fill(declared.checksums, { version }));
        const checksums = parseChecksums(new TextDecoder().decode(await releases.download(list)));
        const file = await measure(asset);
        assertSame(asset, file, checksums);
        return { kind: 'sound', name, file };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || !UNSOUND.includes(error.code))
            throw error;
        return { kind: 'unsound', name, problem: error.message };
    }
}
function presentAsset(release, name) {
    const asset = release.assets.find((a) => a.name === name);
    if (asset === undefined)
        throw unsound(`${name} is not on the release ${release.tag}`);
    if (asset.state !== 'uploaded')
        throw unsound(`${name} is ${asset.state}, not uploaded`);
    return asset;
}
function assertSame(asset, { sha256, size }, checksums) {
    const listed = checksums.get(asset.name);
    if (size !== asset.size)
        throw unsound(`${asset.name} has ${size} bytes, not ${asset.size}`);
    if (asset.digest !== '' && asset.digest !== `sha256:${sha256}`)
        throw unsound(`${asset.name} has not the digest that GitHub says`);
    if (listed === undefined)
        throw unsound(`${asset.name} has no line in the checksums`);
    if (listed !== sha256)
        throw unsound(`${asset.name} has not the digest of its checksums line`);
}
function unsound(problem) {
    return new failure/* Failure */.HR('bad-asset', problem);
}

;// CONCATENATED MODULE: ./lib/app/fetch-asset.js



/**
 * Download an asset of a version to a temporary file, verified against its line of the checksums. The release may be a
 * draft.
 * @param name As the config writes it, with `{version}`; an artefact of kind release-asset of that name says where
 * its checksums are.
 * @throws Failure `absent` for an undeclared asset or a missing release, `bad-asset` for wrong or missing bytes.
 */
async function fetchAsset(name, version, config, ports) {
    const declared = declaredAsset(name, config);
    const release = await releaseOf(version, config['tag-prefix'], ports.releases);
    const found = await inspectAsset(declared, version, release, ports.releases, whole(ports));
    if (found.kind === 'unsound')
        throw new failure/* Failure */.HR('bad-asset', found.problem, 'Build and upload the release again');
    const { bytes, sha256 } = found.file;
    const path = await ports.files.writeTemporary(found.name, bytes);
    return { name: found.name, path, sha256, bytes: bytes.length };
}
/** An asset with its bytes, for those who need them. */
function whole({ releases, digest }) {
    return async (asset) => {
        const bytes = await releases.download(asset);
        return { bytes, sha256: digest(bytes).replace(/^sha256:/, ''), size: bytes.length };
    };
}
function declaredAsset(name, { artefacts }) {
    for (const artefact of artefacts)
        if (artefact.kind === 'release-asset' && artefact.name === name)
            return artefact;
    throw new failure/* Failure */.HR('absent', `the asset ${name} is not declared`, 'List it under artefacts as a release-asset with its checksums');
}
/** The release of a version, drafts included. @throws Failure `absent`. */
async function releaseOf(version, tagPrefix, releases) {
    const tag = (0,release_version/* tagOf */.cO)(version, tagPrefix);
    const release = await releases.byTag(tag);
    if (release !== undefined)
        return release;
    throw new failure/* Failure */.HR('absent', `there is no release ${tag}`, 'Build and draft it before this run; a draft is shown only to a token with contents: write');
}

;// CONCATENATED MODULE: ./lib/app/measure.js







/** @throws Failure `absent` when the config does not say how to measure. */
function performanceSection(config) {
    if (config.performance !== undefined)
        return config.performance;
    throw new failure/* Failure */.HR('absent', 'the config has no section performance', 'Say there how a version is measured, or skip the performance check');
}
/** Download and verify what is measured of a version. @throws Failure */
async function fetchSubject(version, config, ports) {
    const { asset } = performanceSection(config);
    return { version, asset: await fetchAsset(asset, version, config, ports) };
}
/**
 * Measure two versions on this machine, run by run in alternating order, after a warm-up whose values are thrown away.
 * @throws Failure when a run fails or prints no sample.
 */
async function measureVersions(subjects, section, ports) {
    for (const side of interleaved(section['warm-up']))
        await runOnce(subjects[side], section, ports);
    const samples = { baseline: [], current: [] };
    for (const side of interleaved(section.iterations)) {
        samples[side].push(await runOnce(subjects[side], section, ports));
        const { version } = subjects[side];
        ports.log.info(`${version}: run ${samples[side].length} of ${section.iterations}`);
    }
    const file = (side) => gather(subjects[side].version, samples[side]);
    return { baseline: file('baseline'), current: file('current') };
}
/** One run of the configured command. @throws Failure `command-failed`, `bad-result`. */
async function runOnce({ version, asset }, section, { command }) {
    const argv = section.command.map((part) => fill(part, { asset: asset.path, version }));
    const timeoutMs = (0,duration/* parseDuration */.E9)(section.timeout) ?? 60_000;
    const result = await command.run(argv, { timeoutMs });
    if (result.exit !== 0)
        throw new failure/* Failure */.HR('command-failed', `the performance command ended with ${result.exit ?? 'a signal'} for ${version}: ${lastLine(result.stderr)}`);
    return parseSample(result.stdout, `the output for ${version}`);
}

;// CONCATENATED MODULE: ./lib/app/performance-artifact.js


const FILES = { baseline: 'baseline.json', current: 'current.json' };
/** Name of the artifact of one attempt: names are taken for good, so a further attempt needs its own. */
function performanceArtifact({ current, baseline }, attempt) {
    const name = `performance-${current}-vs-${baseline}`;
    return attempt > 1 ? `${name}-attempt-${attempt}` : name;
}
async function uploadResults(files, name, artifacts) {
    await artifacts.upload(name, {
        [FILES.baseline]: `${JSON.stringify(files.baseline)}\n`,
        [FILES.current]: `${JSON.stringify(files.current)}\n`,
    });
}
/**
 * The results that were measured in this run: of this attempt, else of the last one before it that measured, because a
 * re-run of failed jobs does not measure again. @throws Failure
 */
async function downloadResults(versions, attempt, artifacts) {
    for (let at = attempt; at > 1; at--) {
        const found = await present(artifacts, performanceArtifact(versions, at));
        if (found !== undefined)
            return toResults(found);
    }
    const names = Object.values(FILES);
    return toResults(await artifacts.download(performanceArtifact(versions, 1), names));
}
async function present(artifacts, name) {
    try {
        return await artifacts.download(name, Object.values(FILES));
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && error.code === 'absent')
            return undefined;
        throw error;
    }
}
function toResults(texts) {
    const file = (name) => parseResultFile(texts[name] ?? '', name);
    return { baseline: file(FILES.baseline), current: file(FILES.current) };
}

;// CONCATENATED MODULE: ./lib/app/perf-regression.js






/** A result file beyond this is none. */
const perf_regression_LARGEST_FILE = 4 * 1024 * 1024;
/** One phase of a performance comparison. @throws Failure */
function perfRegression(request, ports) {
    const notice = thresholdNotice(request.limits.threshold);
    if (notice !== undefined)
        ports.log.warning(notice);
    const phases = { compare, prepare, measure: perf_regression_measure, analyse };
    return phases[request.phase](request, ports);
}
async function compare(request, ports) {
    return performanceReport(await comparedFiles(request, ports));
}
async function prepare({ versions, dryRun }, ports) {
    const config = await ports.config();
    const subject = await fetchSubject(versionOf(versions, 'baseline'), config, ports);
    if (dryRun)
        return done(`dry run: ${subject.asset.name} is verified, nothing was run`);
    const sample = await runOnce(subject, performanceSection(config), ports);
    const metrics = Object.keys(sample.metrics).length;
    return done(`${subject.version} is verified and runs, ${metrics} metrics; nothing was measured`);
}
async function perf_regression_measure(request, ports) {
    const config = await ports.config();
    const section = performanceSection(config);
    const versions = bothVersions(request);
    const baseline = await fetchSubject(versions.baseline, config, ports);
    const current = await fetchSubject(versions.current, config, ports);
    if (request.dryRun)
        return done(`dry run: would run each version ${section.iterations} times, nothing was measured`);
    const files = await measureVersions({ baseline, current }, section, ports);
    const name = performanceArtifact(versions, request.attempt);
    await uploadResults(files, name, ports.artifacts);
    const text = `${versions.current} and ${versions.baseline} ran ${section.iterations} times each, in turns`;
    return { ...done(`${text}; nothing was compared`), outputs: { artifact: name } };
}
async function analyse(request, ports) {
    const compared = request.files === undefined
        ? comparePerformance(await downloaded(request, ports), request.versions, request.limits)
        : await comparedFiles(request, ports);
    const report = performanceReport(compared);
    if (compared.verdict.verdict !== 'fail' || !request.createIssue)
        return report;
    if (request.dryRun)
        return withBlock(report, 'Dry run: would open an issue.');
    const { number, text } = await reportRegression(compared, request.run, ports);
    return { ...withBlock(report, text), outputs: { ...report.outputs, issue_number: number } };
}
function downloaded(request, { artifacts }) {
    return downloadResults(bothVersions(request), request.attempt, artifacts);
}
async function comparedFiles({ files, versions, limits }, ports) {
    if (files === undefined)
        throw new failure/* Failure */.HR('bad-input', 'input baseline-file: name the two result files of the phase');
    const read = async (path) => parseResultFile(await ports.files.read(path, perf_regression_LARGEST_FILE), path);
    const results = { baseline: await read(files.baseline), current: await read(files.current) };
    return comparePerformance(results, versions, limits);
}
function bothVersions({ versions }) {
    return { baseline: versionOf(versions, 'baseline'), current: versionOf(versions, 'current') };
}
function versionOf(versions, side) {
    const version = versions[side];
    if (version !== undefined)
        return version;
    throw new failure/* Failure */.HR('bad-input', `input ${side}_version: is required by this phase`);
}
function withBlock(report, text) {
    return { ...report, summary: [...report.summary, text] };
}
function done(reason) {
    return { verdict: { verdict: 'pass', reason, evidence: [] } };
}

// EXTERNAL MODULE: ./lib/actions/perf-regression/inputs.js
var perf_regression_inputs = __webpack_require__(49622);
;// CONCATENATED MODULE: ./lib/actions/perf-regression/run.js






function run(inputs, { context, signal, clock, log }, { releases, issues }, config) {
    const files = jobFiles(context);
    const command = nodeCommand({ cwd: context.workspace, maxBytes: 1024 * 1024, signal });
    const run = `${context.serverUrl}/${context.owner}/${context.repository}/actions/runs/${context.runId}`;
    const request = { ...(0,perf_regression_inputs/* toRequest */.d_)(inputs), attempt: context.runAttempt, run };
    const artifacts = runArtifacts(files, clock);
    const github = { releases, issues, artifacts, config };
    return perfRegression(request, { ...github, files, command, digest: digest/* sha256 */.sc, clock, log });
}


/***/ }),

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

/***/ 70292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ formatRatio),
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   wj: () => (/* binding */ Ratio)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

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


/***/ })

};
