package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.series.Returns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the investment fell below its highest value so far.
 *
 * <p>drawdown_t = value_t / (highest value up to t, the starting value included) - 1: a negative fraction or zero. The
 * starting value counts, so a loss on the first day is a drawdown.
 */
public final class Drawdowns {
    private final double[] series;

    private Drawdowns(double[] series) {
        this.series = series;
    }

    /**
     * Drawdowns of an investment that earned these simple returns; element t + 1 of {@link #series()} follows return t.
     *
     * @param returns at least one, none below -1
     */
    public static Drawdowns ofReturns(double[] returns) {
        Arguments.simpleReturns("returns", returns, 1);
        return of(Returns.wealth(returns));
    }

    /**
     * Drawdowns of a value series (an index, never an account with deposits: they hide drawdowns).
     *
     * @param values at least one, the first positive, none negative
     */
    public static Drawdowns ofValues(double[] values) {
        Arguments.series("values", values, 1);
        Arguments.positive("values[0]", values[0]);
        for (int t = 1; t < values.length; t++) {
            Arguments.notNegative("values[" + t + "]", values[t]);
        }
        return of(values);
    }

    private static Drawdowns of(double[] values) {
        double[] series = new double[values.length];
        double peak = values[0];
        for (int t = 0; t < values.length; t++) {
            peak = Math.max(peak, values[t]);
            series[t] = values[t] / peak - 1;
        }
        return new Drawdowns(series);
    }

    /** One drawdown per value, the first 0; in [-1, 0]. */
    public double[] series() {
        return series.clone();
    }

    /** The deepest drawdown: a negative fraction, 0 if the value never fell below a former one. */
    public double maximum() {
        double least = 0;
        for (double drawdown : series) {
            least = Math.min(least, drawdown);
        }
        return least;
    }

    /** Where the investment stands now below its peak: 0 or a negative fraction. */
    public double current() {
        return series[series.length - 1];
    }

    /** The separate spells below a peak, deepest first (the earlier first among equals), at most {@code limit}. */
    public List<Drawdown> worst(int limit) {
        Arguments.atLeast("limit", limit, 0);
        List<Drawdown> spells = new ArrayList<>();
        int t = 1;
        while (t < series.length) {
            if (series[t] < 0) {
                Drawdown spell = spellFrom(t);
                spells.add(spell);
                t = spell.recovery().orElse(series.length);
            }
            t++;
        }
        spells.sort(Comparator.comparingDouble(Drawdown::depth).thenComparingInt(Drawdown::peak));
        return List.copyOf(spells.subList(0, Math.min(limit, spells.size())));
    }

    private Drawdown spellFrom(int first) {
        int trough = first;
        int t = first;
        while (t < series.length && series[t] < 0) {
            if (series[t] < series[trough]) {
                trough = t;
            }
            t++;
        }
        return new Drawdown(first - 1, trough, t < series.length ? t : -1, series[trough]);
    }

    /**
     * Ulcer index: sqrt(mean of drawdown^2) over the periods after the start; a fraction, not negative.
     *
     * <p>Source: P. Martin and B. McCann, "The Investor's Guide to Fidelity Funds" (1989).
     */
    public double ulcerIndex() {
        double sum = 0;
        for (double drawdown : series) {
            sum += drawdown * drawdown;
        }
        return Math.sqrt(sum / Math.max(1, series.length - 1));
    }

    /** Pain index: mean depth of the drawdown over the periods after the start; a fraction, not negative. */
    public double painIndex() {
        double sum = 0;
        for (double drawdown : series) {
            sum -= drawdown;
        }
        return sum / Math.max(1, series.length - 1) + 0.0;
    }
}
