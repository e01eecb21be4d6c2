package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.risk.HorizonModel;
import io.riskwatch.quant.risk.MonteCarloRisk;
import io.riskwatch.quant.risk.ValueAtRisk;
import io.riskwatch.quant.simulation.Bootstrap;
import io.riskwatch.quant.simulation.CorrelatedReturns;
import io.riskwatch.quant.simulation.GaussianCopula;
import io.riskwatch.quant.simulation.GeometricBrownianMotion;
import io.riskwatch.quant.simulation.JumpDiffusion;
import io.riskwatch.quant.simulation.ReturnModel;
import io.riskwatch.quant.simulation.SavingsPlan;
import io.riskwatch.quant.simulation.StudentTReturns;
import io.riskwatch.quant.simulation.TCopula;
import io.riskwatch.quant.stat.Moments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on possible futures, to the digits printed there. */
class SimulationMethodsTest {
    @Test
    void geometricBrownianMotion() {
        GeometricBrownianMotion motion = new GeometricBrownianMotion(0.07, 0.2);
        MethodPage.of("geometric-brownian-motion")
                .prints("201.38", motion.mean(100, 10))
                .prints("164.87", motion.quantile(100, 10, 0.5))
                .prints("58.26", motion.quantile(100, 10, 0.05))
                .prints("21.5 %", motion.probabilityBelow(100, 100, 10))
                .prints("51.0 %", motion.probabilityOfTouching(100, 80, 10));
    }

    @Test
    void bootstrap() {
        double[] history = {0.01, 0.02, 0.03};
        SavingsPlan plan = new SavingsPlan(100, 0, 1, 3);
        SavingsPlan.Outcome blocks = plan.simulate(Bootstrap.blocks(history, 3), 1000, 1);
        SavingsPlan.Outcome single = plan.simulate(Bootstrap.stationary(history, 1), 1000, 1);
        MethodPage.of("bootstrap")
                .prints("106.11", blocks.quantile(0))
                .prints("106.11", blocks.quantile(1))
                .prints("103.03", single.quantile(0))
                .prints("109.27", single.quantile(1));
    }

    @Test
    void tCopula() {
        MethodPage.of("t-copula")
                .prints("0.253", TCopula.tailDependence(0.5, 4))
                .prints("0.003", TCopula.tailDependence(0.5, 30))
                .prints("0.076", TCopula.tailDependence(0, 4))
                .prints("0.333", TCopula.kendallTau(0.5));
    }

    @Test
    void savingsPlan() {
        Bootstrap coin = Bootstrap.stationary(new double[] {0.1, -0.1}, 1);
        SavingsPlan.Outcome kept = new SavingsPlan(100, 0, 1, 2).simulate(coin, 10_000, 7);
        MethodPage.of("savings-plan")
                .prints(
                        "1,280.93",
                        new SavingsPlan(0, 100, 12, 12)
                                .simulate(new StudentTReturns(0.12, 0, 5), 1, 1)
                                .mean())
                .prints("25.1 %", kept.reaching(110).value())
                .prints("0.4 %", kept.reaching(110).standardError())
                .prints("99.00", kept.quantile(0.5))
                .prints(
                        "50.05 %",
                        new SavingsPlan(100, -52, 1, 2)
                                .simulate(coin, 10_000, 7)
                                .ruin()
                                .value());
    }

    @Test
    void monteCarloValueAtRisk() {
        MonteCarloRisk risk = MonteCarloRisk.simulate(HorizonModel.normal(0, 0.01), 0.99, 10, 100_000, 3);
        MonteCarloRisk other = MonteCarloRisk.simulate(HorizonModel.normal(0, 0.01), 0.99, 10, 100_000, 1);
        double compounded = ValueAtRisk.lognormal(0, 0.01, 0.99, 10);
        MethodPage.of("monte-carlo-var")
                .prints("7.36 %", ValueAtRisk.normal(0, 0.01, 0.99, 10))
                .prints("7.14 %", compounded)
                .prints("7.18 %", risk.valueAtRisk().value())
                .prints("7.26 %", other.valueAtRisk().value())
                .prints("0.03 %", risk.valueAtRisk().standardError())
                .prints("8.18 %", risk.expectedShortfall().value());
        assertThat(risk.valueAtRisk().value())
                .isCloseTo(compounded, within(4 * risk.valueAtRisk().standardError()));
    }

    @Test
    void correlatedSimulation() {
        GeometricBrownianMotion alone = new GeometricBrownianMotion(0, 0.2);
        CorrelatedReturns together =
                CorrelatedReturns.of(GaussianCopula.of(new double[][] {{1, 0.5}, {0.5, 1}}), List.of(alone, alone));
        ReturnModel halves = together.portfolio(new double[] {0.5, 0.5}, CorrelatedReturns.Weights.REBALANCED);
        double[] years = new double[100_000];
        for (int k = 0; k < years.length; k++) {
            years[k] = halves.start(new Philox4x32(1, k)).next(1);
        }
        double simulated = Moments.of(years).standardDeviation();
        double exact = Math.sqrt(0.5 * Math.expm1(0.04) + 0.5 * Math.expm1(0.02));
        MethodPage.of("correlated-simulation")
                .prints("20.20 %", alone.standardDeviation(1, 1))
                .prints("17.47 %", exact)
                .prints("17.49 %", simulated)
                .prints("14.28 %", Math.sqrt(0.5 * Math.expm1(0.04)));
        // the error of a deviation: sd / sqrt(2 n), more with a fat tail
        assertThat(simulated).isCloseTo(exact, within(4 * 1.2 * exact / Math.sqrt(2 * years.length)));
    }

    @Test
    void jumpDiffusion() {
        JumpDiffusion model = new JumpDiffusion(0.08, 0.15, 0.5, -0.1, 0.15);
        MethodPage.of("jump-diffusion")
                .prints("6.12 %", model.logMean(1))
                .prints("0.0388", model.logVariance(1))
                .prints("-0.51", model.logSkewness(1))
                .prints("0.99", model.logExcessKurtosis(1))
                .prints("-0.25", model.logSkewness(4));
    }
}
