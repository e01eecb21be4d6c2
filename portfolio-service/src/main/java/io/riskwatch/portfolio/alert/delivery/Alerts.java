package io.riskwatch.portfolio.alert.delivery;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.portfolio.Seen;
import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inbox of the current organisation; another organisation's is a 404. */
@Repository
class Alerts {

    private static final String COLUMNS =
            "id, rule_id, kind, symbol, portfolio_id, title, message, urgent, value, threshold,"
                    + " observed_at, raised_at, read_at";
    private static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Alert insert(RaisedAlert raised) {
        var firing = raised.firing();
        return jdbc.sql("insert into alert (organisation_id, rule_id, firing, kind, symbol, portfolio_id, title,"
                        + " message, urgent, value, threshold, observed_at, raised_at) values (:organisation,"
                        + " :rule, :firing, :kind, :symbol, :portfolio, :title, :message, :urgent, :value,"
                        + " :threshold, :observed, clock_timestamp()) returning " + COLUMNS)
                .param("organisation", organisation())
                .param("rule", firing == null ? null : firing.ruleId())
                .param("firing", firing == null ? null : firing.number())
                .param("kind", raised.kind().name())
                .param("symbol", raised.symbol())
                .param("portfolio", raised.portfolioId())
                .param("title", raised.title())
                .param("message", raised.message())
                .param("urgent", raised.urgent())
                .param("value", raised.value())
                .param("threshold", raised.threshold())
                .param("observed", raised.observedAt().atOffset(ZoneOffset.UTC))
                .query(Alerts::alert)
                .single();
    }

    @Transactional(readOnly = true)
    public Alert require(UUID id) {
        return Seen.by(jdbc.sql("select " + COLUMNS + " from alert r where organisation_id = :organisation and id = :id"
                        + Seen.BY_CALLER))
                .param("organisation", organisation())
                .param("id", id)
                .query(Alerts::alert)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("alert"));
    }

    /** Those of the ids that are still there, the oldest first. */
    @Transactional(readOnly = true)
    public List<Alert> of(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from alert where organisation_id = ? and id = any (?)"
                        + " order by raised_at, id limit ?")
                .params(organisation(), ids.toArray(UUID[]::new), ids.size())
                .query(Alerts::alert)
                .list();
    }

    /** The newest first, after the given place; null does not narrow. */
    @Transactional(readOnly = true)
    public List<Alert> list(boolean unreadOnly, @Nullable UUID portfolioId, @Nullable Place after, int limit) {
        var place = after == null ? NEWEST : after;
        return Seen.by(jdbc.sql("select " + COLUMNS + " from alert r where organisation_id = :organisation"
                        + (unreadOnly ? " and read_at is null" : "")
                        + " and (cast(:portfolio as uuid) is null or portfolio_id = :portfolio)" + Seen.BY_CALLER
                        + " and (raised_at, id) < (:at, :id) order by raised_at desc, id desc limit :limit"))
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query(Alerts::alert)
                .list();
    }

    @Transactional(readOnly = true)
    public int unread() {
        return Seen.by(jdbc.sql("select count(*) from alert r where organisation_id = :organisation and read_at is null"
                        + Seen.BY_CALLER))
                .param("organisation", organisation())
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void read(UUID id) {
        require(id);
        jdbc.sql("update alert set read_at = now() where organisation_id = ? and id = ? and read_at is null")
                .params(organisation(), id)
                .update();
    }

    /** All that were raised until then. */
    @Transactional
    public void readUntil(Instant moment) {
        Seen.by(jdbc.sql("update alert r set read_at = now() where organisation_id = :organisation and read_at is null"
                        + " and raised_at <= :moment" + Seen.BY_CALLER))
                .param("organisation", organisation())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets the oldest alerts of all organisations, a bounded number at a time; answers how many. */
    @Transactional
    public int purge(Instant before, int most) {
        return jdbc.sql("select purge_alerts(?, ?)")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .query(Integer.class)
                .single();
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Alert(
                row.getObject("id", UUID.class),
                row.getObject("rule_id", UUID.class),
                AlertTopic.valueOf(row.getString("kind")),
                row.getString("symbol"),
                row.getObject("portfolio_id", UUID.class),
                row.getString("title"),
                row.getString("message"),
                row.getBoolean("urgent"),
                row.getBigDecimal("value"),
                row.getBigDecimal("threshold"),
                row.getTimestamp("observed_at").toInstant(),
                row.getTimestamp("raised_at").toInstant(),
                read == null ? null : read.toInstant());
    }

    /** A place in the list. */
    record Place(Instant at, UUID id) {}
}
