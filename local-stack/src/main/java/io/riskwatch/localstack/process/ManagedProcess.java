package io.riskwatch.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process of this JVM. */
public final class ManagedProcess {

    private static final int SHOWN_LOG_LINES = 15;

    private final Launch launch;
    private final Process process;

    ManagedProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Asks the process to end, waits for as long as given, then kills it. */
    public void stop(Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        switch (launch.stopSignal()) {
            case TERM -> process.destroy();
            case INT -> signal("INT");
        }
        if (!await(patience)) {
            kill();
        }
    }

    /** {@code kill -9}: the process gets no chance to write anything. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** Any signal by name, such as STOP or CONT. */
    public void signal(String name) {
        Commands.run(Duration.ofSeconds(5), List.of("sh", "-c", "kill -" + name + " " + process.pid()));
    }

    /** Says why the process is not there any more, with the last lines of its log. */
    public StackException failure(String what) {
        return new StackException(
                launch.name() + " " + what + ". The end of its log (" + launch.log() + "):\n" + logTail());
    }

    private String logTail() {
        try {
            List<String> lines = new String(Files.readAllBytes(launch.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    private boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
