/** Live prices: what marketdata-service publishes in Redis, handed to whoever must act on a price, and remembered. */
@NullMarked
package io.riskwatch.portfolio.tick;

import org.jspecify.annotations.NullMarked;
