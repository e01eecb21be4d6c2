package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share, less what is sold short, of each class of assets that is known. */
final class AssetClassShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.ASSET_CLASS;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.by(Situation.Holding::assetClass).stream()
                .filter(part -> !part.getKey().equals(Situation.UNKNOWN)
                        && situation.share(Math.abs(part.getValue())) > threshold)
                .map(part -> new Finding(
                        part.getKey(),
                        situation.share(Math.abs(part.getValue())),
                        Math.abs(part.getValue()),
                        situation.towardsNothing(
                                holding -> holding.assetClass().equals(part.getKey()),
                                Math.abs(part.getValue()) - threshold * situation.total()),
                        (part.getValue() < 0
                                        ? "%s is sold short for %s of the portfolio: nothing of another kind cushions a rise."
                                        : "%s is %s of the portfolio: nothing of another kind cushions a fall.")
                                .formatted(part.getKey(), Rule.percent(situation.share(Math.abs(part.getValue()))))))
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(
                Math.abs(situation.worth(holding -> holding.assetClass().equals(subject))));
    }
}
