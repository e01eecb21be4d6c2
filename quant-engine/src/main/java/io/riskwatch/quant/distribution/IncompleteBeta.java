package io.riskwatch.quant.distribution;

import io.riskwatch.quant.NumericalFailureException;
import org.apache.commons.math3.special.Beta;

/**
 * The regularised incomplete beta function I_x(a, b) by Lentz's continued fraction, to full double precision.
 *
 * <p>commons-math's own stops at about 1e-10 for the parameters of Student's t.
 *
 * <p>Source: W. Press et al., "Numerical Recipes" (2007) sec. 6.4; NIST DLMF 8.17.22.
 */
final class IncompleteBeta {
    private static final int MOST_TERMS = 100_000;
    private static final double TINY = 1e-300;

    private IncompleteBeta() {}

    static double regularised(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - Beta.logBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            double step = d * c;
            value *= step;
            if (Math.abs(step - 1) < 1e-16) {
                return value;
            }
        }
        throw new NumericalFailureException("incomplete beta function: no convergence in " + MOST_TERMS
                + " terms at x = " + x + ", a = " + a + ", b = " + b);
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
