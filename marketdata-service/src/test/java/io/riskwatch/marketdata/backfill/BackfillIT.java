package io.riskwatch.marketdata.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.ProvidersProperties;
import io.riskwatch.marketdata.provider.SettableClock;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.alphavantage.AlphaVantage;
import io.riskwatch.marketdata.provider.alphavantage.AlphaVantageProperties;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.provider.twelvedata.TwelveData;
import io.riskwatch.marketdata.provider.twelvedata.TwelveDataProperties;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Histories from stand-ins, on a clock of the test's own; the service itself answers the API and fetches nothing. */
class BackfillIT extends MarketdataIT {
    private static final BarStandIn STAND_IN = new BarStandIn();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private WorkRepository works;

    @Autowired
    private BarWriter writer;

    @Autowired
    private KnownInstruments instruments;

    @Autowired
    private JsonMapper json;

    private final SettableClock clock = new SettableClock(Instant.now());
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    private final LocalDate yesterday = today.minusDays(1);
    private String alphaVantageKey = "";
    private int perDay = 800;

    @DynamicPropertySource
    static void standIns(DynamicPropertyRegistry registry) {
        registry.add("riskwatch.providers.twelve-data.api-key", () -> "backfill-key");
        registry.add("riskwatch.providers.twelve-data.api-url", () -> STAND_IN.url() + "td/");
        registry.add("riskwatch.providers.twelve-data.stream-symbols", () -> "0");
        registry.add("riskwatch.backfill.enabled", () -> "false");
        registry.add("riskwatch.backfill.open-symbols", () -> "5");
    }

    @AfterAll
    static void stop() {
        STAND_IN.close();
    }

    @BeforeEach
    @AfterEach
    void cleanSlate() {
        jdbc.sql("delete from provider_call").update();
        jdbc.sql("delete from provider_account").update();
        jdbc.sql("delete from backfill_work").update();
        jdbc.sql("delete from price_bar where instrument_id in (select id from instrument where provider <> 'xsim')")
                .update();
        jdbc.sql("delete from instrument where provider <> 'xsim'").update();
        STAND_IN.asked.clear();
        STAND_IN.alphaVantage.clear();
        STAND_IN.factor = 1;
        STAND_IN.firstDay = LocalDate.of(1900, 1, 1);
        STAND_IN.currency = "USD";
        STAND_IN.instead = span -> null;
    }

    private Providers providers() {
        TwelveData twelveData = new TwelveData(
                new TwelveDataProperties(
                        "backfill-key",
                        STAND_IN.url().resolve("/td/"),
                        URI.create("ws://127.0.0.1:1/"),
                        8,
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
        return new Providers(
                List.of(twelveData, alphaVantage),
                new CreditLedger(jdbc, transactions, clock),
                new ProvidersProperties(
                        List.of("twelve-data", "alpha-vantage"),
                        Map.of(),
                        List.of("twelve-data"),
                        100,
                        Duration.ofSeconds(30),
                        8));
    }

    private BackfillProperties properties() {
        return new BackfillProperties(true, true, 0.5, 500, Duration.ofMinutes(2));
    }

    /** A service as it starts: it remembers nothing but what PostgreSQL holds. */
    private PieceFetcher replica() {
        return new PieceFetcher(works, writer, providers(), properties(), transactions, clock);
    }

    private void want(String symbol, LocalDate from) {
        works.want(SourceSymbol.of(symbol), InstrumentType.EQUITY, new Span(from, yesterday), clock.instant());
    }

    private Work work(String symbol) {
        return works.find(List.of(symbol)).getFirst();
    }

    /** Has time pass until the work has ended; every minute the service is another one where that is wished. */
    private Work finished(String symbol, boolean restarts) {
        PieceFetcher fetcher = replica();
        Work work = work(symbol);
        for (int i = 0; i < 1_000 && work.state() == Work.State.WAITING; i++) {
            fetcher = restarts ? replica() : fetcher;
            if (!fetcher.fetchOne()) {
                clock.advance(Duration.between(clock.instant(), work.retryAt()).plusMillis(1));
            }
            work = work(symbol);
        }
        return work;
    }

    private Map<LocalDate, Double> closes(String symbol) {
        Map<LocalDate, Double> closes = new TreeMap<>();
        jdbc.sql("select day, close from price_bar b join instrument i on i.id = b.instrument_id where symbol = ?")
                .param(symbol)
                .query(row -> {
                    closes.put(row.getObject("day", LocalDate.class), row.getDouble("close"));
                });
        return closes;
    }

    @Test
    void aWholeHistoryComesInPiecesWithinTheBudgetThroughAnyNumberOfRestarts() {
        want("AAPL", yesterday.minusYears(5));
        Instant started = clock.instant();
        Work done = finished("AAPL", true);
        assertThat(done.state()).isEqualTo(Work.State.DONE);
        assertThat(done.provider()).isEqualTo("twelve-data");
        List<LocalDate> days = BarStandIn.weekdays(yesterday.minusYears(5), yesterday);
        Map<LocalDate, Double> closes = closes("AAPL");
        assertThat(closes.keySet()).containsExactlyElementsOf(days);
        days.forEach(day -> assertThat(closes.get(day)).isEqualTo(Math.round(BarStandIn.close(day) * 10) / 10.0));
        assertThat(STAND_IN.asked).as("newest first").isSortedAccordingTo((a, b) -> b.to().compareTo(a.to()));
        assertThat(STAND_IN.asked).as("and nothing twice").hasSize(5);
        long credits =
                STAND_IN.asked.stream().mapToLong(span -> 1 + span.days() / 100).sum();
        assertThat(credits * 60 / 8)
                .as("seconds that eight credits a minute take at least")
                .isLessThanOrEqualTo(Duration.between(started, clock.instant()).toSeconds() + 60);
        assertThat(client(ORGANISATION)
                        .get()
                        .uri("/api/v1/history/AAPL?adjustment=SPLITS&from=" + yesterday.minusDays(20))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("\"provider\":\"twelve-data\"", "\"simulated\":false");
    }

    @Test
    void aReplicaThatDiesOverAPieceHasItTakenOver() {
        want("DIES", yesterday.minusDays(100));
        assertThat(works.claim(UUID.randomUUID(), clock.instant(), Duration.ofMinutes(2)))
                .isPresent();
        PieceFetcher other = replica();
        assertThat(other.fetchOne()).as("while the first may still be at it").isFalse();
        clock.advance(Duration.ofSeconds(121));
        assertThat(other.fetchOne()).isTrue();
        assertThat(work("DIES").state()).isEqualTo(Work.State.DONE);
    }

    @Test
    void halfADaysCreditsAreLeftForPrices() {
        perDay = 40;
        want("LONG", yesterday.minusYears(20));
        PieceFetcher fetcher = replica();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        while (LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).equals(day)) {
            if (!fetcher.fetchOne()) {
                clock.advance(Duration.between(clock.instant(), work("LONG").retryAt())
                        .plusMillis(1));
            }
        }
        long credits =
                STAND_IN.asked.stream().mapToLong(span -> 1 + span.days() / 100).sum();
        assertThat(credits).as("credits of a day of 40").isBetween(8L, 23L);
        assertThat(work("LONG").state()).isEqualTo(Work.State.WAITING);
        assertThat(work("LONG").percent()).isBetween(10, 60);
    }

    @Test
    void anotherProviderStartsFromTheBeginningAndWhatTheFirstOneToldIsKeptAsRevisions() {
        alphaVantageKey = "av-key";
        LocalDate edge = yesterday.minusDays(500);
        STAND_IN.instead = span -> span.from().isBefore(edge) ? BarStandIn.error(403, "Only with the Pro plan.") : null;
        want("PLAN", yesterday.minusYears(3));
        Work done = finished("PLAN", false);
        assertThat(done.state()).isEqualTo(Work.State.DONE);
        assertThat(done.provider()).isEqualTo("alpha-vantage");
        assertThat(closes("PLAN").values()).as("no mixture").containsOnly(50.5);
        assertThat(closes("PLAN").keySet())
                .containsExactlyElementsOf(BarStandIn.weekdays(yesterday.minusYears(3), yesterday));
        assertThat(jdbc.sql("""
            select price_adjustment from instrument where symbol = 'PLAN' and provider = 'alpha-vantage'\
            """).query(String.class).single()).isEqualTo("RAW");
        assertThat(jdbc.sql("select count(*) from price_bar_revision r join instrument i on i.id = r.instrument_id"
                                + " where symbol = 'PLAN'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whereNobodyElseCanWhatIsThereStays() {
        LocalDate edge = yesterday.minusDays(500);
        STAND_IN.instead = span -> span.from().isBefore(edge) ? BarStandIn.error(403, "Only with the Pro plan.") : null;
        want("CUTS", yesterday.minusYears(3));
        Work done = finished("CUTS", false);
        assertThat(done.state()).isEqualTo(Work.State.PARTIAL);
        assertThat(done.cutShort()).isEqualTo("Only with the Pro plan.");
        assertThat(closes("CUTS")).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{\"meta\":{\"symbol\":\"WRNG\",\"currency\":\"USD\"},\"values\":[{\"datetime\":\"DAY\",\"close\":\"0\"}],\"status\":\"ok\"}",
                "{\"meta\":{\"symbol\":\"WRNG\",\"currency\":\"USD\"},\"values\":[{\"datetime\":\"DAY\",\"close\":\"-1\"}],\"status\":\"ok\"}",
                "{\"meta\":{\"symbol\":\"WRNG\",\"currency\":\"USD\"},\"values\":[{\"datetime\":\"DAY\",\"close\":\"NaN\"}],\"status\":\"ok\"}",
                "{\"meta\":{\"symbol\":\"MSFT\",\"currency\":\"USD\"},\"values\":[{\"datetime\":\"DAY\",\"close\":\"9\"}],\"status\":\"ok\"}",
                "{\"code\":500,\"message\":\"oops\",\"status\":\"error\"}",
            })
    void nothingWrongIsEverStored(String body) {
        STAND_IN.instead = span -> body.replace("DAY", yesterday.toString());
        want("WRNG", yesterday.minusDays(100));
        Work failed = finished("WRNG", false);
        assertThat(failed.state()).isEqualTo(Work.State.FAILED);
        assertThat(failed.error()).isIn(ProviderError.Kind.CONTRACT, ProviderError.Kind.UPSTREAM);
        assertThat(STAND_IN.asked).as("attempts").hasSize(5);
        assertThat(closes("WRNG")).isEmpty();
    }

    @Test
    void pricesInAnotherCurrencyAreNotTheInstruments() {
        instruments.learn("CURR", "XLON", "Some", InstrumentType.EQUITY, "GBP", "twelve-data");
        want("CURR", yesterday.minusDays(100));
        Work failed = finished("CURR", false);
        assertThat(failed.state()).isEqualTo(Work.State.FAILED);
        assertThat(failed.detail()).isEqualTo("prices come in USD, the instrument is listed in GBP");
        assertThat(closes("CURR")).isEmpty();
    }

    @Test
    void aSplitBetweenTwoPiecesHasAllOfThemAskedForAgain() {
        want("SPLT", yesterday.minusYears(3));
        PieceFetcher fetcher = replica();
        assertThat(fetcher.fetchOne()).isTrue();
        STAND_IN.factor = 0.25;
        Work done = finished("SPLT", false);
        assertThat(done.state()).isEqualTo(Work.State.DONE);
        assertThat(done.restarts()).isEqualTo(1);
        closes("SPLT")
                .forEach((day, close) ->
                        assertThat(close).as("close of %s", day).isCloseTo(BarStandIn.close(day) / 4, within(1e-3)));
    }

    @Test
    void aHistoryEndsWhereTheInstrumentBegan() {
        STAND_IN.firstDay = yesterday.minusDays(600);
        want("YOUN", yesterday.minusYears(20));
        Work done = finished("YOUN", false);
        assertThat(done.state()).isEqualTo(Work.State.DONE);
        assertThat(closes("YOUN").keySet())
                .containsExactlyElementsOf(BarStandIn.weekdays(STAND_IN.firstDay, yesterday));
        assertThat(STAND_IN.asked).hasSizeLessThan(5);
    }

    @Test
    void whatNobodyKnowsFailsAndALimitWithStatus200IsWaitedFor() {
        STAND_IN.instead = span -> BarStandIn.error(404, "**symbol** or **figi** parameter is missing or invalid.");
        want("NONE", yesterday.minusDays(100));
        assertThat(finished("NONE", false).error()).isEqualTo(ProviderError.Kind.NOT_FOUND);
        assertThat(STAND_IN.asked).hasSize(1);
        STAND_IN.instead = span -> BarStandIn.error(429, "You have run out of API credits for the current minute.");
        want("WAIT", yesterday.minusDays(100));
        assertThat(replica().fetchOne()).isTrue();
        Work waiting = work("WAIT");
        assertThat(waiting.error()).isEqualTo(ProviderError.Kind.RATE_LIMITED);
        assertThat(waiting.attempts()).isZero();
        assertThat(waiting.retryAt()).isAfter(clock.instant());
        STAND_IN.instead = span -> null;
        assertThat(finished("WAIT", false).state()).isEqualTo(Work.State.DONE);
    }

    @Test
    void aFetchedHistoryGoesOnWithEachClosedTradingDay() {
        want("DAYS", yesterday.minusDays(100));
        finished("DAYS", false);
        clock.advance(Duration.ofDays(9));
        BackfillSchedule schedule =
                new BackfillSchedule(replica(), works, instruments, providers(), properties(), clock);
        schedule.topUp();
        schedule.work();
        Work work = work("DAYS");
        assertThat(work.state()).isEqualTo(Work.State.DONE);
        LocalDate last = work.wanted().to();
        assertThat(last).isAfter(yesterday).isBefore(today.plusDays(9));
        assertThat(closes("DAYS").keySet()).contains(last);
        assertThat(STAND_IN.asked).as("one question for the new days").hasSize(2);
    }

    @Test
    void anOrganisationAsksAndSeesItsProgressAndNobodyElseDoes() {
        String location = post("{\"symbols\":[\"AAPL\",\"MSFT:XNAS\"],\"from\":\"" + yesterday.minusDays(200) + "\"}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("RUNNING")
                .jsonPath("$.percent")
                .isEqualTo(0)
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
        clock.advance(Duration.ofMinutes(1));
        finished("AAPL", false);
        finished("MSFT:XNAS", false);
        client(ORGANISATION)
                .get()
                .uri(location)
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DONE")
                .jsonPath("$.percent")
                .isEqualTo(100)
                .jsonPath("$.symbols[1].symbol")
                .isEqualTo("MSFT:XNAS")
                .jsonPath("$.symbols[1].provider")
                .isEqualTo("twelve-data");
        client(OTHER_ORGANISATION).get().uri(location).exchange().expectStatus().isNotFound();
        client(OTHER_ORGANISATION)
                .get()
                .uri("/api/v1/history/backfills")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(0);
        int calls = STAND_IN.asked.size();
        post("{\"symbols\":[\"AAPL\"],\"from\":\"" + yesterday.minusDays(100) + "\"}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DONE");
        assertThat(replica().fetchOne())
                .as("what is stored is not fetched again")
                .isFalse();
        assertThat(STAND_IN.asked).hasSize(calls);
    }

    @Test
    void theSameSymbolOfTwoMarketsIsTwoHistories() {
        works.want(
                new SourceSymbol("TWIN", "XNAS"),
                InstrumentType.EQUITY,
                new Span(yesterday.minusDays(100), yesterday),
                clock.instant());
        finished("TWIN:XNAS", false);
        STAND_IN.factor = 3;
        works.want(
                new SourceSymbol("TWIN", "XLON"),
                InstrumentType.EQUITY,
                new Span(yesterday.minusDays(100), yesterday),
                clock.instant());
        finished("TWIN:XLON", false);
        assertThat(lastClose("TWIN:XLON")).isCloseTo(3 * lastClose("TWIN:XNAS"), within(1e-9));
        assertThat(lastClose("TWIN")).as("the one that was listed first").isEqualTo(lastClose("TWIN:XNAS"));
    }

    private double lastClose(String key) {
        String body = client(ORGANISATION)
                .get()
                .uri("/api/v1/history/{key}", key)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return json.readTree(body).get("points").values().stream()
                .reduce((a, b) -> b)
                .orElseThrow()
                .get("close")
                .asDouble();
    }

    @Test
    void whatCannotBeFetchedIsNamed() {
        post("{\"symbols\":[\"AAPL\",\"no such\",\"ORBX\"]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("symbols[1]")
                .jsonPath("$.errors[1].field")
                .isEqualTo("symbols[2]");
        post("{\"symbols\":[]}").expectStatus().isBadRequest();
        post("{\"symbols\":[\"AAPL\"],\"to\":\"" + today.plusDays(1) + "\"}")
                .expectStatus()
                .isBadRequest();
        post("{\"symbols\":[\"AAPL\"],\"from\":\"2020-01-02\",\"to\":\"2020-01-01\"}")
                .expectStatus()
                .isBadRequest();
        post("{\"symbols\":[\"A1\",\"A2\",\"A3\",\"A4\",\"A5\",\"A6\"]}")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
        assertThat(works.find(List.of("AAPL", "A1"))).isEmpty();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return client(ORGANISATION)
                .post()
                .uri("/api/v1/history/backfills")
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }
}
