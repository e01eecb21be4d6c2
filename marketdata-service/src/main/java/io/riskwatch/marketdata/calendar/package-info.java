/** On which days which market trades. */
@NullMarked
package io.riskwatch.marketdata.calendar;

import org.jspecify.annotations.NullMarked;
