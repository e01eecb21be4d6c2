package io.riskwatch.billing.plan;

/** What an organisation can subscribe to, smallest first. */
public enum Plan {
    FREE,
    STUDENT,
    PRO,
    ADVISER
}
