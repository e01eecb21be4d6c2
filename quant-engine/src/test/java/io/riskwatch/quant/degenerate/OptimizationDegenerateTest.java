package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.optimization.CriticalLine;
import io.riskwatch.quant.optimization.HierarchicalEqualRisk;
import io.riskwatch.quant.optimization.HierarchicalRiskParity;
import io.riskwatch.quant.optimization.LinearConstraint;
import io.riskwatch.quant.optimization.MeanVariance;
import io.riskwatch.quant.optimization.MinimumShortfall;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import io.riskwatch.quant.optimization.RiskBudgeting;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizationDegenerateTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[][] ASYMMETRIC = {{1, 0.2}, {0.3, 1}};
    private static final double[][] INDEFINITE = {{1, 2}, {2, 1}};
    private static final double[][] WITH_NAN = {{1, NAN}, {NAN, 1}};
    private static final double[][] NEVER_VARIES = {{0, 0}, {0, 1}};
    private static final double[][] SOUND = {{0.04, 0.01}, {0.01, 0.09}};
    private static final PortfolioConstraints TWO = PortfolioConstraints.longOnly(2);

    static Stream<Refusal> refusals() {
        return Stream.of(
                Refusal.of(
                        "least variance of an asymmetric covariance",
                        () -> MeanVariance.of(ASYMMETRIC, TWO).minimumVariance(),
                        "must be symmetric"),
                Refusal.of(
                        "least variance with NaN",
                        () -> MeanVariance.of(WITH_NAN, TWO).minimumVariance(),
                        "must be finite, was NaN"),
                Refusal.of(
                        "least variance of an indefinite covariance",
                        () -> MeanVariance.of(INDEFINITE, TWO).minimumVariance(),
                        "positive semi-definite"),
                Refusal.of(
                        "critical line of an asymmetric covariance",
                        () -> CriticalLine.of(new double[] {0.1, 0.2}, ASYMMETRIC, TWO),
                        "must be symmetric"),
                Refusal.of(
                        "critical line with NaN",
                        () -> CriticalLine.of(new double[] {0.1, 0.2}, WITH_NAN, TWO),
                        "must be finite, was NaN"),
                Refusal.of(
                        "critical line of an indefinite covariance",
                        () -> CriticalLine.of(new double[] {0.1, 0.2}, INDEFINITE, TWO),
                        "positive semi-definite"),
                Refusal.of(
                        "risk parity of an asymmetric covariance",
                        () -> RiskBudgeting.equal(ASYMMETRIC),
                        "must be symmetric"),
                Refusal.of("risk parity with NaN", () -> RiskBudgeting.equal(WITH_NAN), "must be finite, was NaN"),
                Refusal.of(
                        "risk parity of an asset that never varies",
                        () -> RiskBudgeting.equal(NEVER_VARIES),
                        "never varies"),
                Refusal.of(
                        "HRP of an asymmetric covariance",
                        () -> HierarchicalRiskParity.of(ASYMMETRIC),
                        "must be symmetric"),
                Refusal.of("HRP with NaN", () -> HierarchicalRiskParity.of(WITH_NAN), "must be finite, was NaN"),
                Refusal.of(
                        "HRP of an asset that never varies",
                        () -> HierarchicalRiskParity.of(NEVER_VARIES),
                        "never varies"),
                Refusal.of(
                        "HERC of an asymmetric covariance",
                        () -> HierarchicalEqualRisk.of(ASYMMETRIC, 1),
                        "must be symmetric"),
                Refusal.of("HERC with NaN", () -> HierarchicalEqualRisk.of(WITH_NAN, 1), "must be finite, was NaN"),
                Refusal.of(
                        "HERC of an asset that never varies",
                        () -> HierarchicalEqualRisk.of(NEVER_VARIES, 1),
                        "never varies"),
                Refusal.of(
                        "least shortfall at confidence 0",
                        () -> MinimumShortfall.of(SOUND, 0, TWO),
                        "confidence must lie in (0, 1), was 0.0"),
                Refusal.of(
                        "least shortfall at confidence 1",
                        () -> MinimumShortfall.of(SOUND, 1, TWO),
                        "confidence must lie in (0, 1), was 1.0"),
                Refusal.of(
                        "least shortfall at confidence NaN",
                        () -> MinimumShortfall.of(SOUND, NAN, TWO),
                        "confidence must lie in (0, 1), was NaN"),
                Refusal.of(
                        "least shortfall of one observation",
                        () -> MinimumShortfall.of(new double[][] {{0.1, 0.2}}, 0.9, TWO),
                        "scenarios must have at least 2 rows"),
                Refusal.of(
                        "least shortfall with infinity",
                        () -> MinimumShortfall.of(new double[][] {{0.1, INF}, {0, 0}}, 0.9, TWO),
                        "must be finite, was Infinity"),
                Refusal.of(
                        "least shortfall of other assets",
                        () -> MinimumShortfall.of(new double[][] {{1}, {2}}, 0.9, TWO),
                        "same length"),
                Refusal.of(
                        "a covariance of nothing",
                        () -> MeanVariance.of(new double[2][2], TWO).minimumVariance(),
                        "covariance must not be zero"),
                Refusal.of(
                        "a covariance of other assets",
                        () -> MeanVariance.of(new double[][] {{1}}, TWO),
                        "same length"),
                Refusal.of(
                        "expected returns with NaN",
                        () -> MeanVariance.of(SOUND, TWO).maximumSharpe(new double[] {0.1, NAN}, 0),
                        "expectedReturns[1] must be finite"),
                Refusal.of(
                        "expected returns of other assets",
                        () -> MeanVariance.of(SOUND, TWO).targetReturn(new double[] {0.1}, 0.1),
                        "same length"),
                Refusal.of(
                        "an unattainable return",
                        () -> MeanVariance.of(SOUND, TWO).targetReturn(new double[] {0.1, 0.2}, 0.3),
                        "expected return = 0.3"),
                Refusal.of(
                        "a budget of zero",
                        () -> RiskBudgeting.of(SOUND, new double[] {1, 0}),
                        "budgets[1] must be finite and greater than 0"),
                Refusal.of("bounds with NaN", () -> PortfolioConstraints.uniform(2, NAN, 1), "lower[0] must be finite"),
                Refusal.of(
                        "a rule of zeros",
                        () -> LinearConstraint.between("cash", new double[2], 0, 1),
                        "cash must have a coefficient"),
                Refusal.of(
                        "a rule with crossed ends",
                        () -> LinearConstraint.between("cash", new double[] {1, 0}, 1, 0),
                        "cash >= 1.0; cash <= 0.0"),
                Refusal.of(
                        "a rule with NaN",
                        () -> LinearConstraint.between("cash", new double[] {1, 0}, NAN, 0),
                        "cash >= NaN"),
                Refusal.of(
                        "a rule no weight can reach",
                        () -> LinearConstraint.between("cash", new double[] {1, 0}, INF, INF),
                        "cash >= Infinity"),
                Refusal.of(
                        "a rule below every weight",
                        () -> LinearConstraint.between("cash", new double[] {1, 0}, -INF, -INF),
                        "cash >= -Infinity"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedByName(Refusal refusal) {
        refusal.check();
    }

    @Test
    void perfectlyCorrelatedAssetsStillGetWeights() {
        double[][] twins = {{0.04, 0.04}, {0.04, 0.04}};
        for (double[] weights : new double[][] {
            MeanVariance.of(twins, TWO).minimumVariance(),
            RiskBudgeting.equal(twins),
            HierarchicalRiskParity.of(twins).weights(),
            HierarchicalEqualRisk.of(twins, 2).weights()
        }) {
            assertThat(weights[0]).isBetween(0.0, 1.0);
            assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void assetsThatAllExpectTheSameHaveTheLeastVarianceAsTheirFrontier() {
        double[] least = MeanVariance.of(SOUND, TWO).minimumVariance();
        assertThat(MeanVariance.of(SOUND, TWO)
                        .frontier(new double[2], 3)
                        .getLast()
                        .weights())
                .containsExactly(least);
    }
}
