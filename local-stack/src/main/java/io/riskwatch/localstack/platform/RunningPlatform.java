package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.SecretStore;
import io.riskwatch.localstack.process.StackException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The platform that {@code ./riskwatch up} started, seen from another terminal; every part of it was healthy when it was
 * looked for.
 *
 * @param url the gateway's address
 * @param services their processes by name
 * @param redisPort where Redis listens
 * @param home where it keeps its data
 */
public record RunningPlatform(URI url, Map<String, Long> services, int redisPort, Path home) {

    public RunningPlatform {
        services = Map.copyOf(services);
    }

    /** The running platform; refuses, in words that begin as given, when it or a part of it is not well. */
    public static RunningPlatform find(Path home, String refusal) {
        RunState state = RunState.read(Up.stateFile(home))
                .orElseThrow(
                        () -> new StackException(refusal + ": Riskwatch is not running. ./riskwatch up starts it."));
        List<String> failed = Status.of(state).stream()
                .filter(finding -> !finding.good())
                .map(finding -> finding.component().name() + " (" + finding.health() + ")")
                .toList();
        if (!failed.isEmpty()) {
            throw new StackException(
                    refusal + ": not healthy: " + String.join(", ", failed) + ". See ./riskwatch status.");
        }
        Map<String, Long> services = new LinkedHashMap<>();
        state.components().stream()
                .filter(RunState.Component::service)
                .forEach(component -> services.put(component.name(), component.pid()));
        int redis = state.components().stream()
                .filter(component -> component.name().equals("Redis"))
                .findFirst()
                .orElseThrow(() -> new StackException(refusal + ": Riskwatch runs without a Redis."))
                .port();
        return new RunningPlatform(state.url(), services, redis, home);
    }

    /** A bearer token of the local demo user. */
    public String demoToken() {
        return DemoToken.fetch(url, new SecretStore(home.resolve("secrets")).get("local-cli"));
    }
}
