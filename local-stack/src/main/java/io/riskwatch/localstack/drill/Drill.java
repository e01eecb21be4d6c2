package io.riskwatch.localstack.drill;

/** One kind of misfortune. */
interface Drill {

    /** The word behind {@code ./riskwatch drill}. */
    String name();

    /** What happens, in a few words. */
    String summary();

    /** Brings it about and returns when it is over; what it measured goes into the scene's figures. */
    void run(Scene scene);

    /** How many jobs end among the dead letters by this drill. */
    default int deadJobs() {
        return 0;
    }

    /** How many events end among the dead letters by this drill. */
    default int deadEvents() {
        return 0;
    }
}
