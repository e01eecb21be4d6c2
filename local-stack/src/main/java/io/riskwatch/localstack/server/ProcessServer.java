package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.ManagedProcess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that is one child process of ours. */
abstract class ProcessServer implements Server {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private volatile @Nullable ManagedProcess process;

    ProcessServer(String name, int port) {
        this.name = name;
        this.port = port;
    }

    /** Launches the process and returns it when it answers. */
    abstract ManagedProcess launch();

    @Override
    public final synchronized void start() {
        if (!alive()) {
            process = launch();
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final long pid() {
        ManagedProcess started = process;
        return started == null ? -1 : started.pid();
    }

    @Override
    public final boolean alive() {
        ManagedProcess started = process;
        return started != null && started.alive();
    }

    @Override
    public synchronized void stop() {
        ManagedProcess started = process;
        if (started != null) {
            started.stop(STOP_LIMIT);
        }
    }

    @Override
    public final synchronized void kill() {
        ManagedProcess started = process;
        if (started != null) {
            started.kill();
        }
    }
}
