package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes results again: the same job over the same days. Prices are asked for anew, so that one that was revised meanwhile
 * shows in the hash of the inputs.
 */
@Component
class Recomputations {

    private final Analyses analyses;
    private final AnalysisJobs jobs;
    private final AnalysisResults results;
    private final Submissions submissions;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Recomputations(
            Analyses analyses,
            AnalysisJobs jobs,
            AnalysisResults results,
            Submissions submissions,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.analyses = analyses;
        this.jobs = jobs;
        this.results = results;
        this.submissions = submissions;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Asks for the result of the analysis once more, as an analysis of its own.
     *
     * @param newId of the analysis to be
     */
    Analysis recompute(UUID id, UUID newId, Caller caller) {
        Analysis analysis = analyses.require(id).requireCompleted();
        AnalysisJob job = jobs.find(id)
                .orElseThrow(() -> ProblemException.conflict("What this analysis was computed from was not kept."));
        ResultProvenance then = provenance(id);
        Question question = new Question(
                analysis.kind(),
                analysis.portfolioId(),
                id,
                null,
                job.subject(),
                job.data() == null ? new AnalysisJob.Window(then.from(), then.to()) : null,
                job.parameters());
        return transaction.execute(
                status -> submissions.submit(newId, AnalysisLane.INTERACTIVE, () -> question, caller));
    }

    /** What came of it. */
    RecomputationView comparison(UUID id) {
        Analysis analysis = analyses.require(id);
        UUID original = analysis.recomputes();
        if (original == null) {
            throw ProblemException.notFound("recomputation");
        }
        return analysis.state() == AnalysisState.COMPLETED
                ? RecomputationView.of(
                        analysis,
                        RecomputationView.Run.of(original, provenance(original)),
                        RecomputationView.Run.of(id, provenance(id)))
                : RecomputationView.unfinished(analysis);
    }

    private ResultProvenance provenance(UUID id) {
        return json.convertValue(results.require(id).get("provenance"), ResultProvenance.class);
    }
}
