/** Probability distributions in closed form: density, cumulative probability and quantile. */
@NullMarked
package io.riskwatch.quant.distribution;

import org.jspecify.annotations.NullMarked;
