package io.riskwatch.quant.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.simulation.GeometricBrownianMotion;
import io.riskwatch.quant.simulation.JumpDiffusion;
import io.riskwatch.quant.simulation.ReturnModel;
import io.riskwatch.quant.simulation.SavingsPlan;
import io.riskwatch.quant.simulation.StochasticVariance;
import io.riskwatch.quant.simulation.TCopula;
import io.riskwatch.quant.stat.Correlation;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closed forms against the reference, and simulations against the closed forms within four standard errors. */
class MonteCarloOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("montecarlo");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void modelsMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "MC-01" -> brownian(one);
                    case "MC-02" -> jumpsAndVariance(one);
                    case "MC-03" -> tails(one.array("rho"), one.array("dof"));
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    private static Map<String, ?> brownian(OracleCase one) {
        GeometricBrownianMotion model = new GeometricBrownianMotion(one.number("mu"), one.number("sigma"));
        double s = one.number("S");
        double t = one.number("T");
        int paths = 40_000;
        SavingsPlan.Outcome outcome = new SavingsPlan(s, 0, 12, (int) (12 * t)).simulate(model, paths, 1);
        assertThat(outcome.mean())
                .isCloseTo(model.mean(s, t), within(4 * model.standardDeviation(s, t) / Math.sqrt(paths)));
        SavingsPlan.Probability kept = outcome.reaching(s);
        assertThat(1 - kept.value()).isCloseTo(model.probabilityBelow(s, s, t), within(4 * kept.standardError()));
        return Map.of(
                "mean", model.mean(s, t),
                "sd", model.standardDeviation(s, t),
                "median", model.quantile(s, t, 0.5),
                "q05", model.quantile(s, t, 0.05),
                "q95", model.quantile(s, t, 0.95),
                "p_loss", model.probabilityBelow(s, s, t),
                "p_hit80", model.probabilityOfTouching(s, 0.8 * s, t));
    }

    private static Map<String, ?> jumpsAndVariance(OracleCase one) {
        double t = one.number("T");
        JumpDiffusion jumps = new JumpDiffusion(
                one.number("mu"), one.number("sigma"), one.number("lambda"), one.number("mJ"), one.number("dJ"));
        Moments simulated = logReturns(jumps, 40_000, t, 1);
        assertThat(simulated.mean()).isCloseTo(jumps.logMean(t), within(4 * Math.sqrt(jumps.logVariance(t) / 40_000)));
        assertThat(simulated.variance()).isCloseTo(jumps.logVariance(t), within(0.05 * jumps.logVariance(t)));
        assertThat(simulated.skewness()).isCloseTo(jumps.logSkewness(t), within(0.15));
        StochasticVariance variance = new StochasticVariance(
                one.number("mu"), one.number("v0"), one.number("kappa"), one.number("theta"), one.number("xi"), -0.5);
        double years = 0.25;
        Moments heston = logReturns(variance, 4_000, years, 1);
        assertThat(heston.variance() / years)
                .as("average variance over a quarter")
                .isBetween(variance.varianceMean(years) * 0.9, one.number("v0") * 1.1);
        return Map.of(
                "jd_mean", jumps.logMean(t),
                "jd_var", jumps.logVariance(t),
                "jd_skew", jumps.logSkewness(t),
                "jd_exkurt", jumps.logExcessKurtosis(t),
                "cir_mean", variance.varianceMean(t),
                "cir_var", variance.varianceVariance(t));
    }

    private static Moments logReturns(ReturnModel model, int paths, double years, int steps) {
        return Moments.of(IntStream.range(0, paths)
                .mapToDouble(path -> {
                    ReturnModel.Path future = model.start(new Philox4x32(9, path));
                    double log = 0;
                    for (int k = 0; k < steps; k++) {
                        log += Math.log1p(future.next(years / steps));
                    }
                    return log;
                })
                .toArray());
    }

    private static Map<String, ?> tails(double[] correlations, double[] degreesOfFreedom) {
        TCopula copula = TCopula.of(new double[][] {{1, 0.5}, {0.5, 1}}, 4);
        Philox4x32 random = new Philox4x32(2, 0);
        double[][] draws =
                IntStream.range(0, 3000).mapToObj(i -> copula.next(random)).toArray(double[][]::new);
        double tau = Correlation.kendall(
                Arrays.stream(draws).mapToDouble(u -> u[0]).toArray(),
                Arrays.stream(draws).mapToDouble(u -> u[1]).toArray());
        assertThat(tau).isCloseTo(TCopula.kendallTau(0.5), within(4 * 0.013));
        return Map.of(
                "lam",
                Arrays.stream(degreesOfFreedom)
                        .mapToObj(nu -> Arrays.stream(correlations)
                                .map(rho -> TCopula.tailDependence(rho, nu))
                                .toArray())
                        .toArray(double[][]::new));
    }
}
