package io.riskwatch.portfolio.imports;

/** Where an import stands. */
public enum ImportState {
    /** Read and shown; the ledger does not know it. */
    PREVIEW,
    /** In the ledger. */
    COMMITTED,
    /** Taken out of the ledger again. */
    UNDONE
}
