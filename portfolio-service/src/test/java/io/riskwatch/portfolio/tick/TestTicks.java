package io.riskwatch.portfolio.tick;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Prices as marketdata-service tells them: into the hash, then on the channel. */
public record TestTicks(StringRedisTemplate redis) {

    private static final JsonMapper JSON = new JsonMapper();

    public void publish(String symbol, String price) {
        publish(symbol, price, Instant.now());
    }

    public void publish(String symbol, String price, Instant asOf) {
        String quote = store(symbol, price, asOf);
        redis.convertAndSend(TickFeed.QUOTES, "[" + quote + "]");
    }

    /** With the session of its market: under way until it closes, closed from then until the next one opens. */
    public void publish(String symbol, String price, Instant asOf, Instant sessionCloses, Instant nextOpens) {
        String quote = store(
                symbol,
                price,
                asOf,
                Map.of("sessionCloses", sessionCloses.toString(), "nextOpens", nextOpens.toString()));
        redis.convertAndSend(TickFeed.QUOTES, "[" + quote + "]");
    }

    /** With the close of the trading day before. */
    public void publishOfDay(String symbol, String price, String previousClose) {
        String quote = store(symbol, price, Instant.now(), Map.of("previousClose", new BigDecimal(previousClose)));
        redis.convertAndSend(TickFeed.QUOTES, "[" + quote + "]");
    }

    /** Into the hash only, as if the message had been missed. */
    String store(String symbol, String price, Instant asOf) {
        return store(symbol, price, asOf, Map.of());
    }

    private String store(String symbol, String price, Instant asOf, Map<String, Object> more) {
        Map<String, Object> members = new HashMap<>(Map.of(
                "symbol",
                symbol,
                "price",
                new BigDecimal(price),
                "currency",
                "USD",
                "asOf",
                asOf.toString(),
                "provider",
                "xsim",
                "simulated",
                true));
        members.putAll(more);
        String quote = JSON.writeValueAsString(members);
        redis.opsForHash().put(TickFeed.QUOTES, symbol, quote);
        return quote;
    }
}
