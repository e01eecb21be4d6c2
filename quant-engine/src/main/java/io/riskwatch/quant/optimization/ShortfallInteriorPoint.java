package io.riskwatch.quant.optimization;

import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.GramMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Primal-dual interior point for the Rockafellar-Uryasev program. The two inequalities of each scenario are eliminated by
 * hand, which leaves a dense system in (w, a) and the equations.
 *
 * <p>Scenario t: s_t = u_t + r_t'w + a at least 0 with multiplier y_t, u_t at least 0 with multiplier k - y_t, k = 1 / ((1 - c)
 * T). Other inequalities g_j'w >= b_j have slack and multiplier of their own. Scaled by the scenarios' size.
 *
 * <p>Source: S. Wright, "Primal-Dual Interior-Point Methods" (1997).
 */
final class ShortfallInteriorPoint {
    private static final int MOST_ITERATIONS = 300;
    private static final double GAP = 1e-11;

    /** Rounding may end the progress before {@link #GAP}; a gap above this is a failure. */
    private static final double ACCEPTED = 1e-6;

    private final double[][] scenarios;
    private final double scale;
    private final int n;
    private final int length;
    private final double cost;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();
    private final List<double[]> equations = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final double[] x;
    private final double[] u;
    private final double[] y;
    private final double[] v;
    private final double[] slack;
    private final double[] multiplier;
    private double[] nu;

    ShortfallInteriorPoint(
            double[][] scenarios, double confidence, List<LinearConstraint> constraints, double[] start) {
        this.n = start.length;
        this.length = scenarios.length;
        double largest = 0;
        for (double[] row : scenarios) {
            for (double r : row) {
                largest = Math.max(largest, Math.abs(r));
            }
        }
        this.scale = largest > 0 ? largest : 1;
        this.scenarios = new double[length][n + 1];
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < n; i++) {
                this.scenarios[t][i] = scenarios[t][i] / scale;
            }
            this.scenarios[t][n] = 1;
        }
        this.cost = 1 / ((1 - confidence) * length);
        for (LinearConstraint constraint : constraints) {
            if (constraint.isEquation()) {
                equations.add(constraint.coefficients());
                values.add(constraint.low());
            } else {
                addRow(constraint.coefficients(), 1, constraint.low());
                addRow(constraint.coefficients(), -1, constraint.high());
            }
        }
        this.x = new double[n + 1];
        System.arraycopy(start, 0, x, 0, n);
        this.u = filled(length, 1);
        this.y = filled(length, cost / 2);
        this.v = filled(length, cost / 2);
        this.slack = filled(rows.size(), 1);
        this.multiplier = filled(rows.size(), 1);
        this.nu = new double[equations.size()];
        x[n] = 1;
    }

    private void addRow(double[] coefficients, int sign, double bound) {
        if (Double.isInfinite(bound)) {
            return;
        }
        double[] row = coefficients.clone();
        for (int i = 0; i < n; i++) {
            row[i] *= sign;
        }
        rows.add(row);
        bounds.add(sign * bound);
    }

    private static double[] filled(int size, double value) {
        double[] array = new double[size];
        Arrays.fill(array, value);
        return array;
    }

    /** The optimal weights. */
    double[] run() {
        double[] s = filled(length, 1);
        double best = Double.POSITIVE_INFINITY;
        double[] bestX = x.clone();
        int stalled = 0;
        for (int iteration = 0; iteration < MOST_ITERATIONS && stalled < 8; iteration++) {
            double gap = 0;
            for (int t = 0; t < length; t++) {
                gap += s[t] * y[t] + u[t] * v[t];
            }
            for (int j = 0; j < slack.length; j++) {
                gap += slack[j] * multiplier[j];
            }
            double miss = residual(s);
            if (gap + miss < 0.9 * best) {
                best = gap + miss;
                bestX = x.clone();
                stalled = 0;
            } else {
                stalled++;
            }
            if (best < GAP) {
                break;
            }
            double average = gap / (2.0 * length + slack.length);
            if (!step(s, average * (miss > 1e-8 ? 0.3 : 0.15))) {
                break; // so close to a vertex that the system is singular in double precision
            }
        }
        if (best > ACCEPTED) {
            throw new NumericalFailureException("minimum shortfall: the interior point stopped at a gap of " + best
                    + " (relative to the largest return), more than " + ACCEPTED);
        }
        System.arraycopy(bestX, 0, x, 0, n + 1);
        return Arrays.copyOf(x, n);
    }

    private double dotX(double[] row) {
        return DenseVector.dot(row, x, n);
    }

    /** A scenario's gain, with its one for the threshold. */
    private double along(double[] scenario, double[] vector) {
        return DenseVector.dot(scenario, vector, n + 1);
    }

    private double residual(double[] s) {
        double worst = 0;
        for (int t = 0; t < length; t++) {
            worst = Math.max(worst, Math.abs(u[t] + along(scenarios[t], x) - s[t]));
            worst = Math.max(worst, Math.abs(cost - y[t] - v[t]) / cost);
        }
        for (int j = 0; j < slack.length; j++) {
            worst = Math.max(worst, Math.abs(dotX(rows.get(j)) - bounds.get(j) - slack[j]));
        }
        for (int e = 0; e < nu.length; e++) {
            worst = Math.max(worst, Math.abs(dotX(equations.get(e)) - values.get(e)));
        }
        for (double g : dualResidual()) {
            worst = Math.max(worst, Math.abs(g));
        }
        return worst;
    }

    /** Gradient of the Lagrangian in (w, a). */
    private double[] dualResidual() {
        double[] g = new double[n + 1];
        g[n] = 1;
        for (int t = 0; t < length; t++) {
            DenseVector.addScaled(-y[t], scenarios[t], g, n + 1);
        }
        for (int j = 0; j < slack.length; j++) {
            for (int i = 0; i < n; i++) {
                g[i] -= multiplier[j] * rows.get(j)[i];
            }
        }
        for (int e = 0; e < nu.length; e++) {
            for (int i = 0; i < n; i++) {
                g[i] -= nu[e] * equations.get(e)[i];
            }
        }
        return g;
    }

    /** One Newton step towards complementarity mu; false when its equations cannot be solved any more. */
    private boolean step(double[] s, double mu) {
        int m = n + 1;
        double[] right = dualResidual();
        for (int i = 0; i < m; i++) {
            right[i] = -right[i];
        }
        double[] gain = new double[length];
        double[] shift = new double[length];
        double[] root = new double[length];
        for (int t = 0; t < length; t++) {
            double p = u[t] + along(scenarios[t], x) - s[t];
            double d = cost - y[t] - v[t];
            double a = y[t] / s[t];
            double b = v[t] / u[t];
            // dy = (mu - y s) / s - a (du + a'dx + p); dv = (mu - v u) / u - b du; dy + dv = d
            double cy = mu / s[t] - y[t] - a * p;
            double cv = mu / u[t] - v[t];
            // du = (cy + cv - d - a a'dx) / (a + b)
            gain[t] = a * b / (a + b);
            shift[t] = cy - a * (cy + cv - d) / (a + b); // dy = shift - gain a'dx
            root[t] = Math.sqrt(gain[t]);
            DenseVector.addScaled(shift[t], scenarios[t], right, m);
        }
        double[][] matrix = GramMatrix.ofColumns(scenarios, new double[m], root);
        double[] rowShift = new double[slack.length];
        for (int j = 0; j < slack.length; j++) {
            double p = dotX(rows.get(j)) - bounds.get(j) - slack[j];
            double a = multiplier[j] / slack[j];
            rowShift[j] = mu / slack[j] - multiplier[j] - a * p;
            double[] row = rows.get(j);
            for (int i = 0; i < n; i++) {
                if (row[i] != 0) {
                    right[i] += rowShift[j] * row[i];
                    for (int k = 0; k <= i; k++) {
                        matrix[i][k] += a * row[i] * row[k];
                    }
                }
            }
        }
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < i; k++) {
                matrix[k][i] = matrix[i][k];
            }
        }
        double[] dnu = new double[nu.length];
        double[] misses = new double[nu.length];
        for (int e = 0; e < nu.length; e++) {
            misses[e] = values.get(e) - dotX(equations.get(e));
        }
        Optional<double[]> dx = ScaledSystem.underEquations(matrix, right, equations, misses, dnu);
        dx.ifPresent(direction -> advance(s, mu, direction, dnu, gain, shift, rowShift));
        return dx.isPresent();
    }

    private void advance(
            double[] s, double mu, double[] dx, double[] dnu, double[] gain, double[] shift, double[] rowShift) {
        double[] dy = new double[length];
        double[] dv = new double[length];
        double[] du = new double[length];
        double[] ds = new double[length];
        double primal = 1;
        double dual = 1;
        for (int t = 0; t < length; t++) {
            double along = along(scenarios[t], dx);
            dy[t] = shift[t] - gain[t] * along;
            dv[t] = cost - y[t] - v[t] - dy[t];
            // from the linear equations, not from dy and dv: those would be divided by multipliers near zero
            double p = u[t] + along(scenarios[t], x) - s[t];
            double d = cost - y[t] - v[t];
            double a = y[t] / s[t];
            du[t] = (mu / s[t] - y[t] - a * (p + along) + mu / u[t] - v[t] - d) / (a + v[t] / u[t]);
            ds[t] = du[t] + along + p;
            primal = Math.min(primal, Math.min(room(u[t], du[t]), room(s[t], ds[t])));
            dual = Math.min(dual, Math.min(room(y[t], dy[t]), room(v[t], dv[t])));
        }
        double[] dSlack = new double[slack.length];
        double[] dMultiplier = new double[slack.length];
        for (int j = 0; j < slack.length; j++) {
            double along = DenseVector.dot(rows.get(j), dx, n);
            dSlack[j] = dotX(rows.get(j)) - bounds.get(j) - slack[j] + along;
            dMultiplier[j] = rowShift[j] - multiplier[j] / slack[j] * along;
            primal = Math.min(primal, room(slack[j], dSlack[j]));
            dual = Math.min(dual, room(multiplier[j], dMultiplier[j]));
        }
        for (int t = 0; t < length; t++) {
            u[t] += primal * du[t];
            s[t] += primal * ds[t];
            y[t] += dual * dy[t];
            v[t] += dual * dv[t];
        }
        for (int j = 0; j < slack.length; j++) {
            slack[j] += primal * dSlack[j];
            multiplier[j] += dual * dMultiplier[j];
        }
        for (int i = 0; i <= n; i++) {
            x[i] += primal * dx[i];
        }
        for (int e = 0; e < nu.length; e++) {
            nu[e] += dual * dnu[e];
        }
    }

    /** The largest step that keeps the value positive, less a little; at most 1. */
    private static double room(double value, double change) {
        return change >= 0 ? 1 : Math.min(1, -0.995 * value / change);
    }

    double threshold() {
        return x[n] * scale;
    }
}
