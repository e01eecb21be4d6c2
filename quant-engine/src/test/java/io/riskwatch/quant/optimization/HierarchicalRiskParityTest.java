package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HierarchicalRiskParityTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 7, 60, 200})
    void squaredDistancesBetweenColumnsAreThoseOfTheDefinition(int n) {
        Random random = new Random(n);
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distance[i][j] = random.nextDouble();
                distance[j][i] = distance[i][j];
            }
        }
        // two that are the same, and two that almost are
        for (int k = 0; k < n; k++) {
            set(distance, 1, k, k == 1 ? 0 : distance[0][k]);
            if (n > 3) {
                set(distance, 3, k, k == 3 ? 0 : distance[2][k] * (1 + 1e-9));
            }
        }
        double[][] squares = HierarchicalRiskParity.squaresBetweenColumns(distance);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double square = 0;
                for (int k = 0; k < n; k++) {
                    square += (distance[i][k] - distance[j][k]) * (distance[i][k] - distance[j][k]);
                }
                assertThat(squares[i][j]).isCloseTo(square, within(2e-12 * square));
                assertThat(squares[i][j]).isEqualTo(squares[j][i]);
            }
        }
    }

    private static void set(double[][] matrix, int i, int j, double value) {
        matrix[i][j] = value;
        matrix[j][i] = value;
    }
}
