/** What an organisation may do: this service's copy of billing's entitlements, and the refusal of what goes beyond. */
@NullMarked
package io.riskwatch.portfolio.entitlement;

import org.jspecify.annotations.NullMarked;
