package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.TestCaller;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the platform gave up may run again, by an operator's hand; what the question was to blame for may not. */
class ReplayIT extends AnalysisTestBase {

    @Test
    void aGivenUpAnalysisRunsAgainWhenItsDeadLetterIsReplayed() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        fail(id, caller, 3, 500);
        awaitState(caller, id, "FAILED");

        worker.say("started", id, caller.organisationId(), 4, e -> {});
        JsonNode again = awaitState(caller, id, "RUNNING");
        assertThat(again.has("problem")).isFalse();
        assertThat(again.has("finishedAt")).isFalse();
        fail(id, caller, 3, 500); // the dead run's last word, once more
        worker.say("completed", id, caller.organisationId(), 4, e -> {});

        assertThat(awaitState(caller, id, "COMPLETED").path("percent").intValue())
                .isEqualTo(100);
    }

    @Test
    void theDeadRunsLastWordDoesNotEndTheNewOne() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        fail(id, caller, 3, 500);
        awaitState(caller, id, "FAILED");
        worker.say("progress", id, caller.organisationId(), 4, e -> e.put("percent", 10));
        awaitState(caller, id, "RUNNING");

        fail(id, caller, 3, 500);
        worker.say("progress", id, caller.organisationId(), 4, e -> e.put("percent", 60));

        await().until(() -> get(caller, id).path("percent").intValue() == 60);
        assertThat(get(caller, id).path("state").stringValue()).isEqualTo("RUNNING");
    }

    @Test
    void aResultThatWasStoredAfterAllCounts() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        fail(id, caller, 3, 500);
        awaitState(caller, id, "FAILED");

        worker.say("completed", id, caller.organisationId(), 1, e -> {});

        assertThat(awaitState(caller, id, "COMPLETED").has("problem")).isFalse();
    }

    @Test
    void aRefusedQuestionStaysRefused() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = ask(caller);
        fail(id, caller, 1, 422);
        awaitState(caller, id, "FAILED");

        worker.say("started", id, caller.organisationId(), 2, e -> {});
        worker.say("completed", id, caller.organisationId(), 2, e -> {});
        UUID later = ask(caller);
        worker.say("completed", later, caller.organisationId());
        awaitState(caller, later, "COMPLETED");

        assertThat(get(caller, id).path("state").stringValue()).isEqualTo("FAILED");
    }

    private void fail(UUID id, TestCaller caller, int attempt, int status) {
        worker.say(
                "failed",
                id,
                caller.organisationId(),
                attempt,
                e -> ((ObjectNode) e.path("problem")).put("status", status));
    }
}
