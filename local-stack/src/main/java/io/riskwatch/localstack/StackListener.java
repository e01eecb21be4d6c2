package io.riskwatch.localstack;

import java.time.Duration;

/** Hears how the start of the servers goes. */
public interface StackListener {

    /** The server answers. */
    void ready(String server, String version, int port, Duration took);

    /** Something worth telling while a server is prepared, such as a download. */
    default void progress(String server, String what) {}

    /** A listener that tells nobody. */
    static StackListener silent() {
        return (server, version, port, took) -> {};
    }
}
