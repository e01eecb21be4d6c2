package io.riskwatch.analytics.optimization;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.exposure.Exposure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What to sell and to buy, in whole shares, so that the purchases and all costs are paid by the sales.
 *
 * <p>Sales are rounded up to a whole share and never exceed what is held; a position that is given up is sold with its fraction.
 * Purchases are scaled to what the sales leave, rounded down, and the rest buys one more share where most is lacking.
 *
 * @param trades sales first, each by size
 * @param weights shares of the value left after the costs, one per position
 * @param cost of all trades, in money
 * @param cashChange in money; negative only where the sales do not even pay their own fees
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TradeList(List<Trade> trades, double[] weights, double cost, double cashChange) {

    /** A target this near to nothing is a position given up. */
    private static final double NOTHING = 1e-6;

    enum Action {
        SELL,
        BUY
    }

    /**
     * One trade.
     *
     * @param price and the rest in the base currency
     * @param realisedGains of what it closes, by lot method; null when it closes nothing or its lots are not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trade(
            Action action,
            String symbol,
            double shares,
            double price,
            double amount,
            double cost,
            @Nullable List<RealisedGain> realisedGains) {

        Trade with(List<RealisedGain> gains) {
            return new Trade(action, symbol, shares, price, amount, cost, gains);
        }
    }

    /**
     * The trades from what is held to the targets.
     *
     * @param target shares of the value, one per position
     * @param value money that weights are shares of
     */
    static TradeList of(Exposure exposure, double[] target, double value, OptimizationParameters parameters) {
        double[] prices = exposure.lastCloses();
        double[] weights = exposure.weights();
        double[] shares = new double[target.length];
        double rate = parameters.costRate();
        double budget = 0;
        for (int i = 0; i < target.length; i++) {
            double held = weights[i] * value / prices[i];
            double lacking = (target[i] - weights[i]) * value / prices[i];
            if (lacking < 0 && wanted(lacking, prices[i], value)) {
                shares[i] = target[i] <= NOTHING && held > 0 && target[i] >= 0
                        ? -held
                        : Math.max(Math.floor(lacking), held > 0 && target[i] >= 0 ? -held : -Double.MAX_VALUE);
                budget += -shares[i] * prices[i] * (1 - rate) - parameters.costPerTrade();
            }
        }
        buy(exposure, target, value, parameters, budget, shares);
        return listed(exposure, shares, value, parameters);
    }

    private static void buy(
            Exposure exposure,
            double[] target,
            double value,
            OptimizationParameters parameters,
            double budget,
            double[] shares) {
        double[] prices = exposure.lastCloses();
        int[] bought = IntStream.range(0, target.length)
                .filter(i -> wanted((target[i] - exposure.weights()[i]) * value / prices[i], prices[i], value)
                        && target[i] > exposure.weights()[i])
                .toArray();
        double each = 1 + parameters.costRate();
        double wish = IntStream.of(bought)
                .mapToDouble(i -> (target[i] - exposure.weights()[i]) * value * each)
                .sum();
        double left = Math.max(0, budget - bought.length * parameters.costPerTrade());
        double scale = wish > 0 ? Math.min(1, left / wish) : 0;
        double[] lacking = new double[target.length];
        for (int i : bought) {
            double ideal = scale * (target[i] - exposure.weights()[i]) * value / prices[i];
            shares[i] = Math.floor(ideal + 1e-9);
            lacking[i] = (ideal - shares[i]) * prices[i];
            left -= shares[i] * prices[i] * each;
        }
        for (int i : IntStream.of(bought)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -lacking[i]))
                .mapToInt(Integer::intValue)
                .toArray()) {
            if (lacking[i] > 0.5 * prices[i] && prices[i] * each <= left) {
                shares[i]++;
                left -= prices[i] * each;
            }
        }
    }

    /** Not worth a trade: less than a millionth of the value. */
    private static boolean wanted(double shares, double price, double value) {
        return Math.abs(shares) * price > NOTHING * value;
    }

    private static TradeList listed(
            Exposure exposure, double[] shares, double value, OptimizationParameters parameters) {
        List<Trade> trades = new ArrayList<>();
        double[] after = exposure.weights().clone();
        double cost = 0;
        double cash = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                double price = exposure.lastCloses()[i];
                double amount = Math.abs(shares[i]) * price;
                double itsCost = amount * parameters.costRate() + parameters.costPerTrade();
                cost += itsCost;
                cash -= shares[i] * price;
                after[i] += shares[i] * price / value;
                trades.add(new Trade(
                        shares[i] < 0 ? Action.SELL : Action.BUY,
                        exposure.symbols().get(i),
                        Math.abs(shares[i]),
                        price,
                        amount,
                        itsCost,
                        null));
            }
        }
        trades.sort(Comparator.comparing(Trade::action)
                .thenComparing(Comparator.comparingDouble(Trade::amount).reversed()));
        for (int i = 0; i < after.length; i++) {
            after[i] *= value / (value - cost);
        }
        return new TradeList(List.copyOf(trades), after, cost, cash - cost);
    }
}
