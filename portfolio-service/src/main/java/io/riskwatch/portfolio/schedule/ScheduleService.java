package io.riskwatch.portfolio.schedule;

import io.riskwatch.portfolio.analysis.ScheduledAnalyses;
import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes schedules, within the plan. */
@Service
class ScheduleService {

    /** The plan's limit, as billing's contract spells it. */
    static final String LIMIT = "analysisSchedules";

    static final String THINGS = "scheduled analyses";

    private final Schedules schedules;
    private final ScheduledAnalyses analyses;
    private final Entitlements entitlements;
    private final Clock clock;

    ScheduleService(Schedules schedules, ScheduledAnalyses analyses, Entitlements entitlements, Clock clock) {
        this.schedules = schedules;
        this.analyses = analyses;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    @Transactional
    Schedule create(ScheduleRequest request, Caller caller) {
        Schedules.Saved saved = checked(request, caller);
        entitlements.current().require(LIMIT, schedules.count() + 1, THINGS);
        return schedules.insert(saved);
    }

    /** @param expected whether the schedule is still the one the client read */
    @Transactional
    Schedule change(UUID id, Predicate<Schedule> expected, ScheduleRequest request, Caller caller) {
        requireUnchanged(schedules.lock(id), expected);
        return schedules.change(id, checked(request, caller));
    }

    /** What it asked for stays. */
    @Transactional
    void delete(UUID id, Predicate<Schedule> expected) {
        requireUnchanged(schedules.lock(id), expected);
        schedules.delete(id);
    }

    private Schedules.Saved checked(ScheduleRequest request, Caller caller) {
        Timetable timetable = request.timetable();
        analyses.check(request.request(), "request");
        return new Schedules.Saved(
                caller.userId(),
                request.name().strip(),
                request.request(),
                timetable,
                request.asks() ? timetable.nextAfter(clock.instant()) : null);
    }

    private static void requireUnchanged(Schedule schedule, Predicate<Schedule> expected) {
        if (!expected.test(schedule)) {
            throw ProblemException.preconditionFailed(
                    "The schedule was changed or has run since it was read; read it again.");
        }
    }
}
