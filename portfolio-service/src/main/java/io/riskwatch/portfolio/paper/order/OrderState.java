package io.riskwatch.portfolio.paper.order;

/** Where an order stands. From a final state no way leads out. */
public enum OrderState {
    /** Entered and not yet checked. */
    NEW(false),
    /** Checked, and waiting for a price. */
    ACCEPTED(false),
    /** Some of it has traded, the rest waits. */
    PARTIALLY_FILLED(false),
    /** All of it has traded. */
    FILLED(true),
    /** Taken back, by its owner or because the rest of it could not be carried any more. */
    CANCELLED(true),
    /** Refused with a reason, before anything of it traded. */
    REJECTED(true),
    /** A day order whose day is over. */
    EXPIRED(true);

    private final boolean last;

    OrderState(boolean last) {
        this.last = last;
    }

    public boolean isFinal() {
        return last;
    }

    /** Whether ticks may change it. */
    public boolean isWorking() {
        return this == ACCEPTED || this == PARTIALLY_FILLED;
    }
}
