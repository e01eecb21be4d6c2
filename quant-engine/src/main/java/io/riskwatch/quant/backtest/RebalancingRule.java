package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;

/** When drifted weights are brought back to their targets. */
public sealed interface RebalancingRule {
    /** Buy once and let the weights drift. */
    record Never() implements RebalancingRule {}

    /** After every so many periods, at least 1. */
    record Every(int periods) implements RebalancingRule {
        public Every {
            Arguments.atLeast("periods", periods, 1);
        }
    }

    /** When some weight has drifted from its target by more than this, e.g. 0.05. */
    record Band(double tolerance) implements RebalancingRule {
        public Band {
            Arguments.notNegative("tolerance", tolerance);
        }
    }
}
