package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import java.util.List;

/**
 * The whole efficient frontier in finitely many steps: between two neighbouring turning points the weights change linearly.
 *
 * <p>Minimises 1/2 w'Sw - lambda mu'w over weights that sum to 1 within bounds, for every lambda from infinity (greatest
 * return) down to 0 (least variance). At a turning point an asset leaves or reaches a bound. Exact up to rounding. Cost
 * O(n^3) per turning point.
 *
 * <p>Equal expected returns are told apart by a perturbation of 1e-12 of their range, so that the start is unique.
 *
 * <p>Sources: H. Markowitz (1959); D. Bailey and M. Lopez de Prado, "An open-source implementation of the critical-line
 * algorithm" (2013), whose lambda this is.
 */
public final class CriticalLine {
    private final List<TurningPoint> turningPoints;

    /** A corner of the frontier. */
    public static final class TurningPoint {
        private final double lambda;
        private final double[] weights;

        TurningPoint(double lambda, double[] weights) {
            this.lambda = lambda;
            this.weights = weights;
        }

        /** Where on the way from greatest return to least variance; 0 at the latter. */
        public double lambda() {
            return lambda;
        }

        /** One per asset, summing to 1. */
        public double[] weights() {
            return weights.clone();
        }
    }

    private CriticalLine(List<TurningPoint> turningPoints) {
        this.turningPoints = turningPoints;
    }

    /**
     * Walks the frontier.
     *
     * @param expectedReturns mu
     * @param covariance symmetric positive definite
     * @param constraints bounds only; linear rules need {@link MeanVariance}
     */
    public static CriticalLine of(double[] expectedReturns, double[][] covariance, PortfolioConstraints constraints) {
        Arguments.symmetric("covariance", covariance);
        Arguments.series("expectedReturns", expectedReturns, 1);
        Arguments.sameLength("expectedReturns", expectedReturns.length, "covariance", covariance.length);
        Arguments.sameLength("covariance", covariance.length, "assets of the constraints", constraints.assets());
        if (!constraints.rules().isEmpty()) {
            throw new IllegalArgumentException("constraints must be bounds only for the critical line, had the rule "
                    + constraints.rules().getFirst().name());
        }
        if (constraints.turnover().isPresent() || constraints.limitsHeld()) {
            throw new IllegalArgumentException("constraints must be bounds only for the critical line, had a limit on "
                    + (constraints.limitsHeld() ? "the number of assets held" : "turnover"));
        }
        Cholesky.of(covariance);
        return new CriticalLine(List.copyOf(new CriticalLineWalk(expectedReturns, covariance, constraints).run()));
    }

    /** From the portfolio of greatest return (largest lambda) to that of least variance (lambda 0). */
    public List<TurningPoint> turningPoints() {
        return turningPoints;
    }

    /**
     * The efficient weights at a lambda, by interpolation between turning points; beyond the first, the portfolio of
     * greatest return.
     */
    public double[] at(double lambda) {
        Arguments.notNegative("lambda", lambda);
        for (int k = 1; k < turningPoints.size(); k++) {
            TurningPoint above = turningPoints.get(k - 1);
            TurningPoint below = turningPoints.get(k);
            if (lambda >= above.lambda) {
                return above.weights();
            }
            if (lambda >= below.lambda) {
                return between(above.weights, below.weights, (lambda - below.lambda) / (above.lambda - below.lambda));
            }
        }
        return turningPoints.getLast().weights();
    }

    /** The efficient weights with this expected return, between the least variance's and the greatest. */
    public double[] targetReturn(double[] expectedReturns, double target) {
        Arguments.finite("target", target);
        Arguments.series("expectedReturns", expectedReturns, 1);
        int assets = turningPoints.getFirst().weights.length;
        Arguments.sameLength("expectedReturns", expectedReturns.length, "assets", assets);
        for (int k = 1; k < turningPoints.size(); k++) {
            double[] above = turningPoints.get(k - 1).weights;
            double[] below = turningPoints.get(k).weights;
            double high = ActiveSet.dot(above, expectedReturns);
            double low = ActiveSet.dot(below, expectedReturns);
            if (target <= high && target >= low) {
                return between(above, below, high == low ? 1 : (target - low) / (high - low));
            }
        }
        throw new InfeasibleException(List.of(
                "expected return = " + target,
                "efficient returns from "
                        + ActiveSet.dot(turningPoints.getLast().weights, expectedReturns) + " to "
                        + ActiveSet.dot(turningPoints.getFirst().weights, expectedReturns)));
    }

    private static double[] between(double[] above, double[] below, double shareAbove) {
        double[] weights = new double[above.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = shareAbove * above[i] + (1 - shareAbove) * below[i];
        }
        return weights;
    }

    static NumericalFailureException tooManySteps(int steps) {
        return new NumericalFailureException(
                "critical line: no end of the frontier after " + steps + " turning points");
    }
}
