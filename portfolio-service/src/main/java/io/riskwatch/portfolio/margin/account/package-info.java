/** The margin of a portfolio that has an account in which a broker lends. */
@NullMarked
package io.riskwatch.portfolio.margin.account;

import org.jspecify.annotations.NullMarked;
