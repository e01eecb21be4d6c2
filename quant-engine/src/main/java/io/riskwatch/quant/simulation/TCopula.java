package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.StudentT;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;

/**
 * Dependence that holds in a crash: uniform variables tied together as the parts of a multivariate Student t vector are.
 *
 * <p>Unlike the Gaussian copula it has tail dependence: 2 t_{nu+1}(-sqrt((nu + 1)(1 - rho) / (1 + rho))) is the chance that one
 * asset has its worst outcome when another has. Kendall's tau = 2 / pi asin(rho), as for the Gaussian copula.
 *
 * <p>Source: A. McNeil, R. Frey and P. Embrechts, "Quantitative Risk Management" (2005) ch. 5.
 */
public final class TCopula implements Copula {
    private final CorrelationRoot root;
    private final StudentT marginal;

    private TCopula(CorrelationRoot root, StudentT marginal) {
        this.root = root;
        this.marginal = marginal;
    }

    /**
     * A copula.
     *
     * @param correlation symmetric positive semi-definite, ones on the diagonal
     * @param degreesOfFreedom nu, greater than 0; the smaller, the stronger the tail dependence
     */
    public static TCopula of(double[][] correlation, double degreesOfFreedom) {
        return new TCopula(CorrelationRoot.of(correlation), new StudentT(degreesOfFreedom));
    }

    @Override
    public int assets() {
        return root.size();
    }

    @Override
    public double[] next(RandomGenerator random) {
        double[] u = new double[root.size()];
        Variates.normals(random, u);
        root.correlate(u);
        // a t variable is normal / sqrt(chi-squared / nu); the divisor is shared, which is what ties the tails
        double shared =
                Math.sqrt(Variates.chiSquared(random, marginal.degreesOfFreedom()) / marginal.degreesOfFreedom());
        for (int i = 0; i < u.length; i++) {
            u[i] = marginal.cumulative(u[i] / shared);
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
}
