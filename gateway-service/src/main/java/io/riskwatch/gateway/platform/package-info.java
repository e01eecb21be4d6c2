/** Where the platform's parts are found: the one public origin, and the services behind it. */
@NullMarked
package io.riskwatch.gateway.platform;

import org.jspecify.annotations.NullMarked;
