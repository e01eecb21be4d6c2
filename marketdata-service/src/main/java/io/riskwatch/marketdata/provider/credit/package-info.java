/** The credits of each provider, per minute and per day, kept in PostgreSQL. */
@NullMarked
package io.riskwatch.marketdata.provider.credit;

import org.jspecify.annotations.NullMarked;
