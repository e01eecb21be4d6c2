package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.rule.RuleState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule left a state.
 *
 * @param at the time of the price that brought it about
 * @param currency of that price
 */
record Transition(
        WatchedRule rule,
        RuleState from,
        BigDecimal value,
        Instant at,
        @Nullable String currency) {}
