package io.riskwatch.localstack;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers of docker-compose.yml, with ports published on 127.0.0.1; the services still run as processes. */
final class DockerInfrastructure implements Infrastructure {

    private static final List<String> SERVERS = List.of("postgres", "redis", "rabbitmq", "mongodb");
    private static final Duration PULL_AND_START = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(20);

    private final Path root;
    private final SecretStore secrets;
    private final StackPorts ports;

    DockerInfrastructure(Path root, SecretStore secrets) {
        this.root = root;
        this.secrets = secrets;
        this.ports = new StackPorts(25432, 26379, 25672, 27018);
    }

    /** Whether a daemon answers and knows compose; a client alone says nothing. */
    static boolean daemonAnswers() {
        try {
            return Commands.run(SHORT, List.of("docker", "info")).ok()
                    && Commands.run(SHORT, List.of("docker", "compose", "version"))
                            .ok();
        } catch (StackException e) {
            return false; // no client at all
        }
    }

    @Override
    public void start(StackListener listener) {
        long begin = System.nanoTime();
        List<String> up = new ArrayList<>(List.of("up", "--detach", "--wait"));
        up.addAll(SERVERS);
        compose(PULL_AND_START, up);
        listener.ready("Containers", String.join(", ", SERVERS), 0, Duration.ofNanos(System.nanoTime() - begin));
    }

    private String compose(Duration limit, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(arguments);
        return Commands.output(limit, command, environment(), root);
    }

    /** What docker-compose.yml asks for. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("RISKWATCH_POSTGRES_PASSWORD", secrets.get("postgres-superuser"));
        environment.put("RISKWATCH_POSTGRES_OWNER_PASSWORD", secrets.get("postgres-owner"));
        environment.put("RISKWATCH_POSTGRES_APP_PASSWORD", secrets.get("postgres-app"));
        environment.put("RISKWATCH_RABBITMQ_PASSWORD", secrets.get("rabbitmq"));
        environment.put("RISKWATCH_MONGODB_PASSWORD", secrets.get("mongodb"));
        for (String name : List.of("gateway", "worker", "local-cli", "key")) {
            environment.put(
                    "RISKWATCH_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_SECRET",
                    secrets.get(name));
        }
        environment.put("RISKWATCH_POSTGRES_PORT", Integer.toString(ports.postgres()));
        environment.put("RISKWATCH_REDIS_PORT", Integer.toString(ports.redis()));
        environment.put("RISKWATCH_RABBITMQ_PORT", Integer.toString(ports.rabbit()));
        environment.put("RISKWATCH_MONGODB_PORT", Integer.toString(ports.mongo()));
        return environment;
    }

    @Override
    public Map<String, String> connections(String service) {
        String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service;
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", service + "_app");
        properties.put("spring.datasource.password", secrets.get("postgres-app"));
        properties.put("spring.flyway.url", url);
        properties.put("spring.flyway.user", service + "_owner");
        properties.put("spring.flyway.password", secrets.get("postgres-owner"));
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", Integer.toString(ports.redis()));
        properties.put("spring.rabbitmq.host", "127.0.0.1");
        properties.put("spring.rabbitmq.port", Integer.toString(ports.rabbit()));
        properties.put("spring.rabbitmq.username", "riskwatch");
        properties.put("spring.rabbitmq.password", secrets.get("rabbitmq"));
        properties.put("spring.rabbitmq.virtual-host", "riskwatch");
        properties.put(
                "spring.mongodb.uri",
                "mongodb://riskwatch:" + secrets.get("mongodb") + "@127.0.0.1:" + ports.mongo()
                        + "/riskwatch?authSource=admin");
        return properties;
    }

    @Override
    public List<Component> components() {
        return List.of(
                new Component("PostgreSQL", "container", -1, ports.postgres()),
                new Component("Redis", "container", -1, ports.redis()),
                new Component("RabbitMQ", "container", -1, ports.rabbit()),
                new Component("MongoDB", "container", -1, ports.mongo()));
    }

    @Override
    public void erase() {
        compose(Duration.ofMinutes(2), List.of("down", "--volumes"));
    }

    @Override
    public void close() {
        List<String> stop = new ArrayList<>(List.of("stop"));
        stop.addAll(SERVERS);
        compose(Duration.ofMinutes(2), stop);
    }
}
