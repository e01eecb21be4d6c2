package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share, less what is sold short, of each region that is known. */
final class RegionShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.REGION;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.by(Situation.Holding::region).stream()
                .filter(part -> !Situation.SPREAD.contains(part.getKey())
                        && situation.share(Math.abs(part.getValue())) > threshold)
                .map(part -> new Finding(
                        part.getKey(),
                        situation.share(Math.abs(part.getValue())),
                        Math.abs(part.getValue()),
                        situation.towardsNothing(
                                holding -> holding.region().equals(part.getKey()),
                                Math.abs(part.getValue()) - threshold * situation.total()),
                        (part.getValue() < 0
                                        ? "%s is sold short for %s of the portfolio: when its economy and its currency do well, it costs."
                                        : "%s is %s of the portfolio: its economy, its politics and its currency decide.")
                                .formatted(part.getKey(), Rule.percent(situation.share(Math.abs(part.getValue()))))))
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(
                Math.abs(situation.worth(holding -> holding.region().equals(subject))));
    }
}
