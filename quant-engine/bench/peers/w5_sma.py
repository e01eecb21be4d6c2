"""10,000 moving-average crosses over 2,500 bars, decided on the close and filled at the next open."""
from bench import require, serve

require("numpy", "numba")
import numpy as np
from numba import njit

from shared_random import normals

BARS, WINDOWS = 2500, 100
closes = np.empty(BARS)
price = 100.0
for t, growth in enumerate(1.0003 + 0.012 * normals(51, BARS)):  # in Java's order of rounding
    price *= growth
    closes[t] = price
opens = np.concatenate(([100.0], closes[:-1])) * (1 + 0.003 * normals(52, BARS))
fast = np.arange(5, 5 + WINDOWS)
slow = np.arange(110, 110 + WINDOWS)


@njit(fastmath=True)
def means(closes, windows):
    result = np.empty((len(windows), len(closes)))
    sums = np.zeros(len(closes) + 1)
    for t in range(len(closes)):
        sums[t + 1] = sums[t] + closes[t]
    for k in range(len(windows)):
        n = windows[k]
        for t in range(n - 1, len(closes)):
            result[k, t] = (sums[t + 1] - sums[t + 1 - n]) / n
    return result


@njit(fastmath=True)
def sweep(opens, closes, fast, slow, commission, out):
    quick = means(closes, fast)
    slack = means(closes, slow)
    bars = len(closes)
    for i in range(len(fast)):
        for j in range(len(slow)):
            side = 0
            cash = equity = peak = least = 1.0
            units = total = squares = 0.0
            closed = 0
            for t in range(slow[j], bars):
                now = 1 if quick[i, t - 1] > slack[j, t - 1] else -1 if quick[i, t - 1] < slack[j, t - 1] else side
                if now > side and side < 0:
                    units = cash / (opens[t] * (1 + commission))
                    cash = 0.0
                elif now < side and side > 0 and units > 0:
                    cash = units * opens[t] * (1 - commission)
                    units = 0.0
                    closed += 1
                side = now
                worth = cash + units * closes[t]
                earned = worth / equity - 1
                total += earned
                squares += earned * earned
                equity = worth
                if worth > peak:
                    peak = worth
                elif worth < least * peak:
                    least = worth / peak
            at = i * len(slow) + j
            out[at, 0] = equity - 1
            mean = total / (bars - 1)
            out[at, 1] = np.sqrt(max(0.0, (squares - total * mean) / (bars - 2)))
            out[at, 2] = least - 1
            out[at, 3] = closed


def work(watch):
    out = np.empty((WINDOWS * WINDOWS, 4))
    sweep(opens, closes, fast, slow, 0.001, out)
    return "best %.12f meanVolatility %.12f deepestDrawdown %.12f trades %d diagonalTrades %d" % (
        out[:, 0].max(), out[:, 1].mean(), out[:, 2].min(), out[:, 3].sum(), out[::WINDOWS + 1, 3].sum())


serve(work, warm_ups=2)
