package io.riskwatch.portfolio.recommendation.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The weight of each position that is no fund; sold down to the threshold. */
final class SinglePosition implements Rule {

    @Override
    public RuleId id() {
        return RuleId.SINGLE_POSITION;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.holdings().stream()
                .filter(holding -> !holding.isFund() && situation.share(holding.value()) > threshold)
                .sorted(Comparator.comparingDouble(Situation.Holding::value).reversed())
                .map(holding -> finding(situation, holding, threshold))
                .toList();
    }

    private static Finding finding(Situation situation, Situation.Holding holding, double threshold) {
        var excess = holding.value() - threshold * situation.total();
        return new Finding(
                holding.symbol(),
                situation.share(holding.value()),
                holding.value(),
                Map.of(holding.symbol(), -excess),
                "If %s halves, the portfolio loses %s. One company can fail; a spread of them hardly does."
                        .formatted(holding.symbol(), Rule.percent(situation.share(holding.value()) / 2)));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.worth(holding -> holding.symbol().equals(subject)));
    }
}
