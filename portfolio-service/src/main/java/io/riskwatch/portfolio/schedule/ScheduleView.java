package io.riskwatch.portfolio.schedule;

import io.riskwatch.portfolio.analysis.AnalysisRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as its owner sees it.
 *
 * @param enabled whether it will ask again
 * @param nextRunAt absent while it does not
 * @param lastProblem why a run could not be asked for; older than {@code lastRun}, it is over
 * @param pausedBecause why it no longer asks, when nobody switched it off
 */
record ScheduleView(
        UUID id,
        String name,
        AnalysisRequest request,
        Cadence cadence,
        @Nullable DayOfWeek dayOfWeek,
        String time,
        String zone,
        boolean enabled,
        @Nullable Instant nextRunAt,
        Schedule.@Nullable LastRun lastRun,
        @Nullable LastProblem lastProblem,
        @Nullable String pausedBecause,
        Instant createdAt,
        Instant updatedAt) {

    static ScheduleView of(Schedule schedule) {
        Timetable timetable = schedule.timetable();
        return new ScheduleView(
                schedule.id(),
                schedule.name(),
                schedule.request(),
                timetable.cadence(),
                timetable.day(),
                timetable.time().toString(),
                timetable.zone().getId(),
                schedule.nextRunAt() != null,
                schedule.nextRunAt(),
                schedule.lastRun(),
                schedule.lastProblem(),
                schedule.pausedBecause(),
                schedule.createdAt(),
                schedule.updatedAt());
    }
}
