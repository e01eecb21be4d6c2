package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.portfolio.Seen;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The analyses of the current organisation that the caller may see ({@link Seen}); all others are a 404. */
@Repository
class Analyses {

    private static final String COLUMNS =
            "id, kind, portfolio_id, recomputes, schedule_id, state, percent, eta_seconds, cancel_requested, problem,"
                    + " result_hash, requested_at, started_at, finished_at";

    /** The row with the parameters {@code id} and {@code organisation}, and those of {@link Seen}; {@link #in} reads it. */
    static final String ONE = "select " + COLUMNS
            + " from analysis r where organisation_id = :organisation and id = :id" + Seen.BY_CALLER;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Analyses(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static UUID organisation() {
        return Tenancy.current().orElseThrow(() -> ProblemException.notFound("analysis"));
    }

    @Transactional(readOnly = true)
    public Analysis require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("analysis"));
    }

    @Transactional(readOnly = true)
    public Optional<Analysis> find(UUID id) {
        return find(id, "");
    }

    /** As {@link #require}, and nobody changes it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Analysis lock(UUID id) {
        return find(id, " for update").orElseThrow(() -> ProblemException.notFound("analysis"));
    }

    private Optional<Analysis> find(UUID id, String suffix) {
        return Seen.by(jdbc.sql(ONE + suffix))
                .param("organisation", organisation())
                .param("id", id)
                .query(this::analysis)
                .optional();
    }

    /** By compare-and-set: an analysis that has begun meanwhile stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelQueued(UUID id, Instant now) {
        jdbc.sql("update analysis set state = 'CANCELLED', cancel_requested = true, finished_at = ?"
                        + " where organisation_id = ? and id = ? and state = 'QUEUED'")
                .params(now.atOffset(ZoneOffset.UTC), organisation(), id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void requestCancellation(UUID id) {
        jdbc.sql("update analysis set cancel_requested = true where organisation_id = ? and id = ? and state ="
                        + " 'RUNNING'")
                .params(organisation(), id)
                .update();
    }

    /** The newest first, after the given place. */
    @Transactional(readOnly = true)
    public List<Analysis> list(Filter filter, Optional<Place> after, int limit) {
        Place place = after.orElse(new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)));
        return Seen.by(jdbc.sql("select " + COLUMNS + " from analysis r where organisation_id = :organisation"
                        + " and (cast(:kind as varchar) is null or kind = :kind)"
                        + " and (cast(:portfolio as uuid) is null or portfolio_id = :portfolio)"
                        + " and (cast(:schedule as uuid) is null or schedule_id = :schedule)"
                        + " and (cast(:state as varchar) is null or state = :state)"
                        + Seen.BY_CALLER
                        + " and (requested_at, id) < (:at, :id) order by requested_at desc, id desc limit :limit"))
                .param("organisation", organisation())
                .param("kind", filter.kind())
                .param("portfolio", filter.portfolioId())
                .param("schedule", filter.scheduleId())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("at", place.requestedAt().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query(this::analysis)
                .list();
    }

    /** The analysis of a row of {@link #ONE}, where there was one to join. */
    Optional<Analysis> in(ResultSet row) throws SQLException {
        return row.getObject("id") == null ? Optional.empty() : Optional.of(analysis(row, 0));
    }

    private Analysis analysis(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        long eta = row.getLong("eta_seconds");
        Long etaSeconds = row.wasNull() ? null : (Long) eta;
        return new Analysis(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("portfolio_id", UUID.class),
                row.getObject("recomputes", UUID.class),
                row.getObject("schedule_id", UUID.class),
                AnalysisState.valueOf(row.getString("state")),
                row.getInt("percent"),
                etaSeconds,
                row.getBoolean("cancel_requested"),
                problem == null ? null : json.readTree(problem),
                row.getString("result_hash"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** What the list is narrowed to; null does not narrow. */
    record Filter(
            @Nullable String kind,
            @Nullable UUID portfolioId,
            @Nullable UUID scheduleId,
            @Nullable AnalysisState state) {}

    /** A place in the list. */
    record Place(Instant requestedAt, UUID id) {

        static Place of(List<String> key) {
            return new Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast()));
        }

        static Cursor cursor(Analysis analysis) {
            return Cursor.of(analysis.requestedAt(), analysis.id());
        }
    }
}
