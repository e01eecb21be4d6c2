package io.riskwatch.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts child processes that the kernel ends when this JVM ends, even by {@code kill -9}. The parent-death signal fires when the
 * starting <em>thread</em> ends, so all children are started by one thread that lives as long as the JVM.
 */
public final class Supervisor {

    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("process-starter").factory());

    private static final List<String> INHERITED = List.of(
            "PATH",
            "HOME",
            "USER",
            "TMPDIR",
            "TZ",
            "DOCKER_HOST",
            "DOCKER_CONTEXT",
            "http_proxy",
            "https_proxy",
            "no_proxy");

    private Supervisor() {}

    /** Runs the program; it is alive when this returns, though perhaps not ready. */
    public static ManagedProcess start(Launch launch) {
        try {
            return STARTER.submit(() -> launchNow(launch)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while starting " + launch.name(), e);
        } catch (ExecutionException e) {
            String reason = e.getCause() == null ? e.toString() : e.getCause().getMessage();
            throw new StackException("Could not start " + launch.name() + ": " + reason, e.getCause());
        }
    }

    private static ManagedProcess launchNow(Launch launch) throws IOException {
        keepPreviousLog(launch.log());
        List<String> command = launch.runAs().command(launch.stopSignal(), launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile());
        setEnvironment(builder.environment(), launch.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return new ManagedProcess(launch, process);
    }

    private static void keepPreviousLog(Path log) throws IOException {
        Path folder = log.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void setEnvironment(Map<String, String> environment, Map<String, String> wanted) {
        Map<String, String> inherited = Map.copyOf(environment);
        environment.clear();
        for (String name : INHERITED) {
            String value = inherited.get(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("LANG", "C.UTF-8");
        environment.putAll(wanted);
    }
}
