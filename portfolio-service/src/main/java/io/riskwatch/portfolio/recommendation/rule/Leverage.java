package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** Positions over equity. */
final class Leverage implements Rule {

    @Override
    public RuleId id() {
        return RuleId.LEVERAGE;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var leverage = situation.exposure().netLeverage();
        if (leverage <= threshold) {
            return List.of();
        }
        var excess =
                Math.min(situation.positions(), situation.positions() - threshold * Math.max(0, situation.total()));
        return List.of(new Finding(
                "",
                leverage,
                -situation.cashTotal(),
                situation.sell(holding -> true, excess),
                "Every fall counts %.2f times, interest is due on %,.0f %s, and a margin call sells for you at the worst moment."
                        .formatted(Math.min(leverage, 99), -situation.cashTotal(), situation.currency())));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.exposure().netLeverage();
    }
}
