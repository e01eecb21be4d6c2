package io.riskwatch.portfolio.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.marketdata.CorporateEvents;
import io.riskwatch.portfolio.valuation.Past;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
                new UUID(0, 1),
                CurrencyUnit.USD,
                calendar(past, today),
                YearMonth.parse("2025-01"),
                costs,
                Promises.NONE);
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

    private static final String TODAY = "2026-02-20";

    private static CorporateEvents events(String symbol, String currency, CorporateEvents.Dividend... announced) {
        return new CorporateEvents(symbol, currency, "xsim", true, List.of(), List.of(), List.of(announced));
    }

    private static CorporateEvents.Dividend dividend(String exDate, String amount, String payDate) {
        return new CorporateEvents.Dividend(
                LocalDate.parse(exDate),
                new BigDecimal(amount),
                LocalDate.parse(payDate),
                LocalDate.parse("2026-02-10"));
    }

    private static IncomeView announcing(Past past, CorporateEvents... events) {
        var known = Arrays.stream(events).collect(Collectors.toMap(CorporateEvents::symbol, Function.identity()));
        var promised = Announcement.of(past.holdings(), LocalDate.parse(TODAY), known);
        return IncomeView.of(
                new UUID(0, 1),
                CurrencyUnit.USD,
                calendar(past, TODAY).announcing(promised),
                YearMonth.parse("2026-01"),
                Map.of(),
                new Promises(currency -> currency.equals("EUR") ? 1.2 : 1, List.of()));
    }

    @Test
    void anAnnouncedDividendTakesThePlaceOfItsEstimateAndOfNoOther() {
        var view = announcing(
                theYear(),
                events("ORBX", "USD", dividend("2026-03-03", "1.75", "2026-03-17")),
                events("RHNE", "EUR", dividend("2026-06-01", "4.5", "2026-06-20")));

        assertThat(view.announced())
                .containsExactly(
                        new IncomeView.AnnouncedView(
                                LocalDate.parse("2026-03-17"),
                                "ORBX",
                                LocalDate.parse("2026-03-03"),
                                LocalDate.parse("2026-03-17"),
                                LocalDate.parse("2026-02-10"),
                                "20",
                                "1.75",
                                "USD",
                                "35.00",
                                "35.00"),
                        new IncomeView.AnnouncedView(
                                LocalDate.parse("2026-06-20"),
                                "RHNE",
                                LocalDate.parse("2026-06-01"),
                                LocalDate.parse("2026-06-20"),
                                LocalDate.parse("2026-02-10"),
                                "5",
                                "4.5",
                                "EUR",
                                "22.50",
                                "27.00"));
        assertThat(view.announcedTotal()).isEqualTo("62.00");
        assertThat(view.expected())
                .as("September's payment stays an estimate")
                .extracting(one -> one.date() + " " + one.symbol())
                .containsExactly("2026-09-10 ORBX");
    }

    @Test
    void whatWentExAndIsNotPaidIsForWhatWasHeldThen() {
        var past = Past.of(
                new Story()
                        .transferIn("2025-01-02", "ORBX", "10", "100")
                        .sell("2026-02-18", "ORBX", "4", "110")
                        .buy("2026-02-19", "ORBX", "1", "110"),
                "USD");
        var gone = new CorporateEvents(
                "ORBX",
                "USD",
                "xsim",
                true,
                List.of(),
                List.of(dividend("2026-02-18", "0.5", "2026-03-02"), dividend("2026-01-15", "9", "2026-02-02")),
                List.of());

        assertThat(announcing(past, gone).announced())
                .as("the ten of the evening before; what was paid by now is announced no more")
                .singleElement()
                .satisfies(
                        one -> assertThat(one.quantity() + " " + one.amount()).isEqualTo("10 5.00"));
    }

    @Test
    void whatIsBookedIsNoLongerAnnounced() {
        var past = Past.of(
                new Story().transferIn("2025-01-02", "ORBX", "10", "100").dividend("2026-02-19", "ORBX", "5", "0"),
                "USD");
        var gone = new CorporateEvents(
                "ORBX",
                "USD",
                "xsim",
                true,
                List.of(),
                List.of(dividend("2026-02-18", "0.5", "2026-03-02")),
                List.of());

        assertThat(announcing(past, gone).announced()).isEmpty();
    }
}
