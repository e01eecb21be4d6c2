package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One security during a replay: its lots are all owned, or all owed because they were sold short. */
final class OpenPosition {

    private final UUID account;
    private final String symbol;
    private final CurrencyUnit currency;
    private final LedgerRules rules;
    private final Consumer<RealisedGain> gains;
    private final LotBook lots;
    private boolean owed;
    private BigDecimal realisedGain = BigDecimal.ZERO;
    private Position.@Nullable LastTrade lastTrade;
    /** The entry that showed it. */
    private @Nullable LedgerEntry shownBy;

    OpenPosition(UUID account, String symbol, CurrencyUnit currency, LedgerRules rules, Consumer<RealisedGain> gains) {
        this.account = account;
        this.symbol = symbol;
        this.currency = currency;
        this.rules = rules;
        this.gains = gains;
        this.lots = new LotBook(rules.lotMethod());
    }

    void trade(LedgerEntry entry) {
        var booking = entry.booking();
        checkCurrency(booking);
        if (booking.type().opensLot()) {
            bringIn(entry);
        } else {
            takeOut(entry);
        }
        var price = booking.shownPrice();
        if (price != null) {
            lastTrade = new Position.LastTrade(booking.date(), price);
            shownBy = entry;
        }
    }

    void checkCurrency(Booking booking) {
        if (!booking.currency().equals(currency)) {
            throw new BookingRefused(
                    "currency",
                    "%s is booked in %s here; a %s in %s would mix currencies"
                            .formatted(symbol, currency, booking.type(), booking.currency()));
        }
    }

    /** Closes what is owed first; what is left becomes a lot. */
    private void bringIn(LedgerEntry entry) {
        var units = Objects.requireNonNull(entry.booking().quantity());
        var cost = entry.booking().lotCost();
        if (!owed) {
            lots.add(Lot.of(entry, units, cost));
            return;
        }
        var covering = units.min(lots.quantity());
        var rest = Decimals.normal(units.subtract(covering));
        var parts = shares(cost, List.of(covering, rest));
        cover(entry, lots.take(covering, List.of()), parts.getFirst());
        if (rest.signum() > 0) {
            owed = false;
            lots.add(Lot.of(entry, rest, parts.getLast()));
        } else {
            owed = lots.quantity().signum() > 0;
        }
    }

    private void cover(LedgerEntry entry, List<Lot> closed, @Nullable BigDecimal cost) {
        var costs = shares(cost, closed.stream().map(Lot::quantity).toList());
        for (var i = 0; i < closed.size(); i++) {
            var lot = closed.get(i);
            realise(entry, lot, Objects.requireNonNull(lot.cost()), costs.get(i));
        }
    }

    private void takeOut(LedgerEntry entry) {
        var booking = entry.booking();
        var units = Objects.requireNonNull(booking.quantity());
        var owned = owed ? BigDecimal.ZERO : lots.quantity();
        var mayOwe = booking.type() == TransactionType.SELL && rules.shortSales() == LedgerRules.ShortSales.ALLOWED;
        if (units.compareTo(owned) > 0 && !mayOwe) {
            throw new Oversold(booking.date(), symbol, units, owned);
        }
        checkChosen(booking.lots());
        var closing = units.min(owned);
        var rest = Decimals.normal(units.subtract(closing));
        var money = shares(booking.cashFlow().getAmount(), List.of(closing, rest));
        var closed = lots.take(closing, booking.lots());
        if (booking.type() == TransactionType.SELL) {
            sell(entry, closed, Objects.requireNonNull(money.getFirst()));
        }
        if (rest.signum() > 0) {
            owed = true;
            lots.add(Lot.of(entry, rest, money.getLast()));
        }
    }

    /** Gives lots to the same security in another account: with their days and their cost, so that nothing is realised. */
    void handOver(LedgerEntry entry, OpenPosition receiver) {
        var booking = entry.booking();
        checkCurrency(booking);
        var units = Objects.requireNonNull(booking.quantity());
        var owned = owed ? BigDecimal.ZERO : lots.quantity();
        if (units.compareTo(owned) > 0) {
            throw new Oversold(booking.date(), symbol, units, owned);
        }
        if (receiver.owed && !receiver.isEmpty()) {
            throw new BookingRefused(
                    "toAccountId",
                    "%s is sold short in the account that receives; buy it back there first".formatted(symbol));
        }
        checkChosen(booking.lots());
        receiver.receive(lots.take(units, booking.lots()), false);
    }

    private void sell(LedgerEntry entry, List<Lot> closed, BigDecimal proceeds) {
        var shares =
                Apportionment.of(proceeds, closed.stream().map(Lot::quantity).toList());
        for (var i = 0; i < closed.size(); i++) {
            realise(entry, closed.get(i), shares.get(i), closed.get(i).cost());
        }
    }

    /** A choice is held to FIFO, the method the ledger is kept by; under another method it goes as far as its lots do. */
    private void checkChosen(List<LotChoice> chosen) {
        if (rules.lotMethod() != LotMethod.FIFO) {
            return;
        }
        for (var choice : chosen) {
            var there = owed ? BigDecimal.ZERO : lots.quantityOf(choice.lot());
            if (choice.quantity().compareTo(there) > 0) {
                throw new BookingRefused(
                        "lots",
                        "%s of %s were chosen from lot %s, which has %s on that day"
                                .formatted(
                                        choice.quantity().toPlainString(),
                                        symbol,
                                        choice.lot(),
                                        there.signum() == 0 ? "none" : there.toPlainString()));
            }
        }
    }

    void realise(LedgerEntry entry, Lot lot, BigDecimal proceeds, @Nullable BigDecimal cost) {
        var realised = new RealisedGain(
                entry.booking().date(),
                entry.id(),
                entry.booking().type(),
                account,
                symbol,
                currency,
                lot.id(),
                lot.opened(),
                lot.quantity(),
                proceeds,
                cost);
        realisedGain = Decimals.normal(realisedGain.add(realised.gain().orElse(BigDecimal.ZERO)));
        gains.accept(realised);
    }

    private static List<@Nullable BigDecimal> shares(@Nullable BigDecimal amount, List<BigDecimal> quantities) {
        if (amount != null) {
            return new ArrayList<>(
                    quantities.size() == 2 && quantities.getLast().signum() == 0
                            ? List.of(amount, BigDecimal.ZERO)
                            : Apportionment.of(amount, quantities));
        }
        var unknown = new ArrayList<@Nullable BigDecimal>();
        quantities.forEach(quantity -> unknown.add(null));
        return unknown;
    }

    /** The lots, the oldest first, as magnitudes. */
    List<Lot> lots() {
        return lots.lots();
    }

    int openLots() {
        return lots.count();
    }

    boolean owed() {
        return owed;
    }

    boolean isEmpty() {
        return lots.quantity().signum() == 0;
    }

    CurrencyUnit currency() {
        return currency;
    }

    LotMethod lotMethod() {
        return rules.lotMethod();
    }

    void replace(List<Lot> changed) {
        lots.replace(changed);
    }

    /** Lots that come from another security or account; an empty position takes their side. */
    void receive(List<Lot> received, boolean areOwed) {
        if (isEmpty()) {
            owed = areOwed;
        }
        received.forEach(lots::add);
    }

    /** The last price on the basis after a split. */
    void rebase(BigDecimal newUnits, BigDecimal oldUnits) {
        if (lastTrade != null) {
            lastTrade = new Position.LastTrade(
                    lastTrade.date(), Decimals.divide(lastTrade.price().multiply(oldUnits), newUnits));
        }
    }

    Optional<Position.LastTrade> lastTrade() {
        return Optional.ofNullable(lastTrade);
    }

    /** Whether a price was seen here after all that was seen in the other. */
    boolean sawLaterThan(OpenPosition other) {
        return other.shownBy == null || (shownBy != null && LedgerEntry.ORDER.compare(shownBy, other.shownBy) > 0);
    }

    BigDecimal quantity() {
        return owed ? lots.quantity().negate() : lots.quantity();
    }

    Held held() {
        return new Held(symbol, currency, quantity(), Optional.ofNullable(lastTrade));
    }

    Position snapshot() {
        var held = owed ? lots.lots().stream().map(Lot::negated).toList() : lots.lots();
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
                quantity(),
                held,
                cost,
                BigMoney.of(currency, realisedGain),
                Optional.ofNullable(lastTrade));
    }
}
