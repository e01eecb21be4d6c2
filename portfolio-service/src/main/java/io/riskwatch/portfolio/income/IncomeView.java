package io.riskwatch.portfolio.income;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a portfolio's holdings paid and may pay, as clients see it; amounts are in the base currency. */
record IncomeView(
        UUID portfolioId,
        String baseCurrency,
        LocalDate asOf,

        @Schema(description = "Received in the last twelve months")
        SumView trailing,

        @Schema(
                description =
                        "Dividends of the last twelve months as a share of what the paying holdings cost; absent when no"
                                + " cost is known")
        @Nullable
        Double yieldOnCost,

        @Schema(description = "Every month from the first of the range to the last, also those without a payment")
        List<MonthView> months,

        @Schema(description = "Who paid in the last twelve months, the most first; interest on cash has no symbol")
        List<PayerView> payers,

        @Schema(
                description =
                        "Dividends that their payers have announced and that have not arrived, by the day they come; each takes the"
                                + " place of the estimate of the same payment")
        List<AnnouncedView> announced,

        @Schema(description = "Sum of announced, at today's rates; without those whose currency has none")
        String announcedTotal,

        @Schema(
                description =
                        "Holdings whose announcements cannot be told now: nobody knows them, or market data is away")
        List<String> announcementsUnknown,

        @Schema(
                description =
                        "The next twelve months: last year's payments per unit for what is held now; estimates all, without what is announced")
        List<ExpectedView> expected,

        @Schema(description = "Sum of expected, an estimate")
        String expectedTotal,

        @Schema(description = "Currencies without a rate on the day of a payment, which is left out")
        List<String> missingRates) {

    /** As many payers and expected payments as an answer holds. */
    static final int MOST = 500;

    IncomeView {
        months = List.copyOf(months);
        payers = List.copyOf(payers);
        announced = List.copyOf(announced);
        announcementsUnknown = List.copyOf(announcementsUnknown);
        expected = List.copyOf(expected);
        missingRates = List.copyOf(missingRates);
    }

    /** Payments taken together: net is gross less what was withheld. */
    record SumView(String dividends, String interest, String withheld, String net) {

        static SumView of(List<Payment> payments, CurrencyUnit base) {
            return new SumView(
                    money(sum(payments, true), base),
                    money(sum(payments, false), base),
                    money(payments.stream().mapToDouble(Payment::withheld).sum(), base),
                    money(payments.stream().mapToDouble(Payment::net).sum(), base));
        }

        private static double sum(List<Payment> payments, boolean dividends) {
            return payments.stream()
                    .filter(payment -> payment.isDividend() == dividends)
                    .mapToDouble(Payment::gross)
                    .sum();
        }
    }

    /** One calendar month. */
    record MonthView(@Schema(example = "2026-03") String month, SumView received) {}

    /** One payer over the last twelve months. */
    record PayerView(
            @Nullable String symbol,
            int payments,
            LocalDate last,
            SumView received,

            @Schema(
                    description =
                            "Dividends as a share of what the holding cost; absent when it is sold or no cost is known")
            @Nullable
            Double yieldOnCost) {}

    /** A payment that was promised. */
    record AnnouncedView(
            @Schema(description = "The day the money comes, or the ex-date when nobody said")
            LocalDate date,

            String symbol,

            @Schema(description = "Whoever holds it at the close before is paid")
            LocalDate exDate,

            @Nullable LocalDate payDate,
            @Nullable LocalDate announcedOn,

            @Schema(
                    description =
                            "Held at the close before the ex-date, until then what is held now; negative when sold short")
            String quantity,

            @Schema(description = "Per unit, in currency") String perUnit,
            String currency,

            @Schema(
                    description =
                            "quantity times perUnit, before what is withheld; negative when it is sold short, which pays the dividend")
            String amount,

            @Schema(description = "The amount in the base currency at today's rate; absent without a rate") @Nullable
            String gross) {}

    /** A payment that may come. */
    record ExpectedView(
            LocalDate date,
            String symbol,
            String gross,
            @Schema(description = "The payment it repeats") LocalDate lastYear,
            boolean estimate) {}

    /**
     * The view.
     *
     * @param from the first month shown
     * @param costs of what is held now by symbol, in the base currency
     * @param promises how what is announced is to be told
     */
    static IncomeView of(
            UUID portfolioId,
            CurrencyUnit base,
            IncomeCalendar calendar,
            YearMonth from,
            Map<String, Double> costs,
            Promises promises) {
        var trailing = calendar.trailing();
        return new IncomeView(
                portfolioId,
                base.getCode(),
                calendar.asOf(),
                SumView.of(trailing, base),
                yieldOnCost(trailing, costs),
                months(calendar, from, base),
                payers(trailing, costs, base),
                calendar.announced().stream()
                        .limit(MOST)
                        .map(one -> announced(one, promises.inBase(one), base))
                        .toList(),
                money(
                        calendar.announced().stream()
                                .mapToDouble(promises::inBase)
                                .filter(Double::isFinite)
                                .sum(),
                        base),
                promises.unknown(),
                calendar.expected().stream()
                        .limit(MOST)
                        .map(one -> new ExpectedView(
                                one.date(), one.symbol(), money(one.gross(), base), one.lastYear(), true))
                        .toList(),
                money(
                        calendar.expected().stream()
                                .mapToDouble(Expectation::gross)
                                .sum(),
                        base),
                calendar.missingRates());
    }

    private static AnnouncedView announced(Announcement one, double inBase, CurrencyUnit base) {
        return new AnnouncedView(
                one.date(),
                one.symbol(),
                one.exDate(),
                one.payDate(),
                one.announcedOn(),
                one.quantity().toPlainString(),
                one.perUnit().toPlainString(),
                one.currency(),
                money(one.amount().doubleValue(), CurrencyUnit.of(one.currency())),
                Double.isFinite(inBase) ? money(inBase, base) : null);
    }

    private static List<MonthView> months(IncomeCalendar calendar, YearMonth from, CurrencyUnit base) {
        var byMonth = calendar.payments().stream()
                .collect(Collectors.groupingBy(
                        payment -> YearMonth.from(payment.date()), TreeMap::new, Collectors.toList()));
        return java.util.stream.Stream.iterate(
                        from, month -> !month.isAfter(YearMonth.from(calendar.asOf())), month -> month.plusMonths(1))
                .map(month -> new MonthView(month.toString(), SumView.of(byMonth.getOrDefault(month, List.of()), base)))
                .toList();
    }

    private static List<PayerView> payers(List<Payment> trailing, Map<String, Double> costs, CurrencyUnit base) {
        return trailing.stream()
                .collect(Collectors.groupingBy(payment -> Optional.ofNullable(payment.symbol())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingDouble(entry -> -net(entry.getValue())))
                .limit(MOST)
                .map(entry -> payer(entry.getKey().orElse(null), entry.getValue(), costs, base))
                .toList();
    }

    private static PayerView payer(
            @Nullable String symbol, List<Payment> payments, Map<String, Double> costs, CurrencyUnit base) {
        return new PayerView(
                symbol,
                payments.size(),
                payments.getLast().date(),
                SumView.of(payments, base),
                symbol == null ? null : yieldOnCost(payments, costs));
    }

    private static double net(List<Payment> payments) {
        return payments.stream().mapToDouble(Payment::net).sum();
    }

    /** Of the holdings that paid and are still held. */
    private static @Nullable Double yieldOnCost(List<Payment> payments, Map<String, Double> costs) {
        var held = payments.stream()
                .filter(Payment::isDividend)
                .filter(payment -> payment.symbol() != null && costs.containsKey(payment.symbol()))
                .toList();
        var cost = held.stream()
                .map(Payment::symbol)
                .distinct()
                .mapToDouble(symbol -> costs.getOrDefault(symbol, 0.0))
                .sum();
        return cost > 0 ? held.stream().mapToDouble(Payment::gross).sum() / cost : null;
    }

    static String money(double amount, CurrencyUnit currency) {
        return BigDecimal.valueOf(amount)
                .setScale(currency.getDecimalPlaces(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
