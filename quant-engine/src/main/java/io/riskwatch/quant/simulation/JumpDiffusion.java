package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;

/**
 * Brownian motion with sudden jumps: log jumps are normal and arrive at random (Merton).
 *
 * <p>The drift is compensated, E[S_t] = S e^(mu t). Log returns over T have mean (mu - sigma^2 / 2 - l k + l m) T, variance (sigma^2
 * + l (m^2 + d^2)) T, with k = e^(m + d^2 / 2) - 1.
 *
 * <p>Source: R. Merton (1976); R. Cont and P. Tankov, "Financial Modelling with Jump Processes" (2004).
 *
 * @param drift mu per year
 * @param volatility sigma of the diffusion per year
 * @param jumpsPerYear l
 * @param meanLogJump m
 * @param jumpVolatility d, standard deviation of the log jump
 */
public record JumpDiffusion(
        double drift, double volatility, double jumpsPerYear, double meanLogJump, double jumpVolatility)
        implements ReturnModel {
    public JumpDiffusion {
        Arguments.finite("drift", drift);
        Arguments.notNegative("volatility", volatility);
        Arguments.notNegative("jumpsPerYear", jumpsPerYear);
        Arguments.finite("meanLogJump", meanLogJump);
        Arguments.notNegative("jumpVolatility", jumpVolatility);
        Arguments.finite("expected jump", Math.exp(meanLogJump + 0.5 * jumpVolatility * jumpVolatility));
    }

    /** Mean of the log return over so many years. */
    public double logMean(double years) {
        return (logDrift() + jumpsPerYear * meanLogJump) * Arguments.positive("years", years);
    }

    /** Variance of the log return. */
    public double logVariance(double years) {
        double square = meanLogJump * meanLogJump + jumpVolatility * jumpVolatility;
        return (volatility * volatility + jumpsPerYear * square) * Arguments.positive("years", years);
    }

    /** Skewness of the log return; falls with the square root of time. */
    public double logSkewness(double years) {
        double m = meanLogJump;
        double third = jumpsPerYear * m * (m * m + 3 * jumpVolatility * jumpVolatility) * years;
        return third / Math.pow(positiveVariance("skewness", years), 1.5);
    }

    /** Excess kurtosis of the log return; falls with time. */
    public double logExcessKurtosis(double years) {
        double m2 = meanLogJump * meanLogJump;
        double d2 = jumpVolatility * jumpVolatility;
        double fourth = jumpsPerYear * (m2 * m2 + 6 * m2 * d2 + 3 * d2 * d2) * years;
        double variance = positiveVariance("excess kurtosis", years);
        return fourth / (variance * variance);
    }

    private double positiveVariance(String measure, double years) {
        double variance = logVariance(years);
        if (variance == 0) {
            throw new UndefinedMeasureException(measure + " has no value: the log return never varies");
        }
        return variance;
    }

    @Override
    public Path start(RandomGenerator random) {
        return years -> {
            int jumps = poisson(random, jumpsPerYear * Arguments.positive("years", years));
            double spread = Math.sqrt(volatility * volatility * years + jumps * jumpVolatility * jumpVolatility);
            double log = logDrift() * years + jumps * meanLogJump + spread * Variates.normal(random);
            return Arguments.finite("simulated return", Math.expm1(log));
        };
    }

    private double logDrift() {
        double k = Math.expm1(meanLogJump + 0.5 * jumpVolatility * jumpVolatility);
        return drift - 0.5 * volatility * volatility - jumpsPerYear * k;
    }

    /** By counting exponential waiting times; a period holds few jumps. */
    private static int poisson(RandomGenerator random, double mean) {
        int count = 0;
        double time = -Math.log(Variates.uniform(random));
        while (time < mean) {
            count++;
            time -= Math.log(Variates.uniform(random));
        }
        return count;
    }
}
