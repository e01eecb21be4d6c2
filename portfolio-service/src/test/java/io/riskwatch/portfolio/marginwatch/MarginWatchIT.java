package io.riskwatch.portfolio.marginwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.TestSocket;
import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.TestTicks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** From the price on Redis' channel to the event, the frame and the list; 20,000 with a loan of 10,000 as in the contract. */
class MarginWatchIT extends PortfolioServiceIT {

    /** Five times what is promised. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private LatestTicks latest;

    @Autowired
    private MarginWatch watch;

    @Autowired
    private MarginWatchSettings settings;

    @Autowired
    private TransitionWriter writer;

    @Autowired
    private LiveFigures figures;

    @Autowired
    private MarginAccounts accounts;

    @Autowired
    private MarginStates states;

    @Autowired
    private DeficitWriter deficits;

    private TestTicks ticks;
    private TestCaller owner;
    private Ledgers ledgers;
    private TestSocket socket;
    private String portfolio;
    private String symbol;

    @BeforeEach
    void aMarginAccount() {
        ticks = new TestTicks(redis);
        owner = callers.inNewOrganisation();
        ledgers = new Ledgers(http(owner));
        socket = new TestSocket(address(), "/ws/events", owner.token());
        await().until(() -> !socket.heard("hello").isEmpty());
        symbol = "MW" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        ticks.publish(symbol, "200");
        await().until(() -> latest.find(symbol).isPresent());
        portfolio = ledgers.newPortfolio();
        lend();
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2026-01-02,DEPOSIT,,,,USD,,10000,
            2026-01-05,BUY,%s,100,200,USD,,,
            """.formatted(symbol));
        await().until(() -> judged(watch).isPresent());
    }

    @AfterEach
    void leave() {
        socket.close();
        watch.start();
    }

    private void lend() {
        JsonNode account = ledgers.get("/api/v1/portfolios/%s/accounts".formatted(portfolio))
                .get("items")
                .get(0);
        ledgers.put(
                        "/api/v1/portfolios/%s/accounts/%s"
                                .formatted(portfolio, account.get("id").stringValue()),
                        "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":false}")
                .expectStatus()
                .is2xxSuccessful();
    }

    /** The state the account has in the book once it holds what it holds; empty before. */
    private Optional<MarginState> judged(MarginWatch by) {
        CompletableFuture<Optional<MarginState>> answer = new CompletableFuture<>();
        by.with(book -> answer.complete(book.find(UUID.fromString(portfolio))
                .filter(account -> account.holdings() > 0 && !account.pending && !account.touched)
                .map(account -> account.state)));
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private List<JsonNode> events() {
        JsonNode page = ledgers.get("/api/v1/portfolios/%s/margin/events".formatted(portfolio));
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private List<String> afters() {
        return events().stream().map(event -> event.get("after").stringValue()).toList();
    }

    @Test
    void aTickToTwelveThousandCallsOnceWithTheFiguresAndAHigherOneEndsIt() {
        assertThat(events()).isEmpty();

        Instant published = Instant.now();
        ticks.publish(symbol, "120");
        await().atMost(LIMIT).until(() -> !socket.heard("margin.changed").isEmpty());
        System.out.printf(
                "From the tick to the frame: %d ms%n",
                Duration.between(published, Instant.now()).toMillis());

        JsonNode frame = socket.heard("margin.changed").getFirst();
        assertThat(frame.get("portfolioId").stringValue()).isEqualTo(portfolio);
        assertThat(frame.get("before").stringValue()).isEqualTo("OK");
        assertThat(frame.get("after").stringValue()).isEqualTo("CALL");
        assertThat(frame.get("symbol").stringValue()).isEqualTo(symbol);
        JsonNode status = frame.get("status");
        assertThat(status.get("portfolioValue").stringValue()).isEqualTo("12000.00");
        assertThat(status.get("netEquity").stringValue()).isEqualTo("2000.00");
        assertThat(status.get("marginRequirement").stringValue()).isEqualTo("3000.00");
        assertThat(status.get("marginShortfall").stringValue()).isEqualTo("1000.00");
        assertThat(status.get("triggerValue").stringValue()).isEqualTo("13333.33");
        assertThat(status.get("cures")).hasSize(3);
        JsonNode event = events().getFirst();
        assertThat(event.get("id")).isEqualTo(frame.get("eventId"));
        assertThat(event.get("price").stringValue()).isEqualTo("120");
        assertThat(event.get("marginShortfall").stringValue()).isEqualTo("1000.00");

        ticks.publish(symbol, "119");
        ticks.publish(symbol, "250");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(socket.heard("margin.changed")).hasSize(2));
        assertThat(afters()).containsExactly("OK", "CALL");
    }

    @Test
    void aBookingChangesTheStateWithoutAPrice() {
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2026-02-02\",\"type\":\"WITHDRAWAL\",\"currency\":\"USD\",\"amount\":\"6000\"}")
                .expectStatus()
                .isCreated();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("CALL"));
        assertThat(events().getFirst().has("symbol")).isFalse();

        ledgers.record(
                        portfolio,
                        "{\"date\":\"2026-02-03\",\"type\":\"DEPOSIT\",\"currency\":\"USD\",\"amount\":\"1000\"}")
                .expectStatus()
                .isCreated();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("WARNING", "CALL"));
    }

    @Test
    void twoReplicasAndARestartWriteOneEvent() {
        try (Replica other = new Replica()) {
            await().until(() -> judged(other.watch).isPresent());
            ticks.publish(symbol, "120");
            await().until(() -> latest.find(symbol).orElseThrow().price().equals(new BigDecimal("120")));
            other.watch.ticks(List.of(latest.find(symbol).orElseThrow()));

            await().until(() -> judged(watch).equals(Optional.of(MarginState.CALL))
                    && judged(other.watch).equals(Optional.of(MarginState.CALL)));
        }
        try (Replica restarted = new Replica()) {
            await().until(() -> judged(restarted.watch).isPresent());
            assertThat(judged(restarted.watch)).contains(MarginState.CALL);
        }
        assertThat(afters()).containsExactly("CALL");
    }

    @Test
    void whatHappenedWhileNobodyWatchedIsWrittenAfterTheStart() {
        watch.stop();
        ticks.publish(symbol, "120");
        await().until(() -> latest.find(symbol).orElseThrow().price().equals(new BigDecimal("120")));
        try (Replica started = new Replica()) {
            await().until(() -> judged(started.watch).equals(Optional.of(MarginState.CALL)));
        }
        assertThat(afters()).containsExactly("CALL");
    }

    @Test
    void whoKnowsOnlyOlderPricesChangesNothing() {
        Instant now = Instant.now();
        WatchedAccount account = account();
        Transition behind = transition(account, now.minusSeconds(10));
        Transition ahead = transition(account, now);
        write(ahead);
        assertThat(afters()).containsExactly("CALL");
        Transition again = new Transition(
                account, MarginState.CALL, 1, status(account, MarginState.CALL), null, behind.pricesAsOf());
        write(again);
        assertThat(afters()).containsExactly("CALL");
        write(ahead);
        assertThat(afters()).as("written once").containsExactly("CALL");
    }

    private WatchedAccount account() {
        watch.stop(); // the test writes in its place
        MarginAccounts.Read read = accounts.read(
                        new MarginStates.AccountKey(owner.organisationId(), UUID.fromString(portfolio)), true)
                .orElseThrow();
        return new WatchedAccount(read.account(), new PriceColumns(), new RateColumns());
    }

    private static MarginStatus status(WatchedAccount account, MarginState before) {
        return MarginCalculator.status(
                List.of(MarginPosition.of(
                        "ANY",
                        new BigDecimal("100"),
                        new BigDecimal(before == MarginState.OK ? "120" : "200"),
                        BigDecimal.ONE,
                        MarginRates.STANDARD)),
                new BigDecimal("10000"),
                before);
    }

    private static Transition transition(WatchedAccount account, Instant pricesAsOf) {
        return new Transition(account, MarginState.OK, 0, status(account, MarginState.OK), null, pricesAsOf);
    }

    private void write(Transition transition) {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        writer.write(List.of(transition), task -> settled.complete(null));
        settled.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void aPriceThatIsTooOldIsNeverASilentOk() {
        String old = symbol + "O";
        ticks.publish(old, "10", Instant.now().minus(Duration.ofHours(2)));
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2026-01-06,BUY,%s,1,10,USD,,,
            """.formatted(old));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("STALE"));

        ticks.publish(old, "11");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("OK", "STALE"));
    }

    @Test
    void theLastPriceOfAClosedMarketCountsUntilItHasBeenOpenForAWhile() {
        String resting = symbol + "C";
        Instant close = Instant.now().minus(Duration.ofDays(2));
        ticks.publish(resting, "10", close, close, Instant.now().plus(Duration.ofHours(1)));
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2026-01-06,BUY,%s,1000,10,USD,,,
            """.formatted(resting));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("WATCH"));

        ticks.publish(resting, "10", close, close, Instant.now().minus(Duration.ofHours(1)));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("STALE", "WATCH"));
    }

    @Test
    void aHouseRateHoldsForAccountsThatWereReadBefore() {
        ledgers.put(
                        "/api/v1/margin/rates/%s/%s".formatted(symbol, LocalDate.now(ZoneOffset.UTC)),
                        "{\"maintenanceLong\":0.60,\"initialLong\":0.60}")
                .expectStatus()
                .is2xxSuccessful();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("CALL"));
        assertThat(events().getFirst().get("marginRequirement").stringValue()).isEqualTo("12000.00");
        assertThat(ledgers.get("/api/v1/portfolios/%s/margin".formatted(portfolio))
                        .get("state")
                        .stringValue())
                .isEqualTo("CALL");
    }

    @Test
    void strangersNeitherHearNorRead() {
        TestCaller stranger = callers.inNewOrganisation();
        try (TestSocket theirs = new TestSocket(address(), "/ws/events", stranger.token())) {
            await().until(() -> !theirs.heard("hello").isEmpty());
            ticks.publish(symbol, "120");
            await().until(() -> !socket.heard("margin.changed").isEmpty());
            assertThat(theirs.heard("margin.changed")).isEmpty();
        }
        http(stranger)
                .get()
                .uri("/api/v1/portfolios/%s/margin/events".formatted(portfolio))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anAccountThatNoLongerLendsIsLeftInPeace() {
        ticks.publish(symbol, "120");
        await().until(() -> afters().equals(List.of("CALL")));
        JsonNode account = ledgers.get("/api/v1/portfolios/%s/accounts".formatted(portfolio))
                .get("items")
                .get(0);
        ledgers.put(
                        "/api/v1/portfolios/%s/accounts/%s"
                                .formatted(portfolio, account.get("id").stringValue()),
                        "{\"name\":\"Bank\",\"kind\":\"CASH\",\"shortsAllowed\":false}")
                .expectStatus()
                .is2xxSuccessful();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(afters()).containsExactly("OK", "CALL"));
    }

    /** A second process with the same database, as far as the watch goes. */
    private final class Replica implements AutoCloseable {

        private final MarginWatch watch =
                new MarginWatch(latest, settings, writer, figures, Clock.systemUTC(), new SimpleMeterRegistry());
        private final AccountReader reader =
                new AccountReader(accounts, states, watch, deficits, settings, Clock.systemUTC());

        Replica() {
            watch.ticks(List.of(latest.find(symbol).orElseThrow()));
            watch.start();
            reader.start();
        }

        @Override
        public void close() {
            reader.stop();
            watch.stop();
        }
    }
}
