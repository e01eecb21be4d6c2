"""The suite of quadratic programs by cvxopt: python3 w4_qp.py N. Its relative tolerances are the defaults; the absolute one of
1e-7 would end its work at an error of some 1e-4 of these objectives."""
import sys

from bench import require, serve

require("numpy", "cvxopt")
import numpy as np
from cvxopt import matrix, solvers, spmatrix
from w4_data import Draws

SECTORS = 10
KINDS = ["factor", "dense", "singular", "near", "duplicates", "short", "infeasible"]
solvers.options["show_progress"] = False
solvers.options["abstol"] = 1e-12


def sides(n, lower, upper, low=None, high=None):
    """Bounds, and rules on sectors, as sparse rows G w <= h."""
    rows = [(i, i, 1.0) for i in range(n)] + [(n + i, i, -1.0) for i in range(n)]
    h = [float(upper)] * n + [-float(lower)] * n
    for sign, end in ((1.0, high), (-1.0, low)):
        if end is not None:
            for sector in range(SECTORS):
                rows += [(len(h), i, sign) for i in range(sector, n, SECTORS)]
                h.append(sign * end)
    i, j, x = zip(*rows)
    return spmatrix(x, i, j, (len(h), n)), matrix(h, tc="d")


def instance(kind, n):
    """S, c, G, h, A, b of 1/2 w'Sw - c'w."""
    draws = Draws(KINDS.index(kind) + 1)
    none = np.zeros(n)
    budget = matrix(1.0, (1, n)), matrix(1.0)
    if kind in ("factor", "near"):
        own = 1 if kind == "factor" else 1e-3
        return draws.factors(n, own), draws.slight(n), *sides(n, 0, 0.1, 0, 0.2), *budget
    if kind == "dense":
        return draws.sample(2 * n, n), none, *sides(n, 0, 1.5 / n), *budget
    if kind == "singular":
        return draws.sample(n // 5, n), draws.slight(n), *sides(n, 0, 1), *budget
    if kind == "duplicates":
        s = np.repeat(np.repeat(draws.sample(n, n // 4), 4, axis=0), 4, axis=1)
        sectors = matrix(0.0, (SECTORS, n))
        for i in range(n):
            sectors[i % SECTORS, i] = 1
        # without the budget, which follows: cvxopt wants independent equations
        return s, none, *sides(n, 0, 4.0 / n), sectors, matrix(0.1, (SECTORS, 1))
    if kind == "short":
        return draws.factors(n, 1), draws.slight(n), *sides(n, -2.0 / n, 6.0 / n, 0.05, 0.15), *budget
    return draws.factors(n, 1), none, *sides(n, 0, 0.1, 0, 0.09), *budget


def solve(kind, s, c, g, h, a, b):
    if kind == "infeasible":  # its quadratic solver never says so; its linear one does
        return solvers.conelp(c, g, h, A=a, b=b)["status"]
    return solvers.qp(s, c, g, h, a, b)


def words(kind, answer, s, c):
    if kind == "infeasible":
        return "infeasible " + ("recognised" if answer == "primal infeasible" else "NOT RECOGNISED: " + answer)
    w = np.array(answer["x"]).ravel()
    return "%s %.9e%s" % (kind, w @ s @ w / 2 - c @ w, "" if answer["status"] == "optimal" else " " + answer["status"])


if __name__ == "__main__":
    n = int(sys.argv[1])
    repetitions = max(1, 1000 // n)
    suite = []
    for kind in KINDS:
        s, c, g, h, a, b = instance(kind, n)
        suite.append((kind, matrix(s), matrix(-c), g, h, a, b))
        suite[-1] += (words(kind, solve(*suite[-1]), s, c),)

    def work(watch):
        for kind, s, c, g, h, a, b, _ in suite:
            with watch.part(kind):
                for _ in range(repetitions):
                    solve(kind, s, c, g, h, a, b)
        return " ".join(x[-1] for x in suite)

    serve(work, scale=1 / repetitions)
