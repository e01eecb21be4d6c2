package io.riskwatch.portfolio.me;

import io.riskwatch.portfolio.access.account.Account;
import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.organisation.Organisation;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.organisation.PlanSource;
import io.riskwatch.portfolio.preferences.Preferences;
import io.riskwatch.portfolio.preferences.PreferencesStore;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is: person, organisation, roles, plan and preferences in one answer, the dashboard's first question. */
@RestController
@Tag(name = "Access")
class MeController {

    record UserView(UUID id, String name, @Nullable String email, boolean guest) {}

    record OrganisationView(UUID id, String name, @Nullable Instant demoUntil) {}

    record MeView(
            UserView user, OrganisationView organisation, List<String> roles, String plan, Preferences preferences) {}

    private final Accounts accounts;
    private final Organisations organisations;
    private final PreferencesStore preferences;
    private final PlanSource plans;

    MeController(Accounts accounts, Organisations organisations, PreferencesStore preferences, PlanSource plans) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.preferences = preferences;
        this.plans = plans;
    }

    @GetMapping("/api/v1/me")
    MeView me() {
        Caller caller = Caller.current();
        Account account = accounts.find(caller.userId()).orElseThrow(() -> ProblemException.notFound("user"));
        Organisation organisation = organisations
                .find(caller.organisationId())
                .orElseThrow(() -> ProblemException.notFound("organisation"));
        return new MeView(
                new UserView(account.id(), account.name(), account.email(), account.guest()),
                new OrganisationView(organisation.id(), organisation.name(), organisation.demoUntil()),
                caller.roles().stream().sorted().toList(),
                plans.planOf(organisation.id()),
                preferences.of(account.id()));
    }
}
