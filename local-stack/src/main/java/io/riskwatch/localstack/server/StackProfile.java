package io.riskwatch.localstack.server;

/** What the servers' data are worth. */
public enum StackProfile {
    /** Somebody's portfolios: every acknowledged write reaches the disk. */
    DEVELOPMENT,
    /** Thrown away at the end: speed before durability. */
    TEST
}
