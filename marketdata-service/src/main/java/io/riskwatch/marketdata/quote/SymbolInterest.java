package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.DefaultTypedTuple;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which symbols somebody listens to, counted on each replica and told to all through Redis, where what nobody repeats is
 * forgotten: a replica that dies takes its listeners with it.
 */
@Component
public class SymbolInterest {
    private static final Logger log = LoggerFactory.getLogger(SymbolInterest.class);
    private static final String KEY = "quotes:interest";
    private static final Duration REMEMBERED = Duration.ofSeconds(6);

    private final Map<String, Integer> listeners = new ConcurrentHashMap<>();
    private final StringRedisTemplate redis;
    private final Exchange exchange;
    private final Clock clock;

    SymbolInterest(StringRedisTemplate redis, Exchange exchange, Clock clock) {
        this.redis = redis;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Whether it matters who listens: the simulated market ticks for nobody, too. */
    public boolean concerns(String symbol) {
        return exchange.listing(symbol).isEmpty();
    }

    /** One more listens. */
    public void add(String symbol) {
        listeners.merge(symbol, 1, Integer::sum);
    }

    /** One less listens. */
    public void remove(String symbol) {
        listeners.computeIfPresent(symbol, (key, count) -> count == 1 ? null : count - 1);
    }

    /** The symbols this replica's clients listen to. */
    Set<String> own() {
        return Set.copyOf(listeners.keySet());
    }

    /** The symbols any replica's clients listen to, in their order. */
    public Set<String> everybodys() {
        tell();
        Set<String> told = redis.opsForZSet().rangeByScore(KEY, now(), Double.MAX_VALUE);
        return told == null ? Set.of() : new TreeSet<>(told);
    }

    /** Milliseconds since 1970, which a double holds exactly. */
    private double now() {
        return (double) clock.millis();
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void tellRegularly() {
        try {
            tell();
        } catch (DataAccessException e) {
            log.debug("event=interest-not-told", e); // Redis is away, as others say louder; told again in two seconds
        }
    }

    private void tell() {
        Collection<String> own = own();
        if (own.isEmpty()) {
            return;
        }
        double now = now();
        double until = now + REMEMBERED.toMillis();
        Set<TypedTuple<String>> tuples = new java.util.HashSet<>();
        own.forEach(symbol -> tuples.add(new DefaultTypedTuple<>(symbol, until)));
        redis.opsForZSet().add(KEY, tuples);
        redis.opsForZSet().removeRangeByScore(KEY, 0, now);
    }
}
