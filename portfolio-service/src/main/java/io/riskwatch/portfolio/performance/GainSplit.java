package io.riskwatch.portfolio.performance;

/**
 * A gain in the base currency by where it came from.
 *
 * @param price had the exchange rate stood still
 * @param currency had the price stood still
 * @param cross what only both together explain
 */
record GainSplit(double price, double currency, double cross) {

    static final GainSplit NONE = new GainSplit(0, 0, 0);

    GainSplit plus(GainSplit other) {
        return new GainSplit(price + other.price, currency + other.currency, cross + other.cross);
    }

    double total() {
        return price + currency + cross;
    }
}
