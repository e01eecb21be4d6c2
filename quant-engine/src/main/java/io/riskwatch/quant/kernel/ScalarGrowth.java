package io.riskwatch.quant.kernel;

import static io.riskwatch.quant.kernel.Coefficients.*;

/** The scalar twin of {@link VectorGrowth}. */
final class ScalarGrowth {
    private static final int TILE = CorrelatedGrowth.TILE;
    private static final int ROWS = CorrelatedGrowth.ROWS;

    private ScalarGrowth() {}

    static void logReturns(float[] z, float[] lower, float[] means, int padded, float[] logs) {
        for (int asset = 0; asset < padded; asset++) {
            int group = asset / ROWS * ROWS;
            int factors = group * padded + asset % ROWS;
            for (int path = 0; path < TILE; path++) {
                float sum = means[asset];
                for (int k = 0; k < group + ROWS; k++) {
                    sum = Math.fma(lower[factors + k * ROWS], z[k * TILE + path], sum);
                }
                logs[asset * TILE + path] = sum;
            }
        }
    }

    static void grow(float[] logs, int padded, boolean near, float[] holdings, float[] values, int from) {
        for (int path = 0; path < TILE; path++) {
            float value = 0;
            for (int i = path; i < padded * TILE; i += TILE) {
                float growth = near ? nearOne(logs[i]) : ScalarPaths.exponential(logs[i]);
                holdings[i] = holdings[i] * growth;
                value += holdings[i];
            }
            values[from + path] = value;
        }
    }

    private static float nearOne(float r) {
        float p = Math.fma(NEAR_3, r, NEAR_2);
        p = Math.fma(p, r, NEAR_1);
        p = Math.fma(p, r, NEAR_0);
        return Math.fma(p, r * r, r) + 1f;
    }
}
