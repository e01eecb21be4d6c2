/** What of the platform answers, for people who wonder whether it is them or us. */
@NullMarked
package io.riskwatch.gateway.status;

import org.jspecify.annotations.NullMarked;
