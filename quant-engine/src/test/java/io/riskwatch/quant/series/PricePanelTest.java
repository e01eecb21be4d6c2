package io.riskwatch.quant.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PricePanelTest {
    private static final double GAP = Double.NaN;

    @Test
    void onlyDaysOnWhichEveryAssetHasAPriceAreKeptAndTheRestIsCounted() {
        CompletePrices complete = PricePanel.of(List.of("A", "B"), new int[] {1, 2, 3, 5}, new double[][] {
                    {100, GAP, 110, 99}, {50, 51, GAP, 55}
                })
                .completeCases();
        assertThat(complete.epochDays()).containsExactly(1, 5);
        assertThat(complete.droppedDates()).isEqualTo(2);
        assertThat(complete.missing()).containsExactly(1, 1);
        assertThat(complete.blocking()).containsExactly(1, 1);
        assertThat(complete.simpleReturns()[0]).containsExactly(new double[] {-0.01, 0.1}, Offset.offset(1e-15));
    }

    @Test
    void assetsThatShareNoTwoDaysAreRefusedByName() {
        CompletePrices complete = PricePanel.of(
                        List.of("A", "B"), new int[] {1, 2}, new double[][] {{100, GAP}, {GAP, 5}})
                .completeCases();
        assertThatThrownBy(complete::simpleReturns)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[A, B] must share at least 2 dates, shared 0");
    }

    @Test
    void datesOutOfOrderAndPricesThatCannotBeAreRefused() {
        double[][] prices = {{1, 2}};
        assertThatThrownBy(() -> PricePanel.of(List.of("A"), new int[] {2, 2}, prices))
                .hasMessageContaining("strictly ascending");
        assertThatThrownBy(() -> PricePanel.of(List.of("A"), new int[] {1, 2}, new double[][] {{1, -2}}))
                .hasMessage("price of A on epoch day 2 must be finite and greater than 0, was -2.0");
        assertThatThrownBy(() -> PricePanel.of(List.of("A", "A"), new int[] {1, 2}, new double[][] {{1, 2}, {1, 2}}))
                .hasMessageContaining("all different");
    }

    @Test
    void callersArraysAreNotShared() {
        double[][] prices = {{1, 2}};
        CompletePrices complete =
                PricePanel.of(List.of("A"), new int[] {1, 2}, prices).completeCases();
        prices[0][1] = 99;
        complete.prices()[1][0] = 77;
        assertThat(complete.prices()[1][0]).isEqualTo(2);
    }
}
