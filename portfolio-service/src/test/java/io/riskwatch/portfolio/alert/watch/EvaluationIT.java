package io.riskwatch.portfolio.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several replicas, restarts and late prices: a crossing is an alert, once. */
class EvaluationIT extends WatchTestBase {

    @Test
    void manyReplicasThatSeeTheSameCrossingsFireEachOnce() throws Exception {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        JsonNode rule = create(caller, RULES, price(symbol, "ABOVE", "100"));
        List<TickWatch> all = List.of(replica(), replica(), replica(), replica());
        Instant began = Instant.now();
        int crossings = 10;
        CyclicBarrier together = new CyclicBarrier(all.size());
        List<Thread> threads = all.stream()
                .map(watch -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < crossings; i++) {
                        arrive(together);
                        watch.ticks(List.of(tick(symbol, "101", began.plusMillis(2L * i))));
                        watch.ticks(List.of(tick(symbol, "101", began.plusMillis(2L * i))));
                        watch.ticks(List.of(tick(symbol, "99", began.plusMillis(2L * i + 1))));
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        await().until(() -> inbox(caller).size() == crossings);
        stays(() -> inbox(caller).size() == crossings);
        assertThat(get(caller, RULES + "/" + rule.path("id").stringValue())
                        .path("firings")
                        .longValue())
                .isEqualTo(crossings);
    }

    private static void arrive(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReplicaThatIsLateChangesNothingAnyMore() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        create(caller, RULES, price(symbol, "ABOVE", "100"));
        TickWatch prompt = replica();
        TickWatch late = replica();
        Instant began = Instant.now();

        prompt.ticks(List.of(tick(symbol, "101", began)));
        onlyAlert(caller);
        prompt.ticks(List.of(tick(symbol, "98", began.plusMillis(1))));
        await().until(() -> get(caller, RULES + "?symbol=" + symbol)
                .path("items")
                .path(0)
                .path("state")
                .stringValue()
                .equals("ARMED"));
        late.ticks(List.of(tick(symbol, "101", began)));

        stays(() -> inbox(caller).size() == 1);
        late.ticks(List.of(tick(symbol, "102", began.plusMillis(2))));
        await().until(() -> inbox(caller).size() == 2);
    }

    @Test
    void whatWasCrossedWhileNobodyWatchedFiresAtTheStart() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        create(caller, RULES, price(symbol, "ABOVE", "100"));
        ticks.publish(symbol, "105");
        onlyAlert(caller);
        forgetCrossings(caller, 1);

        replica();
        await().until(() -> inbox(caller).size() == 2);
        replica();
        replica();
        stays(() -> inbox(caller).size() == 2);
    }

    @Test
    void whileTheRuleIsOffNothingOfItIsWritten() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        JsonNode rule = create(caller, RULES, price(symbol, "ABOVE", "100"));
        TickWatch unaware = replica();
        put(
                caller,
                RULES + "/" + rule.path("id").stringValue(),
                price(symbol, "ABOVE", "100").replaceFirst("\\{", "{\"enabled\":false,"));

        unaware.ticks(List.of(tick(symbol, "101", Instant.now())));

        stays(() -> inbox(caller).isEmpty());
    }

    @Test
    void aPriceThatRestsWhileItsMarketIsClosedIsNotToldAsStale() {
        TestCaller caller = callers.inNewOrganisation();
        String closed = newSymbol();
        String reopened = newSymbol();
        create(caller, RULES, stale(closed));
        create(caller, RULES, stale(reopened));
        Instant now = Instant.now();
        Instant close = now.minusSeconds(200_000);

        ticks.publish(closed, "5", close.minusSeconds(60), close, now.plusSeconds(3_600));
        ticks.publish(reopened, "5", close.minusSeconds(60), close, now.minusSeconds(700));

        JsonNode alert = onlyAlert(caller);
        assertThat(alert.path("title").stringValue()).isEqualTo("No price for " + reopened);
        stays(() -> inbox(caller).size() == 1);
    }

    @Test
    void ofAPortfolioTheHoldingWhosePriceStayedAwayLongestCounts() {
        TestCaller caller = callers.inNewOrganisation();
        String resting = newSymbol();
        String live = newSymbol();
        String silent = newSymbol();
        Instant close = Instant.now().minusSeconds(200_000);
        ticks.publish(resting, "5", close, close, Instant.now().plusSeconds(3_600));
        ticks.publish(live, "5");
        ticks.publish(silent, "5", Instant.now().minusSeconds(1_200));
        staleHolding(caller, resting, live);
        String watched = staleHolding(caller, resting, silent);

        JsonNode alert = onlyAlert(caller);
        assertThat(alert.path("title").stringValue()).isEqualTo("No price for a holding of Mine");
        assertThat(alert.path("portfolioId").stringValue()).isEqualTo(watched);
        stays(() -> inbox(caller).size() == 1);
    }

    private String staleHolding(TestCaller caller, String one, String other) {
        Ledgers ledgers = new Ledgers(http(caller));
        String portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, "symbol,quantity,price,currency\n%s,1,5,USD\n%s,1,5,USD\n".formatted(one, other));
        create(
                caller,
                RULES,
                "{\"name\":\"Stale\",\"kind\":\"STALE_DATA\",\"portfolioId\":\"%s\",\"threshold\":\"10\"}"
                        .formatted(portfolio));
        return portfolio;
    }

    private static String stale(String symbol) {
        return "{\"name\":\"Stale\",\"kind\":\"STALE_DATA\",\"symbol\":\"%s\",\"threshold\":\"10\"}".formatted(symbol);
    }

    @Test
    void aPriceThatStaysAwayIsToldOnceUntilItIsBack() {
        TestCaller caller = callers.inNewOrganisation();
        String symbol = newSymbol();
        create(caller, RULES, stale(symbol));

        ticks.publish(symbol, "5", Instant.now().minusSeconds(1_200));
        assertThat(onlyAlert(caller).path("title").stringValue()).isEqualTo("No price for " + symbol);
        stays(() -> inbox(caller).size() == 1);
        ticks.publish(symbol, "5");
        await().until(() -> get(caller, RULES + "?symbol=" + symbol)
                .path("items")
                .path(0)
                .path("state")
                .stringValue()
                .equals("ARMED"));
        assertThat(inbox(caller).size()).isEqualTo(1);
    }
}
