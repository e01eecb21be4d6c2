package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.rule.AlertRule;
import io.riskwatch.portfolio.alert.rule.AlertRules;
import io.riskwatch.portfolio.alert.rule.Measure;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.marginwatch.MarginChanged;
import java.math.BigDecimal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of each change of a margin account's state in the transaction that writes it, so that there is an alert exactly where
 * there is a change. Prices that have grown old say nothing about the state.
 */
@Component
class MarginStateWatch {

    private static final int MOST = 1_000;

    private final AlertRules rules;
    private final Crossings crossings;

    MarginStateWatch(AlertRules rules, Crossings crossings) {
        this.rules = rules;
        this.crossings = crossings;
    }

    @EventListener
    void onChanged(MarginChanged changed) {
        if (changed.after() == MarginState.STALE) {
            return;
        }
        var value = BigDecimal.valueOf(MarginDistances.rank(changed.after()));
        for (var rule : rules.list(changed.portfolioId(), null, AlertRules.Place.FIRST, MOST)) {
            if (rule.enabled() && rule.terms().measure() == Measure.STATE) {
                move(rule, value, changed);
            }
        }
    }

    private void move(AlertRule rule, BigDecimal value, MarginChanged changed) {
        new WatchedRule(rule).observe(value, changed.at(), null).ifPresent(crossings::move);
    }
}
