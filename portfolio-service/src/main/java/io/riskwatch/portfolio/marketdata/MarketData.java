package io.riskwatch.portfolio.marketdata;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * What the market says, for the current organisation. When marketdata-service is away the last quotes seen are answered
 * and marked stale; it is never waited for longer than its time-outs. Not for use inside a database transaction.
 */
@Component
@EnableConfigurationProperties(MarketDataSettings.class)
public class MarketData {

    private static final Logger log = LoggerFactory.getLogger(MarketData.class);
    private static final Duration INSTRUMENT_LIFE = Duration.ofMinutes(5);
    private static final int INSTRUMENTS_KEPT = 20_000;
    private static final int PARALLEL_CALLS = 8;

    private final MarketDataClient client;
    private final Clock clock;
    private final Recent<Quote> lastQuotes;
    private final Recent<KnownInstrument> instruments = new Recent<>(INSTRUMENTS_KEPT);

    MarketData(MarketDataClient client, MarketDataSettings settings, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.lastQuotes = new Recent<>(settings.marketdata().quotesKept());
    }

    /** The quotes of the symbols; a symbol without one is absent. */
    public Quotes quotes(Collection<String> symbols) {
        var organisation = organisation();
        var asked = symbols.stream().distinct().sorted().toList();
        var found = new HashMap<String, Quote>();
        try {
            for (var from = 0; from < asked.size(); from += MarketDataClient.MAX_SYMBOLS) {
                var part = asked.subList(from, Math.min(asked.size(), from + MarketDataClient.MAX_SYMBOLS));
                client.quotes(part).forEach(quote -> found.put(quote.symbol(), quote));
            }
        } catch (MarketDataAway e) {
            log.warn("event=marketdata-away call=quotes cause={}", String.valueOf(e.getCause()));
            asked.forEach(
                    symbol -> lastQuotes.get(organisation, symbol).ifPresent(quote -> found.put(symbol, quote.aged())));
            return new Quotes(found, true);
        }
        found.forEach((symbol, quote) -> lastQuotes.put(organisation, symbol, quote));
        return new Quotes(found, false);
    }

    /**
     * The instrument of a symbol; empty when there is none.
     *
     * @throws MarketDataAway when nobody can tell
     */
    public Optional<Instrument> instrument(String symbol) {
        var organisation = organisation();
        var now = clock.instant();
        var known = instruments
                .get(organisation, symbol)
                .filter(instrument -> instrument.until().isAfter(now));
        if (known.isPresent()) {
            return known.map(KnownInstrument::instrument);
        }
        var found = client.instrument(symbol);
        // a symbol nobody knows may be uploaded the next moment: only what exists is remembered
        found.ifPresent(instrument ->
                instruments.put(organisation, symbol, new KnownInstrument(instrument, now.plus(INSTRUMENT_LIFE))));
        return found;
    }

    /**
     * When a market trades; empty where its calendar is not known.
     *
     * @throws MarketDataAway when nobody can tell
     */
    public Optional<MarketHours> hours(String mic) {
        return client.hours(mic);
    }

    /**
     * Forgets the prices the current organisation brought along.
     *
     * @throws MarketDataAway when that cannot be done now
     */
    public void deleteHistory() {
        client.deleteHistory();
    }

    /** The instruments of the symbols as far as they can be told now. */
    public Map<String, Instrument> instruments(Collection<String> symbols) {
        return gather(symbols, this::instrument).found();
    }

    /** The daily closes of the symbols between two days, both included, as far as they can be told now. */
    public Map<String, PriceHistory> histories(Collection<String> symbols, LocalDate from, LocalDate to) {
        return gather(symbols, symbol -> client.history(symbol, from, to)).found();
    }

    /** The daily closes of the symbols between two days, both included, as columns. */
    public Closes closes(Collection<String> symbols, LocalDate from, LocalDate to, PriceAdjustment adjustment) {
        var gathered = gather(
                symbols, symbol -> client.history(symbol, from, to, adjustment).map(DailyCloses::of));
        return new Closes(gathered.found(), gathered.away());
    }

    /** The splits and dividends of the symbols between two days, both included, as far as they can be told now. */
    public Map<String, CorporateEvents> corporateEvents(Collection<String> symbols, LocalDate from, LocalDate to) {
        return gather(symbols, symbol -> client.corporateEvents(symbol, from, to))
                .found();
    }

    /** Asks for each symbol, a few at a time; the first call that fails ends the asking, what came until then counts. */
    private <T> Gathered<T> gather(Collection<String> symbols, Function<String, Optional<T>> call) {
        var organisation = organisation();
        var places = new Semaphore(PARALLEL_CALLS);
        var away = new AtomicBoolean();
        var found = new ConcurrentHashMap<String, T>();
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var symbol : symbols.stream().distinct().toList()) {
                tasks.execute(new DelegatingSecurityContextRunnable(() -> {
                    places.acquireUninterruptibly();
                    try {
                        if (!away.get()) {
                            Tenancy.as(organisation, () -> call.apply(symbol))
                                    .ifPresent(value -> found.put(symbol, value));
                        }
                    } catch (MarketDataAway e) {
                        if (away.compareAndSet(false, true)) {
                            log.warn("event=marketdata-away cause={}", String.valueOf(e.getCause()));
                        }
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        return new Gathered<>(Map.copyOf(found), away.get());
    }

    private record Gathered<T>(Map<String, T> found, boolean away) {}

    private static UUID organisation() {
        return Tenancy.current().orElseThrow(() -> ProblemException.notFound("instrument"));
    }

    private record KnownInstrument(Instrument instrument, Instant until) {}

    /** The most recently used values by organisation and symbol, no more than a fixed number. */
    private static final class Recent<T> {

        private final Map<List<Object>, T> values;

        Recent(int kept) {
            values = new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<List<Object>, T> eldest) {
                    return size() > kept;
                }
            };
        }

        synchronized Optional<T> get(UUID organisation, String symbol) {
            return Optional.ofNullable(values.get(List.of(organisation, symbol)));
        }

        synchronized void put(UUID organisation, String symbol, T value) {
            values.put(List.of(organisation, symbol), value);
        }
    }
}
