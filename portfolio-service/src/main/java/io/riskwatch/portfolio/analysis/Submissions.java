package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.entitlement.Entitlement;
import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.service.outbox.Outbox;
import io.riskwatch.service.outbox.OutboxMessage;
import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes questions within the plan. The row, what the worker is told, the place in the queue and the message are one transaction. */
@Component
class Submissions {

    private static final int SCHEMA_VERSION = 1;

    private final Entitlements entitlements;
    private final Analyses analyses;
    private final AnalysisJobs jobs;
    private final AnalysisQueue queue;
    private final Outbox outbox;
    private final ReleaseScheduler scheduler;
    private final Clock clock;

    Submissions(
            Entitlements entitlements,
            Analyses analyses,
            AnalysisJobs jobs,
            AnalysisQueue queue,
            Outbox outbox,
            ReleaseScheduler scheduler,
            Clock clock) {
        this.entitlements = entitlements;
        this.analyses = analyses;
        this.jobs = jobs;
        this.queue = queue;
        this.outbox = outbox;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Analysis submit(UUID id, AnalysisLane lane, Question question, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Entitlement entitlement = entitlements.of(caller.organisationId());
        entitlement.require("assetsPerAnalysis", question.subject().assets(), "assets in an analysis");
        entitlement.require(
                "analysesPerDay", analyses.countSince(now.truncatedTo(ChronoUnit.DAYS)) + 1, "analyses a day");
        UUID message = UUID.randomUUID();
        AnalysisJob job = question.job(SCHEMA_VERSION, id, caller.organisationId(), now);
        analyses.insert(id, question, caller.userId(), now);
        jobs.keep(job);
        queue.join(
                id,
                message,
                question.kind(),
                lane,
                entitlement.queueWeight(),
                entitlement.limit("runningAnalyses"),
                now);
        outbox.hold(new OutboxMessage(message, AnalysisMessaging.JOBS, lane.routingKey(), job));
        scheduler.wakeAfterCommit();
        return analyses.require(id);
    }
}
