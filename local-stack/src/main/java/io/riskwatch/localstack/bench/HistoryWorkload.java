package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Twenty years of daily closes of 500 symbols: uploaded as one file, read back as one matrix after a restart. */
final class HistoryWorkload implements Workload {
    private static final int DAYS = 5_040;
    private static final int SYMBOLS = 500;
    private static final int DAYS_PER_WEEK = 5;
    private static final LocalDate FIRST = LocalDate.of(2006, 1, 2);
    private static final int POOLED_CONNECTIONS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final UUID ORGANISATION = new UUID(0x7000, 0x8000_0000_0000_0001L);
    private static final Pattern IMPORT = Pattern.compile("\"importId\"\\s*:\\s*\"([^\"]+)\"");

    private final Path root;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** @param root the clone */
    HistoryWorkload(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String summary() {
        return DAYS + " days x " + SYMBOLS + " symbols loaded from CSV and read back as one matrix";
    }

    @Override
    public void measure(BenchReport report) {
        double[][] closes = closes();
        byte[] file = csv(closes);
        String what = DAYS + " x " + SYMBOLS + " closes";
        try (BenchServices services = new BenchServices(root)) {
            RunningService marketdata = services.start(Service.MARKETDATA, Map.of());
            String member = services.tokens().user(UUID.randomUUID(), ORGANISATION);
            String service = services.tokens().service();
            double cpu = ProcessMeter.cpuSeconds(marketdata.pid());
            long begin = System.nanoTime();
            String id = upload(marketdata, member, file);
            double previewed = (System.nanoTime() - begin) / 1e9;
            send(request(marketdata, member, "/api/v1/history/imports/" + id + "/commit")
                    .POST(BodyPublishers.noBody())
                    .build());
            double loaded = (System.nanoTime() - begin) / 1e9;
            report.add(what, "target at most", "s to load (upload, preview, commit)", loaded, 60);
            report.add(what, "s of it until the preview", previewed);
            report.add(what, "CPU s of the service to load", ProcessMeter.cpuSeconds(marketdata.pid()) - cpu);
            report.add(what, "MB of CSV", file.length / 1e6);

            double warm = Double.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                warm = Math.min(warm, read(marketdata, service, closes));
            }
            report.add(what, "s to read as one matrix, warm", warm);
            restartPostgres();
            double before = ProcessMeter.cpuSeconds(marketdata.pid());
            double cold = readAfterRestart(marketdata, service, closes);
            report.add(what, "target at most", "s to read as one matrix, cold cache", cold, 1);
            report.add(what, "CPU s of the service to read it", ProcessMeter.cpuSeconds(marketdata.pid()) - before);
            marketdata.stop();
            restartPostgres();
            marketdata.start();
            double first = read(marketdata, service, closes);
            report.add(what, "target at most", "s to read as one matrix, first request of a new process", first, 1);
        } catch (IOException e) {
            throw new StackException("marketdata-service does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
        report.note(
                "Cold cache: PostgreSQL restarted, so that nothing is in its buffers; the kernel's page cache stays."
                        + " Every price is compared bit for bit. Peer: none installed (TimescaleDB, ClickHouse, kdb+).");
    }

    private static void restartPostgres() {
        TestStack.postgres().stop();
        TestStack.postgres().start();
    }

    private String upload(RunningService marketdata, String token, byte[] file)
            throws IOException, InterruptedException {
        String head = String.join(
                "\r\n",
                "--rw",
                "Content-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"",
                "Content-Type: text/csv",
                "",
                "");
        HttpRequest upload = request(marketdata, token, "/api/v1/history/imports")
                .header("Content-Type", "multipart/form-data; boundary=rw")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--rw--\r\n")))
                .build();
        Matcher id = IMPORT.matcher(new String(send(upload), StandardCharsets.UTF_8));
        if (!id.find()) {
            throw new StackException("The file was accepted without a number");
        }
        return id.group(1);
    }

    /** Reads the matrix, compares every price, and answers the seconds until the last byte had come. */
    private double read(RunningService marketdata, String token, double[][] closes)
            throws IOException, InterruptedException {
        String symbols = IntStream.range(0, SYMBOLS)
                .mapToObj(i -> "\"" + symbol(i) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        HttpRequest ask = request(marketdata, token, "/internal/v1/history/columns")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"organisationId\":\"" + ORGANISATION + "\",\"symbols\":" + symbols + "}"))
                .build();
        long begin = System.nanoTime();
        ByteBuffer answer = ByteBuffer.wrap(send(ask));
        double seconds = (System.nanoTime() - begin) / 1e9;
        answer.position(8 + answer.getInt(4) + DAYS * Integer.BYTES);
        for (int i = 0; i < SYMBOLS; i++) {
            for (int day = 0; day < DAYS; day++) {
                double found = answer.getDouble();
                if (Double.doubleToLongBits(found) != Double.doubleToLongBits(closes[i][day])) {
                    throw new StackException(symbol(i) + " of row " + day + " was " + closes[i][day] + ", is " + found);
                }
            }
        }
        return seconds;
    }

    /** The service may learn only by asking that its connections ended with the server; what it refuses then has read nothing. */
    private double readAfterRestart(RunningService marketdata, String token, double[][] closes)
            throws IOException, InterruptedException {
        StackException refusal = new StackException("Nothing was asked");
        for (int attempt = 0; attempt < POOLED_CONNECTIONS; attempt++) {
            try {
                return read(marketdata, token, closes);
            } catch (UnavailableException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    /** Answered 503: to be asked again. */
    private static final class UnavailableException extends StackException {
        private static final long serialVersionUID = 1;

        UnavailableException(String message) {
            super(message);
        }
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            String answer = request.uri() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8);
            throw response.statusCode() == 503 ? new UnavailableException(answer) : new StackException(answer);
        }
        return response.body();
    }

    private static HttpRequest.Builder request(RunningService marketdata, String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + marketdata.port() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static String symbol(int number) {
        return "BENCH" + number;
    }

    /** Random walks in cents, a row per symbol. */
    private static double[][] closes() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] closes = new double[SYMBOLS][DAYS];
        for (double[] walk : closes) {
            long cents = random.nextLong(5_000, 25_000);
            for (int day = 0; day < DAYS; day++) {
                cents = Math.max(100, cents + Math.round(cents * 0.02 * (random.nextDouble() - 0.5)));
                walk[day] = cents / 100.0;
            }
        }
        return closes;
    }

    private static byte[] csv(double[][] closes) {
        StringBuilder text = new StringBuilder(DAYS * SYMBOLS * 8).append("date");
        IntStream.range(0, SYMBOLS).forEach(i -> text.append(',').append(symbol(i)));
        for (int day = 0; day < DAYS; day++) {
            text.append('\n').append(FIRST.plusWeeks(day / DAYS_PER_WEEK).plusDays(day % DAYS_PER_WEEK));
            for (double[] walk : closes) {
                text.append(',').append(walk[day]);
            }
        }
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }
}
