package io.riskwatch.quant.simulation;

import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;

/**
 * Dependence that fades in a crash: uniform variables tied together as the parts of a multivariate normal vector are.
 *
 * <p>For every correlation below 1 the worst outcomes of two assets become independent in the limit; where that is too kind, take
 * the {@link TCopula}. With {@link GeometricBrownianMotion} for each asset it gives correlated Brownian motions exactly.
 *
 * <p>Source: A. McNeil, R. Frey and P. Embrechts, "Quantitative Risk Management" (2005) ch. 5.
 */
public final class GaussianCopula implements Copula {
    private final CorrelationRoot root;

    private GaussianCopula(CorrelationRoot root) {
        this.root = root;
    }

    /**
     * A copula.
     *
     * @param correlation symmetric positive semi-definite, ones on the diagonal
     */
    public static GaussianCopula of(double[][] correlation) {
        return new GaussianCopula(CorrelationRoot.of(correlation));
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
        for (int i = 0; i < u.length; i++) {
            u[i] = Normal.cumulative(u[i]);
        }
        return u;
    }
}
