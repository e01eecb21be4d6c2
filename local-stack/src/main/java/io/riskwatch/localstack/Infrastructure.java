package io.riskwatch.localstack;

import java.util.List;
import java.util.Map;

/** The servers under the services of {@code ./riskwatch up}, wherever they run. */
public sealed interface Infrastructure extends AutoCloseable
        permits LocalInfrastructure, DockerInfrastructure, ExternalInfrastructure {

    /** Services with a database of their own. */
    List<String> DATABASES = List.of("portfolio", "marketdata", "billing");

    /**
     * A running server.
     *
     * @param pid its process, or -1 where it is not ours
     */
    record Component(String name, String version, long pid, int port) {}

    /** Starts the servers, makes the services' databases and returns when all can be used. */
    void start(StackListener listener);

    /** The Spring properties that lead a service (by its short name) to the servers; known before they are started. */
    Map<String, String> connections(String service);

    List<Component> components();

    /** Deletes all data; the servers must not be running. */
    void erase();

    @Override
    void close();
}
