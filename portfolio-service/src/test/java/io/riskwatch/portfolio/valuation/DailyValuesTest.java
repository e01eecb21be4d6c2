package io.riskwatch.portfolio.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DailyValuesTest {

    private static DailyValues values(Past past, String to) {
        return past.until(to).values().orElseThrow();
    }

    @Test
    void theValueOfADayIsWhatWasHeldThatDayAtItsLastClose() {
        var past = Past.of(
                        new Story()
                                .money("2024-01-01", TransactionType.DEPOSIT, "2000")
                                .buy("2024-01-02", "ORBX", "10", "100")
                                .split("2024-01-08", "ORBX", "2", null)
                                .sell("2024-01-09", "ORBX", "5", "60"),
                        "USD")
                .closing(
                        "ORBX",
                        "USD",
                        "2024-01-02",
                        "101",
                        "2024-01-05",
                        "104",
                        "2024-01-08",
                        "55",
                        "2024-01-09",
                        "60");

        assertThat(values(past, "2024-01-10").values())
                .containsExactly(
                        2000, // the deposit
                        2010, // 1,000 + 10 x 101
                        2010, // no close: the last is carried
                        2010, 2040, // 1,000 + 10 x 104
                        2040, 2040, 2100, // 1,000 + 20 x 55: the split changes nothing, the market 60
                        2200, // 1,300 + 15 x 60
                        2200);
    }

    @Test
    void aForeignHoldingIsWorthItsCloseTimesTheRateOfTheDay() {
        var past = Past.of(
                        new Story()
                                .in("EUR")
                                .transferIn("2024-01-02", "RHNE", "10", "100")
                                .in("USD")
                                .money("2024-01-02", TransactionType.DEPOSIT, "50"),
                        "USD")
                .closing("RHNE", "EUR", "2024-01-02", "100", "2024-01-03", "110")
                .closing("EURUSD", "USD", "2024-01-02", "0.90", "2024-01-03", "0.95");

        assertThat(values(past, "2024-01-03").values()).containsExactly(new double[] {950, 1095}, within(1e-9));
    }

    @Test
    void aSymbolTheMarketDoesNotKnowIsWorthItsLastTradeAndIsNamed() {
        var past = Past.of(new Story().transferIn("2024-01-02", "HOME", "3", "100"), "USD");
        var values = values(past, "2024-01-05");

        assertThat(values.values()).containsOnly(300);
        assertThat(values.unpriced()).containsExactly("HOME");
    }

    @Test
    void whatHasNoExchangeRateIsLeftOutAndNamedWithItsDays() {
        var past = Past.of(
                        new Story()
                                .money("2024-01-01", TransactionType.DEPOSIT, "7")
                                .in("EUR")
                                .money("2024-01-02", TransactionType.DEPOSIT, "100"),
                        "USD")
                .closing("EURUSD", "USD", "2024-01-04", "1.10");
        var values = values(past, "2024-01-05");

        assertThat(values.values()).containsExactly(new double[] {7, 7, 7, 117, 117}, within(1e-9));
        assertThat(values.missingRates())
                .containsOnlyKeys("EUR")
                .containsValue(new Days(LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-03")));
    }

    @Test
    void anOldPriceIsNamed() {
        var past = Past.of(new Story().transferIn("2024-01-02", "ORBX", "3", "100"), "USD")
                .closing("ORBX", "USD", "2024-01-02", "100");
        var values = values(past, "2024-02-01");

        assertThat(values.stale(LocalDate.parse("2024-01-07"))).isEmpty();
        assertThat(values.stale(LocalDate.parse("2024-01-08"))).containsExactly("ORBX");
    }

    @Test
    void everythingSoldIsWorthNothingFromThatDayOn() {
        var past = Past.of(
                        new Story().buy("2024-01-02", "ORBX", "0.1", "0.3").sell("2024-01-03", "ORBX", "0.1", "0.3"),
                        "USD")
                .closing("ORBX", "USD", "2024-01-02", "0.3");

        assertThat(values(past, "2024-01-04").values()).containsOnly(0);
    }

    @Test
    void aLongSeriesIsThinnedKeepingBothEndsAndTheExtremes() {
        var positions = java.util.stream.IntStream.range(0, 1000).toArray();
        var kept = Decimation.keepingExtremes(positions, day -> day == 377 ? -5 : day == 612 ? 9 : Math.sin(day), 50);

        assertThat(kept).hasSizeLessThanOrEqualTo(50).isSorted().contains(0, 377, 612, 999);
    }
}
