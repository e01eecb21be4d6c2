package io.riskwatch.portfolio.account;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer about a portfolio that is short: of more than it is long, and of as much in one account as it holds in another. */
class ShortHoldingIT extends PortfolioServiceIT {

    private Ledgers ledgers;
    private String portfolio;
    private String base;
    private String broker;

    @BeforeEach
    void aMarginAccount() {
        ledgers = new Ledgers(http(callers.inNewOrganisation()));
        portfolio = ledgers.newPortfolio();
        base = "/api/v1/portfolios/" + portfolio;
        broker = body(ledgers.post(
                                base + "/accounts", "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":true}")
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
        record("{'date':'2026-01-02','type':'DEPOSIT','currency':'USD','amount':'5000'}");
        record("{'date':'2026-01-05','type':'BUY','symbol':'ORBX','quantity':'10','price':'100'}");
    }

    private void record(String json) {
        ledgers.record(portfolio, json.replace('\'', '"')).expectStatus().isCreated();
    }

    private void sellShort(String symbol, String units) {
        record(
                "{'date':'2026-02-06','type':'SELL','symbol':'%s','quantity':'%s','price':'100','currency':'USD','accountId':'%s'}"
                        .formatted(symbol, units, broker));
    }

    private void everyAnswerIsThere() {
        for (var path : new String[] {
            "/holdings",
            "/valuation",
            "/lots",
            "/lots/methods",
            "/risk-score",
            "/recommendations",
            "/performance",
            "/performance/gains",
            "/allocation?by=account"
        }) {
            assertThat(ledgers.get(base + path).toString()).as(path).doesNotContain("NaN", "Infinity");
        }
        for (var by : new String[] {"class", "sector", "currency", "region", "symbol"}) {
            assertThat(ledgers.get(base + "/allocation?by=" + by).get("slices"))
                    .as(by)
                    .isNotEmpty();
        }
        ledgers.put(base + "/allocation/target", "{\"by\":\"class\",\"weights\":{\"EQUITY\":0.6,\"CASH\":0.4}}")
                .expectStatus()
                .is2xxSuccessful();
        assertThat(ledgers.get(base + "/rebalancing").get("buckets")).isNotEmpty();
    }

    @Test
    void aHoldingSoldShortHasANegativeShareAndRaisesTheRisk() {
        var before = ledgers.get(base + "/risk-score").get("volatility").asDouble();
        sellShort("QNTL", "18");

        everyAnswerIsThere();

        var slices = ledgers.get(base + "/allocation?by=symbol").get("slices");
        assertThat(slices).anySatisfy(slice -> {
            assertThat(slice.get("key").stringValue()).isEqualTo("QNTL");
            assertThat(slice.get("value").stringValue()).isEqualTo("-900.00");
            assertThat(slice.get("weight").asDouble()).isNegative();
        });
        var score = ledgers.get(base + "/risk-score");
        assertThat(score.get("status").stringValue()).isEqualTo("SCORED");
        assertThat(score.get("volatility").asDouble()).isNotEqualTo(before);
        ledgers.post(base + "/risk-score/simulations", "{\"trades\":[{\"symbol\":\"QNTL\",\"quantity\":18}]}")
                .expectStatus()
                .isOk();
    }

    @Test
    void longInOneAccountAndAsMuchShortInAnotherIsNothingOnBalance() {
        sellShort("ORBX", "10");

        everyAnswerIsThere();

        assertThat(ledgers.get(base + "/holdings").get("holdings"))
                .singleElement()
                .satisfies(
                        held -> assertThat(held.get("quantity").stringValue()).isEqualTo("0"));
        ledgers.post(base + "/risk-score/simulations", "{\"trades\":[{\"symbol\":\"ORBX\",\"quantity\":1}]}")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void aNetSoSmallThatADayWouldHaveCostMoreThanItIsNoFailure() {
        record("{'date':'2026-01-05','type':'BUY','symbol':'QNTL','quantity':'24','price':'50'}");
        sellShort("ORBX", "19.8");

        everyAnswerIsThere();
    }
}
