package io.riskwatch.quant.oracle;

import io.riskwatch.quant.performance.AnnualReturn;
import io.riskwatch.quant.performance.CalmarRatio;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.Kelly;
import io.riskwatch.quant.performance.OmegaRatio;
import io.riskwatch.quant.performance.PartialMoments;
import io.riskwatch.quant.performance.SharpeRatio;
import io.riskwatch.quant.performance.SharpeSignificance;
import io.riskwatch.quant.performance.SortinoRatio;
import io.riskwatch.quant.performance.TrackRecord;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("performance");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void performanceMatchesTheReference(OracleCase one) {
        one.assumeReadable();
        one.assertMatches(
                switch (one.id()) {
                    case "PERF-01" -> daily(one.array("returns"), one.number("periods"));
                    case "PERF-02" -> {
                        Map<String, Double> values = new HashMap<>();
                        lowFrequency("w_", one.array("weekly"), 52, values);
                        lowFrequency("m_", one.array("monthly"), 12, values);
                        yield values;
                    }
                    case "PERF-03" ->
                        Map.of(
                                "sharpe_pos", SharpeRatio.annualised(one.array("pos"), 0, 252),
                                "sharpe_neg", SharpeRatio.annualised(one.array("neg"), 0, 252),
                                "sortino_neg", SortinoRatio.annualised(one.array("neg"), 0, 252),
                                "mdd_neg", Drawdowns.ofReturns(one.array("neg")).maximum(),
                                "mdd_3", Drawdowns.ofReturns(one.array("dd")).maximum());
                    case "PERF-05" ->
                        // empyrical: (mixed, required return 10.0 a year), (positive, riskless 0.011 a day)
                        Map.of("omega", new double[] {
                            OmegaRatio.of(known(one.array("mixed")), OmegaRatio.perPeriod(10, 252)),
                            OmegaRatio.of(one.array("pos"), 0.011)
                        });
                    case "PERF-09" ->
                        Map.of(
                                "stability", TrackRecord.stability(known(one.array("returns"))),
                                "tail_ratio", TrackRecord.tailRatio(known(one.array("returns"))));
                    case "PERF-10" -> bacon(one.array("portfolio"), one.number("mar"));
                    case "PERF-13" ->
                        Map.of(
                                "mean", Moments.of(one.array("returns")).mean(),
                                "target_downside_deviation",
                                        Volatility.downside(one.array("returns"), one.number("target"), 1),
                                "sortino", SortinoRatio.annualised(one.array("returns"), one.number("target"), 1));
                    case "PERF-14" -> {
                        int n = one.integer("n");
                        double ratio = one.number("sr");
                        yield Map.of(
                                "psr0",
                                new SharpeSignificance(ratio, one.number("skew"), one.number("kurt"), n)
                                        .probabilityAbove(0),
                                "psr0_normal",
                                new SharpeSignificance(ratio, 0, 3, n).probabilityAbove(0));
                    }
                    case "PERF-15" -> deflated(one);
                    case "PERF-16" -> {
                        double f = Kelly.fraction(one.number("m"), one.number("s"), one.number("r"));
                        yield Map.of(
                                "f",
                                f,
                                "growth_full",
                                Kelly.growth(f, one.number("m"), one.number("s"), one.number("r")));
                    }
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    /** A missing return is no observation, but its period counts in the annualisation. */
    private static Map<String, ?> daily(double[] withGaps, double periods) {
        double[] returns = known(withGaps);
        double total = Returns.compounded(returns);
        double annual = AnnualReturn.compound(total, withGaps.length, periods);
        double drawdown = Drawdowns.ofReturns(returns).maximum();
        return Map.of(
                "cum_return_final", total,
                "annual_return", annual,
                "annual_volatility", Volatility.annualised(returns, periods),
                "max_drawdown", drawdown,
                "calmar", CalmarRatio.of(annual, drawdown),
                "sharpe", SharpeRatio.annualised(returns, 0, periods),
                "sortino", SortinoRatio.annualised(returns, 0, periods),
                "downside_risk", Volatility.downside(returns, 0, periods));
    }

    private static void lowFrequency(String prefix, double[] returns, double periods, Map<String, Double> into) {
        into.put(prefix + "annual_return", AnnualReturn.compound(returns, periods));
        into.put(prefix + "vol", Volatility.annualised(returns, periods));
        into.put(prefix + "calmar", CalmarRatio.of(returns, periods));
        into.put(prefix + "sortino", SortinoRatio.annualised(returns, 0, periods));
        into.put(prefix + "downside", Volatility.downside(returns, 0, periods));
    }

    private static Map<String, ?> bacon(double[] returns, double target) {
        PartialMoments around = PartialMoments.of(returns, target);
        Map<String, Double> values = new HashMap<>();
        values.put("downside_deviation", around.downsideDeviation());
        values.put("downside_potential", around.downsidePotential());
        values.put("upside_risk", around.upsideRisk());
        values.put("upside_potential", around.upsidePotential());
        values.put("kappa2", around.kappa2());
        values.put("omega_sharpe", around.omegaSharpe());
        values.put("bernardo_ledoit", OmegaRatio.of(returns, 0));
        values.put("mad", TrackRecord.meanAbsoluteDeviation(returns));
        values.put("pain_index", Drawdowns.ofReturns(returns).painIndex());
        values.put("martin_ratio", TrackRecord.martinRatio(returns, 0, 12));
        values.put("upside_frequency", around.upsideFrequency());
        values.put("downside_frequency", around.downsideFrequency());
        return values;
    }

    private static Map<String, ?> deflated(OracleCase one) {
        double periods = one.number("periods");
        double variance = one.number("var_sr_annual") / periods;
        SharpeSignificance significance = new SharpeSignificance(
                one.number("sr_annual") / Math.sqrt(periods), one.number("skew"), one.number("kurt"), one.integer("n"));
        return Map.of(
                "sr0", SharpeSignificance.expectedBestOf(one.integer("trials"), variance),
                "dsr", significance.deflated(one.integer("trials"), variance));
    }

    private static double[] known(double[] withGaps) {
        return Arrays.stream(withGaps).filter(r -> !Double.isNaN(r)).toArray();
    }
}
