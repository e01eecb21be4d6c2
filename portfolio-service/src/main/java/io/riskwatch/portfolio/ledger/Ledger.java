package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bookings of one portfolio, played from the first: positions with their lots, and cash per currency. Every figure is
 * exact; a booking that does not fit is refused and leaves the ledger as it was. Not safe for several threads.
 */
public final class Ledger {

    private final Map<String, OpenPosition> positions = new TreeMap<>();
    private final Map<CurrencyUnit, BigDecimal> cash = new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode));
    private final LedgerRules rules;
    private final Consumer<RealisedGain> gains;
    private @Nullable LedgerEntry last;

    /** An empty ledger by first in, first out. */
    public Ledger() {
        this(LedgerRules.DEFAULT, gain -> {});
    }

    /**
     * An empty ledger.
     *
     * @param gains is told every realised gain when it happens; the ledger itself keeps only their sum
     */
    public Ledger(LedgerRules rules, Consumer<RealisedGain> gains) {
        this.rules = rules;
        this.gains = gains;
    }

    /** Plays the entries in the ledger's order, whatever order they come in, by first in, first out. */
    public static Ledger replay(Collection<LedgerEntry> entries) {
        return replay(entries, LotMethod.FIFO);
    }

    /** Plays the entries in the ledger's order, whatever order they come in. */
    public static Ledger replay(Collection<LedgerEntry> entries, LotMethod method) {
        return replay(entries, LedgerRules.DEFAULT.with(method), gain -> {});
    }

    /** Plays the entries in the ledger's order and tells each realised gain when it happens. */
    public static Ledger replay(Collection<LedgerEntry> entries, LedgerRules rules, Consumer<RealisedGain> gains) {
        var ledger = new Ledger(rules, gains);
        entries.stream().sorted(LedgerEntry.ORDER).forEach(ledger::play);
        return ledger;
    }

    /**
     * Plays the next entry.
     *
     * @throws IllegalArgumentException when an entry already played comes after this one
     * @throws Oversold when more leaves than is held
     * @throws BookingRefused when the booking contradicts what is held
     */
    public void play(LedgerEntry entry) {
        if (last != null && LedgerEntry.ORDER.compare(last, entry) > 0) {
            throw new IllegalArgumentException(
                    "entries are played in order: %s comes before %s".formatted(entry, last));
        }
        var booking = entry.booking();
        if (booking.type().isCorporateAction()) {
            new CorporateAction(entry, this::positionOf, positions::put).play();
        } else if (booking.type().movesSecurity()) {
            trade(entry);
        }
        var flow = booking.cashFlow();
        if (!flow.isZero()) {
            cash.merge(flow.getCurrencyUnit(), flow.getAmount(), (held, change) -> Decimals.normal(held.add(change)));
        }
        last = entry;
    }

    private void trade(LedgerEntry entry) {
        var symbol = String.valueOf(entry.booking().symbol());
        var position = positionOf(symbol, entry.booking().currency());
        position.trade(entry);
        positions.putIfAbsent(symbol, position);
    }

    /** The position of a symbol; a new one counts only when something is booked in it. */
    private OpenPosition positionOf(String symbol, CurrencyUnit currency) {
        var position = positions.get(symbol);
        return position == null ? new OpenPosition(symbol, currency, rules, gains) : position;
    }

    /** What is held, by symbol. */
    public List<Position> positions() {
        return positions.values().stream()
                .filter(position -> position.quantity().signum() != 0)
                .map(OpenPosition::snapshot)
                .toList();
    }

    /** How much is held, by symbol, without the lots: cheap enough to ask for every day of a history. */
    public List<Held> held() {
        return positions.values().stream()
                .filter(position -> position.quantity().signum() != 0)
                .map(OpenPosition::held)
                .toList();
    }

    /** How much of a symbol is held, negative when it is sold short. */
    public BigDecimal quantity(String symbol) {
        var position = positions.get(symbol);
        return position == null ? BigDecimal.ZERO : position.quantity();
    }

    /** How many lots are open, of all securities together. */
    public int openLots() {
        return positions.values().stream().mapToInt(OpenPosition::openLots).sum();
    }

    /** What was ever held, by symbol, also what is all sold. */
    public List<Position> positionsEverHeld() {
        return positions.values().stream().map(OpenPosition::snapshot).toList();
    }

    /** Cash per currency, by currency code; it may be negative, which is a loan. */
    public List<BigMoney> cash() {
        return cash.entrySet().stream()
                .map(entry -> BigMoney.of(entry.getKey(), entry.getValue()))
                .filter(money -> !money.isZero())
                .toList();
    }
}
