package io.riskwatch.portfolio.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.valuation.Past;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** DOMAIN.md's golden values (D3 and feature 6), each told as what a user did. */
class PerformanceStoryTest {

    private static final Offset<Double> BASIS_POINT_TENTH = within(5e-6);

    private static Performance performance(Past past, String to) {
        return Performance.of(past.until(to));
    }

    private static double timeWeighted(Performance performance) {
        return performance.returns().timeWeighted().get().total();
    }

    private static double xirr(Performance performance) {
        return performance.returns().moneyWeighted().get().rate();
    }

    /** 1,000 become 1,100; 500 more come on day 10; after 30 days it is 1,520. */
    private static Past theMonth() {
        return Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "1000")
                                .buy("2026-01-01", "ORBX", "10", "100")
                                .money("2026-01-11", TransactionType.DEPOSIT, "500")
                                .buy("2026-01-11", "ORBX", "4.5454545455", "110"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-01", "100", "2026-01-10", "110", "2026-01-31", "104.5");
    }

    @Test
    void aMonthWithADepositAfterTheRise() {
        var month = performance(theMonth(), "2026-01-31");

        assertThat(timeWeighted(month)).isCloseTo(0.0450, BASIS_POINT_TENTH);
        assertThat(month.returns().modifiedDietz().get()).isCloseTo(0.0150, BASIS_POINT_TENTH);
        assertThat(xirr(month)).isCloseTo(0.1987, within(5e-5));
        assertThat(PeriodReturns.ofPeriod(xirr(month), 30)).isCloseTo(0.0150, within(5e-5));
        assertThat(month.sentences())
                .containsExactly(
                        "Your holdings returned +4.50 % (time-weighted: whatever you paid in or out, and when).",
                        "Your own money earned +1.50 % in these 30 days, which is +19.87 % a year (money-weighted, XIRR).",
                        "They differ because of what you paid in and out: 500.00 USD came in on 2026-01-11, after the"
                                + " holdings had gained 10.00 % and before they lost 5.00 %. Your timing cost you 3.00"
                                + " percentage points.");
        assertThat(month.notes()).isEmpty();
    }

    @Test
    void theTableBehindTheMonth() {
        var flows = performance(theMonth(), "2026-01-31").period().flows();

        assertThat(flows).extracting(Flow::kind).containsExactly(Flow.Kind.DEPOSIT, Flow.Kind.DEPOSIT, Flow.Kind.END);
        assertThat(flows).extracting(Flow::day).containsExactly(0, 10, 30);
        assertThat(flows).extracting(Flow::weight).containsExactly(1.0, 20.0 / 30, 0.0);
        assertThat(flows.stream().mapToDouble(Flow::payment).toArray())
                .containsExactly(new double[] {-1000, -500, 1520}, within(1e-6));
    }

    /** 100 become 150 in the first year; 850 more come; then all of it falls to 800. */
    @Test
    void mostOfTheMoneyCameBeforeTheFall() {
        var years = performance(
                Past.of(
                                new Story()
                                        .money("2023-01-01", TransactionType.DEPOSIT, "100")
                                        .buy("2023-01-01", "ORBX", "1", "100")
                                        .money("2024-01-01", TransactionType.DEPOSIT, "850")
                                        .buy("2024-01-01", "ORBX", "5.6666666667", "150"),
                                "USD")
                        .closing("ORBX", "USD", "2023-01-01", "100", "2023-12-31", "150", "2024-12-31", "120"),
                "2024-12-31");

        assertThat(timeWeighted(years)).isCloseTo(0.200, within(5e-4));
        assertThat(xirr(years)).isCloseTo(-0.145, within(5e-4));
        assertThat(years.sentences().getLast())
                .contains(
                        "850.00 USD came in on 2024-01-01, after the holdings had gained 50.00 % and before they lost 20.00 %")
                .contains("Your timing cost you 46.87 percentage points");
    }

    @Test
    void microsoftsExampleOfXirr() {
        var rate = performance(
                Past.of(
                                new Story()
                                        .money("2008-01-01", TransactionType.DEPOSIT, "10000")
                                        .buy("2008-01-01", "ORBX", "100", "100")
                                        .sell("2008-03-01", "ORBX", "20", "137.50")
                                        .money("2008-03-01", TransactionType.WITHDRAWAL, "2750")
                                        .sell("2008-10-30", "ORBX", "30", "141.6666666667")
                                        .money("2008-10-30", TransactionType.WITHDRAWAL, "4250")
                                        .sell("2009-02-15", "ORBX", "25", "130")
                                        .money("2009-02-15", TransactionType.WITHDRAWAL, "3250"),
                                "USD")
                        .closing("ORBX", "USD", "2008-01-01", "100", "2009-04-01", "110"),
                "2009-04-01");

        assertThat(rate.period().endValue()).isCloseTo(2750, within(1e-6));
        assertThat(xirr(rate)).isCloseTo(0.3733625335, within(1e-9));
    }

    /** 1,000 -> 1,600 with +500 that day: a deposit counts from the start of its day, 6.67 % and not 10 %. */
    @Test
    void aDepositCountsFromTheStartOfItsDay() {
        var day = Performance.of(Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "1000")
                                .buy("2026-01-01", "ORBX", "10", "100")
                                .money("2026-01-02", TransactionType.DEPOSIT, "500"),
                        "USD")
                .closing("ORBX", "USD", "2026-01-01", "100", "2026-01-02", "110")
                .between("2026-01-01", "2026-01-02"));

        assertThat(timeWeighted(day)).isCloseTo(100.0 / 1500, within(1e-12)); // 1,600 / 1,500 - 1
    }

    @Test
    void aWithdrawalCountsUntilTheEndOfItsDay() {
        var day = performance(
                Past.of(
                                new Story()
                                        .money("2026-01-01", TransactionType.DEPOSIT, "1500")
                                        .buy("2026-01-01", "ORBX", "10", "100")
                                        .money("2026-01-02", TransactionType.WITHDRAWAL, "500"),
                                "USD")
                        .closing("ORBX", "USD", "2026-01-01", "100", "2026-01-02", "110"),
                "2026-01-02");

        assertThat(timeWeighted(day)).isCloseTo(100.0 / 1500, within(1e-12)); // (1,100 + 500) / 1,500 - 1
    }

    @Test
    void aRangeStartsAtTheCloseOfItsFirstDay() {
        var range = Performance.of(theMonth().between("2026-01-10", "2026-01-31"));

        assertThat(timeWeighted(range)).isCloseTo(-0.05, within(1e-9));
        assertThat(range.period().startValue()).isCloseTo(1100, within(1e-9));
        assertThat(range.period().paidIn()).isCloseTo(500, within(1e-9));
        assertThat(range.period().gain()).isCloseTo(-80, within(1e-6));
        assertThat(range.period().flows())
                .extracting(Flow::kind)
                .containsExactly(Flow.Kind.START, Flow.Kind.DEPOSIT, Flow.Kind.END);
    }

    @Test
    void sharesThatWereTransferredInCountAtTheDaysClose() {
        var moved = performance(
                Past.of(new Story().transferIn("2026-01-01", "ORBX", "10", "40"), "USD")
                        .closing("ORBX", "USD", "2026-01-01", "100", "2026-12-31", "110"),
                "2026-12-31");

        assertThat(timeWeighted(moved)).isCloseTo(0.10, within(1e-12));
        assertThat(moved.period().flows().getFirst().payment()).isEqualTo(-1000);
        assertThat(moved.sentences().getLast()).startsWith("Nothing was paid in or out within the range");
    }

    @Test
    void feesAndDividendsBelongToTheReturnAndAreNoFlows() {
        var year = performance(
                Past.of(
                                new Story()
                                        .money("2026-01-01", TransactionType.DEPOSIT, "1010")
                                        .buy("2026-01-01", "ORBX", "10", "100", "10")
                                        .dividend("2026-06-01", "ORBX", "30", "5"),
                                "USD")
                        .closing("ORBX", "USD", "2026-01-01", "100"),
                "2026-12-31");

        assertThat(timeWeighted(year)).isCloseTo(1025.0 / 1010 - 1, within(1e-12));
        assertThat(year.period().gain()).isCloseTo(15, within(1e-9));
    }

    @Test
    void lessThanADayHasNoReturn() {
        var day = performance(theMonth(), "2026-01-01");

        assertThat(day.returns().timeWeighted().refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("less than a day"));
        assertThat(day.returns().moneyWeighted().known()).isFalse();
        assertThat(day.sentences()).isEmpty();
    }

    @Test
    void aPortfolioBelowZeroMissesADeposit() {
        var story = new Story().buy("2026-01-01", "ORBX", "10", "100");
        var past = Past.of(story, "USD").closing("ORBX", "USD", "2026-01-01", "100", "2026-01-05", "90");
        var lost = performance(past, "2026-01-06");

        assertThat(lost.returns().timeWeighted().refusal())
                .hasValue("On 2026-01-05 the portfolio was worth -100.00, which has no return: is a deposit missing?");
        assertThat(lost.notes())
                .anyMatch(
                        note -> note.startsWith("Cash is below zero from 2026-01-01 on (-1,000.00), which is a loan"));
    }

    @Test
    void whenNothingCameBackThereIsNoRate() {
        var gone = performance(
                Past.of(
                        new Story()
                                .money("2026-01-01", TransactionType.DEPOSIT, "100")
                                .money("2026-01-02", TransactionType.FEE, "100"),
                        "USD"),
                "2026-01-05");

        assertThat(gone.returns().moneyWeighted().refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("Nothing came back and nothing is left"));
        assertThat(timeWeighted(gone)).isEqualTo(-1.0);
    }

    @Test
    void aMissingExchangeRateIsNamedAndNothingIsGuessed() {
        var euros = performance(
                Past.of(new Story().in("EUR").money("2026-01-01", TransactionType.DEPOSIT, "100"), "USD")
                        .closing("EURUSD", "USD", "2026-01-04", "1.10"),
                "2026-01-05");

        assertThat(euros.returns().timeWeighted().refusal())
                .hasValue(
                        "There is no exchange rate for EUR from 2026-01-01 to 2026-01-03; a return would leave it out.");
    }

    @Test
    void whileMarketDataIsAwayNothingIsGuessed() {
        var away = performance(theMonth().whileMarketDataIsAway(), "2026-01-31");

        assertThat(away.returns().modifiedDietz().refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("Market data did not answer"));
    }

    @Test
    void theDeepestFallIsOfTheHoldingsAndNotHiddenByADeposit() {
        var fall = performance(theMonth(), "2026-01-31").deepestFall().orElseThrow();

        assertThat(fall.depth()).isCloseTo(-0.05, within(1e-9));
        assertThat(fall.peak()).hasToString("2026-01-30");
        assertThat(fall.trough()).hasToString("2026-01-31");
        assertThat(fall.recovery()).isEmpty();
    }

    @Test
    void xirrOfTheEngineIsWhatTheStoryUses() {
        var rate = InternalRate.xirr(new double[] {-1000, -500, 1520}, new long[] {0, 10, 30});

        assertThat(xirr(performance(theMonth(), "2026-01-31"))).isCloseTo(rate.rate(), within(1e-7));
    }
}
