package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.entitlement.Entitlement;
import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a schedule asks: checked when it is saved, asked when it is due, like any other question but in the queue BATCH. */
@Component
public class ScheduledAnalyses {

    private final ParameterSchemas schemas;
    private final Portfolios portfolios;
    private final Entitlements entitlements;
    private final AnalysisIds ids;
    private final AskedAbout about;
    private final AnalysisService service;
    private final Clock clock;

    ScheduledAnalyses(
            ParameterSchemas schemas,
            Portfolios portfolios,
            Entitlements entitlements,
            AnalysisIds ids,
            AskedAbout about,
            AnalysisService service,
            Clock clock) {
        this.schemas = schemas;
        this.portfolios = portfolios;
        this.entitlements = entitlements;
        this.ids = ids;
        this.about = about;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Refuses what could never be asked, or not on a schedule. What a portfolio holds is not looked at: it may be filled until then.
     *
     * @param member of the body the request stands in, which the fields of a refusal begin with
     */
    public void check(AnalysisRequest request, String member) {
        if (request.data() != null) {
            throw ProblemException.unprocessable(
                    member + ".data", "own prices stay as they are, so that every run would say the same: ask once");
        }
        if (request.queue() == AnalysisLane.INTERACTIVE) {
            throw ProblemException.unprocessable(
                    member + ".queue", "nobody waits for a run of a schedule: it waits in BATCH");
        }
        try {
            checkNow(request);
        } catch (ProblemException e) {
            throw e.status() == HttpStatus.UNPROCESSABLE_CONTENT
                    ? ProblemException.unprocessable(e.errors().stream()
                            .map(error -> new FieldError(member + "." + error.field(), error.message()))
                            .toList())
                    : e;
        }
    }

    private void checkNow(AnalysisRequest request) {
        JsonNode parameters = schemas.checked(request.kind(), request.parameters());
        SubjectOfRequest.requireOneSource(request);
        if (request.portfolioId() == null) {
            AnalysisJob.Subject subject = SubjectOfRequest.of(request);
            Entitlement entitlement = entitlements.current();
            entitlement.require("assetsPerAnalysis", subject.assets(), "assets in an analysis");
            SimulationSize.of(schemas.filled(request.kind(), parameters), subject, clock.instant())
                    .require(entitlement);
        } else {
            String currency =
                    portfolios.require(request.portfolioId()).baseCurrency().getCode();
            SubjectOfRequest.value(request.value(), request.baseCurrency() == null ? currency : request.baseCurrency());
        }
    }

    /**
     * Gets ready to ask as the caller: what has to be known from other services is asked here, outside a transaction.
     *
     * @return asks, in the transaction it is called in, and answers the id, which is the same for the same schedule and time
     */
    public Supplier<UUID> prepared(UUID scheduleId, Instant due, AnalysisRequest request) {
        AnalysisRequest waiting = request.in(AnalysisLane.BATCH);
        AskedAbout.Known known = about.of(waiting);
        Caller caller = Caller.current();
        return () -> service.ask(ids.of(scheduleId, due), scheduleId, waiting, caller, known)
                .id();
    }
}
