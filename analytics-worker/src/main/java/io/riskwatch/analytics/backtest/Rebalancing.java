package io.riskwatch.analytics.backtest;

import io.riskwatch.quant.backtest.RebalancingRule;

/** When drifted weights are brought back. */
enum Rebalancing {
    NONE("never"),
    MONTHLY("every 21 trading days"),
    QUARTERLY("every 63 trading days"),
    YEARLY("every 252 trading days"),
    BAND("when a weight has drifted too far");

    private final String words;

    Rebalancing(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    RebalancingRule rule(double band) {
        return switch (this) {
            case NONE -> new RebalancingRule.Never();
            case MONTHLY -> new RebalancingRule.Every(21);
            case QUARTERLY -> new RebalancingRule.Every(63);
            case YEARLY -> new RebalancingRule.Every(252);
            case BAND -> new RebalancingRule.Band(band);
        };
    }
}
