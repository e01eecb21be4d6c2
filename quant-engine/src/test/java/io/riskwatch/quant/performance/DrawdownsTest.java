package io.riskwatch.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawdownsTest {
    @Test
    void theGoldenSeriesFallsByAQuarter() {
        Drawdowns drawdowns = Drawdowns.ofValues(new double[] {100, 120, 90, 95, 130, 104});
        assertThat(drawdowns.maximum()).isCloseTo(-0.25, within(1e-15));
        assertThat(drawdowns.current()).isCloseTo(-0.2, within(1e-15));
        List<Drawdown> worst = drawdowns.worst(10);
        assertThat(worst).hasSize(2);
        assertThat(worst.getFirst().peak()).isEqualTo(1);
        assertThat(worst.getFirst().trough()).isEqualTo(2);
        assertThat(worst.getFirst().recovery()).hasValue(4);
        assertThat(worst.getLast().peak()).isEqualTo(4);
        assertThat(worst.getLast().recovery()).isEmpty();
        assertThat(drawdowns.worst(1)).hasSize(1);
    }

    @Test
    void aLossOnTheFirstDayIsADrawdown() {
        assertThat(Drawdowns.ofReturns(new double[] {-0.1, 0.05}).maximum()).isCloseTo(-0.1, within(1e-15));
    }

    @Test
    void aRisingSeriesHasNone() {
        Drawdowns drawdowns = Drawdowns.ofReturns(new double[] {0.01, 0, 0.02});
        assertThat(drawdowns.maximum()).isZero();
        assertThat(drawdowns.worst(5)).isEmpty();
        assertThat(drawdowns.ulcerIndex()).isZero();
    }

    @Test
    void theUlcerIndexIsTheRootMeanSquareOfDepths() {
        // depths after the start: 0, 0.25, 25/120, 0, 0.2
        double expected = Math.sqrt((0.0625 + Math.pow(25 / 120.0, 2) + 0.04) / 5);
        assertThat(Drawdowns.ofValues(new double[] {100, 120, 90, 95, 130, 104}).ulcerIndex())
                .isCloseTo(expected, within(1e-15));
    }
}
