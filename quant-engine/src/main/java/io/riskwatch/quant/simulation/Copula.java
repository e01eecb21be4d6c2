package io.riskwatch.quant.simulation;

import java.util.random.RandomGenerator;

/** How assets move together, apart from how each moves alone: uniform variables that are tied to each other. */
public interface Copula {
    /** Number of assets. */
    int assets();

    /** One draw: a uniform variable in [0, 1] per asset, to be put through each asset's own {@link Marginal}. */
    double[] next(RandomGenerator random);
}
