package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.BigMoney;
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
    private final List<Income> incomes;
    private final @Nullable LocalDate first;

    private HoldingHistory(
            List<Security> securities,
            List<Cash> cash,
            List<ExternalFlow> flows,
            List<Income> incomes,
            @Nullable LocalDate first) {
        this.securities = List.copyOf(securities);
        this.cash = List.copyOf(cash);
        this.flows = List.copyOf(flows);
        this.incomes = List.copyOf(incomes);
        this.first = first;
    }

    /**
     * A security that was ever held.
     *
     * @param currency the one it is booked in
     * @param lastTrade the newest price a booking showed, in that currency; 0 while none did
     * @param trades what moved it, one per day that did, in the order of the days
     */
    public record Security(String symbol, String currency, Steps quantity, Steps lastTrade, List<Trade> trades) {

        public Security {
            trades = List.copyOf(trades);
        }
    }

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

    /** Dividends, interest, fees and taxes, in the ledger's order; the fees of trades are with the trades. */
    public List<Income> incomes() {
        return incomes;
    }

    /** The day of the first booking; empty when nothing is booked. */
    public Optional<LocalDate> first() {
        return Optional.ofNullable(first);
    }

    /** How many figures it keeps, roughly. */
    private int size() {
        var size = flows.size() + incomes.size();
        for (var security : securities) {
            size += security.quantity().size()
                    + security.lastTrade().size()
                    + 9 * security.trades().size();
        }
        for (var money : cash) {
            size += money.balance().size();
        }
        return size;
    }

    /** Plays a ledger and writes down where it stood at the end of each day. */
    public static final class Recorder implements Replay<HoldingHistory> {

        private final Ledger ledger;
        private final @Nullable UUID account;
        private final Map<String, Track> tracks = new TreeMap<>();
        private final Map<String, Steps.Builder> balances = new TreeMap<>();
        private final List<ExternalFlow> flows;
        private final Incomes incomes;
        private @Nullable LocalDate first;
        private @Nullable LocalDate day;
        private int figures;

        /** Of a ledger in which nothing is sold short. */
        public Recorder() {
            this(LedgerRules.DEFAULT, null);
        }

        /**
         * A recorder.
         *
         * @param account only what this account held; {@code null}: all of them together
         */
        public Recorder(LedgerRules rules, @Nullable UUID account) {
            ledger = new Ledger(rules);
            this.account = account;
            flows = new ArrayList<>();
            incomes = new Incomes();
        }

        /** One that writes on in columns of its own, beside the same ledger. */
        private Recorder(Recorder other) {
            ledger = other.ledger;
            account = other.account;
            other.tracks.forEach((symbol, track) -> tracks.put(symbol, new Track(track)));
            other.balances.forEach((currency, balance) -> balances.put(currency, new Steps.Builder(balance)));
            flows = other.flows;
            incomes = other.incomes;
            first = other.first;
        }

        @Override
        public void play(LedgerEntry entry) {
            var date = entry.booking().date();
            if (day != null && date.isAfter(day)) {
                close(day);
            }
            ledger.play(entry);
            day = date;
            if (account == null) {
                write(entry.booking());
            } else if (entry.in().touches(account)) {
                write(side(entry));
            }
        }

        /** What of an entry happened in the account: there, a TRANSFER came from outside or went there. */
        private Booking side(LedgerEntry entry) {
            var booking = entry.booking();
            return booking.type() != TransactionType.TRANSFER
                    ? booking
                    : entry.in().account().equals(account) ? booking.givingSide() : booking.receivingSide();
        }

        private void write(Booking booking) {
            var date = booking.date();
            ExternalFlow.of(booking).ifPresent(flows::add);
            if (Trade.isOne(booking)) {
                track(String.valueOf(booking.symbol()), booking.currency().getCode())
                        .add(booking);
                var brought = booking.terms().newSymbol();
                if (brought != null) {
                    track(brought, booking.currency().getCode()).touch(date);
                }
            }
            if (!Trade.isOne(booking) || Income.isOne(booking.type())) {
                incomes.add(booking);
            }
            first = first == null ? date : first;
        }

        /** The last day as if it were over; the next entry may still be one of it. */
        @Override
        public HoldingHistory answer() {
            var told = new Recorder(this);
            if (day != null) {
                told.close(day);
            }
            var history = told.history();
            figures = history.size();
            return history;
        }

        private HoldingHistory history() {
            return new HoldingHistory(
                    tracks.entrySet().stream()
                            .map(track -> track.getValue().security(track.getKey()))
                            .toList(),
                    balances.entrySet().stream()
                            .map(balance -> new Cash(
                                    balance.getKey(), balance.getValue().build()))
                            .toList(),
                    flows,
                    incomes.all(),
                    first);
        }

        /** The history is kept here and in the last answer. */
        @Override
        public int figures() {
            return 2 * figures + Holdings.FIGURES_OF_A_LOT * ledger.openLots();
        }

        private Track track(String symbol, String currency) {
            return tracks.computeIfAbsent(symbol, added -> new Track(currency));
        }

        private void close(LocalDate date) {
            for (var held : account == null ? ledger.held() : ledger.held(account)) {
                var track = track(held.symbol(), held.currency().getCode());
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
            var cash = account == null ? ledger.cash() : ledger.cash(account);
            for (var money : cash) {
                balances.computeIfAbsent(money.getCurrencyUnit().getCode(), currency -> new Steps.Builder());
            }
            balances.forEach((currency, balance) -> balance.set(date, balance(cash, currency)));
        }

        private static double balance(List<BigMoney> cash, String currency) {
            for (var money : cash) {
                if (money.getCurrencyUnit().getCode().equals(currency)) {
                    return money.getAmount().doubleValue();
                }
            }
            return 0;
        }
    }

    private static final class Track {

        private final String currency;
        private final Steps.Builder quantity;
        private final Steps.Builder lastTrade;
        private final List<Trade> trades;
        private @Nullable LocalDate seen;

        Track(String currency) {
            this.currency = currency;
            quantity = new Steps.Builder();
            lastTrade = new Steps.Builder();
            trades = new ArrayList<>();
        }

        Track(Track other) {
            currency = other.currency;
            quantity = new Steps.Builder(other.quantity);
            lastTrade = new Steps.Builder(other.lastTrade);
            trades = other.trades;
            seen = other.seen;
        }

        Security security(String symbol) {
            return new Security(symbol, currency, quantity.build(), lastTrade.build(), trades);
        }

        /** Another security's corporate action brought units. */
        void touch(LocalDate date) {
            if (trades.isEmpty() || !trades.getLast().date().equals(date)) {
                trades.add(Trade.nothing(date));
            }
        }

        void add(Booking booking) {
            if (!trades.isEmpty() && trades.getLast().date().equals(booking.date())) {
                trades.add(trades.removeLast().and(booking));
            } else {
                trades.add(Trade.of(booking));
            }
        }
    }
}
