package io.riskwatch.analytics.backtest;

import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.series.Returns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each calendar year of a backtest brought.
 *
 * <p>To a year belong the returns of the days in it, so the first of them leads from the last close of the year before; the
 * first and the last year may be parts of one. R_y = product over its days of (1 + r_t) - 1. The deepest fall is that of the
 * {@link Drawdowns} of those returns alone: from the highest value since the close the year began with.
 */
final class CalendarYears {

    private CalendarYears() {}

    /**
     * The years in their order.
     *
     * @param dates the day the first return begins on and the day each return ends on: one more than returns
     * @param returns of the strategy, after costs
     * @param held of the same things held without trading and costs
     */
    static List<BacktestResult.Year> of(
            List<LocalDate> dates, double[] returns, double[] held, double @Nullable [] benchmark) {
        List<BacktestResult.Year> years = new ArrayList<>();
        int from = 0;
        while (from < returns.length) {
            int year = dates.get(from + 1).getYear();
            int to = from + 1;
            while (to < returns.length && dates.get(to + 1).getYear() == year) {
                to++;
            }
            double[] own = Arrays.copyOfRange(returns, from, to);
            double total = Returns.compounded(own);
            double without = Returns.compounded(Arrays.copyOfRange(held, from, to));
            Double beside =
                    benchmark == null ? null : (Double) Returns.compounded(Arrays.copyOfRange(benchmark, from, to));
            years.add(new BacktestResult.Year(
                    String.valueOf(year),
                    to - from,
                    total,
                    without,
                    beside,
                    total - (beside == null ? without : beside),
                    Drawdowns.ofReturns(own).maximum()));
            from = to;
        }
        return List.copyOf(years);
    }
}
