"""Fifty correlated assets bought and held, daily fan: python3 w2.py numpy | numpy-f32 | numba"""
import sys

from bench import require, serve

require("numpy")
import numpy as np

ASSETS, DAYS, PATHS = 50, 252, 5000
PERCENTILES = [1, 5, 25, 50, 75, 95, 99]
i = np.arange(ASSETS)
drift = 0.03 + 0.1 * (i * 7 % ASSETS) / ASSETS
volatility = 0.12 + 0.3 * (i * 13 % ASSETS) / ASSETS
loading = 0.3 + 0.5 * (i * 29 % ASSETS) / ASSETS
correlation = np.outer(loading, loading)
np.fill_diagonal(correlation, 1)
root = np.linalg.cholesky(correlation * np.outer(volatility, volatility) / DAYS)
means = (drift - 0.5 * volatility ** 2) / DAYS
weights = np.full(ASSETS, 1 / ASSETS)


def summary(values):
    fan = np.percentile(values, PERCENTILES, axis=0)
    last = values[:, -1]
    return "mean %.5f p5 %.5f p50 %.5f ES5 %.5f" % (last.mean(), fan[1, -1], fan[3, -1], last[last <= fan[1, -1]].mean())


def arrays(dtype, chunk=500):
    rng = np.random.default_rng(42)
    lower, m, w = root.T.astype(dtype), means.astype(dtype), weights.astype(dtype)

    def work(watch):
        values = np.empty((PATHS, DAYS), dtype)
        with watch.kernel():
            for start in range(0, PATHS, chunk):
                z = rng.standard_normal((chunk * DAYS, ASSETS), dtype=dtype)
                returns = z @ lower
                returns += m
                returns = returns.reshape(chunk, DAYS, ASSETS)
                np.cumsum(returns, axis=1, out=returns)
                np.exp(returns, out=returns)
                values[start:start + chunk] = returns @ w
        return summary(values)

    return work


def compiled():
    require("numba")
    from numba import njit

    @njit(fastmath=True)
    def loop(values, lower, m, w):
        paths, days = values.shape
        assets = len(m)
        for p in range(paths):
            x = np.zeros(assets)
            z = np.empty(assets)
            for d in range(days):
                for a in range(assets):
                    z[a] = np.random.normal()
                value = 0.0
                for a in range(assets):
                    r = x[a] + m[a]
                    for k in range(a + 1):
                        r += lower[a, k] * z[k]
                    x[a] = r
                    value += w[a] * np.exp(r)
                values[p, d] = value

    def work(watch):
        values = np.empty((PATHS, DAYS))
        with watch.kernel():
            loop(values, root, means, weights)
        return summary(values)

    return work


kind = sys.argv[1]
if kind == "numba":
    serve(compiled(), scale=20)
else:
    serve(arrays(np.float32 if kind == "numpy-f32" else np.float64), scale=20)
