package io.riskwatch.quant.random;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.Normal;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill the unit cube more evenly than chance: Sobol's sequence with the direction numbers of Joe and Kuo.
 *
 * <p>Gray-code order. Point 0 is the origin, whose normal image is infinite: {@link #nextNormals()} skips it, {@link
 * #next()} does not.
 *
 * <p>Source: S. Joe and F. Kuo, "Constructing Sobol sequences with better two-dimensional projections" (2008), table
 * new-joe-kuo-6.
 */
public final class SobolSequence {
    private final SobolSequenceGenerator generator;
    private boolean atOrigin = true;

    /**
     * The sequence from its origin.
     *
     * @param dimension 1 to 1000
     */
    public SobolSequence(int dimension) {
        Arguments.within("dimension", dimension, 1, 1000);
        generator = new SobolSequenceGenerator(dimension);
    }

    /** The next point, in [0, 1) in every coordinate. */
    public double[] next() {
        atOrigin = false;
        return generator.nextVector();
    }

    /** The next point after the origin, each coordinate turned into a standard normal variate. */
    public double[] nextNormals() {
        if (atOrigin) {
            next();
        }
        double[] point = next();
        for (int i = 0; i < point.length; i++) {
            point[i] = Normal.quantile(point[i]);
        }
        return point;
    }
}
