package io.riskwatch.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A program that talks to the gateway with a bearer token. */
public final class ApiClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final URI gateway;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public ApiClient(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    public String token() {
        return token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** A multipart upload of one file, as a browser's form sends it. */
    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "riskwatch-" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail))));
    }

    /** Asks for an analysis and waits for its end; answers the state document. */
    public JsonNode analyse(String body, Duration within) {
        String id = post("/api/v1/analyses", body).expect(202).json().get("id").asString();
        return awaitEnd(id, within);
    }

    /** Waits until the analysis has ended, by whatever end. */
    public JsonNode awaitEnd(String analysisId, Duration within) {
        return Awaitility.await("analysis " + analysisId + " ends")
                .atMost(within)
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(java.io.UncheckedIOException.class)
                .until(
                        () -> get("/api/v1/analyses/" + analysisId).expect(200).json(),
                        state -> switch (state.get("state").asString()) {
                            case "COMPLETED", "FAILED", "CANCELLED" -> true;
                            default -> false;
                        });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, */*;q=0.5");
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    request.method() + " " + request.uri().getPath(),
                    response.statusCode(),
                    response.headers(),
                    response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
