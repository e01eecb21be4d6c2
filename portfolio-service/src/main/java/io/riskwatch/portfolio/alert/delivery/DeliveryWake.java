package io.riskwatch.portfolio.alert.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Rings when there may be something to send, so that it need not wait for the next look. */
@Component
class DeliveryWake {

    private final Semaphore bell = new Semaphore(0);

    void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Waits until it rings, and no longer than given. */
    void await(Duration longest) throws InterruptedException {
        if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
