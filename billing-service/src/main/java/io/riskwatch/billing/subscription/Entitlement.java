package io.riskwatch.billing.subscription;

import io.riskwatch.billing.plan.Plan;
import io.riskwatch.billing.plan.PlanCatalogue;
import io.riskwatch.billing.plan.PlanLimits;
import io.riskwatch.billing.plan.PlanTerms;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an organisation's plan allows: its subscription's, else Free's. */
@Component
public class Entitlement {

    private final Subscriptions subscriptions;
    private final PlanCatalogue catalogue;

    Entitlement(Subscriptions subscriptions, PlanCatalogue catalogue) {
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
    }

    public PlanLimits limits(UUID organisationId) {
        return terms(organisationId).limits();
    }

    private PlanTerms terms(UUID organisationId) {
        return catalogue.terms(
                subscriptions.find(organisationId).map(Subscription::plan).orElse(Plan.FREE));
    }
}
