package io.riskwatch.quant.random;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.Normal;
import java.util.random.RandomGenerator;

/**
 * Random variables drawn from a generator's raw bits, the same on every machine.
 *
 * <p>A uniform or a normal variate costs exactly one {@code nextLong}, so the k-th variate of a stream is known by its
 * number; a Student t or chi-squared variate costs a random number of them (rejection).
 */
public final class Variates {
    private Variates() {}

    /** A uniform variate in the open interval (0, 1): the middle of one of 2^52 equal cells, never 0 and never 1. */
    public static double uniform(RandomGenerator generator) {
        return ((generator.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** A standard normal variate by inversion ({@link Normal#quantile}). */
    public static double normal(RandomGenerator generator) {
        return Normal.quantile(uniform(generator));
    }

    /** Fills the array with independent standard normal variates. */
    public static void normals(RandomGenerator generator, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = normal(generator);
        }
    }

    /**
     * A raw Student t variate (variance nu / (nu - 2)) by Bailey's polar method.
     *
     * <p>Source: R. W. Bailey, "Polar generation of random variates with the t-distribution", Math. Comp. 62 (1994).
     *
     * @param degreesOfFreedom nu, greater than 0
     */
    public static double studentT(RandomGenerator generator, double degreesOfFreedom) {
        Arguments.positive("degreesOfFreedom", degreesOfFreedom);
        while (true) {
            double u = 2 * uniform(generator) - 1;
            double v = 2 * uniform(generator) - 1;
            double w = u * u + v * v;
            if (w > 0 && w < 1) {
                return u * Math.sqrt(degreesOfFreedom * Math.expm1(-2 / degreesOfFreedom * Math.log(w)) / w);
            }
        }
    }

    /**
     * A Student t variate scaled to mean 0 and variance 1.
     *
     * @param degreesOfFreedom nu, greater than 2
     */
    public static double unitVarianceStudentT(RandomGenerator generator, double degreesOfFreedom) {
        Arguments.between("degreesOfFreedom", degreesOfFreedom, 2, Double.POSITIVE_INFINITY);
        return studentT(generator, degreesOfFreedom) * Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
    }

    /**
     * A chi-squared variate (mean nu, variance 2 nu) by rejection.
     *
     * <p>Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
     *
     * @param degreesOfFreedom nu, greater than 0, need not be whole
     */
    public static double chiSquared(RandomGenerator generator, double degreesOfFreedom) {
        Arguments.positive("degreesOfFreedom", degreesOfFreedom);
        double shape = degreesOfFreedom / 2;
        double boost = 1;
        if (shape < 1) {
            boost = Math.pow(uniform(generator), 1 / shape);
            shape += 1;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = normal(generator);
            double v = 1 + c * z;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(uniform(generator)) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                    return 2 * d * v * boost;
                }
            }
        }
    }
}
