package io.riskwatch.portfolio.alert.delivery;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends something without an alert, once. */
@Service
class TestDeliveries {

    private final Deliveries deliveries;
    private final DeliveryWake wake;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TestDeliveries(Deliveries deliveries, DeliveryWake wake, Clock clock, PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.wake = wake;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param to the user of an e-mail, or the webhook */
    Delivery send(Delivery.Way way, UUID to) {
        var sent = transaction.execute(
                status -> deliveries.require(deliveries.insert(null, way, to, 1, clock.instant(), false)));
        wake.wake();
        return sent;
    }
}
