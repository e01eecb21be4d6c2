package io.riskwatch.quant.kernel;

/**
 * The lower factor of S = L L', block by block: a block on the diagonal is factored and inverted by hand; the columns below it, and
 * what they take from the rest, are matrix products.
 *
 * <p>L L' differs from S by about n ulp of the largest entry. Cost n^3 / 6 multiply-adds in the product's kernel. The same
 * bytes for every width of vector.
 */
public final class CholeskyFactor {
    private static final int BLOCK = 48;

    private CholeskyFactor() {}

    /**
     * Overwrites the lower triangle with the factor; what stands above the diagonal is neither read nor written, and rows may end
     * there.
     *
     * @param least a pivot that is not greater than this ends the work
     * @return the number of columns finished: the order of the matrix when it is positive definite
     */
    public static int inPlace(double[][] matrix, double least) {
        int n = matrix.length;
        for (int first = 0; first < n; first += BLOCK) {
            int width = Math.min(BLOCK, n - first);
            int done = diagonalBlock(matrix, first, width, least);
            if (done < width) {
                return first + done;
            }
            if (first + width < n) {
                GramMatrix.multiplyRows(matrix, first + width, first, inverse(matrix, first, width));
                GramMatrix.subtractRows(matrix, first + width, first, width);
            }
        }
        return n;
    }

    private static int diagonalBlock(double[][] matrix, int first, int width, double least) {
        for (int i = 0; i < width; i++) {
            double[] row = matrix[first + i];
            for (int j = 0; j <= i; j++) {
                double[] other = matrix[first + j];
                double sum = row[first + j];
                for (int k = first; k < first + j; k++) {
                    sum -= row[k] * other[k];
                }
                if (j < i) {
                    row[first + j] = sum / other[first + j];
                } else if (sum > least) {
                    row[first + i] = Math.sqrt(sum);
                } else {
                    return i;
                }
            }
        }
        return width;
    }

    /** Of the factored block: lower triangular, zeros above. */
    private static double[][] inverse(double[][] matrix, int first, int width) {
        double[][] inverse = new double[width][width];
        for (int i = 0; i < width; i++) {
            double[] row = matrix[first + i];
            double[] own = inverse[i];
            for (int k = 0; k < i; k++) {
                DenseVector.addScaled(-row[first + k], inverse[k], own, k + 1);
            }
            for (int j = 0; j < i; j++) {
                own[j] /= row[first + i];
            }
            own[i] = 1 / row[first + i];
        }
        return inverse;
    }
}
