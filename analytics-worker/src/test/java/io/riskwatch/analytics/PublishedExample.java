package io.riskwatch.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.document.CanonicalJson;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.history.HistorySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published example result of a kind is what the worker computes for the example job. After a change of figures or
 * words, write it anew with {@code -Driskwatch.contract.update=true} and say in the commit why they changed.
 */
public final class PublishedExample {

    public static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final HistorySource NO_HISTORY = request -> {
        throw new AssertionError("inline data needs no history");
    };

    private final Analysis analysis;
    private final String name;

    public PublishedExample(BiFunction<Exposures, JsonMapper, Analysis> kind) {
        this(kind, NO_HISTORY, "");
    }

    /** Another example of a kind with inline data; its file is called so after the kind. */
    public PublishedExample(BiFunction<Exposures, JsonMapper, Analysis> kind, String suffix) {
        this(kind, NO_HISTORY, suffix);
    }

    /**
     * Another example of a kind.
     *
     * @param history where the prices of its holdings come from
     * @param suffix what its file is called after the kind
     */
    public PublishedExample(BiFunction<Exposures, JsonMapper, Analysis> kind, HistorySource history, String suffix) {
        this.analysis = kind.apply(new Exposures(history), JSON);
        this.name = analysis.kind() + suffix;
    }

    /** The document of the example job. */
    public ObjectNode compute() {
        return run(job());
    }

    /** The example job. */
    public AnalysisJob job() {
        return JSON.readValue(bytes(Path.of("contract/job/examples", name + ".json")), AnalysisJob.class);
    }

    /** The document of the example job with other parameters. */
    public ObjectNode compute(String parameters) {
        AnalysisJob job = job();
        return run(job(job.data(), job.weights(), null, parameters));
    }

    /** The document of these prices, scaled by 1. */
    public ObjectNode compute(
            AnalysisJob.@Nullable InlineData data, @Nullable List<Double> weights, String parameters) {
        return run(job(data, weights, null, parameters));
    }

    /** The document of these prices with cash beside the weights, negative for a loan. */
    public ObjectNode computeWithCash(
            AnalysisJob.InlineData data, List<Double> weights, double cash, String parameters) {
        return run(job(data, weights, cash, parameters));
    }

    private AnalysisJob job(
            AnalysisJob.@Nullable InlineData data,
            @Nullable List<Double> weights,
            @Nullable Double cash,
            String parameters) {
        return new AnalysisJob(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                analysis.kind(),
                Instant.EPOCH,
                "USD",
                null,
                null,
                data,
                weights,
                cash,
                new AnalysisJob.Amount(BigDecimal.valueOf(10_000), "USD"),
                null,
                JSON.readTree(parameters));
    }

    /** The document of a job. */
    public ObjectNode run(AnalysisJob job) {
        assertThat(ContractSchema.of("job/" + analysis.kind() + "-parameters.schema.json")
                        .violations(job.parameters()))
                .isEmpty();
        ObjectNode computed = analysis.run(job, percent -> {});
        ObjectNode provenance = (ObjectNode) computed.path("provenance");
        provenance.put("resultHash", CanonicalJson.sha256(computed));
        provenance.put("createdAt", "2026-11-20T19:30:01Z");
        assertThat(ContractSchema.of("result/" + analysis.kind() + ".schema.json")
                        .violations(computed))
                .isEmpty();
        return computed;
    }

    /** The stored example, and twice the same hash. */
    public void mustBeThatOfTheExampleJob() {
        Path result = Path.of("contract/result/examples", name + ".json");
        ObjectNode computed = compute();
        if (Boolean.getBoolean("riskwatch.contract.update")) {
            write(result, JSON.writeValueAsString(computed) + "\n");
        }
        JsonNode published = JSON.readTree(bytes(result));
        assertThat(CanonicalJson.write(computed)).isEqualTo(CanonicalJson.write(published));
        assertThat(compute().path("provenance").path("resultHash"))
                .isEqualTo(published.path("provenance").path("resultHash"));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
