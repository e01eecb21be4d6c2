package io.riskwatch.marketdata.xsim;

import java.util.Map;

/**
 * A listing with what the model needs to know of it.
 *
 * @param start the price before the first day, above 0
 * @param annualDrift log return per year beside what the factors earn
 * @param loadings sensitivity to the factors; 0 where absent
 * @param ownVolatility annual volatility of the shocks nobody shares, at least 0
 */
record Simulated(
        Listing listing, double start, double annualDrift, Map<Factor, Double> loadings, double ownVolatility) {
    Simulated {
        if (!(start > 0) || !(ownVolatility >= 0)) {
            throw new IllegalArgumentException(
                    "start must be positive and ownVolatility at least 0 for " + listing.symbol());
        }
        loadings = Map.copyOf(loadings);
    }

    /** The part of the log distance from the start that is taken back per year: money and metals do not grow. */
    double annualReversion() {
        return switch (listing.type()) {
            case FX -> 0.35;
            case COMMODITY -> 0.08;
            case EQUITY, ETF, BOND, CRYPTO, INDEX, FACTOR, CASH, OTHER -> 0;
        };
    }

    /** The loadings by the factors' indices. */
    double[] loadingVector() {
        double[] vector = new double[Factor.values().length];
        loadings.forEach((factor, loading) -> vector[factor.index()] = loading);
        return vector;
    }
}
