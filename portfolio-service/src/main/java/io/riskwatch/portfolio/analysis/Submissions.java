package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.entitlement.Entitlement;
import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes questions within the plan. The row, what the worker is told, the place in the queue and the message are one transaction. */
@Component
class Submissions {

    private static final int SCHEMA_VERSION = 1;

    private final ParameterSchemas schemas;
    private final Intake intake;
    private final ReleaseScheduler scheduler;
    private final Clock clock;

    Submissions(ParameterSchemas schemas, Intake intake, ReleaseScheduler scheduler, Clock clock) {
        this.schemas = schemas;
        this.intake = intake;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Takes the question; where the id is known already, it is the same question asked again.
     *
     * @param question asked for when the id is not known yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Analysis submit(UUID id, AnalysisLane lane, Supplier<Question> question, Caller caller) {
        Intake.Before before = intake.before(id, caller.organisationId());
        return before.analysis().orElseGet(() -> submitNew(id, lane, question.get(), caller, before.entitlement()));
    }

    private Analysis submitNew(UUID id, AnalysisLane lane, Question question, Caller caller, Entitlement entitlement) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entitlement.require("assetsPerAnalysis", question.subject().assets(), "assets in an analysis");
        SimulationSize.of(schemas.filled(question.kind(), question.parameters()), question.subject(), now)
                .require(entitlement);
        AnalysisJob job = question.job(SCHEMA_VERSION, id, caller.organisationId(), now);
        int today = intake.keep(job, question, caller.userId(), lane, entitlement);
        // a refusal takes everything back
        entitlement.require("analysesPerDay", today, "analyses a day");
        scheduler.wakeAfterCommit();
        return Analysis.queued(id, question, now);
    }
}
