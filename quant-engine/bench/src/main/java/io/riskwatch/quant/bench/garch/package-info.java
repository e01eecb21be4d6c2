/** W6: GARCH(1,1) fitted to many series. */
@NullMarked
package io.riskwatch.quant.bench.garch;

import org.jspecify.annotations.NullMarked;
