package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.valuation.DailyValues;
import io.riskwatch.portfolio.valuation.Days;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import io.riskwatch.quant.performance.Drawdown;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.cashflow.TimeWeightedReturn;
import io.riskwatch.quant.series.Returns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a portfolio did in a period: its returns, the sentences that tell them apart, and what to know before believing them.
 *
 * @param refusal why nothing of this past can be told; empty for most
 */
record Performance(
        Portfolio portfolio,
        DailyValues values,
        Period period,
        Optional<String> refusal,
        PeriodReturns returns,
        List<String> sentences,
        List<String> notes) {

    /** Brokers round quantities, which leaves less than half a cent. */
    private static final double ROUNDED_AWAY = 0.005;

    Performance {
        sentences = List.copyOf(sentences);
        notes = List.copyOf(notes);
    }

    /** The performance over all days of a past that has values. */
    static Performance of(PortfolioHistory history) {
        var values = history.values().orElseThrow();
        var period = Period.of(history);
        var refusal = refusal(history, period);
        var returns = PeriodReturns.of(period, refusal);
        return new Performance(
                history.portfolio(),
                values,
                period,
                refusal,
                returns,
                Explanation.of(
                        period, returns, history.portfolio().baseCurrency().getCode()),
                notes(values, period, returns));
    }

    private static Optional<String> refusal(PortfolioHistory history, Period period) {
        if (history.marketDataAway()) {
            return Optional.of("Market data did not answer, so that the past cannot be valued now. Try again shortly.");
        }
        var missing = history.values().orElseThrow().missingRates();
        if (!missing.isEmpty()) {
            return Optional.of("There is no exchange rate for %s; a return would leave it out."
                    .formatted(missing.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> "%s from %s to %s"
                                    .formatted(
                                            entry.getKey(),
                                            entry.getValue().first(),
                                            entry.getValue().last()))
                            .collect(Collectors.joining(", "))));
        }
        return period.flows().stream()
                .filter(flow -> Double.isNaN(flow.payment()))
                .findFirst()
                .map(flow -> "Nobody knows what the %s of %s on %s was worth; a return would leave it out."
                        .formatted(flow.kind(), flow.symbol() == null ? flow.currency() : flow.symbol(), flow.date()));
    }

    private static List<String> notes(DailyValues values, Period period, PeriodReturns returns) {
        var notes = new ArrayList<String>();
        if (!values.unpriced().isEmpty()) {
            notes.add("No price history on every day for %s: valued at the last trade, so that the returns leave out"
                            .formatted(String.join(", ", values.unpriced()))
                    + " how the market moved meanwhile.");
        }
        var stale = values.stale(period.end());
        if (!stale.isEmpty()) {
            notes.add("The last price is older than %d days on %s: %s."
                    .formatted(DailyValues.STALE_AFTER_DAYS, period.end(), String.join(", ", stale)));
        }
        firstLoan(values)
                .ifPresent(day -> notes.add("Cash is below zero from %s on (%s), which is a loan: unless you"
                                .formatted(
                                        day,
                                        Words.number(values.cash(values.days().index(day))))
                        + " borrow, deposits are missing, and the returns are too high."));
        returns.timeWeighted()
                .value()
                .map(TimeWeightedReturn::daysWithoutCapital)
                .filter(days -> days > 0)
                .ifPresent(
                        days -> notes.add("On %d days there was no money to earn anything: they count as a return of 0."
                                .formatted(days)));
        returns.moneyWeighted()
                .value()
                .filter(rate -> rate.severalSignChanges())
                .ifPresent(rate -> notes.add(
                        "Money went in and out more than once, so that more than one rate may solve the money-weighted return; the"
                                + " one nearest to zero is shown."));
        return notes;
    }

    private static Optional<LocalDate> firstLoan(DailyValues values) {
        for (var day = 0; day < values.days().count(); day++) {
            if (values.cash(day) < -ROUNDED_AWAY) {
                return Optional.of(values.days().date(day));
            }
        }
        return Optional.empty();
    }

    /** What 1 invested in the holdings at the start was worth at the close of each day; empty without a return. */
    Optional<double[]> growth() {
        return returns.timeWeighted().value().map(found -> {
            var wealth = Returns.wealth(found.returns());
            var offset = period.entry(0);
            return Arrays.copyOfRange(wealth, offset, wealth.length);
        });
    }

    /** The deepest fall of the holdings below a former peak, whatever was paid in or out; empty when they never fell. */
    Optional<Fall> deepestFall() {
        return returns.timeWeighted()
                .value()
                .flatMap(found ->
                        Drawdowns.ofReturns(found.returns()).worst(1).stream().findFirst())
                .map(fall -> Fall.of(fall, period));
    }

    /** Fraction below zero, with its days; the recovery is absent while it lasts. */
    record Fall(double depth, LocalDate peak, LocalDate trough, Optional<LocalDate> recovery) {

        private static Fall of(Drawdown fall, Period period) {
            return new Fall(
                    fall.depth(),
                    period.dateOf(fall.peak()),
                    period.dateOf(fall.trough()),
                    fall.recovery().isPresent()
                            ? Optional.of(period.dateOf(fall.recovery().getAsInt()))
                            : Optional.empty());
        }
    }

    Days days() {
        return values.days();
    }
}
