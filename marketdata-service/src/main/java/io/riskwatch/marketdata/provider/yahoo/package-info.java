/** Yahoo's chart address: unofficial, off by default. */
@NullMarked
package io.riskwatch.marketdata.provider.yahoo;

import org.jspecify.annotations.NullMarked;
