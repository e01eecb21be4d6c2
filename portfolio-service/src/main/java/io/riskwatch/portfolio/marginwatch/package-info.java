/** Watches every margin account at every price: which account is where, what changed, and who hears of it. */
@NullMarked
package io.riskwatch.portfolio.marginwatch;

import org.jspecify.annotations.NullMarked;
