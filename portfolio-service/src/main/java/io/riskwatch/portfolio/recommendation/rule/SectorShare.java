package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share, less what is sold short, of each industry that is known. */
final class SectorShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.SECTOR;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.by(Situation.Holding::sector).stream()
                .filter(part -> !Situation.SPREAD.contains(part.getKey())
                        && situation.share(Math.abs(part.getValue())) > threshold)
                .map(part -> new Finding(
                        part.getKey(),
                        situation.share(Math.abs(part.getValue())),
                        Math.abs(part.getValue()),
                        situation.towardsNothing(
                                holding -> holding.sector().equals(part.getKey()),
                                Math.abs(part.getValue()) - threshold * situation.total()),
                        (part.getValue() < 0
                                        ? "%s is sold short for %s of the portfolio: what lifts the industry costs on all of it at once."
                                        : "%s is %s of the portfolio: what hits the industry hits all of it at once.")
                                .formatted(part.getKey(), Rule.percent(situation.share(Math.abs(part.getValue()))))))
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(
                Math.abs(situation.worth(holding -> holding.sector().equals(subject))));
    }
}
