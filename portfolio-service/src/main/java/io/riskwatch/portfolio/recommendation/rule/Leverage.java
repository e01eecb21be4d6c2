package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** What is owned and what is sold short, together over equity. */
final class Leverage implements Rule {

    @Override
    public RuleId id() {
        return RuleId.LEVERAGE;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var leverage = measure(situation, "");
        if (leverage <= threshold) {
            return List.of();
        }
        var gross = situation.size(holding -> true);
        var excess = Math.min(gross, gross - threshold * Math.max(0, situation.total()));
        return List.of(new Finding(
                "",
                leverage,
                loan(situation) + situation.owed(),
                situation.reduce(holding -> true, excess),
                situation.owed() > 0 ? withShorts(situation, leverage) : withALoan(situation, leverage)));
    }

    private static double loan(Situation situation) {
        return Math.max(0, -situation.cashTotal());
    }

    private static String withALoan(Situation situation, double leverage) {
        return "Every fall counts %.2f times, interest is due on %,.0f %s, and a margin call sells for you at the worst moment."
                .formatted(Math.min(leverage, 99), loan(situation), situation.currency());
    }

    private static String withShorts(Situation situation, double leverage) {
        return "What you own and what you sold short is together %.2f times your own money. Buying back takes %,.0f %s today and more when"
                        .formatted(Math.min(leverage, 99), situation.owed(), situation.currency())
                + " prices rise%s; a margin call closes positions for you at the worst moment."
                        .formatted(
                                loan(situation) > 0
                                        ? ", and interest is due on %,.0f %s"
                                                .formatted(loan(situation), situation.currency())
                                        : "");
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.exposure().leverage();
    }
}
