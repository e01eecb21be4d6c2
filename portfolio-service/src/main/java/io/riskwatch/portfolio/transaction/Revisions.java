package io.riskwatch.portfolio.transaction;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.service.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What transactions said before they were changed or deleted. Kept for ever, only ever added to. */
@Repository
class Revisions {

    /** How many changes of one transaction are shown. */
    static final int MOST = 200;

    private static final String KEPT = BookingColumns.NAMES + ", note, import_id, " + BookingColumns.ACCOUNTS;

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What becomes of a kept state. */
    enum Change {
        CHANGED,
        DELETED
    }

    /**
     * A state of the past.
     *
     * @param change what ended it, at {@code changedAt}
     * @param changedBy who, absent when no person did
     */
    record Revision(
            long version,
            Change change,
            Instant changedAt,
            @Nullable UUID changedBy,
            @Nullable String changedByName,
            Instant recordedAt,
            BookedIn in,
            Booking booking,
            @Nullable String note,
            @Nullable UUID importId) {}

    /** Keeps what a transaction says now, which is about to end. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID portfolioId, UUID id, Change change) {
        jdbc.sql("insert into ledger_transaction_revision (transaction_id, version, organisation_id,"
                        + " portfolio_id, change, changed_by, recorded_at, " + KEPT
                        + ") select id, version, organisation_id, portfolio_id, ?,"
                        + " cast(? as uuid), created_at, " + KEPT
                        + " from ledger_transaction where organisation_id = ? and portfolio_id = ? and id = ?")
                .params(Arrays.<@Nullable Object>asList(
                        change.name(),
                        Caller.find().map(Caller::userId).map(UUID::toString).orElse(null),
                        organisation(),
                        portfolioId,
                        id))
                .update();
    }

    /** The former states, the newest first. */
    @Transactional(readOnly = true)
    List<Revision> of(UUID portfolioId, UUID id) {
        return jdbc.sql("select version, change, changed_at, changed_by, u.name as changed_by_name, recorded_at, "
                        + KEPT
                        + " from ledger_transaction_revision r left join app_user u on u.id = r.changed_by"
                        + " where organisation_id = ? and portfolio_id = ? and transaction_id = ?"
                        + " order by version desc limit " + MOST)
                .params(organisation(), portfolioId, id)
                .query(Revisions::revision)
                .list();
    }

    /** When a transaction that stands was recorded. */
    @Transactional(readOnly = true)
    Optional<Instant> recordedAt(UUID portfolioId, UUID id) {
        return jdbc.sql("select created_at from ledger_transaction"
                        + " where organisation_id = ? and portfolio_id = ? and id = ?")
                .params(organisation(), portfolioId, id)
                .query((row, number) -> row.getTimestamp("created_at").toInstant())
                .optional();
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        return new Revision(
                row.getLong("version"),
                Change.valueOf(row.getString("change")),
                row.getTimestamp("changed_at").toInstant(),
                row.getObject("changed_by", UUID.class),
                row.getString("changed_by_name"),
                row.getTimestamp("recorded_at").toInstant(),
                BookingColumns.in(row),
                BookingColumns.booking(row),
                row.getString("note"),
                row.getObject("import_id", UUID.class));
    }
}
