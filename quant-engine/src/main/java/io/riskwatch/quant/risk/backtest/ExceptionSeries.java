package io.riskwatch.quant.risk.backtest;

import io.riskwatch.quant.Arguments;
import java.util.BitSet;

/**
 * The days on which the loss was greater than the value at risk announced for them.
 *
 * <p>Exception at t: -r_t is greater than VaR_t (a loss of exactly the VaR is none).
 */
public final class ExceptionSeries {
    private final BitSet exceptions;
    private final int observations;

    private ExceptionSeries(BitSet exceptions, int observations) {
        this.exceptions = exceptions;
        this.observations = observations;
    }

    /**
     * Compares returns with the forecasts made for them.
     *
     * @param returns realised simple returns, at least one
     * @param valueAtRisk forecast for the same period, positive for a loss, as many
     */
    public static ExceptionSeries of(double[] returns, double[] valueAtRisk) {
        Arguments.sameLength("returns", returns.length, "valueAtRisk", valueAtRisk.length);
        Arguments.series("returns", returns, 1);
        Arguments.series("valueAtRisk", valueAtRisk, 1);
        BitSet exceptions = new BitSet(returns.length);
        for (int t = 0; t < returns.length; t++) {
            exceptions.set(t, -returns[t] > valueAtRisk[t]);
        }
        return new ExceptionSeries(exceptions, returns.length);
    }

    /** Number of forecasts judged. */
    public int observations() {
        return observations;
    }

    /** Number of exceptions. */
    public int count() {
        return exceptions.cardinality();
    }

    /** Share of exceptions, to be compared with 1 - confidence. */
    public double rate() {
        return (double) count() / observations;
    }

    /** Positions of the exceptions, ascending. */
    public int[] positions() {
        return exceptions.stream().toArray();
    }

    /** Counts of the transitions from one day to the next. */
    public Transitions transitions() {
        int[] counts = new int[4];
        for (int t = 1; t < observations; t++) {
            counts[(exceptions.get(t - 1) ? 2 : 0) + (exceptions.get(t) ? 1 : 0)]++;
        }
        return new Transitions(counts[0], counts[1], counts[2], counts[3]);
    }

    /**
     * How often a day without (0) or with (1) exception was followed by one without or with.
     *
     * @param calmToCalm n00
     * @param calmToException n01
     * @param exceptionToCalm n10
     * @param exceptionToException n11
     */
    public record Transitions(int calmToCalm, int calmToException, int exceptionToCalm, int exceptionToException) {
        public Transitions {
            Arguments.atLeast("calmToCalm", calmToCalm, 0);
            Arguments.atLeast("calmToException", calmToException, 0);
            Arguments.atLeast("exceptionToCalm", exceptionToCalm, 0);
            Arguments.atLeast("exceptionToException", exceptionToException, 0);
        }
    }
}
