/** Binance: crypto prices over a socket, without a key. */
@NullMarked
package io.riskwatch.marketdata.provider.binance;

import org.jspecify.annotations.NullMarked;
