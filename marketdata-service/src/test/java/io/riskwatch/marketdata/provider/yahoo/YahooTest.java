package io.riskwatch.marketdata.provider.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.riskwatch.marketdata.provider.Answers.error;
import static io.riskwatch.marketdata.provider.Answers.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.riskwatch.marketdata.provider.DailyBars;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.ProviderQuote;
import io.riskwatch.marketdata.provider.SettableClock;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.StandIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YahooTest {
    private static final SourceSymbol NVDA = SourceSymbol.of("NVDA");
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 15);
    private static final String CHART = """
        {"chart":{"result":[{"meta":{"currency":"USD","symbol":"NVDA","exchangeName":"NMS","instrumentType":"EQUITY",
         "regularMarketTime":1705957200,"gmtoffset":-18000,"timezone":"EST","exchangeTimezoneName":"America/New_York",
         "regularMarketPrice":596.54,"chartPreviousClose":547.1,"priceHint":2,"dataGranularity":"1d","range":"5d"},
         "timestamp":[1705415400,1705501800,1705588200],
         "events":{"dividends":{"1705501800":{"amount":0.04,"date":1705501800}},
          "splits":{"1705588200":{"date":1705588200,"numerator":10,"denominator":1,"splitRatio":"10:1"}}},
         "indicators":{"quote":[{"open":[550.1,null,563.2],"high":[568.3,null,574],"low":[549,null,560.1],
          "close":[563.82,null,571.07],"volume":[44958000,null,49165000]}],
          "adjclose":[{"adjclose":[563.1,null,570.9]}]}}],"error":null}}\
        """;

    @RegisterExtension
    static final StandIn STAND_IN = new StandIn();

    private final SettableClock clock = SettableClock.at("2024-01-22T22:00:00Z");
    private final Yahoo yahoo = yahoo(Duration.ofSeconds(20));

    private Yahoo yahoo(Duration timeout) {
        return new Yahoo(
                new YahooProperties(
                        true,
                        STAND_IN.url(),
                        STAND_IN.url().resolve("/cookie"),
                        STAND_IN.url().resolve("/v1/test/getcrumb"),
                        30,
                        2_000,
                        timeout),
                clock);
    }

    @Test
    void aQuoteIsAskedForWithTheRangeOfOneDaySoThatThePreviousCloseIsTheDayBefores() {
        STAND_IN.answers(200, CHART);
        ProviderQuote quote = found(yahoo.quote(NVDA));
        assertThat(quote.price()).isEqualTo(new BigDecimal("596.54"));
        assertThat(quote.previousClose()).isEqualTo(new BigDecimal("547.1"));
        assertThat(quote.asOf()).isEqualTo(Instant.parse("2024-01-22T21:00:00Z"));
        STAND_IN.server.verify(
                getRequestedFor(urlPathEqualTo("/v8/finance/chart/NVDA")).withQueryParam("range", equalTo("1d")));
        STAND_IN.answers(200, CHART.replace("\"priceHint\"", "\"previousClose\":594.91,\"priceHint\""));
        assertThat(found(yahoo.quote(NVDA)).previousClose()).isEqualTo(new BigDecimal("594.91"));
    }

    @Test
    void penceBecomePoundsAndMarketsHaveSuffixes() {
        STAND_IN.answers(200, CHART.replace("\"USD\"", "\"GBp\"").replace("\"NVDA\"", "\"VOD.L\""));
        ProviderQuote quote = found(yahoo.quote(new SourceSymbol("VOD", "XLON")));
        assertThat(quote.currency()).isEqualTo("GBP");
        assertThat(quote.price()).isEqualByComparingTo("5.9654");
        assertThat(Yahoo.spelled(SourceSymbol.of("BRK.B"))).contains("BRK-B");
        assertThat(Yahoo.spelled(new SourceSymbol("SAP", "XETR"))).contains("SAP.DE");
        assertThat(error(yahoo.quote(new SourceSymbol("SAP", "XXXX"))).kind()).isEqualTo(ProviderError.Kind.NOT_FOUND);
    }

    @Test
    void aDayWithoutACloseIsAHoleAndEventsComeWithTheBars() {
        STAND_IN.answers(200, CHART);
        DailyBars bars = found(yahoo.dailyBars(NVDA, MONDAY, MONDAY.plusDays(4)));
        assertThat(bars.adjustment()).isEqualTo(DailyBars.Adjustment.SPLITS);
        assertThat(bars.bars())
                .extracting(DailyBars.Bar::day, DailyBars.Bar::close)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2024, 1, 16), new BigDecimal("563.82")),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2024, 1, 18), new BigDecimal("571.07")));
        assertThat(bars.dividends())
                .containsExactly(new DailyBars.Dividend(LocalDate.of(2024, 1, 17), new BigDecimal("0.04")));
        assertThat(bars.splits())
                .containsExactly(new DailyBars.Split(LocalDate.of(2024, 1, 18), BigDecimal.TEN, BigDecimal.ONE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Not Found,NOT_FOUND", "Unauthorized,AUTH", "Bad Request,CONTRACT", "Internal Error,UPSTREAM"})
    void anErrorInsideTheChartIsAnError(String code, ProviderError.Kind kind) {
        STAND_IN.answers(
                200,
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"%s\",\"description\":\"No data found\"}}}"
                        .formatted(code));
        assertThat(error(yahoo.quote(NVDA)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "status {0}")
    @CsvSource({"429,RATE_LIMITED", "404,NOT_FOUND", "500,UPSTREAM", "503,UPSTREAM", "302,CONTRACT"})
    void aStatusIsClassified(int status, ProviderError.Kind kind) {
        STAND_IN.answers(status, "Too Many Requests\r\n");
        assertThat(error(yahoo.quote(NVDA)).kind()).isEqualTo(kind);
        assertThat(error(yahoo.dailyBars(NVDA, MONDAY, MONDAY.plusDays(4))).kind())
                .isEqualTo(kind);
    }

    @Test
    void aBrokenLineAndAnAnswerThatDoesNotComeOrDoesNotEndAreFaultsOfTheirs() {
        STAND_IN.breaks(Fault.CONNECTION_RESET_BY_PEER);
        assertThat(error(yahoo.quote(NVDA)).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
        Yahoo impatient = yahoo(Duration.ofMillis(300));
        STAND_IN.hangs(3_000);
        assertThat(error(impatient.quote(NVDA)).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
        STAND_IN.drips(3_000);
        assertThat(error(impatient.quote(NVDA)).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0", "-5", "\"NaN\"", "1e99", "true"})
    void whatIsNoCloseMakesNoBar(String close) {
        STAND_IN.answers(200, CHART.replace("571.07", close));
        assertThat(error(yahoo.dailyBars(NVDA, MONDAY, MONDAY.plusDays(4))).kind())
                .isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0", "0.0", "-5", "null", "\"NaN\"", "1e99"})
    void whatIsNoPriceIsNeverOne(String price) {
        STAND_IN.answers(200, CHART.replace("596.54", price));
        assertThat(error(yahoo.quote(NVDA)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.riskwatch.marketdata.provider.StandIn#garbage")
    void garbageIsABrokenContract(String what, String body) {
        STAND_IN.answers(200, body);
        assertThat(error(yahoo.quote(NVDA)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
        assertThat(error(yahoo.dailyBars(NVDA, MONDAY, MONDAY.plusDays(4))).kind())
                .isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @Test
    void aRefusedCrumbIsFetchedOnceAndTheCallRepeatedOnce() {
        STAND_IN.server.stubFor(get(urlPathMatching("/v8/.*"))
                .withQueryParam("crumb", absent())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withBody(
                                "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":\"Invalid"
                                        + " Crumb\"}}}")));
        STAND_IN.server.stubFor(get(urlPathEqualTo("/cookie"))
                .willReturn(aResponse().withStatus(404).withHeader("Set-Cookie", "A3=d=AQAB; Path=/; Secure")));
        STAND_IN.server.stubFor(get(urlPathEqualTo("/v1/test/getcrumb"))
                .withHeader("Cookie", equalTo("A3=d=AQAB"))
                .willReturn(aResponse().withBody("aB3.cd/Ef")));
        STAND_IN.server.stubFor(get(urlPathMatching("/v8/.*"))
                .withQueryParam("crumb", equalTo("aB3.cd/Ef"))
                .withHeader("Cookie", equalTo("A3=d=AQAB"))
                .willReturn(aResponse().withBody(CHART)));
        var answer = yahoo.quote(NVDA);
        assertThat(found(answer).price()).isEqualTo(new BigDecimal("596.54"));
        assertThat(answer.charge().used()).isEqualTo(4);
        assertThat(found(yahoo.quote(NVDA)).price()).isPositive();
        assertThat(STAND_IN.calls()).as("the crumb is kept").isEqualTo(5);
    }

    @Test
    void aLimitIsNotTakenForACrumb() {
        STAND_IN.answers(401, "Invalid Crumb");
        STAND_IN.server.stubFor(get(urlPathEqualTo("/cookie"))
                .willReturn(aResponse().withStatus(404).withHeader("Set-Cookie", "A3=d=AQAB; Path=/")));
        STAND_IN.server.stubFor(get(urlPathEqualTo("/v1/test/getcrumb"))
                .willReturn(aResponse().withStatus(429).withBody("Too Many Requests\r\n")));
        assertThat(error(yahoo.quote(NVDA)).kind()).isEqualTo(ProviderError.Kind.AUTH);
        STAND_IN.server.stubFor(
                get(urlPathEqualTo("/v1/test/getcrumb")).willReturn(aResponse().withBody("Too Many Requests\r\n")));
        assertThat(error(yahoo.quote(NVDA)).kind()).isEqualTo(ProviderError.Kind.AUTH);
        STAND_IN.server.verify(
                0, getRequestedFor(urlPathMatching("/v8/.*")).withQueryParam("crumb", equalTo("Too Many Requests")));
    }
}
