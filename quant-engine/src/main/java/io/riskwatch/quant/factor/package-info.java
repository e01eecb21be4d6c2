/** Where a result came from: exposures to factors, and allocation against selection. */
@NullMarked
package io.riskwatch.quant.factor;

import org.jspecify.annotations.NullMarked;
