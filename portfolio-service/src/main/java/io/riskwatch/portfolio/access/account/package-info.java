/** Accounts with a password: sign-up, sign-in and its pages, hashing and the guard against guessing. */
@NullMarked
package io.riskwatch.portfolio.access.account;

import org.jspecify.annotations.NullMarked;
