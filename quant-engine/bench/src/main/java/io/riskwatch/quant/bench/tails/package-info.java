/** W3: historical value at risk and expected shortfall of a book of portfolios. */
@NullMarked
package io.riskwatch.quant.bench.tails;

import org.jspecify.annotations.NullMarked;
