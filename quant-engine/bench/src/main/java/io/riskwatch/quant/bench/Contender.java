package io.riskwatch.quant.bench;

/**
 * One side of a comparison written in Java: the engine, or a Java peer. Its constructor takes as many strings as its line in the
 * workload's file has words after the class.
 */
public interface Contender {
    /**
     * Does the work once.
     *
     * @param watch measures parts apart, such as the kernel, where the work has them
     * @return the answer in a few words, so that a reader sees both sides did the same work
     */
    String run(Stopwatch watch);

    /** How many times smaller than the workload one run is; the times are multiplied by it. */
    default double scale() {
        return 1;
    }

    /** Runs before the first measured one; the JIT needs several. */
    default int warmUps() {
        return 5;
    }
}
