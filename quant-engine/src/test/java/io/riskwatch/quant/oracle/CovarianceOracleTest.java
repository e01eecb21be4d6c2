package io.riskwatch.quant.oracle;

import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.MatrixRepair;
import io.riskwatch.quant.stat.Shrinkage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CovarianceOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("covariance");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void matricesMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "COV-01" ->
                        Map.of(
                                "a", MatrixRepair.nearestCorrelation(one.table("a")),
                                "b", MatrixRepair.nearestCorrelation(one.table("b")));
                    case "COV-04" -> Map.of("corr", Covariance.toCorrelation(Covariance.sample(one.table("x")))[0][1]);
                    case "COV-06" -> {
                        Shrinkage shrinkage = Shrinkage.ledoitWolf(one.table("x"));
                        yield Map.of("shrinkage", shrinkage.intensity(), "cov", shrinkage.covariance());
                    }
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }
}
