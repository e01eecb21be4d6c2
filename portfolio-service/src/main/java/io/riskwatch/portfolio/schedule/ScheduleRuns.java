package io.riskwatch.portfolio.schedule;

import io.riskwatch.portfolio.access.server.OnBehalf;
import io.riskwatch.portfolio.analysis.ScheduledAnalyses;
import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.service.problem.DatabaseAway;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks for what is due. The analysis and the schedule's next time are one transaction under the schedule's lock, and the
 * analysis has the id that follows from schedule and time: each time is asked for once, whoever tries, and however often. After a
 * standstill what was missed is asked for once, and then it goes on from now.
 */
@Component
class ScheduleRuns {

    /** After as many refusals in a row it pauses itself. */
    static final int PATIENCE = 5;

    private static final Logger log = LoggerFactory.getLogger(ScheduleRuns.class);
    private static final int BATCH = 100;
    private static final int LONGEST_REASON = 1_000;

    private final Schedules schedules;
    private final ScheduledAnalyses analyses;
    private final Entitlements entitlements;
    private final OnBehalf onBehalf;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AtomicBoolean running = new AtomicBoolean();

    ScheduleRuns(
            Schedules schedules,
            ScheduledAnalyses analyses,
            Entitlements entitlements,
            OnBehalf onBehalf,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.schedules = schedules;
        this.analyses = analyses;
        this.entitlements = entitlements;
        this.onBehalf = onBehalf;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** At a rate, since work with a delay shares one thread of Spring's, and this may wait for market data. */
    @Scheduled(initialDelay = 10_000, fixedRate = 10_000)
    void tick() {
        if (running.compareAndSet(false, true)) {
            try {
                runDue();
            } catch (RuntimeException e) {
                log.warn("event=schedules-postponed reason=\"{}\"", e.getMessage());
            } finally {
                running.set(false);
            }
        }
    }

    /** Asks for everything that is due; what cannot be asked for at this moment stays due. */
    void runDue() {
        Instant now = clock.instant();
        Schedules.Place place = new Schedules.Place(Instant.EPOCH, new UUID(0, 0));
        List<Schedules.Due> due;
        do {
            due = schedules.due(now, place, BATCH);
            for (Schedules.Due one : due) {
                Tenancy.as(one.organisationId(), () -> run(one, now));
                place = new Schedules.Place(one.at(), one.id());
            }
        } while (due.size() == BATCH);
    }

    void run(Schedules.Due due, Instant now) {
        try {
            ask(due, now);
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                log.warn("event=schedule-postponed schedule={} reason=\"{}\"", due.id(), e.getMessage());
            } else {
                refuse(due, now, e);
            }
        }
    }

    /** Whether the same may go well in a moment. */
    private static boolean isPassing(RuntimeException e) {
        return DatabaseAway.caused(e)
                || e instanceof TransientDataAccessException
                || (e instanceof ProblemException problem && problem.status().is5xxServerError());
    }

    private void ask(Schedules.Due due, Instant now) {
        Optional<Schedule> found = schedules.find(due.id());
        if (found.isPresent()) {
            Schedule schedule = found.get();
            onBehalf.of(schedule.savedBy(), due.organisationId(), () -> {
                Supplier<UUID> question = analyses.prepared(schedule.id(), due.at(), schedule.request());
                transaction.executeWithoutResult(
                        status -> schedules.take(due.id(), due.at()).ifPresent(taken -> submit(taken, question, now)));
            });
        }
    }

    private void submit(Schedule schedule, Supplier<UUID> question, Instant now) {
        entitlements.current().require(ScheduleService.LIMIT, schedules.rank(schedule), ScheduleService.THINGS);
        UUID analysis = question.get();
        schedules.ran(schedule.id(), analysis, now, schedule.timetable().nextAfter(now));
        log.info("event=schedule-ran schedule={} analysis={}", schedule.id(), analysis);
    }

    private void refuse(Schedules.Due due, Instant now, RuntimeException cause) {
        try {
            transaction.executeWithoutResult(status ->
                    schedules.take(due.id(), due.at()).ifPresent(schedule -> keep(schedule, problem(due, cause), now)));
        } catch (RuntimeException e) {
            log.error("event=schedule-refusal-not-kept schedule={}", due.id(), e);
        }
    }

    private static LastProblem problem(Schedules.Due due, RuntimeException cause) {
        if (cause instanceof ProblemException refusal) {
            return LastProblem.of(due.at(), refusal);
        }
        log.error("event=schedule-failed schedule={}", due.id(), cause);
        return LastProblem.internal(due.at());
    }

    private void keep(Schedule schedule, LastProblem problem, Instant now) {
        String reason = pauseBecause(schedule, problem);
        schedules.refused(
                schedule.id(), problem, reason == null ? schedule.timetable().nextAfter(now) : null, reason);
        log.info(
                "event=schedule-refused schedule={} status={} paused={}",
                schedule.id(),
                problem.status(),
                reason != null);
    }

    private static @Nullable String pauseBecause(Schedule schedule, LastProblem problem) {
        if (schedule.refusedInARow() + 1 < PATIENCE) {
            return null;
        }
        String reason =
                "It could not be asked for " + PATIENCE + " times in a row, the last time because: " + problem.detail();
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
