"""Historical VaR and ES of 1000 portfolios of 500 assets over 2500 days: python3 w3.py partition | sort"""
import sys

from bench import require, serve

require("numpy")
import numpy as np

from shared_random import normals, uniforms

PORTFOLIOS, ASSETS, DAYS = 1000, 500, 2500
returns = 0.0003 + (0.5 + uniforms(32, ASSETS)) * (0.01 * normals(31, DAYS))[:, None] \
    + 0.012 * normals(33, DAYS * ASSETS).reshape(DAYS, ASSETS)
by_asset = np.ascontiguousarray(returns.T)
weights = uniforms(34, PORTFOLIOS * ASSETS).reshape(PORTFOLIOS, ASSETS)
weights /= weights.sum(axis=1, keepdims=True)


def tails(watch):
    with watch.kernel():
        earned = weights @ by_asset
    if sys.argv[1] == "sort":
        earned.sort(axis=1)
        at24, at124 = earned[:, 24], earned[:, 124]
    else:
        earned.partition((25, 125), axis=1)
        at24, at124 = earned[:, :25].max(axis=1), earned[:, :125].max(axis=1)
    # type 7: positions 0.05 x 2499 = 124.95 and 0.01 x 2499 = 24.99
    figures = (0.05 * at124 + 0.95 * earned[:, 125], earned[:, :125].mean(axis=1),
               0.01 * at24 + 0.99 * earned[:, 25], earned[:, :25].mean(axis=1))
    return "VaR95 %.14f ES95 %.14f VaR99 %.14f ES99 %.14f" % tuple(-f[:100].mean() for f in figures)


serve(tails, warm_ups=2)
