package io.riskwatch.marketdata.stream;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.LatestQuotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one event loop and their one flush task, which runs only while there are any. */
final class LoopSessions {
    private static final Logger log = LoggerFactory.getLogger(LoopSessions.class);

    private static final Duration UNCONFLATED_CHECK = Duration.ofMillis(100);

    private final EventLoop loop;
    private final PriceBoard board;
    private final LatestQuotes latest;
    private final FeedStates feeds;
    private final StreamProperties properties;
    private final StreamMeters meters;
    private final Clock clock;
    private final Set<PriceSession> sessions = new LinkedHashSet<>();
    private @Nullable ScheduledFuture<?> flushing;

    LoopSessions(
            EventLoop loop,
            PriceBoard board,
            LatestQuotes latest,
            FeedStates feeds,
            StreamProperties properties,
            StreamMeters meters,
            Clock clock) {
        this.loop = loop;
        this.board = board;
        this.latest = latest;
        this.feeds = feeds;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    void add(PriceSession session) {
        sessions.add(session);
        if (flushing == null) {
            // without conflation the task is there for heartbeats, stale feeds and slow clients alone
            long interval = (properties.conflated() ? properties.flushInterval() : UNCONFLATED_CHECK).toMillis();
            flushing = loop.scheduleAtFixedRate(this::flush, interval, interval, TimeUnit.MILLISECONDS);
        }
    }

    void remove(PriceSession session) {
        sessions.remove(session);
        session.forget();
        if (sessions.isEmpty() && flushing != null) {
            flushing.cancel(false);
            flushing = null;
        }
    }

    /** Sends at once what has arrived; called from any thread, in the order of the arrivals. */
    void flushSoon() {
        loop.execute(this::flush);
    }

    /** Ends all connections of this loop; called from any thread. */
    void closeAll(CloseCode code) {
        loop.execute(() -> List.copyOf(sessions).forEach(session -> session.close(code)));
    }

    private void flush() {
        PriceBoard.View view = board.view();
        boolean stale = latest.stale();
        Instant since = latest.lastArrival();
        long now = clock.millis();
        int frames = 0;
        int prices = 0;
        for (PriceSession session : sessions) {
            try {
                int sent = session.flush(view, stale, since, feeds, now);
                prices += sent;
                frames += sent > 0 ? 1 : 0;
            } catch (RuntimeException e) {
                log.error("event=price-flush-failed", e); // one session's trouble must not stop the loop's others
            }
        }
        meters.sent(frames, prices);
    }
}
