package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import java.util.Arrays;
import java.util.List;

/**
 * A named rule on a weighted sum of weights: low <= a'w <= high. Equal ends make an equation; an infinite end leaves its
 * side open.
 */
public final class LinearConstraint {
    private final String name;
    private final double[] coefficients;
    private final double low;
    private final double high;

    private LinearConstraint(String name, double[] coefficients, double low, double high) {
        this.name = name;
        this.coefficients = coefficients;
        this.low = low;
        this.high = high;
    }

    /**
     * A rule between two ends.
     *
     * @param name the left side in the words an error should use, e.g. "weight of technology"
     * @param coefficients a, one per asset, not all zero
     */
    public static LinearConstraint between(String name, double[] coefficients, double low, double high) {
        Arguments.series(name, coefficients, 1);
        boolean zero = true;
        for (double a : coefficients) {
            zero &= a == 0;
        }
        if (zero) {
            throw new IllegalArgumentException(name + " must have a coefficient that is not zero");
        }
        if (!(low <= high) || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
            throw new InfeasibleException(List.of(name + " >= " + low, name + " <= " + high));
        }
        return new LinearConstraint(name, coefficients.clone(), low, high);
    }

    /** A row that only says what an auxiliary variable means; never named in a refusal. */
    static LinearConstraint definition(double[] coefficients, double low, double high) {
        return new LinearConstraint("", coefficients, low, high);
    }

    /** The equation a'w = value. */
    public static LinearConstraint equal(String name, double[] coefficients, double value) {
        return between(name, coefficients, Arguments.finite(name, value), value);
    }

    /** The sum of the weights of some assets between two ends. */
    public static LinearConstraint group(String name, int assets, int[] members, double low, double high) {
        double[] coefficients = new double[Arguments.atLeast("assets", assets, 1)];
        for (int member : members) {
            coefficients[(int) Arguments.within("member of " + name, member, 0, assets - 1)] = 1;
        }
        return between("weight of " + name, coefficients, low, high);
    }

    /** The left side in words. */
    public String name() {
        return name;
    }

    /** The same rule for weights followed by auxiliary variables, which it does not touch. */
    LinearConstraint widened(int variables) {
        return new LinearConstraint(name, Arrays.copyOf(coefficients, variables), low, high);
    }

    /** Least value of the left side; negative infinity where that side is open. */
    public double low() {
        return low;
    }

    /** Greatest value of the left side; infinity where that side is open. */
    public double high() {
        return high;
    }

    /** Whether both ends are the same. */
    public boolean isEquation() {
        return low == high;
    }

    /** One of its two sides in words, e.g. "weight of energy <= 0.3". */
    String words(boolean lowEnd) {
        return name + (isEquation() ? " = " : lowEnd ? " >= " : " <= ") + (lowEnd ? low : high);
    }

    /** The left side, a'w. */
    public double at(double[] weights) {
        Arguments.series("weights", weights, 1);
        Arguments.sameLength("weights", weights.length, "coefficients", coefficients.length);
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * weights[i];
        }
        return sum;
    }

    /** Shared inside the package; not to be changed. */
    double[] coefficients() {
        return coefficients;
    }
}
