"""Least expected shortfall, 100 assets and 2,000 scenarios, by scipy's HiGHS: python3 w4_cvar.py highs | highs-ipm"""
import sys

from bench import require, serve

require("numpy", "scipy")
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, eye, hstack
from w4_data import Draws

N, T, CONFIDENCE = 100, 2000, 0.95
scenarios = Draws(30).returns(T, N)
means = scenarios.mean(axis=0)
# variables w, a, u: u_t >= -r_t'w - a
rows = hstack([csr_matrix(-scenarios), csr_matrix(-np.ones((T, 1))), -eye(T)]).tocsr()
cost = np.concatenate([np.zeros(N), [1], np.full(T, 1 / ((1 - CONFIDENCE) * T))])
equations = np.zeros((2, N + 1 + T))
equations[0, :N], equations[1, :N] = 1, means
values = [1, means.mean() + 0.001]
bounds = [(0, 0.1)] * N + [(None, None)] + [(0, None)] * T


def work(watch):
    found = linprog(cost, rows, np.zeros(T), csr_matrix(equations), values, bounds, method=sys.argv[1])
    return "shortfall %.10f" % found.fun


serve(work)
