/** The end of what an organisation brought along. */
@NullMarked
package io.riskwatch.marketdata.removal;

import org.jspecify.annotations.NullMarked;
