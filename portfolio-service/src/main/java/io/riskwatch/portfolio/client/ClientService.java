package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.client.ClientEvents.Kind;
import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.portfolio.GrantScope;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Sight;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes clients with their portfolios, and keeps who did it. */
@Service
public class ClientService {

    private static final int LONGEST_PORTFOLIO_NAME = 120;

    private final Clients clients;
    private final ClientEvents events;
    private final Portfolios portfolios;
    private final Grants grants;
    private final Entitlements entitlements;

    ClientService(
            Clients clients, ClientEvents events, Portfolios portfolios, Grants grants, Entitlements entitlements) {
        this.clients = clients;
        this.events = events;
        this.portfolios = portfolios;
        this.grants = grants;
        this.entitlements = entitlements;
    }

    /** What the audit trail keeps of a client. */
    private record Snapshot(
            String name,
            String currency,
            @Nullable BigDecimal loan,
            @Nullable String notes) {

        static Snapshot of(Client client) {
            return new Snapshot(client.name(), client.currency().getCode(), client.loan(), client.notes());
        }
    }

    /** A client with an empty margin account, within the plan. */
    @Transactional
    Client create(Clients.Said said, CurrencyUnit currency) {
        requireManager();
        entitlements.current().require("portfolios", portfolios.count() + 1, "portfolios");
        var portfolio = portfolios.createForClient(portfolioName(said.name()), currency);
        var client = clients.insert(
                portfolio.id(), said, Caller.find().map(Caller::userId).orElse(null));
        events.changed(client.id(), Kind.CREATED, null, Snapshot.of(client));
        return client;
    }

    /** A client whose loan is given, for who knows no more of it. */
    @Transactional
    public Client create(String name, @Nullable BigDecimal loan) {
        return create(new Clients.Said(name, loan, null), CurrencyUnit.USD);
    }

    /**
     * Says something else of a client; notes need less of a grant than the rest.
     *
     * @param expected whether the client is still the one that was read
     */
    @Transactional
    Client change(UUID id, Predicate<Client> expected, Function<Client, Clients.Said> said) {
        var before = clients.lock(id);
        if (!expected.test(before)) {
            throw ProblemException.preconditionFailed("The client was changed since it was read; read it again.");
        }
        var now = said.apply(before);
        if (now.name().equals(before.name()) && Amounts.same(now.loan(), before.loan())) {
            grants.require(before.portfolioId(), GrantScope.COMMENT);
        } else {
            portfolios.lock(before.portfolioId());
        }
        var after = clients.change(id, now);
        if (!after.name().equals(before.name())) {
            portfolios.renameOfClient(before.portfolioId(), portfolioName(after.name()));
        }
        events.changed(id, Kind.CHANGED, Snapshot.of(before), Snapshot.of(after));
        return after;
    }

    /** Another name or loan; what is absent stays. */
    @Transactional
    public Client change(long number, @Nullable String name, @Nullable BigDecimal loan) {
        return change(
                clients.require(number).id(),
                before -> true,
                before -> new Clients.Said(
                        Objects.requireNonNullElse(name, before.name()),
                        loan == null ? before.loan() : loan,
                        before.notes()));
    }

    /** With the account and everything booked in it; the audit trail stays. */
    @Transactional
    void delete(UUID id, Predicate<Client> expected) {
        var before = clients.lock(id);
        requireManager();
        if (!expected.test(before)) {
            throw ProblemException.preconditionFailed("The client was changed since it was read; read it again.");
        }
        portfolios.lock(before.portfolioId());
        portfolios.deleteOfClient(before.portfolioId());
        events.changed(id, Kind.DELETED, Snapshot.of(before), null);
    }

    @Transactional
    public void delete(long number) {
        delete(clients.require(number).id(), before -> true);
    }

    /** Whether the caller makes and deletes clients and says who else sees them. */
    static boolean manages() {
        return Sight.current().all();
    }

    static void requireManager() {
        if (!manages()) {
            throw Grants.notAllowed();
        }
    }

    private static String portfolioName(String clientName) {
        if (clientName.length() <= LONGEST_PORTFOLIO_NAME) {
            return clientName;
        }
        // never half of a character that takes two
        var end = Character.isHighSurrogate(clientName.charAt(LONGEST_PORTFOLIO_NAME - 1))
                ? LONGEST_PORTFOLIO_NAME - 1
                : LONGEST_PORTFOLIO_NAME;
        return clientName.substring(0, end);
    }
}
