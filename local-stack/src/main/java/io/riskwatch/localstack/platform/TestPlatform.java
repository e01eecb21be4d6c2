package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.RepositoryRoot;
import io.riskwatch.localstack.TestStack;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The platform for system tests: the built services on the test servers, on free ports and fresh databases, beside whatever the person
 * at the machine runs.
 */
public final class TestPlatform implements AutoCloseable {

    private final Platform platform;
    private final Map<Service, Map<String, String>> connections;

    private TestPlatform(Platform platform, Map<Service, Map<String, String>> connections) {
        this.platform = platform;
        this.connections = connections;
    }

    /** Starts all services and returns when all are healthy. */
    public static TestPlatform start() {
        return start(UnaryOperator.identity());
    }

    /**
     * As {@link #start()}, but each service is given the properties that the detour makes of those that lead straight to the servers.
     */
    public static TestPlatform start(UnaryOperator<Map<String, String>> detour) {
        return start(detour, Service::jvmOptions);
    }

    /** As {@link #start()}, with the room and the compiler that services have on servers: for measuring. */
    public static TestPlatform startAsServers() {
        return start(UnaryOperator.identity(), Service::serverOptions);
    }

    private static TestPlatform start(
            UnaryOperator<Map<String, String>> detour, Function<Service, List<String>> jvmOptions) {
        Path root = RepositoryRoot.find();
        Path home = root.resolve(".riskwatch/test/platform");
        ServicePorts ports = ServicePorts.free();
        Map<Service, Map<String, String>> connections = freshConnections();
        ServiceEnvironment environment = new ServiceEnvironment(
                URI.create("http://localhost:" + ports.of(Service.GATEWAY)),
                ports,
                ServiceSecrets.random(),
                "local",
                Map.of());
        Platform platform = new Platform(
                root,
                home,
                environment,
                service -> detour.apply(connections.getOrDefault(service, Map.of())),
                jvmOptions);
        platform.start((service, port, took) ->
                System.out.printf("%s is healthy after %d ms%n", service.module(), took.toMillis()));
        return new TestPlatform(platform, connections);
    }

    /** All share Redis, RabbitMQ and MongoDB, as the services of one platform do; each has its own PostgreSQL database. */
    private static Map<Service, Map<String, String>> freshConnections() {
        Map<String, String> shared = TestStack.springProperties(Service.PORTFOLIO.shortName());
        Map<Service, Map<String, String>> connections = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Map<String, String> own = new HashMap<>(shared);
            if (service != Service.PORTFOLIO && service.needs().contains(Service.Need.DATABASE)) {
                TestStack.springProperties(service.shortName()).forEach((property, value) -> {
                    if (Service.Need.DATABASE.covers(property)) {
                        own.put(property, value);
                    }
                });
            }
            connections.put(service, own);
        }
        return connections;
    }

    public Platform platform() {
        return platform;
    }

    /** The Spring properties that lead straight to a service's servers, for a look into its data. */
    public Map<String, String> connections(Service service) {
        return Map.copyOf(connections.getOrDefault(service, Map.of()));
    }

    @Override
    public void close() {
        platform.close();
    }
}
