/** The addresses of earlier clients: stored prices by symbol, with the names and shapes those clients know. */
@NullMarked
package io.riskwatch.marketdata.stock;

import org.jspecify.annotations.NullMarked;
