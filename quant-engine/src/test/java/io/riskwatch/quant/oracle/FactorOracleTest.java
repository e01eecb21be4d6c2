package io.riskwatch.quant.oracle;

import io.riskwatch.quant.stat.Correlation;
import io.riskwatch.quant.stat.LinearRegression;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactorOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("factor");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void regressionsAndMomentsMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "FAC-01" -> {
                        LinearRegression fit = LinearRegression.of(one.array("y"), one.table("x"));
                        yield Map.of(
                                "coef", fit.coefficients(),
                                "se", fit.standardErrors(),
                                "residual_sd", fit.residualStandardDeviation(),
                                "r2", fit.rSquared(),
                                "f", fit.fStatistic());
                    }
                    case "FAC-04" -> french(one.input("data").asString());
                    case "FAC-05" -> {
                        Moments third = alternating(1000000.2);
                        Moments fourth = alternating(10000000.2);
                        yield Map.of(
                                "mean3", third.mean(),
                                "sd3", third.standardDeviation(),
                                "mean4", fourth.mean(),
                                "sd4", fourth.standardDeviation());
                    }
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    private static Map<String, ?> french(String file) {
        double[][] columns = Stream.of("Mkt-RF", "SMB", "HML", "RF")
                .map(name -> SharedData.column(file, name))
                .toArray(double[][]::new);
        Moments[] moments = Arrays.stream(columns).map(Moments::of).toArray(Moments[]::new);
        return Map.of(
                "mean",
                Arrays.stream(moments).mapToDouble(Moments::mean).toArray(),
                "sd",
                Arrays.stream(moments).mapToDouble(Moments::standardDeviation).toArray(),
                "sharpe_mkt",
                moments[0].mean() / moments[0].standardDeviation() * Math.sqrt(12),
                "corr",
                new double[] {
                    Correlation.pearson(columns[0], columns[1]),
                    Correlation.pearson(columns[0], columns[2]),
                    Correlation.pearson(columns[1], columns[2])
                });
    }

    /** NIST NumAcc3 and NumAcc4: the centre once, then 500 pairs 0.1 below and 0.1 above it. */
    private static Moments alternating(double centre) {
        double whole = Math.floor(centre);
        return Moments.of(DoubleStream.concat(
                        DoubleStream.of(centre),
                        DoubleStream.iterate(0, i -> i < 500, i -> i + 1)
                                .flatMap(i -> DoubleStream.of(whole + 0.1, whole + 0.3)))
                .toArray());
    }
}
