/** Accounts, portfolios, holdings and the analyses asked of the workers. */
@NullMarked
package io.riskwatch.portfolio;

import org.jspecify.annotations.NullMarked;
