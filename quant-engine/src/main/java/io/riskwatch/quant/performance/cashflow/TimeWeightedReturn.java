package io.riskwatch.quant.performance.cashflow;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.series.Returns;

/**
 * The return of the investment itself, whatever was paid in or out: what a manager is judged by.
 *
 * <p>Daily linking counts deposits at the start of their day and withdrawals at its end: r_t = (V_t + out_t) / (V_{t-1} +
 * in_t) - 1; the whole is the product of (1 + r_t) less 1.
 *
 * <p>Source: GIPS 2020; the timing rule is Portfolio Performance's.
 */
public final class TimeWeightedReturn {
    private final double[] returns;
    private final int withoutCapital;

    private TimeWeightedReturn(double[] returns, int withoutCapital) {
        this.returns = returns;
        this.withoutCapital = withoutCapital;
    }

    /**
     * Links daily valuations.
     *
     * @param values value at the end of each day, the first being the start; none negative
     * @param deposits paid in on each day, not negative; entry t belongs to the day that ends with values[t], so entry 0 is
     *     part of the start and ignored
     * @param withdrawals paid out on each day, as positive amounts, likewise
     */
    public static TimeWeightedReturn daily(double[] values, double[] deposits, double[] withdrawals) {
        Arguments.series("values", values, 2);
        Arguments.sameLength("values", values.length, "deposits", deposits.length);
        Arguments.sameLength("values", values.length, "withdrawals", withdrawals.length);
        double[] returns = new double[values.length - 1];
        int withoutCapital = 0;
        for (int t = 0; t < values.length; t++) {
            if (values[t] < 0) {
                throw new IllegalArgumentException(
                        "values[" + t + "] must not be negative, was " + values[t] + ": is a deposit missing?");
            }
            Arguments.notNegative("deposits[" + t + "]", deposits[t]);
            Arguments.notNegative("withdrawals[" + t + "]", withdrawals[t]);
            if (t > 0) {
                double start = values[t - 1] + deposits[t];
                if (start == 0) {
                    withoutCapital++;
                } else {
                    returns[t - 1] = (values[t] + withdrawals[t]) / start - 1;
                }
            }
        }
        return new TimeWeightedReturn(returns, withoutCapital);
    }

    /**
     * Links the periods between valuations taken just before each flow (the true time-weighted return).
     *
     * @param start value at the start, greater than 0
     * @param valuesBeforeFlow value just before each flow
     * @param flows external flows in order; deposits positive, withdrawals negative
     * @param end value at the end
     */
    public static double betweenFlows(double start, double[] valuesBeforeFlow, double[] flows, double end) {
        Arguments.positive("start", start);
        Arguments.notNegative("end", end);
        Arguments.sameLength("valuesBeforeFlow", valuesBeforeFlow.length, "flows", flows.length);
        Arguments.series("flows", flows, 0);
        double growth = 1;
        double capital = start;
        for (int i = 0; i < flows.length; i++) {
            growth *= Arguments.notNegative("valuesBeforeFlow[" + i + "]", valuesBeforeFlow[i]) / capital;
            capital = Arguments.positive("value after flow " + i, valuesBeforeFlow[i] + flows[i]);
        }
        return growth * end / capital - 1;
    }

    /** The daily returns, one fewer than values. */
    public double[] returns() {
        return returns.clone();
    }

    /** The whole period's return. */
    public double total() {
        return Returns.compounded(returns);
    }

    /** Days that began without any capital; they count as a return of 0 and deserve a warning. */
    public int daysWithoutCapital() {
        return withoutCapital;
    }
}
