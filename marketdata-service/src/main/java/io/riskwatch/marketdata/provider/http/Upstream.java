package io.riskwatch.marketdata.provider.http;

import io.riskwatch.marketdata.provider.ProviderError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One question over HTTP: a second to connect, a few for the whole answer, a bound on its size, no redirects. */
public final class Upstream {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int LARGEST = 8 << 20;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Duration timeout;
    private final Clock clock;

    public Upstream(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    public Reply get(URI address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
        request.header("Accept", "application/json");
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request.build(),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answered(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Reply.Lost(new ProviderError.Upstream("no answer within " + timeout), true);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Lost(new ProviderError.Upstream("interrupted"), true);
        } catch (ExecutionException e) {
            return lost(e);
        }
    }

    /** The words of an exception may hold the address and with it a key: only its kind is told. */
    private static Reply lost(ExecutionException failure) {
        Throwable cause = failure.getCause();
        boolean sent = !(cause instanceof ConnectException) && !(cause instanceof HttpConnectTimeoutException);
        String kind = cause instanceof IOException ? cause.getClass().getSimpleName() : "failure";
        return new Reply.Lost(new ProviderError.Upstream("no answer: " + kind), sent);
    }

    /** What a status alone says, for an answer that explains itself no better; empty for a success. */
    public Optional<ProviderError> refusal(Reply.Answered answer) {
        int status = answer.status();
        if (status == 200) {
            return Optional.empty();
        }
        String detail = "status " + status;
        return Optional.of(
                switch (status) {
                    case 401 -> new ProviderError.Auth(detail);
                    case 402, 403 -> new ProviderError.Plan(detail);
                    case 404 -> new ProviderError.NotFound(detail);
                    case 418, 429 -> new ProviderError.RateLimited(retryAfter(answer.headers()), detail);
                    default ->
                        status >= 500 || status == 408
                                ? new ProviderError.Upstream(detail)
                                : new ProviderError.Contract(detail);
                });
    }

    /** The header Retry-After, in seconds or as a date; a minute where there is none. */
    public Duration retryAfter(HttpHeaders headers) {
        Duration minute = Duration.ofMinutes(1);
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,6}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            return value.isEmpty()
                    ? minute
                    : bounded(Duration.between(
                            clock.instant(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException e) {
            return minute;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** What came back. */
    public sealed interface Reply {
        /** An answer, good or bad. */
        record Answered(int status, HttpHeaders headers, String body) implements Reply {}

        /**
         * None.
         *
         * @param sent whether the other side may have seen the question, and counts it
         */
        record Lost(ProviderError error, boolean sent) implements Reply {}
    }
}
