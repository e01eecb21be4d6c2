package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;
import java.util.stream.Collectors;

/** The share, owned and owed together, of what is valued at prices older than they should be. */
final class StalePrices implements Rule {

    @Override
    public RuleId id() {
        return RuleId.STALE_PRICES;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var affected = situation.holdings().stream()
                .filter(holding -> concerns(situation, holding))
                .toList();
        var worth = situation.size(holding -> concerns(situation, holding));
        if (affected.isEmpty() || (situation.share(worth) <= threshold && (threshold > 0 || worth > 0))) {
            return List.of();
        }
        var symbols = affected.stream().map(Situation.Holding::symbol).limit(10).collect(Collectors.joining(", "));
        return List.of(Finding.withoutTrade(
                "",
                situation.share(worth),
                worth,
                "The prices of %s are old, so that every figure that uses them is of another day.".formatted(symbols)));
    }

    private static boolean concerns(Situation situation, Situation.Holding holding) {
        return holding.stale() && !holding.unpriced() && situation.total() > 0;
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.size(holding -> concerns(situation, holding)));
    }
}
