package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.stat.Correlation;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.Histogram;
import io.riskwatch.quant.stat.LinearRegression;
import io.riskwatch.quant.stat.MatrixRepair;
import io.riskwatch.quant.stat.Moments;
import io.riskwatch.quant.stat.PrincipalComponents;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.Shrinkage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatDegenerateTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] FEW = {0.01, -0.02, 0.03, 0.00, -0.01};
    private static final double[] SAME = {0.01, 0.01, 0.01, 0.01};
    private static final double[] WITH_NAN = {0.01, NAN, 0.02};
    private static final double[] WITH_INF = {0.01, INF, 0.02};

    static Stream<Refusal> refusals() {
        return Stream.of(
                Refusal.of("moments with NaN", () -> Moments.of(WITH_NAN), "[1] must be finite, was NaN"),
                Refusal.of("moments with infinity", () -> Moments.of(WITH_INF), "[1] must be finite, was Infinity"),
                Refusal.of("quantile with NaN", () -> Quantile.of(WITH_NAN, 0.5), "[1] must be finite, was NaN"),
                Refusal.of(
                        "quantile with infinity", () -> Quantile.of(WITH_INF, 0.5), "[1] must be finite, was Infinity"),
                Refusal.of("moments of nothing", () -> Moments.of(new double[0]), "at least"),
                Refusal.of("quantile of nothing", () -> Quantile.of(new double[0], 0.5), "at least"),
                Refusal.of("quantile below 0", () -> Quantile.of(FEW, -0.1), "must lie in"),
                Refusal.of("quantile above 1", () -> Quantile.of(FEW, 1.1), "must lie in"),
                Refusal.of(
                        "covariance of one observation",
                        () -> Covariance.sample(new double[][] {{1, 2}}),
                        "must have at least 2 rows"),
                Refusal.of(
                        "covariance with NaN",
                        () -> Covariance.sample(new double[][] {{1, 2}, {NAN, 1}}),
                        "must be finite, was NaN"),
                Refusal.of(
                        "covariance of ragged rows",
                        () -> Covariance.sample(new double[][] {{1, 2}, {1}}),
                        "must have 2 entries"),
                Refusal.of(
                        "correlation of one observation",
                        () -> Correlation.pearson(new double[] {1}, new double[] {1}),
                        "at least"),
                Refusal.of(
                        "correlation of a constant series",
                        () -> Correlation.pearson(SAME, new double[] {1, 2, 3, 4}),
                        "no value"),
                Refusal.of(
                        "rank correlation of a constant series",
                        () -> Correlation.spearman(SAME, new double[] {1, 2, 3, 4}),
                        "no value"),
                Refusal.of(
                        "concordance of a constant series",
                        () -> Correlation.kendall(SAME, new double[] {1, 2, 3, 4}),
                        "no value"),
                Refusal.of("correlation of different lengths", () -> Correlation.pearson(FEW, SAME), "same length"),
                Refusal.of(
                        "correlation matrix of zero variance",
                        () -> Covariance.toCorrelation(new double[][] {{0, 0}, {0, 1}}),
                        "never varies"),
                Refusal.of(
                        "shrinkage of one observation",
                        () -> Shrinkage.ledoitWolf(new double[][] {{1, 2}}),
                        "at least"),
                Refusal.of(
                        "shrinkage with infinity",
                        () -> Shrinkage.oracleApproximating(new double[][] {{1, 2}, {INF, 1}}),
                        "must be finite"),
                Refusal.of("components of no variance", () -> PrincipalComponents.of(new double[2][2]), "no value"),
                Refusal.of(
                        "nearest correlation of an asymmetric matrix",
                        () -> MatrixRepair.nearestCorrelation(new double[][] {{1, 0.2}, {0.9, 1}}),
                        "must be symmetric"),
                Refusal.of(
                        "regression on a constant",
                        () -> LinearRegression.of(FEW, new double[][] {{1}, {1}, {1}, {1}, {1}}),
                        "linearly independent"),
                Refusal.of(
                        "regression with NaN",
                        () -> LinearRegression.of(WITH_NAN, new double[][] {{1}, {2}, {4}}),
                        "must be finite"),
                Refusal.of("histogram of no bins", () -> Histogram.of(FEW, 0), "bins must"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedByName(Refusal refusal) {
        refusal.check();
    }

    @Test
    void tenObservationsOfHundredAssetsShrinkToADefiniteCovariance() {
        double[][] observations = new double[10][100];
        for (int t = 0; t < 10; t++) {
            for (int i = 0; i < 100; i++) {
                observations[t][i] = Math.sin(1.7 * t + 0.3 * i * i) * 0.01;
            }
        }
        double[][] shrunk = Shrinkage.ledoitWolf(observations).covariance();
        double[] variances = PrincipalComponents.of(shrunk).variances();
        assertThat(variances[99]).isGreaterThan(1e-8);
        assertThat(MatrixRepair.isPositiveSemiDefinite(Covariance.sample(observations)))
                .isTrue();
    }

    @Test
    void aMatrixThatIsNoCorrelationIsRepaired() {
        double[][] broken = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        assertThat(MatrixRepair.isPositiveSemiDefinite(broken)).isFalse();
        double[][] repaired = MatrixRepair.nearestCorrelation(broken);
        assertThat(MatrixRepair.isPositiveSemiDefinite(repaired)).isTrue();
        assertThat(repaired[0][0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void perfectCorrelationIsExactlyOne() {
        assertThat(Correlation.pearson(FEW, new double[] {0.02, -0.04, 0.06, 0, -0.02}))
                .isCloseTo(1, within(1e-15))
                .isLessThanOrEqualTo(1);
    }
}
