/** Wiring only: the clock, scheduling, blocking controllers on virtual threads. */
@NullMarked
package io.riskwatch.marketdata.config;

import org.jspecify.annotations.NullMarked;
