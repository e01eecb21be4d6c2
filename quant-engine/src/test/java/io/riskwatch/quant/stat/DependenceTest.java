package io.riskwatch.quant.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference figures by numpy 2 and scipy 1.17 on the same numbers. */
class DependenceTest {
    private static final double[] X = {0.5, 1.2, -0.3, 2.0, 0.1, -1.1, 0.7, 1.9, -0.6, 0.4};
    private static final double[] Y = {1.1, 2.0, 0.2, 3.9, 0.6, -1.5, 1.0, 3.2, -0.9, 1.3};
    private static final double[] A = {1, 2, 2, 3, 5, 4, 7};
    private static final double[] B = {2, 1, 3, 3, 6, 4, 5};

    @Test
    void aRegressionOnOneVariableMatchesScipy() {
        LinearRegression fit = LinearRegression.of(Y, column(X));
        assertThat(fit.coefficients())
                .containsExactly(new double[] {0.31672391584370974, 1.6109918419922713}, Offset.offset(1e-13));
        assertThat(fit.standardErrors())
                .containsExactly(new double[] {0.10822586712341031, 0.1003986816614544}, Offset.offset(1e-13));
        assertThat(fit.rSquared()).isCloseTo(0.9698650392964019, within(1e-13));
        assertThat(fit.adjustedRSquared()).isCloseTo(1 - (1 - 0.9698650392964019) * 9 / 8, within(1e-13));
        assertThat(fit.pValues(fit.standardErrors())[1]).isCloseTo(2.2826736724919256e-07, within(1e-15));
        assertThat(fit.tStatistics(fit.standardErrors())[1] * fit.tStatistics(fit.standardErrors())[1])
                .as("with one regressor F is t squared")
                .isCloseTo(fit.fStatistic(), within(1e-9));
        assertThat(Arrays.stream(fit.residuals()).sum()).isCloseTo(0, within(1e-13));
    }

    @Test
    void neweyWestErrorsMatchTheirDefinition() {
        LinearRegression fit = LinearRegression.of(Y, column(X));
        assertThat(fit.neweyWestErrors(0))
                .containsExactly(new double[] {0.08700181632063661, 0.0810216031281798}, Offset.offset(1e-13));
        assertThat(fit.neweyWestErrors(2))
                .containsExactly(new double[] {0.0837549041795684, 0.054815774744701326}, Offset.offset(1e-13));
        assertThat(fit.advisedLags()).isEqualTo(2);
    }

    @Test
    void regressorsThatFollowFromEachOtherAreRefused() {
        double[][] doubled =
                Arrays.stream(X).mapToObj(x -> new double[] {x, 2 * x + 1}).toArray(double[][]::new);
        assertThatThrownBy(() -> LinearRegression.of(Y, doubled)).hasMessageContaining("linearly independent columns");
        assertThatThrownBy(() -> LinearRegression.of(Y, column(new double[10])))
                .hasMessageContaining("column of zeros");
        assertThatThrownBy(() -> LinearRegression.of(new double[] {1, 2}, column(new double[] {1, 2})))
                .hasMessageContaining("at least 3 observations");
    }

    @Test
    void correlationsWithTiesMatchScipy() {
        assertThat(Correlation.pearson(A, B)).isCloseTo(0.8299933065325821, within(1e-14));
        assertThat(Correlation.pValue(Correlation.pearson(A, B), 7)).isCloseTo(0.020838869608707393, within(1e-13));
        assertThat(Correlation.spearman(A, B)).isCloseTo(0.8818181818181818, within(1e-14));
        assertThat(Correlation.kendall(A, B)).isCloseTo(0.75, within(1e-14));
        assertThat(Correlation.pValue(1, 7)).isZero();
        double[] constant = new double[7];
        assertThatThrownBy(() -> Correlation.pearson(A, constant)).isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> Correlation.kendall(A, constant)).isInstanceOf(UndefinedMeasureException.class);
    }

    @Test
    void theFirstComponentOfTwoEqualAssetsIsTheirSum() {
        PrincipalComponents components = PrincipalComponents.of(new double[][] {{1, 0.6}, {0.6, 1}});
        assertThat(components.variances()).containsExactly(new double[] {1.6, 0.4}, Offset.offset(1e-14));
        assertThat(components.explained()).containsExactly(new double[] {0.8, 0.2}, Offset.offset(1e-14));
        double root = Math.sqrt(0.5);
        assertThat(components.loadings(0)).containsExactly(new double[] {root, root}, Offset.offset(1e-14));
        assertThat(components.scores(0, new double[][] {{1, 1}, {-1, -1}}))
                .containsExactly(new double[] {2 * root, -2 * root}, Offset.offset(1e-14));
        assertThatThrownBy(() -> PrincipalComponents.of(new double[2][2]))
                .isInstanceOf(UndefinedMeasureException.class);
    }

    @Test
    void aHistogramHoldsEveryObservationOnce() {
        Histogram histogram = Histogram.of(new double[] {0, 1, 2, 3, 4}, 2);
        assertThat(histogram.counts()).containsExactly(2, 3);
        assertThat(histogram.edges()).containsExactly(0, 2, 4);
        assertThat(Histogram.of(new double[] {7, 7}, 3).counts()).containsExactly(2, 0, 0);
        assertThat(Histogram.advisedBins(X, 50)).isBetween(1, 50);
        assertThat(Histogram.advisedBins(new double[] {7, 7}, 50)).isEqualTo(1);
    }

    @Test
    void exponentialWeightsForgetThePast() {
        // lambda 0.5, two rows: weights 1/3 and 2/3
        double[][] covariance = Covariance.exponentiallyWeighted(new double[][] {{3, 0}, {0, 3}}, 0.5);
        assertThat(covariance[0]).containsExactly(new double[] {3, 0}, Offset.offset(1e-14));
        assertThat(covariance[1]).containsExactly(new double[] {0, 6}, Offset.offset(1e-14));
    }

    @Test
    void shrinkageOfManyAssetsOnFewObservationsIsPositiveDefinite() {
        double[][] few = {{1, 2, 0, 4}, {2, 1, 1, -1}, {0, -1, 2, 0.5}};
        assertThat(MatrixRepair.isPositiveSemiDefinite(Covariance.sample(few))).isTrue();
        for (Shrinkage shrinkage : new Shrinkage[] {Shrinkage.ledoitWolf(few), Shrinkage.oracleApproximating(few)}) {
            double[] values = SymmetricEigen.of(shrinkage.covariance()).values();
            assertThat(shrinkage.intensity()).isBetween(0.0, 1.0);
            assertThat(values[3]).isPositive();
        }
    }

    @Test
    void spectralRepairKeepsVariances() {
        double[][] broken = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        assertThat(MatrixRepair.isPositiveSemiDefinite(broken)).isFalse();
        double[][] repaired = MatrixRepair.spectral(broken, 1e-6);
        assertThat(MatrixRepair.isPositiveSemiDefinite(repaired)).isTrue();
        assertThat(repaired[1][1]).isCloseTo(1, within(1e-14));
    }

    private static double[][] column(double[] x) {
        return Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    @Test
    void minusZeroTiesWithZero() {
        double[] signed = {-0.0, 0.0, 1, 2};
        double[] plain = {0.0, 0.0, 1, 2};
        double[] other = {3, 1, 2, 5};
        assertThat(Correlation.kendall(signed, other)).isEqualTo(Correlation.kendall(plain, other));
        assertThat(Correlation.spearman(signed, other)).isEqualTo(Correlation.spearman(plain, other));
    }

    @Test
    void testsOfCorrelationMatchScipy() {
        // scipy 1.10: pearsonr(X, Y).confidence_interval(0.95), kendalltau(A, B, method="asymptotic").pvalue
        double[] interval = Correlation.interval(Correlation.pearson(X, Y), 10, 0.95);
        assertThat(interval)
                .containsExactly(new double[] {0.9348775191171425, 0.9965289784858273}, Offset.offset(1e-12));
        assertThat(Correlation.kendallPValue(A, B)).isCloseTo(0.02121566734488412, within(1e-12));
        assertThat(Correlation.interval(1, 10, 0.95)).containsExactly(1, 1);
    }
}
