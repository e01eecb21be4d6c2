/** What a deleted organisation left with other services, told to them in this service's own name. */
@NullMarked
package io.riskwatch.portfolio.access.remains;

import org.jspecify.annotations.NullMarked;
