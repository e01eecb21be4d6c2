package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A job is kept as it was sent: what is computed again is computed from the same, lots and all. */
class AnalysisJobTest {

    @ParameterizedTest
    @ValueSource(strings = {"optimization-lots", "risk-holdings", "risk-weights", "stress-repriced"})
    void aJobThatIsReadAgainIsTheSame(String example) {
        JsonNode sent = WorkerStandIn.resource("job/examples/" + example + ".json");

        AnalysisJob kept = WorkerStandIn.JSON.treeToValue(sent, AnalysisJob.class);
        Question again = new Question(kept.kind(), null, null, null, kept.subject(), kept.window(), kept.parameters());
        AnalysisJob sentAgain =
                again.job(kept.schemaVersion(), kept.analysisId(), kept.organisationId(), kept.requestedAt());

        assertThat(WorkerStandIn.JSON.<JsonNode>valueToTree(sentAgain)).isEqualTo(sent);
    }
}
