"""portfolio-report: the sections are held against the same computations as the kinds they shorten."""

import numpy as np

from future_kinds import lognormal
from question import SP500, Question
from risk_kinds import closed_tails, contributions, performance, tested
from stress_kind import lived_through


def report():
    paths, years = 50_000, 4
    weights = {"AAPL": 0.2, "JNJ": 0.2, "JPM": 0.15, "KO": 0.15, "MSFT": 0.2, "XOM": 0.1}
    q = Question("portfolio-report", "portfolio-report", SP500, "2019-01-02", "2022-12-28", weights, 75_000,
                 {"riskFree": 0.02, "paths": paths, "years": years, "benchmark": "PG", "seed": 16}, benchmark="PG")
    q.under("sections.risk.")
    closed_tails(q, (1, 21))
    performance(q)
    contributions(q)
    lived_through(q.under("sections.stress."), "covid-2020")
    lognormal(q.under("sections.outlook."), paths, years)
    tested(q.under("sections.varBacktest."), 0.95, 250, lambda r, c: -np.quantile(r, 1 - c))
    return q


def questions():
    return [report()]
