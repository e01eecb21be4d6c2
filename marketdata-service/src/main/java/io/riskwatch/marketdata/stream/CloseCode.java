package io.riskwatch.marketdata.stream;

import org.springframework.web.reactive.socket.CloseStatus;

/** Why the server ends a connection. */
enum CloseCode {
    SHUTDOWN(1001, "the service is stopping, connect again"),
    TOKEN_EXPIRED(4401, "the token has expired"),
    TOO_SLOW(4408, "too slow"),
    LIMIT(4429, "limit reached");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    CloseStatus status() {
        return new CloseStatus(code, reason);
    }
}
