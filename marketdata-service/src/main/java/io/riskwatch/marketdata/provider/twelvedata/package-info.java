/** Twelve Data. */
@NullMarked
package io.riskwatch.marketdata.provider.twelvedata;

import org.jspecify.annotations.NullMarked;
