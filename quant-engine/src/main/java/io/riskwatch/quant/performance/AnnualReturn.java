package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Moments;

/**
 * What was earned per year: on average, or compounded.
 *
 * <p>The two differ by about half the variance: the average is the better forecast of one year, the compounded rate is
 * what the investor's wealth did. Decimals, e.g. 0.07.
 */
public final class AnnualReturn {
    private AnnualReturn() {}

    /**
     * Arithmetic: mean return per period times periods per year.
     *
     * @param returns at least one simple return
     * @param periodsPerYear 252 for trading days; see {@link Annualisation}
     */
    public static double arithmetic(double[] returns, double periodsPerYear) {
        Arguments.positive("periodsPerYear", periodsPerYear);
        return Moments.of(Arguments.simpleReturns("returns", returns, 1)).mean() * periodsPerYear;
    }

    /** Compound annual growth rate when every return spans one period; {@link #compound(double, double, double)}. */
    public static double compound(double[] returns, double periodsPerYear) {
        Arguments.simpleReturns("returns", returns, 1);
        return compound(Returns.compounded(returns), returns.length, periodsPerYear);
    }

    /**
     * Compound annual growth rate (CAGR): (1 + R)^(periods per year / elapsed periods) - 1.
     *
     * @param totalReturn R, over the whole span, at least -1
     * @param elapsedPeriods how many periods the span had, greater than 0: more than there are returns, when some are
     *     missing
     * @param periodsPerYear 252 for trading days, 365 with a span in calendar days
     */
    public static double compound(double totalReturn, double elapsedPeriods, double periodsPerYear) {
        Arguments.within("totalReturn", totalReturn, -1, Double.MAX_VALUE);
        Arguments.positive("elapsedPeriods", elapsedPeriods);
        Arguments.positive("periodsPerYear", periodsPerYear);
        double annual = Math.pow(1 + totalReturn, periodsPerYear / elapsedPeriods) - 1;
        if (Double.isInfinite(annual)) {
            throw new UndefinedMeasureException("compound annual return has no value: " + totalReturn + " in "
                    + elapsedPeriods + " of " + periodsPerYear + " periods a year compounds beyond all numbers");
        }
        return annual;
    }
}
