package io.riskwatch.quant.methods;

import io.riskwatch.quant.factor.BrinsonAttribution;
import io.riskwatch.quant.factor.FactorRegression;
import io.riskwatch.quant.factor.StatisticalFactors;
import io.riskwatch.quant.scenario.StressTest;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on shocks and attribution, to the digits printed there. */
class ScenarioMethodsTest {
    @Test
    void stressTest() {
        double[] weights = {0.6, 0.4};
        double[] shocks = {-0.2, -0.1};
        double[][] covariance = {{0.04, 0.03}, {0.03, 0.09}};
        double[] propagated = StressTest.propagated(covariance, 0, -0.2);
        double[] reverse = StressTest.reverse(covariance, weights, 0.2);
        MethodPage.of("stress-test")
                .prints("16.00 %", StressTest.loss(weights, shocks))
                .prints("12.00 %", StressTest.contributions(weights, shocks)[0])
                .prints("4.00 %", StressTest.contributions(weights, shocks)[1])
                .prints("-15.00 %", propagated[1])
                .prints("18.00 %", StressTest.loss(weights, propagated))
                .prints("-16.67 %", reverse[0])
                .prints("-25.00 %", reverse[1])
                .prints("7.40 %", StressTest.historicalWindow(new double[][] {{-0.1, 0}, {-0.1, 0.1}}, weights, 0, 2));
    }

    @Test
    void brinsonAttribution() {
        BrinsonAttribution[] sectors = BrinsonAttribution.of(
                new double[] {0.7, 0.3}, new double[] {0.10, 0.02}, new double[] {0.5, 0.5}, new double[] {0.08, 0.04});
        MethodPage.of("brinson-attribution")
                .prints("0.40 %", sectors[0].allocation())
                .prints("1.00 %", sectors[0].selection())
                .prints("0.40 %", sectors[0].interaction())
                .prints("0.40 %", sectors[1].allocation())
                .prints("-1.00 %", sectors[1].selection())
                .prints("0.40 %", sectors[1].interaction())
                .prints("1.60 %", sectors[0].total() + sectors[1].total());
    }

    @Test
    void factorModel() {
        FactorRegression line = FactorRegression.of(
                new double[] {0.02, -0.02, 0.05, 0.01}, new double[][] {{0.01}, {-0.01}, {0.03}, {0.01}});
        StatisticalFactors factor =
                StatisticalFactors.of(new double[][] {{0.01, 0.02}, {-0.01, -0.02}, {0.03, 0.05}, {0.01, 0.01}}, 1);
        MethodPage.of("factor-model")
                .prints("1.75", line.loadings().getFirst().value())
                .prints("0.50 %", line.specificVolatility())
                .prints("0.177", line.loadings().getFirst().standardError())
                .prints("9.90", line.loadings().getFirst().tStatistic())
                .prints("1.0 %", line.loadings().getFirst().pValue())
                .prints("-0.25 %", line.alpha().value())
                .prints("-0.82", line.alpha().tStatistic())
                .prints("50 %", line.alpha().pValue())
                .prints("0.980", line.rSquared())
                .prints("99.6 %", factor.explained()[0])
                .prints("0.490", factor.loadings()[0][0])
                .prints("0.871", factor.loadings()[1][0]);
    }
}
