package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.holding.ExternalFlow;
import io.riskwatch.portfolio.valuation.DailyValues;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of days with the value at each close and what was paid in and out, in the base currency. It starts at the close
 * of its first day, whose flows are part of the start; only a period from the first booking on starts with nothing, on
 * the morning of that day, so that the first purchases count from their price and not from the evening's.
 *
 * <p>Entry 0 of the columns is the start, entry i ends with the close of {@code dateOf(i)}.
 */
final class Period {

    private final LocalDate start;
    private final LocalDate end;
    private final boolean sinceInception;
    private final double[] values;
    private final double[] deposits;
    private final double[] withdrawals;
    private final List<Flow> flows;

    private Period(LocalDate start, LocalDate end, boolean sinceInception, double[] values, List<Flow> external) {
        this.start = start;
        this.end = end;
        this.sinceInception = sinceInception;
        this.values = values;
        this.deposits = new double[values.length];
        this.withdrawals = new double[values.length];
        for (var flow : external) {
            var entry = flow.day() + (sinceInception ? 1 : 0);
            deposits[entry] += Math.max(0, -flow.payment());
            withdrawals[entry] += Math.max(0, flow.payment());
        }
        this.flows = withEnds(external);
    }

    /** The period of a past that has values. */
    static Period of(PortfolioHistory history) {
        var daily = history.values().orElseThrow();
        var days = daily.days();
        var sinceInception = days.first().equals(history.inception());
        var external = history.holdings().flows().stream()
                .filter(flow -> days.contains(flow.date()))
                .filter(flow -> sinceInception || flow.date().isAfter(days.first()))
                .toList();
        return new Period(
                days.first(), days.last(), sinceInception, values(daily, sinceInception), flows(external, daily));
    }

    private static double[] values(DailyValues daily, boolean sinceInception) {
        var closes = daily.values();
        if (!sinceInception) {
            return closes;
        }
        var values = new double[closes.length + 1];
        System.arraycopy(closes, 0, values, 1, closes.length);
        return values;
    }

    private static List<Flow> flows(List<ExternalFlow> external, DailyValues daily) {
        var worth = daily.worth(external);
        var length = daily.days().count() - 1;
        var flows = new ArrayList<Flow>(worth.length);
        for (var i = 0; i < worth.length; i++) {
            var flow = external.get(i);
            var day = daily.days().index(flow.date());
            flows.add(new Flow(
                    flow.date(),
                    day,
                    Flow.Kind.valueOf(flow.type().name()),
                    flow.symbol(),
                    flow.symbol() == null ? flow.currency() : null,
                    flow.amount(),
                    flow.inward() ? -worth[i] : worth[i],
                    length == 0 ? 1 : (double) (length - day) / length));
        }
        return flows;
    }

    private List<Flow> withEnds(List<Flow> external) {
        var all = new ArrayList<Flow>(external.size() + 2);
        if (startValue() != 0) {
            all.add(new Flow(start, 0, Flow.Kind.START, null, null, null, -startValue(), 1));
        }
        all.addAll(external);
        all.add(new Flow(end, days(), Flow.Kind.END, null, null, null, endValue(), 0));
        return List.copyOf(all);
    }

    LocalDate start() {
        return start;
    }

    LocalDate end() {
        return end;
    }

    /** Calendar days between start and end. */
    int days() {
        return Math.toIntExact(end.toEpochDay() - start.toEpochDay());
    }

    /** Start, flows from outside and end, in the order of their days. */
    List<Flow> flows() {
        return flows;
    }

    /** Shared, not to be changed. */
    double[] values() {
        return values;
    }

    /** Positive; shared, not to be changed. */
    double[] deposits() {
        return deposits;
    }

    /** Positive; shared, not to be changed. */
    double[] withdrawals() {
        return withdrawals;
    }

    LocalDate dateOf(int entry) {
        return start.plusDays(Math.max(0, entry - (sinceInception ? 1 : 0)));
    }

    /** The entry that ends with the close of the day this many days after the start. */
    int entry(int day) {
        return day + (sinceInception ? 1 : 0);
    }

    double startValue() {
        return values[0];
    }

    double endValue() {
        return values[values.length - 1];
    }

    double paidIn() {
        return sum(deposits);
    }

    double paidOut() {
        return sum(withdrawals);
    }

    /** What the period earned: the change in value less what was paid in, and what was paid out. */
    double gain() {
        return endValue() - startValue() - paidIn() + paidOut();
    }

    private static double sum(double[] amounts) {
        var sum = 0.0;
        for (var amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
