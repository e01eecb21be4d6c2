package io.riskwatch.analytics.analysis;

/** The owner cancelled the analysis. */
public class CancelledException extends RuntimeException {

    public CancelledException() {
        super("the owner cancelled the analysis");
    }
}
