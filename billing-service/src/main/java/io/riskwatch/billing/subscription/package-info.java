/** Which plan an organisation has, and who is told when that changes. */
@NullMarked
package io.riskwatch.billing.subscription;

import org.jspecify.annotations.NullMarked;
