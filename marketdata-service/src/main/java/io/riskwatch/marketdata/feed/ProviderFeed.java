package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.instrument.KnownInstruments;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * One provider's live prices: of all replicas the one with the lease holds a connection, subscribes to what anybody listens
 * to, and publishes what comes. Everything happens on one thread, step by step; nothing is held while nobody listens.
 */
final class ProviderFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ProviderFeed.class);
    private static final Duration STEP = Duration.ofMillis(100);

    private final String provider;
    private final Around around;
    private final Clock clock;
    private final SymbolShare share;
    private final StreamedQuotes quotes;
    private final FeedConnection connection;
    private final ScheduledExecutorService executor;
    private final Map<String, Quote> unpublished = new LinkedHashMap<>();
    private volatile @Nullable ScheduledFuture<?> stepping;
    private Set<SourceSymbol> wanted = Set.of();
    private boolean leader;
    private boolean live;
    private Instant since;
    private Instant leaseUntil = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private Instant nextTelling = Instant.MIN;

    ProviderFeed(
            String provider,
            StreamProtocol protocol,
            Around around,
            FeedProperties properties,
            Clock clock,
            RandomGenerator random) {
        this.provider = provider;
        this.around = around;
        this.clock = clock;
        this.since = clock.instant();
        this.share = new SymbolShare(
                provider,
                around.interest(),
                around.providers(),
                around.instruments(),
                around.exchange(),
                around.states());
        this.quotes = new StreamedQuotes(provider, around.latest(), clock);
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("feed-" + provider).daemon().factory());
        this.connection = new FeedConnection(
                provider,
                protocol,
                properties,
                new Backoff(properties.firstPause(), properties.longestPause(), random),
                around.ledger(),
                event -> executor.execute(() -> take(event)));
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
        connection.disconnect();
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
                connection.disconnect();
            } else {
                connection.keep(now, wanted);
            }
            judge(now);
            publish();
        } catch (DataAccessException e) {
            log.debug("event=feed-interrupted", e); // Redis is away, as the quotes' subscription says aloud
            if (leader && !clock.instant().isBefore(leaseUntil)) {
                leader = false; // another replica may hold the lease by now
                connection.disconnect();
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
        wanted = leader ? usable(share.now()) : Set.of();
    }

    private Set<SourceSymbol> usable(Set<SourceSymbol> all) {
        all.removeAll(connection.rejected());
        return all;
    }

    private void take(StreamEvent event) {
        switch (event) {
            case StreamEvent.Price price -> {
                connection.heardPrice();
                quotes.of(price).ifPresent(quote -> unpublished.put(quote.symbol(), quote));
            }
            case StreamEvent.Rejected symbol -> connection.reject(symbol.symbol());
            case StreamEvent.Gap gap -> connection.missed(gap.symbol());
            case StreamEvent.Farewell farewell -> connection.farewell(clock.instant());
            case StreamEvent.Failure failure -> connection.lost(clock.instant(), failure.error());
        }
    }

    /** Everybody is told each second, and at once of a change. */
    private void judge(Instant now) {
        if (!leader) {
            return;
        }
        boolean flowing = connection.flows();
        boolean changed = flowing != live;
        if (changed) {
            live = flowing;
            since = now;
        }
        boolean inUse = !wanted.isEmpty();
        if (inUse && (changed || !now.isBefore(nextTelling))) {
            nextTelling = now.plusSeconds(1);
            around.states().tell(new FeedState(provider, live, since, connection.refused(), connection.subscribed()));
        }
    }

    private void publish() {
        if (!unpublished.isEmpty() && leader) {
            around.publisher().publish(new ArrayList<>(unpublished.values()));
        }
        unpublished.clear();
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
