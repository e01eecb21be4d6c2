/** Signed requests to addresses that strangers chose: who may be called, how it is signed, how it is called. */
@NullMarked
package io.riskwatch.portfolio.alert.webhook;

import org.jspecify.annotations.NullMarked;
