package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.event.OwnerEvents;
import io.riskwatch.portfolio.messaging.Inbox;
import io.riskwatch.service.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows what the workers say, keeps the rows true and tells the owners. */
@Component
class AnalysisEventListener {

    private static final Logger log = LoggerFactory.getLogger(AnalysisEventListener.class);

    private final Inbox inbox;
    private final AnalysisProgress progress;
    private final Analyses analyses;
    private final OwnerEvents owners;
    private final ReleaseScheduler scheduler;
    private final TransactionTemplate transaction;

    AnalysisEventListener(
            Inbox inbox,
            AnalysisProgress progress,
            Analyses analyses,
            OwnerEvents owners,
            ReleaseScheduler scheduler,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.progress = progress;
        this.analyses = analyses;
        this.owners = owners;
        this.scheduler = scheduler;
        this.transaction = new TransactionTemplate(transactions);
    }

    @RabbitListener(queues = AnalysisMessaging.EVENTS_QUEUE, containerFactory = Inbox.CONTAINERS)
    void onMessage(Message message) {
        AnalysisEvent event = inbox.read(message, AnalysisEvent.class);
        Tenancy.as(
                event.organisationId(),
                () -> transaction.executeWithoutResult(status -> {
                    if (progress.apply(event)) {
                        Analysis now = analyses.require(event.analysisId());
                        owners.tell(event.organisationId(), AnalysisChanged.of(event.type(), now));
                        log.info("event={} analysis={} attempt={}", event.type(), event.analysisId(), event.attempt());
                    }
                }));
        scheduler.wake();
    }
}
