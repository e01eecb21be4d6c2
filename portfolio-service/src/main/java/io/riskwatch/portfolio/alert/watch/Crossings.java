package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.delivery.AlertTopic;
import io.riskwatch.portfolio.alert.delivery.RaisedAlert;
import io.riskwatch.portfolio.alert.delivery.Raising;
import io.riskwatch.portfolio.alert.rule.AlertRules;
import io.riskwatch.portfolio.alert.rule.RuleState;
import io.riskwatch.portfolio.alert.rule.Sentences;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes changes of state true: one transaction moves the rule by compare-and-set and, where it triggered, raises the alert with
 * everything that is to be sent. Those of one rule are written in order; while the database is away they wait.
 */
@Component
class Crossings implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Crossings.class);
    private static final int LANES = 8;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final AlertRules rules;
    private final Raising raising;
    private final Portfolios portfolios;
    private final TransactionTemplate transaction;
    private final List<ExecutorService> lanes = IntStream.range(0, LANES)
            .mapToObj(lane -> Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("alert-crossings-" + lane).factory()))
            .toList();

    Crossings(AlertRules rules, Raising raising, Portfolios portfolios, PlatformTransactionManager transactions) {
        this.rules = rules;
        this.raising = raising;
        this.portfolios = portfolios;
        this.transaction = new TransactionTemplate(transactions);
    }

    void put(Transition transition) {
        lanes.get(Math.floorMod(transition.rule().id().hashCode(), LANES)).execute(() -> write(transition));
    }

    private void write(Transition transition) {
        var pause = FIRST_PAUSE_MILLIS;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Tenancy.as(
                        transition.rule().rule().organisationId(),
                        () -> transaction.executeWithoutResult(status -> move(transition)));
                return;
            } catch (RuntimeException e) {
                log.warn(
                        "event=alert-transition-postponed rule={} reason=\"{}\"",
                        transition.rule().id(),
                        e.getMessage());
                pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /** In the transaction at hand, for the organisation of the rule. */
    void move(Transition transition) {
        var rule = transition.rule().rule();
        var firing = rules.move(rule.id(), rule.version(), transition.from(), transition.value(), transition.at());
        if (firing.isEmpty()) {
            // another replica was faster, or the rule is another one by now
            rules.find(rule.id())
                    .filter(stored -> stored.version() == rule.version())
                    .ifPresent(stored -> transition.rule().sync(stored.state(), stored.stateAsOf()));
        } else if (transition.from() == RuleState.ARMED) {
            raise(transition, firing.getAsLong());
        }
    }

    private void raise(Transition transition, long firing) {
        var rule = transition.rule().rule();
        var terms = rule.terms();
        var portfolio = terms.portfolioId() == null
                ? null
                : portfolios.require(terms.portfolioId()).name();
        var told = Sentences.told(terms, transition.value(), portfolio, transition.currency());
        raising.raise(new RaisedAlert(
                new RaisedAlert.Firing(rule.id(), firing),
                rule.savedBy(),
                AlertTopic.of(terms.kind()),
                terms.symbol(),
                terms.portfolioId(),
                told.title(),
                told.message(),
                rule.urgent(),
                transition.value(),
                terms.band().triggersAt(),
                transition.at()));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        lanes.forEach(ExecutorService::shutdownNow);
    }
}
