package io.riskwatch.localstack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    /** A program with threads of its own that lasts until it is killed. */
    static final class Waiting {
        public static void main(String[] arguments) throws IOException {
            for (int i = 0; i < 4; i++) {
                Thread.ofPlatform().daemon().start(() -> {
                    try {
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            System.out.println("ready");
            System.in.read();
        }
    }

    @Test
    void everyThreadOfTheProcessTakesOnlyTheTimeThatNobodyWants() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/chrt"))).isTrue();
        Path own = Path.of("/proc/self/autogroup");
        String before = Files.exists(own) ? Files.readString(own) : "";
        Process process = new ProcessBuilder(
                        "setsid",
                        Java.program(),
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            assertThat(Background.classes(process.pid())).hasSizeGreaterThan(5).doesNotContain(Background.IDLE);

            Background.send(process.pid());

            assertThat(Background.classes(process.pid())).hasSizeGreaterThan(5).containsOnly(Background.IDLE);
            if (!before.isEmpty()) {
                assertThat(Path.of("/proc", Long.toString(process.pid()), "autogroup"))
                        .content()
                        .contains("nice 10");
                assertThat(own).content().as("another session").isEqualTo(before);
            }
        } finally {
            process.destroyForcibly();
        }
        process.onExit().join();
        assertThat(Background.classes(process.pid())).isEqualTo(List.of());
        Background.send(process.pid()); // nobody is there any more
    }
}
