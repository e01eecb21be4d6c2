package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginState;

/**
 * The state of an account that is kept, the same for all replicas.
 *
 * @param version counts its changes
 */
record StoredState(MarginState state, long version) {}
