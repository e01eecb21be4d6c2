/** Recommendations with evidence: what was measured, why it matters, a trade, and what the trade would change. */
@NullMarked
package io.riskwatch.portfolio.recommendation;

import org.jspecify.annotations.NullMarked;
