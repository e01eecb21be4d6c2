"""GBM, terminal quantiles, ES and path minimum: python3 w1.py numpy | numpy-f32 | numba | numpy-legacy"""
import sys

from bench import require, serve

STEPS = 252
require("numpy")
import numpy as np

A = (0.07 - 0.02) / STEPS
B = 0.2 * np.sqrt(1 / STEPS)
BARRIER = np.log(0.7)


def summary(logs, touched):
    values = 100 * np.exp(logs)
    p5, p50, p95 = np.percentile(values, [5, 50, 95])
    return "mean %.3f p5 %.3f p50 %.3f p95 %.3f ES5 %.3f below70 %.5f" % (
        values.mean(), p5, p50, p95, values[values <= p5].mean(), touched / len(logs))


def generator(dtype):
    rng = np.random.default_rng(42)

    def work(watch, paths=200_000, chunk=10_000):
        logs = np.empty(paths)
        touched = 0
        with watch.kernel():
            for i in range(0, paths, chunk):
                z = rng.standard_normal((chunk, STEPS), dtype=dtype)
                z *= B
                z += A
                np.cumsum(z, axis=1, out=z)
                logs[i:i + chunk] = z[:, -1]
                touched += (z.min(axis=1) < BARRIER).sum()
        return summary(logs, touched)

    return work


def legacy(watch, paths=100_000, chunk=10_000):
    rng = np.random.RandomState(42)
    logs = np.empty(paths)
    touched = 0
    with watch.kernel():
        for i in range(0, paths, chunk):
            prices = 100 * np.cumprod(np.exp(A + B * rng.standard_normal((chunk, STEPS))), axis=1)
            logs[i:i + chunk] = np.log(prices[:, -1] / 100)
            touched += (prices.min(axis=1) < 70).sum()
    return summary(logs, touched)


def compiled():
    require("numba")
    from numba import njit

    @njit(fastmath=True)
    def loop(logs, steps, a, b, barrier):
        touched = 0
        for p in range(len(logs)):
            x = 0.0
            lowest = 0.0
            for _ in range(steps):
                x += a + b * np.random.normal()
                if x < lowest:
                    lowest = x
            logs[p] = x
            if lowest < barrier:
                touched += 1
        return touched

    def work(watch, paths=200_000):
        logs = np.empty(paths)
        with watch.kernel():
            touched = loop(logs, STEPS, A, B, BARRIER)
        return summary(logs, touched)

    return work


kind = sys.argv[1]
if kind == "numpy":
    serve(generator(np.float64), scale=5)
elif kind == "numpy-f32":
    serve(generator(np.float32), scale=5)
elif kind == "numpy-legacy":
    serve(legacy, scale=10)
else:
    serve(compiled(), scale=5)
