package io.riskwatch.marketdata.provider.finnhub;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.MarketDataProvider;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.StreamOnly;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finnhub's socket: one command per symbol, trades in batches, a ping in words every minute. American shares in dollars. */
public final class FinnhubStream implements StreamProtocol {
    public static final String NAME = "finnhub";

    private static final Set<String> MARKETS = Set.of("XNAS", "XNYS", "ARCX", "XASE", "BATS");
    private static final Timing TIMING = new Timing(Duration.ofSeconds(30), Duration.ofDays(7), Duration.ofMillis(500));

    private final FinnhubProperties properties;

    public FinnhubStream(FinnhubProperties properties) {
        this.properties = properties;
    }

    /** The provider this socket belongs to. */
    public static MarketDataProvider provider(FinnhubProperties properties) {
        return new StreamOnly(
                NAME,
                !properties.apiKey().isEmpty(),
                Set.of(InstrumentType.EQUITY, InstrumentType.ETF),
                new FinnhubStream(properties));
    }

    @Override
    public URI address() {
        return Addresses.of(properties.websocketUrl(), "", Map.of("token", properties.apiKey()));
    }

    @Override
    public boolean carries(SourceSymbol symbol) {
        return symbol.pair().isEmpty() && (symbol.exchange() == null || MARKETS.contains(symbol.exchange()));
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

    private record Talk(String key, Map<String, SourceSymbol> subscribed) implements Conversation {
        Talk(String key) {
            this(key, new java.util.HashMap<>());
        }

        @Override
        public List<String> subscribe(Collection<SourceSymbol> symbols) {
            symbols.forEach(symbol -> subscribed.put(symbol.symbol(), symbol));
            return commands("subscribe", symbols);
        }

        @Override
        public List<String> unsubscribe(Collection<SourceSymbol> symbols) {
            symbols.forEach(symbol -> subscribed.remove(symbol.symbol()));
            return commands("unsubscribe", symbols);
        }

        private static List<String> commands(String type, Collection<SourceSymbol> symbols) {
            return symbols.stream()
                    .map(symbol -> "{\"type\":\"" + type + "\",\"symbol\":\"" + symbol.symbol() + "\"}")
                    .toList();
        }

        @Override
        public List<StreamEvent> read(String message) throws ContractException {
            JsonNode node = StrictJson.object(message);
            return switch (node.path("type").asString("")) {
                case "trade" -> trades(node);
                case "error" -> List.of(new StreamEvent.Failure(error(StrictJson.text(node, "msg"))));
                default -> List.of();
            };
        }

        private List<StreamEvent> trades(JsonNode node) throws ContractException {
            List<StreamEvent> events = new ArrayList<>();
            for (JsonNode trade : StrictJson.array(node, "data")) {
                SourceSymbol symbol = subscribed.get(StrictJson.text(trade, "s"));
                if (symbol != null) {
                    events.add(new StreamEvent.Price(
                            symbol, "USD", StrictJson.price(trade, "p"), StrictJson.epochMillis(trade, "t")));
                }
            }
            return events;
        }

        private ProviderError error(String told) {
            String words = told.toLowerCase(Locale.ROOT);
            String detail = Redacted.text(told, key);
            if (words.contains("api key") || words.contains("token")) {
                return new ProviderError.Auth(detail);
            }
            return words.contains("subscribing to too many") || words.contains("limit")
                    ? new ProviderError.RateLimited(Duration.ofMinutes(1), detail)
                    : new ProviderError.Upstream(detail);
        }
    }
}
