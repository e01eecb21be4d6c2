package io.riskwatch.portfolio.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.tick.TestTicks;
import io.riskwatch.service.tenancy.Tenancy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Orders over HTTP, ticks over Redis, bookings in the ledger. */
class PaperOrdersIT extends PaperTestBase {

    @Autowired
    private TransactionOperations inTransaction;

    @Test
    void aMarketOrderTradesAtTheNextTickAndShowsInHoldingsAndCash() {
        Instant known = tick("LONG00", "100");
        JsonNode order = place(market("BUY", "LONG00", "10"));
        assertThat(order.path("state").stringValue()).isEqualTo("ACCEPTED");
        assertThat(order.path("timeInForce").stringValue()).isEqualTo("DAY");
        assertThat(order.path("expiresAt").stringValue()).endsWith("T00:00:00Z");

        new TestTicks(redis).publish("LONG00", "90", known); // told again, and not younger than the order
        tick("LONG00", "101");
        JsonNode filled = until(order, "FILLED");

        JsonNode execution = executions().path(0);
        assertThat(executions().size()).isEqualTo(1);
        assertThat(execution.path("tickPrice").stringValue()).isEqualTo("101");
        BigDecimal price = number(execution, "price");
        assertThat(price) // half of 4, and at most 3 basis points
                .isBetween(new BigDecimal("101.0202"), new BigDecimal("101.0505"));
        assertThat(execution.path("fee").stringValue()).isEqualTo("1");
        assertThat(number(filled, "averagePrice")).isEqualByComparingTo(price);
        JsonNode booked = transactions().path(0);
        assertThat(booked.path("id")).isEqualTo(execution.path("transactionId"));
        assertThat(booked.path("type").stringValue()).isEqualTo("BUY");
        assertThat(booked.path("fee").stringValue()).isEqualTo("1");
        JsonNode holding = ledgers.get("/api/v1/portfolios/" + portfolio + "/holdings")
                .path("holdings")
                .path(0);
        assertThat(holding.path("symbol").stringValue()).isEqualTo("LONG00");
        assertThat(holding.path("quantity").stringValue()).isEqualTo("10");
        ledgerIsTheFoldOfTheFills();
        JsonNode account = account();
        assertThat(number(account, "equity"))
                .isEqualByComparingTo(number(account, "cash").add(new BigDecimal("1010")));
        assertThat(number(account, "buyingPower"))
                .isCloseTo(
                        number(account, "equity")
                                .subtract(new BigDecimal("505"))
                                .multiply(BigDecimal.TWO),
                        Offset.offset(new BigDecimal("0.02")));
        assertThat(kinds(order)).containsExactly("ENTERED", "ACCEPTED", "FILLED");
    }

    @Test
    void aLimitThatIsNotReachedWaitsAndIsTakenBackOnce() {
        tick("LONG01", "100");
        JsonNode order = place(order("BUY", "LIMIT", "LONG01", "10", "\"limitPrice\":\"99\",\"timeInForce\":\"GTC\""));
        JsonNode witness = place(market("BUY", "LONG01", "1"));
        tick("LONG01", "99.01");
        until(witness, "FILLED"); // the tick was met

        assertThat(read(order).path("state").stringValue()).isEqualTo("ACCEPTED");
        assertThat(number(account(), "reserved")).isGreaterThan(new BigDecimal("495"));
        for (int i = 0; i < 2; i++) {
            JsonNode cancelled = Ledgers.body(client.delete()
                    .uri(orderPath(order))
                    .exchange()
                    .expectStatus()
                    .isOk());
            assertThat(cancelled.path("state").stringValue()).isEqualTo("CANCELLED");
            assertThat(cancelled.path("reason").path("code").stringValue()).isEqualTo("OWNER");
        }
        assertThat(kinds(order)).containsExactly("ENTERED", "ACCEPTED", "CANCELLED");
        JsonNode events = ledgers.get(orderPath(order) + "/events").path("items");
        assertThat(events.path(2).path("by").stringValue())
                .isEqualTo(caller.userId().toString());
        tick("LONG01", "90");
        assertThat(executions().size()).isEqualTo(1);
        client.delete().uri(orderPath(witness)).exchange().expectStatus().isEqualTo(409);
        ledgers.put(orderPath(order), "{\"quantity\":\"5\",\"limitPrice\":\"99\"}")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void aStopLimitIsSetOffAndThenTradesWithinItsLimit() {
        tick("LONG02", "100");
        JsonNode order =
                place(order("BUY", "STOP_LIMIT", "LONG02", "10", "\"stopPrice\":\"105\",\"limitPrice\":\"106\""));
        tick("LONG02", "105.5");
        await().untilAsserted(() ->
                assertThat(read(order).path("triggered").booleanValue()).isTrue());
        tick("LONG02", "107");
        JsonNode witness = place(market("BUY", "LONG02", "1"));
        tick("LONG02", "107");
        until(witness, "FILLED");
        assertThat(read(order).path("state").stringValue()).isEqualTo("ACCEPTED");

        tick("LONG02", "106");
        until(order, "FILLED");

        assertThat(number(executions().path(0), "price")).isLessThanOrEqualTo(new BigDecimal("106"));
        assertThat(kinds(order)).containsExactly("ENTERED", "ACCEPTED", "TRIGGERED", "FILLED");
    }

    @Test
    void aTrailingStopIsKeptWhereItIsAndSellsWhenThePriceTurns() {
        tick("LONG03", "100");
        JsonNode bought = place(market("BUY", "LONG03", "10"));
        tick("LONG03", "100");
        until(bought, "FILLED");
        JsonNode order = place(order("SELL", "TRAILING_STOP", "LONG03", "10", "\"trailFraction\":0.1"));
        assertThat(order.path("currentStop").stringValue()).isEqualTo("90");

        tick("LONG03", "120");
        await().untilAsserted(() ->
                assertThat(read(order).path("currentStop").stringValue()).isEqualTo("108"));
        tick("LONG03", "110");
        tick("LONG03", "107");
        tick("LONG03", "106");
        until(order, "FILLED");

        assertThat(executions().path(0).path("tickPrice").stringValue()).isEqualTo("106");
        ledgerIsTheFoldOfTheFills();
    }

    @Test
    void aLargeOrderTakesSeveralTicksAndAShortSaleIsBoughtBack() {
        tick("LONG04", "100");
        JsonNode sold = place(market("SELL_SHORT", "LONG04", "800"));
        tick("LONG04", "100"); // 50,000 a tick
        until(sold, "PARTIALLY_FILLED");
        tick("LONG04", "100");
        until(sold, "FILLED");

        JsonNode account = account();
        assertThat(account.path("positions").path(0).path("quantity").stringValue())
                .isEqualTo("-800");
        assertThat(number(account, "shortValue")).isEqualByComparingTo("80000");
        assertThat(number(account, "maintenanceRequirement")).isEqualByComparingTo("24000");
        ledgerIsTheFoldOfTheFills();
        JsonNode back = place(market("BUY", "LONG04", "800"));
        tick("LONG04", "95");
        until(back, "PARTIALLY_FILLED");
        tick("LONG04", "95");
        until(back, "FILLED");

        assertThat(account().path("positions").size()).isZero();
        assertThat(number(account(), "profit")).isBetween(new BigDecimal("3900"), new BigDecimal("4000"));
        ledgerIsTheFoldOfTheFills();
    }

    @ParameterizedTest
    @CsvSource({
        "BUY,NOBODY,1,UNKNOWN_SYMBOL,symbol",
        "BUY,EURUSD,1,NOT_TRADABLE,symbol",
        "BUY,LONG05,0.5,QUANTITY_STEP,quantity",
        "BUY,LONG05,2500,INSUFFICIENT_BUYING_POWER,quantity",
        "SELL,LONG05,1,NOT_HELD,quantity",
        "SELL_SHORT,LONG05,2500,INSUFFICIENT_BUYING_POWER,quantity"
    })
    void whatMarketOrAccountCannotCarryIsKeptAsRejectedWithTheReason(
            String side, String symbol, String quantity, String code, String field) {
        tick("LONG05", "100");
        JsonNode order = place(market(side, symbol, quantity));

        assertThat(order.path("state").stringValue()).isEqualTo("REJECTED");
        assertThat(order.path("reason").path("code").stringValue()).isEqualTo(code);
        assertThat(order.path("reason").path("field").stringValue()).isEqualTo(field);
        assertThat(order.path("reason").path("message").stringValue()).endsWith(".");
        assertThat(kinds(order)).containsExactly("ENTERED", "REJECTED");
        assertThat(ledgers.get(path + "/orders?state=REJECTED").path("items").size())
                .isEqualTo(1);
        assertThat(ledgers.get(path + "/orders?state=ACCEPTED&state=FILLED")
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void withoutAnExchangeRateNothingIsOrdered() {
        tick("LONG05", "100");
        String francs = Ledgers.body(ledgers.post("/api/v1/paper/portfolios", "{\"currency\":\"CHF\"}")
                        .expectStatus()
                        .isCreated())
                .path("id")
                .stringValue();
        JsonNode order =
                Ledgers.body(ledgers.post(path.replace(portfolio, francs) + "/orders", market("BUY", "LONG05", "1")));

        assertThat(order.path("state").stringValue()).isEqualTo("REJECTED");
        assertThat(order.path("reason").path("code").stringValue()).isEqualTo("NO_EXCHANGE_RATE");
        assertThat(order.path("reason").path("message").stringValue())
                .isEqualTo("No exchange rate from USD to CHF is known.");
    }

    @Test
    void termsThatContradictThemselvesAreA422AndNoOrder() {
        JsonNode problem = Ledgers.body(ledgers.post(path + "/orders", order("BUY", "LIMIT", "LONG05", "1", ""))
                .expectStatus()
                .isEqualTo(422));

        assertThat(problem.path("errors").path(0).path("field").stringValue()).isEqualTo("limitPrice");
        ledgers.post(path + "/orders", market("BUY", "LONG05", "-1"))
                .expectStatus()
                .isEqualTo(422);
        ledgers.post(path + "/orders", "{\"symbol\":\"LONG05\"}").expectStatus().isBadRequest();
        assertThat(ledgers.get(path + "/orders").path("items").size()).isZero();
    }

    @Test
    void newTermsKeepWhatHasTradedAndNeedTheVersionThatWasRead() {
        tick("LONG06", "100");
        JsonNode order = place(order("BUY", "LIMIT", "LONG06", "700", "\"limitPrice\":\"101\""));
        tick("LONG06", "100");
        JsonNode part = until(order, "PARTIALLY_FILLED");
        String terms = "{\"quantity\":\"%s\",\"limitPrice\":\"50\"}";

        replace(order, "\"0\"", terms.formatted("600")).expectStatus().isEqualTo(412);
        JsonNode refused = Ledgers.body(replace(order, "\"1\"", "{\"quantity\":\"100000\",\"limitPrice\":\"101\"}")
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.path("code").stringValue()).isEqualTo("INSUFFICIENT_BUYING_POWER");
        replace(order, "\"1\"", terms.formatted("3")).expectStatus().isEqualTo(422);
        assertThat(read(order)).isEqualTo(part);
        JsonNode replaced = Ledgers.body(replace(order, "\"1\"", terms.formatted("600"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\""));
        replace(order, "*", terms.formatted("600"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");

        assertThat(replaced.path("filledQuantity")).isEqualTo(part.path("filledQuantity"));
        assertThat(replaced.path("state").stringValue()).isEqualTo("PARTIALLY_FILLED");
        assertThat(kinds(order)).containsExactly("ENTERED", "ACCEPTED", "FILLED", "REPLACED");
        tick("LONG06", "50");
        until(order, "FILLED");
        ledgerIsTheFoldOfTheFills();
    }

    @Test
    void aDayOrderEndsWithItsDayAndAKeyEntersAnOrderOnce() {
        tick("LONG07", "100");
        String body = order("BUY", "LIMIT", "LONG07", "1", "\"limitPrice\":\"50\"");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(Ledgers.body(client.post()
                            .uri(path + "/orders")
                            .header("Idempotency-Key", "once")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(body)
                            .exchange()
                            .expectStatus()
                            .isCreated())
                    .path("id")
                    .stringValue());
        }
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        JsonNode order = ledgers.get(path + "/orders").path("items").path(0);
        assertThat(ledgers.get(path + "/orders").path("items").size()).isEqualTo(1);

        Tenancy.as(
                caller.organisationId(),
                () -> inTransaction.executeWithoutResult(status -> jdbc.sql(
                                "update paper_order set expires_at = clock_timestamp() - interval '1 second',"
                                        + " updated_at = clock_timestamp() where id = ?")
                        .param(id(order))
                        .update()));

        assertThat(until(order, "EXPIRED").path("reason").path("code").stringValue())
                .isEqualTo("END_OF_DAY");
        assertThat(kinds(order)).containsExactly("ENTERED", "ACCEPTED", "EXPIRED");
    }

    @Test
    void theOwnersBrowsersHearOfIt() {
        List<String> heard = new CopyOnWriteArrayList<>();
        RedisConnection connection = redis.getRequiredConnectionFactory().getConnection();
        try {
            connection.subscribe(
                    (message, pattern) -> heard.add(new String(message.getBody(), StandardCharsets.UTF_8)),
                    ("portfolio:events:" + caller.organisationId()).getBytes(StandardCharsets.UTF_8));
            tick("LONG08", "100");
            JsonNode order = place(market("BUY", "LONG08", "1"));
            tick("LONG08", "100");

            await().until(() -> heard.stream().anyMatch(text -> text.contains("\"execution\"")));
            assertThat(heard)
                    .allMatch(text -> !text.contains("paper.order")
                            || text.contains(order.path("id").stringValue()));
            assertThat(heard).anyMatch(text -> text.contains("\"type\":\"paper.order\"") && text.contains("ACCEPTED"));
            assertThat(heard).anyMatch(text -> text.contains("\"state\":\"FILLED\""));
        } finally {
            connection.close();
        }
    }

    @Test
    void anotherOrganisationsPaperPortfolioDoesNotExist() {
        tick("LONG09", "100");
        JsonNode order = place(order("BUY", "LIMIT", "LONG09", "1", "\"limitPrice\":\"50\""));
        var stranger = callers.inNewOrganisation();
        var strangers = new Ledgers(http(stranger));
        String own = ledgers.newPortfolio();

        for (String uri : List.of(
                path + "/orders",
                orderPath(order),
                orderPath(order) + "/events",
                path + "/executions",
                path + "/events",
                path + "/account")) {
            client.get().uri(uri).exchange().expectStatus().isOk();
            http(stranger).get().uri(uri).exchange().expectStatus().isNotFound();
            client.get()
                    .uri(uri.replace(portfolio, own))
                    .exchange()
                    .expectStatus()
                    .isNotFound(); // none of paper
        }
        strangers
                .post(path + "/orders", market("BUY", "LONG09", "1"))
                .expectStatus()
                .isNotFound();
        strangers
                .put(orderPath(order), "{\"quantity\":\"2\",\"limitPrice\":\"50\"}")
                .expectStatus()
                .isNotFound();
        http(stranger).delete().uri(orderPath(order)).exchange().expectStatus().isNotFound();
        assertThat(read(order).path("state").stringValue()).isEqualTo("ACCEPTED");
        Tenancy.as(
                stranger.organisationId(),
                () -> inTransaction.executeWithoutResult(status -> {
                    for (String table : List.of("paper_portfolio", "paper_order", "paper_execution", "paper_event")) {
                        assertThat(jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single())
                                .as(table)
                                .isZero();
                        assertThat(jdbc.sql("delete from " + table).update())
                                .as(table)
                                .isZero();
                    }
                }));
        client.delete()
                .uri("/api/v1/portfolios/" + portfolio)
                .exchange()
                .expectStatus()
                .isNoContent();
        client.get().uri(orderPath(order)).exchange().expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec replace(JsonNode order, String ifMatch, String body) {
        return client.put()
                .uri(orderPath(order))
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private List<String> kinds(JsonNode order) {
        List<String> kinds = new ArrayList<>();
        ledgers.get(path + "/orders/" + UUID.fromString(order.path("id").stringValue()) + "/events")
                .path("items")
                .forEach(event -> kinds.add(event.path("kind").stringValue()));
        return kinds;
    }
}
