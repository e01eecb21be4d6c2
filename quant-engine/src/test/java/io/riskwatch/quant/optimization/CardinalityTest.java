package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardinalityTest {
    private static final double[] MU = {0.004, 0.009, 0.001, 0.006, 0.002, 0.008, 0.003, 0.005};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void theAnswerIsTheBestOfAllSubsets(int held) {
        for (int seed = 0; seed < 5; seed++) {
            double[][] covariance = TurnoverTest.covariance(8, 50, seed);
            PortfolioConstraints limited = PortfolioConstraints.longOnly(8).withAtMost(held);
            MeanVariance problem = MeanVariance.of(covariance, limited);
            for (double lambda : new double[] {0, 0.01, 0.1}) {
                double[] w = problem.trading(MU, lambda);
                assertThat(limited.violation(w)).isLessThan(1e-10);
                double best = Double.POSITIVE_INFINITY;
                for (int subset = 1; subset < 256; subset++) {
                    if (Integer.bitCount(subset) == held) {
                        best = Math.min(best, value(covariance, lambda, onlyOf(covariance, lambda, subset)));
                    }
                }
                assertThat(value(covariance, lambda, w)).isCloseTo(best, within(1e-12 * Math.abs(best) + 1e-15));
            }
        }
    }

    @Test
    void theBestSharpeRatioOfThreeAssetsIsTheBestOfAllTriples() {
        double[][] covariance = TurnoverTest.covariance(8, 50, 2);
        double[] w = MeanVariance.of(
                        covariance, PortfolioConstraints.longOnly(8).withAtMost(3))
                .maximumSharpe(MU, 0);
        double best = 0;
        for (int subset = 1; subset < 256; subset++) {
            if (Integer.bitCount(subset) == 3) {
                double[] upper = upper(subset);
                double[] other = MeanVariance.of(covariance, PortfolioConstraints.bounded(new double[8], upper))
                        .maximumSharpe(MU, 0);
                best = Math.max(best, sharpe(covariance, other));
            }
        }
        assertThat(Arrays.stream(w).filter(x -> x != 0).count()).isLessThanOrEqualTo(3);
        assertThat(sharpe(covariance, w)).isCloseTo(best, within(1e-10));
    }

    @Test
    void anAmpleLimitLimitsNothingAndOneAssetIsTheCalmest() {
        double[][] covariance = TurnoverTest.covariance(8, 50, 1);
        PortfolioConstraints free = PortfolioConstraints.longOnly(8);
        assertThat(MeanVariance.of(covariance, free.withAtMost(20)).minimumVariance())
                .containsExactly(MeanVariance.of(covariance, free).minimumVariance(), Offset.offset(1e-12));
        double[] one = MeanVariance.of(covariance, free.withAtMost(1)).minimumVariance();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 8; i++) {
            least = Math.min(least, covariance[i][i]);
        }
        assertThat(value(covariance, 0, one)).isCloseTo(0.5 * least, within(1e-15));
    }

    @Test
    void turnoverAndTheNumberOfAssetsMayBeLimitedTogether() {
        double[][] covariance = {{0.04, 0, 0}, {0, 0.01, 0}, {0, 0, 0.02}};
        PortfolioConstraints both = PortfolioConstraints.longOnly(3)
                .withTurnover(new double[] {0.5, 0.5, 0}, 0.4)
                .withAtMost(2);
        // two of three: {1, 2} needs a turnover of 1; {0, 1} goes to 0.3, 0.7
        assertThat(MeanVariance.of(covariance, both).minimumVariance())
                .containsExactly(new double[] {0.3, 0.7, 0}, Offset.offset(1e-9));
    }

    @Test
    void thirtyAssetsAreSolvedAndMoreThanFortyRefused() {
        PortfolioConstraints limited = PortfolioConstraints.longOnly(30).withAtMost(5);
        double[] w =
                MeanVariance.of(TurnoverTest.covariance(30, 120, 5), limited).minimumVariance();
        assertThat(limited.violation(w)).isLessThan(1e-10);
        PortfolioConstraints many = PortfolioConstraints.longOnly(41).withAtMost(5);
        assertThatThrownBy(() -> MeanVariance.of(TurnoverTest.covariance(41, 120, 5), many)
                        .minimumVariance())
                .hasMessageContaining("for at most 40 assets, had 41");
    }

    @Test
    void clashingLimitsAreRefusedByName() {
        assertThatThrownBy(() -> PortfolioConstraints.bounded(new double[] {0.1, 0.1, -1}, new double[] {1, 1, -0.1})
                        .withAtMost(2))
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("at most 2 assets held; weight of asset 0 >= 0.1; weight of asset 1 >= 0.1;"
                        + " weight of asset 2 <= -0.1");
        assertThatThrownBy(() -> PortfolioConstraints.uniform(5, 0, 0.3).withAtMost(3))
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("upper bounds of which the greatest sum to 0.89");
        PortfolioConstraints ruled = PortfolioConstraints.longOnly(3)
                .with(LinearConstraint.group("the first two", 3, new int[] {0, 1}, 0.3, 0.6))
                .withAtMost(1);
        assertThatThrownBy(() -> MeanVariance.of(TurnoverTest.covariance(3, 20, 1), ruled)
                        .minimumVariance())
                .isInstanceOfSatisfying(
                        InfeasibleException.class,
                        e -> assertThat(e.clashing())
                                .contains("at most 1 assets held")
                                .anyMatch(words -> words.startsWith("weight of the first two"))
                                .noneMatch(String::isBlank));
        assertThatThrownBy(() -> ruled.withAtMost(0)).hasMessageContaining("number of assets held must be at least 1");
    }

    @Test
    void whatCannotKeepTheLimitSaysSo() {
        PortfolioConstraints limited = PortfolioConstraints.longOnly(8).withAtMost(3);
        double[][] covariance = TurnoverTest.covariance(8, 50, 1);
        MeanVariance problem = MeanVariance.of(covariance, limited);
        assertThatThrownBy(() -> problem.frontier(MU, 5)).hasMessageContaining("frontier takes no limit");
        assertThatThrownBy(() -> problem.targetRisk(MU, 0.1)).hasMessageContaining("target risk takes no limit");
        assertThatThrownBy(() -> MinimumShortfall.of(covariance, 0.5, limited))
                .hasMessageContaining("minimum shortfall takes no limit");
        assertThatThrownBy(() -> CriticalLine.of(MU, covariance, limited))
                .hasMessageContaining("had a limit on the number of assets held");
    }

    private static double[] onlyOf(double[][] covariance, double lambda, int subset) {
        return MeanVariance.of(covariance, PortfolioConstraints.bounded(new double[8], upper(subset)))
                .trading(MU, lambda);
    }

    private static double[] upper(int subset) {
        double[] upper = new double[8];
        for (int i = 0; i < 8; i++) {
            upper[i] = subset >> i & 1;
        }
        return upper;
    }

    private static double value(double[][] covariance, double lambda, double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum -= lambda * MU[i] * w[i];
            for (int j = 0; j < w.length; j++) {
                sum += 0.5 * w[i] * covariance[i][j] * w[j];
            }
        }
        return sum;
    }

    private static double sharpe(double[][] covariance, double[] w) {
        double mean = 0;
        for (int i = 0; i < w.length; i++) {
            mean += MU[i] * w[i];
        }
        return mean / Math.sqrt(2 * value(covariance, 0, w));
    }
}
