/** Portfolios: a name, a base currency, and the ledger that hangs on it. */
@NullMarked
package io.riskwatch.portfolio.portfolio;

import org.jspecify.annotations.NullMarked;
