package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.process.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keep-alive GETs through the gateway, with token check, rate limit, circuit breaker and tracing, beside nginx as a plain
 * proxy before the same service, in turns.
 */
final class GatewayWorkload implements Workload {
    private static final String PATH = "/api/v1/quotes?symbols=ORBX";
    private static final int CONNECTIONS = 128;
    private static final int ROUNDS = 5;
    private static final int OFFERED = 1_000;
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);
    private static final Duration MEASURE = Duration.ofSeconds(6);

    private final Path root;

    /** @param root the clone */
    GatewayWorkload(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String summary() {
        return "requests through the gateway beside nginx, per second and in processor time";
    }

    @Override
    public void measure(BenchReport report) {
        try (BenchServices services = new BenchServices(root);
                FixedAnswer upstream = new FixedAnswer()) {
            RunningService gateway = services.start(
                    Service.GATEWAY, Map.of("RISKWATCH_MARKETDATA_URL", "http://127.0.0.1:" + upstream.port()));
            List<String> tokens = IntStream.range(0, CONNECTIONS)
                    .mapToObj(user -> services.tokens().user(new UUID(1, user), new UUID(2, user)))
                    .toList();
            try (NginxPeer nginx = NginxPeer.start(root.resolve(".riskwatch/bench/nginx"), upstream.port())
                            .orElse(null);
                    HttpLoad ours = new HttpLoad(gateway.port(), PATH, tokens);
                    HttpLoad theirs = nginx == null ? null : new HttpLoad(nginx.port(), PATH, tokens)) {
                WarmUp.untilSteady(LONGEST_WARM_UP, () -> 1e6 / Math.max(1, ours.flatOut(WARM_UP_STEP)));
                List<Round> us = new ArrayList<>();
                List<Round> them = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    us.add(round(ours, () -> ProcessMeter.cpuSeconds(gateway.pid())));
                    if (theirs != null && nginx != null) {
                        them.add(round(theirs, nginx::cpuSeconds));
                    }
                }
                report(report, us, them);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
        report.note(CONNECTIONS + " connections of as many users; medians of " + ROUNDS + " rounds in turns of "
                + MEASURE.toSeconds() + " s; processor time of the gateway alone, without Redis.");
        report.note(
                "Missing peers: a bare Spring Cloud Gateway (80 us/request in ../shared/PERFORMANCE.md), Envoy, Kong.");
    }

    /**
     * One turn.
     *
     * @param offeredP99 milliseconds at {@value #OFFERED} requests a second
     */
    private record Round(double perSecond, double cpuMicros, double offeredP50, double offeredP99, double refused) {}

    private static Round round(HttpLoad load, DoubleSupplier cpuSeconds) throws InterruptedException {
        double before = cpuSeconds.getAsDouble();
        double perSecond = load.flatOut(MEASURE);
        double cpu = cpuSeconds.getAsDouble() - before;
        long answered = Math.max(1, load.answered());
        double refused = load.refused();
        load.offered(OFFERED, MEASURE);
        return new Round(
                perSecond, cpu * 1e6 / answered, load.quantileMs(0.5), load.quantileMs(0.99), refused + load.refused());
    }

    private static void report(BenchReport report, List<Round> us, List<Round> them) {
        String what = "keep-alive GET";
        double cpu = median(us, Round::cpuMicros);
        double perSecond = median(us, Round::perSecond);
        report.add(what, "target at most", "CPU us/request", cpu, 150);
        compare(report, what, "requests/s", us, them, Round::perSecond);
        compare(report, what, "CPU us/request", us, them, Round::cpuMicros);
        compare(report, "1,000 requests/s offered", "p50 ms", us, them, Round::offeredP50);
        compare(report, "1,000 requests/s offered", "p99 ms", us, them, Round::offeredP99);
        report.add(
                what,
                "answers other than 200, or none",
                us.stream().mapToDouble(Round::refused).sum());
        if (them.isEmpty()) {
            report.note("nginx is not installed: apt-get install nginx-light puts it beside the gateway.");
        } else {
            double share = perSecond / median(them, Round::perSecond);
            report.add(what, "target at least", "share of nginx's requests/s", share, 0.20);
        }
    }

    private static void compare(
            BenchReport report,
            String what,
            String figure,
            List<Round> us,
            List<Round> them,
            ToDoubleFunction<Round> value) {
        @Nullable Double theirs = them.isEmpty() ? null : median(them, value);
        if (theirs == null) {
            report.add(what, figure, median(us, value));
        } else {
            report.add(what, "nginx, plain proxy", figure, median(us, value), theirs);
        }
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return rounds.stream()
                .map(value::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(rounds.size() / 2);
    }
}
