package io.riskwatch.marketdata.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Puts quotes into Redis: the latest per symbol in a hash, each batch on a channel. */
@Component
public class QuotePublisher {
    /** Hash: field = symbol, value = the quote as JSON. */
    static final String HASH = "quotes";

    /** Channel: a JSON array of quotes per message. */
    static final String CHANNEL = "quotes";

    private final StringRedisTemplate redis;
    private final QuoteJson json;
    private final SymbolSessions sessions;

    QuotePublisher(StringRedisTemplate redis, QuoteJson json, SymbolSessions sessions) {
        this.redis = redis;
        this.json = json;
        this.sessions = sessions;
    }

    /** Tells every replica, and remembers for those that come later; each with the session of its market. */
    public void publish(List<Quote> quotes) {
        Map<String, String> fields = new LinkedHashMap<>();
        quotes.forEach(quote -> fields.put(quote.symbol(), json.write(sessions.within(quote))));
        redis.opsForHash().putAll(HASH, fields);
        redis.convertAndSend(CHANNEL, QuoteJson.array(new ArrayList<>(fields.values())));
    }

    /** Every latest quote Redis holds. */
    List<Quote> stored() {
        List<Quote> quotes = new ArrayList<>();
        redis.opsForHash().values(HASH).forEach(value -> quotes.add(json.read(value.toString())));
        return quotes;
    }
}
