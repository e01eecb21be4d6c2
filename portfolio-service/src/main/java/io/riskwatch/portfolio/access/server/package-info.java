/** The OAuth 2.1 authorization server: its chains, clients, signing keys and what stands in a token. */
@NullMarked
package io.riskwatch.portfolio.access.server;

import org.jspecify.annotations.NullMarked;
