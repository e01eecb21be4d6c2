package io.riskwatch.marketdata.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A share at 100, 104 and 108 that splits 4:1, then trades at 28 and 27; it pays 2 before the split and 0.5 after it. */
class CorporateActionsTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final Split FOUR_FOR_ONE = new Split(MONDAY.plusDays(3), 4, 1);
    private static final Dividend EARLY = new Dividend(MONDAY.plusDays(1), new BigDecimal("2"));
    private static final Dividend LATE = new Dividend(MONDAY.plusDays(4), new BigDecimal("0.5"));
    private static final PriceSeries RAW = series(100, 104, 108, 28, 27);
    private static final CorporateActions ACTIONS =
            new CorporateActions(Adjustment.RAW, List.of(FOUR_FOR_ONE), List.of(LATE, EARLY));

    @Test
    void rawIsWhatWasTraded() {
        assertThat(ACTIONS.adjusted(RAW, Adjustment.RAW).closes()).containsExactly(100, 104, 108, 28, 27);
    }

    @Test
    void pricesBeforeASplitAreDividedByItAndVolumesMultiplied() {
        PriceSeries adjusted = ACTIONS.adjusted(RAW, Adjustment.SPLITS);
        assertThat(adjusted.closes()).containsExactly(25, 26, 27, 28, 27);
        assertThat(adjusted.column(Column.VOLUME)).containsExactly(4_000, 4_000, 4_000, 1_000, 1_000);
    }

    /** By hand: growth (26 + 0.5) / 25, 27 / 26, 28 / 27, (27 + 0.5) / 28, ending at 27. */
    @Test
    void totalReturnReinvestsEveryDividendAtTheCloseOfItsExDate() {
        double[] closes = ACTIONS.adjusted(RAW, Adjustment.SPLITS_AND_DIVIDENDS).closes();
        assertThat(closes[4]).isEqualTo(27);
        assertThat(closes[4] / closes[3]).isCloseTo(27.5 / 28, within(1e-15));
        assertThat(closes[3] / closes[2]).isCloseTo(28.0 / 27, within(1e-15));
        assertThat(closes[2] / closes[1]).isCloseTo(27.0 / 26, within(1e-15));
        assertThat(closes[1] / closes[0]).isCloseTo(26.5 / 25, within(1e-15));
    }

    @Test
    void aSourceThatAdjustedForSplitsAlreadyIsNotAdjustedAgain() {
        PriceSeries told = series(25, 26, 27, 28, 27);
        CorporateActions actions = new CorporateActions(
                Adjustment.SPLITS,
                List.of(FOUR_FOR_ONE),
                List.of(new Dividend(EARLY.day(), new BigDecimal("0.5")), LATE));
        assertThat(actions.adjusted(told, Adjustment.SPLITS).closes()).containsExactly(25, 26, 27, 28, 27);
        assertThat(actions.adjusted(told, Adjustment.RAW).closes()).containsExactly(100, 104, 108, 28, 27);
        assertThat(actions.adjusted(told, Adjustment.SPLITS_AND_DIVIDENDS).closes())
                .containsExactly(
                        ACTIONS.adjusted(RAW, Adjustment.SPLITS_AND_DIVIDENDS).closes(), within(1e-12));
    }

    @Test
    void aSourceThatTookDividendsOutStaysAsItIsAndSaysSo() {
        CorporateActions actions =
                new CorporateActions(Adjustment.SPLITS_AND_DIVIDENDS, List.of(FOUR_FOR_ONE), List.of(LATE));
        for (Adjustment wanted : Adjustment.values()) {
            assertThat(actions.adjusted(RAW, wanted)).isSameAs(RAW);
            assertThat(actions.available(wanted)).isEqualTo(Adjustment.SPLITS_AND_DIVIDENDS);
            assertThat(ACTIONS.available(wanted)).isEqualTo(wanted);
        }
    }

    @Test
    void noSeriesKnowsASplitThatLiesInItsFuture() {
        PriceSeries before = RAW.between(MONDAY, MONDAY.plusDays(2));
        assertThat(ACTIONS.adjusted(before, Adjustment.SPLITS).closes()).containsExactly(100, 104, 108);
        CorporateActions adjustedBySource = new CorporateActions(Adjustment.SPLITS, List.of(FOUR_FOR_ONE), List.of());
        PriceSeries told = series(25, 26, 27, 28, 27).between(MONDAY, MONDAY.plusDays(2));
        assertThat(adjustedBySource.adjusted(told, Adjustment.SPLITS).closes()).containsExactly(100, 104, 108);
        assertThat(adjustedBySource.adjusted(told, Adjustment.RAW).closes()).containsExactly(100, 104, 108);
    }

    @Test
    void splitsMultiplyAndOneForThreeStaysExact() {
        CorporateActions actions = new CorporateActions(
                Adjustment.RAW,
                List.of(new Split(MONDAY.plusDays(1), 1, 3), new Split(MONDAY.plusDays(2), 3, 1)),
                List.of());
        assertThat(actions.adjusted(series(1, 3, 1), Adjustment.SPLITS).closes())
                .containsExactly(1, 1, 1);
    }

    @Test
    void aDividendOfADayWithoutAPriceCountsAtTheNextAndOneOfTheFirstDayNot() {
        int day = (int) MONDAY.toEpochDay();
        PriceSeries gap = PriceSeries.ofCloses(new int[] {day, day + 1, day + 3}, new double[] {10, 10, 10});
        CorporateActions actions = new CorporateActions(
                Adjustment.RAW,
                List.of(),
                List.of(
                        new Dividend(MONDAY, BigDecimal.ONE),
                        new Dividend(MONDAY.plusDays(2), BigDecimal.ONE),
                        new Dividend(MONDAY.plusDays(9), BigDecimal.ONE)));
        double[] closes = actions.adjusted(gap, Adjustment.SPLITS_AND_DIVIDENDS).closes();
        assertThat(closes[1]).isEqualTo(closes[0]);
        assertThat(closes[2] / closes[1]).isCloseTo(1.1, within(1e-15));
    }

    @Test
    void nothingIsNoActionAndNothingIsNoSeries() {
        assertThatThrownBy(() -> new Split(MONDAY, 0, 1)).hasMessageContaining("0:1");
        assertThatThrownBy(() -> new Dividend(MONDAY, BigDecimal.ZERO)).hasMessageContaining("above 0");
        assertThat(ACTIONS.adjusted(PriceSeries.empty(), Adjustment.SPLITS).isEmpty())
                .isTrue();
        assertThat(CorporateActions.NONE
                        .adjusted(RAW, Adjustment.SPLITS_AND_DIVIDENDS)
                        .closes())
                .containsExactly(RAW.closes());
    }

    private static PriceSeries series(double... closes) {
        int[] days = new int[closes.length];
        double[] volumes = new double[closes.length];
        for (int i = 0; i < closes.length; i++) {
            days[i] = (int) MONDAY.toEpochDay() + i;
            volumes[i] = 1_000;
        }
        return new PriceSeries(days, Map.of(Column.CLOSE, closes, Column.VOLUME, volumes));
    }
}
