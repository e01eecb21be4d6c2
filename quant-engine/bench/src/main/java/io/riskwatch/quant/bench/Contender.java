package io.riskwatch.quant.bench;

/** One side of a comparison written in Java: the engine, or a Java peer. It needs a constructor without arguments. */
public interface Contender {
    /**
     * Does the work once.
     *
     * @param watch measures the kernel apart, where the work has one
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
