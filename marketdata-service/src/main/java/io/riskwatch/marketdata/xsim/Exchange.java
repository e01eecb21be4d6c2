package io.riskwatch.marketdata.xsim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulated exchange: its listings, its bars of any span, and the price of each listing now. Safe for many threads. */
public final class Exchange {
    private final long seed;
    private final String fingerprint = Listings.fingerprint();
    private final List<Simulated> instruments = Listings.load();
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<Listing> listings = new ArrayList<>();
    private final MarketSimulation simulation;
    private volatile Session session;

    /** An exchange that stands at the session of {@code now}. */
    public Exchange(long seed, Instant now) {
        this.seed = seed;
        for (int i = 0; i < instruments.size(); i++) {
            listings.add(instruments.get(i).listing());
            indices.put(instruments.get(i).listing().symbol(), i);
        }
        simulation = new MarketSimulation(seed, instruments);
        simulation.advanceTo(TradingDays.session(now));
        session = new Session(seed, instruments, simulation);
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
        return new LivePrice(listing, current.price(index, at), current.previousClose(index), at);
    }

    /** The last day whose session is over at {@code now}. */
    public static LocalDate lastClosedDay(Instant now) {
        return TradingDays.previous(TradingDays.session(now));
    }

    /** Tells every bar after {@code after} up to the last closed day, day by day in the order of the listings. */
    void forEachBar(LocalDate after, Instant now, BarSink sink) {
        LocalDate last = lastClosedDay(now);
        MarketSimulation replay = new MarketSimulation(seed, instruments);
        while (replay.day().isBefore(last)) {
            replay.advance();
            if (replay.day().isAfter(after)) {
                for (int i = 0; i < instruments.size(); i++) {
                    sink.accept(instruments.get(i).listing(), replay.bar(i));
                }
            }
        }
    }

    private Session sessionAt(Instant at) {
        Session current = session;
        LocalDate day = TradingDays.session(at);
        if (!day.isAfter(current.day())) {
            return current;
        }
        synchronized (simulation) {
            if (day.isAfter(simulation.day())) {
                simulation.advanceTo(day);
                session = new Session(seed, instruments, simulation);
            }
            return session;
        }
    }

    /** Takes bars as they are made. */
    @FunctionalInterface
    interface BarSink {
        void accept(Listing listing, Bar bar);
    }
}
