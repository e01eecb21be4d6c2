package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Analyses over HTTP. */
@RestController
@RequestMapping("/api/v1/analyses")
@Tag(name = "Analyses")
class AnalysisController {

    private final AnalysisIds ids;
    private final AnalysisService service;
    private final AskedAbout about;
    private final Analyses analyses;
    private final AnalysisQueue queue;
    private final AnalysisResults results;
    private final Recomputations recomputations;
    private final RunAgain runAgain;
    private final WorkerCapacity workers;

    AnalysisController(
            AnalysisIds ids,
            AnalysisService service,
            AskedAbout about,
            Analyses analyses,
            AnalysisQueue queue,
            AnalysisResults results,
            Recomputations recomputations,
            RunAgain runAgain,
            WorkerCapacity workers) {
        this.ids = ids;
        this.service = service;
        this.about = about;
        this.analyses = analyses;
        this.queue = queue;
        this.results = results;
        this.recomputations = recomputations;
        this.runAgain = runAgain;
        this.workers = workers;
    }

    @PostMapping
    ResponseEntity<AnalysisView> ask(
            @Valid @RequestBody AnalysisRequest request,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Caller caller = Caller.current();
        return accepted(service.ask(ids.of(caller, key, request), request, caller, about.of(request)));
    }

    @Operation(summary = "Computes the result again, from the same job over the same days, as an analysis of its own")
    @PostMapping("/{id}/recompute")
    ResponseEntity<AnalysisView> recompute(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Caller caller = Caller.current();
        return accepted(recomputations.recompute(id, ids.of(caller, key, "recompute", id), caller));
    }

    @Operation(
            summary = "Asks the question once more about today",
            description = "A portfolio's holdings as they are now and the newest prices, with the same parameters.")
    @PostMapping("/{id}/run-again")
    ResponseEntity<AnalysisView> runAgain(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Caller caller = Caller.current();
        return accepted(runAgain.again(id, ids.of(caller, key, "run-again", id), caller));
    }

    @Operation(summary = "Whether computing again gave the same, and if not, what was not as it was then")
    @GetMapping("/{id}/recomputation")
    RecomputationView recomputation(@PathVariable UUID id) {
        return recomputations.comparison(id);
    }

    @GetMapping
    Page<AnalysisView> list(
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable UUID portfolioId,
            @RequestParam @Nullable UUID scheduleId,
            @RequestParam @Nullable AnalysisState state,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        if (kind != null && !ParameterSchemas.KINDS.contains(kind)) {
            throw ProblemException.badRequest("kind", "must be one of " + String.join(", ", ParameterSchemas.KINDS));
        }
        Optional<Analyses.Place> after = Cursor.parse(cursor, 2, Analyses.Place::of);
        List<Analysis> rows =
                analyses.list(new Analyses.Filter(kind, portfolioId, scheduleId, state), after, limit + 1);
        Map<UUID, Waiting> waiting = waiting(rows);
        return Page.of(rows, limit, row -> AnalysisView.of(row, waiting.get(row.id())), Analyses.Place::cursor);
    }

    @GetMapping("/{id}")
    AnalysisView get(@PathVariable UUID id) {
        return view(analyses.require(id));
    }

    /** The document as the worker stored it; the ETag is its hash. */
    @GetMapping("/{id}/result")
    ResponseEntity<Map<String, Object>> result(@PathVariable UUID id) {
        Analysis analysis = analyses.require(id).requireCompleted();
        return ResponseEntity.ok()
                .eTag("\"" + analysis.resultHash() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(results.require(id));
    }

    /** 200: it is cancelled; 202: its worker is asked to stop. */
    @DeleteMapping("/{id}")
    ResponseEntity<AnalysisView> cancel(@PathVariable UUID id) {
        Analysis analysis = service.cancel(id);
        return (analysis.state() == AnalysisState.CANCELLED ? ResponseEntity.ok() : ResponseEntity.accepted())
                .body(view(analysis));
    }

    private ResponseEntity<AnalysisView> accepted(Analysis analysis) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/analyses/" + analysis.id()))
                .body(view(analysis));
    }

    private AnalysisView view(Analysis analysis) {
        return AnalysisView.of(analysis, waiting(List.of(analysis)).get(analysis.id()));
    }

    private Map<UUID, Waiting> waiting(List<Analysis> rows) {
        return queue.waiting(
                rows.stream()
                        .filter(row -> row.state() == AnalysisState.QUEUED)
                        .map(Analysis::id)
                        .toList(),
                workers);
    }
}
