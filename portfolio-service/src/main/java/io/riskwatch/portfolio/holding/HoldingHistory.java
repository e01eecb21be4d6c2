package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio held at the close of every day, as columns that change only where a booking changed them: quantities
 * per security, balances per currency, and what came from outside. The ledger's arithmetic is exact; here its results
 * become doubles once, for series of days.
 */
public final class HoldingHistory {

    private final List<Security> securities;
    private final List<Cash> cash;
    private final List<ExternalFlow> flows;
    private final @Nullable LocalDate first;

    private HoldingHistory(
            List<Security> securities, List<Cash> cash, List<ExternalFlow> flows, @Nullable LocalDate first) {
        this.securities = List.copyOf(securities);
        this.cash = List.copyOf(cash);
        this.flows = List.copyOf(flows);
        this.first = first;
    }

    /**
     * A security that was ever held.
     *
     * @param currency the one it is booked in
     * @param lastTrade the newest price a booking showed, in that currency; 0 while none did
     */
    public record Security(String symbol, String currency, Steps quantity, Steps lastTrade) {}

    /** The money of one currency; it may be negative, which is a loan. */
    public record Cash(String currency, Steps balance) {}

    /** By symbol. */
    public List<Security> securities() {
        return securities;
    }

    /** By currency code. */
    public List<Cash> cash() {
        return cash;
    }

    /** In the ledger's order. */
    public List<ExternalFlow> flows() {
        return flows;
    }

    /** The day of the first booking; empty when nothing is booked. */
    public Optional<LocalDate> first() {
        return Optional.ofNullable(first);
    }

    /** Plays a ledger and writes down where it stood at the end of each day. */
    public static final class Recorder {

        private final Ledger ledger = new Ledger();
        private final Map<String, Track> tracks = new TreeMap<>();
        private final Map<String, Steps.Builder> balances = new TreeMap<>();
        private final List<ExternalFlow> flows = new ArrayList<>();
        private @Nullable LocalDate first;
        private @Nullable LocalDate day;

        /** The next entry, in the ledger's order. */
        public void play(LedgerEntry entry) {
            var date = entry.booking().date();
            if (day != null && date.isAfter(day)) {
                close(day);
            }
            ledger.play(entry);
            ExternalFlow.of(entry.booking()).ifPresent(flows::add);
            first = first == null ? date : first;
            day = date;
        }

        /** What was written, when every entry was played. */
        public HoldingHistory finish() {
            if (day != null) {
                close(day);
            }
            return new HoldingHistory(
                    tracks.entrySet().stream()
                            .map(track -> track.getValue().security(track.getKey()))
                            .toList(),
                    balances.entrySet().stream()
                            .map(balance -> new Cash(
                                    balance.getKey(), balance.getValue().build()))
                            .toList(),
                    flows,
                    first);
        }

        private void close(LocalDate date) {
            for (var held : ledger.held()) {
                var track = tracks.computeIfAbsent(
                        held.symbol(), symbol -> new Track(held.currency().getCode()));
                track.quantity.set(date, held.quantity().doubleValue());
                held.lastTrade()
                        .ifPresent(
                                trade -> track.lastTrade.set(date, trade.price().doubleValue()));
                track.seen = date;
            }
            for (var track : tracks.values()) {
                if (!date.equals(track.seen)) {
                    track.quantity.set(date, 0);
                }
            }
            for (var money : ledger.cash()) {
                balances.computeIfAbsent(money.getCurrencyUnit().getCode(), currency -> new Steps.Builder());
            }
            balances.forEach((currency, balance) -> balance.set(date, balance(currency)));
        }

        private double balance(String currency) {
            for (var money : ledger.cash()) {
                if (money.getCurrencyUnit().getCode().equals(currency)) {
                    return money.getAmount().doubleValue();
                }
            }
            return 0;
        }
    }

    private static final class Track {

        private final String currency;
        private final Steps.Builder quantity = new Steps.Builder();
        private final Steps.Builder lastTrade = new Steps.Builder();
        private @Nullable LocalDate seen;

        Track(String currency) {
            this.currency = currency;
        }

        Security security(String symbol) {
            return new Security(symbol, currency, quantity.build(), lastTrade.build());
        }
    }
}
