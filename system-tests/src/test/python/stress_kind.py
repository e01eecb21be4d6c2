"""stress: crises by the holdings' own closes or by their class's row, shocks by hand, the likeliest way to a loss."""

import csv
import math
from pathlib import Path

import numpy as np

from question import DAYS, SP500, Question

CRISES = Path(__file__).resolve().parents[4] / "analytics-worker/src/main/resources/stress/crises.csv"


def stress():
    """Holdings through their own closes of 2007-2009, through the rows of their class elsewhere, and by hand."""
    classes = {"XOM": ("ENERGY", "World"), "CVX": ("EQUITY", "Europe"), "PG": ("GOVERNMENT_BOND", "World")}
    described = {s: {"assetClass": c, "region": region} for s, (c, region) in classes.items()}
    described["KO"] = {"assetClass": "EQUITY", "region": "North America"}
    described["PG"]["duration"] = 5
    shocks = [{"name": "By hand", "classes": {"EQUITY": -0.25, "ENERGY": 0.1}, "symbols": {"JPM": -0.4}, "rates": 0.02}]
    weights = {"AAPL": 0.25, "JPM": 0.2, "XOM": 0.15, "CVX": 0.1, "KO": 0.1, "PG": 0.2}
    q = Question("stress", "stress", SP500, "2007-01-03", "2009-12-31", weights, 500_000,
                 {"shocks": shocks, "classes": described, "reverseLoss": 0.15})
    lived_through(q, "financial-crisis-2007")
    regions = {s: region for s, (_, region) in classes.items()} | {"KO": "North America"}
    kinds = {s: classes.get(s, ("EQUITY", ""))[0] for s in q.symbols}
    for crisis in ("dot-com-2000", "great-depression", "debt-crisis-2011", "gulf-war-1990"):
        moves = {s: of_class(rows_of(crisis), kinds[s], regions.get(s, "Unknown")) for s in q.symbols}
        scenario(q, crisis, moves, "CLASS")
    asked = {"AAPL": -0.25, "JPM": -0.4, "XOM": 0.1, "CVX": -0.25, "KO": -0.25, "PG": math.exp(-5 * 0.02) - 1}
    scenario(q, "shock-1", asked, "ASKED")
    daily = q.covariance / DAYS
    variance = q.weights @ daily @ q.weights
    likeliest = -0.15 * (daily @ q.weights) / variance
    for i, symbol in enumerate(q.symbols):
        q.exact(f"reverse.holdings[symbol={symbol}].shock", likeliest[i])
    q.exact("reverse.distance", 0.15 / math.sqrt(21 * variance))
    equities = np.array([kinds[s] == "EQUITY" for s in q.symbols])
    equity = q.returns[:, equities] @ q.weights[equities] / q.weights[equities].sum()
    q.exact("reverse.equityMove", -0.15 * equity.var(ddof=1) / np.cov(q.portfolio, equity)[0, 1])
    return q


def scenario(q, crisis, moves, source):
    name = f"scenarios[id={crisis}]."
    loss = -sum(q.weights[i] * moves[s] for i, s in enumerate(q.symbols))
    q.exact(name + "loss.fraction", loss)
    q.exact(name + "loss.amount", loss * q.value)
    for i, s in enumerate(q.symbols):
        if moves[s]:
            q.exact(f"{name}holdings[symbol={s}].shock", moves[s])
            q.exact(f"{name}holdings[symbol={s}].amount", -q.weights[i] * moves[s] * q.value)
            q.same(f"{name}holdings[symbol={s}].source", source)


def lived_through(q, crisis):
    """By the holdings' own closes."""
    dates = rows_of(crisis)[0]
    change = price_at(q, dates["to"]) / price_at(q, dates["from"]) - 1
    scenario(q, crisis, dict(zip(q.symbols, change)), "OWN_HISTORY")


def rows_of(crisis):
    with open(CRISES, newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["crisis"] == crisis]


def of_class(rows, kind, region):
    """The class's row of the region, else of the world, else of North America, else its first."""
    mine = [row for row in rows if row["asset_class"] == kind]
    for wanted in (region, "World", "North America"):
        for row in mine:
            if row["region"] == wanted:
                return float(row["return"])
    return float(mine[0]["return"]) if mine else 0.0


def price_at(q, day):
    return q.prices[max(t for t, date in enumerate(q.dates) if date <= day)]


def questions():
    return [stress()]
