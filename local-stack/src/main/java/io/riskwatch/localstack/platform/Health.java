package io.riskwatch.localstack.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether something on this machine answers. */
final class Health {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private Health() {}

    /** UP when the service says so; otherwise the reason in a few words. */
    static String ofService(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(TIMEOUT)
                .build();
        try {
            int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 ? UP : "unhealthy (" + status + ")";
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** UP when a server accepts a connection. */
    static String ofServer(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) TIMEOUT.toMillis());
            return UP;
        } catch (IOException e) {
            return "no answer";
        }
    }

    static final String UP = "UP";
}
