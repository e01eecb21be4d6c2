/** The plans there are, their prices and what each allows. */
@NullMarked
package io.riskwatch.billing.plan;

import org.jspecify.annotations.NullMarked;
