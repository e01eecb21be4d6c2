/** Who calls: the resource-server chain every service shares, and the caller read from a checked token. */
@NullMarked
package io.riskwatch.service.security;

import org.jspecify.annotations.NullMarked;
