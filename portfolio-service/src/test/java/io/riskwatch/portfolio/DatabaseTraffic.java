package io.riskwatch.portfolio;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what this JVM and PostgreSQL say to each other, as the driver's own log has it: how often a thread sends and waits (a
 * round trip ends with Sync), and what the server says it has done. By kind of thread: the digits of its name are left out.
 */
public final class DatabaseTraffic implements AutoCloseable {

    private static final String SYNC = " FE=> Sync";
    private static final String DONE = " <=BE CommandStatus({0})";

    // a field: the log manager forgets a logger that nobody holds
    private final Logger protocol = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Handler counter = new Counter();

    private DatabaseTraffic() {
        protocol.setUseParentHandlers(false);
        protocol.addHandler(counter);
        protocol.setLevel(Level.FINEST);
    }

    public static DatabaseTraffic counted() {
        return new DatabaseTraffic();
    }

    public long roundTrips() {
        return sum(" round trips");
    }

    /** Of the threads of that name. */
    public long roundTripsOf(String thread) {
        LongAdder own = counts.get(thread + " round trips");
        return own == null ? 0 : own.sum();
    }

    /** Commits, and statements that are a transaction each. */
    public long commits() {
        return sum(" COMMIT");
    }

    private long sum(String what) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(what))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /** A line for each kind of thread and of statement, divided by the number of things done. */
    public String per(int things) {
        Map<String, LongAdder> sorted = new TreeMap<>(counts);
        StringBuilder lines = new StringBuilder();
        sorted.forEach(
                (what, count) -> lines.append(String.format("%n  %-50s %8.2f", what, count.sum() / (double) things)));
        return lines.toString();
    }

    @Override
    public void close() {
        protocol.setLevel(null);
        protocol.removeHandler(counter);
        protocol.setUseParentHandlers(true);
    }

    private final class Counter extends Handler {

        @Override
        public void publish(LogRecord entry) {
            String message = entry.getMessage();
            if (message.equals(SYNC)) {
                count("round trips");
            } else if (message.equals(DONE)) {
                count(Arrays.stream(String.valueOf(entry.getParameters()[0]).split(" "))
                        .findFirst()
                        .orElseThrow());
            }
        }

        private void count(String what) {
            String thread = Thread.currentThread().getName().replaceAll("[-#\\d]+$", "");
            counts.computeIfAbsent(thread + " " + what, key -> new LongAdder()).increment();
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
