/** The mathematics of risk. Pure: no Spring, no JSON, no log, no clock, no file, no database. */
@NullMarked
package io.riskwatch.quant;

import org.jspecify.annotations.NullMarked;
