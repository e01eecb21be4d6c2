package io.riskwatch.portfolio.portfolio;

import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.security.Caller;
import java.util.UUID;

/**
 * Which portfolios of clients the current work may see: all of them, when the caller is an owner, adviser or
 * administrator, or when nobody calls and the service works for the organisation; else those that were granted. Portfolios
 * that are no client's are every member's.
 *
 * @param all whether no grant is needed
 * @param userId who needs one otherwise
 */
public record Sight(boolean all, UUID userId) {

    /** A condition of SQL over a row {@code p} of portfolio, with the parameters {@link #all} and {@link #userId}. */
    public static final String VISIBLE =
            "(not p.of_client or ? or exists (select from portfolio_grant g where g.organisation_id = p.organisation_id"
                    + " and g.portfolio_id = p.id and g.user_id = ?))";

    private static final UUID NOBODY = new UUID(0, 0);

    public static Sight current() {
        return Caller.find()
                .map(caller -> new Sight(Role.seeAllClients(caller.roles()), caller.userId()))
                .orElse(new Sight(true, NOBODY));
    }
}
