package io.riskwatch.quant.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.risk.backtest.ExceptionSeries.Transitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    @ParameterizedTest
    @CsvSource({
        "0, 5.025",
        "1, 1.176",
        "2, 0.108",
        "4, 0.769",
        "5, 1.957",
        "6, 3.555",
        "7, 5.497",
        "9, 10.229",
        "10, 12.955"
    })
    void kupiecOn250DaysAtOnePercent(int exceptions, double statistic) {
        assertThat(Coverage.unconditional(250, exceptions, 0.01).statistic()).isCloseTo(statistic, within(6e-4));
    }

    @Test
    void clusteredExceptionsAreNotIndependent() {
        LikelihoodRatio test = Coverage.independence(new Transitions(234, 5, 5, 11));
        assertThat(test.statistic()).isGreaterThan(20);
        assertThat(test.rejects(0.01)).isTrue();
        assertThat(Coverage.independence(new Transitions(249, 0, 0, 0)).statistic())
                .isZero();
    }

    @Test
    void exceptionsAreFoundAndTheirTransitionsCounted() {
        ExceptionSeries series = ExceptionSeries.of(
                new double[] {-0.02, -0.03, 0.01, -0.025, -0.02}, new double[] {0.02, 0.02, 0.02, 0.02, 0.01});
        assertThat(series.positions()).containsExactly(1, 3, 4);
        assertThat(series.rate()).isEqualTo(0.6);
        assertThat(series.transitions()).isEqualTo(new Transitions(0, 2, 1, 1));
    }

    @Test
    void withoutExceptionsThereIsNoSeverity() {
        double[] level = {0.02, 0.02};
        assertThatThrownBy(() -> AcerbiSzekely.z1(new double[] {0.01, 0}, level, level))
                .isInstanceOf(UndefinedMeasureException.class);
        assertThat(AcerbiSzekely.z2(new double[] {0.01, 0}, level, level, 0.95)).isEqualTo(1);
    }

    @Test
    void baselAddsToTheMultiplierFromFiveExceptions() {
        assertThat(TrafficLight.of(250, 4, 0.01).plusFactorBasel3()).isZero();
        assertThat(TrafficLight.of(250, 7, 0.01).plusFactorBasel3()).isEqualTo(0.33);
        assertThat(TrafficLight.of(250, 12, 0.01).plusFactorBasel3()).isEqualTo(0.50);
        assertThat(TrafficLight.of(250, 12, 0.01).zone()).isEqualTo(TrafficLight.Zone.RED);
    }
}
