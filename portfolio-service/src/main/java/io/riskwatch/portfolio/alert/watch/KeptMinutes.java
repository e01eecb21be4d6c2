package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.watch.PriceWindow.Minute;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The minutes of the price windows in Redis, so that a window does not begin with the service: a sorted set per symbol, by
 * minute, of a day at most. All replicas write the same minutes, of which the wider range counts. What the last half second
 * brought before a crash is lost, and so are prices while no replica ran.
 */
@Component
class KeptMinutes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeptMinutes.class);
    private static final String KEY = "alert:minutes:";
    private static final RedisScript<Boolean> WIDEN =
            RedisScript.of(new ClassPathResource("redis/widen-minute.lua"), Boolean.class);

    private final StringRedisTemplate redis;
    private final Map<Place, Minute> unwritten = new HashMap<>();
    private volatile boolean running;

    KeptMinutes(StringRedisTemplate redis) {
        this.redis = redis;
    }

    private record Place(String symbol, long minute) {}

    /** Those of a symbol that a window that ends now may reach, in their order. */
    List<Minute> read(String symbol, long from) {
        Set<String> kept = redis.opsForZSet().rangeByScore(KEY + symbol, (double) from, Double.MAX_VALUE);
        return kept == null ? List.of() : kept.stream().map(KeptMinutes::parse).toList();
    }

    private static Minute parse(String kept) {
        var parts = kept.split(" ", 3);
        return new Minute(Long.parseLong(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]));
    }

    /** Keeps what a minute has become, soon. */
    synchronized void keep(String symbol, Minute minute) {
        unwritten.put(new Place(symbol, minute.number()), minute);
    }

    private synchronized Map<Place, Minute> takeUnwritten() {
        var taken = Map.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }

    /** What is newer is wider. */
    private synchronized void giveBack(Map<Place, Minute> minutes) {
        minutes.forEach(unwritten::putIfAbsent);
    }

    @Scheduled(fixedDelay = 500)
    void write() {
        var taken = takeUnwritten();
        if (taken.isEmpty()) {
            return;
        }
        try {
            taken.forEach(this::write);
        } catch (DataAccessException e) {
            giveBack(taken);
            log.warn("event=alert-minutes-unwritten waiting={} reason=\"{}\"", taken.size(), e.getMessage());
        }
    }

    private void write(Place place, Minute minute) {
        Objects.requireNonNull(redis.execute(
                WIDEN,
                List.of(KEY + place.symbol()),
                String.valueOf(place.minute()),
                minute.low().toPlainString(),
                minute.high().toPlainString(),
                String.valueOf(PriceWindow.LONGEST_MINUTES)));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the connection to Redis is closed. */
    @Override
    public void stop() {
        running = false;
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
