package io.riskwatch.quant.risk.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.ChiSquared;

/**
 * A likelihood-ratio statistic and how surprising it is.
 *
 * @param statistic not negative; large when the hypothesis fits badly
 * @param degreesOfFreedom of its chi-squared distribution under the hypothesis
 * @param probability p-value: the chance of a statistic at least this large if the hypothesis holds
 */
public record LikelihoodRatio(double statistic, int degreesOfFreedom, double probability) {
    static LikelihoodRatio of(double statistic, int degreesOfFreedom) {
        double notNegative = Math.max(0, statistic);
        return new LikelihoodRatio(
                notNegative, degreesOfFreedom, new ChiSquared(degreesOfFreedom).exceedance(notNegative));
    }

    /** Whether the hypothesis is rejected at this significance, e.g. 0.05. */
    public boolean rejects(double significance) {
        return probability < Arguments.between("significance", significance, 0, 1);
    }
}
