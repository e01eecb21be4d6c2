package io.riskwatch.portfolio.imports;

/** What becomes of a row. */
public enum RowStatus {
    /** It goes into the ledger. */
    NEW,
    /** The ledger has it already. */
    DUPLICATE,
    /** It says nothing, for the reason given. */
    IGNORED,
    /** It cannot be booked, for the reason given. */
    ERROR
}
