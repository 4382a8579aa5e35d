export const id = 296;
export const ids = [296];
export const modules = {

/***/ 296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgebench: () => (/* binding */ judgebench)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(550);
;// CONCATENATED MODULE: ./lib/domain/judging/comparison/log-gamma.js
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/** ln Γ(x) for x > 0, relative error below 1e-12: Stirling's series from 10 on (Abramowitz, Stegun 6.1.40), the recurrence below. */
function logGamma(x) {
    let product = 1;
    let at = x;
    for (; at < 10; at++)
        product *= at;
    const inverse = 1 / at;
    const square = inverse * inverse;
    const series = inverse *
        (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
    return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + series - Math.log(product);
}
/** ln of x(x + 1)…(x + k − 1), for k ≥ 0 whole and x > 0. */
function logRising(x, k) {
    return k === 0 ? 0 : logGamma(x + k) - logGamma(x);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/log-sum.js
/** ln(eᵃ + eᵇ + …) without overflow; −∞ of nothing. */
function logSum(terms) {
    const top = Math.max(...terms);
    if (top === -Infinity)
        return top;
    let sum = 0;
    for (const term of terms)
        sum += Math.exp(term - top);
    return top + Math.log(sum);
}
/** Of two. */
function logAdd(a, b) {
    const top = Math.max(a, b);
    return top === -Infinity ? top : top + Math.log1p(Math.exp(Math.min(a, b) - top));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/count-evidence.js


/** A beta distribution of more than this size is a point. */
const MOST_CERTAIN = 1e6;
/**
 * Evidence that the canary's risk rose, from the events of both groups in one look. Given k events in all, those of the canary are, at a ratio
 * θ, at most Binomial(k, wθ/(wθ + 1 − w)) in convex order, whatever the shared risk of the look is (sampling without replacement is less variable: Hoeffding
 * 1963, §6), so the likelihood ratio of a larger θ against the allowed one has mean ≤ 1 for every smaller θ. The product over looks, mixed over ratios
 * and first looks, is an e-process: Wald (1945); Shafer (2021), Testing by betting, JRSS A 184.
 */
class CountEvidence {
    #ratios;
    #running;
    #startsLater;
    #unstarted = 1;
    #started = false;
    #logE = 0;
    /** @param startsLater Chance a look that a fault begins there, after the first look, which has a half of all. */
    constructor(ratios, startsLater) {
        this.#ratios = ratios;
        this.#running = ratios.map(() => -Infinity);
        this.#startsLater = startsLater;
    }
    /** Natural logarithm of the e-value now. */
    get logE() {
        return this.#logE;
    }
    add(look, wander) {
        const begins = this.#unstarted * (this.#started ? this.#startsLater : 0.5);
        this.#started = true;
        this.#unstarted -= begins;
        if (look.canary + look.baseline > 0)
            this.#bet(look, wander, Math.log(begins));
        else
            for (const i of this.#running.keys())
                this.#running[i] = this.#joined(i, Math.log(begins));
        this.#logE = logSum([
            Math.log(this.#unstarted),
            ...this.#running.map((value, i) => value + Math.log(this.#ratios[i]?.weight ?? 0)),
        ]);
    }
    #bet(look, wander, begins) {
        const q = 1 / (1 + ((1 - look.share) / look.share) * Math.exp(-wander.middle));
        const healthy = logLikelihood(look, q, wander);
        for (const [i, { ratio }] of this.#ratios.entries()) {
            const middle = wander.middle + Math.log(ratio);
            const faulty = logLikelihood(look, q, { ...wander, middle });
            this.#running[i] = this.#joined(i, begins) + faulty - healthy;
        }
    }
    #joined(i, begins) {
        return logAdd(this.#running[i] ?? -Infinity, begins);
    }
}
/** Without the binomial coefficient, which all share. */
function logLikelihood(look, healthy, { middle, deviation }) {
    const { canary, baseline } = look;
    const odds = Math.log(look.share / (1 - look.share)) + middle;
    const q = 1 / (1 + Math.exp(-odds));
    // The beta distribution whose logit has this deviation around the healthy middle.
    const size = 1 / (healthy * (1 - healthy) * deviation * deviation) - 1;
    if (!(size < MOST_CERTAIN))
        return -canary * softplus(-odds) - baseline * softplus(odds);
    return logRising(Math.max(size, 1) * q, canary) + logRising(Math.max(size, 1) * (1 - q), baseline);
}
/** ln(1 + eˣ). */
function softplus(x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/exposure.js
/** Looks by which an event may be reported late, in the mean. */
const DELAYS = [0, 2, 6, 15];
/**
 * The canary's share of what an event reported now may have happened to, where nobody knows how late events are reported: the largest share over several
 * mean delays, so that a ramp of traffic does not read as a fault.
 */
class ReportedLater {
    #sums = DELAYS.map(() => ({ baseline: 0, canary: 0 }));
    /** @returns 0…1; NaN before anything could have happened. */
    next(totals) {
        let most = Number.NaN;
        for (const [i, sum] of this.#sums.entries()) {
            const kept = DELAYS[i] / (DELAYS[i] + 1);
            sum.baseline = kept * sum.baseline + totals.baseline;
            sum.canary = kept * sum.canary + totals.canary;
            const share = sum.canary / (sum.baseline + sum.canary);
            if (!(share <= most))
                most = Number.isNaN(share) ? most : share;
        }
        return most;
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/events.js


const RATIOS = [
    { ratio: 2, weight: 0.15 },
    { ratio: 4, weight: 0.25 },
    { ratio: 8, weight: 0.25 },
    { ratio: 20, weight: 0.2 },
    { ratio: 80, weight: 0.15 },
];
/** Bad events among requests, sessions or pods: the ratio of the canary's risk to the baseline's. */
class EventEvidence {
    #policy;
    #counts;
    #exposure = new ReportedLater();
    #bad = { baseline: 0, canary: 0 };
    #total = { baseline: 0, canary: 0 };
    #looks = 0;
    #silent = 0;
    constructor(policy) {
        this.#policy = policy;
        this.#counts = new CountEvidence(RATIOS, 1 / policy.maxLooks);
    }
    add({ baseline, canary, kind }) {
        const totals = { baseline: baseline?.total ?? 0, canary: canary?.total ?? 0 };
        const late = this.#exposure.next(totals);
        this.#total.canary += totals.canary;
        this.#silent += 1;
        if (baseline === null || canary === null)
            return;
        this.#total.baseline += totals.baseline;
        const share = kind === 'sessions' ? late : totals.canary / (totals.baseline + totals.canary);
        if (!(share > 0 && share < 1))
            return;
        this.#looks += 1;
        this.#silent = 0;
        this.#bad.baseline += baseline.bad;
        this.#bad.canary += canary.bad;
        const middle = Math.log1p(this.#policy.minEffect);
        this.#counts.add({ canary: canary.bad, baseline: baseline.bad, share }, { middle, deviation: 0 });
    }
    standing() {
        const [c, b] = [this.#bad.canary + 0.5, this.#bad.baseline + 0.5];
        const { canary, baseline } = this.#total;
        return {
            logE: this.#counts.logE,
            effect: canary > 0 && baseline > 0 ? c / canary / (b / baseline) : 1,
            information: 1 / (1 / c + 1 / b),
            n: canary,
            looks: this.#looks,
            silent: this.#silent,
        };
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/finding.js
/** A ratio of this size is not surprising: the scale of the mixture that the interval comes from. */
const TYPICAL = 0.1;
function findingOf({ name, kind, share }, { logE, effect, information, n, looks, silent }, policy) {
    const half = halfWidth(information, policy.alpha);
    const interval = looks > 0 ? [effect * Math.exp(-half), effect * Math.exp(half)] : null;
    const strength = Math.exp(Math.min(logE, MOST)) * share * policy.alpha * policy.relaxed;
    return { name, kind, effect, interval, n, looks, silent, strength };
}
/** Evidence beyond this is not told apart: it could not be written as a number. */
const MOST = 500;
/** Half width of Robbins' confidence sequence for a normal mean, of ln(effect): Howard, Ramdas, McAuliffe, Sekhon (2021), Ann. Stat. 49, eq. 14. */
function halfWidth(information, alpha) {
    const scaled = TYPICAL * TYPICAL * information;
    return Math.sqrt(((1 + 1 / scaled) * (Math.log1p(scaled) + 2 * Math.log(1 / alpha))) / information);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/histogram.js
/** Widths of the buckets in ln(latency); the first and the last, which have one end, are as wide as their neighbours. */
function widthsOf(bounds) {
    const inner = bounds.slice(1).map((bound, i) => Math.log(bound / bounds[i]));
    const [first = Math.LN2] = inner;
    return [first, ...inner, inner.at(-1) ?? first];
}
/** Mean of ln(latency), each request in the middle of its bucket; NaN of nothing. */
function meanLog(bounds, counts) {
    const widths = widthsOf(bounds);
    let [sum, total] = [0, 0];
    for (const [i, n] of counts.entries()) {
        const upper = Math.log(bounds[Math.min(i, bounds.length - 1)]);
        const half = widths[i] / 2;
        sum += n * (i < bounds.length ? upper - half : upper + half);
        total += n;
    }
    return sum / total;
}
/** How many there are. */
function totalOf(counts) {
    return counts.reduce((sum, n) => sum + n, 0);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/density.js

/** So many requests of the logistic shape stand beside those that were seen, until they outweigh it. */
const PRIOR = 100;
/**
 * The density of ln(latency) as a function of the share of requests below, f(F⁻¹(u)), learned from buckets. It says what a shift of all
 * latencies does to a rank, whatever the level of the moment is: moving by δ takes δ·f(F⁻¹(u)) of the requests across the point u.
 * Hájek, Šidák (1967), Theory of rank tests, §I.2.4.
 */
class DensityQuantile {
    #at;
    #density;
    /** @param counts Requests in each bucket, any number of them. */
    constructor(bounds, counts) {
        const widths = widthsOf(bounds);
        const total = counts.reduce((sum, n) => sum + n, 0);
        const share = counts.map((n) => (total > 0 ? n / total : 1 / counts.length));
        const logistic = 1 / scaleOf(bounds, share);
        const trust = total / (total + PRIOR);
        const heights = share.map((p, i) => p / widths[i]);
        let below = 0;
        this.#at = [0, ...share.map((p) => (below += p))];
        this.#density = this.#at.map((u, i) => {
            if (i === 0 || i === share.length)
                return 0;
            return trust * edge(heights, widths, i) + (1 - trust) * u * (1 - u) * logistic;
        });
    }
    /** The density where this share of the requests lies below. */
    at(u) {
        const above = this.#at.findIndex((point) => point >= u);
        if (above <= 0)
            return 0;
        const from = this.#at[above - 1];
        const to = this.#at[above];
        const part = to > from ? (u - from) / (to - from) : 1;
        return ((1 - part) * this.#density[above - 1] + part * this.#density[above]);
    }
}
/** The density at the edge below bucket i, from the mean densities around it: exact for a cubic where the widths are equal. */
function edge(heights, widths, i) {
    const [before, after] = [heights[i - 1], heights[i]];
    const [left, right] = [widths[i - 1], widths[i]];
    const linear = (right * before + left * after) / (left + right);
    const outer = (heights[i - 2] ?? 0) + (heights[i + 1] ?? 0);
    const even = Math.abs(left - right) < 0.01 * (left + right);
    const cubic = (7 * (before + after) - outer) / 12;
    return even ? Math.max(cubic, linear / 2) : linear;
}
/** Scale of the logistic distribution with the variance of these buckets; of ln(latency). */
function scaleOf(bounds, share) {
    const widths = widthsOf(bounds);
    const middles = share.map((_, i) => middleOf(bounds, widths, i));
    const mean = share.reduce((sum, p, i) => sum + p * middles[i], 0);
    const variance = share.reduce((sum, p, i) => sum + p * (middles[i] - mean) ** 2, 0);
    const typical = (widths[1] ?? widths[0] ?? 1) ** 2 / 12;
    return Math.sqrt((3 * Math.max(variance, typical)) / Math.PI ** 2);
}
function middleOf(bounds, widths, i) {
    const half = widths[i] / 2;
    return i < bounds.length
        ? Math.log(bounds[i]) - half
        : Math.log(bounds.at(-1) ?? 1) + half;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-filter.js
/**
 * Kalman filter of y = mean + u + e, u an AR(1) process of this noise, e ~ N(0, v) with v known at each look. It whitens the data and, beside
 * it, a constant and each shape of a fault, so that the likelihood of every mean a + d·shape is a quadratic in a and d.
 * Source: Harvey (1989), Forecasting, structural time series models and the Kalman filter, §3.
 */
class LevelFilter {
    noise;
    #variance;
    #spread;
    #data = 0;
    #constant = 0;
    #shapes;
    /** Log likelihood of the mean 0, up to a constant that all noises share. */
    logLikelihood = 0;
    /** Score and information of a constant mean. */
    score = 0;
    information = 0;
    /** The same of each shape, and its product with the constant. */
    scores;
    informations;
    crossed;
    constructor(noise, shapes) {
        this.noise = noise;
        this.#variance = noise.deviation ** 2;
        this.#spread = this.#variance;
        this.#shapes = new Float64Array(shapes);
        this.scores = new Float64Array(shapes);
        this.informations = new Float64Array(shapes);
        this.crossed = new Float64Array(shapes);
    }
    /** One look: the difference, its sampling variance, and the height of each shape now. */
    add(y, v, heights) {
        const { memory } = this.noise;
        const total = this.#spread + v;
        const gain = this.#spread / total;
        const off = y - this.#data;
        const one = 1 - this.#constant;
        this.logLikelihood -= (Math.log(total) + (off * off) / total) / 2;
        this.score += (one * off) / total;
        this.information += (one * one) / total;
        this.#data = memory * (this.#data + gain * off);
        this.#constant = memory * (this.#constant + gain * one);
        for (let i = 0; i < heights.length; i++) {
            const before = this.#shapes[i];
            const own = heights[i] - before;
            if (own === 0)
                continue;
            this.scores[i] = this.scores[i] + (own * off) / total;
            this.informations[i] = this.informations[i] + (own * own) / total;
            this.crossed[i] = this.crossed[i] + (own * one) / total;
            this.#shapes[i] = memory * (before + gain * own);
        }
        this.#age(this.#spread * (1 - gain));
    }
    /** A look without a value. */
    miss() {
        const { memory } = this.noise;
        this.#data *= memory;
        this.#constant *= memory;
        for (let i = 0; i < this.#shapes.length; i++)
            this.#shapes[i] = memory * this.#shapes[i];
        this.#age(this.#spread);
    }
    #age(spread) {
        const kept = this.noise.memory ** 2;
        this.#spread = kept * spread + (1 - kept) * this.#variance;
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-returned.js
/**
 * Log likelihood of the best level that changes once, at one of these steps, and lies at or below the bound before and after: a canary that was better for a
 * while and is as good as its baseline again. Without it such a return would look like a fault to a judge that knows one level only. −∞ without steps.
 */
function peakReturned(filter, bound, steps) {
    let best = -Infinity;
    for (const i of steps)
        best = Math.max(best, twoLevels(quadraticOf(filter, i), bound));
    return filter.logLikelihood + best;
}
function quadraticOf(filter, i) {
    const { score, information } = filter;
    const [t, w, crossed] = [filter.scores, filter.informations, filter.crossed].map((of) => of[i]);
    const [after, both] = [w, crossed];
    return {
        s: score - t,
        t: t,
        v: information - 2 * both + after,
        w: after,
        c: both - after,
    };
}
/** The greatest value with p and q at most the bound. */
function twoLevels(quadratic, bound) {
    const { s, t, v, w, c } = quadratic;
    const value = (p, q) => s * p + t * q - (v * p * p + 2 * c * p * q + w * q * q) / 2;
    const det = v * w - c * c;
    const [p, q] = [(w * s - c * t) / det, (v * t - c * s) / det];
    if (det > 0 && p <= bound && q <= bound)
        return value(p, q);
    const alone = (score, information) => information > 0 ? Math.min(bound, (score - c * bound) / information) : bound;
    return Math.max(value(bound, alone(t, w)), value(alone(s, v), bound));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/normal-bound.js
const normal_bound_HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/**
 * A lower bound of ln Φ(x), at most 0.23 below it and close to it in both tails. A bound on this side keeps an
 * alternative's likelihood from being overstated, and costs two square roots.
 *
 * Below 0: Birnbaum (1942), An inequality for Mill's ratio, Ann. Math. Stat. 13. Above: Sampford (1953), Some inequalities on Mill's
 * ratio, Ann. Math. Stat. 24.
 */
function logNormalBound(x) {
    const logDensity = -normal_bound_HALF_LOG_TWO_PI - (x * x) / 2;
    if (x <= 0)
        return logDensity + Math.log(2 / (Math.sqrt(x * x + 4) - x));
    return Math.log1p(-Math.min(0.5, Math.exp(logDensity) * (4 / (3 * x + Math.sqrt(x * x + 8)))));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-evidence.js




/** As high from its first look on as ever. */
const step = () => 1;
/** How likely a healthy canary is held to have one level throughout, and to have come back from a better one. */
const [LOG_STEADY, LOG_RETURNED] = [Math.log(0.98), Math.log(0.02)];
/**
 * Evidence that a level rose, from one difference (canary − baseline) a look. The e-value at each look is
 *
 *   Σ noises p · (Σ faults w · likelihood)  /  Σ noises p · (max over levels ≤ `offset` of likelihood)
 *
 * so for a service whose noise is drawn from the grid by p, with any level up to the allowed offset, an improvement however large
 * included, it lies below a non-negative martingale that starts at 1 (up to the 0.98 of STEADY), and reaches 1/α at any look with a chance of at
 * most α (Ville 1939). For one given noise of the grid that bound is α/p, for a canary that was better and comes back α/0.02. Dividing by
 * the largest likelihood: Wasserman, Ramdas, Balakrishnan (2020), Universal inference, PNAS 117, §8. Mixing over sizes: Robbins (1970),
 * Ann. Math. Stat. 41.
 */
class LevelEvidence {
    #settings;
    #filters;
    #heights;
    #age = 0;
    #used = 0;
    #logE = 0;
    constructor(settings) {
        this.#settings = settings;
        this.#filters = settings.noises.map((noise) => new LevelFilter(noise, settings.onsets.length));
        this.#heights = new Float64Array(settings.onsets.length);
    }
    /** Looks with a value. */
    get used() {
        return this.#used;
    }
    /** Natural logarithm of the e-value now. */
    get logE() {
        return this.#logE;
    }
    /** One look. @param v Sampling variance of `y`, above 0. */
    add(y, v) {
        const { onsets } = this.#settings;
        for (const [i, { at, shape }] of onsets.entries())
            this.#heights[i] = this.#age < at ? 0 : shape(this.#age - at);
        for (const filter of this.#filters)
            filter.add(y, v, this.#heights);
        this.#age += 1;
        this.#used += 1;
        this.#logE = this.#faulty() - this.#healthy();
    }
    /** A look in which one of the groups has no value. */
    miss() {
        for (const filter of this.#filters)
            filter.miss();
        this.#age += 1;
    }
    /** The likeliest constant difference, and its information, under the noise that explains the data best. */
    get estimate() {
        const best = this.#filters.reduce((a, b) => (peak(b) > peak(a) ? b : a));
        const { score, information } = best;
        return { value: information > 0 ? score / information : 0, information };
    }
    #healthy() {
        const { offset } = this.#settings;
        return logSum(this.#filters.flatMap((filter) => {
            const noise = Math.log(filter.noise.weight);
            const returned = peakReturned(filter, offset, this.#returns());
            return [noise + LOG_STEADY + peak(filter, offset), noise + LOG_RETURNED + returned];
        }));
    }
    /** Indices of the steps that have begun after the first look. */
    #returns() {
        const { onsets } = this.#settings;
        return [...onsets.keys()].filter((i) => {
            const { at, shape } = onsets[i];
            return at > 0 && at < this.#age && shape === step;
        });
    }
    #faulty() {
        return logSum(this.#filters.map((filter) => faultyUnder(filter, this.#settings, this.#age)));
    }
}
/** Log likelihood of the best constant mean up to a bound. */
function peak({ logLikelihood, score, information }, bound = Infinity) {
    const mean = information > 0 ? Math.min(bound, score / information) : 0;
    return logLikelihood + score * mean - (information * mean * mean) / 2;
}
/** The alternatives under one noise, the placement a ~ N(0, placement²) integrated out. */
function faultyUnder(filter, settings, age) {
    const { logLikelihood, score, information, noise } = filter;
    const narrow = 1 / (settings.placement ** -2 + information);
    const base = logLikelihood + (Math.log(narrow / settings.placement ** 2) + narrow * score * score) / 2;
    const terms = [0];
    let idle = 1;
    for (const [i, onset] of settings.onsets.entries()) {
        if (onset.at >= age)
            continue;
        const crossed = filter.crossed[i];
        const s = filter.scores[i] - narrow * crossed * score;
        const v = filter.informations[i] - narrow * crossed * crossed;
        const share = Math.log(onset.weight / settings.sizes.length);
        for (const size of settings.sizes)
            terms.push(share + factor(s, v, settings.smallest, size));
        idle -= onset.weight;
    }
    terms[0] = Math.log(Math.max(idle, 1e-9));
    return Math.log(noise.weight) + base + logSum(terms);
}
/** ln ∫ exp(s·d − v·d²/2) over d = smallest + a half normal of this size. */
function factor(s, v, smallest, size) {
    const left = s - v * smallest;
    const wide = 1 + size * size * v;
    const half = Math.LN2 +
        ((size * size * left * left) / wide - Math.log(wide)) / 2 +
        logNormalBound((size * left) / Math.sqrt(wide));
    return s * smallest - (v * smallest * smallest) / 2 + half;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/level-settings.js

/** Not more first looks of a fault than this are told apart. */
const MOST_STARTS = 24;
/** Weights of faults there from the first look, of those that come later, and of those that grow; the rest stays with none. */
const WEIGHTS = { first: 0.45, later: 0.3, growing: 0.2 };
/** A shift of latency may be read so much too large, because what a rank is worth is learned from buckets. */
const OVERREAD = 1.12;
/** As high as a step after this many looks. */
const GROWN = 20;
const growing = (k) => (k + 1) / GROWN;
/** A share of the level, whatever the noise of the service is within what is called healthy. */
function latencySettings(policy) {
    const { offset, ownNoise, memory } = policy.healthy;
    const greatest = OVERREAD * ownNoise * Math.SQRT2;
    return {
        offset: OVERREAD * Math.log1p(offset),
        noises: noisesOf([0.12, 0.35, 0.6, 0.8, 1].map((part) => part * greatest), [0, 0.6 * memory, memory]),
        onsets: onsetsOf(policy, [growing]),
        smallest: Math.log1p(policy.minEffect),
        sizes: [0.08, 0.5],
        placement: 0.01,
    };
}
/** Saturations are noisier than latencies: up to twice. */
function gaugeSettings(policy) {
    const { offset, ownNoise, memory } = policy.healthy;
    const greatest = 2 * ownNoise * Math.SQRT2;
    return {
        ...latencySettings(policy),
        offset: Math.log1p(2 * offset),
        noises: noisesOf([0.2, 0.5, 0.8, 1].map((part) => part * greatest), [0, 0.6 * memory, memory]),
        sizes: [0.15, 0.6],
        placement: 0.02,
    };
}
/** A queue wanders by a multiple of itself, and what is wrong with it grows. */
function lagSettings(policy) {
    const growths = [0.1, 0.3].map((rate) => (k) => Math.log1p(rate * (k + 1)));
    return {
        offset: Math.log(1.25),
        noises: noisesOf([0.15, 0.3, 0.42, 0.56], [0, 0.6 * policy.healthy.memory, policy.healthy.memory]),
        onsets: onsetsOf(policy, growths),
        smallest: Math.log(1.25),
        sizes: [0.5, 1.5],
        placement: 0.1,
    };
}
function noisesOf(deviations, memories) {
    const weight = 1 / (deviations.length * memories.length);
    return deviations.flatMap((deviation) => memories.map((memory) => ({ deviation, memory, weight })));
}
function onsetsOf({ maxLooks }, growths) {
    const stride = Math.max(2, Math.ceil(maxLooks / MOST_STARTS));
    const later = Array.from({ length: Math.ceil(maxLooks / stride) - 1 }, (_, i) => (i + 1) * stride);
    const starts = [0, 1, 2, 3].map((part) => Math.round((part * maxLooks) / 6));
    const share = WEIGHTS.growing / (starts.length * growths.length);
    return [
        { at: 0, shape: step, weight: WEIGHTS.first },
        ...later.map((at) => ({ at, shape: step, weight: WEIGHTS.later / later.length })),
        ...growths.flatMap((shape) => starts.map((at) => ({ at, shape, weight: share }))),
    ];
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/location.js

/** Requests of the past that stand beside those of the look, so that the ranks of a few requests mean something. */
const PAST = 30;
/** Below so many requests' worth of score there is no scale to measure a shift with. */
const LEAST_SLOPE = 1e-3;
/**
 * The shift of one look by a linear rank statistic: the difference of mean scores over the change of it that a shift of 1 makes. Both groups are measured
 * in the same buckets, and the ranks are those of this look, so that nothing that both groups share moves it.
 * Undefined where a group has no requests or all are in one bucket.
 */
function shiftOf(sides, past, density, scores) {
    const [nb, nc] = [totalOf(sides.baseline), totalOf(sides.canary)];
    if (nb === 0 || nc === 0)
        return undefined;
    const weight = PAST / Math.max(totalOf(past), PAST);
    const pooled = sides.baseline.map((n, i) => n + sides.canary[i] + weight * past[i]);
    const { values, slope, variance } = scored(pooled, density, scores);
    if (slope < LEAST_SLOPE)
        return undefined;
    const difference = meanOf(sides.canary, values, nc) - meanOf(sides.baseline, values, nb);
    return { y: difference / slope, v: (variance * (1 / nb + 1 / nc)) / slope ** 2 };
}
function scored(pooled, density, scores) {
    const all = totalOf(pooled);
    const values = [];
    let [below, flowBelow, slope, square, mean] = [0, 0, 0, 0, 0];
    for (const n of pooled) {
        const share = n / all;
        const above = below + share;
        const flowAbove = density.at(Math.min(above, 1));
        const score = scoreOf(scores, { below, above, flow: flowBelow - flowAbove });
        values.push(score);
        slope += score * (flowBelow - flowAbove);
        square += share * score * score;
        mean += share * score;
        [below, flowBelow] = [above, flowAbove];
    }
    return { values, slope, variance: square - mean * mean };
}
function scoreOf(scores, { below, above, flow }) {
    if (scores === 'ranks')
        return (below + above) / 2;
    return above - below > 1e-9 ? flow / (above - below) : 0;
}
function meanOf(counts, values, total) {
    return counts.reduce((sum, n, i) => sum + n * values[i], 0) / total;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/shared-jump.js
/** Own noise that comes with a change that both groups share, as a share of the change. */
const UNEVEN = 0.05;
const KEPT = 0.8;
/**
 * Variance that a look has because the service as a whole has just changed: an incident or a noisy neighbour hits two groups slightly unevenly. Read from
 * the baseline alone, so that a faulty canary cannot hide behind its own fault.
 */
class SharedJump {
    #usual = Number.NaN;
    /** @param level Logarithm of the baseline's level; NaN where it has none. */
    next(level) {
        if (Number.isNaN(level))
            return 0;
        const jump = Number.isNaN(this.#usual) ? 0 : level - this.#usual;
        this.#usual = Number.isNaN(this.#usual) ? level : KEPT * this.#usual + (1 - KEPT) * level;
        return (UNEVEN * jump) ** 2;
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/tail.js


const tail_RATIOS = [1.5, 2.5, 5, 12, 30].map((ratio) => ({ ratio, weight: 0.2 }));
/** No cut has a greater share of the past requests above it. */
const tail_MOST = 0.1;
/** Evidence that more of the canary's requests are slower than a bound that about this share of the baseline's exceed. */
class TailEvidence {
    #share;
    #counts;
    constructor(share, startsLater) {
        this.#share = share;
        this.#counts = new CountEvidence(tail_RATIOS, startsLater);
    }
    get logE() {
        return this.#counts.logE;
    }
    /** One look. @param past Baseline requests before it; the cut is chosen from them alone. */
    add(sides, past, density, healthy) {
        const cut = cutOf(past, this.#share);
        const [nb, nc] = [totalOf(sides.baseline), totalOf(sides.canary)];
        if (cut === undefined || nb === 0 || nc === 0)
            return;
        const [baseline, canary] = [above(sides.baseline, cut), above(sides.canary, cut)];
        const share = Math.min(tail_MOST, (baseline + canary + 1) / (nb + nc + 1 / this.#share));
        const wander = wanderOf(density.at(1 - share) / share, healthy);
        this.#counts.add({ baseline, canary, share: nc / (nb + nc) }, wander);
    }
}
/**
 * A healthy shift δ changes the share above a cut by the factor exp(slope·δ). The own noise of both groups counts as if it were new in each look, with a
 * deviation that gives sums over looks the variance that its memory gives them, (1 + φ)/(1 − φ) times as much.
 */
function wanderOf(slope, { offset, ownNoise, memory }) {
    const deviation = ownNoise * Math.sqrt((2 * (1 + memory)) / (1 - memory));
    return { middle: slope * offset, deviation: slope * deviation };
}
/** The first bucket above the bound whose share of the past is nearest to `share`; undefined where none is small enough. */
function cutOf(past, share) {
    const total = totalOf(past);
    let [best, distance] = [undefined, Infinity];
    for (let cut = 1; cut < past.length && total > 0; cut++) {
        const beyond = above(past, cut) / total;
        const off = Math.abs(Math.log((beyond + 1e-6) / share));
        if (beyond <= tail_MOST && off < distance)
            [best, distance] = [cut, off];
    }
    return best;
}
function above(counts, cut) {
    let sum = 0;
    for (let i = cut; i < counts.length; i++)
        sum += counts[i];
    return sum;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/latency.js









/** How much of the metric's alpha each view of it has. */
const latency_WEIGHTS = { ranks: 0.2, efficient: 0.26, tail: 0.18 };
const TAILS = [0.05, 0.015, 0.004];
/** A look that lies so far back counts half: 1 − ln 2 / 23. */
const latency_KEPT = 0.97;
/** Latency: its level by two scores, and its tail at three cuts. */
class LatencyEvidence {
    #policy;
    #levels;
    #tails;
    #jump = new SharedJump();
    #bounds;
    #past;
    #requests = 0;
    #silent = 0;
    constructor(policy) {
        this.#policy = policy;
        const settings = latencySettings(policy);
        this.#levels = { ranks: new LevelEvidence(settings), efficient: new LevelEvidence(settings) };
        this.#tails = TAILS.map((share) => new TailEvidence(share, 1 / policy.maxLooks));
    }
    add(look, minute) {
        const { baseline, canary, bounds } = look;
        this.#bounds ??= bounds;
        if (bounds.some((bound, i) => bound !== this.#bounds?.[i]))
            throw new failure/* Failure */.H('bad-input', `${look.name} has other buckets at minute ${minute} than before`);
        const past = this.#past ?? bounds.map(() => 0).concat(0);
        this.#requests += totalOf(canary?.buckets ?? []);
        this.#silent += 1;
        const jump = baseline === null ? 0 : this.#jump.next(meanLog(bounds, baseline.buckets));
        if (minute > this.#policy.warmupMinutes) {
            if (baseline === null || canary === null)
                this.#miss();
            else
                this.#bet({ baseline: baseline.buckets, canary: canary.buckets }, { bounds, past, jump });
        }
        if (baseline !== null)
            this.#past = past.map((n, i) => latency_KEPT * n + baseline.buckets[i]);
    }
    standing() {
        const { ranks, efficient } = this.#levels;
        const logE = logSum([
            Math.log(latency_WEIGHTS.ranks) + ranks.logE,
            Math.log(latency_WEIGHTS.efficient) + efficient.logE,
            ...this.#tails.map((tail) => Math.log(latency_WEIGHTS.tail) + tail.logE),
        ]);
        const { value, information } = ranks.estimate;
        const [n, silent] = [this.#requests, this.#silent];
        return { logE, effect: Math.exp(value), information, n, looks: ranks.used, silent };
    }
    #bet(sides, { bounds, past, jump }) {
        const density = new DensityQuantile(bounds, past);
        for (const scores of ['ranks', 'efficient']) {
            const shift = shiftOf(sides, past, density, scores);
            if (shift === undefined)
                this.#levels[scores].miss();
            else {
                this.#levels[scores].add(shift.y, shift.v + jump);
                this.#silent = 0;
            }
        }
        for (const tail of this.#tails)
            tail.add(sides, past, density, this.#policy.healthy);
    }
    #miss() {
        for (const level of Object.values(this.#levels))
            level.miss();
    }
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/readings.js



/** Variance of one reading around the level of its look, before any was seen, and how many readings that counts as. */
const BEFORE = { variance: 0.0025, readings: 10 };
/** A gauge or a lag, by the logarithm of its readings. */
class ReadingsEvidence {
    #policy;
    #level;
    #jump = new SharedJump();
    #floor;
    #squares = BEFORE.variance * BEFORE.readings;
    #degrees = BEFORE.readings;
    #readings = 0;
    #silent = 0;
    constructor(policy, kind) {
        this.#policy = policy;
        this.#level = new LevelEvidence(kind === 'lag' ? lagSettings(policy) : gaugeSettings(policy));
        // Half a message; a gauge has no smallest step.
        this.#floor = kind === 'lag' ? 0.5 : 1e-9;
    }
    add({ baseline, canary }, minute) {
        const [b, c] = [this.#logs(baseline), this.#logs(canary)];
        this.#readings += c.length;
        this.#silent += 1;
        const jump = this.#jump.next(mean(b));
        if (minute > this.#policy.warmupMinutes) {
            const v = (this.#squares / this.#degrees) * (1 / b.length + 1 / c.length);
            if (b.length === 0 || c.length === 0)
                this.#level.miss();
            else {
                this.#level.add(mean(c) - mean(b), v + jump);
                this.#silent = 0;
            }
        }
        for (const logs of [b, c])
            this.#learn(logs);
    }
    standing() {
        const { value, information } = this.#level.estimate;
        const [n, looks, silent] = [this.#readings, this.#level.used, this.#silent];
        return { logE: this.#level.logE, effect: Math.exp(value), information, n, looks, silent };
    }
    #logs(side) {
        const readings = (side?.values ?? []).filter((value) => value !== null && Number.isFinite(value));
        return readings.map((value) => Math.log(Math.max(value, this.#floor)));
    }
    #learn(logs) {
        const middle = mean(logs);
        for (const log of logs)
            this.#squares += (log - middle) ** 2;
        this.#degrees += Math.max(0, logs.length - 1);
    }
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/verdict.js
/** Looks that a metric may be silent before nothing is promoted on it. */
const SILENT = 5;
function verdictOf(minute, findings, policy) {
    const strength = findings.reduce((sum, finding) => sum + finding.strength, 0);
    if (strength >= 1) {
        const worst = findings.reduce((a, b) => (b.strength > a.strength ? b : a));
        return { verdict: 'fail', reason: failed(worst, strength), minute, strength, findings };
    }
    const missing = findings.filter(isMissing).map(missed);
    const few = tooFew(findings, policy);
    const lacks = few === undefined ? missing : [few, ...missing];
    if (lacks.length > 0)
        return { verdict: 'inconclusive', reason: lacks.join('; '), minute, strength, findings };
    const reason = `nothing against the canary: ${evidence(strength)}, and stops at 100 %`;
    return { verdict: 'pass', reason, minute, strength, findings };
}
function failed(worst, strength) {
    const { name, effect, interval, looks, n } = worst;
    const [low, high] = interval ?? [0, Infinity];
    return `${name}: ${verdict_factor(effect)} times the baseline (${verdict_factor(low)} to ${verdict_factor(high)}) in ${looks} looks, ${n} of the canary; ${evidence(strength)}`;
}
/** The least that the canary must have served is asked of its busiest metric that counts requests. */
function tooFew(findings, { minRequests }) {
    const counted = findings.filter(({ kind }) => kind === 'latency' || kind === 'errors');
    const n = Math.max(0, ...counted.map((finding) => finding.n));
    return n < minRequests ? `${n} requests of the canary, ${minRequests} are needed` : undefined;
}
function isMissing({ looks, silent }) {
    return looks === 0 || silent > SILENT;
}
function missed({ name, silent }) {
    return `${name}: no value of both groups for ${silent} looks`;
}
function evidence(strength) {
    return `evidence ${strength >= 10 ? 'over 1000' : Number((100 * strength).toPrecision(2))} % of what stops`;
}
function verdict_factor(ratio) {
    return String(Number(ratio.toPrecision(3)));
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/weights.js
/** How much of alpha a metric has beside others: most where faults are hardest to tell from noise. */
const weights_WEIGHTS = {
    latency: 6,
    errors: 3,
    lag: 2.5,
    sessions: 1.5,
    gauge: 1.5,
    restarts: 0.5,
};
/** The share of alpha that each metric has, in the order given; together 1. */
function sharesOf(metrics) {
    const all = metrics.reduce((sum, { kind }) => sum + weights_WEIGHTS[kind], 0);
    return metrics.map(({ kind }) => weights_WEIGHTS[kind] / all);
}

;// CONCATENATED MODULE: ./lib/domain/judging/comparison/comparison.js







/**
 * Judges a canary against the baseline that runs beside it, look by look. The same looks give the same verdicts, a verdict depends on the looks
 * up to it alone, and once `fail` it stays so.
 */
class Comparison {
    #policy;
    #watched;
    #failed;
    constructor(policy) {
        this.#policy = policy;
    }
    /**
     * The verdict after one more look.
     * @throws Failure for a look whose metrics are not those of the first: how alpha is split is settled there.
     */
    next({ minute, metrics }) {
        if (this.#failed !== undefined)
            return this.#failed;
        this.#watched ??= watch(metrics, this.#policy);
        const looks = byName(metrics);
        for (const { name, kind, add } of this.#watched) {
            const look = looks.get(name);
            if (look?.kind !== kind || looks.size !== this.#watched.length)
                throw new failure/* Failure */.H('bad-input', `minute ${minute} has other metrics than the first look`);
            add(look, minute);
        }
        const findings = this.#watched.map(({ name, kind, share, standing }) => findingOf({ name, kind, share }, standing(), this.#policy));
        const verdict = verdictOf(minute, findings, this.#policy);
        if (verdict.verdict === 'fail')
            this.#failed = verdict;
        return verdict;
    }
}
/** The verdict at each look. */
function compare(policy, looks) {
    const comparison = new Comparison(policy);
    return looks.map((look) => comparison.next(look));
}
/** In an order of their own, so that the order in which metrics are given changes nothing. */
function watch(metrics, policy) {
    const sorted = [...byName(metrics).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const shares = sharesOf(sorted);
    return sorted.map((first, i) => {
        const { name, kind } = first;
        return { name, kind, share: shares[i], ...evidenceOf(first, policy) };
    });
}
function byName(metrics) {
    const named = new Map(metrics.map((metric) => [metric.name, metric]));
    if (named.size !== metrics.length || named.size === 0)
        throw new failure/* Failure */.H('bad-input', 'a look needs metrics, each with a name of its own');
    return named;
}
function evidenceOf(first, policy) {
    if (first.kind === 'latency')
        return fed(new LatencyEvidence(policy), isLatency);
    if (isReadings(first))
        return fed(new ReadingsEvidence(policy, first.kind), isReadings);
    return fed(new EventEvidence(policy), isCounts);
}
function fed(evidence, fits) {
    return {
        add: (look, minute) => {
            if (fits(look))
                evidence.add(look, minute);
        },
        standing: () => evidence.standing(),
    };
}
const isLatency = (look) => look.kind === 'latency';
const isReadings = (look) => look.kind === 'gauge' || look.kind === 'lag';
const isCounts = (look) => !isLatency(look) && !isReadings(look);

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
var schemas = __webpack_require__(857);
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
    return new failure/* Failure */.H('bad-input', `judgebench/1: ${what}`, 'See docs/judging.md for the document');
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
    const verdicts = compare({ ...DEFAULT_POLICY, ...policy }, looks.map(lookOf));
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
