package io.riskwatch.portfolio.alert.rule;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.portfolio.Seen;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the current organisation; another organisation's are a 404. */
@Repository
public class AlertRules {

    private static final String COLUMNS =
            "id, organisation_id, saved_by, name, terms, urgent, enabled, state, state_as_of, last_value, firings,"
                    + " problem, version, created_at, updated_at";
    private static final String OWN = " where organisation_id = :organisation and id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AlertRules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is saved of a rule. */
    record Saved(UUID savedBy, String name, Terms terms, boolean urgent, boolean enabled) {}

    /** How many there are, counted by one at a time until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int count() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("alert-rule:" + organisation())
                .query(Integer.class)
                .single();
        return jdbc.sql("select count(*) from alert_rule where organisation_id = ?")
                .param(organisation())
                .query(Integer.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public AlertRule insert(Saved saved) {
        return with(
                        saved,
                        "insert into alert_rule (organisation_id, portfolio_id, saved_by, name, kind, symbol, terms,"
                                + " urgent, enabled, updated_at) values (:organisation, :portfolio, :user, :name, :kind,"
                                + " :symbol, :terms, :urgent, :enabled, clock_timestamp()) returning " + COLUMNS)
                .query(this::rule)
                .single();
    }

    /** What it becomes. It is armed anew, and fires at once when its condition holds already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AlertRule change(UUID id, Saved saved) {
        return with(
                        saved,
                        "update alert_rule set portfolio_id = :portfolio, saved_by = :user, name = :name, kind = :kind,"
                                + " symbol = :symbol, terms = :terms, urgent = :urgent, enabled = :enabled,"
                                + " state = 'ARMED', state_as_of = null, last_value = null, problem = null,"
                                + " version = version + 1, updated_at = clock_timestamp()" + OWN + " returning "
                                + COLUMNS)
                .param("id", id)
                .query(this::rule)
                .single();
    }

    private JdbcClient.StatementSpec with(Saved saved, String sql) {
        return jdbc.sql(sql)
                .param("organisation", organisation())
                .param("portfolio", saved.terms().portfolioId())
                .param("user", saved.savedBy())
                .param("name", saved.name())
                .param("kind", saved.terms().kind().name())
                .param("symbol", saved.terms().symbol())
                .param("terms", json.writeValueAsString(saved.terms()))
                .param("urgent", saved.urgent())
                .param("enabled", saved.enabled());
    }

    @Transactional(readOnly = true)
    public Optional<AlertRule> find(UUID id) {
        return one(id, "");
    }

    @Transactional(readOnly = true)
    public AlertRule require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("alert rule"));
    }

    /** As {@link #require}, and nobody changes it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AlertRule lock(UUID id) {
        return one(id, " for update").orElseThrow(() -> ProblemException.notFound("alert rule"));
    }

    private Optional<AlertRule> one(UUID id, String suffix) {
        return Seen.by(jdbc.sql("select " + COLUMNS + " from alert_rule r" + OWN + Seen.BY_CALLER + suffix))
                .param("organisation", organisation())
                .param("id", id)
                .query(this::rule)
                .optional();
    }

    /** The oldest first, after the given place; null does not narrow. */
    @Transactional(readOnly = true)
    public List<AlertRule> list(@Nullable UUID portfolioId, @Nullable String symbol, Place after, int limit) {
        return Seen.by(jdbc.sql("select " + COLUMNS + " from alert_rule r where organisation_id = :organisation"
                        + " and (cast(:portfolio as uuid) is null or portfolio_id = :portfolio)"
                        + " and (cast(:symbol as varchar) is null or symbol = :symbol)" + Seen.BY_CALLER
                        + " and (created_at, id) > (:at, :id) order by created_at, id limit :limit"))
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("symbol", symbol)
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(this::rule)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID id) {
        jdbc.sql("delete from alert_rule" + OWN)
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    /**
     * Changes the state by compare-and-set: of all who saw the same crossing one succeeds, and a price that is not newer than
     * the one that changed the state last changes nothing.
     *
     * @param version of the condition that was compared; a rule that was saved since is another one
     * @return how often it has fired, with this time; empty when it was not for this call to change it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong move(UUID id, long version, RuleState from, BigDecimal value, Instant asOf) {
        var to = from == RuleState.ARMED ? RuleState.TRIGGERED : RuleState.ARMED;
        var firings = jdbc.sql("update alert_rule set state = :to, state_as_of = :at, last_value = :value,"
                        + " firings = firings + :fired, problem = null" + OWN
                        + " and enabled and version = :version and state = :from"
                        + " and (state_as_of is null or state_as_of < :at) returning firings")
                .param("to", to.name())
                .param("at", utc(asOf))
                .param("value", value)
                .param("fired", to == RuleState.TRIGGERED ? 1 : 0)
                .param("organisation", organisation())
                .param("id", id)
                .param("version", version)
                .param("from", from.name())
                .query(Long.class)
                .optional();
        return firings.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** Keeps why it cannot be looked at; {@code null}: it can. */
    @Transactional
    public void explain(UUID id, @Nullable String problem) {
        jdbc.sql("update alert_rule set problem = :problem" + OWN)
                .param("problem", problem)
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    /** The rules of all organisations changed from a moment on, in the order of their changes, after a place in it. */
    @Transactional(readOnly = true)
    public List<AlertRule> changedFrom(Instant moment, Place after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from watched_alert_rules(?, ?, ?, ?) order by updated_at, id")
                .params(utc(moment), utc(after.at()), after.id(), limit)
                .query(this::rule)
                .list();
    }

    private AlertRule rule(ResultSet row, int number) throws SQLException {
        return new AlertRule(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("saved_by", UUID.class),
                row.getString("name"),
                json.readValue(row.getString("terms"), Terms.class),
                row.getBoolean("urgent"),
                row.getBoolean("enabled"),
                RuleState.valueOf(row.getString("state")),
                instant(row.getTimestamp("state_as_of")),
                row.getBigDecimal("last_value"),
                row.getLong("firings"),
                row.getString("problem"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** A place in a list by time. */
    public record Place(Instant at, UUID id) {

        /** Before everything. */
        public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
    }
}
