"""backtest, optimization and factor."""

import math

import cvxopt
import numpy as np
from scipy import optimize, stats

from question import DAYS, SP500, STOCKS, Question, drawdowns, shortfall

cvxopt.solvers.options.update(show_progress=False, abstol=1e-12, reltol=1e-12, feastol=1e-12, maxiters=200)


def backtest():
    """An allocation brought back every 21 days, carried out in shares and money instead of weights and returns."""
    weights = {"AMZN": 0.25, "JPM": 0.2, "MO": 0.15, "TGT": 0.2, "APA": 0.2}
    fee, slippage, value = 0.001, 0.0005, 50_000
    q = Question("backtest", "backtest", STOCKS, "2018-06-01", "2019-12-27", weights, value,
                 {"rebalancing": "MONTHLY", "fee": fee, "slippage": slippage, "benchmark": "SPY", "riskFree": 0.01},
                 benchmark="SPY")
    equity, turnover, costs = carried_out(q, fee + slippage, 21)
    for t in range(0, len(equity), 30):
        q.exact(f"equity.value@{q.dates[t]}", equity[t])
    q.exact(f"equity.value@{q.dates[-1]}", equity[-1])
    earned = equity[1:] / equity[:-1] - 1
    metrics(q, "metrics", earned)
    held = carried_out(q, 0, 10**9)[0]
    q.exact(f"equity.buyAndHold@{q.dates[-1]}", held[-1])
    metrics(q, "buyAndHold", held[1:] / held[:-1] - 1)
    metrics(q, "benchmark.metrics", q.benchmark)
    free = carried_out(q, 0, 21)[0]
    years = len(earned) / DAYS
    q.exact("turnover.total", turnover)
    q.exact("turnover.perYear", turnover / years)
    q.exact("costs.amount", costs)
    q.exact("costs.rate", fee + slippage)
    q.exact("costs.drag", (free[-1] / value) ** (1 / years) - (equity[-1] / value) ** (1 / years))
    active = earned - q.benchmark
    q.exact("benchmark.activeReturn", active.mean() * DAYS)
    q.exact("benchmark.trackingError", active.std(ddof=1) * math.sqrt(DAYS))
    q.exact("benchmark.informationRatio", active.mean() / active.std(ddof=1) * math.sqrt(DAYS))
    beta = np.cov(earned, q.benchmark)[0, 1] / q.benchmark.var(ddof=1)
    daily = 1.01 ** (1 / DAYS) - 1
    q.exact("benchmark.beta", beta)
    q.exact("benchmark.alpha", ((earned - daily).mean() - beta * (q.benchmark - daily).mean()) * DAYS)
    q.exact("tradesInAll", math.ceil(len(earned) / 21))
    return q


def carried_out(q, rate, every):
    """Value at each close before that close's trades; the turnover in all; the costs in all."""
    cash, shares, equity, turnover, costs = float(q.value), np.zeros(len(q.symbols)), [], 0.0, 0.0
    for t, price in enumerate(q.prices):
        worth = cash + shares @ price
        equity.append(worth)
        if t % every == 0 and t < len(q.prices) - 1:
            traded = np.abs(q.weights * worth - shares * price).sum()
            shares, cash = (worth - traded * rate) * q.weights / price, 0.0
            turnover, costs = turnover + traded / worth, costs + traded * rate
    return np.array(equity), turnover, costs


def metrics(q, name, r):
    growth, fall, n = np.prod(1 + r), drawdowns(r), len(r)
    cagr, free = growth ** (DAYS / n) - 1, 1.01 ** (1 / DAYS) - 1
    for figure, expected in {
        "totalReturn": growth - 1, "cagr": cagr, "annualReturn": r.mean() * DAYS,
        "annualVolatility": r.std(ddof=1) * math.sqrt(DAYS),
        "sharpe": (r - free).mean() / r.std(ddof=1) * math.sqrt(DAYS),
        "sortino": r.mean() * math.sqrt(DAYS) / math.sqrt((np.minimum(r, 0) ** 2).mean()),
        "calmar": cagr / -fall.min(), "maxDrawdown": fall.min(), "ulcerIndex": math.sqrt((fall**2).sum() / n),
        "bestDay": r.max(), "worstDay": r.min(),
    }.items():
        q.exact(f"{name}.{figure}", expected)


def moving_averages():
    """Long while the 20-day average is above the 100-day one, from the first cross on; filled at the next close."""
    fee, slippage, value = 0.002, 0.001, 30_000
    q = Question("backtest-rule", "backtest", STOCKS, "2018-01-02", "2019-12-27", {"JPM": 1.0}, value,
                 {"strategy": "MOVING_AVERAGE_CROSS", "fast": 20, "slow": 100, "symbol": "JPM", "fee": fee,
                  "slippage": slippage, "riskFree": 0.01})
    closes = q.prices[:, 0]
    above = [closes[t - 19:t + 1].mean() > closes[t - 99:t + 1].mean() for t in range(99, len(closes))]
    cash, shares, want, equity, fills = float(value), 0.0, False, [], 0
    for t in range(99, len(closes)):
        if want and shares == 0:
            shares, cash, fills = cash / (closes[t] * (1 + slippage) * (1 + fee)), 0.0, fills + 1
        elif not want and shares > 0:
            cash, shares, fills = shares * closes[t] * (1 - slippage) * (1 - fee), 0.0, fills + 1
        equity.append(cash + shares * closes[t])
        if t > 99 and above[t - 99] != above[t - 100]:
            want = above[t - 99]
    equity = np.array(equity)
    for t in range(0, len(equity), 40):
        q.exact(f"equity.value@{q.dates[99 + t]}", equity[t])
    q.exact(f"equity.value@{q.dates[-1]}", equity[-1])
    metrics(q, "metrics", equity[1:] / equity[:-1] - 1)
    metrics(q, "buyAndHold", closes[100:] / closes[99:-1] - 1)
    q.exact("tradesInAll", math.ceil(fills / 2))
    return q


def optimization(name, objective, parameters, find):
    weights = {"AAPL": 0.2, "BAC": 0.1, "CVX": 0.1, "HD": 0.1, "JNJ": 0.1, "JPM": 0.1, "KO": 0.1, "LLY": 0.1, "WMT": 0.1}
    q = Question(name, "optimization", SP500, "2018-01-02", "2022-12-28", weights, 100_000,
                 {"objective": objective} | parameters)
    mean = q.returns.mean(axis=0) * DAYS
    w = find(q, mean)
    for i, symbol in enumerate(q.symbols):
        q.solved(f"weights[symbol={symbol}].target", w[i])
        q.solved(f"weights[symbol={symbol}].riskShare", w[i] * (q.covariance @ w)[i] / (w @ q.covariance @ w))
    volatility = math.sqrt(w @ q.covariance @ w)
    q.solved("expectedReturn", w @ mean)
    q.solved("volatility", volatility)
    q.solved("target.sharpe", (w @ mean - parameters.get("riskFree", 0)) / volatility)
    q.solved("target.expectedShortfall", shortfall(q.returns @ w, 0.05) * math.sqrt(21))
    q.solved("turnover", np.abs(w - q.weights).sum())
    q.exact("today.expectedReturn", q.weights @ mean)
    q.exact("today.volatility", math.sqrt(q.weights @ q.covariance @ q.weights))
    q.exact("today.valueAtRiskAmount", -np.quantile(q.portfolio, 0.05) * math.sqrt(21) * 100_000)
    q.exact("today.expectedShortfallAmount", shortfall(q.portfolio, 0.05) * math.sqrt(21) * 100_000)
    return q


def quadratic(covariance, lower, upper, rows=None, values=None):
    """min w'Sw with weights between the bounds that sum to 1, and further equations."""
    n = len(covariance)
    g = np.vstack([-np.eye(n), np.eye(n)])
    h = np.concatenate([-np.broadcast_to(lower, n), np.broadcast_to(upper, n)])
    a, b = np.ones((1, n)), [1.0]
    if rows is not None:
        a, b = np.vstack([a, rows]), [*b, *values]
    m = cvxopt.matrix
    zero = m(np.zeros(n))
    return np.array(cvxopt.solvers.qp(m(covariance), zero, m(g), m(h), m(a), m(np.array(b)))["x"]).ravel()


def least_variance(q, mean):
    return quadratic(q.covariance, 0.02, 0.3)


def target_return(q, mean):
    return quadratic(q.covariance, 0.0, 1.0, [mean], [0.2])


def greatest_sharpe(q, mean):
    """Tobin: y = w / (mean - free)'w turns the ratio into a quadratic program."""
    n, m = len(mean), cvxopt.matrix
    y = cvxopt.solvers.qp(m(q.covariance), m(np.zeros(n)), m(-np.eye(n)), m(np.zeros(n)), m((mean - 0.02)[None, :]),
                          m(np.ones(1)))["x"]
    return np.array(y).ravel() / np.sum(y)


def risk_parity(q, mean):
    """Every holding causes a ninth of the variance: x_i (S x)_i = 1 for all i, scaled to 1."""
    found = optimize.root(lambda x: x * (q.covariance @ x) - 1, np.ones(len(mean)) / np.sqrt(np.diag(q.covariance)),
                          method="hybr", tol=1e-14)
    assert found.success and (found.x > 0).all()
    return found.x / found.x.sum()


def least_shortfall(q, mean):
    """Rockafellar and Uryasev's linear program, by HiGHS."""
    t, n = q.returns.shape
    cost = np.concatenate([np.zeros(n), [1.0], np.full(t, 1 / (0.05 * t))])
    losses = np.hstack([-q.returns, -np.ones((t, 1)), -np.eye(t)])
    bounds = [(0, 1)] * n + [(None, None)] + [(0, None)] * t
    sum_to_one = np.concatenate([np.ones(n), np.zeros(t + 1)])[None, :]
    return optimize.linprog(cost, losses, np.zeros(t), sum_to_one, [1.0], bounds, method="highs").x[:n]


def factor():
    """The five style funds, by least squares with Newey and West's errors."""
    lags, window = 5, 252
    q = Question("factor", "factor", SP500, "2017-12-29", "2022-12-28", "equal", 1_000,
                 {"unit": "PRICE", "lags": lags, "window": window, "riskFree": 0.01})
    q.attach("csv", "skfolio_factors_dataset.csv", q.dates[0], q.dates[-1])
    style = Question("style", "factor", "skfolio_factors_dataset.csv", q.dates[0], q.dates[-1], "equal", 1, {})
    assert style.dates == q.dates
    r, f = q.portfolio - (1.01 ** (1 / DAYS) - 1), style.returns
    x = np.column_stack([np.ones(len(r)), f])
    coefficients, errors = newey_west(x, r, lags)
    freedom = len(r) - x.shape[1]
    for k, name in enumerate(["alpha", *style.symbols]):
        row = "alpha." if k == 0 else f"loadings[factor={name}]."
        t = coefficients[k] / errors[k]
        q.exact(row + "beta", coefficients[k])
        q.exact(row + "standardError", errors[k])
        q.exact(row + "tStat", t)
        q.exact(row + "pValue", 2 * stats.t.sf(abs(t), freedom))
        if k:
            q.exact(row + "share", coefficients[k] * np.cov(f[:, k - 1], r)[0, 1] / r.var(ddof=1))
    e = r - x @ coefficients
    explained = 1 - (e @ e) / ((r - r.mean()) ** 2).sum()
    q.exact("annualAlpha", coefficients[0] * DAYS)
    q.exact("rSquared", explained)
    q.exact("adjustedRSquared", 1 - (1 - explained) * (len(r) - 1) / freedom)
    q.exact("specificVolatility", math.sqrt(e @ e / freedom * DAYS))
    last = np.linalg.lstsq(x[-window:], r[-window:], rcond=None)[0]
    for k in range(f.shape[1]):
        q.exact(f"rolling.betas@{q.dates[-1]}.{k}", last[k + 1])
    return q


def newey_west(x, y, lags):
    inverse = np.linalg.inv(x.T @ x)
    b = np.linalg.lstsq(x, y, rcond=None)[0]
    scores = x * (y - x @ b)[:, None]
    meat = scores.T @ scores
    for lag in range(1, lags + 1):
        cross = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / (lags + 1)) * (cross + cross.T)
    return b, np.sqrt(np.diag(inverse @ meat @ inverse))


def components():
    q = Question("factor-components", "factor", SP500, "2019-01-02", "2022-12-28", "equal", 1_000, {"components": 4})
    variances, vectors = np.linalg.eigh(q.covariance / DAYS)
    strongest = np.argsort(-variances)[:4]
    centred = q.portfolio - q.portfolio.mean()
    for k, place in enumerate(strongest):
        v = vectors[:, place]
        v = v * np.sign(v[np.abs(v).argmax()])
        q.exact(f"components.{k}.explained", variances[place] / variances.sum())
        largest = q.symbols[int(np.abs(v).argmax())]
        q.exact(f"components.{k}.members[symbol={largest}].loading", v.max() if v.max() > -v.min() else v.min())
        q.exact(f"loadings[factor=Component {k + 1}].beta", v @ q.weights)
    kept = vectors[:, strongest]
    q.exact("rSquared", variances[strongest] @ (kept.T @ q.weights) ** 2 / (centred @ centred / (len(centred) - 1)))
    return q


def questions():
    bounds = {"constraints": {"lower": 0.02, "upper": 0.3}}
    return [
        backtest(),
        moving_averages(),
        optimization("optimization", "MIN_VARIANCE", bounds, least_variance),
        optimization("optimization-target-return", "TARGET_RETURN", {"targetReturn": 0.2}, target_return),
        optimization("optimization-sharpe", "MAX_SHARPE", {"riskFree": 0.02}, greatest_sharpe),
        optimization("optimization-risk-parity", "RISK_PARITY", {}, risk_parity),
        optimization("optimization-shortfall", "MIN_CVAR", {"confidence": 0.95}, least_shortfall),
        factor(),
        components(),
    ]
