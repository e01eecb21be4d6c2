package io.riskwatch.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MonteCarloRiskTest {
    private static final double[][] COVARIANCE = {{4e-4, 1.2e-4}, {1.2e-4, 1e-4}};
    private static final double[] WEIGHTS = {0.7, 0.3};
    private static final double PORTFOLIO_VOLATILITY = Math.sqrt(0.49 * 4e-4 + 0.09 * 1e-4 + 2 * 0.7 * 0.3 * 1.2e-4);

    @Test
    void aUniformLossHasItsKnownFiguresAndErrors() {
        // loss uniform on (0, 1): VaR = c, ES = (1 + c) / 2, error of VaR sqrt(c (1 - c) / n)
        HorizonModel uniform = (random, periods) -> -Variates.uniform(random);
        MonteCarloRisk risk = MonteCarloRisk.simulate(uniform, 0.9, 1, 20_000, 1);
        double error = Math.sqrt(0.09 / 20_000);
        assertThat(risk.valueAtRisk().standardError()).isCloseTo(error, within(0.2 * error));
        assertThat(risk.valueAtRisk().value()).isCloseTo(0.9, within(4 * error));
        assertThat(risk.expectedShortfall().value())
                .isCloseTo(0.95, within(4 * risk.expectedShortfall().standardError()));
        // Y = max(0, U - c) / (1 - c): E Y = (1 - c) / 2, E Y^2 = (1 - c) / 3
        double spread = Math.sqrt(0.1 / 3 - 0.0025);
        assertThat(risk.expectedShortfall().standardError())
                .isCloseTo(spread / Math.sqrt(20_000), within(0.1 * spread / Math.sqrt(20_000)));
    }

    @Test
    void normalHoldingsHaveTheNormalFigures() {
        // closed form: VaR = sigma z, ES = sigma phi(z) / (1 - c) with sigma^2 = w'Sw
        MonteCarloRisk risk =
                MonteCarloRisk.simulate(HorizonModel.normalHoldings(COVARIANCE, WEIGHTS), 0.99, 1, 50_000, 2);
        assertWithin(risk.valueAtRisk(), ValueAtRisk.normal(0, PORTFOLIO_VOLATILITY, 0.99, 1));
        assertWithin(risk.expectedShortfall(), ExpectedShortfall.normal(0, PORTFOLIO_VOLATILITY, 0.99, 1));
    }

    @Test
    void studentHoldingsHaveTheFiguresOfTheirCommonTail() {
        StudentTRisk exact = new StudentTRisk(0, PORTFOLIO_VOLATILITY, 5);
        MonteCarloRisk joint =
                MonteCarloRisk.simulate(HorizonModel.studentTHoldings(COVARIANCE, WEIGHTS, 5), 0.99, 1, 50_000, 3);
        assertWithin(joint.valueAtRisk(), exact.valueAtRisk(0.99));
        assertWithin(joint.expectedShortfall(), exact.expectedShortfall(0.99));
        MonteCarloRisk single = MonteCarloRisk.simulate(HorizonModel.studentT(exact), 0.99, 1, 50_000, 4);
        assertWithin(single.valueAtRisk(), exact.valueAtRisk(0.99));
        assertWithin(single.expectedShortfall(), exact.expectedShortfall(0.99));
    }

    @Test
    void aHorizonIsLivedThroughAndCompounds() {
        // twenty days of 4 %: losses compound to less than the root of time says, gains to more
        double[] gains = MonteCarloRisk.scenarios(HorizonModel.normal(0.001, 0.04), 20, 20_000, 5);
        Moments moments = Moments.of(gains);
        double variance = Math.pow(1.001 * 1.001 + 0.0016, 20) - Math.pow(1.001, 40);
        assertThat(moments.mean()).isCloseTo(Math.pow(1.001, 20) - 1, within(4 * Math.sqrt(variance / 20_000)));
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(variance), within(0.03 * Math.sqrt(variance)));
        double simulated = MonteCarloRisk.simulate(HorizonModel.normal(0, 0.04), 0.99, 20, 20_000, 5)
                .valueAtRisk()
                .value();
        assertThat(simulated).isLessThan(ValueAtRisk.normal(0, 0.04, 0.99, 20) - 0.03);
    }

    @Test
    void aStormCalmsDownOverTheHorizon() {
        Garch model = new Garch(0, 2e-6, 0.08, 0.90);
        double storm = 4 * model.longRunVariance();
        MonteCarloRisk day = MonteCarloRisk.simulate(HorizonModel.garch(model, storm), 0.99, 1, 20_000, 6);
        assertWithin(day.valueAtRisk(), ValueAtRisk.normal(0, Math.sqrt(storm), 0.99, 1));
        double[] month = MonteCarloRisk.scenarios(HorizonModel.garch(model, storm), 20, 20_000, 6);
        double expected = Math.sqrt(model.horizonVariance(storm, 20));
        assertThat(Moments.of(month).standardDeviation()).isCloseTo(expected, within(0.04 * expected));
        assertThat(expected).isLessThan(Math.sqrt(20 * storm));
    }

    @Test
    void chiSquaredVariatesHaveTheirMeanAndVariance() {
        for (double nu : new double[] {0.8, 5}) {
            Philox4x32 random = new Philox4x32(12, 0);
            double[] drawn = new double[20_000];
            Arrays.setAll(drawn, i -> Variates.chiSquared(random, nu));
            Moments moments = Moments.of(drawn);
            assertThat(moments.mean()).isCloseTo(nu, within(4 * Math.sqrt(2 * nu / 20_000)));
            // fourth central moment 12 nu (nu + 4): variance of the sample variance (m4 - 4 nu^2) / n
            double error = Math.sqrt((12 * nu * (nu + 4) - 4 * nu * nu) / 20_000);
            assertThat(Math.pow(moments.standardDeviation(), 2)).isCloseTo(2 * nu, within(4 * error));
        }
    }

    @Property(tries = 40)
    void theAnswerIsTheSeedsAndScalesWithTheHoldings(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @DoubleRange(min = 0.5, max = 0.95) double confidence,
            @ForAll @DoubleRange(min = 0.1, max = 5) double factor,
            @ForAll @IntRange(min = 1, max = 5) int horizon) {
        HorizonModel one = HorizonModel.studentTHoldings(COVARIANCE, WEIGHTS, 4);
        HorizonModel more = HorizonModel.studentTHoldings(COVARIANCE, new double[] {0.7 * factor, 0.3 * factor}, 4);
        MonteCarloRisk risk = MonteCarloRisk.simulate(one, confidence, horizon, 400, seed);
        assertThat(MonteCarloRisk.simulate(one, confidence, horizon, 400, seed)).isEqualTo(risk);
        assertThat(risk.expectedShortfall().value())
                .isGreaterThanOrEqualTo(risk.valueAtRisk().value());
        assertThat(risk.valueAtRisk().value())
                .isBetween(risk.valueAtRisk().low(), risk.valueAtRisk().high());
        MonteCarloRisk scaled = MonteCarloRisk.simulate(more, confidence, horizon, 400, seed);
        assertThat(scaled.valueAtRisk().value())
                .isCloseTo(factor * risk.valueAtRisk().value(), within(1e-12));
        assertThat(scaled.expectedShortfall().standardError())
                .isCloseTo(factor * risk.expectedShortfall().standardError(), within(1e-12));
    }

    @Test
    void aSingularCovarianceIsSimulatedAndAnImpossibleOneRefused() {
        double[][] twins = {{1e-4, 1e-4}, {1e-4, 1e-4}};
        double[] hedged = MonteCarloRisk.scenarios(HorizonModel.normalHoldings(twins, new double[] {1, -1}), 5, 100, 1);
        assertThat(hedged).containsExactly(new double[100], within(1e-9));
        assertThatThrownBy(() -> HorizonModel.normalHoldings(new double[][] {{1, 2}, {2, 1}}, WEIGHTS))
                .hasMessageContaining("positive semi-definite");
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        HorizonModel normal = HorizonModel.normal(0, 0.01);
        assertThatThrownBy(() -> MonteCarloRisk.simulate(normal, 0.99, 1, 900, 1))
                .hasMessageContaining("paths must leave at least 10 outcomes beyond the confidence, 900 leave 9");
        assertThat(MonteCarloRisk.simulate(normal, 0.99, 1, 1000, 1).paths()).isEqualTo(1000);
        assertThatThrownBy(() -> MonteCarloRisk.simulate(normal, 1, 1, 1000, 1)).hasMessageContaining("confidence");
        assertThatThrownBy(() -> MonteCarloRisk.simulate(normal, 0.99, 0, 1000, 1))
                .hasMessage("horizonPeriods must be at least 1, was 0");
        assertThatThrownBy(() -> HorizonModel.normal(0, 0)).hasMessageContaining("volatility");
        assertThatThrownBy(() -> HorizonModel.normal(Double.NaN, 1)).hasMessageContaining("mean");
        assertThatThrownBy(() -> HorizonModel.studentTHoldings(COVARIANCE, WEIGHTS, 2))
                .hasMessageContaining("degreesOfFreedom");
        assertThatThrownBy(() -> HorizonModel.normalHoldings(COVARIANCE, new double[] {1}))
                .hasMessageContaining("covariance and weights must have the same length");
        assertThatThrownBy(() -> HorizonModel.garch(new Garch(0, 1e-6, 0.1, 0.8), 0))
                .hasMessageContaining("nextVariance");
        assertThatThrownBy(() -> MonteCarloRisk.simulate(
                        HorizonModel.normalHoldings(COVARIANCE, new double[2]), 0.9, 1, 1000, 1))
                .isInstanceOf(UndefinedMeasureException.class);
    }

    private static void assertWithin(Estimate estimate, double exact) {
        assertThat(estimate.value()).isCloseTo(exact, within(4 * estimate.standardError()));
    }
}
