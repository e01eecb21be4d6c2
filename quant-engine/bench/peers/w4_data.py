"""The markets of W4, the same numbers as the Java side's Draws."""
import numpy as np
from shared_random import uniforms


class Draws:
    def __init__(self, stream):
        self.stream = stream

    def bell(self, count, start=0):
        """Of mean 0 and variance 1: four uniforms added, in Java's order."""
        u = uniforms(self.stream, 4 * count, 4 * start).reshape(count, 4)
        return (u[:, 0] + u[:, 1] + u[:, 2] + u[:, 3] - 2) * np.sqrt(3)

    def returns(self, observations, n):
        draws = self.bell(observations * (n + 1)).reshape(observations, n + 1)
        return 0.16 * (0.5 * draws[:, :1] + draws[:, 1:])

    def sample(self, observations, n):
        x = self.returns(observations, n) / np.sqrt(observations)
        return x.T @ x

    def factors(self, n, own):
        draws = self.bell(3 * n).reshape(3, n)
        loadings = 0.1 * np.vstack([1 + 0.3 * draws[0], 0.5 * draws[1:]])
        deviations = own * (0.08 + 0.32 * uniforms(self.stream, n, 20 * n))
        return loadings.T @ loadings + np.diag(deviations ** 2)

    def slight(self, n):
        return 0.0025 * self.bell(n, 1_000_000_000)
