/** Kind leverage: what borrowing to invest costs, how near a margin call is, and how often a simulated year has one. */
@NullMarked
package io.riskwatch.analytics.leverage;

import org.jspecify.annotations.NullMarked;
