package io.riskwatch.analytics.job;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.DependencyException;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.event.AnalysisEvents;
import io.riskwatch.analytics.event.Confirmed;
import io.riskwatch.analytics.event.JobProblem;
import io.riskwatch.analytics.event.JobRun;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one delivery to its acknowledgement. The unacknowledged delivery is the lease: when this worker dies, the broker
 * gives the job to another.
 *
 * <p>A failure is recorded in the message's header and the job waits in a retry queue; after the last allowed failure, or
 * when its workers keep dying, it goes to the dead queue with the reason, and its owner is told. What is no job at all goes
 * there at once.
 */
@Component
class JobListener implements ChannelAwareMessageListener {

    static final String FAILURES = "x-riskwatch-failures";
    static final String RUNS = "x-riskwatch-runs";
    static final String REASON = "x-riskwatch-reason";

    private static final Logger log = LoggerFactory.getLogger(JobListener.class);
    private static final String DELIVERIES = "x-delivery-count";

    private final JobProcessor processor;
    private final AnalysisEvents events;
    private final RabbitTemplate rabbit;
    private final JsonMapper json;
    private final JobTimes times;
    private final JobSettings settings;
    private final Clock clock;
    private final ContractSchema schema = ContractSchema.of("job/analysis-job.schema.json");

    JobListener(
            JobProcessor processor,
            AnalysisEvents events,
            RabbitTemplate rabbit,
            JsonMapper json,
            JobTimes times,
            JobSettings settings,
            Clock clock) {
        this.processor = processor;
        this.events = events;
        this.rabbit = rabbit;
        this.json = json;
        this.times = times;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void onMessage(Message message, @Nullable Channel channel) throws IOException {
        if (channel == null) {
            throw new IllegalStateException("a manually acknowledged delivery comes with its channel");
        }
        try {
            handle(message);
            channel.basicAck(message.getMessageProperties().getDeliveryTag(), false);
        } catch (RuntimeException e) {
            // not even the failure could be recorded: the broker keeps the job and delivers it again
            log.warn("event=job-returned reason=\"{}\"", e.getMessage());
            giveBack(message, channel);
        }
    }

    private static void giveBack(Message message, Channel channel) throws IOException {
        try {
            channel.basicNack(message.getMessageProperties().getDeliveryTag(), false, true);
        } catch (IllegalStateException | ShutdownSignalException e) {
            log.info("event=lease-lost reason=\"{}\"", e.getMessage()); // the broker has given the job back already
        }
    }

    private void handle(Message message) {
        Received received = read(message);
        if (received.job == null) {
            bury(message, number(message, RUNS) + number(message, DELIVERIES) + 1, received.reason);
            received.tell(events);
            return;
        }
        AnalysisJob job = received.job;
        int deliveries = number(message, DELIVERIES);
        int failures = number(message, FAILURES);
        var run = new JobRun(
                job.analysisId(),
                job.organisationId(),
                job.kind(),
                number(message, RUNS) + deliveries + 1,
                clock.instant());
        if (deliveries >= JobQueues.DELIVERY_LIMIT - 1) {
            giveUp(message, run, "its workers died " + deliveries + " times", deliveries);
            return;
        }
        try {
            times.record(job.kind(), "job", () -> {
                processor.process(job, run);
                return run;
            });
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            if (stopping(e)) {
                throw new DependencyException("the worker stops before the job is done", e);
            }
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            log.warn(
                    "event=job-failed analysis={} failure={} of={}",
                    job.analysisId(),
                    failures + 1,
                    settings.lastFailure(),
                    e);
            if (failures + 1 >= settings.lastFailure()) {
                giveUp(message, run, reason, failures + 1);
            } else {
                retry(message, failures + 1, run, reason);
            }
        }
    }

    /** Whether the run was broken off because this worker goes down, which is nobody's failure. */
    private static boolean stopping(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private void retry(Message message, int failure, JobRun run, String reason) {
        Duration wait = Backoff.wait(
                settings.retryAfter().get(failure - 1),
                ThreadLocalRandom.current().nextDouble());
        Message again = copy(message, failure, run.attempt(), reason);
        again.getMessageProperties().setExpiration(Long.toString(wait.toMillis()));
        Confirmed.send(rabbit, JobQueues.retry(failure), routingKey(message), again);
        events.postponed(run, wait);
    }

    private void giveUp(Message message, JobRun run, String reason, int tries) {
        bury(message, run.attempt(), reason);
        events.failed(run, JobProblem.gaveUp(tries));
        log.error("event=job-dead analysis={} reason=\"{}\"", run.analysisId(), reason);
    }

    /** With the number of its runs: when it is replayed, the next run has a higher one, and is known to be new by that. */
    private void bury(Message message, int runs, String reason) {
        Confirmed.send(
                rabbit,
                JobQueues.DEAD,
                routingKey(message),
                copy(message, number(message, FAILURES) + 1, runs, reason));
    }

    /** The lane it came by: whatever else it was sent by leads nowhere when it is tried again. */
    private static String routingKey(Message message) {
        return "batch".equals(message.getMessageProperties().getReceivedRoutingKey()) ? "batch" : "interactive";
    }

    private static Message copy(Message message, int failures, int runs, String reason) {
        String id = message.getMessageProperties().getMessageId();
        return MessageBuilder.withBody(message.getBody())
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setMessageId(id == null ? UUID.randomUUID().toString() : id)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setHeader(FAILURES, failures)
                .setHeader(RUNS, runs)
                .setHeader(REASON, reason.length() > 500 ? reason.substring(0, 500) : reason)
                .build();
    }

    private static int number(Message message, String header) {
        return message.getMessageProperties().getHeader(header) instanceof Number n ? n.intValue() : 0;
    }

    private Received read(Message message) {
        JsonNode body;
        try {
            body = json.readTree(message.getBody());
        } catch (JacksonException e) {
            return new Received(null, null, "not JSON: " + e.getOriginalMessage());
        }
        var violations = schema.violations(body);
        if (!violations.isEmpty()) {
            return new Received(null, body, "not a job by its schema: " + violations.getFirst());
        }
        try {
            return new Received(json.treeToValue(body, AnalysisJob.class), body, "");
        } catch (JacksonException e) {
            return new Received(null, body, "not a job: " + e.getOriginalMessage());
        }
    }

    /** A delivery read: a job, or the reason why it is none. */
    private record Received(
            @Nullable AnalysisJob job, @Nullable JsonNode body, String reason) {

        /** Somebody may wait for what is no job by its schema but names an analysis. */
        void tell(AnalysisEvents events) {
            if (body == null) {
                return;
            }
            try {
                UUID analysis = UUID.fromString(body.path("analysisId").asString(""));
                UUID organisation = UUID.fromString(body.path("organisationId").asString(""));
                String kind = body.path("kind").asString("");
                events.failed(
                        new JobRun(analysis, organisation, kind.isEmpty() || kind.length() > 40 ? "unknown" : kind, 1),
                        JobProblem.gaveUp(1));
            } catch (IllegalArgumentException e) {
                log.warn("event=job-nameless reason=\"{}\"", reason);
            }
        }
    }
}
