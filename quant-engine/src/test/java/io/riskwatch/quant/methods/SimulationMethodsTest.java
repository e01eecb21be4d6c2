package io.riskwatch.quant.methods;

import io.riskwatch.quant.simulation.Bootstrap;
import io.riskwatch.quant.simulation.GeometricBrownianMotion;
import io.riskwatch.quant.simulation.SavingsPlan;
import io.riskwatch.quant.simulation.StudentTReturns;
import io.riskwatch.quant.simulation.TCopula;
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
}
