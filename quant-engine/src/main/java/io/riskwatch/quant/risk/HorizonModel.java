package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.random.Variates;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** What may happen over a horizon: draws one compounded return, period by period, from the generator alone. */
@FunctionalInterface
public interface HorizonModel {
    /** One simulated gain over so many periods as a fraction of the value at the start; negative for a loss. */
    double simulate(RandomGenerator random, int horizonPeriods);

    /**
     * Independent normal simple returns, compounded; a period's return is floored at -1.
     *
     * @param mean per period; 0 by Riskwatch's convention
     * @param volatility per period, greater than 0
     */
    static HorizonModel normal(double mean, double volatility) {
        Arguments.finite("mean", mean);
        Arguments.positive("volatility", volatility);
        return (random, periods) -> compounded(periods, () -> mean + volatility * Variates.normal(random));
    }

    /** Independent Student t simple returns of this model, compounded; a period's return is floored at -1. */
    static HorizonModel studentT(StudentTRisk model) {
        Arguments.positive("volatility", model.volatility());
        double nu = model.degreesOfFreedom();
        return (random, periods) -> compounded(
                periods, () -> model.mean() + model.volatility() * Variates.unitVarianceStudentT(random, nu));
    }

    /**
     * A GARCH process with normal surprises: the variance follows each path, compounded; a period's return is floored at -1.
     *
     * @param nextVariance forecast for the first period, the last entry of {@link Garch#variances}
     */
    static HorizonModel garch(Garch model, double nextVariance) {
        Arguments.positive("nextVariance", nextVariance);
        return (random, periods) -> {
            double[] variance = {nextVariance};
            return compounded(periods, () -> {
                double surprise = Math.sqrt(variance[0]) * Variates.normal(random);
                variance[0] = model.update(variance[0], surprise);
                return model.mean() + surprise;
            });
        };
    }

    /**
     * Holdings of several assets with jointly normal simple returns of mean zero: each asset compounds on its own and nothing is
     * rebalanced, so over several periods the weights drift.
     *
     * @param covariance per period, symmetric positive semi-definite, {@code double[assets][assets]}
     * @param weights of the value at the start, one per asset, of either sign; what is missing to 1 is cash without return
     */
    static HorizonModel normalHoldings(double[][] covariance, double[] weights) {
        return new HoldingsModel(covariance, weights, random -> 1);
    }

    /**
     * As {@link #normalHoldings} with a multivariate Student t of that covariance: one chi-squared divisor for all assets of a
     * period, so that they have their bad days together.
     *
     * @param degreesOfFreedom nu, greater than 2
     */
    static HorizonModel studentTHoldings(double[][] covariance, double[] weights, double degreesOfFreedom) {
        Arguments.between("degreesOfFreedom", degreesOfFreedom, 2, Double.POSITIVE_INFINITY);
        return new HoldingsModel(
                covariance,
                weights,
                random -> Math.sqrt((degreesOfFreedom - 2) / Variates.chiSquared(random, degreesOfFreedom)));
    }

    private static double compounded(int periods, DoubleSupplier nextReturn) {
        double wealth = 1;
        for (int step = 0; step < periods; step++) {
            wealth *= Math.max(0, 1 + nextReturn.getAsDouble());
        }
        return wealth - 1;
    }
}
