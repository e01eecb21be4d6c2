package io.riskwatch.quant.bench.garch;

import io.riskwatch.quant.risk.Garch;
import io.riskwatch.quant.stat.Moments;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** One series fitted with commons-math3's Nelder-Mead: the independent climber against which the engine's fits are judged. */
final class SimplexFit {
    private final double[] returns;
    private final double variance;
    private final double mean;

    SimplexFit(double[] returns) {
        this.returns = returns;
        Moments moments = Moments.of(returns);
        this.mean = moments.mean();
        this.variance = Math.pow(moments.populationStandardDeviation(), 2);
    }

    /** From one start, restarted until it gains less than 1e-6 in log-likelihood. */
    Garch from(double alpha, double persistence) {
        double[] best = {0, 0, Math.log(persistence / (1 - persistence)), Math.log(alpha / (persistence - alpha))};
        double value = Double.NEGATIVE_INFINITY;
        for (int restart = 0; restart < 10; restart++) {
            PointValuePair found = new SimplexOptimizer(new SimpleValueChecker(1e-13, 1e-9))
                    .optimize(
                            new MaxEval(10_000),
                            new ObjectiveFunction(point -> logLikelihood(model(point))),
                            GoalType.MAXIMIZE,
                            new InitialGuess(best),
                            new NelderMeadSimplex(new double[] {0.02, 0.3, 0.5, 0.5}));
            best = found.getPoint();
            double gain = found.getValue() - value;
            value = found.getValue();
            if (gain < 1e-6) {
                break;
            }
        }
        return model(best);
    }

    /** Mean in standard deviations, logs of the long-run variance, odds of the persistence and of alpha's share in it. */
    private Garch model(double[] point) {
        double persistence = Math.min(1 / (1 + Math.exp(-point[2])), 1 - 1e-9);
        double alpha = persistence / (1 + Math.exp(-point[3]));
        double omega = variance * Math.exp(point[1]) * (1 - persistence);
        return new Garch(mean + Math.sqrt(variance) * point[0], Math.max(omega, 1e-300), alpha, persistence - alpha);
    }

    /** Up to its constant, with one logarithm for ten variances. */
    private double logLikelihood(Garch model) {
        double start = variance + (model.mean() - mean) * (model.mean() - mean);
        double square = start;
        double h = start;
        double sum = 0;
        double product = 1;
        for (int t = 0; t < returns.length; t++) {
            h = model.omega() + model.alpha() * square + model.beta() * h;
            square = (returns[t] - model.mean()) * (returns[t] - model.mean());
            sum += square / h;
            product *= h / variance;
            if (t % 10 == 9) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return -0.5 * (sum + Math.log(product));
    }
}
