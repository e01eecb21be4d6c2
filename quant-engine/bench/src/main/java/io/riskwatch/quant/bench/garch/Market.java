package io.riskwatch.quant.bench.garch;

import io.riskwatch.quant.bench.SharedRandom;
import io.riskwatch.quant.risk.Garch;
import java.util.Locale;

/** The series of W6, the same in {@code w6_garch.py}: each of a GARCH(1,1) of its own, some nearly integrated. */
final class Market {
    static final int SERIES = 500;
    static final int DAYS = 2500;

    /** As many as the slowest peer fits; all answers tell of these. */
    static final int COMPARED = 20;

    private Market() {}

    /** {@code double[days][series]}. */
    static double[][] returns() {
        double[][] returns = new double[DAYS][SERIES];
        for (int s = 0; s < SERIES; s++) {
            double alpha = 0.03 + 0.12 * SharedRandom.uniform(61, s);
            double persistence = 0.9 + 0.098 * SharedRandom.uniform(62, s);
            double omega = 1e-4 * (1 - persistence);
            double variance = 1e-4;
            for (int t = 0; t < DAYS; t++) {
                double residual = Math.sqrt(variance) * SharedRandom.normal(63, (long) s * DAYS + t);
                returns[t][s] = 0.0003 + residual;
                variance = omega + alpha * residual * residual + (persistence - alpha) * variance;
            }
        }
        return returns;
    }

    static double[] column(double[][] returns, int series) {
        double[] column = new double[returns.length];
        for (int t = 0; t < column.length; t++) {
            column[t] = returns[t][series];
        }
        return column;
    }

    static String answer(double logLikelihood, Garch first) {
        return String.format(
                Locale.ROOT,
                "logLikelihoodOf%d %.4f firstAlpha %.4f firstBeta %.4f",
                COMPARED,
                logLikelihood,
                first.alpha(),
                first.beta());
    }
}
