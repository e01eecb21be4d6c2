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

    private final ParameterSchemas schemas;
    private final Entitlements entitlements;
    private final Analyses analyses;
    private final Intake intake;
    private final Outbox outbox;
    private final ReleaseScheduler scheduler;
    private final Clock clock;

    Submissions(
            ParameterSchemas schemas,
            Entitlements entitlements,
            Analyses analyses,
            Intake intake,
            Outbox outbox,
            ReleaseScheduler scheduler,
            Clock clock) {
        this.schemas = schemas;
        this.entitlements = entitlements;
        this.analyses = analyses;
        this.intake = intake;
        this.outbox = outbox;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes the question; where the id is known already, it is the same question asked again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Analysis submit(UUID id, AnalysisLane lane, Question question, Caller caller) {
        return analyses.find(id).orElseGet(() -> submitNew(id, lane, question, caller));
    }

    /** Takes the question, whose id is not known yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Analysis submitNew(UUID id, AnalysisLane lane, Question question, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Entitlement entitlement = entitlements.of(caller.organisationId());
        entitlement.require("assetsPerAnalysis", question.subject().assets(), "assets in an analysis");
        SimulationSize.of(schemas.filled(question.kind(), question.parameters()), question.subject(), now)
                .require(entitlement);
        AnalysisJob job = question.job(SCHEMA_VERSION, id, caller.organisationId(), now);
        UUID message = UUID.randomUUID();
        int today = intake.keep(job, question, caller.userId(), lane, entitlement, message);
        // a refusal takes everything back
        entitlement.require("analysesPerDay", today, "analyses a day");
        outbox.hold(new OutboxMessage(message, AnalysisMessaging.JOBS, lane.routingKey(), job));
        scheduler.wakeAfterCommit();
        return Analysis.queued(id, question, now);
    }
}
