/** Looks at prices and portfolios, and raises an alert at each crossing. */
@NullMarked
package io.riskwatch.portfolio.alert.watch;

import org.jspecify.annotations.NullMarked;
