/** Which weights to hold: mean-variance, risk parity, hierarchical, views, and the tail as objective. */
@NullMarked
package io.riskwatch.quant.optimization;

import org.jspecify.annotations.NullMarked;
