package io.riskwatch.portfolio.analysis;

/** Where an analysis stands; the last three are the end. */
enum AnalysisState {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
}
