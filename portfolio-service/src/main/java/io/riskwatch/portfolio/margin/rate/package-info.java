/** The rates and terms an organisation sets for its margin accounts, each from a day on. */
@NullMarked
package io.riskwatch.portfolio.margin.rate;

import org.jspecify.annotations.NullMarked;
