package io.riskwatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.system.client.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Analyses outlive their worker. */
@ExtendWith(PlatformExtension.class)
class WorkerKilledIT {

    private static final int JOBS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void analysesAskedBeforeTheWorkerIsKilledCompleteOnceAfterItIsBack(Platform platform) {
        ApiClient client = new ApiClient(platform.gateway(), platform.demoToken());
        List<String> asked = new ArrayList<>();
        for (int seed = 1; seed <= JOBS; seed++) {
            asked.add(client.post("/api/v1/analyses", """
                            {"kind":"risk","holdings":[{"symbol":"ORBX","weight":0.5},{"symbol":"XWORLD","weight":0.5}],
                             "parameters":{"confidence":[0.9%d]}}""".formatted(seed))
                    .expect(202)
                    .json()
                    .get("id")
                    .asString());
            if (seed == JOBS / 2) {
                platform.kill("analytics-worker");
            }
        }
        platform.start("analytics-worker");

        for (String id : asked) {
            JsonNode state = client.awaitEnd(id, PATIENCE);
            assertThat(state.get("state").asString()).as(state.toString()).isEqualTo("COMPLETED");
            assertThat(client.get("/api/v1/analyses/" + id + "/result")
                            .expect(200)
                            .json()
                            .at("/provenance/resultHash")
                            .asString())
                    .isNotBlank();
        }
        assertThat(platform.mongoCount("analysis_result", asked)).isEqualTo(JOBS);
    }
}
