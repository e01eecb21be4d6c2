package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.series.PricePanel;
import io.riskwatch.quant.series.Returns;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesDegenerateTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    static Stream<Refusal> refusals() {
        return Stream.of(
                Refusal.of(
                        "returns of one price",
                        () -> Returns.simple(new double[] {100}),
                        "prices must have at least 2"),
                Refusal.of(
                        "a negative price",
                        () -> Returns.simple(new double[] {100, -1}),
                        "prices[1] must be finite and greater than 0, was -1.0"),
                Refusal.of(
                        "a price of zero",
                        () -> Returns.logarithmic(new double[] {100, 0}),
                        "prices[1] must be finite and greater than 0, was 0.0"),
                Refusal.of(
                        "a price of NaN",
                        () -> Returns.simple(new double[] {100, NAN}),
                        "prices[1] must be finite, was NaN"),
                Refusal.of("an infinite price", () -> Returns.simple(new double[][] {{100}, {INF}}), "must be finite"),
                Refusal.of(
                        "a negative price in a panel",
                        () -> Returns.simple(new double[][] {{100, 100}, {100, -3}}),
                        "prices[1][1] must be finite and greater than 0"),
                Refusal.of(
                        "a loss of more than everything",
                        () -> Returns.wealth(new double[] {-1.2}),
                        "must not be below -1"),
                Refusal.of(
                        "unsorted dates",
                        () -> PricePanel.of(List.of("A"), new int[] {2, 1}, new double[][] {{1, 2}}),
                        "ascending"),
                Refusal.of(
                        "duplicate dates",
                        () -> PricePanel.of(List.of("A"), new int[] {1, 1}, new double[][] {{1, 2}}),
                        "ascending"),
                Refusal.of(
                        "a negative price in gappy prices",
                        () -> PricePanel.of(List.of("A"), new int[] {1, 2}, new double[][] {{1, -2}}),
                        "greater than 0"),
                Refusal.of(
                        "an infinite price in gappy prices",
                        () -> PricePanel.of(List.of("A"), new int[] {1, 2}, new double[][] {{1, INF}}),
                        "must be"),
                Refusal.of(
                        "no shared dates",
                        () -> PricePanel.of(List.of("A", "B"), new int[] {1, 2}, new double[][] {{1, NAN}, {NAN, 2}})
                                .completeCases()
                                .simpleReturns(),
                        "must share at least 2 dates, shared 0"),
                Refusal.of(
                        "portfolio of another number of assets",
                        () -> Returns.ofPortfolio(new double[][] {{1, 2}}, new double[] {1}),
                        "same length"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedByName(Refusal refusal) {
        refusal.check();
    }

    @Test
    void constantPricesEarnNothing() {
        assertThat(Returns.simple(new double[] {5, 5, 5})).containsExactly(0, 0);
        assertThat(Returns.compounded(new double[] {-1, 0.5})).isEqualTo(-1);
    }
}
