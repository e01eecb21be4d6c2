package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of cash that is not needed to buy back what is sold short; what is above the threshold is spread over what is held. */
final class CashHigh implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CASH_HIGH;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var free = situation.freeCash();
        if (situation.share(free) <= threshold || situation.worth(holding -> !holding.isShort()) <= 0) {
            return List.of();
        }
        return List.of(new Finding(
                "",
                situation.share(free),
                free,
                situation.buy(holding -> !holding.unpriced(), free - threshold * situation.total()),
                "Cash earns little and loses to inflation; it is worth its place as a reserve, and this is %s of everything%s."
                        .formatted(
                                Rule.percent(situation.share(free)),
                                situation.owed() > 0 ? ", without what buying back your short sales takes" : "")));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.freeCash());
    }
}
