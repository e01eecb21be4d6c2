/** Results side by side: their figures aligned, and what was assumed differently. */
@NullMarked
package io.riskwatch.portfolio.analysis.comparison;

import org.jspecify.annotations.NullMarked;
