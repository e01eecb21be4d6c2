package io.riskwatch.portfolio.recommendation.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The weight of each position that is no fund, also of what is sold short; brought down to the threshold. */
final class SinglePosition implements Rule {

    @Override
    public RuleId id() {
        return RuleId.SINGLE_POSITION;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.holdings().stream()
                .filter(holding -> !holding.isFund() && situation.share(holding.size()) > threshold)
                .sorted(Comparator.comparingDouble(Situation.Holding::size).reversed())
                .map(holding -> finding(situation, holding, threshold))
                .toList();
    }

    private static Finding finding(Situation situation, Situation.Holding holding, double threshold) {
        var excess = holding.size() - threshold * situation.total();
        var share = situation.share(holding.size());
        return new Finding(
                holding.symbol(),
                share,
                holding.size(),
                Map.of(holding.symbol(), holding.isShort() ? excess : -excess),
                holding.isShort()
                        ? "If %s, sold short, doubles, the portfolio loses %s; a price can rise without limit, and so can this loss."
                                .formatted(holding.symbol(), Rule.percent(share))
                        : "If %s halves, the portfolio loses %s. One company can fail; a spread of them hardly does."
                                .formatted(holding.symbol(), Rule.percent(share / 2)));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.size(holding -> holding.symbol().equals(subject)));
    }
}
