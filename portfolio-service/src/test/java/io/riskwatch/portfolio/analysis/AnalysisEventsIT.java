package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.TestCaller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.MessageBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AnalysisEventsIT extends AnalysisTestBase {

    private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");

    /** The life of a job whose first worker died: every event twice, in an order a seed chooses, and once as it should be. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void repeatedAndReorderedEventsEndAsTheSameRow(long seed) {
        TestCaller caller = callers.inNewOrganisation();
        UUID straight = ask(caller);
        UUID shuffled = ask(caller);

        life(straight, caller).forEach(worker::say);
        List<ObjectNode> twice = new ArrayList<>(life(shuffled, caller));
        twice.addAll(life(shuffled, caller));
        Collections.shuffle(twice, new Random(seed));
        twice.forEach(worker::say);

        awaitState(caller, straight, "COMPLETED");
        awaitState(caller, shuffled, "COMPLETED");
        awaitQuiet(caller);
        assertThat(comparable(get(caller, shuffled))).isEqualTo(comparable(get(caller, straight)));
        assertThat(get(caller, shuffled).path("startedAt").stringValue()).isEqualTo("2026-11-20T10:00:00Z");
    }

    private static List<ObjectNode> life(UUID id, TestCaller caller) {
        UUID organisation = caller.organisationId();
        return List.of(
                at(0, WorkerStandIn.event("started", id, organisation, 1)),
                at(1, WorkerStandIn.event("progress", id, organisation, 1).put("percent", 30)),
                at(2, WorkerStandIn.event("progress", id, organisation, 1).put("percent", 70)),
                at(3, WorkerStandIn.event("started", id, organisation, 2)),
                at(4, WorkerStandIn.event("progress", id, organisation, 2).put("percent", 20)),
                at(5, WorkerStandIn.event("completed", id, organisation, 2)));
    }

    private static ObjectNode at(int second, ObjectNode event) {
        return event.put("occurredAt", BEGIN.plusSeconds(second).toString());
    }

    private static JsonNode comparable(JsonNode view) {
        return ((ObjectNode) view).without(List.of("id", "requestedAt"));
    }

    /** Everything said before has been heard: another analysis, asked now, ends after it. */
    private void awaitQuiet(TestCaller caller) {
        UUID last = ask(caller);
        worker.say("completed", last, caller.organisationId());
        awaitState(caller, last, "COMPLETED");
        await().until(() -> get(caller, last).path("percent").intValue() == 100);
    }

    @Test
    void aWorkerThatTakesTheJobAgainPutsItBackAndTheDeadOnesLastWordsAreIgnored() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        worker.say("started", id, caller.organisationId());
        worker.say(
                "progress",
                id,
                caller.organisationId(),
                1,
                e -> e.put("percent", 80).put("etaSeconds", 3));
        await().until(() -> get(caller, id).path("percent").intValue() == 80);
        assertThat(get(caller, id).path("etaSeconds").intValue()).isEqualTo(3);

        worker.say("started", id, caller.organisationId(), 2, e -> {});
        await().until(() -> get(caller, id).path("percent").intValue() == 0);
        worker.say("progress", id, caller.organisationId(), 1, e -> e.put("percent", 90));
        worker.say("progress", id, caller.organisationId(), 2, e -> e.put("percent", 10));

        await().until(() -> get(caller, id).path("percent").intValue() != 0);
        assertThat(get(caller, id).path("percent").intValue()).isEqualTo(10);
        assertThat(get(caller, id).path("state").stringValue()).isEqualTo("RUNNING");
    }

    /** One that takes milliseconds is not announced: its end says when it began. */
    @Test
    void ofAShortRunTheEndSaysWhenItBegan() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);

        worker.say(
                "completed",
                id,
                caller.organisationId(),
                1,
                event -> event.put("startedAt", BEGIN.toString())
                        .put("occurredAt", BEGIN.plusSeconds(3).toString()));

        JsonNode view = awaitState(caller, id, "COMPLETED");
        assertThat(view.path("startedAt").stringValue()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(view.path("finishedAt").stringValue()).isEqualTo("2026-11-20T10:00:03Z");
        assertThat(jdbc.sql("select seconds from analysis_pace where kind = 'risk'")
                        .query(Double.class)
                        .single())
                .isPositive();
    }

    @Test
    void whyItFailedIsShown() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);

        worker.say("failed", id, caller.organisationId());

        JsonNode view = awaitState(caller, id, "FAILED");
        assertThat(view.path("problem").path("status").intValue()).isEqualTo(422);
        assertThat(view.path("problem").path("errors").path(0).path("field").stringValue())
                .isEqualTo("parameters.from");
    }

    @Test
    void anEventUnderAnotherOrganisationsNameChangesNothing() {
        TestCaller owner = callers.inNewOrganisation();
        TestCaller stranger = callers.inNewOrganisation();
        UUID id = ask(owner);

        worker.say("completed", id, stranger.organisationId());
        awaitQuiet(owner);

        assertThat(get(owner, id).path("state").stringValue()).isEqualTo("QUEUED");
    }

    @Test
    void whatIsNoEventGoesToTheDeadQueueAndTheOthersFlow() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        for (String body : List.of("not json", "{}", "{\"schemaVersion\":2}")) {
            rabbit.send(
                    "analysis.events",
                    "analysis.progress",
                    MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                            .build());
        }
        worker.say("completed", id, caller.organisationId());

        awaitState(caller, id, "COMPLETED");
        for (int i = 0; i < 3; i++) {
            assertThat(rabbit.receive("portfolio.analysis-events.dead", 5_000)).isNotNull();
        }
    }
}
