/** The caller's view of themselves. */
@NullMarked
package io.riskwatch.portfolio.me;

import org.jspecify.annotations.NullMarked;
