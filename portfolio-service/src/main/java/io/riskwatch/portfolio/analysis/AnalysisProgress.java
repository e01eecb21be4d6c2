package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.portfolio.event.Audience;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the rows true to what workers say: takes what was said of any number of analyses, in the order it was said, reads and locks
 * their rows in one statement, and writes those that changed in another.
 */
@Repository
class AnalysisProgress {

    private final JdbcClient jdbc;
    private final JdbcTemplate statements;
    private final JsonMapper json;

    AnalysisProgress(JdbcClient jdbc, JdbcTemplate statements, JsonMapper json) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.json = json;
    }

    /**
     * An analysis that is not as it was.
     *
     * @param type of the last event that brought it into another state or another run, else of the last one
     * @param audience whom browsers are told of it
     */
    record Change(String type, Followed before, Followed now, Audience audience) {

        /** Whether it is another state, another run or a wait that is told of: progress alone is not. */
        boolean ofState() {
            return before.state() != now.state() || before.attempt() != now.attempt() || isWait();
        }

        /** Whether its job waits to be tried again. */
        boolean isWait() {
            return now.retryAfterSeconds() != null;
        }
    }

    /** Answers what the events changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Change> apply(List<AnalysisEvent> events) {
        Map<UUID, Locked> before = locked(events);
        Map<UUID, Change> changes = new LinkedHashMap<>();
        for (AnalysisEvent event : events) {
            Locked locked = before.get(event.analysisId());
            if (locked == null || !locked.row().organisationId().equals(event.organisationId())) {
                continue;
            }
            Followed known = locked.row();
            Change last = changes.get(known.id());
            Followed now = last == null ? known : last.now();
            Followed after = now.after(event);
            if (!after.equals(now)) {
                boolean step = now.state() != after.state() || now.attempt() != after.attempt();
                String type = last == null || step ? event.type() : last.type();
                changes.put(known.id(), new Change(type, known, after, locked.audience()));
            }
        }
        write(changes.values());
        return List.copyOf(changes.values());
    }

    private record Locked(Followed row, Audience audience) {}

    private Map<UUID, Locked> locked(List<AnalysisEvent> events) {
        Map<UUID, Locked> rows = new LinkedHashMap<>();
        statements.query(
                "select * from lock_analyses(?, ?)",
                (PreparedStatement statement) -> {
                    statement.setArray(1, uuids(statement, events.stream().map(AnalysisEvent::analysisId)));
                    statement.setArray(2, uuids(statement, events.stream().map(AnalysisEvent::organisationId)));
                },
                row -> {
                    Followed followed = followed(row);
                    rows.put(followed.id(), new Locked(followed, audience(row.getArray("granted_to"))));
                });
        return rows;
    }

    private static Audience audience(@Nullable Array grantedTo) throws SQLException {
        return grantedTo == null ? Audience.EVERYBODY : Audience.ofClient(Arrays.asList((UUID[]) grantedTo.getArray()));
    }

    private static Array uuids(PreparedStatement statement, Stream<UUID> ids) throws SQLException {
        return statement.getConnection().createArrayOf("uuid", ids.toArray());
    }

    private Followed followed(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        long eta = row.getLong("eta_seconds");
        Long etaSeconds = row.wasNull() ? null : (Long) eta;
        return new Followed(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("kind"),
                row.getObject("portfolio_id", UUID.class),
                AnalysisState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getInt("percent"),
                etaSeconds,
                problem == null ? null : json.readTree(problem),
                row.getString("result_hash"),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                null);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private void write(Collection<Change> changes) {
        if (!changes.isEmpty()) {
            List<Row> rows = new ArrayList<>();
            changes.forEach(change -> rows.add(Row.of(change)));
            jdbc.sql("select follow_analyses(cast(? as jsonb))")
                    .param(json.writeValueAsString(rows))
                    .query(Long.class)
                    .single();
        }
    }

    /** What {@code follow_analyses} takes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(
            UUID id,
            UUID organisation,
            AnalysisState state,
            int attempt,
            int percent,
            @Nullable Long eta,
            @Nullable JsonNode problem,
            @Nullable String hash,
            @Nullable Instant started,
            @Nullable Instant finished,
            boolean begun,
            boolean ended,
            @Nullable Double seconds,
            @Nullable Long postponed) {

        static Row of(Change change) {
            Followed now = change.now();
            return new Row(
                    now.id(),
                    now.organisationId(),
                    now.state(),
                    now.attempt(),
                    now.percent(),
                    now.etaSeconds(),
                    now.problem(),
                    now.resultHash(),
                    now.startedAt(),
                    now.finishedAt(),
                    now.state() == AnalysisState.RUNNING,
                    now.isOver(),
                    change.before().isOver() ? null : now.seconds(),
                    now.retryAfterSeconds());
        }
    }
}
