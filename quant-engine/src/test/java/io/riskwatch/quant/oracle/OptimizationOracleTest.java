package io.riskwatch.quant.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.optimization.BlackLitterman;
import io.riskwatch.quant.optimization.CriticalLine;
import io.riskwatch.quant.optimization.HierarchicalRiskParity;
import io.riskwatch.quant.optimization.MeanVariance;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import io.riskwatch.quant.optimization.RiskBudgeting;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.risk.RiskContributions;
import io.riskwatch.quant.risk.ValueAtRisk;
import io.riskwatch.quant.stat.Covariance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizationOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("optimization");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void portfoliosMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "OPT-01" -> turningPoints(one);
                    case "OPT-02" -> {
                        double[] w = longOnly(one).maximumSharpe(one.array("mu"), one.number("rf"));
                        yield Map.of("weights", w, "sharpe", dot(w, one.array("mu")) / volatility(one.table("cov"), w));
                    }
                    case "OPT-03" -> {
                        double[] w = longOnly(one).minimumVariance();
                        yield Map.of("weights", w, "vol", volatility(one.table("cov"), w));
                    }
                    case "OPT-04" -> corners(one, one.number("lb"), one.number("ub"));
                    case "OPT-05" -> corners(one, 0, 1);
                    case "OPT-09" -> roncalli(one);
                    case "OPT-10" -> {
                        double[] erc = RiskBudgeting.equal(one.table("cov"));
                        yield Map.of(
                                "gmv",
                                longOnly(one).minimumVariance(),
                                "erc",
                                erc,
                                "erc_vol",
                                volatility(one.table("cov"), erc));
                    }
                    case "OPT-11" -> maillard(one);
                    case "OPT-13" ->
                        // rows: volatilities, correlations and the first asset's budget, by column
                        Map.of("w1", twoAssets(one.table("rows")));
                    case "OPT-14" ->
                        Map.of(
                                "p9", diversified(one.table("a")),
                                "p10", diversified(one.table("b")),
                                "polico", diversified(one.table("c")));
                    case "OPT-19" -> hierarchical(one.table("cov"));
                    case "OPT-23" -> tail(one);
                    case "OPT-25" -> heLitterman(one);
                    case "OPT-27" -> idzorek(one);
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    private static MeanVariance longOnly(OracleCase one) {
        return MeanVariance.of(one.table("cov"), PortfolioConstraints.longOnly(one.table("cov").length));
    }

    private static double[][] along(OracleCase one, double lower, double upper) {
        double[] mu = one.array("mu");
        PortfolioConstraints bounds = PortfolioConstraints.uniform(mu.length, lower, upper);
        CriticalLine line = CriticalLine.of(mu, one.table("cov"), bounds);
        MeanVariance program = MeanVariance.of(one.table("cov"), bounds);
        return Arrays.stream(one.array("lambdas"))
                .mapToObj(lambda -> {
                    double[] weights = line.at(lambda);
                    double[] other = program.trading(mu, lambda);
                    IntStream.range(0, mu.length)
                            .forEach(i -> assertThat(weights[i])
                                    .as("critical line and quadratic program at lambda " + lambda)
                                    .isCloseTo(other[i], within(1e-9)));
                    return weights;
                })
                .toArray(double[][]::new);
    }

    private static Map<String, ?> corners(OracleCase one, double lower, double upper) {
        return Map.of("weights", along(one, lower, upper));
    }

    private static Map<String, ?> turningPoints(OracleCase one) {
        double[][] weights = along(one, 0, 1);
        CriticalLine line = CriticalLine.of(
                one.array("mu"), one.table("cov"), PortfolioConstraints.longOnly(one.array("mu").length));
        double[] lambdas = line.turningPoints().stream()
                .mapToDouble(CriticalLine.TurningPoint::lambda)
                .toArray();
        assertThat(lambdas).containsExactly(one.array("lambdas"), within(1e-8));
        return Map.of(
                "weights", weights,
                "ret",
                        Arrays.stream(weights)
                                .mapToDouble(w -> dot(w, one.array("mu")))
                                .toArray(),
                "risk",
                        Arrays.stream(weights)
                                .mapToDouble(w -> volatility(one.table("cov"), w))
                                .toArray());
    }

    private static Map<String, ?> roncalli(OracleCase one) {
        double[][] bounds = {{0, 1}, {0.1, 1}, {0.2, 1}, {0, 0.5}};
        double[][] w = Arrays.stream(bounds)
                .map(b -> MeanVariance.of(one.table("cov"), PortfolioConstraints.uniform(4, b[0], b[1]))
                        .minimumVariance())
                .toArray(double[][]::new);
        return Map.of(
                "w", w,
                "target6",
                        MeanVariance.of(one.table("cov"), PortfolioConstraints.uniform(4, 0.05, 0.4))
                                .targetReturn(one.array("mu"), 0.06),
                "mdp40",
                        MeanVariance.of(one.table("cov"), PortfolioConstraints.uniform(4, 0, 0.4))
                                .maximumDiversification());
    }

    /** Example 1: volatilities 10, 20, 30, 40 % and one correlation for all; example 2 is given. */
    private static Map<String, ?> maillard(OracleCase one) {
        double[][] half = new double[4][4];
        for (int i = 0; i < 4; i++) {
            Arrays.fill(half[i], 0.5);
            half[i][i] = 1;
        }
        double[][] a = Covariance.fromCorrelation(half, new double[] {0.1, 0.2, 0.3, 0.4});
        return Map.of(
                "a", RiskBudgeting.equal(a),
                "b", RiskBudgeting.equal(one.table("b")),
                "mv",
                        MeanVariance.of(one.table("b"), PortfolioConstraints.longOnly(4))
                                .minimumVariance());
    }

    private static double[] twoAssets(double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> {
                    double[][] covariance = Covariance.fromCorrelation(
                            new double[][] {{1, row[2]}, {row[2], 1}}, new double[] {row[0], row[1]});
                    return RiskBudgeting.of(covariance, new double[] {row[3], 1 - row[3]})[0];
                })
                .toArray();
    }

    private static double[] diversified(double[][] covariance) {
        return MeanVariance.of(covariance, PortfolioConstraints.longOnly(covariance.length))
                .maximumDiversification();
    }

    private static Map<String, ?> hierarchical(double[][] covariance) {
        HierarchicalRiskParity hrp = HierarchicalRiskParity.of(covariance);
        double[] variances = IntStream.range(0, covariance.length)
                .mapToDouble(i -> covariance[i][i])
                .toArray();
        return Map.of(
                "hrp", hrp.weights(),
                "order", Arrays.stream(hrp.order()).map(i -> i + 1).toArray(),
                "ivp", HierarchicalRiskParity.inverseVariance(variances),
                "cla_min_var",
                        MeanVariance.of(covariance, PortfolioConstraints.longOnly(covariance.length))
                                .minimumVariance());
    }

    private static Map<String, ?> tail(OracleCase one) {
        double[] mu = one.array("mu");
        double[] w = longOnly(one).targetReturn(mu, one.number("target"));
        double sigma = volatility(one.table("cov"), w);
        double mean = dot(w, mu);
        double[] confidences = {0.9, 0.95, 0.99};
        return Map.of(
                "weights",
                w,
                "variance",
                sigma * sigma,
                "var",
                DoubleStream.of(confidences)
                        .map(c -> ValueAtRisk.normal(mean, sigma, c, 1))
                        .toArray(),
                "cvar",
                DoubleStream.of(confidences)
                        .map(c -> ExpectedShortfall.normal(mean, sigma, c, 1))
                        .toArray());
    }

    private static Map<String, ?> heLitterman(OracleCase one) {
        double[][] covariance = Covariance.fromCorrelation(one.table("corr"), one.array("vols"));
        double[] market = one.array("w_eq");
        BlackLitterman model = BlackLitterman.heLitterman(
                new BlackLitterman.Market(covariance, market, one.number("delta"), one.number("tau")),
                one.table("P"),
                one.array("Q"));
        double[] w = model.weights();
        double tau = one.number("tau");
        double[] tilt = IntStream.range(0, w.length)
                .mapToDouble(i -> w[i] - market[i] / (1 + tau))
                .toArray();
        return Map.of(
                "pi_pct", percent(model.equilibriumReturns()),
                "mu_pct", percent(model.expectedReturns()),
                "w_pct", percent(w),
                "tilt_pct", percent(tilt));
    }

    private static Map<String, ?> idzorek(OracleCase one) {
        // the printed tables use Omega = diag(P tau V P'); the confidences enter only in a later section of the paper
        BlackLitterman model = BlackLitterman.heLitterman(
                new BlackLitterman.Market(one.table("V"), one.array("weq"), one.number("delta"), one.number("tau")),
                one.table("P"),
                one.array("Q"));
        double[][] omega = model.viewUncertainty();
        return Map.of(
                "pi_pct", percent(model.equilibriumReturns()),
                "omega",
                        IntStream.range(0, omega.length)
                                .mapToDouble(k -> omega[k][k])
                                .toArray(),
                "mu_pct", percent(model.expectedReturns()),
                "w_pct", percent(model.weightsOnPriorCovariance()));
    }

    private static double[] percent(double[] values) {
        return Arrays.stream(values).map(v -> 100 * v).toArray();
    }

    private static double volatility(double[][] covariance, double[] weights) {
        return RiskContributions.of(covariance, weights).volatility();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
