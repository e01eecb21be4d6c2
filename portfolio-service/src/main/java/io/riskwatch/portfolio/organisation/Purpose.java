package io.riskwatch.portfolio.organisation;

/** Why an organisation was made; a guest's is deleted after its days, and the two demos get the sample portfolio. */
public enum Purpose {
    SIGN_UP,
    GUEST,
    LOCAL_DEMO
}
