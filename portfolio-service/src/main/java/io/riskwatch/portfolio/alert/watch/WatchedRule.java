package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.rule.AlertRule;
import io.riskwatch.portfolio.alert.rule.Band;
import io.riskwatch.portfolio.alert.rule.RuleState;
import io.riskwatch.portfolio.alert.rule.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule in this replica's memory with the state it last knew, so that a price costs a comparison and only a crossing costs
 * the database. Whether a crossing counts is decided there.
 */
final class WatchedRule {

    private final AlertRule rule;
    private final Band band;
    private RuleState state;
    private @Nullable Instant asOf;
    private @Nullable String problem;
    private boolean begun;

    WatchedRule(AlertRule rule) {
        this.rule = rule;
        this.band = rule.terms().band();
        this.state = rule.state();
        this.asOf = rule.stateAsOf();
        this.problem = rule.problem();
    }

    UUID id() {
        return rule.id();
    }

    AlertRule rule() {
        return rule;
    }

    Terms terms() {
        return rule.terms();
    }

    /** The change of state a value brings about; empty when there is none, or when it is not newer than the last that did. */
    synchronized Optional<Transition> observe(BigDecimal value, Instant at, @Nullable String currency) {
        if (asOf != null && !at.isAfter(asOf)) {
            return Optional.empty();
        }
        var next = band.next(state, value);
        if (next == state) {
            return Optional.empty();
        }
        var transition = new Transition(this, state, value, at, currency);
        state = next;
        asOf = at;
        return Optional.of(transition);
    }

    /** Whether it is new and was never asked this before. */
    synchronized boolean begins() {
        var first = !begun && asOf == null;
        begun = true;
        return first;
    }

    /** What the database says after all. */
    synchronized void sync(RuleState known, @Nullable Instant knownAsOf) {
        state = known;
        asOf = knownAsOf;
    }

    /** Whether that is news. */
    synchronized boolean explains(@Nullable String because) {
        var news = !Objects.equals(problem, because);
        problem = because;
        return news;
    }
}
