"""Hierarchical risk parity of 500 assets after Lopez de Prado (2016): scipy's single linkage, inverse variances, bisection."""
from bench import require, serve

require("numpy", "scipy")
import numpy as np
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import pdist
from w4_data import Draws

N, REPETITIONS = 500, 5
covariance = Draws(2).sample(2 * N, N)


def variance(items):
    part = covariance[np.ix_(items, items)]
    w = 1 / np.diag(part)
    w /= w.sum()
    return w @ part @ w


def solve():
    deviations = np.sqrt(np.diag(covariance))
    distance = np.sqrt(np.maximum(0, (1 - covariance / np.outer(deviations, deviations)) / 2))
    np.fill_diagonal(distance, 0)
    order = leaves_list(linkage(pdist(distance), "single"))
    weights = np.ones(N)
    clusters = [order]
    while clusters:
        cluster = clusters.pop()
        if len(cluster) > 1:
            left, right = cluster[: len(cluster) // 2], cluster[len(cluster) // 2:]
            a, b = variance(left), variance(right)
            weights[left] *= 1 - a / (a + b)
            weights[right] *= a / (a + b)
            clusters += [left, right]
    return weights


def work(watch):
    for _ in range(REPETITIONS):
        w = solve()
    return "w0 %.12f sum-of-i-w_i %.10f" % (w[0], np.arange(1, N + 1) @ w)


serve(work, scale=1 / REPETITIONS)
