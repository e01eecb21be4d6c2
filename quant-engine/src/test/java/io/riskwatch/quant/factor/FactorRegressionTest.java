package io.riskwatch.quant.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.stat.Covariance;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FactorRegressionTest {
    @Test
    void aLineThroughFourPointsByHand() {
        // x = -1, 0, 0, 1; y = 0, 1, 3, 4: slope 4 / 2, alpha 2, squared residuals 0 + 1 + 1 + 0 on 2 degrees of
        // freedom
        FactorRegression fit = FactorRegression.of(new double[] {0, 1, 3, 4}, new double[][] {{-1}, {0}, {0}, {1}});
        Exposure beta = fit.loadings().getFirst();
        assertThat(beta.value()).isCloseTo(2, within(1e-14));
        assertThat(fit.alpha().value()).isCloseTo(2, within(1e-14));
        assertThat(fit.specificVolatility()).isCloseTo(1, within(1e-14));
        assertThat(beta.standardError()).isCloseTo(Math.sqrt(0.5), within(1e-14));
        assertThat(beta.tStatistic()).isCloseTo(Math.sqrt(8), within(1e-13));
        // two degrees of freedom: p = 1 - t / sqrt(2 + t^2)
        assertThat(beta.pValue()).isCloseTo(1 - Math.sqrt(0.8), within(1e-13));
        assertThat(fit.rSquared()).isCloseTo(0.8, within(1e-14));
        assertThat(fit.adjustedRSquared()).isCloseTo(0.7, within(1e-14));
        assertThat(fit.residuals()).containsExactly(new double[] {0, -1, 1, 0}, Offset.offset(1e-14));
    }

    @Test
    void neweyWestErrorsByHand() {
        // residuals -1, 1, -1, 1; X'X = 4 I; products of neighbours -3 for alpha, -1 for beta, at half weight on both
        // sides
        double[] returns = {0, 2, 3, 5};
        double[][] factor = {{-1}, {-1}, {1}, {1}};
        FactorRegression white = FactorRegression.neweyWest(returns, factor, 0);
        assertThat(white.alpha().standardError()).isCloseTo(0.5, within(1e-14));
        FactorRegression one = FactorRegression.neweyWest(returns, factor, 1);
        assertThat(one.alpha().standardError()).isCloseTo(0.25, within(1e-14));
        assertThat(one.loadings().getFirst().standardError()).isCloseTo(Math.sqrt(3) / 4, within(1e-14));
        assertThat(one.loadings().getFirst().tStatistic()).isCloseTo(6 / Math.sqrt(3), within(1e-13));
        assertThatThrownBy(() -> FactorRegression.neweyWest(returns, factor, 4))
                .hasMessageContaining("lags must lie in");
    }

    @Property(tries = 200)
    void agreesWithCommonsMath(
            @ForAll int seed,
            @ForAll @IntRange(min = 1, max = 6) int k,
            @ForAll @IntRange(min = 1, max = 80) int more) {
        double[][] factors = factors(k + 1 + more, k, seed);
        double[] returns = returns(factors, seed);
        OLSMultipleLinearRegression peer = new OLSMultipleLinearRegression();
        peer.newSampleData(returns, factors);
        FactorRegression fit = FactorRegression.of(returns, factors);
        double[] values = peer.estimateRegressionParameters();
        double[] errors = peer.estimateRegressionParametersStandardErrors();
        TDistribution student = new TDistribution(returns.length - k - 1.0);
        for (int j = 0; j <= k; j++) {
            Exposure exposure = j == 0 ? fit.alpha() : fit.loadings().get(j - 1);
            assertThat(exposure.value()).isCloseTo(values[j], within(1e-8 * (1 + Math.abs(values[j]))));
            assertThat(exposure.standardError()).isCloseTo(errors[j], within(1e-8 * (1 + errors[j])));
            double t = values[j] / errors[j];
            assertThat(exposure.tStatistic()).isCloseTo(t, within(1e-8 * (1 + Math.abs(t))));
            assertThat(exposure.pValue()).isCloseTo(2 * student.cumulativeProbability(-Math.abs(t)), within(1e-8));
        }
        assertThat(fit.rSquared()).isCloseTo(peer.calculateRSquared(), within(1e-8));
        assertThat(fit.adjustedRSquared()).isCloseTo(peer.calculateAdjustedRSquared(), within(1e-8 * more * 100));
        assertThat(fit.residuals()).containsExactly(peer.estimateResiduals(), Offset.offset(1e-8));
    }

    @Test
    void rollingWindowsAreTheRegressionsOfTheirPeriods() {
        double[][] factors = factors(30, 2, 7);
        double[] returns = returns(factors, 7);
        List<FactorRegression> windows = FactorRegression.rolling(returns, factors, 12);
        assertThat(windows).hasSize(19);
        for (int k = 0; k < windows.size(); k++) {
            assertThat(windows.get(k).loadings())
                    .isEqualTo(FactorRegression.of(
                                    Arrays.copyOfRange(returns, k, k + 12), Arrays.copyOfRange(factors, k, k + 12))
                            .loadings());
        }
        assertThatThrownBy(() -> FactorRegression.rolling(returns, factors, 3))
                .hasMessageContaining("window must lie in [4, 30], was 3");
        assertThatThrownBy(() -> FactorRegression.rolling(returns, factors, 31)).hasMessageContaining("was 31");
    }

    @Test
    void factorsThatFollowFromEachOtherAreRefused() {
        double[][] twice = {{1, 2}, {2, 4}, {4, 8}, {3, 6}, {9, 18}};
        assertThatThrownBy(() -> FactorRegression.of(new double[] {1, 2, 1, 3, 2}, twice))
                .hasMessageContaining("linearly independent");
        assertThatThrownBy(() -> FactorRegression.of(new double[] {1, 2}, new double[][] {{1}, {2}}))
                .hasMessage("y must have at least 3 observations, had 2");
    }

    @Test
    void statisticalFactorsTakeTheReturnsApartAndPutThemTogether() {
        double[][] assets = factors(50, 5, 3);
        StatisticalFactors all = StatisticalFactors.of(assets, 5);
        double[] mean = Covariance.columnMeans(assets);
        for (int t = 0; t < assets.length; t++) {
            for (int i = 0; i < 5; i++) {
                double sum = mean[i];
                for (int k = 0; k < 5; k++) {
                    sum += all.loadings()[i][k] * all.factorReturns()[t][k];
                }
                assertThat(sum).isCloseTo(assets[t][i], within(1e-14));
            }
        }
        assertThat(Arrays.stream(all.explained()).sum()).isCloseTo(1, within(1e-12));
        assertThat(all.specificVariances()).containsExactly(new double[5], Offset.offset(1e-14));
    }

    @Test
    void loadingsAreTheRegressionOnTheFactorsAndVariancesArePreserved() {
        double[][] assets = factors(60, 6, 4);
        StatisticalFactors two = StatisticalFactors.of(assets, 2);
        double[][] sample = Covariance.sample(assets);
        double[][] factorCovariance = Covariance.sample(two.factorReturns());
        assertThat(factorCovariance[0][1]).isCloseTo(0, within(1e-17));
        assertThat(two.variances())
                .containsExactly(new double[] {factorCovariance[0][0], factorCovariance[1][1]}, Offset.offset(1e-15));
        for (int i = 0; i < 6; i++) {
            int asset = i;
            double[] returns =
                    Arrays.stream(assets).mapToDouble(row -> row[asset]).toArray();
            FactorRegression fit = FactorRegression.of(returns, two.factorReturns());
            for (int k = 0; k < 2; k++) {
                assertThat(two.loadings()[i][k]).isCloseTo(fit.loadings().get(k).value(), within(1e-10));
            }
            assertThat(two.specificVariances()[i]).isCloseTo(sample[i][i] * (1 - fit.rSquared()), within(1e-14));
            assertThat(two.covariance()[i][i]).isCloseTo(sample[i][i], within(1e-15));
        }
        assertThatThrownBy(() -> StatisticalFactors.of(assets, 7)).hasMessageContaining("count must lie in [1, 6]");
        assertThatThrownBy(() -> StatisticalFactors.of(assets, 0)).hasMessageContaining("was 0");
    }

    private static double[][] factors(int periods, int count, int seed) {
        Philox4x32 random = new Philox4x32(seed, 3);
        double[][] factors = new double[periods][count];
        for (double[] row : factors) {
            double common = Variates.normal(random);
            for (int k = 0; k < count; k++) {
                row[k] = 0.01 * (Variates.normal(random) + 0.5 * common);
            }
        }
        return factors;
    }

    private static double[] returns(double[][] factors, int seed) {
        Philox4x32 random = new Philox4x32(seed, 4);
        double[] returns = new double[factors.length];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = 0.0003 + 0.01 * Variates.normal(random);
            for (int k = 0; k < factors[t].length; k++) {
                returns[t] += (1 - 0.4 * k) * factors[t][k];
            }
        }
        return returns;
    }
}
