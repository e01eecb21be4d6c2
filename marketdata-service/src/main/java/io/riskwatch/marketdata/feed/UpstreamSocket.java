package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.http.ContractException;
import io.riskwatch.marketdata.provider.http.Redacted;
import io.riskwatch.marketdata.provider.stream.StreamEvent;
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to a provider: reads whole messages through its protocol and knows when it last heard anything. */
final class UpstreamSocket implements WebSocket.Listener {
    private static final Logger log = LoggerFactory.getLogger(UpstreamSocket.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LARGEST_MESSAGE = 1 << 20;

    private final String provider;
    private final StreamProtocol.Conversation conversation;
    private final Consumer<StreamEvent> events;
    private final long openedAt = System.nanoTime();
    private final StringBuilder partial = new StringBuilder();
    private volatile long heardAt = System.nanoTime();
    private volatile boolean closed;
    private volatile @Nullable WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private int unreadable;

    private UpstreamSocket(String provider, StreamProtocol.Conversation conversation, Consumer<StreamEvent> events) {
        this.provider = provider;
        this.conversation = conversation;
        this.events = events;
    }

    /** Opens a connection; fails within a few seconds where nobody answers. */
    static CompletableFuture<UpstreamSocket> connect(
            HttpClient client, String provider, StreamProtocol protocol, Consumer<StreamEvent> events) {
        UpstreamSocket fresh = new UpstreamSocket(provider, protocol.open(), events);
        return client.newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .buildAsync(protocol.address(), fresh)
                .orTimeout(CONNECT.toMillis() + 1_000, TimeUnit.MILLISECONDS)
                .thenApply(opened -> {
                    fresh.socket = opened;
                    return fresh;
                });
    }

    /** Why a connection could not be opened. The words of an exception may hold the address: only its kind is told. */
    static ProviderError refusal(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException handshake && handshake.getResponse() != null) {
            int status = handshake.getResponse().statusCode();
            String detail = "the socket was refused with status " + status;
            return switch (status) {
                case 401 -> new ProviderError.Auth(detail);
                case 402, 403 -> new ProviderError.Plan(detail);
                case 418, 429 -> new ProviderError.RateLimited(Duration.ofMinutes(1), detail);
                default -> new ProviderError.Upstream(detail);
            };
        }
        return new ProviderError.Upstream("no connection: " + cause.getClass().getSimpleName());
    }

    StreamProtocol.Conversation conversation() {
        return conversation;
    }

    boolean closed() {
        return closed;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedAt);
    }

    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /** Sends one message after the other; a connection that takes none is given up by its silence. */
    void send(List<String> messages) {
        for (String message : messages) {
            then(open -> open.sendText(message, true));
        }
    }

    void ping() {
        then(open -> open.sendPing(ByteBuffer.allocate(0)));
    }

    /** Ends the connection without waiting for the other side. */
    void close() {
        closed = true;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    private synchronized void then(java.util.function.Function<WebSocket, CompletionStage<?>> step) {
        WebSocket open = socket;
        if (open == null || closed) {
            return;
        }
        sending = sending.thenCompose(before -> step.apply(open)).whenComplete((sent, failure) -> {
            if (failure != null) {
                closed = true;
            }
        });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
        heardAt = System.nanoTime();
        if (partial.length() + data.length() > LARGEST_MESSAGE) {
            log.warn("event=provider-message-too-long provider={}", provider);
            close();
            return null;
        }
        partial.append(data);
        if (last) {
            String message = partial.toString();
            partial.setLength(0);
            read(message);
        }
        open.request(1);
        return null;
    }

    private void read(String message) {
        try {
            conversation.read(message).forEach(events);
        } catch (ContractException | IllegalArgumentException e) {
            // one bad message is dropped; only the first few are told, a broken provider would fill the log
            if (++unreadable <= 5) {
                log.warn(
                        "event=provider-message-unreadable provider={} reason=\"{}\"",
                        provider,
                        Redacted.text(String.valueOf(e.getMessage()), ""));
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket open, ByteBuffer data, boolean last) {
        heardAt = System.nanoTime();
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket open, ByteBuffer message) {
        heardAt = System.nanoTime(); // the answer is sent by the connection itself
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket open, ByteBuffer message) {
        heardAt = System.nanoTime();
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket open, int statusCode, String reason) {
        log.info("event=provider-closed provider={} code={}", provider, statusCode);
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable error) {
        log.info(
                "event=provider-connection-lost provider={} cause={}",
                provider,
                error.getClass().getSimpleName());
        closed = true;
    }
}
