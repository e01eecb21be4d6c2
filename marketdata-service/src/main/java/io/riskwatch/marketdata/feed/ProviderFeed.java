package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.Currencies;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.provider.stream.StreamEvent;
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import io.riskwatch.marketdata.quote.FeedLease;
import io.riskwatch.marketdata.quote.FeedState;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.quote.Quote;
import io.riskwatch.marketdata.quote.QuotePublisher;
import io.riskwatch.marketdata.quote.SymbolInterest;
import io.riskwatch.marketdata.xsim.Exchange;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One provider's live prices: of all replicas the one with the lease holds a connection, subscribes to what anybody listens
 * to, and publishes what comes. Everything happens on one thread, step by step; nothing is held while nobody listens.
 */
final class ProviderFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ProviderFeed.class);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final String provider;
    private final StreamProtocol protocol;
    private final Around around;
    private final FeedProperties properties;
    private final Clock clock;
    private final Backoff backoff;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ScheduledExecutorService executor;
    private final Map<String, Quote> unpublished = new LinkedHashMap<>();
    private final Set<SourceSymbol> subscribed = new LinkedHashSet<>();
    private final Set<SourceSymbol> rejected = new LinkedHashSet<>();
    private volatile @Nullable ScheduledFuture<?> stepping;
    private @Nullable UpstreamSocket socket;
    private @Nullable CompletableFuture<UpstreamSocket> connecting;
    private Set<SourceSymbol> wanted = Set.of();
    private boolean leader;
    private boolean refused;
    private boolean live;
    private Instant since;
    private Instant leaseUntil = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private Instant nextAttempt = Instant.MIN;
    private Instant nextCommand = Instant.MIN;
    private Instant nextPing = Instant.MIN;
    private Instant nextHeartbeat = Instant.MIN;
    private Instant nextTelling = Instant.MIN;

    ProviderFeed(
            String provider,
            StreamProtocol protocol,
            Around around,
            FeedProperties properties,
            Clock clock,
            RandomGenerator random) {
        this.provider = provider;
        this.protocol = protocol;
        this.around = around;
        this.properties = properties;
        this.clock = clock;
        this.backoff = new Backoff(properties.firstPause(), properties.longestPause(), random);
        this.since = clock.instant();
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("feed-" + provider).daemon().factory());
    }

    @Override
    public void start() {
        stepping = executor.scheduleWithFixedDelay(this::step, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledFuture<?> running = stepping;
        if (running != null) {
            stepping = null;
            running.cancel(false);
            executor.execute(this::giveUp);
            executor.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return stepping != null;
    }

    private void giveUp() {
        disconnect();
        if (leader) {
            leader = false;
            try {
                around.lease().release();
            } catch (DataAccessException e) {
                log.info("event=feed-lease-not-released provider={} reason=\"it expires by itself\"", provider);
            }
        }
    }

    private void step() {
        try {
            Instant now = clock.instant();
            if (!now.isBefore(nextLook)) {
                nextLook = now.plusSeconds(1);
                look(now);
            }
            if (!leader || wanted.isEmpty()) {
                disconnect();
            } else {
                keepConnected(now);
            }
            judge(now);
            publish();
        } catch (DataAccessException e) {
            log.debug("event=feed-interrupted", e); // Redis is away, as the quotes' subscription says aloud
            if (leader && !clock.instant().isBefore(leaseUntil)) {
                leader = false; // another replica may hold the lease by now
                disconnect();
            }
        } catch (RuntimeException e) {
            log.error("event=feed-failed provider={}", provider, e); // and goes on with the next step
        }
    }

    /** Renews the lease and learns what is wanted. */
    private void look(Instant now) {
        boolean held = around.lease().hold();
        if (held) {
            leaseUntil = now.plus(around.lease().duration());
        }
        if (held != leader) {
            leader = held;
            log.info("event=feed-lease provider={} held={}", provider, held);
        }
        wanted = leader ? share() : Set.of();
    }

    private Set<SourceSymbol> share() {
        Map<SourceSymbol, InstrumentType> all = new LinkedHashMap<>();
        for (String key : around.interest().everybodys()) {
            SourceSymbol.parse(key)
                    .filter(symbol -> around.exchange().listing(key).isEmpty())
                    .ifPresent(symbol -> all.put(
                            symbol,
                            around.instruments()
                                    .type(
                                            symbol.symbol(),
                                            symbol.exchange(),
                                            symbol.pair().isPresent())));
        }
        Set<String> unusable = around.states().all().stream()
                .filter(state -> state.refused() && !state.provider().equals(provider))
                .map(FeedState::provider)
                .collect(Collectors.toSet());
        Set<SourceSymbol> share =
                new LinkedHashSet<>(around.providers().shareOut(all, unusable).getOrDefault(provider, List.of()));
        share.removeAll(rejected);
        return share;
    }

    private void keepConnected(Instant now) {
        UpstreamSocket open = socket;
        if (open == null) {
            connect(now);
            return;
        }
        if (open.closed() || open.silence().compareTo(properties.deadAfter()) > 0) {
            lost(now, new ProviderError.Upstream("the connection was lost"));
            return;
        }
        if (open.age().compareTo(protocol.timing().longest()) > 0) {
            disconnect();
            nextAttempt = now;
            return;
        }
        if (!now.isBefore(nextPing)) {
            nextPing = now.plus(properties.ping());
            open.ping();
        }
        String heartbeat = open.conversation().heartbeat();
        if (heartbeat != null && !now.isBefore(nextHeartbeat)) {
            nextHeartbeat = now.plus(protocol.timing().heartbeat());
            open.send(List.of(heartbeat));
        }
        if (!now.isBefore(nextCommand)) {
            adjust(open, now);
        }
    }

    private void connect(Instant now) {
        CompletableFuture<UpstreamSocket> attempt = connecting;
        if (attempt == null) {
            if (!now.isBefore(nextAttempt)) {
                connecting = UpstreamSocket.connect(client, provider, protocol, this::heard);
            }
            return;
        }
        if (!attempt.isDone()) {
            return;
        }
        connecting = null;
        if (attempt.isCompletedExceptionally()) {
            lost(now, UpstreamSocket.refusal(attempt.exceptionNow()));
            return;
        }
        UpstreamSocket open = attempt.resultNow();
        socket = open;
        subscribed.clear();
        nextHeartbeat = now.plus(protocol.timing().heartbeat());
        nextPing = now;
        log.info("event=feed-connected provider={} symbols={}", provider, wanted.size());
        adjust(open, now);
    }

    /** Tells the provider the difference between what is wanted and what it knows of. */
    private void adjust(UpstreamSocket open, Instant now) {
        List<SourceSymbol> more =
                wanted.stream().filter(symbol -> !subscribed.contains(symbol)).toList();
        List<SourceSymbol> fewer =
                subscribed.stream().filter(symbol -> !wanted.contains(symbol)).toList();
        // first make room: the plan counts both
        if (!fewer.isEmpty()) {
            open.send(open.conversation().unsubscribe(fewer));
            fewer.forEach(subscribed::remove);
            nextCommand = now.plus(protocol.timing().commandSpacing());
        } else if (!more.isEmpty()) {
            open.send(open.conversation().subscribe(more));
            subscribed.addAll(more);
            nextCommand = now.plus(protocol.timing().commandSpacing());
        }
    }

    /** Called by the connection's thread. */
    private void heard(StreamEvent event) {
        executor.execute(() -> take(event));
    }

    private void take(StreamEvent event) {
        switch (event) {
            case StreamEvent.Price price -> quote(price).ifPresent(quote -> unpublished.put(quote.symbol(), quote));
            case StreamEvent.Rejected symbol -> {
                log.info(
                        "event=symbol-rejected provider={} symbol={}",
                        provider,
                        symbol.symbol().key());
                rejected.add(symbol.symbol());
                subscribed.remove(symbol.symbol());
            }
            case StreamEvent.Gap gap -> {
                log.info(
                        "event=feed-gap provider={} symbol={}",
                        provider,
                        gap.symbol().key());
                subscribed.remove(gap.symbol());
            }
            case StreamEvent.Farewell farewell -> {
                disconnect();
                nextAttempt = clock.instant().plus(backoff.next());
            }
            case StreamEvent.Failure failure -> lost(clock.instant(), failure.error());
        }
    }

    private Optional<Quote> quote(StreamEvent.Price price) {
        backoff.reset();
        refused = false;
        String key = price.symbol().key();
        Quote known = around.latest().find(key).orElse(null);
        String unit = price.unit() != null ? price.unit() : known == null ? null : known.currency();
        if (unit == null
                || !Currencies.isIso(Currencies.iso(unit))
                || price.asOf().isAfter(clock.instant().plus(AHEAD))) {
            return Optional.empty();
        }
        String currency = Currencies.iso(unit);
        Double previous = known != null && known.currency().equals(currency) ? known.previousClose() : null;
        return Optional.of(Quote.of(
                key,
                Currencies.whole(price.price(), unit).doubleValue(),
                currency,
                price.asOf(),
                previous,
                provider,
                false));
    }

    private void lost(Instant now, ProviderError error) {
        disconnect();
        boolean incurable = error instanceof ProviderError.Auth || error instanceof ProviderError.Plan;
        Duration pause = incurable ? properties.refusedPause() : backoff.next();
        if (error instanceof ProviderError.RateLimited limited
                && limited.retryAfter().compareTo(pause) > 0) {
            pause = limited.retryAfter();
        }
        refused = incurable;
        nextAttempt = now.plus(pause);
        log.info(
                "event=feed-lost provider={} class={} detail=\"{}\" pause={}",
                provider,
                error.kind(),
                error.detail(),
                pause);
        try {
            around.ledger().failed(provider, error, Optional.empty());
        } catch (DataAccessException | TransactionException e) {
            log.debug("event=feed-loss-not-noted", e);
        }
    }

    /** Live is who is connected and was heard a moment ago; everybody is told each second, and at once of a change. */
    private void judge(Instant now) {
        if (!leader) {
            return;
        }
        UpstreamSocket open = socket;
        boolean flowing = open != null && !open.closed() && open.silence().compareTo(properties.staleAfter()) <= 0;
        boolean changed = flowing != live;
        if (changed) {
            live = flowing;
            since = now;
        }
        boolean inUse = !wanted.isEmpty();
        if (inUse && (changed || !now.isBefore(nextTelling))) {
            nextTelling = now.plusSeconds(1);
            Set<String> symbols = subscribed.stream().map(SourceSymbol::key).collect(Collectors.toSet());
            around.states().tell(new FeedState(provider, live, since, refused, symbols));
        }
    }

    private void publish() {
        if (!unpublished.isEmpty() && leader) {
            around.publisher().publish(new ArrayList<>(unpublished.values()));
        }
        unpublished.clear();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a late connection is closed when it comes; nobody waits for that
    private void disconnect() {
        CompletableFuture<UpstreamSocket> attempt = connecting;
        if (attempt != null) {
            connecting = null;
            attempt.whenComplete((late, failure) -> {
                if (late != null) {
                    late.close();
                }
            });
        }
        UpstreamSocket open = socket;
        if (open != null) {
            socket = null;
            open.close();
            subscribed.clear();
        }
    }

    /** What a feed works with. */
    record Around(
            FeedLease lease,
            SymbolInterest interest,
            Providers providers,
            KnownInstruments instruments,
            Exchange exchange,
            LatestQuotes latest,
            QuotePublisher publisher,
            FeedStates states,
            CreditLedger ledger) {}
}
