package io.riskwatch.localstack.platform;

import java.time.Duration;

/** Hears how the start of the services goes. */
@FunctionalInterface
public interface PlatformListener {

    /** The service is healthy. */
    void healthy(Service service, int port, Duration took);
}
