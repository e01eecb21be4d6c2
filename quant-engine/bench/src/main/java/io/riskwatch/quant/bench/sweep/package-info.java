/** W5: many trading rules, and many allocations, over the same history. */
@NullMarked
package io.riskwatch.quant.bench.sweep;

import org.jspecify.annotations.NullMarked;
