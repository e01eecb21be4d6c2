package io.riskwatch.quant.performance.cashflow;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;

/**
 * Return over a period with flows but without valuations in between, an approximation of the money-weighted return.
 *
 * <p>(V1 - V0 - F) / (V0 + sum of w_i F_i); modified Dietz weighs a flow by the share of the period it was invested, w_i =
 * (D - d_i) / D, simple Dietz by one half.
 *
 * <p>Source: P. Dietz (1966); GIPS 2020.
 */
public final class Dietz {
    private Dietz() {}

    /**
     * Modified Dietz return.
     *
     * @param flows deposits positive, withdrawals negative
     * @param flowDays day of each flow, counted from the start, 0 to days
     * @param days length of the period, at least 1
     */
    public static double modified(double start, double end, double[] flows, int[] flowDays, int days) {
        Arguments.atLeast("days", days, 1);
        Arguments.sameLength("flows", flows.length, "flowDays", flowDays.length);
        double[] weights = new double[flows.length];
        for (int i = 0; i < weights.length; i++) {
            Arguments.within("flowDays[" + i + "]", flowDays[i], 0, days);
            weights[i] = (double) (days - flowDays[i]) / days;
        }
        return weighted(start, end, flows, weights);
    }

    /** Simple Dietz return: every flow counts as made in the middle. */
    public static double simple(double start, double end, double[] flows) {
        double[] weights = new double[flows.length];
        Arrays.fill(weights, 0.5);
        return weighted(start, end, flows, weights);
    }

    private static double weighted(double start, double end, double[] flows, double[] weights) {
        Arguments.notNegative("start", start);
        Arguments.notNegative("end", end);
        Arguments.series("flows", flows, 0);
        double net = 0;
        double capital = start;
        for (int i = 0; i < flows.length; i++) {
            net += flows[i];
            capital += weights[i] * flows[i];
        }
        if (!(capital > 0)) {
            throw new UndefinedMeasureException("Dietz return has no value: the average capital is " + capital);
        }
        return (end - start - net) / capital;
    }
}
