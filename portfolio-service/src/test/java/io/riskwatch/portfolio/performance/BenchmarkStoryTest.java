package io.riskwatch.portfolio.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.valuation.Past;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What would have been, had the user's deposits bought the benchmark. */
class BenchmarkStoryTest {

    /** 1,000 become 1,100; 500 more come on day 10; after 30 days it is 1,520. */
    private static Past theMonth() {
        return Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "1000")
                                .buy("2026-01-01", "ORBX", "10", "100")
                                .money("2026-01-11", TransactionType.DEPOSIT, "500")
                                .buy("2026-01-11", "ORBX", "4.5454545455", "110"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-01", "100", "2026-01-10", "110", "2026-01-31", "104.5")
                .closing("XWLD", "USD", "2026-01-01", "200", "2026-01-11", "250", "2026-01-31", "260");
    }

    private static Figure<Benchmark> beside(Past past, String symbol, String to) {
        var history = past.until(to);
        return Benchmark.of(Performance.of(history), past.units(symbol, history));
    }

    @Test
    void theSameDepositsBuyTheBenchmarkOnTheSameDays() {
        var benchmark = beside(theMonth(), "XWLD", "2026-01-31").get();
        var bought = benchmark.bought().get();

        // 1,000 / 200 + 500 / 250 = 7 units at 260
        assertThat(bought.endValue()).isCloseTo(1820, within(1e-9));
        assertThat(bought.gain()).isCloseTo(320, within(1e-9));
        assertThat(benchmark.total()).isCloseTo(0.30, within(1e-12));
        var period = Performance.of(theMonth().until("2026-01-31")).period();
        assertThat(benchmark.sentences(period, "USD"))
                .containsExactly(
                        "Had your deposits bought XWLD on the same days, you would have 1,820.00 USD instead of"
                                + " 1,520.00: 300.00 more.");
    }

    @Test
    void aForeignBenchmarkCountsInThePortfoliosCurrency() {
        var past = theMonth()
                .closing("XEUE", "EUR", "2026-01-01", "100", "2026-01-31", "110")
                .closing("EURUSD", "USD", "2026-01-01", "0.90", "2026-01-31", "0.95");

        assertThat(beside(past, "XEUE", "2026-01-31").get().total()).isCloseTo(1.1 * 0.95 / 0.90 - 1, within(1e-12));
    }

    @Test
    void aWithdrawalLargerThanWhatWouldBeThereUsesItUp() {
        var past = Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "1000")
                                .buy("2026-01-01", "ORBX", "10", "100")
                                .sell("2026-01-10", "ORBX", "8", "150")
                                .money("2026-01-10", TransactionType.WITHDRAWAL, "1200"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-01", "100", "2026-01-10", "150")
                .closing("XWLD", "USD", "2026-01-01", "200", "2026-01-10", "210");
        var bought = beside(past, "XWLD", "2026-01-31").get().bought().get();

        assertThat(bought.ranOut()).hasValue(LocalDate.parse("2026-01-10"));
        assertThat(bought.endValue()).isZero();
        assertThat(bought.moneyWeighted().known()).isFalse();
    }

    @Test
    void moneyThatWasThereBeforeTheFirstPriceIsNotGuessed() {
        var past = theMonth().closing("XNEW", "USD", "2026-01-05", "10", "2026-01-31", "11");
        var benchmark = beside(past, "XNEW", "2026-01-31").get();

        assertThat(benchmark.start()).isEqualTo(4);
        assertThat(benchmark.bought().refusal())
                .hasValue("XNEW has prices from 2026-01-05 on only, and your money was there before.");
    }

    @Test
    void whatHasNoPricesInTheRangeIsNoBenchmark() {
        var past = theMonth().closing("XNEW", "USD", "2026-02-05", "10");

        assertThat(beside(past, "XNEW", "2026-01-31").refusal()).hasValue("XNEW has no prices within the range.");
    }

    @Test
    void aFewDaysAreTooFewForBeta() {
        assertThat(beside(theMonth(), "XWLD", "2026-01-31").get().comparison().refusal())
                .hasValue("Beta and tracking error need 60 common trading days, there are 1.");
    }

    @Test
    void twiceTheBenchmarkHasABetaOfTwoOnCommonDaysAlone() {
        var start = LocalDate.parse("2026-01-01");
        var shares = new String[400];
        var market = new String[400];
        var price = 100.0;
        var level = 100.0;
        for (var i = 0; i < 200; i++) {
            var move = 0.01 * Math.sin(i);
            price *= i == 0 ? 1 : 1 + 2 * move;
            level *= i == 0 ? 1 : 1 + move;
            shares[2 * i] = start.plusDays(i).toString();
            shares[2 * i + 1] = Double.toString(price);
            market[2 * i] = start.plusDays(i).toString();
            market[2 * i + 1] = Double.toString(level);
        }
        var past = Past.of(new Story().transferIn("2026-01-01", "ORBX", "1", "100"), "USD")
                .closing("ORBX", "USD", shares)
                .closing("XWLD", "USD", market);
        var comparison = beside(past, "XWLD", "2026-07-19").get().comparison().get();

        assertThat(comparison.observations()).isEqualTo(199);
        assertThat(comparison.beta()).isCloseTo(2, within(1e-9));
        assertThat(comparison.correlation()).isCloseTo(1, within(1e-9));
        assertThat(comparison.alpha()).isCloseTo(0, within(1e-9));
        assertThat(comparison.trackingError()).isPositive();
    }
}
