/** Asks over HTTP with limits on time and size, and reads JSON strictly. */
@NullMarked
package io.riskwatch.marketdata.provider.http;

import org.jspecify.annotations.NullMarked;
