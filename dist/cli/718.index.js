export const id = 718;
export const ids = [718];
export const modules = {

/***/ 1718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DIALECTS: () => (/* binding */ DIALECTS)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/statistics/pairs.js
var pairs = __webpack_require__(3311);
;// CONCATENATED MODULE: ./lib/domain/statistics/effect-size.js


/**
 * Probability that a value of x is greater than one of y, a tie counting one half: 0 to 1, ½ where neither tends to be
 * greater. A. Vargha, H. Delaney, "A critique and improvement of the CL common language effect size statistics of McGraw
 * and Wong", J. Educational and Behavioral Statistics 25, 2000. NaN where a sample is empty.
 */
function superiority(x, y) {
    const { above, equal } = (0,pairs/* comparePairs */.f)((0,pairs/* ascending */.V)(x), (0,pairs/* ascending */.V)(y));
    return (above + equal / 2) / (x.length * y.length);
}
/** Share of pairs with x > y less that with x < y: −1 to 1. N. Cliff, "Dominance statistics", Psych. Bulletin 114, 1993. */
function dominance(x, y) {
    return 2 * superiority(x, y) - 1;
}
/**
 * Difference of the means in pooled standard deviations; without a unit, NaN or infinite where both samples are constant.
 * J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 2.5.
 */
function standardisedDifference(x, y) {
    const df = x.length + y.length - 2;
    const pooled = ((x.length - 1) * variance(x) + (y.length - 1) * variance(y)) / df;
    return (mean(x) - mean(y)) / Math.sqrt(pooled);
}

// EXTERNAL MODULE: ./lib/domain/statistics/normal-quantile.js
var normal_quantile = __webpack_require__(9633);
;// CONCATENATED MODULE: ./lib/domain/judging/dialects/kayenta/brent.js
/** Absolute, whatever the unit of the values: what makes Kayenta's verdict depend on it. */
const TOLERANCE = 1e-4;
const EPSILON = 2.220446049250313e-16;
const MOST_STEPS = 1001;
/**
 * Where a function crosses 0 between two points, found as Kayenta finds it: the method of R. Brent, "Algorithms for Minimization without
 * Derivatives", 1973, as in R's zeroin, with Kayenta's tolerance, to the last digit.
 */
function crossing(f, low, high) {
    if (low.value === 0)
        return low.at;
    let search = { previous: low, best: high, opposite: low };
    for (let i = 0; i < MOST_STEPS; i++) {
        const last = search.best.at - search.previous.at;
        search = bestFirst(search);
        const { best } = search;
        const least = 2 * EPSILON * Math.abs(best.at) + TOLERANCE / 2;
        const half = (search.opposite.at - best.at) / 2;
        if (Math.abs(half) <= least || best.value === 0)
            break;
        const step = atLeast(interpolated(search, last, least) ?? half, least);
        search = moved(search, { at: best.at + step, value: f(best.at + step) });
    }
    return search.best.at;
}
/** The end with the smaller value is the one to go on from. */
function bestFirst({ previous, best, opposite }) {
    if (Math.abs(opposite.value) >= Math.abs(best.value))
        return { previous, best, opposite };
    return { previous: best, best: opposite, opposite: best };
}
/** The crossing stays between the newest point and one on the other side. */
function moved({ best, opposite }, next) {
    const isSameSide = Math.sign(next.value) * Math.sign(opposite.value) > 0;
    return { previous: best, best: next, opposite: isSameSide ? best : opposite };
}
function atLeast(step, least) {
    if (Math.abs(step) >= least)
        return step;
    return step > 0 ? least : -least;
}
/** The step of the secant, or of inverse quadratic interpolation; undefined where halving is the better one. */
function interpolated(search, last, least) {
    const { previous, best } = search;
    if (!(Math.abs(last) >= least && Math.abs(previous.value) > Math.abs(best.value)))
        return undefined;
    const width = search.opposite.at - best.at;
    const [above, below] = quotient(search, width);
    const [p, q] = above > 0 ? [above, -below] : [-above, below];
    const isInside = p < 0.75 * width * q - Math.abs(least * q) / 2;
    return isInside && p < Math.abs((last * q) / 2) ? p / q : undefined;
}
function quotient(search, width) {
    const { previous, best, opposite } = search;
    const ofPrevious = best.value / previous.value;
    if (previous.at === opposite.at)
        return [width * ofPrevious, 1 - ofPrevious];
    const q = previous.value / opposite.value;
    const t = best.value / opposite.value;
    const p = ofPrevious * (width * q * (q - t) - (best.at - previous.at) * (t - 1));
    return [p, (q - 1) * (t - 1) * (ofPrevious - 1)];
}

;// CONCATENATED MODULE: ./lib/domain/judging/dialects/kayenta/interval.js



/**
 * Mann and Whitney's statistic for the shift `mu`, in standard deviations, less a quantile, by the normal approximation for any number of values; undefined
 * where all are tied, which Kayenta throws at. Both ascending.
 */
function wilcoxonDiff(mu, quantile, experiment, control) {
    const [m, n] = [experiment.length, control.length];
    const moved = experiment.map((value) => value - mu);
    const { above, equal, tieTerm } = (0,pairs/* comparePairs */.f)(moved, control);
    const distance = above + equal / 2 - (m * n) / 2;
    const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - tieTerm / ((m + n) * (m + n - 1))));
    if (deviation === 0)
        return undefined;
    return (distance - Math.sign(distance) * 0.5) / deviation - quantile;
}
/** The interval and the estimate as Kayenta finds them; undefined where it throws. Neither sample is empty. */
function shiftOf(experiment, control, confidence) {
    const [x, y] = [(0,pairs/* ascending */.V)(experiment), (0,pairs/* ascending */.V)(control)];
    const least = (x[0] ?? Number.NaN) - (y.at(-1) ?? Number.NaN);
    const most = (x.at(-1) ?? Number.NaN) - (y[0] ?? Number.NaN);
    const z = (0,normal_quantile/* normalQuantile */.Z)((1 - confidence) / 2);
    const ends = [-z, z, 0].map((quantile) => {
        const low = wilcoxonDiff(least, quantile, x, y);
        const high = wilcoxonDiff(most, quantile, x, y);
        if (low === undefined || high === undefined)
            return undefined;
        // The estimate is sought in any case, the bounds only where there is something to find.
        if (quantile !== 0 && low <= 0)
            return least;
        if (quantile !== 0 && high >= 0)
            return most;
        const f = (mu) => wilcoxonDiff(mu, quantile, x, y) ?? Number.NaN;
        return crossing(f, { at: least, value: low }, { at: most, value: high });
    });
    const [low, high, estimate] = ends;
    if (low === undefined || high === undefined || estimate === undefined)
        return undefined;
    return { low, high, estimate };
}

;// CONCATENATED MODULE: ./lib/domain/statistics/random.js
/**
 * Numbers from 0 up to 1 that look random and are the same for the same seed (a whole number): G. Steele, D. Lea, C. Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014, in the 32-bit form with the mixing of MurmurHash3. Not for
 * secrets.
 */
function randomOf(seed) {
    let state = Math.imul(seed, 0x85ebca6b) | 0;
    const next = () => {
        state = (state + 0x9e3779b9) | 0;
        let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
        mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
        return (mixed ^ (mixed >>> 16)) >>> 0;
    };
    // 53 bits, as many as a number from 0 to 1 can show.
    return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

;// CONCATENATED MODULE: ./lib/domain/judging/dialects/kayenta/noise.js


/** Of each value. */
const SIZE = 1e-5;
/**
 * The values, all alike, with normal noise of a hundred-thousandth of them. Kayenta draws it anew in each run, without a seed; here it comes from a
 * seed, so that the same document gives the same answer.
 */
function noisy(values, seed) {
    const random = randomOf(seed);
    return values.map((value) => value + (0,normal_quantile/* normalQuantile */.Z)(random()) * value * SIZE);
}

;// CONCATENATED MODULE: ./lib/domain/judging/dialects/kayenta/classify.js



/** Kayenta's classification of one metric, its order of checks included. */
function classify(name, experiment, control, rules) {
    if (experiment.length === 0 || control.length === 0)
        return withoutData(name, rules);
    if (isSame(experiment, control))
        return passed('The Canary and Baseline data are identical');
    if (new Set([...experiment, ...control]).size === 1)
        return passed('');
    const random = new Set(experiment).size === 1 && new Set(control).size === 1;
    const [x, y] = random ? [noisy(experiment, 1), noisy(control, 2)] : [experiment, control];
    const shift = shiftOf(x, y, rules.confidence);
    const deviation = meanRatio(x, y);
    if (shift === undefined)
        return {
            label: 'Error',
            reason: 'Metric Classification Failed',
            deviation,
            critical: false,
            random,
        };
    const effect = rules.measure === 'cles' ? superiority(x, y) : deviation;
    const label = labelOf(shift, effect, rules);
    const critical = rules.critical && isBeyond(label, effect, rules.criticalAt);
    return { label, reason: reasonOf(name, label, critical), deviation, critical, random };
}
function withoutData(name, rules) {
    if (rules.nanStrategy === 'replace')
        return passed('');
    const fails = rules.mustHaveData && !rules.critical;
    return {
        label: fails ? 'NodataFailMetric' : 'Nodata',
        reason: `Missing data for ${name}`,
        deviation: 1,
        critical: !fails && rules.critical,
        random: false,
    };
}
function passed(reason) {
    return { label: 'Pass', reason, deviation: 1, critical: false, random: false };
}
function isSame(x, y) {
    const [a, b] = [x, y].map((values) => values.toSorted((p, q) => p - q));
    return a?.length === b?.length && (a ?? []).every((value, i) => value === b?.[i]);
}
/** High is asked first. An effect that cannot be computed is no excuse. */
function labelOf(shift, effect, rules) {
    const bound = rules.tolerance * Math.abs(shift.estimate);
    const { direction, allowed } = rules;
    if (direction !== 'decrease' && shift.low > bound && isBeyond('High', effect, allowed))
        return 'High';
    if (direction !== 'increase' && shift.high < -bound && isBeyond('Low', effect, allowed))
        return 'Low';
    return 'Pass';
}
function isBeyond(label, effect, [low, high]) {
    if (label === 'High')
        return Number.isNaN(effect) || effect >= high;
    return label === 'Low' && (Number.isNaN(effect) || effect <= low);
}
function reasonOf(name, label, critical) {
    if (label === 'Pass')
        return '';
    return critical
        ? `The metric ${name} was classified as ${label} (Critical)`
        : `${name} was classified as ${label}`;
}
function meanRatio(experiment, control) {
    const [x, y] = [meanOf(experiment), meanOf(control)];
    return x === 0 || y === 0 ? Number.NaN : x / y;
}
/** As Commons Math adds, so that a ratio on a threshold falls on the same side. */
function meanOf(values) {
    const rough = values.reduce((sum, value) => sum + value, 0) / values.length;
    return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length;
}

;// CONCATENATED MODULE: ./lib/domain/judging/dialects/kayenta/score.js
/** In percent of all metrics: so many without data are too many. */
const MOST_NODATA = 50;
/** Kayenta's sum over groups, 0…100, of the metrics that are not muted. */
function scoreOf(results, weights) {
    const groups = groupsOf(results);
    const failed = results.find(({ critical, label }) => critical && label !== 'Pass');
    if (failed !== undefined)
        return { score: 0, reason: `Canary Failed: ${failed.reason}`, groups };
    const nodata = results.filter(({ label }) => label === 'Nodata').length;
    if ((nodata / results.length) * 100 >= MOST_NODATA) {
        const reason = `Canary Failed: ${MOST_NODATA}% or more metrics returned NODATA`;
        return { score: 0, reason, groups };
    }
    return { score: summary(groups, weights), reason: '', groups };
}
function groupsOf(results) {
    const names = [...new Set(results.flatMap(({ groups }) => groups))];
    return names.map((name) => {
        // A metric that names a group twice counts twice.
        const labels = results.flatMap(({ groups, label }) => groups.filter((group) => group === name).map(() => label));
        const count = (...wanted) => labels.filter((label) => wanted.includes(label)).length;
        const all = count('Pass', 'High', 'Low', 'NodataFailMetric');
        return { name, score: all === 0 ? 0 : (count('Pass') / all) * 100, hasData: all > 0 };
    });
}
/** Groups without a weight share what the others leave. */
function summary(groups, weights) {
    const weightOf = (name) => (Object.hasOwn(weights, name) ? weights[name] : undefined);
    const given = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    const without = groups.filter(({ name }) => weightOf(name) === undefined).length;
    const rest = without > 0 ? (100 - given) / without : 0;
    return twoDigits(groups.reduce((sum, { name, score, hasData }) => {
        const effective = hasData ? score : 100;
        return sum + effective * ((weightOf(name) ?? rest) / 100);
    }, 0));
}
/** Half up in the decimal digits that a number is written with, as Java's BigDecimal rounds. */
function twoDigits(value) {
    const moved = Number(`${Math.abs(value)}e2`);
    return Number.isNaN(moved) ? 0 : (Math.sign(value) * Math.round(moved)) / 100;
}

// EXTERNAL MODULE: ./lib/domain/statistics/quantile.js
var quantile = __webpack_require__(1409);
;// CONCATENATED MODULE: ./lib/domain/judging/dialects/kayenta/transform.js


function withoutNan(values, strategy) {
    if (strategy === 'remove')
        return values.filter((value) => !Number.isNaN(value));
    return values.map((value) => (Number.isNaN(value) ? 0 : value));
}
/**
 * Which values lie outside the fences of J. Tukey, "Exploratory Data Analysis", 1977: `factor` times the distance between the quartiles away from them.
 * `careful`, as the judge has it: not inside of the first and the last hundredth either.
 */
function outliersOf(values, factor, careful) {
    const sorted = (0,pairs/* ascending */.V)(values);
    const [q1, q3] = [(0,quantile/* quantileOfSorted */.m)(sorted, 0.25), (0,quantile/* quantileOfSorted */.m)(sorted, 0.75)];
    const [low, high] = [q1 - factor * (q3 - q1), q3 + factor * (q3 - q1)];
    const lower = careful ? Math.min((0,quantile/* quantileOfSorted */.m)(sorted, 0.01), low) : low;
    const upper = careful ? Math.max((0,quantile/* quantileOfSorted */.m)(sorted, 0.99), high) : high;
    return values.map((value) => value > upper || value < lower);
}

;// CONCATENATED MODULE: ./lib/domain/judging/dialects/kayenta/judge.js



/** What Kayenta's judge writes into its own code, whatever is configured. */
const judge_TOLERANCE = 0.25;
const CONFIDENCE = 0.98;
/** Judges as NetflixACAJudge-v1.0 does. Every pair has its metric in the config. */
function judgeCanary(config, pairs) {
    const byName = new Map(config.metrics.toReversed().map((metric) => [metric.name, metric]));
    const results = pairs.flatMap((pair) => {
        const metric = byName.get(pair.name);
        return metric === undefined ? [] : [resultOf(metric, pair)];
    });
    const score = scoreOf(results.filter(({ muted }) => !muted), config.groupWeights);
    const { pass, marginal } = config.thresholds;
    const isMarginal = score.score >= marginal;
    const classification = score.score >= pass ? 'Pass' : isMarginal ? 'Marginal' : 'Fail';
    return { verdict: VERDICTS[classification], classification, score, results };
}
const VERDICTS = { Pass: 'pass', Marginal: 'inconclusive', Fail: 'fail' };
function resultOf(metric, { control, experiment }) {
    const { name, groups, muted, rules, outlierFactor } = metric;
    const clean = (values) => {
        const numbers = withoutNan(values, rules.nanStrategy);
        if (outlierFactor === null)
            return numbers;
        const out = outliersOf(numbers, outlierFactor, true);
        return numbers.filter((_, i) => out[i] === false);
    };
    const classification = classify(name, clean(experiment), clean(control), rules);
    return { name, groups, muted, ...classification };
}

// EXTERNAL MODULE: ./lib/adapters/samples/answer.js + 38 modules
var answer = __webpack_require__(6091);
// EXTERNAL MODULE: ./lib/adapters/samples/read.js + 1 modules
var read = __webpack_require__(4606);
;// CONCATENATED MODULE: ./lib/adapters/dialects/kayenta.js





const Thresholds = schemas/* object */.Ikc({ pass: schemas/* number */.aig(), marginal: schemas/* number */.aig() });
/** What Kayenta's own examples set. */
const USUAL = { pass: 95, marginal: 75 };
/** What is not known here is Kayenta's default there: an unknown word of a strategy or a direction too. */
const Canary = schemas/* object */.Ikc({
    direction: schemas/* string */.YjP().default('either'),
    nanStrategy: schemas/* string */.YjP().default('remove'),
    critical: schemas/* boolean */.zMY().default(false),
    mustHaveData: schemas/* boolean */.zMY().default(false),
    muted: schemas/* boolean */.zMY().default(false),
    outliers: schemas/* object */.Ikc({ strategy: schemas/* string */.YjP().default('keep'), outlierFactor: schemas/* number */.aig().gt(0).default(3) })
        .prefault({}),
    effectSize: schemas/* object */.Ikc({
        measure: schemas/* string */.YjP().default('meanRatio'),
        allowedIncrease: schemas/* number */.aig().optional(),
        allowedDecrease: schemas/* number */.aig().optional(),
        criticalIncrease: schemas/* number */.aig().optional(),
        criticalDecrease: schemas/* number */.aig().optional(),
    })
        .prefault({}),
});
const Config = schemas/* object */.Ikc({
    metrics: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        groups: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        analysisConfigurations: schemas/* object */.Ikc({ canary: Canary.prefault({}) }).prefault({}),
    })),
    classifier: schemas/* object */.Ikc({
        groupWeights: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig()).nullable().default({}),
        scoreThresholds: Thresholds.nullish(),
    })
        .prefault({}),
});
const Reading = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* literal */.euz('NaN'), schemas/* null */.chJ()]);
const Pairs = schemas/* array */.YOg(schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    values: schemas/* object */.Ikc({ control: schemas/* array */.YOg(Reading), experiment: schemas/* array */.YOg(Reading) }),
}));
const Input = schemas/* union */.KCZ([
    Pairs,
    schemas/* object */.Ikc({ metricSetPairList: Pairs, thresholds: Thresholds.optional() }),
]);
/**
 * Judges by Kayenta's canary config.
 * @param config The canary config, JSON.
 * @param input A metric set pair list, or one with the thresholds of its execution, JSON.
 * @throws Failure `bad-input`
 */
function kayenta(config, input) {
    const parsed = (0,read/* checked */.KD)(Config, config, 'canary config');
    const given = (0,read/* checked */.KD)(Input, input, 'metric set pair list');
    const [pairs, own] = Array.isArray(given)
        ? [given, undefined]
        : [given.metricSetPairList, given.thresholds];
    const known = new Set(parsed.metrics.map(({ name }) => name));
    const foreign = pairs.findIndex(({ name }) => !known.has(name));
    if (foreign >= 0)
        throw new failure/* Failure */.HR('bad-input', `metric set pair list: ${foreign}: its metric is not in the config`);
    const { groupWeights, scoreThresholds } = parsed.classifier;
    const judged = judgeCanary({
        metrics: parsed.metrics.map(metricOf),
        groupWeights: groupWeights ?? {},
        thresholds: own ?? scoreThresholds ?? USUAL,
    }, pairs.map(({ name, values: { control, experiment } }) => ({
        name,
        control: control.map(numberOf),
        experiment: experiment.map(numberOf),
    })));
    return { verdict: judged.verdict, lines: (0,answer/* printed */.z)(documentOf(judged)) };
}
const numberOf = (reading) => typeof reading === 'number' ? reading : Number.NaN;
function metricOf({ name, groups, analysisConfigurations: { canary }, }) {
    const { direction, nanStrategy, critical, mustHaveData, muted, outliers, effectSize } = canary;
    const measure = effectSize.measure === 'cles' ? 'cles' : 'meanRatio';
    const usual = measure === 'cles' ? 0.5 : 1;
    return {
        ...{ name, groups, muted },
        outlierFactor: outliers.strategy === 'remove' ? outliers.outlierFactor : null,
        rules: {
            ...{ critical, mustHaveData, measure },
            direction: direction === 'increase' || direction === 'decrease' ? direction : 'either',
            nanStrategy: nanStrategy === 'replace' ? 'replace' : 'remove',
            allowed: [effectSize.allowedDecrease ?? usual, effectSize.allowedIncrease ?? usual],
            criticalAt: [effectSize.criticalDecrease ?? usual, effectSize.criticalIncrease ?? usual],
            tolerance: judge_TOLERANCE,
            confidence: CONFIDENCE,
        },
    };
}
function documentOf({ verdict, classification, score, results }) {
    return {
        ...{ dialect: 'kayenta', verdict, classification },
        ...{ score: score.score, reason: score.reason, groups: score.groups },
        metrics: results.map(({ name, groups, label, reason, deviation, critical, muted, random }) => ({
            ...{ name, groups, classification: label, reason, critical, muted, random },
            ratio: Number.isFinite(deviation) ? deviation : null,
        })),
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/domain/judging/dialects/keptn/criterion.js
const OPERATORS = ['<=', '<', '=', '>=', '>'];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** As Keptn reads it: spaces do not count, and a percentage is always a comparison. Undefined for what Keptn refuses. */
function parseCriterion(text) {
    const dense = text.replaceAll(' ', '');
    const operator = OPERATORS.find((one) => dense.startsWith(one));
    if (operator === undefined)
        return undefined;
    const target = dense.slice(operator.length);
    const percentage = target.endsWith('%');
    const signed = percentage ? target.slice(0, -1) : target;
    const hasSign = /^[+-]/.test(signed);
    const number = hasSign ? signed.slice(1) : signed;
    if (!NUMBER.test(number))
        return undefined;
    return {
        operator,
        value: Number(number),
        percentage,
        comparison: percentage || hasSign,
        increase: hasSign ? signed.startsWith('+') : percentage,
    };
}
/** Whether the measured value satisfies an operator. */
function satisfies(measured, operator, target) {
    const held = {
        '<': measured < target,
        '<=': measured <= target,
        '=': measured === target,
        '>=': measured >= target,
        '>': measured > target,
    };
    return held[operator];
}
/** What the measured value is held against, given the earlier one. */
function targetOf({ value, percentage, increase }, earlier) {
    if (percentage)
        return (earlier * (increase ? 100 + value : 100 - value)) / 100;
    return increase ? earlier + value : earlier - value;
}

;// CONCATENATED MODULE: ./lib/domain/judging/dialects/keptn/earlier.js

const PARTS = { p50: 0.5, p90: 0.9, p95: 0.95 };
/** The earlier value of an indicator; undefined where there is none, and every criterion passes. Newest first. */
function earlierValue(sli, evaluations, { include, results, aggregate }) {
    const counts = (status) => include === 'all' || status === 'pass' || (include === 'pass_or_warn' && status === 'warning');
    const values = evaluations
        .filter(({ result }) => counts(result))
        .slice(0, results)
        .flatMap(({ indicators }) => (Object.hasOwn(indicators, sli) ? [indicators[sli]] : []))
        .flatMap((one) => (one === undefined || !counts(one.status) ? [] : (one.value ?? [])));
    if (values.length === 0)
        return undefined;
    if (aggregate === 'avg')
        return values.reduce((sum, value) => sum + value, 0) / values.length;
    const part = Object.hasOwn(PARTS, aggregate) ? PARTS[aggregate] : undefined;
    return part === undefined ? 0 : percentile(values, part);
}
/** At the place p(n + 1), by straight lines. */
function percentile(values, part) {
    const sorted = (0,pairs/* ascending */.V)(values);
    const place = part * (sorted.length + 1);
    const at = (i) => sorted[Math.min(sorted.length, Math.max(1, i)) - 1] ?? Number.NaN;
    const below = at(Math.floor(place));
    if (place < 1 || place >= sorted.length)
        return below;
    return below + (place - Math.floor(place)) * (at(Math.floor(place) + 1) - below);
}

;// CONCATENATED MODULE: ./lib/domain/judging/dialects/keptn/evaluate.js


const evaluate_VERDICTS = { pass: 'pass', warning: 'inconclusive', fail: 'fail' };
/** Evaluates as Keptn's lighthouse does. Where nothing is known or asked for it passes. */
function evaluate(slo, values, evaluations) {
    const objectives = slo.objectives.map((objective) => resultFor(objective, values, earlierValue(objective.sli, evaluations, slo.comparison)));
    const most = slo.objectives.reduce((sum, one) => sum + (one.pass.length > 0 ? one.weight : 0), 0);
    // An indicator that nobody answered for costs its points, but is no failed key.
    const keyFailed = slo.objectives.some(({ key, sli }, i) => key && objectives[i]?.status === 'fail' && Object.hasOwn(values, sli));
    const sum = objectives.reduce((all, { score }) => all + score, 0);
    const score = most === 0 ? 100 : 100 * (sum / most);
    const result = most === 0 ? 'pass' : evaluate_resultOf(score, keyFailed, slo.total);
    return { verdict: evaluate_VERDICTS[result], result, score, objectives };
}
function resultFor(objective, values, earlier) {
    const { sli, weight } = objective;
    const known = Object.hasOwn(values, sli);
    const value = known ? (values[sli] ?? null) : null;
    const status = known ? statusOf(objective, value, earlier) : 'fail';
    return { sli, value, earlier: earlier ?? null, status, score: weight * PART[status] };
}
/** Of its weight. */
const PART = { pass: 1, warning: 0.5, fail: 0, info: 0 };
function evaluate_resultOf(score, keyFailed, { pass, warning }) {
    if (keyFailed)
        return 'fail';
    if (score >= pass)
        return 'pass';
    return warning !== null && score >= warning ? 'warning' : 'fail';
}
function statusOf({ pass, warning }, value, earlier) {
    const holds = (sets) => sets.some((set) => set.every((criterion) => isMet(criterion, value, earlier)));
    if (pass.length === 0)
        return 'info';
    if (holds(pass))
        return 'pass';
    return holds(warning) ? 'warning' : 'fail';
}
function isMet(criterion, value, earlier) {
    if (value === null)
        return false;
    if (!criterion.comparison)
        return satisfies(value, criterion.operator, criterion.value);
    return earlier === undefined || satisfies(value, criterion.operator, targetOf(criterion, earlier));
}

;// CONCATENATED MODULE: ./lib/adapters/dialects/keptn.js







const Sets = schemas/* array */.YOg(schemas/* object */.Ikc({ criteria: schemas/* array */.YOg(schemas/* string */.YjP()) })).nullish();
const Percent = schemas/* union */.KCZ([schemas/* string */.YjP().regex(/^\d+(?:\.\d+)?%?$/, 'is no percentage'), schemas/* number */.aig()])
    .transform((text) => Number.parseFloat(String(text)));
const Comparison = schemas/* object */.Ikc({
    compare_with: schemas/* string */.YjP().default('single_result'),
    include_result_with_score: schemas/* enum */.k5n(['all', 'pass', 'pass_or_warn']).default('all'),
    number_of_comparison_results: schemas/* number */.aig().int().min(1).default(3),
    aggregate_function: schemas/* string */.YjP().default('avg'),
});
const SloFile = schemas/* object */.Ikc({
    comparison: Comparison.prefault({}),
    objectives: schemas/* array */.YOg(schemas/* object */.Ikc({
        sli: schemas/* string */.YjP(),
        key_sli: schemas/* boolean */.zMY().default(false),
        weight: schemas/* number */.aig().min(0).default(1),
        pass: Sets,
        warning: Sets,
    })),
    total_score: schemas/* object */.Ikc({ pass: Percent, warning: Percent.nullish() }),
});
const Value = schemas/* number */.aig().nullable();
const keptn_Input = schemas/* strictObject */.rej({
    values: schemas/* record */.g1P(schemas/* string */.YjP(), Value),
    previous: schemas/* array */.YOg(schemas/* strictObject */.rej({
        result: schemas/* enum */.k5n(['pass', 'warning', 'fail']),
        indicators: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ value: Value, status: schemas/* enum */.k5n(['pass', 'warning', 'fail', 'info']) })),
    }))
        .default([]),
});
/**
 * Judges by Keptn's SLO file.
 * @param config The file, YAML or JSON.
 * @param input Values and earlier evaluations, JSON.
 * @throws Failure `bad-input`
 */
function keptn(config, input) {
    const slo = sloOf((0,read/* fitted */.$5)(SloFile, yamlOf(config), 'SLO file'));
    const { values, previous } = (0,read/* checked */.KD)(keptn_Input, input, 'SLI values');
    const { verdict, result, score, objectives } = evaluate(slo, values, previous);
    return { verdict, lines: (0,answer/* printed */.z)({ dialect: 'keptn', verdict, result, score, objectives }) };
}
function yamlOf(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch {
        throw new failure/* Failure */.HR('bad-input', 'SLO file: it is no YAML');
    }
}
function sloOf({ comparison, objectives, total_score }) {
    const { compare_with, number_of_comparison_results } = comparison;
    return {
        comparison: {
            include: comparison.include_result_with_score,
            results: compare_with === 'single_result' ? 1 : number_of_comparison_results,
            aggregate: comparison.aggregate_function,
        },
        objectives: objectives.map(({ sli, key_sli, weight, pass, warning }) => ({
            ...{ sli, key: key_sli, weight },
            pass: setsOf(sli, pass),
            warning: setsOf(sli, warning),
        })),
        total: { pass: total_score.pass, warning: total_score.warning ?? null },
    };
}
/** Keptn takes a criterion that it cannot read for one that is never met; a typing error is said here instead. */
function setsOf(sli, sets) {
    return (sets ?? []).map(({ criteria }) => criteria.map((text) => {
        const criterion = parseCriterion(text);
        if (criterion !== undefined)
            return criterion;
        throw new failure/* Failure */.HR('bad-input', `SLO file: a criterion of ${sli} cannot be read: ${text}`);
    }));
}

;// CONCATENATED MODULE: ./lib/adapters/dialects/dialects.js


/** How other judges decide, by name: their configuration and their samples in, their verdict out. For the command line alone, never for a gate. */
const DIALECTS = {
    kayenta: kayenta,
    keptn: keptn,
};


/***/ })

};
