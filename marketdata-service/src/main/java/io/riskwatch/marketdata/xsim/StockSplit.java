package io.riskwatch.marketdata.xsim;

import java.time.LocalDate;

/** New shares for old ones from the day on. */
record StockSplit(LocalDate day, int newShares, int oldShares) {}
