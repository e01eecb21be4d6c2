"""The numbers of SharedRandom.java, to the last bit."""
import numpy as np


def uniforms(seed, count, start=0):
    i = np.arange(start, start + count, dtype=np.uint64)
    with np.errstate(over="ignore"):
        z = np.uint64(seed << 32) + (i + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0 ** -53


def normals(seed, count):
    """In pieces, since each takes twelve uniforms."""
    result = np.empty(count)
    for start in range(0, count, 100_000):
        size = min(100_000, count - start)
        parts = uniforms(seed, 12 * size, 12 * start).reshape(size, 12)
        total = np.zeros(size)
        for k in range(12):  # in Java's order
            total += parts[:, k]
        result[start:start + size] = total - 6
    return result
