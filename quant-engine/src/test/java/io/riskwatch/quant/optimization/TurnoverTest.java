package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Covariance;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnoverTest {
    private static final double[][] TWO = {{0.04, 0}, {0, 0.01}};

    @Test
    void twoAssetsMoveByHalfTheLimitTowardsTheLeastVariance() {
        PortfolioConstraints limited = PortfolioConstraints.longOnly(2).withTurnover(new double[] {0.5, 0.5}, 0.2);
        // unlimited: 0.2, 0.8; selling 0.1 of the first and buying as much of the second is a turnover of 0.2
        assertThat(MeanVariance.of(TWO, limited).minimumVariance())
                .containsExactly(new double[] {0.4, 0.6}, Offset.offset(1e-12));
    }

    @Test
    void noTurnoverKeepsTheWeightsAndAmpleTurnoverLimitsNothing() {
        double[][] covariance = covariance(12, 60, 3);
        double[] current = equal(12);
        PortfolioConstraints free = PortfolioConstraints.longOnly(12);
        assertThat(MeanVariance.of(covariance, free.withTurnover(current, 0)).minimumVariance())
                .containsExactly(current, Offset.offset(1e-9));
        assertThat(MeanVariance.of(covariance, free.withTurnover(current, 2)).minimumVariance())
                .containsExactly(MeanVariance.of(covariance, free).minimumVariance(), Offset.offset(1e-9));
    }

    /** Subgradients: nu - g is +l for what is bought, -l for what is sold, between for what is kept, below +-l at zero. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 0.9})
    void theAnswerSatisfiesTheOptimalityConditions(double limit) {
        for (int seed = 0; seed < 10; seed++) {
            int n = 15;
            double[][] covariance = covariance(n, 80, seed);
            double[] current = equal(n);
            PortfolioConstraints constraints = PortfolioConstraints.longOnly(n).withTurnover(current, limit);
            double[] w = MeanVariance.of(covariance, constraints).minimumVariance();
            assertThat(constraints.violation(w)).isLessThan(1e-10);
            double bought = Double.NaN;
            double sold = Double.NaN;
            double[] g = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    g[i] += covariance[i][j] * w[j];
                }
                bought = w[i] > current[i] + 1e-8 ? g[i] : bought;
                sold = w[i] < current[i] - 1e-8 && w[i] > 1e-8 ? g[i] : sold;
            }
            assertThat(bought).as("something is bought").isFinite();
            assertThat(sold).as("something is sold in part").isFinite();
            double nu = 0.5 * (bought + sold);
            double lambda = 0.5 * (sold - bought);
            assertThat(lambda).isGreaterThan(-1e-9);
            for (int i = 0; i < n; i++) {
                if (w[i] > current[i] + 1e-8) {
                    assertThat(g[i]).isCloseTo(nu - lambda, within(1e-8));
                } else if (w[i] >= current[i] - 1e-8) {
                    assertThat(g[i]).isBetween(nu - lambda - 1e-8, nu + lambda + 1e-8);
                } else if (w[i] > 1e-8) {
                    assertThat(g[i]).isCloseTo(nu + lambda, within(1e-8));
                } else {
                    assertThat(g[i]).isGreaterThan(nu + lambda - 1e-8);
                }
            }
        }
    }

    @Test
    void theBestSharpeRatioWithinTheLimitBeatsEveryOtherWithinIt() {
        int n = 6;
        double[][] covariance = covariance(n, 60, 9);
        double[] mu = {0.01, 0.004, 0.006, 0.002, 0.008, 0.003};
        double[] current = equal(n);
        PortfolioConstraints limited = PortfolioConstraints.longOnly(n).withTurnover(current, 0.4);
        MeanVariance problem = MeanVariance.of(covariance, limited);
        double[] best = problem.maximumSharpe(mu, 0.001);
        assertThat(limited.violation(best)).isLessThan(1e-10);
        assertThat(sharpe(
                        problem,
                        mu,
                        MeanVariance.of(covariance, PortfolioConstraints.longOnly(n))
                                .maximumSharpe(mu, 0.001)))
                .as("the limit binds")
                .isGreaterThan(sharpe(problem, mu, best) + 1e-6);
        for (int k = 0; k < 2000; k++) {
            assertThat(sharpe(problem, mu, admissible(current, 0.4, k)))
                    .isLessThanOrEqualTo(sharpe(problem, mu, best) + 1e-12);
        }
    }

    @Test
    void theLeastShortfallWithinTheLimitBeatsEveryOtherWithinIt() {
        double[][] scenarios = returns(5, 120, 4);
        double[] current = equal(5);
        PortfolioConstraints limited = PortfolioConstraints.longOnly(5).withTurnover(current, 0.3);
        MinimumShortfall least = MinimumShortfall.of(scenarios, 0.9, limited);
        assertThat(limited.violation(least.weights())).isLessThan(1e-7);
        assertThat(least.expectedShortfall())
                .isGreaterThan(MinimumShortfall.of(scenarios, 0.9, PortfolioConstraints.longOnly(5))
                        .expectedShortfall());
        for (int k = 0; k < 1000; k++) {
            double[] other = admissible(current, 0.3, k);
            assertThat(ExpectedShortfall.historical(Returns.ofPortfolio(scenarios, other), 0.9))
                    .isGreaterThan(least.expectedShortfall() - 1e-7);
        }
    }

    @Test
    void perfectlyCorrelatedAssetsAreNoObstacle() {
        double[][] covariance = {{0.04, 0.04, 0}, {0.04, 0.04, 0}, {0, 0, 0.01}};
        PortfolioConstraints limited = PortfolioConstraints.longOnly(3).withTurnover(new double[] {0.3, 0.3, 0.4}, 0.2);
        double[] w = MeanVariance.of(covariance, limited).minimumVariance();
        assertThat(w[2]).isCloseTo(0.5, within(1e-6));
        assertThat(limited.violation(w)).isLessThan(1e-9);
    }

    @Test
    void aLimitThatCannotBeKeptIsRefusedWithTheRulesItClashesWith() {
        PortfolioConstraints clash = PortfolioConstraints.bounded(new double[] {0, 0.7}, new double[] {1, 1})
                .withTurnover(new double[] {0.6, 0.4}, 0.1);
        assertThatThrownBy(() -> MeanVariance.of(TWO, clash).minimumVariance())
                .isInstanceOfSatisfying(
                        InfeasibleException.class,
                        e -> assertThat(e.clashing())
                                .contains("turnover from the current weights <= 0.1", "weight of asset 1 >= 0.7")
                                .noneMatch(String::isBlank));
        assertThatThrownBy(() -> MinimumShortfall.of(returns(2, 10, 1), 0.9, clash))
                .isInstanceOf(InfeasibleException.class);
        PortfolioConstraints two = PortfolioConstraints.longOnly(2);
        assertThatThrownBy(() -> two.withTurnover(new double[] {0.5, 0.5}, -0.1))
                .hasMessage("turnover limit must be finite and not negative, was -0.1");
        assertThatThrownBy(() -> two.withTurnover(new double[] {1}, 0.1)).hasMessageContaining("current and assets");
        assertThatThrownBy(() ->
                        CriticalLine.of(new double[] {0.1, 0.2}, TWO, two.withTurnover(new double[] {0.5, 0.5}, 0.1)))
                .hasMessageContaining("had a limit on turnover");
        assertThatThrownBy(() -> MeanVariance.of(
                                new double[][] {{1, 2}, {2, 1}}, two.withTurnover(new double[] {0.5, 0.5}, 0.1))
                        .minimumVariance())
                .hasMessageContaining("positive semi-definite");
    }

    private static double sharpe(MeanVariance problem, double[] mu, double[] w) {
        double mean = -0.001;
        for (int i = 0; i < mu.length; i++) {
            mean += mu[i] * w[i];
        }
        return mean / Math.sqrt(problem.variance(w));
    }

    /** Random long-only weights within the limit: a step from the current ones, shortened. */
    private static double[] admissible(double[] current, double limit, int seed) {
        Philox4x32 random = new Philox4x32(seed, 77);
        double[] target = new double[current.length];
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            target[i] = -Math.log(Variates.uniform(random));
            sum += target[i];
        }
        double turnover = 0;
        for (int i = 0; i < target.length; i++) {
            target[i] /= sum;
            turnover += Math.abs(target[i] - current[i]);
        }
        double share = Math.min(1, limit / turnover);
        for (int i = 0; i < target.length; i++) {
            target[i] = current[i] + share * (target[i] - current[i]);
        }
        return target;
    }

    private static double[] equal(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        return weights;
    }

    static double[][] covariance(int assets, int observations, int seed) {
        return Covariance.sample(returns(assets, observations, seed));
    }

    private static double[][] returns(int assets, int observations, int seed) {
        Philox4x32 random = new Philox4x32(seed, 1);
        double[][] returns = new double[observations][assets];
        for (double[] row : returns) {
            double market = Variates.normal(random);
            for (int i = 0; i < assets; i++) {
                row[i] = 0.01 * ((0.5 + i / (double) assets) * market + Variates.normal(random) * (1 + i % 3));
            }
        }
        return returns;
    }
}
