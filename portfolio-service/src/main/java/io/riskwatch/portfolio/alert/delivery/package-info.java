/** Raised alerts, the inbox, and what is sent of them, each once. */
@NullMarked
package io.riskwatch.portfolio.alert.delivery;

import org.jspecify.annotations.NullMarked;
