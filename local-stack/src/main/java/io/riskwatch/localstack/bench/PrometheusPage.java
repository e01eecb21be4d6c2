package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a service says of itself at {@code /actuator/prometheus}, by the name of each figure with its labels. */
record PrometheusPage(Map<String, Double> figures) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    static PrometheusPage read(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .timeout(TIMEOUT)
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new StackException("The service's metrics answered " + response.statusCode());
        }
        return parse(response.body());
    }

    /** A line is a name, perhaps labels in braces, a blank and a number; the service's own name among the labels is left out. */
    static PrometheusPage parse(String text) {
        Map<String, Double> figures = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            int end = line.lastIndexOf(' ');
            if (!line.startsWith("#") && end > 0) {
                String name = line.substring(0, end)
                        .replaceAll("application=\"[^\"]*\",?", "")
                        .replace("{}", "");
                figures.put(name, Double.valueOf(line.substring(end + 1).replace("+Inf", "Infinity")));
            }
        }
        return new PrometheusPage(figures);
    }

    /** 0 while the service has not said it. */
    double value(String name) {
        return figures.getOrDefault(name, 0.0);
    }

    double since(PrometheusPage before, String name) {
        return value(name) - before.value(name);
    }
}
