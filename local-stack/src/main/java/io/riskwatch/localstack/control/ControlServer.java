package io.riskwatch.localstack.control;

import io.riskwatch.localstack.process.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Answers commands on a port of 127.0.0.1. One request per connection: the secret, the verb and its argument on a line each; the answer
 * is {@code ok} or {@code error} on a line, then text to the end.
 */
public final class ControlServer implements AutoCloseable {

    private static final int READ_TIMEOUT_MS = 5000;

    private final ServerSocket socket;
    private final ControlAddress address;
    private final Map<String, UnaryOperator<String>> verbs;

    /** Listens from now on, in a daemon thread. */
    public ControlServer(String secret, Map<String, UnaryOperator<String>> verbs) {
        try {
            this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new StackException("Could not open a control port: " + e.getMessage(), e);
        }
        this.verbs = Map.copyOf(verbs);
        this.address = new ControlAddress(socket.getLocalPort(), secret);
        Thread.ofPlatform().daemon().name("control").start(this::serve);
    }

    public ControlAddress address() {
        return address;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.err.println("Control port: " + e.getMessage());
                }
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            client.setSoTimeout(READ_TIMEOUT_MS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            String secret = in.readLine();
            String verb = in.readLine();
            String argument = in.readLine();
            String reply = secret == null || verb == null || argument == null || !isOurs(secret)
                    ? "error\nrefused"
                    : obey(verb, argument);
            client.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.err.println("Control port: a client went away: " + e.getMessage());
        }
    }

    private boolean isOurs(String secret) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), address.secret().getBytes(StandardCharsets.UTF_8));
    }

    private String obey(String verb, String argument) {
        UnaryOperator<String> action = verbs.get(verb);
        if (action == null) {
            return "error\nunknown command " + verb;
        }
        try {
            return "ok\n" + action.apply(argument);
        } catch (RuntimeException e) {
            return "error\n" + e.getMessage();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackException("Could not close the control port", e);
        }
    }
}
