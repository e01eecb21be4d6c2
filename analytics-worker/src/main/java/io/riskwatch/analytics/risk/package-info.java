/** The kind risk: how much could I lose, and where does it come from. */
@NullMarked
package io.riskwatch.analytics.risk;

import org.jspecify.annotations.NullMarked;
