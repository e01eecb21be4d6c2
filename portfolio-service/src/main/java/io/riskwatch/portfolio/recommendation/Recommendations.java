package io.riskwatch.portfolio.recommendation;

import io.riskwatch.portfolio.recommendation.rule.Rules;
import io.riskwatch.portfolio.recommendation.rule.Situation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Asks every rule. */
@Service
class Recommendations {

    /** As many subjects of one rule as are shown: the worst. */
    private static final int PER_RULE = 3;

    private final Situations situations;
    private final RuleSettings settings;

    Recommendations(Situations situations, RuleSettings settings) {
        this.situations = situations;
        this.settings = settings;
    }

    List<Recommendation> of(UUID portfolioId) {
        return of(portfolioId, situations.of(portfolioId));
    }

    private List<Recommendation> of(UUID portfolioId, Situation situation) {
        var thresholds = settings.thresholds();
        return Rules.all().stream()
                .flatMap(rule -> {
                    var threshold = thresholds.of(rule.id());
                    return rule.check(situation, threshold).stream()
                            .limit(PER_RULE)
                            .map(finding -> Recommendation.of(portfolioId, rule, threshold, finding, situation));
                })
                .toList();
    }
}
