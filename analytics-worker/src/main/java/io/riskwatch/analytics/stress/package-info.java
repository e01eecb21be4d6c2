/** Kind stress: what past crises and the caller's own shocks would do to today's holdings, and what it takes to lose a given part. */
@NullMarked
package io.riskwatch.analytics.stress;

import org.jspecify.annotations.NullMarked;
