/** Does a request's work on behalf of the caller's organisation. */
@NullMarked
package io.riskwatch.marketdata.tenant;

import org.jspecify.annotations.NullMarked;
