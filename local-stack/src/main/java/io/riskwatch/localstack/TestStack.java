package io.riskwatch.localstack;

import io.riskwatch.localstack.server.Server;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Real servers for integration tests: those of the running {@code ./riskwatch test} (environment variable
 * {@value #STACK_FILE}), else servers of this JVM's own, started at the first call.
 */
public final class TestStack {

    /** Names the file through which {@code ./riskwatch test} lends its servers to the test JVMs. */
    public static final String STACK_FILE = "RISKWATCH_STACK_FILE";

    private TestStack() {}

    /**
     * Spring properties that point the service at these servers, with a database, a Redis index, a virtual host and a MongoDB database
     * that nobody else has: every call makes fresh ones.
     */
    public static Map<String, String> springProperties(String service) {
        return Running.SERVERS.fresh(service);
    }

    /**
     * Starts servers in this JVM and lends them, until it ends, to every process that is given the file.
     *
     * @return the servers and their versions, in words
     */
    public static String lend(Path file, StackListener listener) {
        OwnTestServers servers = OwnTestServers.start(listener);
        SharedTestServers.lend(servers, file);
        return describe(servers);
    }

    /** Drill handle: stop, kill and start it again, on the same port and data. */
    public static Server postgres() {
        return server("PostgreSQL");
    }

    /** Drill handle, see {@link #postgres()}. */
    public static Server redis() {
        return server("Redis");
    }

    /** Drill handle, see {@link #postgres()}. */
    public static Server rabbit() {
        return server("RabbitMQ");
    }

    /** Drill handle, see {@link #postgres()}; the stand-in may lose its last second of writes when killed. */
    public static Server mongo() {
        return server("MongoDB");
    }

    /** How many messages of a virtual host were delivered by the broker and not acknowledged yet. */
    public static long unacknowledged(String virtualHost) {
        return Running.SERVERS.unacknowledged(virtualHost);
    }

    private static Server server(String name) {
        return Running.SERVERS.servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Holder: the servers start when the first test asks for them. */
    private static final class Running {
        static final TestServers SERVERS = start();

        private static TestServers start() {
            String file = System.getenv(STACK_FILE);
            TestServers servers =
                    file == null || file.isBlank() ? OwnTestServers.start() : SharedTestServers.of(Path.of(file));
            System.out.println("Integration tests run on " + describe(servers));
            return servers;
        }
    }

    static String describe(TestServers servers) {
        return servers.servers().stream()
                .map(server -> server.name() + " " + server.version())
                .collect(Collectors.joining(", "));
    }
}
