package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of cash; what is above the threshold is spread over what is held. */
final class CashHigh implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CASH_HIGH;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var excess = situation.cashTotal() - threshold * situation.total();
        if (situation.share(situation.cashTotal()) <= threshold || situation.positions() <= 0) {
            return List.of();
        }
        return List.of(new Finding(
                "",
                situation.share(situation.cashTotal()),
                situation.cashTotal(),
                situation.trade(holding -> !holding.unpriced(), excess),
                "Cash earns little and loses to inflation; it is worth its place as a reserve, and this is %s of everything."
                        .formatted(Rule.percent(situation.share(situation.cashTotal())))));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.cashTotal());
    }
}
