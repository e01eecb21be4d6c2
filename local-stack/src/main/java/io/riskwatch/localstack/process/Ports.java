package io.riskwatch.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on 127.0.0.1. */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /**
     * Some port that nobody listens on now, below those that the system gives to outgoing connections: one of these could take it
     * before the server does.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(1_000, LOWEST, HIGHEST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new StackException("No free TCP port on 127.0.0.1"));
    }

    /** The wanted port where nobody listens on it, else some free one. */
    public static int preferring(int wanted) {
        return isFree(wanted) ? wanted : free();
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
