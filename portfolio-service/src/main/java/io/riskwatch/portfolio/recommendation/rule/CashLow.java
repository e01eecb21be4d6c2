package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of cash, when it is below the threshold and nothing is borrowed. */
final class CashLow implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CASH_LOW;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var share = situation.share(situation.cashTotal());
        if (situation.total() <= 0 || share < 0 || share >= threshold) {
            return List.of();
        }
        var missing = threshold * situation.total() - situation.cashTotal();
        return List.of(new Finding(
                "",
                share,
                missing,
                situation.sell(holding -> !holding.unpriced(), missing),
                "Without a reserve a bill or a fee makes you sell on whatever day it comes."));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.cashTotal());
    }
}
