/** Kinds monte-carlo and goal: many possible futures of what is held, and the chance to reach a sum. */
@NullMarked
package io.riskwatch.analytics.simulation;

import org.jspecify.annotations.NullMarked;
