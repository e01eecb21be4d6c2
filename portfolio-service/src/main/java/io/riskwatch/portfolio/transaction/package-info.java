/** The transactions of a portfolio: recorded, changed and deleted only when the whole ledger still replays. */
@NullMarked
package io.riskwatch.portfolio.transaction;

import org.jspecify.annotations.NullMarked;
