/** Which service answers which path, and what it is told about the caller. */
@NullMarked
package io.riskwatch.gateway.route;

import org.jspecify.annotations.NullMarked;
