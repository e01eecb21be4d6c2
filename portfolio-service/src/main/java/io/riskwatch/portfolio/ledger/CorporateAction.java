package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * One corporate action at its place in a replay. Lots keep their days, and no cost appears or is lost: what was there before
 * is there afterwards, or was realised. Units and costs are divided over the lots so that they add up to the last digit.
 */
final class CorporateAction {

    private final LedgerEntry entry;
    private final Booking booking;
    private final BiFunction<String, CurrencyUnit, OpenPosition> positions;
    private final BiConsumer<String, OpenPosition> keep;
    private final OpenPosition position;

    /**
     * One action.
     *
     * @param positions the position of a symbol, a new one in the currency when there is none
     * @param keep is told the position something was booked in
     */
    CorporateAction(
            LedgerEntry entry,
            BiFunction<String, CurrencyUnit, OpenPosition> positions,
            BiConsumer<String, OpenPosition> keep) {
        this.entry = entry;
        this.booking = entry.booking();
        this.positions = positions;
        this.keep = keep;
        this.position = positions.apply(String.valueOf(booking.symbol()), booking.currency());
    }

    /** Plays it; what does not fit is refused before anything changes. */
    void play() {
        if (booking.movesMoney()) {
            position.checkCurrency(booking);
        }
        if (position.owed() && !position.isEmpty() && booking.movesMoney()) {
            throw new BookingRefused(
                    booking.terms().cashInLieu() == null ? "amount" : "cashInLieu",
                    "%s is sold short, and a short position receives nothing; book what it pays as a negative DIVIDEND"
                            .formatted(booking.symbol()));
        }
        switch (booking.type()) {
            case SPLIT -> split(ratio());
            case STOCK_DIVIDEND -> split(ratio().add(booking.per()));
            case SPIN_OFF -> spinOff();
            case MERGER -> merge();
            case RETURN_OF_CAPITAL -> returnCapital();
            default -> throw new IllegalArgumentException(booking.type() + " is no corporate action");
        }
        if (!position.isEmpty() || booking.movesMoney()) {
            keep.accept(String.valueOf(booking.symbol()), position);
        }
    }

    private BigDecimal ratio() {
        return Objects.requireNonNull(booking.quantity());
    }

    private void split(BigDecimal newUnits) {
        var settled = settled(scaled(position.lots(), newUnits), position);
        position.replace(settled);
        position.rebase(newUnits, booking.per());
    }

    private void spinOff() {
        var lots = held();
        var fraction = Objects.requireNonNull(booking.terms().basisFraction());
        var kept = new ArrayList<Lot>(lots.size());
        var given = new ArrayList<Lot>(lots.size());
        for (var lot : lots) {
            var taken = lot.cost() == null ? null : share(lot.cost(), fraction);
            given.add(lot.with(lot.quantity(), taken));
            kept.add(lot.with(lot.quantity(), less(lot.cost(), taken)));
        }
        var child = brought();
        receive(child, settled(scaled(given, ratio()), child));
        position.replace(kept);
    }

    private void merge() {
        var lots = held();
        var money = booking.cashFlow().getAmount().subtract(booking.terms().cash());
        if (booking.terms().newSymbol() == null) {
            var shares = Apportionment.of(money, quantities(lots));
            position.replace(List.of());
            for (var i = 0; i < lots.size(); i++) {
                position.realise(entry, lots.get(i), shares.get(i), lots.get(i).cost());
            }
            return;
        }
        var into = brought();
        var paid = paidOut(lots, money);
        receive(into, settled(scaled(paid.left(), ratio()), into));
        position.replace(List.of());
        paid.realise(position);
    }

    /** Of what is all sold by now it is a gain without cost. */
    private void returnCapital() {
        var money = booking.cashFlow().getAmount();
        if (position.isEmpty()) {
            position.realise(entry, Lot.of(entry, BigDecimal.ZERO, BigDecimal.ZERO), money, BigDecimal.ZERO);
            return;
        }
        var paid = paidOut(position.lots(), money);
        position.replace(paid.left());
        paid.realise(position);
    }

    /** Money that takes cost out of lots: a stated fraction of it, else as much as there is money, up to the lot's cost. */
    private PaidOut paidOut(List<Lot> lots, BigDecimal money) {
        if (money.signum() == 0) {
            return new PaidOut(entry, lots, List.of(), List.of());
        }
        var shares = Apportionment.of(money, quantities(lots));
        var fraction = booking.terms().basisFraction();
        var left = new ArrayList<Lot>(lots.size());
        var taken = new ArrayList<Lot>(lots.size());
        for (var i = 0; i < lots.size(); i++) {
            var lot = lots.get(i);
            var cost = lot.cost() == null
                    ? null
                    : fraction == null ? shares.get(i).min(lot.cost()) : share(lot.cost(), fraction);
            taken.add(lot.with(BigDecimal.ZERO, cost));
            left.add(lot.with(lot.quantity(), less(lot.cost(), cost)));
        }
        return new PaidOut(entry, left, taken, shares);
    }

    private record PaidOut(LedgerEntry entry, List<Lot> left, List<Lot> taken, List<BigDecimal> proceeds) {

        void realise(OpenPosition position) {
            for (var i = 0; i < taken.size(); i++) {
                position.realise(
                        entry, taken.get(i), proceeds.get(i), taken.get(i).cost());
            }
        }
    }

    private List<Lot> held() {
        if (position.isEmpty()) {
            throw new BookingRefused("symbol", "none of %s is held on %s".formatted(booking.symbol(), booking.date()));
        }
        return position.lots();
    }

    private OpenPosition brought() {
        var symbol = Objects.requireNonNull(booking.terms().newSymbol());
        var brought = positions.apply(symbol, position.currency());
        if (!brought.currency().equals(position.currency())) {
            throw new BookingRefused(
                    "newSymbol",
                    "%s is booked in %s here and %s in %s, so that it cannot take over the cost"
                            .formatted(symbol, brought.currency(), booking.symbol(), position.currency()));
        }
        if (!brought.isEmpty() && brought.owed() != position.owed()) {
            throw new BookingRefused(
                    "newSymbol", "of %s and %s one is sold short; close it first".formatted(booking.symbol(), symbol));
        }
        return brought;
    }

    private void receive(OpenPosition brought, List<Lot> lots) {
        brought.receive(lots, position.owed());
        keep.accept(Objects.requireNonNull(booking.terms().newSymbol()), brought);
    }

    /** The total is what is multiplied, so that three times a third of one share are one share. */
    private List<Lot> scaled(List<Lot> lots, BigDecimal newUnits) {
        var quantities = quantities(lots);
        var total = Decimals.divide(
                quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add).multiply(newUnits), booking.per());
        var units = Apportionment.of(total, quantities);
        var scaled = new ArrayList<Lot>(lots.size());
        for (var i = 0; i < lots.size(); i++) {
            scaled.add(lots.get(i).with(units.get(i), lots.get(i).cost()));
        }
        return scaled;
    }

    /** The lots without the fraction of a unit that was paid for in cash, which is a sale of it. */
    private List<Lot> settled(List<Lot> lots, OpenPosition of) {
        if (booking.terms().cashInLieu() == null) {
            return lots;
        }
        var total = Decimals.normal(quantities(lots).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        var fraction = total.subtract(total.setScale(0, RoundingMode.DOWN));
        if (fraction.signum() == 0) {
            throw new BookingRefused(
                    "cashInLieu",
                    "the ratio leaves %s whole units and no fraction to be paid".formatted(total.toPlainString()));
        }
        var book = new LotBook(of.lotMethod());
        lots.forEach(book::add);
        var sold = book.take(fraction, List.of());
        var proceeds = Apportionment.of(booking.terms().cash(), quantities(sold));
        for (var i = 0; i < sold.size(); i++) {
            of.realise(entry, sold.get(i), proceeds.get(i), sold.get(i).cost());
        }
        return book.lots();
    }

    private static List<BigDecimal> quantities(List<Lot> lots) {
        return lots.stream().map(Lot::quantity).toList();
    }

    private static BigDecimal share(BigDecimal cost, BigDecimal fraction) {
        return Decimals.normal(cost.multiply(fraction).setScale(Decimals.SCALE, RoundingMode.HALF_EVEN));
    }

    private static @Nullable BigDecimal less(@Nullable BigDecimal cost, @Nullable BigDecimal taken) {
        return cost == null || taken == null ? null : Decimals.normal(cost.subtract(taken));
    }
}
