package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The job of an optimization carries the lots of the ledger: DOMAIN D2's 100@10, 100@15, 100@12 of ORBX. */
class AskedLotsIT extends AnalysisTestBase {

    private TestCaller caller;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void threeLots() {
        caller = callers.inNewOrganisation();
        ledgers = new Ledgers(http(caller));
        portfolio = ledgers.newPortfolio("USD");
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2024-01-02,BUY,ORBX,100,10,USD,,,
            2024-02-02,BUY,ORBX,100,15,USD,,,
            2024-03-04,BUY,ORBX,100,12,USD,,,
            """);
    }

    /**
     * What the worker's published result says a sale of 150 at 20 would realise is what the ledger realises when it is booked, under
     * every method and split into short and long.
     */
    @Test
    void theWorkersGainsAreThoseTheLedgerRealisesWhenTheSaleIsBooked() {
        JsonNode exampleJob = WorkerStandIn.resource("job/examples/optimization-lots.json");
        JsonNode exampleResult = WorkerStandIn.resource("result/examples/optimization-lots.json");

        JsonNode holding = heldIn("optimization").path("holdings").path(0);
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2025-02-01\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"150\",\"price\":\"20\","
                                + "\"currency\":\"USD\"}")
                .expectStatus()
                .isCreated();

        assertThat(holding.path("lots"))
                .isEqualTo(exampleJob.path("holdings").path(0).path("lots"));
        JsonNode trade = exampleResult.path("trades").path(0);
        assertThat(trade.path("symbol").stringValue() + " " + trade.path("shares") + " at " + trade.path("price"))
                .isEqualTo("ORBX 150.0 at 20.0");
        assertThat(trade.path("realisedGains")).hasSize(4).allSatisfy(gain -> {
            JsonNode realised = ledgers.get("/api/v1/portfolios/" + portfolio + "/lots/realised?lotMethod="
                    + gain.path("lotMethod").stringValue());
            assertThat(gain.path("shortTerm").doubleValue()).isEqualTo(sum(realised, false));
            assertThat(gain.path("longTerm").doubleValue()).isEqualTo(sum(realised, true));
        });
    }

    /** Of the ledger's gains, which it keeps to ten decimals. */
    private static double sum(JsonNode realised, boolean longTerm) {
        return realised.path("items")
                .valueStream()
                .filter(gain -> gain.path("longTerm").booleanValue() == longTerm)
                .map(gain -> new BigDecimal(gain.path("gain").stringValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    @Test
    void aMethodThatSoldOtherLotsHasItsOwnAndAnotherIsNotRepeated() {
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2024-06-03\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"150\",\"price\":\"20\","
                                + "\"currency\":\"USD\"}")
                .expectStatus()
                .isCreated();

        JsonNode lots = heldIn("optimization").path("holdings").path(0).path("lots");

        assertThat(lots.path("FIFO").toString()).isEqualTo("""
                [{"acquired":"2024-02-02","quantity":"50","cost":"750"},\
                {"acquired":"2024-03-04","quantity":"100","cost":"1200"}]""");
        assertThat(lots.path("LIFO").toString()).isEqualTo("""
                [{"acquired":"2024-01-02","quantity":"100","cost":"1000"},\
                {"acquired":"2024-02-02","quantity":"50","cost":"750"}]""");
        assertThat(lots.path("HIFO").toString()).isEqualTo("""
                [{"acquired":"2024-01-02","quantity":"100","cost":"1000"},\
                {"acquired":"2024-03-04","quantity":"50","cost":"600"}]""");
        assertThat(lots.path("AVERAGE").toString()).isEqualTo("""
                [{"acquired":"2024-02-02","quantity":"50","cost":"616.6666666667"},\
                {"acquired":"2024-03-04","quantity":"100","cost":"1233.3333333333"}]""");
    }

    /** A euro was worth 1.09 dollars until 2026 and 1.10 since. */
    @Test
    void aCostInAnotherCurrencyIsConvertedAtTheRateOfItsDayAndIsUnknownWhileNobodyKnowsThat() {
        ledgers.imported(portfolio, """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2025-12-15,BUY,RHNE,2,100,EUR,,,
            2026-02-02,BUY,RHNE,1,150,EUR,,,
            """);

        JsonNode lots = heldIn("optimization").path("holdings").path(1).path("lots");
        FakeMarketdata.goAway(caller);
        JsonNode away = heldIn("optimization").path("holdings").path(1).path("lots");

        assertThat(lots.path("FIFO").toString()).isEqualTo("""
                [{"acquired":"2025-12-15","quantity":"2","cost":"218","localCost":"200"},\
                {"acquired":"2026-02-02","quantity":"1","cost":"165","localCost":"150"}]""");
        assertThat(away.path("FIFO").path(0).toString())
                .isEqualTo("{\"acquired\":\"2025-12-15\",\"quantity\":\"2\",\"localCost\":\"200\"}");
    }

    @Test
    void theOldestOfTooManyLotsArePutTogether() {
        StringBuilder csv = new StringBuilder("date,type,symbol,quantity,price,currency,fee,amount,note\n");
        for (int i = 0; i < 102; i++) {
            csv.append("2025-03-%02d,BUY,QNTL,1,%d,USD,,,%n".formatted(1 + i / 4, 10 + i));
        }
        ledgers.imported(portfolio, csv.toString());

        JsonNode lots =
                heldIn("optimization").path("holdings").path(1).path("lots").path("FIFO");

        assertThat(lots).hasSize(100);
        assertThat(lots.path(0).toString())
                .isEqualTo("{\"acquired\":\"2025-03-01\",\"quantity\":\"3\",\"cost\":\"33\",\"merged\":3}");
        assertThat(lots.path(99).path("cost").stringValue()).isEqualTo("111");
    }

    @Test
    void otherKindsAndGivenHoldingsCarryNoLots() {
        UUID given = ask(
                caller,
                "{\"kind\":\"optimization\",\"holdings\":[{\"symbol\":\"ORBX\",\"quantity\":1},{\"symbol\":\"QNTL\",\"quantity\":1}]}");
        JsonNode job = worker.takeJob();

        assertThat(job.path("analysisId").stringValue()).isEqualTo(given.toString());
        assertThat(job.path("holdings")).noneMatch(holding -> holding.has("lots"));
        assertThat(heldIn("risk").path("holdings")).noneMatch(holding -> holding.has("lots"));
    }

    private JsonNode heldIn(String kind) {
        ask(caller, "{\"kind\":\"" + kind + "\",\"portfolioId\":\"" + portfolio + "\"}");
        return worker.takeJob();
    }
}
