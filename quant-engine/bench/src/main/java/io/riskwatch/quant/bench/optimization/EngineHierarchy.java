package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.optimization.HierarchicalRiskParity;
import java.util.Locale;

/** Hierarchical risk parity of 500 assets by the engine, on a sample covariance. */
public final class EngineHierarchy implements Contender {
    private static final int ASSETS = 500;
    private static final int REPETITIONS = 20;

    private final double[][] covariance = new Draws(2).sample(2 * ASSETS, ASSETS);

    @Override
    public double scale() {
        return 1.0 / REPETITIONS;
    }

    @Override
    public int warmUps() {
        return 40;
    }

    @Override
    public String run(Stopwatch watch) {
        double[] weights = new double[0];
        for (int k = 0; k < REPETITIONS; k++) {
            weights = HierarchicalRiskParity.of(covariance).weights();
        }
        double checksum = 0;
        for (int i = 0; i < ASSETS; i++) {
            checksum += (i + 1) * weights[i];
        }
        return String.format(Locale.ROOT, "w0 %.12f sum-of-i-w_i %.10f", weights[0], checksum);
    }
}
