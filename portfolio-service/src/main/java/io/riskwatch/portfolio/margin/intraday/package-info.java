/** The two rules for what happens within a day: the one for pattern day traders, and the intraday deficit that replaces it. */
@NullMarked
package io.riskwatch.portfolio.margin.intraday;

import org.jspecify.annotations.NullMarked;
