package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.platform.RunState.Component;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code ./riskwatch bench}: figures of the running platform, measured from outside through the gateway. */
final class Bench {

    private static final int WARM_UP = 100;
    private static final int READS = 500;
    private static final int ANALYSES = 10;
    private static final int SYMBOLS = 20;
    private static final Duration STREAM = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RunState state;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Bench(RunState state, String token) {
        this.state = state;
        this.token = token;
    }

    int run() {
        memory();
        String instruments = get("/api/v1/instruments?type=EQUITY&limit=" + SYMBOLS);
        String symbols = Pattern.compile("\"symbol\"\\s*:\\s*(\"[^\"]+\")")
                .matcher(instruments)
                .results()
                .map(match -> match.group(1))
                .limit(SYMBOLS)
                .collect(Collectors.joining(",", "[", "]"));
        measure("GET /api/v1/portfolios", WARM_UP, READS, () -> get("/api/v1/portfolios"));
        String quotes = "/api/v1/quotes?symbols=" + symbols.replaceAll("[\\[\\]\"]", "");
        measure("GET /api/v1/quotes, " + SYMBOLS + " symbols", WARM_UP, READS, () -> get(quotes));
        String first = symbols.replaceAll("^\\[\"([^\"]+)\".*$", "$1");
        measure("risk analysis, asked to completed", 2, ANALYSES, () -> analyse(first));
        PriceStreamProbe.Heard heard = PriceStreamProbe.listen(state.url(), token, symbols, STREAM);
        Console.say(String.format(
                Locale.ROOT,
                "%-38s %.1f frames/s, %.0f prices/s, %d gaps, mean age %.0f ms",
                "WS /ws/prices, " + SYMBOLS + " symbols",
                heard.frames() / (double) heard.during().toSeconds(),
                heard.prices() / (double) heard.during().toSeconds(),
                heard.gaps(),
                heard.meanAgeMs()));
        return 0;
    }

    private void memory() {
        long sum = 0;
        for (Component component : state.components()) {
            if (component.service()) {
                long megabytes = residentMegabytes(component.pid());
                sum += megabytes;
                Console.say(String.format("%-38s %d MB resident", component.name(), megabytes));
            }
        }
        Console.say(String.format("%-38s %d MB resident", "the five services", sum));
    }

    private static long residentMegabytes(long pid) {
        try {
            Matcher resident = Pattern.compile("VmRSS:\\s+(\\d+) kB")
                    .matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0;
        } catch (IOException e) {
            throw new StackException("Could not read the memory of process " + pid, e);
        }
    }

    private static void measure(String name, int warmUp, int times, Runnable work) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
            pause();
        }
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begin;
            pause();
        }
        Arrays.sort(nanos);
        Console.say(String.format(
                Locale.ROOT,
                "%-38s median %.1f ms, 99 %% %.1f ms, of %d one after another",
                name,
                nanos[times / 2] / 1e6,
                nanos[Math.min(times - 1, (int) Math.ceil(times * 0.99) - 1)] / 1e6,
                times));
    }

    /** Between requests, to stay below the limit of requests per second. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    private void analyse(String symbol) {
        String answer = send(request("/api/v1/analyses")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"kind\":\"risk\",\"holdings\":[{\"symbol\":\"" + symbol + "\",\"weight\":1.0}]}")));
        Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
        if (!id.find()) {
            throw new StackException("No analysis was accepted: " + answer);
        }
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            String now = get("/api/v1/analyses/" + id.group(1));
            if (now.contains("\"COMPLETED\"")) {
                return;
            }
            if (now.contains("\"FAILED\"") || now.contains("\"CANCELLED\"")) {
                throw new StackException("The analysis did not complete: " + now);
            }
            pause();
        }
        throw new StackException("The analysis did not complete within two minutes");
    }

    private String get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(state.url() + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new StackException(
                        response.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new StackException("The platform does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }
}
