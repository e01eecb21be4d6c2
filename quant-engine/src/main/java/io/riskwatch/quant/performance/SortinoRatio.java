package io.riskwatch.quant.performance;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.stat.Moments;

/**
 * Reward per unit of bad risk: mean return above a target over the downside deviation, per year.
 *
 * <p>Sortino = (mean(r) - target) x periods per year / downside deviation per year, which divides by all n returns ({@link
 * Volatility#downside}). Undefined when no return falls below the target.
 *
 * <p>Source: Rollinger and Hoffman (2013).
 */
public final class SortinoRatio {
    private SortinoRatio() {}

    /**
     * Annualised ratio.
     *
     * @param returns at least one simple return
     * @param target return per period, usually 0
     */
    public static double annualised(double[] returns, double target, double periodsPerYear) {
        double downside = Volatility.downside(returns, target, periodsPerYear);
        if (downside == 0) {
            throw new UndefinedMeasureException(
                    "Sortino ratio has no value: no return lies below the target " + target);
        }
        return (Moments.of(returns).mean() - target) * periodsPerYear / downside;
    }
}
