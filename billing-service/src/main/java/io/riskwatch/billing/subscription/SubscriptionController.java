package io.riskwatch.billing.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.billing.plan.Plan;
import io.riskwatch.billing.plan.PlanCatalogue;
import io.riskwatch.billing.plan.PlanLimits;
import io.riskwatch.billing.plan.PlanTerms;
import io.riskwatch.billing.plan.Price;
import io.riskwatch.service.security.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows an organisation its own plan. */
@RestController
class SubscriptionController {

    private final Subscriptions subscriptions;
    private final PlanCatalogue catalogue;

    SubscriptionController(Subscriptions subscriptions, PlanCatalogue catalogue) {
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/v1/billing/subscription")
    SubscriptionView subscription() {
        UUID organisationId = Caller.current().organisationId();
        Optional<Subscription> row = subscriptions.find(organisationId);
        PlanTerms terms = catalogue.terms(row.map(Subscription::plan).orElse(Plan.FREE));
        return new SubscriptionView(
                organisationId,
                terms.plan(),
                terms.name(),
                terms.monthlyPrice(),
                terms.queueWeight(),
                terms.limits(),
                row.map(Subscription::since).orElse(null));
    }

    /**
     * An organisation's plan and what it allows.
     *
     * @param organisationId whose
     * @param plan which
     * @param name as it is shown
     * @param monthlyPrice the plan's price
     * @param queueWeight share of the workers, relative to others, while jobs wait
     * @param limits how much it allows
     * @param since from when; absent where the organisation never had another than Free
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubscriptionView(
            UUID organisationId,
            Plan plan,
            String name,
            Price monthlyPrice,
            int queueWeight,
            PlanLimits limits,
            @Nullable Instant since) {}
}
