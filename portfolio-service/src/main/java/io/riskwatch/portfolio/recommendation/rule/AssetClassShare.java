package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of each class of assets that is known. */
final class AssetClassShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.ASSET_CLASS;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.by(Situation.Holding::assetClass).stream()
                .filter(part ->
                        !part.getKey().equals(Situation.UNKNOWN) && situation.share(part.getValue()) > threshold)
                .map(part -> new Finding(
                        part.getKey(),
                        situation.share(part.getValue()),
                        part.getValue(),
                        situation.sell(
                                holding -> holding.assetClass().equals(part.getKey()),
                                part.getValue() - threshold * situation.total()),
                        "%s is %s of the portfolio: nothing of another kind cushions a fall."
                                .formatted(part.getKey(), Rule.percent(situation.share(part.getValue())))))
                .toList();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.worth(holding -> holding.assetClass().equals(subject)));
    }
}
