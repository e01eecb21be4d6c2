package io.riskwatch.portfolio.marginwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.TestSocket;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.TestTicks;
import java.time.Duration;
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

/** What is sent about clients: on a client's own socket, in the list, and to whom not. */
class ClientLiveIT extends PortfolioServiceIT {

    /** Five times what is promised. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private LatestTicks latest;

    @Autowired
    private MarginWatch watch;

    private TestTicks ticks;
    private TestCaller adviser;
    private JsonNode client;
    private String symbol;
    private TestSocket own;

    @BeforeEach
    void aClientWithALoan() {
        ticks = new TestTicks(redis);
        adviser = callers.inNewOrganisation();
        symbol = "CL" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        ticks.publish(symbol, "200");
        await().until(() -> latest.find(symbol).isPresent());
        var ledgers = new Ledgers(http(adviser));
        client = Ledgers.body(ledgers.post("/api/v1/clients", "{\"name\":\"Ada\",\"loan\":\"10000\"}")
                .expectStatus()
                .isCreated());
        ledgers.imported(client.get("portfolioId").stringValue(), """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2026-01-05,TRANSFER_IN,%s,100,150,USD,,,
            """.formatted(symbol));
        own = new TestSocket(address(), "/ws/" + client.get("number"), adviser.token());
        await().until(() ->
                frames().stream().anyMatch(frame -> frame.get("portfolio_value").asDouble() == 20_000));
    }

    @AfterEach
    void leave() {
        own.close();
    }

    private List<JsonNode> frames() {
        return own.heard().stream()
                .filter(frame -> frame.has("portfolio_value"))
                .toList();
    }

    @Test
    void aClientsSocketSpeaksTheCompatibilitysLanguage() {
        assertThat(own.heard().getFirst().toString()).isEqualTo("{\"type\":\"hello\",\"heartbeatMs\":5000}");
        JsonNode before = frames().getLast();
        assertThat(before.propertyNames())
                .containsExactlyInAnyOrder(
                        "timestamp",
                        "clientId",
                        "portfolio_value",
                        "loan_amount",
                        "net_equity",
                        "margin_requirement",
                        "margin_shortfall",
                        "margin_call_triggered",
                        "utilization",
                        "state");
        assertThat(before.get("clientId").isIntegralNumber()).isTrue();
        assertThat(before.get("clientId")).isEqualTo(client.get("number"));
        assertThat(before.get("portfolio_value").isNumber()).isTrue();
        assertThat(before.get("loan_amount").asDouble()).isEqualTo(10_000);
        assertThat(before.get("net_equity").asDouble()).isEqualTo(10_000);
        assertThat(before.get("margin_requirement").asDouble()).isEqualTo(5_000);
        assertThat(before.get("margin_shortfall").asDouble()).isZero();
        assertThat(before.get("margin_call_triggered").asBoolean()).isFalse();

        ticks.publish(symbol, "120");

        await().atMost(LIMIT)
                .until(() -> frames().getLast().get("margin_call_triggered").asBoolean());
        assertThat(frames().getLast().get("margin_shortfall").asDouble()).isEqualTo(1_000);
    }

    @Test
    void aLoanBeforeAnythingWasHeldIsACallThatNobodyIsAlertedOf() {
        var ledgers = new Ledgers(http(adviser));
        JsonNode begun = Ledgers.body(ledgers.post("/api/v1/clients", "{\"name\":\"Bo\",\"loan\":\"10000\"}")
                .expectStatus()
                .isCreated());
        String portfolio = begun.get("portfolioId").stringValue();
        await().until(() -> isJudged(portfolio, 0));

        JsonNode margin = ledgers.get("/api/v1/portfolios/%s/margin".formatted(portfolio));
        assertThat(margin.get("state").stringValue()).isEqualTo("CALL"); // by the formula
        assertThat(margin.get("marginShortfall").stringValue()).isEqualTo("10000.00");
        assertThat(events(ledgers, portfolio)).isEmpty();

        holds(ledgers, portfolio, "100");
        await().until(() -> isJudged(portfolio, 1));
        assertThat(events(ledgers, portfolio)).isEmpty(); // 20,000 for 10,000 never was a call

        ticks.publish(symbol, "120");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(events(ledgers, portfolio)).containsExactly("CALL"));
    }

    @Test
    void whoHoldsTooLittleFromTheBeginningAndWhoHasSoldEverythingAreCalled() {
        var ledgers = new Ledgers(http(adviser));
        JsonNode begun = Ledgers.body(ledgers.post("/api/v1/clients", "{\"name\":\"Cy\",\"loan\":\"10000\"}")
                .expectStatus()
                .isCreated());
        String portfolio = begun.get("portfolioId").stringValue();

        holds(ledgers, portfolio, "60");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(events(ledgers, portfolio)).containsExactly("CALL"));
        holds(ledgers, portfolio, "40");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(events(ledgers, portfolio)).containsExactly("OK", "CALL"));

        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2026-01-07,TRANSFER_OUT,%s,100,150,USD,,,
            """.formatted(symbol));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(events(ledgers, portfolio)).containsExactly("CALL", "OK", "CALL"));
    }

    private void holds(Ledgers ledgers, String portfolio, String quantity) {
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2026-01-05,TRANSFER_IN,%s,%s,150,USD,,,
            """.formatted(symbol, quantity));
    }

    private boolean isJudged(String portfolio, int holdings) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        watch.with(book -> answer.complete(book.find(UUID.fromString(portfolio))
                .filter(account -> account.holdings() == holdings && !account.pending && !account.touched)
                .isPresent()));
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static List<String> events(Ledgers ledgers, String portfolio) {
        JsonNode page = ledgers.get("/api/v1/portfolios/%s/margin/events".formatted(portfolio));
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(event -> event.get("after").stringValue())
                .toList();
    }

    @Test
    void manyPricesAreFewFrames() {
        int before = frames().size();
        long began = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            ticks.publish(symbol, "210." + (100 + i));
        }
        await().until(() -> frames().getLast().get("portfolio_value").asDouble() == 21_029.9);
        long tenths = (System.nanoTime() - began) / 100_000_000;
        assertThat(frames().size() - before)
                .isLessThanOrEqualTo((int) tenths + 2)
                .isLessThan(200);
    }

    @Test
    void theSocketOfNobodysClientIsRefused() {
        TestCaller stranger = callers.inNewOrganisation();
        for (var refused : List.of(
                new TestSocket(address(), "/ws/" + client.get("number"), stranger.token()),
                new TestSocket(address(), "/ws/999999999", adviser.token()),
                new TestSocket(address(), "/ws/99999999999999999999999", adviser.token()))) {
            await().until(() -> refused.closed().equals(Optional.of(1008)));
            assertThat(refused.heard()).isEmpty();
            refused.close();
        }
    }

    @Test
    void theListOfClientsMovesForThoseWhoWatchIt() {
        try (TestSocket watching = new TestSocket(address(), "/ws/events", adviser.token());
                TestSocket other = new TestSocket(address(), "/ws/events", adviser.token())) {
            watching.say("{\"action\":\"watch\",\"clients\":true}");
            await().until(() -> {
                ticks.publish(symbol, "190");
                return !watching.heard("margin.values").isEmpty();
            });
            ticks.publish(symbol, "180");
            await().until(() ->
                    row(watching).path("portfolioValue").asString("").equals("18000.00"));
            JsonNode row = row(watching);
            assertThat(row.get("clientId")).isEqualTo(client.get("id"));
            assertThat(row.get("portfolioId")).isEqualTo(client.get("portfolioId"));
            assertThat(row.get("state").stringValue()).isEqualTo("OK");
            assertThat(row.get("utilization").asDouble()).isEqualTo(0.5625);
            assertThat(other.heard("margin.values")).as("who did not ask").isEmpty();

            watching.say("{\"action\":\"unwatch\",\"clients\":true}");
            ticks.publish(symbol, "120");
            await().until(() -> !watching.heard("margin.changed").isEmpty());
            assertThat(row(watching).get("portfolioValue").stringValue()).isEqualTo("18000.00");
        }
    }

    private static JsonNode row(TestSocket socket) {
        return socket.heard("margin.values").getLast().get("accounts").get(0);
    }

    @Test
    void whoDoesNotSeeAllClientsHearsNothingOfThem() {
        TestCaller member = callers.colleagueOf(adviser, "Member", Role.MEMBER);
        try (TestSocket theirs = new TestSocket(address(), "/ws/events", member.token());
                TestSocket advisers = new TestSocket(address(), "/ws/events", adviser.token());
                TestSocket clients = new TestSocket(address(), "/ws/" + client.get("number"), member.token())) {
            await().until(() ->
                    !theirs.heard("hello").isEmpty() && !advisers.heard("hello").isEmpty());
            theirs.say("{\"action\":\"watch\",\"clients\":true}");
            await().until(() -> !theirs.heard("error").isEmpty());
            ticks.publish(symbol, "120");
            await().until(() -> !advisers.heard("margin.changed").isEmpty());
            assertThat(advisers.heard("margin.changed").getFirst().get("clientId"))
                    .isEqualTo(client.get("id"));
            assertThat(theirs.heard("margin.changed")).isEmpty();
            assertThat(theirs.heard("margin.values")).isEmpty();
            await().until(() -> clients.closed().isPresent());
            assertThat(clients.closed()).contains(1008);
        }
    }

    @Test
    void whoTheClientIsGrantedToHearsOfItAlone() {
        TestCaller granted = callers.colleagueOf(adviser, "Gil", Role.MEMBER);
        new Ledgers(http(adviser))
                .put(
                        "/api/v1/clients/%s/grants/%s"
                                .formatted(client.get("id").stringValue(), granted.userId()),
                        "{\"scope\":\"READ\"}")
                .expectStatus()
                .isOk();
        try (TestSocket theirs = new TestSocket(address(), "/ws/events", granted.token());
                TestSocket clients = new TestSocket(address(), "/ws/" + client.get("number"), granted.token())) {
            await().until(() -> !theirs.heard("hello").isEmpty());
            theirs.say("{\"action\":\"watch\",\"clients\":true}");
            await().until(() -> !theirs.heard("error").isEmpty());
            ticks.publish(symbol, "120");

            await().until(() -> !theirs.heard("margin.changed").isEmpty());
            assertThat(theirs.heard("margin.changed").getFirst().get("clientId"))
                    .isEqualTo(client.get("id"));
            assertThat(theirs.heard("margin.values"))
                    .as("the list of all clients")
                    .isEmpty();
            await().until(() -> clients.heard().stream().anyMatch(frame -> frame.has("margin_requirement")));

            http(adviser)
                    .delete()
                    .uri("/api/v1/clients/%s/grants/%s"
                            .formatted(client.get("id").stringValue(), granted.userId()))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
            await().until(() -> clients.closed().equals(Optional.of(1008)));
            assertThat(theirs.closed())
                    .as("of the organisation they are a member still")
                    .isEmpty();
        }
    }
}
