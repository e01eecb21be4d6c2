package io.riskwatch.quant.distribution;

import io.riskwatch.quant.Arguments;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * The chi-squared distribution: what the likelihood-ratio statistics of the value-at-risk backtests follow.
 *
 * @param degreesOfFreedom greater than 0
 */
public record ChiSquared(double degreesOfFreedom) {
    public ChiSquared {
        Arguments.positive("degreesOfFreedom", degreesOfFreedom);
    }

    /** The probability of a value above {@code x}: the p-value of a test. */
    public double exceedance(double x) {
        if (Arguments.number("x", x) == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
    }

    /**
     * The value that the variable stays at or below with the given probability.
     *
     * @param probability in (0, 1)
     */
    public double quantile(double probability) {
        Arguments.between("probability", probability, 0, 1);
        ChiSquaredDistribution distribution = new ChiSquaredDistribution(null, degreesOfFreedom);
        double x = distribution.inverseCumulativeProbability(probability);
        for (int step = 0; step < 2 && x > 0; step++) {
            double next = x - (distribution.cumulativeProbability(x) - probability) / distribution.density(x);
            x = next > 0 ? next : x / 2;
        }
        return x;
    }
}
