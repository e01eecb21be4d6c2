package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.Patience;
import io.riskwatch.localstack.process.Ports;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.process.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One service as a process; drills kill it and start it again. */
public final class RunningService {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

    /** Replaces itself by the program, whose process keeps its number and its signals. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    /** While it starts; once it is healthy it goes to the {@link Background}. */
    private static final int NICENESS = 5;

    private final Service service;
    private final Path archive;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> jvmOptions;
    private final Path log;
    private volatile @Nullable ManagedProcess process;

    RunningService(
            Service service,
            Path archive,
            int port,
            Map<String, String> environment,
            List<String> jvmOptions,
            Path log) {
        this.jvmOptions = List.copyOf(jvmOptions);
        this.service = service;
        this.archive = archive;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /**
     * A service by itself, not part of a platform; its archive must have been built.
     *
     * @param root the clone
     * @param home where unpacked archives and logs go
     * @param environment all its variables
     * @param jvmOptions instead of those for a person's own machine
     */
    public static RunningService alone(
            Path root, Path home, Service service, int port, Map<String, String> environment, List<String> jvmOptions) {
        return new RunningService(
                service,
                ServiceApplication.unpacked(root, service, home.resolve("applications")),
                port,
                environment,
                jvmOptions,
                home.resolve("logs").resolve(service.module() + ".log"));
    }

    /**
     * Another process of the same service, which shares its work; not started yet.
     *
     * @param number tells its log from the others'
     */
    public RunningService twin(int number) {
        int free = Ports.free();
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("SERVER_PORT", Integer.toString(free));
        return new RunningService(
                service,
                archive,
                free,
                changed,
                jvmOptions,
                log.resolveSibling(service.module() + "-" + number + ".log"));
    }

    public Service service() {
        return service;
    }

    public int port() {
        return port;
    }

    public long pid() {
        ManagedProcess started = process;
        return started == null ? -1 : started.pid();
    }

    public boolean alive() {
        ManagedProcess started = process;
        return started != null && started.alive();
    }

    /** Whether it answers that it is healthy. */
    public boolean healthy() {
        return alive() && Health.ofService(port).equals(Health.UP);
    }

    public Path log() {
        return log;
    }

    /** Starts the process, unless it runs, and returns at once. */
    public synchronized void launch() {
        if (alive()) {
            return;
        }
        process = Supervisor.start(new Launch(
                service.module(), command(), environment, Path.of("/"), log, StopSignal.TERM, RunAs.SAME_USER));
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        if (service.standsBack() && Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", Integer.toString(NICENESS)));
        }
        command.add(Java.program());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-jar",
                archive.toString()));
        return command;
    }

    /** Returns when the service is healthy. */
    void awaitHealthy() {
        ManagedProcess started = process;
        if (started == null) {
            throw new IllegalStateException(service.module() + " was not launched");
        }
        Patience.until(started, START_LIMIT, () -> {
            String health = Health.ofService(port);
            if (!health.equals(Health.UP)) {
                throw new StackException(health);
            }
            return true;
        });
        if (service.standsBack()) {
            Background.send(started.pid());
        }
    }

    /** Starts it again after a kill or a stop, and returns when it is healthy. */
    public void start() {
        launch();
        awaitHealthy();
    }

    /** Orderly stop: what runs may finish. */
    public void stop() {
        ManagedProcess started = process;
        if (started != null) {
            started.stop(STOP_LIMIT);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        ManagedProcess started = process;
        if (started != null) {
            started.kill();
        }
    }

    /** A signal by name, such as STOP and CONT for a process that hangs. */
    public void signal(String name) {
        ManagedProcess started = process;
        if (started != null) {
            started.signal(name);
        }
    }
}
