package io.riskwatch.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanIT {

    /** Also the proof that the servers start below a directory nobody but its owner may enter: a JUnit temporary directory is 0700. */
    @Test
    void killingTheLauncherLeavesNoServerBehind(@TempDir Path clone) throws IOException {
        assertThat(Files.getPosixFilePermissions(clone)).hasSize(3);
        Reachable.reachable(clone);
        Files.createDirectories(clone.resolve(".mvn"));
        Files.createDirectories(clone.resolve("local-stack"));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackInChild.class.getName())
                .directory(clone.toFile())
                .redirectErrorStream(true);
        builder.environment().remove(TestStack.STACK_FILE);
        Process launcher = builder.start();
        List<ProcessHandle> family;
        try (BufferedReader out = launcher.inputReader()) {
            StringBuilder said = new StringBuilder();
            String line = out.readLine();
            while (line != null && !line.startsWith("pids ")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as("the launcher said: %s", said).isNotNull();
            assertThat(Stream.of(line.split(" ")).skip(1)).hasSize(4);
            family = launcher.descendants().toList();
        } finally {
            launcher.destroyForcibly();
        }
        // four servers, the port mapper and PostgreSQL's own workers
        assertThat(family).hasSizeGreaterThan(8);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(family.stream().filter(ProcessHandle::isAlive))
                        .extracting(handle -> handle.info().commandLine())
                        .isEmpty());
    }
}
