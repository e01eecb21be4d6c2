/** Who may open a WebSocket, and how open ones end. */
@NullMarked
package io.riskwatch.gateway.socket;

import org.jspecify.annotations.NullMarked;
