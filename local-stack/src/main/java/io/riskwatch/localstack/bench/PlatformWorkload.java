package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.platform.RunningPlatform;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Figures of the running platform, measured from outside through the gateway. */
final class PlatformWorkload implements Workload {

    private static final int WARM_UP = 100;
    private static final int READS = 500;
    private static final int ANALYSES = 10;
    private static final int SYMBOLS = 20;
    private static final Duration STREAM = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Path home;

    /** @param home where the running platform keeps its data */
    PlatformWorkload(Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public String summary() {
        return "memory, latencies, an analysis and the price stream of the running platform";
    }

    @Override
    public void measure(BenchReport report) {
        RunningPlatform platform = RunningPlatform.find(home, "No benchmark");
        new Visit(platform.url(), platform.demoToken(), report).measure(platform);
    }

    /** One pass over the platform as its demo user. */
    private static final class Visit {
        private final URI url;
        private final String token;
        private final BenchReport report;
        private final HttpClient http =
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

        Visit(URI url, String token, BenchReport report) {
            this.url = url;
            this.token = token;
            this.report = report;
        }

        void measure(RunningPlatform platform) {
            memory(platform);
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
            PriceStreamProbe.Heard heard = PriceStreamProbe.listen(url, token, symbols, STREAM);
            String stream = "WS /ws/prices, " + SYMBOLS + " symbols";
            double seconds = heard.during().toSeconds();
            report.add(stream, "frames/s", heard.frames() / seconds);
            report.add(stream, "prices/s", heard.prices() / seconds);
            report.add(stream, "gaps", heard.gaps());
            report.add(stream, "mean age ms", heard.meanAgeMs());
        }

        private void memory(RunningPlatform platform) {
            double sum = 0;
            for (Map.Entry<String, Long> service : new TreeMap<>(platform.services()).entrySet()) {
                double megabytes = ProcessMeter.residentBytes(service.getValue()) / (1024.0 * 1024);
                sum += megabytes;
                report.add(service.getKey(), "MB resident", megabytes);
            }
            report.add("the five services", "target", "MB resident", sum, 1_600);
        }

        private void measure(String name, int warmUp, int times, Runnable work) {
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
            report.add(name, "median ms", nanos[times / 2] / 1e6);
            report.add(name, "99 % ms", nanos[Math.min(times - 1, (int) Math.ceil(times * 0.99) - 1)] / 1e6);
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
            return HttpRequest.newBuilder(URI.create(url + path))
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
}
