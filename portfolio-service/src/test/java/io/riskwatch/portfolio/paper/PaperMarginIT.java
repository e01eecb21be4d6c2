package io.riskwatch.portfolio.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 1,500 units for 180,000 with 80,000 borrowed: warned at 72, closed in part at 68, and why it says so. */
class PaperMarginIT extends PaperTestBase {

    @Test
    void anAccountThatRunsOutOfMarginIsWarnedOnceAndThenClosedUntilTheRequirementIsMet() {
        tick("LONG14", "120");
        JsonNode bought = place(market("BUY", "LONG14", "1500"));
        for (int i = 0; i < 4; i++) { // 50,000 a tick
            tick("LONG14", "120");
            int fills = i + 1;
            await().until(() -> executions().size() == fills);
        }
        until(bought, "FILLED");
        JsonNode waiting = place(order("BUY", "LIMIT", "LONG14", "1", "\"limitPrice\":\"10\",\"timeInForce\":\"GTC\""));
        assertThat(account().path("margin").path("state").stringValue()).isEqualTo("OK");

        tick("LONG14", "72");
        await().until(() -> kinds().contains("MARGIN_WARNING"));
        tick("LONG14", "72.10");
        tick("LONG14", "72");
        assertThat(account().path("margin").path("state").stringValue()).isEqualTo("WARNING");
        assertThat(number(account(), "buyingPower")).isZero();

        tick("LONG14", "68");
        await().until(() -> kinds().contains("LIQUIDATION"));
        JsonNode forced =
                ledgers.get(path + "/orders?state=ACCEPTED").path("items").path(0);
        assertThat(forced.path("system").booleanValue()).isTrue();
        assertThat(forced.path("side").stringValue()).isEqualTo("SELL");
        assertThat(read(waiting).path("state").stringValue()).isEqualTo("CANCELLED");
        assertThat(read(waiting).path("reason").path("code").stringValue()).isEqualTo("MARGIN_LIQUIDATION");
        tick("LONG14", "68");
        until(forced, "FILLED");

        JsonNode account = account();
        assertThat(account.path("margin").path("utilization").decimalValue())
                .isBetween(new BigDecimal("0.9"), new BigDecimal("1.02"));
        assertThat(number(account.path("positions").path(0), "quantity"))
                .isBetween(new BigDecimal("1200"), new BigDecimal("1499"));
        assertThat(kinds().stream().filter("MARGIN_WARNING"::equals)).hasSize(1);
        assertThat(kinds().stream().filter("LIQUIDATION"::equals)).hasSize(1);
        JsonNode why = event("LIQUIDATION");
        assertThat(why.path("message").stringValue()).contains("the positions require 25500.00 USD");
        assertThat(why.path("details").path("requirement").stringValue()).isEqualTo("25500.00");
        assertThat(why.has("by")).isFalse();
        ledgerIsTheFoldOfTheFills();
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        ledgers.get(path + "/events")
                .path("items")
                .forEach(event -> kinds.add(event.path("kind").stringValue()));
        return kinds;
    }

    private JsonNode event(String kind) {
        for (JsonNode event : ledgers.get(path + "/events").path("items")) {
            if (event.path("kind").stringValue().equals(kind)) {
                return event;
            }
        }
        throw new AssertionError("no " + kind);
    }
}
