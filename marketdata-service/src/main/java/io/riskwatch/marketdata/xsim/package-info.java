/** XSIM, the simulated exchange: twenty years of daily bars and a price for any instant, a pure function of seed and time. */
@NullMarked
package io.riskwatch.marketdata.xsim;

import org.jspecify.annotations.NullMarked;
