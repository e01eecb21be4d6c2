/** What a portfolio holds, for everyone who needs it without prices. */
@NullMarked
package io.riskwatch.portfolio.holding;

import org.jspecify.annotations.NullMarked;
