package io.riskwatch.quant.kernel;

/**
 * Log-likelihood of GARCH(1,1) with its gradient and expected information, for as many series at once as a vector has lanes.
 *
 * <p>r_t = mu + e_t, h_t = omega + alpha e_{t-1}^2 + beta h_{t-1}; before the sample e^2 and h are the mean squared residual, which
 * moves with mu. Constants are left out: L = -1/2 sum (ln h + e^2 / h). One pass: the derivatives of h follow their own recursions,
 * and the logarithm is taken of products of {@value #LOGS_TOGETHER} variances. Each lane is computed as if it were alone, so a
 * series' figures do not depend on its neighbours.
 *
 * <p>Accuracy: 1e-12 relative against the plain sum; the scalar twin differs in the last digits (fused products, logarithm). For
 * series of mean 0 and variance 1 and omega of at least 1e-12, whose variances the products can hold.
 */
public final class GarchLikelihood {
    /** mu, omega, alpha, beta. */
    public static final int PARAMETERS = 4;

    /**
     * The value, the four slopes, the information of mu as far as the mean tells it (sum of 1 / h), and the upper triangle of that
     * of omega, alpha, beta by rows; mu and the others carry no information about each other where surprises are symmetric.
     */
    public static final int FIGURES = 1 + PARAMETERS + 1 + (PARAMETERS - 1) * PARAMETERS / 2;

    static final int LOGS_TOGETHER = 20;

    private GarchLikelihood() {}

    /** Number of series in one call. */
    public static int lanes() {
        return Lanes.vectorised() ? VectorGarch.lanes() : 1;
    }

    /**
     * Evaluates one parameter vector for each lane.
     *
     * @param returns period by period, lanes side by side
     * @param mean of each lane's returns
     * @param meanSquare mean squared deviation from it
     * @param parameters mu, omega, alpha, beta, each for all lanes; omega greater than 0
     * @param figures where the {@link #FIGURES} are written, each for all lanes
     */
    public static void evaluate(
            double[] returns, double[] mean, double[] meanSquare, double[] parameters, double[] figures) {
        if (Lanes.vectorised()) {
            VectorGarch.evaluate(returns, mean, meanSquare, parameters, figures);
        } else {
            ScalarGarch.evaluate(returns, mean, meanSquare, parameters, figures);
        }
    }
}
