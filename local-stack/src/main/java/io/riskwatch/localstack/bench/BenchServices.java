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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Services for a workload, on servers and ports of their own beside whatever runs: with the optimising compiler, as in a
 * container, not with the settings for a person's small machine.
 */
final class BenchServices implements AutoCloseable {

    private static final List<String> AS_A_SERVER = List.of("-Xms256m", "-Xmx768m", "-XX:+UseSerialGC");

    private final Path root;
    private final Path home;
    private final TokenIssuer tokens = new TokenIssuer();
    private final ServicePorts ports = ServicePorts.free();
    private final Map<String, String> servers;
    private final List<RunningService> running = new ArrayList<>();

    /** Builds what has changed and starts the servers. */
    BenchServices(Path root) {
        this.root = root;
        this.home = root.resolve(".riskwatch/bench/run");
        new Build(root, root.resolve(".riskwatch")).run();
        this.servers = TestStack.springProperties(Service.MARKETDATA.shortName());
    }

    TokenIssuer tokens() {
        return tokens;
    }

    /** The port of Redis. */
    int redisPort() {
        return Integer.parseInt(servers.getOrDefault("spring.data.redis.port", "6379"));
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
        RunningService started = RunningService.alone(root, home, service, ports.of(service), environment, AS_A_SERVER);
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
