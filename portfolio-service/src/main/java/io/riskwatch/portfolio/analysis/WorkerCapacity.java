package io.riskwatch.portfolio.analysis;

import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many analyses the workers compute at once, as the broker knows it: each of their threads is a consumer that takes one job
 * at a time. Workers come and go; while none is there, or the broker is away, the last number stands.
 */
@Component
class WorkerCapacity {

    private static final Logger log = LoggerFactory.getLogger(WorkerCapacity.class);

    /** Enough that a worker which has finished finds the next job waiting, and no more: what lies there cannot be overtaken. */
    private static final int RELEASED_PER_THREAD = 2;

    private static final int UNTIL_COUNTED = 2;

    private final AmqpAdmin broker;
    private final boolean counted;
    private final Map<AnalysisLane, Integer> threads = new EnumMap<>(AnalysisLane.class);

    WorkerCapacity(AmqpAdmin broker, AnalysisSettings settings) {
        this.broker = broker;
        this.counted = settings.workers() == 0;
        threads.put(AnalysisLane.INTERACTIVE, counted ? UNTIL_COUNTED : settings.workers());
        threads.put(AnalysisLane.BATCH, 1);
    }

    /** How many of the lane run at once. */
    synchronized int threads(AnalysisLane lane) {
        return threads.getOrDefault(lane, 1);
    }

    /** How many of the lane may lie in the broker or run. */
    int window(AnalysisLane lane) {
        return RELEASED_PER_THREAD * threads(lane);
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 2_000)
    void look() {
        if (!counted) {
            return;
        }
        try {
            for (AnalysisLane lane : AnalysisLane.values()) {
                QueueInformation queue = broker.getQueueInfo(AnalysisMessaging.JOBS + "." + lane.routingKey());
                if (queue != null && queue.getConsumerCount() > 0) {
                    set(lane, queue.getConsumerCount());
                }
            }
        } catch (AmqpException e) {
            log.debug("event=workers-not-counted reason=\"{}\"", e.getMessage());
        }
    }

    private synchronized void set(AnalysisLane lane, int consumers) {
        Integer before = threads.put(lane, consumers);
        if (before == null || before != consumers) {
            log.info("event=workers-counted lane={} threads={}", lane, consumers);
        }
    }
}
