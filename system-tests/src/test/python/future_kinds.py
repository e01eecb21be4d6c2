"""monte-carlo, goal and leverage: closed forms of geometric Brownian motion, and simulations of numpy's own."""

import math

import numpy as np
from scipy import optimize, stats

from question import DAYS, SP500, Question

OWN_PATHS = 400_000


def trend(q):
    """Drift of the mean and volatility, per year."""
    drift = DAYS * math.log1p(q.portfolio.mean())
    volatility = q.portfolio.std(ddof=1) * math.sqrt(DAYS)
    return drift, volatility


def chance(q, name, p, paths):
    q.simulated(f"{name}.value", p, math.sqrt(p * (1 - p) / paths))


def monte_carlo():
    paths, years, value = 100_000, 5, 10_000
    q = Question("monte-carlo", "monte-carlo", SP500, "2018-01-02", "2022-12-28", "equal", value,
                 {"paths": paths, "years": years, "seed": 11})
    return lognormal(q, paths, years)


def lognormal(q, paths, years):
    """Geometric Brownian motion with the window's drift and volatility."""
    value = q.value
    mu, sigma = trend(q)
    q.exact("trend.drift", mu)
    q.exact("trend.volatility", sigma)
    m, s = math.log(value) + (mu - sigma**2 / 2) * years, sigma * math.sqrt(years)
    mean, spread = value * math.exp(mu * years), value * math.exp(mu * years) * math.sqrt(math.expm1(s**2))
    end = stats.lognorm(s=s, scale=math.exp(m))
    q.simulated("terminal.mean", mean, spread / math.sqrt(paths))
    q.figure("terminal.standardError", spread / math.sqrt(paths), "SIMULATION", 0.05 * spread / math.sqrt(paths))
    for percent in (1, 5, 10, 25, 50, 75, 90, 95, 99):
        p, x = percent / 100, end.ppf(percent / 100)
        q.simulated(f"terminal.percentiles.p{percent}", x, math.sqrt(p * (1 - p) / paths) / end.pdf(x))
    q.simulated("terminal.median", end.median(), math.sqrt(0.25 / paths) / end.pdf(end.median()))
    worst, x = mean * stats.norm.cdf(stats.norm.ppf(0.05) - s) / 0.05, end.ppf(0.05)
    second = math.exp(2 * m + 2 * s**2) * stats.norm.cdf(stats.norm.ppf(0.05) - 2 * s) / 0.05
    q.simulated("terminal.meanOfWorst5Percent", worst,
                math.sqrt((second - worst**2 + 0.95 * (x - worst) ** 2) / (0.05 * paths)))
    for percent in (5, 50, 95):
        then = stats.lognorm(s=sigma * math.sqrt(2), scale=value * math.exp((mu - sigma**2 / 2) * 2))
        p, x = percent / 100, then.ppf(percent / 100)
        q.simulated(f"fan.percentiles.p{percent}.24", x, math.sqrt(p * (1 - p) / paths) / then.pdf(x))
    chance(q, "goalProbability", end.sf(2 * value), paths)
    chance(q, "lossProbability", end.cdf(value), paths)
    q.exact("target", 2 * value)
    q.exact("paidIn", value)
    return q


def jumps():
    """Merton's model: given the number of jumps the end is lognormal, so its distribution is a Poisson mixture."""
    paths, years, value, drift, volatility = 50_000, 3, 10_000, 0.06, 0.2
    rate, size, width = 0.8, -0.1, 0.12
    q = Question("monte-carlo-jumps", "monte-carlo", SP500, "2021-01-04", "2022-12-28", "equal", value,
                 {"model": "JUMP_DIFFUSION", "paths": paths, "years": years, "seed": 12, "drift": drift,
                  "volatility": volatility, "jumpsPerYear": rate, "meanLogJump": size, "jumpVolatility": width})
    diffusion = volatility**2 - rate * (size**2 + width**2)
    start = math.log(value) + (drift - diffusion / 2 - rate * math.expm1(size + width**2 / 2)) * years
    counts = np.arange(60)
    likelihoods = stats.poisson.pmf(counts, rate * years)
    scales = np.sqrt(diffusion * years + counts * width**2)
    at = lambda x: (likelihoods * stats.norm.cdf((math.log(x) - start - counts * size) / scales)).sum()
    density = lambda x: (likelihoods * stats.norm.pdf((math.log(x) - start - counts * size) / scales) / scales).sum() / x
    second = (likelihoods * np.exp(2 * (start + counts * size) + 2 * scales**2)).sum()
    mean = value * math.exp(drift * years)
    q.simulated("terminal.mean", mean, math.sqrt((second - mean**2) / paths))
    for percent in (5, 25, 50, 75, 95):
        p = percent / 100
        x = optimize.brentq(lambda v: at(v) - p, 1, 20 * value, xtol=1e-9)
        q.simulated(f"terminal.percentiles.p{percent}", x, math.sqrt(p * (1 - p) / paths) / density(x))
    chance(q, "lossProbability", at(value), paths)
    return q


def lump_sum():
    paths, years, value, target = 50_000, 7, 20_000, 35_000
    q = Question("goal-lump-sum", "goal", SP500, "2018-01-02", "2022-12-28", "equal", value,
                 {"paths": paths, "years": years, "target": target, "seed": 13, "drift": 0.06, "volatility": 0.18})
    end = stats.lognorm(s=0.18 * math.sqrt(years), scale=value * math.exp((0.06 - 0.18**2 / 2) * years))
    chance(q, "goalProbability", end.sf(target), paths)
    p = end.sf(target)
    q.figure("goalProbability.standardError", math.sqrt(p * (1 - p) / paths), "SIMULATION", 5e-5)
    chance(q, "lossProbability", end.cdf(value), paths)
    q.exact("ruinProbability.value", 0)
    return q


def saving():
    """With monthly contributions only the mean has a closed form; the rest is held against simulated months of numpy's."""
    paths, years, value, monthly, target, confidence = 50_000, 10, 20_000, 200, 75_000, 0.8
    q = Question("goal-saving", "goal", SP500, "2018-01-02", "2022-12-28", "equal", value,
                 {"paths": paths, "years": years, "target": target, "seed": 14, "contributions": monthly,
                  "confidence": confidence})
    mu, sigma = trend(q)
    random, months = np.random.default_rng(20260103), 12 * years
    growth, annuity, end = np.ones(OWN_PATHS), np.zeros(OWN_PATHS), np.full(OWN_PATHS, float(value))
    for _ in range(months):
        factor = np.exp((mu - sigma**2 / 2) / 12 + sigma / math.sqrt(12) * random.standard_normal(OWN_PATHS))
        growth, annuity, end = growth * factor, (annuity + 1) * factor, (end + monthly) * factor
    q.exact("paidIn", value + months * monthly)
    mean = value * math.exp(mu * years) + monthly * sum(math.exp(mu * k / 12) for k in range(1, months + 1))
    q.simulated("terminal.mean", mean, end.std() / math.sqrt(paths))
    for name, p in (("goalProbability", (end >= target).mean()), ("lossProbability", (end < value + months * monthly).mean())):
        q.simulated(f"{name}.value", p, *(math.sqrt(p * (1 - p) / n) for n in (paths, OWN_PATHS)))
    needed = np.maximum(0, (target - value * growth) / annuity)
    q.exact("neededContribution.probability", confidence)
    low, high = np.quantile(needed, [confidence - 0.02, confidence + 0.02])
    error = math.sqrt(confidence * (1 - confidence)) * (high - low) / 0.04
    q.simulated("neededContribution.monthly", np.quantile(needed, confidence),
                error / math.sqrt(paths), error / math.sqrt(OWN_PATHS))
    return q


def leverage():
    own, geared, maintenance, interest, paths = 100_000, 2.0, 0.3, 0.065, 50_000
    weights = {"AAPL": 0.3, "JPM": 0.25, "XOM": 0.2, "KO": 0.25}
    q = Question("leverage", "leverage", SP500, "2018-01-02", "2022-12-28", weights, own,
                 {"leverage": geared, "grid": [1, 1.5, 2.5], "maintenance": maintenance, "interestRate": interest,
                  "paths": paths, "seed": 15})
    mu, sigma = trend(q)
    q.exact("drift", mu)
    q.exact("volatility", sigma)
    daily = 1 + interest * 365 / 360 / DAYS
    random = np.random.default_rng(20260104)
    wealth, lowest = np.zeros(OWN_PATHS), np.zeros(OWN_PATHS)
    for day in range(1, DAYS + 1):
        wealth += (mu - sigma**2 / 2) / DAYS + sigma / math.sqrt(DAYS) * random.standard_normal(OWN_PATHS)
        lowest = np.minimum(lowest, wealth - day * math.log(daily))
    owed = daily**DAYS
    end = stats.lognorm(s=sigma, scale=math.exp(mu - sigma**2 / 2))
    for where, of in (("asked", geared), ("grid.1", 1.5), ("grid.2", 2.5)):
        loan = of - 1
        limit = loan / of / (1 - maintenance)
        for name, expected in {
            "leverage": of, "invested": of * own, "loan": loan * own, "distanceToCall": 1 - limit,
            "callBelow": loan / (1 - maintenance) * own, "interestPerYear": loan * own * interest * 365 / 360,
            "breakEven": loan * interest * 365 / 360 / of,
        }.items():
            q.exact(f"{where}.{name}", expected)
        p = (np.exp(lowest) < limit).mean()
        q.simulated(f"{where}.callShare.value", p, *(math.sqrt(p * (1 - p) / n) for n in (paths, OWN_PATHS)))
        p = end.cdf(loan / of * owed)
        q.simulated(f"{where}.ruinShare.value", p, math.sqrt(p * (1 - p) / paths), 1 / paths)
        for percent in (5, 50, 95):
            p, x = percent / 100, end.ppf(percent / 100)
            q.simulated(f"{where}.afterAYear.p{percent}", own * (of * x - loan * owed),
                        own * of * math.sqrt(p * (1 - p) / paths) / end.pdf(x))
    q.exact("grid.0.callShare.value", 0)
    return q


def questions():
    return [monte_carlo(), jumps(), lump_sum(), saving(), leverage()]
