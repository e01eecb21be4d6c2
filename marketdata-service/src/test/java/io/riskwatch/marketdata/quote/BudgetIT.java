package io.riskwatch.marketdata.quote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.ProvidersProperties;
import io.riskwatch.marketdata.provider.SettableClock;
import io.riskwatch.marketdata.provider.StandIn;
import io.riskwatch.marketdata.provider.alphavantage.AlphaVantage;
import io.riskwatch.marketdata.provider.alphavantage.AlphaVantageProperties;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.provider.twelvedata.TwelveData;
import io.riskwatch.marketdata.provider.twelvedata.TwelveDataProperties;
import io.riskwatch.marketdata.xsim.Exchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** What a desk, its providers and their ledger spend together, on a clock of the test's own. */
class BudgetIT extends MarketdataIT {
    private static final String KEY = "budget-key-0815";

    @RegisterExtension
    static final StandIn STAND_IN = new StandIn();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Exchange exchange;

    @Autowired
    private KnownInstruments instruments;

    @Autowired
    private StoredQuotes stored;

    @Autowired
    private JsonMapper json;

    private SettableClock clock = SettableClock.at("2026-10-01T15:00:30Z");

    /** Takes what the desk would tell the running service, whose quotes are none of this test's business. */
    private final class Mute extends QuotePublisher {
        Mute() {
            super(redis, new QuoteJson(json), new SymbolSessions(exchange, instruments, clock));
        }

        @Override
        public void publish(List<Quote> quotes) {
            assertThat(quotes).isNotEmpty();
        }
    }

    @BeforeEach
    @AfterEach
    void cleanSlate() {
        jdbc.sql("delete from provider_call").update();
        jdbc.sql("delete from provider_account").update();
        jdbc.sql("delete from stored_quote").update();
        jdbc.sql("delete from instrument where provider <> 'xsim'").update();
        redis.delete(redis.keys("quotes:unknown:*"));
    }

    /** A service as it starts: it remembers nothing but what PostgreSQL and Redis hold. */
    private QuoteDesk newReplica() {
        return newReplica(8, 800);
    }

    private QuoteDesk newReplica(int perMinute, int perDay) {
        ProvidersProperties properties = new ProvidersProperties(
                List.of("twelve-data", "alpha-vantage"),
                Map.of(),
                List.of("twelve-data"),
                4,
                Duration.ofSeconds(30),
                8);
        TwelveData twelveData = new TwelveData(
                new TwelveDataProperties(
                        KEY,
                        STAND_IN.url().resolve("/td/"),
                        URI.create("ws://127.0.0.1:1/"),
                        perMinute,
                        perDay,
                        0,
                        Duration.ofSeconds(20)),
                clock);
        AlphaVantage alphaVantage = new AlphaVantage(
                new AlphaVantageProperties(
                        alphaVantageKey,
                        STAND_IN.url().resolve("/av/"),
                        5,
                        25,
                        Duration.ZERO,
                        false,
                        Duration.ofSeconds(20)),
                clock);
        Providers providers = new Providers(
                List.of(twelveData, alphaVantage), new CreditLedger(jdbc, transactions, clock), properties);
        QuotesProperties quotes = new QuotesProperties(
                true,
                Duration.ofSeconds(4),
                Duration.ofSeconds(3),
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                Duration.ofDays(30));
        LatestQuotes latest = new LatestQuotes(clock, quotes.staleAfter());
        latest.remember(stored.newest(1_000));
        return new QuoteDesk(
                exchange,
                latest,
                new FeedStates(redis, json, clock, providers),
                providers,
                instruments,
                new SymbolSessions(exchange, instruments, clock),
                stored,
                new Mute(),
                redis,
                quotes,
                clock,
                new VirtualThreadTaskExecutor("budget-"));
    }

    private String alphaVantageKey = "";

    private void everySymbolHasAPrice() {
        STAND_IN.server.stubFor(any(anyUrl())
                .willReturn(aResponse().withTransformers("response-template").withBody("""
                    {"symbol":"{{request.query.symbol}}","name":"Some","mic_code":"XNAS","currency":"USD",
                     "timestamp":1790866740,"close":"101.5","previous_close":"100"}\
                    """)));
    }

    @Test
    void tenThousandRequestsInAMinuteCauseAtMostEightCalls() throws InterruptedException, ExecutionException {
        everySymbolHasAPrice();
        List<QuoteDesk> replicas = List.of(newReplica(), newReplica());
        List<Callable<LatestPrice>> requests = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            QuoteDesk replica = replicas.get(i % 2);
            String symbol = "SYM" + i % 40;
            requests.add(() -> {
                clock.advance(Duration.ofMillis(5));
                return replica.price(symbol);
            });
        }
        int priced = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<LatestPrice> answer : threads.invokeAll(requests)) {
                priced += answer.get() instanceof LatestPrice.Known ? 1 : 0;
            }
        }
        assertThat(STAND_IN.calls()).as("calls for 10,000 requests").isBetween(1, 8);
        assertThat(priced).as("requests that were answered with a price").isPositive();
    }

    @Test
    void aDayCausesAtMostEightHundredCallsAcrossRestarts() {
        everySymbolHasAPrice();
        QuoteDesk replica = newReplica();
        for (int minute = 0; minute < 110; minute++) {
            if (minute % 10 == 0) {
                replica = newReplica();
            }
            for (int i = 0; i < 9; i++) {
                replica.price("DAY" + i);
            }
            clock.advance(Duration.ofSeconds(62));
        }
        assertThat(STAND_IN.calls()).isEqualTo(800);
        assertThat(replica.price("DAY1"))
                .as("the last price is answered, marked stale")
                .isInstanceOfSatisfying(
                        LatestPrice.Known.class,
                        known -> assertThat(known.stale()).isTrue());
    }

    @Test
    void aPriceThatIsFreshIsNotFetchedAgainAndOneThatIsNotIs() {
        everySymbolHasAPrice();
        QuoteDesk desk = newReplica();
        assertThat(desk.price("AAPL")).isInstanceOf(LatestPrice.Known.class);
        assertThat(desk.price("AAPL")).isInstanceOf(LatestPrice.Known.class);
        assertThat(STAND_IN.calls()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        assertThat(desk.price("AAPL")).isInstanceOf(LatestPrice.Known.class);
        assertThat(STAND_IN.calls()).isEqualTo(2);
        assertThat(stored.newest(10)).extracting(Quote::symbol).containsExactly("AAPL");
    }

    @Test
    void theCloseIsTheLastPriceUntilTheMarketOpens() {
        clock = SettableClock.at("2026-11-27T17:50:00Z"); // New York closes at 18:00 on this day
        STAND_IN.answers(200, priced("2026-11-27T17:49:30Z"));
        QuoteDesk desk = newReplica();
        desk.price("AAPL:XNAS");
        clock.advance(Duration.ofMinutes(15));
        STAND_IN.answers(500, "");
        assertThat(desk.price("AAPL:XNAS"))
                .as("nobody tells the close, and what traded shortly before stands for it")
                .isInstanceOfSatisfying(
                        LatestPrice.Known.class,
                        known -> assertThat(known.stale()).isFalse());
        STAND_IN.answers(200, priced("2026-11-27T18:00:00Z"));
        clock.advance(Duration.ofMinutes(2));
        desk.price("AAPL:XNAS");
        int calls = STAND_IN.calls();
        for (int hour = 0; hour < 60; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(desk.price("AAPL:XNAS"))
                    .isInstanceOfSatisfying(
                            LatestPrice.Known.class,
                            known -> assertThat(known.stale()).isFalse());
        }
        assertThat(STAND_IN.calls()).as("calls over the weekend").isEqualTo(calls);
        STAND_IN.answers(500, "");
        clock.advance(Duration.ofHours(9)); // Monday, and open
        assertThat(desk.price("AAPL:XNAS"))
                .isInstanceOfSatisfying(
                        LatestPrice.Known.class,
                        known -> assertThat(known.stale()).isTrue());
    }

    private static String priced(String at) {
        return """
            {"symbol":"AAPL","name":"Some","mic_code":"XNAS","currency":"USD","timestamp":%d,
             "close":"101.5","previous_close":"100"}\
            """.formatted(Instant.parse(at).getEpochSecond());
    }

    @Test
    void aSymbolNobodyKnowsIsNotAskedForAgain() {
        STAND_IN.answers(404, "{\"code\":404,\"message\":\"**symbol** is missing or invalid\",\"status\":\"error\"}");
        for (int i = 0; i < 20; i++) {
            assertThat(newReplica().price("NOSUCH"))
                    .isInstanceOfSatisfying(
                            LatestPrice.Missing.class,
                            missing -> assertThat(missing.reason()).isInstanceOf(ProviderError.NotFound.class));
        }
        assertThat(STAND_IN.calls()).isEqualTo(1);
        assertThat(newReplica().price("no such")).isInstanceOf(LatestPrice.Missing.class);
        assertThat(STAND_IN.calls()).isEqualTo(1);
    }

    @Test
    void theNextProviderStandsInForOneThatFailsAndNothingWrongIsStored() {
        alphaVantageKey = "av-key";
        STAND_IN.server.stubFor(get(urlPathEqualTo("/av/query"))
                .willReturn(aResponse().withTransformers("response-template").withBody("""
                    {"Global Quote":{"01. symbol":"{{request.query.symbol}}","05. price":"55.5",
                     "07. latest trading day":"2026-09-30","08. previous close":"55.0"}}\
                    """)));
        QuoteDesk desk = newReplica();
        int failed = 0;
        for (String body : List.of(
                "<html>",
                "{\"symbol\":\"F1\",\"currency\":\"USD\",\"timestamp\":1790866740,\"close\":\"0\"}",
                "{\"code\":500,\"message\":\"oops\",\"status\":\"error\"}")) {
            STAND_IN.server.stubFor(
                    get(urlPathEqualTo("/td/quote")).willReturn(aResponse().withBody(body)));
            LatestPrice price = desk.price("F" + ++failed);
            assertThat(price).isInstanceOfSatisfying(LatestPrice.Known.class, known -> {
                assertThat(known.quote().provider()).isEqualTo("alpha-vantage");
                assertThat(known.quote().price()).isEqualTo(55.5);
            });
        }
        assertThat(stored.newest(10)).extracting(Quote::price).containsOnly(55.5);
    }

    @Test
    void aProviderThatKeepsFailingIsLeftAlone() {
        STAND_IN.answers(500, "");
        QuoteDesk desk = newReplica();
        for (int i = 0; i < 8; i++) {
            assertThat(desk.price("BRK" + i)).isInstanceOf(LatestPrice.Missing.class);
        }
        assertThat(STAND_IN.calls()).as("calls before the breaker opens").isEqualTo(4);
    }

    @Test
    void aLimitOfTheirsIsKeptByAllReplicas() {
        STAND_IN.answers(
                200,
                "{\"code\":429,\"message\":\"You have run out of API credits for the day.\",\"status\":\"error\"}");
        newReplica().price("LIM1");
        newReplica().price("LIM2");
        clock.advance(Duration.ofHours(2));
        assertThat(newReplica().price("LIM3"))
                .isInstanceOfSatisfying(
                        LatestPrice.Missing.class,
                        missing -> assertThat(missing.reason()).isInstanceOf(ProviderError.RateLimited.class));
        assertThat(STAND_IN.calls()).isEqualTo(1);
    }
}
