package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.quant.optimization.HierarchicalEqualRisk.Linkage;
import io.riskwatch.quant.optimization.HierarchicalEqualRisk.RiskMeasure;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchicalEqualRiskTest {
    /** Two families, {0, 2} and {1, 3}; volatilities 0.1, 0.2, 0.2, 0.4; correlation 0.5 inside, 0 between. */
    private static final double[][] FAMILIES = {
        {0.01, 0, 0.01, 0}, {0, 0.04, 0, 0.04}, {0.01, 0, 0.04, 0}, {0, 0.04, 0, 0.16}
    };

    @Test
    void twoFamiliesByHand() {
        HierarchicalEqualRisk portfolio = HierarchicalEqualRisk.of(FAMILIES, 2);
        // inside: 4/5 and 1/5 by inverse variance; cluster variances 0.0112 and 0.0448, so 4/5 to the calm family
        assertThat(portfolio.clusters()).containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 3));
        assertThat(portfolio.weights()).containsExactly(new double[] {0.64, 0.16, 0.16, 0.04}, Offset.offset(1e-15));
    }

    @Test
    void volatilityPunishesTheRiskyLess() {
        double[] weights = HierarchicalEqualRisk.of(FAMILIES, 2, Linkage.WARD, RiskMeasure.VOLATILITY)
                .weights();
        assertThat(weights).containsExactly(new double[] {4.0 / 9, 2.0 / 9, 2.0 / 9, 1.0 / 9}, Offset.offset(1e-15));
    }

    @Test
    void aBranchesRiskIsTheSumOfItsClusters() {
        double[][] uncorrelated = {{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 2}};
        // three clusters: {0, 1} split equally; the branch's risk is 1 + 1, so half goes to asset 2
        assertThat(HierarchicalEqualRisk.of(uncorrelated, 3).weights())
                .containsExactly(new double[] {0.25, 0.25, 0.5}, Offset.offset(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void oneClusterIsInverseVarianceWhateverTheLinkage(Linkage linkage) {
        double[] weights = HierarchicalEqualRisk.of(FAMILIES, 1, linkage, RiskMeasure.VARIANCE)
                .weights();
        assertThat(weights)
                .containsExactly(
                        HierarchicalRiskParity.inverseVariance(new double[] {0.01, 0.04, 0.04, 0.16}),
                        Offset.offset(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"SINGLE, 1.5", "COMPLETE, 4", "AVERAGE, 3.1666666666666665", "WARD, 3.582364210034113"})
    void linkagesMeasureTheDistanceToAUnion(Linkage linkage, double expected) {
        // groups of 1 and 2 assets, 2 apart, at 1.5 and 4 from a group of 3; Ward: sqrt((4*2.25 + 5*16 - 3*4) / 6)
        assertThat(linkage.distance(1.5, 4, 2, 1, 2, 3)).isCloseTo(expected, Offset.offset(1e-13));
    }

    @ParameterizedTest
    @EnumSource
    void renumberingAssetsRenumbersTheWeights(Linkage linkage) {
        double[][] covariance = {
            {0.04, 0.01, 0.002, 0.006, 0.001},
            {0.01, 0.09, 0.004, 0.012, 0.003},
            {0.002, 0.004, 0.01, 0.0015, 0.004},
            {0.006, 0.012, 0.0015, 0.02, 0.0005},
            {0.001, 0.003, 0.004, 0.0005, 0.03}
        };
        int[] renumbered = {3, 0, 4, 2, 1};
        double[][] permuted = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                permuted[i][j] = covariance[renumbered[i]][renumbered[j]];
            }
        }
        for (int clusters = 1; clusters <= 5; clusters++) {
            double[] weights = HierarchicalEqualRisk.of(covariance, clusters, linkage, RiskMeasure.VARIANCE)
                    .weights();
            double[] moved = HierarchicalEqualRisk.of(permuted, clusters, linkage, RiskMeasure.VARIANCE)
                    .weights();
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, Offset.offset(1e-14));
            for (int i = 0; i < 5; i++) {
                assertThat(moved[i]).isCloseTo(weights[renumbered[i]], Offset.offset(1e-14));
            }
        }
    }

    @Test
    void moreClustersThanAssetsAndAssetsThatNeverVaryAreRefused() {
        assertThat(HierarchicalEqualRisk.of(new double[][] {{0.04}}, 1).weights())
                .containsExactly(1);
        assertThatThrownBy(() -> HierarchicalEqualRisk.of(FAMILIES, 5)).hasMessageContaining("clusters must lie in");
        assertThatThrownBy(() -> HierarchicalEqualRisk.of(FAMILIES, 0)).hasMessageContaining("clusters must lie in");
        assertThatThrownBy(() -> HierarchicalEqualRisk.of(new double[][] {{0.04, 0}, {0, 0}}, 1))
                .hasMessageContaining("1");
    }

    @Test
    void threeClustersOfFourAssetsStepByStep() {
        // volatilities 0.1, 0.2, 0.3, 0.4; correlation 0.8 of (0, 1), 0.5 of (2, 3), 0.1 across
        double[][] covariance = {
            {0.01, 0.016, 0.003, 0.004},
            {0.016, 0.04, 0.006, 0.008},
            {0.003, 0.006, 0.09, 0.06},
            {0.004, 0.008, 0.06, 0.16}
        };
        // distances sqrt((1 - rho) / 2): 0.316 of (0, 1), 0.5 of (2, 3), 0.671 across, so (0, 1) merges first; Ward
        // puts it
        // sqrt((2 x 0.45 + 2 x 0.45 - 0.1) / 3) = 0.753 from 2 and from 3, which merge next; undoing both last merges
        // but the
        // first leaves the clusters {0, 1}, {2}, {3}
        // inside {0, 1}: inverse variances 100 : 25 = 4/5 : 1/5; variance 16/25 x 0.01 + 1/25 x 0.04 + 2 x 4/25 x 0.016
        // = 0.01312
        // the branch (2, 3) risks 0.09 + 0.16 = 0.25, so {0, 1} gets 0.25 / 0.26312 of the money, and of the rest 2
        // gets 16/25
        double calm = 0.25 / 0.26312;
        double[] byHand = {0.8 * calm, 0.2 * calm, 0.64 * (1 - calm), 0.36 * (1 - calm)};
        HierarchicalEqualRisk portfolio = HierarchicalEqualRisk.of(covariance, 3);
        assertThat(portfolio.clusters()).containsExactlyInAnyOrder(List.of(0, 1), List.of(2), List.of(3));
        assertThat(portfolio.weights()).containsExactly(byHand, Offset.offset(1e-15));
    }
}
