/** What a rule would have earned: drifting weights, rebalancing, costs, and the averages that rules look at. */
@NullMarked
package io.riskwatch.quant.backtest;

import org.jspecify.annotations.NullMarked;
