package io.riskwatch.marketdata.provider.coinbase;

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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Coinbase Exchange's socket: who does not subscribe within five seconds is shown out, so the first command goes with the
 * connection. Tickers of one product carry its sequence; a ticker that is older than the last is dropped. A heartbeat names
 * the last trade: one that our tickers never told means that messages were lost.
 */
public final class CoinbaseStream implements StreamProtocol {
    public static final String NAME = "coinbase";

    private static final Timing TIMING = new Timing(Duration.ofSeconds(10), Duration.ofDays(7), Duration.ofMillis(500));

    private final CoinbaseProperties properties;

    public CoinbaseStream(CoinbaseProperties properties) {
        this.properties = properties;
    }

    /** The provider this socket belongs to. */
    public static MarketDataProvider provider(CoinbaseProperties properties) {
        return new StreamOnly(
                NAME, properties.enabled(), Set.of(InstrumentType.CRYPTO), new CoinbaseStream(properties));
    }

    @Override
    public URI address() {
        return properties.websocketUrl();
    }

    @Override
    public boolean carries(SourceSymbol symbol) {
        return symbol.exchange() == null
                && symbol.pair().map(pair -> pair.quote().length() == 3).orElse(false);
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
        private final Map<String, Long> lastSequence = new HashMap<>();
        private final Map<String, Long> lastTrade = new HashMap<>();

        @Override
        public List<String> subscribe(Collection<SourceSymbol> symbols) {
            symbols.forEach(this::forget);
            return List.of(command("subscribe", symbols));
        }

        @Override
        public List<String> unsubscribe(Collection<SourceSymbol> symbols) {
            symbols.forEach(this::forget);
            return List.of(command("unsubscribe", symbols));
        }

        private void forget(SourceSymbol symbol) {
            lastSequence.remove(symbol.symbol());
            lastTrade.remove(symbol.symbol());
        }

        private static String command(String type, Collection<SourceSymbol> symbols) {
            String products = symbols.stream()
                    .map(symbol -> "\"" + symbol.symbol() + "\"")
                    .collect(Collectors.joining(","));
            return "{\"type\":\"" + type + "\",\"product_ids\":[" + products
                    + "],\"channels\":[\"ticker\",\"heartbeat\"]}";
        }

        @Override
        public List<StreamEvent> read(String message) throws ContractException {
            JsonNode node = StrictJson.object(message);
            return switch (node.path("type").asString("")) {
                case "ticker" -> ticker(node);
                case "heartbeat" -> heartbeat(node);
                case "error" -> {
                    String text = Redacted.text(
                            node.path("message").asString("") + " "
                                    + node.path("reason").asString(""),
                            "");
                    yield List.of(new StreamEvent.Failure(new ProviderError.Contract(text)));
                }
                default -> List.of();
            };
        }

        private List<StreamEvent> ticker(JsonNode node) throws ContractException {
            SourceSymbol symbol = product(node);
            long sequence = count(node, "sequence");
            Long last = lastSequence.get(symbol.symbol());
            if (last != null && sequence <= last) {
                return List.of();
            }
            StreamEvent price = new StreamEvent.Price(
                    symbol, symbol.pair().orElseThrow().quote(), StrictJson.price(node, "price"), time(node));
            lastSequence.put(symbol.symbol(), sequence);
            lastTrade.put(symbol.symbol(), count(node, "trade_id"));
            return List.of(price);
        }

        private List<StreamEvent> heartbeat(JsonNode node) throws ContractException {
            SourceSymbol symbol = product(node);
            Long known = lastTrade.get(symbol.symbol());
            List<StreamEvent> events = new ArrayList<>();
            if (known != null && count(node, "last_trade_id") > known) {
                events.add(new StreamEvent.Gap(symbol));
            }
            return events;
        }

        private static SourceSymbol product(JsonNode node) throws ContractException {
            return SourceSymbol.parse(StrictJson.text(node, "product_id"))
                    .filter(symbol -> symbol.pair().isPresent())
                    .orElseThrow(() -> new ContractException("product_id is no pair"));
        }

        private static long count(JsonNode node, String name) throws ContractException {
            JsonNode value = node.path(name);
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw new ContractException(name + " is no count");
            }
            return value.asLong();
        }

        private static Instant time(JsonNode node) throws ContractException {
            try {
                return Instant.parse(StrictJson.text(node, "time"));
            } catch (DateTimeException e) {
                throw new ContractException("time is no instant");
            }
        }
    }
}
