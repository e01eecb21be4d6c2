package io.riskwatch.portfolio.recommendation.rule;

import java.util.Comparator;
import java.util.List;

/** The share of the three largest positions that are no funds. */
final class TopThree implements Rule {

    @Override
    public RuleId id() {
        return RuleId.TOP_THREE;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var largest = largest(situation);
        var worth = situation.worth(holding -> largest.contains(holding.symbol()));
        if (largest.size() < 3 || situation.share(worth) <= threshold) {
            return List.of();
        }
        return List.of(new Finding(
                "",
                situation.share(worth),
                worth,
                situation.sell(holding -> largest.contains(holding.symbol()), worth - threshold * situation.total()),
                "%s are %s of everything; the others hardly count."
                        .formatted(String.join(", ", largest), Rule.percent(situation.share(worth)))));
    }

    private static List<String> largest(Situation situation) {
        return situation.holdings().stream()
                .filter(holding -> !holding.isFund())
                .sorted(Comparator.comparingDouble(Situation.Holding::value).reversed())
                .limit(3)
                .map(Situation.Holding::symbol)
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        var largest = largest(situation);
        return situation.share(situation.worth(holding -> largest.contains(holding.symbol())));
    }
}
