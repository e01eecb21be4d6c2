package io.riskwatch.portfolio.recommendation;

import io.riskwatch.portfolio.recommendation.rule.RuleId;
import io.riskwatch.portfolio.riskscore.RiskScore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recommendation as clients see it. */
record RecommendationView(
        UUID id,
        RuleId rule,
        String title,

        @Schema(description = "A symbol, an industry, ...; absent of the whole portfolio") @Nullable
        String subject,

        RuleId.Unit unit,
        double measured,
        double threshold,

        @Schema(description = "In the base currency") String affectedAmount,

        String currency,
        String reason,

        @Schema(description = "At today's prices; empty where no trade helps")
        List<SuggestedTradeView> trades,

        @Schema(description = "What the trades would change; there whenever there are trades") @Nullable
        EffectView effect,

        @Nullable DismissalView dismissal) {

    RecommendationView {
        trades = List.copyOf(trades);
    }

    /** Money of the base currency moved between a position and cash. */
    record SuggestedTradeView(String symbol, String side, String amount) {}

    record EffectView(
            double measuredBefore,
            double measuredAfter,
            @Nullable Integer riskScoreBefore,
            @Nullable Integer riskScoreAfter,
            @Nullable Double volatilityBefore,
            @Nullable Double volatilityAfter,
            String cashAfter) {}

    record DismissalView(String reason, Instant dismissedAt) {}

    static RecommendationView of(
            Recommendation recommendation, String currency, Dismissals.@Nullable Dismissal dismissal) {
        var finding = recommendation.finding();
        return new RecommendationView(
                recommendation.id(),
                recommendation.rule(),
                recommendation.rule().title(),
                finding.subject().isEmpty() ? null : finding.subject(),
                recommendation.rule().unit(),
                finding.measured(),
                recommendation.threshold(),
                money(finding.affected()),
                currency,
                finding.reason(),
                finding.trades().entrySet().stream()
                        .filter(trade -> Math.abs(trade.getValue()) >= 0.005)
                        .sorted(Comparator.comparingDouble(
                                        (Map.Entry<String, Double> trade) -> -Math.abs(trade.getValue()))
                                .thenComparing(Map.Entry::getKey))
                        .map(trade -> new SuggestedTradeView(
                                trade.getKey(),
                                trade.getValue() < 0 ? "SELL" : "BUY",
                                money(Math.abs(trade.getValue()))))
                        .toList(),
                recommendation.effect().map(RecommendationView::effect).orElse(null),
                dismissal == null ? null : new DismissalView(dismissal.reason(), dismissal.dismissedAt()));
    }

    private static EffectView effect(Recommendation.Effect effect) {
        return new EffectView(
                effect.measuredBefore(),
                effect.measuredAfter(),
                score(effect.scoreBefore()),
                score(effect.scoreAfter()),
                effect.scoreBefore().map(RiskScore::volatility).orElse(null),
                effect.scoreAfter().map(RiskScore::volatility).orElse(null),
                money(effect.cashAfter()));
    }

    private static @Nullable Integer score(Optional<RiskScore> score) {
        return score.map(RiskScore::score).orElse(null);
    }

    private static String money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
