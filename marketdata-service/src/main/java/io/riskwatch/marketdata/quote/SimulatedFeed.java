package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.xsim.Exchange;
import io.riskwatch.marketdata.xsim.Listing;
import io.riskwatch.marketdata.xsim.LivePrice;
import io.riskwatch.marketdata.xsim.XsimProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * XSIM's ticker: at every interval some symbols trade at the price the exchange has for that instant. Runs on the one
 * replica that holds the {@link FeedLease}, round the clock.
 */
final class SimulatedFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SimulatedFeed.class);
    private static final long LEASE_RENEWAL_MILLIS = 1_000;

    /** Stands for the provider while a crash drill runs, so that nobody takes its prices for the usual ones. */
    private static final String DRILL = Listing.PROVIDER + " (crash drill)";

    private final Exchange exchange;
    private final XsimProperties properties;
    private final QuotePublisher publisher;
    private final FeedLease lease;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("xsim-feed").daemon().factory());
    private volatile @Nullable ScheduledFuture<?> ticking;
    private boolean leader;
    private boolean redisAway;
    private long leaseCheckedAt;

    SimulatedFeed(
            Exchange exchange, XsimProperties properties, QuotePublisher publisher, FeedLease lease, Clock clock) {
        this.exchange = exchange;
        this.properties = properties;
        this.publisher = publisher;
        this.lease = lease;
        this.clock = clock;
    }

    /** The quotes of every listing at an instant. */
    static List<Quote> quotes(Exchange exchange, Instant at) {
        return exchange.listings().stream()
                .map(listing -> quote(exchange.price(listing, at)))
                .toList();
    }

    @Override
    public void start() {
        long millis = properties.tickInterval().toMillis();
        ticking = executor.scheduleAtFixedRate(this::tick, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledFuture<?> stopping = ticking;
        if (stopping == null) {
            return;
        }
        ticking = null;
        stopping.cancel(false);
        try {
            executor.submit(this::giveUpLease).get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.info("event=feed-lease-not-released reason=\"it expires by itself\"");
        }
    }

    @Override
    public boolean isRunning() {
        return ticking != null;
    }

    private void giveUpLease() {
        if (leader) {
            leader = false;
            lease.release();
        }
    }

    private void tick() {
        try {
            Instant now = clock.instant();
            if (leads(now.toEpochMilli())) {
                publisher.publish(trades(now));
            }
            if (redisAway) {
                redisAway = false;
                log.info("event=feed-resumed provider={}", Listing.PROVIDER);
            }
        } catch (DataAccessException e) {
            leader = false;
            if (!redisAway) {
                redisAway = true;
                log.warn("event=feed-interrupted provider={} reason=\"{}\"", Listing.PROVIDER, e.getMessage());
            }
        } catch (RuntimeException e) {
            log.error("event=feed-failed provider={}", Listing.PROVIDER, e); // and try again at the next interval
        }
    }

    private boolean leads(long nowMillis) {
        if (nowMillis - leaseCheckedAt >= LEASE_RENEWAL_MILLIS || nowMillis < leaseCheckedAt) {
            boolean led = leader;
            leader = lease.hold();
            leaseCheckedAt = nowMillis;
            if (leader && !led) {
                publisher.publish(quotes(exchange, clock.instant()));
            }
        }
        return leader;
    }

    /** Who trades at this interval follows from its number alone. */
    private List<Quote> trades(Instant now) {
        List<Listing> listings = exchange.listings();
        long interval = now.toEpochMilli() / properties.tickInterval().toMillis();
        int count = listings.size();
        int share = Math.min(count, properties.ticksPerInterval());
        // a stride coprime to the count visits everybody equally often, in a changing order
        int stride = stride(count, (int) Math.floorMod(interval / count, (long) count));
        int first = (int) Math.floorMod(interval * share, (long) count);
        return IntStream.range(0, share)
                .mapToObj(i -> listings.get((int) ((first + (long) i) * stride % count)))
                .map(listing -> quote(exchange.price(listing, now)))
                .toList();
    }

    private static int stride(int count, int wish) {
        int stride = Math.max(1, wish);
        while (gcd(stride, count) != 1) {
            stride++;
        }
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static Quote quote(LivePrice live) {
        Listing listing = live.listing();
        return Quote.of(
                listing.symbol(),
                live.price(),
                listing.currency(),
                live.at(),
                live.previousClose(),
                live.drilled() ? DRILL : Listing.PROVIDER,
                true);
    }
}
