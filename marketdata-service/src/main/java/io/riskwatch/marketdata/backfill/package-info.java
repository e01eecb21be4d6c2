/** Fetches whole histories from providers, piece by piece within the budget, and goes on where it stopped. */
@NullMarked
package io.riskwatch.marketdata.backfill;

import org.jspecify.annotations.NullMarked;
