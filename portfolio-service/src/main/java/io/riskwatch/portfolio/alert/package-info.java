/** Alerts: rules that watch prices and portfolios, the inbox, and deliveries by e-mail and webhook. */
@NullMarked
package io.riskwatch.portfolio.alert;

import org.jspecify.annotations.NullMarked;
