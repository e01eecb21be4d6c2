package io.riskwatch.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A child process of this JVM. */
public final class ManagedProcess {

    private static final int SHOWN_LOG_LINES = 15;
    private static final int SHOWN_LOG_BYTES = 8 * 1024;

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

    /** Waits for its end and returns the exit code; after the limit the process with all its descendants is killed. */
    public int waitFor(Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopTree(Duration.ZERO);
        throw new StackException(launch.name() + " did not end within " + limit.toMinutes() + " minutes");
    }

    /** Asks the process and all its descendants to end, waits for as long as given, then kills what is left. */
    public void stopTree(Duration patience) {
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tree.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + patience.toNanos();
        for (ProcessHandle handle : tree) {
            try {
                handle.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                handle.destroyForcibly();
            } catch (ExecutionException e) {
                throw new StackException("Could not wait for process " + handle.pid(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                handle.destroyForcibly();
            }
        }
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
        try (RandomAccessFile log = new RandomAccessFile(launch.log().toFile(), "r")) {
            log.seek(Math.max(0, log.length() - SHOWN_LOG_BYTES));
            byte[] end = new byte[SHOWN_LOG_BYTES];
            int read = Math.max(0, log.read(end));
            List<String> lines =
                    new String(end, 0, read, StandardCharsets.UTF_8).lines().toList();
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
