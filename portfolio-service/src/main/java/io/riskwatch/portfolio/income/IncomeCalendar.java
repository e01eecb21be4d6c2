package io.riskwatch.portfolio.income;

import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.holding.Income;
import io.riskwatch.portfolio.valuation.DailyRates;
import io.riskwatch.portfolio.valuation.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The dividends and interest of a portfolio, all in its base currency.
 *
 * @param payments in the order of their days
 * @param announced promised and not arrived, in the order of the days they come
 * @param expected for the year after the last day, in the order of their days, without what is announced
 * @param missingRates currencies without a rate on a day of a payment, which is left out
 */
record IncomeCalendar(
        LocalDate asOf,
        List<Payment> payments,
        List<Announcement> announced,
        List<Expectation> expected,
        List<String> missingRates) {

    /** An estimate whose day lies that near to an announced payment is of the same one: companies move their days a little. */
    private static final int SAME_PAYMENT_DAYS = 45;

    /** Estimates of one payment that arrived in parts. */
    private static final int PARTS_DAYS = 7;

    IncomeCalendar {
        payments = List.copyOf(payments);
        announced = List.copyOf(announced);
        expected = List.copyOf(expected);
        missingRates = List.copyOf(missingRates);
    }

    /**
     * The calendar of a ledger.
     *
     * @param days from the first booking to today
     * @param rates of these days
     */
    static IncomeCalendar of(HoldingHistory holdings, Days days, DailyRates rates) {
        var payments = new ArrayList<Payment>();
        var expected = new ArrayList<Expectation>();
        var missing = new TreeSet<String>();
        var securities = holdings.securities().stream()
                .collect(Collectors.toMap(HoldingHistory.Security::symbol, Function.identity()));
        for (var income : holdings.incomes()) {
            if (days.contains(income.date())
                    && (income.kind() == Income.Kind.DIVIDEND || income.kind() == Income.Kind.INTEREST)) {
                var rate = rates.of(income.currency())[days.index(income.date())];
                if (Double.isNaN(rate)) {
                    missing.add(income.currency());
                } else {
                    payments.add(new Payment(
                            income.date(),
                            income.kind(),
                            income.symbol(),
                            income.gross().doubleValue() * rate,
                            income.withheld().doubleValue() * rate));
                    expect(income, securities, days, rates, expected);
                }
            }
        }
        expected.sort(Comparator.comparing(Expectation::date).thenComparing(Expectation::symbol));
        return new IncomeCalendar(days.last(), payments, List.of(), expected, List.copyOf(missing));
    }

    /** The calendar with what payers have promised, each promise in the place of the estimate of the same payment. */
    IncomeCalendar announcing(List<Announcement> promised) {
        var estimates = new ArrayList<>(expected);
        for (var one : promised) {
            estimates.stream()
                    .filter(estimate -> estimate.symbol().equals(one.symbol()))
                    .map(Expectation::date)
                    .min(Comparator.comparingLong(date -> distance(date, one.date())))
                    .filter(date -> distance(date, one.date()) <= SAME_PAYMENT_DAYS)
                    .ifPresent(date -> estimates.removeIf(estimate ->
                            estimate.symbol().equals(one.symbol()) && distance(estimate.date(), date) <= PARTS_DAYS));
        }
        return new IncomeCalendar(asOf, payments, promised, estimates, missingRates);
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    /** Only dividends: interest depends on a balance and a rate of tomorrow. */
    private static void expect(
            Income income,
            Map<String, HoldingHistory.Security> securities,
            Days days,
            DailyRates rates,
            List<Expectation> expected) {
        var next = income.date().plusYears(1);
        var security = income.symbol() == null ? null : securities.get(income.symbol());
        if (income.kind() != Income.Kind.DIVIDEND
                || security == null
                || income.gross().signum() <= 0
                || !next.isAfter(days.last())) {
            return;
        }
        var entitled = security.quantity().over(income.date().minusDays(1), 1)[0];
        var now = security.quantity().over(days.last(), 1)[0];
        for (var trade : security.trades()) {
            if (!trade.date().isBefore(income.date()) && !trade.date().isAfter(days.last())) {
                entitled *= trade.split();
            }
        }
        if (entitled > 0 && now > 0) {
            expected.add(new Expectation(
                    next,
                    income.date(),
                    security.symbol(),
                    income.gross().doubleValue() * now / entitled * rates.of(income.currency())[days.count() - 1]));
        }
    }

    /** The payments of the last twelve months. */
    List<Payment> trailing() {
        var start = asOf.minusYears(1);
        return payments.stream()
                .filter(payment -> payment.date().isAfter(start))
                .toList();
    }
}
