package io.riskwatch.analytics.optimization;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.Shrinkage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is believed about the holdings, per year.
 *
 * @param invested share of the value in positions; what is missing to 1 is cash in the base currency, negative a loan
 * @param today each position's share of what is invested; they sum to 1
 * @param fixed positions that are no investment but cash in a foreign currency
 * @param expectedReturns arithmetic, annual
 * @param covariance annual
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never compared
record Estimates(
        List<String> symbols,
        double invested,
        double[] today,
        boolean[] fixed,
        double[] expectedReturns,
        double[][] covariance) {

    private static final String FOREIGN_CASH = "CASH:";

    static Estimates of(Exposure exposure, OptimizationParameters parameters) {
        double invested = Arrays.stream(exposure.weights()).sum();
        if (!(invested > 1e-9)) {
            throw new BadInputException("holdings", "Nothing is invested on balance: there is nothing to divide anew.");
        }
        List<String> symbols = exposure.symbols();
        double[] today =
                Arrays.stream(exposure.weights()).map(w -> w / invested).toArray();
        boolean[] fixed = new boolean[today.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = symbols.get(i).startsWith(FOREIGN_CASH);
        }
        double[][] daily = switch (parameters.covariance()) {
            case SAMPLE -> Covariance.sample(exposure.returns());
            case LEDOIT_WOLF -> Shrinkage.ledoitWolf(exposure.returns()).covariance();
        };
        for (double[] row : daily) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= TRADING_DAYS;
            }
        }
        return new Estimates(symbols, invested, today, fixed, means(exposure, parameters, symbols), daily);
    }

    private static double[] means(Exposure exposure, OptimizationParameters parameters, List<String> symbols) {
        double[] means = Covariance.columnMeans(exposure.returns());
        for (int i = 0; i < means.length; i++) {
            means[i] *= TRADING_DAYS;
        }
        for (Map.Entry<String, Double> believed : parameters.expectedReturns().entrySet()) {
            String field = "parameters.expectedReturns." + believed.getKey();
            means[Limits.indexOf(believed.getKey(), symbols, field)] = believed.getValue();
        }
        return means;
    }

    int assets() {
        return today.length;
    }

    /** Shares of what is invested as shares of the whole value. */
    double[] ofValue(double[] shares) {
        return Arrays.stream(shares).map(v -> v * invested).toArray();
    }

    /** Expected annual return of the whole value; cash in the base currency earns nothing. */
    double expectedReturn(double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * expectedReturns[i];
        }
        return sum * invested;
    }

    /** Annual volatility of the whole value. */
    double volatility(double[] shares) {
        return invested * Math.sqrt(variance(shares));
    }

    private double variance(double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * covarianceWith(i, shares);
        }
        return Math.max(0, sum);
    }

    private double covarianceWith(int asset, double[] shares) {
        double sum = 0;
        for (int j = 0; j < shares.length; j++) {
            sum += covariance[asset][j] * shares[j];
        }
        return sum;
    }

    /** Each position's part of the volatility; they sum to 1, and are 0 where nothing varies. */
    double[] riskShares(double[] shares) {
        double variance = variance(shares);
        double[] parts = new double[shares.length];
        for (int i = 0; i < parts.length && variance > 0; i++) {
            parts[i] = shares[i] * covarianceWith(i, shares) / variance;
        }
        return parts;
    }
}
