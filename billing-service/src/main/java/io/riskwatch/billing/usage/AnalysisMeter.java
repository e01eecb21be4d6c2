package io.riskwatch.billing.usage;

import io.riskwatch.service.tenancy.Tenancy;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Listens to the worker and counts what was done for whom. */
@Component
class AnalysisMeter {

    private final UsageRepository usage;

    AnalysisMeter(UsageRepository usage) {
        this.usage = usage;
    }

    @RabbitListener(queues = UsageQueues.COMPLETED)
    void count(AnalysisCompleted completed) {
        Tenancy.as(completed.organisationId(), (Runnable) () -> usage.record(completed));
    }
}
