package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.optimization.QuadraticInstance.Kind;
import io.riskwatch.quant.optimization.MeanVariance;
import java.util.Arrays;

/** The frontier's market: FACTOR's of the suite, with expected returns around 8 %. */
final class FrontierMarket {
    static final int ASSETS = 500;
    static final int POINTS = 50;

    private final QuadraticInstance instance = QuadraticInstance.of(Kind.FACTOR, ASSETS);
    private final double[] expectedReturns = expectedReturns();

    private static double[] expectedReturns() {
        Draws draws = new Draws(20);
        double[] values = new double[ASSETS];
        Arrays.setAll(values, i -> 0.08 + 0.04 * draws.bell(i));
        return values;
    }

    /** From the matrix as given, as a caller would. */
    MeanVariance problem() {
        return MeanVariance.of(instance.covariance(), instance.constraints());
    }

    double[] returns() {
        return expectedReturns;
    }
}
