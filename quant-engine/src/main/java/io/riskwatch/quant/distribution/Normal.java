package io.riskwatch.quant.distribution;

import io.riskwatch.quant.Arguments;
import org.apache.commons.math3.special.Erf;

/**
 * The standard normal distribution, N(0, 1).
 *
 * <p>The quantile is Wichura's algorithm AS 241 (PPND16), accurate to about 1 part in 10^16 from p = 1e-316 upwards.
 *
 * <p>Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37
 * (1988) 477-484.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients stand as they are printed
public final class Normal {
    private static final double ROOT_TWO_PI = 2.5066282746310002;
    private static final double ROOT_TWO = 1.4142135623730951;

    // Coefficients of the three rational approximations, highest power first, as printed in the paper.
    private static final double[] CENTRAL_TOP = {
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608
    };
    private static final double[] CENTRAL_BOTTOM = {
        5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
        5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0
    };
    private static final double[] MIDDLE_TOP = {
        7.7454501427834140764e-4, .0227238449892691845833, .24178072517745061177, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734
    };
    private static final double[] MIDDLE_BOTTOM = {
        1.05075007164441684324e-9, 5.475938084995344946e-4, .0151986665636164571966, .14810397642748007459,
        .68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0
    };
    private static final double[] TAIL_TOP = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, .0012426609473880784386, .026532189526576123093,
        .29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772
    };
    private static final double[] TAIL_BOTTOM = {
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        .0148753612908506148525, .13692988092273580531, .59983220655588793769, 1.0
    };

    private Normal() {}

    /** The density at {@code x}: exp(-x^2/2) / sqrt(2 pi). */
    public static double density(double x) {
        Arguments.number("x", x);
        return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
    }

    /** The probability of a value at or below {@code x}, in [0, 1]. */
    public static double cumulative(double x) {
        return 0.5 * Erf.erfc(-Arguments.number("x", x) / ROOT_TWO);
    }

    /**
     * The value that a standard normal variable stays at or below with the given probability.
     *
     * @param probability in (0, 1)
     */
    public static double quantile(double probability) {
        Arguments.between("probability", probability, 0, 1);
        double q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRAL_TOP, r) / polynomial(CENTRAL_BOTTOM, r);
        }
        double r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
        double x = r <= 5
                ? polynomial(MIDDLE_TOP, r - 1.6) / polynomial(MIDDLE_BOTTOM, r - 1.6)
                : polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
        return q < 0 ? -x : x;
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
