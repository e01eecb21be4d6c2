package io.riskwatch.portfolio.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.margin.rate.RateBooks;
import io.riskwatch.portfolio.paper.order.Fill;
import io.riskwatch.portfolio.paper.order.Matcher;
import io.riskwatch.portfolio.paper.order.PriceTick;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.transaction.TransactionService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left when a process ends between an execution and its booking, and what several replicas make of one tick. */
class PaperRecoveryIT extends PaperTestBase {

    @Autowired
    private PaperPortfolios paper;

    @Autowired
    private PaperOrders orders;

    @Autowired
    private PaperExecutions executions;

    @Autowired
    private PaperEvents events;

    @Autowired
    private PaperLedger ledger;

    @Autowired
    private PaperPrices prices;

    @Autowired
    private RateBooks books;

    @Autowired
    private PaperRates rates;

    @Autowired
    private PaperNews news;

    @Autowired
    private PaperSettings settings;

    @Autowired
    private Matcher matcher;

    @Autowired
    private OrderDesk desk;

    @Autowired
    private Holdings holdings;

    @Autowired
    private TransactionService transactionService;

    @Autowired
    private PortfolioAccounts accounts;

    @Autowired
    private TransactionOperations inTransaction;

    @Autowired
    private Clock clock;

    /** A replica with a memory of its own, which hears only what the test tells it. */
    private final class Replica {

        final OpenOrders open = new OpenOrders();
        final OrderFills fills;
        final OpenOrderFeed feed;

        Replica(PaperLedger booking) {
            fills = new OrderFills(
                    paper, orders, executions, events, booking, prices, news, open, matcher, settings, inTransaction);
            var liquidations =
                    new Liquidations(paper, orders, events, ledger, desk, open, news, settings, inTransaction, clock);
            feed = new OpenOrderFeed(
                    orders, paper, open, new PaperMarginWatch(liquidations, prices, rates, settings), desk, clock);
            feed.refresh();
        }

        void meet(String symbol, PriceTick tick) {
            open.of(symbol).forEach(working -> fills.meet(working, tick));
        }
    }

    /** The connection dies, as it does when the process is killed, before or after the booking, and always before the commit. */
    private final class Killed extends PaperLedger {

        private final boolean booksFirst;

        Killed(boolean booksFirst) {
            super(holdings, transactionService, accounts, prices, books);
            this.booksFirst = booksFirst;
        }

        @Override
        public UUID book(PaperOrder order, Fill fill) {
            if (booksFirst) {
                super.book(order, fill);
            }
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                    .query(Boolean.class)
                    .single();
            throw new AssertionError("the connection is dead");
        }
    }

    @Test
    void aProcessKilledBetweenTheTradeAndItsBookingLosesAndDoublesNothing() {
        tick("LONG10", "100");
        JsonNode order = place(market("BUY", "LONG10", "700"));
        PriceTick first = next("100");

        for (boolean booksFirst : new boolean[] {false, true}) {
            Replica dying = new Replica(new Killed(booksFirst));
            assertThatThrownBy(() -> dying.meet("LONG10", first))
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
            assertThat(read(order).path("state").stringValue()).isEqualTo("ACCEPTED");
            assertThat(executions().size()).isZero();
            assertThat(transactions().size()).as("but the deposit").isEqualTo(1);
        }

        Replica restarted = new Replica(ledger);
        restarted.meet("LONG10", first);
        restarted.meet("LONG10", first); // after a reconnection the latest prices are told again
        assertThat(read(order).path("state").stringValue()).isEqualTo("PARTIALLY_FILLED");
        assertThat(executions().size()).isEqualTo(1);
        ledgerIsTheFoldOfTheFills();
        restarted.meet("LONG10", next("101"));
        assertThat(read(order).path("state").stringValue()).isEqualTo("FILLED");
        ledgerIsTheFoldOfTheFills();
    }

    @Test
    void severalReplicasThatSeeTheSameTickTradeOnce() throws InterruptedException {
        tick("LONG11", "100");
        JsonNode order = place(market("BUY", "LONG11", "700"));
        PriceTick tick = next("100");
        CountDownLatch together = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                Replica replica = new Replica(ledger);
                assertThat(replica.open.of("LONG11")).hasSize(1);
                threads.submit(() -> {
                    together.await();
                    replica.meet("LONG11", tick);
                    return null;
                });
            }
            together.countDown();
        }

        assertThat(executions().size()).isEqualTo(1);
        assertThat(read(order).path("filledQuantity"))
                .isEqualTo(executions().path(0).path("quantity"));
        ledgerIsTheFoldOfTheFills();
    }

    @Test
    void aReplicaWithAnOldMemoryFollowsTheTruth() {
        tick("LONG12", "100");
        JsonNode order = place(order("BUY", "LIMIT", "LONG12", "10", "\"limitPrice\":\"100\""));
        Replica old = new Replica(ledger);
        ledgers.put(orderPath(order), "{\"quantity\":\"10\",\"limitPrice\":\"90\"}")
                .expectStatus()
                .isOk();

        old.meet("LONG12", next("95"));
        assertThat(read(order).path("state").stringValue()).isEqualTo("ACCEPTED");
        assertThat(old.open.of("LONG12").getFirst().kept().version()).isEqualTo(1);
        client.delete().uri(orderPath(order)).exchange().expectStatus().isOk();
        old.meet("LONG12", next("80"));

        assertThat(read(order).path("state").stringValue()).isEqualTo("CANCELLED");
        assertThat(old.open.of("LONG12")).isEmpty();
        assertThat(executions().size()).isZero();
    }

    @Test
    void aReplicaHearsOfOrdersThatAnotherOneTook() {
        tick("LONG13", "100");
        Replica other = new Replica(ledger);
        JsonNode order = place(market("BUY", "LONG13", "10"));
        assertThat(other.open.of("LONG13")).isEmpty();

        other.feed.refresh();
        other.meet("LONG13", next("100"));

        assertThat(read(order).path("state").stringValue()).isEqualTo("FILLED");
        ledgerIsTheFoldOfTheFills();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17})
    void whateverIsCommandedCashAndPositionsAreTheFoldOfTheFillsAndNoOrderTradesTooMuch(long seed) {
        Random random = new Random(seed);
        tick("LONG15", "100");
        Replica one = new Replica(ledger);
        Replica other = new Replica(ledger);
        List<JsonNode> placed = new ArrayList<>();
        BigDecimal price = new BigDecimal("100");
        for (int step = 0; step < 90; step++) {
            int kind = random.nextInt(10);
            JsonNode some = placed.isEmpty() ? null : placed.get(random.nextInt(placed.size()));
            if (kind < 4) {
                price = price.multiply(BigDecimal.valueOf(0.97 + random.nextDouble() * 0.06))
                        .setScale(2, RoundingMode.HALF_UP);
                PriceTick tick = next(price.toPlainString());
                one.feed.refresh();
                one.meet("LONG15", tick);
                other.meet("LONG15", tick);
                one.meet("LONG15", tick);
            } else if (kind < 8 || some == null) {
                placed.add(place(random(random)));
            } else if (kind == 8) {
                client.delete().uri(orderPath(some)).exchange().expectStatus().value(this::noFailure);
            } else {
                ledgers.put(
                                orderPath(some),
                                "{\"quantity\":\"%d\"%s}"
                                        .formatted(
                                                1 + random.nextInt(800),
                                                some.has("limitPrice") ? ",\"limitPrice\":\"100\"" : ""))
                        .expectStatus()
                        .value(this::noFailure);
            }
        }

        assertThat(executions().size()).isGreaterThan(5);
        ledgerIsTheFoldOfTheFills();
        Map<String, BigDecimal> traded = new HashMap<>();
        for (JsonNode each : executions()) {
            traded.merge(each.path("orderId").stringValue(), number(each, "quantity"), BigDecimal::add);
            if (each.path("side").stringValue().equals("BUY")
                    && read(order(each)).has("limitPrice")) {
                assertThat(number(each, "price")).isLessThanOrEqualTo(new BigDecimal("101"));
            }
        }
        for (JsonNode each : placed) {
            JsonNode order = read(each);
            assertThat(number(order, "filledQuantity"))
                    .isEqualByComparingTo(traded.getOrDefault(order.path("id").stringValue(), BigDecimal.ZERO))
                    .isLessThanOrEqualTo(number(order, "quantity"));
            assertThat(order.path("state").stringValue().equals("FILLED"))
                    .isEqualTo(number(order, "remainingQuantity").signum() == 0);
        }
    }

    private static JsonNode order(JsonNode execution) {
        return new JsonMapper()
                .createObjectNode()
                .put("id", execution.path("orderId").stringValue());
    }

    private void noFailure(int status) {
        assertThat(status).isIn(200, 409, 422);
    }

    private static String random(Random random) {
        String side = List.of("BUY", "BUY", "SELL", "SELL_SHORT").get(random.nextInt(4));
        String quantity = String.valueOf(1 + random.nextInt(700));
        return random.nextBoolean()
                ? market(side, "LONG15", quantity)
                : order(side, "LIMIT", "LONG15", quantity, "\"limitPrice\":\"%d\"".formatted(98 + random.nextInt(4)));
    }

    private static PriceTick next(String price) {
        return new PriceTick(new BigDecimal(price), Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
