package io.riskwatch.localstack.server;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.Patience;
import io.riskwatch.localstack.process.Ports;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A private RabbitMQ node with a port mapper (epmd) of its own, so that no other node of the machine is met. */
public final class RabbitServer extends ProcessServer {

    public static final String USER = "riskwatch";

    /** The virtual host that exists from the first start. */
    public static final String VIRTUAL_HOST = "riskwatch";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(1);
    private static final int CLIENT_TIMEOUT_MS = 5000;

    private final ServerPlace place;
    private final Programs programs;
    private final String password;
    private final int epmdPort = Ports.free();
    private final int distributionPort = Ports.free();
    private @Nullable ManagedProcess epmd;

    public RabbitServer(ServerPlace place, Programs programs, String password) {
        super("RabbitMQ", place.port());
        this.place = place;
        this.programs = programs;
        this.password = password;
    }

    @Override
    ManagedProcess launch() {
        Programs.Program rabbit = programs.rabbitmqServer();
        Map<String, String> environment = environment(rabbit);
        writeConfiguration();
        if (epmd == null || !epmd.alive()) {
            // started by us rather than by the node, which would leave it behind
            epmd = Supervisor.start(new Launch(
                    "epmd",
                    List.of(programs.epmd().toString(), "-address", "127.0.0.1", "-port", Integer.toString(epmdPort)),
                    environment,
                    place.data(),
                    place.log().resolveSibling("epmd.log"),
                    StopSignal.TERM,
                    RunAs.SAME_USER));
        }
        ManagedProcess process = Supervisor.start(new Launch(
                name(),
                List.of(rabbit.path().toString()),
                environment,
                place.data(),
                place.log(),
                StopSignal.TERM,
                RunAs.SAME_USER));
        Patience.until(process, START_LIMIT, () -> {
            connect().close();
            return true;
        });
        return process;
    }

    private void writeConfiguration() {
        try {
            Files.createDirectories(place.data());
            Files.writeString(place.data().resolve("enabled_plugins"), "[].\n");
            Path file = place.data().resolve("rabbitmq.conf");
            Files.deleteIfExists(file);
            Files.createFile(file, OwnerOnly.FILE);
            Files.writeString(file, """
                    listeners.tcp.1 = 127.0.0.1:%d
                    default_user = %s
                    default_pass = %s
                    default_vhost = %s
                    loopback_users = none
                    vm_memory_high_watermark.absolute = 400MB
                    disk_free_limit.absolute = 50MB
                    log.console = true
                    log.console.level = info
                    log.file = false
                    """.formatted(place.port(), USER, password, VIRTUAL_HOST));
        } catch (IOException e) {
            throw new StackException("Could not configure RabbitMQ in " + place.data() + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> environment(Programs.Program rabbit) {
        Map<String, String> environment = new HashMap<>(rabbit.environment());
        environment.putAll(Map.of(
                "HOME", place.data().toString(), // the cookie lies there
                "RABBITMQ_NODENAME", "riskwatch@localhost",
                "RABBITMQ_CONFIG_FILE", place.data().resolve("rabbitmq.conf").toString(),
                "RABBITMQ_ENABLED_PLUGINS_FILE",
                        place.data().resolve("enabled_plugins").toString(),
                "RABBITMQ_MNESIA_BASE", place.data().resolve("mnesia").toString(),
                "RABBITMQ_LOG_BASE", place.data().resolve("log").toString(),
                "RABBITMQ_CONF_ENV_FILE", "/dev/null"));
        environment.putAll(Map.of(
                "RABBITMQ_DIST_PORT", Integer.toString(distributionPort),
                "ERL_EPMD_PORT", Integer.toString(epmdPort),
                "ERL_EPMD_ADDRESS", "127.0.0.1",
                "ERL_CRASH_DUMP_SECONDS", "0",
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 2:2 -kernel inet_dist_use_interface {127,0,0,1}",
                // the script then becomes the node, so that signals reach it, instead of standing before it
                "detached", "true"));
        return environment;
    }

    private Connection connect() throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(place.port());
        factory.setUsername(USER);
        factory.setPassword(password);
        factory.setVirtualHost(VIRTUAL_HOST);
        factory.setConnectionTimeout(CLIENT_TIMEOUT_MS);
        factory.setHandshakeTimeout(CLIENT_TIMEOUT_MS);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection("riskwatch-local-stack");
    }

    /** Makes a virtual host for the user {@value #USER}, where it does not exist. */
    public void addVirtualHost(String name) {
        String expression = """
                V = <<"%1$s">>, U = <<"%2$s">>,
                case rabbit_vhost:exists(V) of true -> ok; false -> rabbit_vhost:add(V, U) end,
                rabbit_auth_backend_internal:set_permissions(U, V, <<".*">>, <<".*">>, <<".*">>, U).""".formatted(name, USER);
        Programs.Program rabbit = programs.rabbitmqServer();
        Commands.output(
                COMMAND_LIMIT,
                List.of(rabbit.path().resolveSibling("rabbitmqctl").toString(), "eval", expression),
                environment(rabbit),
                place.data());
    }

    /** How many messages of the virtual host were delivered and not acknowledged yet. */
    public long unacknowledged(String virtualHost) {
        Programs.Program rabbit = programs.rabbitmqServer();
        return Commands.output(
                        COMMAND_LIMIT,
                        List.of(
                                rabbit.path().resolveSibling("rabbitmqctl").toString(),
                                "--quiet",
                                "--no-table-headers",
                                "list_queues",
                                "--vhost",
                                virtualHost,
                                "messages_unacknowledged"),
                        environment(rabbit),
                        place.data())
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Override
    public String version() {
        try (Connection connection = connect()) {
            Object version = connection.getServerProperties().get("version");
            return Objects.requireNonNull(version, "no version in the server's properties")
                    .toString();
        } catch (IOException | TimeoutException e) {
            throw new StackException("RabbitMQ does not tell its version: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        if (epmd != null) {
            epmd.stop(Duration.ofSeconds(2));
        }
    }
}
