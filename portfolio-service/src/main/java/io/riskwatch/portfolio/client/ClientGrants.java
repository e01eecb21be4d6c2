package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.client.ClientEvents.Kind;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.portfolio.GrantScope;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants of clients to members of the organisation; who manages the clients gives and takes them. */
@Service
class ClientGrants {

    private final Clients clients;
    private final ClientEvents events;
    private final Portfolios portfolios;
    private final Grants grants;
    private final Organisations organisations;

    ClientGrants(
            Clients clients, ClientEvents events, Portfolios portfolios, Grants grants, Organisations organisations) {
        this.clients = clients;
        this.events = events;
        this.portfolios = portfolios;
        this.grants = grants;
        this.organisations = organisations;
    }

    /** What the audit trail keeps of a grant. */
    private record Granted(UUID userId, GrantScope scope) {}

    @Transactional(readOnly = true)
    List<Grants.Grant> list(UUID clientId) {
        var client = managed(clientId);
        return grants.of(client.portfolioId());
    }

    @Transactional
    Grants.Grant put(UUID clientId, UUID userId, GrantScope scope) {
        var client = managed(clientId);
        if (organisations.membership(userId, Portfolios.organisation()).isEmpty()) {
            throw ProblemException.unprocessable("userId", "is no member of the organisation");
        }
        portfolios.lock(client.portfolioId());
        var before = grants.find(client.portfolioId(), userId)
                .map(had -> new Granted(userId, had))
                .orElse(null);
        grants.put(client.portfolioId(), userId, scope);
        events.changed(clientId, Kind.GRANTED, before, new Granted(userId, scope));
        return grants.of(client.portfolioId()).stream()
                .filter(grant -> grant.userId().equals(userId))
                .findFirst()
                .orElseThrow();
    }

    @Transactional
    void remove(UUID clientId, UUID userId) {
        var client = managed(clientId);
        portfolios.lock(client.portfolioId());
        var before = grants.find(client.portfolioId(), userId).orElseThrow(() -> ProblemException.notFound("grant"));
        grants.remove(client.portfolioId(), userId);
        events.changed(clientId, Kind.REVOKED, new Granted(userId, before), null);
    }

    private Client managed(UUID clientId) {
        var client = clients.require(clientId);
        ClientService.requireManager();
        return client;
    }
}
