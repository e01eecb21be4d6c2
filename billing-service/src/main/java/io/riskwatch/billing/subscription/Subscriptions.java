package io.riskwatch.billing.subscription;

import io.riskwatch.billing.plan.Plan;
import io.riskwatch.billing.plan.PlanCatalogue;
import io.riskwatch.billing.plan.PlanTerms;
import io.riskwatch.billing.subscription.Subscription.Source;
import io.riskwatch.service.outbox.Outbox;
import io.riskwatch.service.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Gives plans and tells the others. Call it as the organisation concerned. */
@Service
class Subscriptions {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    private final SubscriptionRepository rows;
    private final PlanCatalogue catalogue;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;

    Subscriptions(SubscriptionRepository rows, PlanCatalogue catalogue, Outbox outbox, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> find(UUID organisationId) {
        return rows.find(organisationId);
    }

    /**
     * Grants the plan. The version grows only when the plan or its terms differ from what was told before; the event
     * goes out either way, so that a listener that lost its copy gets it again and one that has it ignores it.
     */
    @Transactional
    public Subscription grant(UUID organisationId, Plan plan) {
        PlanTerms terms = catalogue.terms(plan);
        String told = json.writeValueAsString(terms.limits()) + " weight " + terms.queueWeight();
        Optional<String> toldBefore = rows.toldTerms(organisationId);
        Optional<Subscription> before = rows.find(organisationId);
        boolean same = before.filter(s -> s.plan() == plan && s.source() == Source.GRANT)
                        .isPresent()
                && toldBefore.filter(told::equals).isPresent();
        Subscription now = before.filter(s -> same).orElseGet(() -> next(organisationId, plan, before));
        if (!same) {
            rows.save(now, told);
            log.info("event=plan-granted organisation={} plan={} version={}", organisationId, plan, now.version());
        }
        outbox.append(new OutboxMessage(
                EntitlementChanged.EXCHANGE, EntitlementChanged.ROUTING_KEY, EntitlementChanged.of(now, terms)));
        return now;
    }

    private Subscription next(UUID organisationId, Plan plan, Optional<Subscription> before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant since =
                before.filter(s -> s.plan() == plan).map(Subscription::since).orElse(now);
        long version = before.map(Subscription::version).orElse(0L) + 1;
        return new Subscription(organisationId, plan, Source.GRANT, version, since, now);
    }
}
