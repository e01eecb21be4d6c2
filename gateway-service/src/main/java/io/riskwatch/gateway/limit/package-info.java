/** How much one client may send: requests in a second, bytes in a body. */
@NullMarked
package io.riskwatch.gateway.limit;

import org.jspecify.annotations.NullMarked;
