package io.riskwatch.portfolio.access.credential;

import java.time.Instant;
import java.util.UUID;

/** A personal access token as its owner sees it once. */
record CreatedTokenView(UUID id, String name, String token, Instant expiresAt) {

    /** Without the token. */
    @Override
    public String toString() {
        return "CreatedTokenView[id=" + id + "]";
    }
}
