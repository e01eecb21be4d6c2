package io.riskwatch.portfolio.recommendation.rule;

import io.riskwatch.portfolio.riskscore.ReturnHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Builds situations: {@code mix().hold("A", 60).hold("B", 40).cash(10)}. */
final class Mix {

    private final List<Situation.Holding> holdings = new ArrayList<>();
    private final Map<String, Double> cash = new HashMap<>();
    private final Map<String, double[]> returns = new HashMap<>();
    private int tolerance = 5;
    private double fees;
    private int trades;
    private Optional<Situation.Target> target = Optional.empty();

    static Mix mix() {
        return new Mix();
    }

    Mix hold(String symbol, double value) {
        return hold(symbol, value, "EQUITY", "Energy", "Europe", "USD");
    }

    Mix hold(String symbol, double value, String assetClass, String sector, String region, String currency) {
        holdings.add(new Situation.Holding(
                symbol, assetClass, sector, region, currency, value, Optional.of(value), false, false));
        return this;
    }

    Mix flagged(String symbol, double value, Optional<Double> cost, boolean stale, boolean unpriced) {
        holdings.add(new Situation.Holding(symbol, "EQUITY", "Energy", "Europe", "USD", value, cost, stale, unpriced));
        return this;
    }

    Mix cash(double amount) {
        return cash("USD", amount);
    }

    Mix cash(String currency, double amount) {
        cash.put(currency, amount);
        return this;
    }

    Mix tolerance(int stated) {
        tolerance = stated;
        return this;
    }

    Mix fees(double paid) {
        fees = paid;
        return this;
    }

    Mix trades(int count) {
        trades = count;
        return this;
    }

    Mix target(Situation.Target wanted) {
        target = Optional.of(wanted);
        return this;
    }

    /** Daily returns of a normal distribution; the same seed moves the same way. */
    Mix moves(String symbol, double annualVolatility, int seed) {
        var random = new Random(seed);
        var series = new double[250];
        for (var i = 0; i < series.length; i++) {
            series[i] = annualVolatility / Math.sqrt(252) * random.nextGaussian();
        }
        return returns(symbol, series);
    }

    Mix returns(String symbol, double[] series) {
        returns.put(symbol, series);
        return this;
    }

    Situation build() {
        var length = returns.values().stream()
                .mapToInt(series -> series.length)
                .findFirst()
                .orElse(0);
        var first = LocalDate.of(2024, 1, 1);
        return new Situation(
                "USD",
                holdings,
                cash,
                new ReturnHistory(first.datesUntil(first.plusDays(length)).toList(), returns),
                tolerance,
                fees,
                trades,
                target);
    }
}
