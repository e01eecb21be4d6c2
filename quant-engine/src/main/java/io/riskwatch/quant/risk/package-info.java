/** How much may be lost: value at risk, expected shortfall and what each holding contributes. */
@NullMarked
package io.riskwatch.quant.risk;

import org.jspecify.annotations.NullMarked;
