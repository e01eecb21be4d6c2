package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels of simulated paths against the plain definition, and twin against twin. */
class PathKernelsTest {
    private static float[] randoms(long seed, int length, double size) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (size * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    @Test
    void bothTwinsWalkTheSamePaths() {
        float[] z = randoms(1, 5 * 64 + 3, 1);
        float[] ends = randoms(2, 128, 1);
        float[] lows = randoms(3, 128, 0.1);
        float[] otherEnds = ends.clone();
        float[] otherLows = lows.clone();
        ScalarPaths.walk(z, 3, 5, ends, lows, 64);
        VectorPaths.walk(z, 3, 5, otherEnds, otherLows, 64);
        assertThat(otherEnds).isEqualTo(ends);
        assertThat(otherLows).isEqualTo(lows);
    }

    @Test
    void bothTwinsHaveTheSameExponentialsWithinTheStatedError() {
        float[] values = randoms(4, 999, 95);
        float[] scalar = values.clone();
        float[] vector = values.clone();
        ScalarPaths.exponentials(scalar, 1, 990, 2);
        VectorPaths.exponentials(vector, 1, 990, 2);
        assertThat(vector).isEqualTo(scalar);
        assertThat(scalar[0]).isEqualTo(values[0]);
        assertThat(scalar[991]).isEqualTo(values[991]);
        for (int i = 1; i < 991; i++) {
            double exact = 2 * Math.exp(Math.clamp(values[i], -87, 88));
            assertThat((double) scalar[i]).isCloseTo(exact, within(3e-7 * exact));
        }
    }

    @ParameterizedTest
    @EnumSource(Balance.class)
    void aWalkIsTheSumOfItsStepsAndItsLowestValue(Balance balance) {
        int paths = 128;
        int steps = 31; // more than one piece
        float[] ends = new float[paths];
        float[] lows = new float[paths];
        RandomStream stream = new RandomStream();
        stream.begin(9, 3);
        new BrownianPaths(balance).walk(stream, steps, 0.01f, 0.2f, ends, lows, 0, paths);

        double[][] z = new double[steps][paths];
        stream.begin(9, 3);
        if (balance == Balance.NONE) {
            float[] tile = new float[steps * 64];
            for (int t = 0; t < paths; t += 64) {
                stream.normals(tile, tile.length, 0, 1);
                for (int i = 0; i < tile.length; i++) {
                    z[i / 64][t + i % 64] = tile[i];
                }
            }
        } else {
            float[] row = new float[paths];
            for (double[] step : z) {
                balance.fill(stream, row, paths);
                Arrays.setAll(step, i -> row[i]);
            }
        }
        for (int path = 0; path < paths; path++) {
            double sum = 0;
            double low = 0;
            for (int step = 0; step < steps; step++) {
                sum += 0.01 + 0.2 * z[step][path];
                low = Math.min(low, sum);
            }
            assertThat((double) ends[path]).isCloseTo(sum, within(2e-6));
            assertThat((double) lows[path]).isCloseTo(low, within(2e-6));
        }
    }

    @Test
    void pathsComeInWholeTiles() {
        BrownianPaths walker = new BrownianPaths(Balance.NONE);
        assertThatThrownBy(() -> walker.walk(new RandomStream(), 1, 0, 1, new float[99], new float[99], 0, 65))
                .hasMessageContaining("multiple of 64, was 65");
    }

    @Test
    void bothTwinsGrowTheSameHoldings() {
        int padded = 8;
        float[] z = randoms(5, padded * 64, 3);
        float[] lower = randoms(6, padded * padded, 0.02);
        float[] means = randoms(7, padded, 0.01);
        float[] scalarLogs = new float[padded * 64];
        float[] vectorLogs = new float[padded * 64];
        ScalarGrowth.logReturns(z, lower, means, padded, scalarLogs);
        VectorGrowth.logReturns(z, lower, means, padded, vectorLogs);
        assertThat(vectorLogs).isEqualTo(scalarLogs);
        float[] narrowLogs = new float[padded * 64];
        VectorGrowth.narrowLogReturns(z, lower, means, padded, narrowLogs);
        assertThat(narrowLogs).isEqualTo(scalarLogs);
        for (boolean near : new boolean[] {true, false}) {
            float[] scalar = randoms(8, padded * 64, 1);
            float[] vector = scalar.clone();
            float[] scalarValues = new float[70];
            float[] vectorValues = new float[70];
            ScalarGrowth.grow(scalarLogs.clone(), padded, near, scalar, scalarValues, 5);
            VectorGrowth.grow(vectorLogs.clone(), padded, near, vector, vectorValues, 5);
            assertThat(vector).isEqualTo(scalar);
            assertThat(vectorValues).isEqualTo(scalarValues);
        }
    }

    /** Daily and yearly steps: the short exponential and the full one; plain and mirrored normals. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0 / 252, 1})
    void correlatedHoldingsGrowAsDefined(double years) {
        double[][] root = {{0.2, 0, 0}, {0.1, 0.15, 0}, {-0.05, 0.02, 0.3}};
        double[] means = {0.02 * years, 0.01 * years, -0.03 * years};
        double[] start = {0.5, 0.8, -0.3};
        for (double[] row : root) {
            Arrays.setAll(row, k -> row[k] * Math.sqrt(years));
        }
        CorrelatedGrowth growth = new CorrelatedGrowth(root, means, start);
        assertThat(growth.near()).isEqualTo(years < 1);
        for (boolean mirrored : new boolean[] {false, true}) {
            RandomStream stream = new RandomStream();
            stream.begin(1, 2);
            growth.begin();
            float[] values = new float[64];
            double[][] holdings = new double[64][];
            Arrays.setAll(holdings, path -> start.clone());
            RandomStream same = new RandomStream();
            same.begin(1, 2);
            for (int step = 0; step < 5; step++) {
                growth.step(stream, mirrored, values, 0);
                float[] z = new float[3 * (mirrored ? 32 : 64)];
                same.normals(z, z.length, 0, 1);
                for (int path = 0; path < 64; path++) {
                    double value = 0;
                    for (int i = 0; i < 3; i++) {
                        double log = means[i];
                        for (int k = 0; k <= i; k++) {
                            log += root[i][k] * normal(z, k, path, mirrored);
                        }
                        holdings[path][i] *= Math.exp(log);
                        value += holdings[path][i];
                    }
                    assertThat((double) values[path]).isCloseTo(value, within(2e-6 * (1 + Math.abs(value))));
                }
            }
        }
    }

    private static double normal(float[] z, int k, int path, boolean mirrored) {
        if (!mirrored) {
            return z[k * 64 + path];
        }
        return path < 32 ? z[k * 32 + path] : -z[k * 32 + path - 32];
    }
}
