/** How a person wants to be told: e-mail, quiet hours, and the organisation's webhooks. */
@NullMarked
package io.riskwatch.portfolio.alert.channel;

import org.jspecify.annotations.NullMarked;
