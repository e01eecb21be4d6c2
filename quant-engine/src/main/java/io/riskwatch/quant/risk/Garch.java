package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.stat.Moments;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Volatility that clusters: the GARCH(1,1) model, in which calm follows calm and turmoil follows turmoil.
 *
 * <p>r_t = mu + e_t, h_t = omega + alpha e_{t-1}^2 + beta h_{t-1}; stationary when alpha + beta is below 1.
 *
 * <p>Sources: T. Bollerslev (1986); start and benchmark: Fiorentini, Calzolari and Panattoni (1996).
 *
 * @param mean mu, per period
 * @param omega greater than 0
 * @param alpha reaction to the last surprise, not negative
 * @param beta memory, not negative
 */
public record Garch(double mean, double omega, double alpha, double beta) {
    /** Fewer returns do not tell persistence from chance. */
    public static final int LEAST_OBSERVATIONS = 100;

    private static final int EVALUATIONS = 20_000;
    private static final int RESTARTS = 6;

    public Garch {
        Arguments.finite("mean", mean);
        Arguments.positive("omega", omega);
        Arguments.notNegative("alpha", alpha);
        Arguments.notNegative("beta", beta);
    }

    /**
     * Quasi-maximum likelihood with normal innovations; before the sample e^2 and h are the mean squared residual.
     *
     * <p>Nelder-Mead on transformed parameters (log omega-share, logistic persistence), restarted until a restart gains
     * less than 1e-9 in log-likelihood. Refuses fewer than {@value #LEAST_OBSERVATIONS} returns or constant ones. About
     * 1000 passes over the data.
     */
    public static Garch fit(double[] returns) {
        Moments moments = Moments.of(Arguments.series("returns", returns, LEAST_OBSERVATIONS));
        if (!moments.varies()) {
            throw new UndefinedMeasureException("GARCH has no value: the returns never vary");
        }
        double scale = moments.populationStandardDeviation();
        double[] standard = new double[returns.length];
        for (int t = 0; t < standard.length; t++) {
            standard[t] = (returns[t] - moments.mean()) / scale;
        }
        double[] best = {0, 0, logit(0.9), logit(0.1)};
        double value = Double.NEGATIVE_INFINITY;
        for (int restart = 0; restart < RESTARTS; restart++) {
            PointValuePair found = maximise(standard, best);
            best = found.getPoint();
            double gain = found.getValue() - value;
            value = found.getValue();
            if (gain < 1e-9) {
                return unstandardised(fromFree(best), moments.mean(), scale);
            }
        }
        throw new NumericalFailureException("GARCH fit: Nelder-Mead still improved after " + RESTARTS
                + " restarts, log-likelihood (standardised) " + value);
    }

    private static PointValuePair maximise(double[] standard, double[] start) {
        SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-14, 1e-12));
        return optimizer.optimize(
                new MaxEval(EVALUATIONS),
                new ObjectiveFunction(free -> fromFree(free).logLikelihood(standard)),
                GoalType.MAXIMIZE,
                new InitialGuess(start),
                new NelderMeadSimplex(new double[] {0.02, 0.3, 0.5, 0.5}));
    }

    /** mu, log of the long-run variance, logit of the persistence, logit of alpha's share in the persistence. */
    private static Garch fromFree(double[] free) {
        double persistence = Math.min(logistic(free[2]), 1 - 1e-9);
        double alpha = persistence * logistic(free[3]);
        double omega = Math.max(Math.exp(free[1]) * (1 - persistence), 1e-300);
        return new Garch(free[0], omega, alpha, persistence - alpha);
    }

    private static Garch unstandardised(Garch standard, double mean, double scale) {
        return new Garch(mean + scale * standard.mean, standard.omega * scale * scale, standard.alpha, standard.beta);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    /** alpha + beta: how much of a shock to the variance is left after one period. */
    public double persistence() {
        return alpha + beta;
    }

    /** The variance the forecast tends to: omega / (1 - alpha - beta). */
    public double longRunVariance() {
        if (persistence() >= 1) {
            throw new UndefinedMeasureException(
                    "long-run variance has no value: alpha + beta is " + persistence() + ", not below 1");
        }
        return omega / (1 - persistence());
    }

    /** The next variance after a surprise: omega + alpha e^2 + beta h. An inner loop's step: arguments are not checked. */
    public double update(double variance, double residual) {
        return omega + alpha * residual * residual + beta * variance;
    }

    /** Normal log-likelihood of the returns under these parameters. */
    public double logLikelihood(double[] returns) {
        Arguments.series("returns", returns, 1);
        double start = meanSquaredResidual(returns);
        double variance = start;
        double square = start;
        double sum = 0;
        for (double r : returns) {
            variance = omega + alpha * square + beta * variance;
            square = (r - mean) * (r - mean);
            sum += Math.log(2 * Math.PI * variance) + square / variance;
        }
        return -0.5 * sum;
    }

    /** Conditional variances: entry t for return t, and one more, the forecast for the period after the last. */
    public double[] variances(double[] returns) {
        Arguments.series("returns", returns, 1);
        double[] variances = new double[returns.length + 1];
        double start = meanSquaredResidual(returns);
        variances[0] = omega + (alpha + beta) * start;
        for (int t = 0; t < returns.length; t++) {
            variances[t + 1] = update(variances[t], returns[t] - mean);
        }
        return variances;
    }

    /**
     * Variance forecast of the SUM of the next h returns, given the forecast for the next one: sum over k of
     * V + (alpha + beta)^k (h1 - V).
     */
    public double horizonVariance(double nextVariance, int horizonPeriods) {
        Arguments.positive("nextVariance", nextVariance);
        Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        double sum = 0;
        double variance = nextVariance;
        for (int k = 0; k < horizonPeriods; k++) {
            sum += variance;
            variance = omega + persistence() * variance;
        }
        return sum;
    }

    private double meanSquaredResidual(double[] returns) {
        double sum = 0;
        for (double r : returns) {
            sum += (r - mean) * (r - mean);
        }
        return sum / returns.length;
    }
}
