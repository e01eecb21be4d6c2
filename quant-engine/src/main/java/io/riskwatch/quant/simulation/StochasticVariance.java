package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;

/**
 * Heston's model: a price whose variance is random, returns to its mean and usually rises when the price falls.
 *
 * <p>dv = kappa (theta - v) dt + xi sqrt(v) dW; simulated by full truncation Euler steps of at most 1/252 year, whose bias
 * vanishes with the step.
 *
 * <p>Sources: S. Heston (1993); Cox, Ingersoll and Ross (1985); R. Lord, R. Koekkoek and D. van Dijk (2010).
 *
 * @param drift mu per year, of the mean
 * @param initialVariance v0, not negative
 * @param reversion kappa, greater than 0
 * @param meanVariance theta, greater than 0
 * @param volatilityOfVariance xi, not negative
 * @param correlation rho between price and variance, in [-1, 1]
 */
public record StochasticVariance(
        double drift,
        double initialVariance,
        double reversion,
        double meanVariance,
        double volatilityOfVariance,
        double correlation)
        implements ReturnModel {
    private static final double LONGEST_STEP = 1.0 / 252;

    public StochasticVariance {
        Arguments.finite("drift", drift);
        Arguments.notNegative("initialVariance", initialVariance);
        Arguments.positive("reversion", reversion);
        Arguments.positive("meanVariance", meanVariance);
        Arguments.notNegative("volatilityOfVariance", volatilityOfVariance);
        Arguments.within("correlation", correlation, -1, 1);
    }

    /** Expected variance per year after so many years. */
    public double varianceMean(double years) {
        Arguments.positive("years", years);
        return meanVariance + (initialVariance - meanVariance) * Math.exp(-reversion * years);
    }

    /** Variance of the variance after so many years. */
    public double varianceVariance(double years) {
        double decay = Math.exp(-reversion * Arguments.positive("years", years));
        double square = volatilityOfVariance * volatilityOfVariance;
        return initialVariance * square / reversion * (decay - decay * decay)
                + meanVariance * square / (2 * reversion) * (1 - decay) * (1 - decay);
    }

    @Override
    public Path start(RandomGenerator random) {
        double[] variance = {initialVariance};
        double other = Math.sqrt(1 - correlation * correlation);
        return years -> {
            Arguments.positive("years", years);
            int steps = Math.max(1, (int) Math.ceil(years / LONGEST_STEP - 1e-9));
            double dt = years / steps;
            double log = 0;
            for (int k = 0; k < steps; k++) {
                double v = Math.max(0, variance[0]);
                double z = Variates.normal(random);
                double w = correlation * z + other * Variates.normal(random);
                double root = Math.sqrt(v * dt);
                log += (drift - 0.5 * v) * dt + root * z;
                variance[0] += reversion * (meanVariance - v) * dt + volatilityOfVariance * root * w;
            }
            return Arguments.finite("simulated return", Math.expm1(log));
        };
    }
}
