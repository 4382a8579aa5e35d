"""Rows for the checkers of scripts/conformance, computed by SciPy and NumPy from a seed: argv[1]."""

import json
import math
import sys
import warnings

import numpy as np
from scipy import stats

warnings.filterwarnings("ignore")
random = np.random.default_rng(int(sys.argv[1]))
WAYS = ["two-sided", "greater", "less"]


def sample(n, kind):
    """Values of very different sizes and shapes; `ties` are few different ones."""
    if kind == "ties":
        return [float(v) for v in random.integers(0, 6, n)]
    if kind == "negative":
        return [float(v) for v in random.normal(-3, 5, n)]
    scale = {"tiny": 1e-12, "huge": 1e12, "usual": 100.0}[kind]
    return [float(v) for v in scale * np.exp(random.normal(0, 0.3, n))]


KINDS = ["usual", "tiny", "huge", "negative", "ties"]


def samples(least=2, most=60):
    kind = KINDS[random.integers(len(KINDS))]
    n, m = (int(v) for v in random.integers(least, most, 2))
    return kind, sample(n, kind), sample(m, kind)


def number(value):
    value = float(value)
    return value if math.isfinite(value) else None


def row(name, fn, given, expected, tolerance=1e-8):
    return {"id": name, "fn": fn, "input": given, "expected": expected, "relTol": tolerance}


def mannwhitney(i):
    kind, x, y = samples(1)
    way = WAYS[i % 3]
    exact = kind != "ties" and i % 2 == 0
    found = stats.mannwhitneyu(
        x, y, alternative=way, method="exact" if exact else "asymptotic", use_continuity=i % 4 != 3
    )
    given = {"x": x, "y": y, "alternative": way, "method": "exact" if exact else "asymptotic"}
    if not exact:
        given["continuity"] = i % 4 != 3
    return row(f"{kind}/{i}", "mannWhitneyU", given, {"U": number(found.statistic), "p": number(found.pvalue)})


def ttest(i):
    kind, x, y = samples()
    way, equal = WAYS[i % 3], i % 4 == 3
    found = stats.ttest_ind(x, y, equal_var=equal, alternative=way)
    expected = {"t": number(found.statistic), "p": number(found.pvalue)}
    # Of two samples without spread Welch's degrees of freedom are 0/0; SciPy writes any number, which it does not use.
    if np.var(x) + np.var(y) > 0:
        expected["df"] = number(found.df)
    if way == "two-sided" and not equal:
        expected["ci95"] = [number(v) for v in found.confidence_interval(0.95)]
    return row(f"{kind}/{i}", "studentT" if equal else "welchT", {"x": x, "y": y, "alternative": way}, expected)


def ks(i):
    kind, x, y = samples(2, 400 if i % 3 == 0 else 60)
    method = ["exact", "asymp"][i % 2]
    found = stats.ks_2samp(x, y, method=method)
    return row(f"{kind}/{i}", "ks2", {"x": x, "y": y, "method": method}, {"D": number(found.statistic), "p": number(found.pvalue)}, 1e-7)


def descriptive(i):
    kind, x, _ = samples(2)
    percent = [0, 1, 5, 25, 50, 75, 90, 95, 99, 100]
    expected = {
        "mean": number(np.mean(x)),
        "median": number(np.median(x)),
        "quantiles_type7": {"p": percent, "v": [number(v) for v in np.percentile(x, percent)]},
        "sd_n-1": number(np.std(x, ddof=1)),
        "mad": number(stats.median_abs_deviation(x)),
        "trimmedMean20": number(stats.trim_mean(x, 0.2)),
    }
    if min(x) > 0:
        expected["geomean"] = number(stats.gmean(x))
    return row(f"{kind}/{i}", "describe", {"x": x}, expected, 1e-9)


def holm(p):
    order = np.argsort(p)
    steps = np.maximum.accumulate(np.array(p)[order] * np.arange(len(p), 0, -1))
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(1, steps)
    return adjusted


ADJUST = {
    "holm": holm,
    "bonferroni": lambda p: np.minimum(1, np.array(p) * len(p)),
    "benjamini-hochberg": lambda p: stats.false_discovery_control(p, method="bh"),
    "benjamini-yekutieli": lambda p: stats.false_discovery_control(p, method="by"),
}


def multiple(i):
    method = list(ADJUST)[i % 4]
    p = [float(v) for v in random.uniform(0, 1, random.integers(1, 30)) ** 4]
    adjusted = [number(v) for v in ADJUST[method](p)]
    expected = {"adjusted": adjusted, "reject": [v <= 0.05 for v in adjusted]}
    return row(f"{method}/{i}", "adjustP", {"p": p, "method": method, "alpha": 0.05}, expected, 1e-9)


def proportions(i):
    n, m = (int(v) for v in 10 ** random.uniform(0, 6, 2))
    share = 10 ** random.uniform(-5, 0)
    a, b = int(random.binomial(n, share)), int(random.binomial(m, min(1, share * random.uniform(0.5, 3))))
    table = [[b, m - b], [a, n - a]]
    wilson = stats.binomtest(b, m).proportion_ci(0.95, "wilson")
    fisher = {
        "fisherTwoSided": number(stats.fisher_exact(table)[1]),
        "fisherCandidateHigher": number(stats.fisher_exact(table, alternative="greater")[1]),
    }
    # Outcomes below 1e-300 are left out of the sum, which shows where nothing but such is summed.
    expected = {name: p for name, p in fisher.items() if p == 0 or p > 1e-290}
    expected["wilson95candidate"] = [number(v) for v in wilson]
    if 0 < a + b < n + m:
        # The score squared is the statistic of Pearson's test.
        pearson = stats.chi2_contingency(table, correction=False)
        sign = 1 if b / m >= a / n else -1
        expected.update(zPooled=number(sign * math.sqrt(pearson.statistic)), zP=number(pearson.pvalue))
    return row(f"{i}", "proportions", {"baseline": [a, n], "candidate": [b, m]}, expected, 1e-7)


def special(i):
    df, p = float(10 ** random.uniform(-0.3, 5)), float(random.uniform(0, 1) ** random.choice([1, 4]))
    t = float(random.normal(0, 3))
    return [
        row(f"tppf/{i}", "tQuantile", {"p": p, "df": df}, {"value": number(stats.t.ppf(p, df))}, 1e-8),
        row(f"tsf/{i}", "tSf", {"t": t, "df": df}, {"value": number(stats.t.sf(t, df))}, 1e-9),
        row(f"normppf/{i}", "normQuantile", {"p": p}, {"value": number(stats.norm.ppf(p))}, 1e-9),
        row(f"normcdf/{i}", "normCdf", {"z": 4 * t}, {"value": number(stats.norm.cdf(4 * t))}, 1e-9),
    ]


def bootstrap(i):
    middle = [np.median, np.mean][i % 2]
    x, y = sample(int(random.integers(5, 30)), "usual"), sample(int(random.integers(5, 30)), "usual")

    def ratio(a, b, axis=-1):
        return middle(a, axis=axis) / middle(b, axis=axis)

    expected = {"pointEstimate": number(ratio(x, y))}
    for name, method in [("percentile", "percentile"), ("basic", "basic"), ("BCa", "BCa")]:
        found = stats.bootstrap((x, y), ratio, n_resamples=299, method=method, rng=np.random.default_rng(i), vectorized=True)
        expected[name] = [number(v) for v in found.confidence_interval]
    given = {"x": x, "y": y, "statistic": ["medianRatio", "meanRatio"][i % 2], "confidence": 0.95}
    given["replicates"] = [float(v) for v in found.bootstrap_distribution]
    return row(f"{i}", "bootstrapCI", given, expected, 1e-7)


def effectsize(i):
    kind, x, y = samples()
    delta = np.sign(np.subtract.outer(x, y)).mean()
    pooled = ((len(x) - 1) * np.var(x, ddof=1) + (len(y) - 1) * np.var(y, ddof=1)) / (len(x) + len(y) - 2)
    expected = {"A12": number((delta + 1) / 2), "cliffsDelta": number(delta)}
    if pooled > 0:
        expected["cohensD"] = number((np.mean(x) - np.mean(y)) / math.sqrt(pooled))
    return row(f"{kind}/{i}", "effectSize", {"x": x, "y": y}, expected, 1e-9)


def hodgeslehmann(i):
    kind, x, y = samples(2, 300 if i % 4 == 0 else 30)
    expected = {"shift": number(np.median(np.subtract.outer(x, y)))}
    if min(x + y) > 0:
        expected["ratio"] = number(np.exp(np.median(np.subtract.outer(np.log(x), np.log(y)))))
    return row(f"{kind}/{i}", "hodgesLehmann", {"x": x, "y": y}, expected, 1e-9)


def spread(i):
    _, x, y = samples(3)
    found = stats.levene(x, y, center="median")
    return row(f"{i}", "brownForsythe", {"x": x, "y": y}, {"F": number(found.statistic), "p": number(found.pvalue)})


def trend(i):
    x = sample(int(random.integers(8, 45)), "usual") if i % 2 == 0 else sample(40, "ties")
    exact = len(set(x)) == len(x)
    found = stats.kendalltau(np.arange(len(x)), x, method="exact" if exact else "asymptotic")
    slopes = stats.theilslopes(x, np.arange(len(x)), alpha=0.95)
    # SciPy's asymptotic p has no continuity correction.
    expected = {"tau": number(found.statistic), **({"p": number(found.pvalue)} if exact else {})}
    expected["sen"] = [number(v) for v in (slopes.slope, slopes.low_slope, slopes.high_slope)]
    return row(f"{i}", "trend", {"x": x}, expected)


def rates(i):
    k, l = (int(v) for v in random.poisson(10 ** random.uniform(-1, 4), 2))
    a, b = (float(v) for v in 10 ** random.uniform(0, 6, 2))
    if k + l == 0:
        l = 1
    share = a / (a + b)
    above = stats.binomtest(k, k + l, share, alternative="greater").pvalue
    below = stats.binomtest(k, k + l, share, alternative="less").pvalue
    bounds = stats.binomtest(k, k + l).proportion_ci(0.95, "exact")
    ratio = [None if v == 1 else number(v / (1 - v) * b / a) for v in (bounds.low, bounds.high)]
    return row(f"{i}", "poissonRates", {"first": [k, a], "second": [l, b]}, {"greater": number(above), "less": number(below), "ratio95": ratio}, 1e-7)


def many(make, count):
    made = [make(i) for i in range(count)]
    return [one for rows in made for one in (rows if isinstance(rows, list) else [rows])]


json.dump(
    {
        "mannwhitney": many(mannwhitney, 120),
        "ttest": many(ttest, 120),
        "ks": many(ks, 90),
        "descriptive": many(descriptive, 40),
        "multipletests": many(multiple, 60),
        "proportions": many(proportions, 80),
        "special": many(special, 80),
        "bootstrap": many(bootstrap, 10),
        "effectsize": many(effectsize, 40),
        "hodgeslehmann": many(hodgeslehmann, 60),
        "more": many(spread, 40) + many(trend, 40) + many(rates, 80),
    },
    sys.stdout,
)
