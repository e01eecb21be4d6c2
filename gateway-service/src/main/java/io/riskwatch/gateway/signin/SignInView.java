package io.riskwatch.gateway.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One browser somebody is signed in with.
 *
 * @param id names the session in requests; it is not the session's own secret and does not lead to it
 * @param browser such as Firefox
 * @param system such as Windows
 * @param address where they signed in from, cut to its network
 * @param signedInAt when they signed in
 * @param lastSeenAt when the browser last asked for something
 * @param current whether it is the one that asks
 */
record SignInView(
        String id,
        @Nullable String browser,
        @Nullable String system,
        @Nullable String address,
        Instant signedInAt,
        Instant lastSeenAt,
        boolean current) {}
