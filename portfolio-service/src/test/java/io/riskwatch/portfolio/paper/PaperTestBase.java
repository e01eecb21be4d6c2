package io.riskwatch.portfolio.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.TestTicks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Somebody with a paper portfolio, and an exchange that ticks when the test says so. */
abstract class PaperTestBase extends PortfolioServiceIT {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    LatestTicks latest;

    TestCaller caller;
    RestTestClient client;
    Ledgers ledgers;
    String portfolio;
    String path;

    @BeforeEach
    void somebodyTrades() {
        caller = callers.inNewOrganisation();
        client = http(caller);
        ledgers = new Ledgers(client);
        portfolio = Ledgers.body(ledgers.post("/api/v1/paper/portfolios", "{}")
                        .expectStatus()
                        .isCreated())
                .path("id")
                .stringValue();
        path = "/api/v1/paper/portfolios/" + portfolio;
    }

    /** A price of now, which is known when this returns. */
    Instant tick(String symbol, String price) {
        Instant asOf = Instant.now();
        new TestTicks(redis).publish(symbol, price, asOf);
        await().until(() -> latest.find(symbol)
                .filter(tick -> tick.price().compareTo(new BigDecimal(price)) == 0)
                .isPresent());
        return asOf;
    }

    JsonNode place(String body) {
        return Ledgers.body(ledgers.post(path + "/orders", body).expectStatus().isCreated());
    }

    static String market(String side, String symbol, String quantity) {
        return order(side, "MARKET", symbol, quantity, "");
    }

    static String order(String side, String type, String symbol, String quantity, String more) {
        return "{\"symbol\":\"%s\",\"side\":\"%s\",\"type\":\"%s\",\"quantity\":\"%s\"%s%s}"
                .formatted(symbol, side, type, quantity, more.isEmpty() ? "" : ",", more);
    }

    JsonNode read(JsonNode order) {
        return ledgers.get(orderPath(order));
    }

    String orderPath(JsonNode order) {
        return path + "/orders/" + order.path("id").stringValue();
    }

    static UUID id(JsonNode order) {
        return UUID.fromString(order.path("id").stringValue());
    }

    JsonNode until(JsonNode order, String state) {
        await().untilAsserted(() ->
                assertThat(read(order).path("state").stringValue()).isEqualTo(state));
        return read(order);
    }

    JsonNode executions() {
        return ledgers.get(path + "/executions?limit=200").path("items");
    }

    JsonNode transactions() {
        return ledgers.get("/api/v1/portfolios/" + portfolio + "/transactions?limit=200")
                .path("items");
    }

    JsonNode account() {
        return ledgers.get(path + "/account");
    }

    static BigDecimal number(JsonNode of, String field) {
        return new BigDecimal(of.path(field).stringValue());
    }

    /** Virtual cash less all fills, as the executions tell it: what the ledger must say as well. */
    void ledgerIsTheFoldOfTheFills() {
        BigDecimal cash = new BigDecimal("100000");
        BigDecimal held = BigDecimal.ZERO;
        for (JsonNode each : executions()) {
            BigDecimal signed = each.path("side").stringValue().equals("BUY")
                    ? number(each, "quantity")
                    : number(each, "quantity").negate();
            cash = cash.subtract(signed.multiply(number(each, "price"))).subtract(number(each, "fee"));
            held = held.add(signed);
        }
        JsonNode account = account();
        assertThat(number(account, "cash")).isCloseTo(cash, Offset.offset(new BigDecimal("0.005")));
        BigDecimal positions = BigDecimal.ZERO;
        for (JsonNode each : account.path("positions")) {
            positions = positions.add(number(each, "quantity"));
        }
        assertThat(positions).isEqualByComparingTo(held);
        assertThat(transactions().size()).isEqualTo(executions().size() + 1);
    }
}
