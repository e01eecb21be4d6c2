package io.riskwatch.quant.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Active normals in the metric of the objective, W = L^-1 N, kept as a thin QR factorisation with reorthogonalisation. */
final class ActiveSet {
    private final List<double[]> columns = new ArrayList<>();
    private final List<double[]> basis = new ArrayList<>();
    private final List<double[]> triangle = new ArrayList<>();

    int size() {
        return columns.size();
    }

    void add(double[] column) {
        double[] r = new double[columns.size() + 1];
        double[] rest = orthogonalised(column, r);
        double norm = Math.sqrt(dot(rest, rest));
        r[columns.size()] = norm;
        for (int i = 0; i < rest.length; i++) {
            rest[i] /= norm;
        }
        columns.add(column);
        basis.add(rest);
        triangle.add(r);
    }

    /** Givens rotations bring the columns after it back to a triangle: O(n) for each pair of the columns that follow. */
    void remove(int index) {
        columns.remove(index);
        triangle.remove(index);
        for (int k = index; k < columns.size(); k++) {
            double upper = triangle.get(k)[k];
            double lower = triangle.get(k)[k + 1];
            double length = Math.hypot(upper, lower);
            rotate(k, upper / length, lower / length);
            triangle.set(k, Arrays.copyOf(triangle.get(k), k + 1));
        }
        basis.removeLast();
    }

    private void rotate(int k, double cosine, double sine) {
        for (double[] r : triangle.subList(k, triangle.size())) {
            double upper = r[k];
            r[k] = cosine * upper + sine * r[k + 1];
            r[k + 1] = cosine * r[k + 1] - sine * upper;
        }
        double[] first = basis.get(k);
        double[] second = basis.get(k + 1);
        for (int i = 0; i < first.length; i++) {
            double upper = first[i];
            first[i] = cosine * upper + sine * second[i];
            second[i] = cosine * second[i] - sine * upper;
        }
    }

    /** The part of v orthogonal to all columns; r receives the coordinates in the basis. */
    double[] orthogonalised(double[] v, double[] r) {
        double[] rest = v.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < basis.size(); k++) {
                double share = dot(basis.get(k), rest);
                r[k] += share;
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= share * basis.get(k)[i];
                }
            }
        }
        return rest;
    }

    /** Solves R x = coordinates. */
    double[] back(double[] coordinates) {
        int q = columns.size();
        double[] x = new double[q];
        for (int k = q - 1; k >= 0; k--) {
            double sum = coordinates[k];
            for (int m = k + 1; m < q; m++) {
                sum -= triangle.get(m)[k] * x[m];
            }
            x[k] = sum / triangle.get(k)[k];
        }
        return x;
    }

    /** Solves R'x = values. */
    double[] forward(double[] values) {
        int q = columns.size();
        double[] x = new double[q];
        for (int k = 0; k < q; k++) {
            double sum = values[k];
            for (int m = 0; m < k; m++) {
                sum -= triangle.get(k)[m] * x[m];
            }
            x[k] = sum / triangle.get(k)[k];
        }
        return x;
    }

    double[] column(int k) {
        return columns.get(k);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
