package io.riskwatch.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What browsers rely on: a connection that is kept answers whatever is asked on it. */
class KeptConnectionIT extends GatewayIT {

    private static final int PATIENCE_MS = 10_000;
    private static final int CONNECTIONS = 6;
    private static final int ROUNDS = 100;
    private static final List<String> PATHS = List.of(
            "/", "/assets/app-Ab12Cd34.js", "/assets/app-Gone1234.js", "/favicon-test.svg", "/session", "/robots.gone");

    /** A browser asks again as soon as it has read an answer, when the server may not have put it away yet. */
    @Test
    void requestsOnTheHeelsOfTheLastAnswerAreAllAnswered() throws Exception {
        int port = URI.create(ORIGIN).getPort();
        try (ExecutorService browser = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> connections = IntStream.range(0, CONNECTIONS)
                    .mapToObj(number -> browser.submit(() -> answersOnOneConnection(port)))
                    .toList();
            for (Future<Integer> answers : connections) {
                assertThat(answers.get()).isEqualTo(ROUNDS * PATHS.size());
            }
        }
    }

    private static int answersOnOneConnection(int port) throws IOException {
        int answered = 0;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : PATHS) {
                    socket.getOutputStream().write(request(path));
                    try {
                        assertThat(status(answers))
                                .as(path)
                                .isEqualTo(path.toLowerCase(Locale.ROOT).contains("gone") ? 404 : 200);
                    } catch (SocketTimeoutException e) {
                        throw new AssertionError("no answer to " + path + " after " + answered + " answers", e);
                    }
                    answered++;
                }
            }
        }
        return answered;
    }

    private static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.9.9.9\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads one answer whole. */
    private static int status(InputStream answers) throws IOException {
        int status = Integer.parseInt(line(answers).split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            String[] pair = header.toLowerCase(Locale.ROOT).split(": ", 2);
            if (pair[0].equals("content-length")) {
                length = Integer.parseInt(pair[1]);
            }
            chunked |= pair[0].equals("transfer-encoding");
        }
        answers.skipNBytes(length);
        if (chunked) {
            int chunk;
            do {
                chunk = Integer.parseInt(line(answers), 16);
                answers.skipNBytes(chunk);
                line(answers);
            } while (chunk > 0);
        }
        return status;
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("the gateway closed the connection after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
