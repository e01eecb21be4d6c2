package io.riskwatch.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.document.CanonicalJson;
import io.riskwatch.analytics.exposure.Exposures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published example result is what the worker computes for the example job. After a change of figures or words, write
 * it anew with {@code -Driskwatch.contract.update=true} and say in the commit why they changed.
 */
class RiskContractTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path JOB = Path.of("contract/job/examples/risk-inline.json");
    private static final Path RESULT = Path.of("contract/result/examples/risk.json");

    private final List<Integer> progress = new ArrayList<>();

    private ObjectNode compute() throws IOException {
        AnalysisJob job = JSON.readValue(Files.readAllBytes(JOB), AnalysisJob.class);
        var analysis = new RiskAnalysis(
                new Exposures(request -> {
                    throw new AssertionError("inline data needs no history");
                }),
                JSON);
        return analysis.run(job, progress::add);
    }

    @Test
    void theExampleResultIsThatOfTheExampleJob() throws IOException {
        ObjectNode computed = compute();
        ObjectNode provenance = (ObjectNode) computed.path("provenance");
        provenance.put("resultHash", CanonicalJson.sha256(computed));
        provenance.put("createdAt", "2026-11-20T19:30:01Z");
        if (Boolean.getBoolean("riskwatch.contract.update")) {
            Files.writeString(RESULT, JSON.writeValueAsString(computed) + "\n");
        }

        assertThat(ContractSchema.of("result/risk.schema.json").violations(computed))
                .isEmpty();
        JsonNode published = JSON.readTree(Files.readAllBytes(RESULT));
        assertThat(CanonicalJson.write(computed)).isEqualTo(CanonicalJson.write(published));
    }

    @Test
    void theSameJobGivesTheSameDocumentAndTellsProgressThatRises() throws IOException {
        assertThat(CanonicalJson.sha256(compute())).isEqualTo(CanonicalJson.sha256(compute()));
        List<Integer> once = progress.subList(0, progress.size() / 2);
        assertThat(once).isSorted().hasSizeGreaterThan(4);
    }

    @Test
    void anotherPriceIsAnotherInputsHashAndSeed() throws IOException {
        JsonNode before = compute().path("provenance");
        ObjectNode job = (ObjectNode) JSON.readTree(Files.readAllBytes(JOB));
        ((tools.jackson.databind.node.ArrayNode) job.path("data").path("prices").path(3)).set(0, 100.91011);
        var analysis = new RiskAnalysis(
                new Exposures(request -> {
                    throw new AssertionError("inline data needs no history");
                }),
                JSON);
        JsonNode after = analysis.run(JSON.treeToValue(job, AnalysisJob.class), percent -> {})
                .path("provenance");

        assertThat(after.path("inputsHash")).isNotEqualTo(before.path("inputsHash"));
        assertThat(after.path("seed")).isNotEqualTo(before.path("seed"));
    }

    @Test
    void theSentencesSayTheOwnersOwnNumbers() throws IOException {
        JsonNode sentences = compute().path("sentences");

        assertThat(sentences.path(0).stringValue())
                .matches("In 1 month out of 20 expect to lose [0-9,]+ USD \\([0-9.]+ %\\) or more; "
                        + "in such a month [0-9,]+ USD \\([0-9.]+ %\\) on average \\(not a worst case\\)\\.");
    }
}
