package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Whether the cost of holdings is not known. */
final class CostUnknown implements Rule {

    @Override
    public RuleId id() {
        return RuleId.COST_UNKNOWN;
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
                "Without what %s cost neither gain nor tax can be told. Enter the cost of their opening lots."
                        .formatted(symbols)));
    }

    private static boolean concerns(Situation situation, Situation.Holding holding) {
        return holding.cost().isEmpty() && situation.total() > 0;
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.size(holding -> concerns(situation, holding)));
    }
}
