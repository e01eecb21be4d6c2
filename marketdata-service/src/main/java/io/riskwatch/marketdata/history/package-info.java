/** Daily price history, uploaded or simulated: for charts one symbol at a time, for the workers as one matrix. */
@NullMarked
package io.riskwatch.marketdata.history;

import org.jspecify.annotations.NullMarked;
