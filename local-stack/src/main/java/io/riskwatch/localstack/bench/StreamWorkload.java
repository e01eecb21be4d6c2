package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.bench.StreamSwarm.Manner;
import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The price stream under the load it was designed for: every client holds 10 random of 500 symbols, 1,000 random ticks a
 * second, a frame per 100 ms; client, server and feed share the machine, so the figures are processor time per frame.
 */
final class StreamWorkload implements Workload {
    private static final int SYMBOLS = 500;
    private static final int USERS = 300;
    private static final Duration SETTLE = Duration.ofSeconds(8);
    private static final Duration MEASURE = Duration.ofSeconds(20);
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);
    private static final double MEGABYTE = 1024.0 * 1024;

    private final Path root;

    /** @param root the clone */
    StreamWorkload(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public String summary() {
        return "the price stream: thousands of clients direct and through the gateway, and clients that never read";
    }

    @Override
    public void measure(BenchReport report) {
        try (BenchServices services = new BenchServices(root)) {
            RunningService marketdata =
                    services.start(Service.MARKETDATA, Map.of("RISKWATCH_QUOTES_FEED_ENABLED", "false"));
            RunningService gateway = services.start(Service.GATEWAY, Map.of());
            try (TickFeed feed = new TickFeed(services.redisPort(), SYMBOLS)) {
                new Run(report, services.tokens(), feed, marketdata, gateway).all();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
        report.note("Pattern: 10 (or 20) random of 500 symbols per client, random ticks in batches of 10 ms, frames of"
                + " 100 ms. Latency from the tick's stamp to the client. Cores are those of the named process alone.");
        report.note(
                "Peers: Centrifugo, Mercure and Socketcluster are not installed here; the targets stand in for them.");
    }

    /** The figures of one load. */
    private record Measured(double frames, double prices, double cores, int p50, int p99) {
        double microsPerFrame() {
            return frames == 0 ? 0 : cores * 1e6 / frames;
        }
    }

    /** One pass with running services. */
    private static final class Run {
        private final BenchReport report;
        private final TickFeed feed;
        private final RunningService marketdata;
        private final RunningService gateway;
        private final List<String> tokens;
        private final SplittableRandom random = new SplittableRandom(5);

        Run(BenchReport report, TokenIssuer issuer, TickFeed feed, RunningService marketdata, RunningService gateway) {
            this.report = report;
            this.feed = feed;
            this.marketdata = marketdata;
            this.gateway = gateway;
            this.tokens = IntStream.range(0, USERS)
                    .mapToObj(user -> issuer.user(new UUID(1, user), new UUID(2, user)))
                    .toList();
        }

        void all() throws InterruptedException {
            feed.priceAll();
            warmUp(marketdata);
            report(direct(5_000, 10, 1_000), "5,000 clients direct", 90_000, 0.60, 200);
            Measured heavy = direct(5_000, 20, 5_000);
            report.add(
                    "5,000 clients x 20 symbols, 5,000 ticks/s",
                    "target at least",
                    "prices/s per core",
                    heavy.prices() / heavy.cores(),
                    400_000);
            report.add("5,000 clients x 20 symbols, 5,000 ticks/s", "p99 ms", heavy.p99());
            unread();
            warmUp(gateway);
            report(throughTheGateway(2_000), "2,000 clients through the gateway", 200);
            report(throughTheGateway(5_000), "5,000 clients through the gateway", 400);
        }

        /** Clients of the service or of the gateway before it, until a frame costs no less than before. */
        private void warmUp(RunningService service) throws InterruptedException {
            try (StreamSwarm swarm = new StreamSwarm()) {
                swarm.join(new Manner(service.port(), true), tokens, choices(2_000, 10));
                feed.ticksPerSecond(1_000);
                WarmUp.untilSteady(
                        LONGEST_WARM_UP,
                        () -> during(WARM_UP_STEP, swarm, service).microsPerFrame());
                feed.ticksPerSecond(0);
            }
        }

        private Measured direct(int clients, int symbols, int ticks) throws InterruptedException {
            collect(marketdata);
            long before = ProcessMeter.residentBytes(marketdata.pid());
            try (StreamSwarm swarm = new StreamSwarm()) {
                long begin = System.nanoTime();
                swarm.join(new Manner(marketdata.port(), true), tokens, choices(clients, symbols));
                double seconds = (System.nanoTime() - begin) / 1e9;
                Measured measured = measure(swarm, marketdata, ticks);
                String what = clients + " clients x " + symbols + " symbols, " + ticks + " ticks/s, direct";
                if (clients == 5_000 && symbols == 10) {
                    collect(marketdata);
                    double perClient = (ProcessMeter.residentBytes(marketdata.pid()) - before) / 1024.0 / clients;
                    report.add(what, "target at most", "KB per connection", perClient, 40);
                    report.add(what, "connects/s", clients / seconds);
                }
                lastPrices(swarm, what);
                return measured;
            }
        }

        private Measured throughTheGateway(int clients) throws InterruptedException {
            collect(gateway);
            long before = ProcessMeter.residentBytes(gateway.pid());
            try (StreamSwarm swarm = new StreamSwarm()) {
                long begin = System.nanoTime();
                swarm.join(new Manner(gateway.port(), true), tokens, choices(clients, 10));
                double seconds = (System.nanoTime() - begin) / 1e9;
                Measured measured = measure(swarm, gateway, 1_000);
                String what = clients + " clients through the gateway";
                if (clients == 5_000) {
                    collect(gateway);
                    double perClient = (ProcessMeter.residentBytes(gateway.pid()) - before) / 1024.0 / clients;
                    report.add(what, "target at most", "KB per connection", perClient, 40);
                    report.add(what, "connects/s", clients / seconds);
                }
                lastPrices(swarm, what);
                return measured;
            }
        }

        /** Clients that never read, beside others: what they cost, and what the others feel. */
        private void unread() throws InterruptedException {
            String what = "100 clients that never read beside 2,000";
            try (StreamSwarm others = new StreamSwarm();
                    StreamSwarm slow = new StreamSwarm()) {
                others.join(new Manner(marketdata.port(), true), tokens, choices(2_000, 10));
                Measured alone = measure(others, marketdata, 1_000);
                collect(marketdata);
                long before = ProcessMeter.residentBytes(marketdata.pid());
                int[] all = IntStream.range(0, SYMBOLS).toArray();
                slow.join(
                        new Manner(marketdata.port(), false),
                        tokens,
                        IntStream.range(0, 100).mapToObj(i -> all).toList());
                Measured beside = measure(others, marketdata, 1_000);
                collect(marketdata);
                double cost = (ProcessMeter.residentBytes(marketdata.pid()) - before) / MEGABYTE;
                report.add(what, "alone", "p99 ms of the others", beside.p99(), alone.p99());
                report.add(
                        what,
                        "target at most",
                        "p99 of the others, times that alone",
                        (double) beside.p99() / Math.max(1, alone.p99()),
                        1.2);
                report.add(what, "target at most", "MB of memory", cost, 20);
                report.add(what, "of the others closed", (double) others.closed());
                lastPrices(others, what);
            }
        }

        private Measured measure(StreamSwarm swarm, RunningService watched, int ticks) throws InterruptedException {
            feed.ticksPerSecond(ticks);
            TimeUnit.MILLISECONDS.sleep(SETTLE.toMillis());
            return during(MEASURE, swarm, watched);
        }

        private static Measured during(Duration time, StreamSwarm swarm, RunningService watched)
                throws InterruptedException {
            double cpu = ProcessMeter.cpuSeconds(watched.pid());
            long begin = System.nanoTime();
            swarm.begin();
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            swarm.end();
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cores = (ProcessMeter.cpuSeconds(watched.pid()) - cpu) / seconds;
            return new Measured(
                    swarm.frames() / seconds,
                    swarm.prices() / seconds,
                    cores,
                    swarm.latenciesMs().quantile(0.5),
                    swarm.latenciesMs().quantile(0.99));
        }

        /** Stops the feed and waits until everybody has had time for the last frame. */
        private void lastPrices(StreamSwarm swarm, String what) throws InterruptedException {
            feed.ticksPerSecond(0);
            int outdated = Integer.MAX_VALUE;
            for (int tries = 0; tries < 50 && outdated > 0; tries++) {
                TimeUnit.MILLISECONDS.sleep(200);
                outdated = swarm.outdated(feed);
            }
            report.add(what, "target", "last prices that are not the feed's", outdated, 0);
        }

        private void report(Measured measured, String what, double prices, double cores, int p99) {
            report.add(what, "frames/s", measured.frames());
            report.add(what, "target at least", "prices/s", measured.prices(), prices);
            report.add(what, "target at most", "cores", measured.cores(), cores);
            report.add(what, "CPU us/frame", measured.microsPerFrame());
            report.add(what, "CPU us/price", measured.cores() * 1e6 / Math.max(1, measured.prices()));
            report.add(what, "p50 ms", measured.p50());
            report.add(what, "target at most", "p99 ms", measured.p99(), p99);
        }

        private void report(Measured measured, String what, int p99) {
            report.add(what, "frames/s", measured.frames());
            report.add(what, "prices/s", measured.prices());
            report.add(what, "cores of the gateway", measured.cores());
            report.add(what, "target at most", "CPU us/frame of the gateway", measured.microsPerFrame(), 25);
            report.add(what, "p50 ms", measured.p50());
            report.add(what, "target at most", "p99 ms", measured.p99(), p99);
        }

        private List<int[]> choices(int clients, int symbols) {
            List<int[]> choices = new ArrayList<>(clients);
            for (int client = 0; client < clients; client++) {
                choices.add(random.ints(0, SYMBOLS).distinct().limit(symbols).toArray());
            }
            return choices;
        }

        /** Lets the service's collector run, so that memory counts what is held. */
        private static void collect(RunningService service) {
            Path jcmd = Path.of(System.getProperty("java.home", ""), "bin", "jcmd");
            Commands.run(Duration.ofSeconds(30), List.of(jcmd.toString(), Long.toString(service.pid()), "GC.run"));
        }
    }
}
