package io.riskwatch.portfolio.portfolio;

/** What a grant allows; each allows what those before it do. */
public enum GrantScope {
    /** To see it. */
    READ,
    /** To write notes on it as well. */
    COMMENT,
    /** To book in it as well. */
    TRADE;

    boolean allows(GrantScope needed) {
        return compareTo(needed) >= 0;
    }
}
