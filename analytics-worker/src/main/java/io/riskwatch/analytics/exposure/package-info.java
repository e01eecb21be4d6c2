/** From holdings and prices to today's weights and the returns they would have had. */
@NullMarked
package io.riskwatch.analytics.exposure;

import org.jspecify.annotations.NullMarked;
