package io.riskwatch.analytics.control;

import io.riskwatch.analytics.contract.ContractSchema;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to {@code analysis.control} twice: on a queue of its own, so that every worker hears at once, and on a shared
 * durable queue, so that what was said while no worker was there is remembered.
 */
@Component
class ControlListener {

    private static final Logger log = LoggerFactory.getLogger(ControlListener.class);

    private final Cancellations cancellations;
    private final JsonMapper json;
    private final ContractSchema schema = ContractSchema.of("control/analysis-control.schema.json");

    ControlListener(Cancellations cancellations, JsonMapper json) {
        this.cancellations = cancellations;
        this.json = json;
    }

    @RabbitListener(
            bindings =
                    @QueueBinding(
                            value = @Queue(exclusive = "true", autoDelete = "true"),
                            exchange = @Exchange(name = "analysis.control", type = "fanout")),
            containerFactory = "controlContainers")
    void hear(Message message) {
        onCancel(message, cancellations::hear);
    }

    @RabbitListener(
            bindings =
                    @QueueBinding(
                            value =
                                    @Queue(
                                            name = "analysis.control.memory",
                                            durable = "true",
                                            arguments =
                                                    @org.springframework.amqp.rabbit.annotation.Argument(
                                                            name = "x-queue-type",
                                                            value = "quorum")),
                            exchange = @Exchange(name = "analysis.control", type = "fanout")),
            containerFactory = "controlContainers")
    void remember(Message message) {
        onCancel(message, cancellations::remember);
    }

    private void onCancel(Message message, Consumer<UUID> effect) {
        JsonNode body;
        try {
            body = json.readTree(message.getBody());
        } catch (JacksonException e) {
            log.warn("event=control-ignored reason=\"not JSON\"");
            return;
        }
        var violations = schema.violations(body);
        if (violations.isEmpty()) {
            effect.accept(UUID.fromString(body.path("analysisId").stringValue()));
        } else {
            log.warn("event=control-ignored reason=\"{}\"", violations);
        }
    }
}
