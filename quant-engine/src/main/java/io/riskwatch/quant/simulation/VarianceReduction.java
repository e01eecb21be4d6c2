package io.riskwatch.quant.simulation;

import io.riskwatch.quant.kernel.Balance;

/** How the random numbers of a simulation are balanced, so that fewer paths give the same accuracy. */
public enum VarianceReduction {
    /** Independent paths. */
    NONE(Balance.NONE),
    /** Paths in pairs, the second with the first one's normals of the other sign: an odd function of them has no error at all. */
    ANTITHETIC(Balance.MIRRORED),
    /**
     * In each step the normals of a block of 1,024 paths are shifted and scaled to mean 0 and variance 1 exactly. Paths of one block
     * are then no longer independent: standard errors are upper bounds.
     */
    MOMENT_MATCHING(Balance.MATCHED);

    private final Balance balance;

    VarianceReduction(Balance balance) {
        this.balance = balance;
    }

    Balance balance() {
        return balance;
    }
}
