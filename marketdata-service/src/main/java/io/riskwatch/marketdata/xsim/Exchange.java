package io.riskwatch.marketdata.xsim;

import io.riskwatch.marketdata.series.Dividend;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulated exchange: its listings, its bars of any span, and the price of each listing now. Safe for many threads. */
public final class Exchange {
    private final long seed;
    private final String fingerprint;
    private final TradingDays calendar;
    private final @Nullable CrashDrill drill;
    private final List<Simulated> instruments = Listings.load();
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<Listing> listings = new ArrayList<>();
    private final MarketSimulation simulation;
    private volatile Session session;

    /** An exchange that stands at the session of {@code now}. */
    public Exchange(long seed, Instant now) {
        this(seed, TradingHours.ALWAYS, null, now);
    }

    /**
     * An exchange that stands at the session of {@code now}.
     *
     * @param drill a crash for teaching, if one is planned
     */
    public Exchange(long seed, TradingHours hours, @Nullable CrashDrill drill, Instant now) {
        this.seed = seed;
        this.calendar = new TradingDays(hours);
        this.drill = drill;
        this.fingerprint = Listings.fingerprint() + (hours == TradingHours.ALWAYS ? "" : " " + hours);
        for (int i = 0; i < instruments.size(); i++) {
            listings.add(instruments.get(i).listing());
            indices.put(instruments.get(i).listing().symbol(), i);
        }
        simulation = new MarketSimulation(seed, instruments, calendar);
        simulation.advanceTo(calendar.session(now));
        session = new Session(seed, instruments, simulation, calendar);
    }

    long seed() {
        return seed;
    }

    /** A digest of the listings and their model parameters: another one means another history. */
    String fingerprint() {
        return fingerprint;
    }

    public List<Listing> listings() {
        return List.copyOf(listings);
    }

    public Optional<Listing> listing(String symbol) {
        return Optional.ofNullable(indices.get(symbol)).map(listings::get);
    }

    /** The price of a listing at an instant of the session under way; an instant beyond it opens the next session. */
    public LivePrice price(Listing listing, Instant at) {
        Integer index = indices.get(listing.symbol());
        if (index == null) {
            throw new IllegalArgumentException(listing.symbol() + " is not listed");
        }
        Session current = sessionAt(at);
        double price = current.price(index, at);
        boolean drilled = drill != null && drill.runsAt(at);
        if (drill != null && drilled) {
            price = listing.rounded(
                    price * drill.factor(at, instruments.get(index).marketSensitivity()));
        }
        return new LivePrice(listing, price, current.previousClose(index), current.madeAt(at), drilled);
    }

    /** Whether there is a session of the day. */
    public boolean isTradingDay(LocalDate day) {
        return calendar.isTradingDay(day);
    }

    /** The first instant of a trading day's session. */
    public Instant opens(LocalDate day) {
        return calendar.opens(day);
    }

    /** The instant after the last one of a trading day's session. */
    public Instant closes(LocalDate day) {
        return calendar.closes(day);
    }

    /** The last day whose session is over at {@code now}. */
    public LocalDate lastClosedDay(Instant now) {
        return calendar.lastClosed(now);
    }

    /** Tells every bar after {@code after} up to the last closed day, day by day in the order of the listings. */
    void forEachBar(LocalDate after, Instant now, BarSink sink) {
        LocalDate last = lastClosedDay(now);
        MarketSimulation replay = new MarketSimulation(seed, instruments, calendar);
        while (replay.day().isBefore(last)) {
            replay.advance();
            if (replay.day().isAfter(after)) {
                for (int i = 0; i < instruments.size(); i++) {
                    tell(instruments.get(i), replay.bar(i), sink);
                }
            }
        }
    }

    /** As it was traded, on the shares of the day. */
    private void tell(Simulated instrument, Bar bar, BarSink sink) {
        double factor = instrument.laterSplits(bar.day());
        sink.accept(instrument.listing(), bar.beforeSplits(factor));
        Payout payout = instrument.payout();
        if (payout != null && payout.isAnnounced(bar.day(), calendar.previous(bar.day()))) {
            LocalDate exDate = Payout.exDate(bar.day(), calendar);
            // it opens where the day before closed; told per share as there are then
            BigDecimal amount = payout.amount(bar.open() * instrument.laterSplits(exDate));
            if (amount.signum() > 0) {
                sink.dividend(
                        instrument.listing(), new Dividend(exDate, amount, Payout.payDay(exDate, calendar), bar.day()));
            }
        }
    }

    /** The splits of every listing up to a day. */
    Map<Listing, List<StockSplit>> splits(LocalDate upTo) {
        Map<Listing, List<StockSplit>> splits = new LinkedHashMap<>();
        for (Simulated instrument : instruments) {
            List<StockSplit> past = instrument.splits().stream()
                    .filter(split -> !split.day().isAfter(upTo))
                    .toList();
            if (!past.isEmpty()) {
                splits.put(instrument.listing(), past);
            }
        }
        return splits;
    }

    private Session sessionAt(Instant at) {
        Session current = session;
        LocalDate day = calendar.session(at);
        if (!day.isAfter(current.day())) {
            return current;
        }
        synchronized (simulation) {
            if (day.isAfter(simulation.day())) {
                simulation.advanceTo(day);
                session = new Session(seed, instruments, simulation, calendar);
            }
            return session;
        }
    }

    /** Takes bars as they are made. */
    @FunctionalInterface
    interface BarSink {
        void accept(Listing listing, Bar bar);

        /** What is announced on the day of the bar told last. */
        default void dividend(Listing listing, Dividend dividend) {}
    }
}
