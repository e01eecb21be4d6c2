/** What is said on a provider's socket. */
@NullMarked
package io.riskwatch.marketdata.provider.stream;

import org.jspecify.annotations.NullMarked;
