package io.riskwatch.portfolio.alert.rule;

import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes rules. */
@Service
@EnableConfigurationProperties(RuleSettings.class)
class AlertRuleService {

    private final AlertRules rules;
    private final Portfolios portfolios;
    private final RuleSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertRuleService(
            AlertRules rules,
            Portfolios portfolios,
            RuleSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.portfolios = portfolios;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    AlertRule create(AlertRuleRequest request, Caller caller) {
        var saved = checked(request, caller);
        if (rules.count() >= settings.rulesPerOrganisation()) {
            throw ProblemException.conflict("An organisation has at most " + settings.rulesPerOrganisation()
                    + " alert rules; delete one that is not needed any more.");
        }
        return published(rules.insert(saved));
    }

    /** @param expected whether the rule is still the one the client read */
    @Transactional
    AlertRule change(UUID id, Predicate<AlertRule> expected, AlertRuleRequest request, Caller caller) {
        requireUnchanged(rules.lock(id), expected);
        return published(rules.change(id, checked(request, caller)));
    }

    /** Its alerts stay. */
    @Transactional
    void delete(UUID id, Predicate<AlertRule> expected) {
        requireUnchanged(rules.lock(id), expected);
        rules.delete(id);
    }

    private AlertRules.Saved checked(AlertRuleRequest request, Caller caller) {
        var terms = TermsCheck.terms(request, LocalDate.now(clock));
        if (terms.portfolioId() != null) {
            requirePortfolio(terms.portfolioId());
        }
        return new AlertRules.Saved(
                caller.userId(), request.name().strip(), terms, request.isUrgent(), request.watches());
    }

    private void requirePortfolio(UUID id) {
        try {
            portfolios.require(id);
        } catch (ProblemException e) {
            throw ProblemException.unprocessable("portfolioId", "there is no such portfolio");
        }
    }

    private AlertRule published(AlertRule rule) {
        events.publishEvent(new RuleSaved(rule));
        return rule;
    }

    private static void requireUnchanged(AlertRule rule, Predicate<AlertRule> expected) {
        if (!expected.test(rule)) {
            throw ProblemException.preconditionFailed("The rule was changed since it was read; read it again.");
        }
    }
}
