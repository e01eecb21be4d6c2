package io.riskwatch.marketdata.provider.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.binance.BinanceProperties;
import io.riskwatch.marketdata.provider.binance.BinanceStream;
import io.riskwatch.marketdata.provider.coinbase.CoinbaseProperties;
import io.riskwatch.marketdata.provider.coinbase.CoinbaseStream;
import io.riskwatch.marketdata.provider.finnhub.FinnhubProperties;
import io.riskwatch.marketdata.provider.finnhub.FinnhubStream;
import io.riskwatch.marketdata.provider.http.ContractException;
import io.riskwatch.marketdata.provider.twelvedata.TwelveData;
import io.riskwatch.marketdata.provider.twelvedata.TwelveDataProperties;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said on each provider's socket, in their own words. */
class ConversationTest {
    private static final String KEY = "socket-key-9";
    private static final URI SOMEWHERE = URI.create("ws://127.0.0.1:1/");
    private static final SourceSymbol AAPL = SourceSymbol.of("AAPL");
    private static final SourceSymbol BTC = SourceSymbol.of("BTC-USD");
    private static final StreamProtocol TWELVE_DATA = new TwelveData(
                    new TwelveDataProperties(
                            KEY, URI.create("http://127.0.0.1:1"), SOMEWHERE, 8, 800, 8, Duration.ofSeconds(1)),
                    Clock.systemUTC())
            .stream().orElseThrow();
    private static final StreamProtocol FINNHUB = new FinnhubStream(new FinnhubProperties(KEY, SOMEWHERE, 50));
    private static final StreamProtocol BINANCE = new BinanceStream(new BinanceProperties(true, SOMEWHERE, 200));
    private static final StreamProtocol COINBASE = new CoinbaseStream(new CoinbaseProperties(true, SOMEWHERE, 100));

    @Test
    void twelveDataSpeaksOfSymbolsInOneString() throws ContractException {
        StreamProtocol.Conversation talk = TWELVE_DATA.open();
        assertThat(talk.subscribe(List.of(AAPL, BTC)))
                .containsExactly("{\"action\":\"subscribe\",\"params\":{\"symbols\":\"AAPL,BTC/USD\"}}");
        assertThat(talk.unsubscribe(List.of(AAPL)))
                .containsExactly("{\"action\":\"unsubscribe\",\"params\":{\"symbols\":\"AAPL\"}}");
        assertThat(talk.heartbeat()).isEqualTo("{\"action\":\"heartbeat\"}");
        assertThat(talk.read("""
                {"event":"price","symbol":"BTC/USD","currency_base":"Bitcoin","exchange":"Coinbase","type":"Digital Currency",
                 "timestamp":1643972766,"price":37172.8700,"bid":1,"ask":2}"""))
                .containsExactly(new StreamEvent.Price(
                        BTC, "USD", new BigDecimal("37172.8700"), Instant.ofEpochSecond(1_643_972_766)));
        assertThat(talk.read("""
                {"event":"subscribe-status","status":"error","success":null,"fails":[{"symbol":"AAPL"}]}""")).containsExactly(new StreamEvent.Rejected(AAPL));
        assertThat(talk.read("{\"event\":\"heartbeat\",\"status\":\"ok\"}")).isEmpty();
        assertThat(talk.read("{\"event\":\"something-new\",\"status\":\"ok\"}")).isEmpty();
        assertThat(talk.read("{\"status\":\"error\",\"messages\":[\"Your apikey " + KEY + " is wrong\"]}"))
                .singleElement()
                .isInstanceOfSatisfying(StreamEvent.Failure.class, failure -> {
                    assertThat(failure.error().kind()).isEqualTo(ProviderError.Kind.AUTH);
                    assertThat(failure.error().detail()).doesNotContain(KEY);
                });
        assertThat(TWELVE_DATA.address()).hasToString("ws://127.0.0.1:1/quotes/price?apikey=" + KEY);
    }

    @Test
    void finnhubTakesOneSymbolPerCommandAndTellsTradesInBatches() throws ContractException {
        StreamProtocol.Conversation talk = FINNHUB.open();
        assertThat(talk.subscribe(List.of(AAPL, SourceSymbol.of("TSLA"))))
                .containsExactly(
                        "{\"type\":\"subscribe\",\"symbol\":\"AAPL\"}", "{\"type\":\"subscribe\",\"symbol\":\"TSLA\"}");
        assertThat(talk.read("""
                {"data":[{"c":["1","12"],"p":122.1,"s":"TSLA","t":1672348887195,"v":1},{"p":1,"s":"XXX","t":1672348887195}],
                 "type":"trade"}"""))
                .containsExactly(new StreamEvent.Price(
                        SourceSymbol.of("TSLA"),
                        "USD",
                        new BigDecimal("122.1"),
                        Instant.ofEpochMilli(1_672_348_887_195L)));
        assertThat(talk.read("{\"type\":\"ping\"}")).isEmpty();
        assertThat(kind(talk.read("{\"type\":\"error\",\"msg\":\"Invalid API key\"}")))
                .isEqualTo(ProviderError.Kind.AUTH);
        assertThat(kind(talk.read("{\"type\":\"error\",\"msg\":\"Subscribing to too many symbols\"}")))
                .isEqualTo(ProviderError.Kind.RATE_LIMITED);
        assertThat(FINNHUB.carries(BTC)).isFalse();
        assertThat(FINNHUB.carries(new SourceSymbol("SAP", "XETR"))).isFalse();
    }

    @Test
    void binanceNumbersItsCommandsAndSaysFarewell() throws ContractException {
        SourceSymbol pair = SourceSymbol.of("BTC-EUR");
        StreamProtocol.Conversation talk = BINANCE.open();
        assertThat(talk.subscribe(List.of(pair)))
                .containsExactly("{\"method\":\"SUBSCRIBE\",\"params\":[\"btceur@miniTicker\"],\"id\":1}");
        assertThat(talk.read("{\"result\":null,\"id\":1}")).isEmpty();
        String ticker =
                "{\"e\":\"24hrMiniTicker\",\"E\":1672515782136,\"s\":\"BTCEUR\",\"c\":\"15432.0025\",\"o\":\"1\",\"h\":\"1\",\"l\":\"1\",\"v\":\"1\",\"q\":\"1\"}";
        StreamEvent.Price price = new StreamEvent.Price(
                pair, "EUR", new BigDecimal("15432.0025"), Instant.ofEpochMilli(1_672_515_782_136L));
        assertThat(talk.read(ticker)).containsExactly(price);
        assertThat(talk.read("{\"stream\":\"btceur@miniTicker\",\"data\":" + ticker + "}"))
                .containsExactly(price);
        assertThat(talk.read("{\"e\":\"serverShutdown\",\"E\":1672515782136}"))
                .containsExactly(new StreamEvent.Farewell());
        assertThat(BINANCE.carries(SourceSymbol.of("BTC-USDT")))
                .as("a stablecoin is no currency")
                .isFalse();
        assertThat(BINANCE.timing().longest()).isLessThan(Duration.ofHours(24));
    }

    @Test
    void coinbaseDropsWhatIsOldAndNoticesWhatWasLost() throws ContractException {
        StreamProtocol.Conversation talk = COINBASE.open();
        talk.subscribe(List.of(BTC));
        assertThat(talk.read(ticker(10, 20, "4388.01"))).hasSize(1);
        assertThat(talk.read(ticker(9, 19, "4300"))).as("older").isEmpty();
        assertThat(talk.read(heartbeat(20))).isEmpty();
        assertThat(talk.read(heartbeat(22))).containsExactly(new StreamEvent.Gap(BTC));
        talk.subscribe(List.of(BTC));
        assertThat(talk.read(ticker(8, 18, "4301"))).as("a fresh start").hasSize(1);
        assertThat(talk.read("{\"type\":\"subscriptions\",\"channels\":[]}")).isEmpty();
    }

    private static String ticker(long sequence, long trade, String price) {
        return "{\"type\":\"ticker\",\"sequence\":%d,\"product_id\":\"BTC-USD\",\"price\":\"%s\",\"best_bid\":\"4388\",\"side\":\"buy\",\"time\":\"2017-09-02T17:05:49.250000Z\",\"trade_id\":%d,\"last_size\":\"0.03\"}"
                .formatted(sequence, price, trade);
    }

    private static String heartbeat(long lastTrade) {
        return "{\"type\":\"heartbeat\",\"sequence\":90,\"last_trade_id\":%d,\"product_id\":\"BTC-USD\",\"time\":\"2017-09-02T17:05:49Z\"}"
                .formatted(lastTrade);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pricesThatAreNone")
    void whatIsNoPriceIsRefused(String provider, String message, StreamProtocol protocol, SourceSymbol symbol) {
        StreamProtocol.Conversation talk = protocol.open();
        talk.subscribe(List.of(symbol));
        assertThatThrownBy(() -> talk.read(message)).isInstanceOf(ContractException.class);
    }

    static Stream<Arguments> pricesThatAreNone() {
        return Stream.of("0", "-1", "null", "\"NaN\"", "\"\"", "[]")
                .flatMap(price -> Stream.of(
                        Arguments.of(
                                "twelve-data",
                                "{\"event\":\"price\",\"symbol\":\"AAPL\",\"timestamp\":1643972766,\"price\":" + price
                                        + "}",
                                TWELVE_DATA,
                                AAPL),
                        Arguments.of(
                                "finnhub",
                                "{\"type\":\"trade\",\"data\":[{\"s\":\"AAPL\",\"t\":1672348887195,\"p\":" + price
                                        + "}]}",
                                FINNHUB,
                                AAPL),
                        Arguments.of(
                                "binance",
                                "{\"e\":\"24hrMiniTicker\",\"E\":1672515782136,\"s\":\"BTCUSD\",\"c\":" + price + "}",
                                BINANCE,
                                BTC),
                        Arguments.of(
                                "coinbase",
                                "{\"type\":\"ticker\",\"sequence\":1,\"product_id\":\"BTC-USD\",\"trade_id\":1,\"time\":\"2017-09-02T17:05:49Z\",\"price\":"
                                        + price + "}",
                                COINBASE,
                                BTC)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.riskwatch.marketdata.provider.StandIn#garbage")
    void garbageIsRefusedOrSaysNothing(String what, String body) throws ContractException {
        for (StreamProtocol protocol : List.of(TWELVE_DATA, FINNHUB, BINANCE, COINBASE)) {
            StreamProtocol.Conversation talk = protocol.open();
            if (what.equals("an empty object")) {
                assertThat(talk.read(body)).isEmpty();
            } else {
                assertThatThrownBy(() -> talk.read(body)).isInstanceOf(ContractException.class);
            }
        }
    }

    private static ProviderError.Kind kind(List<StreamEvent> events) {
        assertThat(events).singleElement().isInstanceOf(StreamEvent.Failure.class);
        return ((StreamEvent.Failure) events.getFirst()).error().kind();
    }
}
