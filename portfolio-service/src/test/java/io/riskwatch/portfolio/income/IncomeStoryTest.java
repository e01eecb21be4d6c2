package io.riskwatch.portfolio.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.valuation.Past;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** A year of dividends and interest as the user received them. */
class IncomeStoryTest {

    private static IncomeCalendar calendar(Past past, String today) {
        var days = past.until(today).values().orElseThrow().days();
        return IncomeCalendar.of(past.holdings(), days, past.rates(days));
    }

    /** ORBX pays in March and September, RHNE in euro in June; half of ORBX is bought in July. */
    private static Past theYear() {
        return Past.of(
                        new Story()
                                .transferIn("2025-01-02", "ORBX", "10", "100")
                                .dividend("2025-03-10", "ORBX", "15", "2.25")
                                .money("2025-03-31", TransactionType.INTEREST, "1.20")
                                .buy("2025-07-01", "ORBX", "10", "110")
                                .dividend("2025-09-10", "ORBX", "30", "4.50")
                                .in("EUR")
                                .transferIn("2025-01-02", "RHNE", "5", "200")
                                .dividend("2025-06-02", "RHNE", "20", "5"),
                        "USD")
                .closing("EURUSD", "USD", "2025-01-01", "1.10", "2025-07-01", "1.20");
    }

    private static IncomeView view(Past past, String today, Map<String, Double> costs) {
        return IncomeView.of(
                new UUID(0, 1), CurrencyUnit.USD, calendar(past, today), YearMonth.parse("2025-01"), costs);
    }

    @Test
    void everyMonthShowsWhatArrivedInTheBaseCurrencyOfItsDay() {
        var view = view(theYear(), "2025-12-31", Map.of());

        assertThat(view.months()).hasSize(12);
        assertThat(view.months().get(2).month()).isEqualTo("2025-03");
        assertThat(view.months().get(2).received()).isEqualTo(new IncomeView.SumView("15.00", "1.20", "2.25", "13.95"));
        assertThat(view.months().get(5).received())
                .isEqualTo(new IncomeView.SumView("22.00", "0.00", "5.50", "16.50")); // 20 and 5 euro at 1.10
        assertThat(view.months().get(6).received().net()).isEqualTo("0.00");
    }

    @Test
    void payersStandByWhatTheyPaidInTwelveMonths() {
        var view = view(theYear(), "2026-03-20", Map.of("ORBX", 2100.0));

        assertThat(view.trailing()).isEqualTo(new IncomeView.SumView("52.00", "1.20", "10.00", "43.20"));
        assertThat(view.payers()).extracting(IncomeView.PayerView::symbol).containsExactly("ORBX", "RHNE", null);
        assertThat(view.payers().getFirst().payments()).isEqualTo(1); // March 2025 is over a year ago
        assertThat(view.payers().getFirst().yieldOnCost()).isCloseTo(30.0 / 2100, within(1e-12));
        assertThat(view.payers().get(1).yieldOnCost()).isNull();
        assertThat(view.yieldOnCost()).isCloseTo(30.0 / 2100, within(1e-12));
    }

    @Test
    void nextYearIsLastYearPerUnitForWhatIsHeldNowAndAnEstimate() {
        var view = view(theYear(), "2025-12-31", Map.of());

        // 1.50 a share for 20 shares, 4 euro for 5 at today's 1.20, 1.50 for 20
        assertThat(view.expected())
                .extracting(one -> one.date() + " " + one.symbol() + " " + one.gross())
                .containsExactly("2026-03-10 ORBX 30.00", "2026-06-02 RHNE 24.00", "2026-09-10 ORBX 30.00");
        assertThat(view.expected()).allMatch(IncomeView.ExpectedView::estimate);
        assertThat(view.expectedTotal()).isEqualTo("84.00");
    }

    @Test
    void aSplitInBetweenChangesNothingAboutWhatIsExpected() {
        var past = Past.of(
                new Story()
                        .transferIn("2025-01-02", "ORBX", "10", "100")
                        .dividend("2025-03-10", "ORBX", "15", "0")
                        .split("2025-06-02", "ORBX", "2", null),
                "USD");

        assertThat(calendar(past, "2025-12-31").expected())
                .singleElement()
                .satisfies(one -> assertThat(one.gross()).isCloseTo(15, within(1e-12)));
    }

    @Test
    void whatIsSoldPaysNoMore() {
        var past = Past.of(
                new Story()
                        .transferIn("2025-01-02", "ORBX", "10", "100")
                        .dividend("2025-03-10", "ORBX", "15", "0")
                        .sell("2025-06-02", "ORBX", "10", "100"),
                "USD");

        assertThat(calendar(past, "2025-12-31").expected()).isEmpty();
    }

    @Test
    void aPaymentWithoutARateIsLeftOutAndItsCurrencyNamed() {
        var past = Past.of(
                new Story()
                        .in("EUR")
                        .transferIn("2025-01-02", "RHNE", "5", "200")
                        .dividend("2025-06-02", "RHNE", "20", "5"),
                "USD");
        var calendar = calendar(past, "2025-12-31");

        assertThat(calendar.payments()).isEmpty();
        assertThat(calendar.missingRates()).containsExactly("EUR");
    }
}
