package io.riskwatch.marketdata.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.MarketDataProvider;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.quote.FeedLease;
import io.riskwatch.marketdata.quote.FeedState;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.quote.QuotePublisher;
import io.riskwatch.marketdata.quote.SymbolInterest;
import io.riskwatch.marketdata.stream.StreamClient;
import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service with providers configured, against stand-ins of their REST interfaces and sockets. */
@ExtendWith(OutputCaptureExtension.class)
class ProvidersIT extends MarketdataIT {
    private static final String KEY = "live-key-4711-0815";
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final WireMockServer REST = rest();
    private static final SocketStandIn TWELVE_DATA = new SocketStandIn();
    private static final SocketStandIn COINBASE = new SocketStandIn();

    @Autowired
    private SymbolInterest interest;

    @Autowired
    private FeedStates states;

    @Autowired
    private FeedProperties properties;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Providers providers;

    @Autowired
    private KnownInstruments instruments;

    @Autowired
    private Exchange exchange;

    @Autowired
    private LatestQuotes latest;

    @Autowired
    private QuotePublisher publisher;

    @Autowired
    private CreditLedger ledger;

    @Autowired
    private Clock clock;

    private static WireMockServer rest() {
        WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void standIns(DynamicPropertyRegistry registry) {
        registry.add("riskwatch.providers.twelve-data.api-key", () -> KEY);
        registry.add("riskwatch.providers.twelve-data.api-url", () -> "http://127.0.0.1:" + REST.port());
        registry.add("riskwatch.providers.twelve-data.websocket-url", TWELVE_DATA::url);
        registry.add("riskwatch.providers.twelve-data.credits-per-minute", () -> "100");
        registry.add("riskwatch.providers.twelve-data.stream-symbols", () -> "2");
        registry.add("riskwatch.providers.twelve-data.timeout", () -> "20s");
        registry.add("riskwatch.providers.coinbase.enabled", () -> "true");
        registry.add("riskwatch.providers.coinbase.websocket-url", COINBASE::url);
        registry.add("riskwatch.providers.stream-order", () -> "coinbase,twelve-data");
        registry.add("riskwatch.backfill.enabled", () -> "false");
        registry.add("riskwatch.feeds.lease", () -> "2s");
        registry.add("riskwatch.feeds.ping", () -> "300ms");
        registry.add("riskwatch.feeds.stale-after", () -> "2s");
        registry.add("riskwatch.feeds.dead-after", () -> "4s");
        registry.add("riskwatch.feeds.first-pause", () -> "100ms");
        registry.add("riskwatch.feeds.longest-pause", () -> "500ms");
    }

    @AfterAll
    static void stop() {
        REST.stop();
        TWELVE_DATA.close();
        COINBASE.close();
    }

    @BeforeEach
    void everySymbolHasAPrice() {
        REST.resetAll();
        REST.stubFor(get(urlPathEqualTo("/quote"))
                .willReturn(aResponse().withTransformers("response-template").withBody("""
                    {"symbol":"{{request.query.symbol}}","name":"Apple Inc","mic_code":"XNAS","currency":"USD",
                     "timestamp":%d,"close":"175.50","previous_close":"174.00"}\
                    """.formatted(minuteAgo()))));
    }

    @AfterEach
    void theLineIsGood() {
        TWELVE_DATA.goDeaf(false);
        TWELVE_DATA.refuse(0);
        TWELVE_DATA.heard.clear();
        COINBASE.heard.clear();
    }

    private static long minuteAgo() {
        return Instant.now().minusSeconds(60).getEpochSecond();
    }

    @Test
    void aStockIsFetchedStoredAndListed() {
        String stock = body("/stocks/AAPL");
        assertThat(stock)
                .matches(
                        "\\{\"symbol\":\"AAPL\",\"timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\",\"current_price\":175.5}");
        assertThat(body("/stocks"))
                .contains(stock)
                .contains("\"symbol\":\"ORBX\"")
                .doesNotContain("EURUSD");
        assertThat(body("/api/market-data/all")).contains("\"instrument\":\"AAPL:XNAS\"");
        assertThat(body("/api/market-data/instrument?instrument=MSFT:XNAS"))
                .contains("\"instrument\":\"MSFT:XNAS\"", "\"exchange\":\"XNAS\"", "\"current_price\":175.5");
        assertThat(body("/api/v1/instruments/AAPL")).contains("\"name\":\"Apple Inc\"", "\"provider\":\"twelve-data\"");
        assertThat(body("/api/v1/quotes?symbols=AAPL,ORBX"))
                .contains("\"previousClose\":174.0", "\"provider\":\"twelve-data\"", "\"provider\":\"xsim\"");
    }

    @Test
    void whatNobodyKnowsIsNotFoundAndWhatCannotBeHadNowIsUnavailable(CapturedOutput output) {
        REST.stubFor(any(anyUrl())
                .withQueryParam("symbol", equalTo("NONE"))
                .willReturn(aResponse()
                        .withStatus(404)
                        .withBody("{\"code\":404,\"message\":\"**symbol** is invalid, key " + KEY
                                + "\",\"status\":\"error\"}")));
        REST.stubFor(any(anyUrl())
                .withQueryParam("mic_code", equalTo("XNYS"))
                .willReturn(aResponse()
                        .withBody("{\"code\":404,\"message\":\"**symbol** is invalid\",\"status\":\"error\"}")));
        problem("/stocks/NONE", 404);
        problem("/stocks/no%20such", 404);
        problem("/api/market-data/instrument?instrument=AAPL", 400);
        problem("/api/market-data/instrument?instrument=ORBX:XNYS", 404);
        REST.stubFor(any(anyUrl())
                .withQueryParam("symbol", equalTo("DOWN"))
                .willReturn(aResponse().withStatus(502).withBody("bad " + KEY)));
        problem("/stocks/DOWN", 503);
        assertThat(output.getAll()).contains("event=provider-refused").doesNotContain(KEY);
    }

    private void problem(String path, int status) {
        String body = client(ORGANISATION)
                .get()
                .uri(java.net.URI.create("http://localhost:" + port + path))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("\"type\"").doesNotContain(KEY);
    }

    @Test
    void everyProviderIsListedWithItsState() {
        body("/stocks/AAPL");
        assertThat(body("/api/market-history/all?limit=3"))
                .contains("\"exchange\":\"XSIM\"", "\"close_price\":")
                .doesNotContain("close_price\":\"");
        String list = body("/api/v1/providers");
        assertThat(list)
                .contains("\"name\":\"xsim\"", "\"name\":\"twelve-data\"", "\"perMinute\":100", "\"perDay\":800")
                .contains("\"name\":\"alpha-vantage\",\"state\":\"NOT_CONFIGURED\"")
                .contains("\"name\":\"yahoo\",\"state\":\"NOT_CONFIGURED\"")
                .contains("\"name\":\"finnhub\",\"state\":\"NOT_CONFIGURED\"")
                .contains("\"name\":\"binance\",\"state\":\"NOT_CONFIGURED\"")
                .contains("\"name\":\"coinbase\"")
                .doesNotContain(KEY);
    }

    @Test
    void aListenerOpensTheOneSocketAndHearsItsPricesItsSilenceAndItsReturn() throws InterruptedException {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION));
                StreamClient other = StreamClient.connect(port, TOKENS.member(OTHER_ORGANISATION))) {
            client.next("hello");
            other.next("hello");
            client.subscribe("AAPL", "ORBX");
            other.subscribe("AAPL");
            JsonNode snapshot = client.next("snapshot");
            assertThat(snapshot.get("symbols").get("AAPL"))
                    .as("fetched at once")
                    .isNotNull();
            int id = snapshot.get("symbols").get("AAPL").asInt();
            assertThat(TWELVE_DATA.next("subscribe"))
                    .isEqualTo("{\"action\":\"subscribe\",\"params\":{\"symbols\":\"AAPL\"}}");
            TWELVE_DATA.say(
                    "{\"event\":\"subscribe-status\",\"status\":\"ok\",\"success\":[{\"symbol\":\"AAPL\"}],\"fails\":null}");
            TWELVE_DATA.say(price("AAPL", "180.8700"));
            await().atMost(LONG).until(() -> body("/api/v1/quotes?symbols=AAPL").contains("\"price\":180.87"));
            await().atMost(LONG).until(() -> pricesOf(client, id).contains("180.87"));
            assertThat(TWELVE_DATA.mostOpen).as("sockets for two clients").hasValue(1);

            TWELVE_DATA.say(
                    "{\"event\":\"price\",\"symbol\":\"AAPL\",\"currency\":\"USD\",\"timestamp\":1790866740,\"price\":0}");
            TWELVE_DATA.say("not even JSON");
            int before = TWELVE_DATA.connects.get();
            TWELVE_DATA.refuse(503);
            TWELVE_DATA.hangUp();
            await().atMost(LONG).until(() -> delayed(client));
            assertThat(body("/api/v1/providers")).contains("\"state\":\"DELAYED\"", "\"delayedSince\"");
            TWELVE_DATA.refuse(0);
            TWELVE_DATA.heard.clear();
            assertThat(TWELVE_DATA.next("AAPL")).as("subscribed again").contains("subscribe");
            assertThat(TWELVE_DATA.connects.get()).isGreaterThan(before);
            await().atMost(LONG).until(() -> flowsAgain(client));
            assertThat(body("/api/v1/quotes?symbols=AAPL")).contains("\"price\":180.87");
        }
        await().atMost(LONG).until(() -> TWELVE_DATA.open.get() == 0);
    }

    @Test
    void aLineThatIsCutWithoutAWordIsNoticedAndReplaced() throws InterruptedException {
        interest.add("CUTX");
        try {
            assertThat(TWELVE_DATA.next("CUTX")).isNotNull();
            await().atMost(LONG).until(() -> live("twelve-data"));
            int before = TWELVE_DATA.connects.get();
            TWELVE_DATA.goDeaf(true);
            await().atMost(LONG).until(() -> !live("twelve-data"));
            await().atMost(LONG).until(() -> TWELVE_DATA.connects.get() > before);
            TWELVE_DATA.goDeaf(false);
            await().atMost(LONG).until(() -> live("twelve-data"));
            TWELVE_DATA.ping();
            await().atMost(LONG).until(() -> TWELVE_DATA.pongs.get() > 0);
        } finally {
            interest.remove("CUTX");
        }
    }

    @Test
    void ofTwoReplicasOneHoldsTheSocketAndTheOtherTakesOver() throws InterruptedException {
        interest.add("REPA");
        ProviderFeed second = secondReplica();
        try {
            assertThat(TWELVE_DATA.next("REPA")).isNotNull();
            second.start();
            await().pollDelay(Duration.ofSeconds(3)).atMost(LONG).until(() -> TWELVE_DATA.open.get() == 1);
            assertThat(redis.opsForValue().get("quotes:feed:twelve-data")).isNotNull();
            // as if the first were gone: its lease is taken from it
            redis.delete("quotes:feed:twelve-data");
            await().atMost(LONG).until(() -> TWELVE_DATA.open.get() == 1 && live("twelve-data"));
        } finally {
            second.stop();
            interest.remove("REPA");
        }
        assertThat(TWELVE_DATA.mostOpen.get())
                .as("sockets at a time while a lease changes hands")
                .isLessThanOrEqualTo(2);
    }

    private ProviderFeed secondReplica() {
        MarketDataProvider twelveData = providers.all().stream()
                .filter(provider -> provider.name().equals("twelve-data"))
                .findFirst()
                .orElseThrow();
        return new ProviderFeed(
                twelveData.name(),
                twelveData.stream().orElseThrow(),
                new ProviderFeed.Around(
                        new FeedLease(redis, twelveData.name(), properties.lease()),
                        interest,
                        providers,
                        instruments,
                        exchange,
                        latest,
                        publisher,
                        states,
                        ledger),
                properties,
                clock,
                RandomGenerator.getDefault());
    }

    @Test
    void thePlanBoundsTheSymbolsAndWhatIsRejectedIsNotAskedForAgain() throws InterruptedException {
        interest.add("BNDA");
        interest.add("BNDB");
        interest.add("BNDC");
        try {
            assertThat(TWELVE_DATA.next("BND")).contains("BNDA,BNDB").doesNotContain("BNDC");
            TWELVE_DATA.say(
                    "{\"event\":\"subscribe-status\",\"status\":\"warning\",\"success\":null,\"fails\":[{\"symbol\":\"BNDA\"}]}");
            interest.remove("BNDB");
            assertThat(TWELVE_DATA.next("unsubscribe")).contains("BNDB");
            assertThat(TWELVE_DATA.next("BNDC")).contains("\"subscribe\"").doesNotContain("BNDA");
        } finally {
            interest.remove("BNDA");
            interest.remove("BNDC");
        }
    }

    @Test
    void cryptoGoesToTheExchangeThatCarriesIt() throws InterruptedException {
        interest.add("BTC-USD");
        try {
            assertThat(COINBASE.next("subscribe"))
                    .isEqualTo(
                            "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"ticker\",\"heartbeat\"]}");
            COINBASE.say(
                    ("{\"type\":\"ticker\",\"sequence\":10,\"product_id\":\"BTC-USD\",\"price\":\"64388.01\",\"time\":\"%s\",\"trade_id\":20}")
                            .formatted(Instant.now()));
            await().atMost(LONG).until(() -> latest.find("BTC-USD").isPresent());
            assertThat(latest.find("BTC-USD").orElseThrow().price()).isEqualTo(64_388.01);
            COINBASE.say(
                    "{\"type\":\"heartbeat\",\"sequence\":90,\"last_trade_id\":25,\"product_id\":\"BTC-USD\",\"time\":\"2026-01-01T00:00:00Z\"}");
            assertThat(COINBASE.next("subscribe")).as("after a gap").contains("BTC-USD");
        } finally {
            interest.remove("BTC-USD");
        }
    }

    private boolean live(String provider) {
        return states.find(provider).filter(FeedState::live).isPresent();
    }

    private static boolean delayed(StreamClient client) {
        JsonNode status = client.next("status");
        return status.get("state").asString().equals("DELAYED")
                && status.get("provider").asString().equals("twelve-data")
                && status.has("since");
    }

    private static boolean flowsAgain(StreamClient client) {
        JsonNode status = client.next("status");
        return status.has("provider") && status.get("state").asString().equals("LIVE");
    }

    private static String pricesOf(StreamClient client, int id) {
        for (JsonNode price : client.next("prices").get("prices")) {
            if (price.get(0).asInt() == id) {
                return price.get(1).toString();
            }
        }
        return "";
    }

    private static String price(String symbol, String price) {
        return "{\"event\":\"price\",\"symbol\":\"%s\",\"currency\":\"USD\",\"exchange\":\"NASDAQ\",\"type\":\"Common Stock\",\"timestamp\":%d,\"price\":%s,\"bid\":1,\"ask\":2,\"day_volume\":3}"
                .formatted(symbol, Instant.now().getEpochSecond(), price);
    }

    private String body(String path) {
        return client(ORGANISATION)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
