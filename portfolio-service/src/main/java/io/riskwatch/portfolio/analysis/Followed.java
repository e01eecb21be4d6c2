package io.riskwatch.portfolio.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an analysis fares, as far as its workers know. Each event changes it by compare-and-set: one that comes twice, late or out of
 * order finds nothing to change. A later run of the job (a higher attempt) puts a running one back to its beginning, and what an
 * earlier run says then is old.
 *
 * <p>An end is never left but one: what the platform gave up (a problem of 5xx) runs again when an operator replays its dead
 * letter, which its worker tells by a higher attempt; and a result that was stored after all counts.
 *
 * @param retryAfterSeconds how long its job waits, at most, to be tried again, when that is the newest that was said of it
 */
record Followed(
        UUID id,
        UUID organisationId,
        String kind,
        @Nullable UUID portfolioId,
        AnalysisState state,
        int attempt,
        int percent,
        @Nullable Long etaSeconds,
        @Nullable JsonNode problem,
        @Nullable String resultHash,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long retryAfterSeconds) {

    /** As it is once the event is heard; itself when the event changes nothing. */
    Followed after(AnalysisEvent event) {
        Followed now = begunBy(event);
        return switch (event.type()) {
            case "analysis.started" -> now.begins(event) ? now.running(event, 0, null) : now;
            case "analysis.progress" -> now.progress(event);
            case "analysis.postponed" -> now.postponed(event);
            case "analysis.completed" ->
                now.isUnderWay() || now.isGivenUp()
                        ? now.ended(event, AnalysisState.COMPLETED, 100, null, event.resultHash())
                        : now;
            case "analysis.failed" ->
                now.isUnderWay() && attempt <= event.attempt()
                        ? now.ended(event, AnalysisState.FAILED, percent, event.problem(), resultHash)
                        : now;
            case "analysis.cancelled" ->
                now.isUnderWay() ? now.ended(event, AnalysisState.CANCELLED, percent, problem, resultHash) : now;
            default -> now;
        };
    }

    /** Whether it will not go on by itself. */
    boolean isOver() {
        return !isUnderWay();
    }

    /** Seconds from its first beginning to its end; null while it has not got both. */
    @Nullable
    Double seconds() {
        return startedAt == null || finishedAt == null || finishedAt.isBefore(startedAt)
                ? null
                : (Double) (Duration.between(startedAt, finishedAt).toNanos() / 1e9);
    }

    private boolean isUnderWay() {
        return state == AnalysisState.QUEUED || state == AnalysisState.RUNNING;
    }

    private boolean isGivenUp() {
        return state == AnalysisState.FAILED
                && problem != null
                && problem.path("status").asInt(0) >= 500;
    }

    /** Whether the event's run begins here, or goes on when its beginning was not heard. */
    private boolean begins(AnalysisEvent event) {
        return state == AnalysisState.QUEUED
                || (attempt < event.attempt() && (state == AnalysisState.RUNNING || isGivenUp()));
    }

    private Followed progress(AnalysisEvent event) {
        int reached = event.percent() == null ? 0 : event.percent();
        boolean further = state == AnalysisState.RUNNING && attempt == event.attempt() && percent < reached;
        return further || begins(event) ? running(event, reached, event.etaSeconds()) : this;
    }

    private Followed postponed(AnalysisEvent event) {
        Followed run = begins(event) ? running(event, 0, null) : this;
        return run.state == AnalysisState.RUNNING && run.attempt == event.attempt()
                ? run.with(
                        run.state,
                        run.attempt,
                        run.percent,
                        null,
                        null,
                        resultHash,
                        startedAt,
                        null,
                        event.retryAfterSeconds())
                : this;
    }

    /** The first beginning that was heard of counts, whenever it was heard. */
    private Followed begunBy(AnalysisEvent event) {
        Instant begun = event.type().equals("analysis.started") ? event.occurredAt() : event.startedAt();
        return begun == null || (startedAt != null && !begun.isBefore(startedAt))
                ? this
                : with(state, attempt, percent, etaSeconds, problem, resultHash, begun, finishedAt, retryAfterSeconds);
    }

    private Followed running(AnalysisEvent event, int reached, @Nullable Long eta) {
        return with(AnalysisState.RUNNING, event.attempt(), reached, eta, null, resultHash, startedAt, null, null);
    }

    private Followed ended(
            AnalysisEvent event, AnalysisState end, int reached, @Nullable JsonNode why, @Nullable String hash) {
        return with(
                end, Math.max(attempt, event.attempt()), reached, null, why, hash, startedAt, event.occurredAt(), null);
    }

    private Followed with(
            AnalysisState state,
            int attempt,
            int percent,
            @Nullable Long etaSeconds,
            @Nullable JsonNode problem,
            @Nullable String resultHash,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long retryAfterSeconds) {
        return new Followed(
                id,
                organisationId,
                kind,
                portfolioId,
                state,
                attempt,
                percent,
                etaSeconds,
                problem,
                resultHash,
                startedAt,
                finishedAt,
                retryAfterSeconds);
    }
}
