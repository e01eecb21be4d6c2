package io.riskwatch.portfolio.analysis.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value lies on an axis.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}
 * @param step between ticks
 */
record Scale(double low, double high, double step, double from, double to) {

    private static final int MOST_TICKS = 12;

    /** Over these values, with round ends. */
    static Scale around(double least, double greatest, double from, double to) {
        double span = greatest > least ? greatest - least : Math.max(Math.abs(greatest), 1);
        double step = step(span);
        return new Scale(
                Math.floor(least / step + 1e-9) * step, Math.ceil(greatest / step - 1e-9) * step, step, from, to);
    }

    /** From end to end, without ticks. */
    static Scale between(double low, double high, double from, double to) {
        return new Scale(low, high, high - low, from, to);
    }

    double at(double value) {
        double span = high > low ? high - low : 1;
        return from + (value - low) / span * (to - from);
    }

    /** Round values from end to end, about five. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step * 1e-6 && i < MOST_TICKS; i++) {
            double tick = low + i * step;
            ticks.add(Math.abs(tick) < step * 1e-9 ? 0.0 : tick);
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double span) {
        double rough = span / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
