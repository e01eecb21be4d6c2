package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Listens to the price stream for a while, as a browser would, and counts. */
final class PriceStreamProbe implements WebSocket.Listener {

    private static final Pattern SEQUENCE = Pattern.compile("\"seq\"\\s*:\\s*(\\d+)");
    private static final Pattern PRICE = Pattern.compile("\\[\\s*\\d+\\s*,\\s*[\\d.eE+-]+\\s*,\\s*(\\d+)\\s*]");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * What was heard.
     *
     * @param frames of prices, without the snapshot
     * @param prices in these frames
     * @param gaps in the sequence numbers
     * @param meanAgeMs from a price's stamp to its arrival
     */
    record Heard(Duration during, int frames, int prices, int gaps, double meanAgeMs) {}

    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch hello = new CountDownLatch(1);
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger prices = new AtomicInteger();
    private final AtomicInteger gaps = new AtomicInteger();
    private final AtomicLong ageMs = new AtomicLong();
    private long lastSequence = -1;

    static Heard listen(URI platform, String token, String symbolsJson, Duration during) {
        PriceStreamProbe probe = new PriceStreamProbe();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .connectTimeout(TIMEOUT)
                    .buildAsync(URI.create("ws://" + platform.getAuthority() + "/ws/prices"), probe)
                    .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            if (!probe.hello.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new StackException("The price stream did not say hello");
            }
            socket.sendText("{\"action\":\"subscribe\",\"symbols\":" + symbolsJson + "}", true)
                    .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            TimeUnit.NANOSECONDS.sleep(during.toNanos());
            socket.abort();
            client.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new StackException("The price stream could not be opened: " + e, e);
        }
        int heard = probe.prices.get();
        return new Heard(
                during,
                probe.frames.get(),
                heard,
                probe.gaps.get(),
                heard == 0 ? 0 : (double) probe.ageMs.get() / heard);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            accept(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void accept(String message) {
        if (message.contains("\"hello\"")) {
            hello.countDown();
        }
        Matcher sequence = SEQUENCE.matcher(message);
        if (sequence.find()) {
            long number = Long.parseLong(sequence.group(1));
            if (lastSequence >= 0 && number != lastSequence + 1) {
                gaps.incrementAndGet();
            }
            lastSequence = number;
        }
        if (message.contains("\"type\":\"prices\"")) {
            frames.incrementAndGet();
            long now = System.currentTimeMillis();
            Matcher price = PRICE.matcher(message);
            while (price.find()) {
                prices.incrementAndGet();
                ageMs.addAndGet(now - Long.parseLong(price.group(1)));
            }
        }
    }
}
