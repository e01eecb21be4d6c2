/** W1: one asset, a million paths of 252 days. */
@NullMarked
package io.riskwatch.quant.bench.gbm;

import org.jspecify.annotations.NullMarked;
