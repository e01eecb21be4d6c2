"""Computes the expected figures of MainJobIT with numpy and scipy alone, from the price file.

    python3 derive.py ../shared/data/skfolio_sp500_dataset.csv

Conventions (docs/conventions.md): simple returns of today's weights held constant, losses positive,
historical VaR by the type 7 quantile, historical ES by Rockafellar and Uryasev with the split atom,
normal VaR and ES with zero mean and the n-1 deviation, volatility and Sharpe annualised with 252 days,
drawdown on the compounded returns with the start included.
"""

import csv
import math
import sys

import numpy as np
from scipy.stats import norm

FROM, TO = "2018-01-02", "2022-12-28"


def load(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))
    symbols = rows[0][1:]
    inside = [row for row in rows[1:] if FROM <= row[0] <= TO]
    return symbols, np.array([[float(cell) for cell in row[1:]] for row in inside])


def main(path):
    symbols, prices = load(path)
    quantities = np.array([10.0 + 5.0 * i for i in range(len(symbols))])
    values = quantities * prices[-1]
    weights = values / values.sum()
    returns = (prices[1:] / prices[:-1] - 1.0) @ weights
    n = len(returns)
    deviation = returns.std(ddof=1)
    print("symbols", len(symbols), "returns", n, "value", repr(float(values.sum())))
    for confidence in (0.95, 0.99):
        tail = 1.0 - confidence
        ordered = np.sort(returns)
        var = -np.quantile(returns, tail, method="linear")
        k = tail * n
        m = math.floor(k)
        es = -(ordered[:m].sum() + (k - m) * ordered[m]) / k
        z = norm.ppf(confidence)
        print("HISTORICAL", confidence, repr(float(var)), repr(float(es)))
        print("NORMAL", confidence, repr(float(z * deviation)), repr(float(norm.pdf(z) / tail * deviation)))
    wealth = np.concatenate([[1.0], np.cumprod(1.0 + returns)])
    drawdown = (wealth / np.maximum.accumulate(wealth) - 1.0).min()
    print("volatility", repr(float(deviation * math.sqrt(252))))
    print("sharpe", repr(float(returns.mean() / deviation * math.sqrt(252))))
    print("maxDrawdown", repr(float(drawdown)))


if __name__ == "__main__":
    main(sys.argv[1])
