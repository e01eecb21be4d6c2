/** The sample portfolio: three years of dated trades at the simulated exchange's own prices. */
@NullMarked
package io.riskwatch.portfolio.sample;

import org.jspecify.annotations.NullMarked;
