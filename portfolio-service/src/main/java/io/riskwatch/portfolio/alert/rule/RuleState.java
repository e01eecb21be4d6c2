package io.riskwatch.portfolio.alert.rule;

/** Whether a rule waits for its crossing, or has fired and waits to be armed again. */
public enum RuleState {
    ARMED,
    TRIGGERED
}
