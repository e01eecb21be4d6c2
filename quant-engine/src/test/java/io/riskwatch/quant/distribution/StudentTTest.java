package io.riskwatch.quant.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.05, 0.3, 0.5, 0.8, 0.95, 0.975, 0.999})
    void quantilesInvertTheClosedFormsOfOneTwoAndFourDegreesOfFreedom(double p) {
        double four = new StudentT(4).quantile(p);
        double s = four / Math.sqrt(1 + four * four / 4);
        assertThat(0.5 + 0.375 * s * (1 - s * s / 12)).isCloseTo(p, within(1e-14));
        double two = new StudentT(2).quantile(p);
        assertThat(0.5 + two / (2 * Math.sqrt(2 + two * two))).isCloseTo(p, within(1e-14));
        double one = new StudentT(1).quantile(p);
        assertThat(0.5 + Math.atan(one) / Math.PI).isCloseTo(p, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 4, 2.1318467863266495", "0.975, 10, 2.228138851986274", "0.99, 3, 4.540702858568132"})
    void quantilesMatchScipy(double p, double nu, double expected) {
        assertThat(new StudentT(nu).quantile(p)).isCloseTo(expected, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        // scipy 1.10 stats.t.cdf
        "4, -7.5, 0.0008454357661611488",
        "200, -7.5, 1.0195249576464203e-12",
        "200, -40, 1.1243698267601098e-97",
        "1e5, -7.5, 3.217120077555115e-14"
    })
    void theFarTailKeepsItsDigits(double nu, double x, double expected) {
        assertThat(new StudentT(nu).cumulative(x) / expected).isCloseTo(1, within(1e-11));
        assertThat(new StudentT(nu).quantile(expected)).isCloseTo(x, within(1e-11 * -x));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.4, 0.9})
    void manyDegreesOfFreedomApproachTheNormalDistribution(double p) {
        assertThat(new StudentT(1e9).quantile(p)).isCloseTo(Normal.quantile(p), within(1e-8));
        assertThat(new StudentT(1e15).cumulative(1.5)).isEqualTo(Normal.cumulative(1.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void degreesOfFreedomMustBePositive(double nu) {
        assertThatThrownBy(() -> new StudentT(nu)).hasMessageContaining("degreesOfFreedom");
    }
}
