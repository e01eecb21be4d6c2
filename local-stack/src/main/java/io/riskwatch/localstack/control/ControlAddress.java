package io.riskwatch.localstack.control;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Where a {@link ControlServer} listens.
 *
 * @param port on 127.0.0.1
 * @param secret what it wants to hear first
 */
public record ControlAddress(int port, String secret) {

    private static final int CONNECT_TIMEOUT_MS = 2000;
    private static final int ANSWER_TIMEOUT_MS = 180_000;

    /** Sends a command and returns the answer's text; a refusal is an exception with the server's words. */
    public String ask(String verb, String argument) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MS);
            socket.setSoTimeout(ANSWER_TIMEOUT_MS);
            socket.getOutputStream()
                    .write((secret + "\n" + verb + "\n" + argument + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.startsWith("ok\n")) {
                return answer.substring("ok\n".length());
            }
            throw new StackException(answer.startsWith("error\n") ? answer.substring("error\n".length()) : "no answer");
        } catch (IOException e) {
            throw new StackException("Nobody answers on control port " + port + ": " + e.getMessage(), e);
        }
    }
}
