package io.riskwatch.billing.subscription;

import io.riskwatch.billing.plan.Plan;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Grants at start what the operator's configuration grants. */
@Component
class PlanGrants implements ApplicationRunner {

    private final Settings settings;
    private final Subscriptions subscriptions;

    PlanGrants(Settings settings, Subscriptions subscriptions) {
        this.settings = settings;
        this.subscriptions = subscriptions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (Grant grant : settings.grants()) {
            Tenancy.as(
                    grant.organisationId(), (Runnable) () -> subscriptions.grant(grant.organisationId(), grant.plan()));
        }
    }

    /**
     * The operator's grants.
     *
     * @param grants none but in profile {@code local}, which grants the demo organisation a plan
     */
    @ConfigurationProperties("riskwatch.billing")
    record Settings(@DefaultValue List<Grant> grants) {

        Settings {
            grants = List.copyOf(grants);
        }
    }

    /**
     * One organisation's plan.
     *
     * @param organisationId whose
     * @param plan which
     */
    record Grant(UUID organisationId, Plan plan) {}
}
