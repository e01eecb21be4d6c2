package io.riskwatch.portfolio.analysis;

/**
 * Where a queued analysis stands among all that wait.
 *
 * @param position 1 = next
 * @param etaSeconds about how long until it is done, at the pace of late
 */
record Waiting(int position, long etaSeconds) {}
