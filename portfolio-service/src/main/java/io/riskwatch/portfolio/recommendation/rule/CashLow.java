package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of cash that is not needed to buy back what is sold short, when it is below the threshold and nothing is borrowed. */
final class CashLow implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CASH_LOW;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var share = situation.share(situation.freeCash());
        if (situation.total() <= 0 || share < 0 || share >= threshold) {
            return List.of();
        }
        var missing = threshold * situation.total() - situation.freeCash();
        return List.of(new Finding(
                "",
                share,
                missing,
                situation.sell(holding -> !holding.unpriced(), missing),
                situation.owed() > 0
                        ? "Your cash is what short sales brought, and it is owed. Without a reserve a bill or a fee makes you trade on"
                                + " whatever day it comes."
                        : "Without a reserve a bill or a fee makes you sell on whatever day it comes."));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.freeCash());
    }
}
