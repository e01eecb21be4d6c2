/** How much of its plan an organisation has used. */
@NullMarked
package io.riskwatch.billing.usage;

import org.jspecify.annotations.NullMarked;
