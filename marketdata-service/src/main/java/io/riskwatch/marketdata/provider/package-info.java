/** Where real prices come from: one port, an adapter per source, and the credits, breakers and order between them. */
@NullMarked
package io.riskwatch.marketdata.provider;

import org.jspecify.annotations.NullMarked;
