package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.LedgerEntry;

/**
 * Works out what the entries of one part of a ledger come to, one entry after the other, and can be shown more of them later.
 *
 * @param <P> what a part comes to, which nobody changes
 */
interface Replay<P> {

    /** The next entry, in the ledger's order. */
    void play(LedgerEntry entry);

    /** What the entries shown so far come to. */
    P part();

    /** How many figures are kept between two entries, roughly. */
    int figures();
}
