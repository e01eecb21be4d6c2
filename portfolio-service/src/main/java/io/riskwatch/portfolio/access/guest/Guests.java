package io.riskwatch.portfolio.access.guest;

import io.riskwatch.portfolio.access.AccessSettings;
import io.riskwatch.portfolio.access.RateLimit;
import io.riskwatch.portfolio.access.account.Account;
import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.access.deletion.AccountDeletions;
import io.riskwatch.portfolio.organisation.Organisation;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.organisation.Purpose;
import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes guests, and deletes them with everything that is theirs when their days are over. */
@Service
public class Guests {

    private static final Logger log = LoggerFactory.getLogger(Guests.class);
    private static final int BATCH = 100;
    private static final int MOST_MEMBERS = 100;

    private final Accounts accounts;
    private final Organisations organisations;
    private final AccountDeletions deletions;
    private final JdbcClient jdbc;
    private final Duration life;
    private final RateLimit limit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Guests(
            Accounts accounts,
            Organisations organisations,
            AccountDeletions deletions,
            JdbcClient jdbc,
            AccessSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.deletions = deletions;
        this.jdbc = jdbc;
        this.life = settings.demoLife();
        this.limit = new RateLimit(settings.guestsPerAddressAndHour(), Duration.ofHours(1));
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts a wish for a guest from an address; answers how long to wait when there were too many. */
    Optional<Duration> admit(String address) {
        return limit.take(address);
    }

    boolean isGone(UUID userId) {
        return accounts.find(userId).isEmpty();
    }

    /** Makes a guest with an organisation of their own; whoever listens fills it in the same transaction. */
    UUID create() {
        var guest = new Account(UUID.randomUUID(), null, "Guest", true);
        var organisation = new Organisation(
                UUID.randomUUID(), "Demo", Purpose.GUEST, clock.instant().plus(life));
        Tenancy.as(
                organisation.id(),
                () -> transaction.executeWithoutResult(status -> {
                    accounts.add(guest, null);
                    organisations.create(organisation, guest.id(), Set.of(Role.OWNER));
                }));
        return guest.id();
    }

    /** Deletes the demos whose days are over, each in a transaction of its own; one that fails is tried again later. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    void deleteEnded() {
        boolean more;
        do {
            List<UUID> ended = organisations.demosEndedBefore(clock.instant(), BATCH);
            long deleted = ended.stream().filter(this::tryDelete).count();
            more = ended.size() == BATCH && deleted > 0;
        } while (more);
    }

    private boolean tryDelete(UUID organisation) {
        try {
            Tenancy.as(organisation, () -> transaction.executeWithoutResult(status -> delete(organisation)));
            return true;
        } catch (RuntimeException e) {
            log.error("demo not deleted organisation={}", organisation, e);
            return false;
        }
    }

    private void delete(UUID organisation) {
        List<UUID> members = organisations.membersOf(organisation, MOST_MEMBERS);
        members.forEach(member -> deletions.deleteRemains(member, organisation));
        String[] names = members.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql("""
                delete from oauth2_registered_client
                where client_id in (select client_id from api_client where organisation_id = ?)""").param(organisation).update();
        organisations.delete(organisation);
        jdbc.sql("delete from oauth2_authorization where principal_name = any (?)")
                .param(names)
                .update();
        accounts.deleteGuests(members);
        log.info("demo deleted organisation={}", organisation);
    }
}
