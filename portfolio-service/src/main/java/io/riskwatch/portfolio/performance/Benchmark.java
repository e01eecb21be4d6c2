package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.valuation.DailyValues;
import io.riskwatch.portfolio.valuation.UnitSeries;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A portfolio beside an instrument, both in the portfolio's currency and the instrument with its dividends reinvested.
 *
 * @param start the first day on which both have a value; an index of both starts there at 100
 * @param total what the instrument returned from there to the end
 * @param bought what the portfolio's own deposits and withdrawals would have become in the instrument
 * @param comparison how the two moved together on common days
 */
record Benchmark(UnitSeries units, int start, double total, Figure<Bought> bought, Figure<Comparison> comparison) {

    /**
     * The deposits bought the instrument at the close of their day, the withdrawals sold it.
     *
     * @param valueAt the close of each day
     * @param ranOut the day on which a withdrawal asked for more than was there; nothing is left from then on
     */
    record Bought(
            IntToDoubleFunction valueAt,
            double endValue,
            double gain,
            Figure<InternalRate> moneyWeighted,
            Optional<LocalDate> ranOut) {}

    /** The comparison, or why the instrument cannot be one. */
    static Figure<Benchmark> of(Performance performance, UnitSeries units) {
        var start = units.firstKnown();
        var last = units.count() - 1;
        if (start >= last) {
            return Figure.refused("%s has no prices within the range.".formatted(units.symbol()));
        }
        return Figure.of(new Benchmark(
                units,
                start,
                units.value(last) / units.value(start) - 1,
                bought(performance.period(), units),
                performance
                        .growth()
                        .map(growth -> Comparison.of(growth, common(performance.values(), units), units))
                        .orElseGet(() -> Figure.refused("The portfolio has no return to compare."))));
    }

    /** 100 on the first day that both have; empty before it. */
    Optional<Double> index(int day) {
        return day < start ? Optional.empty() : Optional.of(100 * units.value(day) / units.value(start));
    }

    private static int[] common(DailyValues values, UnitSeries units) {
        return IntStream.range(0, units.count())
                .filter(day -> units.open(day) && values.open(day))
                .toArray();
    }

    private static Figure<Bought> bought(Period period, UnitSeries units) {
        var values = new double[units.count()];
        var ranOut = OptionalInt.empty();
        var value = period.entry(0) == 0 ? period.startValue() : 0.0;
        for (var day = 0; day < values.length; day++) {
            if (day > 0 && value != 0) {
                value *= units.value(day) / units.value(day - 1);
            }
            var flow = period.deposits()[period.entry(day)] - period.withdrawals()[period.entry(day)];
            value += flow;
            if (value != 0 && !units.known(day)) {
                return Figure.refused("%s has prices from %s on only, and your money was there before."
                        .formatted(units.symbol(), period.start().plusDays(units.firstKnown())));
            }
            if (value < 0 && flow < 0) {
                ranOut = ranOut.isPresent() ? ranOut : OptionalInt.of(day);
                value = 0;
            }
            values[day] = value;
        }
        return Figure.of(new Bought(
                day -> values[day],
                value,
                value - period.startValue() - period.paidIn() + period.paidOut(),
                ranOut.isPresent()
                        ? Figure.refused("The withdrawals were more than would have been there.")
                        : PeriodReturns.moneyWeighted(period, value),
                ranOut.isPresent() ? Optional.of(period.start().plusDays(ranOut.getAsInt())) : Optional.empty()));
    }

    /** What would have been, in words. */
    List<String> sentences(Period period, String currency) {
        var sentences = new ArrayList<String>();
        bought.value().ifPresent(would -> {
            would.ranOut()
                    .ifPresentOrElse(
                            day -> sentences.add(
                                    "In %s your deposits would have been used up on %s: the withdrawals were more than would have been there."
                                            .formatted(units.symbol(), day)),
                            () -> sentences.add(instead(would, period, currency)));
        });
        return List.copyOf(sentences);
    }

    private String instead(Bought would, Period period, String currency) {
        var more = would.endValue() - period.endValue();
        return "Had your deposits bought %s on the same days, you would have %s %s instead of %s: %s %s."
                .formatted(
                        units.symbol(),
                        Words.number(would.endValue()),
                        currency,
                        Words.number(period.endValue()),
                        Words.number(Math.abs(more)),
                        more < 0 ? "less" : "more");
    }
}
