package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;

/**
 * The stake that makes wealth grow fastest in the long run.
 *
 * <p>Source: E. Thorp, "The Kelly criterion in blackjack, sports betting and the stock market" (2006).
 */
public final class Kelly {
    private Kelly() {}

    /**
     * Continuous case: f = (m - r) / s^2 of wealth in the risky asset; above 1 means borrowing.
     *
     * @param drift m per year
     * @param volatility s per year, greater than 0
     * @param riskFree r per year
     */
    public static double fraction(double drift, double volatility, double riskFree) {
        Arguments.finite("drift", drift);
        Arguments.positive("volatility", volatility);
        Arguments.finite("riskFree", riskFree);
        return (drift - riskFree) / (volatility * volatility);
    }

    /** Growth rate of log wealth at a stake f: r + f (m - r) - f^2 s^2 / 2, per year. */
    public static double growth(double fraction, double drift, double volatility, double riskFree) {
        Arguments.finite("fraction", fraction);
        Arguments.finite("drift", drift);
        Arguments.positive("volatility", volatility);
        Arguments.finite("riskFree", riskFree);
        return riskFree + fraction * (drift - riskFree) - 0.5 * fraction * fraction * volatility * volatility;
    }

    /**
     * A repeated bet: f = p - (1 - p) / b; negative means do not bet.
     *
     * @param winProbability p in (0, 1)
     * @param odds b, gain per unit staked, greater than 0
     */
    public static double bet(double winProbability, double odds) {
        Arguments.between("winProbability", winProbability, 0, 1);
        Arguments.positive("odds", odds);
        return winProbability - (1 - winProbability) / odds;
    }
}
