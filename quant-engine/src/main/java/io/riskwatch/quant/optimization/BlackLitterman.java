package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Expected returns that start from what the market seems to believe and lean towards the investor's views.
 *
 * <p>Equilibrium pi = delta S w_market. With views P mu = Q of uncertainty Omega: mean = pi + tau S P'(P tau S P' + Omega)^-1 (Q
 * - P pi); posterior covariance of the returns = S + M with M = tau S - tau S P'(P tau S P' + Omega)^-1 P tau S.
 *
 * <p>Sources: G. He and R. Litterman, "The intuition behind Black-Litterman model portfolios" (1999), whose posterior
 * covariance is the default; T. Idzorek, "A step-by-step guide to the Black-Litterman model" (2005) for confidences.
 */
public final class BlackLitterman {
    private final double riskAversion;
    private final double[] equilibrium;
    private final double[] mean;
    private final double[][] uncertainty;
    private final RealMatrix prior;
    private final RealMatrix posterior;

    private BlackLitterman(
            double riskAversion,
            double[] equilibrium,
            double[] mean,
            double[][] uncertainty,
            RealMatrix prior,
            RealMatrix posterior) {
        this.riskAversion = riskAversion;
        this.equilibrium = equilibrium;
        this.mean = mean;
        this.uncertainty = uncertainty;
        this.prior = prior;
        this.posterior = posterior;
    }

    /**
     * What the model starts from.
     *
     * @param covariance S per period, symmetric positive semi-definite
     * @param marketWeights one per asset
     * @param riskAversion delta, greater than 0, e.g. 2.5
     * @param tau uncertainty of the equilibrium as a share of S, greater than 0, e.g. 0.05
     */
    @SuppressWarnings("ArrayRecordComponent") // an argument bundle, read once and never compared
    public record Market(double[][] covariance, double[] marketWeights, double riskAversion, double tau) {
        public Market {
            Arguments.symmetric("covariance", covariance);
            Arguments.series("marketWeights", marketWeights, 1);
            Arguments.sameLength("covariance", covariance.length, "marketWeights", marketWeights.length);
            Arguments.positive("riskAversion", riskAversion);
            Arguments.positive("tau", tau);
        }
    }

    /**
     * He and Litterman: each view is as uncertain as the prior makes it, Omega = diag(P tau S P').
     *
     * @param picks P, {@code double[views][assets]}
     * @param views Q, expected return of each pick per period
     */
    public static BlackLitterman heLitterman(Market market, double[][] picks, double[] views) {
        double[] even = new double[views.length];
        Arrays.fill(even, 0.5);
        return withConfidence(market, picks, views, even);
    }

    /**
     * Idzorek: a confidence in each view sets its uncertainty, Omega = diag(P tau S P') (1 - c) / c; one half is He and
     * Litterman's.
     *
     * @param confidences one per view, in (0, 1)
     */
    public static BlackLitterman withConfidence(Market market, double[][] picks, double[] views, double[] confidences) {
        Arguments.matrix("picks", picks, 1);
        Arguments.sameLength("views", views.length, "confidences", confidences.length);
        double[][] omega = new double[views.length][views.length];
        for (int k = 0; k < Math.min(picks.length, views.length); k++) {
            Arguments.between("confidences[" + k + "]", confidences[k], 0, 1);
            Arguments.sameLength("picks[" + k + "]", picks[k].length, "assets", market.covariance.length);
            double variance = 0;
            for (int i = 0; i < picks[k].length; i++) {
                variance += picks[k][i] * ActiveSet.dot(market.covariance[i], picks[k]);
            }
            omega[k][k] = market.tau * variance * (1 - confidences[k]) / confidences[k];
        }
        return of(market, picks, views, omega);
    }

    /**
     * With any uncertainty of the views.
     *
     * @param omega covariance of the views' errors, {@code double[views][views]}
     */
    public static BlackLitterman of(Market market, double[][] picks, double[] views, double[][] omega) {
        Arguments.matrix("picks", picks, 1);
        Arguments.series("views", views, 1);
        Arguments.sameLength("picks", picks.length, "views", views.length);
        Arguments.sameLength("picks[0]", picks[0].length, "assets", market.covariance.length);
        Arguments.symmetric("omega", omega);
        Arguments.sameLength("omega", omega.length, "views", views.length);
        RealMatrix s = new Array2DRowRealMatrix(market.covariance);
        RealMatrix p = new Array2DRowRealMatrix(picks);
        RealVector pi =
                s.operate(MatrixUtils.createRealVector(market.marketWeights)).mapMultiply(market.riskAversion);
        RealMatrix tauS = s.scalarMultiply(market.tau);
        RealMatrix inner = p.multiply(tauS).multiply(p.transpose()).add(new Array2DRowRealMatrix(omega));
        LUDecomposition lu = new LUDecomposition(inner);
        if (!lu.getSolver().isNonSingular()) {
            throw new IllegalArgumentException("views must not repeat or contradict each other with certainty");
        }
        RealMatrix gain = tauS.multiply(p.transpose()).multiply(lu.getSolver().getInverse());
        RealVector mean =
                pi.add(gain.operate(MatrixUtils.createRealVector(views).subtract(p.operate(pi))));
        RealMatrix m = tauS.subtract(gain.multiply(p).multiply(tauS));
        return new BlackLitterman(market.riskAversion, pi.toArray(), mean.toArray(), omega, s, s.add(m));
    }

    /** Excess returns per period that make the market's weights optimal. */
    public double[] equilibriumReturns() {
        return equilibrium.clone();
    }

    /** Expected excess returns per period after the views. */
    public double[] expectedReturns() {
        return mean.clone();
    }

    /** Covariance of returns after the views, S + M; larger than the prior because the mean is uncertain. */
    public double[][] posteriorCovariance() {
        return posterior.getData();
    }

    /** Omega, the uncertainty of the views that was used. */
    public double[][] viewUncertainty() {
        return new Array2DRowRealMatrix(uncertainty).getData();
    }

    /** Unconstrained optimal weights (delta (S + M))^-1 mean, He and Litterman's; they need not sum to 1. */
    public double[] weights() {
        return solve(posterior);
    }

    /** Unconstrained optimal weights (delta S)^-1 mean, which keep the prior covariance as Idzorek does. */
    public double[] weightsOnPriorCovariance() {
        return solve(prior);
    }

    private double[] solve(RealMatrix matrix) {
        DecompositionSolver solver = new LUDecomposition(matrix.scalarMultiply(riskAversion)).getSolver();
        if (!solver.isNonSingular()) {
            throw new UndefinedMeasureException("unconstrained weights have no value: the covariance is singular");
        }
        return solver.solve(MatrixUtils.createRealVector(mean)).toArray();
    }
}
