package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.localstack.bench.ProcessMeter;
import io.riskwatch.portfolio.DatabaseTraffic;
import io.riskwatch.portfolio.TestCaller;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * What an analysis costs from its question to its end, in round trips to the database: a number that, unlike a time, does not depend
 * on the machine. {@code -Driskwatch.cost=N} asks for N of them and prints what each cost in processor time, too.
 */
class AnalysisCostIT extends AnalysisTestBase {

    private static final int WARM = 50;

    /** Who answers a request. */
    private static final String ASKER = "tomcat-handler";

    @Test
    void anAnalysisTakesFewRoundTripsFromItsQuestionToItsEnd() throws InterruptedException {
        int analyses = Integer.getInteger("riskwatch.cost", 200);
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"analysesPerDay\":1000000,\"runningAnalyses\":100}");
        SimpleMessageListenerContainer workers = workers();
        try {
            asked(caller, Math.max(WARM, analyses / 2));
            double cpu = cpu("");
            double postgres = cpu("postgres");
            double broker = cpu("beam");
            try (DatabaseTraffic traffic = DatabaseTraffic.counted()) {
                asked(caller, analyses);
                System.out.printf("An analysis, by thread:%s%n", traffic.per(analyses));
                System.out.printf(
                        "in all: %.2f round trips, %.2f commits; CPU ms: this JVM %.2f, PostgreSQL %.2f, RabbitMQ"
                                + " %.2f%n",
                        traffic.roundTrips() / (double) analyses,
                        traffic.commits() / (double) analyses,
                        1_000 * (cpu("") - cpu) / analyses,
                        1_000 * (cpu("postgres") - postgres) / analyses,
                        1_000 * (cpu("beam") - broker) / analyses);
                assertThat(traffic.roundTripsOf(ASKER))
                        .as("of %s questions", analyses)
                        .isEqualTo(7L * analyses);
                assertThat(traffic.roundTrips())
                        .as("of %s analyses; with nothing coalesced there are 18 of each", analyses)
                        .isLessThanOrEqualTo(22L * analyses);
            }
        } finally {
            workers.stop();
        }
    }

    private void asked(TestCaller caller, int analyses) throws InterruptedException {
        for (int i = 0; i < analyses; i++) {
            http(caller)
                    .post()
                    .uri("/api/v1/analyses")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(SMALL)
                    .exchange()
                    .expectStatus()
                    .isAccepted();
        }
        await().until(() -> jdbc.sql("select count(*) from analysis_queue")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    /** Four threads that say of each job what a worker says of a short one: it is done. */
    private SimpleMessageListenerContainer workers() {
        var workers = new SimpleMessageListenerContainer(rabbit.getConnectionFactory());
        workers.setQueueNames("analysis.jobs.interactive");
        workers.setConcurrentConsumers(4);
        workers.setPrefetchCount(1);
        workers.setMessageListener((Message message) -> {
            JsonNode job = WorkerStandIn.JSON.readTree(message.getBody());
            UUID id = UUID.fromString(job.path("analysisId").stringValue());
            UUID organisation = UUID.fromString(job.path("organisationId").stringValue());
            worker.say(
                    "completed",
                    id,
                    organisation,
                    1,
                    event -> event.put("startedAt", Instant.now().minusMillis(5).toString()));
        });
        workers.start();
        return workers;
    }

    /** Processor seconds so far of this JVM, or of the servers it has started whose program is called so. */
    private static double cpu(String program) {
        return program.isEmpty()
                ? ProcessMeter.cpuSeconds(ProcessHandle.current().pid())
                : ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").contains(program))
                        .mapToDouble(process -> ProcessMeter.cpuSeconds(process.pid()))
                        .sum();
    }
}
