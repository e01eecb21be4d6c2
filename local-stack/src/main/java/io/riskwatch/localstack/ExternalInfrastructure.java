package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Servers that somebody else runs. A properties file says where: Spring properties as they are for all services
 * ({@code spring.data.redis.host}), and with the service's name before them for one ({@code portfolio.spring.datasource.url}). The
 * databases were made by {@code provisioning/service.sql}.
 */
final class ExternalInfrastructure implements Infrastructure {

    private final Properties properties = new Properties();

    ExternalInfrastructure(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new StackException(
                    "RISKWATCH_STACK=external needs RISKWATCH_STACK_PROPERTIES to name a file with the servers' addresses ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    @Override
    public void start(StackListener listener) {
        listener.ready("External servers", "as configured", 0, Duration.ZERO);
    }

    @Override
    public Map<String, String> connections(String service) {
        Map<String, String> connections = new LinkedHashMap<>();
        for (String prefix : List.of("", service + ".")) {
            for (String name : properties.stringPropertyNames()) {
                if (name.startsWith(prefix + "spring.")) {
                    connections.put(name.substring(prefix.length()), properties.getProperty(name));
                }
            }
        }
        return connections;
    }

    @Override
    public List<Component> components() {
        return List.of();
    }

    @Override
    public void erase() {
        throw new StackException("The servers are not ours, so their data are not ours to delete.");
    }

    @Override
    public void close() {
        // not ours to stop
    }
}
