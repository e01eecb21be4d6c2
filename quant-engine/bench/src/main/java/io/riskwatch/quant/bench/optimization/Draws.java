package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.SharedRandom;
import io.riskwatch.quant.kernel.GramMatrix;
import java.util.Arrays;

/** The markets of W4, the same numbers as in {@code peers/w4_data.py}. */
final class Draws {
    private final long stream;

    Draws(long stream) {
        this.stream = stream;
    }

    private double uniform(long place) {
        return SharedRandom.uniform(stream, place);
    }

    /** Of mean 0 and variance 1: four uniforms added. */
    double bell(long place) {
        return (uniform(4 * place) + uniform(4 * place + 1) + uniform(4 * place + 2) + uniform(4 * place + 3) - 2)
                * Math.sqrt(3);
    }

    /** {@code double[observations][n]}: annual returns of 16 % with a market in common. */
    double[][] returns(int observations, int n) {
        double[][] rows = new double[observations][n];
        for (int t = 0; t < observations; t++) {
            long first = t * (n + 1L);
            double market = 0.5 * bell(first);
            for (int i = 0; i < n; i++) {
                rows[t][i] = 0.16 * (market + bell(first + 1 + i));
            }
        }
        return rows;
    }

    /** The second moments of {@link #returns}. */
    double[][] sample(int observations, int n) {
        double[] scales = new double[observations];
        Arrays.fill(scales, 1 / Math.sqrt(observations));
        return GramMatrix.ofColumns(returns(observations, n), new double[n], scales);
    }

    /** A covariance of three factors and own risk between 8 and 40 %, times {@code own}. */
    double[][] factors(int n, double own) {
        double[][] loadings = new double[3][n];
        for (int f = 0; f < 3; f++) {
            for (int i = 0; i < n; i++) {
                double draw = bell((long) f * n + i);
                loadings[f][i] = 0.1 * (f == 0 ? 1 + 0.3 * draw : 0.5 * draw);
            }
        }
        double[][] s = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (double[] factor : loadings) {
                    s[i][j] += factor[i] * factor[j];
                }
            }
            double deviation = own * (0.08 + 0.32 * uniform(20L * n + i));
            s[i][i] += deviation * deviation;
        }
        return s;
    }

    /** Expected returns times a small lambda. */
    double[] slight(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> 0.0025 * bell(1_000_000_000L + i));
        return values;
    }
}
