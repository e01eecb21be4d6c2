package io.riskwatch.billing.usage;

import io.riskwatch.billing.subscription.Entitlement;
import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows an organisation how much of its plan it has used. */
@RestController
class UsageController {

    private final UsageRepository usage;
    private final Entitlement entitlement;
    private final Clock clock;

    UsageController(UsageRepository usage, Entitlement entitlement, Clock clock) {
        this.usage = usage;
        this.entitlement = entitlement;
        this.clock = clock;
    }

    @GetMapping("/api/v1/billing/usage")
    UsageView usage() {
        UUID organisationId = Caller.current().organisationId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int allowed = entitlement.limits(organisationId).analysesPerDay();
        return new UsageView(
                today,
                today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                List.of(new Meter("analysesPerDay", usage.analyses(organisationId, today), allowed)));
    }

    /**
     * What was used on a day.
     *
     * @param day the UTC day
     * @param resetsAt when counting starts anew
     * @param meters one for each limit that is counted
     */
    record UsageView(LocalDate day, Instant resetsAt, List<Meter> meters) {}

    /**
     * One limit of the plan.
     *
     * @param limit its name in the plan
     * @param used how much, counting what was completed
     * @param allowed how much the plan allows
     */
    record Meter(String limit, int used, int allowed) {}
}
