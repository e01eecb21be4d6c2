/** Exchange rates with their history, and crosses of them. */
@NullMarked
package io.riskwatch.marketdata.fx;

import org.jspecify.annotations.NullMarked;
