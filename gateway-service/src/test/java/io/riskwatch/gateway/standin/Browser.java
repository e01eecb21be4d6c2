package io.riskwatch.gateway.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A browser in short: a cookie jar that follows redirects by hand. */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    private final String origin;
    private final String address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    public Browser(String origin, String address) {
        this.origin = origin;
        this.address = address;
    }

    /** The same person at another gateway. */
    public Browser at(String otherOrigin) {
        Browser other = new Browser(otherOrigin, address);
        other.cookies.putAll(cookies);
        return other;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin + path))
                .timeout(PATIENCE)
                .header("X-Forwarded-For", address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return remember(HTTP.send(request, BodyHandlers.ofString()));
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenApply(this::remember);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    /** Opens an address as a person does. */
    public HttpResponse<String> visit(String path) throws IOException, InterruptedException {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build());
    }

    public HttpResponse<String> postForm(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Signs in by the button, as whoever the authorization server makes of this visitor. */
    public Browser signIn() throws IOException, InterruptedException {
        follow(get("/oauth2/authorization/riskwatch"));
        return this;
    }

    /** Follows redirects to their end. */
    public HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        HttpResponse<String> last = response;
        for (int hops = 0; last.statusCode() / 100 == 3; hops++) {
            if (hops > 8) {
                throw new IllegalStateException(
                        "redirects without end, last to " + last.headers().firstValue("Location"));
            }
            last = visit(last.request()
                    .uri()
                    .resolve(last.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return last;
    }

    public String csrf() throws IOException, InterruptedException {
        if (!cookies.containsKey("XSRF-TOKEN")) {
            get("/session");
        }
        return cookies.get("XSRF-TOKEN");
    }

    private HttpResponse<String> remember(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }
}
