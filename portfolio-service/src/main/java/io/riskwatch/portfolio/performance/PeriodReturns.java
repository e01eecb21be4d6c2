package io.riskwatch.portfolio.performance;

import io.riskwatch.quant.performance.cashflow.Dietz;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import io.riskwatch.quant.performance.cashflow.TimeWeightedReturn;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The returns of a period, as fractions, each with its refusal where it has no value.
 *
 * @param timeWeighted of the holdings: daily linked, deposits at the start of their day, withdrawals at its end
 * @param modifiedDietz of the money, each flow weighted by the share of the period it was invested
 * @param moneyWeighted of the money, per year: the internal rate of return of the dated flows (XIRR)
 */
record PeriodReturns(
        Figure<TimeWeightedReturn> timeWeighted, Figure<Double> modifiedDietz, Figure<InternalRate> moneyWeighted) {

    static final double DAYS_PER_YEAR = 365;

    /**
     * The returns of the period.
     *
     * @param refusal why none of them can be told, whatever the figures
     */
    static PeriodReturns of(Period period, Optional<String> refusal) {
        var all = refusal.or(() -> period.days() < 1
                ? Optional.of("The range holds less than a day: there is no return yet.")
                : Optional.empty());
        return new PeriodReturns(
                measured(all.or(() -> negative(period, 0)), () -> timeWeighted(period)),
                measured(all.or(() -> negativeEnd(period)), () -> modifiedDietz(period)),
                measured(all.or(() -> negativeEnd(period)).or(() -> oneSided(period)), () -> moneyWeighted(period)));
    }

    /** A rate needs money that went in and money that came back, the value at the end among it. */
    private static Optional<String> oneSided(Period period) {
        var in = period.flows().stream().anyMatch(flow -> flow.payment() < 0);
        var back = period.flows().stream().anyMatch(flow -> flow.payment() > 0);
        return in && back
                ? Optional.empty()
                : Optional.of(
                        in
                                ? "Nothing came back and nothing is left: no rate makes up for that."
                                : "Nothing was paid in: there is no money whose return could be told.");
    }

    private static <T> Figure<T> measured(Optional<String> refusal, Supplier<T> measure) {
        return refusal.<Figure<T>>map(Figure::refused).orElseGet(() -> Figure.measured(measure));
    }

    /** The first day from the entry on that ended below zero. */
    private static Optional<String> negative(Period period, int from) {
        var values = period.values();
        for (var entry = from; entry < values.length; entry++) {
            if (values[entry] < 0) {
                return Optional.of("On %s the portfolio was worth %s, which has no return: is a deposit missing?"
                        .formatted(period.dateOf(entry), Words.number(values[entry])));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> negativeEnd(Period period) {
        return period.startValue() < 0 ? negative(period, 0) : negative(period, period.values().length - 1);
    }

    private static TimeWeightedReturn timeWeighted(Period period) {
        return TimeWeightedReturn.daily(period.values(), period.deposits(), period.withdrawals());
    }

    private static double modifiedDietz(Period period) {
        var external = period.flows().stream().filter(Flow::external).toList();
        return Dietz.modified(
                period.startValue(),
                period.endValue(),
                external.stream().mapToDouble(flow -> -flow.payment()).toArray(),
                external.stream().mapToInt(Flow::day).toArray(),
                period.days());
    }

    private static InternalRate moneyWeighted(Period period) {
        return rate(period, period.endValue());
    }

    /** The rate of the same payments had they ended in another value. */
    static Figure<InternalRate> moneyWeighted(Period period, double endValue) {
        return measured(oneSided(period), () -> rate(period, endValue));
    }

    /** Payments of one day are one. */
    private static InternalRate rate(Period period, double endValue) {
        var payments = new double[period.days() + 1];
        period.flows().stream()
                .filter(flow -> flow.kind() != Flow.Kind.END)
                .forEach(flow -> payments[flow.day()] += flow.payment());
        payments[period.days()] += endValue;
        var days = IntStream.range(0, payments.length)
                .filter(day -> payments[day] != 0)
                .toArray();
        return InternalRate.xirr(
                Arrays.stream(days).mapToDouble(day -> payments[day]).toArray(),
                Arrays.stream(days).mapToLong(day -> day).toArray());
    }

    /** The money-weighted return of the whole period: (1 + r)^(days / 365) - 1. */
    static double ofPeriod(double annual, int days) {
        return Math.expm1(Math.log1p(annual) * days / DAYS_PER_YEAR);
    }

    /** The return per year of a return of the period: (1 + R)^(365 / days) - 1. */
    static double annual(double ofPeriod, int days) {
        return Math.expm1(Math.log1p(ofPeriod) * DAYS_PER_YEAR / days);
    }
}
