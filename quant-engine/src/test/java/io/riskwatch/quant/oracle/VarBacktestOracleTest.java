package io.riskwatch.quant.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.risk.backtest.AcerbiSzekely;
import io.riskwatch.quant.risk.backtest.Coverage;
import io.riskwatch.quant.risk.backtest.Coverage.Accepted;
import io.riskwatch.quant.risk.backtest.ExceptionSeries.Transitions;
import io.riskwatch.quant.risk.backtest.LikelihoodRatio;
import io.riskwatch.quant.risk.backtest.TrafficLight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VarBacktestOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("var_backtest");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void backtestsMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "VBT-01" -> Map.of("region", regions(one.table("p_T")));
                    case "VBT-02" -> kupiec(one.table("rows"));
                    case "VBT-03" -> christoffersen(one);
                    case "VBT-05" -> trafficLight(one);
                    case "VBT-06" -> {
                        double[] r = one.array("returns");
                        double[] var = one.array("var");
                        double[] es = one.array("es");
                        yield Map.of(
                                "z1", AcerbiSzekely.z1(r, var, es),
                                "z2", AcerbiSzekely.z2(r, var, es, one.number("alpha")));
                    }
                    case "VBT-07" -> critical(one);
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    private static List<int[]> regions(double[][] tailAndLength) {
        List<int[]> regions = new ArrayList<>();
        for (double[] cell : tailAndLength) {
            Accepted accepted = Coverage.accepted((int) cell[1], cell[0], 0.05);
            regions.add(new int[] {accepted.least() - 1, accepted.most() + 1});
        }
        return regions;
    }

    private static Map<String, ?> kupiec(double[][] rows) {
        List<LikelihoodRatio> tests = Arrays.stream(rows)
                .map(row -> Coverage.unconditional((int) row[0], (int) row[1], row[2]))
                .toList();
        return Map.of(
                "lr",
                tests.stream().map(LikelihoodRatio::statistic).toList(),
                "p",
                tests.stream().map(LikelihoodRatio::probability).toList());
    }

    private static Map<String, ?> christoffersen(OracleCase one) {
        double[] n = one.array("counts");
        LikelihoodRatio unconditional = Coverage.unconditional(one.integer("T"), one.integer("n"), one.number("p"));
        LikelihoodRatio independence =
                Coverage.independence(new Transitions((int) n[0], (int) n[1], (int) n[2], (int) n[3]));
        return Map.of(
                "lr_uc", unconditional.statistic(),
                "lr_ind", independence.statistic(),
                "lr_cc", Coverage.conditional(unconditional, independence).statistic());
    }

    private static Map<String, ?> trafficLight(OracleCase one) {
        List<TrafficLight> lights = IntStream.rangeClosed(0, 10)
                .mapToObj(x -> TrafficLight.of(one.integer("n"), x, one.number("p")))
                .toList();
        assertThat(lights.stream().map(TrafficLight::plusFactor1996).toList())
                .isEqualTo(Arrays.stream(one.array("plus_factor")).boxed().toList());
        return Map.of(
                "cumulative_pct",
                lights.stream()
                        .map(light -> 100 * light.cumulativeProbability())
                        .toList(),
                "zone",
                lights.stream()
                        .map(light -> light.zone().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static Map<String, ?> critical(OracleCase one) {
        Map<String, Double> values = new HashMap<>();
        for (double nu : one.array("dof")) {
            String name = "dof_" + (nu < 1e6 ? Integer.toString((int) nu) : "1e+09");
            values.put(
                    name,
                    AcerbiSzekely.criticalZ2(
                            one.integer("T"),
                            one.number("alpha"),
                            nu,
                            0.05,
                            one.integer("paths"),
                            one.integer("seed")));
        }
        return values;
    }
}
