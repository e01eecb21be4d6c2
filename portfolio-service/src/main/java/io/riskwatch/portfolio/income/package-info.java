/** What holdings paid, by month and by payer, and what they may pay next. */
@NullMarked
package io.riskwatch.portfolio.income;

import org.jspecify.annotations.NullMarked;
