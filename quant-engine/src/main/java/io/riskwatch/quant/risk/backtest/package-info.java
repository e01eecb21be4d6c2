/** Whether yesterday's value at risk and expected shortfall held: counts of exceptions and the tests on them. */
@NullMarked
package io.riskwatch.quant.risk.backtest;

import org.jspecify.annotations.NullMarked;
