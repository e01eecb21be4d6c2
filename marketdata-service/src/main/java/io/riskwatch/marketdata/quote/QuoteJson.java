package io.riskwatch.marketdata.quote;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Quotes as they stand in Redis. */
@Component
class QuoteJson {
    private static final TypeReference<List<Quote>> QUOTES = new TypeReference<>() {};

    private final JsonMapper json;

    QuoteJson(JsonMapper json) {
        this.json = json;
    }

    String write(Quote quote) {
        return json.writeValueAsString(quote);
    }

    /** Several quotes from their own JSON. */
    static String array(List<String> quotes) {
        return "[" + String.join(",", quotes) + "]";
    }

    Quote read(String quote) {
        return json.readValue(quote, Quote.class);
    }

    List<Quote> readAll(String quotes) {
        return json.readValue(quotes, QUOTES);
    }
}
