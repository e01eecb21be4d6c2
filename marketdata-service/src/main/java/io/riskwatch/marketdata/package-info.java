/** Instruments, history, quotes and the price stream. */
@NullMarked
package io.riskwatch.marketdata;

import org.jspecify.annotations.NullMarked;
