/** What every result says beside its figures: what it was computed from, in whose money, and how numbers become words. */
@NullMarked
package io.riskwatch.analytics.report;

import org.jspecify.annotations.NullMarked;
