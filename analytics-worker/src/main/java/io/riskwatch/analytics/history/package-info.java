/** Price history from the market-data service, in one columnar call. */
@NullMarked
package io.riskwatch.analytics.history;

import org.jspecify.annotations.NullMarked;
