"""GARCH(1,1) by maximum likelihood, 20 of 500 series of 2,500 returns: scipy's SLSQP over a likelihood compiled by numba."""
from bench import require, serve

require("numpy", "numba", "scipy")
import numpy as np
from numba import njit
from scipy.optimize import minimize

from shared_random import normals, uniforms

SERIES, COMPARED, DAYS = 500, 20, 2500
alphas = 0.03 + 0.12 * uniforms(61, SERIES)
persistences = 0.9 + 0.098 * uniforms(62, SERIES)


def simulated(s, noise):
    omega, variance, series = 1e-4 * (1 - persistences[s]), 1e-4, np.empty(DAYS)
    for t in range(DAYS):
        residual = np.sqrt(variance) * noise[t]
        series[t] = 0.0003 + residual
        variance = omega + alphas[s] * residual * residual + (persistences[s] - alphas[s]) * variance
    return series


market = [simulated(s, noise) for s, noise in enumerate(normals(63, COMPARED * DAYS).reshape(COMPARED, DAYS))]


@njit(fastmath=True)
def loss(p, r):
    """Minus the log-likelihood; before the sample e^2 and h are the mean squared residual."""
    start = 0.0
    for x in r:
        start += (x - p[0]) ** 2
    start /= r.size
    h = square = start
    total = 0.0
    for x in r:
        h = p[1] + p[2] * square + p[3] * h
        square = (x - p[0]) ** 2
        total += np.log(2 * np.pi * h) + square / h
    return 0.5 * total


def fit(series):
    scale = series.std()
    r = (series - series.mean()) / scale
    found = minimize(loss, [0, 0.1, 0.09, 0.81], (r,), method="SLSQP",
                     bounds=[(-1, 1), (1e-8, None), (0, 1), (0, 1)],
                     constraints=[{"type": "ineq", "fun": lambda p: 0.999999 - p[2] - p[3]}],
                     options={"ftol": 1e-10, "maxiter": 300})
    return found.x, -found.fun - DAYS * np.log(scale)


def work(watch):
    fits = [fit(series) for series in market]
    return "logLikelihoodOf%d %.4f firstAlpha %.4f firstBeta %.4f" % (
        COMPARED, sum(value for _, value in fits), fits[0][0][2], fits[0][0][3])


serve(work, scale=SERIES / COMPARED, warm_ups=1)
