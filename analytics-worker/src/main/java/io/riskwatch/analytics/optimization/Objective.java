package io.riskwatch.analytics.optimization;

/** What makes one portfolio better than another. */
enum Objective {
    /** The least volatility. */
    MIN_VARIANCE("the least volatility"),
    /** The most expected return beyond the riskless one per unit of volatility. */
    MAX_SHARPE("the most return for the risk"),
    /** The least volatility with a given expected return. */
    TARGET_RETURN("the least volatility for a return"),
    /** The most expected return with at most a given volatility. */
    TARGET_RISK("the most return for a bearable risk"),
    /** Every holding causes the same part of the volatility. */
    RISK_PARITY("equal parts of the risk"),
    /** Hierarchical risk parity: the money is split along a family tree of holdings. */
    HRP("a split along the family tree of holdings"),
    /** The best trade-off after the investor's views bent what today's weights imply. */
    BLACK_LITTERMAN("today's weights bent by your views"),
    /** The least mean loss of the worst days. */
    MIN_CVAR("the least loss on the worst days"),
    /** The most volatility that diversification takes away. */
    MAX_DIVERSIFICATION("the most diversification");

    private final String words;

    Objective(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether its weights follow from the covariance alone, so that no limit can be put on them. */
    boolean hasItsOwnWeights() {
        return this == RISK_PARITY || this == HRP;
    }
}
