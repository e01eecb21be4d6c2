package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** How many trades there were in thirty days. */
final class Churn implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CHURN;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.tradesOfMonth() <= threshold
                ? List.of()
                : List.of(Finding.withoutTrade(
                        "",
                        situation.tradesOfMonth(),
                        situation.size(holding -> true),
                        "%d trades in thirty days: who trades most earns least on average, by fees, spreads and taxes."
                                .formatted(situation.tradesOfMonth())));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.tradesOfMonth();
    }
}
