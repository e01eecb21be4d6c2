/** What can be priced: the instruments of the simulated exchange and those an organisation uploaded, listed and searched. */
@NullMarked
package io.riskwatch.marketdata.instrument;

import org.jspecify.annotations.NullMarked;
