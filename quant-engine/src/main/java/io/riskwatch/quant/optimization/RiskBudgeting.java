package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;

/**
 * Weights whose contributions to the volatility are in given proportions; all equal for the risk-parity (ERC) portfolio.
 *
 * <p>The long-only portfolio with w_i (Sw)_i / w'Sw = b_i is unique: w = x / sum(x) with x the minimum of 1/2 x'Sx - b'log x,
 * found by Newton's method with conjugate gradients, some fifteen products of n^2 multiply-adds, to contributions right within 1e-12 of
 * themselves ({@link BudgetNewton}); where that is slow, by damped Newton steps in about ten iterations of O(n^3).
 *
 * <p>Sources: S. Maillard, T. Roncalli and J. Teiletche, "The properties of equally weighted risk contribution portfolios"
 * (2010); F. Spinu, "An algorithm for computing risk parity weights" (2013).
 */
public final class RiskBudgeting {
    private static final int MOST_ITERATIONS = 500;

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
        double[] weights = BudgetNewton.minimum(covariance, shares).orElseGet(() -> byNewton(covariance, shares));
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < n; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** With the whole system of each step solved, O(n^3): slow, but whatever the covariance. */
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
