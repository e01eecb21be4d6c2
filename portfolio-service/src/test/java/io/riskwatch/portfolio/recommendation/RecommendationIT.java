package io.riskwatch.portfolio.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Allocation, rebalancing, risk score and recommendations of one portfolio through the API. */
class RecommendationIT extends PortfolioServiceIT {

    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;

    /** 50 ORBX at 120.50 and 20 BGOV at 100, and 1,975 of cash: 10,000. */
    @BeforeEach
    void aPortfolio() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        portfolio = "/api/v1/portfolios/" + ledgers.newPortfolio();
        ledgers.imported(portfolio.substring(portfolio.lastIndexOf('/') + 1), """
                date,type,symbol,quantity,price,currency,amount
                2024-01-02,DEPOSIT,,,,USD,9000
                2024-01-03,BUY,ORBX,50,100.5,USD,
                2024-01-03,BUY,BGOV,20,100,USD,
                """);
    }

    @Test
    void theAllocationNamesWhatIsUnknownAndAddsUpToTheValue() {
        var byClass = ledgers.get(portfolio + "/allocation?by=class");
        assertThat(byClass.get("value").stringValue()).isEqualTo("10000.00");
        assertThat(keys(byClass)).isEqualTo("EQUITY 6025.00, BOND 2000.00, CASH 1975.00");
        assertThat(byClass.get("slices").get(0).get("weight").asDouble()).isEqualTo(0.6025);

        var bySector = ledgers.get(portfolio + "/allocation?by=sector");
        assertThat(keys(bySector)).isEqualTo("Industrials 6025.00, unknown 2000.00, CASH 1975.00");
        assertThat(keys(ledgers.get(portfolio + "/allocation?by=currency"))).isEqualTo("USD 10000.00");
        client.get()
                .uri(portfolio + "/allocation?by=colour")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("by");
    }

    private static String keys(JsonNode allocation) {
        return String.join(
                ", ",
                StreamSupport.stream(allocation.get("slices").spliterator(), false)
                        .map(slice -> slice.get("key").stringValue() + " "
                                + slice.get("value").stringValue())
                        .toList());
    }

    @Test
    void aTargetLeadsToDriftAndWholeShareTrades() {
        client.get().uri(portfolio + "/rebalancing").exchange().expectStatus().isNotFound();
        ledgers.put(portfolio + "/allocation/target", "{\"by\":\"class\",\"weights\":{\"EQUITY\":0.5,\"BOND\":0.6}}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("weights");
        ledgers.put(
                        portfolio + "/allocation/target",
                        "{\"by\":\"class\",\"weights\":{\"EQUITY\":0.5,\"BOND\":0.45,\"CASH\":0.05}}")
                .expectStatus()
                .isOk();

        var rebalancing = ledgers.get(portfolio + "/rebalancing");

        // 1,025 too much in ORBX is 8 whole shares; 2,439 of money above its target buys 24 of BGOV
        assertThat(StreamSupport.stream(rebalancing.get("trades").spliterator(), false)
                        .map(trade -> "%s %s %s for %s"
                                .formatted(
                                        trade.get("side").stringValue(),
                                        trade.get("shares").stringValue(),
                                        trade.get("symbol").stringValue(),
                                        trade.get("value").stringValue()))
                        .toList())
                .containsExactly("SELL 8 ORBX for 964.00", "BUY 24 BGOV for 2400.00");
        assertThat(rebalancing.get("cashAfter").stringValue()).isEqualTo("539.00");
        assertThat(rebalancing.get("buckets").get(0).get("key").stringValue()).isEqualTo("BOND");
        assertThat(rebalancing.get("buckets").get(0).get("outOfBand").booleanValue())
                .isTrue();
    }

    @Test
    void theRiskScoreIsOfTheKnownHistoryAndASimulatedTradeChangesIt() {
        var score = ledgers.get(portfolio + "/risk-score");

        assertThat(score.get("status").stringValue()).isEqualTo("SCORED");
        assertThat(score.get("observations").asInt()).isGreaterThanOrEqualTo(60);
        var points = StreamSupport.stream(score.get("components").spliterator(), false)
                .mapToInt(component -> component.get("points").asInt())
                .sum();
        assertThat(points).isEqualTo(score.get("beforeCap").asInt());
        assertThat(score.get("sentence").stringValue()).startsWith("In 1 month out of 20 expect to lose");
        var slowest = score.get("liquidity").get("slowest");
        assertThat(slowest.get(0).get("symbol").stringValue()).isEqualTo("ORBX");
        assertThat(slowest.get(0).get("days").asDouble())
                .isEqualTo(0.25); // 50 shares, and 200 a day is a fifth of 1,000

        var simulated = Ledgers.body(ledgers.post(
                        portfolio + "/risk-score/simulations", "{\"trades\":[{\"symbol\":\"ORBX\",\"quantity\":-50}]}")
                .expectStatus()
                .isOk());
        assertThat(simulated.get("before").get("volatility").asDouble())
                .isEqualTo(score.get("volatility").asDouble());
        assertThat(simulated.get("after").get("volatility").asDouble())
                .isLessThan(simulated.get("before").get("volatility").asDouble());
        ledgers.post(portfolio + "/risk-score/simulations", "{\"trades\":[{\"symbol\":\"NOPE\",\"quantity\":1}]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("trades[0].symbol");
        var empty = ledgers.get("/api/v1/portfolios/" + ledgers.newPortfolio() + "/risk-score");
        assertThat(empty.get("status").stringValue()).isEqualTo("NOT_ENOUGH_DATA");
        assertThat(empty.has("score")).isFalse();
    }

    @Test
    void aRecommendationHasItsEvidenceCanBeDismissedAndItsThresholdMoved() {
        var large = rule("SINGLE_POSITION");
        assertThat(large.get("subject").stringValue()).isEqualTo("ORBX");
        assertThat(large.get("measured").asDouble()).isEqualTo(0.6025);
        assertThat(large.get("affectedAmount").stringValue()).isEqualTo("6025.00");
        assertThat(large.get("trades").get(0).get("amount").stringValue()).isEqualTo("4025.00");
        assertThat(large.get("effect").get("measuredAfter").asDouble())
                .isCloseTo(0.2, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(large.get("effect").get("riskScoreBefore").asInt()).isPositive();
        for (var item : ledgers.get(portfolio + "/recommendations").get("items")) {
            assertThat(item.get("trades").isEmpty()).as(item.toString()).isEqualTo(!item.has("effect"));
        }

        var dismissals = portfolio + "/recommendations/" + large.get("id").stringValue() + "/dismissals";
        ledgers.post(dismissals, "{\"reason\":\"\"}").expectStatus().isBadRequest();
        ledgers.post(dismissals, "{\"reason\":\"it is my employer\"}")
                .expectStatus()
                .isCreated();
        assertThat(rule("SINGLE_POSITION")).isNull();
        assertThat(ledgers.get(portfolio + "/recommendations?dismissed=true")
                        .get("items")
                        .get(0)
                        .get("dismissal")
                        .get("reason")
                        .stringValue())
                .isEqualTo("it is my employer");
        client.delete().uri(dismissals).exchange().expectStatus().isNoContent();
        assertThat(rule("SINGLE_POSITION")).isNotNull();

        ledgers.put("/api/v1/recommendation-rules/SINGLE_POSITION", "{\"threshold\":0.7}")
                .expectStatus()
                .isOk();
        assertThat(rule("SINGLE_POSITION")).isNull();
        client.delete()
                .uri("/api/v1/recommendation-rules/SINGLE_POSITION")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(rule("SINGLE_POSITION")).isNotNull();
    }

    private @org.jspecify.annotations.Nullable JsonNode rule(String name) {
        return StreamSupport.stream(
                        ledgers.get(portfolio + "/recommendations").get("items").spliterator(), false)
                .filter(item -> item.get("rule").stringValue().equals(name))
                .findFirst()
                .orElse(null);
    }
}
