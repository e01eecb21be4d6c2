package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A worker as this service sees one: queues, and events made from the examples of the worker's own contract. */
public final class WorkerStandIn {

    static final JsonMapper JSON = new JsonMapper();
    private static final String JOBS = "analysis.jobs.interactive";
    private static final String BATCH_JOBS = "analysis.jobs.batch";
    private static final String CONTROL = "test.control";

    private final RabbitTemplate rabbit;

    public WorkerStandIn(RabbitTemplate rabbit) {
        this.rabbit = rabbit;
        RabbitAdmin admin = new RabbitAdmin(rabbit);
        Queue jobs = new Queue(JOBS);
        Queue batch = new Queue(BATCH_JOBS);
        Queue control = new Queue(CONTROL);
        admin.declareQueue(jobs);
        admin.declareQueue(batch);
        admin.declareBinding(BindingBuilder.bind(batch)
                .to(new DirectExchange("analysis.jobs"))
                .with("batch"));
        admin.declareQueue(control);
        admin.declareBinding(BindingBuilder.bind(jobs)
                .to(new DirectExchange("analysis.jobs"))
                .with("interactive"));
        admin.declareBinding(BindingBuilder.bind(control).to(new FanoutExchange("analysis.control")));
        admin.purgeQueue(JOBS);
        admin.purgeQueue(BATCH_JOBS);
        admin.purgeQueue(CONTROL);
    }

    /** The next job, which keeps the worker's schema. */
    JsonNode takeJob() {
        return take(JOBS);
    }

    /** The next job of those that may take the night. */
    JsonNode takeBatchJob() {
        return take(BATCH_JOBS);
    }

    private JsonNode take(String queue) {
        Message message = rabbit.receive(queue, 10_000);
        assertThat(message).as("a job within ten seconds").isNotNull();
        JsonNode job = JSON.readTree(message.getBody());
        assertKeeps("job/analysis-job.schema.json", job);
        assertKeeps("job/" + job.path("kind").asString() + "-parameters.schema.json", job.path("parameters"));
        return job;
    }

    boolean hasNoJobFor(long millis) {
        return rabbit.receive(JOBS, millis) == null;
    }

    boolean hasNoBatchJobFor(long millis) {
        return rabbit.receive(BATCH_JOBS, millis) == null;
    }

    JsonNode takeControl() {
        Message message = rabbit.receive(CONTROL, 10_000);
        assertThat(message).as("a control message within ten seconds").isNotNull();
        JsonNode control = JSON.readTree(message.getBody());
        assertKeeps("control/analysis-control.schema.json", control);
        return control;
    }

    boolean hearsNothingFor(long millis) {
        return rabbit.receive(CONTROL, millis) == null;
    }

    /** The example event of the contract, about this analysis. */
    static ObjectNode event(String type, UUID analysis, UUID organisation, int attempt) {
        ObjectNode event = (ObjectNode) resource("event/examples/analysis." + type + ".json");
        event.remove("startedAt"); // the example's own time
        return event.put("analysisId", analysis.toString())
                .put("organisationId", organisation.toString())
                .put("attempt", attempt);
    }

    void say(String type, UUID analysis, UUID organisation, int attempt, Consumer<ObjectNode> change) {
        ObjectNode event = event(type, analysis, organisation, attempt)
                .put("occurredAt", Instant.now().toString());
        change.accept(event);
        say(event);
    }

    public void say(String type, UUID analysis, UUID organisation) {
        say(type, analysis, organisation, 1, event -> {});
    }

    void say(JsonNode event) {
        String type = event.path("type").stringValue();
        assertKeeps("event/" + type + ".schema.json", event);
        rabbit.send(
                "analysis.events",
                type,
                MessageBuilder.withBody(JSON.writeValueAsBytes(event)).build());
    }

    static void assertKeeps(String schema, JsonNode document) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(resource(schema))
                        .validate(document))
                .as(schema)
                .isEmpty();
    }

    public static JsonNode resource(String path) {
        try (InputStream in = WorkerStandIn.class.getResourceAsStream("/contract/analytics-worker/" + path)) {
            return JSON.readTree(Objects.requireNonNull(in, path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
