package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Publishes random ticks of invented symbols as the feed of marketdata-service does: batches of quotes on Redis' channel. */
final class TickFeed implements AutoCloseable {
    private static final long BATCH_NANOS = 10_000_000;

    private final int[] lastCents;
    private final Socket redis;
    private final OutputStream out;
    private final SplittableRandom random = new SplittableRandom(20260101);
    private volatile int ticksPerSecond;
    private volatile boolean stopped;
    private volatile @Nullable IOException failure;
    private final Thread thread;

    /**
     * @param port of Redis
     * @param symbols how many there are
     */
    TickFeed(int port, int symbols) {
        this.lastCents = new int[symbols];
        try {
            this.redis = new Socket(InetAddress.getLoopbackAddress(), port);
            this.out = redis.getOutputStream();
        } catch (IOException e) {
            throw new StackException("Could not reach Redis: " + e.getMessage(), e);
        }
        this.thread = Thread.ofPlatform().name("feed").daemon().start(this::run);
        Thread.ofPlatform().name("feed-replies").daemon().start(this::swallow);
    }

    static String symbol(int number) {
        return "BENCH" + number;
    }

    /** Prices every symbol once. */
    void priceAll() {
        int[] all = new int[lastCents.length];
        Arrays.setAll(all, i -> i);
        publish(all, all.length);
    }

    void ticksPerSecond(int ticks) {
        this.ticksPerSecond = ticks;
    }

    /** The price that was published last, in hundredths. */
    synchronized int lastCents(int symbol) {
        return lastCents[symbol];
    }

    private void run() {
        long next = System.nanoTime();
        double due = 0;
        int[] drawn = new int[10_000];
        while (!stopped) {
            next += BATCH_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
            due += ticksPerSecond * (BATCH_NANOS / 1e9);
            int count = Math.min(drawn.length, (int) due);
            due -= count;
            for (int i = 0; i < count; i++) {
                drawn[i] = random.nextInt(lastCents.length);
            }
            if (count > 0) {
                publish(drawn, count);
            }
        }
    }

    private synchronized void publish(int[] symbols, int count) {
        StringBuilder quotes = new StringBuilder(160 * count).append('[');
        Instant now = Instant.now();
        for (int i = 0; i < count; i++) {
            int cents = 1_000 + random.nextInt(98_999);
            lastCents[symbols[i]] = cents;
            quotes.append(i == 0 ? "" : ",")
                    .append("{\"symbol\":\"")
                    .append(symbol(symbols[i]))
                    .append("\",\"price\":")
                    .append(cents / 100)
                    .append('.')
                    .append(cents % 100 / 10)
                    .append(cents % 10)
                    .append(",\"currency\":\"USD\",\"asOf\":\"")
                    .append(now)
                    .append("\",\"provider\":\"bench\",\"simulated\":true}");
        }
        byte[] message = quotes.append(']').toString().getBytes(StandardCharsets.US_ASCII);
        try {
            out.write(("*3\r\n$7\r\nPUBLISH\r\n$6\r\nquotes\r\n$" + message.length + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(message);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            failure = e;
            stopped = true;
        }
    }

    private void swallow() {
        try {
            redis.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            if (!stopped) {
                failure = e;
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(1_000);
            redis.close();
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        IOException failed = failure;
        if (failed != null) {
            System.err.println("The feed was interrupted: " + failed.getMessage());
        }
    }
}
