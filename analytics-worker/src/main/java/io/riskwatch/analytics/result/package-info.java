/** Stored results, one per analysis. */
@NullMarked
package io.riskwatch.analytics.result;

import org.jspecify.annotations.NullMarked;
