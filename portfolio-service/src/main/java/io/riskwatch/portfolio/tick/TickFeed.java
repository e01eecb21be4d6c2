package io.riskwatch.portfolio.tick;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.SubscriptionListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the quotes channel. A message on it comes at most once; so after each subscription, the first and those after a lost
 * connection, the hash with every symbol's latest price is read as well, and again where messages had to be dropped.
 */
final class TickFeed implements MessageListener, SubscriptionListener {

    /** Channel and hash of marketdata-service. */
    static final String QUOTES = "quotes";

    private static final Logger log = LoggerFactory.getLogger(TickFeed.class);
    private static final TypeReference<List<Tick>> TICKS = new TypeReference<>() {};

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final LatestTicks latest;
    private final List<TickListener> listeners;
    private final Executor thread;
    private final AtomicBoolean incomplete = new AtomicBoolean();

    /** @param thread one thread that runs what it is given in order */
    TickFeed(
            StringRedisTemplate redis,
            JsonMapper json,
            LatestTicks latest,
            List<TickListener> listeners,
            Executor thread) {
        this.redis = redis;
        this.json = json;
        this.latest = latest;
        this.listeners = listeners;
        this.thread = thread;
    }

    /** Called on {@link #thread}. */
    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        try {
            tell(json.readValue(message.getBody(), TICKS));
        } catch (JacksonException e) {
            log.warn("event=ticks-unreadable reason=\"{}\"", e.getOriginalMessage());
        }
        if (incomplete.compareAndSet(true, false)) {
            readAll();
        }
    }

    @Override
    public void onChannelSubscribed(byte[] channel, long count) {
        thread.execute(this::readAll);
    }

    /** A message found no place: what it said is read from the hash when there is time again. */
    void dropped() {
        incomplete.set(true);
    }

    private void readAll() {
        List<Object> quotes;
        try {
            quotes = redis.opsForHash().values(QUOTES);
        } catch (DataAccessException e) {
            incomplete.set(true);
            log.warn("event=ticks-unread reason=\"{}\"", e.getMessage());
            return;
        }
        List<Tick> all = new ArrayList<>(quotes.size());
        for (Object quote : quotes) {
            try {
                all.add(json.readValue(quote.toString(), Tick.class));
            } catch (JacksonException e) {
                log.warn("event=tick-unreadable reason=\"{}\"", e.getOriginalMessage());
            }
        }
        tell(all);
    }

    private void tell(List<Tick> ticks) {
        List<Tick> news = List.copyOf(latest.remember(ticks));
        if (news.isEmpty()) {
            return;
        }
        for (TickListener listener : listeners) {
            try {
                listener.ticks(news);
            } catch (RuntimeException e) {
                // the next listener is not to suffer from it
                log.error(
                        "event=tick-listener-failed listener={}",
                        listener.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
