package io.riskwatch.portfolio.organisation;

import java.util.Arrays;
import java.util.Collection;

/** What a member may do in an organisation. */
public enum Role {
    OWNER,
    ADVISER,
    MEMBER,
    VIEWER,
    STUDENT,
    TEACHER,
    ADMIN;

    /** Whether who has the role sees every client, so that a grant gives them nothing. */
    public boolean seesAllClients() {
        return this == OWNER || this == ADVISER || this == ADMIN;
    }

    /** The same of somebody with all these roles, by their names; what is no role of a member's shows nothing. */
    public static boolean seeAllClients(Collection<String> names) {
        return Arrays.stream(values())
                .filter(Role::seesAllClients)
                .map(Role::name)
                .anyMatch(names::contains);
    }
}
