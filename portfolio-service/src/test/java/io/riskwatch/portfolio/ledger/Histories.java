package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;

/**
 * Random histories that can be: each booking is tried on a ledger, and what the ledger refuses did not happen. Trades at
 * awkward prices, every corporate action, chosen lots; several bookings may fall on one day.
 */
final class Histories {

    private static final List<String> SYMBOLS = List.of("ORBX", "RHNE", "XBND");

    private final Random random;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final LedgerRules rules;
    private Ledger ledger;
    private LocalDate date = LocalDate.of(2020, 1, 1);

    private Histories(int seed, LedgerRules rules) {
        this.random = new Random(seed);
        this.rules = rules;
        this.ledger = new Ledger(rules, gain -> {});
    }

    static List<LedgerEntry> of(int seed, int length, LedgerRules rules) {
        var history = new Histories(seed, rules);
        while (history.entries.size() < length) {
            history.tryOne();
        }
        return history.entries;
    }

    private void tryOne() {
        date = date.plusDays(random.nextInt(3));
        try {
            var booking = booking();
            var entry = new LedgerEntry(entries.size() + 1L, booking);
            if (!entries.isEmpty() && LedgerEntry.ORDER.compare(entries.getLast(), entry) > 0) {
                return; // an action of a day that has trades already
            }
            ledger.play(entry);
            entries.add(entry);
        } catch (BookingRefused | Oversold e) {
            ledger = Ledger.replay(entries, rules, gain -> {});
        }
    }

    private Booking booking() {
        var symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        return switch (random.nextInt(14)) {
            case 0 -> money(TransactionType.DEPOSIT);
            case 1 -> action(TransactionType.SPLIT, symbol, small(), small(), null, null, null);
            case 2 -> action(TransactionType.STOCK_DIVIDEND, symbol, small(), "7", null, null, null);
            case 3 -> action(TransactionType.SPIN_OFF, symbol, small(), small(), null, other(symbol), fraction());
            case 4 ->
                random.nextInt(4) > 0
                        ? action(TransactionType.RETURN_OF_CAPITAL, symbol, null, null, cents(2_000), null, null)
                        : action(TransactionType.MERGER, symbol, small(), small(), cents(5_000), other(symbol), null);
            case 5 -> action(TransactionType.MERGER, symbol, null, null, cents(500_000), null, null);
            case 6 -> trade(TransactionType.DRIP, symbol, quantity());
            case 7, 8 -> chosen(symbol);
            case 9, 10 -> trade(TransactionType.SELL, symbol, part(ledger.quantity(symbol)));
            default -> trade(TransactionType.BUY, symbol, quantity());
        };
    }

    private Booking chosen(String symbol) {
        var lots = ledger.positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .flatMap(position -> position.lots().stream())
                .filter(lot -> lot.quantity().signum() > 0)
                .toList();
        if (lots.isEmpty()) {
            return trade(TransactionType.BUY, symbol, quantity());
        }
        var lot = lots.get(random.nextInt(lots.size()));
        var units = part(lot.quantity());
        return trade(TransactionType.SELL, symbol, units).choosing(List.of(new LotChoice(lot.id(), units)));
    }

    private Booking trade(TransactionType type, String symbol, BigDecimal quantity) {
        var fee = type == TransactionType.DRIP ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(500), 2);
        return new Booking(
                date,
                type,
                symbol,
                quantity,
                null,
                BigDecimal.valueOf(100 + random.nextInt(99_900), 3),
                CurrencyUnit.USD,
                fee,
                null);
    }

    private Booking money(TransactionType type) {
        return action(type, null, null, null, cents(100_000), null, null);
    }

    private Booking action(
            TransactionType type,
            String symbol,
            String ratio,
            String per,
            String amount,
            String newSymbol,
            String fraction) {
        return new Story()
                .action(date.toString(), type, symbol, ratio, per, amount, newSymbol, fraction, null)
                .entries()
                .getFirst()
                .booking();
    }

    private BigDecimal part(BigDecimal whole) {
        return whole.abs()
                .multiply(BigDecimal.valueOf(1 + random.nextInt(100), 2))
                .setScale(6, RoundingMode.UP)
                .min(whole.abs())
                .max(new BigDecimal("0.000001"));
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4);
    }

    private String small() {
        return Integer.toString(1 + random.nextInt(7));
    }

    private String cents(int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2).toPlainString();
    }

    private String fraction() {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 6).toPlainString();
    }

    private String other(String symbol) {
        var others = SYMBOLS.stream().filter(known -> !known.equals(symbol)).toList();
        return others.get(random.nextInt(others.size()));
    }
}
