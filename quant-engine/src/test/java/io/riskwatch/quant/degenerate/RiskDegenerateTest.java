package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.risk.CornishFisher;
import io.riskwatch.quant.risk.EwmaVolatility;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.risk.Garch;
import io.riskwatch.quant.risk.MeanAssumption;
import io.riskwatch.quant.risk.RiskContributions;
import io.riskwatch.quant.risk.StudentTRisk;
import io.riskwatch.quant.risk.TailRisk;
import io.riskwatch.quant.risk.ValueAtRisk;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiskDegenerateTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] FEW = {0.01, -0.02, 0.03, 0.00, -0.01};
    private static final double[] SAME = {0.01, 0.01, 0.01, 0.01};
    private static final double[] WITH_NAN = {0.01, NAN, 0.02};
    private static final double[] WITH_INF = {0.01, INF, 0.02};

    static Stream<Refusal> refusals() {
        return Stream.of(
                Refusal.of(
                        "historical value at risk of one observation",
                        () -> ValueAtRisk.historical(new double[] {0.01}, 0.95),
                        "returns must have at least"),
                Refusal.of(
                        "historical value at risk with NaN",
                        () -> ValueAtRisk.historical(WITH_NAN, 0.95),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "historical value at risk with infinity",
                        () -> ValueAtRisk.historical(WITH_INF, 0.95),
                        "[1] must be finite, was Infinity"),
                Refusal.of(
                        "expected shortfall of one observation",
                        () -> ExpectedShortfall.historical(new double[] {0.01}, 0.95),
                        "returns must have at least"),
                Refusal.of(
                        "expected shortfall with NaN",
                        () -> ExpectedShortfall.historical(WITH_NAN, 0.95),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "expected shortfall with infinity",
                        () -> ExpectedShortfall.historical(WITH_INF, 0.95),
                        "[1] must be finite, was Infinity"),
                Refusal.of(
                        "normal value at risk of one observation",
                        () -> TailRisk.normal(new double[] {0.01}, 0.95, 1, MeanAssumption.ZERO),
                        "returns must have at least"),
                Refusal.of(
                        "normal value at risk with NaN",
                        () -> TailRisk.normal(WITH_NAN, 0.95, 1, MeanAssumption.ZERO),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "normal value at risk with infinity",
                        () -> TailRisk.normal(WITH_INF, 0.95, 1, MeanAssumption.ZERO),
                        "[1] must be finite, was Infinity"),
                Refusal.of(
                        "Cornish-Fisher of one observation",
                        () -> CornishFisher.of(new double[] {0.01}, MeanAssumption.ZERO),
                        "returns must have at least"),
                Refusal.of(
                        "Cornish-Fisher with NaN",
                        () -> CornishFisher.of(WITH_NAN, MeanAssumption.ZERO),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "Cornish-Fisher with infinity",
                        () -> CornishFisher.of(WITH_INF, MeanAssumption.ZERO),
                        "[1] must be finite, was Infinity"),
                Refusal.of(
                        "GARCH of one observation", () -> Garch.fit(new double[] {0.01}), "returns must have at least"),
                Refusal.of(
                        "Student t of one observation",
                        () -> StudentTRisk.fit(new double[] {0.01}, MeanAssumption.ZERO),
                        "returns must have at least"),
                Refusal.of(
                        "historical value at risk at confidence 0",
                        () -> ValueAtRisk.historical(FEW, 0),
                        "confidence must lie in (0, 1), was 0.0"),
                Refusal.of(
                        "historical value at risk at confidence 1",
                        () -> ValueAtRisk.historical(FEW, 1),
                        "confidence must lie in (0, 1), was 1.0"),
                Refusal.of(
                        "historical value at risk at confidence NaN",
                        () -> ValueAtRisk.historical(FEW, NAN),
                        "confidence must lie in (0, 1), was NaN"),
                Refusal.of(
                        "expected shortfall at confidence 0",
                        () -> ExpectedShortfall.historical(FEW, 0),
                        "confidence must lie in (0, 1), was 0.0"),
                Refusal.of(
                        "expected shortfall at confidence 1",
                        () -> ExpectedShortfall.historical(FEW, 1),
                        "confidence must lie in (0, 1), was 1.0"),
                Refusal.of(
                        "expected shortfall at confidence NaN",
                        () -> ExpectedShortfall.historical(FEW, NAN),
                        "confidence must lie in (0, 1), was NaN"),
                Refusal.of(
                        "normal value at risk at confidence 0",
                        () -> ValueAtRisk.normal(0, 0.1, 0, 1),
                        "confidence must lie in (0, 1), was 0.0"),
                Refusal.of(
                        "normal value at risk at confidence 1",
                        () -> ValueAtRisk.normal(0, 0.1, 1, 1),
                        "confidence must lie in (0, 1), was 1.0"),
                Refusal.of(
                        "normal value at risk at confidence NaN",
                        () -> ValueAtRisk.normal(0, 0.1, NAN, 1),
                        "confidence must lie in (0, 1), was NaN"),
                Refusal.of(
                        "tail risk at confidence 0",
                        () -> TailRisk.historical(FEW, 0, 1),
                        "confidence must lie in (0, 1), was 0.0"),
                Refusal.of(
                        "tail risk at confidence 1",
                        () -> TailRisk.historical(FEW, 1, 1),
                        "confidence must lie in (0, 1), was 1.0"),
                Refusal.of(
                        "tail risk at confidence NaN",
                        () -> TailRisk.historical(FEW, NAN, 1),
                        "confidence must lie in (0, 1), was NaN"),
                Refusal.of(
                        "Cornish-Fisher of a constant series",
                        () -> CornishFisher.of(SAME, MeanAssumption.ZERO),
                        "never var"),
                Refusal.of(
                        "negative volatility",
                        () -> ValueAtRisk.normal(0, -0.1, 0.95, 1),
                        "volatility must be finite and not negative"),
                Refusal.of(
                        "horizon of no days",
                        () -> ValueAtRisk.normal(0, 0.1, 0.95, 0),
                        "horizonPeriods must be at least 1"),
                Refusal.of("decay of one", () -> EwmaVolatility.of(FEW, 1), "lambda must"),
                Refusal.of("decay of zero", () -> EwmaVolatility.of(FEW, 0), "lambda must"),
                Refusal.of(
                        "contributions of an asymmetric matrix",
                        () -> RiskContributions.of(new double[][] {{1, 0.2}, {0.3, 1}}, new double[] {0.5, 0.5}),
                        "covariance must be symmetric"),
                Refusal.of(
                        "contributions of a negative variance",
                        () -> RiskContributions.of(new double[][] {{-1, 0}, {0, 1}}, new double[] {0.5, 0.5}),
                        "covariance[0][0]"),
                Refusal.of(
                        "contributions of zero variance",
                        () -> RiskContributions.of(new double[2][2], new double[] {0.5, 0.5}),
                        "no value"),
                Refusal.of(
                        "contributions with NaN",
                        () -> RiskContributions.of(new double[][] {{NAN, 0}, {0, 1}}, new double[] {0.5, 0.5}),
                        "must be finite, was NaN"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedByName(Refusal refusal) {
        refusal.check();
    }

    @Test
    void aConstantSeriesHasItsOwnReturnAsEveryQuantile() {
        assertThat(ValueAtRisk.historical(SAME, 0.95)).isEqualTo(-0.01);
        assertThat(ExpectedShortfall.historical(SAME, 0.95)).isCloseTo(-0.01, within(1e-17));
    }

    @Test
    void perfectlyCorrelatedAssetsShareTheRiskByWeightTimesVolatility() {
        RiskContributions shared =
                RiskContributions.of(new double[][] {{0.04, 0.02}, {0.02, 0.01}}, new double[] {0.5, 0.5});
        assertThat(shared.volatility()).isCloseTo(0.15, within(1e-15));
    }
}
