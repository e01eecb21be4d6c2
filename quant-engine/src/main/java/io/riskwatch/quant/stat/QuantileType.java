package io.riskwatch.quant.stat;

/**
 * The nine sample quantile definitions of Hyndman and Fan, numbered as R's {@code quantile(type = 1..9)}.
 *
 * <p>Types 1 to 3 pick or average observations; types 4 to 9 interpolate linearly between order statistics. {@link
 * #TYPE_7} is Riskwatch's default (Excel PERCENTILE.INC, numpy, R); Excel PERCENTILE.EXC is {@link #TYPE_6}.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 */
public enum QuantileType {
    /** Inverse of the empirical distribution function. */
    TYPE_1(1),
    /** As type 1, averaging at the steps. */
    TYPE_2(2),
    /** The observation nearest to n p, the even one on a tie. */
    TYPE_3(3),
    /** Linear interpolation of the empirical distribution function. */
    TYPE_4(4),
    /** Piecewise linear through the midpoints of the steps. */
    TYPE_5(5),
    /** Expectation-based: p(k) = k / (n + 1). */
    TYPE_6(6),
    /** Mode-based: p(k) = (k - 1) / (n - 1). The default. */
    TYPE_7(7),
    /** Approximately median-unbiased whatever the distribution. */
    TYPE_8(8),
    /** Approximately unbiased for normal data. */
    TYPE_9(9);

    private final int number;

    QuantileType(int number) {
        this.number = number;
    }

    /** The definition with R's number.
     *
     * @param number 1 to 9
     */
    public static QuantileType of(int number) {
        if (number < 1 || number > 9) {
            throw new IllegalArgumentException("quantileType must be 1 to 9, was " + number);
        }
        return values()[number - 1];
    }

    /** R's number, 1 to 9. */
    public int number() {
        return number;
    }
}
