package io.riskwatch.quant.backtest;

import io.riskwatch.quant.UndefinedMeasureException;

/**
 * What one variant of a sweep would have earned.
 *
 * @param totalReturn gain over the whole time as a fraction of the capital
 * @param meanReturn arithmetic mean of the simple returns, per period
 * @param volatility their standard deviation, divisor n - 1, per period; 0 if they never vary
 * @param maxDrawdown deepest fall below the highest value so far, the start included: a fraction in [-1, 0]
 */
public record SweepOutcome(double totalReturn, double meanReturn, double volatility, double maxDrawdown) {
    /**
     * From sums over returns: variance = (sum of squares - n x mean^2) / (n - 1), of deviations from a shift near the mean, so that
     * little is lost in the subtraction.
     */
    static SweepOutcome of(double wealth, int periods, double shift, double sum, double squares, double leastOfPeak) {
        double mean = sum / periods;
        double central = Math.max(0, squares - sum * mean);
        boolean varies = Math.sqrt(central / periods) > 1e-14 * Math.abs(shift + mean);
        double volatility = varies ? Math.sqrt(central / (periods - 1)) : 0;
        return new SweepOutcome(wealth - 1, shift + mean, volatility, leastOfPeak - 1);
    }

    /**
     * Mean excess return over its standard deviation, per period; times sqrt(periods per year) for a year. Undefined where the
     * returns never vary: a rule that never traded has no ratio.
     */
    public double sharpeRatio(double riskFreePerPeriod) {
        if (volatility == 0) {
            throw new UndefinedMeasureException("Sharpe ratio has no value: the returns never vary");
        }
        return (meanReturn - riskFreePerPeriod) / volatility;
    }
}
