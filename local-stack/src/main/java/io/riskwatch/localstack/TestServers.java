package io.riskwatch.localstack;

import io.riskwatch.localstack.server.Server;
import java.util.List;
import java.util.Map;

/** Servers that tests may use and disturb. */
sealed interface TestServers permits OwnTestServers, SharedTestServers {

    /** Makes a fresh set of databases for the service and returns the Spring properties that lead there. */
    Map<String, String> fresh(String service);

    List<Server> servers();

    /** Messages of the virtual host that were delivered and not acknowledged yet. */
    long unacknowledged(String virtualHost);
}
