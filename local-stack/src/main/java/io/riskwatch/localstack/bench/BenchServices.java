package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.platform.Build;
import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.platform.ServiceEnvironment;
import io.riskwatch.localstack.platform.ServicePorts;
import io.riskwatch.localstack.platform.ServiceSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Services for a workload, on servers and ports of their own beside whatever runs: with the optimising compiler, as in a
 * container, not with the settings for a person's small machine.
 */
final class BenchServices implements AutoCloseable {

    private final Path root;
    private final Path home;
    private final TokenIssuer tokens = new TokenIssuer();
    private final ServicePorts ports = ServicePorts.free();
    private final Map<String, String> servers;
    private final List<RunningService> running = new ArrayList<>();

    /** Builds what has changed and starts the servers, with a database of marketdata-service. */
    BenchServices(Path root) {
        this(root, Service.MARKETDATA);
    }

    /**
     * Builds what has changed and starts the servers.
     *
     * @param owner whose database there is
     */
    BenchServices(Path root, Service owner) {
        this.root = root;
        this.home = root.resolve(".riskwatch/bench/run");
        new Build(root, root.resolve(".riskwatch")).run();
        this.servers = TestStack.springProperties(owner.shortName());
    }

    TokenIssuer tokens() {
        return tokens;
    }

    /** The port of Redis. */
    int redisPort() {
        return Integer.parseInt(servers.getOrDefault("spring.data.redis.port", "6379"));
    }

    /** The number of its database. */
    int redisDatabase() {
        return Integer.parseInt(servers.getOrDefault("spring.data.redis.database", "0"));
    }

    /** A connection to the database as its owner, whom row-level security does not hold. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                servers.getOrDefault("spring.datasource.url", ""),
                servers.get("spring.flyway.user"),
                servers.get("spring.flyway.password"));
    }

    /**
     * Starts a service and returns when it is healthy.
     *
     * @param variables what it is to be told beside the usual
     */
    RunningService start(Service service, Map<String, String> variables) {
        ServiceEnvironment usual = new ServiceEnvironment(
                URI.create(TokenIssuer.ISSUER), ports, ServiceSecrets.random(), "local", Map.of());
        Map<String, String> environment = new HashMap<>(usual.of(service, servers));
        environment.put("RISKWATCH_PORTFOLIO_URL", tokens.url());
        environment.putAll(variables);
        RunningService started =
                RunningService.alone(root, home, service, ports.of(service), environment, service.serverOptions());
        running.add(started);
        started.start();
        return started;
    }

    @Override
    public void close() {
        running.reversed().forEach(RunningService::stop);
        tokens.close();
    }
}
