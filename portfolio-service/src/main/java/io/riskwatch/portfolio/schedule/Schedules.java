package io.riskwatch.portfolio.schedule;

import io.riskwatch.portfolio.analysis.AnalysisRequest;
import io.riskwatch.portfolio.portfolio.Seen;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The schedules of the current organisation that the caller may see ({@link Seen}); all others are a 404. */
@Repository
class Schedules {

    private static final String COLUMNS =
            "id, saved_by, name, request, cadence, day_of_week, time_of_day, zone, next_run_at, last_analysis_id,"
                    + " last_run_at, last_problem, refused_in_a_row, paused_because, version, created_at, updated_at";
    private static final String OWN = " where organisation_id = :organisation and id = :id";
    private static final String CHANGED = ", version = version + 1, updated_at = now()";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectReader requests;

    Schedules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        // one of before may have members that are gone; what is left is checked when it is asked
        this.requests =
                json.readerFor(AnalysisRequest.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static UUID organisation() {
        return Tenancy.current().orElseThrow(() -> ProblemException.notFound("schedule"));
    }

    /** What is saved of a schedule. */
    record Saved(
            UUID savedBy,
            String name,
            AnalysisRequest request,
            Timetable timetable,
            @Nullable Instant nextRunAt) {}

    /** How many there are, counted by one at a time until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int count() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("schedule:" + organisation())
                .query(Integer.class)
                .single();
        return jdbc.sql("select count(*) from analysis_schedule where organisation_id = ?")
                .param(organisation())
                .query(Integer.class)
                .single();
    }

    /** 1 for the oldest of those that are switched on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rank(Schedule schedule) {
        return jdbc.sql("select count(*) from analysis_schedule where organisation_id = ? and next_run_at is not null"
                        + " and (created_at, id) <= (?, ?)")
                .params(organisation(), utc(schedule.createdAt()), schedule.id())
                .query(Integer.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Schedule insert(Saved saved) {
        return with(
                        saved,
                        "insert into analysis_schedule (organisation_id, portfolio_id, saved_by, name, request,"
                                + " cadence, day_of_week, time_of_day, zone, next_run_at) values (:organisation,"
                                + " :portfolio, :user, :name, :request, :cadence, :day, :time, :zone, :next) returning "
                                + COLUMNS)
                .query(this::schedule)
                .single();
    }

    /** What it becomes; what it was refused for before is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Schedule change(UUID id, Saved saved) {
        return with(
                        saved,
                        "update analysis_schedule set portfolio_id = :portfolio, saved_by = :user, name = :name,"
                                + " request = :request, cadence = :cadence, day_of_week = :day, time_of_day = :time, zone"
                                + " = :zone, next_run_at = :next, refused_in_a_row = 0, paused_because ="
                                + " null" + CHANGED + OWN
                                + " returning " + COLUMNS)
                .param("id", id)
                .query(this::schedule)
                .single();
    }

    private JdbcClient.StatementSpec with(Saved saved, String sql) {
        Timetable timetable = saved.timetable();
        return jdbc.sql(sql)
                .param("organisation", organisation())
                .param("portfolio", saved.request().portfolioId())
                .param("user", saved.savedBy())
                .param("name", saved.name())
                .param("request", json.writeValueAsString(saved.request()))
                .param("cadence", timetable.cadence().name())
                .param("day", timetable.day() == null ? null : timetable.day().name())
                .param("time", timetable.time())
                .param("zone", timetable.zone().getId())
                .param("next", utcOrNull(saved.nextRunAt()));
    }

    @Transactional(readOnly = true)
    public Optional<Schedule> find(UUID id) {
        return one(id, Seen.BY_CALLER);
    }

    @Transactional(readOnly = true)
    public Schedule require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("schedule"));
    }

    /** As {@link #require}, and nobody changes or runs it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Schedule lock(UUID id) {
        return one(id, Seen.BY_CALLER + " for update").orElseThrow(() -> ProblemException.notFound("schedule"));
    }

    /**
     * The schedule, locked, when it is still due at that time and nobody else is running or changing it, whoever may see it: that who
     * saved it may not see the client any more is for the question to be refused for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Schedule> take(UUID id, Instant due) {
        return one(id, " for update of r skip locked").filter(schedule -> due.equals(schedule.nextRunAt()));
    }

    private Optional<Schedule> one(UUID id, String suffix) {
        return Seen.by(jdbc.sql("select " + COLUMNS + " from analysis_schedule r" + OWN + suffix))
                .param("organisation", organisation())
                .param("id", id)
                .query(this::schedule)
                .optional();
    }

    /** The oldest first, after the given place. */
    @Transactional(readOnly = true)
    public List<Schedule> list(Optional<Place> after, int limit) {
        Place place = after.orElse(new Place(Instant.EPOCH, new UUID(0, 0)));
        return Seen.by(jdbc.sql("select " + COLUMNS + " from analysis_schedule r where organisation_id = :organisation"
                        + Seen.BY_CALLER
                        + " and (created_at, id) > (:at, :id) order by created_at, id limit :limit"))
                .param("organisation", organisation())
                .param("at", utc(place.at()))
                .param("id", place.id())
                .param("limit", limit)
                .query(this::schedule)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID id) {
        jdbc.sql("delete from analysis_schedule" + OWN)
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void ran(UUID id, UUID analysis, Instant at, Instant next) {
        jdbc.sql("update analysis_schedule set last_analysis_id = :analysis, last_run_at = :at, next_run_at = :next,"
                        + " refused_in_a_row = 0" + CHANGED + OWN)
                .param("analysis", analysis)
                .param("at", utc(at))
                .param("next", utc(next))
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    /**
     * Keeps why it could not be asked for.
     *
     * @param next when it tries again; {@code null}: not before somebody saves it
     * @param pausedBecause why it does not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(UUID id, LastProblem problem, @Nullable Instant next, @Nullable String pausedBecause) {
        jdbc.sql("update analysis_schedule set last_problem = cast(:problem as jsonb), next_run_at = :next,"
                        + " paused_because = :paused, refused_in_a_row = refused_in_a_row + 1" + CHANGED + OWN)
                .param("problem", json.writeValueAsString(problem))
                .param("next", utcOrNull(next))
                .param("paused", pausedBecause)
                .param("organisation", organisation())
                .param("id", id)
                .update();
    }

    /** What is due by that moment in all organisations, the most overdue first, after the given place. */
    @Transactional(readOnly = true)
    public List<Due> due(Instant moment, Place after, int limit) {
        return jdbc.sql("select schedule_id, of_organisation, due_at from due_analysis_schedules(?, ?, ?, ?)")
                .params(utc(moment), utc(after.at()), after.id(), limit)
                .query((row, number) -> new Due(
                        row.getObject("schedule_id", UUID.class),
                        row.getObject("of_organisation", UUID.class),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    private Schedule schedule(ResultSet row, int number) throws SQLException {
        UUID analysis = row.getObject("last_analysis_id", UUID.class);
        Instant at = instant(row.getTimestamp("last_run_at"));
        String problem = row.getString("last_problem");
        return new Schedule(
                row.getObject("id", UUID.class),
                row.getObject("saved_by", UUID.class),
                row.getString("name"),
                requests.<AnalysisRequest>readValue(row.getString("request")),
                timetable(row),
                instant(row.getTimestamp("next_run_at")),
                analysis == null || at == null ? null : new Schedule.LastRun(analysis, at),
                problem == null ? null : json.readValue(problem, LastProblem.class),
                row.getInt("refused_in_a_row"),
                row.getString("paused_because"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static Timetable timetable(ResultSet row) throws SQLException {
        String day = row.getString("day_of_week");
        return new Timetable(
                Cadence.valueOf(row.getString("cadence")),
                day == null ? null : DayOfWeek.valueOf(day),
                row.getObject("time_of_day", LocalTime.class),
                ZoneId.of(row.getString("zone")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }

    /** A place in a list by time. */
    record Place(Instant at, UUID id) {}

    /** A schedule that is due. */
    record Due(UUID id, UUID organisationId, Instant at) {}
}
