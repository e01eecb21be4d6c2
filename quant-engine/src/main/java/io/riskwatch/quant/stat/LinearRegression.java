package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.StudentT;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ordinary least squares, y = a + x1 b1 + ... + xk bk + e, by Householder QR of the column-scaled design (the normal
 * equations lose half the digits).
 *
 * <p>Coefficient 0 is the intercept. Standard errors are the classical ones or Newey and West's, which stay valid when
 * residuals are autocorrelated and of changing variance. Cost O(T k^2).
 *
 * <p>Sources: G. Golub and C. Van Loan, "Matrix Computations"; W. Newey and K. West, Econometrica 55 (1987).
 */
public final class LinearRegression {
    private final double[][] design;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[][] inverse;
    private final double residualSquares;
    private final double totalSquares;

    private LinearRegression(
            double[][] design, double[] coefficients, double[] residuals, double[][] inverse, double totalSquares) {
        this.design = design;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.inverse = inverse;
        this.residualSquares = Arrays.stream(residuals).map(e -> e * e).sum();
        this.totalSquares = totalSquares;
    }

    /**
     * Fits the line with an intercept.
     *
     * @param y responses, more than there are coefficients
     * @param x {@code double[observations][regressors]}; columns that depend on each other are refused
     */
    public static LinearRegression of(double[] y, double[][] x) {
        Arguments.sameLength("y", y.length, "x", x.length);
        Arguments.matrix("x", x, 1);
        int columns = x[0].length + 1;
        Arguments.series("y", y, columns + 1);
        double[] scale = new double[columns];
        double[][] design = new double[y.length][columns];
        for (int t = 0; t < y.length; t++) {
            design[t][0] = 1;
            System.arraycopy(x[t], 0, design[t], 1, columns - 1);
            for (int j = 0; j < columns; j++) {
                scale[j] += design[t][j] * design[t][j];
            }
        }
        double[][] scaled = new double[y.length][columns];
        for (int j = 0; j < columns; j++) {
            scale[j] = Math.sqrt(scale[j]);
            if (scale[j] == 0) {
                throw new IllegalArgumentException("x must not have a column of zeros, column " + (j - 1) + " is one");
            }
            for (int t = 0; t < y.length; t++) {
                scaled[t][j] = design[t][j] / scale[j];
            }
        }
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-12);
        if (!qr.getSolver().isNonSingular()) {
            throw new IllegalArgumentException(
                    "x must have linearly independent columns (the constant included), but one follows from the others");
        }
        double[] solution = qr.getSolver().solve(new ArrayRealVector(y, false)).toArray();
        double[] residuals = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            residuals[t] = y[t];
            for (int j = 0; j < columns; j++) {
                residuals[t] -= scaled[t][j] * solution[j];
            }
        }
        double[][] inverse = inverse(qr.getR(), scale);
        for (int j = 0; j < columns; j++) {
            solution[j] /= scale[j];
        }
        return new LinearRegression(
                design, solution, residuals, inverse, Moments.of(y).centralSum2());
    }

    /** (X'X)^-1 = D^-1 R^-1 R^-T D^-1 with D the column scales. */
    private static double[][] inverse(RealMatrix r, double[] scale) {
        int k = scale.length;
        double[][] back = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int i = j; i >= 0; i--) {
                double sum = i == j ? 1 : 0;
                for (int m = i + 1; m <= j; m++) {
                    sum -= r.getEntry(i, m) * back[m][j];
                }
                back[i][j] = sum / r.getEntry(i, i);
            }
        }
        double[][] inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int m = Math.max(i, j); m < k; m++) {
                    inverse[i][j] += back[i][m] * back[j][m];
                }
                inverse[i][j] /= scale[i] * scale[j];
            }
        }
        return inverse;
    }

    /** Intercept first. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** y less the fitted line. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Observations less coefficients. */
    public int degreesOfFreedom() {
        return residuals.length - coefficients.length;
    }

    /** sqrt(sum of squared residuals / degrees of freedom). */
    public double residualStandardDeviation() {
        return Math.sqrt(residualSquares / degreesOfFreedom());
    }

    /** Share of the variance explained, in [0, 1]; undefined when y never varies. */
    public double rSquared() {
        if (totalSquares == 0) {
            throw new UndefinedMeasureException("R^2 has no value: y never varies");
        }
        return 1 - residualSquares / totalSquares;
    }

    /** R^2 less what regressors explain by chance: 1 - (1 - R^2)(T - 1) / (T - k). */
    public double adjustedRSquared() {
        return 1 - (1 - rSquared()) * (residuals.length - 1) / degreesOfFreedom();
    }

    /** F statistic of "no regressor matters". */
    public double fStatistic() {
        int regressors = coefficients.length - 1;
        return (totalSquares - residualSquares) / regressors / (residualSquares / degreesOfFreedom());
    }

    /** Classical standard errors, for independent residuals of one variance. */
    public double[] standardErrors() {
        double variance = residualSquares / degreesOfFreedom();
        double[] errors = new double[coefficients.length];
        for (int j = 0; j < errors.length; j++) {
            errors[j] = Math.sqrt(variance * inverse[j][j]);
        }
        return errors;
    }

    /**
     * Newey and West's standard errors with Bartlett weights 1 - l / (lags + 1), without small-sample factor; 0 lags gives
     * White's.
     *
     * @param lags 0 to observations - 1; {@link #advisedLags} is customary
     */
    public double[] neweyWestErrors(int lags) {
        Arguments.within("lags", lags, 0, residuals.length - 1);
        int k = coefficients.length;
        double[][] meat = new double[k][k];
        for (int lag = 0; lag <= lags; lag++) {
            double weight = (1 - lag / (lags + 1.0)) * (lag == 0 ? 0.5 : 1);
            for (int t = lag; t < residuals.length; t++) {
                double product = weight * residuals[t] * residuals[t - lag];
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < k; j++) {
                        meat[i][j] += product * (design[t][i] * design[t - lag][j] + design[t - lag][i] * design[t][j]);
                    }
                }
            }
        }
        double[] errors = new double[k];
        for (int c = 0; c < k; c++) {
            double variance = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    variance += inverse[c][i] * meat[i][j] * inverse[j][c];
                }
            }
            errors[c] = Math.sqrt(Math.max(0, variance));
        }
        return errors;
    }

    /** floor(4 (T / 100)^(2/9)), Newey and West's own advice (1994). */
    public int advisedLags() {
        return (int) Math.floor(4 * Math.pow(residuals.length / 100.0, 2.0 / 9));
    }

    /** Coefficients over the given standard errors. */
    public double[] tStatistics(double[] errors) {
        Arguments.sameLength("errors", errors.length, "coefficients", coefficients.length);
        double[] t = new double[errors.length];
        for (int j = 0; j < t.length; j++) {
            if (errors[j] == 0) {
                throw new UndefinedMeasureException("t statistic has no value: the fit is exact");
            }
            t[j] = coefficients[j] / errors[j];
        }
        return t;
    }

    /** Two-sided p-values of "this coefficient is zero" by Student's t. */
    public double[] pValues(double[] errors) {
        StudentT t = new StudentT(degreesOfFreedom());
        return Arrays.stream(tStatistics(errors))
                .map(s -> 2 * t.cumulative(-Math.abs(s)))
                .toArray();
    }
}
