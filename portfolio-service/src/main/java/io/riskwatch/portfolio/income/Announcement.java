package io.riskwatch.portfolio.income;

import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.holding.Income;
import io.riskwatch.portfolio.marketdata.CorporateEvents;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dividend that its payer has promised and that has not arrived.
 *
 * @param exDate whoever holds the share at the close before gets it
 * @param payDate when the money comes; {@code null} when nobody said
 * @param announcedOn when it was promised; {@code null} when nobody said
 * @param perUnit before what is withheld, in {@code currency}
 * @param quantity held at the close before the ex-date, until then what is held now; negative when sold short, which pays
 */
record Announcement(
        String symbol,
        LocalDate exDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate announcedOn,
        BigDecimal perUnit,
        String currency,
        BigDecimal quantity) {

    /** A payment booked from so many days before the ex-date on is this one. */
    private static final int BOOKED_BEFORE = 3;

    /** Before this many days nobody announces what is still to be paid. */
    static final int DAYS_BACK = 60;

    /** After this many days nothing is announced yet. */
    static final int DAYS_AHEAD = 200;

    /** The day the money comes, as far as it is known. */
    LocalDate date() {
        return Objects.requireNonNullElse(payDate, exDate);
    }

    /** In {@code currency}; below zero for what is sold short. */
    BigDecimal amount() {
        return quantity.multiply(perUnit);
    }

    /** The securities whose announcements matter: held now, or held when the last ones became due. */
    static List<String> askedOf(HoldingHistory holdings, LocalDate today) {
        return holdings.securities().stream()
                .filter(security -> held(security, today).signum() != 0
                        || security.trades().stream()
                                .anyMatch(trade -> trade.date().isAfter(today.minusDays(DAYS_BACK))))
                .map(HoldingHistory.Security::symbol)
                .toList();
    }

    /** What is announced to the holdings and neither paid nor booked, by the day it comes. */
    static List<Announcement> of(HoldingHistory holdings, LocalDate today, Map<String, CorporateEvents> events) {
        var announced = new ArrayList<Announcement>();
        for (var security : holdings.securities()) {
            var told = events.get(security.symbol());
            if (told == null) {
                continue;
            }
            for (var dividend : told.dividends()) {
                if (dividend.payDate() != null && dividend.payDate().isAfter(today)) {
                    of(security, told, dividend, today).ifPresent(announced::add);
                }
            }
            for (var dividend : told.announced()) {
                of(security, told, dividend, today).ifPresent(announced::add);
            }
        }
        return announced.stream()
                .filter(one -> !one.isBooked(holdings))
                .sorted(Comparator.comparing(Announcement::date).thenComparing(Announcement::symbol))
                .toList();
    }

    private static java.util.Optional<Announcement> of(
            HoldingHistory.Security security,
            CorporateEvents told,
            CorporateEvents.Dividend dividend,
            LocalDate today) {
        var before = dividend.date().minusDays(1);
        var quantity = held(security, before.isBefore(today) ? before : today);
        return quantity.signum() == 0
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Announcement(
                        security.symbol(),
                        dividend.date(),
                        dividend.payDate(),
                        dividend.announcedOn(),
                        dividend.amount(),
                        told.currency(),
                        quantity));
    }

    private static BigDecimal held(HoldingHistory.Security security, LocalDate day) {
        return BigDecimal.valueOf(security.quantity().over(day, 1)[0]).stripTrailingZeros();
    }

    private boolean isBooked(HoldingHistory holdings) {
        return holdings.incomes().stream()
                .anyMatch(income -> income.kind() == Income.Kind.DIVIDEND
                        && symbol.equals(income.symbol())
                        && !income.date().isBefore(exDate.minusDays(BOOKED_BEFORE))
                        && !income.date().isAfter(exDate.plusDays(DAYS_BACK)));
    }
}
