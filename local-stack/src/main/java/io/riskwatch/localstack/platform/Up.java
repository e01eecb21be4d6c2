package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.Infrastructure;
import io.riskwatch.localstack.Infrastructures;
import io.riskwatch.localstack.SecretStore;
import io.riskwatch.localstack.StackListener;
import io.riskwatch.localstack.control.ControlServer;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.replay.ReplayCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** {@code ./riskwatch up}: from sources to an address, and everything down again at Ctrl-C. */
final class Up {

    private static final Duration WATCH_PERIOD = Duration.ofSeconds(1);

    private final Path root;
    private final Path home;
    private final Map<String, String> variables;
    private final SecretStore secrets;
    private final boolean demoClients;
    private volatile @Nullable Infrastructure infrastructure;
    private volatile @Nullable Platform platform;
    private volatile boolean stopping;

    /** @param demoClients whether the demo user gets an adviser's book */
    Up(Path root, Path home, Map<String, String> variables, boolean demoClients) {
        this.demoClients = demoClients;
        this.root = root;
        this.home = home;
        this.variables = variables;
        this.secrets = new SecretStore(home.resolve("secrets"));
    }

    static Path stateFile(Path home) {
        return home.resolve("run/platform.properties");
    }

    int run() {
        long begin = System.nanoTime();
        try {
            Files.createDirectories(home.resolve("run"));
            // held by the file system for as long as this process lives, so a killed launcher leaves no stale lock
            try (FileChannel channel = FileChannel.open(
                            home.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return running();
                }
                Files.deleteIfExists(stateFile(home));
                Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
                start(begin);
                return watch();
            }
        } catch (IOException e) {
            throw new StackException("Could not write below " + home + ": " + e.getMessage(), e);
        }
    }

    /** Somebody else's launcher holds the lock. */
    private int running() {
        RunState state = RunState.read(stateFile(home)).orElse(null);
        if (state == null) {
            Console.say("Riskwatch is being started already, in another terminal.");
            return 1;
        }
        if (demoClients) {
            return loadDemoClients(state.url()) ? 0 : 1;
        }
        Console.say("Riskwatch is running already, at " + state.url()
                + ". ./riskwatch status tells how it does, ./riskwatch down stops it.");
        return 1;
    }

    private void start(long begin) {
        Set<String> built = new Build(root, home).run();
        Console.done("build", since(begin), built.isEmpty() ? "nothing has changed" : String.join(", ", built));

        Infrastructure servers = Infrastructures.choose(root, home, secrets, variables);
        infrastructure = servers;
        CompletableFuture<Void> serversUp = CompletableFuture.runAsync(() -> servers.start(listener()));
        int port = Integer.parseInt(variables.getOrDefault("RISKWATCH_PORT", "8080"));
        ServiceEnvironment environment = new ServiceEnvironment(
                URI.create(variables.getOrDefault("RISKWATCH_PUBLIC_URL", "http://localhost:" + port)),
                ServicePorts.from(port),
                ServiceSecrets.of(secrets),
                "local",
                variables);
        Platform services = new Platform(root, home, environment, service -> servers.connections(service.shortName()));
        await(serversUp);
        platform = services;
        services.start((service, servicePort, took) ->
                Console.done(service.module(), took, "http://127.0.0.1:" + servicePort));
        ControlServer control = new ControlServer(
                secrets.get("control"),
                Map.of(
                        "restart",
                        this::restart,
                        "replay",
                        words -> ReplayCommand.obey(servers.connections(Service.PORTFOLIO.shortName()), words)));
        writeState(servers, services, control);
        if (demoClients) {
            loadDemoClients(services.url());
        }
        Console.say("");
        Console.say("Riskwatch is ready after " + since(begin).toSeconds() + " s:  " + services.url());
        Console.say("Stop it with Ctrl-C here or ./riskwatch down in another terminal. Your data stay in .riskwatch.");
    }

    /** The platform is of use without them, so that it stays up when they cannot be loaded. */
    private boolean loadDemoClients(URI url) {
        long begin = System.nanoTime();
        try {
            DemoClients.Loaded loaded = new DemoClients(
                            new GatewayClient(url, DemoToken.fetch(url, secrets.get("local-cli"))))
                    .load(DemoClient.book());
            Console.done(
                    "demo clients",
                    since(begin),
                    "%d made, %d positions booked, %d loans set"
                            .formatted(loaded.clients(), loaded.positions(), loaded.loans()));
            return true;
        } catch (StackException e) {
            Console.say("  !!  demo clients: " + e.getMessage());
            return false;
        }
    }

    private static StackListener listener() {
        return new StackListener() {
            @Override
            public void ready(String server, String version, int port, Duration took) {
                Console.done(server, took, version + (port == 0 ? "" : ", 127.0.0.1:" + port));
            }

            @Override
            public void progress(String server, String what) {
                Console.say("  ..  " + server + ": " + what);
            }
        };
    }

    private static void await(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private String restart(String name) {
        Platform services = platform;
        Infrastructure servers = infrastructure;
        RunState state = RunState.read(stateFile(home)).orElseThrow(() -> new StackException("not started yet"));
        if (services == null || servers == null) {
            throw new StackException("not started yet");
        }
        RunningService service = Arrays.stream(Service.values())
                .filter(candidate -> candidate.module().equals(name))
                .findFirst()
                .map(services::service)
                .orElseThrow(() -> new StackException("There is no service \"" + name + "\"; the services are "
                        + String.join(
                                ", ",
                                Arrays.stream(Service.values())
                                        .map(Service::module)
                                        .toList())));
        long begin = System.nanoTime();
        service.stop();
        service.start();
        new RunState(state.launcher(), state.url(), state.control(), components(servers, services))
                .write(stateFile(home));
        return name + " is healthy again after " + since(begin).toSeconds() + " s (pid " + service.pid() + ")";
    }

    private void writeState(Infrastructure servers, Platform services, ControlServer control) {
        new RunState(ProcessHandle.current().pid(), services.url(), control.address(), components(servers, services))
                .write(stateFile(home));
    }

    private static List<RunState.Component> components(Infrastructure servers, Platform services) {
        List<RunState.Component> components = new ArrayList<>();
        servers.components()
                .forEach(server -> components.add(
                        new RunState.Component(server.name(), server.version(), server.pid(), server.port(), false)));
        services.services()
                .forEach(service -> components.add(
                        new RunState.Component(service.service().module(), "", service.pid(), service.port(), true)));
        return components;
    }

    /** Until it is stopped, says once of each service that has ended by itself. */
    private int watch() {
        Set<Long> told = new HashSet<>();
        Platform services = platform;
        while (services != null && !stopping) {
            for (RunningService service : services.services()) {
                if (!service.alive() && !stopping && told.add(service.pid())) {
                    Console.say(service.service().module() + " has ended (pid " + service.pid() + "). ./riskwatch logs "
                            + service.service().module() + " may say why; ./riskwatch restart "
                            + service.service().module() + " starts it again.");
                }
            }
            try {
                Thread.sleep(WATCH_PERIOD);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
        return 0;
    }

    private void stop() {
        stopping = true;
        Platform services = platform;
        Infrastructure servers = infrastructure;
        if (services != null || servers != null) {
            Console.say("Stopping ...");
        }
        try {
            if (services != null) {
                services.close();
            }
        } finally {
            if (servers != null) {
                servers.close();
            }
            stateFile(home).toFile().delete();
        }
        Console.say("Stopped.");
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
