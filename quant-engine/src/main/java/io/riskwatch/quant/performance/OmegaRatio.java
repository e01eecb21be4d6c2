package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;

/**
 * Gains over losses around a threshold: sum of max(0, r - L) / sum of max(0, L - r).
 *
 * <p>Above 1 when gains outweigh losses. The threshold L is per period; an annual one is brought down by {@link
 * #perPeriod}. Undefined when no return lies below it.
 *
 * <p>Source: C. Keating and W. Shadwick, "A universal performance measure" (2002).
 */
public final class OmegaRatio {
    private OmegaRatio() {}

    /**
     * The ratio at a threshold.
     *
     * @param returns at least one simple return
     * @param threshold L, return per period
     */
    public static double of(double[] returns, double threshold) {
        Arguments.series("returns", returns, 1);
        Arguments.finite("threshold", threshold);
        double gains = 0;
        double losses = 0;
        for (double r : returns) {
            gains += Math.max(0, r - threshold);
            losses += Math.max(0, threshold - r);
        }
        if (losses == 0) {
            throw new UndefinedMeasureException("Omega ratio has no value: no return lies below " + threshold);
        }
        return gains / losses;
    }

    /** An annual return as the return per period that compounds to it: (1 + R)^(1 / periods per year) - 1. */
    public static double perPeriod(double annualReturn, double periodsPerYear) {
        Arguments.between("annualReturn", annualReturn, -1, Double.POSITIVE_INFINITY);
        Arguments.positive("periodsPerYear", periodsPerYear);
        return Math.expm1(Math.log1p(annualReturn) / periodsPerYear);
    }
}
