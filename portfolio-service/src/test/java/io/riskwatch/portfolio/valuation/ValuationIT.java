package io.riskwatch.portfolio.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class ValuationIT extends PortfolioServiceIT {

    private TestCaller caller;
    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void aPortfolioInTwoCurrencies() {
        caller = callers.inNewOrganisation();
        client = http(caller);
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2024-01-01,DEPOSIT,,,,USD,,2000,
            2024-01-02,BUY,ORBX,10,100,USD,,,
            2024-01-03,BUY,RHNE,3,150,EUR,,,
            """);
    }

    @Test
    void holdingsAreValuedAtLiveQuotesWithTheCallersToken() {
        var holdings = ledgers.get(uri("/holdings"));

        assertThat(holdings.get("baseCurrency").stringValue()).isEqualTo("USD");
        var orbx = holdings.get("holdings").get(0);
        assertThat(orbx.get("name").stringValue()).isEqualTo("Orbix Robotics");
        assertThat(orbx.get("type").stringValue()).isEqualTo("EQUITY");
        assertThat(orbx.get("marketValue").stringValue()).isEqualTo("1205.00");
        assertThat(orbx.get("priceSource").stringValue()).isEqualTo("LIVE");
        assertThat(orbx.get("simulated").booleanValue()).isTrue();
        assertThat(holdings.get("cash")).hasSize(2);
        assertThat(holdings.get("cash").get(0).toString())
                .isEqualTo("{\"currency\":\"EUR\",\"amount\":\"-450\",\"value\":\"-495.00\"}");
        assertThat(ledgers.get(uri("/valuation")).get("value").stringValue()).isEqualTo("2370.00");
    }

    @Test
    void holdingsOfAPastDayAreValuedAtItsClose() {
        ledgers.imported(portfolio, "date,type,symbol,quantity,price,currency\n2025-01-10,SELL,ORBX,4,119,USD\n");

        var before =
                ledgers.get(uri("/holdings?asOf=2025-01-09")).get("holdings").get(0);
        var after =
                ledgers.get(uri("/holdings?asOf=2025-01-10")).get("holdings").get(0);

        // the last close before is 118, of 2025-01-06
        assertThat(before.get("quantity").stringValue()).isEqualTo("10");
        assertThat(before.get("marketValue").stringValue()).isEqualTo("1180.00");
        assertThat(before.get("realisedGain").stringValue()).isEqualTo("0");
        assertThat(before.get("priceAsOf").stringValue()).startsWith("2025-01-06");
        assertThat(after.get("marketValue").stringValue()).isEqualTo("708.00");
        assertThat(after.get("realisedGain").stringValue()).isEqualTo("76");
    }

    @Test
    void whenMarketDataGoesAwayTheLastQuotesAnswerMarkedStale() {
        ledgers.get(uri("/valuation"));
        FakeMarketdata.goAway(caller);

        var valuation = ledgers.get(uri("/valuation"));

        assertThat(valuation.get("value").stringValue()).isEqualTo("2370.00");
        assertThat(valuation.get("stale").booleanValue()).isTrue();
        assertThat(valuation.get("staleSymbols")).hasSize(2);
    }

    @Test
    void theHistoryStartsWithTheFirstTransactionAndEndsToday() {
        var history = ledgers.get(uri("/valuation/history?maxPoints=30"));
        var points = history.get("points");

        assertThat(points.size()).isBetween(10, 30);
        assertThat(points.get(0).toString()).isEqualTo("{\"date\":\"2024-01-01\",\"value\":\"2000.00\"}");
        // cash 1,000 - 450 x 1.10, 10 x 120.5, 3 x 200 x 1.10
        assertThat(points.get(points.size() - 1).get("value").stringValue()).isEqualTo("2370.00");
        assertThat(history.get("simulated").booleanValue()).isTrue();
    }

    @Test
    void moreSymbolsThanFitIntoOneRequestAreAllAskedFor() {
        allow250Holdings();
        var file = new StringBuilder("symbol,quantity,price,currency\n");
        for (var i = 0; i < 250; i++) {
            file.append("A-SYMBOL-OF-THE-LONGEST-KIND-").append(i).append(",1,1,USD\n");
        }
        ledgers.imported(portfolio, file.toString());

        var valuation = ledgers.get(uri("/valuation"));

        assertThat(valuation.get("stale").booleanValue()).isFalse();
        assertThat(valuation.get("unpricedSymbols")).hasSize(250);
        assertThat(valuation.get("value").stringValue()).isEqualTo("2620.00");
    }

    /** What billing says of an organisation that has bought the plan for larger portfolios. */
    private void allow250Holdings() {
        jdbc.sql("""
            insert into entitlement (organisation_id, plan, limits, queue_weight, version, changed_at)
            values (?, 'PRO', '{"portfolios": 50, "holdingsPerPortfolio": 1000, "analysesPerDay": 1000,
              "runningAnalyses": 8, "assetsPerAnalysis": 500}', 4, 1, now())\
            """).param(caller.organisationId()).update();
    }

    @Test
    void anEmptyPortfolioHasNoHistory() {
        assertThat(ledgers.get("/api/v1/portfolios/%s/valuation/history".formatted(ledgers.newPortfolio()))
                        .get("points"))
                .isEmpty();
    }

    @Test
    void aLotMethodNobodyKnowsIsRefused() {
        client.get()
                .uri(uri("/holdings?lotMethod=LOFO"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private String uri(String rest) {
        return "/api/v1/portfolios/" + portfolio + rest;
    }
}
