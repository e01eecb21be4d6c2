package io.riskwatch.marketdata.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the gateway's and the services' connection pools rely on: a connection that is kept answers whatever is asked on it. */
class KeptConnectionIT extends MarketdataIT {
    private static final int PATIENCE_MS = 60_000;
    private static final int CONNECTIONS = 6;
    private static final int ROUNDS = 60;
    private static final List<String> PATHS = List.of(
            "/actuator/health/liveness",
            "/api/v1/quotes?symbols=ORBX",
            "/api/v1/instruments/ORBX",
            "/api/v1/instruments/GONE",
            "/actuator/gone");

    private final byte[] token = TOKENS.member(ORGANISATION).getBytes(StandardCharsets.US_ASCII);

    /** A pool sends the next request as soon as the last answer is read, when the server may not have put it away yet. */
    @Test
    void requestsOnTheHeelsOfTheLastAnswerAreAllAnswered() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> connections = IntStream.range(0, CONNECTIONS)
                    .mapToObj(number -> pool.submit(this::answersOnOneConnection))
                    .toList();
            for (Future<Integer> answers : connections) {
                assertThat(answers.get()).isEqualTo(ROUNDS * PATHS.size());
            }
        }
    }

    private int answersOnOneConnection() throws IOException {
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

    private byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + new String(token, StandardCharsets.US_ASCII) + "\r\n\r\n")
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
                throw new EOFException("the service closed the connection after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
