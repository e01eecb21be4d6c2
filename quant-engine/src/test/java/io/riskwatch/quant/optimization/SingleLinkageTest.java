package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleLinkageTest {
    /** Reference: {@code leaves_list(linkage(squareform(d), "single"))} of scipy 1.10.1 on the same distances; few levels mean many ties. */
    @ParameterizedTest
    @CsvSource({
        "12, 1000, 1, 11 10 2 8 1 3 0 4 5 7 6 9",
        "30, 1000, 2, 22 18 19 16 7 2 27 0 5 4 26 12 9 14 8 13 15 1 11 25 10 24 29 23 20 28 6 21 3 17",
        "30, 5, 3, 29 28 27 26 25 24 23 22 21 20 19 18 17 11 16 15 4 14 13 12 10 8 9 3 5 1 2 7 0 6",
        "40, 3, 4, 39 38 37 36 35 34 33 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5"
                + " 1 2 4 0 3"
    })
    void theLeavesStandInScipysOrder(int n, int levels, long seed, String order) {
        int[] expected =
                Arrays.stream(order.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(SingleLinkage.leaves(distances(n, levels, seed))).isEqualTo(expected);
    }

    /** From a linear congruential generator that is exact in every language. */
    private static double[][] distances(int n, int levels, long seed) {
        double[][] distance = new double[n][n];
        long x = seed;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                x = (1103515245L * x + 12345) % 2147483648L;
                distance[i][j] = 1 + x / 65536 % levels;
                distance[j][i] = distance[i][j];
            }
        }
        return distance;
    }
}
