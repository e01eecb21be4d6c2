package io.riskwatch.localstack.bench;

import java.time.Duration;

/** Repeats a load until the service has compiled what it runs, so that no figure counts the compiler. */
final class WarmUp {
    private static final double STILL_BETTER = 0.95;
    private static final int STEADY = 3;

    private WarmUp() {}

    /** A load of some seconds. */
    @FunctionalInterface
    interface Step {
        /** Runs it and answers what it cost, in any unit, above zero: the less the better. */
        double cost() throws InterruptedException;
    }

    /**
     * Repeats the step until three in a row cost no less than 95 % of the least before, or the time is over.
     *
     * @param most the longest time; the step that passes it is finished
     * @param step the load
     * @throws InterruptedException when the thread is interrupted within a step
     */
    static void untilSteady(Duration most, Step step) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        double least = Double.POSITIVE_INFINITY;
        int steady = 0;
        while (steady < STEADY && System.nanoTime() < end) {
            double cost = step.cost();
            steady = cost < STILL_BETTER * least ? 0 : steady + 1;
            least = Math.min(least, cost);
        }
    }
}
