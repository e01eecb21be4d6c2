package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.kernel.DenseVector;
import io.riskwatch.quant.kernel.GramMatrix;
import io.riskwatch.quant.stat.Covariance;
import java.util.Arrays;

/**
 * Weights from a family tree of assets: similar ones are put side by side, then the money is split again and again between
 * two halves in inverse proportion to their risk. Needs no inverse of the covariance.
 *
 * <p>Distance sqrt((1 - rho) / 2); single linkage; leaves in the order of scipy's tree; halves weighted by their
 * inverse-variance portfolios. Long-only, sums to 1. Cost n^3 / 2 multiply-adds for the distances, O(n^2) for the tree.
 *
 * <p>Source: M. Lopez de Prado, "Building diversified portfolios that outperform out of sample" (2016).
 */
public final class HierarchicalRiskParity {
    /** What is clustered. */
    public enum Linkage {
        /** Lopez de Prado: the Euclidean distance between the assets' columns of distances. The default. */
        DISTANCE_OF_DISTANCES,
        /** The plain distance, as PyPortfolioOpt and Riskfolio do. */
        PLAIN
    }

    private final int[] order;
    private final double[] weights;

    private HierarchicalRiskParity(int[] order, double[] weights) {
        this.order = order;
        this.weights = weights;
    }

    /** With Lopez de Prado's linkage. */
    public static HierarchicalRiskParity of(double[][] covariance) {
        return of(covariance, Linkage.DISTANCE_OF_DISTANCES);
    }

    /**
     * The portfolio.
     *
     * @param covariance symmetric, every variance greater than 0
     */
    public static HierarchicalRiskParity of(double[][] covariance, Linkage linkage) {
        double[][] distance = Covariance.toCorrelation(covariance);
        int n = distance.length;
        for (double[] row : distance) {
            for (int j = 0; j < n; j++) {
                row[j] = Math.sqrt(Math.max(0, (1 - row[j]) / 2));
            }
        }
        int[] order = SingleLinkage.leaves(linkage == Linkage.PLAIN ? distance : squaresBetweenColumns(distance));
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        split(covariance, order, 0, n, weights);
        return new HierarchicalRiskParity(order, weights);
    }

    /** One per asset, summing to 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** The assets in the order of the tree's leaves, counted from 0. */
    public int[] order() {
        return order.clone();
    }

    /**
     * Weights in inverse proportion to variances.
     *
     * @param variances one per asset, greater than 0
     */
    public static double[] inverseVariance(double[] variances) {
        double[] weights = new double[variances.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (variances[i] == 0) {
                throw new UndefinedMeasureException("inverse variance has no value: asset " + i + " never varies");
            }
            weights[i] = 1 / Arguments.positive("variances[" + i + "]", variances[i]);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static void split(double[][] covariance, int[] order, int from, int to, double[] weights) {
        if (to - from < 2) {
            return;
        }
        int middle = from + (to - from) / 2;
        double first = clusterVariance(covariance, order, from, middle);
        double second = clusterVariance(covariance, order, middle, to);
        double toFirst = 1 - first / (first + second);
        for (int k = from; k < to; k++) {
            weights[order[k]] *= k < middle ? toFirst : 1 - toFirst;
        }
        split(covariance, order, from, middle, weights);
        split(covariance, order, middle, to, weights);
    }

    private static double clusterVariance(double[][] covariance, int[] order, int from, int to) {
        double[] variances = new double[to - from];
        for (int k = from; k < to; k++) {
            variances[k - from] = covariance[order[k]][order[k]];
        }
        double[] inverse = inverseVariance(variances);
        double own = 0;
        double between = 0;
        for (int a = from; a < to; a++) {
            double[] row = covariance[order[a]];
            double product = 0;
            for (int b = from; b < a; b++) {
                product += inverse[b - from] * row[order[b]];
            }
            between += inverse[a - from] * product;
            own += inverse[a - from] * inverse[a - from] * variances[a - from];
        }
        return own + 2 * between;
    }

    /**
     * Squares of the distances between columns: a'a + b'b - 2 a'b by one matrix product, after what all columns have in common is taken
     * away, right within 2e-11 of itself; where the difference would lose more digits than that allows, from the entries' own differences.
     *
     * @param distance symmetric
     */
    static double[][] squaresBetweenColumns(double[][] distance) {
        int n = distance.length;
        double[][] between = GramMatrix.lowerLessRowMeans(distance);
        double[] squares = new double[n];
        Arrays.setAll(squares, i -> between[i][i]);
        for (int i = 0; i < n; i++) {
            double[] row = between[i];
            double square = squares[i];
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < i; j++) {
                row[j] = square + squares[j] - 2 * row[j];
                least = Math.min(least, row[j] - 1e-2 * (square + squares[j]));
            }
            for (int j = 0; j < i && least < 0; j++) {
                if (row[j] < 1e-2 * (square + squares[j])) {
                    row[j] = DenseVector.squaredDistance(distance[i], distance[j], n);
                }
            }
            row[i] = 0;
        }
        GramMatrix.mirror(between);
        return between;
    }
}
