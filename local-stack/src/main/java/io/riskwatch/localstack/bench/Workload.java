package io.riskwatch.localstack.bench;

/** One benchmark of {@code ./riskwatch bench}; it never fails a build, it measures and says what is missing. */
public interface Workload {

    /** The word behind {@code ./riskwatch bench}, and the name of the file of its figures. */
    String name();

    /** What is measured, in a few words. */
    String summary();

    /** Measures and puts the figures into the report. */
    void measure(BenchReport report);
}
