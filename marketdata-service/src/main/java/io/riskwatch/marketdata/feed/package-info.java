/** One socket to each provider, whatever the number of replicas and users, and how all providers stand. */
@NullMarked
package io.riskwatch.marketdata.feed;

import org.jspecify.annotations.NullMarked;
