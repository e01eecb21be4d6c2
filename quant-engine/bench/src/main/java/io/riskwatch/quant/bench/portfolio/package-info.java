/** W2: fifty correlated assets bought and held, with the daily fan of the portfolio's value. */
@NullMarked
package io.riskwatch.quant.bench.portfolio;

import org.jspecify.annotations.NullMarked;
