package io.riskwatch.quant.performance.cashflow;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The value of dated payments as a function of x = ln(1 + rate): sum of CF_i exp(-x (t_i - reference)). The reference moves the
 * date of valuation, which changes neither sign nor roots, so that nothing overflows.
 */
final class NetPresentValue {
    private final double[] cashflows;
    private final double[] times;
    private final double reference;

    /** Takes over arrays that nobody changes. */
    NetPresentValue(double[] cashflows, double[] times, double reference) {
        this.cashflows = cashflows;
        this.times = times;
        this.reference = reference;
    }

    private double at(double x) {
        double sum = 0;
        for (int i = 0; i < cashflows.length; i++) {
            sum += cashflows[i] * Math.exp(-x * (times[i] - reference));
        }
        return sum;
    }

    private double slope(double x) {
        double sum = 0;
        for (int i = 0; i < cashflows.length; i++) {
            double time = times[i] - reference;
            sum -= cashflows[i] * time * Math.exp(-x * time);
        }
        return sum;
    }

    /**
     * The root between two points that is nearest to the inner one. A pair of roots between points of equal sign is found by
     * the turning point between them.
     */
    OptionalDouble root(double inner, double outer) {
        double start = Math.signum(at(inner));
        if (start * Math.signum(at(outer)) <= 0) {
            return OptionalDouble.of(solve(this::at, inner, outer));
        }
        double outward = start * Math.signum(outer - inner);
        if (slope(inner) * outward < 0 && slope(outer) * outward > 0) {
            double turn = solve(this::slope, inner, outer);
            if (start * Math.signum(at(turn)) <= 0) {
                return OptionalDouble.of(solve(this::at, inner, turn));
            }
        }
        return OptionalDouble.empty();
    }

    private static double solve(UnivariateFunction function, double inner, double outer) {
        if (function.value(inner) == 0) {
            return inner;
        }
        if (function.value(outer) == 0) {
            return outer;
        }
        return new BrentSolver(1e-16, 1e-16, 0).solve(500, function, Math.min(inner, outer), Math.max(inner, outer));
    }
}
