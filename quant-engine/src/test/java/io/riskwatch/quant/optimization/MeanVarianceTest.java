package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.stat.Covariance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MeanVarianceTest {
    private static final double[][] COVARIANCE = {{0.04, 0.006, 0.002}, {0.006, 0.09, 0.009}, {0.002, 0.009, 0.01}};
    private static final double[] MU = {0.08, 0.12, 0.03};

    @Test
    void twoUncorrelatedAssetsByHand() {
        // weights in inverse proportion to variances: 1/0.04 to 1/0.01
        double[] w = MeanVariance.of(new double[][] {{0.04, 0}, {0, 0.01}}, PortfolioConstraints.longOnly(2))
                .minimumVariance();
        assertThat(w).containsExactly(new double[] {0.2, 0.8}, Offset.offset(1e-14));
    }

    @Test
    void theFrontierRisesAndItsEndsAreTheExtremes() {
        List<FrontierPoint> frontier =
                MeanVariance.of(COVARIANCE, PortfolioConstraints.longOnly(3)).frontier(MU, 20);
        for (int k = 1; k < frontier.size(); k++) {
            assertThat(frontier.get(k).expectedReturn())
                    .isGreaterThan(frontier.get(k - 1).expectedReturn());
            assertThat(frontier.get(k).volatility())
                    .isGreaterThan(frontier.get(k - 1).volatility());
        }
        assertThat(frontier.getLast().expectedReturn()).isCloseTo(0.12, within(1e-9));
    }

    @Test
    void targetRiskIsReachedFromBelowAndAnImpossibleOneIsRefused() {
        MeanVariance problem = MeanVariance.of(COVARIANCE, PortfolioConstraints.longOnly(3));
        assertThat(Math.sqrt(problem.variance(problem.targetRisk(MU, 0.15)))).isCloseTo(0.15, within(1e-9));
        assertThatThrownBy(() -> problem.targetRisk(MU, 0.05)).isInstanceOf(InfeasibleException.class);
    }

    @Test
    void hundredAssetsOnTenObservationsStillGiveAdmissibleWeights() {
        Philox4x32 random = new Philox4x32(11, 0);
        double[][] observations = new double[10][100];
        for (double[] row : observations) {
            Variates.normals(random, row);
        }
        PortfolioConstraints constraints = PortfolioConstraints.uniform(100, 0, 0.05);
        double[] w =
                MeanVariance.of(Covariance.sample(observations), constraints).minimumVariance();
        assertThat(constraints.violation(w)).isLessThan(1e-9);
    }

    @Test
    void perfectlyCorrelatedAssetsAreNoObstacle() {
        double[] w = MeanVariance.of(
                        new double[][] {{0.04, 0.04, 0}, {0.04, 0.04, 0}, {0, 0, 0.01}},
                        PortfolioConstraints.longOnly(3))
                .minimumVariance();
        assertThat(w[2]).isCloseTo(0.8, within(1e-6));
        assertThat(w[0] + w[1]).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void aCovarianceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> MeanVariance.of(new double[][] {{1, 2}, {2, 1}}, PortfolioConstraints.longOnly(2))
                        .minimumVariance())
                .hasMessageContaining("positive semi-definite");
    }

    /** Above the size that is tested in full. */
    @Test
    void anImpossibleCorrelationAmongManyAssetsIsRefused() {
        int n = 300;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = 1e-4 * (i + 1);
        }
        covariance[200][100] = 1.001 * Math.sqrt(covariance[100][100] * covariance[200][200]);
        covariance[100][200] = covariance[200][100];
        assertThatThrownBy(() -> MeanVariance.of(covariance, PortfolioConstraints.longOnly(n)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive semi-definite");
    }

    @Test
    void aMarketThatLosesHasNoBestSharpeRatio() {
        assertThatThrownBy(() -> MeanVariance.of(COVARIANCE, PortfolioConstraints.longOnly(3))
                        .maximumSharpe(MU, 0.2))
                .isInstanceOf(UndefinedMeasureException.class);
    }

    @Test
    void boundsThatCannotSumToOneAreRefused() {
        assertThatThrownBy(() -> PortfolioConstraints.uniform(3, 0, 0.3))
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("upper bounds that sum to 0.8999999999999999");
        assertThatThrownBy(() -> PortfolioConstraints.bounded(new double[] {0.5, 0}, new double[] {0.4, 1}))
                .hasMessageContaining("weight of asset 0 >= 0.5");
    }

    @Test
    void theCriticalLineAgreesWithTheQuadraticProgramOnManyAssets() {
        Philox4x32 random = new Philox4x32(5, 5);
        int n = 40;
        double[][] observations = new double[200][n];
        double[] mu = new double[n];
        for (double[] row : observations) {
            double market = Variates.normal(random);
            for (int i = 0; i < n; i++) {
                row[i] = 0.01 * (market + (1 + i / 20.0) * Variates.normal(random));
            }
        }
        for (int i = 0; i < n; i++) {
            mu[i] = 0.001 * Math.round(10 * Variates.uniform(random)); // ties on purpose
        }
        double[][] covariance = Covariance.sample(observations);
        PortfolioConstraints bounds = PortfolioConstraints.uniform(n, 0.005, 0.1);
        CriticalLine line = CriticalLine.of(mu, covariance, bounds);
        MeanVariance program = MeanVariance.of(covariance, bounds);
        for (double lambda : new double[] {0, 0.001, 0.01, 0.03, 0.1, 0.5}) {
            double[] w = line.at(lambda);
            assertThat(bounds.violation(w)).isLessThan(1e-10);
            assertThat(w).containsExactly(program.trading(mu, lambda), Offset.offset(1e-7));
        }
        double[] best = line.turningPoints().getFirst().weights();
        assertThat(IntStream.range(0, n).mapToDouble(i -> best[i] * mu[i]).sum())
                .isGreaterThanOrEqualTo(Arrays.stream(mu).average().orElseThrow());
    }

    @Test
    void theCriticalLineFindsTargetReturnsAndRefusesTheUnattainable() {
        CriticalLine line = CriticalLine.of(MU, COVARIANCE, PortfolioConstraints.longOnly(3));
        double[] expected =
                MeanVariance.of(COVARIANCE, PortfolioConstraints.longOnly(3)).targetReturn(MU, 0.07);
        assertThat(line.targetReturn(MU, 0.07)).containsExactly(expected, Offset.offset(1e-10));
        assertThatThrownBy(() -> line.targetReturn(MU, 0.2))
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("efficient returns from");
        PortfolioConstraints ruled =
                PortfolioConstraints.longOnly(3).with(LinearConstraint.group("equities", 3, new int[] {0, 1}, 0, 0.5));
        assertThatThrownBy(() -> CriticalLine.of(MU, COVARIANCE, ruled)).hasMessageContaining("weight of equities");
    }

    @Test
    void groupsLimitTheBestSharpeRatio() {
        PortfolioConstraints ruled =
                PortfolioConstraints.longOnly(3).with(LinearConstraint.group("equities", 3, new int[] {0, 1}, 0, 0.3));
        double[] w = MeanVariance.of(COVARIANCE, ruled).maximumSharpe(MU, 0.01);
        assertThat(ruled.violation(w)).isLessThan(1e-10);
        assertThat(w[0] + w[1]).isCloseTo(0.3, within(1e-10));
    }
}
