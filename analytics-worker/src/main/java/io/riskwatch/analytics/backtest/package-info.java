/** Kind backtest: what an allocation or a trading rule would have earned, its costs, and how much of it was luck. */
@NullMarked
package io.riskwatch.analytics.backtest;

import org.jspecify.annotations.NullMarked;
