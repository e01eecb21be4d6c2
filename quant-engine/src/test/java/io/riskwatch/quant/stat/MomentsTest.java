package io.riskwatch.quant.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void aSmallSampleByHand() {
        // 1, 2, 4, 9: mean 4, deviations -3 -2 0 5; squares 9+4+0+25 = 38; cubes -27-8+125 = 90; fourths 81+16+625 =
        // 722
        Moments moments = Moments.of(new double[] {1, 2, 4, 9});
        assertThat(moments.mean()).isEqualTo(4);
        assertThat(moments.variance()).isCloseTo(38 / 3.0, within(1e-14));
        assertThat(moments.populationVariance()).isCloseTo(9.5, within(1e-14));
        assertThat(moments.populationSkewness()).isCloseTo(22.5 / Math.pow(9.5, 1.5), within(1e-14));
        assertThat(moments.populationExcessKurtosis()).isCloseTo(180.5 / 90.25 - 3, within(1e-14));
        // Excel: SKEW = 1.3309..., KURT = 1.5 from the same deviations by the bias-corrected formulas
        assertThat(moments.skewness()).isCloseTo(22.5 / Math.pow(9.5, 1.5) * Math.sqrt(12) / 2, within(1e-14));
        assertThat(moments.excessKurtosis()).isCloseTo(3.0 / 2 * (5 * (2.0 - 3) + 6), within(1e-13));
    }

    @Test
    void aLargeCommonOffsetDoesNotSwallowTheVariance() {
        assertThat(Moments.of(new double[] {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16})
                        .variance())
                .isCloseTo(30, within(1e-9));
    }

    @Test
    void aConstantSeriesHasVarianceZeroAndNoShape() {
        Moments moments = Moments.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1});
        assertThat(moments.variance()).isZero();
        assertThatThrownBy(moments::skewness)
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessageContaining("never vary");
    }

    @Test
    void notANumberIsRefusedByPosition() {
        assertThatThrownBy(() -> Moments.of(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample[1] must be finite, was NaN");
        assertThatThrownBy(() -> Moments.of(new double[0])).hasMessageContaining("at least 1 observations, had 0");
    }
}
