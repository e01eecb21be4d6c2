package io.riskwatch.quant.risk.backtest;

import io.riskwatch.quant.Arguments;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The Basel supervisor's verdict on a value-at-risk model: green, yellow or red by the number of exceptions.
 *
 * <p>The zone follows the probability of at most that many exceptions if the model is right: below 95 % green, below
 * 99.99 % yellow, else red. For 250 days at 99 %: 0-4, 5-9, 10 and more.
 *
 * <p>Source: BCBS, "Supervisory framework for the use of backtesting" (January 1996), table 2; Basel III: MAR99.
 *
 * @param exceptions number of exceptions
 * @param cumulativeProbability of at most that many if the model is right, in [0, 1]
 * @param zone the colour
 */
public record TrafficLight(int exceptions, double cumulativeProbability, Zone zone) {
    private static final double[] BASEL_1996 = {0.40, 0.50, 0.65, 0.75, 0.85};
    private static final double[] BASEL_III = {0.20, 0.26, 0.33, 0.38, 0.42};

    /** The colours, in order of worry. */
    public enum Zone {
        GREEN,
        YELLOW,
        RED
    }

    /**
     * The verdict on a count.
     *
     * @param observations at least 1; 250 in the rules
     * @param exceptions from 0 to observations
     * @param tail 1 - confidence, 0.01 in the rules
     */
    public static TrafficLight of(int observations, int exceptions, double tail) {
        Arguments.atLeast("observations", observations, 1);
        Arguments.within("exceptions", exceptions, 0, observations);
        Arguments.between("tail", tail, 0, 1);
        double probability = new BinomialDistribution(null, observations, tail).cumulativeProbability(exceptions);
        Zone zone = probability < 0.95 ? Zone.GREEN : probability < 0.9999 ? Zone.YELLOW : Zone.RED;
        return new TrafficLight(exceptions, probability, zone);
    }

    /** The 1996 plus factor on the multiplier 3 for 250 days at 99 %: 0, then 0.40 at five exceptions up to 1.00. */
    public double plusFactor1996() {
        return plus(BASEL_1996, 1.00);
    }

    /** The Basel III (MAR99) addition to the multiplier 1.5: 0, then 0.20 at five exceptions up to 0.50. */
    public double plusFactorBasel3() {
        return plus(BASEL_III, 0.50);
    }

    private double plus(double[] fromFive, double atTen) {
        if (exceptions < 5) {
            return 0;
        }
        return exceptions < 10 ? fromFive[exceptions - 5] : atTen;
    }
}
