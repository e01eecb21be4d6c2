/** Whatever goes wrong in or behind the gateway, told as RFC 9457 problem details. */
@NullMarked
package io.riskwatch.gateway.problem;

import org.jspecify.annotations.NullMarked;
