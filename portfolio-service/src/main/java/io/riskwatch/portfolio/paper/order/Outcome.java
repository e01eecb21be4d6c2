package io.riskwatch.portfolio.paper.order;

/** What a tick does to an order. */
public sealed interface Outcome {

    /** Nothing. */
    record Unchanged() implements Outcome {}

    /** The trailing stop moved on. */
    record Followed(Order after) implements Outcome {}

    /** The stop was reached; it trades from the next tick on. */
    record Triggered(Order after) implements Outcome {}

    /** Some or all of it traded. */
    record Traded(Order after, Fill fill) implements Outcome {}

    /** It is over without another trade: its day ended, or the account cannot carry the rest. */
    record Ended(Order after) implements Outcome {}
}
