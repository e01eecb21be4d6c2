/** Coinbase Exchange: crypto prices over a socket, without a key. */
@NullMarked
package io.riskwatch.marketdata.provider.coinbase;

import org.jspecify.annotations.NullMarked;
