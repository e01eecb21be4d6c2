"""Equal risk contributions of 500 assets: 1/2 x'Sx - sum log(x) / n by scipy's L-BFGS-B, with the gradient."""
from bench import require, serve

require("numpy", "scipy")
import numpy as np
from scipy.optimize import minimize
from w4_data import Draws

N, REPETITIONS = 500, 20
covariance = Draws(1).factors(N, 1)


def objective(x):
    product = covariance @ x
    return x @ product / 2 - np.log(x).sum() / N, product - 1 / (N * x)


def solve():
    x = 1 / np.sqrt(np.diag(covariance))
    x /= np.sqrt(x @ covariance @ x)
    found = minimize(objective, x, jac=True, method="L-BFGS-B", bounds=[(1e-12, None)] * N)
    return found.x / found.x.sum()


def work(watch):
    for _ in range(REPETITIONS):
        w = solve()
    contributions = w * (covariance @ w)
    return "w0 %.9f contributions differ by %.1e" % (w[0], np.ptp(contributions) / contributions.max())


serve(work, scale=1 / REPETITIONS)
