package io.riskwatch.portfolio.recommendation.rule;

import io.riskwatch.portfolio.allocation.Dimension;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The largest distance of a weight from its target; the trades are those of the rebalancing list. */
final class Drift implements Rule {

    @Override
    public RuleId id() {
        return RuleId.DRIFT;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        if (situation.target().isEmpty() || situation.total() <= 0) {
            return List.of();
        }
        var target = situation.target().get();
        var drift = measure(situation, "");
        if (drift <= threshold) {
            return List.of();
        }
        return List.of(new Finding(
                "",
                drift,
                drift * situation.total(),
                target.trades(),
                "A weight is %s away from what you decided; left alone the riskiest part grows until it leads."
                        .formatted(Rule.percent(drift))));
    }

    @Override
    public double measure(Situation situation, String subject) {
        if (situation.target().isEmpty()) {
            return 0;
        }
        var target = situation.target().get();
        var held = held(situation, target.dimension());
        var keys = new HashSet<>(held.keySet());
        keys.addAll(target.weights().keySet());
        return keys.stream()
                .mapToDouble(key -> Math.abs(situation.share(held.getOrDefault(key, 0.0))
                        - target.weights().getOrDefault(key, 0.0)))
                .max()
                .orElse(0);
    }

    private static Map<String, Double> held(Situation situation, Dimension dimension) {
        var held = new HashMap<String, Double>();
        situation.holdings().forEach(holding -> held.merge(key(holding, dimension), holding.value(), Double::sum));
        situation.cash().forEach((currency, money) -> held.merge(dimension.cashBucket(currency), money, Double::sum));
        return held;
    }

    private static String key(Situation.Holding holding, Dimension dimension) {
        return switch (dimension) {
            case SYMBOL -> holding.symbol();
            case CLASS -> holding.assetClass();
            case SECTOR -> holding.sector();
            case REGION -> holding.region();
            case CURRENCY -> holding.currency();
        };
    }
}
