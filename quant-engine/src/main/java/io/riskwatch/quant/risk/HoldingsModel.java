package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.stat.MatrixRepair;
import io.riskwatch.quant.stat.SymmetricEigen;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Several assets with elliptical returns, held without rebalancing. */
final class HoldingsModel implements HorizonModel {
    private final double[][] root;
    private final double[] weights;
    private final ToDoubleFunction<RandomGenerator> sharedScale;

    HoldingsModel(double[][] covariance, double[] weights, ToDoubleFunction<RandomGenerator> sharedScale) {
        this.root = root(covariance);
        Arguments.series("weights", weights, 1);
        Arguments.sameLength("covariance", covariance.length, "weights", weights.length);
        this.weights = weights.clone();
        this.sharedScale = sharedScale;
    }

    @Override
    public double simulate(RandomGenerator random, int horizonPeriods) {
        double[] prices = new double[weights.length];
        Arrays.fill(prices, 1);
        double[] z = new double[weights.length];
        for (int step = 0; step < horizonPeriods; step++) {
            Variates.normals(random, z);
            double scale = sharedScale.applyAsDouble(random);
            for (int i = 0; i < prices.length; i++) {
                double shock = 0;
                for (int k = 0; k < z.length; k++) {
                    shock += root[i][k] * z[k];
                }
                prices[i] *= Math.max(0, 1 + scale * shock);
            }
        }
        double gain = 0;
        for (int i = 0; i < weights.length; i++) {
            gain += weights[i] * (prices[i] - 1);
        }
        return gain;
    }

    /** The symmetric root of a covariance, refused where it has none. */
    private static double[][] root(double[][] covariance) {
        Arguments.symmetric("covariance", covariance);
        if (!MatrixRepair.isPositiveSemiDefinite(covariance)) {
            throw new IllegalArgumentException("covariance must be positive semi-definite, but it has a negative"
                    + " eigenvalue: repair it first (stat.MatrixRepair)");
        }
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        double[] roots = eigen.values();
        for (int k = 0; k < roots.length; k++) {
            roots[k] = Math.sqrt(Math.max(0, roots[k]));
        }
        return eigen.withValues(roots);
    }
}
