package io.riskwatch.portfolio.analysis;

import com.rabbitmq.client.Channel;
import io.riskwatch.portfolio.event.OwnerEvents;
import io.riskwatch.portfolio.messaging.BatchInbox;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows what the workers say, keeps the rows true and tells the owners. What is said within a few milliseconds is one transaction. */
@Component
class AnalysisEventListener {

    private static final Logger log = LoggerFactory.getLogger(AnalysisEventListener.class);

    private final BatchInbox inbox;
    private final AnalysisProgress progress;
    private final OwnerEvents owners;
    private final ReleaseScheduler scheduler;
    private final StrayResults strays;
    private final TransactionTemplate transaction;

    AnalysisEventListener(
            BatchInbox inbox,
            AnalysisProgress progress,
            OwnerEvents owners,
            ReleaseScheduler scheduler,
            StrayResults strays,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.progress = progress;
        this.owners = owners;
        this.scheduler = scheduler;
        this.strays = strays;
        this.transaction = new TransactionTemplate(transactions);
    }

    @RabbitListener(queues = AnalysisMessaging.EVENTS_QUEUE, containerFactory = BatchInbox.CONTAINERS)
    void onMessages(List<Message> messages, Channel channel) throws IOException {
        inbox.handle(messages, channel, AnalysisEvent.class, this::follow);
    }

    private void follow(List<AnalysisEvent> events) {
        Set<UUID> changed = new HashSet<>();
        transaction.executeWithoutResult(status -> {
            changed.clear();
            for (AnalysisProgress.Change change : progress.apply(events)) {
                changed.add(change.now().id());
                tell(change);
            }
        });
        strays.forget(events, changed);
    }

    private void tell(AnalysisProgress.Change change) {
        Followed now = change.now();
        owners.tell(now.organisationId(), change.audience(), AnalysisChanged.of(change.type(), now));
        if (change.ofState()) {
            log.info("event={} analysis={} attempt={}", change.type(), now.id(), now.attempt());
        }
        if (now.isOver() || change.isWait()) {
            scheduler.wakeAfterCommit();
        }
    }
}
