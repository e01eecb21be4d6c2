/** Alerts as e-mail. */
@NullMarked
package io.riskwatch.portfolio.alert.mail;

import org.jspecify.annotations.NullMarked;
