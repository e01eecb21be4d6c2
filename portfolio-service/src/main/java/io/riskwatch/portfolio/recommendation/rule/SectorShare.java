package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of each industry that is known. */
final class SectorShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.SECTOR;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.by(Situation.Holding::sector).stream()
                .filter(part ->
                        !Situation.SPREAD.contains(part.getKey()) && situation.share(part.getValue()) > threshold)
                .map(part -> new Finding(
                        part.getKey(),
                        situation.share(part.getValue()),
                        part.getValue(),
                        situation.sell(
                                holding -> holding.sector().equals(part.getKey()),
                                part.getValue() - threshold * situation.total()),
                        "%s is %s of the portfolio: what hits the industry hits all of it at once."
                                .formatted(part.getKey(), Rule.percent(situation.share(part.getValue())))))
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.worth(holding -> holding.sector().equals(subject)));
    }
}
