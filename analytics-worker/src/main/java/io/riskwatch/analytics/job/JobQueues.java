package io.riskwatch.analytics.job;

import io.riskwatch.analytics.event.AnalysisEvents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The exchanges and queues of jobs, declared by their receiver.
 *
 * <p>A job that failed waits in a retry queue until its time is over and then returns to where it came from; one that was
 * given up lies in the dead queue with the reason in its header. The broker itself gives up after 20 deliveries.
 */
@Configuration(proxyBeanMethods = false)
class JobQueues {

    static final String JOBS = "analysis.jobs";
    static final String INTERACTIVE = "analysis.jobs.interactive";
    static final String BATCH = "analysis.jobs.batch";
    static final String DEAD = "analysis.jobs.dead";

    /** How often the broker delivers a job whose workers die before they can say anything. */
    static final int DELIVERY_LIMIT = 20;

    /** The exchange and queue where the job waits after its nth failure, n from 1. */
    static String retry(int failure) {
        return "analysis.jobs.retry." + failure;
    }

    @Bean
    Declarables jobTopology(JobSettings settings) {
        List<Declarable> all = new ArrayList<>();
        DirectExchange jobs = new DirectExchange(JOBS);
        FanoutExchange dead = new FanoutExchange(DEAD);
        Queue interactive = work(INTERACTIVE);
        Queue batch = work(BATCH);
        Queue graves = QueueBuilder.durable(DEAD).quorum().build();
        all.addAll(List.of(jobs, dead, interactive, batch, graves));
        all.add(new TopicExchange(AnalysisEvents.EXCHANGE));
        all.add(BindingBuilder.bind(interactive).to(jobs).with("interactive"));
        all.add(BindingBuilder.bind(batch).to(jobs).with("batch"));
        all.add(BindingBuilder.bind(graves).to(dead));
        for (int failure = 1; failure <= settings.retryAfter().size(); failure++) {
            FanoutExchange exchange = new FanoutExchange(retry(failure));
            Queue queue = QueueBuilder.durable(retry(failure))
                    .quorum()
                    .ttl(Math.toIntExact(settings.retryAfter().get(failure - 1).toMillis()))
                    .deadLetterExchange(JOBS)
                    .build();
            Binding binding = BindingBuilder.bind(queue).to(exchange);
            all.addAll(List.of(exchange, queue, binding));
        }
        return new Declarables(all);
    }

    private static Queue work(String name) {
        return QueueBuilder.durable(name)
                .quorum()
                .deliveryLimit(DELIVERY_LIMIT)
                .deadLetterExchange(DEAD)
                .build();
    }
}
