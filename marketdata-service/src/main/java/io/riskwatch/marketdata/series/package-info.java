/** A price series as columns of numbers: merged, cut, thinned for a chart, packed for the database. */
@NullMarked
package io.riskwatch.marketdata.series;

import org.jspecify.annotations.NullMarked;
