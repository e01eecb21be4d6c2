package io.riskwatch.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.analytics.AnalyticsWorkerIT;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A worker that allows a run next to no time. */
@TestPropertySource(properties = "riskwatch.worker.jobs.deadline=1ms")
@DirtiesContext
class OverdueIT extends AnalyticsWorkerIT {

    @Test
    void aRunThatTakesLongerThanAnyMayIsEndedBetweenTwoBlocksAndNotTriedAgain() {
        ObjectNode job = job("risk-holdings");
        send(job);

        JsonNode failed = awaitEvent(id(job), "analysis.failed");
        assertThat(failed.path("attempt").intValue()).isEqualTo(1);
        assertThat(failed.path("problem").path("status").intValue()).isEqualTo(422);
        assertThat(failed.path("problem").path("title").stringValue()).contains("too long");
        assertThat(results(id(job))).isEmpty();
        assertThat(rabbit.receive("analysis.jobs.dead", 500)).isNull();
    }
}
