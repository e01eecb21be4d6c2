/** One analysis without servers: {@code ./riskwatch analyze FILE}. */
@NullMarked
package io.riskwatch.analytics.cli;

import org.jspecify.annotations.NullMarked;
