package io.riskwatch.quant.kernel;

/** Sums over whole arrays, on as many lanes as the machine has. */
public final class DenseVector {
    private DenseVector() {}

    /**
     * a'b over the first entries. Summed in several partial sums, as many as the width wants: across widths the results agree within
     * (n / 2) ulp of the sum of |a b|.
     */
    public static double dot(double[] a, double[] b, int length) {
        return Lanes.vectorised() ? VectorReductions.dot(a, b, length) : scalarDot(a, b, length);
    }

    static double scalarDot(double[] a, double[] b, int length) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i < length - 1; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return i < length ? even + odd + a[i] * b[i] : even + odd;
    }

    /**
     * a'row for some rows of a matrix, four at a time so that a is read once for all of them; each as accurate as {@link #dot}, and the
     * same bytes whatever stands beside it.
     *
     * @param which the rows, as many as {@code count}; room for up to three more, which are overwritten
     * @param into takes the results from {@code at} on; room for up to three more, as well
     */
    public static void dots(double[] a, double[][] rows, int[] which, int count, double[] into, int at) {
        for (int k = count; k % 4 != 0; k++) {
            which[k] = which[count - 1];
        }
        for (int k = 0; k < count; k += 4) {
            if (Lanes.vectorised()) {
                VectorReductions.dots(a, rows, which, k, into, at + k);
            } else {
                for (int j = k; j < k + 4; j++) {
                    into[at + j] = scalarDot(a, rows[which[j]], a.length);
                }
            }
        }
    }

    /** The sum of (a - b)^2; across widths as {@link #dot}. */
    public static double squaredDistance(double[] a, double[] b, int length) {
        return Lanes.vectorised() ? VectorReductions.squaredDistance(a, b, length) : scalarDistance(a, b, length);
    }

    static double scalarDistance(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** The largest magnitude of the first entries; 0 of none, and NaN or infinite as soon as one of them is. */
    public static double largestMagnitude(double[] values, int length) {
        return Lanes.vectorised()
                ? VectorReductions.largestMagnitude(values, length)
                : scalarLargest(values, 0, length);
    }

    /** The largest magnitude of a_i b_i over the first entries; the same for every width. */
    public static double largestProduct(double[] a, double[] b, int length) {
        return Lanes.vectorised()
                ? VectorReductions.largestProduct(a, b, length)
                : scalarLargestProduct(a, b, 0, length);
    }

    static double scalarLargestProduct(double[] a, double[] b, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(a[i] * b[i]));
        }
        return largest;
    }

    static double scalarLargest(double[] values, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    /** y += factor x over the first entries; the same bytes for every width. */
    public static void addScaled(double factor, double[] x, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] += factor * x[i];
        }
    }
}
