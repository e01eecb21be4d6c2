/** The client of marketdata-service: quotes, instruments and history with the caller's own token. */
@NullMarked
package io.riskwatch.portfolio.marketdata;

import org.jspecify.annotations.NullMarked;
