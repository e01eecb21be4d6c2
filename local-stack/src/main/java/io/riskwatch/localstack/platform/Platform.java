package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Ports;
import io.riskwatch.localstack.process.StackException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The five services as processes of this JVM, on servers that somebody else started. */
public final class Platform implements AutoCloseable {

    private final Map<Service, RunningService> services = new EnumMap<>(Service.class);
    private final ServiceEnvironment environment;

    /**
     * Unpacks what is built and prepares the processes.
     *
     * @param root the clone, already built
     * @param home where unpacked archives and logs go
     * @param connections the Spring properties that lead each service to its servers
     */
    public Platform(
            Path root, Path home, ServiceEnvironment environment, Function<Service, Map<String, String>> connections) {
        this(root, home, environment, connections, Service::jvmOptions);
    }

    Platform(
            Path root,
            Path home,
            ServiceEnvironment environment,
            Function<Service, Map<String, String>> connections,
            Function<Service, List<String>> jvmOptions) {
        this.environment = environment;
        for (Service service : Service.values()) {
            int port = environment.ports().of(service);
            if (!Ports.isFree(port)) {
                throw new StackException(
                        "Port " + port + ", wanted by " + service.module()
                                + ", is in use by another program. Stop that one, or choose other ports: RISKWATCH_PORT=9080 ./riskwatch up");
            }
        }
        Map<Service, Future<Path>> archives = new EnumMap<>(Service.class);
        try (ExecutorService unpackers = Executors.newFixedThreadPool(2)) {
            for (Service service : Service.values()) {
                archives.put(
                        service,
                        unpackers.submit(
                                () -> ServiceApplication.unpacked(root, service, home.resolve("applications"))));
            }
        }
        archives.forEach((service, archive) -> services.put(
                service,
                new RunningService(
                        service,
                        result(archive),
                        environment.ports().of(service),
                        environment.of(service, connections.apply(service)),
                        jvmOptions.apply(service),
                        home.resolve("logs").resolve(service.module() + ".log"))));
    }

    /** Starts all services at once and returns when all are healthy; when one fails, all are stopped. */
    public void start(PlatformListener listener) {
        long begin = System.nanoTime();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        services.values().forEach(RunningService::launch);
        try (ExecutorService waiters = Executors.newVirtualThreadPerTaskExecutor()) {
            for (RunningService service : services.values()) {
                waiters.execute(() -> {
                    try {
                        service.awaitHealthy();
                        listener.healthy(
                                service.service(), service.port(), Duration.ofNanos(System.nanoTime() - begin));
                    } catch (RuntimeException | Error e) {
                        if (failure.compareAndSet(null, e)) {
                            close(); // ends the waiting for the others
                        }
                    }
                });
            }
        }
        Throwable first = failure.get();
        if (first != null) {
            throw first instanceof StackException known
                    ? known
                    : new StackException("A service did not start: " + first, first);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new StackException(e.getMessage() + "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the platform was starting", e);
        }
    }

    /** Where clients find the platform. */
    public URI url() {
        return environment.publicUrl();
    }

    public RunningService service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    public Collection<RunningService> services() {
        return List.copyOf(services.values());
    }

    /** A bearer token of the local demo user. */
    public String demoToken() {
        return DemoToken.fetch(url(), environment.secrets().localCli());
    }

    /** Stops the gateway first, so that no request finds half a platform, then all others at once. */
    @Override
    public void close() {
        service(Service.GATEWAY).stop();
        try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            services.values().forEach(service -> stoppers.execute(service::stop));
        }
    }
}
