package io.riskwatch.portfolio.alert.rule;

/** On which side of the threshold a rule triggers. */
public enum Direction {
    ABOVE,
    BELOW,
    /** A move by the threshold up or down. */
    EITHER
}
