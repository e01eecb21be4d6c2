package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.event.OwnerEvents;
import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.service.outbox.Outbox;
import io.riskwatch.service.outbox.OutboxMessage;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Asks for analyses and cancels them. */
@Service
class AnalysisService {

    private static final int SCHEMA_VERSION = 1;

    private final ParameterSchemas schemas;
    private final PersonalDefaults defaults;
    private final Holdings holdings;
    private final Analyses analyses;
    private final AnalysisQueue queue;
    private final Outbox outbox;
    private final Grants grants;
    private final OwnerEvents owners;
    private final ReleaseScheduler scheduler;
    private final Submissions submissions;
    private final Clock clock;

    AnalysisService(
            ParameterSchemas schemas,
            PersonalDefaults defaults,
            Holdings holdings,
            Analyses analyses,
            AnalysisQueue queue,
            Outbox outbox,
            Grants grants,
            OwnerEvents owners,
            ReleaseScheduler scheduler,
            Submissions submissions,
            Clock clock) {
        this.schemas = schemas;
        this.defaults = defaults;
        this.holdings = holdings;
        this.analyses = analyses;
        this.queue = queue;
        this.outbox = outbox;
        this.grants = grants;
        this.owners = owners;
        this.scheduler = scheduler;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Stores the question and its job; where the id is known already, it is the same question asked again.
     *
     * @param id of the analysis to be
     * @param known of the things asked about
     */
    @Transactional
    public Analysis ask(UUID id, AnalysisRequest request, Caller caller, AskedAbout.Known known) {
        return ask(id, null, request, caller, known);
    }

    /** As above, on behalf of a schedule. */
    @Transactional
    public Analysis ask(
            UUID id, @Nullable UUID scheduleId, AnalysisRequest request, Caller caller, AskedAbout.Known known) {
        return submissions.submit(id, request.lane(), () -> question(scheduleId, request, caller, known), caller);
    }

    private Question question(
            @Nullable UUID scheduleId, AnalysisRequest request, Caller caller, AskedAbout.Known known) {
        JsonNode parameters =
                defaults.filled(request, schemas.checked(request.kind(), request.parameters()), caller.userId());
        SubjectOfRequest.requireOneSource(request);
        AnalysisJob.Subject subject = known.of(
                request.portfolioId() == null ? SubjectOfRequest.of(request) : frozen(request, request.portfolioId()));
        return new Question(request.kind(), request.portfolioId(), null, scheduleId, subject, null, parameters);
    }

    /** What the portfolio holds at this moment; what is booked later changes nothing. */
    private AnalysisJob.Subject frozen(AnalysisRequest request, UUID portfolioId) {
        HeldPortfolio held = holdings.of(portfolioId);
        List<AnalysisJob.Holding> positions = held.positions().stream()
                .map(position -> new AnalysisJob.Holding(
                        position.symbol(), position.quantity().toPlainString(), null))
                .toList();
        if (positions.isEmpty()) {
            throw ProblemException.unprocessable(
                    "portfolioId", "the portfolio holds nothing with a price: add holdings first");
        }
        String currency =
                request.baseCurrency() == null ? held.portfolio().baseCurrency().getCode() : request.baseCurrency();
        return new AnalysisJob.Subject(
                currency,
                positions,
                held.cash().stream()
                        .map(money -> new AnalysisJob.Cash(
                                money.getCurrencyUnit().getCode(),
                                money.getAmount().toPlainString()))
                        .toList(),
                null,
                null,
                null,
                SubjectOfRequest.value(request.value(), currency));
    }

    /** Ends a queued analysis at once and asks the worker of a running one to stop. */
    @Transactional
    public Analysis cancel(UUID id) {
        Analysis analysis = analyses.lock(id);
        switch (analysis.state()) {
            case QUEUED -> cancelQueued(id);
            case RUNNING -> {
                analyses.requestCancellation(id);
                tellWorkers(id);
            }
            case COMPLETED, FAILED ->
                throw ProblemException.conflict("The analysis is " + analysis.state() + " already.")
                        .with("state", analysis.state().name());
            case CANCELLED -> {
                return analysis;
            }
        }
        return analyses.require(id);
    }

    private void cancelQueued(UUID id) {
        analyses.cancelQueued(id, clock.instant());
        queue.leave(id).ifPresent(entry -> {
            if (outbox.withdraw(List.of(entry.messageId())) == 0 || entry.released()) {
                tellWorkers(id);
            }
        });
        Analysis cancelled = analyses.require(id);
        owners.tell(
                Analyses.organisation(),
                grants.audienceOf(cancelled.portfolioId()),
                AnalysisChanged.of("analysis.cancelled", cancelled));
        scheduler.wakeAfterCommit();
    }

    private void tellWorkers(UUID id) {
        outbox.append(new OutboxMessage(AnalysisMessaging.CONTROL, "", new Control(SCHEMA_VERSION, id, "cancel")));
    }

    /** The control message, as the worker's contract has it. */
    record Control(int schemaVersion, UUID analysisId, String action) {}
}
