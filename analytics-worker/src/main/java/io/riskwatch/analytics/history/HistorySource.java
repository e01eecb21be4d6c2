package io.riskwatch.analytics.history;

import io.riskwatch.analytics.analysis.DependencyException;

/** Where price history comes from: the market-data service, or a file in the hands of the command line. */
public interface HistorySource {

    /**
     * The closes asked for.
     *
     * @throws DependencyException when they cannot be had now
     */
    History fetch(HistoryRequest request);
}
