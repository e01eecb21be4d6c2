package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;

/**
 * Reward per unit of the worst fall: compound annual growth rate over the depth of the maximum drawdown.
 *
 * <p>Undefined when the value never fell. Source: T. Young, "Calmar Ratio: A Smoother Tool", Futures (1991).
 */
public final class CalmarRatio {
    private CalmarRatio() {}

    /** Of returns that each span one period. */
    public static double of(double[] returns, double periodsPerYear) {
        return of(
                AnnualReturn.compound(returns, periodsPerYear),
                Drawdowns.ofReturns(returns).maximum());
    }

    /**
     * Of its two parts.
     *
     * @param compoundAnnualReturn decimal
     * @param maximumDrawdown in [-1, 0]
     */
    public static double of(double compoundAnnualReturn, double maximumDrawdown) {
        Arguments.finite("compoundAnnualReturn", compoundAnnualReturn);
        Arguments.within("maximumDrawdown", maximumDrawdown, -1, 0);
        if (maximumDrawdown == 0) {
            throw new UndefinedMeasureException("Calmar ratio has no value: the value never fell below a former one");
        }
        return compoundAnnualReturn / -maximumDrawdown;
    }
}
