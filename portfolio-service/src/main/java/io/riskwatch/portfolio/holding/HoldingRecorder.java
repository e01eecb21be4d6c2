package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays a ledger, or a part of it, and writes down where it stood at the end of each day. */
public final class HoldingRecorder implements Replay<HistoryPart> {

    private final Ledger ledger;
    private final @Nullable UUID account;
    private final Map<String, Track> tracks = new TreeMap<>();
    private final Map<String, CashChanges> cash = new HashMap<>();
    private final List<ExternalFlow> flows = new ArrayList<>();
    private final Incomes incomes = new Incomes();
    private @Nullable LocalDate first;
    private @Nullable LocalDate day;
    private int figures;

    /** Of a ledger in which nothing is sold short. */
    public HoldingRecorder() {
        this(LedgerRules.DEFAULT, null);
    }

    /**
     * A recorder.
     *
     * @param account only what this account held; {@code null}: all of them together
     */
    public HoldingRecorder(LedgerRules rules, @Nullable UUID account) {
        ledger = new Ledger(rules);
        this.account = account;
    }

    @Override
    public void play(LedgerEntry entry) {
        var date = entry.booking().date();
        if (day != null && date.isAfter(day)) {
            close(day, tracks);
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
            track(tracks, String.valueOf(booking.symbol()), booking.currency().getCode())
                    .add(booking);
            var brought = booking.terms().newSymbol();
            if (brought != null) {
                track(tracks, brought, booking.currency().getCode()).touch(date);
            }
        }
        if (!Trade.isOne(booking) || Income.isOne(booking.type())) {
            incomes.add(booking);
        }
        var flow = booking.cashFlow();
        if (!flow.isZero()) {
            cash.computeIfAbsent(flow.getCurrencyUnit().getCode(), currency -> new CashChanges())
                    .add(date, flow.getAmount());
        }
        first = first == null ? date : first;
    }

    /** The last day as if it were over; the next entry may still be one of it. */
    @Override
    public HistoryPart part() {
        var told = new TreeMap<String, Track>();
        tracks.forEach((symbol, track) -> told.put(symbol, new Track(track)));
        if (day != null) {
            close(day, told);
        }
        var changes = new HashMap<String, CashChanges>();
        cash.forEach((currency, moved) -> changes.put(currency, moved.copy()));
        var part = new HistoryPart(
                told.entrySet().stream()
                        .map(track -> track.getValue().security(track.getKey()))
                        .toList(),
                changes,
                flows,
                incomes.all(),
                first);
        figures = part.size();
        return part;
    }

    /** What the whole ledger comes to, when all of it was played here. */
    public HoldingHistory answer() {
        return HoldingHistory.together(List.of(part()));
    }

    @Override
    public int figures() {
        return figures + Holdings.FIGURES_OF_A_LOT * ledger.openLots();
    }

    private static Track track(Map<String, Track> tracks, String symbol, String currency) {
        return tracks.computeIfAbsent(symbol, added -> new Track(currency));
    }

    private void close(LocalDate date, Map<String, Track> told) {
        for (var held : account == null ? ledger.held() : ledger.held(account)) {
            var track = track(told, held.symbol(), held.currency().getCode());
            track.quantity.set(date, held.quantity().doubleValue());
            held.lastTrade()
                    .ifPresent(trade -> track.lastTrade.set(date, trade.price().doubleValue()));
            track.seen = date;
        }
        for (var track : told.values()) {
            if (!date.equals(track.seen)) {
                track.quantity.set(date, 0);
            }
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

        /** One that writes on in columns of its own. */
        Track(Track other) {
            currency = other.currency;
            quantity = new Steps.Builder(other.quantity);
            lastTrade = new Steps.Builder(other.lastTrade);
            trades = other.trades;
            seen = other.seen;
        }

        HoldingHistory.Security security(String symbol) {
            return new HoldingHistory.Security(symbol, currency, quantity.build(), lastTrade.build(), trades);
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
