package io.riskwatch.portfolio.recommendation.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The share of the three largest positions that are no funds, owned and owed counted together. */
final class TopThree implements Rule {

    @Override
    public RuleId id() {
        return RuleId.TOP_THREE;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var largest = largest(situation);
        var worth = situation.size(holding -> largest.contains(holding.symbol()));
        if (largest.size() < 3 || situation.share(worth) <= threshold) {
            return List.of();
        }
        return List.of(new Finding(
                "",
                situation.share(worth),
                worth,
                situation.reduce(holding -> largest.contains(holding.symbol()), worth - threshold * situation.total()),
                "%s are %s of everything; the others hardly count."
                        .formatted(called(situation, largest), Rule.percent(situation.share(worth)))));
    }

    private static String called(Situation situation, List<String> symbols) {
        return situation.holdings().stream()
                .filter(holding -> symbols.contains(holding.symbol()))
                .sorted(Comparator.comparingDouble(Situation.Holding::size).reversed())
                .map(Situation.Holding::called)
                .collect(Collectors.joining(", "));
    }

    private static List<String> largest(Situation situation) {
        return situation.holdings().stream()
                .filter(holding -> !holding.isFund())
                .sorted(Comparator.comparingDouble(Situation.Holding::size).reversed())
                .limit(3)
                .map(Situation.Holding::symbol)
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        var largest = largest(situation);
        return situation.share(situation.size(holding -> largest.contains(holding.symbol())));
    }
}
