/** A result as a page to read and to print: plain words, charts with the tables behind them, and where all of it comes from. */
@NullMarked
package io.riskwatch.portfolio.analysis.report;

import org.jspecify.annotations.NullMarked;
