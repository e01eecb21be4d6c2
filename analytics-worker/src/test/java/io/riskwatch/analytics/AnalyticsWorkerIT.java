package io.riskwatch.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.localstack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The worker on a real broker and store, with a stand-in for the market-data service, started once for the module. The
 * queue of events is what portfolio-service would have; every event taken from it is held to its schema.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "riskwatch.worker.client-secret=worker-secret-of-the-integration-tests",
            "riskwatch.worker.jobs.threads=2",
            "riskwatch.worker.jobs.retry-after=300ms,600ms"
        })
public abstract class AnalyticsWorkerIT {

    static {
        // generous: a busy machine is slow, not wrong
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    protected static final JsonMapper JSON = new JsonMapper();
    protected static final HistoryStandIn HISTORY = history();
    private static final String EVENTS = "test.events";

    @Autowired
    protected RabbitTemplate rabbit;

    @Autowired
    protected MongoTemplate mongo;

    private final List<JsonNode> taken = new ArrayList<>();

    private static HistoryStandIn history() {
        try {
            return new HistoryStandIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.springProperties("analytics-worker").forEach((name, value) -> {
            if (!name.startsWith("spring.datasource") && !name.startsWith("spring.flyway")) {
                registry.add(name, () -> value);
            }
        });
        registry.add("riskwatch.portfolio-url", HISTORY::address);
        registry.add("riskwatch.marketdata-url", HISTORY::address);
    }

    @BeforeEach
    void listen() {
        HISTORY.reset();
        RabbitAdmin admin = new RabbitAdmin(rabbit);
        Queue events = new Queue(EVENTS);
        admin.declareQueue(events);
        admin.declareBinding(BindingBuilder.bind(events)
                .to(new TopicExchange("analysis.events"))
                .with("analysis.*"));
        admin.purgeQueue(EVENTS);
        admin.purgeQueue("analysis.jobs.dead");
    }

    protected static ObjectNode job(String example) {
        try {
            ObjectNode job =
                    (ObjectNode) JSON.readTree(Files.readAllBytes(Path.of("contract/job/examples", example + ".json")));
            return job.put("analysisId", UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static String id(JsonNode job) {
        return job.path("analysisId").stringValue();
    }

    protected void send(JsonNode job) {
        send(JSON.writeValueAsBytes(job));
    }

    protected void send(byte[] body) {
        rabbit.send(
                "analysis.jobs",
                "interactive",
                MessageBuilder.withBody(body)
                        .setMessageId(UUID.randomUUID().toString())
                        .build());
    }

    /** The events of the job so far, each held to its schema. */
    protected List<JsonNode> events(String analysis) {
        for (Message message = rabbit.receive(EVENTS); message != null; message = rabbit.receive(EVENTS)) {
            JsonNode event = JSON.readTree(message.getBody());
            assertThat(ContractSchema.of("event/" + event.path("type").stringValue() + ".schema.json")
                            .violations(event))
                    .isEmpty();
            taken.add(event);
        }
        return taken.stream().filter(event -> id(event).equals(analysis)).toList();
    }

    protected JsonNode awaitEvent(String analysis, String type) {
        return await().until(
                        () -> events(analysis).stream()
                                .filter(event ->
                                        event.path("type").stringValue().equals(type))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    protected long count(String analysis, String type) {
        return events(analysis).stream()
                .filter(event -> event.path("type").stringValue().equals(type))
                .count();
    }

    protected List<Document> results(String analysis) {
        return mongo.getCollection("analysis_result")
                .find(new Document("_id", analysis))
                .into(new ArrayList<>());
    }

    protected Message dead() {
        return rabbit.receive("analysis.jobs.dead", 20_000);
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
