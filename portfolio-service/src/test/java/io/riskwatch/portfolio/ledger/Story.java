package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Writes a ledger the way a user tells it: "bought 10 at 12.50, a split, sold 4". */
public final class Story {

    private final List<LedgerEntry> entries = new ArrayList<>();
    private CurrencyUnit currency = CurrencyUnit.USD;

    public static Booking booking(
            String date,
            TransactionType type,
            String symbol,
            String quantity,
            String price,
            String fee,
            String amount) {
        return new Booking(
                LocalDate.parse(date),
                type,
                symbol,
                decimal(quantity),
                null,
                decimal(price),
                CurrencyUnit.USD,
                fee == null ? BigDecimal.ZERO : new BigDecimal(fee),
                decimal(amount));
    }

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    public Story in(String code) {
        currency = CurrencyUnit.of(code);
        return this;
    }

    public Story buy(String date, String symbol, String quantity, String price) {
        return add(date, TransactionType.BUY, symbol, quantity, null, price, "0", null);
    }

    public Story buy(String date, String symbol, String quantity, String price, String fee) {
        return add(date, TransactionType.BUY, symbol, quantity, null, price, fee, null);
    }

    public Story sell(String date, String symbol, String quantity, String price) {
        return add(date, TransactionType.SELL, symbol, quantity, null, price, "0", null);
    }

    public Story sell(String date, String symbol, String quantity, String price, String fee) {
        return add(date, TransactionType.SELL, symbol, quantity, null, price, fee, null);
    }

    /** Sells units of the lots the given bookings of this story opened, counted from 1. */
    public Story sellLots(String date, String symbol, String price, Map<Integer, String> unitsByBooking) {
        var chosen = unitsByBooking.entrySet().stream()
                .map(choice -> new LotChoice(new UUID(0, choice.getKey()), new BigDecimal(choice.getValue())))
                .toList();
        var quantity = chosen.stream().map(LotChoice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return add(booking(date, TransactionType.SELL, symbol, quantity.toPlainString(), price, null, null)
                .choosing(chosen));
    }

    public Story split(String date, String symbol, String ratio, String per) {
        return add(date, TransactionType.SPLIT, symbol, ratio, per, null, "0", null);
    }

    /** A ratio of new units per old ones, with what else the action says; amounts are absent where {@code null}. */
    public Story action(
            String date,
            TransactionType type,
            String symbol,
            String ratio,
            String per,
            String amount,
            String newSymbol,
            String basisFraction,
            String cashInLieu) {
        return add(new Booking(
                LocalDate.parse(date),
                type,
                symbol,
                decimal(ratio),
                decimal(per),
                null,
                currency,
                BigDecimal.ZERO,
                decimal(amount),
                new CorporateTerms(newSymbol, decimal(basisFraction), decimal(cashInLieu)),
                List.of()));
    }

    public Story transferIn(String date, String symbol, String quantity, String price) {
        return add(date, TransactionType.TRANSFER_IN, symbol, quantity, null, price, "0", null);
    }

    public Story transferOut(String date, String symbol, String quantity) {
        return add(date, TransactionType.TRANSFER_OUT, symbol, quantity, null, null, "0", null);
    }

    public Story money(String date, TransactionType type, String amount) {
        return add(date, type, null, null, null, null, "0", amount);
    }

    public Story dividend(String date, String symbol, String amount, String tax) {
        return add(date, TransactionType.DIVIDEND, symbol, null, null, null, tax, amount);
    }

    private Story add(
            String date,
            TransactionType type,
            String symbol,
            String quantity,
            String per,
            String price,
            String fee,
            String amount) {
        return add(new Booking(
                LocalDate.parse(date),
                type,
                symbol,
                decimal(quantity),
                decimal(per),
                decimal(price),
                currency,
                new BigDecimal(fee),
                decimal(amount)));
    }

    public Story add(Booking booking) {
        entries.add(new LedgerEntry(entries.size() + 1L, booking));
        return this;
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public Ledger told() {
        return Ledger.replay(entries);
    }

    public Ledger told(LotMethod method) {
        return Ledger.replay(entries, method);
    }

    /** Every gain that was realised, in the order it happened. */
    public List<RealisedGain> gains(LedgerRules rules) {
        var gains = new ArrayList<RealisedGain>();
        Ledger.replay(entries, rules, gains::add);
        return gains;
    }

    static Optional<Position> held(Ledger ledger, String symbol) {
        return ledger.positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .findFirst();
    }

    static BigDecimal cash(Ledger ledger, String code) {
        return ledger.cash().stream()
                .filter(money -> money.getCurrencyUnit().getCode().equals(code))
                .map(BigMoney::getAmount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
