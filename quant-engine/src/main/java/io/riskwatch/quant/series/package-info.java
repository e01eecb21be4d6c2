/** Prices and returns in time: alignment of gappy series and the way from prices to returns. */
@NullMarked
package io.riskwatch.quant.series;

import org.jspecify.annotations.NullMarked;
