package io.riskwatch.portfolio.recommendation.rule;

import io.riskwatch.portfolio.allocation.Dimension;
import io.riskwatch.portfolio.riskscore.Exposure;
import io.riskwatch.portfolio.riskscore.ReturnHistory;
import io.riskwatch.portfolio.riskscore.RiskScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A portfolio as the rules see it; money is in its base currency, weights are shares of the total.
 *
 * @param cash by currency, negative where it is borrowed
 * @param riskTolerance of the user, 1 (none) to 5 (high)
 * @param feesOfYear what brokers took in the last twelve months
 * @param tradesOfMonth purchases and sales of the last thirty days
 * @param target what the user wants, where that is said
 */
public record Situation(
        String currency,
        List<Holding> holdings,
        Map<String, Double> cash,
        ReturnHistory history,
        int riskTolerance,
        double feesOfYear,
        int tradesOfMonth,
        Optional<Target> target) {

    public Situation {
        holdings = List.copyOf(holdings);
        cash = Map.copyOf(cash);
    }

    /** What an instrument does not tell. */
    public static final String UNKNOWN = Dimension.UNKNOWN;

    /** Sectors and regions in which nothing is concentrated: a broad fund holds all industries, a world fund all regions. */
    static final Set<String> SPREAD = Set.of(UNKNOWN, "Broad", "World");

    /**
     * A position.
     *
     * @param cost what is paid for it; empty when a lot's cost is not known
     * @param stale whether its price is older than it should be
     * @param unpriced whether no market knows it
     */
    public record Holding(
            String symbol,
            String assetClass,
            String sector,
            String region,
            String currency,
            double value,
            Optional<Double> cost,
            boolean stale,
            boolean unpriced) {

        /** What of it moves with its price: its worth, or what is owed of it. */
        double size() {
            return Math.abs(value);
        }

        /** Whether it is owed, having been sold short. */
        boolean isShort() {
            return value < 0;
        }

        /** What a sentence calls it. */
        String called() {
            return isShort() ? symbol + " (sold short)" : symbol;
        }

        /** Whether it is itself a basket. */
        public boolean isFund() {
            return assetClass.equals("ETF") || assetClass.equals("INDEX");
        }

        Holding worth(double changed) {
            var part = value == 0 ? 0 : changed / value;
            return new Holding(
                    symbol,
                    assetClass,
                    sector,
                    region,
                    currency,
                    changed,
                    cost.map(paid -> paid * part),
                    stale,
                    unpriced);
        }
    }

    /**
     * What the user wants and what leads there.
     *
     * @param weights by key of the dimension
     * @param trades money by symbol, negative of sales
     */
    public record Target(Dimension dimension, Map<String, Double> weights, Map<String, Double> trades) {

        public Target {
            weights = Map.copyOf(weights);
            trades = Map.copyOf(trades);
        }
    }

    public double positions() {
        return holdings.stream().mapToDouble(Holding::value).sum();
    }

    public double cashTotal() {
        return cash.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public double total() {
        return positions() + cashTotal();
    }

    /** An amount as a share of the total; 0 of nothing. */
    public double share(double amount) {
        return total() <= 0 ? 0 : amount / total();
    }

    /** What the holdings that fit are worth, less what of them is owed. */
    double worth(Predicate<Holding> which) {
        return holdings.stream().filter(which).mapToDouble(Holding::value).sum();
    }

    /** What of the holdings that fit moves with prices: owned and owed, both counted positive. */
    double size(Predicate<Holding> which) {
        return holdings.stream().filter(which).mapToDouble(Holding::size).sum();
    }

    /** What it would take today to buy back everything that is sold short. */
    double owed() {
        return size(Holding::isShort);
    }

    /** Cash that is one's own: what short sales brought is needed to buy back. Below zero something is borrowed. */
    double freeCash() {
        return cashTotal() - owed();
    }

    /** The worth by a property of the holdings, less what is owed; the farthest from nothing first. */
    List<Map.Entry<String, Double>> by(Function<Holding, String> property) {
        var sums = new TreeMap<String, Double>();
        holdings.forEach(holding -> sums.merge(property.apply(holding), holding.value(), Double::sum));
        return sums.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> sum) -> -Math.abs(sum.getValue())))
                .map(sum -> Map.entry(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Sales of an amount in the proportions of the holdings that fit; what is sold short is left alone. */
    Map<String, Double> sell(Predicate<Holding> which, double amount) {
        return inProportion(which.and(holding -> !holding.isShort()), -amount);
    }

    /** Purchases in the proportions of the holdings that fit; what is sold short is left alone. */
    Map<String, Double> buy(Predicate<Holding> which, double amount) {
        return inProportion(which.and(holding -> !holding.isShort()), amount);
    }

    /** Makes the holdings that fit smaller by an amount together: what is owned is sold, what is owed bought back. */
    Map<String, Double> reduce(Predicate<Holding> which, double amount) {
        return inProportion(which, -amount);
    }

    /** Brings the net worth of the holdings that fit nearer to nothing, by the side that weighs more. */
    Map<String, Double> towardsNothing(Predicate<Holding> which, double amount) {
        var owing = worth(which) < 0;
        return reduce(which.and(holding -> holding.isShort() == owing), amount);
    }

    /** With a positive amount away from nothing, with a negative one towards it. */
    private Map<String, Double> inProportion(Predicate<Holding> which, double amount) {
        var size = size(which);
        var trades = new HashMap<String, Double>();
        if (size > 0) {
            holdings.stream()
                    .filter(which)
                    .forEach(holding -> trades.merge(holding.symbol(), amount * holding.value() / size, Double::sum));
        }
        return trades;
    }

    /** The situation when the trades are done, at no cost. */
    public Situation after(Map<String, Double> trades) {
        var moved = trades.values().stream().mapToDouble(Double::doubleValue).sum();
        var money = new HashMap<>(cash);
        money.merge(currency, -moved, Double::sum);
        return new Situation(
                currency,
                holdings.stream()
                        .map(holding -> holding.worth(holding.value() + trades.getOrDefault(holding.symbol(), 0.0)))
                        .filter(holding -> Math.abs(holding.value()) > 0.005)
                        .toList(),
                money,
                history,
                riskTolerance,
                feesOfYear,
                tradesOfMonth,
                target);
    }

    public Exposure exposure() {
        var values = new HashMap<String, Double>();
        holdings.forEach(holding -> values.merge(holding.symbol(), holding.value(), Double::sum));
        return new Exposure(values, cashTotal());
    }

    public Optional<RiskScore> riskScore() {
        return RiskScore.of(exposure(), history);
    }
}
