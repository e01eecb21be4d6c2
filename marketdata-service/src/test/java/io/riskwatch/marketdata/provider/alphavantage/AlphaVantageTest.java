package io.riskwatch.marketdata.provider.alphavantage;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
import io.riskwatch.marketdata.provider.credit.Charge;
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

class AlphaVantageTest {
    private static final String KEY = "AVKEY0123456789X";
    private static final SourceSymbol IBM = SourceSymbol.of("IBM");
    private static final String QUOTE = """
            {"Global Quote":{"01. symbol":"IBM","02. open":"49.3","03. high":"49.9","04. low":"49.1","05. price":"49.2492",
             "06. volume":"3963700","07. latest trading day":"2026-07-10","08. previous close":"49.2000","09. change":"0.0492",
             "10. change percent":"0.1%"}}""";

    @RegisterExtension
    static final StandIn STAND_IN = new StandIn();

    private final SettableClock clock = SettableClock.at("2026-07-12T12:00:00Z");

    private AlphaVantage alphaVantage(boolean adjusted, Duration timeout) {
        return new AlphaVantage(
                new AlphaVantageProperties(KEY, STAND_IN.url(), 5, 25, Duration.ofMillis(1_100), adjusted, timeout),
                clock);
    }

    private final AlphaVantage alphaVantage = alphaVantage(false, Duration.ofSeconds(20));

    @Test
    void aQuoteIsTheCloseOfItsTradingDayInDollars() {
        STAND_IN.answers(200, QUOTE);
        ProviderQuote quote = found(alphaVantage.quote(IBM));
        assertThat(quote.price()).isEqualTo(new BigDecimal("49.2492"));
        assertThat(quote.previousClose()).isEqualTo(new BigDecimal("49.2000"));
        assertThat(quote.currency()).isEqualTo("USD");
        assertThat(quote.asOf()).isEqualTo(Instant.parse("2026-07-10T20:00:00Z"));
        STAND_IN.server.verify(getRequestedFor(urlPathEqualTo("/query"))
                .withQueryParam("function", equalTo("GLOBAL_QUOTE"))
                .withQueryParam("symbol", equalTo("IBM")));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Note':'Thank you for using Alpha Vantage! Our standard API call frequency is 5 calls per minute and 500 calls per day.'} | RATE_LIMITED | PT1M",
                "{'Information':'Thank you for using Alpha Vantage! Please consider spreading out your free API requests more sparingly (1 request per second). (25 requests per day)'} | RATE_LIMITED | PT1M",
                "{'Information':'We have detected your API key as AVKEY0123456789X and our standard API rate limit is 25 requests per day.'} | RATE_LIMITED | PT12H",
                "{'Information':'Words nobody has seen before'} | RATE_LIMITED | PT1M",
                "{'Information':'This is a premium endpoint. You may subscribe to any of the premium plans'} | PLAN |",
                "{'Error Message':'Invalid API call. Please retry or visit the documentation for GLOBAL_QUOTE.'} | NOT_FOUND |",
                "{'Error Message':'the parameter apikey is invalid or missing.'} | AUTH |",
                "{'Global Quote':{}} | NOT_FOUND |",
            })
    void proseWithStatus200IsClassified(String body, ProviderError.Kind kind, Duration retryAfter) {
        STAND_IN.answers(200, body.replace('\'', '"'));
        ProviderError error = error(alphaVantage.quote(IBM));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.detail()).doesNotContain(KEY);
        if (error instanceof ProviderError.RateLimited limited) {
            assertThat(limited.retryAfter()).isEqualTo(retryAfter);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\"0.0000\"", "\"-3\"", "\"NaN\"", "null", "\"\"", "\"None\""})
    void whatIsNoPriceIsNeverOne(String price) {
        STAND_IN.answers(200, QUOTE.replace("\"49.2492\"", price));
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.riskwatch.marketdata.provider.StandIn#garbage")
    void garbageIsABrokenContract(String what, String body) {
        STAND_IN.answers(200, body);
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
        assertThat(error(alphaVantage.dailyBars(IBM, LocalDate.MIN, LocalDate.MAX))
                        .kind())
                .isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @Test
    void aStatusAndABrokenLineAreClassifiedToo() {
        STAND_IN.answers(503, "upstream away");
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
        STAND_IN.answers(429, "");
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.RATE_LIMITED);
        STAND_IN.answers(302, "");
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
        STAND_IN.breaks(Fault.EMPTY_RESPONSE);
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.UPSTREAM);
        STAND_IN.hangs(3_000);
        assertThat(error(alphaVantage(false, Duration.ofMillis(300)).quote(IBM)).kind())
                .isEqualTo(ProviderError.Kind.UPSTREAM);
    }

    @Test
    void thePriceOfSomebodyElseOrOfTomorrowIsRefused() {
        STAND_IN.answers(200, QUOTE.replace("\"IBM\"", "\"HPQ\""));
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
        STAND_IN.answers(200, QUOTE.replace("2026-07-10", "2026-07-13"));
        assertThat(error(alphaVantage.quote(IBM)).kind()).isEqualTo(ProviderError.Kind.CONTRACT);
    }

    @Test
    void aMarketWhoseCurrencyIsNotToldIsNotAskedFor() {
        var answer = alphaVantage.quote(new SourceSymbol("VOD", "XLON"));
        assertThat(error(answer).kind()).isEqualTo(ProviderError.Kind.NOT_FOUND);
        assertThat(answer.charge()).isEqualTo(Charge.NONE);
        assertThat(STAND_IN.calls()).isZero();
    }

    @Test
    void aClassShareIsSpelledWithADash() {
        STAND_IN.answers(200, QUOTE.replace("\"IBM\"", "\"BRK-B\""));
        assertThat(found(alphaVantage.quote(SourceSymbol.of("BRK.B"))).symbol().symbol())
                .isEqualTo("BRK.B");
        STAND_IN.server.verify(getRequestedFor(urlPathEqualTo("/query")).withQueryParam("symbol", equalTo("BRK-B")));
    }

    @Test
    void rawClosesComeWithTheirSplitsAndDividends() {
        STAND_IN.answers(200, """
                {"Meta Data":{"2. Symbol":"IBM"},"Time Series (Daily)":{
                 "2026-07-09":{"1. open":"160.0","2. high":"162.0","3. low":"159.0","4. close":"161.4100","5. adjusted close":"80.1",
                  "6. volume":"3963700","7. dividend amount":"0.2500","8. split coefficient":"1.0"},
                 "2026-07-10":{"1. open":"80.0","2. high":"81.0","3. low":"79.5","4. close":"80.7000","5. adjusted close":"80.7",
                  "6. volume":"7963700","7. dividend amount":"0.0000","8. split coefficient":"2.0"},
                 "2026-07-08":{"4. close":"160.0"}}}""");
        LocalDate from = LocalDate.of(2026, 7, 9);
        DailyBars bars = found(alphaVantage(true, Duration.ofSeconds(20)).dailyBars(IBM, from, from.plusDays(1)));
        assertThat(bars.adjustment()).isEqualTo(DailyBars.Adjustment.RAW);
        assertThat(bars.bars())
                .extracting(DailyBars.Bar::close)
                .containsExactly(new BigDecimal("161.4100"), new BigDecimal("80.7000"));
        assertThat(bars.bars()).extracting(DailyBars.Bar::volume).containsExactly(3_963_700L, 7_963_700L);
        assertThat(bars.dividends()).containsExactly(new DailyBars.Dividend(from, new BigDecimal("0.2500")));
        assertThat(bars.splits())
                .containsExactly(new DailyBars.Split(from.plusDays(1), new BigDecimal("2.0"), BigDecimal.ONE));
        STAND_IN.server.verify(getRequestedFor(urlPathEqualTo("/query"))
                .withQueryParam("function", equalTo("TIME_SERIES_DAILY_ADJUSTED"))
                .withQueryParam("outputsize", equalTo("compact")));
    }
}
