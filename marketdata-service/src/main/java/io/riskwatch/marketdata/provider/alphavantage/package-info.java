/** Alpha Vantage. */
@NullMarked
package io.riskwatch.marketdata.provider.alphavantage;

import org.jspecify.annotations.NullMarked;
