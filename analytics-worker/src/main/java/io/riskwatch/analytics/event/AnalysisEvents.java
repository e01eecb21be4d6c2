package io.riskwatch.analytics.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says how a job fares. The end of a job is said with a confirm, and must reach a queue; progress may be lost.
 */
@Component
public class AnalysisEvents {

    /** Topic exchange; the routing key is the event's type. */
    public static final String EXCHANGE = "analysis.events";

    private static final Logger log = LoggerFactory.getLogger(AnalysisEvents.class);
    private static final int SCHEMA_VERSION = 1;

    private final RabbitTemplate rabbit;
    private final JsonMapper json;
    private final Clock clock;

    AnalysisEvents(RabbitTemplate rabbit, JsonMapper json, Clock clock) {
        this.rabbit = rabbit;
        this.json = json;
        this.clock = clock;
    }

    public void started(JobRun run) {
        Instant begun = run.startedAt();
        AnalysisEvent now = event("analysis.started", run, Said.NOTHING);
        offer(begun == null ? now : now.at(begun));
    }

    public void progress(JobRun run, int percent, @Nullable Long etaSeconds) {
        offer(event("analysis.progress", run, new Said(percent, etaSeconds, null, null, null)));
    }

    /** The run failed and the job waits to be tried again, so long at most. */
    public void postponed(JobRun run, Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        offer(event("analysis.postponed", run, new Said(null, null, seconds, null, null)));
    }

    public void completed(JobRun run, String resultHash) {
        confirm(event("analysis.completed", run, new Said(null, null, null, resultHash, null)));
    }

    public void failed(JobRun run, JobProblem problem) {
        confirm(event("analysis.failed", run, new Said(null, null, null, null, problem)));
    }

    public void cancelled(JobRun run) {
        confirm(event("analysis.cancelled", run, Said.NOTHING));
    }

    /** What one type of event says beyond the others. */
    private record Said(
            @Nullable Integer percent,
            @Nullable Long etaSeconds,
            @Nullable Long retryAfterSeconds,
            @Nullable String resultHash,
            @Nullable JobProblem problem) {

        static final Said NOTHING = new Said(null, null, null, null, null);
    }

    private AnalysisEvent event(String type, JobRun run, Said said) {
        return new AnalysisEvent(
                SCHEMA_VERSION,
                type,
                run.analysisId(),
                run.organisationId(),
                run.kind(),
                run.attempt(),
                clock.instant(),
                type.equals("analysis.progress") || type.equals("analysis.started") ? null : run.startedAt(),
                said.percent(),
                said.etaSeconds(),
                said.retryAfterSeconds(),
                said.resultHash(),
                said.problem());
    }

    private void offer(AnalysisEvent event) {
        try {
            rabbit.send(EXCHANGE, event.type(), message(event, MessageDeliveryMode.NON_PERSISTENT));
        } catch (AmqpException e) {
            log.warn("event=progress-lost analysis={} reason=\"{}\"", event.analysisId(), e.getMessage());
        }
    }

    private void confirm(AnalysisEvent event) {
        Confirmed.send(rabbit, EXCHANGE, event.type(), message(event, MessageDeliveryMode.PERSISTENT));
    }

    private Message message(AnalysisEvent event, MessageDeliveryMode mode) {
        return MessageBuilder.withBody(json.writeValueAsBytes(event))
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setDeliveryMode(mode)
                .setMessageId(event.analysisId() + ":" + event.type() + ":" + event.attempt())
                .build();
    }
}
