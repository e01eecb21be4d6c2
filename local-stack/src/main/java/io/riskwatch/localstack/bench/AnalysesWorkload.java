package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.platform.Build;
import io.riskwatch.localstack.platform.GatewayClient;
import io.riskwatch.localstack.platform.Platform;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.platform.TestPlatform;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** The way of an analysis on a whole platform of its own: asking at a steady rate, the worker's time, and large results. */
final class AnalysesWorkload implements Workload {

    private static final int PER_SECOND = 50;
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(10);
    /** With what is measured, fewer questions than the local plan allows a day. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(150);

    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final double TARGET_MS = 50;
    private static final double TARGET_SHARE = 60;
    private static final int ASSETS = 500;
    private static final int DAYS = 2_500;
    private static final int READS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path root;

    AnalysesWorkload(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "analyses";
    }

    @Override
    public String summary() {
        return "asking at 50 a second, the engine's share of the worker's time, and a result of 100,000 paths";
    }

    @Override
    public void measure(BenchReport report) {
        new Build(root, root.resolve(".riskwatch")).run();
        try (TestPlatform platform = TestPlatform.startAsServers()) {
            measure(platform, report);
        }
    }

    /** Measures a platform whose worker has nothing else to do. */
    static void measure(TestPlatform platform, BenchReport report) {
        var client =
                new GatewayClient(platform.platform().url(), platform.platform().demoToken());
        Visit visit = new Visit(client, platform.platform(), report);
        try {
            visit.asking();
            visit.largeRisk();
            visit.manyPaths();
        } catch (IOException e) {
            throw new StackException("The platform does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    private record Visit(GatewayClient client, Platform platform, BenchReport report) {

        /** Latency counts from when a request was due, so that a stall is not forgiven. */
        void asking() throws InterruptedException, IOException {
            String body = quickQuestion();
            WarmUp.untilSteady(LONGEST_WARM_UP, () -> {
                double before = answeringSeconds();
                offer(body, WARM_UP_STEP);
                return answeringSeconds() - before;
            });
            awaitIdle();
            List<Double> millis = offer(body, MEASURED);
            String what = "POST /api/v1/analyses, " + PER_SECOND + " a second";
            report.add(what, "answered 202 a second", millis.size() / (double) MEASURED.toSeconds());
            report.add(
                    what,
                    "answers other than 202, or none",
                    (double) PER_SECOND * MEASURED.toSeconds() - millis.size());
            report.add(what, "median ms", quantile(millis, 0.5));
            report.add(what, "target at most", "99 % ms", quantile(millis, 0.99), TARGET_MS);
            awaitIdle();
        }

        /** Processor time of those that answer. */
        private double answeringSeconds() {
            return Stream.of(Service.GATEWAY, Service.PORTFOLIO)
                    .mapToDouble(service ->
                            ProcessMeter.cpuSeconds(platform.service(service).pid()))
                    .sum();
        }

        private List<Double> offer(String body, Duration during) throws InterruptedException {
            var millis = new ConcurrentLinkedQueue<Double>();
            long period = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            long begin = System.nanoTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> asked = new ArrayList<>();
                for (long i = 0; i < during.toSeconds() * PER_SECOND; i++) {
                    long due = begin + i * period;
                    sleep(due - System.nanoTime());
                    asked.add(threads.submit(() -> {
                        if (accepted(body)) {
                            millis.add((System.nanoTime() - due) / 1e6);
                        }
                        return null;
                    }));
                }
                for (Future<?> one : asked) {
                    one.get();
                }
            } catch (ExecutionException e) {
                throw new StackException("A request was not answered: " + e.getCause(), e);
            }
            return List.copyOf(millis);
        }

        /** Whether it was accepted; a request that nobody answers in time was not. */
        private boolean accepted(String body) throws InterruptedException, IOException {
            try {
                return client.post("/api/v1/analyses", body, UUID.randomUUID().toString())
                                .status()
                        == 202;
            } catch (HttpTimeoutException e) {
                return false; // counted among those without an answer
            }
        }

        /** 500 uploaded series of 2,500 days, and their risk. */
        void largeRisk() throws IOException, InterruptedException {
            upload();
            String holdings = IntStream.range(0, ASSETS)
                    .mapToObj(i -> "{\"symbol\":\"BENCH%03d\",\"weight\":%s}".formatted(i, 1.0 / ASSETS))
                    .collect(Collectors.joining(","));
            String body = "{\"kind\":\"risk\",\"holdings\":[" + holdings + "],\"parameters\":{\"from\":\"" + firstDay()
                    + "\"}}";
            completed(body); // the first one also warms up the worker
            double[] before = workerSeconds("risk");
            int times = 5;
            for (int i = 0; i < times; i++) {
                completed(body);
            }
            double[] after = workerSeconds("risk");
            String what = "risk of " + ASSETS + " assets x " + DAYS + " days";
            double all = after[3] - before[3];
            report.add(what, "worker s", all / times);
            report.add(what, "of it fetching history s", (after[0] - before[0]) / times);
            report.add(what, "of it storing s", (after[2] - before[2]) / times);
            double engine = (after[1] - before[1]) - (after[0] - before[0]);
            report.add(what, "target at least", "engine share %", 100 * engine / all, TARGET_SHARE);
        }

        private void upload() throws IOException, InterruptedException {
            GatewayClient.Answer preview =
                    client.upload("/api/v1/history/imports", "bench.csv", prices().getBytes(StandardCharsets.UTF_8));
            require(preview, 200);
            require(
                    client.post(
                            "/api/v1/history/imports/" + preview.json().getString("importId") + "/commit",
                            "",
                            UUID.randomUUID().toString()),
                    200);
        }

        void manyPaths() throws IOException, InterruptedException {
            String body = quickQuestion()
                    .replace("\"kind\":\"risk\"", "\"kind\":\"monte-carlo\"")
                    .replace("\"methods\":[\"HISTORICAL\"]", "\"paths\":100000,\"seed\":%d");
            double[] before = workerSeconds("monte-carlo");
            int times = 5;
            String id = "";
            for (int i = 0; i < times; i++) {
                id = completed(body.formatted(i));
            }
            double[] after = workerSeconds("monte-carlo");
            String what = "W7 monte-carlo of 100,000 paths";
            report.add(what, "worker s", (after[3] - before[3]) / times);
            report.add(what, "target at most", "stored in ms", 1_000 * (after[2] - before[2]) / times, TARGET_MS);
            List<Double> reads = new ArrayList<>();
            for (int i = 0; i < READS; i++) {
                GatewayClient.Answer answer = client.get("/api/v1/analyses/" + id + "/result");
                require(answer, 200);
                reads.add(answer.millis());
            }
            report.add(what, "target at most", "read in ms", quantile(reads, 0.5), TARGET_MS);
        }

        private String completed(String body) throws IOException, InterruptedException {
            GatewayClient.Answer asked =
                    client.post("/api/v1/analyses", body, UUID.randomUUID().toString());
            require(asked, 202);
            String id = asked.json().getString("id");
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                GatewayClient.Answer now = client.get("/api/v1/analyses/" + id);
                require(now, 200);
                switch (now.json().getString("state")) {
                    case "COMPLETED" -> {
                        return id;
                    }
                    case "FAILED", "CANCELLED" ->
                        throw new StackException("The analysis did not complete: " + now.body());
                    default -> sleep(TimeUnit.MILLISECONDS.toNanos(50));
                }
            }
            throw new StackException("The analysis did not complete within " + PATIENCE.toSeconds() + " s");
        }

        private void awaitIdle() throws IOException, InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end && (any("QUEUED") || any("RUNNING"))) {
                sleep(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }

        private boolean any(String state) throws IOException, InterruptedException {
            return !client.get("/api/v1/analyses?limit=1&state=" + state)
                    .json()
                    .getList("items", Document.class)
                    .isEmpty();
        }

        /** Seconds the worker has spent so far: waiting for history, and on jobs of the kind running (history included), storing, in all. */
        private double[] workerSeconds(String kind) throws IOException, InterruptedException {
            HttpResponse<String> response;
            try (HttpClient http = HttpClient.newHttpClient()) {
                response = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + platform.service(Service.WORKER).port() + "/actuator/prometheus"))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            }
            String job = "^riskwatch_job_seconds_sum\\{(?=[^}]*kind=\"" + kind + "\")(?=[^}]*part=\"";
            return new double[] {
                value(response.body(), "^riskwatch_history_seconds_sum(\\{[^}]*})? "),
                value(response.body(), job + "run\")[^}]*} "),
                value(response.body(), job + "store\")[^}]*} "),
                value(response.body(), job + "job\")[^}]*} ")
            };
        }

        private static double value(String metrics, String name) {
            Matcher line = Pattern.compile("(?m)" + name + "(?<value>\\S+)$").matcher(metrics);
            return line.find() ? Double.parseDouble(line.group("value")) : 0;
        }

        private static void require(GatewayClient.Answer answer, int status) {
            if (answer.status() / 100 != status / 100) {
                throw new StackException("Answered " + answer.status() + ": " + answer.body());
            }
        }

        private static void sleep(long nanos) {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted", e);
            }
        }
    }

    private static double quantile(List<Double> values, double fraction) {
        if (values.isEmpty()) {
            throw new StackException("Nothing was accepted");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(fraction * sorted.size()) - 1));
    }

    private static String quickQuestion() {
        List<LocalDate> days = tradingDays(70);
        String dates = days.stream().map(day -> "\"" + day + "\"").collect(Collectors.joining(","));
        SplittableRandom random = new SplittableRandom(1);
        String prices = days.stream()
                .map(day -> String.format(
                        Locale.ROOT, "[%.3f,%.3f]", 90 + 20 * random.nextDouble(), 40 + 20 * random.nextDouble()))
                .collect(Collectors.joining(","));
        return """
            {"kind":"risk","data":{"symbols":["A","B"],"dates":[%s],"prices":[%s]},"weights":[0.5,0.5],
             "parameters":{"methods":["HISTORICAL"]}}""".formatted(dates, prices);
    }

    private static LocalDate firstDay() {
        return tradingDays(DAYS).getFirst();
    }

    /** The last so many weekdays before 2026-01-01. */
    private static List<LocalDate> tradingDays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2025, 12, 31); days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.addFirst(day);
            }
        }
        return days;
    }

    private static String prices() {
        SplittableRandom random = new SplittableRandom(7);
        double[] last = new double[ASSETS];
        Arrays.fill(last, 100);
        StringBuilder csv = new StringBuilder("date");
        IntStream.range(0, ASSETS).forEach(i -> csv.append(String.format(",BENCH%03d", i)));
        for (LocalDate day : tradingDays(DAYS)) {
            csv.append('\n').append(day);
            for (int i = 0; i < ASSETS; i++) {
                last[i] *= 1 + (random.nextDouble() - 0.499) / 40;
                csv.append(',').append(Math.round(last[i] * 10_000) / 10_000.0);
            }
        }
        return csv.append('\n').toString();
    }
}
