/** W7: the ends of many paths encoded for storage. */
@NullMarked
package io.riskwatch.quant.bench.storage;

import org.jspecify.annotations.NullMarked;
