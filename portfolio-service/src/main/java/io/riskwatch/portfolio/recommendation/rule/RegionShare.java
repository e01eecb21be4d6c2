package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of each region that is known. */
final class RegionShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.REGION;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.by(Situation.Holding::region).stream()
                .filter(part ->
                        !Situation.SPREAD.contains(part.getKey()) && situation.share(part.getValue()) > threshold)
                .map(part -> new Finding(
                        part.getKey(),
                        situation.share(part.getValue()),
                        part.getValue(),
                        situation.sell(
                                holding -> holding.region().equals(part.getKey()),
                                part.getValue() - threshold * situation.total()),
                        "%s is %s of the portfolio: its economy, its politics and its currency decide."
                                .formatted(part.getKey(), Rule.percent(situation.share(part.getValue())))))
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.worth(holding -> holding.region().equals(subject)));
    }
}
