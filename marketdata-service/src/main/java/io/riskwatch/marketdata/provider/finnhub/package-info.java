/** Finnhub: trades over a socket. */
@NullMarked
package io.riskwatch.marketdata.provider.finnhub;

import org.jspecify.annotations.NullMarked;
