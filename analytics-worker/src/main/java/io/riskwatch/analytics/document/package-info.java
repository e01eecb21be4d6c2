/** Documents as canonical JSON and their hashes. */
@NullMarked
package io.riskwatch.analytics.document;

import org.jspecify.annotations.NullMarked;
