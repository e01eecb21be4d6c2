package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.StudentT;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Dependence that holds in a crash: uniform variables tied together as the parts of a multivariate Student t vector are.
 *
 * <p>Unlike the Gaussian copula it has tail dependence: 2 t_{nu+1}(-sqrt((nu + 1)(1 - rho) / (1 + rho))) is the chance that one
 * asset has its worst outcome when another has. Kendall's tau = 2 / pi asin(rho), as for the Gaussian copula.
 *
 * <p>Source: A. McNeil, R. Frey and P. Embrechts, "Quantitative Risk Management" (2005) ch. 5.
 */
public final class TCopula {
    private final double[][] root;
    private final StudentT marginal;

    private TCopula(double[][] root, StudentT marginal) {
        this.root = root;
        this.marginal = marginal;
    }

    /**
     * A copula.
     *
     * @param correlation symmetric positive definite, ones on the diagonal
     * @param degreesOfFreedom nu, greater than 0; the smaller, the stronger the tail dependence
     */
    public static TCopula of(double[][] correlation, double degreesOfFreedom) {
        Arguments.symmetric("correlation", correlation);
        double[][] root = new CholeskyDecomposition(new Array2DRowRealMatrix(correlation), 1e-10, 1e-14)
                .getL()
                .getData();
        return new TCopula(root, new StudentT(degreesOfFreedom));
    }

    /** One draw: a uniform variable in (0, 1) per asset, to be put through each asset's own quantile function. */
    public double[] next(RandomGenerator random) {
        int n = root.length;
        double[] z = new double[n];
        Variates.normals(random, z);
        // a t variable is normal / sqrt(chi-squared / nu); the divisor is shared, which is what ties the tails
        double shared = Math.sqrt(chiSquared(random, marginal.degreesOfFreedom()) / marginal.degreesOfFreedom());
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k <= i; k++) {
                sum += root[i][k] * z[k];
            }
            u[i] = marginal.cumulative(sum / shared);
        }
        return u;
    }

    /** Coefficient of tail dependence of two assets with this correlation, in [0, 1]. */
    public static double tailDependence(double correlation, double degreesOfFreedom) {
        Arguments.between("correlation", correlation, -1, 1);
        double x = -Math.sqrt((degreesOfFreedom + 1) * (1 - correlation) / (1 + correlation));
        return 2 * new StudentT(degreesOfFreedom + 1).cumulative(x);
    }

    /** Kendall's rank correlation of two assets with this correlation: 2 / pi asin(rho). */
    public static double kendallTau(double correlation) {
        return 2 / Math.PI * Math.asin(Arguments.within("correlation", correlation, -1, 1));
    }

    /** Marsaglia and Tsang's gamma method (2000), for any positive number of degrees of freedom. */
    private static double chiSquared(RandomGenerator random, double nu) {
        double shape = nu / 2;
        double boost = 1;
        if (shape < 1) {
            boost = Math.pow(Variates.uniform(random), 1 / shape);
            shape += 1;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = Variates.normal(random);
            double v = 1 + c * z;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(Variates.uniform(random)) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                    return 2 * d * v * boost;
                }
            }
        }
    }
}
