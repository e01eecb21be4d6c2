package io.riskwatch.portfolio.alert.rule;

/** The states of a margin account a rule can wait for, each worse than the one before. */
public enum MarginLevel {
    WATCH(1),
    WARNING(2),
    CALL(3);

    private final int rank;

    MarginLevel(int rank) {
        this.rank = rank;
    }

    /** How bad it is; 0 is an account in which all is well. */
    public int rank() {
        return rank;
    }
}
