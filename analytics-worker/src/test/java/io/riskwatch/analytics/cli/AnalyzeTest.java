package io.riskwatch.analytics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AnalyzeTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T19:30:01Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int analyze(String request) throws IOException {
        Path file = folder.resolve("ask.json");
        Files.writeString(file, request);
        return run(file.toString());
    }

    private int run(String... arguments) {
        return new Analyze(NOW)
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode printed() {
        return PublishedExample.JSON.readTree(out.toString(StandardCharsets.UTF_8));
    }

    /** A line of prices that rises and falls, for two symbols. */
    private void writePrices() throws IOException {
        StringBuilder csv = new StringBuilder("date,ACME,ZETA\n");
        for (int t = 0; t < 100; t++) {
            csv.append(LocalDate.of(2024, 1, 1).plusDays(t))
                    .append(',')
                    .append(100 + 5 * Math.sin(t))
                    .append(',')
                    .append(t == 7 ? "" : String.valueOf(50 + 2 * Math.cos(2.3 * t)))
                    .append('\n');
        }
        Files.writeString(folder.resolve("prices.csv"), csv);
    }

    static List<String> kinds() throws IOException {
        JsonNode kinds = PublishedExample.JSON
                .readTree(Files.readAllBytes(Path.of("contract/job/analysis-job.schema.json")))
                .path("properties")
                .path("kind")
                .path("enum");
        return StreamSupport.stream(kinds.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    /** The worker's published example, asked as a request: the same document to the last byte, its hash included. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindAnswersAsTheWorkerDoes(String kind) throws IOException {
        String example = kind.equals("risk") ? "risk-inline" : kind;
        ObjectNode job = (ObjectNode) PublishedExample.JSON.readTree(
                Files.readAllBytes(Path.of("contract/job/examples/" + example + ".json")));
        if (job.has("cashWeight")) {
            ObjectNode weights = PublishedExample.JSON
                    .createObjectNode()
                    .put("CASH", job.path("cashWeight").doubleValue());
            for (int i = 0; i < job.path("weights").size(); i++) {
                weights.set(
                        job.path("data").path("symbols").path(i).stringValue(),
                        job.path("weights").path(i));
            }
            job.set("weights", weights);
        }
        job.remove(List.of("schemaVersion", "analysisId", "organisationId", "requestedAt", "cashWeight"));

        assertThat(analyze(job.toString()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(printed())
                .isEqualTo(PublishedExample.JSON.readTree(
                        Files.readAllBytes(Path.of("contract/result/examples/" + kind + ".json"))));
    }

    @Test
    void pricesMayComeFromAFileBesideTheRequest() throws IOException {
        writePrices();

        assertThat(analyze(
                        "{\"kind\": \"risk\", \"prices\": \"prices.csv\", \"weights\": {\"ACME\": 0.6, \"CASH\": 0.4},"
                                + " \"value\": 1000}"))
                .isZero();
        JsonNode provenance = printed().path("provenance");
        assertThat(provenance.path("observations").intValue()).isEqualTo(98);
        assertThat(provenance.path("droppedDates").intValue()).isEqualTo(1);
        assertThat(provenance.path("createdAt").stringValue()).isEqualTo("2026-11-20T19:30:01Z");
    }

    /** 10 of ACME at its last price and 250 in cash. */
    @Test
    void holdingsAreValuedAtTheFilesLastPrices() throws IOException {
        writePrices();

        assertThat(analyze("{\"kind\": \"optimization\", \"prices\": \"prices.csv\", \"holdings\": [{\"symbol\":"
                        + " \"ACME\", \"quantity\": 10}, {\"symbol\": \"ZETA\", \"quantity\": \"4\"}], \"cash\":"
                        + " [{\"currency\": \"USD\", \"amount\": 250}]}"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(printed().path("inputs").path("value").path("amount").doubleValue())
                .isCloseTo(10 * (100 + 5 * Math.sin(99)) + 4 * (50 + 2 * Math.cos(2.3 * 99)) + 250, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"magic\", \"prices\": \"prices.csv\"}                                          | kind",
                "{\"kind\": \"risk\"}                                                                       | holdings",
                "{\"kind\": \"risk\", \"holdings\": [{\"symbol\": \"ACME\", \"quantity\": 1}]}              | holdings",
                "{\"kind\": \"risk\", \"prices\": \"prices.csv\", \"colour\": 1}                            | colour",
                "{\"kind\": \"risk\", \"prices\": \"prices.csv\", \"weights\": {\"NOPE\": 1}}               |"
                        + " weights.NOPE",
                "{\"kind\": \"risk\", \"prices\": \"prices.csv\", \"parameters\": {\"confidence\": 2}}      |"
                        + " parameters.confidence",
                "{\"kind\": \"risk\", \"prices\": \"prices.csv\", \"weights\": [0.5, 0.1]}                  | weights"
            })
    void whatCannotBeAnsweredIsAProblemWithItsField(String request, String field) throws IOException {
        writePrices();

        assertThat(analyze(request)).isEqualTo(1);
        JsonNode problem = PublishedExample.JSON.readTree(err.toString(StandardCharsets.UTF_8));
        assertThat(problem.path("errors").path(0).path("field").stringValue()).isEqualTo(field);
        assertThat(problem.path("status").intValue()).isEqualTo(422);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFileThatIsNotThereOrNoJsonIsSaid() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.resolve("nowhere.json").toString())).isEqualTo(2);
        assertThat(analyze("{\"kind\": ")).isEqualTo(2);
        assertThat(analyze("{\"kind\": \"risk\", \"prices\": \"nowhere.csv\"}")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Which file?", "There is no file", "nowhere.json", "is no JSON", "nowhere.csv");
    }
}
