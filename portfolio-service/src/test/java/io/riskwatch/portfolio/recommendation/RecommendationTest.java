package io.riskwatch.portfolio.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.recommendation.rule.RuleId;
import io.riskwatch.portfolio.recommendation.rule.Rules;
import io.riskwatch.portfolio.recommendation.rule.Situation;
import io.riskwatch.portfolio.riskscore.ReturnHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecommendationTest {

    private static final UUID PORTFOLIO = UUID.randomUUID();

    @Test
    void nothingSaysBuyWithoutTheSimulatedEffectOnTheScore() {
        var withoutHistory = recommendation(new ReturnHistory(List.of(), Map.of()));

        assertThat(withoutHistory.finding().trades()).isEmpty();
        assertThat(withoutHistory.effect()).isEmpty();
        assertThat(withoutHistory.finding().reason()).contains("cannot be computed");
    }

    @Test
    void aPurchaseComesWithTheScoreBeforeAndAfter() {
        var random = new Random(1);
        var returns = random.doubles(250, -0.03, 0.03).toArray();
        var first = LocalDate.of(2024, 1, 1);

        var recommendation = recommendation(
                new ReturnHistory(first.datesUntil(first.plusDays(250)).toList(), Map.of("A", returns)));

        var effect = recommendation.effect().orElseThrow();
        assertThat(recommendation.finding().trades().get("A")).isPositive();
        assertThat(effect.scoreAfter().orElseThrow().volatility())
                .isGreaterThan(effect.scoreBefore().orElseThrow().volatility());
        assertThat(effect.measuredAfter()).isLessThan(effect.measuredBefore());
    }

    @Test
    void theSameSubjectOfTheSamePortfolioHasTheSameId() {
        var one = recommendation(new ReturnHistory(List.of(), Map.of()));
        var again = recommendation(new ReturnHistory(List.of(), Map.of()));

        assertThat(one.id()).isEqualTo(again.id());
    }

    private static Recommendation recommendation(ReturnHistory history) {
        var situation = new Situation(
                "USD",
                List.of(new Situation.Holding(
                        "A", "EQUITY", "Energy", "Europe", "USD", 60, Optional.of(50.0), false, false)),
                Map.of("USD", 40.0),
                history,
                3,
                0,
                0,
                Optional.empty());
        var rule = Rules.of(RuleId.CASH_HIGH);
        return Recommendation.of(
                PORTFOLIO, rule, 0.15, rule.check(situation, 0.15).getFirst(), situation);
    }
}
