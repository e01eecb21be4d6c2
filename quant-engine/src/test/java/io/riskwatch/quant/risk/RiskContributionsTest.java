package io.riskwatch.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RiskContributionsTest {
    @Test
    void twoUncorrelatedHoldingsByHand() {
        // 0.6 x 0.3 and 0.8 x 0.3: variances 0.0324 and 0.0576 of 0.09 in all
        RiskContributions contributions =
                RiskContributions.of(new double[][] {{0.09, 0}, {0, 0.09}}, new double[] {0.6, 0.8});
        assertThat(contributions.volatility()).isCloseTo(0.3, within(1e-15));
        assertThat(contributions.marginal()).containsExactly(new double[] {0.18, 0.24}, Offset.offset(1e-15));
        assertThat(contributions.shares()).containsExactly(new double[] {0.36, 0.64}, Offset.offset(1e-15));
        assertThat(contributions.undiversified()).isCloseTo(0.42, within(1e-15));
    }

    @Test
    void aHedgeContributesNegativelyAndComponentsStillSumToTheWhole() {
        RiskContributions contributions =
                RiskContributions.of(new double[][] {{0.04, 0.018}, {0.018, 0.01}}, new double[] {1, -0.4});
        assertThat(contributions.shares()[1]).isNegative();
        assertThat(Arrays.stream(contributions.components()).sum())
                .isCloseTo(contributions.volatility(), within(1e-15));
    }

    @Test
    void aPortfolioWithoutRiskHasNoContributions() {
        assertThatThrownBy(() -> RiskContributions.of(new double[][] {{0, 0}, {0, 0.01}}, new double[] {1, 0}))
                .isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> RiskContributions.of(new double[][] {{1, 0.5}, {0.4, 1}}, new double[] {1, 0}))
                .hasMessageContaining("covariance must be symmetric");
    }

    @Test
    void leavingAHoldingOutTakesOffItsIncrementalRisk() {
        RiskContributions contributions =
                RiskContributions.of(new double[][] {{0.09, 0}, {0, 0.09}}, new double[] {0.6, 0.8});
        // without the first: 0.8 x 0.3 = 0.24 of 0.30
        assertThat(contributions.incremental()).containsExactly(new double[] {0.06, 0.12}, Offset.offset(1e-15));
        assertThat(Arrays.stream(contributions.componentValueAtRisk(0.95)).sum())
                .isCloseTo(ValueAtRisk.normal(0, 0.3, 0.95, 1), within(1e-15));
        assertThat(contributions.standalone()).containsExactly(new double[] {0.18, 0.24}, Offset.offset(1e-15));
    }

    @Test
    void marginalAndIncrementalValueAtRiskByHand() {
        // volatilities 10 % and 20 %, correlation 0, half each: sigma = sqrt(0.0125); marginal (0.005, 0.02) / sigma
        double[][] covariance = {{0.01, 0}, {0, 0.04}};
        RiskContributions parts = RiskContributions.of(covariance, new double[] {0.5, 0.5});
        double sigma = Math.sqrt(0.0125);
        double z = 1.6448536269514722;
        assertThat(parts.marginalValueAtRisk(0.95))
                .containsExactly(new double[] {z * 0.005 / sigma, z * 0.02 / sigma}, Offset.offset(1e-14));
        // without the first 0.1 is left, without the second 0.05
        assertThat(parts.incrementalValueAtRisk(0.95))
                .containsExactly(new double[] {z * (sigma - 0.1), z * (sigma - 0.05)}, Offset.offset(1e-14));
    }
}
