package io.riskwatch.portfolio.event;

import io.riskwatch.portfolio.organisation.Membership;
import io.riskwatch.portfolio.organisation.Role;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Who of an organisation is told something.
 *
 * @param everybody every member
 * @param granted besides those whose role shows them every client, when it is not everybody
 */
public record Audience(boolean everybody, Set<UUID> granted) {

    /** Every member of the organisation. */
    public static final Audience EVERYBODY = new Audience(true, Set.of());

    public Audience {
        granted = Set.copyOf(granted);
    }

    /** Whether that member of the organisation is among them. */
    public boolean includes(Membership member) {
        return everybody
                || granted.contains(member.userId())
                || member.roles().stream().anyMatch(Role::seesAllClients);
    }

    /** Who sees every client, and those whom this client is granted to. */
    public static Audience ofClient(Collection<UUID> granted) {
        return new Audience(false, Set.copyOf(granted));
    }
}
