package io.riskwatch.analytics.job;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.CancelledException;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.control.Cancellations;
import io.riskwatch.analytics.event.AnalysisEvents;
import io.riskwatch.analytics.event.JobProblem;
import io.riskwatch.analytics.event.JobRun;
import io.riskwatch.analytics.result.ResultStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings one run of a job to an end that is stored and said: completed, failed for its inputs, or cancelled. Whatever else
 * goes wrong is thrown, for the listener to retry. A second run of a finished job says its end again and changes nothing.
 */
@Component
class JobProcessor {

    private static final Logger log = LoggerFactory.getLogger(JobProcessor.class);

    private final Map<String, Analysis> analyses;
    private final Map<String, ContractSchema> parameterSchemas;
    private final ResultStore results;
    private final Cancellations cancellations;
    private final AnalysisEvents events;
    private final JobTimes times;
    private final JobSettings settings;

    JobProcessor(
            List<Analysis> analyses,
            ResultStore results,
            Cancellations cancellations,
            AnalysisEvents events,
            JobTimes times,
            JobSettings settings) {
        this.analyses = analyses.stream().collect(Collectors.toUnmodifiableMap(Analysis::kind, Function.identity()));
        this.parameterSchemas = analyses.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Analysis::kind,
                        analysis -> ContractSchema.of("job/" + analysis.kind() + "-parameters.schema.json")));
        this.results = results;
        this.cancellations = cancellations;
        this.events = events;
        this.times = times;
        this.settings = settings;
    }

    void process(AnalysisJob job, JobRun run) {
        Optional<String> stored = results.hashOf(job.analysisId());
        if (stored.isPresent()) {
            events.completed(run, stored.get());
            return;
        }
        try {
            if (cancellations.remembered(job.analysisId())) {
                throw new CancelledException();
            }
            String hash = Announcement.during(run, events, () -> stored(job, run));
            events.completed(run, hash);
            log.info(
                    "event=analysis-completed analysis={} kind={} attempt={}",
                    job.analysisId(),
                    job.kind(),
                    run.attempt());
        } catch (CancelledException e) {
            events.cancelled(run);
            log.info("event=analysis-cancelled analysis={}", job.analysisId());
        } catch (OverdueException e) {
            events.failed(run, JobProblem.overdue(e.deadline()));
            log.warn("event=analysis-overdue analysis={} kind={}", job.analysisId(), job.kind());
        } catch (BadInputException e) {
            events.failed(run, JobProblem.of(e));
            log.info("event=analysis-refused analysis={} field={}", job.analysisId(), e.field());
        }
    }

    /** Computes and stores the result; answers its hash. */
    private String stored(AnalysisJob job, JobRun run) {
        Analysis analysis = analysis(job);
        TrackedRun tracked = new TrackedRun(run, events, cancellations, settings, System::nanoTime);
        ObjectNode document = times.record(job.kind(), "run", () -> analysis.run(job, tracked));
        return times.record(job.kind(), "store", () -> results.insertIfAbsent(job, document, tracked.arrays()));
    }

    private Analysis analysis(AnalysisJob job) {
        Analysis analysis = analyses.get(job.kind());
        ContractSchema schema = parameterSchemas.get(job.kind());
        if (analysis == null || schema == null) {
            throw new BadInputException(
                    "kind", "There is no kind " + job.kind() + ", only " + String.join(", ", analyses.keySet()) + ".");
        }
        List<ContractSchema.Violation> violations = schema.violations(job.parameters());
        if (!violations.isEmpty()) {
            ContractSchema.Violation first = violations.getFirst();
            throw new BadInputException("parameters." + first.field(), first.field() + " " + first.message() + ".");
        }
        return analysis;
    }
}
