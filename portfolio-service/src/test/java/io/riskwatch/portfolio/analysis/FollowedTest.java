package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FollowedTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID ID = UUID.randomUUID();
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final Instant BEGIN = Instant.parse("2026-11-29T20:00:00Z");
    private static final Followed QUEUED = new Followed(
            ID, ORGANISATION, "risk", null, AnalysisState.QUEUED, 0, 0, null, null, null, null, null, null);

    private static AnalysisEvent event(String type, int attempt, int second) {
        return event(type, attempt, second, null, null, null);
    }

    private static AnalysisEvent event(
            String type,
            int attempt,
            int second,
            @Nullable Integer percent,
            @Nullable Integer begun,
            @Nullable String problem) {
        return new AnalysisEvent(
                1,
                "analysis." + type,
                ID,
                ORGANISATION,
                attempt,
                BEGIN.plusSeconds(second),
                percent,
                null,
                type.equals("completed") ? "hash" : null,
                begun == null ? null : BEGIN.plusSeconds(begun),
                type.equals("postponed") ? 45L : null,
                problem == null ? null : JSON.readTree(problem));
    }

    private static AnalysisEvent progress(int attempt, int second, int percent) {
        return event("progress", attempt, second, percent, null, null);
    }

    private static AnalysisEvent failed(int attempt, int second, int status) {
        return event("failed", attempt, second, null, null, "{\"status\":" + status + "}");
    }

    private static Followed after(AnalysisEvent... events) {
        return after(List.of(events));
    }

    private static Followed after(List<AnalysisEvent> events) {
        Followed now = QUEUED;
        for (AnalysisEvent event : events) {
            now = now.after(event);
        }
        return now;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameIsKnownWhateverTheOrderAndHoweverOftenItIsSaid(long seed) {
        List<AnalysisEvent> life = List.of(
                event("started", 1, 0),
                progress(1, 1, 30),
                event("started", 2, 3),
                progress(2, 4, 20),
                event("completed", 2, 5));
        List<AnalysisEvent> thrice = new ArrayList<>(life);
        thrice.addAll(life);
        thrice.addAll(life);
        Collections.shuffle(thrice, new Random(seed));

        assertThat(after(thrice)).isEqualTo(after(life));
        assertThat(after(life).startedAt()).isEqualTo(BEGIN);
        assertThat(after(life).seconds()).isEqualTo(5);
    }

    @Test
    void aShortRunIsKnownFromItsEndAlone() {
        Followed done = after(event("completed", 1, 2, null, 1, null));

        assertThat(done.state()).isEqualTo(AnalysisState.COMPLETED);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.startedAt()).isEqualTo(BEGIN.plusSeconds(1));
        assertThat(done.seconds()).isEqualTo(1);
    }

    @Test
    void progressNeverRunsBackwardsWithinARunAndBeginsAnewWithTheNext() {
        Followed running = after(progress(1, 1, 60), progress(1, 2, 40));
        assertThat(running.percent()).isEqualTo(60);

        Followed again = running.after(progress(2, 3, 10));
        assertThat(again.percent()).isEqualTo(10);
        assertThat(again.after(progress(1, 4, 90)))
                .as("the dead one's last words")
                .isEqualTo(again);
    }

    @Test
    void whatWasGivenUpRunsAgainWhenItIsReplayedAndBadInputNever() {
        Followed givenUp = after(failed(3, 5, 500));
        assertThat(givenUp.after(event("started", 3, 6)).state()).isEqualTo(AnalysisState.FAILED);
        assertThat(givenUp.after(event("started", 4, 6)).state()).isEqualTo(AnalysisState.RUNNING);
        assertThat(givenUp.after(event("completed", 3, 6)).state()).isEqualTo(AnalysisState.COMPLETED);

        Followed badInput = after(failed(1, 5, 422));
        assertThat(badInput.after(event("started", 4, 6)).state()).isEqualTo(AnalysisState.FAILED);
        assertThat(badInput.after(event("completed", 4, 6)).state()).isEqualTo(AnalysisState.FAILED);
    }

    @Test
    void aFailureOfAnEarlierRunDoesNotEndTheLaterOne() {
        Followed running = after(event("started", 2, 1));

        assertThat(running.after(failed(1, 2, 500))).isEqualTo(running);
        JsonNode problem = running.after(failed(2, 2, 500)).problem();
        assertThat(problem).isNotNull();
    }

    /** The wait is of the run that failed: the next one ends it, and an older run's is old. */
    @Test
    void aJobThatWaitsToBeTriedAgainWaitsUntilItsNextRunSpeaks() {
        Followed waiting = after(event("started", 1, 0), event("postponed", 1, 1));
        assertThat(waiting.retryAfterSeconds()).isEqualTo(45);
        assertThat(waiting.state()).isEqualTo(AnalysisState.RUNNING);
        assertThat(after(event("postponed", 1, 1)))
                .as("of a run too short to be announced")
                .satisfies(heard -> {
                    assertThat(heard.state()).isEqualTo(AnalysisState.RUNNING);
                    assertThat(heard.retryAfterSeconds()).isEqualTo(45);
                });

        Followed again = waiting.after(event("started", 2, 6));
        assertThat(again.retryAfterSeconds()).isNull();
        assertThat(again.after(event("postponed", 1, 7))).isEqualTo(again);
        assertThat(waiting.after(event("completed", 2, 8)).retryAfterSeconds()).isNull();
    }

    @Test
    void aCancelledOneStaysCancelled() {
        Followed cancelled = after(event("cancelled", 1, 1));

        assertThat(cancelled.after(event("completed", 1, 2)).state()).isEqualTo(AnalysisState.CANCELLED);
        assertThat(cancelled.after(event("started", 2, 3)).state()).isEqualTo(AnalysisState.CANCELLED);
    }
}
