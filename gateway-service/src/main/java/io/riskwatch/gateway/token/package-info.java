/** Personal access tokens of API clients, exchanged for the tokens that services understand. */
@NullMarked
package io.riskwatch.gateway.token;

import org.jspecify.annotations.NullMarked;
