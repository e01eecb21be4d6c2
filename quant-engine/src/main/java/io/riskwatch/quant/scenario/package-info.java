/** What if: shocks to holdings, and the shock it would take to lose a given amount. */
@NullMarked
package io.riskwatch.quant.scenario;

import org.jspecify.annotations.NullMarked;
