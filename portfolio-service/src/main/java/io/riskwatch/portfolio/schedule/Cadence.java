package io.riskwatch.portfolio.schedule;

/** How often a schedule asks. */
enum Cadence {
    DAILY,
    WEEKLY
}
