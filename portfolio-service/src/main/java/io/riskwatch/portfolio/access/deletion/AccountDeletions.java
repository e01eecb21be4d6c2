package io.riskwatch.portfolio.access.deletion;

import io.riskwatch.portfolio.access.account.Account;
import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.organisation.Membership;
import io.riskwatch.portfolio.organisation.Organisation;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the wish to delete an account. In one transaction the person's name, address and every way in are gone and the rest is
 * written down as work for {@link DeletionWorker}; so a service that is killed at any moment has either done nothing or goes on.
 */
@Service
public class AccountDeletions {

    private static final Logger log = LoggerFactory.getLogger(AccountDeletions.class);
    private static final int MOST_ORGANISATIONS = 1_000;
    private static final Set<Role> ANY = EnumSet.allOf(Role.class);

    private final Accounts accounts;
    private final Organisations organisations;
    private final PersonalRows rows;
    private final PendingDeletions pending;
    private final DeletionWorker worker;
    private final TransactionTemplate transaction;

    AccountDeletions(
            Accounts accounts,
            Organisations organisations,
            PersonalRows rows,
            PendingDeletions pending,
            DeletionWorker worker,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.rows = rows;
        this.pending = pending;
        this.worker = worker;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Asked again for an account that is being deleted it changes nothing. */
    void request(UUID userId, String confirmation) {
        if (!pending.has(userId)) {
            transaction.executeWithoutResult(status -> begin(userId, confirmation));
            log.info("event=account-deletion-asked user={}", userId);
        }
        worker.wake();
    }

    private void begin(UUID userId, String confirmation) {
        Account account = accounts.lock(userId) ? accounts.find(userId).orElse(null) : null;
        if (account == null) {
            throw ProblemException.notFound("account");
        }
        String expected = account.email() == null ? account.name() : account.email();
        if (!expected.equalsIgnoreCase(confirmation.strip())) {
            throw ProblemException.unprocessable(
                    "confirmation",
                    account.email() == null
                            ? "This is not the name of your account."
                            : "This is not the e-mail address of your account.");
        }
        List<Membership> memberships = organisations.membershipsOf(userId, MOST_ORGANISATIONS);
        organisations.lock(memberships.stream().map(Membership::organisationId).toList());
        List<UUID> closing = new ArrayList<>();
        List<UUID> left = new ArrayList<>();
        for (Membership membership : memberships) {
            if (!organisations.hasOthers(membership.organisationId(), userId, ANY)) {
                closing.add(membership.organisationId());
            } else {
                requireAnotherOwner(membership);
                left.add(membership.organisationId());
            }
        }
        pending.add(userId, closing, left, rows.signIns(userId));
        rows.deleteWaysIn(userId);
        organisations.removeMember(userId);
        accounts.anonymise(userId);
    }

    /**
     * Has what others keep of an organisation deleted after the current transaction, which deletes it and its only member. Safe to
     * be said of one that is deleted already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deleteRemains(UUID userId, UUID organisationId) {
        pending.add(userId, List.of(organisationId), List.of(), rows.signIns(userId));
    }

    private void requireAnotherOwner(Membership membership) {
        if (membership.roles().contains(Role.OWNER)
                && !organisations.hasOthers(membership.organisationId(), membership.userId(), Set.of(Role.OWNER))) {
            String name = organisations
                    .find(membership.organisationId())
                    .map(Organisation::name)
                    .orElse("");
            throw ProblemException.conflict("You are the only owner of " + name
                            + ", which has other members. Make one of them its owner first.")
                    .with("field", "organisation");
        }
    }
}
