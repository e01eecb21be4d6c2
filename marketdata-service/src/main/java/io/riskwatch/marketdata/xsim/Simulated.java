package io.riskwatch.marketdata.xsim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A listing with what the model needs to know of it.
 *
 * @param start the price before the first day, above 0
 * @param annualDrift log return per year beside what the factors earn
 * @param loadings sensitivity to the factors; 0 where absent
 * @param ownVolatility annual volatility of the shocks nobody shares, at least 0
 * @param payout its dividends, where it pays any
 * @param splits by day; prices before them are told as they were traded
 */
record Simulated(
        Listing listing,
        double start,
        double annualDrift,
        Map<Factor, Double> loadings,
        double ownVolatility,
        @Nullable Payout payout,
        List<StockSplit> splits) {

    /** One that neither pays nor splits. */
    Simulated(Listing listing, double start, double annualDrift, Map<Factor, Double> loadings, double ownVolatility) {
        this(listing, start, annualDrift, loadings, ownVolatility, null, List.of());
    }

    Simulated {
        if (!(start > 0) || !(ownVolatility >= 0)) {
            throw new IllegalArgumentException(
                    "start must be positive and ownVolatility at least 0 for " + listing.symbol());
        }
        loadings = Map.copyOf(loadings);
        splits = List.copyOf(splits);
    }

    Simulated withActions(@Nullable Payout dividends, List<StockSplit> stockSplits) {
        return new Simulated(listing, start, annualDrift, loadings, ownVolatility, dividends, stockSplits);
    }

    /** How many of today's shares one share of the day was. */
    double laterSplits(LocalDate day) {
        return splits.stream()
                .filter(split -> split.day().isAfter(day))
                .mapToDouble(split -> (double) split.newShares() / split.oldShares())
                .reduce(1, (a, b) -> a * b);
    }

    /** What it does when the market does one. */
    double marketSensitivity() {
        return loadings.getOrDefault(Factor.MARKET, 0.0);
    }

    /** The part of the log distance from the start that is taken back per year: money and metals do not grow. */
    double annualReversion() {
        return switch (listing.type()) {
            case FX -> 0.35;
            case COMMODITY -> 0.08;
            case EQUITY, ETF, FUND, BOND, CRYPTO, INDEX, FACTOR, CASH, OPTION, FUTURE, OTHER -> 0;
        };
    }

    /** The loadings by the factors' indices. */
    double[] loadingVector() {
        double[] vector = new double[Factor.values().length];
        loadings.forEach((factor, loading) -> vector[factor.index()] = loading);
        return vector;
    }
}
