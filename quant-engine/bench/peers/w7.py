"""100,000 doubles as a .npy file in memory, by numpy itself."""
import io

from bench import require, serve

require("numpy")
import numpy as np

from shared_random import normals

TIMES = 100
ends = 100 * np.exp(0.5 + 0.6 * normals(71, 100_000))


def encoded():
    file = io.BytesIO()
    np.save(file, ends)
    return file.getvalue()


answer = "sum %.6f" % np.load(io.BytesIO(encoded())).sum()


def work(watch):
    for _ in range(TIMES):
        encoded()
    return answer


serve(work, scale=1 / TIMES, warm_ups=5)
