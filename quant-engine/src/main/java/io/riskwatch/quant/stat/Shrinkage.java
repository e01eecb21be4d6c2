package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;

/**
 * A covariance matrix pulled towards the average variance, which is better conditioned than the sample's own when there
 * are few observations per asset.
 *
 * <p>cov = (1 - s) S + s m I with S the covariance of divisor T, m the mean of its diagonal and s the estimated shrinkage;
 * positive definite as soon as s and m are positive, even with more assets than observations. Values agree with
 * scikit-learn's.
 *
 * <p>Sources: O. Ledoit and M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices" (2004); Y. Chen
 * et al., "Shrinkage algorithms for MMSE covariance estimation" (2010), in scikit-learn's form that leaves out the 2 / p
 * terms of its equation 23.
 */
public final class Shrinkage {
    private final double intensity;
    private final double[][] covariance;

    private Shrinkage(double intensity, double[][] covariance) {
        this.intensity = intensity;
        this.covariance = covariance;
    }

    /**
     * Ledoit and Wolf's estimator.
     *
     * @param observations {@code double[observations][assets]}, at least two rows; cost O(T n^2)
     */
    public static Shrinkage ledoitWolf(double[][] observations) {
        double[][] s = Covariance.population(Arguments.matrix("observations", observations, 2));
        int assets = s.length;
        int length = observations.length;
        double[] mean = Covariance.columnMeans(observations);
        double fourth = 0;
        for (double[] row : observations) {
            double square = 0;
            for (int i = 0; i < assets; i++) {
                square += (row[i] - mean[i]) * (row[i] - mean[i]);
            }
            fourth += square * square;
        }
        double norm = squares(s);
        double m = trace(s) / assets;
        double noise = (fourth / length - norm) / ((double) assets * length);
        double distance = (norm - assets * m * m) / assets;
        double intensity = Math.min(noise, distance) <= 0 ? 0 : Math.min(noise, distance) / distance;
        return new Shrinkage(intensity, towardsIdentity(s, m, intensity));
    }

    /**
     * Oracle approximating shrinkage (OAS), for nearly normal data.
     *
     * @param observations {@code double[observations][assets]}, at least two rows
     */
    public static Shrinkage oracleApproximating(double[][] observations) {
        double[][] s = Covariance.population(Arguments.matrix("observations", observations, 2));
        int assets = s.length;
        double m = trace(s) / assets;
        double meanSquare = squares(s) / ((double) assets * assets);
        double numerator = meanSquare + m * m;
        double denominator = (observations.length + 1) * (meanSquare - m * m / assets);
        double intensity = denominator <= 0 ? 1 : Math.min(1, numerator / denominator);
        return new Shrinkage(intensity, towardsIdentity(s, m, intensity));
    }

    /** s, in [0, 1]: the weight of the average variance. */
    public double intensity() {
        return intensity;
    }

    /** The shrunk covariance per period, divisor T. */
    public double[][] covariance() {
        double[][] copy = covariance.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i].clone();
        }
        return copy;
    }

    private static double[][] towardsIdentity(double[][] s, double m, double intensity) {
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                s[i][j] *= 1 - intensity;
            }
            s[i][i] += intensity * m;
        }
        return s;
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }

    private static double squares(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum;
    }
}
