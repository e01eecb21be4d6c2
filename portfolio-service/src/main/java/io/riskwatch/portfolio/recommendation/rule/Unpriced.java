package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Whether holdings are valued at their last trade because no market knows them. */
final class Unpriced implements Rule {

    @Override
    public RuleId id() {
        return RuleId.UNPRICED;
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
                "Nobody quotes %s; they stand at the price of their last trade. Add a price source, or upload their history."
                        .formatted(symbols)));
    }

    private static boolean concerns(Situation situation, Situation.Holding holding) {
        return holding.unpriced() && situation.total() > 0;
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.size(holding -> concerns(situation, holding)));
    }
}
