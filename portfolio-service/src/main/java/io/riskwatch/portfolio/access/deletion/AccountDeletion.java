package io.riskwatch.portfolio.access.deletion;

import java.util.List;
import java.util.UUID;

/**
 * A deletion that is under way.
 *
 * @param organisations those that go with the account
 * @param left those that go on without the person
 * @param signIns sessions at the authorization server
 */
record AccountDeletion(UUID userId, List<UUID> organisations, List<UUID> left, List<String> signIns, int attempts) {

    AccountDeletion {
        organisations = List.copyOf(organisations);
        left = List.copyOf(left);
        signIns = List.copyOf(signIns);
    }
}
