"""1,000 allocations of 10 assets over 5,000 days, brought back every 21 days at a cost: python3 w5_rebalancing.py numba | numpy"""
import sys

from bench import require, serve

require("numpy")
import numpy as np

from shared_random import normals, uniforms

DAYS, ASSETS, VARIANTS, EVERY, COST = 5000, 10, 1000, 21, 0.001
returns = 0.0003 + 0.01 * normals(53, DAYS * ASSETS).reshape(DAYS, ASSETS)
targets = uniforms(54, VARIANTS * ASSETS).reshape(VARIANTS, ASSETS)
targets /= targets.sum(axis=1, keepdims=True)


def answer(wealth, total, squares, least, turnover):
    volatility = np.sqrt((squares - total * total / DAYS) / (DAYS - 1))
    return "best %.12f meanVolatility %.12f deepestDrawdown %.12f meanTurnover %.12f" % (
        wealth.max() - 1, volatility.mean(), least.min() - 1, turnover.mean())


def vectorised(watch):
    aims = np.ascontiguousarray(targets.T)
    values = aims.copy()
    wealth, peak, least = np.ones(VARIANTS), np.ones(VARIANTS), np.ones(VARIANTS)
    total, squares, turnover = np.zeros(VARIANTS), np.zeros(VARIANTS), np.zeros(VARIANTS)
    before = np.ones(VARIANTS)
    for t in range(DAYS):
        kept = 1.0
        if t > 0 and t % EVERY == 0:
            traded = np.abs(values - aims * before).sum(axis=0) / before
            turnover += traded
            kept = 1 - COST * traded
            values[:] = aims
            before = np.ones(VARIANTS)
        values *= (1 + returns[t])[:, None]
        now = values.sum(axis=0)
        earned = kept * now / before - 1
        before = now
        wealth *= 1 + earned
        total += earned
        squares += earned * earned
        np.maximum(peak, wealth, out=peak)
        np.minimum(least, wealth / peak, out=least)
    return answer(wealth, total, squares, least, turnover)


def compiled():
    require("numba")
    from numba import njit

    @njit(fastmath=True)
    def walk(returns, targets, out):
        values = np.empty(ASSETS)
        for v in range(VARIANTS):
            values[:] = targets[v]
            before = wealth = peak = least = 1.0
            total = squares = turnover = 0.0
            for t in range(DAYS):
                kept = 1.0
                if t > 0 and t % EVERY == 0:
                    traded = 0.0
                    for a in range(ASSETS):
                        traded += abs(values[a] - targets[v, a] * before)
                        values[a] = targets[v, a]
                    traded /= before
                    turnover += traded
                    kept = 1 - COST * traded
                    before = 1.0
                now = 0.0
                for a in range(ASSETS):
                    values[a] *= 1 + returns[t, a]
                    now += values[a]
                earned = kept * now / before - 1
                before = now
                wealth *= 1 + earned
                total += earned
                squares += earned * earned
                if wealth > peak:
                    peak = wealth
                elif wealth < least * peak:
                    least = wealth / peak
            out[0, v], out[1, v], out[2, v], out[3, v], out[4, v] = wealth, total, squares, least, turnover

    def work(watch):
        out = np.empty((5, VARIANTS))
        walk(returns, targets, out)
        return answer(*out)

    return work


serve(vectorised if sys.argv[1] == "numpy" else compiled(), warm_ups=2)
