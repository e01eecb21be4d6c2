package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import java.nio.file.Path;
import java.util.Map;

/** Chooses where the servers run: what {@code RISKWATCH_STACK} says, else containers where a Docker daemon answers, else here. */
public final class Infrastructures {

    private Infrastructures() {}

    public static Infrastructure choose(Path root, Path home, SecretStore secrets, Map<String, String> environment) {
        String wanted = environment.getOrDefault("RISKWATCH_STACK", "");
        return switch (wanted) {
            case "docker" -> new DockerInfrastructure(root, secrets);
            case "local" -> new LocalInfrastructure(home, secrets);
            case "external" ->
                new ExternalInfrastructure(Path.of(environment.getOrDefault("RISKWATCH_STACK_PROPERTIES", "")));
            case "" ->
                DockerInfrastructure.daemonAnswers()
                        ? new DockerInfrastructure(root, secrets)
                        : new LocalInfrastructure(home, secrets);
            default ->
                throw new StackException("RISKWATCH_STACK must be docker, local or external, was \"" + wanted + "\"");
        };
    }
}
