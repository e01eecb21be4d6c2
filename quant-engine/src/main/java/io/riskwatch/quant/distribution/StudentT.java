package io.riskwatch.quant.distribution;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;

/**
 * Student's t distribution with fat tails, in its raw form (variance nu / (nu - 2)).
 *
 * <p>Where a model speaks of unit-variance t innovations, multiply a raw variate or quantile by {@link
 * #unitVarianceScale()} = sqrt((nu - 2) / nu).
 *
 * @param degreesOfFreedom nu, greater than 0; the smaller, the fatter the tails
 */
public record StudentT(double degreesOfFreedom) {
    /** From here on the two distributions agree better (2e-9 at five deviations) than the incomplete beta function is known. */
    private static final double NORMAL_FROM = 1e11;

    public StudentT {
        Arguments.positive("degreesOfFreedom", degreesOfFreedom);
    }

    /** The density at {@code x}. */
    public double density(double x) {
        return Math.exp(logDensity(x));
    }

    /** The natural logarithm of the density at {@code x}, which stays finite far out in the tails. */
    public double logDensity(double x) {
        Arguments.finite("x", x);
        double nu = degreesOfFreedom;
        return -Beta.logBeta(0.5 * nu, 0.5) - 0.5 * Math.log(nu) - 0.5 * (nu + 1) * Math.log1p(x * x / nu);
    }

    /** The probability of a value at or below {@code x}, in [0, 1]. */
    public double cumulative(double x) {
        double nu = degreesOfFreedom;
        if (nu > NORMAL_FROM || Double.isInfinite(Arguments.number("x", x))) {
            return Normal.cumulative(x);
        }
        double square = x * x;
        // the central form loses the tail to cancellation, the other converges where its argument is below its mean
        double tail = square <= 3 * nu / (nu + 2)
                ? 0.5 - 0.5 * IncompleteBeta.regularised(square / (nu + square), 0.5, 0.5 * nu)
                : 0.5 * IncompleteBeta.regularised(nu / (nu + square), 0.5 * nu, 0.5);
        return x < 0 ? tail : 1 - tail;
    }

    /**
     * The value that the variable stays at or below with the given probability: a first answer by bracketing, polished
     * by Newton steps to full precision.
     *
     * @param probability in (0, 1)
     */
    public double quantile(double probability) {
        Arguments.between("probability", probability, 0, 1);
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        if (degreesOfFreedom > NORMAL_FROM) {
            return Normal.quantile(probability);
        }
        if (probability == 0.5) {
            return 0;
        }
        double x = bracketed(Math.log(probability));
        for (int step = 0; step < 20; step++) {
            double change = (cumulative(x) - probability) / density(x);
            x -= change;
            if (Math.abs(change) <= 1e-15 * Math.abs(x)) {
                return x;
            }
        }
        return x;
    }

    /** The quantile in the lower half by Brent's method on the logarithm of the probability, to about eight digits. */
    private double bracketed(double logProbability) {
        double low = -1;
        while (Math.log(cumulative(low)) > logProbability) {
            low *= 2;
            if (Double.isInfinite(low)) {
                throw new NumericalFailureException("Student t quantile: the value at probability "
                        + Math.exp(logProbability) + " with " + degreesOfFreedom
                        + " degrees of freedom lies beyond all numbers");
            }
        }
        double high = low == -1 ? 0 : low / 2;
        return new BrentSolver(1e-8, 1e-300).solve(200, x -> Math.log(cumulative(x)) - logProbability, low, high);
    }

    /** The factor sqrt((nu - 2) / nu) that gives a raw t variable variance 1; needs nu greater than 2. */
    public double unitVarianceScale() {
        if (degreesOfFreedom <= 2) {
            throw new IllegalArgumentException(
                    "degreesOfFreedom must exceed 2 for the variance to exist, was " + degreesOfFreedom);
        }
        return Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
    }
}
