/** What a rule would have earned: drifting weights, rebalancing, costs, and trading rules decided on the close, filled at the next open. */
@NullMarked
package io.riskwatch.quant.backtest;

import org.jspecify.annotations.NullMarked;
