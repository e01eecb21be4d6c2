package io.riskwatch.portfolio.corporateaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The splits and dividends the ledger has, each to be found once: by symbol and by a day near the market's, because brokers
 * book a split some days off and a dividend when it is paid.
 */
final class Bookings {

    private static final int SPLIT_DAYS_AROUND = 7;
    private static final int DIVIDEND_DAYS_BEFORE = 3;
    private static final int DIVIDEND_DAYS_AFTER = 60;

    private final Map<String, NavigableMap<LocalDate, Integer>> splits = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Integer>> dividends = new HashMap<>();

    void add(Booking booking) {
        var symbol = booking.symbol();
        if (symbol == null) {
            return;
        }
        switch (booking.type()) {
            case SPLIT, STOCK_DIVIDEND -> count(splits, symbol, booking.date());
            case DIVIDEND, DRIP -> count(dividends, symbol, booking.date());
            default -> {
                // says nothing about a split or a dividend
            }
        }
    }

    private static void count(Map<String, NavigableMap<LocalDate, Integer>> days, String symbol, LocalDate date) {
        days.computeIfAbsent(symbol, unseen -> new TreeMap<>()).merge(date, 1, Integer::sum);
    }

    /** Whether the ledger has the action; the booking found is used up. Actions are asked for from the oldest on. */
    boolean take(ProposedAction action) {
        var split = action.type() == TransactionType.SPLIT;
        var days = (split ? splits : dividends).get(action.symbol());
        if (days == null) {
            return false;
        }
        var first = days.ceilingEntry(action.date().minusDays(split ? SPLIT_DAYS_AROUND : DIVIDEND_DAYS_BEFORE));
        var latest = action.date().plusDays(split ? SPLIT_DAYS_AROUND : DIVIDEND_DAYS_AFTER);
        if (first == null || first.getKey().isAfter(latest)) {
            return false;
        }
        days.computeIfPresent(first.getKey(), (day, count) -> count == 1 ? null : count - 1);
        return true;
    }
}
