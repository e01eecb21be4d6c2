/**
 * The margin of an account: what its positions are worth, what must be owned of them, and how far prices are from a call.
 * The arithmetic is pure Java; rates, interest, portfolio margin and the intraday rule have rooms of their own.
 */
@NullMarked
package io.riskwatch.portfolio.margin;

import org.jspecify.annotations.NullMarked;
