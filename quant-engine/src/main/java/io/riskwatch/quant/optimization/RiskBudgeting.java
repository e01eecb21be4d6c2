package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.kernel.DenseVector;
import java.util.Arrays;
import java.util.Optional;

/**
 * Weights whose contributions to the volatility are in given proportions; all equal for the risk-parity (ERC) portfolio.
 *
 * <p>The long-only portfolio with w_i (Sw)_i / w'Sw = b_i is unique: w = x / sum(x) with x the minimum of 1/2 x'Sx - b'log x,
 * found by cyclic coordinate descent, n^2 multiply-adds per sweep and some ten sweeps, to contributions right within 1e-12 of
 * themselves; where that is slow, by damped Newton steps in about ten iterations of O(n^3).
 *
 * <p>Sources: S. Maillard, T. Roncalli and J. Teiletche, "The properties of equally weighted risk contribution portfolios"
 * (2010); F. Spinu, "An algorithm for computing risk parity weights" (2013); T. Griveau-Billion, J.-C. Richard and T. Roncalli, "A fast
 * algorithm for computing high-dimensional risk parity portfolios" (2013).
 */
public final class RiskBudgeting {
    private static final int MOST_ITERATIONS = 500;
    private static final int MOST_SWEEPS = 100;

    /** A sweep that began this near ends several times nearer. */
    private static final double SLIGHT = 5e-12;

    private RiskBudgeting() {}

    /** Equal risk contributions. */
    public static double[] equal(double[][] covariance) {
        double[] budgets = new double[covariance.length];
        Arrays.fill(budgets, 1);
        return of(covariance, budgets);
    }

    /**
     * Contributions in proportion to the budgets.
     *
     * @param covariance symmetric positive semi-definite, every variance greater than 0
     * @param budgets one per asset, all greater than 0; only their proportions matter
     */
    public static double[] of(double[][] covariance, double[] budgets) {
        Arguments.symmetric("covariance", covariance);
        Arguments.sameLength("covariance", covariance.length, "budgets", budgets.length);
        int n = budgets.length;
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += Arguments.positive("budgets[" + i + "]", budgets[i]);
            if (covariance[i][i] == 0) {
                throw new UndefinedMeasureException("risk budgets have no value: asset " + i + " never varies");
            }
        }
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            shares[i] = budgets[i] / total;
        }
        double[] weights = byCoordinates(covariance, shares).orElseGet(() -> byNewton(covariance, shares));
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < n; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Each coordinate in turn to its own minimum; empty where this is slow, as when assets are nearly the same. */
    static Optional<double[]> byCoordinates(double[][] s, double[] b) {
        int n = b.length;
        double[] x = new double[n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            x[i] = Math.sqrt(b[i] / s[i][i]);
        }
        double[] product = products(s, x);
        for (int i = 0; i < n; i++) {
            square += x[i] * product[i];
        }
        if (square > 0) {
            for (int i = 0; i < n; i++) {
                x[i] /= Math.sqrt(square); // the right length: x'Sx = 1
            }
            product = products(s, x);
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double miss = 0;
            for (int i = 0; i < n; i++) {
                miss = Math.max(miss, Math.abs(x[i] * product[i] - b[i]) / b[i]);
                double others = product[i] - s[i][i] * x[i];
                double root = Math.sqrt(others * others + 4 * s[i][i] * b[i]);
                double to = others > 0 ? 2 * b[i] / (others + root) : (root - others) / (2 * s[i][i]);
                DenseVector.addScaled(to - x[i], s[i], product, n);
                x[i] = to;
            }
            if (!(miss >= SLIGHT)) {
                return Double.isNaN(miss) ? Optional.empty() : Optional.of(x);
            }
        }
        return Optional.empty();
    }

    private static double[] products(double[][] s, double[] x) {
        double[] products = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            products[i] = DenseVector.dot(s[i], x, x.length);
        }
        return products;
    }

    static double[] byNewton(double[][] covariance, double[] b) {
        int n = b.length;
        double[][] correlation = new double[n][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Math.sqrt(b[i]);
            for (int j = 0; j < n; j++) {
                correlation[i][j] = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
            }
        }
        newton(correlation, b, y);
        for (int i = 0; i < n; i++) {
            y[i] /= Math.sqrt(covariance[i][i]);
        }
        return y;
    }

    private static void newton(double[][] c, double[] b, double[] y) {
        int n = b.length;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] gradient = new double[n];
            double[][] hessian = new double[n][n];
            double miss = 0;
            for (int i = 0; i < n; i++) {
                double product = ActiveSet.dot(c[i], y);
                gradient[i] = product - b[i] / y[i];
                miss = Math.max(miss, Math.abs(y[i] * product - b[i]) / b[i]);
                System.arraycopy(c[i], 0, hessian[i], 0, n);
                hessian[i][i] += b[i] / (y[i] * y[i]);
            }
            if (miss < 1e-13) {
                return;
            }
            double[] step = Cholesky.of(hessian).solve(gradient);
            double largest = 0;
            double decrement = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(step[i] / y[i]));
                decrement += gradient[i] * step[i];
            }
            // full steps near the optimum, damped ones before: self-concordance keeps y positive
            double damping = largest < 0.3 ? 1 : 1 / (1 + largest);
            for (int i = 0; i < n; i++) {
                y[i] -= damping * step[i];
            }
            if (miss < 1e-9 && decrement < 1e-28) {
                return;
            }
        }
        throw new NumericalFailureException("risk budgets: Newton's method did not converge in " + MOST_ITERATIONS
                + " steps; is the covariance positive semi-definite?");
    }
}
