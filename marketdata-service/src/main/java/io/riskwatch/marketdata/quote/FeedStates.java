package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.provider.MarketDataProvider;
import io.riskwatch.marketdata.provider.Providers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How every provider's socket stands, on every replica: its leader repeats the state each second, and a state that is not
 * repeated is taken for silence.
 */
@Component
public class FeedStates {
    private static final Logger log = LoggerFactory.getLogger(FeedStates.class);
    private static final String KEY = "quotes:feed-state:";
    private static final Duration REPEATED_WITHIN = Duration.ofSeconds(3);

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final Clock clock;
    private final List<String> streaming;
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    FeedStates(StringRedisTemplate redis, JsonMapper json, Clock clock, Providers providers) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
        this.streaming = providers.all().stream()
                .filter(provider -> provider.configured() && provider.stream().isPresent())
                .map(MarketDataProvider::name)
                .toList();
    }

    /** Tells everybody how a socket stands; its leader does so each second. */
    public void tell(FeedState state) {
        redis.opsForValue().set(KEY + state.provider(), json.writeValueAsString(state), REPEATED_WITHIN);
    }

    /** Of every provider whose socket was in use since the start. */
    public Collection<FeedState> all() {
        return List.copyOf(states.values());
    }

    public Optional<FeedState> find(String provider) {
        return Optional.ofNullable(states.get(provider));
    }

    /** Grows with every change of who is live. */
    public long version() {
        return version.get();
    }

    /** Whether a symbol's prices flow from the provider right now. */
    boolean delivers(String provider, String symbol) {
        FeedState state = states.get(provider);
        return state != null && state.live() && state.symbols().contains(symbol);
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void hear() {
        if (streaming.isEmpty()) {
            return;
        }
        List<@Nullable String> told;
        try {
            told = told();
        } catch (DataAccessException e) {
            log.debug("event=feed-states-unheard", e); // Redis is away: nobody hears any prices either
            told = Collections.nCopies(streaming.size(), null);
        }
        for (int i = 0; i < streaming.size(); i++) {
            hear(streaming.get(i), told.get(i));
        }
    }

    /** One state per streaming provider, null where none was told lately. */
    @SuppressWarnings("NullAway") // Redis answers null for a key that is not there, which its signature does not say
    private List<@Nullable String> told() {
        List<String> told = redis.opsForValue()
                .multiGet(streaming.stream().map(name -> KEY + name).toList());
        return told == null ? Collections.nCopies(streaming.size(), null) : new ArrayList<>(told);
    }

    private void hear(String provider, @Nullable String told) {
        FeedState known = states.get(provider);
        FeedState now = read(told).orElseGet(() -> known == null ? null : known.silent(clock.instant()));
        if (now != null && !now.equals(known)) {
            states.put(provider, now);
            if (known == null || known.live() != now.live()) {
                version.incrementAndGet();
                log.info("event=feed-state provider={} live={} since={}", provider, now.live(), now.since());
            }
        }
    }

    private Optional<FeedState> read(@Nullable String told) {
        try {
            return told == null ? Optional.empty() : Optional.of(json.readValue(told, FeedState.class));
        } catch (JacksonException e) {
            log.warn("event=feed-state-unreadable");
            return Optional.empty();
        }
    }
}
