package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.stat.Moments;

/**
 * What lies above and below a minimum acceptable return, in the words of Bacon's book.
 *
 * <p>Every average divides by ALL returns. Per period, decimals; nothing is annualised.
 *
 * <p>Source: C. Bacon, "Practical Portfolio Performance Measurement and Attribution" (2008) pp. 62-103.
 *
 * @param target the minimum acceptable return per period
 * @param mean mean return per period
 * @param downsidePotential mean of max(0, target - r)
 * @param upsidePotential mean of max(0, r - target)
 * @param downsideDeviation sqrt(mean of max(0, target - r)^2)
 * @param upsideRisk sqrt(mean of max(0, r - target)^2)
 * @param downsideFrequency share of returns below the target
 * @param upsideFrequency share of returns above the target
 */
public record PartialMoments(
        double target,
        double mean,
        double downsidePotential,
        double upsidePotential,
        double downsideDeviation,
        double upsideRisk,
        double downsideFrequency,
        double upsideFrequency) {

    /**
     * Around a target.
     *
     * @param returns at least one
     * @param target return per period
     */
    public static PartialMoments of(double[] returns, double target) {
        Arguments.series("returns", returns, 1);
        Arguments.finite("target", target);
        double below = 0;
        double above = 0;
        double belowSquares = 0;
        double aboveSquares = 0;
        int losses = 0;
        int gains = 0;
        for (double r : returns) {
            double d = r - target;
            if (d < 0) {
                below -= d;
                belowSquares += d * d;
                losses++;
            } else if (d > 0) {
                above += d;
                aboveSquares += d * d;
                gains++;
            }
        }
        double n = returns.length;
        return new PartialMoments(
                target,
                Moments.of(returns).mean(),
                below / n,
                above / n,
                Math.sqrt(belowSquares / n),
                Math.sqrt(aboveSquares / n),
                losses / n,
                gains / n);
    }

    /** Mean above target over the downside deviation: the Sortino ratio per period, kappa of order 2. */
    public double kappa2() {
        return over(downsideDeviation, "kappa");
    }

    /** Mean above target over the downside potential: Omega - 1. */
    public double omegaSharpe() {
        return over(downsidePotential, "Omega-Sharpe ratio");
    }

    private double over(double denominator, String measure) {
        if (denominator == 0) {
            throw new UndefinedMeasureException(measure + " has no value: no return lies below " + target);
        }
        return (mean - target) / denominator;
    }
}
