package io.riskwatch.quant.optimization;

/** One portfolio of the efficient frontier. */
public final class FrontierPoint {
    private final double[] weights;
    private final double expectedReturn;
    private final double volatility;

    /** Takes over an array that nobody else keeps. */
    FrontierPoint(double[] weights, double expectedReturn, double volatility) {
        this.weights = weights;
        this.expectedReturn = expectedReturn;
        this.volatility = volatility;
    }

    /** One per asset, summing to 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** Per period. */
    public double expectedReturn() {
        return expectedReturn;
    }

    /** Standard deviation per period. */
    public double volatility() {
        return volatility;
    }
}
