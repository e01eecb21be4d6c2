package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of what is priced in other currencies than the portfolio's. */
final class ForeignCurrency implements Rule {

    @Override
    public RuleId id() {
        return RuleId.FOREIGN_CURRENCY;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var foreign = foreign(situation);
        if (situation.share(foreign) <= threshold) {
            return List.of();
        }
        var held = situation.worth(holding -> !holding.currency().equals(situation.currency()));
        var excess = Math.min(held, foreign - threshold * situation.total());
        return List.of(new Finding(
                "",
                situation.share(foreign),
                foreign,
                situation.sell(holding -> !holding.currency().equals(situation.currency()), excess),
                "You count in %s; if it gains 10 %% against the others you lose about %s though no price moved."
                        .formatted(situation.currency(), Rule.percent(situation.share(foreign) * 0.1))));
    }

    private static double foreign(Situation situation) {
        return situation.worth(holding -> !holding.currency().equals(situation.currency()))
                + situation.cash().entrySet().stream()
                        .filter(money -> !money.getKey().equals(situation.currency()))
                        .mapToDouble(money -> Math.max(0, money.getValue()))
                        .sum();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(foreign(situation));
    }
}
