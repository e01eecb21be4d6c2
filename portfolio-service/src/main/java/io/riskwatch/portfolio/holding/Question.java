package io.riskwatch.portfolio.holding;

import java.util.List;

/**
 * Something to be worked out of a ledger; equal questions about equal ledgers have equal answers.
 *
 * @param <P> what a part of the ledger comes to
 * @param <A> the answer, which nobody changes
 */
interface Question<P, A> {

    /** A replay that was shown nothing yet. */
    Replay<P> start();

    /** The answer over the parts; it is the same however the ledger is divided into them. */
    A together(List<P> parts);
}
