/** Kind optimization: better weights for what is held, and the trades in whole shares that lead there. */
@NullMarked
package io.riskwatch.analytics.optimization;

import org.jspecify.annotations.NullMarked;
