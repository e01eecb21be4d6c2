package io.riskwatch.portfolio.access.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may come in.
 *
 * @param email in lower case; absent for guests and for the local demo user, who have no password either
 */
public record Account(UUID id, @Nullable String email, String name, boolean guest) {}
