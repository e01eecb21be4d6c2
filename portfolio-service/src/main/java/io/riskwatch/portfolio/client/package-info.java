/** Clients of an adviser: each owns one margin account, which is a portfolio, and is seen by role or grant. */
@NullMarked
package io.riskwatch.portfolio.client;

import org.jspecify.annotations.NullMarked;
