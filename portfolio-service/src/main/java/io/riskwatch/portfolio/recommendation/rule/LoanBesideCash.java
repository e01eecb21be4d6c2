package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** Money borrowed in one currency that money of another could repay; what short sales brought is not free to. */
final class LoanBesideCash implements Rule {

    @Override
    public RuleId id() {
        return RuleId.LOAN_BESIDE_CASH;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var repayable = repayable(situation);
        return situation.share(repayable) <= threshold
                ? List.of()
                : List.of(Finding.withoutTrade(
                        "",
                        situation.share(repayable),
                        repayable,
                        "You pay interest on a loan while as much lies in another currency; exchanging it repays %,.0f %s."
                                .formatted(repayable, situation.currency())));
    }

    private static double repayable(Situation situation) {
        var borrowed = -situation.cash().values().stream()
                .filter(money -> money < 0)
                .mapToDouble(Double::doubleValue)
                .sum();
        var held = situation.cash().entrySet().stream()
                .mapToDouble(money -> money.getValue()
                        - situation.size(holding ->
                                holding.isShort() && holding.currency().equals(money.getKey())))
                .filter(free -> free > 0)
                .sum();
        return Math.min(borrowed, held);
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(repayable(situation));
    }
}
