/** Jobs from the queue to the acknowledgement: retries, dead letters, redelivery. */
@NullMarked
package io.riskwatch.analytics.job;

import org.jspecify.annotations.NullMarked;
