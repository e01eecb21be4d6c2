/** Portfolio margin: what an account could lose when each of its underlyings moves. */
@NullMarked
package io.riskwatch.portfolio.margin.grid;

import org.jspecify.annotations.NullMarked;
