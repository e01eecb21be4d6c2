package io.riskwatch.marketdata.quote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** This replica's memory of the latest quote per symbol: answers even while Redis is away, and then says "stale". */
public final class LatestQuotes {
    private final Map<String, Quote> bySymbol = new ConcurrentHashMap<>();
    private final List<QuoteListener> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final Duration staleAfter;
    private final Map<String, Instant> arrivals = new ConcurrentHashMap<>();
    private volatile Instant lastArrival = Instant.EPOCH;

    LatestQuotes(Clock clock, Duration staleAfter) {
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    public Optional<Quote> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** When the symbol's quote came, by whatever way; empty for one that was only remembered. */
    Optional<Instant> arrivedAt(String symbol) {
        return Optional.ofNullable(arrivals.get(symbol));
    }

    /** Whether the simulated market's feed, which never rests, has fallen silent. */
    public boolean stale() {
        return lastArrival.plus(staleAfter).isBefore(clock.instant());
    }

    /** When the simulated market's feed last said something. */
    public Instant lastArrival() {
        return lastArrival;
    }

    /** Tells the listener every quote that is known, then every one that comes. */
    public synchronized void subscribe(QuoteListener listener) {
        listeners.add(listener);
        listener.quotesArrived(List.copyOf(bySymbol.values()));
    }

    /** Remembers quotes that are known without the feed; they do not make it fresh. */
    synchronized void remember(List<Quote> quotes) {
        List<Quote> news = quotes.stream().filter(this::isNews).toList();
        news.forEach(quote -> bySymbol.put(quote.symbol(), quote));
        listeners.forEach(listener -> listener.quotesArrived(news));
    }

    /** Takes what the feed said; an older price than the one known is dropped. */
    void arrived(List<Quote> quotes) {
        Instant now = clock.instant();
        for (Quote quote : quotes) {
            if (quote.simulated()) {
                lastArrival = now;
            } else {
                arrivals.put(quote.symbol(), now);
            }
        }
        remember(quotes);
    }

    private boolean isNews(Quote quote) {
        Quote known = bySymbol.get(quote.symbol());
        return known == null || !quote.asOf().isBefore(known.asOf());
    }
}
