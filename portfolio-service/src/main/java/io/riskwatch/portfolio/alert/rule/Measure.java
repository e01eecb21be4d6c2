package io.riskwatch.portfolio.alert.rule;

/** What exactly is compared with the threshold, of kinds that have several. */
public enum Measure {
    /** VALUE_AT_RISK: today's loss divided by the last stored one-day VaR. */
    LOSS_BEYOND,
    /** VALUE_AT_RISK: the last stored one-day VaR as a fraction of the value. */
    LIMIT,
    /** MARGIN_DISTANCE: the fraction prices can fall before a call. */
    DISTANCE,
    /** MARGIN_DISTANCE: the state of the account. */
    STATE
}
