/** Search over what an organisation has: portfolios, holdings, transactions and their notes, and the instruments it uses. */
@NullMarked
package io.riskwatch.portfolio.search;

import org.jspecify.annotations.NullMarked;
