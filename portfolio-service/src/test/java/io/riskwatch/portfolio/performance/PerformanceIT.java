package io.riskwatch.portfolio.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** ORBX closes at 118 until the end of 2025 and at 120.5 from 2026 on; a euro is 1.09 and then 1.10 dollars. */
class PerformanceIT extends PortfolioServiceIT {

    private TestCaller caller;
    private RestTestClient client;
    private Ledgers ledgers;
    private String uri;

    @BeforeEach
    void twoYearsWithAWithdrawal() {
        caller = callers.inNewOrganisation();
        client = http(caller);
        ledgers = new Ledgers(client);
        var portfolio = ledgers.newPortfolio();
        uri = "/api/v1/portfolios/" + portfolio + "/performance";
        ledgers.imported(portfolio, """
                date,type,symbol,quantity,price,currency,fee,amount,note
                2024-01-01,DEPOSIT,,,,USD,,1180,
                2024-01-01,BUY,ORBX,10,118,USD,,,
                2025-03-03,SELL,ORBX,5,118,USD,,,
                2025-03-03,WITHDRAWAL,,,,USD,,590,
                """);
    }

    @Test
    void bothReturnsStandTogetherWithTheirTable() {
        var answer = ledgers.get(uri + "?to=2026-02-02");

        assertThat(answer.get("from").stringValue()).isEqualTo("2024-01-01");
        assertThat(answer.get("endValue").stringValue()).isEqualTo("602.50");
        assertThat(answer.get("gain").stringValue()).isEqualTo("12.50");
        assertThat(answer.get("timeWeighted").get("period").doubleValue()).isCloseTo(120.5 / 118 - 1, within(1e-9));
        assertThat(answer.get("timeWeighted").get("annual").doubleValue()).isPositive();
        assertThat(answer.get("moneyWeighted").get("annual").doubleValue()).isPositive();
        assertThat(answer.get("flows")).hasSize(3);
        assertThat(answer.get("flowCount").intValue()).isEqualTo(3);
        assertThat(answer.get("sentences").get(2).stringValue())
                .contains("590.00 USD went out on 2025-03-03, after the holdings had gained 0.00 %");
        assertThat(answer.get("simulated").booleanValue()).isTrue();
    }

    @Test
    void theSeriesIsThinnedAndStartsAtAHundred() {
        var points = ledgers.get(uri + "?to=2026-02-02&maxPoints=20").get("points");

        assertThat(points.size()).isBetween(4, 20);
        assertThat(points.get(0).get("index").doubleValue()).isCloseTo(100, within(1e-9));
        assertThat(points.get(points.size() - 1).get("index").doubleValue()).isCloseTo(100 * 120.5 / 118, within(1e-9));
    }

    @Test
    void anyRangeIsMeasuredFromTheCloseOfItsFirstDay() {
        var answer = ledgers.get(uri + "?from=2025-12-29&to=2026-01-12");

        assertThat(answer.get("startValue").stringValue()).isEqualTo("590.00");
        assertThat(answer.get("days").intValue()).isEqualTo(14);
        assertThat(answer.get("timeWeighted").get("annual")).isNull();
        assertThat(answer.get("flows").get(0).get("kind").stringValue()).isEqualTo("START");
        assertThat(answer.get("flows").get(0).get("payment").stringValue()).isEqualTo("-590.00");
    }

    @Test
    void theTableIsPaged() {
        var first = ledgers.get(uri + "/flows?to=2026-02-02&limit=2");

        assertThat(first.get("items")).hasSize(2);
        var second = ledgers.get(uri + "/flows?to=2026-02-02&limit=2&cursor="
                + first.get("nextCursor").stringValue());
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("items").get(0).get("kind").stringValue()).isEqualTo("END");
    }

    @Test
    void aRangeThatCannotBeIsRefusedWithItsField() {
        refused("?from=2026-02-03&to=2026-02-02", "from");
        refused("?to=2999-01-01", "to");
        refused("/flows?cursor=LTE", "cursor"); // -1
    }

    private void refused(String query, String field) {
        client.get()
                .uri(uri + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void theBenchmarkStandsBesideWithTheSameDeposits() {
        var answer = ledgers.get(uri + "?to=2026-02-02&benchmark=qntl"); // 51, and 50 from 2026 on
        var benchmark = answer.get("benchmark");

        assertThat(benchmark.get("symbol").stringValue()).isEqualTo("QNTL");
        assertThat(benchmark.get("period").doubleValue()).isCloseTo(50.0 / 51 - 1, within(1e-9));
        // half of 1,180 was left in when it fell
        assertThat(benchmark.get("bought").get("endValue").stringValue()).isEqualTo("578.43");
        assertThat(benchmark.get("bought").get("difference").stringValue()).isEqualTo("-24.07");
        assertThat(benchmark.get("comparison").get("observations").intValue()).isGreaterThan(60);
        assertThat(answer.get("sentences").get(3).stringValue())
                .isEqualTo(
                        "Had your deposits bought QNTL on the same days, you would have 578.43 USD instead of 602.50:"
                                + " 24.07 less.");
        assertThat(answer.get("points").get(0).get("benchmarkIndex").doubleValue())
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void aBenchmarkNobodyKnowsIsRefused() {
        client.get()
                .uri(uri + "?benchmark=NOPE")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("benchmark");
    }

    @Test
    void theGainIsSplitPerHoldingAndPerClassAndAddsUp() {
        ledgers.imported(uri.split("/")[4], """
                date,type,symbol,quantity,price,currency,fee,amount,note
                2024-01-01,TRANSFER_IN,RHNE,10,190,EUR,,,
                2025-05-05,DIVIDEND,RHNE,,,EUR,,40,
                """);
        var gains = ledgers.get(uri + "/gains?to=2026-02-02");
        var rhne = gains.get("holdings").get(0);

        assertThat(rhne.get("key").stringValue()).isEqualTo("RHNE");
        assertThat(rhne.get("name").stringValue()).isEqualTo("Rhone Maison");
        // 10 from 190 to 200 euro, and the euro from 1.09 to 1.10
        assertThat(rhne.get("gain").get("price").stringValue()).isEqualTo("109.00");
        assertThat(rhne.get("gain").get("currency").stringValue()).isEqualTo("19.00");
        assertThat(rhne.get("gain").get("cross").stringValue()).isEqualTo("1.00");
        assertThat(rhne.get("gain").get("dividends").stringValue()).isEqualTo("43.60");
        assertThat(gains.get("holdings").get(1).get("gain").get("total").stringValue())
                .isEqualTo("12.50");
        assertThat(gains.get("cash").get(0).get("key").stringValue()).isEqualTo("EUR");
        assertThat(gains.get("classes").get(0).get("key").stringValue()).isEqualTo("EQUITY");
        assertThat(gains.get("total").get("total").stringValue())
                .isEqualTo(ledgers.get(uri + "?to=2026-02-02").get("gain").stringValue());
    }

    /** What was worked out of the ledger is kept until it changes, and not a request longer. */
    @Test
    void everyChangeOfTheLedgerIsSeenAtOnce() {
        var transactions = uri.replace("/performance", "/transactions");
        var deposit = "{\"date\":\"2026-01-05\",\"type\":\"DEPOSIT\",\"currency\":\"USD\",\"amount\":\"%s\"}";
        assertThat(paidIn()).isEqualTo("1180.00");

        var id = Ledgers.body(ledgers.post(transactions, deposit.formatted("20"))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
        assertThat(paidIn()).isEqualTo("1200.00");
        ledgers.put(transactions + "/" + id, deposit.formatted("30"))
                .expectStatus()
                .isOk();
        assertThat(paidIn()).isEqualTo("1210.00");
        client.delete().uri(transactions + "/" + id).exchange().expectStatus().isNoContent();
        assertThat(paidIn()).isEqualTo("1180.00");
    }

    private String paidIn() {
        return ledgers.get(uri + "?to=2026-02-02").get("paidIn").stringValue();
    }

    @Test
    void withoutABookingThereIsAReasonAndNoReturn() {
        var answer = ledgers.get("/api/v1/portfolios/%s/performance".formatted(ledgers.newPortfolio()));

        assertThat(answer.get("timeWeighted").get("unavailable").stringValue()).startsWith("Nothing was booked until");
        assertThat(answer.get("points")).isEmpty();
    }

    @Test
    void whenMarketDataIsAwayTheReturnsSaySo() {
        FakeMarketdata.goAway(caller);

        assertThat(ledgers.get(uri).get("timeWeighted").get("unavailable").stringValue())
                .contains("Market data did not answer");
        assertThat(ledgers.get(uri + "/gains").get("unavailable").stringValue()).contains("Market data did not answer");
    }
}
