/** Analysis jobs, from the queue to the stored result. */
@NullMarked
package io.riskwatch.analytics;

import org.jspecify.annotations.NullMarked;
