package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.risk.CornishFisher;
import io.riskwatch.quant.risk.Estimate;
import io.riskwatch.quant.risk.EstimationError;
import io.riskwatch.quant.risk.EwmaVolatility;
import io.riskwatch.quant.risk.EwmaVolatility.Weighting;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.risk.FilteredHistorical;
import io.riskwatch.quant.risk.Garch;
import io.riskwatch.quant.risk.MeanAssumption;
import io.riskwatch.quant.risk.RiskFlag;
import io.riskwatch.quant.risk.StudentTRisk;
import io.riskwatch.quant.risk.ValueAtRisk;
import io.riskwatch.quant.risk.backtest.AcerbiSzekely;
import io.riskwatch.quant.risk.backtest.Coverage;
import io.riskwatch.quant.risk.backtest.ExceptionSeries.Transitions;
import io.riskwatch.quant.risk.backtest.LikelihoodRatio;
import io.riskwatch.quant.risk.backtest.TrafficLight;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on losses and volatility models, to the digits printed there. */
class RiskMethodsTest {
    private static final Garch MODEL = new Garch(0, 0.000002, 0.10, 0.88);

    @Test
    void ewmaVolatility() {
        double[] returns = {0.01, 0.02};
        MethodPage.of("ewma-volatility")
                .prints("1.596 %", EwmaVolatility.of(returns, 0.94))
                .prints("0.544 %", EwmaVolatility.of(returns, 0.94, Weighting.TRUNCATED))
                .prints("1.086 %", EwmaVolatility.of(returns, 0.94, Weighting.RECURSIVE))
                .prints("74.4", EwmaVolatility.effectivePeriods(0.94, 0.01));
    }

    @Test
    void garch() {
        double next = MODEL.update(0.0001, -0.03);
        MethodPage.of("garch")
                .prints("1.00 %", Math.sqrt(MODEL.longRunVariance()))
                .prints("0.00018", next)
                .prints("1.34 %", Math.sqrt(next))
                .prints("4.16 %", Math.sqrt(MODEL.horizonVariance(next, 10)))
                .prints("4.24 %", Math.sqrt(10 * next));
    }

    @Test
    void cornishFisher() {
        CornishFisher bent = new CornishFisher(0, 0.01, -0.5, 2);
        CornishFisher tooFar = new CornishFisher(0, 0.01, -0.5, 12);
        assertThat(bent.flags()).isEmpty();
        assertThat(tooFar.flags()).containsExactly(RiskFlag.OUT_OF_DOMAIN);
        MethodPage.of("cornish-fisher")
                .prints("-3.067", bent.standardQuantile(0.01))
                .prints("3.07 %", bent.valueAtRisk(0.99))
                .prints("2.33 %", ValueAtRisk.normal(0, 0.01, 0.99, 1))
                .prints("3.98 %", bent.expectedShortfall(0.99))
                .prints("5.41 %", tooFar.valueAtRisk(0.99));
    }

    @Test
    void studentTRisk() {
        StudentTRisk risk = new StudentTRisk(0, 0.01, 4);
        MethodPage.of("student-t-risk")
                .prints("2.65 %", risk.valueAtRisk(0.99))
                .prints("2.33 %", ValueAtRisk.normal(0, 0.01, 0.99, 1))
                .prints("3.69 %", risk.expectedShortfall(0.99))
                .prints("2.67 %", ExpectedShortfall.normal(0, 0.01, 0.99, 1))
                .prints("1.08 %", risk.valueAtRisk(0.90))
                .prints("1.28 %", ValueAtRisk.normal(0, 0.01, 0.90, 1));
    }

    @Test
    void filteredHistorical() {
        double[] returns = {0.01, -0.02, 0.01};
        double[] variances = MODEL.variances(returns);
        double[] scenarios = FilteredHistorical.scenarios(MODEL, returns);
        MethodPage.of("filtered-historical")
                .prints("0.000198", variances[0])
                .prints("0.00018624", variances[1])
                .prints("0.00020589", variances[2])
                .prints("0.00019318", variances[3])
                .prints("0.988 %", scenarios[0])
                .prints("-2.037 %", scenarios[1])
                .prints("0.969 %", scenarios[2]);
    }

    @Test
    void estimationError() {
        double[] losses =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> -i / 1000.0).toArray();
        double[] alternating = IntStream.range(0, 100)
                .mapToDouble(i -> i % 2 == 0 ? 0.01 : -0.01)
                .toArray();
        Estimate historical = EstimationError.historicalValueAtRisk(losses, 0.95, 0.95);
        Estimate shortfall = EstimationError.historicalExpectedShortfall(losses, 0.95, 0.95);
        Estimate normal = EstimationError.normalValueAtRisk(alternating, 0.99, MeanAssumption.ZERO, 0.95);
        MethodPage.of("estimation-error")
                .prints("9.505 %", historical.value())
                .prints("9.00 %", historical.low())
                .prints("10.00 %", historical.high())
                .prints("9.80 %", shortfall.value())
                .prints("0.146 %", shortfall.standardError())
                .prints("2.338 %", normal.value())
                .prints("0.165 %", normal.standardError())
                .prints("2.01 %", normal.low())
                .prints("2.66 %", normal.high());
    }

    @Test
    void varBacktest() {
        LikelihoodRatio number = Coverage.unconditional(250, 6, 0.01);
        LikelihoodRatio clustering = Coverage.independence(new Transitions(240, 4, 4, 2));
        LikelihoodRatio both = Coverage.conditional(number, clustering);
        TrafficLight light = TrafficLight.of(250, 6, 0.01);
        assertThat(light.zone()).isEqualTo(TrafficLight.Zone.YELLOW);
        MethodPage.of("var-backtest")
                .prints("3.56", number.statistic())
                .prints("5.9 %", number.probability())
                .prints("1", Coverage.accepted(250, 0.01, 0.05).least())
                .prints("6", Coverage.accepted(250, 0.01, 0.05).most())
                .prints("8.15", clustering.statistic())
                .prints("0.4 %", clustering.probability())
                .prints("11.71", both.statistic())
                .prints("0.3 %", both.probability())
                .prints("98.6 %", light.cumulativeProbability())
                .prints("0.50", light.plusFactor1996())
                .prints("0.26", light.plusFactorBasel3());
    }

    @Test
    void expectedShortfallBacktest() {
        double[] valueAtRisk = constant(0.02);
        double[] shortfall = constant(0.03);
        double[] worse = constant(0);
        worse[3] = -0.03;
        worse[9] = -0.045;
        double[] more = constant(0);
        more[3] = -0.03;
        more[9] = -0.03;
        more[15] = -0.03;
        MethodPage.of("es-backtest")
                .prints("-0.25", AcerbiSzekely.z1(worse, valueAtRisk, shortfall))
                .prints("-0.25", AcerbiSzekely.z2(worse, valueAtRisk, shortfall, 0.9))
                .prints("0.00", AcerbiSzekely.z1(more, valueAtRisk, shortfall))
                .prints("-0.50", AcerbiSzekely.z2(more, valueAtRisk, shortfall, 0.9))
                .prints("-0.70", AcerbiSzekely.CRITICAL_Z2);
    }

    private static double[] constant(double value) {
        double[] days = new double[20];
        Arrays.fill(days, value);
        return days;
    }
}
