"""risk and var-backtest."""

import math

import numpy as np
from scipy import optimize, stats

from question import DAYS, SP500, STOCKS, Question, drawdowns, quantile_error, shortfall


def risk():
    weights = {"AMZN": 0.15, "APA": 0.05, "CMCSA": 0.1, "CPB": 0.1, "JCI": 0.1, "JPM": 0.15, "MMC": 0.1, "MO": 0.1,
               "TGT": 0.1, "ZION": 0.05}
    paths = 100_000
    q = Question("risk", "risk", STOCKS, "2016-01-04", "2019-12-27", weights, 250_000,
                 {"confidence": [0.95, 0.99], "horizonDays": [1, 10], "benchmark": "SPY", "riskFree": 0.02,
                  "paths": paths, "seed": 7}, benchmark="SPY")
    tails(q, paths)
    performance(q)
    contributions(q)
    correlation = np.corrcoef(q.returns, rowvar=False)
    for i, j in [(0, 1), (5, 9), (10, 5), (2, 2)]:
        q.exact(f"correlation.matrix.{i}.{j}", correlation[i, j])
    return q


def contributions(q):
    marginal = q.covariance @ q.weights / math.sqrt(q.weights @ q.covariance @ q.weights)
    for i, symbol in enumerate(q.symbols):
        row = f"contributions[symbol={symbol}]."
        q.exact(row + "weight", q.weights[i])
        q.exact(row + "marginal", marginal[i])
        q.exact(row + "component", q.weights[i] * marginal[i])
        q.exact(row + "share", q.weights[i] * marginal[i] / (q.weights @ marginal))


def tails(q, paths):
    r, n = q.portfolio, len(q.portfolio)
    mu, omega, alpha, beta = fit_garch(r)
    h = garch_variances(r, mu, omega, alpha, beta)
    filtered = mu + np.sqrt(h[-1]) * (r - mu) / np.sqrt(h[:-1])
    futures = compounded_normals(r.std(ddof=1), 10, 400_000)
    clustered = compounded_garch(omega, alpha, beta, h[-1], 10, 400_000)
    closed_tails(q, (1, 10), cornish_fisher=True)
    for confidence in (0.95, 0.99):
        tail, z = 1 - confidence, stats.norm.ppf(confidence)
        phi = stats.norm.pdf(z)
        garch = f"valueAtRisk[method=GARCH,confidence={confidence},horizonDays=1]."
        q.fitted(garch + "fraction", z * math.sqrt(h[-1]))
        q.fitted(garch + "expectedShortfall.fraction", phi / tail * math.sqrt(h[-1]))
        past = f"valueAtRisk[method=FILTERED_HISTORICAL,confidence={confidence},horizonDays=1]."
        q.fitted(past + "fraction", -np.quantile(filtered, tail))
        q.fitted(past + "expectedShortfall.fraction", shortfall(filtered, tail))
        s = r.std(ddof=1)
        error = s * math.sqrt(tail * confidence / paths) / phi
        q.simulated(f"valueAtRisk[method=MONTE_CARLO,confidence={confidence},horizonDays=1].fraction", z * s, error)
        for method, sample in (("MONTE_CARLO", futures), ("GARCH", clustered)):
            error = quantile_error(sample, tail)
            both = error * math.sqrt(1 + len(sample) / paths)
            name = f"valueAtRisk[method={method},confidence={confidence},horizonDays=10].fraction"
            expected = -np.quantile(sample, tail)
            q.simulated(name, expected, both) if method == "MONTE_CARLO" else q.fitted(name, expected, both)


def closed_tails(q, horizons, cornish_fisher=False):
    r, n = q.portfolio, len(q.portfolio)
    age = np.arange(n)[::-1]
    ewma = math.sqrt(((1 - 0.94) * 0.94**age * r**2).sum() / (1 - 0.94**n))
    sigma, skew, kurtosis = r.std(ddof=0), stats.skew(r), stats.kurtosis(r)
    for confidence in (0.95, 0.99):
        tail, z = 1 - confidence, stats.norm.ppf(confidence)
        for days in horizons:
            root = math.sqrt(days)
            row(q, "HISTORICAL", confidence, days, -np.quantile(r, tail) * root, shortfall(r, tail) * root)
            for method, s in (("NORMAL", r.std(ddof=1)), ("EWMA", ewma)):
                row(q, method, confidence, days, z * s * root, stats.norm.pdf(z) / tail * s * root)
            if cornish_fisher:
                of_tail = -cornish_fisher_mean(tail, skew, kurtosis)
                at = -cornish_fisher_quantile(-z, skew, kurtosis)
                row(q, "CORNISH_FISHER", confidence, days, sigma * at * root, sigma * of_tail * root)
        q.exact(f"valueAtRisk[method=NORMAL,confidence={confidence},horizonDays=1].standardError",
                r.std(ddof=1) * z / math.sqrt(2 * n))


def row(q, method, confidence, days, value_at_risk, expected_shortfall):
    name = f"valueAtRisk[method={method},confidence={confidence},horizonDays={days}]."
    q.exact(name + "fraction", value_at_risk)
    q.exact(name + "amount", value_at_risk * q.value)
    q.exact(name + "expectedShortfall.fraction", expected_shortfall)
    q.exact(name + "expectedShortfall.amount", expected_shortfall * q.value)


def cornish_fisher_quantile(z, s, k):
    return z + (z**2 - 1) * s / 6 + (z**3 - 3 * z) * k / 24 - (2 * z**3 - 5 * z) * s**2 / 36


def cornish_fisher_mean(tail, skew, kurtosis):
    """The mean of the Cornish-Fisher quantile over the tail, by quadrature instead of the closed form."""
    nodes, weights = np.polynomial.legendre.leggauss(200)
    low, high = -12.0, stats.norm.ppf(tail)
    z = (high - low) / 2 * nodes + (high + low) / 2
    return (high - low) / 2 * (weights * cornish_fisher_quantile(z, skew, kurtosis) * stats.norm.pdf(z)).sum() / tail


def garch_variances(r, mu, omega, alpha, beta):
    """Fiorentini, Calzolari and Panattoni: before the sample squared surprise and variance are the mean squared one."""
    e2 = (r - mu) ** 2
    h = np.empty(len(r) + 1)
    h[0] = omega + (alpha + beta) * e2.mean()
    for t in range(len(r)):
        h[t + 1] = omega + alpha * e2[t] + beta * h[t]
    return h


def fit_garch(r):
    """By SLSQP on percent returns, from a grid of starts."""
    percent = 100 * r

    def badness(p):
        h = garch_variances(percent, *p)[:-1]
        return 0.5 * (np.log(h) + (percent - p[0]) ** 2 / h).sum() if (h > 0).all() else 1e10

    variance = percent.var()
    fits = [optimize.minimize(badness, [percent.mean(), variance * (1 - a - b), a, b], method="SLSQP",
                              bounds=[(None, None), (1e-8, None), (0, 1), (0, 1)],
                              constraints={"type": "ineq", "fun": lambda p: 1 - 1e-9 - p[2] - p[3]},
                              options={"maxiter": 500, "ftol": 1e-13})
            for a, b in ((0.05, 0.9), (0.1, 0.8), (0.2, 0.6), (0.02, 0.95))]
    mu, omega, alpha, beta = min(fits, key=lambda f: f.fun).x
    return mu / 100, omega / 1e4, alpha, beta


def compounded_normals(sigma, days, paths):
    z = np.random.default_rng(20260101).standard_normal((paths, days))
    return np.prod(np.maximum(0, 1 + sigma * z), axis=1) - 1


def compounded_garch(omega, alpha, beta, variance, days, paths):
    random, wealth, h = np.random.default_rng(20260102), np.ones(paths), np.full(paths, variance)
    for _ in range(days):
        e = np.sqrt(h) * random.standard_normal(paths)
        wealth *= np.maximum(0, 1 + e)
        h = omega + alpha * e**2 + beta * h
    return wealth - 1


def performance(q):
    r, b, n = q.portfolio, q.benchmark, len(q.portfolio)
    free = 1.02 ** (1 / DAYS) - 1
    fall = drawdowns(r)
    cagr = np.prod(1 + r) ** (DAYS / n) - 1
    beta = np.cov(r, b)[0, 1] / b.var(ddof=1)
    figures = {
        "annualReturn": r.mean() * DAYS,
        "cagr": cagr,
        "annualVolatility": r.std(ddof=1) * math.sqrt(DAYS),
        "sharpe": (r - free).mean() / r.std(ddof=1) * math.sqrt(DAYS),
        "sortino": r.mean() * DAYS / (math.sqrt((np.minimum(r, 0) ** 2).mean()) * math.sqrt(DAYS)),
        "calmar": cagr / -fall.min(),
        "omega": np.maximum(r - free, 0).sum() / np.maximum(free - r, 0).sum(),
        "maxDrawdown": fall.min(),
        "currentDrawdown": fall[-1],
        "ulcerIndex": math.sqrt((fall**2).sum() / n),
        "skewness": stats.skew(r, bias=False),
        "excessKurtosis": stats.kurtosis(r, bias=False),
        "beta": beta,
        "alpha": ((r - free).mean() - beta * (b - free).mean()) * DAYS,
        "benchmarkCorrelation": np.corrcoef(r, b)[0, 1],
    }
    for name, expected in figures.items():
        q.exact("performance." + name, expected)
    trough = int(fall.argmin())
    peak = max(t for t in range(trough) if fall[t] == 0)
    back = [t for t in range(trough, n + 1) if fall[t] == 0]
    q.exact("drawdowns.0.depth", fall.min())
    q.same("drawdowns.0.peak", q.dates[peak])
    q.same("drawdowns.0.trough", q.dates[trough])
    if back:
        q.same("drawdowns.0.recovery", q.dates[back[0]])


def var_backtest(name, method, confidence, days, forecast):
    """Each day's forecast from the 250 returns before it, and the tests of Kupiec, Christoffersen and Basel."""
    q = Question(name, "var-backtest", SP500, "2019-06-03", "2022-12-28", "equal", 10_000,
                 {"method": method, "confidence": confidence, "days": days, "estimationDays": 250})
    return tested(q, confidence, days, forecast)


def tested(q, confidence, days, forecast):
    r, tail = q.portfolio, 1 - confidence
    first = len(r) - days
    announced = np.array([forecast(r[t - 250:t], confidence) for t in range(first, len(r))])
    hit = (r[first:] < -announced).astype(int)
    x = int(hit.sum())
    q.exact("exceptions", x)
    q.exact("expected", days * tail)
    kupiec = 2 * (binomial(days, x, x / days) - binomial(days, x, tail))
    n = np.zeros((2, 2), int)
    for before, after in zip(hit[:-1], hit[1:]):
        n[before, after] += 1
    together = binomial(n.sum(), n[:, 1].sum(), n[:, 1].sum() / n.sum())
    apart = sum(binomial(k.sum(), k[1], k[1] / k.sum()) for k in n if k.sum())
    independence = 2 * (apart - together)
    for test, statistic, freedom in (("kupiec", kupiec, 1), ("christoffersen", independence, 1),
                                     ("conditionalCoverage", kupiec + independence, 2)):
        q.exact(f"{test}.lr", statistic)
        q.exact(f"{test}.pValue", stats.chi2.sf(statistic, freedom))
    for (before, after), key in (((0, 0), "calmToCalm"), ((0, 1), "calmToException"), ((1, 0), "exceptionToCalm"),
                                 ((1, 1), "exceptionToException")):
        q.exact("christoffersen.transitions." + key, n[before, after])
    probability = stats.binom.cdf(x, days, tail)
    q.exact("baselProbability", probability)
    q.same("baselZone", "GREEN" if probability < 0.95 else "YELLOW" if probability < 0.9999 else "RED")
    for t in [*range(0, days, 50), *np.flatnonzero(hit)[:5]]:
        q.exact(f"series.valueAtRisk@{q.dates[first + 1 + t]}", announced[t])
        q.exact(f"series.returns@{q.dates[first + 1 + t]}", r[first + t])
    return q


def binomial(n, x, p):
    return (x * math.log(p) if x else 0) + ((n - x) * math.log(1 - p) if n > x else 0)


def ewma_forecast(r, confidence):
    age = np.arange(len(r))[::-1]
    return stats.norm.ppf(confidence) * math.sqrt((0.06 * 0.94**age * r**2).sum() / (1 - 0.94 ** len(r)))


def questions():
    return [
        risk(),
        var_backtest("var-backtest", "HISTORICAL", 0.99, 250, lambda r, c: -np.quantile(r, 1 - c)),
        var_backtest("var-backtest-ewma", "EWMA", 0.95, 500, ewma_forecast),
    ]
