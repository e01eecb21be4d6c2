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
    }
}
