package io.riskwatch.portfolio.recommendation;

import io.riskwatch.portfolio.recommendation.rule.Finding;
import io.riskwatch.portfolio.recommendation.rule.Rule;
import io.riskwatch.portfolio.recommendation.rule.RuleId;
import io.riskwatch.portfolio.recommendation.rule.Situation;
import io.riskwatch.portfolio.riskscore.RiskScore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A finding with what its trade would change. A purchase is only ever suggested together with its effect on the risk score:
 * where that cannot be computed the finding stands without a trade.
 *
 * @param id the same as long as the same rule speaks of the same subject of the same portfolio
 * @param effect absent when no trade is suggested
 */
record Recommendation(UUID id, RuleId rule, double threshold, Finding finding, Optional<Effect> effect) {

    /** Before and after the trade, at today's prices and no cost. */
    record Effect(
            double measuredBefore,
            double measuredAfter,
            Optional<RiskScore> scoreBefore,
            Optional<RiskScore> scoreAfter,
            double cashAfter) {}

    static Recommendation of(UUID portfolioId, Rule rule, double threshold, Finding finding, Situation situation) {
        var id = UUID.nameUUIDFromBytes(
                (portfolioId + "|" + rule.id() + "|" + finding.subject()).getBytes(StandardCharsets.UTF_8));
        if (finding.trades().isEmpty()) {
            return new Recommendation(id, rule.id(), threshold, finding, Optional.empty());
        }
        var after = situation.after(finding.trades());
        var before = situation.riskScore();
        var buys = finding.trades().values().stream().anyMatch(amount -> amount > 0);
        if (buys && (before.isEmpty() || after.riskScore().isEmpty())) {
            return new Recommendation(id, rule.id(), threshold, withoutTrade(finding), Optional.empty());
        }
        return new Recommendation(
                id,
                rule.id(),
                threshold,
                finding,
                Optional.of(new Effect(
                        finding.measured(),
                        rule.measure(after, finding.subject()),
                        before,
                        after.riskScore(),
                        after.cashTotal())));
    }

    private static Finding withoutTrade(Finding finding) {
        return new Finding(
                finding.subject(),
                finding.measured(),
                finding.affected(),
                Map.of(),
                finding.reason()
                        + " What a purchase would do to the risk score cannot be computed yet, so none is suggested.");
    }
}
