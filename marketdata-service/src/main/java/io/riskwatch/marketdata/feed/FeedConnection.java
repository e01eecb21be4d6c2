package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.provider.stream.StreamEvent;
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The one connection to a provider: opened anew after ever longer pauses, kept alive, and subscribed to what is wanted. For
 * one thread.
 */
final class FeedConnection {
    private static final Logger log = LoggerFactory.getLogger(FeedConnection.class);

    private final String provider;
    private final StreamProtocol protocol;
    private final FeedProperties properties;
    private final Backoff backoff;
    private final CreditLedger ledger;
    private final Consumer<StreamEvent> events;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Set<SourceSymbol> subscribed = new LinkedHashSet<>();
    private final Set<SourceSymbol> rejected = new LinkedHashSet<>();
    private @Nullable UpstreamSocket socket;
    private @Nullable CompletableFuture<UpstreamSocket> connecting;
    private boolean refused;
    private Instant nextAttempt = Instant.MIN;
    private Instant nextCommand = Instant.MIN;
    private Instant nextPing = Instant.MIN;
    private Instant nextHeartbeat = Instant.MIN;

    /** @param events takes what the provider tells, on the connection's own thread */
    FeedConnection(
            String provider,
            StreamProtocol protocol,
            FeedProperties properties,
            Backoff backoff,
            CreditLedger ledger,
            Consumer<StreamEvent> events) {
        this.provider = provider;
        this.protocol = protocol;
        this.properties = properties;
        this.backoff = backoff;
        this.ledger = ledger;
        this.events = events;
    }

    /** Symbols the provider does not have. */
    Set<SourceSymbol> rejected() {
        return rejected;
    }

    /** Keys of what it was asked to deliver. */
    Set<String> subscribed() {
        return subscribed.stream().map(SourceSymbol::key).collect(Collectors.toSet());
    }

    /** Whether the provider will not have us, which trying does not cure. */
    boolean refused() {
        return refused;
    }

    /** Whether it is open and anything was heard a moment ago. */
    boolean flows() {
        UpstreamSocket open = socket;
        return open != null && !open.closed() && open.silence().compareTo(properties.staleAfter()) <= 0;
    }

    /** One step: connects, replaces a dead connection, shows signs of life, and subscribes to what is wanted. */
    void keep(Instant now, Set<SourceSymbol> wanted) {
        UpstreamSocket open = socket;
        if (open == null) {
            connect(now, wanted);
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
            adjust(open, now, wanted);
        }
    }

    private void connect(Instant now, Set<SourceSymbol> wanted) {
        CompletableFuture<UpstreamSocket> attempt = connecting;
        if (attempt == null) {
            if (!now.isBefore(nextAttempt)) {
                connecting = UpstreamSocket.connect(client, provider, protocol, events);
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
        adjust(open, now, wanted);
    }

    /** Tells the provider the difference between what is wanted and what it knows of. */
    private void adjust(UpstreamSocket open, Instant now, Set<SourceSymbol> wanted) {
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

    /** A price came: all is well. */
    void heardPrice() {
        backoff.reset();
        refused = false;
    }

    /** The provider does not have the symbol: it is not asked for again. */
    void reject(SourceSymbol symbol) {
        log.info("event=symbol-rejected provider={} symbol={}", provider, symbol.key());
        rejected.add(symbol);
        subscribed.remove(symbol);
    }

    /** Prices of the symbol were missed: it is subscribed anew. */
    void missed(SourceSymbol symbol) {
        log.info("event=feed-gap provider={} symbol={}", provider, symbol.key());
        subscribed.remove(symbol);
    }

    /** The provider is about to close: another connection after a pause. */
    void farewell(Instant now) {
        disconnect();
        nextAttempt = now.plus(backoff.next());
    }

    /** The connection is gone, or cannot be had. */
    void lost(Instant now, ProviderError error) {
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
            ledger.failed(provider, error, Optional.empty());
        } catch (DataAccessException | TransactionException e) {
            log.debug("event=feed-loss-not-noted", e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a late connection is closed when it comes; nobody waits for that
    void disconnect() {
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
}
