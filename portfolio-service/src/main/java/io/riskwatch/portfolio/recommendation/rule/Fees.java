package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** What brokers took in twelve months, as a share of the total. */
final class Fees implements Rule {

    @Override
    public RuleId id() {
        return RuleId.FEES;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var share = measure(situation, "");
        return share <= threshold
                ? List.of()
                : List.of(Finding.withoutTrade(
                        "",
                        share,
                        situation.feesOfYear(),
                        "%,.0f %s went to fees in a year, %s of the portfolio; that much every year is gone before any gain."
                                .formatted(situation.feesOfYear(), situation.currency(), Rule.percent(share))));
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.feesOfYear());
    }
}
