/** The end of an organisation, as portfolio-service tells it. */
@NullMarked
package io.riskwatch.billing.removal;

import org.jspecify.annotations.NullMarked;
