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

/**
 * Publishes random ticks of invented symbols as the feed of marketdata-service does: batches of quotes on Redis' channel, and once all
 * of them in its hash.
 */
final class TickFeed implements AutoCloseable {
    private static final long BATCH_NANOS = 10_000_000;

    /** How a price follows another. */
    @FunctionalInterface
    interface Movement {
        /** Some other price, whatever the last one was. */
        Movement ANY = (lastCents, random) -> 1_000 + random.nextInt(98_999);

        /** From 100 on, in steps of up to five cents. */
        Movement WALK =
                (lastCents, random) -> lastCents == 0 ? 10_000 : Math.max(1_000, lastCents - 5 + random.nextInt(11));

        /**
         * The price after the last one, in hundredths.
         *
         * @param lastCents 0 before the first
         */
        int next(int lastCents, SplittableRandom random);
    }

    private final int[] lastCents;
    private final Movement movement;
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
        this(port, 0, symbols, Movement.ANY);
    }

    /**
     * @param port of Redis
     * @param database the number of the hash's database there
     * @param symbols how many there are
     */
    TickFeed(int port, int database, int symbols, Movement movement) {
        this.lastCents = new int[symbols];
        this.movement = movement;
        try {
            this.redis = new Socket(InetAddress.getLoopbackAddress(), port);
            this.out = redis.getOutputStream();
            command("SELECT", Integer.toString(database));
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
            lastCents[symbols[i]] = movement.next(lastCents[symbols[i]], random);
            quotes.append(i == 0 ? "" : ",");
            appendQuote(quotes, symbols[i], now);
        }
        try {
            command("PUBLISH", "quotes", quotes.append(']').toString());
        } catch (IOException e) {
            failure = e;
            stopped = true;
        }
    }

    private void appendQuote(StringBuilder quotes, int symbol, Instant now) {
        int cents = lastCents[symbol];
        quotes.append("{\"symbol\":\"")
                .append(symbol(symbol))
                .append("\",\"price\":")
                .append(cents / 100)
                .append('.')
                .append(cents % 100 / 10)
                .append(cents % 10)
                .append(",\"currency\":\"USD\",\"asOf\":\"")
                .append(now)
                .append("\",\"provider\":\"bench\",\"simulated\":true}");
    }

    /** Stores the last price of every symbol where a service looks for it when it starts. */
    synchronized void storeAll() {
        Instant now = Instant.now();
        try {
            for (int symbol = 0; symbol < lastCents.length; symbol++) {
                StringBuilder quote = new StringBuilder();
                appendQuote(quote, symbol, now);
                command("HSET", "quotes", symbol(symbol), quote.toString());
            }
        } catch (IOException e) {
            throw new StackException("Could not store prices in Redis: " + e.getMessage(), e);
        }
    }

    /** Takes back what {@link #storeAll} stored. */
    synchronized void forgetAll() {
        try {
            for (int symbol = 0; symbol < lastCents.length; symbol++) {
                command("HDEL", "quotes", symbol(symbol));
            }
        } catch (IOException e) {
            throw new StackException("Could not take prices out of Redis: " + e.getMessage(), e);
        }
    }

    private void command(String... words) throws IOException {
        StringBuilder command = new StringBuilder("*").append(words.length).append("\r\n");
        for (String word : words) {
            command.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        out.write(command.toString().getBytes(StandardCharsets.US_ASCII));
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
