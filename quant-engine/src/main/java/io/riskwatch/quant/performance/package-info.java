/** How well it went: returns, volatility, ratios of reward to risk and drawdowns. */
@NullMarked
package io.riskwatch.quant.performance;

import org.jspecify.annotations.NullMarked;
