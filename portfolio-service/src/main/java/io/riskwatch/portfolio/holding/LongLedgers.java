package io.riskwatch.portfolio.holding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Remembers in Redis, for all replicas and for those that come, which long ledgers were asked about lately. A hint, no more. */
@Component
class LongLedgers {

    /** Bookings from which on a replay is felt by who waits for it. */
    static final long LONG = 5_000;

    private static final Logger log = LoggerFactory.getLogger(LongLedgers.class);
    private static final String ASKED = "portfolio:long-ledgers";
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST_REMEMBERED = 1_000;
    private static final Duration NOT_OFTENER = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Cache<Named, Boolean> told = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(NOT_OFTENER)
            .build();

    LongLedgers(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** The ledger of a portfolio. */
    record Named(UUID organisation, UUID portfolio) {

        private static Optional<Named> read(String text) {
            int colon = text.indexOf(':');
            try {
                return Optional.of(new Named(
                        UUID.fromString(text.substring(0, Math.max(0, colon))),
                        UUID.fromString(text.substring(colon + 1))));
            } catch (IllegalArgumentException e) {
                log.warn("event=long-ledger-unreadable entry={}", text);
                return Optional.empty();
            }
        }

        private String text() {
            return organisation + ":" + portfolio;
        }
    }

    /** Never waits for Redis: whoever asks about a ledger is waiting already. */
    void asked(Named ledger) {
        if (told.asMap().putIfAbsent(ledger, true) == null) {
            Thread.startVirtualThread(() -> remember(ledger));
        }
    }

    private void remember(Named ledger) {
        try {
            redis.opsForZSet().add(ASKED, ledger.text(), (double) clock.millis());
            redis.opsForZSet().removeRange(ASKED, 0, -MOST_REMEMBERED - 1);
        } catch (DataAccessException e) {
            log.debug("event=long-ledger-unremembered reason=\"{}\"", e.getMessage());
        }
    }

    void forget(Named ledger) {
        try {
            redis.opsForZSet().remove(ASKED, ledger.text());
        } catch (DataAccessException e) {
            log.debug("event=long-ledger-unforgotten reason=\"{}\"", e.getMessage());
        }
    }

    /** Those asked about within a week, the last one first. */
    List<Named> lately(int most) {
        long since = clock.instant().minus(LATELY).toEpochMilli();
        var known = redis.opsForZSet().reverseRangeByScore(ASKED, (double) since, Double.POSITIVE_INFINITY, 0, most);
        return known == null
                ? List.of()
                : known.stream().map(Named::read).flatMap(Optional::stream).toList();
    }
}
