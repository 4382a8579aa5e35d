export const id = 91;
export const ids = [91];
export const modules = {

/***/ 6091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ printed),
  samples: () => (/* binding */ samples)
});

;// CONCATENATED MODULE: ./lib/domain/statistics/weighted-holm.js
/**
 * Holm's adjustment where some questions matter more than others, in the order given: the chance that any of them is answered wrongly
 * stays below alpha when each adjusted p is held against it. S. Holm, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6, 1979, §4.
 */
function weightedHolm(questions) {
    const order = questions
        .map(({ p, weight }, index) => ({ share: p / weight, weight, index }))
        .sort((a, b) => a.share - b.share);
    const adjusted = questions.map(({ p }) => p);
    // From the end, so that the weights that are left are summed from the smallest set on.
    const left = [];
    for (let i = order.length - 1, sum = 0; i >= 0; i--)
        left[i] = sum += order[i]?.weight ?? 0;
    let highest = 0;
    for (const [rank, { share, index }] of order.entries()) {
        highest = Math.max(highest, Math.min(1, share * (left[rank] ?? 0)));
        adjusted[index] = highest;
    }
    return adjusted;
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/answer.js
/** How much of a metric's alpha each question has beside others. Most where it finds most. */
const SHARES = {
    level: 6,
    events: 6,
    'events rate': 6,
    history: 6,
    limit: 6,
    spread: 2,
    shape: 1,
    tail: 1,
};
/** The answer to a question about a change for the worse in either direction, from the answers of both. */
function eitherWay(up, down) {
    return {
        against: Math.min(1, 2 * Math.min(up.against, down.against)),
        within: Math.max(up.within, down.within),
    };
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/explain.js
const MEANING = {
    level: 'the level is worse than tolerated',
    events: 'there are more events than tolerated',
    'events rate': 'the rate is worse than tolerated',
    spread: 'the values spread otherwise than tolerated',
    shape: 'a part of the values is worse than tolerated',
    tail: 'the far end is worse than tolerated',
    history: 'it is worse than the versions before it',
    limit: 'the limit is exceeded',
};
function explain(metric, known) {
    const { verdict, lacks, answers, effect } = known;
    if (lacks.length > 0)
        return { reason: lacks.join('; '), change: 'those values' };
    const figures = [effect === null ? '' : effectText(metric, effect), limitText(metric)];
    const at = figures.filter((text) => text !== '').join('; ');
    if (verdict === 'fail') {
        const meanings = answers.filter((one) => one.verdict === 'fail').map(meaningOf);
        return { reason: `${meanings.join(', ')}: ${at}`, change: 'to pass it has to be within that' };
    }
    if (verdict === 'pass')
        return { reason: `within: ${at}`, change: 'values that are surely beyond that would fail' };
    const open = answers.filter((one) => one.verdict === 'inconclusive');
    const names = open.map(({ question }) => question).join(', ');
    const change = effect === null ? 'more values' : neededText(metric, effect);
    return { reason: `not certain (${names}): ${at}`, change };
}
function meaningOf({ question, adjusted }) {
    return `${MEANING[question]} (p ${rounded(adjusted)})`;
}
function effectText(metric, { kind, value, interval, allowed }) {
    const unit = kind === 'ratio' || metric.unit === '' ? '' : ` ${metric.unit}`;
    const of = metric.baseline === null ? 'the earlier versions' : 'the baseline';
    const what = kind === 'ratio' ? `${rounded(value)} times ${of}` : `${signed(value)}${unit} against ${of}`;
    const range = Number.isNaN(interval.lower)
        ? ''
        : ` (${rounded(interval.lower)} to ${rounded(interval.upper)})`;
    const ends = [
        ...(Number.isFinite(allowed.lower) ? [`at least ${rounded(allowed.lower)}`] : []),
        ...(Number.isFinite(allowed.upper) ? [`at most ${rounded(allowed.upper)}`] : []),
    ];
    return `${what}${range}, tolerated ${ends.join(', ')}${unit}`;
}
function limitText({ limit, unit, worse, kind }) {
    if (limit === undefined)
        return '';
    const word = worse === 'increase' ? 'at most' : 'at least';
    const of = kind === 'events' ? 'of all' : `at quantile ${limit.quantile}`;
    return `limit ${word} ${rounded(limit.value)}${unit === '' ? '' : ` ${unit}`} ${of}`;
}
/** Intervals shrink with the square root of the number of values. */
function neededText(metric, { kind, value, interval, allowed }) {
    const on = (one) => (kind === 'ratio' ? Math.log(one) : one);
    const gaps = [allowed.lower, allowed.upper].map((end) => Math.abs(on(value) - on(end)));
    const gap = Math.min(...gaps.filter(Number.isFinite));
    const half = (on(interval.upper) - on(interval.lower)) / 2;
    const n = metric.kind === 'events' ? metric.canary.trials : metric.canary.values.length;
    const needed = Math.ceil(n * Math.max(1, (half / gap) ** 2));
    const what = metric.kind === 'events' ? 'trials' : 'values';
    return Number.isFinite(needed) && needed < 1e6
        ? `about ${Math.max(needed, n + 1)} ${what} a side, if nothing else changes`
        : `many more ${what}: so far it lies where the tolerance ends`;
}
const rounded = (value) => String(Number(value.toPrecision(3)));
const signed = (value) => `${value > 0 ? '+' : ''}${rounded(value)}`;

;// CONCATENATED MODULE: ./lib/domain/statistics/median.js

/** The middle value, or the mean of the two middle ones; NaN of nothing. The order of `values` does not matter. */
function median_median(values) {
    return medianOfSorted(ascending(values));
}
/** The same of values that are sorted upwards. */
function medianOfSorted(sorted) {
    const middle = sorted.length >> 1;
    const upper = sorted[middle] ?? Number.NaN;
    return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/moments.js
/**
 * Sum with a running compensation for what each addition rounds away (A. Neumaier, "Rundungsfehleranalyse einiger
 * Verfahren zur Summation endlicher Summen", ZAMM 54, 1974): the error does not grow with the number of values.
 */
function sum(values) {
    let total = 0;
    let lost = 0;
    for (const value of values) {
        const next = total + value;
        lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
        total = next;
    }
    return total + lost;
}
/** Arithmetic mean of finite numbers, exact where all are equal; NaN of nothing. */
function moments_mean(values) {
    const rough = sumOf(values, (value) => value) / values.length;
    return rough + sumOf(values, (value) => value - rough) / values.length;
}
/**
 * Sample variance with n − 1 below, in the squared unit of the values; exactly 0 where all are equal, NaN of fewer than
 * two. In two passes (T. Chan, G. Golub, R. LeVeque, "Algorithms for computing the sample variance", The American
 * Statistician 37, 1983): a large common offset costs no digits.
 */
function moments_variance(values) {
    if (values.length < 2)
        return Number.NaN;
    const middle = moments_mean(values);
    return sumOf(values, (value) => (value - middle) * (value - middle)) / (values.length - 1);
}
/** The sum of a figure of each value, as `sum` adds; a loop, because it runs for each of thousands of samples. */
function sumOf(values, figure) {
    let total = 0;
    let lost = 0;
    for (let i = 0; i < values.length; i++) {
        const value = figure(values[i]);
        const next = total + value;
        lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
        total = next;
    }
    return total + lost;
}

// EXTERNAL MODULE: ./lib/domain/statistics/normal-quantile.js
var normal_quantile = __webpack_require__(9633);
;// CONCATENATED MODULE: ./lib/domain/statistics/describe.js



/** Square root of the sample variance with n − 1 below, in the unit of the values; NaN of fewer than two. */
function standardDeviation(values) {
    return Math.sqrt(moments_variance(values));
}
/**
 * Median distance from the median, in the unit of the values: a spread that half of the values cannot move. F. Hampel, "The
 * influence curve and its role in robust estimation", JASA 69, 1974.
 */
function medianDeviation(values) {
    const middle = median(values);
    return median(values.map((value) => Math.abs(value - middle)));
}
/** The same of values that are sorted upwards: the nearest ones lie beside each other, from the middle outwards. */
function medianDeviationOfSorted(sorted) {
    const middle = medianOfSorted(sorted);
    const distance = (i) => Math.abs((sorted[i] ?? Number.POSITIVE_INFINITY) - middle);
    let above = sorted.length >> 1;
    let below = above - 1;
    let [last, before] = [Number.NaN, Number.NaN];
    for (let taken = 0; taken <= sorted.length >> 1; taken++) {
        before = last;
        const isUp = below < 0 || distance(above) <= distance(below);
        last = distance(isUp ? above++ : below--);
    }
    return sorted.length % 2 === 1 ? last : (before + last) / 2;
}
/** What the median deviation of normal values is to be multiplied with to give their standard deviation: 1.4826…. */
const DEVIATIONS_OF_NORMAL = 1 / (0,normal_quantile/* normalQuantile */.Z)(0.75);
/** exp of the mean logarithm: the middle of factors; NaN unless all values are above 0. */
function geometricMean(values) {
    if (!values.every((value) => value > 0))
        return Number.NaN;
    return Math.exp(mean(values.map(Math.log)));
}
/**
 * Mean of what is left after a share (0 to ½, whole values only) is cut off at each end. J. Tukey, D. McLaughlin, "Less
 * vulnerable confidence and significance procedures for location based on a single sample", Sankhyā A 25, 1963.
 */
function trimmedMean(values, share) {
    const cut = Math.floor(share * values.length);
    return mean(values.toSorted((a, b) => a - b).slice(cut, values.length - cut));
}
/** Standard deviation over mean, without a unit, with the sign of the mean; NaN or infinite around 0. */
function coefficientOfVariation(values) {
    return standardDeviation(values) / mean(values);
}

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

;// CONCATENATED MODULE: ./lib/domain/statistics/rank-sum-distribution.js
/**
 * In how many of all splits into n and m values the statistic U of Mann and Whitney is at most u, as a share, for samples
 * without ties: index u from 0 to ⌊nm/2⌋; the distribution is symmetric about nm/2. The counts are the coefficients of
 * the Gaussian binomial (1 − q^(m+1)) … (1 − q^(m+n)) / ((1 − q) … (1 − qⁿ)) (H. Mann, D. Whitney, "On a test of whether
 * one of two random variables is stochastically larger than the other", Annals of Mathematical Statistics 18, 1947).
 */
function rankSumDistribution(n, m) {
    const counts = new Float64Array(Math.floor((n * m) / 2) + 1);
    counts[0] = 1;
    let splits = 1;
    for (let i = 1; i <= Math.min(n, m); i++) {
        const factor = Math.max(n, m) + i;
        times(counts, factor);
        dividedBy(counts, i);
        splits *= factor / i;
    }
    let below = 0;
    return counts.map((count) => {
        below += count;
        return below / splits;
    });
}
/** Times 1 − q^by. */
function times(coefficients, by) {
    for (let u = coefficients.length - 1; u >= by; u--)
        coefficients[u] = (coefficients[u] ?? 0) - (coefficients[u - by] ?? 0);
}
/** Divided by 1 − q^by. */
function dividedBy(coefficients, by) {
    for (let u = by; u < coefficients.length; u++)
        coefficients[u] = (coefficients[u] ?? 0) + (coefficients[u - by] ?? 0);
}

;// CONCATENATED MODULE: ./lib/domain/statistics/hodgeslehmann-interval.js




/** Up to so many pairs the exact distribution of U is cheap. */
const EXACT_UP_TO = 2500;
/**
 * Confidence interval of the Hodges–Lehmann shift: from the k-th smallest to the k-th largest difference x − y. With ties
 * it is wider than it need be. Samples too small for the confidence have the interval from −∞ to ∞. D. Bauer,
 * "Constructing confidence sets using rank statistics", JASA 67, 1972; M. Hollander, D. Wolfe, "Nonparametric Statistical
 * Methods", 4.3. `confidence` lies between 0 and 1; NaN bounds where a value is not finite.
 */
function hodgesLehmannInterval(x, y, confidence) {
    return intervalOfSorted(ascending(x), ascending(y), confidence);
}
/** The same of samples that are sorted upwards. */
function intervalOfSorted(x, y, confidence) {
    const { k, missed } = smallestPlace(x.length, y.length, (1 - confidence) / 2);
    if (k === 0)
        return { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY, confidence: 1 };
    return {
        lower: differenceAt(x, y, k - 1),
        upper: differenceAt(x, y, x.length * y.length - k),
        confidence: 1 - 2 * missed,
    };
}
/** The same for the factor between the samples; NaN bounds unless all values are above 0. */
function hodgesLehmannRatioInterval(x, y, confidence) {
    const isPositive = [...x, ...y].every((v) => v > 0);
    if (!isPositive)
        return { lower: Number.NaN, upper: Number.NaN, confidence: Number.NaN };
    const logs = hodgesLehmannInterval(x.map(Math.log), y.map(Math.log), confidence);
    return { ...logs, lower: Math.exp(logs.lower), upper: Math.exp(logs.upper) };
}
/** The largest k that misses the shift on one side with probability `alpha` at most, and what it misses with. */
function smallestPlace(n, m, alpha) {
    const pairs = n * m;
    if (pairs > EXACT_UP_TO) {
        const half = -(0,normal_quantile/* normalQuantile */.Z)(alpha) * Math.sqrt((pairs * (n + m + 1)) / 12);
        return { k: Math.max(0, Math.floor(pairs / 2 - half)), missed: alpha };
    }
    const shares = rankSumDistribution(n, m);
    const above = shares.findIndex((share) => share > alpha);
    const k = above === -1 ? shares.length : above;
    return { k, missed: shares[k - 1] ?? 0 };
}

;// CONCATENATED MODULE: ./lib/domain/statistics/alternative.js
/** The p of the alternative from both tails; two-sided is twice the smaller one, at most 1. */
function alternative_pickTail(tails, alternative) {
    const { greater, less } = tails;
    return Math.min(1, alternative === 'two-sided' ? 2 * Math.min(greater, less) : tails[alternative]);
}

;// CONCATENATED MODULE: ./lib/domain/statistics/stirling.js
/**
 * The two parts of a binomial probability that would cancel if they were taken from logarithms of factorials:
 * C. Loader, "Fast and accurate computation of binomial probabilities", 2000.
 */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
/**
 * ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π for n > 0: what Stirling's formula leaves out. Absolute error below 1e-14.
 */
function stirlingError(n) {
    let [rest, at] = [0, n];
    // The series needs a large argument; each step up adds what the formula changes by.
    for (; at < 16; at++)
        rest += (at + 0.5) * Math.log1p(1 / at) - 1;
    let power = 1 / at;
    for (const coefficient of SERIES) {
        rest += coefficient * power;
        power /= at * at;
    }
    return rest;
}
/** x ln(x / m) + m − x for x, m > 0: how far x lies from the mean m, never negative, small where they are close. */
function deviance(x, m) {
    if (!(Math.abs(x - m) < 0.1 * (x + m)))
        return x * Math.log(x / m) + m - x;
    const v = (x - m) / (x + m);
    let total = (x - m) * v;
    let term = 2 * x * v;
    for (let j = 3;; j += 2) {
        term *= v * v;
        const next = total + term / j;
        if (next === total)
            return total;
        total = next;
    }
}

;// CONCATENATED MODULE: ./lib/domain/statistics/binomial.js

/**
 * P(X = hits) of a binomial variable with hits + misses trials and the chance p = 1 − q of a hit; the counts need not be
 * whole. Relative error below 1e-13 where it is no extreme tail. C. Loader, "Fast and accurate computation of binomial
 * probabilities", 2000.
 */
function binomialDensity(hits, misses, p, q) {
    const n = hits + misses;
    if (hits === 0)
        return Math.exp(n * logOf(q, p));
    if (misses === 0)
        return Math.exp(n * logOf(p, q));
    const errors = stirlingError(n) - stirlingError(hits) - stirlingError(misses);
    const distance = deviance(hits, n * p) + deviance(misses, n * q);
    return Math.exp(errors - distance) * Math.sqrt(n / hits / misses / (2 * Math.PI));
}
/** ln p, from 1 − p where that has more digits. */
const logOf = (p, rest) => (p > 0.5 ? Math.log1p(-rest) : Math.log(p));

;// CONCATENATED MODULE: ./lib/domain/statistics/beta.js

/**
 * The regularised incomplete beta function I_x(a, b) (NIST DLMF 8.17.2) and its complement, for a, b > 0 and 0 ≤ x ≤ 1:
 * the probability that a beta variable is at most x. `y` is 1 − x, given apart because x may be too close to 1 to tell
 * it. Relative error of the smaller of both below 1e-12.
 */
function incompleteBeta(a, b, x, y) {
    if (x === 0 || y === 0)
        return x === 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
    const isBelow = x * (a + b) < a;
    const tail = isBelow ? lowerTail(a, b, x, y) : lowerTail(b, a, y, x);
    return isBelow ? { lower: tail, upper: 1 - tail } : { lower: 1 - tail, upper: tail };
}
/** With t = x e^(−v/a) in the definition, everything is positive: y^(b−1) ∫₀^∞ e^(−v) (1 + (1 − e^(−v/a)) x/y)^(b−1) dv. */
function lowerTail(a, b, x, y) {
    const front = (binomialDensity(a, b, x, y) * b) / (a + b) / y;
    if (!(front > 0))
        return front;
    const odds = x / y;
    return Math.min(1, front * halfLine((v) => (b - 1) * Math.log1p(-odds * Math.expm1(-v / a)) - v));
}
const STEP = 1 / 8;
/**
 * ∫₀^∞ e^f(v) dv by the double exponential formula v = exp(s − e^(−s)) (H. Takahasi, M. Mori, "Double exponential
 * formulas for numerical integration", 1974), for an integrand that is smooth in ln v and ends by falling.
 */
function halfLine(f) {
    let total = 0;
    for (let s = -4; s < 120; s += STEP) {
        const v = Math.exp(s - Math.exp(-s));
        const term = Math.exp(f(v)) * v * (1 + Math.exp(-s));
        total += term;
        if (term < total * 1e-18 && s > 0)
            break;
    }
    return total * STEP;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/root.js
/**
 * Where a continuous function that grows from `low` to `high` crosses 0, to the last few digits of the place; the bound
 * itself where it does not cross. Bisection that takes the steps of inverse quadratic interpolation while they help:
 * T. Chandrupatla, "A new hybrid quadratic/bisection algorithm", Advances in Engineering Software 28, 1997.
 */
function root_rootOf(grows, low, high) {
    const point = (at) => ({ at, value: grows(at) });
    const [a, b] = [point(high), point(low)];
    if (b.value >= 0)
        return low;
    if (a.value <= 0)
        return high;
    let search = { a, b, old: b };
    let share = 0.5;
    for (let i = 0; i < 200; i++) {
        search = moved(search, point(search.a.at + share * (search.b.at - search.a.at)));
        const least = leastShare(search);
        if (!(least < 0.5))
            break;
        share = Math.min(1 - least, Math.max(least, nextShare(search)));
    }
    return bestOf(search).at;
}
function moved({ a, b }, next) {
    const isSameSide = next.value > 0 === a.value > 0;
    return { a: next, b: isSameSide ? b : a, old: isSameSide ? a : b };
}
const bestOf = ({ a, b }) => (Math.abs(a.value) < Math.abs(b.value) ? a : b);
/** The share of the interval that rounding cannot tell from nothing; all of it where the root is found. */
function leastShare(search) {
    const best = bestOf(search);
    if (best.value === 0)
        return 1;
    return (4 * Number.EPSILON * Math.abs(best.at)) / Math.abs(search.b.at - search.a.at);
}
/** How far from a to b to look next: where the parabola through all three points says, if they lie well for one. */
function nextShare({ a, b, old }) {
    const xi = (a.at - b.at) / (old.at - b.at);
    const phi = (a.value - b.value) / (old.value - b.value);
    if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi))
        return 0.5;
    const toB = (a.value / (b.value - a.value)) * (old.value / (b.value - old.value));
    const toOld = (a.value / (old.value - a.value)) * (b.value / (old.value - b.value));
    return toB + ((old.at - a.at) / (b.at - a.at)) * toOld;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/poisson-rates.js



/**
 * Exact test whether the first rate of rare events is another multiple of the second one than `ratio`: given all events
 * together, those of the first group are binomial. Two-sided is twice the smaller tail. J. Przyborowski, H. Wilenski,
 * "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940. 1 without an event.
 */
function poissonRatesTest(first, second, alternative, ratio = 1) {
    const odds = (ratio * first.exposure) / second.exposure;
    return alternative_pickTail(tailsAt(first.events, second.events, odds), alternative);
}
/**
 * Confidence interval of first rate / second rate, from 0 to ∞: all ratios that neither one-sided test refuses. C. Clopper,
 * E. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934.
 */
function poissonRatioInterval(first, second, confidence) {
    const log = Math.log((1 - confidence) / 2);
    const [k, l] = [first.events, second.events];
    const perOdds = second.exposure / first.exposure;
    const greater = (logOdds) => Math.log(tailsAt(k, l, Math.exp(logOdds)).greater) - log;
    const less = (logOdds) => log - Math.log(tailsAt(k, l, Math.exp(logOdds)).less);
    return {
        lower: k === 0 ? 0 : perOdds * Math.exp(root_rootOf(greater, -REACH, REACH)),
        upper: l === 0 ? Number.POSITIVE_INFINITY : perOdds * Math.exp(root_rootOf(less, -REACH, REACH)),
    };
}
/** Logarithms of odds beyond it are out of a number's reach. */
const REACH = 700;
/** P(X ≥ k) and P(X ≤ k) of a binomial with k + l trials and these odds of each: incomplete betas (DLMF 8.17.5). */
function tailsAt(k, l, odds) {
    const [p, q] = [odds / (1 + odds), 1 / (1 + odds)];
    return {
        greater: k === 0 ? 1 : incompleteBeta(k, l + 1, p, q).lower,
        less: l === 0 ? 1 : incompleteBeta(k + 1, l, p, q).upper,
    };
}

// EXTERNAL MODULE: ./lib/domain/statistics/wilson.js
var wilson = __webpack_require__(3980);
;// CONCATENATED MODULE: ./lib/domain/statistics/student.js



/** Probability that Student's t with `df` > 0 degrees of freedom is greater than `t`; relative error below 1e-12. */
function tTail(t, df) {
    if (t < 0)
        return 1 - tTail(-t, df);
    return betaOf(t, df).upper / 2;
}
/** t² / (df + t²) is a beta variable (Johnson, Kotz, Balakrishnan, "Continuous Univariate Distributions 2", 28.2). */
function betaOf(t, df) {
    // The larger of both is divided out: their squares may be out of reach.
    const ratio = t / Math.sqrt(df);
    const [x, y] = ratio > 1
        ? [1 / (1 + ratio ** -2), ratio ** -2 / (1 + ratio ** -2)]
        : [ratio ** 2 / (1 + ratio ** 2), 1 / (1 + ratio ** 2)];
    return incompleteBeta(0.5, df / 2, x, y);
}
/** The t below which Student's distribution has probability `p`; −∞ at 0, ∞ at 1 and beyond 1e149, NaN outside. */
function student_tQuantile(p, df) {
    if (!(p >= 0 && p <= 1 && df > 0))
        return Number.NaN;
    if (p < 0.5)
        return -tQuantileAbove(p, 0.5 - p, df);
    return tQuantileAbove(1 - p, p - 0.5, df);
}
/** Of the tail, or of what lies between it and the middle: whichever of the two has the digits. */
function tQuantileAbove(tail, middle, df) {
    if (middle === 0)
        return 0;
    if (tail === 0)
        return Number.POSITIVE_INFINITY;
    const miss = (logT) => {
        const { lower, upper } = betaOf(Math.exp(logT), df);
        return middle < 0.25 ? Math.log(lower / 2 / middle) : Math.log(tail / (upper / 2));
    };
    // Tails are heavier than the normal ones, so the normal quantile bounds it from below.
    const low = Math.max(Math.log(-normalQuantile(tail)) - 1e-9, -80);
    let high = low + 0.25;
    while (high < FAR && miss(high) < 0)
        high += 4 * (high - low);
    if (high >= FAR && miss(FAR) < 0)
        return Number.POSITIVE_INFINITY;
    return Math.exp(rootOf(miss, low, Math.min(high, FAR)));
}
/** ln t, beyond which t² is too large for a number. */
const FAR = 345;

;// CONCATENATED MODULE: ./lib/domain/judging/samples/history.js




/** Versions below which nobody knows how much one differs from the next. */
const LEAST_VERSIONS = 3;
/** Of normal values: the standard error of a median of n is this times the median deviation over √n. */
const MEDIAN_ERROR = 1.2533 * 1.4826;
/**
 * Where the canary's median lies against the medians of earlier versions: one more of the same kind lies around their mean with a standard
 * deviation of s√(1 + 1/k), so that versions that always differ a little are no evidence against the next one (a prediction interval: G. Hahn, W. Meeker,
 * "Statistical Intervals", 4.7). The canary's own sampling error stands in where the versions differ less than that.
 * At least `LEAST_VERSIONS` versions, none empty, all values sorted upwards.
 */
function forecastOf(canary, versions, { relative, absolute }) {
    const medians = versions.map(medianOfSorted);
    const middle = moments_mean(medians);
    const between = standardDeviation(medians);
    const own = (MEDIAN_ERROR * medianDeviationOfSorted(canary)) / Math.sqrt(canary.length);
    const error = Math.hypot(Math.max(between, own), between / Math.sqrt(medians.length));
    const allowed = Math.max(relative * Math.abs(middle), absolute);
    return { difference: medianOfSorted(canary) - middle, error, df: medians.length - 1, allowed };
}
function historyTails({ difference, error, df, allowed }, sign) {
    const beyond = sign * difference - allowed;
    if (error === 0)
        return beyond > 0 ? { against: 0, within: 1 } : { against: 1, within: 0 };
    const t = beyond / error;
    return { against: tTail(t, df), within: tTail(-t, df) };
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/pair.js


/** Both sorted upwards, neither empty. */
function scaleOf(canary, baseline) {
    const isAbove = (baseline[0] ?? 0) > 0 && (canary[0] ?? 0) > 0;
    const isBelow = (baseline.at(-1) ?? 0) < 0 && (canary.at(-1) ?? 0) < 0;
    const isRatio = isAbove || isBelow;
    const middle = Math.abs(medianOfSorted(baseline));
    return { isRatio, size: isRatio ? middle : Math.max(middle, medianDeviationOfSorted(baseline)) };
}
/** Both samples, sorted upwards, as they are where more is worse, mirrored where less is. */
function pairOf(samples, worse, { relative, absolute }, scale) {
    const turned = (values) => worse === 'increase' ? values : values.map((value) => -value).reverse();
    const baseline = turned(samples.baseline);
    const share = (value) => relative * (scale.isRatio ? Math.abs(value) : scale.size);
    const allowed = baseline.map((value) => value + Math.max(share(value), absolute));
    // A value that is worse by more than all of itself changes places with its neighbours.
    return {
        canary: turned(samples.canary),
        baseline,
        allowed: relative > 1 ? allowed.sort() : allowed,
    };
}

;// CONCATENATED MODULE: ./lib/domain/statistics/hypergeometric.js

/**
 * How the hits of both groups together fall on the first one if all trials are alike (hypergeometric): ratios of
 * neighbours from the most likely number outwards, then divided by their sum, so that no factorial is needed. The work
 * grows with the square root of the counts.
 */
function hitDistribution(first, second) {
    const hits = first.hits + second.hits;
    const trials = first.trials + second.trials;
    // From k to k + 1 hits in the first group.
    const ratio = (k) => ((first.trials - k) / (k + 1)) * ((hits - k) / (second.trials - hits + k + 1));
    const least = Math.max(0, hits - second.trials);
    const most = Math.min(hits, first.trials);
    const mode = Math.floor(((first.trials + 1) * (hits + 1)) / (trials + 2));
    const middle = Math.min(most, Math.max(least, mode));
    const up = walk(middle, most, 1, ratio);
    const down = walk(middle, least, -1, (k) => 1 / ratio(k - 1)).slice(1);
    const weights = [...down.toReversed(), ...up];
    const total = sum(weights);
    return { from: middle - down.length, chances: weights.map((weight) => weight / total) };
}
/** Weights from `start` on, which has 1, to `end` or to where they no longer count. */
function walk(start, end, step, ratio) {
    const weights = [1];
    let weight = 1;
    for (let k = start; k !== end && weight > SMALLEST; k += step) {
        weight *= ratio(k);
        weights.push(weight);
    }
    return weights;
}
const SMALLEST = 1e-300;

;// CONCATENATED MODULE: ./lib/domain/statistics/fisher.js


/** Two chances that differ by rounding only count as equal, as R's fisher.test holds it. */
const SAME = 1 + 1e-7;
/**
 * Fisher's exact test whether the first group has another share of hits than the second (`greater`: a higher one), for any
 * counts, also without a single hit. Two-sided: all outcomes that are not more likely than the one seen. R. Fisher,
 * "Statistical Methods for Research Workers", 1934, §21.02. NaN where a count is impossible.
 */
function fisherTest(first, second, alternative) {
    if (!(isPossible(first) && isPossible(second)))
        return Number.NaN;
    const { from, chances } = hitDistribution(first, second);
    const place = first.hits - from;
    if (alternative === 'greater')
        return Math.min(1, sum(chances.slice(Math.max(0, place))));
    if (alternative === 'less')
        return Math.min(1, sum(chances.slice(0, Math.max(0, place + 1))));
    const seen = (chances[place] ?? 0) * SAME;
    return Math.min(1, sum(chances.filter((chance) => chance <= seen)));
}
const isPossible = ({ hits, trials }) => Number.isSafeInteger(hits) && Number.isSafeInteger(trials) && hits >= 0 && hits <= trials;

;// CONCATENATED MODULE: ./lib/domain/judging/samples/sparse.js




/**
 * Whether readings count something that mostly does not happen: none below 0, and at least half of both sides 0 (each sorted upwards). Their middle is 0 whatever happens beside it, so their sums
 * are compared.
 */
function isSparse(canary, baseline) {
    return [canary, baseline].every((sorted) => (sorted[0] ?? -1) >= 0 && medianOfSorted(sorted) === 0);
}
/**
 * Whether the canary's sum a reading is higher than the tolerated multiple of the baseline's. By the sums where all readings are whole (as Poisson counts), and
 * by how many readings are above 0 (Fisher, or as Poisson counts beyond a ratio of 1): one burst is many events and one reading, so the larger chance stands
 * against the canary. Without a single event it is within.
 */
function sparseOf(canary, baseline, { relative }) {
    const hit = (values) => values.filter((value) => value > 0).length;
    if (hit(canary) === 0)
        return { against: 1, within: 0 };
    const ratio = 1 + relative;
    const seen = (count, way) => poissonRatesTest({ events: count(canary), exposure: canary.length }, { events: count(baseline), exposure: baseline.length }, way, ratio);
    const fisher = fisherTest({ hits: hit(canary), trials: canary.length }, { hits: hit(baseline), trials: baseline.length }, 'greater');
    const isWhole = [...canary, ...baseline].every(Number.isSafeInteger);
    const readings = Math.max(fisher, relative > 0 ? seen(hit, 'greater') : 0);
    return {
        against: isWhole ? Math.max(readings, seen(sum, 'greater')) : readings,
        within: Math.max(seen(hit, 'less'), isWhole ? seen(sum, 'less') : 0),
    };
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/figures.js










function sideOf(side) {
    if ('trials' in side) {
        const { events, trials } = side;
        const { lower, upper } = (0,wilson/* wilsonInterval */.Y)({ hits: events, trials }, 0.95);
        return { n: trials, level: events / trials, spread: (upper - lower) / 2, lost: 0 };
    }
    const { values, lost, infinite } = side;
    const [level, spread] = [medianOfSorted(values), medianDeviationOfSorted(values)];
    return { n: values.length, level, spread, lost: lost + infinite };
}
/** Of a metric that can be judged; null where it has nothing but a limit. */
function effectOf(metric, alpha) {
    const confidence = 1 - 2 * alpha;
    if (metric.kind === 'events')
        return ofEvents(metric, confidence);
    const canary = metric.canary.values;
    if (metric.baseline !== null)
        return ofValues(canary, metric.baseline.values, metric, confidence);
    if (metric.history.length === 0)
        return null;
    const versions = metric.history.map(({ values }) => values);
    const { difference, allowed } = forecastOf(canary, versions, metric.tolerance);
    return {
        kind: 'difference',
        value: difference,
        interval: { lower: Number.NaN, upper: Number.NaN },
        allowed: boundsOf(metric, 0, allowed),
    };
}
function ofEvents(metric, confidence) {
    if (metric.baseline === null)
        return null;
    const rate = ({ events, trials }) => ({ events, exposure: trials });
    return ratioOf(rate(metric.canary), rate(metric.baseline), metric, confidence);
}
function ofValues(canary, baseline, metric, confidence) {
    const { relative, absolute } = metric.tolerance;
    const total = (values) => ({ events: sum(values), exposure: values.length });
    if (absolute === 0 && isSparse(canary, baseline))
        return ratioOf(total(canary), total(baseline), metric, confidence);
    const scale = scaleOf(canary, baseline);
    // Of values below 0 a ratio says nothing to people.
    const isAbove = (baseline[0] ?? 0) > 0;
    if (scale.isRatio && isAbove && absolute <= relative * scale.size) {
        const [x, y] = [canary.map(Math.log), baseline.map(Math.log)];
        const { lower, upper } = intervalOfSorted(x, y, confidence);
        return {
            kind: 'ratio',
            value: Math.exp(shiftOfSorted(x, y)),
            interval: { lower: Math.exp(lower), upper: Math.exp(upper) },
            allowed: boundsOf(metric, 1, relative),
        };
    }
    return {
        kind: 'difference',
        value: shiftOfSorted(canary, baseline),
        interval: intervalOfSorted(canary, baseline, confidence),
        allowed: boundsOf(metric, 0, Math.max(relative * scale.size, absolute)),
    };
}
function ratioOf(canary, baseline, metric, confidence) {
    const isWhole = [canary, baseline].every(({ events }) => Number.isSafeInteger(events));
    const ratio = canary.events / canary.exposure / (baseline.events / baseline.exposure);
    // None against none is no difference.
    const value = Number.isNaN(ratio) ? 1 : ratio;
    const unknown = { lower: 0, upper: Number.POSITIVE_INFINITY };
    const interval = isWhole ? poissonRatioInterval(canary, baseline, confidence) : unknown;
    return { kind: 'ratio', value, interval, allowed: boundsOf(metric, 1, metric.tolerance.relative) };
}
function boundsOf({ worse }, middle, by) {
    return {
        lower: worse === 'increase' ? Number.NEGATIVE_INFINITY : middle - by,
        upper: worse === 'decrease' ? Number.POSITIVE_INFINITY : middle + by,
    };
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/lacks.js

/** What keeps a metric from being judged at all, one text each; none where it can be. */
function lacksOf(metric) {
    return metric.kind === 'events' ? lacks_ofEvents(metric) : lacks_ofValues(metric);
}
function lacks_ofEvents({ baseline, canary, minSamples, limit }) {
    const few = (side, trials) => trials < minSamples ? [`${trials} trials of the ${side}, ${minSamples} are needed`] : [];
    return [
        ...(baseline === null && limit === undefined ? [NOTHING_TO_COMPARE] : []),
        ...few('canary', canary.trials),
        ...(baseline === null ? [] : few('baseline', baseline.trials)),
    ];
}
const NOTHING_TO_COMPARE = 'neither baseline nor history nor limit to hold it against';
function lacks_ofValues(metric) {
    const { baseline, canary, history, limit, minSamples } = metric;
    const isAlone = baseline === null && history.length === 0 && limit === undefined;
    const few = history.length > 0 && history.length < LEAST_VERSIONS;
    return [
        ...(isAlone ? [NOTHING_TO_COMPARE] : []),
        ...ofSide('canary', canary, minSamples),
        ...(baseline === null ? [] : ofSide('baseline', baseline, minSamples)),
        ...(few ? [`${history.length} earlier versions, ${LEAST_VERSIONS} are needed`] : []),
        ...history.flatMap((side, i) => ofSide(`earlier version ${i + 1}`, side, minSamples)),
    ];
}
function ofSide(side, { values, lost, infinite }, minSamples) {
    const all = values.length + lost + infinite;
    return [
        // Nobody knows how far away it is, nor whether it was measured at all.
        ...(infinite > 0 ? [`${infinite} infinite values of the ${side}`] : []),
        ...(lost > all / 2 ? [`${lost} of ${all} readings of the ${side} are no number`] : []),
        ...(values.length < minSamples
            ? [`${values.length} values of the ${side}, ${minSamples} are needed`]
            : []),
    ];
}

// EXTERNAL MODULE: ./lib/domain/statistics/normal.js
var normal = __webpack_require__(4939);
;// CONCATENATED MODULE: ./lib/domain/statistics/share-excess.js


/**
 * Whether the first share of hits exceeds the second by more than `excess`, strictly between 0 and 1: the score test, whose standard error
 * is that of the likeliest shares with exactly this excess, so that it serves without a hit too (C. Farrington, G. Manning, "Test statistics and
 * sample size formulae for comparative binomial trials", Statistics in Medicine 9, 1990). Trials above 0.
 */
function excessTails(first, second, excess) {
    const low = likeliest(first, second, excess);
    const high = Math.min(1, low + excess);
    const error = Math.sqrt((high * (1 - high)) / first.trials + (low * (1 - low)) / second.trials);
    const distance = first.hits / first.trials - second.hits / second.trials - excess;
    const z = error > 0 ? distance / error : Math.sign(distance) * Number.POSITIVE_INFINITY;
    if (Number.isNaN(z))
        return { greater: 1, less: 1 };
    return { greater: (0,normal/* normalTail */.WI)(z), less: (0,normal/* normalTail */.WI)(-z) };
}
/** The second share at which both counts are likeliest if the first is higher by the excess: the likelihood has one peak. */
function likeliest(first, second, excess) {
    const slope = (p) => per(first.hits, p + excess) -
        per(first.trials - first.hits, 1 - p - excess) +
        per(second.hits, p) -
        per(second.trials - second.hits, 1 - p);
    const [from, to] = [1e-15, (1 - excess) * (1 - 1e-15)];
    if (!(slope(from) > 0))
        return 0;
    if (!(slope(to) < 0))
        return 1 - excess;
    return root_rootOf((p) => -slope(p), from, to);
}
const per = (count, share) => (count === 0 ? 0 : count / share);

;// CONCATENATED MODULE: ./lib/domain/judging/samples/events.js



/** Nothing was seen against it: no error is no worse than any baseline. */
const NOTHING = { against: 1, within: 0 };
/**
 * Whether the canary has a higher share of events than the baseline with what is tolerated, however rare they are. It is too high only if it is beyond the
 * tolerated ratio *and* beyond the tolerated difference, so the larger of both chances stands against it; either bound is enough for it, so the smaller one counts
 * twice. A canary without a single event is within.
 */
function eventsOf(canary, baseline, tolerance) {
    if (canary.events === 0)
        return NOTHING;
    const ratio = ratioTails(canary, baseline, 1 + tolerance.relative);
    if (tolerance.absolute === 0)
        return ratio;
    const excess = excessTails(hitsOf(canary), hitsOf(baseline), tolerance.absolute);
    return {
        against: Math.max(ratio.against, excess.greater),
        within: Math.min(1, 2 * Math.min(ratio.within, excess.less)),
    };
}
/** Fisher's exact test; beyond a ratio of 1 the one for Poisson rates, which is the more careful one for shares. */
function ratioTails(canary, baseline, ratio) {
    if (ratio === 1) {
        const [c, b] = [hitsOf(canary), hitsOf(baseline)];
        return { against: fisherTest(c, b, 'greater'), within: fisherTest(c, b, 'less') };
    }
    const [c, b] = [canary, baseline].map(({ events, trials }) => ({ events, exposure: trials }));
    if (c === undefined || b === undefined)
        return { against: 1, within: 1 };
    const p = (way) => poissonRatesTest(c, b, way, ratio);
    return { against: p('greater'), within: p('less') };
}
const hitsOf = ({ events, trials }) => ({ hits: events, trials });
/** Where fewer events are worse, what did not happen is what counts. */
function missed({ events, trials }) {
    return { events: trials - events, trials };
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

// EXTERNAL MODULE: ./lib/domain/statistics/pairs.js
var statistics_pairs = __webpack_require__(3311);
;// CONCATENATED MODULE: ./lib/domain/statistics/mannwhitney.js




/** Beyond so many values together the exact distribution costs more than it gives. */
const mannwhitney_EXACT_UP_TO = 60;
/**
 * Mann–Whitney's rank test of two samples of finite numbers, neither empty. Exact over all splits of the values that
 * were seen, ties included, up to 60 values; the normal approximation beyond.
 */
function mannWhitney(x, y, alternative) {
    const exact = x.length + y.length <= mannwhitney_EXACT_UP_TO;
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
    const isExact = x.length + y.length <= mannwhitney_EXACT_UP_TO;
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
    const { above, equal, tieTerm } = (0,statistics_pairs/* comparePairs */.f)(x, y);
    const u = above + equal / 2;
    const pairs = x.length * y.length;
    const n = x.length + y.length;
    const sigma = Math.sqrt((pairs / 12) * (n + 1 - tieTerm / (n * (n - 1))));
    const half = continuity ? 0.5 : 0;
    // All values equal: nothing tells the samples apart.
    const tail = (distance) => (sigma === 0 ? 1 : (0,normal/* normalTail */.WI)((distance - half) / sigma));
    return { u, greater: tail(u - pairs / 2), less: tail(pairs / 2 - u) };
}
function uOf(rankSum, n) {
    return rankSum - (n * (n + 1)) / 2;
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/level.js

/**
 * Whether the canary tends to be worse than the baseline with what is tolerated: Mann and Whitney's test, exact with its ties for few values. Ranks know no unit,
 * and no single value decides.
 */
function levelOf({ canary, allowed }) {
    const { greater, less } = rankTails(canary, allowed);
    return { against: greater, within: less };
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/limit.js

/**
 * Whether more than a share of all trials are hits: exact binomial tails. The share lies between 0 and 1; at 0 a single hit is too many. A limit
 * of a quantile is one of the share of values beyond it.
 */
function beyondShare(hits, trials, share) {
    if (share <= 0)
        return hits > 0 ? { against: 0, within: 1 } : { against: 1, within: 0 };
    if (share >= 1)
        return { against: 1, within: 0 };
    const rest = trials - hits;
    return {
        against: hits === 0 ? 1 : incompleteBeta(hits, rest + 1, share, 1 - share).lower,
        within: rest === 0 ? 1 : incompleteBeta(hits + 1, rest, share, 1 - share).upper,
    };
}
/** Whether a quantile of the values lies beyond a limit. Values on it are within. */
function beyondLimit(values, { value, quantile }, worse) {
    const isBeyond = (one) => (worse === 'increase' ? one > value : one < value);
    const share = worse === 'increase' ? 1 - quantile : quantile;
    return beyondShare(values.filter(isBeyond).length, values.length, share);
}

// EXTERNAL MODULE: ./lib/domain/statistics/quantile.js
var quantile = __webpack_require__(1409);
;// CONCATENATED MODULE: ./lib/domain/statistics/welch.js



/**
 * Whether two means differ, without supposing that the spreads are equal; two finite values a side or more. B. Welch, "The
 * generalization of 'Student's' problem when several different population variances are involved", Biometrika 34, 1947.
 */
function welchTest(x, y, alternative) {
    return testOf(welch(x, y), alternative);
}
/** Student's test of two means, which supposes equal spreads ("The probable error of a mean", Biometrika 6, 1908). */
function welch_studentTest(x, y, alternative) {
    const df = x.length + y.length - 2;
    const pooled = ((x.length - 1) * variance(x) + (y.length - 1) * variance(y)) / df;
    const error = Math.sqrt(pooled * (1 / x.length + 1 / y.length));
    return testOf({ difference: mean(x) - mean(y), error, df }, alternative);
}
/** Confidence interval of mean(x) − mean(y) that belongs to Welch's test, in the unit of the values. */
function welchInterval(x, y, confidence) {
    const { difference, error, df } = welch(x, y);
    const reach = error === 0 ? 0 : error * tQuantile((1 + confidence) / 2, df);
    return { lower: difference - reach, upper: difference + reach };
}
function welch(x, y) {
    const difference = moments_mean(x) - moments_mean(y);
    const [a, b] = [moments_variance(x) / x.length, moments_variance(y) / y.length];
    if (a + b === 0)
        return { difference, error: 0, df: x.length + y.length - 2 };
    // Shares, so that the unit of the values does not matter.
    const [p, q] = [a / (a + b), b / (a + b)];
    const df = 1 / (p ** 2 / (x.length - 1) + q ** 2 / (y.length - 1));
    return { difference, error: Math.sqrt(a + b), df };
}
function testOf({ difference, error, df }, alternative) {
    const t = difference / error;
    return { t, df, p: alternative_pickTail({ greater: tTail(t, df), less: tTail(-t, df) }, alternative) };
}

;// CONCATENATED MODULE: ./lib/domain/statistics/brownforsythe.js



/**
 * Whether two samples spread differently, wherever they lie: Student's test of the distances from each sample's own median;
 * `greater`: the first one spreads more. t² is the F of M. Brown, A. Forsythe, "Robust tests for the equality of variances",
 * JASA 69, 1974. Two finite values a side or more; NaN where no value is away from its median.
 */
function brownForsythe(x, y, alternative) {
    return studentTest(distances(x), distances(y), alternative);
}
/**
 * Whether the first sample spreads more than `ratio` times as much as the second. By Welch's test, because distances that are
 * larger vary more. Both sorted upwards, finite, two values a side or more.
 */
function brownForsytheRatio(x, y, ratio) {
    const first = distancesOfSorted(x, 1);
    const second = distancesOfSorted(y, ratio);
    return { p: welchTest(first, second, 'greater').p, first, second };
}
function distancesOfSorted(sorted, times) {
    const middle = (0,quantile/* quantileOfSorted */.m)(sorted, 0.5);
    return Array.from(sorted, (value) => times * Math.abs(value - middle));
}
function distances(values) {
    const middle = median(values);
    return values.map((value) => Math.abs(value - middle));
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/spread.js




/** Values may lie so many times as far from their middle as the baseline's do. */
const TIMES = 1.5;
/** What counts as the far end: nine of ten values lie before it. */
const spread_FAR = 0.9;
/** A far end that moved by less than this part of what is tolerated is no matter, however quiet the baseline is. */
const LEAST = 0.1;
/** The chance of such a spread of the canary if it is as tolerated; where any change is worse, a narrower one counts as a wider one. */
function spreadAgainst(pairs) {
    const [first, second] = pairs;
    if (first === undefined)
        return 1;
    if (second === undefined)
        return widerAgainst(first);
    const wider = Math.min(widerAgainst(first), widerAgainst(second));
    const narrower = Math.min(widerAgainst(swapped(first)), widerAgainst(swapped(second)));
    return Math.min(1, 2 * Math.min(wider, narrower));
}
function swapped({ canary, baseline, allowed }) {
    const far = (0,quantile/* quantileOfSorted */.m)(allowed, spread_FAR) - (0,quantile/* quantileOfSorted */.m)(baseline, spread_FAR);
    return { canary: baseline, baseline: canary, allowed: canary.map((value) => value + far) };
}
/**
 * The chance of so much wider a spread if the canary's is at most half as wide again as the baseline's: the larger one of Brown and Forsythe's test and of the ranks of the
 * distances, as the first believes too much in a few values that are all alike. 1 where the far end is not worse: a canary that is
 * better at times is no worse for it.
 */
function widerAgainst({ canary, baseline, allowed }) {
    const [far, was, may] = [canary, baseline, allowed].map((values) => (0,quantile/* quantileOfSorted */.m)(values, spread_FAR));
    if (far === undefined || was === undefined || may === undefined)
        return 1;
    if (!(far - was > LEAST * (may - was)))
        return 1;
    const { p, first, second } = brownForsytheRatio(canary, baseline, TIMES);
    if (Number.isNaN(p))
        return 1;
    return Math.max(p, rankTails((0,statistics_pairs/* ascending */.V)(first), (0,statistics_pairs/* ascending */.V)(second)).greater);
}

;// CONCATENATED MODULE: ./lib/domain/statistics/smirnov-two-sample.js
/** Up to so many steps of the grid every path is counted. */
const smirnov_two_sample_EXACT_UP_TO = 10_000;
/**
 * The chance that the distribution function of the second sample lies somewhere as far above that of the first as it does here, if
 * both come from one distribution: small where the first tends to be greater in some part. Both ascending, finite, neither empty; with ties
 * at most that. Exact for equal sizes (B. Gnedenko, V. Korolyuk 1951) and for small ones, else exp(−2d²nm/(n + m)) (N. Smirnov 1939).
 */
function smirnovDominance(x, y) {
    const [n, m] = [x.length, y.length];
    const steps = largestLead(x, y);
    if (!(steps > 0))
        return steps === 0 ? 1 : Number.NaN;
    if (n === m)
        return ofEqualSizes(n, steps / n);
    if (n * m <= smirnov_two_sample_EXACT_UP_TO)
        return byPaths(n, m, steps);
    const distance = steps / (n * m);
    return Math.exp((-2 * distance * distance * n * m) / (n + m));
}
/** The largest lead of the second function over the first, in units of 1/(nm). */
function largestLead(x, y) {
    let [i, j, largest] = [0, 0, 0];
    while (i < x.length && j < y.length) {
        const value = Math.min(x[i], y[j]);
        if (Number.isNaN(value))
            return value;
        while (x[i] === value)
            i++;
        while (y[j] === value)
            j++;
        largest = Math.max(largest, j * x.length - i * y.length);
    }
    return largest;
}
/** C(2n, n − k) / C(2n, n): paths that touch a line, by reflection at it. */
function ofEqualSizes(n, k) {
    let chance = 1;
    for (let i = 0; i < k; i++)
        chance *= (n - i) / (n + i + 1);
    return chance;
}
/**
 * Of all orders of the values, as paths over a grid, those that come so far to one side: the chance to have done so is the mean of those one step before,
 * weighted by how many paths lead there, so that nothing is subtracted.
 */
function byPaths(n, m, steps) {
    const touched = new Float64Array(m + 1);
    for (let i = 0; i <= n; i++) {
        // From here on the row lies beyond the line.
        const far = Math.min(m + 1, Math.ceil((steps + i * m) / n));
        let left = 0;
        for (let j = 0; j < far; j++) {
            left = i + j === 0 ? 0 : (i * touched[j] + j * left) / (i + j);
            touched[j] = left;
        }
        touched.fill(1, far);
    }
    return touched[m];
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/tail.js

/**
 * The chance that a share of the canary's values so much larger lies beyond some value of the allowed ones, wherever that is: Smirnov's one-sided test. It sees a second mode
 * and a heavy shoulder, which leave the middle where it is.
 */
function shapeAgainst({ canary, allowed }) {
    return smirnovDominance(canary, allowed);
}
/**
 * The chance that so many of the canary's values lie beyond all of the allowed ones: of all ways to deal the values out, those in which the topmost are
 * the canary's (S. Rosenbaum, "Tables for a nonparametric test of location", Annals of Mathematical Statistics 25, 1954). It sees what is
 * rare and far out.
 */
function tailAgainst({ canary, allowed }) {
    const end = allowed.at(-1) ?? Number.NaN;
    let chance = 1;
    for (let k = 0; k < canary.length && (canary[canary.length - 1 - k] ?? 0) > end; k++)
        chance *= (canary.length - k) / (canary.length + allowed.length - k);
    return chance;
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/questions.js









/** Every question that can be put to this metric, with its answer. None is put to an empty side. */
function answersOf(metric) {
    return metric.kind === 'events' ? questions_ofEvents(metric) : questions_ofValues(metric);
}
/** The answer to a question that is put for each way which is worse. */
function inWays(worse, ask) {
    return worse === 'either' ? eitherWay(ask('increase'), ask('decrease')) : ask(worse);
}
function questions_ofEvents({ baseline, canary, worse, tolerance, limit }) {
    const answers = [];
    const counted = (way, side) => (way === 'increase' ? side : missed(side));
    if (baseline !== null)
        answers.push({
            question: 'events rate',
            ...inWays(worse, (way) => eventsOf(counted(way, canary), counted(way, baseline), tolerance)),
        });
    if (limit !== undefined) {
        const share = (way) => (way === 'increase' ? limit.value : 1 - limit.value);
        const tails = (way) => {
            const { events, trials } = counted(way, canary);
            return beyondShare(events, trials, share(way));
        };
        answers.push({ question: 'limit', ...inWays(worse, tails) });
    }
    return answers;
}
function questions_ofValues(metric) {
    const { worse, tolerance, limit } = metric;
    const canary = metric.canary.values;
    const baseline = metric.baseline?.values;
    const answers = baseline === undefined ? [] : againstBaseline(canary, baseline, metric);
    const versions = metric.history.map(({ values }) => values);
    const asked = [];
    if (versions.length > 0) {
        const forecast = forecastOf(canary, versions, tolerance);
        const tails = inWays(worse, (way) => historyTails(forecast, way === 'increase' ? 1 : -1));
        asked.push({ question: 'history', ...tails });
    }
    if (limit !== undefined)
        asked.push({
            question: 'limit',
            ...inWays(worse, (way) => beyondLimit(canary, limit, way)),
        });
    return [...answers, ...asked];
}
function againstBaseline(canary, baseline, { worse, tolerance }) {
    if (tolerance.absolute === 0 && isSparse(canary, baseline)) {
        const tails = inWays(worse, (way) => way === 'increase'
            ? sparseOf(canary, baseline, tolerance)
            : sparseOf(baseline, canary, tolerance));
        return [{ question: 'events', ...tails }];
    }
    const scale = scaleOf(canary, baseline);
    const ways = worse === 'either' ? ['increase', 'decrease'] : [worse];
    const pairs = ways.map((way) => pairOf({ canary, baseline }, way, tolerance, scale));
    const [first, second] = pairs.map(levelOf);
    if (first === undefined)
        return [];
    const alarm = (question, ask) => ({
        question,
        against: Math.min(1, ways.length * Math.min(...pairs.map(ask))),
        within: null,
    });
    return [
        { question: 'level', ...(second === undefined ? first : eitherWay(first, second)) },
        { question: 'spread', against: spreadAgainst(pairs), within: null },
        alarm('shape', shapeAgainst),
        alarm('tail', tailAgainst),
    ];
}

;// CONCATENATED MODULE: ./lib/domain/judging/samples/score.js
/** So many metrics are named in a reason: all of them stand in the findings. */
const NAMED = 5;
/** The worst of all metrics. */
function withoutScore(findings) {
    const not = findings.filter(({ verdict }) => verdict !== 'pass');
    const failed = not.filter(({ verdict }) => verdict === 'fail');
    const named = [...failed, ...not.filter((one) => one.verdict !== 'fail')].slice(0, NAMED);
    const more = not.length > NAMED ? [`and ${not.length - NAMED} more`] : [];
    const reason = [...named.map(({ name, reason }) => `${name}: ${reason}`), ...more].join('; ');
    if (not.length === 0)
        return { verdict: 'pass', reason: `all ${findings.length} passed` };
    return { verdict: failed.length > 0 ? 'fail' : 'inconclusive', reason };
}
/**
 * By the score, for those who want one: a failed critical metric fails, an undecided one passes nothing; else the weights decide, and what is undecided counts for
 * neither side.
 */
function scoreOf(judged, { pass, marginal }) {
    const weightOf = (...kinds) => judged
        .filter(({ finding }) => kinds.includes(finding.verdict))
        .reduce((sum, { metric }) => sum + metric.weight, 0);
    const all = weightOf('pass', 'fail', 'inconclusive');
    const value = (100 * weightOf('pass')) / all;
    const score = { value, atMost: (100 * weightOf('pass', 'inconclusive')) / all };
    const critical = (kind) => judged.find(({ metric, finding }) => metric.critical && finding.verdict === kind)?.finding;
    const failed = critical('fail');
    if (failed !== undefined)
        return { verdict: 'fail', reason: criticalLine(failed), score };
    const line = `score ${score_rounded(value)} of 100: ${pass} pass, below ${marginal} fails`;
    if (score.atMost < marginal)
        return { verdict: 'fail', reason: line, score };
    const open = critical('inconclusive');
    if (open !== undefined)
        return { verdict: 'inconclusive', reason: criticalLine(open), score };
    return { verdict: value >= pass ? 'pass' : 'inconclusive', reason: line, score };
}
const criticalLine = ({ name, reason }) => `${name}, which is critical: ${reason}`;
const score_rounded = (value) => Number(value.toFixed(2));

;// CONCATENATED MODULE: ./lib/domain/judging/samples/verdict.js







/**
 * Judges a canary by samples that were taken once: for a rollout that is looked at again and again use the comparison. The same samples give the same verdict, in any
 * unit and in any order. Names of metrics are unique; there is at least one.
 */
function judgeSamples(policy, metrics) {
    const asked = metrics.map((metric) => {
        const lacks = lacksOf(metric);
        return { metric, lacks, answers: lacks.length === 0 ? answersOf(metric) : [] };
    });
    const questions = asked.flatMap(({ answers }) => {
        const all = answers.reduce((sum, { question }) => sum + SHARES[question], 0);
        return answers.map(({ question, against }) => ({ p: against, weight: SHARES[question] / all }));
    });
    const adjusted = weightedHolm(questions);
    let next = 0;
    const findings = asked.map(({ metric, lacks, answers }) => {
        const own = answers.map((answer) => judged(answer, adjusted[next++] ?? 1, policy.alpha));
        return findingOf(metric, lacks, own, policy.alpha);
    });
    const named = metrics.map((metric, i) => ({ metric, finding: findings[i] }));
    return policy.score === undefined
        ? { ...withoutScore(findings), score: null, findings }
        : { ...scoreOf(named, policy.score), findings };
}
function judged(answer, adjusted, alpha) {
    const isOpen = answer.within !== null && answer.within > alpha;
    const verdict = adjusted <= alpha ? 'fail' : isOpen ? 'inconclusive' : 'pass';
    return { ...answer, adjusted, verdict };
}
function findingOf(metric, lacks, answers, alpha) {
    const isJudged = lacks.length === 0;
    const has = (kind) => answers.some(({ verdict }) => verdict === kind);
    const verdict = has('fail') ? 'fail' : !isJudged || has('inconclusive') ? 'inconclusive' : 'pass';
    const effect = isJudged ? effectOf(metric, alpha) : null;
    return {
        name: metric.name,
        unit: metric.unit,
        verdict,
        ...explain(metric, { verdict, lacks, answers, effect }),
        baseline: metric.baseline === null ? null : sideOf(metric.baseline),
        canary: sideOf(metric.canary),
        effect,
        answers,
    };
}

// EXTERNAL MODULE: ./lib/adapters/samples/read.js + 1 modules
var read = __webpack_require__(4606);
;// CONCATENATED MODULE: ./lib/adapters/samples/answer.js


/** Judges the document of `judge --input`. @throws Failure `bad-input` */
function samples(text) {
    const { policy, metrics } = (0,read/* readSamples */.aM)(text);
    const judged = judgeSamples(policy, metrics);
    return { verdict: judged.verdict, lines: printed(documentOf(judged, policy.alpha)) };
}
/** JSON over lines that are short enough to be printed whole. */
function printed(document) {
    return JSON.stringify(document, null, 2).split('\n');
}
function documentOf({ verdict, reason, score, findings }, alpha) {
    return {
        version: 1,
        verdict,
        reason,
        alpha,
        score: score && { value: score.value, atMost: score.atMost },
        metrics: findings.map((finding) => metricOf(finding, alpha)),
    };
}
function metricOf(finding, alpha) {
    const { name, unit, verdict, reason, change, baseline, canary, effect, answers } = finding;
    return {
        ...{ name, unit, verdict, reason, change, baseline, canary },
        effect: effect && answer_effectOf(effect, alpha),
        questions: answers.map(({ question, verdict, against, adjusted, within }) => ({
            ...{ question, verdict, against, adjusted, within },
        })),
    };
}
/** JSON has no infinite number: null is no bound. */
function answer_effectOf({ kind, value, interval, allowed }, alpha) {
    const bound = (one) => (Number.isFinite(one) ? one : null);
    return {
        kind,
        value: bound(value),
        interval: [bound(interval.lower), bound(interval.upper)],
        confidence: 1 - 2 * alpha,
        allowed: [bound(allowed.lower), bound(allowed.upper)],
    };
}


/***/ }),

/***/ 4606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KD: () => (/* binding */ checked),
  $5: () => (/* binding */ fitted),
  aM: () => (/* binding */ readSamples)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/statistics/pairs.js
var pairs = __webpack_require__(3311);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/adapters/samples/document.js

/** Squares of larger ones are out of a number's reach. */
const LARGEST = 1e100;
const MOST_VALUES = 1_000_000;
const Finite = schemas/* number */.aig().min(-LARGEST).max(LARGEST);
const Size = Finite.min(0);
const Reading = schemas/* union */.KCZ([Finite, schemas/* null */.chJ(), schemas/* enum */.k5n(['NaN', 'Infinity', '-Infinity'])])
    .describe('A number; null or "NaN" where the reading was lost');
const Readings = schemas/* array */.YOg(Reading).max(MOST_VALUES);
const Count = schemas/* number */.aig().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Events = schemas/* strictObject */.rej({
    count: Count.describe('What happened, for example errors'),
    total: Count.describe('What it could happen to, for example requests'),
})
    .refine(({ count, total }) => count <= total, { error: 'the count is greater than the total' });
const Tolerance = schemas/* strictObject */.rej({
    relative: Size.optional().describe('Share of the baseline, for example 0.1'),
    absolute: Size.optional().describe('In the unit; of events a share of all'),
});
const head = {
    name: schemas/* string */.YjP().min(1).max(200).describe('Unique in the document'),
    unit: schemas/* string */.YjP().max(50).default('').describe('For people'),
    direction: schemas/* enum */.k5n(['increase', 'decrease', 'either'])
        .default('increase')
        .describe('What is worse'),
    minSamples: schemas/* number */.aig().int().min(1).optional().describe('Of each side; 5 values or 100 trials'),
    critical: schemas/* boolean */.zMY().default(false).describe('With a score: its failure fails all'),
    weight: Size.gt(0).default(1).describe('In the score'),
};
const ValuesMetric = schemas/* strictObject */.rej({
    ...head,
    baseline: Readings.nullable().default(null).describe('What runs beside the canary'),
    canary: Readings,
    history: schemas/* array */.YOg(Readings).max(1000).default([]).describe('Earlier versions, one list each'),
    tolerance: Tolerance.optional().describe('The smallest effect that matters; 10 % of the baseline'),
    limit: schemas/* union */.KCZ([Finite, schemas/* strictObject */.rej({ value: Finite, quantile: schemas/* number */.aig().gt(0).lt(1) })])
        .optional()
        .describe('In the unit, of the median unless a quantile is named'),
});
const EventsMetric = schemas/* strictObject */.rej({
    ...head,
    baseline: Events.nullable().default(null).describe('What runs beside the canary'),
    canary: Events,
    tolerance: Tolerance.optional().describe('The smallest effect that matters; 100 % of the baseline or 0.005 of all, whichever is more'),
    limit: schemas/* number */.aig().min(0).max(1).optional().describe('Share of all'),
});
const Metric = schemas/* union */.KCZ([EventsMetric, ValuesMetric])
    .refine(({ direction, limit }) => direction !== 'either' || limit === undefined, {
    error: 'a limit needs a direction: increase or decrease',
});
/** What `judge --input` reads. */
const SamplesDocument = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).default(1),
    alpha: schemas/* number */.aig()
        .gt(0)
        .lt(0.5)
        .default(0.01)
        .describe('Greatest chance of a wrong fail, and of a wrong pass'),
    score: schemas/* strictObject */.rej({
        pass: schemas/* number */.aig().min(0).max(100).default(95),
        marginal: schemas/* number */.aig().min(0).max(100).default(75),
    })
        .refine(({ pass, marginal }) => marginal <= pass, { error: 'marginal is greater than pass' })
        .optional()
        .describe('Decides by weights; without it every metric has to pass'),
    metrics: schemas/* array */.YOg(Metric).min(1).max(10_000),
});

;// CONCATENATED MODULE: ./lib/adapters/samples/read.js



/** Unless the document says otherwise. */
const LEAST = { values: 5, events: 100 };
const TOLERANCE = {
    values: { relative: 0.1, absolute: 0 },
    events: { relative: 1, absolute: 0.005 },
};
/** @throws Failure `bad-input` that names the first field which is not as docs/judging.md says, or a name that is there twice. */
function readSamples(text) {
    const { alpha, score, metrics } = checked(SamplesDocument, text, 'samples');
    const seen = new Set();
    for (const { name } of metrics) {
        if (seen.has(name))
            throw badInput('samples', 'two metrics have one name');
        seen.add(name);
    }
    return { policy: { alpha, ...(score && { score }) }, metrics: metrics.map(metricOf) };
}
/**
 * A JSON text as a schema says.
 * @param what The document's kind, for the message.
 * @throws Failure `bad-input` that names the first field which is not.
 */
function checked(schema, text, what) {
    return fitted(schema, jsonOf(text, what), what);
}
/** The same of a document that is parsed already. @throws Failure `bad-input` */
function fitted(schema, document, what) {
    const parsed = schema.safeParse(document);
    if (parsed.success)
        return parsed.data;
    const { path, message } = deepest(parsed.error.issues[0]);
    throw badInput(what, `${path.join('.') || 'the whole'}: ${message}`);
}
/** A union says only that none fits: the alternative that got furthest says why. */
function deepest(issue, above = []) {
    const path = [...above, ...(issue?.path ?? [])];
    const inner = issue?.code === 'invalid_union' ? issue.errors : [];
    const found = inner.flatMap((issues) => issues.slice(0, 1).map((one) => deepest(one, path)));
    const [furthest] = found.toReversed().toSorted((a, b) => b.path.length - a.path.length);
    return furthest ?? { path, message: issue?.message ?? 'is not valid' };
}
function jsonOf(text, what) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw badInput(what, 'it is no JSON');
    }
}
function badInput(what, problem) {
    return new failure/* Failure */.HR('bad-input', `${what}: ${problem}`, 'See docs/judging.md for the document');
}
function metricOf(metric) {
    const { name, unit, direction: worse, critical, weight } = metric;
    const kind = Array.isArray(metric.canary) ? 'values' : 'events';
    const common = {
        ...{ name, unit, worse, critical, weight },
        minSamples: metric.minSamples ?? LEAST[kind],
        tolerance: toleranceOf(metric.tolerance, TOLERANCE[kind]),
    };
    const limit = limitOf(metric.limit);
    if (!('history' in metric)) {
        const events = ({ count, total }) => ({ events: count, trials: total });
        const baseline = metric.baseline && events(metric.baseline);
        return { ...common, kind: 'events', limit, baseline, canary: events(metric.canary) };
    }
    return {
        ...common,
        kind: 'values',
        limit,
        baseline: metric.baseline && readingsOf(metric.baseline),
        canary: readingsOf(metric.canary),
        history: metric.history.map(readingsOf),
    };
}
/** What is named replaces all that holds otherwise. */
function toleranceOf(named, otherwise) {
    if (named?.relative === undefined && named?.absolute === undefined)
        return otherwise;
    return { relative: named.relative ?? 0, absolute: named.absolute ?? 0 };
}
function limitOf(limit) {
    return typeof limit === 'number' ? { value: limit, quantile: 0.5 } : limit;
}
function readingsOf(readings) {
    const values = (0,pairs/* ascending */.V)(readings.filter((reading) => typeof reading === 'number'));
    const lost = readings.filter((reading) => reading === null || reading === 'NaN').length;
    return { values, lost, infinite: readings.length - values.length - lost };
}


/***/ }),

/***/ 3311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ ascending),
/* harmony export */   f: () => (/* binding */ comparePairs)
/* harmony export */ });
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


/***/ }),

/***/ 1409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ quantileOfSorted)
/* harmony export */ });
/* unused harmony export quantile */
/**
 * The value below which a share `p` (0 to 1) of sorted values lies, by straight lines between them: type 7 of R. Hyndman,
 * Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996. NaN of nothing.
 */
function quantileOfSorted(sorted, p) {
    if (!(p >= 0 && p <= 1))
        return Number.NaN;
    const place = (sorted.length - 1) * p;
    const below = Math.floor(place);
    const lower = sorted[below] ?? Number.NaN;
    const upper = sorted[Math.ceil(place)] ?? Number.NaN;
    return lower === upper ? lower : lower + (place - below) * (upper - lower);
}
/** The same of values in any order. */
function quantile(values, p) {
    return quantileOfSorted(Float64Array.from(values).sort(), p);
}


/***/ })

};
