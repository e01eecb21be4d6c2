package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.SymmetricProduct;
import java.util.Optional;

/**
 * The minimum of 1/2 x'Sx - b'log x by Newton's method. Its steps (S + diag(b / x^2)) d = b / x - Sx are found by conjugate gradients with
 * the diagonal as preconditioner, only as well as the step itself deserves: a product with S each, some fifteen in all, since
 * b / x^2 outweighs what assets have in common.
 *
 * <p>Sources: F. Spinu, "An algorithm for computing risk parity weights" (2013); R. Dembo, S. Eisenstat and T. Steihaug, "Inexact
 * Newton methods" (1982).
 */
final class BudgetNewton {
    private static final int MOST_PRODUCTS = 200;

    /** What contributions may miss of themselves. */
    private static final double SLIGHT = 1e-12;

    /** What they may miss where rounding keeps them from coming nearer in so many attempts. */
    private static final double BY_ROUNDING = 1e-10;

    private static final int ATTEMPTS = 3;

    private final double[][] s;
    private final double[] b;
    private final int n;
    private final double[] x;
    private final double[] product;
    private final double[] curve;
    private final double[] inverse;
    private final double[] reach;
    private final double[] step;
    private final double[] residual;
    private final double[] scaled;
    private final double[] direction;
    private final double[] image;
    private int left = MOST_PRODUCTS;

    private BudgetNewton(double[][] s, double[] b) {
        this.s = s;
        this.b = b;
        this.n = b.length;
        this.x = new double[n];
        this.product = new double[n];
        this.curve = new double[n];
        this.inverse = new double[n];
        this.reach = new double[n];
        this.step = new double[n];
        this.residual = new double[n];
        this.scaled = new double[n];
        this.direction = new double[n];
        this.image = new double[n];
    }

    /** Contributions x_i (Sx)_i within 1e-12 of b_i, or 1e-10 where rounding forbids; empty where that takes too long. */
    static Optional<double[]> minimum(double[][] covariance, double[] budgets) {
        BudgetNewton newton = new BudgetNewton(covariance, budgets);
        newton.start();
        return newton.converges() ? Optional.of(newton.x) : Optional.empty();
    }

    /** Each coordinate to its own minimum, given the others of a portfolio of inverse volatilities. */
    private void start() {
        for (int i = 0; i < n; i++) {
            x[i] = Math.sqrt(b[i] / s[i][i]);
        }
        multiply(x, product);
        scale();
        for (int i = 0; i < n; i++) {
            double others = product[i] - s[i][i] * x[i];
            double root = Math.sqrt(others * others + 4 * s[i][i] * b[i]);
            x[i] = others > 0 ? 2 * b[i] / (others + root) : (root - others) / (2 * s[i][i]);
        }
        multiply(x, product);
        scale();
    }

    private void multiply(double[] vector, double[] into) {
        SymmetricProduct.of(s, vector, into);
        left--;
    }

    /** To the right length: x'Sx = 1. */
    private void scale() {
        double square = DenseVector.dot(x, product, n);
        double factor = square > 0 ? 1 / Math.sqrt(square) : 1;
        for (int i = 0; i < n; i++) {
            x[i] *= factor;
            product[i] *= factor;
        }
    }

    private boolean converges() {
        int attempts = 0;
        double miss = miss();
        while (left > 0 && miss >= 0) {
            if (miss < SLIGHT) {
                multiply(x, product); // which the steps only carried along
                miss = miss();
                attempts++;
                if (miss < SLIGHT || attempts == ATTEMPTS) {
                    return miss < BY_ROUNDING;
                }
            }
            if (!solve(Math.max(0.3 * miss * miss, 0.2 * SLIGHT))) {
                return false;
            }
            advance();
            miss = miss();
        }
        return false;
    }

    /** The largest error of a contribution, of itself; NaN where there is none. */
    private double miss() {
        double miss = 0;
        for (int i = 0; i < n; i++) {
            miss = Math.max(miss, Math.abs(x[i] * product[i] - b[i]) / b[i]);
        }
        return miss;
    }

    /** The step; what its equations leave open changes no contribution by more than so much of itself. False where S has no such step. */
    private boolean solve(double open) {
        for (int i = 0; i < n; i++) {
            double target = b[i] / x[i];
            curve[i] = target / x[i];
            reach[i] = x[i] / b[i];
            inverse[i] = 1 / (s[i][i] + curve[i]);
            residual[i] = target - product[i];
            direction[i] = inverse[i] * residual[i];
            step[i] = 0;
        }
        double square = DenseVector.dot(residual, direction, n);
        while (left > 0) {
            multiply(direction, image);
            for (int i = 0; i < n; i++) {
                image[i] += curve[i] * direction[i];
            }
            double length = square / DenseVector.dot(direction, image, n);
            if (!(length > 0)) {
                return false;
            }
            DenseVector.addScaled(length, direction, step, n);
            DenseVector.addScaled(-length, image, residual, n);
            if (DenseVector.largestProduct(reach, residual, n) <= open) {
                return true;
            }
            for (int i = 0; i < n; i++) {
                scaled[i] = inverse[i] * residual[i];
            }
            double next = DenseVector.dot(residual, scaled, n);
            double kept = next / square;
            for (int i = 0; i < n; i++) {
                direction[i] = scaled[i] + kept * direction[i];
            }
            square = next;
        }
        return false;
    }

    /** The whole step near the minimum, a damped one before: the function is self-concordant, so that x stays positive. */
    private void advance() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(step[i] / x[i]));
        }
        double damping = largest < 0.3 ? 1 : 1 / (1 + largest);
        for (int i = 0; i < n; i++) {
            double stepProduct = b[i] / x[i] - product[i] - residual[i] - curve[i] * step[i];
            product[i] += damping * stepProduct;
            x[i] += damping * step[i];
        }
    }
}
