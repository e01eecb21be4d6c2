package io.riskwatch.portfolio.member;

import io.riskwatch.portfolio.organisation.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of the organisation as the caller sees them.
 *
 * @param email absent when they have none or the caller may not see it
 * @param roles at least one
 * @param seesAllClients whether their role shows them every client, so that a grant gives them nothing
 */
record MemberView(UUID id, String name, @Nullable String email, List<Role> roles, boolean seesAllClients) {}
