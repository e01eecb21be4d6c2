package io.riskwatch.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.stat.QuantileType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailRiskTest {
    /** Losses of 1 % to 100 % in shuffled order. */
    private static final double[] LOSSES = IntStream.range(0, 100)
            .mapToDouble(i -> -((i * 37) % 100 + 1) / 100.0)
            .toArray();

    @Test
    void historicalFiguresByHand() {
        // type 7 at p = 0.05: position 99 x 0.05 = 4.95 between the 5th and 6th worst: -0.96 + 0.95 x 0.01
        assertThat(ValueAtRisk.historical(LOSSES, 0.95)).isCloseTo(0.9505, within(1e-12));
        // five worst: 100, 99, 98, 97, 96 %
        assertThat(ExpectedShortfall.historical(LOSSES, 0.95)).isCloseTo(0.98, within(1e-12));
        // k = 2.5: (1.00 + 0.99 + half of 0.98) / 2.5
        assertThat(ExpectedShortfall.historical(LOSSES, 0.975)).isCloseTo((1 + 0.99 + 0.49) / 2.5, within(1e-12));
    }

    @Test
    void aTailSmallerThanOneObservationIsTheWorstOne() {
        assertThat(ExpectedShortfall.historical(new double[] {0.01, -0.02, 0.005}, 0.99))
                .isEqualTo(0.02);
    }

    @Test
    void aHorizonScalesWithItsSquareRootAndSaysSo() {
        TailRisk oneDay = TailRisk.historical(LOSSES, 0.95, 1);
        TailRisk tenDays = TailRisk.historical(LOSSES, 0.95, 10);
        assertThat(oneDay.scaling()).isEqualTo(Scaling.NONE);
        assertThat(tenDays.scaling()).isEqualTo(Scaling.SQUARE_ROOT_OF_TIME);
        assertThat(tenDays.valueAtRisk()).isCloseTo(oneDay.valueAtRisk() * Math.sqrt(10), within(1e-12));
    }

    @Test
    void theNormalFigureIgnoresTheMeanUnlessAsked() {
        double[] returns = {0.01, 0.03}; // mean 0.02, standard deviation 0.01 sqrt(2)
        double z = 1.6448536269514722;
        assertThat(TailRisk.normal(returns, 0.95, 1, MeanAssumption.ZERO).valueAtRisk())
                .isCloseTo(z * 0.01 * Math.sqrt(2), within(1e-14));
        assertThat(TailRisk.normal(returns, 0.95, 4, MeanAssumption.SAMPLE).valueAtRisk())
                .isCloseTo(z * 0.01 * Math.sqrt(2) * 2 - 4 * 0.02, within(1e-14));
    }

    @Test
    void confidenceOfZeroOneOrBeyondIsRefused() {
        for (double confidence : new double[] {0, 1, 1.2, Double.NaN}) {
            assertThatThrownBy(() -> ValueAtRisk.historical(LOSSES, confidence))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("confidence must lie in (0, 1), was " + confidence);
        }
        assertThatThrownBy(() -> ExpectedShortfall.historical(new double[] {0.1}, 0.95))
                .hasMessage("returns must have at least 2 observations, had 1");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.96", "2, 0.955", "3, 0.96", "4, 0.96", "5, 0.955"})
    void aWholePositionIsReadAsWhole(int quantileType, double valueAtRisk) {
        // 100 x (1 - 0.95) is 5, although 1 - 0.95 is 0.050000000000000044: the fifth worst loss is 96 %, the sixth 95
        // %
        assertThat(ValueAtRisk.historical(LOSSES, 0.95, QuantileType.of(quantileType)))
                .isCloseTo(valueAtRisk, within(1e-14));
    }
}
