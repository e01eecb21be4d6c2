/** What holdings are worth now and were worth then, from market data, with what is stale or missing named. */
@NullMarked
package io.riskwatch.portfolio.valuation;

import org.jspecify.annotations.NullMarked;
