/** Possible futures: models of prices, resampled history, and what a saver may reach with them. */
@NullMarked
package io.riskwatch.quant.simulation;

import org.jspecify.annotations.NullMarked;
