/** How a service tells that what it needs is there. */
@NullMarked
package io.riskwatch.service.health;

import org.jspecify.annotations.NullMarked;
