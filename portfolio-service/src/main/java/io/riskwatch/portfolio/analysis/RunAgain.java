package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Asks a question once more about today: a portfolio's holdings as they are now, the newest prices, the same parameters. */
@Component
class RunAgain {

    private final Analyses analyses;
    private final AnalysisJobs jobs;
    private final AnalysisService service;
    private final AskedAbout about;
    private final Submissions submissions;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    RunAgain(
            Analyses analyses,
            AnalysisJobs jobs,
            AnalysisService service,
            AskedAbout about,
            Submissions submissions,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.analyses = analyses;
        this.jobs = jobs;
        this.service = service;
        this.about = about;
        this.submissions = submissions;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param newId of the analysis to be */
    Analysis again(UUID id, UUID newId, Caller caller) {
        Analysis analysis = analyses.require(id);
        AnalysisJob job = jobs.find(id)
                .orElseThrow(() -> ProblemException.conflict("What this analysis was asked with was not kept."));
        if (analysis.portfolioId() == null) {
            Question question = new Question(job.kind(), null, null, null, job.subject(), null, job.parameters());
            return transaction.execute(
                    status -> submissions.submit(newId, AnalysisLane.INTERACTIVE, () -> question, caller));
        }
        AnalysisRequest request = new AnalysisRequest(
                job.kind(),
                analysis.portfolioId(),
                null,
                null,
                null,
                null,
                job.value() == null ? null : json.valueToTree(job.value()),
                job.baseCurrency(),
                job.parameters(),
                AnalysisLane.INTERACTIVE);
        return service.ask(newId, request, caller, about.of(request));
    }
}
