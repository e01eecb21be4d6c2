package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * 100,000 margin accounts of ten holdings in PostgreSQL, watched by portfolio-service while 1,000 ticks a second come through Redis: the
 * whole way of a price to a change of state that is kept.
 */
final class MarginWorkload implements Workload {

    private static final int ORGANISATIONS = 100;
    private static final int ACCOUNTS = 100_000;
    private static final int HOLDINGS = 10;
    private static final int SYMBOLS = 5_000;
    private static final int USUAL = 1_000;
    private static final int[] MORE = {2_000, 5_000, 10_000, 20_000};
    private static final Duration MEASURE = Duration.ofSeconds(30);
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(30);
    private static final String WHAT = "100,000 accounts x 10 holdings";

    private final Path root;

    /** @param root the clone */
    MarginWorkload(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "margin";
    }

    @Override
    public String summary() {
        return "the margin monitor: 100,000 accounts x 10 holdings at 1,000 ticks a second, and beyond";
    }

    @Override
    public void measure(BenchReport report) {
        try (BenchServices services = new BenchServices(root, Service.PORTFOLIO)) {
            RunningService portfolio = services.start(Service.PORTFOLIO, Map.of());
            collect(portfolio);
            long without = ProcessMeter.residentBytes(portfolio.pid());
            portfolio.stop();
            book(services);
            try (TickFeed feed =
                    new TickFeed(services.redisPort(), services.redisDatabase(), SYMBOLS, TickFeed.Movement.WALK)) {
                new Run(report, feed, portfolio).all(without);
            }
        } catch (SQLException | IOException e) {
            throw new StackException("The accounts could not be watched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
        report.note("5,000 symbols, random ticks in batches of 10 ms, prices walk in steps of up to 0.05 %.");
        report.note("Utilisations lie between 28 and 83 %, so that some accounts cross a border.");
        report.note("Through Redis' channel and PostgreSQL; all processor time of portfolio-service is counted.");
        report.note("A tick waits from its arrival in the process to the end of the pass that judged its accounts.");
        report.note("Peer: none installed that does the same.");
    }

    /** Ten holdings of 1,000 each, and between 1,000 and 7,000 borrowed. */
    private static void book(BenchServices services) throws SQLException {
        System.out.println("  ..  writing " + ACCOUNTS + " accounts");
        try (Connection database = services.database();
                Statement statement = database.createStatement()) {
            statement.execute(
                    "insert into organisation (id, name, purpose) select md5('o' || o)::uuid, 'Bench ' || o, 'SIGN_UP'"
                            + " from generate_series(0, " + (ORGANISATIONS - 1) + ") o");
            statement.execute(
                    "insert into portfolio (id, organisation_id, name, base_currency) select md5('p' || p)::uuid,"
                            + " md5('o' || p % " + ORGANISATIONS
                            + ")::uuid, 'Bench ' || p, 'USD' from generate_series(0, "
                            + (ACCOUNTS - 1) + ") p");
            statement.execute("insert into account (id, organisation_id, portfolio_id, name, kind, is_default)"
                    + " select md5('a' || p)::uuid, md5('o' || p % " + ORGANISATIONS
                    + ")::uuid, md5('p' || p)::uuid, 'Margin',"
                    + " 'MARGIN', true from generate_series(0, " + (ACCOUNTS - 1) + ") p");
            String own = " md5('o' || p % " + ORGANISATIONS + ")::uuid, md5('p' || p)::uuid, md5('a' || p)::uuid,";
            statement.execute(
                    "insert into ledger_transaction (organisation_id, portfolio_id, account_id, trade_date, type,"
                            + " currency, amount, identity) select" + own + " date '2026-01-02', 'DEPOSIT', 'USD',"
                            + " 3000 + (p * 7919::bigint) % 6000, md5('d' || p)::uuid from generate_series(0, "
                            + (ACCOUNTS - 1) + ") p");
            statement.execute(
                    "insert into ledger_transaction (organisation_id, portfolio_id, account_id, trade_date, type,"
                            + " symbol, quantity, price, currency, identity) select" + own
                            + " date '2026-01-05', 'BUY',"
                            + " 'BENCH' || (p * 13::bigint + h * " + SYMBOLS / HOLDINGS + ") % " + SYMBOLS
                            + ", 10, 100, 'USD',"
                            + " md5('b' || p || '-' || h)::uuid from generate_series(0, " + (ACCOUNTS - 1) + ") p,"
                            + " generate_series(0, " + (HOLDINGS - 1) + ") h");
            statement.execute("analyze");
        }
    }

    /** Lets the service's collector run, so that memory counts what is held. */
    private static void collect(RunningService service) {
        Path jcmd = Path.of(System.getProperty("java.home", ""), "bin", "jcmd");
        Commands.run(Duration.ofSeconds(30), List.of(jcmd.toString(), Long.toString(service.pid()), "GC.run"));
    }

    /** One pass with everything booked. */
    private record Run(BenchReport report, TickFeed feed, RunningService portfolio) {

        void all(long without) throws IOException, InterruptedException {
            feed.priceAll();
            feed.storeAll();
            feed.ticksPerSecond(USUAL);
            load();
            collect(portfolio);
            double bytes = ProcessMeter.residentBytes(portfolio.pid()) - without;
            report.add(WHAT, "KB of memory per account, caches of ledgers included", bytes / 1024 / ACCOUNTS);
            WarmUp.untilSteady(LONGEST_WARM_UP, () -> {
                double before = ProcessMeter.cpuSeconds(portfolio.pid());
                TimeUnit.MILLISECONDS.sleep(WARM_UP_STEP.toMillis());
                return ProcessMeter.cpuSeconds(portfolio.pid()) - before;
            });
            offer(USUAL, true);
            for (int ticks : MORE) {
                offer(ticks, false);
            }
            feed.ticksPerSecond(0);
        }

        private void load() throws IOException, InterruptedException {
            System.out.println("  ..  starting with them");
            long begin = System.nanoTime();
            portfolio.start();
            double cpu = ProcessMeter.cpuSeconds(portfolio.pid());
            while (metrics().value("riskwatch_margin_accounts") < ACCOUNTS) {
                if (System.nanoTime() - begin > LONGEST_LOAD.toNanos()) {
                    throw new StackException("Not all accounts were read within " + LONGEST_LOAD);
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
            report.add(WHAT, "s from the start until all are watched", (System.nanoTime() - begin) / 1e9);
            report.add(WHAT, "CPU s of it after healthy", ProcessMeter.cpuSeconds(portfolio.pid()) - cpu);
        }

        private void offer(int ticks, boolean judged) throws IOException, InterruptedException {
            feed.ticksPerSecond(ticks);
            TimeUnit.SECONDS.sleep(2); // what waited at the former rate is done
            PrometheusPage before = metrics();
            double cpu = ProcessMeter.cpuSeconds(portfolio.pid());
            long begin = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(MEASURE.toMillis());
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cores = (ProcessMeter.cpuSeconds(portfolio.pid()) - cpu) / seconds;
            PrometheusPage after = metrics();
            String what = WHAT + ", " + ticks + " ticks/s";
            if (judged) {
                report.add(what, "target at most", "cores of portfolio-service", cores, 1);
            } else {
                report.add(what, "cores of portfolio-service", cores);
            }
            String wait = "riskwatch_margin_oldest_tick_seconds";
            report.add(what, "ticks/s taken", after.since(before, "riskwatch_margin_ticks_total") / seconds);
            report.add(what, "accounts judged/s", after.since(before, "riskwatch_margin_judged_total") / seconds);
            report.add(what, "of them exactly/s", after.since(before, "riskwatch_margin_exact_total") / seconds);
            report.add(what, "changes of state/s", after.since(before, "riskwatch_margin_changes_total") / seconds);
            report.add(what, "oldest tick of a pass, p50 ms", 1e3 * after.value(wait + "{quantile=\"0.5\"}"));
            report.add(what, "oldest tick of a pass, p99 ms", 1e3 * after.value(wait + "{quantile=\"0.99\"}"));
            report.add(what, "target at most", "oldest tick, ms", 1e3 * after.value(wait + "_max"), 1_000);
        }

        private PrometheusPage metrics() throws IOException, InterruptedException {
            return PrometheusPage.read(portfolio.port());
        }
    }
}
