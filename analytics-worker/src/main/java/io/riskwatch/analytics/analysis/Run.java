package io.riskwatch.analytics.analysis;

/** One run of a job, as the analysis sees it: a place to tell progress, and to learn that it should stop. */
public interface Run {

    /**
     * Ends a block of work: tells how far the run is and stops it when it was cancelled.
     *
     * @param percent 0 to 100
     * @throws CancelledException when the owner cancelled
     */
    void reached(int percent);

    /**
     * Keeps numbers beside the result's document. Where there is no store, as on the command line, they are let go.
     *
     * @param array of a name that no other array of the run has
     */
    default void keep(ResultArray array) {}
}
