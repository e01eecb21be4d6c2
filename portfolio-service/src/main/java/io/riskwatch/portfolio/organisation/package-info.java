/** Organisations, the tenants everything belongs to, and who is a member of which in what role. */
@NullMarked
package io.riskwatch.portfolio.organisation;

import org.jspecify.annotations.NullMarked;
