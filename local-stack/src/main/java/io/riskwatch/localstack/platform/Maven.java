package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run of Maven, with this process's environment; it and all it started end with this JVM. */
final class Maven {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final ManagedProcess process;

    private Maven(ManagedProcess process) {
        this.process = process;
    }

    static Maven start(String name, Path root, List<String> arguments, Path log, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("MAVEN_OPTS", "-Xmx1g -XX:+UseSerialGC");
        environment.putAll(variables);
        ManagedProcess process =
                Supervisor.start(new Launch(name, command, environment, root, log, StopSignal.TERM, RunAs.SAME_USER));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.stopTree(STOP_PATIENCE), "stop-maven"));
        return new Maven(process);
    }

    /** Waits for its end and returns the exit code. */
    int await(Duration limit) {
        return process.waitFor(limit);
    }
}
