package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.kernel.DenseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Markowitz's portfolios: least variance, most return for the risk, and what lies between.
 *
 * <p>Expected returns and covariance must be of the same period. Every answer satisfies the constraints to about 1e-11 and is
 * certified by its optimality conditions; clashing constraints are refused by name ({@link InfeasibleException}). Where the
 * covariance is only semi-definite (more assets than observations, perfectly correlated assets) it is one of the equally good
 * portfolios.
 *
 * <p>A limit on turnover is met exactly; so is one on the number of assets held, by branch and bound, which may solve many
 * quadratic programs and is refused above 40 assets.
 *
 * <p>Source: H. Markowitz, "Portfolio Selection" (1952).
 */
public final class MeanVariance {
    private static final int TESTED_IN_FULL = 250;

    private final double[][] covariance;
    private final PortfolioConstraints constraints;

    private MeanVariance(double[][] covariance, PortfolioConstraints constraints) {
        this.covariance = covariance;
        this.constraints = constraints;
    }

    /**
     * The problem.
     *
     * @param covariance {@code double[assets][assets]}, symmetric positive semi-definite. Of up to 250 assets this is tested in full. Of
     *     more, every pair is tested (no correlation beyond 1), and the solver refuses a lack of curvature among the assets it
     *     holds; a full test would take many times as long as the solution: {@code stat.MatrixRepair} has it
     */
    public static MeanVariance of(double[][] covariance, PortfolioConstraints constraints) {
        Arguments.symmetric("covariance", covariance);
        Arguments.sameLength("covariance", covariance.length, "assets of the constraints", constraints.assets());
        double[][] copy = new double[covariance.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
        }
        if (Arrays.stream(copy).allMatch(row -> DenseVector.largestMagnitude(row, row.length) == 0)) {
            throw new IllegalArgumentException("covariance must not be zero");
        }
        if (copy.length <= TESTED_IN_FULL) {
            Cholesky.of(copy);
        } else {
            Cholesky.requirePairs(copy);
        }
        return new MeanVariance(copy, constraints);
    }

    /** The weights of least variance. */
    public double[] minimumVariance() {
        return PortfolioProgram.minimise(covariance, new double[covariance.length], List.of(), constraints);
    }

    /**
     * The weights that minimise 1/2 w'Sw - lambda mu'w: the more lambda, the more return and risk.
     *
     * @param expectedReturns mu
     * @param lambda at least 0; 0 is the minimum variance
     */
    public double[] trading(double[] expectedReturns, double lambda) {
        requireReturns(expectedReturns);
        Arguments.notNegative("lambda", lambda);
        return PortfolioProgram.minimise(covariance, scaled(expectedReturns, lambda), List.of(), constraints);
    }

    /** The weights of least variance whose expected return is exactly the target. */
    public double[] targetReturn(double[] expectedReturns, double target) {
        requireReturns(expectedReturns);
        return PortfolioProgram.minimise(
                covariance, new double[covariance.length], List.of(atReturn(expectedReturns, target)), constraints);
    }

    /**
     * The weights of greatest Sharpe ratio (mu'w - rf) / sqrt(w'Sw), by Schaible's transformation to one quadratic program.
     *
     * <p>Undefined when no admissible portfolio is expected to earn more than the riskless rate.
     *
     * @param expectedReturns mu, of one period
     * @param riskFree riskless return of the same period
     */
    public double[] maximumSharpe(double[] expectedReturns, double riskFree) {
        requireReturns(expectedReturns);
        Arguments.finite("riskFree", riskFree);
        double[] excess = expectedReturns.clone();
        for (int i = 0; i < excess.length; i++) {
            excess[i] -= riskFree;
        }
        return maximumRatio(excess, "Sharpe ratio");
    }

    /**
     * The most diversified portfolio: greatest ratio of the weighted average volatility to the portfolio's.
     *
     * <p>Source: Y. Choueifaty, T. Froidure and J. Reynier, "Properties of the most diversified portfolio" (2013).
     */
    public double[] maximumDiversification() {
        double[] volatilities = new double[covariance.length];
        for (int i = 0; i < volatilities.length; i++) {
            volatilities[i] = Math.sqrt(covariance[i][i]);
        }
        return maximumRatio(volatilities, "diversification ratio");
    }

    /** The portfolio's variance per period, w'Sw. */
    public double variance(double[] weights) {
        Arguments.series("weights", weights, 1);
        Arguments.sameLength("weights", weights.length, "assets", covariance.length);
        double sum = 0;
        for (int i = 0; i < covariance.length; i++) {
            sum += weights[i] * DenseVector.dot(covariance[i], weights, weights.length);
        }
        return sum;
    }

    /**
     * Portfolios of least variance at evenly spaced expected returns, from the minimum variance portfolio's to the greatest
     * attainable.
     *
     * <p>Refused where the number of assets held is limited: such a frontier has gaps.
     *
     * @param points at least 2
     */
    public List<FrontierPoint> frontier(double[] expectedReturns, int points) {
        refuseHeldLimit("frontier");
        requireReturns(expectedReturns);
        Arguments.atLeast("points", points, 2);
        double[] least = minimumVariance();
        double from = ActiveSet.dot(least, expectedReturns);
        double[] most = greatestReturn(expectedReturns);
        double to = ActiveSet.dot(most, expectedReturns);
        double[] targets = new double[points];
        Arrays.setAll(targets, k -> from + (to - from) * k / (points - 1));
        // where no portfolio is expected to earn more than another, the frontier is one point
        List<double[]> between = to <= from
                ? Collections.nCopies(points - 2, least)
                : new FrontierWalk(covariance, constraints, expectedReturns)
                        .atReturns(Arrays.copyOfRange(targets, 1, points - 1));
        List<FrontierPoint> frontier = new ArrayList<>();
        frontier.add(point(least, expectedReturns));
        between.forEach(weights -> frontier.add(point(weights, expectedReturns)));
        frontier.add(point(to <= from ? least : most, expectedReturns));
        return List.copyOf(frontier);
    }

    private FrontierPoint point(double[] weights, double[] expectedReturns) {
        return new FrontierPoint(weights, ActiveSet.dot(weights, expectedReturns), Math.sqrt(variance(weights)));
    }

    /**
     * The weights of greatest expected return among those of at most this volatility; refused when even the minimum variance
     * portfolio is riskier, and where the number of assets held is limited.
     *
     * @param volatility per period, greater than 0
     */
    public double[] targetRisk(double[] expectedReturns, double volatility) {
        refuseHeldLimit("target risk");
        requireReturns(expectedReturns);
        Arguments.positive("volatility", volatility);
        double[] low = minimumVariance();
        if (Math.sqrt(variance(low)) > volatility * (1 + 1e-12)) {
            throw new InfeasibleException(List.of(
                    "volatility <= " + volatility, "the constraints' least volatility " + Math.sqrt(variance(low))));
        }
        double[] high = greatestReturn(expectedReturns);
        if (Math.sqrt(variance(high)) <= volatility) {
            return high;
        }
        double from = ActiveSet.dot(low, expectedReturns);
        double to = ActiveSet.dot(high, expectedReturns);
        for (int step = 0; step < 200 && to - from > 1e-13 * (Math.abs(from) + Math.abs(to)); step++) {
            double middle = 0.5 * (from + to);
            double[] weights = targetReturn(expectedReturns, middle);
            if (variance(weights) <= volatility * volatility) {
                from = middle;
                low = weights;
            } else {
                to = middle;
            }
        }
        return low;
    }

    /** Of all portfolios of greatest expected return, the one of least variance, to about 1e-10. */
    private double[] greatestReturn(double[] expectedReturns) {
        requireReturns(expectedReturns);
        double scale = 0;
        double range = 0;
        for (int i = 0; i < expectedReturns.length; i++) {
            scale = Math.max(scale, covariance[i][i]);
            range = Math.max(range, Math.abs(expectedReturns[i]));
        }
        return range == 0
                ? minimumVariance()
                : new FrontierWalk(covariance, constraints, expectedReturns).greatestReturn(scale / range);
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> factor * v).toArray();
    }

    /** max n'w / sqrt(w'Sw): minimise y'Sy with n'y = 1 and every constraint made homogeneous by the sum of y. */
    private double[] maximumRatio(double[] numerator, String measure) {
        int n = covariance.length;
        List<LinearConstraint> homogeneous = new ArrayList<>();
        homogeneous.add(LinearConstraint.equal("numerator", numerator.clone(), 1));
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        homogeneous.add(LinearConstraint.between("sum", ones, 0, Double.POSITIVE_INFINITY));
        for (LinearConstraint constraint :
                constraints.all().subList(1, constraints.all().size())) {
            addHomogeneous(constraint, constraint.low(), 1, homogeneous);
            addHomogeneous(constraint, constraint.high(), -1, homogeneous);
        }
        constraintsMustBeFeasible();
        double[] y;
        try {
            y = PortfolioProgram.minimiseHomogeneous(covariance, homogeneous, constraints);
        } catch (InfeasibleException e) {
            throw new UndefinedMeasureException(
                    "greatest " + measure + " has no value: no admissible portfolio has a positive numerator");
        }
        double sum = 0;
        for (double v : y) {
            sum += v;
        }
        if (!(sum > 0)) {
            throw new UndefinedMeasureException(
                    "greatest " + measure + " has no value: it is reached by no weights that" + " sum to 1");
        }
        for (int i = 0; i < n; i++) {
            y[i] /= sum;
        }
        return y;
    }

    private void refuseHeldLimit(String what) {
        if (constraints.limitsHeld()) {
            throw new IllegalArgumentException(
                    what + " takes no limit on the number of assets held, was at most " + constraints.mostHeld());
        }
    }

    private void constraintsMustBeFeasible() {
        minimumVariance();
    }

    private static void addHomogeneous(
            LinearConstraint constraint, double end, int sign, List<LinearConstraint> homogeneous) {
        if (Double.isInfinite(end)) {
            return;
        }
        double[] coefficients = constraint.coefficients().clone();
        boolean zero = true;
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = sign * (coefficients[i] - end);
            zero &= coefficients[i] == 0;
        }
        if (!zero) {
            homogeneous.add(LinearConstraint.between(
                    constraint.name() + (sign > 0 ? " low" : " high"), coefficients, 0, Double.POSITIVE_INFINITY));
        }
    }

    private static LinearConstraint atReturn(double[] expectedReturns, double target) {
        return LinearConstraint.equal("expected return", expectedReturns, target);
    }

    private void requireReturns(double[] expectedReturns) {
        Arguments.series("expectedReturns", expectedReturns, 1);
        Arguments.sameLength("expectedReturns", expectedReturns.length, "assets", covariance.length);
    }
}
