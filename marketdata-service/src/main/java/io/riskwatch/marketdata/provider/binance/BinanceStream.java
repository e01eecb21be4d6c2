package io.riskwatch.marketdata.provider.binance;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.MarketDataProvider;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.StreamOnly;
import io.riskwatch.marketdata.provider.http.ContractException;
import io.riskwatch.marketdata.provider.http.Redacted;
import io.riskwatch.marketdata.provider.http.StrictJson;
import io.riskwatch.marketdata.provider.stream.StreamEvent;
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Binance's socket: a last price per second and pair, at most five messages a second from us, an end after 24 hours, before
 * which a fresh connection takes over. Its pings are frames, which the connection answers by itself.
 */
public final class BinanceStream implements StreamProtocol {
    public static final String NAME = "binance";

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(15), Duration.ofHours(23), Duration.ofMillis(500));

    private final BinanceProperties properties;

    public BinanceStream(BinanceProperties properties) {
        this.properties = properties;
    }

    /** The provider this socket belongs to. */
    public static MarketDataProvider provider(BinanceProperties properties) {
        return new StreamOnly(NAME, properties.enabled(), Set.of(InstrumentType.CRYPTO), new BinanceStream(properties));
    }

    @Override
    public URI address() {
        return properties.websocketUrl();
    }

    /** Pairs that are paid in a currency: a stablecoin is no dollar. */
    @Override
    public boolean carries(SourceSymbol symbol) {
        Optional<SourceSymbol.Pair> pair = symbol.pair();
        return pair.isPresent() && pair.get().quote().length() == 3 && symbol.exchange() == null;
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
        return new Talk();
    }

    private static final class Talk implements Conversation {
        private final Map<String, SourceSymbol> bySpelling = new HashMap<>();
        private int lastId;

        @Override
        public List<String> subscribe(Collection<SourceSymbol> symbols) {
            symbols.forEach(symbol -> bySpelling.put(spelled(symbol), symbol));
            return List.of(command("SUBSCRIBE", symbols));
        }

        @Override
        public List<String> unsubscribe(Collection<SourceSymbol> symbols) {
            symbols.forEach(symbol -> bySpelling.remove(spelled(symbol)));
            return List.of(command("UNSUBSCRIBE", symbols));
        }

        private String command(String method, Collection<SourceSymbol> symbols) {
            String streams = symbols.stream()
                    .map(symbol -> "\"" + spelled(symbol).toLowerCase(Locale.ROOT) + "@miniTicker\"")
                    .collect(Collectors.joining(","));
            return "{\"method\":\"" + method + "\",\"params\":[" + streams + "],\"id\":" + ++lastId + "}";
        }

        private static String spelled(SourceSymbol symbol) {
            return symbol.pair().map(pair -> pair.base() + pair.quote()).orElseThrow();
        }

        @Override
        public List<StreamEvent> read(String message) throws ContractException {
            JsonNode whole = StrictJson.object(message);
            JsonNode node = whole.path("stream").isString() ? StrictJson.object(whole, "data") : whole;
            if (node.path("error").isObject()) {
                String text = Redacted.text(node.path("error").path("msg").asString(""), "");
                return List.of(new StreamEvent.Failure(new ProviderError.Contract(text)));
            }
            return switch (node.path("e").asString("")) {
                case "24hrMiniTicker" -> price(node);
                case "serverShutdown" -> List.of(new StreamEvent.Farewell());
                default -> List.of();
            };
        }

        private List<StreamEvent> price(JsonNode node) throws ContractException {
            SourceSymbol symbol = bySpelling.get(StrictJson.text(node, "s"));
            if (symbol == null) {
                return List.of();
            }
            String currency = symbol.pair().orElseThrow().quote();
            return List.of(new StreamEvent.Price(
                    symbol, currency, StrictJson.price(node, "c"), StrictJson.epochMillis(node, "E")));
        }
    }
}
