package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.calendar.MarketSession;
import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.ProviderAnswer;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.ProviderQuote;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.TransactionException;

/**
 * Gives the latest price of any symbol, fetching it where the one known is too old. However many ask, a symbol is fetched
 * once at a time, a fresh price is not fetched again, a symbol nobody knows is left alone for a while, and while the budget
 * is spent nobody is asked at all: the last price is answered then, marked stale.
 */
public final class QuoteDesk {
    private static final Logger log = LoggerFactory.getLogger(QuoteDesk.class);
    private static final String UNKNOWN = "quotes:unknown:";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /** What traded last so shortly before the close may stand for it while no other price can be had. */
    private static final Duration LAST_TRADE = Duration.ofMinutes(15);

    /** Auctions and delayed feeds have told the close by then: what came later stays the last price until the market opens. */
    private static final Duration CLOSE_TOLD = Duration.ofMinutes(20);

    private final Exchange exchange;
    private final LatestQuotes latest;
    private final FeedStates feeds;
    private final Providers providers;
    private final KnownInstruments instruments;
    private final SymbolSessions sessions;
    private final StoredQuotes stored;
    private final QuotePublisher publisher;
    private final StringRedisTemplate redis;
    private final QuotesProperties properties;
    private final Clock clock;
    private final Executor executor;
    private final Map<String, CompletableFuture<LatestPrice>> underWay = new ConcurrentHashMap<>();
    private final Map<InstrumentType, Spent> spent = new ConcurrentHashMap<>();

    QuoteDesk(
            Exchange exchange,
            LatestQuotes latest,
            FeedStates feeds,
            Providers providers,
            KnownInstruments instruments,
            SymbolSessions sessions,
            StoredQuotes stored,
            QuotePublisher publisher,
            StringRedisTemplate redis,
            QuotesProperties properties,
            Clock clock,
            Executor executor) {
        this.exchange = exchange;
        this.latest = latest;
        this.feeds = feeds;
        this.providers = providers;
        this.instruments = instruments;
        this.sessions = sessions;
        this.stored = stored;
        this.publisher = publisher;
        this.redis = redis;
        this.properties = properties;
        this.clock = clock;
        this.executor = executor;
    }

    /** The latest price, fetched where need be. */
    public LatestPrice price(String symbol) {
        Optional<Quote> known = latest.find(symbol);
        if (exchange.listing(symbol).isPresent()) {
            return known.<LatestPrice>map(quote -> new LatestPrice.Known(quote, latest.stale()))
                    .orElseGet(QuoteDesk::unknown);
        }
        if (known.isPresent() && !stale(known.get())) {
            return new LatestPrice.Known(known.get(), false);
        }
        return SourceSymbol.parse(symbol)
                .filter(source -> source.key().equals(symbol))
                .map(source -> fetchedOnce(source, known))
                .orElseGet(() -> otherwise(known, new ProviderError.NotFound("no symbol is written like this")));
    }

    /** The prices of several symbols, fetched side by side; in the order asked. */
    public List<LatestPrice> prices(Collection<String> symbols) {
        List<CompletableFuture<LatestPrice>> asked = symbols.stream()
                .map(symbol -> CompletableFuture.supplyAsync(() -> price(symbol), executor))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** Keeps a price that is answered to somebody as "stored". */
    public void store(Quote quote) {
        stored.store(quote);
    }

    /** Whether a newer price should be had. */
    public boolean stale(Quote quote) {
        if (quote.simulated()) {
            return latest.stale();
        }
        if (feeds.delivers(quote.provider(), quote.symbol())) {
            return false;
        }
        Instant arrived = latest.arrivedAt(quote.symbol()).orElse(Instant.EPOCH);
        return arrived.plus(properties.fetchedFreshFor()).isBefore(clock.instant())
                && closedSince(quote)
                        .filter(closed -> !quote.asOf().isBefore(closed) || !arrived.isBefore(closed.plus(CLOSE_TOLD)))
                        .isEmpty();
    }

    /** When the quote's market closed; empty while it is open. */
    private Optional<Instant> closedSince(Quote quote) {
        Instant now = clock.instant();
        return sessions.now(quote.symbol())
                .filter(session -> session.isClosedAt(now))
                .map(MarketSession::closes);
    }

    private boolean isOfTheClose(Quote quote) {
        return closedSince(quote)
                .filter(closed -> !quote.asOf().isBefore(closed.minus(LAST_TRADE)))
                .isPresent();
    }

    private LatestPrice fetchedOnce(SourceSymbol source, Optional<Quote> known) {
        CompletableFuture<LatestPrice> mine = new CompletableFuture<>();
        CompletableFuture<LatestPrice> others = underWay.putIfAbsent(source.key(), mine);
        if (others != null) {
            return awaited(others, known);
        }
        try {
            LatestPrice answer = fetched(source, latest.find(source.key()));
            mine.complete(answer);
            return answer;
        } finally {
            underWay.remove(source.key(), mine);
            mine.complete(
                    otherwise(known, new ProviderError.Upstream("the call failed"))); // only where nothing else did
        }
    }

    private LatestPrice awaited(CompletableFuture<LatestPrice> answer, Optional<Quote> known) {
        try {
            return answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("event=quote-not-awaited", e);
        }
        return otherwise(known, new ProviderError.Upstream("no answer yet"));
    }

    private LatestPrice fetched(SourceSymbol source, Optional<Quote> known) {
        if (known.isPresent() && !stale(known.get())) {
            return new LatestPrice.Known(known.get(), false); // came while we queued
        }
        if (!providers.anyQuotes()) {
            return otherwise(known, new ProviderError.NotFound("nobody prices " + source.key()));
        }
        InstrumentType type = instruments.type(
                source.symbol(), source.exchange(), source.pair().isPresent());
        Spent limit = spent.get(type);
        if (limit != null && limit.until().isAfter(clock.instant())) {
            return otherwise(known, limit.error(clock.instant()));
        }
        if (!providers.canQuote(type) || (known.isEmpty() && isUnknown(source))) {
            return otherwise(known, new ProviderError.NotFound("nobody prices " + source.key()));
        }
        return switch (providers.quote(type, source)) {
            case ProviderAnswer.Found<ProviderQuote> found -> kept(source, type, found.value());
            case ProviderAnswer.Refused<ProviderQuote> refused -> {
                remember(source, type, refused.error());
                yield otherwise(known, refused.error());
            }
        };
    }

    private LatestPrice kept(SourceSymbol source, InstrumentType type, ProviderQuote fetched) {
        spent.remove(type);
        Quote quote = Quote.of(
                source.key(),
                fetched.price().doubleValue(),
                fetched.currency(),
                fetched.asOf(),
                fetched.previousClose() == null ? null : fetched.previousClose().doubleValue(),
                fetched.provider(),
                false);
        try {
            String market = fetched.exchange() == null ? source.exchange() : fetched.exchange();
            instruments.learn(source.symbol(), market, fetched.name(), type, fetched.currency(), fetched.provider());
            stored.store(quote);
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "event=quote-not-stored symbol={} reason=\"{}\"",
                    source.key(),
                    e.getClass().getSimpleName());
        }
        latest.arrived(List.of(quote));
        try {
            publisher.publish(List.of(quote));
        } catch (DataAccessException e) {
            log.debug("event=quote-not-published", e); // Redis is away; whoever asks the other replicas has them fetch
        }
        return new LatestPrice.Known(quote, false);
    }

    private void remember(SourceSymbol source, InstrumentType type, ProviderError error) {
        if (error instanceof ProviderError.RateLimited limited) {
            spent.put(type, new Spent(clock.instant().plus(limited.retryAfter()), limited.detail()));
        }
        if (error instanceof ProviderError.NotFound) {
            try {
                redis.opsForValue().set(UNKNOWN + source.key(), "1", properties.unknownFor());
            } catch (DataAccessException e) {
                log.debug("event=unknown-symbol-not-noted", e);
            }
        }
    }

    private boolean isUnknown(SourceSymbol source) {
        try {
            return Boolean.TRUE.equals(redis.hasKey(UNKNOWN + source.key()));
        } catch (DataAccessException e) {
            return false;
        }
    }

    private LatestPrice otherwise(Optional<Quote> known, ProviderError error) {
        return known.<LatestPrice>map(quote -> new LatestPrice.Known(quote, !isOfTheClose(quote)))
                .orElseGet(() -> new LatestPrice.Missing(error));
    }

    private static LatestPrice unknown() {
        return new LatestPrice.Missing(new ProviderError.NotFound("has no price"));
    }

    /** Until when nobody of a class need be asked. */
    private record Spent(Instant until, String why) {
        ProviderError error(Instant now) {
            return new ProviderError.RateLimited(Duration.between(now, until), why);
        }
    }
}
