/** Kind factor: what drives the value of the holdings, by the caller's own factors or those found in the holdings themselves. */
@NullMarked
package io.riskwatch.analytics.factor;

import org.jspecify.annotations.NullMarked;
