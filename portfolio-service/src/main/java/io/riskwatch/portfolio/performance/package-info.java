/** How a portfolio did: what its holdings returned, what the owner's money earned, and why the two differ. */
@NullMarked
package io.riskwatch.portfolio.performance;

import org.jspecify.annotations.NullMarked;
