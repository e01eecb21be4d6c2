package io.riskwatch.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.analytics.AnalyticsWorkerIT;
import io.riskwatch.analytics.contract.ContractSchema;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class JobIT extends AnalyticsWorkerIT {

    @Test
    void aJobBecomesAResultThatKeepsItsSchemaAndBelongsToItsOrganisation() {
        ObjectNode job = job("risk-holdings");
        send(job);

        JsonNode completed = awaitEvent(id(job), "analysis.completed");

        Document row = results(id(job)).getFirst();
        assertThat(row.getString("organisationId"))
                .isEqualTo(job.path("organisationId").stringValue());
        assertThat(row.getString("resultHash"))
                .isEqualTo(completed.path("resultHash").stringValue());
        JsonNode document = JSON.valueToTree(row.get("document", Document.class));
        assertThat(ContractSchema.of("result/risk.schema.json").violations(document))
                .isEmpty();
        assertThat(document.path("provenance").path("provider").stringValue()).isEqualTo("xsim");
        assertThat(document.path("sentences").path(0).stringValue()).contains("simulated data");
        assertThat(HISTORY.requests().getFirst().path("organisationId")).isEqualTo(job.path("organisationId"));
        assertThat(Instant.parse(completed.path("startedAt").stringValue()))
                .isBeforeOrEqualTo(Instant.parse(completed.path("occurredAt").stringValue()));
    }

    /** Of a run that takes its time the beginning is said while it lasts, with the moment it began. */
    @Test
    void aRunThatTakesItsTimeIsAnnounced() throws InterruptedException {
        ObjectNode job = job("risk-holdings");
        HISTORY.closeGate(1);
        send(job);
        HISTORY.awaitArrival();

        JsonNode started = awaitEvent(id(job), "analysis.started");
        assertThat(count(id(job), "analysis.completed")).isZero();
        HISTORY.open();

        assertThat(awaitEvent(id(job), "analysis.completed").path("startedAt")).isEqualTo(started.path("occurredAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var-backtest",
                "monte-carlo",
                "goal",
                "optimization",
                "backtest",
                "stress",
                "factor",
                "leverage",
                "portfolio-report"
            })
    void everyKindBecomesAResultThatKeepsItsSchema(String kind) {
        ObjectNode job = job(kind);
        send(job);

        JsonNode completed = awaitEvent(id(job), "analysis.completed");

        Document row = results(id(job)).getFirst();
        assertThat(row.getString("kind")).isEqualTo(kind);
        JsonNode document = JSON.valueToTree(row.get("document", Document.class));
        assertThat(ContractSchema.of("result/" + kind + ".schema.json").violations(document))
                .isEmpty();
        assertThat(document.path("provenance").path("resultHash")).isEqualTo(completed.path("resultHash"));
    }

    /** The end of every path lies beside the document, in the format of numpy, and its median is the document's. */
    @Test
    void theArraysOfAResultAreStoredInPiecesWithTheirHash() throws NoSuchAlgorithmException {
        ObjectNode job = job("monte-carlo");
        send(job);
        awaitEvent(id(job), "analysis.completed");

        Document row = results(id(job)).getFirst();
        List<Document> arrays = row.getList("arrays", Document.class);
        assertThat(arrays).extracting(array -> array.getString("name")).containsExactly("terminal", "paths", "dates");
        for (Document array : arrays) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int piece = 0; piece < array.getInteger("pieces"); piece++) {
                Document stored = mongo.getCollection("analysis_array")
                        .find(new Document("_id", id(job) + ":" + array.getString("sha256") + ":" + piece))
                        .first();
                assertThat(stored.getString("organisationId"))
                        .isEqualTo(job.path("organisationId").stringValue());
                bytes.writeBytes(stored.get("bytes", Binary.class).getData());
            }
            assertThat(bytes.size()).isEqualTo(array.getInteger("bytes"));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray())))
                    .isEqualTo(array.getString("sha256"));
            if (array.getString("name").equals("terminal")) {
                assertThat(median(bytes.toByteArray()))
                        .isEqualTo(JSON.valueToTree(row.get("document", Document.class))
                                .path("terminal")
                                .path("median")
                                .doubleValue());
            }
        }
    }

    private static double median(byte[] npy) {
        ByteBuffer in = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        in.position(10 + in.getShort(8));
        double[] values = new double[in.remaining() / Double.BYTES];
        in.asDoubleBuffer().get(values);
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    @Test
    void aHeldPortfolioAsksEveryKindWithoutParameters() {
        for (String kind : List.of(
                "risk",
                "var-backtest",
                "monte-carlo",
                "goal",
                "optimization",
                "backtest",
                "stress",
                "factor",
                "leverage",
                "portfolio-report")) {
            ObjectNode job = job("risk-holdings").put("kind", kind);
            job.set("parameters", JSON.createObjectNode());
            send(job);

            awaitEvent(id(job), "analysis.completed");
            assertThat(results(id(job))).hasSize(1);
        }
    }

    @Test
    void theSameJobTwiceIsOneResultSaidTwice() {
        ObjectNode job = job("risk-inline");
        send(job);
        send(job);

        await().until(() -> count(id(job), "analysis.completed") == 2);
        assertThat(results(id(job))).hasSize(1);
        assertThat(events(id(job)).stream()
                        .filter(e -> e.has("resultHash"))
                        .map(e -> e.path("resultHash").stringValue())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk-weights", "portfolio-report"})
    void theSameQuestionIsTheSameHashWhoeverAsksAndOnWhateverThread(String example) {
        List<ObjectNode> jobs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            jobs.add(job(example).put("organisationId", UUID.randomUUID().toString()));
        }
        jobs.forEach(this::send);

        assertThat(jobs.stream()
                        .map(job -> awaitEvent(id(job), "analysis.completed")
                                .path("resultHash")
                                .stringValue())
                        .distinct())
                .hasSize(1);
    }

    /** As {@code /recompute} sends it: the same job over the days its first result stands on. */
    @ParameterizedTest
    @ValueSource(strings = {"risk", "portfolio-report"})
    void aJobOverTheDaysOfItsResultGivesTheSameHash(String kind) {
        ObjectNode job = job("risk-holdings").put("kind", kind);
        job.putObject("parameters");
        send(job);
        JsonNode first = awaitEvent(id(job), "analysis.completed");
        JsonNode provenance = JSON.valueToTree(results(id(job)).getFirst().get("document", Document.class))
                .path("provenance");
        ObjectNode again = job.deepCopy().put("analysisId", UUID.randomUUID().toString());
        again.putObject("window")
                .put("from", provenance.path("from").stringValue())
                .put("to", provenance.path("to").stringValue());
        send(again);

        assertThat(awaitEvent(id(again), "analysis.completed").path("resultHash"))
                .isEqualTo(first.path("resultHash"));
    }

    /** The worker loses its connection in the middle of the job: the broker gives it away while the old run still goes on. */
    @Test
    void aJobWhoseWorkerIsCutOffIsRunAgainAndHasOneResult() throws InterruptedException {
        ObjectNode job = job("risk-holdings");
        HISTORY.closeGate(1);
        send(job);
        HISTORY.awaitArrival();
        ((CachingConnectionFactory) rabbit.getConnectionFactory()).resetConnection();
        await().atMost(Duration.ofSeconds(30)).until(() -> HISTORY.requests().size() >= 2);
        HISTORY.open();

        awaitEvent(id(job), "analysis.completed");
        await().until(() ->
                events(id(job)).stream().anyMatch(e -> e.path("attempt").intValue() >= 2));
        await().until(() -> count(id(job), "analysis.completed") >= 2);
        assertThat(results(id(job))).hasSize(1);
        assertThat(events(id(job)).stream()
                        .filter(e -> e.has("resultHash"))
                        .map(e -> e.path("resultHash").stringValue())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void badInputFailsWithItsFieldAtOnceAndIsNotTriedAgain() {
        ObjectNode unknown = job("risk-holdings");
        unknown.withArray("holdings").addObject().put("symbol", "ZZZ").put("quantity", "1");
        ObjectNode wrong = job("risk-inline");
        wrong.putObject("parameters").put("confidence", 1.5);
        send(unknown);
        send(wrong);

        JsonNode noHistory = awaitEvent(id(unknown), "analysis.failed").path("problem");
        assertThat(noHistory.path("status").intValue()).isEqualTo(422);
        assertThat(noHistory.path("detail").stringValue()).contains("ZZZ");
        assertThat(noHistory.path("errors").path(0).path("field").stringValue()).isEqualTo("holdings");
        assertThat(awaitEvent(id(wrong), "analysis.failed")
                        .path("problem")
                        .path("errors")
                        .path(0)
                        .path("field")
                        .stringValue())
                .isEqualTo("parameters.confidence");
        assertThat(count(id(unknown), "analysis.failed")).isEqualTo(1);
        assertThat(count(id(unknown), "analysis.postponed")).isZero();
        assertThat(results(id(unknown))).isEmpty();
    }

    @Test
    void aBrokenDependencyIsTriedAgainAndThenWorks() {
        HISTORY.fail(2);
        ObjectNode job = job("risk-holdings");
        send(job);

        assertThat(awaitEvent(id(job), "analysis.completed").path("attempt").intValue())
                .isEqualTo(3);
        assertThat(results(id(job))).hasSize(1);
        assertThat(events(id(job)))
                .filteredOn(event -> event.path("type").stringValue().equals("analysis.postponed"))
                .extracting(event -> event.path("attempt").intValue() + " waits "
                        + event.path("retryAfterSeconds").intValue())
                .as("less than a second each")
                .containsExactly("1 waits 1", "2 waits 1");
    }

    @Test
    void aJobThatFailsThreeTimesLiesInTheDeadQueueWithItsReasonWhileOthersFlow() {
        HISTORY.fail(3);
        ObjectNode doomed = job("risk-holdings");
        send(doomed);
        ObjectNode fine = job("risk-inline");
        send(fine);

        awaitEvent(id(fine), "analysis.completed");
        JsonNode problem = awaitEvent(id(doomed), "analysis.failed").path("problem");
        assertThat(problem.path("status").intValue()).isEqualTo(500);
        Message dead = dead();
        assertThat(JSON.readTree(dead.getBody())).isEqualTo(doomed);
        assertThat((String) dead.getMessageProperties().getHeader("x-riskwatch-reason"))
                .contains("503");
        assertThat((Integer) dead.getMessageProperties().getHeader("x-riskwatch-failures"))
                .isEqualTo(3);
    }

    /** As {@code ./riskwatch replay} sends it: as new, but for its count of runs. */
    @Test
    void aReplayedJobRunsUnderANumberThatIsHigherThanAnyBefore() {
        HISTORY.fail(3);
        ObjectNode job = job("risk-holdings");
        send(job);
        int last = awaitEvent(id(job), "analysis.failed").path("attempt").intValue();
        Message dead = dead();
        rabbit.send(
                "analysis.jobs",
                "interactive",
                MessageBuilder.withBody(dead.getBody())
                        .setHeader(
                                "x-riskwatch-runs", dead.getMessageProperties().getHeader("x-riskwatch-runs"))
                        .build());

        assertThat(awaitEvent(id(job), "analysis.completed").path("attempt").intValue())
                .isGreaterThan(last);
        assertThat(results(id(job))).hasSize(1);
    }

    /** A second queue beside that of the first failure, from which what waited long enough comes out with what it waited. */
    @Test
    void aFailedJobWaitsBetweenHalfAndAllOfItsTime() {
        String over = Objects.requireNonNull(
                rabbit.execute(channel -> channel.queueDeclare().getQueue()));
        rabbit.execute(channel -> {
            String beside = channel.queueDeclare(
                            "",
                            false,
                            true,
                            true,
                            Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", over))
                    .getQueue();
            return channel.queueBind(beside, JobQueues.retry(1), "");
        });
        HISTORY.fail(1);
        send(job("risk-holdings"));

        Message waited = rabbit.receive(over, 30_000);

        assertThat(waited).isNotNull();
        Map<String, ?> death = waited.getMessageProperties().getXDeathHeader().getFirst();
        assertThat(Integer.parseInt(death.get("original-expiration").toString()))
                .as("of 300 ms")
                .isBetween(150, 300);
    }

    /** Published to the queue by its name instead of by its lane: the retry must still find its way back. */
    @Test
    void aJobThatCameByAnotherWayIsTriedAgainAllTheSame() {
        HISTORY.fail(1);
        ObjectNode job = job("risk-holdings");
        rabbit.send(
                "",
                "analysis.jobs.interactive",
                MessageBuilder.withBody(JSON.writeValueAsBytes(job)).build());

        assertThat(awaitEvent(id(job), "analysis.completed").path("attempt").intValue())
                .isEqualTo(2);
    }

    @Test
    void whatIsNoJobGoesStraightToTheDeadQueueAndItsOwnerIsToldWhenItHasOne() {
        ObjectNode nameless = job("risk-inline");
        nameless.remove("data");
        nameless.remove("weights");
        ObjectNode unknownKind = job("risk-inline").put("kind", "astrology");
        List<byte[]> poison = List.of(
                bytes("not json"),
                bytes("{}"),
                bytes("[1,2]"),
                JSON.writeValueAsBytes(nameless),
                JSON.writeValueAsBytes(unknownKind));
        poison.forEach(this::send);
        ObjectNode fine = job("risk-inline");
        send(fine);

        awaitEvent(id(fine), "analysis.completed");
        awaitEvent(id(nameless), "analysis.failed");
        for (int i = 0; i < poison.size(); i++) {
            Message dead = dead();
            assertThat(dead).isNotNull();
            assertThat((String) dead.getMessageProperties().getHeader("x-riskwatch-reason"))
                    .startsWith("not ");
        }
    }

    @Test
    void aJobWhoseWorkersKeepDyingIsGivenUpBeforeTheBrokerDropsIt() {
        ObjectNode job = job("risk-inline");
        rabbit.send(
                "analysis.jobs",
                "interactive",
                MessageBuilder.withBody(JSON.writeValueAsBytes(job))
                        .setHeader("x-delivery-count", 19)
                        .build());

        assertThat(awaitEvent(id(job), "analysis.failed")
                        .path("problem")
                        .path("status")
                        .intValue())
                .isEqualTo(500);
        assertThat((String) dead().getMessageProperties().getHeader("x-riskwatch-reason"))
                .contains("died");
    }

    @Test
    void aCancellationBeforeTheStartIsRememberedAndNothingIsComputed() {
        ObjectNode job = job("risk-holdings");
        cancel(id(job));
        await().until(() ->
                mongo.getCollection("analysis_cancellation").countDocuments(new Document("_id", id(job))) == 1);
        send(job);

        awaitEvent(id(job), "analysis.cancelled");
        assertThat(count(id(job), "analysis.started")).isZero();
        assertThat(results(id(job))).isEmpty();
    }

    @Test
    void aCancellationDuringTheRunEndsItBetweenTwoBlocks() throws InterruptedException {
        ObjectNode job = job("risk-holdings");
        HISTORY.closeGate(1);
        send(job);
        HISTORY.awaitArrival();
        cancel(id(job));
        cancel(id(job));
        await().until(() ->
                mongo.getCollection("analysis_cancellation").countDocuments(new Document("_id", id(job))) == 1);
        HISTORY.open();

        awaitEvent(id(job), "analysis.cancelled");
        assertThat(results(id(job))).isEmpty();
        assertThat(count(id(job), "analysis.completed")).isZero();
    }

    private void cancel(String analysis) {
        rabbit.send(
                "analysis.control",
                "",
                MessageBuilder.withBody(bytes("{\"analysisId\":\"" + analysis + "\",\"action\":\"cancel\"}"))
                        .build());
    }

    @Test
    void aCancellationAfterTheEndChangesNothing() {
        ObjectNode job = job("risk-inline");
        send(job);
        awaitEvent(id(job), "analysis.completed");
        cancel(id(job));
        send(job);

        await().until(() -> count(id(job), "analysis.completed") == 2);
        assertThat(count(id(job), "analysis.cancelled")).isZero();
    }

    @Test
    void theTokenIsFetchedOnceAndAgainWhenItIsRefused() {
        ObjectNode first = job("risk-holdings");
        send(first);
        awaitEvent(id(first), "analysis.completed");
        int before = HISTORY.tokens();
        ObjectNode second = job("risk-holdings");
        send(second);
        awaitEvent(id(second), "analysis.completed");
        assertThat(HISTORY.tokens()).isEqualTo(before);

        HISTORY.refuse(1);
        ObjectNode third = job("risk-holdings");
        send(third);
        awaitEvent(id(third), "analysis.completed");
        assertThat(HISTORY.tokens()).isEqualTo(before + 1);
    }
}
