package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One security during a replay: lots are opened at the end and consumed from the front (first in, first out). */
final class OpenPosition {

    private final String symbol;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private final CurrencyUnit currency;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal realisedGain = BigDecimal.ZERO;
    private Position.@Nullable LastTrade lastTrade;

    OpenPosition(String symbol, CurrencyUnit currency) {
        this.symbol = symbol;
        this.currency = currency;
    }

    void apply(Booking booking) {
        if (booking.type() == TransactionType.SPLIT) {
            split(booking);
            return;
        }
        checkCurrency(booking);
        if (booking.type().opensLot()) {
            open(booking);
        } else {
            close(booking);
        }
        var price = booking.shownPrice();
        if (price != null) {
            lastTrade = new Position.LastTrade(booking.date(), price);
        }
    }

    private void checkCurrency(Booking booking) {
        if (!booking.currency().equals(currency)) {
            throw new BookingRefused(
                    "currency",
                    "%s is booked in %s here; a %s in %s would mix currencies"
                            .formatted(symbol, currency, booking.type(), booking.currency()));
        }
    }

    private void open(Booking booking) {
        var added = Objects.requireNonNull(booking.quantity());
        lots.addLast(new Lot(booking.date(), added, booking.lotCost()));
        quantity = Decimals.normal(quantity.add(added));
    }

    private void close(Booking booking) {
        var wanted = Objects.requireNonNull(booking.quantity());
        if (wanted.compareTo(quantity) > 0) {
            throw new Oversold(booking.date(), symbol, wanted, quantity);
        }
        var consumed = consume(wanted);
        quantity = Decimals.normal(quantity.subtract(wanted));
        if (booking.type() == TransactionType.SELL && consumed != null) {
            realisedGain = Decimals.normal(
                    realisedGain.add(booking.cashFlow().getAmount()).subtract(consumed));
        }
    }

    /** Takes the oldest units first; answers their cost, or {@code null} when part of it is not known. */
    private @Nullable BigDecimal consume(BigDecimal wanted) {
        @Nullable BigDecimal cost = BigDecimal.ZERO;
        var left = wanted;
        while (left.signum() > 0) {
            var lot = lots.removeFirst();
            var part = left.min(lot.quantity());
            var partCost = part.compareTo(lot.quantity()) == 0 ? lot.cost() : lot.costOf(part);
            cost = cost == null || partCost == null ? null : cost.add(partCost);
            if (part.compareTo(lot.quantity()) < 0) {
                lots.addFirst(lot.without(part));
            }
            left = left.subtract(part);
        }
        return cost;
    }

    /** The total is what is multiplied, and the last lot takes the remainder: three times a third of one share stay one share. */
    private void split(Booking booking) {
        var ratio = Objects.requireNonNull(booking.quantity());
        var per = booking.quantityPer() == null ? BigDecimal.ONE : booking.quantityPer();
        var total = Decimals.divide(quantity.multiply(ratio), per);
        var changed = new ArrayList<Lot>(lots.size());
        var assigned = BigDecimal.ZERO;
        for (var lot : lots) {
            var share = changed.size() == lots.size() - 1
                    ? Decimals.normal(total.subtract(assigned))
                    : Decimals.divide(lot.quantity().multiply(ratio), per);
            assigned = assigned.add(share);
            changed.add(lot.withQuantity(share));
        }
        lots.clear();
        lots.addAll(changed);
        quantity = total;
        if (lastTrade != null) {
            lastTrade = new Position.LastTrade(
                    lastTrade.date(), Decimals.divide(lastTrade.price().multiply(per), ratio));
        }
    }

    BigDecimal quantity() {
        return quantity;
    }

    Held held() {
        return new Held(symbol, currency, quantity, Optional.ofNullable(lastTrade));
    }

    Position snapshot() {
        List<Lot> held = List.copyOf(lots);
        var known = held.stream().allMatch(lot -> lot.cost() != null);
        var cost = known
                ? Optional.of(BigMoney.of(
                        currency,
                        Decimals.normal(held.stream()
                                .map(lot -> Objects.requireNonNull(lot.cost()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))))
                : Optional.<BigMoney>empty();
        return new Position(
                symbol,
                currency,
                quantity,
                held,
                cost,
                BigMoney.of(currency, realisedGain),
                Optional.ofNullable(lastTrade));
    }
}
