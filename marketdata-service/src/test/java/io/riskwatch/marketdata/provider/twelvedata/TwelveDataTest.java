package io.riskwatch.marketdata.provider.twelvedata;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.riskwatch.marketdata.provider.Answers.error;
import static io.riskwatch.marketdata.provider.Answers.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.riskwatch.marketdata.provider.DailyBars;
import io.riskwatch.marketdata.provider.ProviderAnswer;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.ProviderQuote;
import io.riskwatch.marketdata.provider.SettableClock;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.StandIn;
import io.riskwatch.marketdata.provider.credit.Charge;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwelveDataTest {
    private static final String KEY = "3f1c0ffee5ecret";
    private static final SourceSymbol AAPL = SourceSymbol.of("AAPL");
    private static final LocalDate FROM = LocalDate.of(2026, 9, 28);
    private static final LocalDate TO = LocalDate.of(2026, 9, 30);
    private static final String QUOTE = """
        {"symbol":"AAPL","name":"Apple Inc","exchange":"NASDAQ","mic_code":"XNAS","currency":"USD",
         "datetime":"2026-10-01 14:59:00","timestamp":1790866740,"last_quote_at":1790866740,"open":"100.00000",
         "high":"102.5","low":"99.1","close":"101.12345","volume":"10000","previous_close":"98.97",
         "change":"2.15","percent_change":"1.02","is_market_open":true,"fifty_two_week":{"low":"80","high":"130"}}\
        """;

    @RegisterExtension
    static final StandIn STAND_IN = new StandIn();

    private final SettableClock clock = SettableClock.at("2026-10-01T15:00:30Z");
    private final TwelveData twelveData = new TwelveData(properties(STAND_IN.url(), Duration.ofSeconds(20)), clock);

    private static TwelveDataProperties properties(URI url, Duration timeout) {
        return new TwelveDataProperties(KEY, url, URI.create("ws://127.0.0.1:1/"), 8, 800, 8, timeout);
    }

    @Test
    void aQuoteIsReadToTheLastDigit() {
        STAND_IN.answers(200, QUOTE);
        ProviderQuote quote = found(twelveData.quote(new SourceSymbol("AAPL", "XNAS")));
        assertThat(quote.price()).isEqualTo(new BigDecimal("101.12345"));
        assertThat(quote.previousClose()).isEqualTo(new BigDecimal("98.97"));
        assertThat(quote.currency()).isEqualTo("USD");
        assertThat(quote.exchange()).isEqualTo("XNAS");
        assertThat(quote.name()).isEqualTo("Apple Inc");
        assertThat(quote.asOf()).isEqualTo(Instant.parse("2026-10-01T14:59:00Z"));
        STAND_IN.server.verify(getRequestedFor(urlPathEqualTo("/quote"))
                .withQueryParam("symbol", equalTo("AAPL"))
                .withQueryParam("mic_code", equalTo("XNAS"))
                .withHeader("Authorization", equalTo("apikey " + KEY)));
        assertThat(STAND_IN.server.getAllServeEvents().getFirst().getRequest().getUrl())
                .doesNotContain(KEY);
    }

    @Test
    void penceBecomePounds() {
        STAND_IN.answers(200, QUOTE.replace("\"USD\"", "\"GBp\""));
        ProviderQuote quote = found(twelveData.quote(AAPL));
        assertThat(quote.currency()).isEqualTo("GBP");
        assertThat(quote.price()).isEqualByComparingTo("1.0112345");
        assertThat(quote.previousClose()).isEqualByComparingTo("0.9897");
    }

    @Test
    void aPairIsSpelledWithASlashAndPricedInItsSecondSide() {
        STAND_IN.answers(200, QUOTE.replace("\"AAPL\"", "\"BTC/USD\"").replace("\"currency\":\"USD\",", ""));
        assertThat(found(twelveData.quote(SourceSymbol.of("BTC-USD"))).currency())
                .isEqualTo("USD");
        STAND_IN.server.verify(getRequestedFor(urlPathEqualTo("/quote")).withQueryParam("symbol", equalTo("BTC/USD")));
    }

    @Test
    void theCostStandsInTheHeaders() {
        STAND_IN.server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withBody(QUOTE)
                        .withHeader("api-credits-used", "3")
                        .withHeader("api-credits-left", "5")));
        assertThat(twelveData.quote(AAPL).charge()).isEqualTo(new Charge(3, 5));
        STAND_IN.server.stubFor(
                any(anyUrl()).willReturn(aResponse().withBody(QUOTE).withHeader("api-credits-used", "many")));
        assertThat(twelveData.quote(AAPL).charge()).isEqualTo(Charge.UNTOLD);
    }

    @ParameterizedTest(name = "status {0}, code {1}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | 429 | You have run out of API credits for the current minute. 10 API credits were used, with"
                        + " the current limit being 8. | RATE_LIMITED",
                "429 | 429 | You have run out of API credits for the current minute. 10 API credits were used, with"
                        + " the current limit being 8. | RATE_LIMITED",
                "200 | 401 | **apikey** parameter is incorrect or not specified. | AUTH",
                "401 | 401 | **apikey** parameter is incorrect or not specified. | AUTH",
                "200 | 400 | **symbol** or **figi** parameter is missing or invalid. | NOT_FOUND",
                "404 | 404 | **symbol** or **figi** parameter is missing or invalid. | NOT_FOUND",
                "200 | 400 | No data is available on the specified dates. Try setting different start/end dates. |"
                        + " NOT_FOUND",
                "200 | 400 | **interval** parameter is invalid. | CONTRACT",
                "200 | 403 | This endpoint is available with the Pro plan. | PLAN",
                "200 | 500 | Something went wrong. | UPSTREAM",
                "500 | 500 | Something went wrong. | UPSTREAM",
            })
    void anErrorIsAnErrorWhateverTheStatus(int status, int code, String message, ProviderError.Kind kind) {
        STAND_IN.answers(status, "{\"code\":%d,\"message\":\"%s\",\"status\":\"error\"}".formatted(code, message));
        assertThat(error(twelveData.quote(AAPL)).kind()).isEqualTo(kind);
        assertThat(error(twelveData.dailyBars(AAPL, FROM, TO)).kind()).isEqualTo(kind);
    }

    @Test
    void aSpentMinuteEndsWithTheMinuteAndASpentDayWithTheDay() {
        STAND_IN.answers(200, limit("for the current minute. 10 API credits were used"));
        assertThat(error(twelveData.quote(AAPL)))
                .isInstanceOfSatisfying(
                        ProviderError.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(31)));
        STAND_IN.answers(429, limit("for the day. 801 API credits were used"));
        assertThat(error(twelveData.quote(AAPL)))
                .isInstanceOfSatisfying(
                        ProviderError.RateLimited.class,
                        limited -> assertThat(limited.retryAfter())
                                .isEqualTo(Duration.between(clock.instant(), Instant.parse("2026-10-02T00:00:01Z"))));
    }

    private static String limit(String what) {
        return "{\"code\":429,\"message\":\"You have run out of API credits %s.\",\"status\":\"error\"}"
                .formatted(what);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"0\"",
                "\"0.0\"",
                "\"-1.5\"",
                "\"NaN\"",
                "\"Infinity\"",
                "null",
                "\"\"",
                "\"n/a\"",
                "{}",
                "true",
                "1e400",
                "\"1e-99\""
            })
    void whatIsNoPriceIsNeverOne(String price) {
        STAND_IN.answers(200, QUOTE.replace("\"101.12345\"", price));
        assertThat(error(twelveData.quote(AAPL)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
        STAND_IN.answers(200, series("{\"datetime\":\"2026-09-29\",\"close\":" + price + "}"));
        assertThat(error(twelveData.dailyBars(AAPL, FROM, TO)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.riskwatch.marketdata.provider.StandIn#garbage")
    void garbageIsABrokenContract(String what, String body) {
        STAND_IN.answers(200, body);
        assertThat(error(twelveData.quote(AAPL)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
        assertThat(error(twelveData.dailyBars(AAPL, FROM, TO)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @Test
    void thePriceOfSomebodyElseOrOfTomorrowIsRefused() {
        STAND_IN.answers(200, QUOTE.replace("\"AAPL\"", "\"MSFT\""));
        assertThat(error(twelveData.quote(AAPL)).detail()).contains("another symbol");
        STAND_IN.answers(200, QUOTE);
        assertThat(error(twelveData.quote(new SourceSymbol("AAPL", "XLON"))).detail())
                .contains("mic_code");
        STAND_IN.answers(200, QUOTE.replace("1790866740", "1790966740"));
        assertThat(error(twelveData.quote(AAPL)).detail()).contains("future");
    }

    @Test
    void aBrokenLineIsAFaultOfTheirs() {
        for (Fault fault : new Fault[] {Fault.CONNECTION_RESET_BY_PEER, Fault.RANDOM_DATA_THEN_CLOSE}) {
            STAND_IN.breaks(fault);
            ProviderAnswer<ProviderQuote> answer = twelveData.quote(AAPL);
            assertThat(error(answer).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
            assertThat(answer.charge()).as("they may have counted it").isEqualTo(Charge.UNTOLD);
        }
    }

    @Test
    void anAnswerThatDoesNotComeOrDoesNotEndIsNotWaitedFor() {
        TwelveData impatient = new TwelveData(properties(STAND_IN.url(), Duration.ofMillis(300)), clock);
        STAND_IN.hangs(3_000);
        assertThat(error(impatient.quote(AAPL)).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
        STAND_IN.drips(3_000);
        assertThat(error(impatient.quote(AAPL)).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
    }

    @Test
    void aCallThatNeverReachedThemCostsNothing() {
        TwelveData away = new TwelveData(properties(URI.create("http://127.0.0.1:1/"), Duration.ofSeconds(20)), clock);
        assertThat(away.quote(AAPL).charge()).isEqualTo(Charge.NONE);
    }

    @Test
    void barsComeInOrderWithinTheSpanAndSayThatTheyAreAdjustedForSplits() {
        STAND_IN.answers(200, series("""
            {"datetime":"2026-09-30","open":"148.44","high":"150.1","low":"147.9","close":"149.00","volume":"68034149"},
            {"datetime":"2026-09-29","open":"0","high":null,"low":null,"close":"148.50","volume":"0"},
            {"datetime":"2026-09-25","close":"140"}\
            """));
        DailyBars bars = found(twelveData.dailyBars(AAPL, FROM, TO));
        assertThat(bars.adjustment()).isEqualTo(DailyBars.Adjustment.SPLITS);
        assertThat(bars.bars())
                .containsExactly(
                        new DailyBars.Bar(LocalDate.of(2026, 9, 29), null, null, null, new BigDecimal("148.50"), 0L),
                        new DailyBars.Bar(
                                LocalDate.of(2026, 9, 30),
                                new BigDecimal("148.44"),
                                new BigDecimal("150.1"),
                                new BigDecimal("147.9"),
                                new BigDecimal("149.00"),
                                68_034_149L));
        STAND_IN.server.verify(getRequestedFor(urlPathEqualTo("/time_series"))
                .withQueryParam("interval", equalTo("1day"))
                .withQueryParam("outputsize", equalTo("3"))
                .withQueryParam("adjust", equalTo("splits")));
    }

    @Test
    void aDayToldTwiceIsABrokenContract() {
        STAND_IN.answers(
                200,
                series("{\"datetime\":\"2026-09-29\",\"close\":\"1\"},{\"datetime\":\"2026-09-29\",\"close\":\"2\"}"));
        assertThat(error(twelveData.dailyBars(AAPL, FROM, TO)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @Test
    void manyRowsAreExpectedToCostMore() {
        assertThat(twelveData.barCredits(TO, TO)).isEqualTo(1);
        assertThat(twelveData.barCredits(TO.minusDays(999), TO)).isEqualTo(11);
    }

    @Test
    void theKeyIsNeverRepeated() {
        STAND_IN.answers(
                200, "{\"code\":401,\"message\":\"The key " + KEY + " is not\\r\\nvalid.\",\"status\":\"error\"}");
        String detail = error(twelveData.quote(AAPL)).detail();
        assertThat(detail).isEqualTo("The key *** is not valid.");
        assertThat(properties(STAND_IN.url(), Duration.ofSeconds(1)).toString()).doesNotContain(KEY);
    }

    private static String series(String values) {
        return """
            {"meta":{"symbol":"AAPL","interval":"1day","currency":"USD","exchange_timezone":"America/New_York",
             "exchange":"NASDAQ","mic_code":"XNAS","type":"Common Stock"},"values":[%s],"status":"ok"}\
            """.formatted(values);
    }
}
