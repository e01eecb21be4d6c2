/** The risk score of 1 to 7 with the parts it is made of, and what a change of holdings would do to it. */
@NullMarked
package io.riskwatch.portfolio.riskscore;

import org.jspecify.annotations.NullMarked;
