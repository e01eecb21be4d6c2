package io.riskwatch.marketdata.provider.credit;

import io.riskwatch.marketdata.provider.ProviderError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what every replica together spends at a provider. Credits are reserved before a call and settled by what the
 * answer says it cost; the minute is any sixty seconds, not the clock's, so that no burst straddles its edge. Lives in
 * PostgreSQL: a restart spends nothing twice.
 */
@Component
public class CreditLedger {
    /** The provider's minute and ours differ by the way of a request; a little more than a minute keeps within both. */
    private static final Duration MINUTE = Duration.ofSeconds(61);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public CreditLedger(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // a reservation stands although the work around it rolls back: the call was made
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Takes credits for one call, or says when there will be some. A call dearer than a whole minute takes that minute. */
    public Reservation reserve(String provider, int credits, Budget budget) {
        int wanted = Math.min(credits, Math.min(budget.perMinute(), budget.perDay()));
        return inTransaction(() -> {
            Instant now = clock.instant();
            Account account = lock(provider, now);
            if (account.blockedUntil() != null && account.blockedUntil().isAfter(now)) {
                return refused(now, account.blockedUntil(), "blocked after " + account.lastError());
            }
            if (account.usedToday() + wanted > budget.perDay()) {
                return refused(now, nextDay(now), "the day's " + budget.perDay() + " credits are spent");
            }
            Recent recent = recent(provider, now);
            if (recent.credits() + wanted > budget.perMinute()) {
                return refused(
                        now,
                        freeAt(provider, now, recent.credits() + wanted - budget.perMinute()),
                        "the minute's " + budget.perMinute() + " credits are spent");
            }
            Instant last = recent.last();
            if (last != null && last.plus(budget.spacing()).isAfter(now)) {
                return refused(now, last.plus(budget.spacing()), "calls come at least " + budget.spacing() + " apart");
            }
            return new Reservation.Granted(book(provider, now, wanted), provider, wanted);
        });
    }

    /** Puts what the answer said in place of the estimate. */
    public void settle(Reservation.Granted reservation, Charge charge, Budget budget) {
        inTransaction(() -> {
            Instant now = clock.instant();
            lock(reservation.provider(), now);
            int used = charge.used() == null ? reservation.credits() : Math.max(0, charge.used());
            if (used != reservation.credits()) {
                jdbc.sql("update provider_call set credits = ? where id = ?")
                        .params(used, reservation.id())
                        .update();
                addToDay(reservation.provider(), used - reservation.credits());
            }
            if (charge.leftThisMinute() != null) {
                int believed =
                        budget.perMinute() - recent(reservation.provider(), now).credits();
                int unseen = believed - Math.max(0, charge.leftThisMinute());
                if (unseen > 0) { // somebody else spends from the same key
                    book(reservation.provider(), now, unseen);
                }
            }
            return null;
        });
    }

    /** Notes that a call went well. */
    public void succeeded(String provider) {
        inTransaction(() -> {
            lock(provider, clock.instant());
            return jdbc.sql("update provider_account set last_success_at = ?, blocked_until = null where provider = ?")
                    .params(Timestamp.from(clock.instant()), provider)
                    .update();
        });
    }

    /** Notes that a call failed, and until when nobody need try. */
    public void failed(String provider, ProviderError error, Optional<Duration> block) {
        inTransaction(() -> {
            Instant now = clock.instant();
            lock(provider, now);
            return jdbc.sql("""
                    update provider_account set last_error = :error, last_error_at = :at,
                        blocked_until = coalesce(cast(:until as timestamptz), blocked_until)
                    where provider = :provider""")
                    .param("error", error.kind().name())
                    .param("at", Timestamp.from(now))
                    .param("until", block.map(now::plus).map(Timestamp::from).orElse(null))
                    .param("provider", provider)
                    .update();
        });
    }

    /** How a provider stands. */
    public Standing standing(String provider, Budget budget) {
        return inTransaction(() -> {
            Instant now = clock.instant();
            Account account = lock(provider, now);
            Instant blocked = account.blockedUntil();
            return new Standing(
                    Math.max(0, budget.perMinute() - recent(provider, now).credits()),
                    Math.max(0, budget.perDay() - account.usedToday()),
                    blocked != null && blocked.isAfter(now) ? blocked : null,
                    account.lastError() == null ? null : ProviderError.Kind.valueOf(account.lastError()),
                    account.lastErrorAt(),
                    account.lastSuccessAt());
        });
    }

    /** Forgets calls that no minute counts any more. */
    public int forgetBefore(Instant before) {
        return jdbc.sql("delete from provider_call where at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    /** Locks the provider's row, a new one where there is none, and begins a new day where one has begun. */
    private Account lock(String provider, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        jdbc.sql("insert into provider_account (provider, day, used) values (?, ?, 0) on conflict do nothing")
                .params(provider, today)
                .update();
        Account account = jdbc.sql("select * from provider_account where provider = ? for update")
                .param(provider)
                .query(Account::of)
                .single();
        if (!account.day().isBefore(today)) {
            return account;
        }
        jdbc.sql("update provider_account set day = ?, used = 0 where provider = ?")
                .params(today, provider)
                .update();
        return account.on(today);
    }

    private long book(String provider, Instant at, int credits) {
        addToDay(provider, credits);
        return jdbc.sql("insert into provider_call (provider, at, credits) values (?, ?, ?) returning id")
                .params(provider, Timestamp.from(at), credits)
                .query(Long.class)
                .single();
    }

    private void addToDay(String provider, int credits) {
        jdbc.sql("update provider_account set used = greatest(0, used + ?) where provider = ?")
                .params(credits, provider)
                .update();
    }

    private Recent recent(String provider, Instant now) {
        return jdbc.sql("""
                select coalesce(sum(credits), 0) as credits, max(at) as last
                from provider_call where provider = ? and at > ?""")
                .params(provider, Timestamp.from(now.minus(MINUTE)))
                .query((row, number) -> new Recent(row.getInt("credits"), instant(row, "last")))
                .single();
    }

    /** When the oldest calls of the minute, as many as hold so many credits, no longer count. */
    private Instant freeAt(String provider, Instant now, int credits) {
        return jdbc.sql("""
                select at from (
                    select at, sum(credits) over (order by at, id) as freed
                    from provider_call where provider = ? and at > ?) calls
                where freed >= ? order by at limit 1""")
                .params(provider, Timestamp.from(now.minus(MINUTE)), credits)
                .query((row, number) ->
                        Objects.requireNonNull(instant(row, "at")).plus(MINUTE))
                .optional()
                .orElse(now.plus(MINUTE));
    }

    private static Reservation refused(Instant now, Instant until, String why) {
        Duration wait = Duration.between(now, until);
        return new Reservation.Denied(
                new ProviderError.RateLimited(wait.isNegative() ? Duration.ofSeconds(1) : wait, why));
    }

    private static Instant nextDay(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private <T extends @Nullable Object> T inTransaction(java.util.function.Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** Either a reservation or the reason why there is none. */
    public sealed interface Reservation {
        /** Credits that are now counted as spent. */
        record Granted(long id, String provider, int credits) implements Reservation {}

        /** No credits. */
        record Denied(ProviderError.RateLimited reason) implements Reservation {}
    }

    /**
     * How a provider stands.
     *
     * @param blockedUntil until when it said that asking is useless; null where it may be asked
     */
    public record Standing(
            int leftThisMinute,
            int leftToday,
            @Nullable Instant blockedUntil,
            ProviderError.@Nullable Kind lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant lastSuccessAt) {}

    private record Recent(int credits, @Nullable Instant last) {}

    private record Account(
            LocalDate day,
            int usedToday,
            @Nullable Instant blockedUntil,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant lastSuccessAt) {

        static Account of(ResultSet row, int number) throws SQLException {
            return new Account(
                    row.getObject("day", LocalDate.class),
                    row.getInt("used"),
                    instant(row, "blocked_until"),
                    row.getString("last_error"),
                    instant(row, "last_error_at"),
                    instant(row, "last_success_at"));
        }

        Account on(LocalDate today) {
            return new Account(today, 0, blockedUntil, lastError, lastErrorAt, lastSuccessAt);
        }
    }
}
