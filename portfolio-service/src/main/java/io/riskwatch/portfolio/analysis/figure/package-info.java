/** What a figure of a result is: its formula, what went into it, and where it is written down. */
@NullMarked
package io.riskwatch.portfolio.analysis.figure;

import org.jspecify.annotations.NullMarked;
