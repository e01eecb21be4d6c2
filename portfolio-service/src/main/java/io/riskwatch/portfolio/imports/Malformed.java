package io.riskwatch.portfolio.imports;

/** What to do with a file that has rows which cannot be read. */
public enum Malformed {
    /** Refuse the file, naming line and column; nothing is stored. */
    REFUSE,
    /** Show such rows as ERROR rows in the preview. */
    PREVIEW
}
