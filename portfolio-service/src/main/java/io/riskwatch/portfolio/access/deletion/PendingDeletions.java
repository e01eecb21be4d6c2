package io.riskwatch.portfolio.access.deletion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The deletions that are not finished. */
@Repository
class PendingDeletions {

    private final JdbcClient jdbc;

    PendingDeletions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID userId, List<UUID> organisations, List<UUID> left, List<String> signIns) {
        jdbc.sql("""
            insert into account_deletion (user_id, organisations, left_organisations, sign_ins)
            values (?, ?, ?, ?) on conflict do nothing""")
                .param(userId)
                .param(organisations.toArray(UUID[]::new))
                .param(left.toArray(UUID[]::new))
                .param(signIns.toArray(String[]::new))
                .update();
    }

    @Transactional(readOnly = true)
    public boolean has(UUID userId) {
        return jdbc.sql("select exists (select from account_deletion where user_id = ?)")
                .param(userId)
                .query(Boolean.class)
                .single();
    }

    /** Takes one whose turn it is; it is nobody else's for that long, in which time it is finished or its worker dead. */
    @Transactional
    public Optional<AccountDeletion> take(Duration lease) {
        return jdbc.sql("""
            update account_deletion set attempts = attempts + 1, due_at = now() + make_interval(secs => ?)
            where user_id = (select user_id from account_deletion where due_at <= now()
                order by due_at, user_id limit 1 for update skip locked)
            returning user_id, organisations, left_organisations, sign_ins, attempts""")
                .param(lease.toSeconds())
                .query(PendingDeletions::deletion)
                .optional();
    }

    @Transactional
    public void postpone(UUID userId, Duration pause, String reason) {
        jdbc.sql("update account_deletion set due_at = now() + make_interval(secs => ?), last_error = ? where"
                        + " user_id = ?")
                .params(pause.toSeconds(), reason, userId)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void finish(UUID userId) {
        jdbc.sql("delete from account_deletion where user_id = ?").param(userId).update();
    }

    private static AccountDeletion deletion(ResultSet row, int number) throws SQLException {
        return new AccountDeletion(
                row.getObject("user_id", UUID.class),
                List.of((UUID[]) row.getArray("organisations").getArray()),
                List.of((UUID[]) row.getArray("left_organisations").getArray()),
                List.of((String[]) row.getArray("sign_ins").getArray()),
                row.getInt("attempts"));
    }
}
