package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.performance.AnnualReturn;
import io.riskwatch.quant.performance.CalmarRatio;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.MarketModel;
import io.riskwatch.quant.performance.OmegaRatio;
import io.riskwatch.quant.performance.SharpeRatio;
import io.riskwatch.quant.performance.SortinoRatio;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceDegenerateTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] FEW = {0.01, -0.02, 0.03, 0.00, -0.01};
    private static final double[] SAME = {0.01, 0.01, 0.01, 0.01};
    private static final double[] WITH_NAN = {0.01, NAN, 0.02};
    private static final double[] WITH_INF = {0.01, INF, 0.02};

    static Stream<Refusal> refusals() {
        return Stream.of(
                Refusal.of(
                        "Sharpe ratio of one observation",
                        () -> SharpeRatio.annualised(new double[] {0.01}, 0, 252),
                        "returns must have at least"),
                Refusal.of(
                        "Sharpe ratio with NaN",
                        () -> SharpeRatio.annualised(WITH_NAN, 0, 252),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "Sharpe ratio with infinity",
                        () -> SharpeRatio.annualised(WITH_INF, 0, 252),
                        "[1] must be finite, was Infinity"),
                Refusal.of(
                        "volatility of one observation",
                        () -> Volatility.annualised(new double[] {0.01}, 252),
                        "returns must have at least"),
                Refusal.of(
                        "volatility with NaN",
                        () -> Volatility.annualised(WITH_NAN, 252),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "volatility with infinity",
                        () -> Volatility.annualised(WITH_INF, 252),
                        "[1] must be finite, was Infinity"),
                Refusal.of("market model of different lengths", () -> MarketModel.of(FEW, SAME, 0), "same length"),
                Refusal.of(
                        "Sortino ratio with NaN",
                        () -> SortinoRatio.annualised(WITH_NAN, 0, 252),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "Sortino ratio with infinity",
                        () -> SortinoRatio.annualised(WITH_INF, 0, 252),
                        "[1] must be finite, was Infinity"),
                Refusal.of("Omega ratio with NaN", () -> OmegaRatio.of(WITH_NAN, 0), "[1] must be finite, was NaN"),
                Refusal.of(
                        "Omega ratio with infinity",
                        () -> OmegaRatio.of(WITH_INF, 0),
                        "[1] must be finite, was Infinity"),
                Refusal.of("Calmar ratio with NaN", () -> CalmarRatio.of(WITH_NAN, 252), "[1] must be finite, was NaN"),
                Refusal.of(
                        "Calmar ratio with infinity",
                        () -> CalmarRatio.of(WITH_INF, 252),
                        "[1] must be finite, was Infinity"),
                Refusal.of(
                        "annual return with NaN",
                        () -> AnnualReturn.compound(WITH_NAN, 252),
                        "[1] must be finite, was NaN"),
                Refusal.of(
                        "annual return with infinity",
                        () -> AnnualReturn.compound(WITH_INF, 252),
                        "[1] must be finite, was Infinity"),
                Refusal.of("drawdowns with NaN", () -> Drawdowns.ofReturns(WITH_NAN), "[1] must be finite, was NaN"),
                Refusal.of(
                        "drawdowns with infinity",
                        () -> Drawdowns.ofReturns(WITH_INF),
                        "[1] must be finite, was Infinity"),
                Refusal.of("Sharpe ratio of a constant series", () -> SharpeRatio.annualised(SAME, 0, 252), "no value"),
                Refusal.of("Sortino ratio without a loss", () -> SortinoRatio.annualised(SAME, 0, 252), "no value"),
                Refusal.of("Omega ratio without a loss", () -> OmegaRatio.of(SAME, 0), "no value"),
                Refusal.of("Calmar ratio without a drawdown", () -> CalmarRatio.of(SAME, 252), "no value"),
                Refusal.of(
                        "beta to a market that never moves",
                        () -> MarketModel.of(new double[] {0.1, 0.2, 0.1, 0.3}, SAME, 0),
                        "no value"),
                Refusal.of("no periods per year", () -> Volatility.annualised(FEW, 0), "periodsPerYear must"),
                Refusal.of(
                        "drawdown of a negative value",
                        () -> Drawdowns.ofValues(new double[] {1, -1}),
                        "values[1] must be finite and not negative"),
                Refusal.of(
                        "drawdown from nothing",
                        () -> Drawdowns.ofValues(new double[] {0, 1}),
                        "values[0] must be finite and greater than 0"),
                Refusal.of("drawdown below -1", () -> Drawdowns.ofReturns(new double[] {-1.5}), "must not be below -1"),
                Refusal.of(
                        "XIRR of deposits only",
                        () -> InternalRate.xirr(new double[] {-1, -2}, new long[] {0, 10}),
                        "never change sign"),
                Refusal.of(
                        "XIRR of withdrawals only",
                        () -> InternalRate.xirr(new double[] {1, 2}, new long[] {0, 10}),
                        "never change sign"),
                Refusal.of(
                        "XIRR of one payment", () -> InternalRate.xirr(new double[] {1}, new long[] {0}), "at least 2"),
                Refusal.of(
                        "XIRR of unsorted days",
                        () -> InternalRate.xirr(new double[] {-1, 2}, new long[] {10, 0}),
                        "days must be ascending"),
                Refusal.of(
                        "XIRR within one day",
                        () -> InternalRate.xirr(new double[] {-1, 2}, new long[] {5, 5}),
                        "less than one day"),
                Refusal.of(
                        "XIRR with NaN",
                        () -> InternalRate.xirr(new double[] {-1, NAN}, new long[] {0, 10}),
                        "must be finite"),
                Refusal.of(
                        "MIRR of deposits only",
                        () -> InternalRate.modified(new double[] {-1, -2}, 0.1, 0.1),
                        "never change sign"),
                Refusal.of(
                        "present value without payments",
                        () -> InternalRate.presentValue(new double[0], new long[0], 0.1),
                        "at least 1"),
                Refusal.of(
                        "present value at a rate of -1",
                        () -> InternalRate.presentValue(new double[] {1}, new long[] {0}, -1),
                        "rate must lie in"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedByName(Refusal refusal) {
        refusal.check();
    }

    @Test
    void aConstantSeriesHasNoVolatilityAndALossOfEverythingIsOne() {
        assertThat(Volatility.annualised(SAME, 252)).isZero();
        assertThat(AnnualReturn.compound(new double[] {-1, 0.1}, 252)).isEqualTo(-1);
    }
}
