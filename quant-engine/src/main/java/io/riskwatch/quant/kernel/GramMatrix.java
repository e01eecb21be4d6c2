package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * Products of a matrix with its own transpose, of which only half is computed.
 *
 * <p>Each entry is one chain of fused multiply-adds in the order of the observations, as in {@link ProductTile}: error at most
 * (T / 2) ulp of the sum of the magnitudes, the same bytes for every width of vector. Cost T n^2 / 32 cycles at best on 512-bit
 * vectors.
 */
public final class GramMatrix {
    /** Observations that are packed at once. */
    private static final int SLICE = 512;

    /** Observations after which two panels of columns and their sums fill the first-level cache. */
    private static final int DEPTH = 84;

    private GramMatrix() {}

    /**
     * g[i][j] = sum over t of s_t^2 (x[t][i] - m_i) (x[t][j] - m_j), the full symmetric matrix.
     *
     * @param rows x, {@code double[T][n]}, rectangular
     * @param means m, one per column
     * @param scales s, one per row: square roots of the rows' weights
     */
    public static double[][] ofColumns(double[][] rows, double[] means, double[] scales) {
        int n = means.length;
        double[][] gram = lower(rows, n, (t, row, into) -> {
            double scale = scales[t];
            for (int i = 0; i < n; i++) {
                into[i] = scale * (row[i] - means[i]);
            }
        });
        mirror(gram);
        return gram;
    }

    /**
     * g[i][j] = sum over t of (x[t][i] - m_t) (x[t][j] - m_t) with m_t the mean of row t, for j <= i; the rest is 0.
     *
     * @param rows x, {@code double[T][n]}, rectangular
     */
    public static double[][] lowerLessRowMeans(double[][] rows) {
        int n = rows[0].length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return lower(rows, n, (t, row, into) -> {
            double mean = DenseVector.dot(row, ones, n) / n;
            for (int i = 0; i < n; i++) {
                into[i] = row[i] - mean;
            }
        });
    }

    /** Panel times panel of columns, each packed once; the sums of a pair are written when a slice of observations has passed. */
    private static double[][] lower(double[][] rows, int n, ProductTile.RowShift shift) {
        double[][] gram = new double[n][n];
        int width = ProductTile.COLUMNS;
        double[] block = new double[width * width];
        double[] packed = new double[0];
        for (int from = 0; from < rows.length; from += SLICE) {
            int depth = Math.min(SLICE, rows.length - from);
            packed = ProductTile.packColumns(rows, from, depth, shift, packed);
            for (int column = 0; column < n; column += width) {
                for (int row = column; row < n; row += width) {
                    read(gram, row, column, from == 0 ? 0 : n, block);
                    addPair(packed, row * depth, column * depth, depth, Math.min(width, n - row), block);
                    write(block, row, column, n, gram);
                }
            }
        }
        return gram;
    }

    /** In steps of a depth at which both panels stay in the first-level cache. */
    private static void addPair(double[] packed, int left, int right, int depth, int rows, double[] block) {
        int width = ProductTile.COLUMNS;
        for (int k = 0; k < depth; k += DEPTH) {
            int steps = Math.min(DEPTH, depth - k);
            for (int i = 0; i < rows; i += ProductTile.ROWS) {
                ProductTile.accumulate(
                        packed, left + k * width + i, width, packed, right + k * width, steps, block, i * width);
            }
        }
    }

    /** Rows up to {@code end} of a square of the lower half, zeros elsewhere. */
    private static void read(double[][] gram, int row, int column, int end, double[] block) {
        int width = ProductTile.COLUMNS;
        Arrays.fill(block, 0);
        for (int i = 0; i < Math.min(width, end - row); i++) {
            System.arraycopy(gram[row + i], column, block, i * width, Math.min(width, row + i + 1 - column));
        }
    }

    private static void write(double[] block, int row, int column, int end, double[][] gram) {
        int width = ProductTile.COLUMNS;
        for (int i = 0; i < Math.min(width, end - row); i++) {
            System.arraycopy(block, i * width, gram[row + i], column, Math.min(width, row + i + 1 - column));
        }
    }

    /**
     * matrix[i][j] -= sum over k in [column, column + depth) of matrix[i][k] matrix[j][k], for i in [from, n) and j in [from, i]:
     * what a block of finished columns of a Cholesky factor takes from the rest.
     */
    static void subtractRows(double[][] matrix, int from, int column, int depth) {
        int n = matrix.length;
        double[] none = new double[0];
        double[] left = ProductTile.packRows(matrix, from, n, column, depth, ProductTile.ROWS, -1, none);
        double[] right = ProductTile.packRows(matrix, from, n, column, depth, ProductTile.COLUMNS, 1, none);
        addLower(left, right, depth, matrix, from, from, n - from);
    }

    /** Rows [from, n), columns [column, column + order), times the transpose of a square matrix of that order. */
    static void multiplyRows(double[][] matrix, int from, int column, double[][] factor) {
        int n = matrix.length;
        int order = factor.length;
        double[] none = new double[0];
        double[] left = ProductTile.packRows(matrix, from, n, column, order, ProductTile.ROWS, 1, none);
        double[] right = ProductTile.packRows(factor, 0, order, 0, order, ProductTile.COLUMNS, 1, none);
        double[] tile = new double[ProductTile.ROWS * ProductTile.COLUMNS];
        for (int panel = 0; panel < order; panel += ProductTile.COLUMNS) {
            int width = Math.min(ProductTile.COLUMNS, order - panel);
            for (int row = 0; row < n - from; row += ProductTile.ROWS) {
                Arrays.fill(tile, 0);
                ProductTile.accumulate(left, row * order, right, panel * order, order, tile);
                for (int i = 0; i < Math.min(ProductTile.ROWS, n - from - row); i++) {
                    System.arraycopy(tile, i * ProductTile.COLUMNS, matrix[from + row + i], column + panel, width);
                }
            }
        }
    }

    private static void addLower(
            double[] left, double[] right, int depth, double[][] into, int rowAt, int columnAt, int n) {
        double[] tile = new double[ProductTile.ROWS * ProductTile.COLUMNS];
        for (int column = 0; column < n; column += ProductTile.COLUMNS) {
            int first = column / ProductTile.ROWS * ProductTile.ROWS;
            for (int row = first; row < n; row += ProductTile.ROWS) {
                int rows = Math.min(ProductTile.ROWS, n - row);
                Arrays.fill(tile, 0);
                for (int i = 0; i < rows; i++) {
                    int width = Math.min(ProductTile.COLUMNS, row + i + 1 - column);
                    if (width > 0) {
                        System.arraycopy(
                                into[rowAt + row + i], columnAt + column, tile, i * ProductTile.COLUMNS, width);
                    }
                }
                ProductTile.accumulate(left, row * depth, right, column * depth, depth, tile);
                for (int i = 0; i < rows; i++) {
                    int width = Math.min(ProductTile.COLUMNS, row + i + 1 - column);
                    if (width > 0) {
                        System.arraycopy(
                                tile, i * ProductTile.COLUMNS, into[rowAt + row + i], columnAt + column, width);
                    }
                }
            }
        }
    }

    /** Copies the lower half of a square matrix to the upper, block by block so that both stay in the cache. */
    public static void mirror(double[][] matrix) {
        int n = matrix.length;
        int block = 32;
        for (int a = 0; a < n; a += block) {
            for (int b = 0; b <= a; b += block) {
                for (int i = a; i < Math.min(n, a + block); i++) {
                    for (int j = b; j < Math.min(i, b + block); j++) {
                        matrix[j][i] = matrix[i][j];
                    }
                }
            }
        }
    }
}
