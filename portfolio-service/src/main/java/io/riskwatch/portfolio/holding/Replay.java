package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.LedgerEntry;

/**
 * Works out an answer from the entries of a ledger, one after the other, and can be shown more of them later.
 *
 * @param <T> the answer, which nobody changes
 */
interface Replay<T> {

    /** The next entry, in the ledger's order. */
    void play(LedgerEntry entry);

    /** What the entries shown so far come to. */
    T answer();

    /** How many figures are kept between two entries, roughly. */
    int figures();
}
