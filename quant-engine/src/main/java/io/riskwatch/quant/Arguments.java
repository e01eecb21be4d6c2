package io.riskwatch.quant;

import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.Symmetry;

/**
 * Checks at the engine's door. Each refuses with an {@link IllegalArgumentException} that names the parameter, the rule
 * and the offending value, so that a service may show the message to the person who sent it.
 */
public final class Arguments {
    /** Order of a square block of a matrix that stays in the first-level cache with its mirror image. */
    private static final int BLOCK = 32;

    /** How far apart mirrored entries may lie, of the largest. */
    private static final double ASYMMETRY = 1e-10;

    private Arguments() {}

    /** Refuses NaN and infinities. Returns the value. */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    /** Refuses NaN; infinities pass. Returns the value. */
    public static double number(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " must be a number, was NaN");
        }
        return value;
    }

    /** Refuses a position outside 0 to {@code count} - 1. Returns the position. */
    public static int position(String name, int position, int count) {
        if (position < 0 || position >= count) {
            throw new IllegalArgumentException(
                    name + " must be a position from 0 to " + (count - 1) + ", was " + position);
        }
        return position;
    }

    /** Refuses what is not finite and greater than zero. Returns the value. */
    public static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and greater than 0, was " + value);
        }
        return value;
    }

    /** Refuses what is not finite and at least zero. Returns the value. */
    public static double notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, was " + value);
        }
        return value;
    }

    /** Refuses integers below {@code least}. Returns the value. */
    public static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
        return value;
    }

    /** Refuses what does not lie strictly between the bounds. Returns the value. */
    public static double between(String name, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(
                    name + " must lie in (" + plain(low) + ", " + plain(high) + "), was " + value);
        }
        return value;
    }

    /** Refuses what does not lie in the closed interval. Returns the value. */
    public static double within(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    name + " must lie in [" + plain(low) + ", " + plain(high) + "], was " + value);
        }
        return value;
    }

    /** A confidence level such as 0.95: the share of outcomes better than the value at risk, in (0, 1). */
    public static double confidence(double confidence) {
        return between("confidence", confidence, 0, 1);
    }

    /**
     * The share of outcomes beyond a confidence level, 1 - confidence, as it is written in decimals: 0.05 for 0.95, where binary
     * subtraction gives 0.050000000000000044 and would put a whole position of an ordered sample on the wrong side of itself.
     */
    public static double tail(double confidence) {
        double tail = 1 - confidence(confidence);
        double decimal = Math.rint(tail * 1e15) / 1e15;
        return decimal > 0 && Math.abs(decimal - tail) <= 0x1.0p-53 ? decimal : tail;
    }

    /** Refuses a series shorter than {@code least} or with an entry that is not finite. Returns the same array. */
    public static double[] series(String name, double[] values, int least) {
        if (values.length < least) {
            throw new IllegalArgumentException(
                    name + " must have at least " + least + " observations, had " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + values[i]);
            }
        }
        return values;
    }

    /**
     * Refuses simple returns that lose more than everything ({@code < -1}), too short a series, and entries that are
     * not finite. Returns the same array.
     */
    public static double[] simpleReturns(String name, double[] returns, int least) {
        series(name, returns, least);
        for (int i = 0; i < returns.length; i++) {
            if (returns[i] < -1) {
                throw new IllegalArgumentException(name + "[" + i
                        + "] must not be below -1 (a simple return loses at most everything), was " + returns[i]);
            }
        }
        return returns;
    }

    /** Refuses series of different length. */
    public static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(first + " and " + second + " must have the same length, had "
                    + firstLength + " and " + secondLength);
        }
    }

    /**
     * Refuses a matrix with fewer than {@code leastRows} rows, without columns, ragged, or with an entry that is not
     * finite. Returns the same array.
     */
    public static double[][] matrix(String name, double[][] rows, int leastRows) {
        largestMagnitude(name, rows, leastRows);
        return rows;
    }

    private static double largestMagnitude(String name, double[][] rows, int leastRows) {
        if (rows.length < leastRows || rows.length == 0) {
            throw new IllegalArgumentException(
                    name + " must have at least " + Math.max(1, leastRows) + " rows, had " + rows.length);
        }
        int columns = rows[0].length;
        if (columns == 0) {
            throw new IllegalArgumentException(name + " must have at least 1 column");
        }
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(name + "[" + i + "] must have " + columns
                        + " entries like the first row, had " + rows[i].length);
            }
            largest = Math.max(largest, DenseVector.largestMagnitude(rows[i], columns));
            if (!Double.isFinite(largest)) {
                series(name + "[" + i + "]", rows[i], 1); // names the entry
            }
        }
        return largest;
    }

    /**
     * Refuses a matrix that is not square and symmetric (to 1e-10 of its largest entry) with a diagonal that is not
     * negative. Whether it is positive semi-definite is the caller's question. Returns the same array.
     */
    public static double[][] symmetric(String name, double[][] matrix) {
        if (!square(matrix) || !Symmetry.evident(matrix, ASYMMETRY)) {
            requireSymmetric(name, matrix);
        }
        for (int i = 0; i < matrix.length; i++) {
            if (!(matrix[i][i] >= 0)) {
                notNegative(name + "[" + i + "][" + i + "]", matrix[i][i]);
            }
        }
        return matrix;
    }

    private static boolean square(double[][] matrix) {
        boolean square = matrix.length > 0;
        for (double[] row : matrix) {
            square &= row.length == matrix.length;
        }
        return square;
    }

    private static void requireSymmetric(String name, double[][] matrix) {
        double largest = largestMagnitude(name, matrix, 1);
        int n = matrix.length;
        if (matrix[0].length != n) {
            throw new IllegalArgumentException(name + " must be square, was " + n + " x " + matrix[0].length);
        }
        double[] upper = new double[BLOCK * BLOCK];
        for (int a = 0; a < n; a += BLOCK) {
            for (int b = 0; b <= a; b += BLOCK) {
                for (int j = b; j < Math.min(n, b + BLOCK); j++) {
                    System.arraycopy(matrix[j], a, upper, (j - b) * BLOCK, Math.min(n - a, BLOCK));
                }
                requireMirrored(name, matrix, a, b, upper, ASYMMETRY * largest);
            }
        }
    }

    /** Compares the block whose first entry is [a][b] with the mirrored one, which lies at hand in one array. */
    private static void requireMirrored(String name, double[][] matrix, int a, int b, double[] upper, double allowed) {
        for (int i = a; i < Math.min(matrix.length, a + BLOCK); i++) {
            double[] row = matrix[i];
            int columns = Math.min(BLOCK, i - b);
            for (int j = 0; j < columns; j++) {
                double mirrored = upper[j * BLOCK + i - a];
                if (Math.abs(row[b + j] - mirrored) > allowed) {
                    throw new IllegalArgumentException(name + " must be symmetric, but [" + i + "][" + (b + j) + "] = "
                            + row[b + j] + " and [" + (b + j) + "][" + i + "] = " + mirrored);
                }
            }
        }
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
