package io.riskwatch.quant.backtest;

/**
 * What trading takes away, each as a share of the traded value in [0, 1).
 *
 * @param commissionRate paid to the broker, on purchases and on sales
 * @param slippageRate by how much a purchase is filled above, and a sale below, the price one saw
 */
public record TradingCosts(double commissionRate, double slippageRate) {
    /** Trading for nothing. */
    public static final TradingCosts NONE = new TradingCosts(0, 0);

    public TradingCosts {
        requireShare("commissionRate", commissionRate);
        requireShare("slippageRate", slippageRate);
    }

    /** The price at which an order is filled: signed units above 0 buy, below 0 sell. */
    double fill(double price, double units) {
        return price * (1 + Math.signum(units) * slippageRate);
    }

    private static void requireShare(String name, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(name + " must lie in [0, 1), was " + rate);
        }
    }
}
