"""A question to the platform on real prices, and the figures its answer has to show."""

import csv
import math
from pathlib import Path

import numpy as np

DAYS = 252
STOCKS = "riskfolio_stock_prices.csv"
SP500 = "skfolio_sp500_dataset.csv"
DATA = Path(__file__).resolve().parents[5] / "shared" / "data"

# How near is near enough, and why; an entry's number is relative to the expected figure where it says so.
TOLERANCES = {
    "CLOSED_FORM": "1e-9 relative: the same mathematics, summed in another order",
    "SOLVER": "1e-6 of the whole (weights, fractions) or relative: two solvers that both stop near 1e-9",
    "LIKELIHOOD": "2e-3 relative: a likelihood is flat at its top, two optimisers share three to four digits",
    "SIMULATION": "four standard errors of all simulations that went in: 1 of 16,000 figures is beyond by chance",
    "SAME": "to the letter",
}


class Question:
    """One analysis: which prices, which weights, which parameters; and what is expected."""

    def __init__(self, name, kind, file, first, last, weights, value, parameters, benchmark=None):
        self.name, self.kind, self.file, self.value, self.parameters = name, kind, file, value, parameters
        self.attachments, self.expected, self.prefix = {}, [], ""
        header, rows = read(file)
        columns = header[1:] if weights == "equal" else list(weights) + ([benchmark] if benchmark else [])
        places = [header.index(column) for column in columns]
        rows = [row for row in rows if first <= row[0] <= last]
        self.symbols, self.dates = columns, [row[0] for row in rows]
        self.prices = np.array([[float(row[place]) for place in places] for row in rows])
        n = len(columns)
        self.weights = np.full(n, 1 / n) if weights == "equal" else np.array([weights.get(c, 0.0) for c in columns])
        assert abs(self.weights.sum() - 1) < 1e-12
        self.returns = self.prices[1:] / self.prices[:-1] - 1
        self.portfolio = self.returns @ self.weights
        self.benchmark = None if benchmark is None else self.returns[:, columns.index(benchmark)]
        self.covariance = np.cov(self.returns, rowvar=False, ddof=1) * DAYS

    def under(self, prefix):
        """What is expected from now on stands below this member of the result."""
        self.prefix = prefix
        return self

    def attach(self, parameter, file, first, last):
        """A parameter that is the text of a price file's rows."""
        self.attachments[parameter] = {"file": file, "from": first, "to": last}

    def exact(self, figure, expected):
        self.figure(figure, expected, "CLOSED_FORM", max(1e-9 * abs(expected), 1e-15))

    def solved(self, figure, expected, whole=1.0):
        self.figure(figure, expected, "SOLVER", 1e-6 * max(abs(whole), abs(expected)))

    def fitted(self, figure, expected, error=0.0):
        self.figure(figure, expected, "LIKELIHOOD", 2e-3 * abs(expected) + 4 * error)

    def simulated(self, figure, expected, *errors):
        self.figure(figure, expected, "SIMULATION", 4 * math.sqrt(sum(e * e for e in errors)))

    def same(self, figure, expected):
        self.expected.append({"figure": self.prefix + figure, "expected": expected, "tolerance": "SAME"})

    def figure(self, figure, expected, tolerance, within):
        assert math.isfinite(expected) and within > 0, (self.name, figure, expected, within)
        within = float(f"{within:.3g}")
        self.expected.append(
            {"figure": self.prefix + figure, "expected": float(expected), "within": within, "tolerance": tolerance}
        )

    def document(self):
        prices = {"file": self.file, "symbols": self.symbols, "from": self.dates[0], "to": self.dates[-1]}
        return {
            "name": self.name,
            "kind": self.kind,
            "prices": prices,
            "weights": [float(w) for w in self.weights],
            "value": self.value,
            "parameters": self.parameters,
            "attachments": self.attachments,
            "observations": len(self.portfolio),
            "figures": self.expected,
        }


def read(file):
    with open(DATA / file, newline="") as lines:
        rows = list(csv.reader(lines))
    return rows[0], rows[1:]


def drawdowns(returns):
    """Below the highest wealth so far, the start among it; one more than returns."""
    wealth = np.concatenate([[1.0], np.cumprod(1 + returns)])
    return wealth / np.maximum.accumulate(wealth) - 1


def shortfall(returns, tail):
    """Mean of the worst share of the returns, the last of them counted in part (Rockafellar and Uryasev)."""
    ordered, k = np.sort(returns), tail * len(returns)
    m = math.floor(k + 1e-12)
    return -(ordered[:m].sum() + (k - m) * ordered[m]) / k


def quantile_error(sample, tail):
    """Standard error of a simulated quantile, the density from a fifth of the tail to either side."""
    low, high = np.quantile(sample, [tail * 0.8, tail * 1.2])
    return math.sqrt(tail * (1 - tail) / len(sample)) * (high - low) / (0.4 * tail)
