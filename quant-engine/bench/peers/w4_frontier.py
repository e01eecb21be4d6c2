"""Fifty portfolios of least variance at evenly spaced returns, one after another by cvxopt."""
from bench import require, serve

require("numpy", "cvxopt")
import numpy as np
from cvxopt import matrix, solvers
from w4_data import Draws
from w4_qp import sides

N, POINTS = 500, 50
covariance = Draws(1).factors(N, 1)
s = matrix(covariance)
mu = 0.08 + 0.04 * Draws(20).bell(N)
g, h = sides(N, 0, 0.1, 0, 0.2)
budget = matrix(1.0, (1, N)), matrix(1.0)
none = matrix(0.0, (N, 1))


def work(watch):
    least = np.array(solvers.qp(s, none, g, h, *budget)["x"]).ravel()
    most = np.array(solvers.lp(matrix(-mu), g, h, *budget)["x"]).ravel()
    weights = [least]
    equations = matrix(np.vstack([np.ones(N), mu]))
    for k in range(1, POINTS - 1):
        target = least @ mu + (most - least) @ mu * k / (POINTS - 1)
        weights.append(np.array(solvers.qp(s, none, g, h, equations, matrix([1.0, target]))["x"]).ravel())
    weights.append(most)
    volatilities = [np.sqrt(w @ covariance @ w) for w in weights]
    return "volatilities: least %.9f greatest %.9f mean %.9f" % (volatilities[0], volatilities[-1], np.mean(volatilities))


serve(work)
