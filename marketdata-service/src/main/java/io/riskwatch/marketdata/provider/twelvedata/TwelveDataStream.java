package io.riskwatch.marketdata.provider.twelvedata;

import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.http.Addresses;
import io.riskwatch.marketdata.provider.http.ContractException;
import io.riskwatch.marketdata.provider.http.Redacted;
import io.riskwatch.marketdata.provider.http.StrictJson;
import io.riskwatch.marketdata.provider.stream.StreamEvent;
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Twelve Data's socket: commands are JSON objects with symbols in one comma-separated string, at most a hundred a minute, a
 * heartbeat every ten seconds.
 */
final class TwelveDataStream implements StreamProtocol {
    private static final Timing TIMING = new Timing(Duration.ofSeconds(10), Duration.ofDays(7), Duration.ofSeconds(2));

    private final TwelveDataProperties properties;

    TwelveDataStream(TwelveDataProperties properties) {
        this.properties = properties;
    }

    @Override
    public URI address() {
        return Addresses.of(properties.websocketUrl(), "quotes/price", Map.of("apikey", properties.apiKey()));
    }

    @Override
    public boolean carries(SourceSymbol symbol) {
        return true;
    }

    @Override
    public int maxSymbols() {
        return properties.streamSymbols();
    }

    @Override
    public Timing timing() {
        return TIMING;
    }

    @Override
    public Conversation open() {
        return new Talk(properties.apiKey());
    }

    private static final class Talk implements Conversation {
        private final String key;
        private final Map<String, SourceSymbol> bySpelling = new HashMap<>();

        Talk(String key) {
            this.key = key;
        }

        @Override
        public List<String> subscribe(Collection<SourceSymbol> symbols) {
            symbols.forEach(symbol -> bySpelling.put(TwelveData.spelled(symbol), symbol));
            return List.of(command("subscribe", symbols));
        }

        @Override
        public List<String> unsubscribe(Collection<SourceSymbol> symbols) {
            return List.of(command("unsubscribe", symbols));
        }

        private static String command(String action, Collection<SourceSymbol> symbols) {
            String list = symbols.stream()
                    .map(symbol ->
                            TwelveData.spelled(symbol) + (symbol.exchange() == null ? "" : ":" + symbol.exchange()))
                    .collect(Collectors.joining(","));
            return "{\"action\":\"" + action + "\",\"params\":{\"symbols\":\"" + list + "\"}}";
        }

        @Override
        public String heartbeat() {
            return "{\"action\":\"heartbeat\"}";
        }

        @Override
        public List<StreamEvent> read(String message) throws ContractException {
            JsonNode node = StrictJson.object(message);
            return switch (node.path("event").asString("")) {
                case "price" -> price(node);
                case "subscribe-status" -> status(node);
                default -> {
                    if ("error".equals(node.path("status").asString(""))) {
                        yield List.of(new StreamEvent.Failure(error(node)));
                    }
                    yield List.of();
                }
            };
        }

        private List<StreamEvent> price(JsonNode node) throws ContractException {
            SourceSymbol symbol = bySpelling.get(StrictJson.text(node, "symbol"));
            if (symbol == null) {
                return List.of();
            }
            String unit = symbol.pair().map(SourceSymbol.Pair::quote).orElse(StrictJson.optionalText(node, "currency"));
            return List.of(new StreamEvent.Price(
                    symbol, unit, StrictJson.price(node, "price"), StrictJson.epochSeconds(node, "timestamp")));
        }

        private List<StreamEvent> status(JsonNode node) {
            List<StreamEvent> events = new ArrayList<>();
            for (JsonNode failed : node.path("fails")) {
                SourceSymbol symbol = bySpelling.get(failed.path("symbol").asString(""));
                if (symbol != null) {
                    events.add(new StreamEvent.Rejected(symbol));
                }
            }
            if (events.isEmpty() && "error".equals(node.path("status").asString(""))) {
                events.add(new StreamEvent.Failure(error(node)));
            }
            return events;
        }

        private ProviderError error(JsonNode node) {
            JsonNode messages = node.path("messages").isMissingNode() ? node.path("message") : node.path("messages");
            String text = Redacted.text(messages.toString(), key);
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.contains("apikey") || lower.contains("api key")) {
                return new ProviderError.Auth(text);
            }
            return lower.contains("plan") || lower.contains("not available")
                    ? new ProviderError.Plan(text)
                    : new ProviderError.Upstream(text);
        }
    }
}
