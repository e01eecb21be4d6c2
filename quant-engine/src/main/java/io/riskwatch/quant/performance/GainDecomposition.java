package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;

/**
 * Where the gain of a foreign holding came from: its price, the currency, or both together.
 *
 * <p>price = q (p1 - p0) f0; currency = q p0 (f1 - f0); cross = q (p1 - p0)(f1 - f0); they sum to q (p1 f1 - p0 f0).
 *
 * @param price gain had the exchange rate stood still
 * @param currency gain had the price stood still
 * @param cross what only both together explain
 */
public record GainDecomposition(double price, double currency, double cross) {
    /**
     * The decomposition, in base currency.
     *
     * @param quantity q, of either sign
     * @param priceBefore p0 in the holding's currency
     * @param priceAfter p1
     * @param rateBefore f0, base currency per unit of the holding's, greater than 0
     * @param rateAfter f1
     */
    public static GainDecomposition of(
            double quantity, double priceBefore, double priceAfter, double rateBefore, double rateAfter) {
        Arguments.finite("quantity", quantity);
        Arguments.notNegative("priceBefore", priceBefore);
        Arguments.notNegative("priceAfter", priceAfter);
        Arguments.positive("rateBefore", rateBefore);
        Arguments.positive("rateAfter", rateAfter);
        double priceChange = priceAfter - priceBefore;
        double rateChange = rateAfter - rateBefore;
        return new GainDecomposition(
                quantity * priceChange * rateBefore,
                quantity * priceBefore * rateChange,
                quantity * priceChange * rateChange);
    }

    /** The whole gain in base currency. */
    public double total() {
        return price + currency + cross;
    }
}
