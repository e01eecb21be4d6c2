package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.account.Account;
import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.access.credential.ApiClient;
import io.riskwatch.portfolio.access.credential.ApiClients;
import io.riskwatch.portfolio.organisation.LocalDemoStarted;
import io.riskwatch.portfolio.organisation.Organisation;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.organisation.Purpose;
import io.riskwatch.portfolio.organisation.Role;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The organisation and user of {@code ./riskwatch token}: only on a machine whose launcher gave local-cli a secret. */
@Component
class LocalDemo {

    static final UUID ORGANISATION = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID USER = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final String NAME = "Local demo";

    private final Accounts accounts;
    private final Organisations organisations;
    private final ApiClients apiClients;
    private final ApplicationEventPublisher events;

    LocalDemo(Accounts accounts, Organisations organisations, ApiClients apiClients, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.apiClients = apiClients;
        this.events = events;
    }

    /** Within the transaction of the start, as this organisation. The user has no password: nobody signs in as them. */
    void ensure() {
        if (accounts.add(new Account(USER, null, NAME, false), null)) {
            organisations.create(
                    new Organisation(ORGANISATION, NAME, Purpose.LOCAL_DEMO, null), USER, Set.of(Role.OWNER));
        } else {
            events.publishEvent(new LocalDemoStarted(ORGANISATION));
        }
        apiClients.bind(new ApiClient(ServiceClients.LOCAL_CLI, USER, ORGANISATION), "Local command line");
    }
}
