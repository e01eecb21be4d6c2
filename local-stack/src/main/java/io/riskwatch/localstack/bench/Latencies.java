package io.riskwatch.localstack.bench;

/** How often something took how long, in steps that a caller names; what is longer than the last step counts there. */
final class Latencies {
    private final int[] counts;
    private long total;

    /** @param steps how many there are */
    Latencies(int steps) {
        this.counts = new int[steps];
    }

    synchronized void add(long step) {
        counts[(int) Math.clamp(step, 0, counts.length - 1L)]++;
        total++;
    }

    synchronized void clear() {
        java.util.Arrays.fill(counts, 0);
        total = 0;
    }

    /** The step that the fraction of all do not exceed; 0 when nothing was counted. */
    synchronized int quantile(double fraction) {
        long wanted = (long) Math.ceil(fraction * total);
        long seen = 0;
        for (int step = 0; step < counts.length; step++) {
            seen += counts[step];
            if (seen >= wanted && seen > 0) {
                return step;
            }
        }
        return 0;
    }
}
