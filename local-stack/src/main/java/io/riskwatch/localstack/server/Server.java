package io.riskwatch.localstack.server;

/** One server of the stack; drills stop, kill and start it, on the same port and data. */
public interface Server {

    /** The product's name, such as "PostgreSQL". */
    String name();

    /** Starts the server and returns when it answers. */
    void start();

    /** The version the running server itself tells. */
    String version();

    int port();

    long pid();

    boolean alive();

    /** Orderly stop; does nothing when it is not running. */
    void stop();

    /** {@code kill -9}. */
    void kill();
}
