/** Returns in the presence of deposits and withdrawals: time-weighted, money-weighted and internal rates. */
@NullMarked
package io.riskwatch.quant.performance.cashflow;

import org.jspecify.annotations.NullMarked;
