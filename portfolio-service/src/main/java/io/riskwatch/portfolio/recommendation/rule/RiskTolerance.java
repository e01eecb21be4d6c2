package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;
import java.util.Map;

/** By how much the risk score exceeds what the stated tolerance allows: 2, 3, 4, 5 and 7 for 1 to 5. */
final class RiskTolerance implements Rule {

    @Override
    public RuleId id() {
        return RuleId.RISK_TOLERANCE;
    }

    private static final int[] ALLOWED = {2, 3, 4, 5, 7};
    private static final int STEPS = 20;

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var excess = measure(situation, "");
        if (excess <= threshold) {
            return List.of();
        }
        var trades = calmer(situation, threshold);
        return List.of(new Finding(
                "",
                excess,
                situation.size(holding -> true),
                trades,
                "You said %d of 5 for risk, which goes with a score of up to %d; this portfolio scores %d."
                        .formatted(
                                situation.riskTolerance(),
                                allowed(situation),
                                situation.riskScore().orElseThrow().score())));
    }

    /**
     * The smallest part of everything to sell, or buy back, in steps of five percent, that brings the score down to what is allowed, or as
     * far as it goes.
     */
    private Map<String, Double> calmer(Situation situation, double threshold) {
        Map<String, Double> calmest = Map.of();
        var least = measure(situation, "");
        for (var step = 1; step < STEPS && least > threshold; step++) {
            var trades = situation.reduce(holding -> true, situation.size(holding -> true) * step / STEPS);
            var excess = measure(situation.after(trades), "");
            if (excess < least) {
                least = excess;
                calmest = trades;
            }
        }
        return calmest;
    }

    private static int allowed(Situation situation) {
        return ALLOWED[Math.clamp(situation.riskTolerance(), 1, ALLOWED.length) - 1];
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation
                .riskScore()
                .map(score -> (double) (score.score() - allowed(situation)))
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
