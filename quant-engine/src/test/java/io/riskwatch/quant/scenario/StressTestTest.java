package io.riskwatch.quant.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StressTestTest {
    private static final double[][] COVARIANCE = {{0.04, 0.01}, {0.01, 0.09}};
    private static final double[] WEIGHTS = {0.6, 0.4};

    @Test
    void aShockHitsEveryHoldingByItsWeight() {
        assertThat(StressTest.loss(WEIGHTS, new double[] {-0.2, 0.1})).isCloseTo(0.08, within(1e-15));
        assertThat(StressTest.contributions(WEIGHTS, new double[] {-0.2, 0.1}))
                .containsExactly(new double[] {0.12, -0.04}, Offset.offset(1e-15));
    }

    @Test
    void aShockSpreadsByBeta() {
        assertThat(StressTest.propagated(COVARIANCE, 0, -0.2))
                .containsExactly(new double[] {-0.2, -0.05}, Offset.offset(1e-15));
    }

    @Test
    void theLikeliestShockLosesExactlyWhatWasAsked() {
        double[] shocks = StressTest.reverse(COVARIANCE, WEIGHTS, 0.1);
        assertThat(StressTest.loss(WEIGHTS, shocks)).isCloseTo(0.1, within(1e-15));
        // Sw = (0.028, 0.042), w'Sw = 0.0336
        assertThat(shocks[0] / shocks[1]).isCloseTo(0.028 / 0.042, within(1e-13));
        assertThatThrownBy(() -> StressTest.reverse(new double[2][2], WEIGHTS, 0.1))
                .isInstanceOf(UndefinedMeasureException.class);
    }

    @Test
    void aWindowOfHistoryIsBoughtAndHeld() {
        double[][] returns = {{0.5, 0.5}, {-0.1, 0.1}, {-0.1, 0}};
        assertThat(StressTest.historicalWindow(returns, WEIGHTS, 1, 3))
                .isCloseTo(0.6 * 0.19 - 0.4 * 0.1, within(1e-15));
    }
}
