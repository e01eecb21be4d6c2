/** Splits and dividends the market knows of and the ledger does not yet: proposed, and booked when the user says so. */
@NullMarked
package io.riskwatch.portfolio.corporateaction;

import org.jspecify.annotations.NullMarked;
