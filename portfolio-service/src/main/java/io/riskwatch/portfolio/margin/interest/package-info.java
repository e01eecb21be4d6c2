/** What a loan costs. */
@NullMarked
package io.riskwatch.portfolio.margin.interest;

import org.jspecify.annotations.NullMarked;
