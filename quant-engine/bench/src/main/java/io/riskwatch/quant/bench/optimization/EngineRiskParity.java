package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.optimization.RiskBudgeting;
import java.util.Locale;

/** Equal risk contributions of 500 assets by the engine. */
public final class EngineRiskParity implements Contender {
    private static final int ASSETS = 500;
    private static final int REPETITIONS = 50;

    private final double[][] covariance = new Draws(1).factors(ASSETS, 1);

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
            weights = RiskBudgeting.equal(covariance);
        }
        return String.format(Locale.ROOT, "w0 %.9f contributions within %.1e", weights[0], spread(weights));
    }

    private double spread(double[] weights) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < ASSETS; i++) {
            double product = 0;
            for (int j = 0; j < ASSETS; j++) {
                product += covariance[i][j] * weights[j];
            }
            least = Math.min(least, weights[i] * product);
            most = Math.max(most, weights[i] * product);
        }
        return (most - least) / most;
    }
}
