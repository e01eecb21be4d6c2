package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of the browser tests and benches: the system's, which root may install. */
public final class Chromium {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String COMMAND = "apt-get install -y --no-install-recommends chromium";

    private Chromium() {}

    /** The path of an installed one, installed first where that is possible. */
    public static Path find() {
        return installed().orElseGet(Chromium::install);
    }

    private static Optional<Path> installed() {
        return Programs.installed("chromium")
                .or(() -> Programs.installed("chromium-browser"))
                .or(() -> Programs.installed("google-chrome"));
    }

    private static Path install() {
        boolean root = "0"
                .equals(Commands.run(Duration.ofSeconds(5), List.of("id", "-u")).output());
        if (!root || Programs.installed("apt-get").isEmpty()) {
            throw new StackException("The browser tests need Chromium, which is missing.\n  " + COMMAND);
        }
        Console.say("  ..  Chromium is missing; " + COMMAND);
        Map<String, String> environment = Map.of("DEBIAN_FRONTEND", "noninteractive");
        Commands.output(
                LIMIT,
                List.of("sh", "-c", COMMAND + " || (apt-get update && " + COMMAND + ")"),
                environment,
                Path.of("/"));
        return installed().orElseThrow(() -> new StackException("Chromium was installed and is still not found."));
    }
}
