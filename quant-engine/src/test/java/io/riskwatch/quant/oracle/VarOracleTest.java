package io.riskwatch.quant.oracle;

import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.risk.CornishFisher;
import io.riskwatch.quant.risk.EwmaVolatility;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.risk.Garch;
import io.riskwatch.quant.risk.GarchFits;
import io.riskwatch.quant.risk.MeanAssumption;
import io.riskwatch.quant.risk.RiskContributions;
import io.riskwatch.quant.risk.StudentTRisk;
import io.riskwatch.quant.risk.ValueAtRisk;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.Moments;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class VarOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("var");
    }

    static List<OracleCase> garchBenchmark() {
        return cases().stream().filter(one -> one.id().equals("VAR-09")).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void lossFiguresMatchTheReference(OracleCase one) {
        one.assumeReadable();
        one.assertMatches(
                switch (one.id()) {
                    case "VAR-01" -> oneIndex(one.array("returns"), one.number("p"));
                    case "VAR-02" -> component(one.table("returns"), one.array("weights"), one.number("p"));
                    case "VAR-03" -> positions(one);
                    case "VAR-04" -> closedForms(one.array("alpha"), one.array("t_dof"));
                    case "VAR-05" -> Map.of("table", quantiles(one.array("x"), one.array("p")));
                    case "VAR-06" -> shortfalls(one.array("returns"), one.input("alpha"));
                    case "VAR-07" -> ewma(one.array("returns"), one.number("lambda"));
                    case "VAR-08" -> updates(one);
                    case "VAR-09" ->
                        garch(SharedData.column(
                                one.input("data").asString(),
                                one.input("column").asString()));
                    case "VAR-13" -> expansion(one.number("p"), one.table("skew_kurt"));
                    case "VAR-15" -> Map.of("q", linear(one.input("cases")));
                    case "VAR-17" -> horizons(one);
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    /** PerformanceAnalytics: returns as signs, mean included, divisor n. */
    private static Map<String, ?> oneIndex(double[] returns, double confidence) {
        Moments moments = Moments.of(returns);
        double volatility = moments.populationStandardDeviation();
        return Map.of(
                "gaussian_var", -ValueAtRisk.normal(moments.mean(), volatility, confidence, 1),
                "modified_var",
                        -CornishFisher.of(returns, MeanAssumption.SAMPLE).valueAtRisk(confidence),
                "historical_var", -ValueAtRisk.historical(returns, confidence),
                "gaussian_es", -ExpectedShortfall.normal(moments.mean(), volatility, confidence, 1),
                "historical_es", -ExpectedShortfall.beyondQuantile(returns, confidence, QuantileType.TYPE_7));
    }

    private static Map<String, ?> component(double[][] returns, double[] weights, double confidence) {
        RiskContributions contributions = RiskContributions.of(Covariance.sample(returns), weights);
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * Covariance.columnMeans(returns)[i];
        }
        return Map.of("var", ValueAtRisk.normal(mean, contributions.volatility(), confidence, 1));
    }

    private static Map<String, ?> positions(OracleCase one) {
        double[][] covariance = Covariance.fromCorrelation(one.table("corr"), one.array("vols"));
        RiskContributions contributions = RiskContributions.of(covariance, one.array("positions"));
        double z = one.number("z");
        return Map.of(
                "portfolio_var", z * contributions.volatility(),
                "individual", scaled(contributions.standalone(), z),
                "undiversified", z * contributions.undiversified(),
                "marginal", scaled(contributions.marginal(), z),
                "component", contributions.components(z));
    }

    private static Map<String, ?> closedForms(double[] confidences, double[] degreesOfFreedom) {
        Map<String, Double> values = new HashMap<>();
        for (double c : confidences) {
            values.put("var_" + c, ValueAtRisk.normal(0, 1, c, 1));
            values.put("es_" + c, ExpectedShortfall.normal(0, 1, c, 1));
            for (double nu : degreesOfFreedom) {
                StudentTRisk t = new StudentTRisk(0, 1, nu);
                values.put("tvar_" + (int) nu + "_" + c, t.valueAtRisk(c));
                values.put("tes_" + (int) nu + "_" + c, t.expectedShortfall(c));
            }
        }
        return values;
    }

    private static List<double[]> quantiles(double[] sample, double[] probabilities) {
        List<double[]> table = new ArrayList<>();
        for (double p : probabilities) {
            table.add(IntStream.rangeClosed(1, 9)
                    .mapToDouble(type -> Quantile.of(sample, p, QuantileType.of(type)))
                    .toArray());
        }
        return table;
    }

    private static Map<String, ?> shortfalls(double[] returns, JsonNode confidences) {
        Map<String, Double> values = new HashMap<>();
        for (JsonNode confidence : confidences) {
            values.put("es_" + confidence, ExpectedShortfall.historical(returns, confidence.asDouble()));
            values.put("var_lower_" + confidence, ValueAtRisk.lower(returns, confidence.asDouble()));
        }
        return values;
    }

    private static Map<String, ?> ewma(double[] returns, double lambda) {
        double squares = 0;
        for (double r : returns) {
            squares += r * r;
        }
        return Map.of(
                "equal_weight_sigma", Math.sqrt(squares / returns.length),
                "ewma_truncated_unnormalised", EwmaVolatility.of(returns, lambda, EwmaVolatility.Weighting.TRUNCATED),
                "ewma_normalised", EwmaVolatility.of(returns, lambda),
                "ewma_recursive_seed_first_square",
                        EwmaVolatility.of(returns, lambda, EwmaVolatility.Weighting.RECURSIVE),
                "effective_days_99pct", EwmaVolatility.effectivePeriods(lambda, 0.01));
    }

    private static Map<String, ?> updates(OracleCase one) {
        double sigma = one.number("sigma");
        double ewma = EwmaVolatility.update(sigma * sigma, one.number("u"), one.number("lambda"));
        Garch garch = new Garch(0, one.number("omega"), one.number("alpha"), one.number("beta"));
        double variance = garch.update(one.number("sigma2") * one.number("sigma2"), one.number("u2"));
        return Map.of(
                "ewma_variance", ewma,
                "ewma_sigma", Math.sqrt(ewma),
                "garch_variance", variance,
                "garch_sigma", Math.sqrt(variance),
                "long_run_variance", garch.longRunVariance(),
                "long_run_sigma", Math.sqrt(garch.longRunVariance()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garchBenchmark")
    void garchOfManySeriesMatchesTheSameBenchmark(OracleCase one) {
        one.assumeReadable();
        double[] returns = SharedData.column(
                one.input("data").asString(), one.input("column").asString());
        double[][] column =
                Arrays.stream(returns).mapToObj(r -> new double[] {r}).toArray(double[][]::new);
        one.assertMatches(figures(GarchFits.of(column).model(0), returns));
    }

    private static Map<String, ?> garch(double[] returns) {
        return figures(Garch.fit(returns), returns);
    }

    private static Map<String, ?> figures(Garch fitted, double[] returns) {
        return Map.of(
                "mu", fitted.mean(),
                "omega", fitted.omega(),
                "alpha", fitted.alpha(),
                "beta", fitted.beta(),
                "loglik", fitted.logLikelihood(returns));
    }

    private static Map<String, ?> expansion(double confidence, double[][] shapes) {
        double[] quantiles = new double[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            quantiles[i] = new CornishFisher(0, 1, shapes[i][0], shapes[i][1]).standardQuantile(1 - confidence);
        }
        return Map.of("z_cf", quantiles, "z", Normal.quantile(1 - confidence));
    }

    private static double[] linear(JsonNode cases) {
        return IntStream.range(0, cases.size())
                .mapToDouble(i -> Quantile.of(
                        OracleCase.doubles(cases.get(i).get(0)),
                        cases.get(i).get(1).asDouble()))
                .toArray();
    }

    private static Map<String, ?> horizons(OracleCase one) {
        int h = one.integer("h");
        double mu = one.number("mu");
        double sigma = one.number("sigma");
        double confidence = one.number("alpha");
        return Map.of(
                "var_h", ValueAtRisk.squareRootOfTime(one.number("var1"), h),
                "mu_sigma_var", ValueAtRisk.normal(mu, sigma, confidence, h),
                "lognormal_var", ValueAtRisk.lognormal(mu, sigma, confidence, h));
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
