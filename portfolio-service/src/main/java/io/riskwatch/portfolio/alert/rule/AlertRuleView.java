package io.riskwatch.portfolio.alert.rule;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its organisation sees it, its terms complete.
 *
 * @param sentence the condition in plain words
 * @param rearmsAt where it is armed again; absent of a rule that waits for a state
 * @param stateSince the time of the price that changed the state last
 * @param lastValue that changed it
 * @param firings how often it fired
 * @param problem why it could not be looked at lately
 */
record AlertRuleView(
        UUID id,
        String name,
        AlertKind kind,
        @Nullable String symbol,
        @Nullable UUID portfolioId,
        @Nullable Direction direction,
        @Nullable Measure measure,
        @Nullable String threshold,
        @Nullable MarginLevel marginState,
        @Nullable String confidence,
        @Nullable Integer windowMinutes,
        @Nullable LocalDate since,
        @Nullable String rearmMargin,
        boolean urgent,
        boolean enabled,
        String sentence,
        @Nullable String rearmsAt,

        @Schema(description = "ARMED: it waits for its crossing; TRIGGERED: it has fired and waits to be armed again")
        RuleState state,

        @Nullable Instant stateSince,
        @Nullable String lastValue,
        long firings,
        @Nullable String problem,
        Instant createdAt,
        Instant updatedAt) {

    static AlertRuleView of(AlertRule rule) {
        var terms = rule.terms();
        return new AlertRuleView(
                rule.id(),
                rule.name(),
                terms.kind(),
                terms.symbol(),
                terms.portfolioId(),
                terms.direction(),
                terms.measure(),
                text(terms.threshold()),
                terms.marginState(),
                text(terms.confidence()),
                terms.windowMinutes(),
                terms.since(),
                text(terms.rearmMargin()),
                rule.urgent(),
                rule.enabled(),
                Sentences.condition(terms),
                terms.marginState() == null ? text(terms.band().rearmsAt()) : null,
                rule.state(),
                rule.stateAsOf(),
                text(rule.lastValue()),
                rule.firings(),
                rule.problem(),
                rule.createdAt(),
                rule.updatedAt());
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : Sentences.plain(value);
    }
}
