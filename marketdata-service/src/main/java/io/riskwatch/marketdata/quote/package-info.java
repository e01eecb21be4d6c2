/** The latest price of everything: made by one replica's feed, carried by Redis, remembered by every replica. */
@NullMarked
package io.riskwatch.marketdata.quote;

import org.jspecify.annotations.NullMarked;
