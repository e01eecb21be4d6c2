package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;

/**
 * A price whose relative changes are independent and normal: dS = mu S dt + sigma S dW.
 *
 * <p>mu is the continuous drift of the MEAN: E[S_t] = S e^(mu t), while the median is S e^((mu - sigma^2 / 2) t). Per year.
 *
 * <p>Source: P. Glasserman, "Monte Carlo Methods in Financial Engineering" (2003) ch. 3.
 *
 * @param drift mu per year
 * @param volatility sigma per year, greater than 0
 */
public record GeometricBrownianMotion(double drift, double volatility) implements ReturnModel, Marginal {
    public GeometricBrownianMotion {
        Arguments.finite("drift", drift);
        Arguments.positive("volatility", volatility);
    }

    /** Expected value after so many years of an investment of {@code start}. */
    public double mean(double start, double years) {
        Arguments.positive("years", years);
        return Arguments.finite("mean value", Arguments.positive("start", start) * Math.exp(drift * years));
    }

    /** Standard deviation of the value. */
    public double standardDeviation(double start, double years) {
        return Arguments.finite(
                "standard deviation", mean(start, years) * Math.sqrt(Math.expm1(volatility * volatility * years)));
    }

    /** The value that is not exceeded with the given probability, in (0, 1). */
    public double quantile(double start, double years, double probability) {
        Arguments.positive("start", start);
        Arguments.positive("years", years);
        return Arguments.finite(
                "quantile",
                start * Math.exp(logDrift() * years + volatility * Math.sqrt(years) * Normal.quantile(probability)));
    }

    /** Probability of ending below a level. */
    public double probabilityBelow(double start, double level, double years) {
        Arguments.positive("start", start);
        Arguments.positive("level", level);
        Arguments.positive("years", years);
        double distance = Math.log(level / start) - logDrift() * years;
        return Normal.cumulative(distance / (volatility * Math.sqrt(years)));
    }

    /** Probability of touching a level below the start at any time until then (reflection principle). */
    public double probabilityOfTouching(double start, double level, double years) {
        Arguments.positive("start", start);
        Arguments.between("level", level, 0, start);
        Arguments.positive("years", years);
        double distance = Math.log(level / start);
        double root = volatility * Math.sqrt(years);
        double power = Math.exp(2 * logDrift() * distance / (volatility * volatility));
        return Normal.cumulative((distance - logDrift() * years) / root)
                + power * Normal.cumulative((distance + logDrift() * years) / root);
    }

    /** Exact in distribution for any step. */
    @Override
    public Path start(RandomGenerator random) {
        return years -> {
            Arguments.positive("years", years);
            double log = logDrift() * years + volatility * Math.sqrt(years) * Variates.normal(random);
            return Arguments.finite("simulated return", Math.expm1(log));
        };
    }

    /**
     * Simulates many paths at once in steps of equal length, each exact in distribution.
     *
     * <p>Where only the end matters, one step is enough. The lowest value is that at the steps: between them a path may have been
     * lower ({@link #probabilityOfTouching} is the limit). Float normals and sums ({@link io.riskwatch.quant.kernel.RandomStream}): for
     * probabilities below 1e-8 take {@link #quantile}.
     *
     * @param start greater than 0
     * @param years until the end, greater than 0
     * @param steps at least 1; cost paths x steps, memory 8 bytes per path
     * @param paths at least 2
     */
    public SimulatedPaths simulate(double start, double years, int steps, int paths, SimulationRun run) {
        return BrownianSimulation.of(this, start, years, steps, paths, run);
    }

    @Override
    public double returnAt(double probability, double years) {
        return quantile(1, years, probability) - 1;
    }

    double logDrift() {
        return drift - 0.5 * volatility * volatility;
    }
}
