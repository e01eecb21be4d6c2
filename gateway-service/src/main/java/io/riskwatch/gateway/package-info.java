/** One origin for dashboard, API clients and sockets. */
@NullMarked
package io.riskwatch.gateway;

import org.jspecify.annotations.NullMarked;
