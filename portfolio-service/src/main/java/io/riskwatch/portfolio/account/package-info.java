/** The accounts of a portfolio over HTTP; what an account allows is changed only when the whole ledger still replays. */
@NullMarked
package io.riskwatch.portfolio.account;

import org.jspecify.annotations.NullMarked;
