package io.riskwatch.quant.optimization;

import java.util.ArrayList;
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

    void remove(int index) {
        List<double[]> again = new ArrayList<>(columns.subList(index + 1, columns.size()));
        columns.subList(index, columns.size()).clear();
        basis.subList(index, basis.size()).clear();
        triangle.subList(index, triangle.size()).clear();
        again.forEach(this::add);
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
