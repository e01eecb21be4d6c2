package io.riskwatch.quant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static final int ORDER = 70; // more than two blocks, and not a whole number of them

    @Test
    void aSymmetricMatrixIsItsOwnAnswer() {
        double[][] matrix = symmetric();

        assertThat(Arguments.symmetric("covariance", matrix)).isSameAs(matrix);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "33, 0", "40, 31", "69, 0", "69, 68", "64, 63"})
    void anEntryThatDiffersFromItsMirrorImageIsNamed(int row, int column) {
        double[][] matrix = symmetric();
        matrix[row][column] += 1e-6;

        assertThatThrownBy(() -> Arguments.symmetric("covariance", matrix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("covariance must be symmetric, but [%d][%d] = %s and [%d][%d] = %s"
                        .formatted(row, column, matrix[row][column], column, row, matrix[column][row]));
    }

    @Test
    void aDifferenceOfRoundingIsNone() {
        double[][] matrix = symmetric();
        matrix[69][3] += 1e-12;

        assertThat(Arguments.symmetric("covariance", matrix)).isSameAs(matrix);
    }

    @Test
    void whatIsNotFiniteIsNamedEvenWhereItIsMirrored() {
        double[][] matrix = symmetric();
        matrix[50][20] = Double.NaN;
        matrix[20][50] = Double.NaN;

        assertThatThrownBy(() -> Arguments.symmetric("covariance", matrix))
                .hasMessage("covariance[20][50] must be finite, was NaN");
    }

    private static double[][] symmetric() {
        Random random = new Random(7);
        double[][] matrix = new double[ORDER][ORDER];
        for (int i = 0; i < ORDER; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextDouble();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
