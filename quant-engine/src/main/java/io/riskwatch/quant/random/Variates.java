package io.riskwatch.quant.random;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.Normal;
import java.util.random.RandomGenerator;

/**
 * Random variables drawn from a generator's raw bits, the same on every machine.
 *
 * <p>A uniform or a normal variate costs exactly one {@code nextLong}, so the k-th variate of a stream is known by its
 * number; a Student t variate costs a random number of them (rejection).
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
}
