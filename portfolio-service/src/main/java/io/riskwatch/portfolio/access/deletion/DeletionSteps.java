package io.riskwatch.portfolio.access.deletion;

import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.organisation.OrganisationRemains;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What there is to do for a deletion, in order. Each step may be done again, and is when one after it failed. */
@Component
class DeletionSteps {

    /** The gateway ends the sessions of the user whose id is told here. */
    private static final String DELETED_USERS = "portfolio:deleted-users";

    private final Organisations organisations;
    private final List<OrganisationRemains> remains;
    private final SessionRepository<?> sessions;
    private final StringRedisTemplate redis;
    private final Accounts accounts;
    private final PersonalRows rows;
    private final PendingDeletions pending;
    private final TransactionTemplate transaction;

    DeletionSteps(
            Organisations organisations,
            List<OrganisationRemains> remains,
            SessionRepository<?> sessions,
            StringRedisTemplate redis,
            Accounts accounts,
            PersonalRows rows,
            PendingDeletions pending,
            PlatformTransactionManager transactions) {
        this.organisations = organisations;
        this.remains = List.copyOf(remains);
        this.sessions = sessions;
        this.redis = redis;
        this.accounts = accounts;
        this.rows = rows;
        this.pending = pending;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Runnable> of(AccountDeletion deletion) {
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> signOut(deletion));
        for (UUID organisation : deletion.organisations()) {
            steps.add(() -> within(organisation, () -> organisations.delete(organisation)));
            remains.forEach(remain -> steps.add(() -> remain.delete(organisation)));
        }
        for (UUID organisation : deletion.left()) {
            steps.add(() -> within(organisation, () -> rows.deleteWithin(deletion.userId())));
        }
        steps.add(() -> transaction.executeWithoutResult(status -> finish(deletion.userId())));
        return steps;
    }

    private void signOut(AccountDeletion deletion) {
        deletion.signIns().forEach(sessions::deleteById);
        redis.convertAndSend(DELETED_USERS, deletion.userId().toString());
    }

    private void within(UUID organisation, Runnable work) {
        Tenancy.as(organisation, (Runnable) () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private void finish(UUID userId) {
        rows.deleteWaysIn(userId);
        rows.deleteAnswers(userId);
        accounts.delete(userId);
        pending.finish(userId);
    }
}
