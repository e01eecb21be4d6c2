/** W4: portfolios optimised beside cvxopt and scipy, on data that both languages draw by the same integer hash. */
@NullMarked
package io.riskwatch.quant.bench.optimization;

import org.jspecify.annotations.NullMarked;
